//! Which variant a SKU is, for many at once; and variants page by page, for the shelf of the desk.

use std::collections::BTreeMap;

use kit::db::List;
use kit::{Result, Tx, params, sql};

use crate::catalogue::VariantId;

/// Asked together.
const PART: usize = 2_000;

/// Those that there are.
pub fn variants(tx: &Tx, skus: &[&str]) -> Result<BTreeMap<String, VariantId>> {
    let mut found = BTreeMap::new();
    for part in skus.chunks(PART) {
        let rows = tx.rows(
            sql!("select sku, id from variants where sku in ($1)"),
            params![List(part)],
            |row| Ok((row.get::<String>(0)?, row.get(1)?)),
        )?;
        found.extend(rows);
    }
    Ok(found)
}

/// A variant as it stands on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub id: VariantId,
    pub sku: String,
    pub title: String,
}

/// A page in the order of SKUs, after one of them: those whose SKU or title has this text in it.
pub fn page(tx: &Tx, text: Option<&str>, after: &str, limit: i64) -> Result<Vec<Named>> {
    let plain = text.map(|text| format!("%{}%", text.replace(['%', '_'], "")));
    tx.rows(
        sql!(
            "select v.id, v.sku, p.title from variants v join products p on p.id = v.product_id
             where v.archived_at is null and v.sku > $2
               and (cast($1 as text) is null or v.sku like $1 or p.title like $1)
             order by v.sku limit $3"
        ),
        params![plain, after, limit],
        |row| Ok(Named { id: row.get(0)?, sku: row.get(1)?, title: row.get(2)? }),
    )
}
