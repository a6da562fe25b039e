//! Every row of every table, as text.

use std::collections::{BTreeMap, BTreeSet};

use kit::db::{Engine, Sql};
use kit::{Result, Tx, params, sql};

use crate::testing::Talk;

/// Rows by table, in lower case; bytes as hexadecimal digits.
pub struct Tables(BTreeMap<String, Vec<String>>);

impl Tables {
    pub async fn read(talk: &Talk) -> Tables {
        let read = |tx: &Tx| {
            let mut tables = BTreeMap::new();
            for table in names(tx)? {
                let rows = tx.rows(select_all(tx, &table)?, params![], |row| row.get::<String>(0));
                let rows = rows?.into_iter().map(|row| row.to_lowercase()).collect();
                tables.insert(table, rows);
            }
            Ok(Tables(tables))
        };
        talk.ctx.customers.db.read(read).await.unwrap()
    }

    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    /// Rows that hold one of these, each with its table in front.
    pub fn lines_with<'a>(&self, marks: impl Iterator<Item = &'a str>) -> Vec<String> {
        let marks: Vec<[String; 2]> = marks.map(|mark| [mark.to_lowercase(), hex(mark)]).collect();
        let has = |row: &String| marks.iter().flatten().any(|mark| row.contains(mark));
        let rows = self.0.iter().flat_map(|(table, rows)| rows.iter().map(move |row| (table, row)));
        rows.filter(|(_, row)| has(row)).map(|(table, row)| format!("{table}: {row}")).collect()
    }

    /// The tables that hold one of these.
    pub fn with_any<'a>(&self, marks: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
        let lines = self.lines_with(marks);
        let table = |line: &String| line.split_once(':').map(|(table, _)| table.to_string());
        lines.iter().filter_map(table).collect()
    }
}

/// Text as it lies in a column of bytes; what is hexadecimal already, as it is.
fn hex(mark: &str) -> String {
    if mark.len() == 32 && mark.bytes().all(|b| b.is_ascii_hexdigit()) {
        return mark.to_string();
    }
    mark.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn names(tx: &Tx) -> Result<Vec<String>> {
    tx.rows(
        sql!(
            sqlite: "select name from sqlite_master
                     where type = 'table' and lower(sql) not like 'create virtual%' order by name",
            postgres: "select cast(tablename as text) from pg_tables
                       where schemaname = current_schema() order by tablename"
        ),
        params![],
        |row| row.get(0),
    )
}

/// A statement that gives each row as one text.
fn select_all(tx: &Tx, table: &str) -> Result<Sql> {
    let text = match tx.engine() {
        Engine::Postgres => format!("select cast(t as text) from \"{table}\" t"),
        Engine::Sqlite => {
            let columns = sql!(
                sqlite: "select name from pragma_table_info($1)",
                postgres: "select cast($1 as text)"
            );
            let columns: Vec<String> = tx.rows(columns, params![table], |row| row.get(0))?;
            let columns: Vec<String> =
                columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
            format!("select {} from \"{table}\"", columns.join(" || ',' || "))
        }
    };
    let text: &'static str = Box::leak(text.into_boxed_str());
    Ok(Sql::from_macro(text, text))
}
