//! Codes that nobody guesses and that say when they were mistyped.
//!
//! Twelve letters of an alphabet of 31 (no 0, I, L, O, U): eleven at random, 54 bits, and one that checks. 31 is a prime,
//! and each place has a weight of its own, so one wrong letter and any two that changed places are always noticed. For
//! paper with bars: an EAN-13 of the range that shops number themselves (29…), ten digits at random.

use kit::{Error, Result};

const ALPHABET: &[u8; 31] = b"123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS: usize = 12;
const CODE_LETTERS_MAX: usize = 40;
/// GS1: for use inside a shop.
const OWN_RANGE: &str = "29";

/// As a code is kept and compared: capitals, without blanks and dashes.
pub fn normal(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
    kept.flat_map(char::to_uppercase).collect()
}

/// A code of the shop's own making: `LATO2026`.
pub fn check_own(text: &str) -> Result<String> {
    let code = normal(text);
    let fits = (3..=CODE_LETTERS_MAX).contains(&code.chars().count());
    if !fits || !code.chars().all(char::is_alphanumeric) {
        let detail = "A code has 3 to 40 letters and digits.";
        return Err(Error::bad_input("bad_code", detail));
    }
    Ok(code)
}

/// A new code of letters.
pub fn letters() -> Result<String> {
    let mut digits = random_digits(LETTERS - 1, ALPHABET.len())?;
    // One letter of the 31 makes the sum a multiple of 31, because 12 and 31 have no common factor.
    let check = (0..ALPHABET.len()).find(|last| weighted(&digits, *last) == 0);
    digits.push(check.ok_or_else(|| Error::internal("no letter checks the code"))?);
    Ok(digits.into_iter().map(|digit| char::from(ALPHABET[digit])).collect())
}

fn weighted(digits: &[usize], last: usize) -> usize {
    let all = digits.iter().chain(std::iter::once(&last));
    all.enumerate().map(|(i, digit)| (i + 1) * digit).sum::<usize>() % ALPHABET.len()
}

/// Whether this is one of ours, typed without a mistake.
pub fn is_sound(code: &str) -> bool {
    let place = |letter: u8| ALPHABET.iter().position(|known| *known == letter);
    let digits: Option<Vec<usize>> = code.bytes().map(place).collect();
    digits.is_some_and(|digits| {
        digits.len() == LETTERS && weighted(&digits[..LETTERS - 1], digits[LETTERS - 1]) == 0
    })
}

/// A new EAN-13 of the shop's own range.
pub fn ean_13() -> Result<String> {
    let digits = random_digits(10, 10)?;
    let digits: String = digits.iter().map(usize::to_string).collect();
    let body = format!("{OWN_RANGE}{digits}");
    let weighted = |(i, digit): (usize, u8)| usize::from(digit - b'0') * [1, 3][i % 2];
    let sum: usize = body.bytes().enumerate().map(weighted).sum();
    Ok(format!("{body}{}", (10 - sum % 10) % 10))
}

/// As it is printed: groups of four letters; an EAN-13 as it is. A QR code holds the same.
pub fn shown(code: &str) -> String {
    if !is_sound(code) {
        return code.to_string();
    }
    [&code[..4], &code[4..8], &code[8..]].join("-")
}

/// Digits below `base`, each as likely as any other.
fn random_digits(count: usize, base: usize) -> Result<Vec<usize>> {
    // What lies above the largest multiple of the base would make the first digits likelier.
    let fair = 256 - 256 % base;
    let mut digits = Vec::with_capacity(count);
    while digits.len() < count {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(Error::internal)?;
        let fit = bytes.iter().map(|byte| usize::from(*byte)).filter(|byte| *byte < fair);
        digits.extend(fit.map(|byte| byte % base).take(count - digits.len()));
    }
    Ok(digits)
}
