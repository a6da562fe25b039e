//! The SQL of products and variants.

use kit::db::{List, Row};
use kit::{Result, Tx, params, sql};

use super::{Sellable, VariantId};

/// Those of these that there are, in no order.
pub fn sellables(tx: &Tx, variants: &[VariantId]) -> Result<Vec<Sellable>> {
    tx.rows(
        sql!(
            "select v.id, v.product_id, p.category_id, v.sku, p.title, v.options, p.tax_class,
               p.status, v.archived_at
             from variants v join products p on p.id = v.product_id where v.id in ($1)"
        ),
        params![List(variants)],
        sellable,
    )
}

fn sellable(row: &Row) -> Result<Sellable> {
    let title: String = row.get(4)?;
    let options: Vec<(String, String)> =
        serde_json::from_str(row.text(5)?).map_err(kit::Error::internal)?;
    let values = options.into_iter().map(|(_, value)| value);
    let status = row.text(7)?;
    let archived_at: Option<kit::Time> = row.get(8)?;
    Ok(Sellable {
        id: row.get(0)?,
        product_id: row.get(1)?,
        category_id: row.get(2)?,
        sku: row.get(3)?,
        title: std::iter::once(title).chain(values).collect::<Vec<_>>().join(", "),
        tax_class: row.text(6)?.parse()?,
        is_sold: status == "active" && archived_at.is_none(),
    })
}
