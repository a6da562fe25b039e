//! What the shop and a customer have had with each other, and what is still open: orders, refunds, carts and
//! returns, by their own numbers, as far as the timeline tells.
//!
//! An order that two doors report (the page and the server) is one order. Nothing is closed by a write: a cart
//! is open while no order is younger than it, a return while no refund of it or of its order has come, whichever leaf
//! of the customer brought which. So merges and splits need nothing here.

pub mod store;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use kit::Time;
use kit::money::{Currency, Money};
use serde::Serialize;

use crate::events::EventId;
use crate::events::commerce::{Commerce, ShopEvent};
use crate::identities::CustomerId;
use crate::recording::incoming::Incoming;

/// Between the number of an order and that of one of its returns, of which there can be several.
const OF_ORDER: &str = " · ";

/// A cart that nobody touched for this long is no open matter any more.
pub const CART_OPEN_MAX: i64 = kit::time::days(30);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DealingKind {
    Order,
    Cancel,
    Refund,
    Cart,
    Return,
}

impl DealingKind {
    pub const ALL: [DealingKind; 5] = [
        DealingKind::Order,
        DealingKind::Cancel,
        DealingKind::Refund,
        DealingKind::Cart,
        DealingKind::Return,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            DealingKind::Order => "order",
            DealingKind::Cancel => "cancel",
            DealingKind::Refund => "refund",
            DealingKind::Cart => "cart",
            DealingKind::Return => "return",
        }
    }
}

impl std::str::FromStr for DealingKind {
    type Err = kit::Error;

    fn from_str(text: &str) -> kit::Result<DealingKind> {
        let found = DealingKind::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| kit::Error::internal(format!("“{text}” is no kind of dealing")))
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dealing {
    #[serde(skip)]
    pub customer_id: CustomerId,
    pub kind: DealingKind,
    /// The number of the order or cart, for a return and its refund with the return's own number where one is told; the
    /// event's id where there is none.
    #[serde(rename = "ref")]
    pub reference: String,
    pub at: Time,
    pub amount: Option<Money>,
}

impl Dealing {
    pub fn of(item: &Incoming, leaf: CustomerId) -> Option<Dealing> {
        let (kind, reference) = item.dealing.clone()?;
        let (customer_id, at, amount) = (leaf, item.occurred_at, item.amount);
        Some(Dealing { customer_id, kind, reference, at, amount })
    }

    /// The number of the order that it is about.
    pub fn order(&self) -> &str {
        self.reference.split(OF_ORDER).next().unwrap_or_default()
    }
}

/// Which dealing an event of the shop is.
pub fn of(event: &Commerce, id: EventId) -> Option<(DealingKind, String)> {
    use ShopEvent::*;
    let kind = match event.event {
        OrderCompleted | ReceiptIssued => DealingKind::Order,
        OrderCancelled => DealingKind::Cancel,
        OrderRefunded => DealingKind::Refund,
        ProductAdded | WishlistProductAddedToCart => DealingKind::Cart,
        ReturnStarted => DealingKind::Return,
        _ => return None,
    };
    let order = || event.order_id().or(event.receipt_number());
    let reference = match kind {
        DealingKind::Cart => event.cart_id(),
        DealingKind::Return | DealingKind::Refund => match (order(), event.return_id()) {
            (Some(order), Some(back)) => Some(format!("{order}{OF_ORDER}{back}").into()),
            (order, back) => order.or(back),
        },
        DealingKind::Order | DealingKind::Cancel => order(),
    };
    let unnumbered = || match kind {
        DealingKind::Cart => String::new(),
        _ => kit::id::to_base32(id.0),
    };
    let reference = reference.map(|text| kit::text::clip(&text, 100).into_owned());
    Some((kind, reference.unwrap_or_else(unnumbered)))
}

/// What follows from the dealings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    pub orders: u64,
    /// What was paid, by currency: orders less refunds and cancelled orders.
    pub spent: Vec<Money>,
    pub last_order_at: Option<Time>,
    /// What is under way: carts not bought, returns not refunded. The newest first.
    pub open: Vec<Dealing>,
}

/// Reads the facts; `now` decides which carts have gone cold.
pub fn facts(dealings: &[Dealing], now: Time) -> Facts {
    let of_kind = |kind| dealings.iter().filter(move |dealing| dealing.kind == kind);
    // An order that two leaves report is one order.
    let orders: BTreeMap<&str, &Dealing> =
        of_kind(DealingKind::Order).map(|order| (order.reference.as_str(), order)).collect();
    let cancelled: BTreeSet<&str> =
        of_kind(DealingKind::Cancel).map(|cancel| cancel.reference.as_str()).collect();
    let refunds: BTreeMap<&str, &Dealing> =
        of_kind(DealingKind::Refund).map(|refund| (refund.reference.as_str(), refund)).collect();
    let standing = || orders.values().filter(|order| !cancelled.contains(order.reference.as_str()));
    let last_order_at = orders.values().map(|order| order.at).max();
    let mut spent: BTreeMap<Currency, i64> = BTreeMap::new();
    for amount in standing().filter_map(|order| order.amount) {
        *spent.entry(amount.currency).or_default() += amount.minor;
    }
    for amount in refunds.values().filter_map(|refund| refund.amount) {
        *spent.entry(amount.currency).or_default() -= amount.minor;
    }
    let carts = of_kind(DealingKind::Cart)
        .filter(|cart| last_order_at.is_none_or(|last| cart.at > last))
        .filter(|cart| now.since(cart.at) < CART_OPEN_MAX);
    let returns = of_kind(DealingKind::Return).filter(|back| {
        !refunds.contains_key(back.reference.as_str()) && !refunds.contains_key(back.order())
    });
    let mut open: Vec<Dealing> = carts.chain(returns).cloned().collect();
    open.sort_by_key(|dealing| std::cmp::Reverse(dealing.at));
    Facts {
        orders: standing().count() as u64,
        spent: spent.into_iter().map(|(currency, minor)| Money { minor, currency }).collect(),
        last_order_at,
        open,
    }
}
