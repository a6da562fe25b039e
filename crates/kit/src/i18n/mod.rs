//! Words, numbers, money and dates as the reader's language writes them.
//!
//! Each crate brings its texts as Fluent files in four languages; a [`Catalogue`] joins them, and a [`Tr`]
//! looks at it through one reader's language and time zone. Pure code that has something to say returns a
//! [`Sentence`], which is data; the page turns it into words. Start reading at [`Tr`].
//!
//! Invariants, held by [`Catalogue::check`] in a test of each crate: every key is there in every language,
//! with the same variables and with all the plural forms that the language needs. At run time a hole is
//! filled with the English text, then with the key, and logged once: a page never fails for want of a word.

use crate::Time;
use crate::money::Money;

mod catalogue;
mod check;
mod formats;
mod lang;
mod resolve;
#[cfg(test)]
mod tests;
mod texts;
mod tr;

pub use catalogue::Catalogue;
pub use lang::Lang;
pub use tr::Tr;

/// The texts that kit itself shows. They are part of every [`Catalogue`].
const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../locales/en.ftl")),
    (Lang::Pl, include_str!("../../locales/pl.ftl")),
    (Lang::Ro, include_str!("../../locales/ro.ftl")),
    (Lang::Ru, include_str!("../../locales/ru.ftl")),
];

/// What fills a `{ $variable }` of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Chooses the plural form, and shows with the language's digit groups.
    Int(i64),
    /// Shown as it is; may choose a variant by its exact text.
    Text(String),
    Money(Money),
    /// Shows as date and time in the reader's zone.
    Time(Time),
    /// Another message, in the reader's language: the name of a door, a role, a month.
    Key(&'static str),
}

/// Something to say, before it is said in a language: a message's key and what fills its variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}
