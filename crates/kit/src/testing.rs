//! A world for tests: an empty database of its own on each engine, thrown away afterwards.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::db::{Db, Engine, Place, Sql, Synchronous, Tx};
use crate::id::{to_base32, uuid_v7};
use crate::{Clock, Result, Time, params, sql};

/// Saturday, 21 November 2026, noon UTC: when tests begin.
pub const NOON: Time = Time(1_795_262_400_000_000);

pub fn clock() -> Clock {
    Clock::manual(NOON)
}

/// A folder that is removed when the value is dropped.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("onedoor-test-{}-{n}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a temporary folder can be made");
        Folder(path)
    }
}

impl Default for Folder {
    fn default() -> Folder {
        Folder::new()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// The URL of the PostgreSQL that `cargo x test` starts.
#[expect(clippy::disallowed_methods, reason = "this is the tests' configuration")]
pub fn postgres_url() -> Option<String> {
    std::env::var("ONEDOOR_TEST_POSTGRES").ok()
}

/// The engines that this run can reach: SQLite always, PostgreSQL when `cargo x test` started it.
pub fn engines() -> Vec<Engine> {
    if postgres_url().is_some() {
        vec![Engine::Sqlite, Engine::Postgres]
    } else {
        vec![Engine::Sqlite]
    }
}

/// A fresh place for data; keep the folder as long as the database.
pub async fn place(engine: Engine) -> (Place, Folder) {
    let folder = Folder::new();
    let place = match engine {
        Engine::Sqlite => {
            Place::Sqlite { path: folder.0.join("test.db"), synchronous: Synchronous::Normal }
        }
        Engine::Postgres => {
            let url = postgres_url().expect("the engine is listed only where the URL is set");
            let schema = format!("test_{}", to_base32(uuid_v7(Time(0))));
            let db = Db::open(&Place::Postgres { url: url.clone() }).await.expect("reachable");
            let create = format!("create schema {schema}");
            db.write(|tx| tx.exec_text(&create)).await.expect("a schema can be made");
            let mark = if url.contains('?') { '&' } else { '?' };
            Place::Postgres { url: format!("{url}{mark}options=-csearch_path%3D{schema}") }
        }
    };
    (place, folder)
}

/// Runs the test once on each engine, each time on an empty database.
pub async fn on_each_engine(test: impl AsyncFn(Db)) {
    for engine in engines() {
        let (place, _folder) = place(engine).await;
        test(Db::open(&place).await.expect("an empty database opens")).await;
    }
}

/// All that lies in the database, table by table: to see that something changed nothing.
pub fn contents(tx: &Tx) -> Result<BTreeMap<String, String>> {
    let tables = sql!(
        sqlite: "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'",
        postgres: "select cast(table_name as text) from information_schema.tables
                   where table_schema = current_schema()"
    );
    let names: Vec<String> = tx.rows(tables, params![], |row| row.get(0))?;
    let of = |name: String| Ok((name.clone(), rows_of(tx, &name)?));
    names.into_iter().map(of).collect()
}

/// The rows of a table as one text, however they lie there.
fn rows_of(tx: &Tx, table: &str) -> Result<String> {
    let rows = match tx.engine() {
        Engine::Sqlite => {
            let columns = sql!(
                sqlite: "select name from pragma_table_info($1)",
                postgres: "select $1"
            );
            let columns: Vec<String> = tx.rows(columns, params![table], |row| row.get(0))?;
            let columns: Vec<String> =
                columns.iter().map(|name| format!("quote(\"{name}\")")).collect();
            let row = columns.join(" || ' ' || ");
            format!("select {row} from \"{table}\" order by 1")
        }
        Engine::Postgres => format!("select cast(t as text) from \"{table}\" t order by 1"),
    };
    // Names of tables cannot be bound; a test may keep a few texts for ever.
    let rows: &str = Box::leak(rows.into_boxed_str());
    let rows: Vec<String> = tx.rows(Sql::from_macro(rows, rows), params![], |row| row.get(0))?;
    Ok(rows.join("\n"))
}
