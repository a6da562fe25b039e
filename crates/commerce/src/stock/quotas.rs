//! What a till may sell without asking: pieces of its own store, promised to it in advance. While its network is cut it
//! sells what it holds and nothing else, so that nobody sells the same piece meanwhile.
//!
//! A quota is a reservation without an end whose holder is the till.

use std::collections::BTreeMap;

use kit::{Error, Result, Time, Tx};

use super::movements::{Movement, MovementKind, Place, record};
use super::reservations::{Reservation, Wanted, give_back, reserve};
use super::rules::Level;
use super::{Holder, LocationId, bundles, check_quantity, store, store_reservations as rows};
use crate::catalogue::VariantId;

/// Promises the till so many more of each of these, all or nothing, from its own place.
///
/// # Errors
/// `out_of_stock`.
pub fn grant_quota(
    tx: &Tx,
    till: &Holder,
    location: LocationId,
    variants: &[(VariantId, i64)],
    now: Time,
) -> Result<Vec<Reservation>> {
    let wanted: Vec<Wanted> = variants
        .iter()
        .map(|&(variant, quantity)| Wanted::at_counter(variant, quantity, location))
        .collect();
    reserve(tx, till, &wanted, None, now)
}

/// Of what is free at a counter, how much a till is promised at most: what is kept back from those who are not there, and half
/// of the rest, so that others can still sell. `held` it has already.
pub fn share(level: &Level, held: i64, each_max: i64) -> i64 {
    let level = Level { reserved: level.reserved - held, ..level.clone() };
    let kept_back = level.free_at_counter() - level.free();
    (kept_back + level.free() / 2).min(each_max)
}

/// How many of a variant the till can sell without asking; of a bundle, as many as its parts allow.
pub fn held(tx: &Tx, till: &Holder, variant: VariantId) -> Result<i64> {
    let parts = lying(tx, variant, 1)?;
    let variants: Vec<VariantId> = parts.iter().map(|(part, _)| *part).collect();
    let held = rows::some_of(tx, till, &variants)?;
    let of = |part: VariantId| -> i64 {
        held.iter().filter(|one| one.variant == part).map(|one| one.quantity).sum()
    };
    Ok(parts.iter().map(|(part, per_one)| of(*part) / per_one).min().unwrap_or(0))
}

/// All that the till holds, by variant.
pub fn all_held(tx: &Tx, till: &Holder) -> Result<BTreeMap<VariantId, i64>> {
    let mut all = BTreeMap::new();
    for one in rows::of_holder(tx, till)? {
        *all.entry(one.variant).or_default() += one.quantity;
    }
    Ok(all)
}

/// The till does not need so many of these any more.
///
/// # Errors
/// `quota_spent`, where it holds fewer.
pub fn return_quota(
    tx: &Tx,
    till: &Holder,
    variant: VariantId,
    quantity: i64,
    now: Time,
) -> Result<()> {
    for (part, quantity) in lying(tx, variant, quantity)? {
        let drawn = draw_from(tx, &rows::hold_of(tx, till, &[part])?, quantity)?;
        give_back(tx, &drawn, now)?;
    }
    Ok(())
}

/// A sale of a till, told now or later.
#[derive(Clone, Debug)]
pub struct TillSale<'a> {
    pub variant: VariantId,
    pub quantity: i64,
    /// The till's own name for this line: the same line told twice is one sale.
    pub key: &'a str,
    /// The receipt.
    pub reference: &'a str,
    pub actor: &'a str,
    /// By the till's clock.
    pub at: Time,
}

/// The till has sold some of what it holds. Whether it was new.
///
/// # Errors
/// `quota_spent`, where it holds fewer.
pub fn use_quota(tx: &Tx, till: &Holder, sale: &TillSale, now: Time) -> Result<bool> {
    let mut is_new = true;
    for (part, quantity) in lying(tx, sale.variant, sale.quantity)? {
        // Whoever tells the same at the same moment waits here for the rows of the till.
        let held = rows::hold_of(tx, till, &[part])?;
        if is_known(tx, part, sale.key)? {
            is_new = false;
            continue;
        }
        let drawn = draw_from(tx, &held, quantity)?;
        let sold = |(&(variant, location), &quantity): (&Place, &i64)| Movement {
            variant,
            location,
            kind: MovementKind::Sold,
            quantity: -quantity,
            reference: sale.reference,
            actor: sale.actor,
            key: Some(sale.key),
            at: sale.at.min(now),
        };
        let sold: Vec<Movement> = drawn.iter().map(sold).collect();
        record(tx, &sold, now)?;
        store::give_back(tx, &drawn)?;
    }
    Ok(is_new)
}

fn is_known(tx: &Tx, variant: VariantId, key: &str) -> Result<bool> {
    Ok(!store::known_keys(tx, &[variant], &[key])?.is_empty())
}

/// What lies somewhere: the thing itself, or the parts of a bundle.
fn lying(tx: &Tx, variant: VariantId, quantity: i64) -> Result<Vec<(VariantId, i64)>> {
    check_quantity(quantity)?;
    let parts = bundles::parts_of(tx, &[variant])?.remove(&variant);
    let parts = parts.unwrap_or_else(|| vec![(variant, 1)]);
    Ok(parts.into_iter().map(|(part, per_one)| (part, quantity * per_one)).collect())
}

/// Takes so many from these reservations, the oldest first; where they lie.
fn draw_from(tx: &Tx, held: &[Reservation], quantity: i64) -> Result<BTreeMap<Place, i64>> {
    let there: i64 = held.iter().map(|one| one.quantity).sum();
    if there < quantity {
        let detail = format!("The till holds {there} of these.");
        return Err(Error::conflict("quota_spent", detail));
    }
    let (mut left, mut drawn) = (quantity, BTreeMap::new());
    for one in held {
        let taken = one.quantity.min(left);
        if taken > 0 {
            rows::set_quantity(tx, one, one.quantity - taken)?;
            *drawn.entry((one.variant, one.location)).or_default() += taken;
            left -= taken;
        }
    }
    Ok(drawn)
}
