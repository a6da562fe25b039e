//! A table is written by one slice; the others call that slice's functions.
//!
//! A slice is a folder (or a file) directly under a crate's `src/`. What counts as writing is an
//! insert, update, delete or copy in a `sql!(…)` outside tests. The owner is the slice that
//! inserts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::source::{Finding, Source, closing};

/// Tables that a second slice may write, and why. A row that is no longer needed fails the test.
const SHARED: &[Shared] = &[
    ("carts", "crates/bench/src/shop", FILLS),
    ("cart_changes", "crates/bench/src/shop", FILLS),
    ("cart_lines", "crates/bench/src/shop", FILLS),
    ("stock_levels", "crates/bench/src/shop", "changes nothing: what the commit alone costs"),
];

const FILLS: &str = "a million carts are there before the clock runs";

/// Table, slice, reason.
type Shared = (&'static str, &'static str, &'static str);

/// One statement that writes.
struct Write<'a> {
    slice: String,
    inserts: bool,
    source: &'a Source,
    at: usize,
}

pub fn owners(sources: &[Source]) -> Vec<Finding> {
    owners_but(SHARED, sources)
}

fn owners_but(shared: &[Shared], sources: &[Source]) -> Vec<Finding> {
    let tables = writes(sources);
    let mut findings = needless(shared, &tables);
    for (table, writes) in &tables {
        let is_shared = |write: &&Write| {
            shared.iter().any(|(name, slice, _)| name == table && *slice == write.slice)
        };
        let counted: Vec<&Write> = writes.iter().filter(|write| !is_shared(write)).collect();
        let Some(owner) = owner(&counted) else { continue };
        let message = format!(
            "table {table} belongs to {owner}; call its functions, or name this slice and the reason in SHARED"
        );
        let strangers = counted.iter().filter(|write| write.slice != owner);
        findings.extend(strangers.map(|write| write.source.finding(write.at, &message)));
    }
    findings
}

/// The slice with the most inserts, then with the most statements, then the first by name.
fn owner(writes: &[&Write]) -> Option<String> {
    let mut slices: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for write in writes {
        let (inserts, statements) = slices.entry(&write.slice).or_default();
        *inserts += u32::from(write.inserts);
        *statements += 1;
    }
    let first = slices.into_iter().max_by_key(|(slice, counts)| (*counts, Reverse(*slice)));
    first.map(|(slice, _)| slice.to_owned())
}

/// Rows of [`SHARED`] that allow what nobody does.
fn needless(shared: &[Shared], tables: &BTreeMap<String, Vec<Write>>) -> Vec<Finding> {
    let is_used = |(table, slice, _): &&Shared| {
        tables.get(*table).is_some_and(|writes| writes.iter().any(|write| write.slice == *slice))
    };
    let unused = shared.iter().filter(|row| !is_used(row));
    unused
        .map(|(table, slice, _)| Finding {
            path: file!().to_owned(),
            line: 1,
            message: format!("{slice} no longer writes {table}; remove the row from SHARED"),
        })
        .collect()
}

/// Every write of every table.
fn writes(sources: &[Source]) -> BTreeMap<String, Vec<Write<'_>>> {
    let mut tables: BTreeMap<String, Vec<Write>> = BTreeMap::new();
    for source in sources {
        let Some(slice) = slice(&source.path) else { continue };
        for (at, statement) in statements(source) {
            for (table, inserts) in written(statement) {
                let write = Write { slice: slice.clone(), inserts, source, at };
                tables.entry(table).or_default().push(write);
            }
        }
    }
    tables
}

/// `crates/customers/src/merge` for all that lies in that folder, and for
/// `crates/customers/src/merge.rs`.
fn slice(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.strip_suffix(".rs")?.split('/').collect();
    match parts.as_slice() {
        ["crates", _, "src", _, ..] => Some(parts[..4].join("/")),
        _ => None,
    }
}

