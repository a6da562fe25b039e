//! All SQL of imports.

use kit::{Result, Time, Tx, params, sql};

use super::Work;

pub fn done_maybe(tx: &Tx, work: Work) -> Result<Option<i64>> {
    tx.one(
        sql!("select done from imports where file_hash = $1 and plan_hash = $2"),
        params![work.file_hash, work.plan_hash],
        |row| row.get(0),
    )
}

pub fn set_done(tx: &Tx, work: Work, done: i64, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into imports (file_hash, plan_hash, name, done, updated_at)
             values ($1, $2, $3, $4, $5)
             on conflict (file_hash, plan_hash) do update
               set name = excluded.name, done = excluded.done, updated_at = excluded.updated_at"
        ),
        params![work.file_hash, work.plan_hash, work.name, done, now],
    )?;
    Ok(())
}
