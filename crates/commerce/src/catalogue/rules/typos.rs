//! Which word was meant by one that nobody wrote: as near as a slip of the finger.

use std::collections::BTreeSet;

/// Shorter words are read as they are typed: one letter more or less makes another word of them.
const TYPED_CHARS_MIN: usize = 4;
const LONG_CHARS_MIN: usize = 8;
/// Longer is a number or a nonsense.
pub const WORD_CHARS_MAX: usize = 40;
/// Letters that may be another ending, and what must be left of the word.
const ENDING_CHARS_MAX: usize = 4;
const STEM_CHARS_MIN: usize = 3;

/// How many slips are forgiven.
pub fn allowed(typed: &str) -> usize {
    match typed.chars().count() {
        TYPED_CHARS_MIN..LONG_CHARS_MIN => 1,
        LONG_CHARS_MIN.. => 2,
        _ => 0,
    }
}

/// Three letters each that stand side by side, the beginning and the end marked: `^ku kub ube bek ek$`.
pub fn grams(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> =
        std::iter::once('^').chain(word.chars()).chain(std::iter::once('$')).collect();
    letters.windows(3).map(|window| window.iter().collect()).collect()
}

/// How many grams a word shares at least with one that is typed with the slips that are allowed: each slip spoils three,
/// two letters that changed places four.
pub fn shared_min(typed: &str) -> i64 {
    let grams = grams(typed).len() as i64;
    (grams - 4 * allowed(typed) as i64).max(1)
}

/// Whether the one may be a slip for the other: a letter too many, missing, wrong, or two that changed places (the
/// restricted edit distance of Damerau, 1964).
pub fn is_near(typed: &str, word: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let allowed = allowed(typed);
    if a.len().abs_diff(b.len()) > allowed {
        return false;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let wrong = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + wrong);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row[j] = least;
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()] <= allowed
}

/// What is left without an ending, which Polish, Romanian and Russian change, the longest first: `kubkami` → `kubkam`,
/// `kubka`, `kubk`, `kub`.
pub fn stems(typed: &str) -> Vec<String> {
    let letters: Vec<char> = typed.chars().collect();
    if !letters.iter().all(|c| c.is_alphabetic()) {
        return Vec::new();
    }
    (1..=ENDING_CHARS_MAX)
        .filter_map(|ending| letters.len().checked_sub(ending))
        .filter(|kept| *kept >= STEM_CHARS_MIN)
        .map(|kept| letters[..kept].iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slips_are_forgiven_and_other_words_are_not() {
        let check = |typed: &str, word: &str, near: bool| {
            assert_eq!(is_near(typed, word), near, "{typed} {word}");
        };
        check("kubek", "kubek", true);
        check("kubke", "kubek", true);
        check("kbek", "kubek", true);
        check("kupek", "kubek", true);
        check("kubeek", "kubek", true);
        check("kuekb", "kubek", false);
        check("mug", "rug", false);
        check("filizanak", "filizanka", true);
        check("fliizanak", "filizanka", true);
        check("cafetiera", "cafetieră", true);
        check("чашко", "чашка", true);
    }

    #[test]
    fn endings_are_cut() {
        assert_eq!(stems("kubki"), ["kubk", "kub"]);
        assert_eq!(stems("чашками"), ["чашкам", "чашка", "чашк", "чаш"]);
        assert_eq!(stems("mug"), [""; 0]);
        assert_eq!(stems("590123"), [""; 0]);
    }

    proptest! {
        /// The look-up by grams loses none of the words that are near, but where a slip spoils all of a short one.
        #[test]
        fn near_words_share_enough_grams(word in "[abcż]{2,12}", typed in "[abcż]{4,12}") {
            if is_near(&typed, &word) {
                let (typed_grams, slips) = (grams(&typed), allowed(&typed));
                let shared = typed_grams.intersection(&grams(&word)).count();
                prop_assert!(shared + 4 * slips >= typed_grams.len(), "{typed} {word}");
            }
        }
    }
}
