//! Pages of A4 that are written from the top down; what does not fit goes on, on the next one.

use kit::i18n::{Arg, Tr};
use kit::qr::Qr;
use kit::{Error, Result};
use pdf_writer::types::TextRenderingMode;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::code128;
use super::font::{Font, zipped};

/// Points: a 72nd of an inch.
pub const WIDTH: f32 = 595.28;
pub const HEIGHT: f32 = 841.89;
pub const LEFT: f32 = 51.0;
pub const RIGHT: f32 = WIDTH - 51.0;
const TOP: f32 = HEIGHT - 51.0;
const BOTTOM: f32 = 62.0;
const FONT: Name<'static> = Name(b"F");
const LEADING: f32 = 1.35;
/// A scanner reads bars of this width from any printer.
const BAR: f32 = 1.1;
const QUIET_MODULES: f32 = 10.0;

#[derive(Clone, Copy, PartialEq)]
pub enum Weight {
    Plain,
    Strong,
    /// Greyer.
    Soft,
}

pub struct Paper {
    font: Font,
    pages: Vec<Content>,
    title: String,
    /// Where the next line's top is.
    pub y: f32,
}

impl Paper {
    pub fn new(title: &str) -> Result<Paper> {
        let pages = vec![Content::new()];
        Ok(Paper { font: Font::new()?, pages, title: title.to_string(), y: TOP })
    }

