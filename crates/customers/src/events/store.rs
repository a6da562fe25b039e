//! What is written to the timeline; what is read of it is in `pages.rs`.

use std::collections::HashSet;

use kit::db::{Engine, List, ToV, V};
use kit::{Db, Result, Time, Tx, params, sql};

use super::log::{Log, TailEntry};
use super::{EventId, EventType};
use crate::channels::ChannelId;
use crate::identities::CustomerId;

pub use super::pages::{Wanted, count, find_maybe, page};

/// An event on its way into the table; texts are borrowed from the request.
#[derive(Clone, Debug)]
pub struct NewEvent<'a> {
    pub customer_id: CustomerId,
    pub id: EventId,
    pub channel_id: ChannelId,
    pub kind: EventType,
    pub name: &'a str,
    pub occurred_at: Time,
    pub received_at: Time,
    pub device: Option<&'a str>,
    pub amount_minor: Option<i64>,
    pub currency: Option<&'a str>,
    pub properties: &'a str,
    pub context: Option<&'a str>,
}

/// Appends to the log of SQLite; the events take the numbers from `first_seq` on.
pub fn append(tx: &Tx, first_seq: i64, events: &[NewEvent]) -> Result<()> {
    let rows: Vec<[V; 13]> = (first_seq..)
        .zip(events)
        .map(|(seq, e)| {
            let [a, b, c, d, e, f, g, h, i, j, k, l] = columns(e);
            [V::Int(seq), a, b, c, d, e, f, g, h, i, j, k, l]
        })
        .collect();
    tx.many(
        sql!(
            sqlite: "insert into events (seq, customer_id, occurred_at, id, channel_id, type, name,
                       received_at, device, amount, currency, properties, context)
                     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            postgres: "select 1"
        ),
        &rows,
    )?;
    Ok(())
}

/// Inserts on PostgreSQL; what is there already stays as it is. Returns how many were new.
pub fn insert_new(tx: &Tx, events: &[NewEvent]) -> Result<u64> {
    let rows: Vec<[V; 12]> = events.iter().map(columns).collect();
    tx.many(
        sql!(
            sqlite: "select 1",
            postgres: "insert into events (customer_id, occurred_at, id, channel_id, type, name,
                         received_at, device, amount, currency, properties, context)
                       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                       on conflict (customer_id, id) do nothing"
        ),
        &rows,
    )
}

/// As [`insert_new`], in one statement that is its own transaction, if nobody was erased or taken apart since
/// this number; else nothing is written and the answer is `None`. Tells which of them were new.
pub async fn insert_new_at_once(
    db: &Db,
    events: &[NewEvent<'_>],
    forgettings: i64,
) -> Result<Option<HashSet<(CustomerId, EventId)>>> {
    let rows: Vec<[V; 12]> = events.iter().map(columns).collect();
    let column = |i: usize| V::List(rows.iter().map(|row| row[i].clone()).collect());
    let mut params: Vec<V> = (0..12).map(column).collect();
    params.push(V::Int(forgettings));
    let inserted: Option<Vec<u8>> = db
        .at_once(
            sql!(
                sqlite: "select 1 where false",
                postgres: "with since as (
                             select coalesce((select value from counters where name = 'erasures'), 0) as n
                           ), inserted as (
                             insert into events (customer_id, occurred_at, id, channel_id, type, name,
                               received_at, device, amount, currency, properties, context)
                             select u.* from since, unnest($1::bytea[], $2::bigint[], $3::bytea[],
                               $4::bytea[], $5::bigint[], $6::text[], $7::bigint[], $8::text[],
                               $9::bigint[], $10::text[], $11::text[], $12::text[]) as u
                             where since.n = $13
                             on conflict (customer_id, id) do nothing
                             returning customer_id || id as key
                           )
                           select coalesce((select string_agg(key, '') from inserted), '')
                           from since where n = $13"
            ),
            &params,
            |row| row.get(0),
        )
        .await?;
    Ok(inserted.map(|keys| keys.as_chunks().0.iter().map(key_of).collect()))
}

/// A customer's id and an event's, one behind the other.
fn key_of(key: &[u8; 32]) -> (CustomerId, EventId) {
    let half = |from: usize| std::array::from_fn(|i| key[from + i]);
    (CustomerId(half(0)), EventId(half(16)))
}

fn columns<'v>(e: &'v NewEvent) -> [V<'v>; 12] {
    [
        e.customer_id.to_v(),
        e.occurred_at.to_v(),
        e.id.to_v(),
        e.channel_id.to_v(),
        V::Int(e.kind as i64),
        V::Text(e.name),
        e.received_at.to_v(),
        e.device.map_or(V::Null, V::Text),
        e.amount_minor.map_or(V::Null, V::Int),
        e.currency.map_or(V::Null, V::Text),
        V::Text(e.properties),
        e.context.map_or(V::Null, V::Text),
    ]
}

/// An event that may be there, between two moments: only SQLite, whose index is by time, needs these.
#[derive(Clone, Copy, Debug)]
pub struct Sought {
    pub customer_id: CustomerId,
    pub id: EventId,
    pub from: Time,
    pub to: Time,
}

