//! The letters of a paper: measured, and carried along in it, as few as it needs. The font is Ubuntu Light (Ubuntu Font
//! Licence), which has the Latin letters of Polish and Romanian and the Cyrillic ones.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use kit::{Error, Result};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;
use ttf_parser::{Face, GlyphId};

const DATA: &[u8] = epaint_default_fonts::UBUNTU_LIGHT;
/// What is drawn for a letter that the font has not.
const UNKNOWN: char = '?';
const NAME: &[u8] = b"ODRSUB+Ubuntu-Light";
const SYSTEM: SystemInfo<'static> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

pub struct Font {
    face: Face<'static>,
    kept: GlyphRemapper,
    /// By its number in this paper: the letter, and its number in the font.
    drawn: BTreeMap<u16, (char, GlyphId)>,
}

impl Font {
    pub fn new() -> Result<Font> {
        let face = Face::parse(DATA, 0).map_err(Error::internal)?;
        Ok(Font { face, kept: GlyphRemapper::new(), drawn: BTreeMap::new() })
    }

    #[cfg(test)]
    pub fn has(&self, letter: char) -> bool {
        self.face.glyph_index(plain(letter)).is_some()
    }

    fn glyph(&self, letter: char) -> GlyphId {
        let found = self.face.glyph_index(plain(letter));
        found.or_else(|| self.face.glyph_index(UNKNOWN)).unwrap_or_default()
    }

    /// In thousandths of the font's size.
    fn advance(&self, glyph: GlyphId) -> f32 {
        let advance = self.face.glyph_hor_advance(glyph).unwrap_or(0);
        f32::from(advance) * self.scale()
    }

    fn scale(&self) -> f32 {
        1000.0 / f32::from(self.face.units_per_em())
    }

    pub fn width(&self, text: &str, size: f32) -> f32 {
        let widths = text.chars().map(|letter| self.advance(self.glyph(letter)));
        widths.sum::<f32>() * size / 1000.0
    }

    /// The text as the paper's own numbers of letters, two bytes each.
    pub fn encode(&mut self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(2 * text.len());
        for letter in text.chars() {
            let glyph = self.glyph(letter);
            let kept = self.kept.remap(glyph.0);
            self.drawn.entry(kept).or_insert((plain(letter), glyph));
            bytes.extend(kept.to_be_bytes());
        }
        bytes
    }

    /// Writes the font with five numbers of objects from `first` on; the first is the font itself.
    pub fn embed(&self, pdf: &mut Pdf, first: i32) -> Result<Ref> {
        let [font, cid, descriptor, letters, file] = [0, 1, 2, 3, 4].map(|i| Ref::new(first + i));
        pdf.type0_font(font)
            .base_font(Name(NAME))
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(letters);
        let mut dictionary = pdf.cid_font(cid);
        dictionary
            .subtype(CidFontType::Type2)
            .base_font(Name(NAME))
            .system_info(SYSTEM)
            .font_descriptor(descriptor)
            .default_width(0.0)
            .cid_to_gid_map_predefined(Name(b"Identity"));
        let widths = self.drawn.values().map(|(_, glyph)| self.advance(*glyph));
        dictionary.widths().consecutive(1, widths);
        dictionary.finish();
        self.describe(pdf, descriptor, file);
        let mut map = UnicodeCmap::new(Name(b"Letters"), SYSTEM);
        for (number, (letter, _)) in &self.drawn {
            map.pair(*number, *letter);
        }
        pdf.cmap(letters, &map.finish()).system_info(SYSTEM).name(Name(b"Letters"));
        let subset = subsetter::subset(DATA, 0, &self.kept).map_err(Error::internal)?;
        pdf.stream(file, &zipped(&subset)?).filter(Filter::FlateDecode);
        Ok(font)
    }

    fn describe(&self, pdf: &mut Pdf, descriptor: Ref, file: Ref) {
        let scaled = |units: i16| f32::from(units) * self.scale();
        let bounds = self.face.global_bounding_box();
        let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(scaled);
        pdf.font_descriptor(descriptor)
            .name(Name(NAME))
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(bounds[0], bounds[1], bounds[2], bounds[3]))
            .italic_angle(0.0)
            .ascent(scaled(self.face.ascender()))
            .descent(scaled(self.face.descender()))
            .cap_height(scaled(self.face.capital_height().unwrap_or(self.face.ascender())))
            .stem_v(60.0)
            .font_file2(file);
    }
}

/// Spaces of other widths, and the signs that people type in many ways.
fn plain(letter: char) -> char {
    match letter {
        '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{2011}' => '-',
        other => other,
    }
}

pub fn zipped(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut zip = ZlibEncoder::new(Vec::new(), Compression::default());
    zip.write_all(bytes).map_err(Error::internal)?;
    zip.finish().map_err(Error::internal)
}
