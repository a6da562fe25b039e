//! The SQL of carts, their changes and their lines.

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::db::{List, Row, ToV, V};
use kit::{Result, Time, Tx, params, sql};

use super::rules::Parts;
use super::{CartId, ChangeId, Hand, Kind, Line, Role};
use crate::orders::OrderId;

/// A leaf's own cart.
#[derive(Clone, Copy, Debug)]
pub struct CartRow {
    pub leaf: CustomerId,
    pub id: CartId,
    pub opened_at: Time,
    pub changed_at: Time,
    pub is_open: bool,
}

/// A leaf's part of a line.
#[derive(Clone, Debug)]
pub struct PartRow {
    pub leaf: CustomerId,
    pub line: Line,
    pub quantity: i64,
    pub added_at: Time,
    pub last: Hand,
}

/// A row of the ledger.
#[derive(Clone, Debug)]
pub struct ChangeRow {
    pub leaf: CustomerId,
    pub line: Line,
    pub delta: i64,
    pub hand: Hand,
}

/// What all rows of one change have in common.
pub struct Made<'a> {
    pub id: ChangeId,
    pub key: &'a str,
    pub at: Time,
    pub channel: Option<ChannelId>,
    pub role: Role,
    pub name: Option<&'a str>,
}

/// The newest cart of each of these leaves: no other can be open. One who has bought ten thousand times has as many that
/// are closed, so these are asked for one by one.
pub fn newest_carts(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<CartRow>> {
    let select = sql!(
        "select customer_id, id, opened_at, changed_at, closed_at from carts
         where customer_id = $1 order by id desc limit 1"
    );
    let newest = |leaf| tx.one(select, params![leaf], cart_row).transpose();
    leaves.iter().filter_map(newest).collect()
}

fn cart_row(row: &Row) -> Result<CartRow> {
    let closed_at: Option<Time> = row.get(4)?;
    Ok(CartRow {
        leaf: row.get(0)?,
        id: row.get(1)?,
        opened_at: row.get(2)?,
        changed_at: row.get(3)?,
        is_open: closed_at.is_none(),
    })
}

pub fn leaf_of_cart_maybe(tx: &Tx, id: CartId) -> Result<Option<CustomerId>> {
    let select = sql!("select customer_id from carts where id = $1");
    tx.one(select, params![id], |row| row.get(0))
}

/// Opens carts that are not there yet, and notes when the others changed.
pub fn save_carts(tx: &Tx, carts: &[(CustomerId, CartId)], now: Time) -> Result<()> {
    let rows: Vec<[V; 3]> =
        carts.iter().map(|(leaf, id)| [leaf.to_v(), id.to_v(), now.to_v()]).collect();
    tx.many(
        sql!(
            "insert into carts (customer_id, id, opened_at, changed_at) values ($1, $2, $3, $3)
             on conflict (customer_id, id) do update set changed_at = excluded.changed_at"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn close_carts(tx: &Tx, leaves: &[CustomerId], order: OrderId, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update carts set closed_at = $2, changed_at = $2, order_id = $3
             where customer_id in ($1) and closed_at is null"
        ),
        params![List(leaves), now, order],
    )?;
    Ok(())
}

/// The parts of these leaves.
pub fn parts(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<PartRow>> {
    tx.rows(
        sql!(
            "select customer_id, kind, item, quantity, added_at, channel_id, actor, actor_name,
               changed_at, change_id
             from cart_lines where customer_id in ($1) order by added_at, item, customer_id"
        ),
        params![List(leaves)],
        |row| {
            Ok(PartRow {
                leaf: row.get(0)?,
                line: line(row, 1)?,
                quantity: row.get(3)?,
                added_at: row.get(4)?,
                last: hand(row, 5)?,
            })
        },
    )
}

/// The parts as they were when this change, and all before it, had been made.
pub fn parts_at(tx: &Tx, leaves: &[CustomerId], last: ChangeId) -> Result<Parts> {
    let rows = tx.rows(
        sql!(
            "select kind, item, customer_id, cast(sum(delta) as bigint) from cart_changes
             where customer_id in ($1) and id <= $2 group by kind, item, customer_id
             having sum(delta) <> 0"
        ),
        params![List(leaves), last],
        |row| Ok(((line(row, 0)?, row.get(2)?), row.get(3)?)),
    )?;
    Ok(rows.into_iter().collect())
}

pub fn change_of_key_maybe(tx: &Tx, leaves: &[CustomerId], key: &str) -> Result<Option<ChangeId>> {
    tx.one(
        sql!("select id from cart_changes where customer_id in ($1) and key = $2 limit 1"),
        params![List(leaves), key],
        |row| row.get(0),
    )
}

pub fn is_change(tx: &Tx, leaves: &[CustomerId], id: ChangeId) -> Result<bool> {
    let select = sql!("select 1 from cart_changes where customer_id in ($1) and id = $2 limit 1");
    Ok(tx.one(select, params![List(leaves), id], |_| Ok(()))?.is_some())
}

/// Whether anything was ever put into this leaf's cart.
pub fn has_changed(tx: &Tx, leaf: CustomerId) -> Result<bool> {
    let select = sql!("select 1 from cart_changes where customer_id = $1 limit 1");
    Ok(tx.one(select, params![leaf], |_| Ok(()))?.is_some())
}

/// The rows of the newest changes, the newest first.
pub fn newest_changes(tx: &Tx, leaves: &[CustomerId], limit: usize) -> Result<Vec<ChangeRow>> {
    tx.rows(
        sql!(
            "select customer_id, kind, item, delta, channel_id, actor, actor_name, at, id
             from cart_changes where customer_id in ($1)
               and id in (select id from cart_changes where customer_id in ($1)
                          group by id order by id desc limit $2)
             order by id desc, kind, item, customer_id"
        ),
        params![List(leaves), limit as i64],
        change_row,
    )
}

/// The rows of a leaf's next changes, the oldest first.
pub fn changes_after(
    tx: &Tx,
    leaf: CustomerId,
    after: ChangeId,
    limit: usize,
) -> Result<Vec<ChangeRow>> {
    tx.rows(
        sql!(
            "select customer_id, kind, item, delta, channel_id, actor, actor_name, at, id
             from cart_changes where customer_id = $1
               and id in (select id from cart_changes where customer_id = $1 and id > $2
                          group by id order by id limit $3)
             order by id, kind, item"
        ),
        params![leaf, after, limit as i64],
        change_row,
    )
}

fn change_row(row: &Row) -> Result<ChangeRow> {
    Ok(ChangeRow {
        leaf: row.get(0)?,
        line: line(row, 1)?,
        delta: row.get(3)?,
        hand: hand(row, 4)?,
    })
}

/// Whose carts changed after this change; for whoever waits for news.
pub fn changed_after(tx: &Tx, id: ChangeId, limit: usize) -> Result<Vec<(ChangeId, CustomerId)>> {
    tx.rows(
        sql!("select id, customer_id from cart_changes where id > $1 order by id desc limit $2"),
        params![id, limit as i64],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn insert_changes(
    tx: &Tx,
    made: &Made,
    deltas: &[(CustomerId, Kind, &str, i64)],
) -> Result<()> {
    let rows: Vec<[V; 10]> = deltas
        .iter()
        .map(|(leaf, kind, item, delta)| {
            [
                leaf.to_v(),
                made.id.to_v(),
                V::Text(kind.as_str()),
                V::Text(item),
                V::Int(*delta),
                V::Text(made.key),
                made.at.to_v(),
                made.channel.as_ref().map_or(V::Null, ToV::to_v),
                V::Text(made.role.as_str()),
                made.name.map_or(V::Null, V::Text),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into cart_changes (customer_id, id, kind, item, delta, key, at, channel_id, actor,
               actor_name)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &rows,
    )?;
    Ok(())
}

/// Writes what is left of these parts; of none, nothing is left.
pub fn save_parts(tx: &Tx, made: &Made, parts: &[(CustomerId, &Line, i64)]) -> Result<()> {
    let (some, none): (Vec<_>, Vec<_>) = parts.iter().partition(|(_, _, quantity)| *quantity > 0);
    let gone: Vec<[V; 3]> = none
        .iter()
        .map(|(leaf, line, _)| [leaf.to_v(), V::Text(line.kind.as_str()), V::Text(&line.item)])
        .collect();
    tx.many(
        sql!("delete from cart_lines where customer_id = $1 and kind = $2 and item = $3"),
        &gone,
    )?;
    let rows: Vec<[V; 9]> = some
        .iter()
        .map(|(leaf, line, quantity)| {
            [
                leaf.to_v(),
                V::Text(line.kind.as_str()),
                V::Text(&line.item),
                V::Int(*quantity),
                made.at.to_v(),
                made.id.to_v(),
                made.channel.as_ref().map_or(V::Null, ToV::to_v),
                V::Text(made.role.as_str()),
                made.name.map_or(V::Null, V::Text),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into cart_lines (customer_id, kind, item, quantity, added_at, changed_at, change_id,
               channel_id, actor, actor_name)
             values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)
             on conflict (customer_id, kind, item) do update set quantity = excluded.quantity,
               changed_at = excluded.changed_at, change_id = excluded.change_id,
               channel_id = excluded.channel_id, actor = excluded.actor,
               actor_name = excluded.actor_name"
        ),
        &rows,
    )?;
    Ok(())
}

/// Takes away all that these leaves ever had in a cart.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    for delete in [
        sql!("delete from cart_lines where customer_id in ($1)"),
        sql!("delete from cart_changes where customer_id in ($1)"),
        sql!("delete from carts where customer_id in ($1)"),
    ] {
        tx.exec(delete, params![List(leaves)])?;
    }
    Ok(())
}

/// The parts as they lie there, and as the ledger has them, of all leaves: for the audit.
pub fn all_parts(tx: &Tx) -> Result<(Parts, Parts)> {
    let part = |row: &Row| Ok(((line(row, 0)?, row.get(2)?), row.get(3)?));
    let kept: Vec<_> =
        tx.rows(sql!("select kind, item, customer_id, quantity from cart_lines"), params![], part)?;
    let summed: Vec<_> = tx.rows(
        sql!(
            "select kind, item, customer_id, cast(sum(delta) as bigint) from cart_changes
             group by kind, item, customer_id having sum(delta) <> 0"
        ),
        params![],
        part,
    )?;
    Ok((kept.into_iter().collect(), summed.into_iter().collect()))
}

/// Every delta of every part in the order of its changes: for the audit.
pub fn all_deltas(tx: &Tx) -> Result<Vec<((Line, CustomerId), i64)>> {
    tx.rows(
        sql!("select kind, item, customer_id, delta from cart_changes order by customer_id, id"),
        params![],
        |row| Ok(((line(row, 0)?, row.get(2)?), row.get(3)?)),
    )
}

fn line(row: &Row, at: usize) -> Result<Line> {
    Ok(Line { kind: row.text(at)?.parse()?, item: row.get(at + 1)? })
}

fn hand(row: &Row, at: usize) -> Result<Hand> {
    Ok(Hand {
        channel_id: row.get(at)?,
        role: row.text(at + 1)?.parse()?,
        name: row.get(at + 2)?,
        at: row.get(at + 3)?,
        change: row.get(at + 4)?,
    })
}
