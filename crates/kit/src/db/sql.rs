//! One SQL text, and the little that must change in it for each engine.
//!
//! Every statement is written `sql!("…")`. That makes it findable: a test reads the sources, collects each
//! of these texts and prepares it on both engines.

use std::collections::hash_map::Entry;
use std::sync::{PoisonError, RwLock};

use rustc_hash::FxHashMap;

/// A statement: one text for both engines, or (rarely) a pair.
#[derive(Clone, Copy, Debug)]
pub struct Sql {
    sqlite: &'static str,
    postgres: &'static str,
}

impl Sql {
    /// Called by [`sql!`](crate::sql) only, so that the test finds the text.
    pub const fn from_macro(sqlite: &'static str, postgres: &'static str) -> Sql {
        Sql { sqlite, postgres }
    }
}

/// Marks a SQL text. Where the engines truly differ: `sql!(sqlite: "…", postgres: "…")`.
#[macro_export]
macro_rules! sql {
    ($text:literal) => {
        $crate::db::Sql::from_macro($text, $text)
    };
    (sqlite: $sqlite:literal, postgres: $postgres:literal) => {
        $crate::db::Sql::from_macro($sqlite, $postgres)
    };
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// What the two engines spell differently: (token, SQLite, PostgreSQL).
const TOKENS: [(&str, &str, &str); 5] = [
    ("{blob}", "blob", "bytea"),
    // Ordered by bytes on both, so that keyset pages and prefix look-ups agree.
    ("{text}", "text", "text collate \"C\""),
    ("{clustered}", " without rowid", ""),
    ("{for_update}", "", " for update"),
    ("{skip_locked}", "", " for update skip locked"),
];

pub fn expand_tokens(text: &str, engine: Engine) -> String {
    TOKENS.iter().fold(text.to_string(), |text, (token, sqlite, postgres)| {
        text.replace(token, if engine == Engine::Sqlite { sqlite } else { postgres })
    })
}

/// A text made ready for one engine, kept for the life of the process.
#[derive(Debug)]
pub struct Ready {
    pub text: String,
    /// On SQLite: the parameters that stand in `in ($n)` and are expanded to as many as the list holds.
    pub lists: Vec<usize>,
    /// The highest parameter number.
    pub params: usize,
}

impl Sql {
    pub fn for_sqlite(self) -> &'static Ready {
        ready(self.sqlite, Engine::Sqlite)
    }

    pub fn for_postgres(self) -> &'static Ready {
        ready(self.postgres, Engine::Postgres)
    }
}

/// By address, length and engine: the texts are literals. Equal literals that the linker folded are equal texts.
type Texts = FxHashMap<(usize, usize, bool), &'static Ready>;

fn ready(text: &'static str, engine: Engine) -> &'static Ready {
    static CACHE: RwLock<Option<Texts>> = RwLock::new(None);
    let key = (text.as_ptr() as usize, text.len(), engine == Engine::Sqlite);
    let found = CACHE.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(&ready) = found.as_ref().and_then(|map| map.get(&key)) {
        return ready;
    }
    drop(found);
    let mut cache = CACHE.write().unwrap_or_else(PoisonError::into_inner);
    match cache.get_or_insert_default().entry(key) {
        Entry::Occupied(entry) => entry.get(),
        Entry::Vacant(entry) => entry.insert(Box::leak(Box::new(prepare_text(text, engine)))),
    }
}

/// `$n` becomes `?n` for SQLite, which would number `$n` by first appearance. `in ($n)` becomes
/// `= any($n)` for PostgreSQL; for SQLite it is left to [`Ready::with_lists`].
pub fn prepare_text(text: &str, engine: Engine) -> Ready {
    let text = expand_tokens(text, engine);
    let mut out = String::with_capacity(text.len() + 16);
    let (mut lists, mut params) = (Vec::new(), 0);
    let mut rest = text.as_str();
    while let Some(at) = rest.find('$') {
        let (before, after) = rest.split_at(at);
        let digits = after[1..].bytes().take_while(u8::is_ascii_digit).count();
        let number: usize = after[1..1 + digits].parse().unwrap_or(0);
        params = params.max(number);
        let mut tail = &after[1 + digits..];
        if before.ends_with("in (") && tail.starts_with(')') {
            tail = &tail[1..];
            out.push_str(before.strip_suffix("in (").unwrap_or(before));
            match engine {
                Engine::Postgres => out.push_str(&format!("= any(${number})")),
                Engine::Sqlite => {
                    out.push_str(&format!("in (?{number}…)"));
                    lists.push(number);
                }
            }
        } else {
            out.push_str(before);
            out.push(if engine == Engine::Sqlite { '?' } else { '$' });
            out.push_str(&after[1..1 + digits]);
        }
        rest = tail;
    }
    out.push_str(rest);
    Ready { text: out, lists, params }
}

impl Ready {
    /// The text with room for lists of these lengths. Lengths are rounded up to a power of two (the binder
    /// repeats the last value), so that few different statements exist.
    pub fn with_lists(&self, lengths: &[usize]) -> String {
        let mut text = self.text.clone();
        let mut next = self.params;
        for (&number, &length) in self.lists.iter().zip(lengths) {
            let more: String = (1..padded(length))
                .map(|_| {
                    next += 1;
                    format!(", ?{next}")
                })
                .collect();
            text = text.replacen(&format!("(?{number}…)"), &format!("(?{number}{more})"), 1);
        }
        text
    }
}

/// How many places a list of this length takes.
pub fn padded(length: usize) -> usize {
    length.max(1).next_power_of_two()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_and_lists_are_spelled_for_each_engine() {
        let text = "select a from t where b in ($2) and c = $1 and c < $1{for_update}";
        let lite = prepare_text(text, Engine::Sqlite);
        assert_eq!(
            lite.with_lists(&[3]),
            "select a from t where b in (?2, ?3, ?4, ?5) and c = ?1 and c < ?1"
        );
        assert_eq!(
            prepare_text(text, Engine::Postgres).text,
            "select a from t where b = any($2) and c = $1 and c < $1 for update"
        );
    }
}
