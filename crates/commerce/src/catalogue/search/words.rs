//! Which products have the words that somebody typed.

use std::collections::HashMap;

use kit::{Result, Tx};

use super::{Found, Scores};
use crate::catalogue::rules::typos;
use crate::catalogue::{ProductId, store_search};

/// More words than these say nothing more.
const WORDS_MAX: usize = 8;
/// A word as it was typed says more than one that begins so, and that more than one that may have been meant.
const EXACT: i64 = 4;
const BEGINS: i64 = 2;
const MEANT: i64 = 1;
/// The beginning of a word is looked for from so many letters on.
const PREFIX_CHARS_MIN: usize = 2;

/// The products that have all the words, each with how well they fit.
pub fn find(tx: &Tx, text: &str, is_sold: bool, found: &mut Found) -> Result<Scores> {
    let mut scores: Option<Scores> = None;
    for word in kit::text::words(text).iter().take(WORDS_MAX) {
        let hits = find_word(tx, word, is_sold, found)?;
        if hits.is_empty() {
            found.ignored.push(word.clone());
            continue;
        }
        scores = Some(match scores {
            None => hits,
            Some(mut before) => {
                before.retain(|id, _| hits.contains_key(id));
                for (id, score) in &mut before {
                    *score += hits.get(id).copied().unwrap_or(0);
                }
                before
            }
        });
    }
    Ok(scores.unwrap_or_default())
}

fn find_word(tx: &Tx, word: &str, is_sold: bool, found: &mut Found) -> Result<Scores> {
    let is_long = word.chars().count() >= PREFIX_CHARS_MIN;
    let rows = if is_long {
        store_search::beginning_with(tx, word, is_sold)?
    } else {
        store_search::with_terms(tx, &[word], is_sold)?
    };
    if !rows.is_empty() {
        let factor = |term: &str| if term == word { EXACT } else { BEGINS };
        return Ok(best(rows.into_iter().map(|(term, id, weight)| (id, factor(&term) * weight))));
    }
    meant_by(tx, word, is_sold, found)
}

/// Words that differ by a slip or by their ending.
fn meant_by(tx: &Tx, word: &str, is_sold: bool, found: &mut Found) -> Result<Scores> {
    let mut near: Vec<String> = Vec::new();
    if typos::allowed(word) > 0 {
        let grams: Vec<String> = typos::grams(word).into_iter().collect();
        near = store_search::words_with_grams(tx, &grams, typos::shared_min(word))?;
        near.retain(|candidate| typos::is_near(word, candidate));
    }
    let near: Vec<&str> = near.iter().map(String::as_str).collect();
    let mut rows = store_search::with_terms(tx, &near, is_sold)?;
    for stem in typos::stems(word) {
        if rows.is_empty() {
            rows = store_search::beginning_with(tx, &stem, is_sold)?;
        }
    }
    if !rows.is_empty() {
        let mut words: Vec<String> = rows.iter().map(|(term, _, _)| term.clone()).collect();
        words.sort();
        words.dedup();
        found.meant.push((word.to_string(), words));
    }
    Ok(best(rows.into_iter().map(|(_, id, weight)| (id, MEANT * weight))))
}

/// Of several words of a product the one that fits best counts.
fn best(rows: impl Iterator<Item = (ProductId, i64)>) -> Scores {
    let mut scores = HashMap::new();
    for (id, score) in rows {
        let known = scores.entry(id).or_insert(score);
        *known = score.max(*known);
    }
    scores
}
