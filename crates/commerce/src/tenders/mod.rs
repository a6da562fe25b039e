//! What an order is paid with besides money: gift cards, and points.
//!
//! ```text
//!  order placed ──► gift cards pay, then points; what is left is paid by the means of the order
//!    └── cancelled, made smaller, or money goes back ──► what was paid last goes back first: money, points, gift cards
//! ```
//!
//! Kept here:
//! - All of it is taken in the order's transaction, or nothing is bought. An order that is sent again takes nothing again.
//! - Never more is taken than there is, however many buyers hold the same card: its row is held, and so is the customer
//!   whose points they are.
//! - How much a tender pays follows from what the order is worth now ([`rules::pays`]): each change posts the difference,
//!   once, to the card or to the points of the leaf that gave them. Nothing is taken a second time.
//! - Points pay only for somebody who is proven to be their owner; a gift card pays for whoever has its code.
//! - Of a card's code only its last four letters are kept.
//!
//! Start reading at [`rules`] (pure), then [`offer`], [`take`] and [`follow`].

pub mod api;
mod follow;
mod offer;
pub mod rules;
mod store;
mod take;
#[cfg(test)]
mod tests;

use customers::identities::CustomerId;
use kit::money::Money;
use serde_json::{Value, json};

use crate::promotions::gift_cards::GiftCardId;

pub use follow::{Back, Followed, WentBack, follow, in_force, left_to_pay, to_pay, would_go_back};
pub use offer::{HeldPoints, Offer, Part, held_points, offer};
pub use store::of_order;
pub use take::take;

/// Cards that pay for one order.
pub const GIFT_CARDS_MAX: usize = 10;

kit::words! {
    Kind:
    GiftCard "gift_card",
    Points "points",
}

/// What somebody wants to pay with besides money.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tendered {
    /// Codes as they were typed; in this order each pays as much as is on it.
    pub gift_cards: Vec<String>,
    /// So many points at most: no more are taken than are needed.
    pub points: i64,
    /// What the buyer was shown as left to pay, in minor units. Another sum is refused and nothing is bought.
    pub expected_to_pay: Option<i64>,
}

impl Tendered {
    pub fn is_empty(&self) -> bool {
        self.gift_cards.is_empty() && self.points == 0
    }
}

/// Where it was taken from, and goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Card(GiftCardId),
    /// Points of this leaf.
    Leaf(CustomerId),
}

impl Source {
    pub fn kind(self) -> Kind {
        match self {
            Source::Card(_) => Kind::GiftCard,
            Source::Leaf(_) => Kind::Points,
        }
    }
}

/// What paid for an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tender {
    /// From 1, in the order in which they pay.
    pub position: i64,
    pub source: Source,
    /// The last four letters of the card's code; of points nothing.
    pub ending: String,
    pub amount: Money,
    pub points: i64,
    /// What of the amount went back, in minor units.
    pub amount_back: i64,
    pub points_back: i64,
}

impl Tender {
    /// What it still pays, in minor units.
    pub fn pays(&self) -> i64 {
        self.amount.minor - self.amount_back
    }

    /// For the steps of an order and for whoever asks over HTTP.
    pub fn told(&self) -> Value {
        let mut told = json!({
            "type": self.source.kind(), "amount": self.amount.minor, "back": self.amount_back,
        });
        match self.source {
            Source::Card(_) => told["ending"] = json!(self.ending),
            Source::Leaf(_) => {
                told["points"] = json!(self.points);
                told["pointsBack"] = json!(self.points_back);
            }
        }
        told
    }
}
