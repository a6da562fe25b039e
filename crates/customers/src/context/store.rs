//! SQL that reads across leaves: the customer as one, and the names of doors.

use std::collections::{BTreeMap, BTreeSet};

use kit::db::List;
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Customer, Door};
use crate::channels::ChannelId;
use crate::events::EventId;
use crate::events::log::Log;
use crate::events::store as events;
use crate::identities::CustomerId;

/// A leaf's row.
struct Leaf {
    id: CustomerId,
    created_at: Time,
    last_seen_at: Time,
    last_channel_id: ChannelId,
    restricted_at: Option<Time>,
    objected_at: Option<Time>,
    erased_at: Option<Time>,
}

/// The leaves of a root as one customer; without a name, which is among the traits.
pub fn customer(tx: &Tx, root: CustomerId) -> Result<Customer> {
    let leaves = tx.rows(
        sql!(
            "select id, created_at, last_seen_at, last_channel_id, restricted_at, objected_at, erased_at
             from customers where root_id = $1 order by id"
        ),
        params![root],
        |row| {
            Ok(Leaf {
                id: row.get(0)?,
                created_at: row.get(1)?,
                last_seen_at: row.get(2)?,
                last_channel_id: row.get(3)?,
                restricted_at: row.get(4)?,
                objected_at: row.get(5)?,
                erased_at: row.get(6)?,
            })
        },
    )?;
    let alive = || leaves.iter().filter(|leaf| leaf.erased_at.is_none());
    let Some(last) = alive().max_by_key(|leaf| (leaf.last_seen_at, leaf.id)) else {
        return Err(Error::not_found(format!("customer {root}")));
    };
    Ok(Customer {
        id: root,
        name: None,
        known: false,
        created_at: alive().map(|leaf| leaf.created_at).min().unwrap_or(last.created_at),
        last_seen_at: last.last_seen_at,
        last_channel_id: last.last_channel_id,
        // The stricter side decides.
        restricted_at: alive().filter_map(|leaf| leaf.restricted_at).min(),
        objected_at: alive().filter_map(|leaf| leaf.objected_at).min(),
        leaves: alive().map(|leaf| leaf.id).collect(),
    })
}

pub fn doors(tx: &Tx, wanted: BTreeSet<ChannelId>) -> Result<BTreeMap<ChannelId, Door>> {
    let wanted: Vec<ChannelId> = wanted.into_iter().collect();
    let select = sql!("select id, kind, name from channels where id in ($1)");
    let rows = tx.rows(select, params![List(&wanted)], |row| {
        Ok((row.get(0)?, Door { kind: row.get(1)?, name: row.get(2)? }))
    })?;
    Ok(rows.into_iter().collect())
}

/// A door that a customer came in by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorUse {
    pub channel_id: ChannelId,
    /// Events there, of the newest [`DOOR_EVENTS_MAX`] of each leaf.
    pub events: i64,
    pub last_at: Time,
}

/// So many events of a leaf are counted for the doors: a kiosk has more than anybody wants to wait for.
pub const DOOR_EVENTS_MAX: i64 = 2_000;

/// The doors of the newest events, the most used first.
pub fn doors_used(tx: &Tx, log: &Log, leaves: &[CustomerId]) -> Result<Vec<DoorUse>> {
    let mut used: BTreeMap<ChannelId, DoorUse> = BTreeMap::new();
    let mut count = |channel_id, events, last_at: Time| {
        let new = DoorUse { channel_id, events: 0, last_at };
        let door = used.entry(channel_id).or_insert(new);
        door.events += events;
        door.last_at = door.last_at.max(last_at);
    };
    for leaf in leaves {
        let rows: Vec<(ChannelId, i64, Time)> = tx.rows(
            sql!(
                sqlite: "select e.channel_id, count(*), max(t.occurred_at) from (
                           select seq, occurred_at from timeline where customer_id = $1
                           order by occurred_at desc, id desc limit $2
                         ) t join events e on e.seq = t.seq group by e.channel_id",
                postgres: "select channel_id, count(*), max(occurred_at) from (
                             select channel_id, occurred_at from events where customer_id = $1
                             order by occurred_at desc, id desc limit $2
                           ) e group by channel_id"
            ),
            params![leaf, DOOR_EVENTS_MAX],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        rows.into_iter().for_each(|(channel, events, last_at)| count(channel, events, last_at));
    }
    for (channel, at) in unindexed(tx, log, leaves)? {
        count(channel, 1, at);
    }
    let mut used: Vec<DoorUse> = used.into_values().collect();
    used.sort_by_key(|door| std::cmp::Reverse((door.events, door.last_at)));
    Ok(used)
}

/// How many events these leaves have.
pub fn count_events(tx: &Tx, log: &Log, leaves: &[CustomerId]) -> Result<i64> {
    Ok(events::count(tx, leaves)? + unindexed(tx, log, leaves)?.len() as i64)
}

/// Where and when what the index of SQLite does not show yet happened.
fn unindexed(tx: &Tx, log: &Log, leaves: &[CustomerId]) -> Result<Vec<(ChannelId, Time)>> {
    let mut found = Vec::new();
    for seqs in log.seqs_of(leaves, (Time::MAX, EventId([0xff; 16]))).chunks(512) {
        found.extend(tx.rows(
            sql!(
                sqlite: "select e.channel_id, e.occurred_at from events e
                         where e.seq in ($1) and not exists (
                           select 1 from timeline t where t.customer_id = e.customer_id
                             and t.occurred_at = e.occurred_at and t.id = e.id)",
                postgres: "select 1 where 1 in ($1)"
            ),
            params![List(seqs)],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?);
    }
    Ok(found)
}
