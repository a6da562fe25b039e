//! All SQL of what comes in by the doors.

use std::collections::BTreeMap;

use kit::{Result, Time, Tx, params, sql};

use super::ChannelId;
use super::activity::{Activity, Arrival, Arrived, LATEST_MAX};

/// Adds what came in; slots that began before `oldest` are of no use any more.
pub fn add(tx: &Tx, channel: ChannelId, arrived: &Arrived, oldest: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into channel_totals (channel_id, events, first_at, last_at)
             values ($1, $2, $3, $4)
             on conflict (channel_id) do update set
               events = channel_totals.events + excluded.events,
               first_at = case when excluded.first_at < channel_totals.first_at
                          then excluded.first_at else channel_totals.first_at end,
               last_at = case when excluded.last_at > channel_totals.last_at
                         then excluded.last_at else channel_totals.last_at end"
        ),
        params![channel, arrived.events, arrived.first_at, arrived.last_at],
    )?;
    for (slot, events) in &arrived.slots {
        tx.exec(
            sql!(
                "insert into channel_slots (channel_id, slot, events) values ($1, $2, $3)
                 on conflict (channel_id, slot)
                 do update set events = channel_slots.events + excluded.events"
            ),
            params![channel, slot, events],
        )?;
    }
    let prune = sql!("delete from channel_slots where channel_id = $1 and slot < $2");
    tx.exec(prune, params![channel, oldest])?;
    add_latest(tx, channel, &arrived.latest)
}

fn add_latest(tx: &Tx, channel: ChannelId, latest: &[Arrival]) -> Result<()> {
    for arrival in latest {
        tx.exec(
            sql!(
                "insert into channel_arrivals
                   (channel_id, received_at, event_id, customer_id, occurred_at)
                 values ($1, $2, $3, $4, $5)
                 on conflict (channel_id, received_at, event_id) do nothing"
            ),
            params![
                channel,
                arrival.received_at,
                arrival.event_id,
                arrival.customer_id,
                arrival.occurred_at
            ],
        )?;
    }
    tx.exec(
        sql!(
            "delete from channel_arrivals where channel_id = $1 and (received_at, event_id) <=
               (select received_at, event_id from channel_arrivals where channel_id = $1
                order by received_at desc, event_id desc limit 1 offset $2)"
        ),
        params![channel, LATEST_MAX as i64],
    )?;
    Ok(())
}

/// The totals of one door, or of all.
pub fn totals(tx: &Tx, channel: Option<ChannelId>) -> Result<BTreeMap<ChannelId, Activity>> {
    let rows = tx.rows(
        sql!(
            "select channel_id, events, first_at, last_at from channel_totals
             where cast($1 as {blob}) is null or channel_id = $1"
        ),
        params![channel],
        |row| {
            let (events, first_at, last_at) = (row.get(1)?, row.get(2)?, row.get(3)?);
            Ok((row.get(0)?, Activity { events, first_at, last_at, ..Activity::default() }))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// The counts of one door, or of all, of slots that began after `from`.
pub fn slots(
    tx: &Tx,
    channel: Option<ChannelId>,
    from: Time,
) -> Result<Vec<(ChannelId, Time, i64)>> {
    tx.rows(
        sql!(
            "select channel_id, slot, events from channel_slots
             where (cast($1 as {blob}) is null or channel_id = $1) and slot > $2"
        ),
        params![channel, from],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

pub fn arrivals(tx: &Tx, channel: ChannelId) -> Result<Vec<Arrival>> {
    tx.rows(
        sql!(
            "select received_at, event_id, customer_id, occurred_at from channel_arrivals
             where channel_id = $1 order by received_at desc, event_id desc limit $2"
        ),
        params![channel, LATEST_MAX as i64],
        |row| {
            Ok(Arrival {
                received_at: row.get(0)?,
                event_id: row.get(1)?,
                customer_id: row.get(2)?,
                occurred_at: row.get(3)?,
            })
        },
    )
}
