//! What can be known of a text without understanding it: its words with their places, their stems, its language. Pure.
//!
//! The stems are those of all our languages at once: Polish, Romanian and Russian change the end of a word, so a word is
//! compared by its beginning. That is coarse, and enough for tables of a few hundred words.

use kit::i18n::Lang;
use kit::text::fold;

/// A word where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// In bytes of the text.
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    /// As it is compared: see [`kit::text::fold`].
    pub folded: String,
}

/// The words of a text, in order: runs of letters and digits.
pub fn words_of(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        let is_part = c.is_alphanumeric() || (start.is_some() && is_mark(c));
        match (start, is_part) {
            (None, true) => start = Some(at),
            (Some(begin), false) => {
                let word = &text[begin..at];
                words.push(Word { start: begin, end: at, text: word, folded: fold(word) });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// An accent that stands as a character of its own.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

const STEM_MIN: usize = 4;
const ENDING_MAX: usize = 3;

/// The beginning of a folded word that its other forms share: of long words the last three letters go, of short ones
/// fewer.
pub fn stem(folded: &str) -> &str {
    let length = folded.chars().count();
    let kept = length.saturating_sub(ENDING_MAX).max(STEM_MIN.min(length));
    let end = folded.char_indices().nth(kept).map_or(folded.len(), |(at, _)| at);
    &folded[..end]
}

/// Whether two folded words are forms of one.
pub fn are_akin(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    if has_digit(a) || has_digit(b) {
        return false;
    }
    let (a_length, b_length) = (a.chars().count(), b.chars().count());
    let is_near = a_length.abs_diff(b_length) <= ENDING_MAX;
    is_near
        && a_length.min(b_length) >= STEM_MIN
        && (a.starts_with(stem(b)) || b.starts_with(stem(a)))
}

/// Small words that one language has and the others have not.
#[rustfmt::skip]
const SMALL: [(Lang, &[&str]); 3] = [
    (Lang::Pl, &["jest", "nie", "czy", "prosze", "dzien", "dobry", "moje", "moja", "moj", "gdzie", "kiedy", "sie", "jak", "chce", "dziekuje", "zamowienie", "paczka", "mam", "dla", "na", "witam", "czesc", "zwrot", "pan", "pani", "juz"]),
    (Lang::Ro, &["este", "nu", "unde", "cand", "buna", "ziua", "va", "rog", "comanda", "coletul", "vreau", "pot", "cum", "multumesc", "sunt", "mea", "meu", "si", "pentru", "un", "o", "salut", "am", "program", "aveti", "retur", "ce"]),
    (Lang::En, &["the", "is", "my", "where", "when", "how", "hello", "hi", "please", "order", "parcel", "can", "want", "you", "are", "thanks", "thank", "what", "do", "have", "it", "of", "your", "i", "open", "return"]),
];

/// The language of a text, as far as it shows: by its letters, then by its small words.
pub fn language_of(text: &str) -> Option<Lang> {
    let count = |of: fn(char) -> bool| text.chars().filter(|c| of(*c)).count();
    let cyrillic = count(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
    if cyrillic > count(|c| c.is_ascii_alphabetic()) {
        return Some(Lang::Ru);
    }
    let polish = count(|c| "ąęłńśźżćĄĘŁŃŚŹŻĆ".contains(c)) * 2;
    let romanian = count(|c| "ăâîșțşţĂÂÎȘȚŞŢ".contains(c)) * 2;
    let words = words_of(text);
    let small = |lang: Lang| {
        let known = SMALL.iter().find(|(of, _)| *of == lang).map_or(&[][..], |(_, words)| *words);
        words.iter().filter(|word| known.contains(&word.folded.as_str())).count()
    };
    let scores = [
        (Lang::Pl, polish + small(Lang::Pl)),
        (Lang::Ro, romanian + small(Lang::Ro)),
        (Lang::En, small(Lang::En)),
    ];
    let best = scores.iter().max_by_key(|(_, score)| *score)?;
    let is_alone = scores.iter().filter(|(_, score)| *score == best.1).count() == 1;
    (best.1 > 0 && is_alone).then_some(best.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_akin() {
        let check = |a: &str, b: &str, expected: bool| {
            assert_eq!(are_akin(&fold(a), &fold(b)), expected, "{a} {b}");
        };
        check("zamówienie", "zamówienia", true);
        check("paczka", "paczkę", true);
        check("comanda", "comenzii", false);
        check("coletul", "colet", true);
        check("заказ", "заказа", true);
        check("посылка", "посылку", true);
        check("grinder", "grinders", true);
        check("order", "border", false);
        check("1042", "1043", false);
        check("dom", "dym", false);
    }

    #[test]
    fn the_language_shows() {
        let check = |text: &str, expected: Option<Lang>| {
            assert_eq!(language_of(text), expected, "{text}");
        };
        check("Gdzie jest moja paczka?", Some(Lang::Pl));
        check("gdzie moje zamowienie", Some(Lang::Pl));
        check("Unde este coletul meu?", Some(Lang::Ro));
        check("când deschideți", Some(Lang::Ro));
        check("Where is my parcel?", Some(Lang::En));
        check("Где моя посылка?", Some(Lang::Ru));
        check("1042", None);
        check("ok", None);
    }

    #[test]
    fn words_keep_their_places() {
        let words = words_of("Zażółć: gęślą-jaźń!");
        let shown: Vec<_> =
            words.iter().map(|word| (word.start, word.text, &*word.folded)).collect();
        assert_eq!(shown, [(0, "Zażółć", "zazolc"), (12, "gęślą", "gesla"), (21, "jaźń", "jazn")]);
        assert_eq!(words_of("e\u{301}te\u{301}").len(), 1);
    }
}
