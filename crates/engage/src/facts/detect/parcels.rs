//! Numbers of parcels, by the forms that carriers print and by what people call one.

use super::Reading;
use crate::facts::Entity;
use crate::language::are_akin;

/// A locker network of ours prints so many digits.
const LOCKER_DIGITS: usize = 24;
const CALLED: &[&str] = &[
    "tracking",
    "awb",
    "przesylki",
    "przesylka",
    "paczki",
    "sledzenia",
    "colet",
    "coletului",
    "трек",
    "track",
    "отправления",
];
const BETWEEN: &[&str] =
    &["no", "nr", "number", "numer", "numarul", "is", "id", "номер", "код", "code", "de"];
const CHARS: std::ops::RangeInclusive<usize> = 8..=30;
const DIGITS_MIN: usize = 6;

pub fn parcels(reading: &mut Reading) {
    for (start, piece) in reading.pieces() {
        let place = start..start + piece.len();
        let code = piece.to_ascii_uppercase();
        let is_plain = piece.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_plain || !CHARS.contains(&piece.len()) || !reading.is_free(&place) {
            continue;
        }
        let is_parcel = is_postal(&code)
            || (code.len() == 18 && code.starts_with("1Z"))
            || (code.len() == LOCKER_DIGITS && code.bytes().all(|byte| byte.is_ascii_digit()))
            || (is_called_one(reading, start)
                && code.bytes().filter(u8::is_ascii_digit).count() >= DIGITS_MIN);
        if is_parcel {
            reading.take(Entity::Tracking, place, code);
        }
    }
}

/// Two letters, nine digits, two letters; the ninth digit checks the others (UPU standard S10).
fn is_postal(code: &str) -> bool {
    const WEIGHTS: [u32; 8] = [8, 6, 4, 2, 3, 5, 9, 7];
    let bytes = code.as_bytes();
    let [a, b, digits @ .., y, z] = bytes else { return false };
    let are_letters = [a, b, y, z].iter().all(|byte| byte.is_ascii_uppercase());
    if !are_letters || digits.len() != 9 || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 =
        digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let check = match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        other => other,
    };
    u32::from(digits[8] - b'0') == check
}

fn is_called_one(reading: &Reading, start: usize) -> bool {
    let before = reading.words.iter().rev().filter(|word| word.end <= start);
    for word in before.take(3) {
        if CALLED.iter().any(|called| are_akin(called, &word.folded)) {
            return true;
        }
        if !BETWEEN.contains(&word.folded.as_str()) {
            return false;
        }
    }
    false
}
