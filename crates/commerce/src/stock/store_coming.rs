//! The SQL of what is on its way.

use kit::db::{List, Row};
use kit::{Result, Tx, params, sql};

use super::coming::Coming;
use super::{ComingId, LocationId};
use crate::catalogue::VariantId;

pub fn insert(tx: &Tx, new: &Coming) -> Result<()> {
    tx.exec(
        sql!(
            "insert into stock_coming (variant_id, id, location_id, from_id, quantity, arrived,
               expected_at, reference, made_at, closed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            new.variant,
            new.id,
            new.to,
            new.from,
            new.quantity,
            new.arrived,
            new.expected_at,
            new.reference,
            new.made_at,
            new.closed_at
        ],
    )?;
    Ok(())
}

/// One, held until the end of the transaction.
pub fn hold(tx: &Tx, id: ComingId) -> Result<Option<Coming>> {
    tx.one(
        sql!(
            "select variant_id, id, location_id, from_id, quantity, arrived, expected_at, reference,
               made_at, closed_at
             from stock_coming where id = $1{for_update}"
        ),
        params![id],
        coming,
    )
}

pub fn open_of(tx: &Tx, variants: &[VariantId]) -> Result<Vec<Coming>> {
    tx.rows(
        sql!(
            "select variant_id, id, location_id, from_id, quantity, arrived, expected_at, reference,
               made_at, closed_at
             from stock_coming where variant_id in ($1) and closed_at is null
             order by expected_at nulls last, id"
        ),
        params![List(variants)],
        coming,
    )
}

pub fn set_arrived(tx: &Tx, one: &Coming) -> Result<()> {
    tx.exec(
        sql!(
            "update stock_coming set arrived = $3, closed_at = $4 where variant_id = $1 and id = $2"
        ),
        params![one.variant, one.id, one.arrived, one.closed_at],
    )?;
    Ok(())
}

fn coming(row: &Row) -> Result<Coming> {
    let (to, from): (LocationId, Option<LocationId>) = (row.get(2)?, row.get(3)?);
    Ok(Coming {
        variant: row.get(0)?,
        id: row.get(1)?,
        to,
        from,
        quantity: row.get(4)?,
        arrived: row.get(5)?,
        expected_at: row.get(6)?,
        reference: row.get(7)?,
        made_at: row.get(8)?,
        closed_at: row.get(9)?,
    })
}
