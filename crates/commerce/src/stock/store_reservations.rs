//! The SQL of reservations. Whoever deletes or shortens one gives back to its level in the same transaction.

use kit::db::{List, Row, ToV, V};
use kit::{Result, Time, Tx, params, sql};

use super::movements::Place;
use super::{Holder, LocationId, Reservation, ReservationId};
use crate::catalogue::VariantId;

pub fn insert(tx: &Tx, reservations: &[Reservation]) -> Result<()> {
    let rows: Vec<[V; 8]> = reservations
        .iter()
        .map(|one| {
            [
                one.variant.to_v(),
                one.id.to_v(),
                one.location.to_v(),
                one.asked.to_v(),
                V::Text(one.holder.as_str()),
                V::Int(one.quantity),
                one.expires_at.to_v(),
                one.made_at.to_v(),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into reservations
               (variant_id, id, location_id, asked_id, holder, quantity, expires_at, made_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        &rows,
    )?;
    Ok(())
}

/// One, held until the end of the transaction.
pub fn hold(tx: &Tx, id: ReservationId) -> Result<Option<Reservation>> {
    tx.one(
        sql!(
            "select variant_id, id, location_id, asked_id, holder, quantity, expires_at, made_at
             from reservations where id = $1{for_update}"
        ),
        params![id],
        reservation,
    )
}

pub fn of_holder(tx: &Tx, holder: &Holder) -> Result<Vec<Reservation>> {
    tx.rows(
        sql!(
            "select variant_id, id, location_id, asked_id, holder, quantity, expires_at, made_at
             from reservations where holder = $1 order by variant_id, id"
        ),
        params![holder.as_str()],
        reservation,
    )
}

/// What this holder has of these variants.
pub fn some_of(tx: &Tx, holder: &Holder, variants: &[VariantId]) -> Result<Vec<Reservation>> {
    tx.rows(
        sql!(
            "select variant_id, id, location_id, asked_id, holder, quantity, expires_at, made_at
             from reservations where holder = $1 and variant_id in ($2) order by variant_id, id"
        ),
        params![holder.as_str(), List(variants)],
        reservation,
    )
}

/// What this holder has of these variants, held until the end of the transaction.
pub fn hold_of(tx: &Tx, holder: &Holder, variants: &[VariantId]) -> Result<Vec<Reservation>> {
    tx.rows(
        sql!(
            "select variant_id, id, location_id, asked_id, holder, quantity, expires_at, made_at
             from reservations where holder = $1 and variant_id in ($2)
             order by variant_id, id{for_update}"
        ),
        params![holder.as_str(), List(variants)],
        reservation,
    )
}

pub fn set_kept(tx: &Tx, holder: &Holder) -> Result<()> {
    tx.exec(
        sql!(
            "update reservations set expires_at = null where holder = $1 and expires_at is not null"
        ),
        params![holder.as_str()],
    )?;
    Ok(())
}

/// What is left of one; with nothing left it goes.
pub fn set_quantity(tx: &Tx, one: &Reservation, left: i64) -> Result<()> {
    if left == 0 {
        tx.exec(
            sql!("delete from reservations where variant_id = $1 and id = $2"),
            params![one.variant, one.id],
        )?;
    } else {
        tx.exec(
            sql!("update reservations set quantity = $3 where variant_id = $1 and id = $2"),
            params![one.variant, one.id, left],
        )?;
    }
    Ok(())
}

pub fn delete_of(tx: &Tx, holder: &Holder) -> Result<Vec<(Place, i64)>> {
    tx.rows(
        sql!(
            "delete from reservations where holder = $1 returning variant_id, location_id, quantity"
        ),
        params![holder.as_str()],
        gone,
    )
}

/// Those of these variants whose time is over, but for what another process frees at this moment.
pub fn delete_due_of(tx: &Tx, variants: &[VariantId], now: Time) -> Result<Vec<(Place, i64)>> {
    tx.rows(
        sql!(
            "delete from reservations where (variant_id, id) in
               (select variant_id, id from reservations
                where expires_at <= $1 and variant_id in ($2){skip_locked})
             returning variant_id, location_id, quantity"
        ),
        params![now, List(variants)],
        gone,
    )
}

/// What these would leave free.
pub fn due_of(tx: &Tx, variants: &[VariantId], now: Time) -> Result<Vec<(Place, i64)>> {
    tx.rows(
        sql!(
            "select variant_id, location_id, cast(sum(quantity) as bigint) from reservations
             where expires_at <= $1 and variant_id in ($2) group by variant_id, location_id"
        ),
        params![now, List(variants)],
        gone,
    )
}

pub fn has_due(tx: &Tx, now: Time) -> Result<bool> {
    let select = sql!("select 1 from reservations where expires_at <= $1 limit 1");
    Ok(tx.one(select, params![now], |_| Ok(()))?.is_some())
}

pub fn delete_due(tx: &Tx, now: Time, limit: i64) -> Result<Vec<(Place, i64)>> {
    tx.rows(
        sql!(
            "delete from reservations where (variant_id, id) in
               (select variant_id, id from reservations where expires_at <= $1
                order by expires_at limit $2{skip_locked})
             returning variant_id, location_id, quantity"
        ),
        params![now, limit],
        gone,
    )
}

fn gone(row: &Row) -> Result<(Place, i64)> {
    Ok(((row.get(0)?, row.get(1)?), row.get(2)?))
}

fn reservation(row: &Row) -> Result<Reservation> {
    let location: LocationId = row.get(2)?;
    Ok(Reservation {
        variant: row.get(0)?,
        id: row.get(1)?,
        location,
        asked: row.get(3)?,
        holder: row.text(4)?.parse()?,
        quantity: row.get(5)?,
        expires_at: row.get(6)?,
        made_at: row.get(7)?,
    })
}
