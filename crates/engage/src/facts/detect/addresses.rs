//! Postal addresses: a street with a number, by how streets are called in our four languages, and the town after it. A
//! heuristic: it prefers missing one to inventing one.

use super::Reading;
use crate::facts::Entity;
use crate::language::{Word, stem};

/// Before the name: Polish, Romanian, Russian.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "ul", "ulica", "ulicy", "al", "aleja", "aleje", "pl", "plac", "os", "osiedle",
    "str", "strada", "bd", "bulevardul", "calea", "aleea", "sos", "soseaua", "piata",
    "ул", "улица", "улице", "пр", "проспект", "пер", "переулок", "ш", "шоссе", "наб", "бул", "бульвар",
];
/// After the name, in English.
const AFTER: &[&str] = &[
    "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "dr", "square", "way",
    "close", "court",
];
/// Between the name and the number.
const NUMBER: &[&str] = &["nr", "numarul", "д", "дом", "m", "no"];
const NAME_WORDS_MAX: usize = 4;
/// Between two words of an address.
const GAP_BYTES_MAX: usize = 3;

pub fn addresses(reading: &mut Reading) {
    let mut at = 0;
    while at < reading.words.len() {
        let found = named_before(reading, at).or_else(|| named_after(reading, at));
        let Some((from, to, key)) = found else {
            at += 1;
            continue;
        };
        let to = with_town(reading, to);
        let place = reading.words[from].start..reading.words[to].end;
        if reading.is_free(&place) {
            reading.take(Entity::Address, place, key);
        }
        at = to + 1;
    }
}

/// First and last word, and the key: stems of the name, and the number.
type Street = (usize, usize, String);

/// `ul. Długa 5/12`, `str. Mihai Eminescu nr. 7`, `ул. Ленина, д. 5`.
fn named_before(reading: &Reading, at: usize) -> Option<Street> {
    let words = &reading.words;
    if !BEFORE.contains(&words[at].folded.as_str()) {
        return None;
    }
    let mut name = Vec::new();
    for n in at + 1..words.len().min(at + 2 + NAME_WORDS_MAX + 1) {
        if !is_beside(reading, n - 1, n) {
            return None;
        }
        let word = &words[n];
        if is_house_number(word) && !name.is_empty() {
            let end = with_flat(reading, n);
            return Some((at, end, key(&name, words, n, end)));
        }
        if !NUMBER.contains(&word.folded.as_str()) {
            name.push(n);
        }
        if name.len() > NAME_WORDS_MAX {
            return None;
        }
    }
    None
}

/// `12 Baker Street`.
fn named_after(reading: &Reading, at: usize) -> Option<Street> {
    let words = &reading.words;
    if !is_house_number(&words[at]) {
        return None;
    }
    let mut name = Vec::new();
    for n in at + 1..words.len().min(at + 2 + NAME_WORDS_MAX) {
        if !is_beside(reading, n - 1, n) {
            return None;
        }
        if AFTER.contains(&words[n].folded.as_str()) && !name.is_empty() {
            return Some((at, n, key(&name, words, at, at)));
        }
        // A name has capitals, or “2 pieces on my way” were one.
        if !words[n].text.starts_with(char::is_uppercase) {
            return None;
        }
        name.push(n);
    }
    None
}

fn key(name: &[usize], words: &[Word], from: usize, to: usize) -> String {
    let name = name.iter().map(|n| stem(&words[*n].folded));
    let number = words[from..=to].iter().map(|word| word.folded.as_str());
    name.chain(number).collect::<Vec<_>>().join(" ")
}

fn is_beside(reading: &Reading, a: usize, b: usize) -> bool {
    let gap = &reading.text[reading.words[a].end..reading.words[b].start];
    gap.len() <= GAP_BYTES_MAX && !gap.contains(['\n', '!', '?', ';', ':'])
}

/// `5`, `5a`, `12b`.
fn is_house_number(word: &Word) -> bool {
    let digits = word.text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word.text[digits..];
    (1..=4).contains(&digits) && rest.chars().count() <= 1 && rest.chars().all(char::is_alphabetic)
}

/// `5/12`, `5 m. 12`.
fn with_flat(reading: &Reading, n: usize) -> usize {
    let words = &reading.words;
    let Some(next) = words.get(n + 1) else { return n };
    let gap = &reading.text[words[n].end..next.start];
    if gap == "/" && is_house_number(next) { n + 1 } else { n }
}

/// A postcode and the town after it: `, 31-001 Kraków`, `, 400001 Cluj-Napoca`.
fn with_town(reading: &Reading, to: usize) -> usize {
    let words = &reading.words;
    let is_code = |word: &Word, lengths: &[usize]| {
        lengths.contains(&word.text.len()) && word.text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let beside = |n: usize| n < words.len() && is_beside(reading, n - 1, n);
    let mut end = to;
    if beside(to + 1) && is_code(&words[to + 1], &[5, 6]) {
        end = to + 1;
    } else if beside(to + 2) && is_code(&words[to + 1], &[2]) && is_code(&words[to + 2], &[3]) {
        end = to + 2;
    }
    let is_town = |n: usize| beside(n) && words[n].text.starts_with(char::is_uppercase);
    while end > to && end < to + 4 && is_town(end + 1) {
        end += 1;
    }
    end
}
