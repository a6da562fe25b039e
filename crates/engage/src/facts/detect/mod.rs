//! Finds what a customer tells in a text: pure, in four languages, with tables.
//!
//! Each kind has a file of its own. What one kind has taken (the digits of an order) is no other kind's (a telephone
//! number): the order below decides.

mod addresses;
mod contacts;
mod orders;
mod parcels;
mod problems;
mod products;

pub use orders::Pattern;

use std::ops::Range;

use super::Entity;
use crate::language::{Word, words_of};

/// Facts of one message; more is a list that somebody pasted.
const FOUND_MAX: usize = 12;
/// What lies behind this is no answer to a question of the shop.
const TEXT_CHARS_MAX: usize = 4_000;
const SHOWN_CHARS_MAX: usize = 160;

/// By what words are understood.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// How telephone numbers without a country code are dialled.
    pub region: Option<String>,
    /// Numbers of the customer's orders.
    pub orders: Vec<String>,
    /// Names of products that the customer looked at or bought.
    pub products: Vec<String>,
    /// How the shop's order numbers look.
    pub patterns: Vec<Pattern>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub entity: Entity,
    /// By which it is compared.
    pub value: String,
    /// As it is shown.
    pub shown: String,
}

/// A text with its words, and what is taken of it.
struct Reading<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
    taken: Vec<Range<usize>>,
    found: Vec<Found>,
}

impl<'a> Reading<'a> {
    fn is_free(&self, place: &Range<usize>) -> bool {
        self.taken.iter().all(|taken| taken.end <= place.start || place.end <= taken.start)
    }

    fn take(&mut self, entity: Entity, place: Range<usize>, value: String) {
        let shown = kit::text::clip(self.text[place.clone()].trim(), SHOWN_CHARS_MAX).into_owned();
        self.taken.push(place);
        self.add(Found { entity, value, shown });
    }

    /// Once each, however often it is said in one message.
    fn add(&mut self, found: Found) {
        let is_new =
            self.found.iter().all(|one| (one.entity, &one.value) != (found.entity, &found.value));
        if is_new && self.found.len() < FOUND_MAX {
            self.found.push(found);
        }
    }

    /// Pieces between white space, without the punctuation around them.
    fn pieces(&self) -> Vec<(usize, &'a str)> {
        let is_around = |c: char| !c.is_alphanumeric() && c != '+' && c != '#';
        let text = self.text;
        let pieces = text.split(char::is_whitespace).map(|piece| {
            let start = piece.as_ptr() as usize - text.as_ptr() as usize;
            let bare = piece.trim_start_matches(is_around);
            (start + piece.len() - bare.len(), bare.trim_end_matches(is_around))
        });
        pieces.filter(|(_, piece)| !piece.is_empty()).collect()
    }
}

/// What is told in a text, each thing once.
pub fn found(text: &str, known: &Known) -> Vec<Found> {
    let end = text.char_indices().nth(TEXT_CHARS_MAX).map_or(text.len(), |(at, _)| at);
    let text = &text[..end];
    let mut reading = Reading { text, words: words_of(text), taken: Vec::new(), found: Vec::new() };
    contacts::emails(&mut reading);
    orders::orders(&mut reading, known);
    parcels::parcels(&mut reading);
    addresses::addresses(&mut reading);
    contacts::phones(&mut reading, known.region.as_deref());
    products::products(&mut reading, &known.products);
    problems::problem(&mut reading);
    reading.found.sort_by_key(|found| found.entity);
    reading.found
}
