//! To whom a category belongs: a promotion for “Kitchen” is one for the mugs in it.

use std::collections::{BTreeSet, HashMap};

use kit::{Result, Tx};

use super::Promotion;
use crate::catalogue::{CategoryId, Sellable, categories};

/// Each category of these goods with those above it, as far as a promotion asks for them: to the one that names “Kitchen”,
/// a mug counts.
pub fn lineages(
    tx: &Tx,
    goods: &[Sellable],
    promotions: &[Promotion],
) -> Result<HashMap<CategoryId, Vec<CategoryId>>> {
    let of_goods: BTreeSet<CategoryId> = goods.iter().filter_map(|one| one.category_id).collect();
    let mut all: HashMap<_, _> = of_goods.iter().map(|id| (*id, vec![*id])).collect();
    if of_goods.is_empty() || !promotions.iter().any(|one| one.rule.names_categories()) {
        return Ok(all);
    }
    let of_goods: Vec<CategoryId> = of_goods.into_iter().collect();
    for (id, above) in categories::above(tx, &of_goods)? {
        all.entry(id).or_default().push(above);
    }
    Ok(all)
}
