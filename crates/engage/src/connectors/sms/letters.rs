//! Letters that make an SMS three times as dear, and what may stand for them: a merchant's choice for each door.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::gsm7;

/// Whether letters are changed so that a text fits the cheap alphabet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Plain {
    /// The text goes as it was written.
    #[default]
    No,
    /// Polish and Romanian letters lose their marks, typographic signs become those of a typewriter.
    Latin,
    /// Cyrillic becomes Latin too, as in passports.
    Cyrillic,
}

/// The marks of Polish and Romanian (with the comma below and with the older cedilla).
const LATIN: &[(char, &str)] = &[
    ('ą', "a"),
    ('ć', "c"),
    ('ę', "e"),
    ('ł', "l"),
    ('ń', "n"),
    ('ó', "o"),
    ('ś', "s"),
    ('ź', "z"),
    ('ż', "z"),
    ('ă', "a"),
    ('â', "a"),
    ('î', "i"),
    ('ș', "s"),
    ('ț', "t"),
    ('ş', "s"),
    ('ţ', "t"),
];

const SIGNS: &[(char, &str)] = &[
    ('„', "\""),
    ('”', "\""),
    ('“', "\""),
    ('«', "\""),
    ('»', "\""),
    ('’', "'"),
    ('‘', "'"),
    ('–', "-"),
    ('—', "-"),
    ('…', "..."),
    ('\u{a0}', " "),
    ('\u{202f}', " "),
    ('\t', " "),
    ('№', "No."),
];

/// ICAO Doc 9303 part 3, section 6 B: how Russian names stand in passports. The soft sign falls away.
const CYRILLIC: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', "ie"),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "iu"),
    ('я', "ia"),
];

impl Plain {
    /// The text in the cheap alphabet; as it was if it does not fit there even so, since then nothing is gained.
    #[must_use]
    pub fn apply(self, text: &str) -> String {
        let plain: String = text.chars().map(|c| self.stand_in(c)).collect();
        let fits = plain.chars().all(|c| gsm7::septets(c).is_some());
        if fits { plain } else { text.to_string() }
    }

    /// Every letter that is changed, and what stands for it: for whoever counts while somebody writes.
    pub fn changes(self) -> BTreeMap<char, String> {
        let small = self.tables().iter().flat_map(|table| table.iter()).map(|(c, _)| *c);
        let both = small.flat_map(|c| c.to_uppercase().chain([c]));
        both.map(|c| (c, self.stand_in(c)))
            .filter(|(c, letters)| *letters != c.to_string())
            .collect()
    }

    fn tables(self) -> &'static [&'static [(char, &'static str)]] {
        match self {
            Plain::No => &[],
            Plain::Latin => &[LATIN, SIGNS],
            Plain::Cyrillic => &[LATIN, SIGNS, CYRILLIC],
        }
    }

    fn stand_in(self, c: char) -> String {
        if gsm7::septets(c).is_some() {
            return c.to_string();
        }
        let small = c.to_lowercase().next().unwrap_or(c);
        let found =
            self.tables().iter().flat_map(|table| table.iter()).find(|(known, _)| *known == small);
        match found {
            Some((_, letters)) if small != c => capital(letters),
            Some((_, letters)) => (*letters).to_string(),
            None => c.to_string(),
        }
    }
}

/// Щ is Shch, not SHCH: nearly always only the first letter of a word is a capital.
fn capital(letters: &str) -> String {
    let mut chars = letters.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(how: Plain, text: &str, expected: &str) {
        assert_eq!(how.apply(text), expected);
    }

    #[test]
    fn letters_lose_their_marks_only_where_it_helps() {
        check(Plain::No, "Zażółć", "Zażółć");
        check(Plain::Latin, "Zażółć gęślą jaźń – „Łódź”…", "Zazolc gesla jazn - \"Lodz\"...");
        check(
            Plain::Latin,
            "Mulțumim și vă așteptăm în București",
            "Multumim si va asteptam in Bucuresti",
        );
        // é and ü are in the alphabet: they stay.
        check(Plain::Latin, "Café für Łukasz", "Café für Lukasz");
        check(Plain::Latin, "Заказ готов", "Заказ готов");
        check(Plain::Latin, "Łódź 🎉", "Łódź 🎉");
        check(Plain::Cyrillic, "Ваш заказ готов, Щукина", "Vash zakaz gotov, Shchukina");
        check(Plain::Cyrillic, "Объявление", "Obieiavlenie");
    }

    #[test]
    fn the_changes_are_told_letter_by_letter() {
        assert!(Plain::No.changes().is_empty());
        let latin = Plain::Latin.changes();
        assert_eq!(latin.get(&'Ł').map(String::as_str), Some("L"));
        assert_eq!(latin.get(&'…').map(String::as_str), Some("..."));
        assert_eq!((latin.get(&'é'), latin.get(&'щ')), (None, None));
        assert_eq!(Plain::Cyrillic.changes().get(&'Щ').map(String::as_str), Some("Shch"));
    }
}
