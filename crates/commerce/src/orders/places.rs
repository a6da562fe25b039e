//! From where an order goes out, and what has still to go from there: follows from what is promised to it.

use std::collections::BTreeMap;

use kit::{Result, Tx};

use super::{Order, store_list};
use crate::stock::{Holder, LocationId, Reservation, reservations};

fn pieces(promised: &[Reservation]) -> BTreeMap<LocationId, i64> {
    let mut pieces = BTreeMap::new();
    for one in promised {
        *pieces.entry(one.location).or_default() += one.quantity;
    }
    pieces
}

/// What was promised to a new order.
pub fn keep(tx: &Tx, order: &Order, promised: &[Reservation]) -> Result<()> {
    store_list::insert_places(tx, order, &pieces(promised))
}

/// After something went out, was cancelled, or is to come from elsewhere.
pub fn refresh(tx: &Tx, order: &Order) -> Result<()> {
    store_list::set_places(tx, order, &waiting(tx, order)?)
}

/// What has still to go from each place.
pub fn waiting(tx: &Tx, order: &Order) -> Result<BTreeMap<LocationId, i64>> {
    Ok(pieces(&reservations::of_holder(tx, &Holder::order(order.id))?))
}