/// Which of these are there, by the index.
pub fn exist(tx: &Tx, sought: &[Sought]) -> Result<Vec<bool>> {
    if tx.engine() == Engine::Sqlite {
        return sought.iter().map(|one| exists_sqlite(tx, one)).collect();
    }
    let column = |of: fn(&Sought) -> V| V::List(sought.iter().map(of).collect());
    tx.rows(
        sql!(
            sqlite: "select 1",
            postgres: "select case when exists (
                         select 1 from events e where e.customer_id = w.leaf and e.id = w.id
                       ) then 1::bigint else 0 end
                       from unnest($1::bytea[], $2::bytea[]) with ordinality as w(leaf, id, n)
                       order by w.n"
        ),
        &[column(|one| one.customer_id.to_v()), column(|one| one.id.to_v())],
        |row| row.get(0),
    )
}

fn exists_sqlite(tx: &Tx, one: &Sought) -> Result<bool> {
    let found = tx.one(
        sql!(
            sqlite: "select 1 from timeline
                     where customer_id = $1 and id = $2 and occurred_at >= $3 and occurred_at <= $4",
            postgres: "select 1"
        ),
        params![one.customer_id, one.id, one.from, one.to],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// Writes a part of a sorted run into the index of SQLite.
pub fn index(tx: &Tx, entries: &[TailEntry]) -> Result<()> {
    let rows: Vec<[V; 4]> = entries
        .iter()
        .map(|e| [e.customer_id.to_v(), e.occurred_at.to_v(), e.id.to_v(), V::Int(e.seq)])
        .collect();
    tx.many(
        sql!(
            sqlite: "insert into timeline (customer_id, occurred_at, id, seq) values ($1, $2, $3, $4)
                     on conflict (customer_id, occurred_at, id) do nothing",
            postgres: "select 1"
        ),
        &rows,
    )?;
    Ok(())
}

/// The log of SQLite after this number, without the bodies.
pub fn log_after(tx: &Tx, seq: i64) -> Result<Vec<TailEntry>> {
    tx.rows(
        sql!(
            sqlite: "select customer_id, occurred_at, id, seq, channel_id, received_at from events
                     where seq > $1 order by seq",
            postgres: "select customer_id, occurred_at, id, 0::bigint, channel_id, received_at
                       from events where false and $1 > 0::bigint"
        ),
        params![seq],
        |row| {
            Ok(TailEntry {
                customer_id: row.get(0)?,
                occurred_at: row.get(1)?,
                id: row.get(2)?,
                seq: row.get(3)?,
                channel_id: row.get(4)?,
                received_at: row.get(5)?,
            })
        },
    )
}

/// The highest number that the log ever gave. An erasure may take the last rows; their numbers are not given
/// again, or a stale index would show one person's events as another's.
pub fn last_seq(tx: &Tx) -> Result<i64> {
    let select = sql!(
        sqlite: "select max(coalesce((select max(seq) from events), 0),
                   coalesce((select value from counters where name = 'log_end'), 0))",
        postgres: "select 0::bigint"
    );
    Ok(tx.one(select, params![], |row| row.get(0))?.unwrap_or(0))
}

/// Where the index of SQLite has got to.
pub fn indexed_seq(tx: &Tx) -> Result<i64> {
    Ok(counter(tx, "indexed_seq")?.unwrap_or(0))
}

pub fn set_indexed_seq(tx: &Tx, seq: i64) -> Result<()> {
    set_counter(tx, "indexed_seq", seq)
}

/// Takes the events of these leaves away; the log forgets what it remembers of them.
pub fn erase(tx: &Tx, log: &Log, leaves: &[CustomerId]) -> Result<u64> {
    if tx.engine() == Engine::Postgres {
        let delete = sql!(
            sqlite: "select 1",
            postgres: "delete from events where customer_id in ($1)"
        );
        return tx.exec(delete, params![List(leaves)]);
    }
    log.sync(tx)?;
    set_counter(tx, "log_end", last_seq(tx)?)?;
    let mut gone = tx.exec(
        sql!(
            sqlite: "delete from events
                     where seq in (select seq from timeline where customer_id in ($1))",
            postgres: "select 1"
        ),
        params![List(leaves)],
    )?;
    for unindexed in log.seqs_of(leaves, (Time::MAX, EventId([0xff; 16]))).chunks(512) {
        let delete = sql!(
            sqlite: "delete from events where seq in ($1)",
            postgres: "select 1 where 1 in ($1)"
        );
        gone += tx.exec(delete, params![List(unindexed)])?;
    }
    let delete = sql!(
        sqlite: "delete from timeline where customer_id in ($1)",
        postgres: "select 1"
    );
    tx.exec(delete, params![List(leaves)])?;
    log.doubt();
    Ok(gone)
}

pub fn counter(tx: &Tx, name: &str) -> Result<Option<i64>> {
    let select = sql!("select value from counters where name = $1");
    tx.one(select, params![name], |row| row.get(0))
}

pub fn set_counter(tx: &Tx, name: &str, value: i64) -> Result<()> {
    tx.exec(
        sql!(
            "insert into counters (name, value) values ($1, $2)
             on conflict (name) do update set value = excluded.value"
        ),
        params![name, value],
    )?;
    Ok(())
}

/// The number that changes when what recorders remember may be wrong: somebody was erased, or taken apart.
pub fn forgettings(tx: &Tx) -> Result<i64> {
    Ok(counter(tx, "erasures")?.unwrap_or(0))
}

/// Makes the recorders of all processes forget what they hold settled, before they record anything more.
pub fn forget_settled(tx: &Tx) -> Result<()> {
    tx.exec(
        sql!(
            "insert into counters (name, value) values ('erasures', 1)
             on conflict (name) do update set value = counters.value + 1"
        ),
        params![],
    )?;
    Ok(())
}
