//! What somebody typed into the search field, as words and phrases: pure.

use kit::text::{fold, words};

/// Words of one search.
const TERMS_MAX: usize = 12;
/// Longer words are cut, here and in the index: PostgreSQL takes no more than 2 KB.
const WORD_CHARS_MAX: usize = 64;
/// A single letter would find half of all there is.
const PREFIX_CHARS_MIN: usize = 2;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// Words that begin so.
    Prefix(String),
    /// These words, one after the other.
    Phrase(Vec<String>),
}

/// All of these must be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub terms: Vec<Term>,
}

/// A word as it is indexed.
pub fn clipped(word: String) -> String {
    match word.char_indices().nth(WORD_CHARS_MAX) {
        Some((end, _)) => word[..end].to_string(),
        None => word,
    }
}

impl Query {
    /// `kawa "do wtorku"`: a quotation mark that nobody closed goes on to the end. Marks of all our languages count.
    pub fn parse(typed: &str) -> Query {
        let is_quote = |c: char| matches!(c, '"' | '„' | '”' | '“' | '«' | '»');
        let mut terms = Vec::new();
        for (n, piece) in typed.split(is_quote).enumerate() {
            let all: Vec<String> = words(piece).into_iter().map(clipped).collect();
            if n % 2 == 1 {
                terms.extend((!all.is_empty()).then_some(Term::Phrase(all)));
            } else {
                terms.extend(all.into_iter().map(Term::of_word));
            }
        }
        terms.truncate(TERMS_MAX);
        Query { terms }
    }

    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// As FTS5 reads it: <https://www.sqlite.org/fts5.html#full_text_query_syntax>. Words are letters and digits only, so
    /// nothing in them is syntax.
    pub(super) fn for_sqlite(&self) -> String {
        let term = |term: &Term| match term {
            Term::Prefix(word) => format!("\"{word}\"*"),
            Term::Phrase(words) => format!("\"{}\"", words.join(" ")),
        };
        self.terms.iter().map(term).collect::<Vec<_>>().join(" AND ")
    }

    /// As a `tsquery` is written.
    pub(super) fn for_postgres(&self) -> String {
        let term = |term: &Term| match term {
            Term::Prefix(word) => format!("'{word}':*"),
            Term::Phrase(words) => {
                let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
                format!("({})", quoted.join(" <-> "))
            }
        };
        self.terms.iter().map(term).collect::<Vec<_>>().join(" & ")
    }

    /// Whether a word of a message is one of those that were looked for.
    pub fn wants(&self, word: &str) -> bool {
        let word = fold(word);
        self.terms.iter().any(|term| match term {
            Term::Prefix(prefix) => word.starts_with(prefix.as_str()),
            Term::Phrase(words) => words.contains(&word),
        })
    }
}

impl Term {
    fn of_word(word: String) -> Term {
        if word.chars().count() < PREFIX_CHARS_MIN {
            Term::Phrase(vec![word])
        } else {
            Term::Prefix(word)
        }
    }
}
