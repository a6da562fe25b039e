//! The piece of a message in which the words are that somebody looked for: pure.

use super::query::Query;
use crate::language::words_of;

/// How much of a message a line of the list shows.
const CHARS_MAX: usize = 180;
/// What stands before the first word that was found.
const LEAD_CHARS: usize = 50;

/// A piece of the text, and whether it is one of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub is_hit: bool,
}

/// The message around the first word that fits, in pieces; what was left out is `…`.
pub fn snippet(text: &str, query: &Query) -> Vec<Piece> {
    let words = words_of(text);
    let hits: Vec<(usize, usize)> = words
        .iter()
        .filter(|word| query.wants(word.text))
        .map(|word| (word.start, word.end))
        .collect();
    let first = hits.first().map_or(0, |(start, _)| *start);
    let begin = words
        .iter()
        .rev()
        .map(|word| word.start)
        .filter(|start| *start <= first)
        .take_while(|start| text[*start..first].chars().count() <= LEAD_CHARS)
        .last()
        .unwrap_or(0);
    // What is short enough is shown from its beginning.
    let begin = if text[..begin].chars().count() <= LEAD_CHARS / 2 { 0 } else { begin };
    let end = text[begin..].char_indices().nth(CHARS_MAX).map_or(text.len(), |(at, _)| begin + at);
    let mut pieces = Vec::new();
    if begin > 0 {
        push(&mut pieces, "…", false);
    }
    let mut at = begin;
    for (start, stop) in hits.into_iter().filter(|(start, stop)| *start >= begin && *stop <= end) {
        push(&mut pieces, &text[at..start], false);
        push(&mut pieces, &text[start..stop], true);
        at = stop;
    }
    push(&mut pieces, &text[at..end], false);
    if end < text.len() {
        push(&mut pieces, "…", false);
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, text: &str, is_hit: bool) {
    if !text.is_empty() {
        // A line of a list has no lines.
        pieces.push(Piece { text: text.replace(['\n', '\r'], " "), is_hit });
    }
}
