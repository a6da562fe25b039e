//! The SQL of tills.

use kit::db::Row;
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Taking, Till, TillId};
use crate::orders::OrderId;

pub fn insert(tx: &Tx, till: &Till, key: &str) -> Result<()> {
    tx.exec(
        sql!(
            "insert into tills (id, key, location_id, channel_id, name, opened_at, opened_by, seen_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            till.id,
            key,
            till.location,
            till.channel,
            till.name,
            till.opened_at,
            till.opened_by,
            till.seen_at
        ],
    )?;
    Ok(())
}

pub fn find(tx: &Tx, id: TillId) -> Result<Till> {
    let found = tx.one(
        sql!(
            "select id, location_id, channel_id, name, opened_at, opened_by, seen_at, closed_at
             from tills where id = $1"
        ),
        params![id],
        till,
    )?;
    found.ok_or_else(|| Error::not_found(format!("till {id}")))
}

/// The same, held until the end of the transaction: nothing else is done with this till meanwhile.
pub fn hold(tx: &Tx, id: TillId) -> Result<Till> {
    let found = tx.one(
        sql!(
            "select id, location_id, channel_id, name, opened_at, opened_by, seen_at, closed_at
             from tills where id = $1{for_update}"
        ),
        params![id],
        till,
    )?;
    found.ok_or_else(|| Error::not_found(format!("till {id}")))
}

pub fn keyed_maybe(tx: &Tx, key: &str) -> Result<Option<Till>> {
    tx.one(
        sql!(
            "select id, location_id, channel_id, name, opened_at, opened_by, seen_at, closed_at
             from tills where key = $1"
        ),
        params![key],
        till,
    )
}

/// Those that are open, by name.
pub fn list_open(tx: &Tx) -> Result<Vec<Till>> {
    tx.rows(
        sql!(
            "select id, location_id, channel_id, name, opened_at, opened_by, seen_at, closed_at
             from tills where closed_at is null order by name, id"
        ),
        params![],
        till,
    )
}

fn till(row: &Row) -> Result<Till> {
    Ok(Till {
        id: row.get(0)?,
        location: row.get(1)?,
        channel: row.get(2)?,
        name: row.get(3)?,
        opened_at: row.get(4)?,
        opened_by: row.get(5)?,
        seen_at: row.get(6)?,
        closed_at: row.get(7)?,
    })
}

pub fn set_seen(tx: &Tx, id: TillId, now: Time) -> Result<()> {
    tx.exec(sql!("update tills set seen_at = $2 where id = $1"), params![id, now])?;
    Ok(())
}

pub fn set_closed(tx: &Tx, id: TillId, by: &str, now: Time) -> Result<()> {
    tx.exec(
        sql!("update tills set closed_at = $3, closed_by = $2 where id = $1"),
        params![id, by, now],
    )?;
    Ok(())
}

pub fn insert_sale(tx: &Tx, sale: &Taking) -> Result<()> {
    tx.exec(
        sql!(
            "insert into till_sales (till_id, key, customer_id, order_id, sold_at, recorded_at, sold_by,
               means, currency, total, given, change, reference)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
        params![
            sale.till,
            sale.key,
            sale.customer_id,
            sale.order_id,
            sale.sold_at,
            sale.recorded_at,
            sale.sold_by,
            sale.means.as_str(),
            sale.total.currency.code(),
            sale.total.minor,
            sale.given.minor,
            sale.change.minor,
            sale.reference
        ],
    )?;
    Ok(())
}

pub fn sale_maybe(tx: &Tx, till: TillId, key: &str) -> Result<Option<Taking>> {
    tx.one(
        sql!(
            "select till_id, key, customer_id, order_id, sold_at, recorded_at, sold_by, means, currency,
               total, given, change, reference
             from till_sales where till_id = $1 and key = $2"
        ),
        params![till, key],
        taking,
    )
}

/// What was taken for an order, if it was sold at a till.
pub fn taken_for_maybe(tx: &Tx, order: OrderId) -> Result<Option<Taking>> {
    tx.one(
        sql!(
            "select till_id, key, customer_id, order_id, sold_at, recorded_at, sold_by, means, currency,
               total, given, change, reference
             from till_sales where order_id = $1"
        ),
        params![order],
        taking,
    )
}

fn taking(row: &Row) -> Result<Taking> {
    let currency: Currency = row.text(8)?.parse()?;
    let money = |i| Ok::<_, Error>(Money::new(row.get(i)?, currency));
    Ok(Taking {
        till: row.get(0)?,
        key: row.get(1)?,
        customer_id: row.get(2)?,
        order_id: row.get(3)?,
        sold_at: row.get(4)?,
        recorded_at: row.get(5)?,
        sold_by: row.get(6)?,
        means: row.text(7)?.parse()?,
        total: money(9)?,
        given: money(10)?,
        change: money(11)?,
        reference: row.get(12)?,
    })
}
