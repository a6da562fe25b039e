//! What a till can sell without asking: the goods that lie in its store, what they cost whoever comes, and their codes.

use std::collections::{BTreeMap, HashMap};

use kit::money::Currency;
use kit::{Result, Time, Tx};
use serde::Serialize;

use super::{QUOTA_VARIANTS_MAX, Till};
use crate::Ctx;
use crate::catalogue::{self, Sellable, VariantId};
use crate::prices::{self, Ask, exceptions};
use crate::promotions::{Basket, Line, Shopper, apply, budgets, lineages};
use crate::stock::{self, quotas};

const PART: usize = 500;

/// A page of goods, as the till keeps it.
#[derive(Debug, Serialize)]
pub struct Goods {
    pub at: Time,
    pub currency: Currency,
    pub goods: Vec<Offered>,
}

/// Amounts are minor units, with tax.
#[derive(Debug, Serialize)]
pub struct Offered {
    pub variant: VariantId,
    pub sku: String,
    /// 14 digits.
    pub gtin: Option<String>,
    pub title: String,
    /// What a piece costs.
    pub unit: i64,
    /// What one piece by itself costs with the promotions that everybody gets: the price while the line is cut.
    pub alone: i64,
    /// How many the till holds.
    pub held: i64,
}

/// The goods of a till's store that have a price.
pub fn goods(ctx: &Ctx, tx: &Tx, till: &Till) -> Result<Goods> {
    let (now, currency) = (ctx.customers.clock.now(), ctx.customers.defaults.currency);
    let held = quotas::all_held(tx, &till.holder())?;
    let mut lying = stock::store::lying_at(tx, till.location)?;
    lying.truncate(QUOTA_VARIANTS_MAX);
    let mut goods = Vec::new();
    for variants in lying.chunks(PART) {
        offer(ctx, tx, till, variants, &held, now, &mut goods)?;
    }
    goods.sort_by(|a, b| a.title.cmp(&b.title));
    Ok(Goods { at: now, currency, goods })
}

fn offer(
    ctx: &Ctx,
    tx: &Tx,
    till: &Till,
    variants: &[VariantId],
    held: &BTreeMap<VariantId, i64>,
    now: Time,
    goods: &mut Vec<Offered>,
) -> Result<()> {
    let currency = ctx.customers.defaults.currency;
    let mut known = catalogue::store::sellables(tx, variants)?;
    known.retain(|one| one.is_sold);
    let ask = |one: &Sellable| Ask { variant: one.id, group: None, currency, quantity: 1, at: now };
    let prices = prices::of(tx, &known.iter().map(ask).collect::<Vec<_>>())?;
    let exceptions = exceptions::at_door(tx, till.channel, now)?;
    let promotions = ctx.promotions.active(tx, now)?;
    let gtins = gtins(tx, &known)?;
    // What promotions take off one piece that a stranger buys alone.
    let above = lineages(tx, &known, &promotions)?;
    let left = budgets::left(tx, &promotions)?;
    let off = |one: &Sellable, unit| {
        let line = Line {
            variant: one.id,
            product: one.product_id,
            categories: one.category_id.map_or(Vec::new(), |id| above[&id].clone()),
            unit,
            quantity: 1,
        };
        let basket = Basket {
            currency,
            lines: vec![line],
            shipping: 0,
            shopper: Shopper::default(),
            opened: Vec::new(),
            door: Some(till.channel),
            left: left.clone(),
            at: now,
        };
        apply(&basket, &promotions).discount()
    };
    for (one, price) in known.into_iter().zip(prices) {
        let Some(price) = price else { continue };
        let exception = exceptions::apply(price.unit, one.id, &exceptions);
        let unit = exception.map_or(price.unit, |(unit, _)| unit).minor;
        goods.push(Offered {
            alone: unit - off(&one, unit),
            held: held.get(&one.id).copied().unwrap_or(0),
            gtin: gtins.get(&one.id).cloned(),
            variant: one.id,
            sku: one.sku,
            title: one.title,
            unit,
        });
    }
    Ok(())
}

fn gtins(tx: &Tx, known: &[Sellable]) -> Result<HashMap<VariantId, String>> {
    let mut products: Vec<_> = known.iter().map(|one| one.product_id).collect();
    products.sort_unstable();
    products.dedup();
    let products = catalogue::store::products(tx, &products)?;
    let variants = products.into_iter().flat_map(|product| product.variants);
    Ok(variants.filter_map(|variant| Some((variant.id, variant.gtin?))).collect())
}
