//! The SQL of returns.

use std::collections::BTreeMap;

use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx, params, sql};

use super::steps::Step;
use super::{Line, Return, ReturnId, State};
use crate::orders::{Order, OrderId};

pub fn insert(tx: &Tx, back: &Return, key: &str, lines: &[Line]) -> Result<()> {
    tx.exec(
        sql!(
            "insert into returns (customer_id, id, order_id, number, order_number, key, kind, state, channel_id,
               actor, actor_name, reason, goodwill, currency, delivery, deduction, refund, asked_at, changed_at, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)"
        ),
        params![
            back.customer_id,
            back.id,
            back.order_id,
            back.number,
            back.order_number,
            key,
            back.kind.as_str(),
            back.state.as_str(),
            back.channel_id,
            back.actor,
            back.actor_name,
            back.reason,
            back.goodwill,
            back.refund.currency.code(),
            back.delivery.minor,
            back.deduction.minor,
            back.refund.minor,
            back.asked_at,
            back.changed_at,
            back.version
        ],
    )?;
    for line in lines {
        insert_line(tx, back, line)?;
    }
    Ok(())
}

fn insert_line(tx: &Tx, back: &Return, line: &Line) -> Result<()> {
    tx.exec(
        sql!(
            "insert into return_lines (customer_id, return_id, position, variant_id, wanted_id, sku, title,
               quantity, restocked, written_off, kept, refund)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 0, 0)"
        ),
        params![
            back.customer_id,
            back.id,
            line.position,
            line.variant,
            line.wanted,
            line.sku,
            line.title,
            line.quantity
        ],
    )?;
    Ok(())
}

pub fn update(tx: &Tx, back: &Return, lines: &[Line]) -> Result<()> {
    tx.exec(
        sql!(
            "update returns set state = $3, delivery = $4, deduction = $5, refund = $6, changed_at = $7,
               version = $8
             where customer_id = $1 and id = $2"
        ),
        params![
            back.customer_id,
            back.id,
            back.state.as_str(),
            back.delivery.minor,
            back.deduction.minor,
            back.refund.minor,
            back.changed_at,
            back.version
        ],
    )?;
    for line in lines {
        tx.exec(
            sql!(
                "update return_lines set restocked = $4, written_off = $5, kept = $6, refund = $7
                 where customer_id = $1 and return_id = $2 and position = $3"
            ),
            params![
                back.customer_id,
                back.id,
                line.position,
                line.restocked,
                line.written_off,
                line.kept,
                line.refund
            ],
        )?;
    }
    Ok(())
}

/// False if the number is taken.
pub fn take_number(tx: &Tx, number: &str, leaf: CustomerId, id: ReturnId) -> Result<bool> {
    let taken = tx.exec(
        sql!(
            "insert into return_numbers (number, customer_id, return_id) values ($1, $2, $3)
             on conflict (number) do nothing"
        ),
        params![number, leaf, id],
    )?;
    Ok(taken == 1)
}

/// The return of a number.
pub fn find(tx: &Tx, number: &str) -> Result<Return> {
    let found = tx.one(
        sql!(
            "select r.customer_id, r.id, r.order_id, r.number, r.order_number, r.kind, r.state, r.channel_id,
               r.actor, r.actor_name, r.reason, r.goodwill, r.currency, r.delivery, r.deduction, r.refund,
               r.asked_at, r.changed_at, r.version
             from return_numbers n
             join returns r on r.customer_id = n.customer_id and r.id = n.return_id
             where n.number = $1"
        ),
        params![number],
        back,
    )?;
    found.ok_or_else(|| Error::not_found(format!("return {number}")))
}

/// The return that was asked for with this key.
pub fn keyed_maybe(tx: &Tx, leaf: CustomerId, key: &str) -> Result<Option<Return>> {
    tx.one(
        sql!(
            "select customer_id, id, order_id, number, order_number, kind, state, channel_id, actor, actor_name,
               reason, goodwill, currency, delivery, deduction, refund, asked_at, changed_at, version
             from returns where customer_id = $1 and key = $2"
        ),
        params![leaf, key],
        back,
    )
}

pub fn lines(tx: &Tx, back: &Return) -> Result<Vec<Line>> {
    let lines = lines_of(tx, &[back.customer_id], &[back.id])?;
    Ok(lines.into_values().flatten().collect())
}

fn lines_of(
    tx: &Tx,
    leaves: &[CustomerId],
    ids: &[ReturnId],
) -> Result<BTreeMap<ReturnId, Vec<Line>>> {
    let mut of: BTreeMap<ReturnId, Vec<Line>> = BTreeMap::new();
    let lines = tx.rows(
        sql!(
            "select return_id, position, variant_id, wanted_id, sku, title, quantity, restocked, written_off,
               kept, refund
             from return_lines where customer_id in ($1) and return_id in ($2)
             order by return_id, position"
        ),
        params![List(leaves), List(ids)],
        |row| Ok((row.get(0)?, line(row)?)),
    )?;
    for (id, line) in lines {
        of.entry(id).or_default().push(line);
    }
    Ok(of)
}

/// Puts its lines beside each return.
pub fn with_lines(tx: &Tx, returns: Vec<Return>) -> Result<Vec<(Return, Vec<Line>)>> {
    if returns.is_empty() {
        return Ok(Vec::new());
    }
    let (leaves, ids): (Vec<CustomerId>, Vec<ReturnId>) =
        returns.iter().map(|one| (one.customer_id, one.id)).unzip();
    let mut lines = lines_of(tx, &leaves, &ids)?;
    let pair = |one: Return| {
        let lines = lines.remove(&one.id).unwrap_or_default();
        (one, lines)
    };
    Ok(returns.into_iter().map(pair).collect())
}

