//! Numbers of orders: those that we know, those that look as the shop's do, and what somebody calls one.

use super::{Known, Reading};
use crate::facts::Entity;
use crate::language::are_akin;

/// How a shop's order numbers look: `#` is a digit, `@` a letter, everything else stands for itself: `W-#####`,
/// `@@/####`. Upper and lower case are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Vec<char>);

const PATTERN_CHARS_MAX: usize = 30;

impl Pattern {
    /// None where it would fit any word: it needs a digit, and three characters.
    pub fn parse(text: &str) -> Option<Pattern> {
        let chars: Vec<char> = text.trim().to_lowercase().chars().collect();
        let fits = (3..=PATTERN_CHARS_MAX).contains(&chars.len());
        (fits && chars.contains(&'#')).then_some(Pattern(chars))
    }

    fn fits(&self, piece: &str) -> bool {
        let mut pattern = self.0.iter();
        let all_fit = piece.chars().flat_map(char::to_lowercase).all(|c| match pattern.next() {
            Some('#') => c.is_ascii_digit(),
            Some('@') => c.is_alphabetic(),
            Some(literal) => *literal == c,
            None => false,
        });
        all_fit && pattern.next().is_none()
    }
}

/// What people call an order, by the beginnings of the folded words.
const CALLED: &[&str] = &[
    "order",
    "orders",
    "zamowienie",
    "zamowienia",
    "comanda",
    "comenzii",
    "comenzi",
    "заказ",
    "заказа",
];
/// May stand between.
const BETWEEN: &[&str] = &[
    "no",
    "nr",
    "number",
    "num",
    "numer",
    "numerze",
    "numarul",
    "cu",
    "is",
    "id",
    "номер",
    "номером",
    "под",
    "за",
    "о",
    "my",
    "moje",
    "mea",
];
const BETWEEN_MAX: usize = 3;
const DIGITS_MIN: usize = 3;
const NUMBER_CHARS_MAX: usize = 30;

pub fn orders(reading: &mut Reading, known: &Known) {
    for (start, piece) in reading.pieces() {
        let bare = piece.trim_start_matches('#');
        let start = start + piece.len() - bare.len();
        let place = start..start + bare.len();
        let is_order = is_known(bare, known)
            || known.patterns.iter().any(|pattern| pattern.fits(bare) || pattern.fits(piece))
            || (is_numbered(bare) && is_called_one(reading, start));
        if is_order && reading.is_free(&place) {
            let value = canonical(bare, known);
            reading.take(Entity::Order, place, value);
        }
    }
}

fn is_known(piece: &str, known: &Known) -> bool {
    // A number of two digits is also a count, a size or a day.
    piece.len() >= DIGITS_MIN && known.orders.iter().any(|order| order.eq_ignore_ascii_case(piece))
}

/// As we write it where we know it.
fn canonical(piece: &str, known: &Known) -> String {
    let ours = known.orders.iter().find(|order| order.eq_ignore_ascii_case(piece));
    ours.map_or_else(|| piece.to_uppercase(), |order| order.to_uppercase())
}

fn is_numbered(piece: &str) -> bool {
    let digits = piece.bytes().filter(u8::is_ascii_digit).count();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '_');
    digits >= DIGITS_MIN && piece.len() <= NUMBER_CHARS_MAX && piece.chars().all(is_plain)
}

/// Whether “order”, “order no.”, “order #” stands before it.
fn is_called_one(reading: &Reading, start: usize) -> bool {
    let before = reading.words.iter().rev().filter(|word| word.end <= start);
    for word in before.take(BETWEEN_MAX + 1) {
        let is_sentence_over = reading.text[word.end..start].contains(['.', '!', '?', '\n'])
            && !BETWEEN.contains(&word.folded.as_str());
        if is_sentence_over {
            return false;
        }
        if CALLED.iter().any(|called| are_akin(called, &word.folded)) {
            return true;
        }
        if !BETWEEN.contains(&word.folded.as_str()) {
            return false;
        }
    }
    false
}
