//! All SQL of the erasures.

use kit::db::Row;
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Erasure, ErasureId};
use crate::identities::CustomerId;

pub fn insert(tx: &Tx, erasure: &Erasure, leaves: &[CustomerId]) -> Result<()> {
    let json = |value: serde_json::Result<String>| value.map_err(Error::internal);
    tx.exec(
        sql!("insert into erasures (id, at, actor, leaves, receipt) values ($1, $2, $3, $4, $5)"),
        params![
            erasure.id,
            erasure.at,
            erasure.by,
            json(serde_json::to_string(leaves))?,
            json(serde_json::to_string(&erasure.receipt))?
        ],
    )?;
    Ok(())
}

pub fn find(tx: &Tx, id: ErasureId) -> Result<Erasure> {
    let select = sql!("select id, at, actor, receipt from erasures where id = $1");
    tx.one(select, params![id], erasure)?.ok_or_else(|| Error::not_found(format!("erasure {id}")))
}

/// The newest first; `before` is where the page before ended.
pub fn list(tx: &Tx, before: Option<(Time, ErasureId)>, limit: usize) -> Result<Vec<Erasure>> {
    let (at, id) = before.unwrap_or((Time::MAX, ErasureId([0xff; 16])));
    tx.rows(
        sql!(
            "select id, at, actor, receipt from erasures where (at, id) < ($1, $2)
             order by at desc, id desc limit $3"
        ),
        params![at, id, limit as i64],
        erasure,
    )
}

/// The leaves that were erased at or after a moment.
pub fn leaves_since(tx: &Tx, since: Time) -> Result<Vec<CustomerId>> {
    let select = sql!("select leaves from erasures where at >= $1 order by at, id");
    let lists: Vec<Vec<CustomerId>> = tx.rows(select, params![since], |row| {
        serde_json::from_str(row.text(0)?).map_err(Error::internal)
    })?;
    Ok(lists.concat())
}

fn erasure(row: &Row) -> Result<Erasure> {
    Ok(Erasure {
        id: row.get(0)?,
        at: row.get(1)?,
        by: row.get(2)?,
        receipt: serde_json::from_str(row.text(3)?).map_err(Error::internal)?,
    })
}
