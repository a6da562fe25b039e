//! E-mail addresses and telephone numbers, by the same rules by which identities are read.

use std::ops::Range;

use customers::identities::Kind;
use customers::identities::normal::normalise;

use kit::i18n::Lang;

use super::Reading;
use crate::facts::Entity;
use crate::language::language_of;

pub fn emails(reading: &mut Reading) {
    let text = reading.text;
    let is_edge = |c: char| c.is_whitespace() || "<>(),;:\"'[]„”«»".contains(c);
    for piece in text.split(is_edge).filter(|piece| piece.contains('@')) {
        let piece = piece.trim_matches(['.', '!', '?']);
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        if let Ok(email) = normalise(&Kind::EMAIL, piece, None) {
            let email = email.into_owned();
            reading.take(Entity::Email, start..start + piece.len(), email);
        }
    }
}

const DIGITS_MIN: usize = 7;
const GROUPS_MAX: usize = 6;

/// Numbers are written in groups, and other numbers may stand beside: of all groups that follow one another the longest
/// run that is a telephone number is one.
///
/// One without a country code is dialled as the shop's country dials, else as the writer's language lets one think.
pub fn phones(reading: &mut Reading, region: Option<&str>) {
    let theirs = match language_of(reading.text) {
        Some(Lang::Pl) => Some("PL"),
        Some(Lang::Ro) => Some("RO"),
        Some(Lang::Ru) => Some("RU"),
        Some(Lang::En) | None => None,
    };
    let read = |text: &str| {
        let regions = [region, theirs];
        let phone = regions.iter().find_map(|region| normalise(&Kind::PHONE, text, *region).ok());
        phone.map(|phone| phone.into_owned())
    };
    let groups = groups(reading.text);
    let mut first = 0;
    while first < groups.len() {
        let longest = (first + 1..=groups.len().min(first + GROUPS_MAX)).rev().find_map(|end| {
            let run = &groups[first..end];
            let are_beside =
                run.windows(2).all(|pair| is_gap(reading.text, pair[0].end, pair[1].start));
            let place = run.first()?.start..run.last()?.end;
            let text = &reading.text[place.clone()];
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            if !are_beside || digits < DIGITS_MIN || !reading.is_free(&place) || is_date(text) {
                return None;
            }
            let phone = read(text)?;
            Some((end, place, phone))
        });
        match longest {
            Some((end, place, phone)) => {
                reading.take(Entity::Phone, place, phone);
                first = end;
            }
            None => first += 1,
        }
    }
}

/// Runs of digits, with the `+` or `(` before them; none that is a part of a word or an amount.
fn groups(text: &str) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let digits = at + found;
        let end = digits + text[digits..].bytes().take_while(u8::is_ascii_digit).count();
        let before = text[..digits].chars().next_back();
        let after = text[end..].chars().next();
        let start = match before {
            Some('+' | '(') => digits - 1,
            _ => digits,
        };
        let is_in_word = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '#' | ','))
            || after.is_some_and(|c| c.is_alphabetic() || c == ',');
        // A comma after a number ends a clause unless a digit follows: then it is an amount.
        let is_amount =
            after == Some(',') && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
        if !is_in_word
            || (after == Some(',') && !is_amount && before.is_none_or(|c| !c.is_alphanumeric()))
        {
            groups.push(start..end);
        }
        at = end;
    }
    groups
}

fn is_gap(text: &str, from: usize, to: usize) -> bool {
    from <= to && to - from <= 3 && text[from..to].chars().all(|c| " -./()\u{a0}".contains(c))
}

/// `12.11.2026`, `2026-11-12`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['.', '-', '/']).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.trim().len()).collect();
    matches!(lengths[..], [1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2])
}
