//! All events of the shop, one page after another, in an order that stays.

use kit::db::Engine;
use kit::{Result, Time, Tx, params, sql};

use super::pages::event;
use super::{Event, EventId};
use crate::identities::CustomerId;

/// Where a walk over all events has got to: on SQLite the log's number, on PostgreSQL the event's key.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    seq: i64,
    key: (CustomerId, Time, EventId),
}

impl Place {
    pub const START: Place =
        Place { seq: 0, key: (CustomerId([0; 16]), Time::MIN, EventId([0; 16])) };
}

/// The events after a place, and the place after them.
pub fn page(tx: &Tx, after: Place, limit: usize) -> Result<(Vec<Event>, Place)> {
    match tx.engine() {
        Engine::Sqlite => page_sqlite(tx, after, limit),
        Engine::Postgres => page_postgres(tx, after, limit),
    }
}

fn page_sqlite(tx: &Tx, after: Place, limit: usize) -> Result<(Vec<Event>, Place)> {
    let mut next = after;
    let events = tx.rows(
        sql!(
            sqlite: "select customer_id, occurred_at, id, channel_id, type, name, received_at, device,
                            amount, currency, properties, context, seq
                     from events where seq > $1 order by seq limit $2",
            postgres: "select 1"
        ),
        params![after.seq, limit as i64],
        |row| {
            next.seq = row.get(12)?;
            event(row)
        },
    )?;
    Ok((events, next))
}

fn page_postgres(tx: &Tx, after: Place, limit: usize) -> Result<(Vec<Event>, Place)> {
    let (customer, at, id) = after.key;
    let events = tx.rows(
        sql!(
            sqlite: "select 1",
            postgres: "select customer_id, occurred_at, id, channel_id, type, name, received_at, device,
                              amount, currency, properties, context
                       from events where (customer_id, occurred_at, id) > ($1, $2, $3)
                       order by customer_id, occurred_at, id limit $4"
        ),
        params![customer, at, id, limit as i64],
        event,
    )?;
    let last = events.last().map(|event| (event.customer_id, event.occurred_at, event.id));
    Ok((events, Place { key: last.unwrap_or(after.key), ..after }))
}
