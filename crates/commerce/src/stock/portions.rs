//! Of what somebody was promised, some goes out or is given back: so many of the pieces that are still open.
//!
//! A bundle was promised as its parts, and goes as such: with one of three bundles goes a third of each part.

use std::collections::BTreeMap;

use kit::{Error, Result, Time, Tx};

use super::reservations::{Reservation, ship};
use super::{Holder, LocationId, reservations, store, store_reservations as rows};
use crate::catalogue::VariantId;

/// So many of what was asked for, of so many that are still promised.
#[derive(Clone, Copy, Debug)]
pub struct Portion {
    pub asked: VariantId,
    pub quantity: i64,
    pub open: i64,
    /// What is promised here goes first: whoever packs there takes from their own shelf.
    pub at: Option<LocationId>,
}

/// They are sold and gone.
pub fn ship_some(tx: &Tx, holder: &Holder, portion: Portion, now: Time) -> Result<()> {
    for (reservation, quantity) in pick(tx, holder, portion)? {
        ship(tx, reservation.id, quantity, now)?;
    }
    Ok(())
}

/// Others can have them.
pub fn release_some(tx: &Tx, holder: &Holder, portion: Portion) -> Result<()> {
    let mut given = BTreeMap::new();
    for (one, quantity) in pick(tx, holder, portion)? {
        rows::set_quantity(tx, &one, one.quantity - quantity)?;
        *given.entry((one.variant, one.location)).or_default() += quantity;
    }
    store::give_back(tx, &given)
}

/// Which reservations it takes, and how much of each.
fn pick(tx: &Tx, holder: &Holder, portion: Portion) -> Result<Vec<(Reservation, i64)>> {
    let Portion { asked, quantity, open, at } = portion;
    if quantity == 0 {
        return Ok(Vec::new());
    }
    let mut held = reservations::of_holder(tx, holder)?;
    held.retain(|one| one.asked == asked);
    held.sort_by_key(|one| at.is_some_and(|place| one.location != place));
    let mut promised: BTreeMap<VariantId, i64> = BTreeMap::new();
    for one in &held {
        *promised.entry(one.variant).or_default() += one.quantity;
    }
    let mut needed: BTreeMap<VariantId, i64> =
        promised.into_iter().map(|(part, pieces)| (part, pieces / open * quantity)).collect();
    let mut picked = Vec::new();
    for one in held {
        let Some(missing) = needed.get_mut(&one.variant) else { continue };
        let taken = one.quantity.min(*missing);
        *missing -= taken;
        if taken > 0 {
            picked.push((one, taken));
        }
    }
    if picked.is_empty() {
        let detail = format!("{holder} has no promise of {asked}.");
        return Err(Error::conflict("not_promised", detail));
    }
    Ok(picked)
}
