//! What has to be fetched from the shelves of a place, order by order: who bought first is served first.

use std::collections::{BTreeMap, BTreeSet};

use kit::{Result, Tx};

use super::list::of_keys;
use super::rules::Parts;
use super::{Line, Order, store_list};
use crate::catalogue::{self, VariantId};
use crate::stock::{Holder, LocationId, Reservation, reservations};

/// Orders of one page.
pub const PAGE_SIZE: i64 = 20;

/// An order that waits at a place.
pub struct Pick {
    pub order: Order,
    pub goods: Vec<Good>,
    /// What of its lines can go out from here.
    pub parts: Parts,
}

/// So many pieces of one variant.
pub struct Good {
    pub sku: String,
    pub title: String,
    pub pieces: i64,
    /// What a scanner reads on it: the SKU, the GTIN.
    pub codes: Vec<String>,
}

/// How many orders wait at each place.
pub fn places(tx: &Tx) -> Result<BTreeMap<LocationId, i64>> {
    store_list::waiting_by_place(tx)
}

pub fn at(tx: &Tx, place: LocationId) -> Result<Vec<Pick>> {
    let keys = store_list::waiting(tx, place, PAGE_SIZE)?;
    let orders = of_keys(tx, &keys)?;
    orders.into_iter().map(|(order, lines)| pick(tx, place, order, &lines)).collect()
}

fn pick(tx: &Tx, place: LocationId, order: Order, lines: &[Line]) -> Result<Pick> {
    let promised = reservations::of_holder(tx, &Holder::order(order.id))?;
    let here: Vec<&Reservation> = promised.iter().filter(|one| one.location == place).collect();
    let variants: Vec<_> = here.iter().map(|one| one.variant).collect();
    let named: BTreeMap<_, _> =
        catalogue::store::sellables(tx, &variants)?.into_iter().map(|one| (one.id, one)).collect();
    let gtins = gtins(tx, &named)?;
    let mut pieces: BTreeMap<_, i64> = BTreeMap::new();
    for one in &here {
        *pieces.entry(one.variant).or_default() += one.quantity;
    }
    let good = |(variant, pieces)| {
        let found = named.get(&variant)?;
        let gtin = gtins.get(&variant);
        // On the goods themselves it mostly stands as 13 digits.
        let short = gtin.and_then(|gtin| gtin.strip_prefix('0'));
        let codes = [Some(found.sku.as_str()), gtin.map(String::as_str), short];
        let codes = codes.into_iter().flatten().map(str::to_string).collect();
        Some(Good { sku: found.sku.clone(), title: found.title.clone(), pieces, codes })
    };
    let goods = pieces.into_iter().filter_map(good).collect();
    let parts = lines.iter().map(|line| (line.position, from_here(line, &promised, place)));
    let parts = parts.filter(|(_, pieces)| *pieces > 0).collect();
    Ok(Pick { order, goods, parts })
}

fn gtins(
    tx: &Tx,
    named: &BTreeMap<VariantId, catalogue::Sellable>,
) -> Result<BTreeMap<VariantId, String>> {
    let ids: BTreeSet<_> = named.values().map(|one| one.product_id).collect();
    let products = catalogue::store::products(tx, &ids.into_iter().collect::<Vec<_>>())?;
    let variants = products.into_iter().flat_map(|product| product.variants);
    Ok(variants.filter_map(|one| Some((one.id, one.gtin?))).collect())
}

/// How many pieces of a line lie here as a whole: of a bundle, as many as each of its parts allows.
fn from_here(line: &Line, promised: &[Reservation], place: LocationId) -> i64 {
    let mut of_part: BTreeMap<_, (i64, i64)> = BTreeMap::new();
    for one in promised.iter().filter(|one| one.asked == line.variant) {
        let (all, here) = of_part.entry(one.variant).or_default();
        *all += one.quantity;
        *here += if one.location == place { one.quantity } else { 0 };
    }
    let open = line.open();
    of_part.values().map(|(all, here)| here * open / all.max(&1)).min().unwrap_or(0)
}
