//! How many SMS a text becomes: pure. A text that fits one SMS may fill it; a longer one loses some room in each part
//! for the header that says how the parts belong together (3GPP TS 23.040, section 9.2.3.24.1).

use serde::Serialize;

use super::gsm7;

/// More would cost more than anybody means to spend on one message.
pub const SEGMENTS_MAX: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Alphabet {
    /// Septets of the default alphabet.
    Gsm7,
    /// Units of UTF-16.
    Ucs2,
}

impl Alphabet {
    /// The dearer one only for what the cheaper one lacks.
    pub fn of(text: &str) -> Alphabet {
        let is_plain = text.chars().all(|c| gsm7::septets(c).is_some());
        if is_plain { Alphabet::Gsm7 } else { Alphabet::Ucs2 }
    }

    /// Room of a text that is one SMS, in units.
    pub fn single(self) -> usize {
        match self {
            Alphabet::Gsm7 => 160,
            Alphabet::Ucs2 => 70,
        }
    }

    /// Room of each part of a longer text, beside a header of six bytes.
    pub fn part(self) -> usize {
        match self {
            Alphabet::Gsm7 => 153,
            Alphabet::Ucs2 => 67,
        }
    }

    /// An escaped character and a surrogate pair take two units, which stay together.
    fn units(self, c: char) -> usize {
        match self {
            Alphabet::Gsm7 => gsm7::septets(c).unwrap_or(0),
            Alphabet::Ucs2 => c.len_utf16(),
        }
    }

    pub fn units_of(self, text: &str) -> usize {
        text.chars().map(|c| self.units(c)).sum()
    }
}

/// A text as it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segments {
    pub alphabet: Alphabet,
    pub parts: Vec<String>,
}

/// Cuts a text into its SMS. Joined, they are the text.
pub fn split(text: &str) -> Segments {
    let alphabet = Alphabet::of(text);
    if alphabet.units_of(text) <= alphabet.single() {
        return Segments { alphabet, parts: vec![text.to_string()] };
    }
    let mut parts = vec![String::new()];
    let mut used = 0;
    for c in text.chars() {
        let units = alphabet.units(c);
        if used + units > alphabet.part() {
            parts.push(String::new());
            used = 0;
        }
        used += units;
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    Segments { alphabet, parts }
}

/// What a writer sees while writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    pub alphabet: Alphabet,
    pub segments: usize,
    /// Units that still fit without another SMS.
    pub left: usize,
}

/// Counts a text, for the composer.
pub fn count(text: &str) -> Count {
    let Segments { alphabet, parts } = split(text);
    let room = if parts.len() == 1 { alphabet.single() } else { alphabet.part() };
    let used = parts.last().map_or(0, |last| alphabet.units_of(last));
    let segments = if text.is_empty() { 0 } else { parts.len() };
    Count { alphabet, segments, left: room - used }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, alphabet: Alphabet, segments: usize, left: usize) {
        assert_eq!(count(text), Count { alphabet, segments, left }, "{text:?}");
    }

    #[test]
    fn as_telephones_count() {
        use Alphabet::{Gsm7, Ucs2};
        check("", Gsm7, 0, 160);
        check(&"a".repeat(160), Gsm7, 1, 0);
        check(&"a".repeat(161), Gsm7, 2, 145);
        check(&"a".repeat(306), Gsm7, 2, 0);
        check(&"a".repeat(307), Gsm7, 3, 152);
        check(&"€".repeat(80), Gsm7, 1, 0);
        check("{[^~|\\]}", Gsm7, 1, 144);
        check("Dzień dobry", Ucs2, 1, 59);
        check(&"ł".repeat(70), Ucs2, 1, 0);
        check(&"ł".repeat(71), Ucs2, 2, 63);
        check(&"🎉".repeat(35), Ucs2, 1, 0);
        check(&"🎉".repeat(36), Ucs2, 2, 61);
    }

    #[test]
    fn a_pair_is_never_cut() {
        // The 153rd septet would be the escape of the sign.
        let text = format!("{}€{}", "a".repeat(152), "b".repeat(20));
        assert_eq!(split(&text).parts[0], "a".repeat(152));
        let text = format!("{}🎉{}", "ł".repeat(66), "ł".repeat(20));
        assert_eq!(split(&text).parts[0], "ł".repeat(66));
    }

    proptest! {
        #[test]
        fn parts_give_the_text_back_and_none_is_too_long(text in "(\\PC|[a-z€{}\\[\\]łșж🎉\n ]){0,400}") {
            let Segments { alphabet, parts } = split(&text);
            prop_assert_eq!(parts.concat(), text.clone());
            let room = if parts.len() == 1 { alphabet.single() } else { alphabet.part() };
            for part in &parts {
                prop_assert!(alphabet.units_of(part) <= room);
                let bytes = match alphabet {
                    Alphabet::Gsm7 => gsm7::encode(part).map_or(usize::MAX, |septets| septets.len()),
                    Alphabet::Ucs2 => part.encode_utf16().count(),
                };
                prop_assert_eq!(bytes, alphabet.units_of(part));
            }
            prop_assert!(parts.len() < 2 || parts.iter().all(|part| !part.is_empty()));
        }
    }
}
