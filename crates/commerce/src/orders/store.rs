//! The SQL of orders.

use std::collections::BTreeMap;
use std::slice;

use customers::identities::CustomerId;
use kit::db::{List, Row, ToV, V};
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx, params, sql};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Delivery, Line, Order, OrderId, Step, store_list, words};

pub fn insert(tx: &Tx, o: &Order, key: &str) -> Result<()> {
    store_list::insert_words(tx, o, &words::of(o))?;
    tx.exec(
        sql!(
            "insert into orders (customer_id, id, number, key, cart_id, channel_id, actor, actor_name,
               state, means, payment, currency, total, quote, coupons, delivery, contact, placed_at, changed_at,
               version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)"
        ),
        params![
            o.customer_id,
            o.id,
            o.number,
            key,
            o.cart_id,
            o.channel_id,
            o.actor,
            o.actor_name,
            o.state.as_str(),
            o.means.as_str(),
            o.payment.as_str(),
            o.total.currency.code(),
            o.total.minor,
            o.quote,
            text(&o.coupons)?,
            text(&o.delivery)?,
            text(&o.contact)?,
            o.placed_at,
            o.changed_at,
            o.version
        ],
    )?;
    Ok(())
}

/// False if the number is taken.
pub fn take_number(tx: &Tx, number: &str, leaf: CustomerId, order: OrderId) -> Result<bool> {
    let taken = tx.exec(
        sql!(
            "insert into order_numbers (number, customer_id, order_id) values ($1, $2, $3)
             on conflict (number) do nothing"
        ),
        params![number, leaf, order],
    )?;
    Ok(taken == 1)
}