/// What came or is to come back of these orders, the oldest first.
pub fn of_orders(tx: &Tx, orders: &[&Order]) -> Result<Vec<(Return, Vec<Line>)>> {
    let (leaves, ids): (Vec<CustomerId>, Vec<OrderId>) =
        orders.iter().map(|order| (order.customer_id, order.id)).unzip();
    let returns = tx.rows(
        sql!(
            "select customer_id, id, order_id, number, order_number, kind, state, channel_id, actor, actor_name,
               reason, goodwill, currency, delivery, deduction, refund, asked_at, changed_at, version
             from returns where customer_id in ($1) and order_id in ($2) order by id"
        ),
        params![List(&leaves), List(&ids)],
        back,
    )?;
    with_lines(tx, returns)
}

/// How many pieces of each line of their orders came back to the shop with these.
pub fn came_back(returns: &[(Return, Vec<Line>)]) -> BTreeMap<(OrderId, i64), i64> {
    let mut pieces = BTreeMap::new();
    for (back, lines) in returns {
        if matches!(back.state, State::Received | State::Refunded) {
            for line in lines {
                *pieces.entry((back.order_id, line.position)).or_default() +=
                    line.restocked + line.written_off;
            }
        }
    }
    pieces
}

/// A page for staff, the newest first: of one state or of all, before a place.
pub fn page(
    tx: &Tx,
    state: Option<State>,
    before: (Time, ReturnId),
    size: usize,
) -> Result<Vec<Return>> {
    let (at, id) = before;
    let size = size as i64;
    match state {
        Some(state) => tx.rows(
            sql!(
                "select customer_id, id, order_id, number, order_number, kind, state, channel_id, actor,
                   actor_name, reason, goodwill, currency, delivery, deduction, refund, asked_at, changed_at, version
                 from returns where state = $1 and (asked_at, id) < ($2, $3)
                 order by asked_at desc, id desc limit $4"
            ),
            params![state.as_str(), at, id, size],
            back,
        ),
        None => tx.rows(
            sql!(
                "select customer_id, id, order_id, number, order_number, kind, state, channel_id, actor,
                   actor_name, reason, goodwill, currency, delivery, deduction, refund, asked_at, changed_at, version
                 from returns where (asked_at, id) < ($1, $2)
                 order by asked_at desc, id desc limit $3"
            ),
            params![at, id, size],
            back,
        ),
    }
}

/// The returns of a leaf after this one.
pub fn after(tx: &Tx, leaf: CustomerId, after: ReturnId, size: usize) -> Result<Vec<Return>> {
    tx.rows(
        sql!(
            "select customer_id, id, order_id, number, order_number, kind, state, channel_id, actor, actor_name,
               reason, goodwill, currency, delivery, deduction, refund, asked_at, changed_at, version
             from returns where customer_id = $1 and id > $2 order by id limit $3"
        ),
        params![leaf, after, size as i64],
        back,
    )
}

pub fn insert_step(tx: &Tx, back: &Return, step: &Step) -> Result<()> {
    tx.exec(
        sql!(
            "insert into return_steps (customer_id, return_id, id, at, channel_id, actor, actor_name, kind, details)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        params![
            back.customer_id,
            back.id,
            step.id,
            step.at,
            step.channel_id,
            step.actor,
            step.actor_name,
            step.kind.as_str(),
            step.details
        ],
    )?;
    Ok(())
}

pub fn steps(tx: &Tx, back: &Return) -> Result<Vec<Step>> {
    tx.rows(
        sql!(
            "select id, at, channel_id, actor, actor_name, kind, details from return_steps
             where customer_id = $1 and return_id = $2 order by id"
        ),
        params![back.customer_id, back.id],
        Step::read,
    )
}

/// Takes away what these leaves said of their returns: they were erased. What came back for how much stays, as the shop's
/// books must have it.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    tx.exec(
        sql!("update returns set reason = '', goodwill = null where customer_id in ($1)"),
        params![List(leaves)],
    )?;
    tx.exec(
        sql!("update return_steps set details = '{}' where customer_id in ($1)"),
        params![List(leaves)],
    )?;
    Ok(())
}

fn line(row: &Row) -> Result<Line> {
    Ok(Line {
        position: row.get(1)?,
        variant: row.get(2)?,
        wanted: row.get(3)?,
        sku: row.get(4)?,
        title: row.get(5)?,
        quantity: row.get(6)?,
        restocked: row.get(7)?,
        written_off: row.get(8)?,
        kept: row.get(9)?,
        refund: row.get(10)?,
    })
}

fn back(row: &Row) -> Result<Return> {
    let currency: Currency = row.text(12)?.parse()?;
    Ok(Return {
        customer_id: row.get(0)?,
        id: row.get(1)?,
        order_id: row.get(2)?,
        number: row.get(3)?,
        order_number: row.get(4)?,
        kind: row.text(5)?.parse()?,
        state: row.text(6)?.parse()?,
        channel_id: row.get(7)?,
        actor: row.get(8)?,
        actor_name: row.get(9)?,
        reason: row.get(10)?,
        goodwill: row.get(11)?,
        delivery: Money::new(row.get(13)?, currency),
        deduction: Money::new(row.get(14)?, currency),
        refund: Money::new(row.get(15)?, currency),
        asked_at: row.get(16)?,
        changed_at: row.get(17)?,
        version: row.get(18)?,
    })
}
