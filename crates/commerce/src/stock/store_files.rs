//! The SQL of files of stock.

use kit::{Result, Time, Tx, params, sql};

/// When a file with these bytes was taken in, if it was.
pub fn taken_at(tx: &Tx, hash: &[u8; 32]) -> Result<Option<Time>> {
    tx.one(sql!("select taken_at from stock_files where hash = $1"), params![hash], |row| {
        row.get(0)
    })
}

pub fn insert(
    tx: &Tx,
    hash: &[u8; 32],
    name: &str,
    taken: usize,
    refused: usize,
    now: Time,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into stock_files (hash, name, rows_taken, rows_refused, taken_at)
             values ($1, $2, $3, $4, $5) on conflict (hash) do nothing"
        ),
        params![hash, name, taken as i64, refused as i64, now],
    )?;
    Ok(())
}
