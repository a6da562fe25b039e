//! The number of a card, and its bars: EAN-13 in the range that GS1 leaves to shops (a leading 29), so that every scanner
//! reads it and no product has it.

use kit::{Error, Result};

/// Modules of an EAN-13: guards, six digits, middle, six digits.
pub const MODULES: usize = 95;

const PREFIX: &str = "29";
const DIGITS: usize = 12;

/// The number that these bits make, with its check digit.
pub fn number(bits: u64) -> String {
    let body = format!("{PREFIX}{:010}", bits % 10_000_000_000);
    let check = check_digit(&body);
    format!("{body}{check}")
}

/// A number as it is typed or scanned.
///
/// # Errors
/// `bad_card`.
pub fn parse(text: &str) -> Result<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let is_number = digits.len() == DIGITS + 1 && digits.bytes().all(|b| b.is_ascii_digit());
    if is_number && digits.starts_with(PREFIX) && digits.ends_with(check_digit(&digits[..DIGITS])) {
        return Ok(digits);
    }
    let detail = "A card has 13 digits, the first two are 29, the last checks them.";
    Err(Error::bad_input("bad_card", detail))
}

/// Weights 1 and 3 from the left, up to the next ten (GS1 General Specifications, 7.9).
fn check_digit(digits: &str) -> char {
    let weigh =
        |(place, digit): (usize, u8)| u32::from(digit - b'0') * if place % 2 == 0 { 1 } else { 3 };
    let sum: u32 = digits.bytes().enumerate().map(weigh).sum();
    char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0')
}

/// The left half's digits in set A; set B is its complement read backwards, the right half (set C) its complement.
const SET_A: [u8; 10] = [
    0b0001101, 0b0011001, 0b0010011, 0b0111101, 0b0100011, 0b0110001, 0b0101111, 0b0111011,
    0b0110111, 0b0001011,
];
/// Which of the left six digits are of set B says the first digit.
const PARITIES: [u8; 10] = [
    0b000000, 0b001011, 0b001101, 0b001110, 0b010011, 0b011001, 0b011100, 0b010101, 0b010110,
    0b011010,
];

/// The dark modules of a number as a path of an SVG, one module wide and `height` high.
pub fn bars(number: &str, height: usize) -> String {
    let digits: Vec<usize> =
        number.chars().filter_map(|c| c.to_digit(10)).map(|digit| digit as usize).collect();
    let Some((first, rest)) = digits.split_first().filter(|_| digits.len() == DIGITS + 1) else {
        return String::new();
    };
    let mut modules = vec![true, false, true];
    for (i, digit) in rest.iter().enumerate() {
        if i == 6 {
            modules.extend([false, true, false, true, false]);
        }
        let code = SET_A[*digit];
        let is_b = i < 6 && PARITIES[*first] >> (5 - i) & 1 == 1;
        modules.extend((0..7).map(|bit| match (i < 6, is_b) {
            (true, false) => code >> (6 - bit) & 1 == 1,
            (true, true) => code >> bit & 1 == 0,
            (false, _) => code >> (6 - bit) & 1 == 0,
        }));
    }
    modules.extend([true, false, true]);
    let dark = modules.iter().enumerate().filter(|(_, is_dark)| **is_dark);
    dark.map(|(x, _)| format!("M{x} 0h1v{height}h-1z")).collect()
}
