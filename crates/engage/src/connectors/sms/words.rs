//! The words by which people say that they want no more messages, or want them again.

/// What a word asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Stop,
    /// Only from somebody who had stopped: otherwise “yes” is an answer to what was asked.
    Start,
}

/// A word of the table, with where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub word: &'static str,
    pub wish: Wish,
    /// ISO 639-1; the confirmation is in this language.
    pub lang: &'static str,
    pub source: &'static str,
    pub date: &'static str,
}

const TWILIO: (&str, &str) = ("Twilio support: default opt-out keywords", "2026-11-21");
const LOCAL: (&str, &str) = ("usage of the country's operators, general knowledge", "2026-11-21");

const fn word(
    word: &'static str,
    wish: Wish,
    lang: &'static str,
    source: (&'static str, &'static str),
) -> Word {
    Word { word, wish, lang, source: source.0, date: source.1 }
}

pub const WORDS: &[Word] = &[
    word("STOP", Wish::Stop, "en", TWILIO),
    word("STOPALL", Wish::Stop, "en", TWILIO),
    word("UNSUBSCRIBE", Wish::Stop, "en", TWILIO),
    word("CANCEL", Wish::Stop, "en", TWILIO),
    word("END", Wish::Stop, "en", TWILIO),
    word("QUIT", Wish::Stop, "en", TWILIO),
    word("REZYGNUJE", Wish::Stop, "pl", LOCAL),
    word("REZYGNUJĘ", Wish::Stop, "pl", LOCAL),
    word("WYPISZ", Wish::Stop, "pl", LOCAL),
    word("DEZABONARE", Wish::Stop, "ro", LOCAL),
    word("СТОП", Wish::Stop, "ru", LOCAL),
    word("ОТПИСАТЬСЯ", Wish::Stop, "ru", LOCAL),
    word("START", Wish::Start, "en", TWILIO),
    word("YES", Wish::Start, "en", TWILIO),
    word("UNSTOP", Wish::Start, "en", TWILIO),
    word("TAK", Wish::Start, "pl", LOCAL),
    word("DA", Wish::Start, "ro", LOCAL),
    word("СТАРТ", Wish::Start, "ru", LOCAL),
    word("ДА", Wish::Start, "ru", LOCAL),
];

/// What a message asks for, if it is nothing but one of the words.
pub fn meant(text: &str) -> Option<&'static Word> {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_uppercase();
    WORDS.iter().find(|known| known.word == bare)
}

/// Said once, to somebody who stopped. Each is one SMS: the shop's name in front is the sender's own.
///
/// Not from the catalogues of the desk: it is in the language of the word, for whoever wrote it, and a door may have
/// a text of its own.
pub fn confirmation(lang: &str, region: Option<&str>) -> &'static str {
    // “STOP” is everybody's word: the country of the number says more.
    match (lang, region) {
        ("pl", _) | ("en", Some("48")) => {
            "Nie wyślemy już żadnych reklam SMS. START włącza je znowu."
        }
        ("ro", _) | ("en", Some("40" | "373")) => {
            "Nu mai primiți reclame prin SMS. START pentru a reveni."
        }
        ("ru", _) | ("en", Some("7")) => "Рекламных SMS больше не будет. СТАРТ – получать снова.",
        _ => "You will get no more marketing texts from us. Reply START to get them again.",
    }
}

/// The calling code of those countries whose language we speak.
pub fn region_of(number: &str) -> Option<&'static str> {
    let digits = number.strip_prefix('+')?;
    ["48", "40", "373", "7"].into_iter().find(|code| digits.starts_with(code))
}

#[cfg(test)]
mod tests {
    use super::super::segments::count;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(Wish, &str)>) {
        assert_eq!(meant(text).map(|word| (word.wish, word.lang)), expected, "{text:?}");
    }

    #[test]
    fn only_a_word_that_stands_alone() {
        check("STOP", Some((Wish::Stop, "en")));
        check(" stop.\n", Some((Wish::Stop, "en")));
        check("„Rezygnuję”", Some((Wish::Stop, "pl")));
        check("wypisz", Some((Wish::Stop, "pl")));
        check("Dezabonare!", Some((Wish::Stop, "ro")));
        check("стоп", Some((Wish::Stop, "ru")));
        check("Отписаться", Some((Wish::Stop, "ru")));
        check("start", Some((Wish::Start, "en")));
        check("Да", Some((Wish::Start, "ru")));
        check("Stop sending me the wrong lamp", None);
        check("", None);
        check("?!", None);
    }

    #[test]
    fn a_confirmation_is_one_sms_in_their_language() {
        for lang in ["en", "pl", "ro", "ru"] {
            assert_eq!(count(confirmation(lang, None)).segments, 1, "{lang}");
        }
        assert_eq!(confirmation("en", region_of("+48601234567")), confirmation("pl", None));
        assert_eq!(confirmation("en", region_of("+37360123456")), confirmation("ro", None));
        assert_eq!(confirmation("en", region_of("+15005550006")), confirmation("en", None));
        assert_eq!(region_of(""), None);
    }
}
