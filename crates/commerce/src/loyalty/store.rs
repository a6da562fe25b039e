//! The SQL of points.

use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Posting, PostingId, Program};
use crate::orders::OrderId;

pub fn insert(tx: &Tx, one: &Posting) -> Result<()> {
    tx.exec(
        sql!(
            "insert into loyalty_postings (customer_id, id, key, kind, points, at, expires_at, order_id, reference,
               counted, channel_id, actor, actor_name)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
        params![
            one.customer_id,
            one.id,
            one.key,
            one.kind.as_str(),
            one.points,
            one.at,
            one.expires_at,
            one.order_id,
            one.reference,
            one.counted,
            one.channel_id,
            one.actor,
            one.actor_name
        ],
    )?;
    Ok(())
}

/// All that came and went on these leaves, the oldest first.
pub fn of_leaves(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Posting>> {
    tx.rows(
        sql!(
            "select customer_id, id, key, kind, points, at, expires_at, order_id, reference, counted, channel_id,
               actor, actor_name
             from loyalty_postings where customer_id in ($1) order by at, id"
        ),
        params![List(leaves)],
        posting,
    )
}

/// What an order earned and lost, the oldest first.
pub fn of_order(tx: &Tx, leaf: CustomerId, order: OrderId) -> Result<Vec<Posting>> {
    tx.rows(
        sql!(
            "select customer_id, id, key, kind, points, at, expires_at, order_id, reference, counted, channel_id,
               actor, actor_name
             from loyalty_postings where customer_id = $1 and order_id = $2 order by at, id"
        ),
        params![leaf, order],
        posting,
    )
}

/// The postings of a leaf after this one.
pub fn after(tx: &Tx, leaf: CustomerId, after: PostingId, size: usize) -> Result<Vec<Posting>> {
    tx.rows(
        sql!(
            "select customer_id, id, key, kind, points, at, expires_at, order_id, reference, counted, channel_id,
               actor, actor_name
             from loyalty_postings where customer_id = $1 and id > $2 order by id limit $3"
        ),
        params![leaf, after, size as i64],
        posting,
    )
}

pub fn program(tx: &Tx) -> Result<Program> {
    let found =
        tx.one(sql!("select body from loyalty_program where id = 1"), params![], |row| {
            serde_json::from_str(row.text(0)?).map_err(Error::internal)
        })?;
    Ok(found.unwrap_or_default())
}

pub fn save_program(tx: &Tx, program: &Program, now: Time) -> Result<()> {
    let body = serde_json::to_string(program).map_err(Error::internal)?;
    tx.exec(
        sql!(
            "insert into loyalty_program (id, body, changed_at) values (1, $1, $2)
             on conflict (id) do update set body = excluded.body, changed_at = excluded.changed_at"
        ),
        params![body, now],
    )?;
    Ok(())
}

/// The points of these leaves: they were erased.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    tx.exec(sql!("delete from loyalty_postings where customer_id in ($1)"), params![List(leaves)])?;
    Ok(())
}

fn posting(row: &Row) -> Result<Posting> {
    Ok(Posting {
        customer_id: row.get(0)?,
        id: row.get(1)?,
        key: row.get(2)?,
        kind: row.text(3)?.parse()?,
        points: row.get(4)?,
        at: row.get(5)?,
        expires_at: row.get(6)?,
        order_id: row.get(7)?,
        reference: row.get(8)?,
        counted: row.get(9)?,
        channel_id: row.get(10)?,
        actor: row.get(11)?,
        actor_name: row.get(12)?,
    })
}
