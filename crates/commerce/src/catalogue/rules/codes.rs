//! What is printed under bars and read by scanners: GTINs, GS1 element strings, GS1 Digital Links.
//!
//! Sources: GS1 General Specifications (check digit 7.9, predefined lengths 7.8.5), GS1 Digital Link Standard: URI
//! Syntax 1.4, ISO/IEC 15424 (the `]C1` that a scanner puts first, if it is told to).

use kit::{Error, Result};

/// What stands between two fields of an element string: FNC1, as a scanner sends it and as it is shown.
const SEPARATORS: [char; 2] = ['\u{1d}', '\u{241d}'];
const GTIN_LENGTHS: [usize; 4] = [8, 12, 13, 14];
/// Longer is no code but a text.
const CODE_CHARS_MAX: usize = 4_000;

/// What a code may mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read<'a> {
    /// A number of the shop's own, where nothing says that it is of GS1.
    pub sku: Option<&'a str>,
    pub gtin: Option<String>,
}

/// A GTIN of 8, 12, 13 or 14 digits, blanks and dashes let pass, as 14 digits.
pub fn gtin(text: &str) -> Result<String> {
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || !GTIN_LENGTHS.contains(&digits.len()) {
        let detail =
            format!("“{}” is no GTIN: it has 8, 12, 13 or 14 digits.", kit::text::clip(text, 40));
        return Err(Error::bad_input("bad_gtin", detail));
    }
    let padded = format!("{digits:0>14}");
    let due = check_digit(&padded[..13]);
    if !padded.ends_with(due) {
        let detail = format!("The last digit of the GTIN {digits} should be {due}.");
        return Err(Error::bad_input("bad_gtin", detail));
    }
    if padded.bytes().all(|byte| byte == b'0') {
        return Err(Error::bad_input("bad_gtin", "A GTIN is not all zeros."));
    }
    Ok(padded)
}

/// Weights 3 and 1 from the right, up to the next ten.
fn check_digit(digits: &str) -> char {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| u32::from(digit - b'0') * if place % 2 == 0 { 3 } else { 1 })
        .sum();
    char::from(b'0' + ((10 - sum % 10) % 10) as u8)
}

/// Reads what was typed or scanned.
pub fn read(code: &str) -> Read<'_> {
    let code = code.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    if code.is_empty() || code.chars().count() > CODE_CHARS_MAX {
        return Read::default();
    }
    let only = |gtin: Option<String>| Read { sku: None, gtin };
    if let Some((symbology, data)) = symbology(code) {
        return match symbology {
            // EAN-13, UPC-A and UPC-E are sent as 13 digits; EAN-8 as 8; ITF-14 as 14.
            "E0" | "E3" | "E4" | "I0" | "I1" => only(gtin(data).ok()),
            // Only what begins with FNC1 is of GS1.
            "C1" | "d2" | "Q3" | "e0" | "J1" => only(of_elements(data).or_else(|| of_link(data))),
            _ => read(data),
        };
    }
    if is_link(code) {
        return only(of_link(code));
    }
    if code.starts_with('(') || code.starts_with(SEPARATORS) {
        return only(of_elements(code));
    }
    Read { sku: Some(code), gtin: gtin(code).ok().or_else(|| of_elements(code)) }
}

/// `]C1…`: the letter and digit that say what was read, and what was read.
fn symbology(code: &str) -> Option<(&str, &str)> {
    let rest = code.strip_prefix(']')?;
    let is_one = rest.len() > 2
        && rest.as_bytes()[0].is_ascii_alphabetic()
        && rest.as_bytes()[1].is_ascii_alphanumeric();
    is_one.then(|| rest.split_at(2))
}

fn is_link(text: &str) -> bool {
    let start: String = text.chars().take(8).flat_map(char::to_lowercase).collect();
    start.starts_with("https://") || start.starts_with("http://")
}

/// `https://example.com/path/01/09506000134352/10/ABC?17=271231`: the number after the first 01 that has one.
fn of_link(text: &str) -> Option<String> {
    if !is_link(text) {
        return None;
    }
    let (_, rest) = text.split_once("://")?;
    let path = rest.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    // The first edition of the standard also had names in the place of numbers.
    let named = parts.windows(2).filter(|pair| matches!(pair[0], "01" | "gtin"));
    named.filter_map(|pair| gtin(pair[1]).ok()).next()
}

