//! Promises that others have given: pieces that were sold in another shop system are sold, whatever our books say.

use std::collections::BTreeMap;

use kit::{Result, Time, Tx};

use super::movements::hold;
use super::reservations::{Reservation, reserve};
use super::{
    Holder, LocationId, ReservationId, Wanted, bundles, check_quantity, store, store_reservations,
};

/// Promises one line from wherever it lies, and where there are too few, from this place all the same: its level falls below
/// what lies there, so that no other door promises them, and whoever looks sees how many are missing. Tells whether there
/// were enough.
pub fn promise_told(
    tx: &Tx,
    holder: &Holder,
    wanted: &Wanted,
    place: LocationId,
    now: Time,
) -> Result<bool> {
    check_quantity(wanted.quantity)?;
    match reserve(tx, holder, std::slice::from_ref(wanted), None, now) {
        Ok(_) => return Ok(true),
        Err(error) if error.code == "out_of_stock" => {}
        Err(error) => return Err(error),
    }
    let parts = bundles::parts_of(tx, &[wanted.variant])?;
    let pieces: BTreeMap<_, _> = match parts.get(&wanted.variant) {
        Some(parts) => {
            parts.iter().map(|(part, n)| ((*part, place), n * wanted.quantity)).collect()
        }
        None => BTreeMap::from([((wanted.variant, place), wanted.quantity)]),
    };
    hold(tx, &pieces.keys().copied().collect())?;
    // The opposite of giving back, and without a condition.
    store::give_back(tx, &pieces.iter().map(|(place, n)| (*place, -n)).collect())?;
    let promised: Vec<Reservation> = pieces
        .iter()
        .map(|(&(variant, location), &quantity)| Reservation {
            variant,
            id: ReservationId::new(now),
            location,
            asked: wanted.variant,
            holder: holder.clone(),
            quantity,
            expires_at: None,
            made_at: now,
        })
        .collect();
    store_reservations::insert(tx, &promised)?;
    Ok(false)
}
