//! The SQL of bundles, and of the sums by which the books are checked.

use std::collections::BTreeMap;

use kit::db::{List, ToV, V};
use kit::{Result, Tx, params, sql};

use super::movements::Disagreement;
use crate::catalogue::VariantId;

pub fn parts(tx: &Tx, bundles: &[VariantId]) -> Result<Vec<(VariantId, VariantId, i64)>> {
    tx.rows(
        sql!(
            "select bundle_id, variant_id, quantity from bundle_parts
             where bundle_id in ($1) order by bundle_id, variant_id"
        ),
        params![List(bundles)],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Whether something is made of it.
pub fn is_part(tx: &Tx, variant: VariantId) -> Result<bool> {
    let select = sql!("select 1 from bundle_parts where variant_id = $1 limit 1");
    Ok(tx.one(select, params![variant], |_| Ok(()))?.is_some())
}

pub fn set_parts(tx: &Tx, bundle: VariantId, parts: &BTreeMap<VariantId, i64>) -> Result<()> {
    tx.exec(sql!("delete from bundle_parts where bundle_id = $1"), params![bundle])?;
    let rows: Vec<[V; 3]> =
        parts.iter().map(|(variant, n)| [bundle.to_v(), variant.to_v(), V::Int(*n)]).collect();
    tx.many(
        sql!("insert into bundle_parts (bundle_id, variant_id, quantity) values ($1, $2, $3)"),
        &rows,
    )?;
    Ok(())
}

/// Every level beside the sums of its movements and reservations.
pub fn sums(tx: &Tx) -> Result<Vec<Disagreement>> {
    tx.rows(
        sql!(
            "select p.variant_id, p.location_id,
               cast(coalesce(sum(p.on_hand), 0) as bigint), cast(coalesce(sum(p.moved), 0) as bigint),
               cast(coalesce(sum(p.reserved), 0) as bigint),
               cast(coalesce(sum(p.promised), 0) as bigint)
             from (
               select variant_id, location_id, on_hand, reserved, 0 as moved, 0 as promised
               from stock_levels
               union all
               select variant_id, location_id, 0, 0, quantity, 0 from stock_movements
               union all
               select variant_id, location_id, 0, 0, 0, quantity from reservations
             ) p
             group by p.variant_id, p.location_id order by p.variant_id, p.location_id"
        ),
        params![],
        |row| {
            Ok(Disagreement {
                variant: row.get(0)?,
                location: row.get(1)?,
                on_hand: (row.get(2)?, row.get(3)?),
                reserved: (row.get(4)?, row.get(5)?),
            })
        },
    )
}
