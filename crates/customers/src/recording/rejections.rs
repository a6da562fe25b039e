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
