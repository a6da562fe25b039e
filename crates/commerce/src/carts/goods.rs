//! The goods of which a cart speaks.

use std::collections::{BTreeMap, BTreeSet};

use kit::{Error, Result, Tx};

use super::{Kind, Line};
use crate::catalogue::{self, Sellable, VariantId};

pub type Goods = BTreeMap<VariantId, Sellable>;

/// The variants of these lines, in one read.
pub fn of<'a>(tx: &Tx, lines: impl Iterator<Item = &'a Line>) -> Result<Goods> {
    let variants: BTreeSet<VariantId> = lines.filter_map(variant).collect();
    if variants.is_empty() {
        return Ok(Goods::new());
    }
    let variants: Vec<VariantId> = variants.into_iter().collect();
    let found = catalogue::store::sellables(tx, &variants)?;
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

/// The variant that somebody names by a number of the shop's, or by what they scan.
pub fn by_code(tx: &Tx, code: &str) -> Result<VariantId> {
    let found = catalogue::find_by_code(tx, code.trim())?;
    found.ok_or_else(|| Error::not_found(format!("product with the number “{}”", code.trim())))
}