/// The string literals inside `sql!(…)` and its relatives (`sql_…!(…)`), outside tests.
fn statements(source: &Source) -> Vec<(usize, &str)> {
    let calls = source.code.match_indices("sql").filter_map(|(at, _)| {
        let name = source.code[at..].find(|c: char| !c.is_alphanumeric() && c != '_')?;
        let open = at + name + 1;
        source.code[at + name..].starts_with("!(").then(|| open..closing(&source.code, open))
    });
    let calls: Vec<_> = calls.filter(|call| !source.is_test(call.start)).collect();
    let is_inside = |at: usize| calls.iter().any(|call| call.contains(&at));
    let inside = source.strings.iter().filter(|range| is_inside(range.start));
    inside.map(|range| (range.start, &source.text[range.clone()])).collect()
}

/// The tables that a statement writes, and whether it inserts.
fn written(statement: &str) -> Vec<(String, bool)> {
    let lower = statement.to_lowercase();
    let is_apart = |c: char| !(c.is_alphanumeric() || c == '_' || c == '.');
    let words: Vec<&str> = lower.split(is_apart).filter(|word| !word.is_empty()).collect();
    let mut tables = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let before = i.checked_sub(1).map_or("", |i| words[i]);
        let after = words.get(i + 1).copied().unwrap_or_default();
        let second = words.get(i + 2).copied().unwrap_or_default();
        match (*word, after) {
            ("into", table) => tables.push((table.to_owned(), true)),
            ("copy", table) if i == 0 => tables.push((table.to_owned(), true)),
            ("delete", "from") => tables.push((second.to_owned(), false)),
            // Not `for update`, `do update set` and `for no key update`.
            ("update", table) if !matches!(before, "for" | "do" | "key") => {
                tables.push((table.to_owned(), false));
            }
            _ => {}
        }
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(shared: &[Shared], sources: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<Source> =
            sources.iter().map(|(path, text)| Source::new(path, text)).collect();
        owners_but(shared, &sources).iter().map(Finding::to_string).collect()
    }

    const MERGE: (&str, &str) = (
        "crates/customers/src/merge/store.rs",
        "fn a() {\n  tx.exec(sql!(\"insert into edges (a) values ($1)\"), params![1])\n}\n",
    );
    const IMPORT: (&str, &str) = (
        "crates/customers/src/import.rs",
        "fn a() {\n  tx.exec(\n    sql!(\n      \"update edges set a = $1\"\n    ), params![1])\n}\n",
    );

    #[test]
    fn a_second_writer_is_named() {
        assert_eq!(
            found(&[], &[IMPORT, MERGE]),
            [
                "crates/customers/src/import.rs:4: table edges belongs to crates/customers/src/merge; \
              call its functions, or name this slice and the reason in SHARED"
            ]
        );
        assert_eq!(
            found(&[], &[MERGE, ("crates/customers/src/merge/rules.rs", IMPORT.1)]),
            [""; 0]
        );
        assert_eq!(
            found(&[], &[MERGE, ("crates/customers/src/import/tests.rs", IMPORT.1)]),
            [""; 0]
        );
    }

    #[test]
    fn an_exception_is_allowed_while_it_is_needed() {
        let row = ("edges", "crates/customers/src/import", "moves a million rows at a time");
        assert_eq!(found(&[row], &[IMPORT, MERGE]), [""; 0]);
        assert_eq!(
            found(&[row], &[MERGE]),
            ["crates/xtask/tests/tidy/tables.rs:1: \
              crates/customers/src/import no longer writes edges; remove the row from SHARED"]
        );
    }

    #[test]
    fn writes_are_told_from_reads() {
        let check = |statement: &str, expected: &[(&str, bool)]| {
            let found = written(statement);
            let found: Vec<_> =
                found.iter().map(|(table, inserts)| (table.as_str(), *inserts)).collect();
            assert_eq!(found, expected, "{statement}");
        };
        check("select a from t for update", &[]);
        check("insert into t (a) values ($1) on conflict (a) do update set a = 1", &[("t", true)]);
        check("INSERT OR IGNORE INTO t VALUES (1)", &[("t", true)]);
        check(
            "with gone as (delete from t where a = 1) insert into u select 1",
            &[("t", false), ("u", true)],
        );
        check("update t set a = 1", &[("t", false)]);
        check("copy t (a, b) from stdin binary", &[("t", true)]);
        check("select copy from updates", &[]);
    }
}
