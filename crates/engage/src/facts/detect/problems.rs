//! The sentence that says what is wrong.

use super::{Found, Reading, SHOWN_CHARS_MAX};
use crate::facts::Entity;
use crate::language::words_of;

/// Beginnings of folded words that speak of something wrong.
#[rustfmt::skip]
const WRONG: &[&str] = &[
    // English
    "broken", "broke", "damag", "crack", "faulty", "defect", "missing", "wrong", "late", "leak", "torn", "doesnt", "complain", "lost",
    // Polish
    "uszkodz", "zepsu", "pekni", "peknie", "stluczon", "zbit", "brakuj", "brakow", "wadliw", "spozni", "reklamac", "pomylk", "zlamal", "zgubi", "ciekni",
    // Romanian
    "stricat", "defect", "spart", "crapat", "lipsest", "lipsa", "gresit", "intarzi", "deterior", "reclamat", "pierdut", "curge",
    // Russian
    "сломал", "сломан", "разбит", "разбил", "поврежд", "треснул", "трещин", "бракован", "опазды", "опозда", "задерж", "жалоб", "потерял", "протека", "ошиб",
];
/// Two words together: “does not work”.
#[rustfmt::skip]
const NOT: &[(&str, &[&str])] = &[
    ("not", &["work", "arriv", "receiv", "turn", "fit"]),
    ("never", &["arriv", "came"]),
    ("nie", &["dzial", "dosz", "dotar", "dosta", "otrzyma", "wlacz", "przysz"]),
    ("nu", &["function", "merge", "ajuns", "primit", "porn", "vine"]),
    ("не", &["работа", "приш", "получ", "включа", "доехал", "подош"]),
];
/// Two words after “not”, at most.
const NOT_REACH: usize = 3;
/// A word must be so long to say anything.
const WORD_CHARS_MIN: usize = 3;

pub fn problem(reading: &mut Reading) {
    let sentences = reading.text.split_inclusive(['.', '!', '?', '\n']);
    let best = sentences
        .map(|sentence| (score(sentence), sentence))
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    let Some((score, sentence)) = best else { return };
    if score == 0 {
        return;
    }
    let words = kit::text::words(sentence);
    let telling = words.into_iter().filter(|word| word.chars().count() >= WORD_CHARS_MIN);
    let value = telling.take(24).collect::<Vec<_>>().join(" ");
    let shown = kit::text::clip(sentence.trim(), SHOWN_CHARS_MAX).into_owned();
    reading.add(Found { entity: Entity::Problem, value, shown });
}

fn score(sentence: &str) -> usize {
    let words = words_of(sentence);
    let wrong =
        words.iter().filter(|word| WRONG.iter().any(|wrong| word.folded.starts_with(wrong)));
    let not = words.iter().enumerate().filter(|(n, word)| {
        let negated = NOT.iter().find(|(not, _)| *not == word.folded);
        let after = &words[n + 1..words.len().min(n + 1 + NOT_REACH)];
        let is_said =
            |beginning: &&str| after.iter().any(|word| word.folded.starts_with(*beginning));
        negated.is_some_and(|(_, verbs)| verbs.iter().any(is_said))
    });
    wrong.count() + not.count()
}
