//! The SQL of locations, levels, movements and bundles.

use std::collections::{BTreeMap, BTreeSet};

use kit::db::{List, Row, ToV, V};
use kit::{Error, Result, Time, Tx, params, sql};

use super::movements::{Movement, Place, Recorded};
use super::rules::{Level, Line};
use super::{Location, LocationId, MovementId};
use crate::catalogue::VariantId;

pub fn insert_location(tx: &Tx, new: &Location) -> Result<()> {
    tx.exec(
        sql!(
            "insert into stock_locations
               (id, code, name, kind, country, city, street, channel_id, sells_online, ships, collects,
                position, made_at, closed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        &location_values(new),
    )?;
    Ok(())
}

pub fn update_location(tx: &Tx, new: &Location) -> Result<()> {
    tx.exec(
        sql!(
            "update stock_locations
             set code = $2, name = $3, kind = $4, country = $5, city = $6, street = $7, channel_id = $8,
               sells_online = $9, ships = $10, collects = $11, position = $12, made_at = $13,
               closed_at = $14
             where id = $1"
        ),
        &location_values(new),
    )?;
    Ok(())
}

fn location_values(one: &Location) -> [V<'_>; 14] {
    [
        one.id.to_v(),
        V::Text(&one.code),
        V::Text(&one.name),
        V::Text(one.kind.as_str()),
        V::Text(&one.country),
        V::Text(&one.city),
        V::Text(&one.street),
        one.channel.to_v(),
        one.sells_online.to_v(),
        one.ships.to_v(),
        one.collects.to_v(),
        V::Int(one.position),
        one.made_at.to_v(),
        one.closed_at.to_v(),
    ]
}

/// All, in the order in which they give.
pub fn locations(tx: &Tx) -> Result<Vec<Location>> {
    tx.rows(
        sql!(
            "select id, code, name, kind, country, city, street, channel_id, sells_online, ships,
               collects, position, made_at, closed_at
             from stock_locations order by position, id"
        ),
        params![],
        read_location,
    )
}

pub fn location(tx: &Tx, id: LocationId) -> Result<Location> {
    let found = tx.one(
        sql!(
            "select id, code, name, kind, country, city, street, channel_id, sells_online, ships,
               collects, position, made_at, closed_at
             from stock_locations where id = $1"
        ),
        params![id],
        read_location,
    )?;
    found.ok_or_else(|| Error::not_found(format!("location {id}")))
}

pub fn location_by_code(tx: &Tx, code: &str) -> Result<Option<Location>> {
    tx.one(
        sql!(
            "select id, code, name, kind, country, city, street, channel_id, sells_online, ships,
               collects, position, made_at, closed_at
             from stock_locations where code = $1"
        ),
        params![code],
        read_location,
    )
}

fn read_location(row: &Row) -> Result<Location> {
    Ok(Location {
        id: row.get(0)?,
        code: row.get(1)?,
        name: row.get(2)?,
        kind: row.text(3)?.parse()?,
        country: row.get(4)?,
        city: row.get(5)?,
        street: row.get(6)?,
        channel: row.get(7)?,
        sells_online: row.get(8)?,
        ships: row.get(9)?,
        collects: row.get(10)?,
        position: row.get(11)?,
        made_at: row.get(12)?,
        closed_at: row.get(13)?,
    })
}

pub fn levels(tx: &Tx, variants: &[VariantId]) -> Result<Vec<Level>> {
    tx.rows(
        sql!(
            "select variant_id, location_id, on_hand, reserved, safety from stock_levels
             where variant_id in ($1)"
        ),
        params![List(variants)],
        level,
    )
}

/// The same, held until the end of the transaction. Everybody takes them in this order.
pub fn hold_levels(tx: &Tx, variants: &[VariantId]) -> Result<Vec<Level>> {
    tx.rows(
        sql!(
            "select variant_id, location_id, on_hand, reserved, safety from stock_levels
             where variant_id in ($1) order by variant_id, location_id{for_update}"
        ),
        params![List(variants)],
        level,
    )
}

fn level(row: &Row) -> Result<Level> {
    Ok(Level {
        variant: row.get(0)?,
        location: row.get(1)?,
        on_hand: row.get(2)?,
        reserved: row.get(3)?,
        safety: row.get(4)?,
    })
}

/// Of each variant, what can be promised over all open places that sell to who is not there.
pub fn free(tx: &Tx, variants: &[VariantId]) -> Result<Vec<(VariantId, i64)>> {
    tx.rows(
        sql!(
            "select l.variant_id, cast(sum(case when l.on_hand - l.reserved > l.safety
                 then l.on_hand - l.reserved - l.safety else 0 end) as bigint)
             from stock_levels l join stock_locations s on s.id = l.location_id
             where l.variant_id in ($1) and s.sells_online = 1 and s.closed_at is null
             group by l.variant_id"
        ),
        params![List(variants)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn insert_levels(tx: &Tx, places: &[Place]) -> Result<()> {
    let rows: Vec<[V; 2]> = places.iter().map(|(v, l)| [v.to_v(), l.to_v()]).collect();
    tx.many(
        sql!(
            "insert into stock_levels (variant_id, location_id, on_hand, reserved, safety)
             values ($1, $2, 0, 0, 0) on conflict (variant_id, location_id) do nothing"
        ),
        &rows,
    )?;
    Ok(())
}

/// Promises all lines, each only if there is enough; whether all could be.
pub fn take(tx: &Tx, lines: &[Line]) -> Result<bool> {
    let rows: Vec<[V; 4]> = lines
        .iter()
        .map(|line| {
            let safety = V::Int(i64::from(line.keeps_safety));
            [line.variant.to_v(), line.location.to_v(), V::Int(line.quantity), safety]
        })
        .collect();
    let taken = tx.many(
        sql!(
            "update stock_levels set reserved = reserved + $3
             where variant_id = $1 and location_id = $2 and on_hand - reserved - safety * $4 >= $3"
        ),
        &rows,
    )?;
    Ok(taken == lines.len() as u64)
}

/// What is promised no more.
pub fn give_back(tx: &Tx, given: &BTreeMap<Place, i64>) -> Result<()> {
    let rows: Vec<[V; 3]> =
        given.iter().map(|((v, l), n)| [v.to_v(), l.to_v(), V::Int(*n)]).collect();
    tx.many(
        sql!(
            "update stock_levels set reserved = reserved - $3
             where variant_id = $1 and location_id = $2"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn add_on_hand(tx: &Tx, moved: &BTreeMap<Place, i64>) -> Result<()> {
    let rows: Vec<[V; 3]> =
        moved.iter().map(|((v, l), n)| [v.to_v(), l.to_v(), V::Int(*n)]).collect();
    tx.many(
        sql!(
            "update stock_levels set on_hand = on_hand + $3
             where variant_id = $1 and location_id = $2"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn set_safety(tx: &Tx, (variant, location): Place, safety: i64) -> Result<()> {
    tx.exec(
        sql!("update stock_levels set safety = $3 where variant_id = $1 and location_id = $2"),
        params![variant, location, safety],
    )?;
    Ok(())
}

/// When these were last counted in this place.
pub fn counted_at(
    tx: &Tx,
    location: LocationId,
    variants: &[VariantId],
) -> Result<BTreeMap<VariantId, Time>> {
    let rows = tx.rows(
        sql!(
            "select variant_id, counted_at from stock_levels
             where location_id = $1 and variant_id in ($2) and counted_at is not null"
        ),
        params![location, List(variants)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

pub fn set_counted_at(
    tx: &Tx,
    location: LocationId,
    variants: &[VariantId],
    at: Time,
) -> Result<()> {
    tx.exec(
        sql!(
            "update stock_levels set counted_at = $3 where location_id = $1 and variant_id in ($2)"
        ),
        params![location, List(variants), at],
    )?;
    Ok(())
}

/// The variants of which something should lie in this place.
pub fn lying_at(tx: &Tx, location: LocationId) -> Result<Vec<VariantId>> {
    tx.rows(
        sql!(
            "select variant_id from stock_levels where location_id = $1 and on_hand <> 0
             order by variant_id"
        ),
        params![location],
        |row| row.get(0),
    )
}

/// What lies in this place, level by level.
pub fn levels_at(tx: &Tx, location: LocationId) -> Result<Vec<Level>> {
    tx.rows(
        sql!(
            "select variant_id, location_id, on_hand, reserved, safety from stock_levels
             where location_id = $1 and on_hand <> 0 order by variant_id"
        ),
        params![location],
        level,
    )
}

pub fn insert_movements(tx: &Tx, new: &[(MovementId, &Movement)], now: Time) -> Result<()> {
    let keys: Vec<String> = new
        .iter()
        .map(|(id, one)| one.key.map_or_else(|| id.to_string(), str::to_string))
        .collect();
    let rows: Vec<[V; 10]> = new
        .iter()
        .zip(&keys)
        .map(|((id, one), key)| {
            [
                one.variant.to_v(),
                id.to_v(),
                one.location.to_v(),
                V::Text(one.kind.as_str()),
                V::Int(one.quantity),
                V::Text(one.reference),
                V::Text(one.actor),
                V::Text(key),
                one.at.to_v(),
                now.to_v(),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into stock_movements (variant_id, id, location_id, kind, quantity, reference, actor,
               key, at, recorded_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn known_keys(
    tx: &Tx,
    variants: &[VariantId],
    keys: &[&str],
) -> Result<BTreeSet<(Place, String)>> {
    let rows = tx.rows(
        sql!(
            "select variant_id, location_id, key from stock_movements
             where variant_id in ($1) and key in ($2)"
        ),
        params![List(variants), List(keys)],
        |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// What came and went in a place after a moment. `or_heard`: also what was sold before and heard of after it.
pub fn moved_after(
    tx: &Tx,
    location: LocationId,
    variants: &[VariantId],
    after: Time,
    or_heard: bool,
) -> Result<BTreeMap<VariantId, i64>> {
    let rows = tx.rows(
        sql!(
            "select variant_id, cast(sum(quantity) as bigint) from stock_movements
             where location_id = $1 and variant_id in ($2) and (at > $3
               or (cast($4 as bigint) = 1 and kind = 'sold' and recorded_at > $3))
             group by variant_id"
        ),
        params![location, List(variants), after, or_heard],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// The newest movements of a variant, before one of them.
pub fn movements(
    tx: &Tx,
    variant: VariantId,
    before: Option<MovementId>,
    limit: i64,
) -> Result<Vec<Recorded>> {
    tx.rows(
        sql!(
            "select variant_id, id, location_id, kind, quantity, reference, actor, at, recorded_at
             from stock_movements where variant_id = $1 and id < $2 order by id desc limit $3"
        ),
        params![variant, before.unwrap_or(MovementId([0xff; 16])), limit],
        |row| {
            Ok(Recorded {
                variant: row.get(0)?,
                id: row.get(1)?,
                location: row.get(2)?,
                kind: row.text(3)?.parse()?,
                quantity: row.get(4)?,
                reference: row.get(5)?,
                actor: row.get(6)?,
                at: row.get(7)?,
                recorded_at: row.get(8)?,
            })
        },
    )
}
