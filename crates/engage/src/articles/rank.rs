//! Which articles answer a question: pure, and for a few hundred of them quick enough to need no index.

use kit::text::words;

use super::Article;
use crate::language::are_akin;

/// A word in the title says more than one in the text.
const IN_TITLE: u32 = 5;
const IN_CATEGORY: u32 = 2;
const IN_BODY: u32 = 1;
/// Small words say nothing.
const WORD_CHARS_MIN: usize = 3;
/// Of a long text the beginning tells what it is about.
const BODY_WORDS_READ: usize = 400;

/// How well an article fits: how many of the words it has, and where.
pub fn score(question: &[String], article: &Article) -> u32 {
    let (title, category) = (words(&article.title), words(&article.category));
    let body: Vec<String> = words(&article.body).into_iter().take(BODY_WORDS_READ).collect();
    let has = |all: &[String], word: &str| {
        all.iter().any(|one| are_akin(one, word) || one.starts_with(word))
    };
    let of_word = |word: &String| match () {
        () if has(&title, word) => IN_TITLE,
        () if has(&category, word) => IN_CATEGORY,
        () if has(&body, word) => IN_BODY,
        () => 0,
    };
    question.iter().map(of_word).sum()
}

/// The telling words of a question.
pub fn telling(question: &str) -> Vec<String> {
    let mut all: Vec<String> =
        words(question).into_iter().filter(|word| word.chars().count() >= WORD_CHARS_MIN).collect();
    all.dedup();
    all
}

/// Those that fit at all, the best first; with their scores.
pub fn best<'a>(question: &str, articles: &'a [Article]) -> Vec<(u32, &'a Article)> {
    let question = telling(question);
    let scored = articles.iter().map(|article| (score(&question, article), article));
    let mut fitting: Vec<(u32, &Article)> = scored.filter(|(score, _)| *score > 0).collect();
    fitting.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.title.cmp(&other.title)));
    fitting
}
