//! Which of several prices wins, and why: pure.

use std::cmp::Reverse;

use kit::Time;
use kit::money::{Currency, Money};
use serde::Serialize;

use super::{Ask, Price, PriceListId};
use crate::catalogue::VariantId;

/// A price in a list, with what of the list decides.
#[derive(Clone, Debug)]
pub struct Offer {
    pub variant: VariantId,
    pub list: PriceListId,
    pub quantity_min: i64,
    pub amount: i64,
    pub currency: Currency,
    pub group: Option<String>,
    pub priority: i64,
    pub starts_at: Option<Time>,
    pub ends_at: Option<Time>,
    pub is_sale: bool,
}

/// Why this price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Derivation {
    /// From this quantity on it costs so much.
    pub quantity_min: i64,
    pub why: Won,
    /// The prices in this currency that were not taken, the nearest first.
    pub passed_over: Vec<PassedOver>,
}

/// By what the list won over the next best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Won {
    NoOther,
    Priority,
    OwnGroup,
    LowerPrice,
    OlderList,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PassedOver {
    pub list: PriceListId,
    pub quantity_min: i64,
    pub amount: i64,
    pub why: Lost,
}

/// Why a price was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lost {
    // Those that could have been taken.
    LowerPriority,
    ForEverybody,
    HigherPrice,
    NewerList,
    /// The same list has a price for a quantity that is nearer.
    OtherQuantity,
    // Those that could not.
    QuantityTooLow,
    OtherGroup,
    NotYet,
    Over,
}

/// The price of a variant, of all that its lists offer.
pub fn price(ask: &Ask, offers: &[Offer]) -> Option<Price> {
    let in_currency = || offers.iter().filter(|offer| offer.currency == ask.currency);
    let mut fitting: Vec<&Offer> =
        in_currency().filter(|offer| unfit(ask, offer).is_none()).collect();
    // Of one list, the price for the greatest quantity that is reached.
    fitting.sort_by_key(|offer| (offer.list, Reverse(offer.quantity_min)));
    fitting.dedup_by_key(|offer| offer.list);
    fitting.sort_by_key(|offer| rank(offer));
    let best = *fitting.first()?;
    let rival = fitting.get(1);
    let mut passed_over: Vec<PassedOver> = in_currency()
        .filter(|offer| !std::ptr::eq(*offer, best))
        .map(|offer| PassedOver {
            list: offer.list,
            quantity_min: offer.quantity_min,
            amount: offer.amount,
            why: unfit(ask, offer).unwrap_or_else(|| lost_to(best, offer)),
        })
        .collect();
    passed_over.sort_by_key(|passed| (passed.why, passed.list, Reverse(passed.quantity_min)));
    let why = rival.map_or(Won::NoOther, |rival| match lost_to(best, rival) {
        Lost::LowerPriority => Won::Priority,
        Lost::ForEverybody => Won::OwnGroup,
        Lost::HigherPrice => Won::LowerPrice,
        _ => Won::OlderList,
    });
    Some(Price {
        unit: Money::new(best.amount, best.currency),
        list: best.list,
        derivation: Derivation { quantity_min: best.quantity_min, why, passed_over },
    })
}

/// The least is the best.
fn rank(offer: &Offer) -> impl Ord + use<> {
    (Reverse(offer.priority), offer.group.is_none(), offer.amount, offer.list)
}

fn unfit(ask: &Ask, offer: &Offer) -> Option<Lost> {
    if offer.group.is_some() && offer.group != ask.group {
        Some(Lost::OtherGroup)
    } else if offer.starts_at.is_some_and(|start| ask.at < start) {
        Some(Lost::NotYet)
    } else if offer.ends_at.is_some_and(|end| ask.at >= end) {
        Some(Lost::Over)
    } else if ask.quantity < offer.quantity_min {
        Some(Lost::QuantityTooLow)
    } else {
        None
    }
}

fn lost_to(best: &Offer, other: &Offer) -> Lost {
    if other.list == best.list {
        Lost::OtherQuantity
    } else if other.priority < best.priority {
        Lost::LowerPriority
    } else if other.group.is_none() && best.group.is_some() {
        Lost::ForEverybody
    } else if other.amount > best.amount {
        Lost::HigherPrice
    } else {
        Lost::NewerList
    }
}
