//! The SQL of what of theirs is what of ours.

use customers::channels::ChannelId;
use kit::db::{FromColumn, Row, ToV};
use kit::{Error, Result, Time, Tx, params, sql};
use serde::{Deserialize, Serialize};

use super::store::{maybe, text};
use crate::orders::OrderId;

kit::words! {
    Kind:
    Product "product",
    Variant "variant",
    Customer "customer",
    Order "order",
    /// What lies in their stock, where it has an id of its own.
    Item "item",
    /// A product that could not be taken in; the problem says why.
    Refused "refused",
}

/// What is kept of one thing of theirs; `I`: what it is here.
#[derive(Clone, Debug)]
pub struct Record<I> {
    pub our_id: I,
    pub number: String,
    /// Of the newest state that was taken in.
    pub version_at: Time,
    pub details: Details,
    pub problem: Option<String>,
}

/// Of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// Its leaf: orders are kept by that.
    pub customer: String,
    /// Their line, the place of ours, and how many they still hold.
    pub lines: Vec<(String, i64, i64)>,
    /// Their line, and how many of it they know to be sent.
    pub sent: Vec<(String, i64)>,
}

impl Details {
    pub fn sent_of(&self, line: &str) -> i64 {
        self.sent.iter().find(|(id, _)| id == line).map_or(0, |(_, sent)| *sent)
    }

    fn is_open(&self) -> bool {
        self.lines.iter().any(|(_, _, open)| *open > 0)
    }
}

impl<I> Record<I> {
    /// One without a number and without details.
    pub fn new(our_id: I, version_at: Time) -> Record<I> {
        let (number, details) = (String::new(), Details::default());
        Record { our_id, number, version_at, details, problem: None }
    }
}

pub fn find<I: FromColumn>(
    tx: &Tx,
    channel: ChannelId,
    kind: Kind,
    their_id: &str,
) -> Result<Option<Record<I>>> {
    tx.one(
        sql!(
            "select our_id, number, version_at, details, problem from shop_link_records
             where channel_id = $1 and kind = $2 and their_id = $3"
        ),
        params![channel, kind.as_str(), their_id],
        record,
    )
}

pub fn save<I: ToV>(
    tx: &Tx,
    channel: ChannelId,
    kind: Kind,
    their_id: &str,
    record: &Record<I>,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into shop_link_records (channel_id, kind, their_id, our_id, number, version_at,
               details, problem, is_open)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (channel_id, kind, their_id) do update set our_id = excluded.our_id,
               number = excluded.number, version_at = excluded.version_at,
               details = excluded.details, problem = excluded.problem, is_open = excluded.is_open"
        ),
        params![
            channel,
            kind.as_str(),
            their_id,
            record.our_id.to_v(),
            record.number,
            record.version_at,
            text(&record.details)?,
            maybe(record.problem.as_deref()),
            i64::from(record.details.is_open())
        ],
    )?;
    Ok(())
}

/// The orders of which they still wait for pieces, after this one, in the order of their ids there.
pub fn open_orders(
    tx: &Tx,
    channel: ChannelId,
    after: &str,
    limit: i64,
) -> Result<Vec<(String, Record<OrderId>)>> {
    tx.rows(
        sql!(
            "select our_id, number, version_at, details, problem, their_id from shop_link_records
             where channel_id = $1 and kind = 'order' and is_open = 1 and their_id > $2
             order by their_id limit $3"
        ),
        params![channel, after, limit],
        |row| Ok((row.get(5)?, record(row)?)),
    )
}

/// How many of a kind are linked.
pub fn count(tx: &Tx, channel: ChannelId, kind: Kind) -> Result<i64> {
    let count = tx.one(
        sql!("select count(*) from shop_link_records where channel_id = $1 and kind = $2"),
        params![channel, kind.as_str()],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// What a person must look at: an order by its number there, or a product by its title; and what is the matter.
pub fn problems(tx: &Tx, channel: ChannelId, limit: i64) -> Result<Vec<(String, String)>> {
    tx.rows(
        sql!(
            "select number, problem from shop_link_records
             where channel_id = $1 and kind in ('order', 'refused') and problem is not null
             order by version_at desc, their_id limit $2"
        ),
        params![channel, limit],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// It was refused, and is no more.
pub fn forget_refused(tx: &Tx, channel: ChannelId, their_id: &str) -> Result<()> {
    tx.exec(
        sql!(
            "delete from shop_link_records
             where channel_id = $1 and kind = 'refused' and their_id = $2"
        ),
        params![channel, their_id],
    )?;
    Ok(())
}

/// A person has looked.
pub fn clear_problems(tx: &Tx, channel: ChannelId) -> Result<()> {
    tx.exec(
        sql!(
            "update shop_link_records set problem = null
             where channel_id = $1 and kind in ('order', 'refused') and problem is not null"
        ),
        params![channel],
    )?;
    Ok(())
}

fn record<I: FromColumn>(row: &Row) -> Result<Record<I>> {
    Ok(Record {
        our_id: row.get(0)?,
        number: row.get(1)?,
        version_at: row.get(2)?,
        details: serde_json::from_str(row.text(3)?).map_err(Error::internal)?,
        problem: row.get(4)?,
    })
}
