//! What a variant costs, and why: the same at every door.
//!
//! A price stands in a price list: for a currency, for everybody or a group of customers, from a quantity on, for as long
//! as the list holds. Of several that fit, one wins ([`rules`]): the list with the higher priority; then the one for the
//! customer's own group; then the lower price; then the older list. What won and what was passed over comes with the
//! price ([`Derivation`]).
//!
//! ```text
//! list:  to come ──starts_at──► holds ──ends_at──► over        (moved by time alone; staff set both ends)
//! ```
//!
//! Kept here:
//! - The door is no argument of [`price`]. A door that asks for something else is an exception ([`exceptions`]): a record
//!   with a reason and an end, applied by a function beside, and listed.
//! - What everything has cost stands in `price_intervals`, written in the transaction of the change, also for what the
//!   lists will do by themselves ([`history`]). What is announced as a reduction is measured against it ([`lowest`]).
//! - Amounts are with value added tax; what of them is tax says [`vat`], from dated rates.
//!
//! Start reading at [`rules`] (pure), then [`of`] and `writing.rs`.

pub mod api;
pub mod exceptions;
pub mod history;
pub mod lowest;
pub mod rules;
pub mod store;
pub mod store_entries;
pub mod testing;
#[cfg(test)]
mod tests;
pub mod vat;
mod writing;

use customers::identities::CustomerId;
use kit::money::{Currency, Money};
use kit::{Result, Time, Tx};
use serde::Serialize;

use crate::catalogue::VariantId;

pub use rules::{Derivation, Lost, PassedOver, Won};
pub use writing::{
    AMOUNT_MAX, ListFields, NewPrice, PRICES_MAX, QUANTITY_MAX, put, save_list, set,
};

kit::id_type!(PriceListId, "prl");

/// What is asked. The door is not in it: the price is the same at each.
#[derive(Clone, Debug)]
pub struct Ask {
    pub variant: VariantId,
    /// The customer's group (`trade`), if any.
    pub group: Option<String>,
    pub currency: Currency,
    pub quantity: i64,
    pub at: Time,
}

/// What one piece costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// With value added tax.
    pub unit: Money,
    /// From which price list.
    pub list: PriceListId,
    /// Why this one.
    pub derivation: Derivation,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PriceList {
    pub id: PriceListId,
    pub code: String,
    pub name: String,
    pub currency: Currency,
    /// For whom; none: for everybody.
    pub group: Option<String>,
    pub priority: i64,
    pub starts_at: Option<Time>,
    /// The first moment at which it no longer holds.
    pub ends_at: Option<Time>,
    /// Its prices are announced as reductions.
    pub is_sale: bool,
}

/// For whom a basket is priced.
#[derive(Clone, Debug)]
pub struct Buyer {
    pub customer: Option<CustomerId>,
    pub group: Option<String>,
    /// ISO 3166, `PL`: whose value added tax is paid.
    pub country: String,
}

/// What one piece costs; none where it has no price.
pub fn price(tx: &Tx, ask: &Ask) -> Result<Option<Price>> {
    Ok(of(tx, std::slice::from_ref(ask))?.pop().flatten())
}

/// The same for many in one read, in the order asked.
pub fn of(tx: &Tx, asks: &[Ask]) -> Result<Vec<Option<Price>>> {
    let mut variants: Vec<VariantId> = asks.iter().map(|ask| ask.variant).collect();
    variants.sort_unstable();
    variants.dedup();
    if variants.is_empty() {
        return Ok(Vec::new());
    }
    let mut offers = store::offers(tx, &variants)?;
    offers.sort_unstable_by_key(|offer| offer.variant);
    let of_variant = |variant: VariantId| {
        let start = offers.partition_point(|offer| offer.variant < variant);
        let end = offers.partition_point(|offer| offer.variant <= variant);
        &offers[start..end]
    };
    Ok(asks.iter().map(|ask| rules::price(ask, of_variant(ask.variant))).collect())
}