/// Which order a number means.
pub fn numbered_maybe(tx: &Tx, number: &str) -> Result<Option<(CustomerId, OrderId)>> {
    tx.one(
        sql!("select customer_id, order_id from order_numbers where number = $1"),
        params![number],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn insert_lines(tx: &Tx, order: &Order, lines: &[Line]) -> Result<()> {
    let rows: Vec<[V; 14]> = lines.iter().map(|line| columns(order, line)).collect();
    tx.many(
        sql!(
            "insert into order_lines (customer_id, order_id, position, variant_id, sku, title,
               quantity, unit, discount, total, tax_rate, tax, shipped, cancelled)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        &rows,
    )?;
    Ok(())
}

fn columns<'v>(order: &'v Order, line: &'v Line) -> [V<'v>; 14] {
    [
        order.customer_id.to_v(),
        order.id.to_v(),
        V::Int(line.position),
        line.variant.to_v(),
        V::Text(&line.sku),
        V::Text(&line.title),
        V::Int(line.quantity),
        V::Int(line.unit.minor),
        V::Int(line.discount.minor),
        V::Int(line.total.minor),
        V::Int(line.tax_rate),
        V::Int(line.tax.minor),
        V::Int(line.shipped),
        V::Int(line.cancelled),
    ]
}

pub fn find(tx: &Tx, leaf: CustomerId, id: OrderId) -> Result<Order> {
    let found = tx.one(
        sql!(
            "select customer_id, id, number, cart_id, channel_id, actor, actor_name, state, means, payment,
               currency, total, quote, coupons, delivery, contact, placed_at, changed_at, version
             from orders where customer_id = $1 and id = $2"
        ),
        params![leaf, id],
        order,
    )?;
    found.ok_or_else(|| Error::not_found(format!("order {id}")))
}

/// The order that was made with this key by one of these leaves.
pub fn keyed_maybe(tx: &Tx, leaves: &[CustomerId], key: &str) -> Result<Option<Order>> {
    tx.one(
        sql!(
            "select customer_id, id, number, cart_id, channel_id, actor, actor_name, state, means, payment,
               currency, total, quote, coupons, delivery, contact, placed_at, changed_at, version
             from orders where customer_id in ($1) and key = $2"
        ),
        params![List(leaves), key],
        order,
    )
}

/// What these leaves bought, newest first.
pub fn of_leaves(tx: &Tx, leaves: &[CustomerId], size: usize) -> Result<Vec<Order>> {
    tx.rows(
        sql!(
            "select customer_id, id, number, cart_id, channel_id, actor, actor_name, state, means, payment,
               currency, total, quote, coupons, delivery, contact, placed_at, changed_at, version
             from orders where customer_id in ($1) order by placed_at desc, id desc limit $2"
        ),
        params![List(leaves), size as i64],
        order,
    )
}

/// Whether any of these leaves bought something before this order was made.
pub fn bought_before(tx: &Tx, leaves: &[CustomerId], order: OrderId) -> Result<bool> {
    let found = tx.one(
        sql!("select id from orders where customer_id in ($1) and id < $2 limit 1"),
        params![List(leaves), order],
        |row| row.get::<OrderId>(0),
    )?;
    Ok(found.is_some())
}

/// These orders, in any order.
pub fn of_keys(tx: &Tx, keys: &[(CustomerId, OrderId)]) -> Result<Vec<Order>> {
    let (leaves, ids): (Vec<_>, Vec<_>) = keys.iter().copied().unzip();
    tx.rows(
        sql!(
            "select customer_id, id, number, cart_id, channel_id, actor, actor_name, state, means, payment,
               currency, total, quote, coupons, delivery, contact, placed_at, changed_at, version
             from orders where customer_id in ($1) and id in ($2)"
        ),
        params![List(&leaves), List(&ids)],
        order,
    )
}

/// What a leaf bought after this order.
pub fn after(tx: &Tx, leaf: CustomerId, after: OrderId, size: usize) -> Result<Vec<Order>> {
    tx.rows(
        sql!(
            "select customer_id, id, number, cart_id, channel_id, actor, actor_name, state, means, payment,
               currency, total, quote, coupons, delivery, contact, placed_at, changed_at, version
             from orders where customer_id = $1 and id > $2 order by id limit $3"
        ),
        params![leaf, after, size as i64],
        order,
    )
}

/// Writes down what an order is of now: goods, totals, where it goes.
pub fn replace(tx: &Tx, order: &Order, lines: &[Line]) -> Result<()> {
    tx.exec(
        sql!(
            "update orders set total = $3, quote = $4, coupons = $5, delivery = $6, contact = $7
             where customer_id = $1 and id = $2"
        ),
        params![
            order.customer_id,
            order.id,
            order.total.minor,
            order.quote,
            text(&order.coupons)?,
            text(&order.delivery)?,
            text(&order.contact)?
        ],
    )?;
    tx.exec(
        sql!("delete from order_lines where customer_id = $1 and order_id = $2"),
        params![order.customer_id, order.id],
    )?;
    insert_lines(tx, order, lines)?;
    store_list::delete_words_of(tx, order)?;
    store_list::insert_words(tx, order, &words::of(order))
}

/// Takes away where the orders of these leaves went and how to reach whoever bought: they were erased. What was bought
/// for how much stays, as the shop's books must have it.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    store_list::delete_words(tx, leaves)?;
    let nowhere = text(&Delivery::Taken { location: String::new() })?;
    tx.exec(
        sql!("update orders set delivery = $2, contact = '{}' where customer_id in ($1)"),
        params![List(leaves), nowhere],
    )?;
    tx.exec(
        sql!("update order_steps set details = '{}' where customer_id in ($1)"),
        params![List(leaves)],
    )?;
    Ok(())
}

pub fn lines(tx: &Tx, order: &Order) -> Result<Vec<Line>> {
    Ok(lines_of(tx, slice::from_ref(order))?.remove(&order.id).unwrap_or_default())
}

