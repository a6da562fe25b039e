//! The prices that stand in one list, for those who look at it.

use kit::db::List;
use kit::{Result, Tx, params, sql};

use super::PriceListId;
use crate::catalogue::VariantId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub variant: VariantId,
    pub quantity_min: i64,
    pub amount: i64,
}

/// Of these variants, those for few pieces first.
pub fn entries(tx: &Tx, list: PriceListId, variants: &[VariantId]) -> Result<Vec<Entry>> {
    if variants.is_empty() {
        return Ok(Vec::new());
    }
    tx.rows(
        sql!(
            "select variant_id, quantity_min, amount from prices
             where variant_id in ($2) and list_id = $1 order by variant_id, quantity_min"
        ),
        params![list, List(variants)],
        |row| Ok(Entry { variant: row.get(0)?, quantity_min: row.get(1)?, amount: row.get(2)? }),
    )
}

/// How many variants have a price in each list.
pub fn counts(tx: &Tx) -> Result<Vec<(PriceListId, i64)>> {
    tx.rows(
        sql!("select list_id, count(distinct variant_id) from prices group by list_id"),
        params![],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
