//! Calls that were not taken: the newest of each door, so that its developer sees what to mend.

use kit::{Result, Time, Tx, params, sql};
use serde::Serialize;

use super::Rejected;
use crate::channels::ChannelId;

kit::id_type!(RejectionId, "rej");

/// Kept of each door.
pub const KEPT_MAX: i64 = 100;
pub const BODY_LENGTH_MAX: usize = 2_000;

#[derive(Clone, Debug, Serialize)]
pub struct Rejection {
    pub id: RejectionId,
    pub at: Time,
    pub code: String,
    pub detail: String,
    pub body: String,
}

pub fn note(tx: &Tx, channel: ChannelId, rejected: &[Rejected], now: Time) -> Result<()> {
    if rejected.is_empty() {
        return Ok(());
    }
    for one in rejected.iter().take(KEPT_MAX as usize) {
        tx.exec(
            sql!(
                "insert into rejections (channel_id, id, code, detail, body)
                 values ($1, $2, $3, $4, $5)"
            ),
            params![channel, RejectionId::new(now), one.code, one.detail, one.body],
        )?;
    }
    tx.exec(
        sql!(
            "delete from rejections where channel_id = $1 and id <=
               (select id from rejections where channel_id = $1 order by id desc limit 1 offset $2)"
        ),
        params![channel, KEPT_MAX],
    )?;
    Ok(())
}

/// Takes away the calls that name one of these values (folded to lower case).
pub fn erase_mentions(tx: &Tx, values: &[String]) -> Result<u64> {
    let all = tx.rows(sql!("select channel_id, id, body from rejections"), params![], |row| {
        Ok((row.get::<ChannelId>(0)?, row.get::<RejectionId>(1)?, row.text(2)?.to_lowercase()))
    })?;
    let mut gone = 0;
    for (channel, id, body) in all {
        if values.iter().any(|value| body.contains(value.as_str())) {
            let delete = sql!("delete from rejections where channel_id = $1 and id = $2");
            gone += tx.exec(delete, params![channel, id])?;
        }
    }
    Ok(gone)
}

/// The newest first.
pub fn list(tx: &Tx, channel: ChannelId) -> Result<Vec<Rejection>> {
    tx.rows(
        sql!(
            "select id, code, detail, body from rejections where channel_id = $1
             order by id desc limit $2"
        ),
        params![channel, KEPT_MAX],
        |row| {
            let id: RejectionId = row.get(0)?;
            Ok(Rejection {
                id,
                at: kit::id::time_of(id.0),
                code: row.get(1)?,
                detail: row.get(2)?,
                body: row.get(3)?,
            })
        },
    )
}
