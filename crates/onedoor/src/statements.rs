//! Reads every SQL text of the workspace, wherever it stands, and prepares it on both engines after all
//! migrations. So a column that was renamed, a comma too many or a statement that only one engine understands
//! is found here and not by a customer.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use kit::Db;
use kit::db::Engine;
use kit::testing::{NOON, engines, place};

/// A literal of a `sql!(…)`, and where it stands.
struct Statement {
    place: String,
    text: String,
    /// `None` where one text serves both engines.
    engine: Option<Engine>,
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_can_be_prepared_on_both_engines() {
    let statements = statements();
    assert!(statements.len() > 50, "only {} statements were found", statements.len());
    let mut wrong: Vec<String> = statements.iter().filter_map(gap).collect();
    for engine in engines() {
        let (place, _folder) = place(engine).await;
        let db = Db::open(&place).await.unwrap();
        db.migrate(&crate::app::migrations(), NOON).await.unwrap();
        for statement in statements.iter().filter(|s| s.engine.is_none_or(|e| e == engine)) {
            // Each in a transaction of its own: a failed one ends a transaction of PostgreSQL.
            if let Err(error) = db.read(|tx| tx.prepare(&statement.text)).await {
                wrong.push(format!("{} on {engine:?}: {}", statement.place, error.detail));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn texts_are_found_as_rust_reads_them() {
    let source = r###"
        fn f() { tx.rows(sql!("select 1"), params![]); }
        // sql!("in a comment")
        sql!(
            sqlite: "select \"a\" \
                     from b",
            postgres: r#"select "b""#
        )
    "###;
    let found: Vec<_> = find_in("x.rs", source)
        .into_iter()
        .map(|s| format!("{} {:?} {}", s.place, s.engine, s.text))
        .collect();
    assert_eq!(
        found,
        [
            "x.rs:2 None select 1",
            "x.rs:5 Some(Sqlite) select \"a\" from b",
            "x.rs:7 Some(Postgres) select \"b\"",
        ]
    );
}

fn statements() -> Vec<Statement> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("crates/");
    let mut files = Vec::new();
    collect(crates, &mut files);
    files.sort();
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(crates).expect("below").display().to_string();
        let text = std::fs::read_to_string(path).expect("is text");
        // These speak of tables that nobody has.
        let examples = ["kit/src/db/tests.rs", "onedoor/src/statements.rs"];
        let is_example = name.starts_with("xtask/") || examples.contains(&name.as_str());
        if is_example { Vec::new() } else { find_in(&format!("crates/{name}"), &text) }
    };
    files.iter().flat_map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("is a folder") {
        let path = entry.expect("is readable").path();
        if path.is_dir() && !path.ends_with("target") {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The literals of each `sql!(…)` that is code: the parentheses close, and before it on its line is no comment.
fn find_in(name: &str, source: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices("sql!(") {
        let line = source[..at].rsplit('\n').next().unwrap_or("");
        if line.contains("//") || line.ends_with("macro_rules! ") {
            continue;
        }
        let mut rest = &source[at + "sql!(".len()..];
        loop {
            let skipped = rest.trim_start().trim_start_matches(',').trim_start();
            let (engine, literal) = match skipped {
                s if s.starts_with("sqlite:") => {
                    (Some(Engine::Sqlite), s["sqlite:".len()..].trim_start())
                }
                s if s.starts_with("postgres:") => {
                    (Some(Engine::Postgres), s["postgres:".len()..].trim_start())
                }
                s => (None, s),
            };
            let Some((text, after)) = literal_of(literal) else { break };
            let begin = source.len() - literal.len();
            let line = source[..begin].matches('\n').count() + 1;
            found.push(Statement { place: format!("{name}:{line}"), text, engine });
            rest = after;
        }
    }
    found
}

/// The value of the string literal at the beginning of this text, and what follows it.
fn literal_of(text: &str) -> Option<(String, &str)> {
    if let Some(raw) = text.strip_prefix("r#\"") {
        let (value, after) = raw.split_once("\"#")?;
        return Some((value.to_string(), after));
    }
    let mut chars = text.strip_prefix('"')?.char_indices().peekable();
    let mut value = String::new();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, &text[at + 2..])),
            '\\' => match chars.next()?.1 {
                '\n' => while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {},
                escaped => value.push(escaped),
            },
            _ => value.push(c),
        }
    }
    None
}

/// Parameters are numbered from 1 without a gap; a gap is a value bound for nothing.
fn gap(statement: &Statement) -> Option<String> {
    let numbers: BTreeSet<usize> = statement
        .text
        .split('$')
        .skip(1)
        .filter_map(|after| {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            after[..digits].parse().ok()
        })
        .collect();
    let missing = (1..=numbers.last().copied().unwrap_or(0)).find(|n| !numbers.contains(n))?;
    Some(format!("{}: ${missing} is missing: {}", statement.place, statement.text))
}
