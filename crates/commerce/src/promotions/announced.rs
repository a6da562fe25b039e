//! What may be announced as a reduction, promotions among it: measured from what one piece has cost whoever came.
//!
//! A promotion that everybody gets on a single piece, without a code, is a lower price in the sense of Directive 98/6, article
//! 6a: it is announced as one, and the next announcement is measured from it. Which such promotions held when stands in
//! `promotion_runs`, written with the promotion. One that asks for a code, a group or a first order changes nobody's price
//! but theirs, and is not among them.

use kit::money::Currency;
use kit::{Result, Time, Tx};

use std::collections::HashMap;

use super::lineage::lineages;
use super::{Basket, Line, Promotion, Shopper, apply, store};
use crate::catalogue::{self, CategoryId, Sellable, VariantId};
use crate::prices;
use crate::prices::history::Interval;
use crate::prices::lowest::{self, Reduction, Steps};

/// What may be announced today, for those of these variants for which anything may. A group's own history is measured
/// against itself; a group that has none sees what everybody sees.
pub fn reductions(
    tx: &Tx,
    variants: &[VariantId],
    currency: Currency,
    group: Option<&str>,
    steps: Steps,
    now: Time,
) -> Result<Vec<(VariantId, Reduction)>> {
    let runs = store::runs(tx, now)?;
    let goods = catalogue::store::sellables(tx, variants)?;
    let above = lineages(tx, &goods, &runs)?;
    let past = prices::store::intervals(tx, variants, currency, group.unwrap_or(""))?;
    let reduction = |goods: &Sellable| {
        let of_variant = past.iter().filter(|(variant, _)| *variant == goods.id);
        let cost: Vec<Interval> = of_variant
            .flat_map(|(_, interval)| cost(goods, &above, currency, interval, &runs))
            .collect();
        Some((goods.id, lowest::reduction(&cost, now, steps)?))
    };
    Ok(goods.iter().filter_map(reduction).collect())
}

/// What one piece cost while a price held, as promotions came and went.
fn cost(
    goods: &Sellable,
    above: &HashMap<CategoryId, Vec<CategoryId>>,
    currency: Currency,
    price: &Interval,
    runs: &[Promotion],
) -> Vec<Interval> {
    let ends = runs.iter().flat_map(|run| [run.starts_at, run.ends_at]).flatten();
    let mut changes: Vec<Time> =
        ends.filter(|at| price.from < *at && price.holds_at(*at)).collect();
    changes.push(price.from);
    changes.sort_unstable();
    changes.dedup();
    let piece = |(i, &from): (usize, &Time)| {
        let line = Line {
            variant: goods.id,
            product: goods.product_id,
            categories: goods.category_id.map_or(Vec::new(), |id| above[&id].clone()),
            unit: price.amount,
            quantity: 1,
        };
        let basket = Basket {
            currency,
            lines: vec![line],
            shipping: 0,
            shopper: Shopper::default(),
            opened: Vec::new(),
            door: None,
            left: HashMap::new(),
            at: from,
        };
        let amount = price.amount - apply(&basket, runs).discount();
        Interval {
            from,
            until: changes.get(i + 1).copied().or(price.until),
            amount,
            is_sale: price.is_sale || amount < price.amount,
            ..price.clone()
        }
    };
    changes.iter().enumerate().map(piece).collect()
}
