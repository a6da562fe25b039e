//! The goods of which a cart speaks.

use std::collections::{BTreeMap, BTreeSet};

use kit::{Error, Result, Tx, params, sql};

use super::{Kind, Line};
use crate::catalogue::{Sellable, VariantId, store as catalogue};

pub type Goods = BTreeMap<VariantId, Sellable>;

/// The variants of these lines, in one read.
pub fn of<'a>(tx: &Tx, lines: impl Iterator<Item = &'a Line>) -> Result<Goods> {
    let variants: BTreeSet<VariantId> = lines.filter_map(variant).collect();
    if variants.is_empty() {
        return Ok(Goods::new());
    }
    let variants: Vec<VariantId> = variants.into_iter().collect();
    let found = catalogue::sellables(tx, &variants)?;
    Ok(found.into_iter().map(|one| (one.id, one)).collect())
}

/// The variant that a line is about.
pub fn variant(line: &Line) -> Option<VariantId> {
    match line.kind {
        Kind::Item | Kind::Saved => line.item.parse().ok(),
        Kind::Coupon | Kind::Note | Kind::Nothing => None,
    }
}

/// Refuses to put in what the shop does not sell.
pub fn must_be_sold<'a>(goods: &Goods, lines: impl Iterator<Item = &'a Line>) -> Result<()> {
    for variant in lines.filter(|line| line.kind == Kind::Item).filter_map(variant) {
        let Some(one) = goods.get(&variant) else {
            return Err(Error::not_found(format!("variant {variant}")));
        };
        if !one.is_sold {
            let detail = format!("“{}” ({}) is not sold any more.", one.title, one.sku);
            return Err(Error::conflict("not_sold", detail));
        }
    }
    Ok(())
}

/// The variant with the shop's own number.
pub fn by_sku(tx: &Tx, sku: &str) -> Result<VariantId> {
    let select = sql!("select id from variants where sku = $1");
    let found = tx.one(select, params![sku.trim()], |row| row.get(0))?;
    found.ok_or_else(|| Error::not_found(format!("product with the number “{}”", sku.trim())))
}
