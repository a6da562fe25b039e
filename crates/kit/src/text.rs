//! Text as people search for it: without case, without accents, in words.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text that two spellings of one word share: lower case, compatibility forms resolved (`ﬁ` → `fi`),
/// diacritics removed, the letters that Unicode does not decompose replaced (`ł` → `l`, `ß` → `ss`).
///
/// For search and comparison only, never for show. Folding twice is folding once.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd() {
        if is_combining_mark(c) {
            restore_short_i(&mut folded, c);
        } else {
            c.to_lowercase().filter(|c| !is_combining_mark(*c)).for_each(|c| push(&mut folded, c));
        }
    }
    folded
}

/// Cyrillic й is a letter, not an и with an accent: nobody who looks for “край” means “краи”.
fn restore_short_i(folded: &mut String, mark: char) {
    const BREVE: char = '\u{306}';
    if mark == BREVE && folded.ends_with('и') {
        folded.pop();
        folded.push('й');
    }
}

/// Letters with a stroke or of two parts stand alone in Unicode: no decomposition reaches their base.
fn push(folded: &mut String, c: char) {
    match c {
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ø' => folded.push('o'),
        'ħ' => folded.push('h'),
        'ŧ' => folded.push('t'),
        'ı' => folded.push('i'),
        'ς' => folded.push('σ'),
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'þ' => folded.push_str("th"),
        other => folded.push(other),
    }
}

/// The folded words of a text, in order: runs of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// At most `chars_max` characters; a text that was cut ends in `…`, which counts.
pub fn clip(text: &str, chars_max: usize) -> Cow<'_, str> {
    if text.chars().nth(chars_max).is_none() {
        return Cow::Borrowed(text);
    }
    let Some(kept) = chars_max.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let mut kept: String = text.chars().take(kept).collect();
    // A letter stays with its accents: cut before both, not between them.
    if text[kept.len()..].starts_with(is_combining_mark) {
        kept.truncate(kept.trim_end_matches(is_combining_mark).len());
        kept.pop();
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_word_fold_together() {
        let check = |spellings: &[&str], folded: &str| {
            for text in spellings {
                assert_eq!(fold(text), folded, "{text:?}");
            }
        };
        // Polish: every letter with a tail, a stroke or an accent.
        check(
            &["Zażółć gęślą jaźń", "ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "zazolc gesla jazn"],
            "zazolc gesla jazn",
        );
        check(&["Łódź", "Lodz", "łódź"], "lodz");
        // Romanian: comma below (right), cedilla (old keyboards), none, and decomposed.
        check(&["Țiriac", "Ţiriac", "tiriac", "T\u{326}iriac", "T\u{327}iriac"], "tiriac");
        check(&["Ștefan și Ana", "Ştefan şi Ana"], "stefan si ana");
        check(&["Brăila", "Brâila", "BRĂILA"], "braila");
        // Russian: ё is written as е; й stays a letter of its own, composed or not.
        check(&["Семён Фёдоров", "СЕМЕН ФЕДОРОВ"], "семен федоров");
        check(&["Андрей", "АНДРЕ\u{418}\u{306}"], "андрей");
        // Neighbours.
        check(&["Straße", "STRASSE", "STRAẞE"], "strasse");
        check(&["Đorđe", "Dorde"], "dorde");
        check(&["Ærø", "AERO"], "aero");
        check(&["İstanbul", "Istanbul", "ıstanbul"], "istanbul");
        check(&["ﬁrma", "Ｆｉｒｍａ"], "firma");
        check(&["anna@Example.COM"], "anna@example.com");
        check(&[""], "");
    }

    #[test]
    fn words_are_what_people_would_type() {
        let check = |text: &str, expected: &[&str]| assert_eq!(words(text), expected, "{text:?}");
        check("Anna Nowak-Żółkowska", &["anna", "nowak", "zolkowska"]);
        check("  ul. Piotrkowska 12/4, Łódź ", &["ul", "piotrkowska", "12", "4", "lodz"]);
        check("ștefan.țepeș@example.ro", &["stefan", "tepes", "example", "ro"]);
        check("О’Генри, «Дары волхвов»", &["о", "генри", "дары", "волхвов"]);
        check("+48 600 100 200", &["48", "600", "100", "200"]);
        check(" — … ", &[]);
    }

    #[test]
    fn clip_keeps_whole_letters() {
        let check = |text: &str, chars_max: usize, expected: &str| {
            assert_eq!(clip(text, chars_max), expected, "{text:?} to {chars_max}");
        };
        check("Zażółć", 6, "Zażółć");
        check("Zażółć gęślą", 6, "Zażół…");
        check("Zażółć gęślą", 8, "Zażółć…");
        check("Ştefan", 1, "…");
        check("Ştefan", 0, "");
        check("", 0, "");
        check("Се\u{308}мен", 3, "С…");
        check("Се\u{308}\u{301}мен", 4, "С…");
        check("\u{308}\u{308}\u{308}", 2, "…");
    }

    #[test]
    fn every_letter_of_unicode_folds_for_good() {
        for c in '\0'..=char::MAX {
            let folded = fold(&c.to_string());
            assert_eq!(fold(&folded), folded, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn clip_never_exceeds_its_limit(text in any::<String>(), chars_max in 0_usize..20) {
            prop_assert!(clip(&text, chars_max).chars().count() <= chars_max);
        }
    }
}
