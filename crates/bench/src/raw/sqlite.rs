//! Raw inserts by rusqlite.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rusqlite::{Connection, params};

use super::Row;
use crate::Outcome;

const CHECKPOINT_EVERY: Duration = Duration::from_millis(200);

const TABLE: &str = "
    create table events (
      seq integer primary key,
      customer_id blob not null,
      occurred_at integer not null,
      id blob not null,
      channel_id blob not null,
      type integer not null,
      name text not null,
      received_at integer not null,
      device text,
      amount integer,
      currency text,
      properties text not null,
      context text
    );";

pub fn rows(file: &Path, count: usize) -> Outcome<Vec<Row>> {
    let read = || {
        let conn = Connection::open(file)?;
        let mut stmt = conn.prepare(
            "select customer_id, occurred_at, id, channel_id, type, name, received_at, device, amount, currency, \
               properties, context
             from events order by seq limit ?",
        )?;
        let rows = stmt.query_map([count as i64], |row| {
            Ok(Row {
                customer_id: row.get(0)?,
                occurred_at: row.get(1)?,
                id: row.get(2)?,
                channel_id: row.get(3)?,
                kind: row.get(4)?,
                name: row.get(5)?,
                received_at: row.get(6)?,
                device: row.get(7)?,
                amount: row.get(8)?,
                currency: row.get(9)?,
                properties: row.get(10)?,
                context: row.get(11)?,
            })
        })?;
        rows.collect::<rusqlite::Result<Vec<Row>>>()
    };
    read().map_err(|error| format!("{}: {error}", file.display()))
}

pub fn count(file: &Path) -> Outcome<i64> {
    let count = |conn: Connection| {
        conn.query_row("select count(*) from events", [], |row| row.get::<_, i64>(0))
    };
    Connection::open(file).and_then(count).map_err(|error| format!("{}: {error}", file.display()))
}

/// Into an empty file, with the pragmas of the server and its checkpoints beside the writer.
pub fn rate(file: &Path, synchronous: &str, rows: &[Row], per_commit: usize) -> Outcome<f64> {
    remove(file);
    let writer = open(file, synchronous).map_err(|error| error.to_string())?;
    let checkpointer = open(file, synchronous).map_err(|error| error.to_string())?;
    let stop = &AtomicBool::new(false);
    let rate = std::thread::scope(|scope| {
        scope.spawn(move || {
            while !stop.load(Ordering::Relaxed) {
                let checkpoint = "pragma wal_checkpoint(passive)";
                // A checkpoint that fails only leaves the log longer.
                checkpointer.query_row(checkpoint, [], |_| Ok(())).ok();
                std::thread::sleep(CHECKPOINT_EVERY);
            }
        });
        let started = Instant::now();
        let inserted = insert(&writer, rows, per_commit);
        stop.store(true, Ordering::Relaxed);
        inserted.map(|()| rows.len() as f64 / started.elapsed().as_secs_f64())
    });
    drop(writer);
    remove(file);
    rate.map_err(|error| format!("raw insert: {error}"))
}

fn open(file: &Path, synchronous: &str) -> rusqlite::Result<Connection> {
    let conn = Connection::open(file)?;
    conn.busy_timeout(Duration::from_secs(10))?;
    for (name, value) in [("journal_mode", "wal"), ("synchronous", synchronous)] {
        conn.pragma_update(None, name, value)?;
    }
    for (name, value) in
        [("wal_autocheckpoint", 0), ("cache_size", -65_536), ("mmap_size", 1 << 30)]
    {
        conn.pragma_update(None, name, value)?;
    }
    Ok(conn)
}

fn insert(conn: &Connection, rows: &[Row], per_commit: usize) -> rusqlite::Result<()> {
    conn.execute_batch(TABLE)?;
    let mut stmt = conn.prepare(
        "insert into events (seq, customer_id, occurred_at, id, channel_id, type, name, received_at, device, \
           amount, currency, properties, context)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    let mut seq = 0_i64;
    for batch in rows.chunks(per_commit) {
        conn.execute_batch("begin immediate")?;
        for row in batch {
            seq += 1;
            stmt.execute(params![
                seq,
                row.customer_id,
                row.occurred_at,
                row.id,
                row.channel_id,
                row.kind,
                row.name,
                row.received_at,
                row.device,
                row.amount,
                row.currency,
                row.properties,
                row.context
            ])?;
        }
        conn.execute_batch("commit")?;
    }
    Ok(())
}

fn remove(file: &Path) {
    for end in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        std::fs::remove_file(name).ok();
    }
}
