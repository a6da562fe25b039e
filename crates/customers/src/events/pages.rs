//! What is read of the timeline: pages of it, and one event by its place.

use kit::db::{Engine, List, Row};
use kit::{Result, Time, Tx, params, sql};
use serde_json::value::RawValue;

use super::log::Log;
use super::{Event, EventId, EventType, amount};
use crate::channels::ChannelId;
use crate::identities::CustomerId;

/// One event by its place, also one that is not indexed yet.
pub fn find_maybe(
    tx: &Tx,
    log: &Log,
    leaf: CustomerId,
    at: Time,
    id: EventId,
) -> Result<Option<Event>> {
    if let Some(seq) = log.seq_of(leaf, at, id) {
        return Ok(by_seqs(tx, &[seq])?.pop());
    }
    tx.one(
        sql!(
            sqlite: "select t.customer_id, t.occurred_at, t.id, e.channel_id, e.type, e.name,
                            e.received_at, e.device, e.amount, e.currency, e.properties, e.context
                     from timeline t join events e on e.seq = t.seq
                     where t.customer_id = $1 and t.occurred_at = $2 and t.id = $3",
            postgres: "select customer_id, occurred_at, id, channel_id, type, name, received_at, device,
                              amount, currency, properties, context
                       from events where customer_id = $1 and occurred_at = $2 and id = $3"
        ),
        params![leaf, at, id],
        event,
    )
}

/// Which events of a timeline are wanted; the newest first.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    pub leaves: &'a [CustomerId],
    /// Continue after this one (the `next` of the page before).
    pub before: Option<(Time, EventId)>,
    pub from: Option<Time>,
    pub channel: Option<ChannelId>,
    pub kind: Option<EventType>,
    pub name: Option<&'a str>,
    pub limit: usize,
}

impl<'a> Wanted<'a> {
    pub fn newest(leaves: &'a [CustomerId], limit: usize) -> Wanted<'a> {
        let (before, from, channel, kind, name) = (None, None, None, None, None);
        Wanted { leaves, before, from, channel, kind, name, limit }
    }

    fn end(&self) -> (Time, EventId) {
        self.before.unwrap_or((Time::MAX, EventId([0xff; 16])))
    }

    /// The leaf too: a number of the log that a failed transaction left in memory may be another's by now.
    fn wants(&self, event: &Event) -> bool {
        self.leaves.contains(&event.customer_id)
            && (event.occurred_at, event.id) < self.end()
            && self.from.is_none_or(|from| event.occurred_at >= from)
            && self.channel.is_none_or(|channel| event.channel_id == channel)
            && self.kind.is_none_or(|kind| event.kind == kind)
            && self.name.is_none_or(|name| event.name == name)
    }
}

/// A page of the timeline of these leaves, newest first. What the log has not indexed yet is in it.
pub fn page(tx: &Tx, log: &Log, wanted: &Wanted) -> Result<Vec<Event>> {
    let mut events = match tx.engine() {
        Engine::Postgres => return page_postgres(tx, wanted),
        Engine::Sqlite => page_sqlite(tx, wanted)?,
    };
    let fresh = log.seqs_of(wanted.leaves, wanted.end());
    for chunk in fresh.chunks(512) {
        events.extend(by_seqs(tx, chunk)?.into_iter().filter(|event| wanted.wants(event)));
    }
    events.sort_by_key(|event| std::cmp::Reverse((event.occurred_at, event.id)));
    events.dedup_by_key(|event| event.id);
    events.truncate(wanted.limit);
    Ok(events)
}

/// Events by their numbers in the log of SQLite.
fn by_seqs(tx: &Tx, seqs: &[i64]) -> Result<Vec<Event>> {
    tx.rows(
        sql!(
            sqlite: "select customer_id, occurred_at, id, channel_id, type, name, received_at, device,
                            amount, currency, properties, context
                     from events where seq in ($1)",
            postgres: "select 1 where 1 in ($1)"
        ),
        params![List(seqs)],
        event,
    )
}

/// One walk down the index a leaf.
fn page_sqlite(tx: &Tx, wanted: &Wanted) -> Result<Vec<Event>> {
    let (end_at, end_id) = wanted.end();
    let mut events = Vec::with_capacity(wanted.limit);
    for leaf in wanted.leaves {
        events.extend(tx.rows(
            sql!(
                sqlite: "select t.customer_id, t.occurred_at, t.id, e.channel_id, e.type, e.name,
                                e.received_at, e.device, e.amount, e.currency, e.properties, e.context
                         from timeline t join events e on e.seq = t.seq
                         where t.customer_id = $1 and (t.occurred_at, t.id) < ($2, $3)
                           and t.occurred_at >= $4
                           and ($5 is null or e.channel_id = $5)
                           and ($6 is null or e.type = $6)
                           and ($7 is null or e.name = $7)
                         order by t.occurred_at desc, t.id desc limit $8",
                postgres: "select 1"
            ),
            params![
                leaf,
                end_at,
                end_id,
                wanted.from.unwrap_or(Time::MIN),
                wanted.channel,
                wanted.kind.map(|kind| kind as i64),
                wanted.name,
                wanted.limit as i64
            ],
            event,
        )?);
    }
    Ok(events)
}

/// One statement for all leaves: a round trip costs more than the rows.
fn page_postgres(tx: &Tx, wanted: &Wanted) -> Result<Vec<Event>> {
    let (end_at, end_id) = wanted.end();
    tx.rows(
        sql!(
            sqlite: "select 1",
            postgres: "select e.* from unnest($1::bytea[]) as leaf(id) cross join lateral (
                         select customer_id, occurred_at, id, channel_id, type, name, received_at, device,
                                amount, currency, properties, context
                         from events
                         where customer_id = leaf.id and (occurred_at, id) < ($2, $3)
                           and occurred_at >= $4
                           and (cast($5 as bytea) is null or channel_id = $5)
                           and (cast($6 as bigint) is null or type = $6)
                           and (cast($7 as text) is null or name = $7)
                         order by occurred_at desc, id desc limit $8
                       ) e order by e.occurred_at desc, e.id desc limit $8"
        ),
        params![
            List(wanted.leaves),
            end_at,
            end_id,
            wanted.from.unwrap_or(Time::MIN),
            wanted.channel,
            wanted.kind.map(|kind| kind as i64),
            wanted.name,
            wanted.limit as i64
        ],
        event,
    )
}

/// How many events these leaves have, by what the index knows.
pub fn count(tx: &Tx, leaves: &[CustomerId]) -> Result<i64> {
    let select = sql!(
        sqlite: "select count(*) from timeline where customer_id in ($1)",
        postgres: "select count(*) from events where customer_id in ($1)"
    );
    Ok(tx.one(select, params![List(leaves)], |row| row.get(0))?.unwrap_or(0))
}

pub(super) fn event(row: &Row) -> Result<Event> {
    let raw = |text: &str| RawValue::from_string(text.to_string()).map_err(kit::Error::internal);
    Ok(Event {
        customer_id: row.get(0)?,
        occurred_at: row.get(1)?,
        id: row.get(2)?,
        channel_id: row.get(3)?,
        kind: EventType::from_number(row.get(4)?)?,
        name: row.get(5)?,
        received_at: row.get(6)?,
        device: row.get(7)?,
        amount: amount(row.get(8)?, row.text_maybe(9)?),
        properties: raw(row.text(10)?)?,
        context: row.text_maybe(11)?.map(raw).transpose()?,
    })
}
