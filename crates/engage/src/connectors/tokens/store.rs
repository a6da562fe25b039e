//! The SQL of tokens that end.

use customers::channels::ChannelId;
use kit::db::Row;
use kit::{Result, Time, Tx, params, sql};

use super::Standing;

pub fn find_maybe(tx: &Tx, channel: ChannelId) -> Result<Option<Standing>> {
    tx.one(
        sql!("select ends_at, renewed_at, tried_at, error from link_tokens where channel_id = $1"),
        params![channel],
        standing,
    )
}

pub fn list(tx: &Tx) -> Result<Vec<(ChannelId, Standing)>> {
    tx.rows(
        sql!(
            "select ends_at, renewed_at, tried_at, error, channel_id from link_tokens
             order by channel_id"
        ),
        params![],
        |row| Ok((row.get(4)?, standing(row)?)),
    )
}

fn standing(row: &Row) -> Result<Standing> {
    let (ends_at, renewed_at) = (row.get(0)?, row.get(1)?);
    Ok(Standing { ends_at, renewed_at, tried_at: row.get(2)?, error: row.get(3)? })
}

/// Takes the try for this process; false where another one was quicker.
pub fn claim(tx: &Tx, channel: ChannelId, before: Option<&Standing>, now: Time) -> Result<bool> {
    let taken = match before {
        None => tx.exec(
            sql!(
                "insert into link_tokens (channel_id, tried_at) values ($1, $2)
                 on conflict (channel_id) do nothing"
            ),
            params![channel, now],
        )?,
        Some(before) => tx.exec(
            sql!("update link_tokens set tried_at = $2 where channel_id = $1 and tried_at = $3"),
            params![channel, now, before.tried_at],
        )?,
    };
    Ok(taken == 1)
}

pub fn set(
    tx: &Tx,
    channel: ChannelId,
    ends_at: Option<Time>,
    renewed_at: Option<Time>,
    error: Option<&str>,
) -> Result<()> {
    tx.exec(
        sql!(
            "update link_tokens set ends_at = $2, renewed_at = $3, error = $4 where channel_id = $1"
        ),
        params![channel, ends_at, renewed_at, error],
    )?;
    Ok(())
}

/// Another token was put in, of which nothing is known yet.
pub fn forget(tx: &Tx, channel: ChannelId) -> Result<()> {
    tx.exec(sql!("delete from link_tokens where channel_id = $1"), params![channel])?;
    Ok(())
}