/// The lines of each of these orders, in one read.
pub fn lines_of(tx: &Tx, orders: &[Order]) -> Result<BTreeMap<OrderId, Vec<Line>>> {
    let mut of: BTreeMap<OrderId, Vec<Line>> = BTreeMap::new();
    let (leaves, ids) = keys(orders);
    let lines = tx.rows(
        sql!(
            "select order_id, position, variant_id, sku, title, quantity, unit, discount, total,
               tax_rate, tax, shipped, cancelled
             from order_lines where customer_id in ($1) and order_id in ($2)
             order by order_id, position"
        ),
        params![List(&leaves), List(&ids)],
        |row| line(row, orders),
    )?;
    for (order, line) in lines {
        of.entry(order).or_default().push(line);
    }
    Ok(of)
}

fn keys(orders: &[Order]) -> (Vec<CustomerId>, Vec<OrderId>) {
    orders.iter().map(|order| (order.customer_id, order.id)).unzip()
}

fn line(row: &Row, orders: &[Order]) -> Result<(OrderId, Line)> {
    let id: OrderId = row.get(0)?;
    let order = orders.iter().find(|order| order.id == id);
    let order = order.ok_or_else(|| Error::internal("a line of an order that nobody asked for"))?;
    let money = |i| Ok::<_, Error>(Money::new(row.get(i)?, order.total.currency));
    let line = Line {
        position: row.get(1)?,
        variant: row.get(2)?,
        sku: row.get(3)?,
        title: row.get(4)?,
        quantity: row.get(5)?,
        unit: money(6)?,
        discount: money(7)?,
        total: money(8)?,
        tax_rate: row.get(9)?,
        tax: money(10)?,
        shipped: row.get(11)?,
        cancelled: row.get(12)?,
    };
    Ok((id, line))
}

pub fn set_progress(tx: &Tx, order: &Order, line: &Line) -> Result<()> {
    tx.exec(
        sql!(
            "update order_lines set shipped = $4, cancelled = $5
             where customer_id = $1 and order_id = $2 and position = $3"
        ),
        params![order.customer_id, order.id, line.position, line.shipped, line.cancelled],
    )?;
    Ok(())
}

pub fn set_state(tx: &Tx, order: &Order, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update orders set state = $3, payment = $4, means = $5, changed_at = $6, version = version + 1
             where customer_id = $1 and id = $2"
        ),
        params![
            order.customer_id,
            order.id,
            order.state.as_str(),
            order.payment.as_str(),
            order.means.as_str(),
            now
        ],
    )?;
    Ok(())
}

pub fn insert_step(tx: &Tx, order: &Order, step: &Step) -> Result<()> {
    tx.exec(
        sql!(
            "insert into order_steps (customer_id, order_id, id, at, channel_id, actor, actor_name,
               kind, details)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        params![
            order.customer_id,
            order.id,
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

pub fn steps(tx: &Tx, order: &Order) -> Result<Vec<Step>> {
    tx.rows(
        sql!(
            "select id, at, channel_id, actor, actor_name, kind, details from order_steps
             where customer_id = $1 and order_id = $2 order by id"
        ),
        params![order.customer_id, order.id],
        Step::read,
    )
}

fn order(row: &Row) -> Result<Order> {
    let currency: Currency = row.text(10)?.parse()?;
    Ok(Order {
        customer_id: row.get(0)?,
        id: row.get(1)?,
        number: row.get(2)?,
        cart_id: row.get(3)?,
        channel_id: row.get(4)?,
        actor: row.get(5)?,
        actor_name: row.get(6)?,
        state: row.text(7)?.parse()?,
        means: row.text(8)?.parse()?,
        payment: row.text(9)?.parse()?,
        total: Money::new(row.get(11)?, currency),
        quote: row.get(12)?,
        coupons: json(row.text(13)?)?,
        delivery: json(row.text(14)?)?,
        contact: json(row.text(15)?)?,
        placed_at: row.get(16)?,
        changed_at: row.get(17)?,
        version: row.get(18)?,
    })
}

fn json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(Error::internal)
}

fn text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}
