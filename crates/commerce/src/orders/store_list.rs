//! The SQL by which orders are found over all customers. Each statement goes along one index, the newest first; what else
//! is asked is looked at on the way.

use std::collections::{BTreeMap, BTreeSet};

use customers::identities::CustomerId;
use kit::db::{List, Row, ToV, V};
use kit::{Result, Tx, params, sql};

use super::list::Filter;
use super::{Order, OrderId, State};
use crate::stock::LocationId;

pub type Key = (CustomerId, OrderId);

pub fn insert_words(tx: &Tx, order: &Order, words: &BTreeSet<String>) -> Result<()> {
    let row = |word| [V::Text(word), order.id.to_v(), order.customer_id.to_v()];
    let rows: Vec<[V; 3]> = words.iter().map(|word| row(word.as_str())).collect();
    tx.many(
        sql!(
            "insert into order_words (word, order_id, customer_id) values ($1, $2, $3)
             on conflict (word, order_id) do nothing"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn delete_words(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    tx.exec(sql!("delete from order_words where customer_id in ($1)"), params![List(leaves)])?;
    Ok(())
}

pub fn delete_words_of(tx: &Tx, order: &Order) -> Result<()> {
    tx.exec(
        sql!("delete from order_words where customer_id = $1 and order_id = $2"),
        params![order.customer_id, order.id],
    )?;
    Ok(())
}

/// What has still to go out of each place; of places that are not named, nothing.
pub fn set_places(tx: &Tx, order: &Order, waiting: &BTreeMap<LocationId, i64>) -> Result<()> {
    tx.exec(
        sql!("update order_places set waiting = 0 where order_id = $1 and waiting > 0"),
        params![order.id],
    )?;
    insert_places(tx, order, waiting)
}

pub fn insert_places(tx: &Tx, order: &Order, waiting: &BTreeMap<LocationId, i64>) -> Result<()> {
    let rows: Vec<[V; 4]> = waiting
        .iter()
        .map(|(place, pieces)| {
            [place.to_v(), order.id.to_v(), order.customer_id.to_v(), V::Int(*pieces)]
        })
        .collect();
    tx.many(
        sql!(
            "insert into order_places (location_id, order_id, customer_id, waiting)
             values ($1, $2, $3, $4)
             on conflict (location_id, order_id) do update set waiting = excluded.waiting"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn by_word(tx: &Tx, words: &[String], filter: &Filter, size: i64) -> Result<Vec<Key>> {
    let also = words.get(1);
    tx.rows(
        sql!(
            "select w.customer_id, w.order_id from order_words w
             join orders o on o.customer_id = w.customer_id and o.id = w.order_id
             where w.word = $1 and w.order_id < $2
               and (cast($3 as text) is null or exists (select 1 from order_words a
                 where a.word = $3 and a.order_id = w.order_id))
               and (cast($4 as text) is null or o.state = $4)
               and (cast($5 as text) is null or o.payment = $5)
               and (cast($6 as {blob}) is null or o.channel_id = $6)
               and (cast($7 as {blob}) is null or exists (select 1 from order_places p
                 where p.location_id = $7 and p.order_id = w.order_id))
             order by w.order_id desc limit $8"
        ),
        params![
            words.first(),
            filter.before(),
            also,
            filter.state(),
            filter.payment(),
            filter.door,
            filter.place,
            size
        ],
        key,
    )
}

pub fn by_place(tx: &Tx, place: LocationId, filter: &Filter, size: i64) -> Result<Vec<Key>> {
    tx.rows(
        sql!(
            "select p.customer_id, p.order_id from order_places p
             join orders o on o.customer_id = p.customer_id and o.id = p.order_id
             where p.location_id = $1 and p.order_id < $2
               and (cast($3 as text) is null or o.state = $3)
               and (cast($4 as text) is null or o.payment = $4)
               and (cast($5 as {blob}) is null or o.channel_id = $5)
             order by p.order_id desc limit $6"
        ),
        params![place, filter.before(), filter.state(), filter.payment(), filter.door, size],
        key,
    )
}

pub fn by_state(tx: &Tx, state: State, filter: &Filter, size: i64) -> Result<Vec<Key>> {
    tx.rows(
        sql!(
            "select customer_id, id from orders where state = $1 and id < $2
               and (cast($3 as text) is null or payment = $3)
               and (cast($4 as {blob}) is null or channel_id = $4)
             order by id desc limit $5"
        ),
        params![state.as_str(), filter.before(), filter.payment(), filter.door, size],
        key,
    )
}

pub fn by_payment(tx: &Tx, payment: &str, filter: &Filter, size: i64) -> Result<Vec<Key>> {
    tx.rows(
        sql!(
            "select customer_id, id from orders where payment = $1 and id < $2
               and (cast($3 as {blob}) is null or channel_id = $3)
             order by id desc limit $4"
        ),
        params![payment, filter.before(), filter.door, size],
        key,
    )
}

pub fn newest(tx: &Tx, filter: &Filter, size: i64) -> Result<Vec<Key>> {
    match filter.door {
        Some(door) => tx.rows(
            sql!(
                "select customer_id, id from orders where channel_id = $1 and id < $2
                 order by id desc limit $3"
            ),
            params![door, filter.before(), size],
            key,
        ),
        None => tx.rows(
            sql!("select customer_id, id from orders where id < $1 order by id desc limit $2"),
            params![filter.before(), size],
            key,
        ),
    }
}

/// Which orders have pieces that wait to go out of a place, the oldest first: who bought first is served first.
pub fn waiting(tx: &Tx, place: LocationId, size: i64) -> Result<Vec<Key>> {
    tx.rows(
        sql!(
            "select customer_id, order_id from order_places where location_id = $1 and waiting > 0
             order by order_id limit $2"
        ),
        params![place, size],
        key,
    )
}

/// How many orders wait at each place.
pub fn waiting_by_place(tx: &Tx) -> Result<BTreeMap<LocationId, i64>> {
    let counts = tx.rows(
        sql!(
            "select location_id, count(*) from order_places where waiting > 0 group by location_id"
        ),
        params![],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(counts.into_iter().collect())
}

/// How many orders there are of this state, counted to a bound.
pub fn count_of(tx: &Tx, state: State, bound: i64) -> Result<i64> {
    let count = tx.one(
        sql!(
            "select count(*) from (select 1 as one from orders where state = $1 limit $2) counted"
        ),
        params![state.as_str(), bound],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

fn key(row: &Row) -> Result<Key> {
    Ok((row.get(0)?, row.get(1)?))
}
