//! The SQL of links, and of how far each was read.

use std::sync::Arc;

use customers::channels::{ChannelId, store as channels};
use kit::db::{Row, V};
use kit::secrets::{Sealed, Secrets};
use kit::{Error, Result, Time, Tx, params, sql};
use serde::Serialize;
use serde_json::{Map, Value};

use super::rules::Cursor;
use super::{Feed, Link, State, System};

/// Connects a door, or changes how it is connected.
pub fn save(tx: &Tx, keys: &Secrets, link: &Link, now: Time) -> Result<()> {
    let secrets = serde_json::to_vec(&link.secrets).map_err(Error::internal)?;
    let sealed = keys.seal(&secrets, &link.id().0)?;
    tx.exec(
        sql!(
            "insert into shop_links (channel_id, system, url, settings, secrets, state, turn, next_at,
               made_at, changed_at)
             values ($1, $2, $3, $4, $5, $6, 0, $7, $7, $7)
             on conflict (channel_id) do update set url = excluded.url, settings = excluded.settings,
               secrets = excluded.secrets, state = excluded.state, next_at = excluded.next_at,
               error = null, failed_at = null, changed_at = excluded.changed_at"
        ),
        params![
            link.id(),
            link.system.as_str(),
            link.url,
            text(&link.settings)?,
            sealed.0.as_slice(),
            link.state.as_str(),
            now
        ],
    )?;
    Ok(())
}

pub fn find_maybe(tx: &Tx, keys: &Secrets, channel: ChannelId) -> Result<Option<Link>> {
    let row = tx.one(
        sql!(
            "select system, url, settings, secrets, state, synced_at, error, failed_at, changed_at
             from shop_links where channel_id = $1"
        ),
        params![channel],
        kept,
    )?;
    row.map(|kept| opened(tx, keys, channel, kept)).transpose()
}

pub fn find(tx: &Tx, keys: &Secrets, channel: ChannelId) -> Result<Link> {
    find_maybe(tx, keys, channel)?.ok_or_else(|| Error::not_found(format!("link {channel}")))
}

/// All links, the oldest first.
pub fn list(tx: &Tx) -> Result<Vec<ChannelId>> {
    tx.rows(
        sql!("select channel_id from shop_links order by made_at, channel_id"),
        params![],
        |row| row.get(0),
    )
}

struct Kept {
    system: System,
    url: String,
    settings: String,
    sealed: Sealed,
    state: State,
    synced_at: Option<Time>,
    error: Option<String>,
    failed_at: Option<Time>,
    changed_at: Time,
}

fn kept(row: &Row) -> Result<Kept> {
    Ok(Kept {
        system: row.text(0)?.parse()?,
        url: row.get(1)?,
        settings: row.get(2)?,
        sealed: Sealed(row.get(3)?),
        state: row.text(4)?.parse()?,
        synced_at: row.get(5)?,
        error: row.get(6)?,
        failed_at: row.get(7)?,
        changed_at: row.get(8)?,
    })
}

fn opened(tx: &Tx, keys: &Secrets, channel: ChannelId, kept: Kept) -> Result<Link> {
    let secrets = keys.open(&kept.sealed, &channel.0)?;
    let secrets: Map<String, Value> = serde_json::from_slice(&secrets).map_err(Error::internal)?;
    Ok(Link {
        channel: Arc::new(channels::find(tx, channel)?),
        system: kept.system,
        url: kept.url,
        settings: serde_json::from_str(&kept.settings).map_err(Error::internal)?,
        secrets,
        state: kept.state,
        synced_at: kept.synced_at,
        error: kept.error,
        failed_at: kept.failed_at,
        changed_at: kept.changed_at,
    })
}

/// Holds the link until the end of the transaction: what it says is taken in by one at a time.
pub fn take_turn(tx: &Tx, channel: ChannelId) -> Result<()> {
    tx.exec(sql!("update shop_links set turn = turn + 1 where channel_id = $1"), params![channel])?;
    Ok(())
}

/// The links that are due, each given to one process: their next time is set.
pub fn take_due(tx: &Tx, now: Time, next_at: Time) -> Result<Vec<ChannelId>> {
    let due: Vec<ChannelId> = tx.rows(
        sql!(
            "select l.channel_id from shop_links l join channels c on c.id = l.channel_id
             where l.next_at <= $1 and l.state <> 'paused' and c.disabled_at is null
             order by l.channel_id"
        ),
        params![now],
        |row| row.get(0),
    )?;
    let mut taken = Vec::new();
    for channel in due {
        let claim =
            sql!("update shop_links set next_at = $3 where channel_id = $1 and next_at <= $2");
        if tx.exec(claim, params![channel, now, next_at])? == 1 {
            taken.push(channel);
        }
    }
    Ok(taken)
}