    fn page(&mut self) -> &mut Content {
        if self.pages.is_empty() {
            self.pages.push(Content::new());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Goes to the next page unless so much fits here.
    pub fn room(&mut self, height: f32) {
        if self.y - height < BOTTOM {
            self.pages.push(Content::new());
            self.y = TOP;
        }
    }

    pub fn gap(&mut self, height: f32) {
        self.y -= height;
    }

    /// One line of text whose top is `y`, beginning at `x`.
    pub fn put(&mut self, (x, y): (f32, f32), size: f32, weight: Weight, text: &str) {
        let bytes = self.font.encode(text);
        let page = self.page();
        page.set_fill_gray(if weight == Weight::Soft { 0.4 } else { 0.0 });
        page.begin_text().set_font(FONT, size);
        if weight == Weight::Strong {
            // The one weight that is carried along, with a little more ink.
            page.set_text_rendering_mode(TextRenderingMode::FillStroke);
            page.set_line_width(size / 32.0);
        } else {
            page.set_text_rendering_mode(TextRenderingMode::Fill);
        }
        page.set_text_matrix([1.0, 0.0, 0.0, 1.0, x, y - size]).show(Str(&bytes)).end_text();
    }

    /// The same, ending at `x`.
    pub fn put_right(&mut self, (x, y): (f32, f32), size: f32, weight: Weight, text: &str) {
        let width = self.font.width(text, size);
        self.put((x - width, y), size, weight, text);
    }

    /// Lines between two columns, as many as the text needs; how high they are.
    pub fn put_wrapped(
        &mut self,
        (x, y): (f32, f32),
        width: f32,
        size: f32,
        weight: Weight,
        text: &str,
    ) -> f32 {
        let lines = self.wrapped(text, size, width);
        for (i, line) in lines.iter().enumerate() {
            self.put((x, y - i as f32 * size * LEADING), size, weight, line);
        }
        lines.len() as f32 * size * LEADING
    }

    pub fn wrapped(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for paragraph in text.lines() {
            lines.push(String::new());
            for word in paragraph.split_whitespace() {
                let Some(line) = lines.last_mut() else { continue };
                let longer = if line.is_empty() { word.into() } else { format!("{line} {word}") };
                if line.is_empty() || self.font.width(&longer, size) <= width {
                    *line = longer;
                } else {
                    lines.push(word.to_string());
                }
            }
        }
        lines
    }

    /// A paragraph over the whole width.
    pub fn paragraph(&mut self, size: f32, weight: Weight, text: &str) {
        for line in self.wrapped(text, size, RIGHT - LEFT) {
            self.room(size * LEADING);
            let at = (LEFT, self.y);
            self.put(at, size, weight, &line);
            self.gap(size * LEADING);
        }
    }

    /// A line across, at this height.
    pub fn rule(&mut self, gray: f32) {
        let y = self.y;
        let page = self.page();
        page.set_stroke_gray(gray).set_line_width(0.6);
        page.move_to(LEFT, y).line_to(RIGHT, y).stroke();
        page.set_stroke_gray(0.0);
    }

    /// An empty box whose top left corner is there: to be ticked, or written into.
    pub fn frame(&mut self, (x, y): (f32, f32), width: f32, height: f32) {
        let page = self.page();
        page.set_stroke_gray(0.35).set_line_width(0.7);
        page.rect(x, y - height, width, height).stroke();
        page.set_stroke_gray(0.0);
    }

    /// Bars that end at `x`, with the quiet zone that a scanner needs.
    pub fn bar_code(&mut self, (right, y): (f32, f32), height: f32, text: &str) -> Result<()> {
        let bars = code128::bars(text)?;
        let modules: f32 = bars.iter().map(|width| f32::from(*width)).sum();
        let mut x = right - (modules + QUIET_MODULES) * BAR;
        let page = self.page();
        page.set_fill_gray(0.0);
        for (i, width) in bars.iter().enumerate() {
            let width = f32::from(*width) * BAR;
            if i % 2 == 0 {
                page.rect(x, y - height, width, height);
            }
            x += width;
        }
        page.fill_nonzero();
        Ok(())
    }

    /// A square whose top right corner is there.
    pub fn qr_code(&mut self, (right, y): (f32, f32), side: f32, text: &str) -> Result<()> {
        let (size, runs) = Qr::runs(text)?;
        let module = side / size as f32;
        let page = self.page();
        page.set_fill_gray(0.0);
        for (column, row, length) in runs {
            let x = right - side + column as f32 * module;
            let bottom = y - (row + 1) as f32 * module;
            page.rect(x, bottom, length as f32 * module, module);
        }
        page.fill_nonzero();
        Ok(())
    }

    /// The bytes of the PDF, with the title and the number of the page at the foot of each.
    pub fn finish(mut self, tr: &Tr) -> Result<Vec<u8>> {
        let count = self.pages.len();
        let all = std::mem::take(&mut self.pages);
        let mut done = Vec::new();
        for (i, page) in all.into_iter().enumerate() {
            self.pages.push(page);
            let args = [("page", Arg::Int(i as i64 + 1)), ("pages", Arg::Int(count as i64))];
            let (title, number) = (self.title.clone(), tr.with("paper-page", &args));
            self.put((LEFT, 42.0), 8.0, Weight::Soft, &title);
            self.put_right((RIGHT, 42.0), 8.0, Weight::Soft, &number);
            done.extend(self.pages.pop());
        }
        self.write(done, tr)
    }

    fn write(self, pages: Vec<Content>, tr: &Tr) -> Result<Vec<u8>> {
        let (catalog, tree, about) = (Ref::new(1), Ref::new(2), Ref::new(3));
        let mut pdf = Pdf::new();
        pdf.catalog(catalog).pages(tree).lang(TextStr(tr.lang().code()));
        pdf.document_info(about).title(TextStr(&self.title)).producer(TextStr("Onedoor"));
        let font = self.font.embed(&mut pdf, 4)?;
        let first = 10;
        let count = i32::try_from(pages.len()).map_err(Error::internal)?;
        let page_ref = |i: i32| Ref::new(first + 2 * i);
        pdf.pages(tree).kids((0..count).map(page_ref)).count(count);
        for (i, content) in (0..count).zip(pages) {
            let text = Ref::new(first + 2 * i + 1);
            let mut page = pdf.page(page_ref(i));
            page.parent(tree).media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).contents(text);
            page.resources().fonts().pair(FONT, font);
            page.finish();
            pdf.stream(text, &zipped(&content.finish())?).filter(Filter::FlateDecode);
        }
        Ok(pdf.finish())
    }
}
