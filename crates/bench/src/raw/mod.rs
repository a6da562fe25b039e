//! The same rows into the same table by the same driver, and nothing else: the limit of the engine.

pub mod postgres;
pub mod sqlite;

use crate::Outcome;
use crate::process::own_cpu_seconds;
use crate::store::Place;

/// A row of the table `events`, as the server wrote it.
pub struct Row {
    pub customer_id: Vec<u8>,
    pub occurred_at: i64,
    pub id: Vec<u8>,
    pub channel_id: Vec<u8>,
    pub kind: i64,
    pub name: String,
    pub received_at: i64,
    pub device: Option<String>,
    pub amount: Option<i64>,
    pub currency: Option<String>,
    pub properties: String,
    pub context: Option<String>,
}

/// How fast, and the processor time of one event in microseconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rate {
    pub per_second: f64,
    pub cpu_us: f64,
}

/// Rows that the server has written, to be inserted once more.
pub async fn rows(place: &Place, count: usize) -> Outcome<Vec<Row>> {
    match place {
        Place::Sqlite { .. } => sqlite::rows(&place.file().expect("SQLite has a file"), count),
        Place::Postgres { url } => postgres::rows(url, count).await,
    }
}

/// Inserts the rows, so many in a transaction.
pub async fn rate(place: &Place, rows: &[Row], per_commit: usize) -> Outcome<Rate> {
    let engine = place.engine_process().await?;
    let cpu = || own_cpu_seconds() + engine.cpu_seconds();
    let cpu_before = cpu();
    let per_second = match place {
        Place::Sqlite { folder, synchronous } => {
            sqlite::rate(&folder.join("raw.db"), synchronous, rows, per_commit)?
        }
        Place::Postgres { url } => postgres::rate(url, rows, per_commit).await?,
    };
    Ok(Rate { per_second, cpu_us: (cpu() - cpu_before) / rows.len() as f64 * 1e6 })
}

/// Events that are stored.
pub async fn count(place: &Place) -> Outcome<u64> {
    let count = match place {
        Place::Sqlite { .. } => sqlite::count(&place.file().expect("SQLite has a file")),
        Place::Postgres { url } => postgres::count(url).await,
    };
    Ok(count? as u64)
}

/// Bytes of everything that is kept, once the server has stopped.
pub async fn bytes(place: &Place) -> Outcome<u64> {
    match place {
        Place::Sqlite { .. } => {
            let file = place.file().expect("SQLite has a file");
            let data = std::fs::metadata(&file);
            Ok(data.map_err(|error| format!("{}: {error}", file.display()))?.len())
        }
        Place::Postgres { url } => Ok(postgres::bytes(url).await? as u64),
    }
}