/// Element strings: `0109506000134352…` as a scanner sends them, `(01)09506000134352(10)ABC` as people write them.
fn of_elements(text: &str) -> Option<String> {
    if text.starts_with('(') {
        let fields = text.split('(').skip(1).filter_map(|field| field.split_once(')'));
        let mut numbers = fields.filter(|(name, _)| *name == "01");
        return numbers.find_map(|(_, value)| gtin(value).ok().filter(|_| value.len() == 14));
    }
    let mut rest = text.trim_start_matches(SEPARATORS);
    while !rest.is_empty() {
        if let Some(number) = rest.strip_prefix("01") {
            let number = number.get(..14)?;
            return gtin(number).ok();
        }
        rest = after_field(rest)?.trim_start_matches(SEPARATORS);
    }
    None
}

/// What follows the first field: those of a length that the standard fixes need no separator.
fn after_field(text: &str) -> Option<&str> {
    let length = match text.get(..2)? {
        "00" => 20,
        "02" | "03" => 16,
        "04" => 18,
        "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" => 8,
        "20" => 4,
        "31" | "32" | "33" | "34" | "35" | "36" => 10,
        "41" => 16,
        other if other.bytes().all(|byte| byte.is_ascii_digit()) => {
            let (_, rest) = text.split_once(SEPARATORS)?;
            return Some(rest);
        }
        _ => return None,
    };
    text.get(length..)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_gtin_of_any_length_is_fourteen_digits() {
        let check = |text: &str, due: &str| {
            let said = gtin(text).unwrap_or_else(|error| error.detail);
            assert_eq!(said, due, "{text}");
        };
        check("5901234123457", "05901234123457");
        check("590 1234 12345-7", "05901234123457");
        check("036000291452", "00036000291452");
        check("96385074", "00000096385074");
        check("09506000134352", "09506000134352");
        check("5901234123458", "The last digit of the GTIN 5901234123458 should be 7.");
        check("590123412345", "The last digit of the GTIN 590123412345 should be 2.");
        check("1234567", "“1234567” is no GTIN: it has 8, 12, 13 or 14 digits.");
        check("59012341234５7", "“59012341234５7” is no GTIN: it has 8, 12, 13 or 14 digits.");
        check("", "“” is no GTIN: it has 8, 12, 13 or 14 digits.");
        check("00000000", "A GTIN is not all zeros.");
    }

    #[test]
    fn scanners_say_it_in_many_ways() {
        let check = |code: &str, sku: Option<&str>, gtin: Option<&str>| {
            assert_eq!(read(code), Read { sku, gtin: gtin.map(str::to_string) }, "{code:?}");
        };
        let mug = Some("09506000134352");
        // Typed, or by a scanner that says nothing of itself.
        check(" MUG-BLUE\r\n", Some("MUG-BLUE"), None);
        check("9506000134352", Some("9506000134352"), mug);
        check("0109506000134352", Some("0109506000134352"), mug);
        check("", None, None);
        // EAN-13, EAN-8, ITF-14; a plain Code 128 is the shop's own.
        check("]E09506000134352", None, mug);
        check("]E496385074", None, Some("00000096385074"));
        check("]I109506000134352", None, mug);
        check("]C0MUG-BLUE", Some("MUG-BLUE"), None);
        check("]E09506000134353", None, None);
        // GS1-128, DataMatrix, QR, DataBar: the number stands where it wants.
        check("]C10109506000134352", None, mug);
        check("]d2010950600013435217271231\u{1d}10ABC", None, mug);
        check("]d21727123110ABC\u{1d}0109506000134352", None, mug);
        check("]Q310ABC0109506000134352", None, None);
        check("]e00109506000134352392219.50", None, mug);
        check("(01)09506000134352(10)ABC", None, mug);
        check("(02)09506000134352(37)24", None, None);
        // Digital Links.
        check("https://example.com/01/09506000134352/10/ABC?17=271231", None, mug);
        check("https://kubek.pl/p/gtin/9506000134352#top", None, mug);
        check("HTTPS://EXAMPLE.COM/01/9506000134352", None, mug);
        check("]Q1https://example.com/01/09506000134352", None, mug);
        check("https://example.com/01/09506000134353", None, None);
        check("https://example.com/?x=/01/09506000134352", None, None);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(code in any::<String>()) {
            let _ = read(&code);
        }

        #[test]
        fn nothing_behind_a_symbology_makes_it_panic(data in "\\][A-Za-z][0-9][0-9()\u{1d}ż/:a]{0,40}") {
            let _ = read(&data);
        }

        #[test]
        fn one_wrong_digit_is_always_noticed(number in 1_u64..10_000_000_000_000, place in 0_usize..14, by in 1_u8..10) {
            let body = format!("{number:013}");
            let good = format!("{body}{}", check_digit(&body));
            prop_assert!(gtin(&good).is_ok());
            let mut bad = good.into_bytes();
            bad[place] = b'0' + (bad[place] - b'0' + by) % 10;
            prop_assert!(gtin(std::str::from_utf8(&bad).unwrap()).is_err());
        }
    }
}