/// Whether a link is due: asked often, and without writing.
pub fn has_due(tx: &Tx, now: Time) -> Result<bool> {
    let due = tx.one(
        sql!(
            "select l.next_at from shop_links l join channels c on c.id = l.channel_id
             where l.next_at <= $1 and l.state <> 'paused' and c.disabled_at is null limit 1"
        ),
        params![now],
        |row| row.get::<i64>(0),
    )?;
    Ok(due.is_some())
}

/// It is being read: not due again before this.
pub fn put_off(tx: &Tx, channel: ChannelId, next_at: Time) -> Result<()> {
    tx.exec(
        sql!("update shop_links set next_at = $2 where channel_id = $1 and next_at < $2"),
        params![channel, next_at],
    )?;
    Ok(())
}

pub fn set_state(tx: &Tx, channel: ChannelId, state: State, next_at: Time) -> Result<()> {
    tx.exec(
        sql!("update shop_links set state = $2, next_at = $3 where channel_id = $1"),
        params![channel, state.as_str(), next_at],
    )?;
    Ok(())
}

/// All of it was read and told.
pub fn set_synced(tx: &Tx, channel: ChannelId, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update shop_links set synced_at = $2, error = null, failed_at = null,
               state = case when state = 'importing' then 'running' else state end
             where channel_id = $1"
        ),
        params![channel, now],
    )?;
    Ok(())
}

/// What went wrong. Where it goes on failing, since when it does so stays.
pub fn set_failed(tx: &Tx, channel: ChannelId, error: &str, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update shop_links set error = $2, failed_at = coalesce(failed_at, $3)
             where channel_id = $1"
        ),
        params![channel, error, now],
    )?;
    Ok(())
}

/// How far a feed was read.
#[derive(Clone, Debug)]
pub struct Reading {
    pub feed: Feed,
    pub cursor: Cursor,
    /// How many things it gave.
    pub taken: i64,
    /// When its end was reached first.
    pub done_at: Option<Time>,
}

pub fn readings(tx: &Tx, channel: ChannelId) -> Result<Vec<Reading>> {
    tx.rows(
        sql!("select feed, cursor, taken, done_at from shop_link_cursors where channel_id = $1"),
        params![channel],
        |row| {
            let cursor = serde_json::from_str(row.text(1)?).map_err(Error::internal)?;
            let (taken, done_at) = (row.get(2)?, row.get(3)?);
            Ok(Reading { feed: row.text(0)?.parse()?, cursor, taken, done_at })
        },
    )
}

/// A page was taken in: stored in the same transaction.
pub fn set_cursor(
    tx: &Tx,
    channel: ChannelId,
    feed: Feed,
    cursor: &Cursor,
    taken: usize,
    done_at: Option<Time>,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into shop_link_cursors (channel_id, feed, cursor, taken, done_at)
             values ($1, $2, $3, $4, $5)
             on conflict (channel_id, feed) do update set cursor = excluded.cursor,
               taken = shop_link_cursors.taken + excluded.taken,
               done_at = coalesce(shop_link_cursors.done_at, excluded.done_at)"
        ),
        params![channel, feed.as_str(), text(cursor)?, taken as i64, done_at],
    )?;
    Ok(())
}

/// Everything is read from the beginning with the next reading.
pub fn delete_cursors(tx: &Tx, channel: ChannelId) -> Result<()> {
    tx.exec(sql!("delete from shop_link_cursors where channel_id = $1"), params![channel])?;
    Ok(())
}

/// Keeps what was brought; false if it was before.
pub fn keep_delivery(
    tx: &Tx,
    channel: ChannelId,
    id: &str,
    topic: &str,
    body: &str,
    now: Time,
) -> Result<bool> {
    let kept = tx.exec(
        sql!(
            "insert into shop_link_deliveries (channel_id, id, topic, body, received_at)
             values ($1, $2, $3, $4, $5) on conflict (channel_id, id) do nothing"
        ),
        params![channel, id, topic, body, now],
    )?;
    Ok(kept == 1)
}

/// Its topic and body, unless it was taken in.
pub fn delivery_maybe(tx: &Tx, channel: ChannelId, id: &str) -> Result<Option<(String, String)>> {
    tx.one(
        sql!(
            "select topic, body from shop_link_deliveries
             where channel_id = $1 and id = $2 and taken_at is null"
        ),
        params![channel, id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// It was taken in; what it said of people is not kept.
pub fn set_delivered(tx: &Tx, channel: ChannelId, id: &str, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update shop_link_deliveries set body = '', taken_at = $3
             where channel_id = $1 and id = $2"
        ),
        params![channel, id, now],
    )?;
    Ok(())
}

/// Deliveries that nobody will bring again.
pub fn delete_deliveries_before(tx: &Tx, channel: ChannelId, before: Time) -> Result<()> {
    tx.exec(
        sql!("delete from shop_link_deliveries where channel_id = $1 and received_at < $2"),
        params![channel, before],
    )?;
    Ok(())
}

pub(super) fn text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

/// A text that may be missing, as a parameter.
pub(super) fn maybe(text: Option<&str>) -> V<'_> {
    text.map_or(V::Null, V::Text)
}
