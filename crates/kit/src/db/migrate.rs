//! Migrations: one text, forward only, run at start.

use super::sql::{Engine, expand_tokens};
use super::{Db, Tx};
use crate::{Result, Time, params, sql};

/// A step of the schema. Statements end with `;` at the end of a line; one that begins with the line
/// `-- sqlite only` or `-- postgres only` is for that engine.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    pub name: &'static str,
    pub text: &'static str,
}

impl Db {
    /// Applies what is new; returns the names of what was applied.
    pub async fn migrate(&self, migrations: &[Migration], now: Time) -> Result<Vec<&'static str>> {
        self.write(|tx| {
            tx.exec_text(&expand_tokens(
                "create table if not exists migrations (name {text} primary key, applied_at bigint not null)",
                tx.engine(),
            ))?;
            if tx.engine() == Engine::Postgres {
                tx.exec_text("lock table migrations in exclusive mode")?;
            }
            let done: Vec<String> =
                tx.rows(sql!("select name from migrations"), params![], |row| row.get(0))?;
            let new = migrations.iter().filter(|m| !done.iter().any(|name| name == m.name));
            new.map(|migration| apply(tx, migration, now)).collect()
        })
        .await
    }
}

fn apply(tx: &Tx, migration: &Migration, now: Time) -> Result<&'static str> {
    for statement in statements(migration.text, tx.engine()) {
        tx.exec_text(&statement)?;
    }
    tx.exec(
        sql!("insert into migrations (name, applied_at) values ($1, $2)"),
        params![migration.name, now],
    )?;
    Ok(migration.name)
}

/// The statements of a migration for one engine.
pub fn statements(text: &str, engine: Engine) -> Vec<String> {
    let other = match engine {
        Engine::Sqlite => "-- postgres only",
        Engine::Postgres => "-- sqlite only",
    };
    text.split(";\n")
        .filter(|part| !part.lines().any(|line| line.trim() == other))
        .map(|part| {
            let lines = part.lines().filter(|line| !line.trim_start().starts_with("--"));
            expand_tokens(lines.collect::<Vec<_>>().join("\n").trim(), engine)
        })
        .filter(|statement| !statement.is_empty())
        .collect()
}
