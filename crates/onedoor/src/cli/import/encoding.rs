//! The encodings that shops' files come in: UTF-8, and the one-byte code pages of Central and Eastern Europe.

use serde::Deserialize;

/// How the bytes of a file become letters. A UTF-8 byte order mark is skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// Polish and Romanian, as spreadsheets on Windows save them.
    #[serde(rename = "windows-1250")]
    Windows1250,
    /// Russian.
    #[serde(rename = "windows-1251")]
    Windows1251,
    /// Western Europe; what most software means by ISO 8859-1.
    #[serde(rename = "windows-1252", alias = "iso-8859-1")]
    Windows1252,
    #[serde(rename = "iso-8859-2")]
    Iso8859_2,
}

// The letters of the bytes from 0x80 on. `\u{fffd}` stands where a code page has none.
const WINDOWS_1250: &str = "\
    €\u{fffd}‚\u{fffd}„…†‡\u{fffd}‰Š‹ŚŤŽŹ\u{fffd}‘’“”•–—\u{fffd}™š›śťžź\
    \u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
    ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
const WINDOWS_1251: &str = "\
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffd}™љ›њќћџ\
    \u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмнопрстуфхцчшщъыьэюя";
const WINDOWS_1252: &str = "\
    €\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ\
    \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
const ISO_8859_2: &str = "\
    \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
    \u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
    ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

impl Encoding {
    /// `None` where a byte is no letter.
    pub fn decode(self, bytes: &[u8]) -> Option<String> {
        let letters = match self {
            Encoding::Utf8 => return std::str::from_utf8(bytes).ok().map(str::to_string),
            Encoding::Windows1250 => WINDOWS_1250,
            Encoding::Windows1251 => WINDOWS_1251,
            Encoding::Windows1252 => WINDOWS_1252,
            Encoding::Iso8859_2 => ISO_8859_2,
        };
        let letter = |byte: &u8| match byte {
            ..0x80 => Some(char::from(*byte)),
            _ => letters.chars().nth(usize::from(byte - 0x80)).filter(|c| *c != '\u{fffd}'),
        };
        bytes.iter().map(letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_place() {
        for table in [WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, ISO_8859_2] {
            assert_eq!(table.chars().count(), 128);
        }
    }

    #[test]
    fn names_come_out_right() {
        let check = |encoding: Encoding, bytes: &[u8], expected: Option<&str>| {
            assert_eq!(encoding.decode(bytes).as_deref(), expected, "{encoding:?}");
        };
        check(Encoding::Utf8, "Łódź".as_bytes(), Some("Łódź"));
        check(Encoding::Utf8, b"\xa3\xf3d\x9f", None);
        check(Encoding::Windows1250, b"\xa3\xf3d\x9f", Some("Łódź"));
        check(Encoding::Iso8859_2, b"\xa3\xf3d\xbc", Some("Łódź"));
        check(Encoding::Windows1251, b"\xc0\xed\xed\xe0", Some("Анна"));
        check(Encoding::Windows1252, b"caf\xe9 \x80", Some("café €"));
        check(Encoding::Windows1252, b"\x81", None);
    }
}
