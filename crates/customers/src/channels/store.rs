//! All SQL of the doors.

use kit::db::Row;
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Channel, ChannelId, Passes};

pub fn insert(tx: &Tx, channel: &Channel, secret_hash: &[u8; 32]) -> Result<()> {
    tx.exec(
        sql!(
            "insert into channels
               (id, kind, name, track, talk, sell, settings, write_key, secret_hash, created_at)
             values ($1, $2, $3, $4, $5, $6, '{}', $7, $8, $9)"
        ),
        params![
            channel.id,
            channel.kind.as_str(),
            channel.name,
            channel.track,
            channel.talk,
            channel.sell,
            channel.write_key,
            secret_hash,
            channel.created_at
        ],
    )?;
    Ok(())
}

pub fn list(tx: &Tx) -> Result<Vec<Channel>> {
    tx.rows(
        sql!(
            "select id, kind, name, track, talk, sell, write_key, created_at, disabled_at
             from channels order by created_at, id"
        ),
        params![],
        channel,
    )
}

pub fn find(tx: &Tx, id: ChannelId) -> Result<Channel> {
    find_maybe(tx, id)?.ok_or_else(|| Error::not_found(format!("door {id}")))
}

pub fn find_maybe(tx: &Tx, id: ChannelId) -> Result<Option<Channel>> {
    tx.one(
        sql!(
            "select id, kind, name, track, talk, sell, write_key, created_at, disabled_at
             from channels where id = $1"
        ),
        params![id],
        channel,
    )
}

pub fn find_by_write_key_maybe(tx: &Tx, write_key: &str) -> Result<Option<Channel>> {
    tx.one(
        sql!(
            "select id, kind, name, track, talk, sell, write_key, created_at, disabled_at
             from channels where write_key = $1"
        ),
        params![write_key],
        channel,
    )
}

pub fn find_by_secret_maybe(tx: &Tx, secret_hash: &[u8; 32]) -> Result<Option<Channel>> {
    tx.one(
        sql!(
            "select id, kind, name, track, talk, sell, write_key, created_at, disabled_at
             from channels where secret_hash = $1"
        ),
        params![secret_hash],
        channel,
    )
}

pub fn set_secret_hash(tx: &Tx, id: ChannelId, secret_hash: &[u8; 32]) -> Result<()> {
    let update = sql!("update channels set secret_hash = $2 where id = $1");
    must_exist(tx.exec(update, params![id, secret_hash])?, id)
}

pub fn set_name(tx: &Tx, id: ChannelId, name: &str) -> Result<()> {
    let update = sql!("update channels set name = $2 where id = $1");
    must_exist(tx.exec(update, params![id, name])?, id)
}

pub fn set_passes(tx: &Tx, id: ChannelId, passes: Passes) -> Result<()> {
    let update = sql!("update channels set track = $2, talk = $3, sell = $4 where id = $1");
    must_exist(tx.exec(update, params![id, passes.track, passes.talk, passes.sell])?, id)
}

/// Shuts a door (its keys stop working, its history stays) or opens it again.
pub fn set_disabled(tx: &Tx, id: ChannelId, at: Option<Time>) -> Result<()> {
    let update = sql!("update channels set disabled_at = $2 where id = $1");
    must_exist(tx.exec(update, params![id, at])?, id)
}

fn must_exist(touched: u64, id: ChannelId) -> Result<()> {
    if touched == 0 { Err(Error::not_found(format!("door {id}"))) } else { Ok(()) }
}

fn channel(row: &Row) -> Result<Channel> {
    Ok(Channel {
        id: row.get(0)?,
        kind: row.text(1)?.parse()?,
        name: row.get(2)?,
        track: row.get(3)?,
        talk: row.get(4)?,
        sell: row.get(5)?,
        write_key: row.get(6)?,
        created_at: row.get(7)?,
        disabled_at: row.get(8)?,
    })
}
