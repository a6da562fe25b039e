//! Products that the customer has seen or bought, by their names as people shorten and inflect them.

use super::{Found, Reading};
use crate::facts::Entity;
use crate::language::{are_akin, words_of};

/// A name of one word must be so long to be told from any other.
const LONE_CHARS_MIN: usize = 5;
/// Of a longer name so many words must follow one another.
const RUN_MIN: usize = 2;

pub fn products(reading: &mut Reading, names: &[String]) {
    let mut found = Vec::new();
    for name in names {
        let wanted: Vec<String> = words_of(name).into_iter().map(|word| word.folded).collect();
        let run = longest_run(reading, &wanted);
        let is_lone = wanted.len() == 1 && wanted[0].chars().count() >= LONE_CHARS_MIN;
        if run >= RUN_MIN || (is_lone && run == 1) {
            found.push((run, name));
        }
    }
    // “Guji beans” may be the small bag or the large one: the best fit stands for both.
    let best = found.iter().map(|(run, _)| *run).max();
    let mut first = found.iter().filter(|(run, _)| Some(*run) == best);
    if let Some((_, name)) = first.next() {
        let value = kit::text::words(name).join(" ");
        reading.add(Found { entity: Entity::Product, value, shown: (*name).clone() });
    }
}

/// The most words of a name that follow one another in the text.
fn longest_run(reading: &Reading, wanted: &[String]) -> usize {
    let mut best = 0;
    for from in 0..reading.words.len() {
        for start in 0..wanted.len() {
            let pairs = reading.words[from..].iter().zip(&wanted[start..]);
            let run = pairs.take_while(|(said, name)| are_akin(&said.folded, name)).count();
            let has_letters =
                wanted[start..start + run].iter().any(|word| word.chars().all(char::is_alphabetic));
            best = best.max(if has_letters { run } else { 0 });
        }
    }
    best
}
