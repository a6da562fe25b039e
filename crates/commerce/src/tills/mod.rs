//! A till: a telephone or tablet behind the counter, with which a clerk sells, also while the store has no network.
//!
//! ```text
//!        open                      close (by its clerk, or by a colleague where the device is lost)
//!  ─────────────► open, holds a quota ─────────────► closed, the quota is given back
//! ```
//!
//! A till holds a *quota*: pieces of its own store, promised to it in advance ([`crate::stock::quotas`]). While its line is cut
//! it sells what it holds and nothing else. It keeps each sale in a queue of its own, and sends it until it has an answer.
//!
//! Kept here:
//! - A sale has a key, made by the till when the sale begins. However often it is sent, it is one order and one payment:
//!   a till sells one after the other (its row is held), and the key stands with the sale.
//! - What was taken along leaves the quota first, then the shelf. Nothing is sold that is neither.
//! - What the customer has paid stands, whatever the goods cost by the time when the server hears of it; the order says so.
//! - Whoever nobody knows hangs on a leaf of the sale's own. Found out later who it was, they are joined as any two are.
//!
//! Start reading at [`sell`](sell()), then `open.rs`. What a receipt printer gets is in [`escpos`] (pure).

pub mod escpos;
mod goods;
mod open;
mod sell;
pub mod store;
#[cfg(test)]
mod tests;

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::Time;
use kit::money::Money;

use crate::orders::OrderId;
use crate::stock::{Holder, LocationId};

pub use goods::{Goods, Offered, goods};
pub use open::{NewTill, close, open, renew};
pub use sell::{Paid, Sale, SoldLine, Told, Who, actor, sell};

kit::id_type!(TillId, "til");

/// Pieces of one variant that a till holds at most.
pub const QUOTA_EACH_MAX: i64 = 5;
/// Variants of which it holds any.
pub const QUOTA_VARIANTS_MAX: usize = 5_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Till {
    pub id: TillId,
    pub location: LocationId,
    /// The door of the store.
    pub channel: ChannelId,
    pub name: String,
    pub opened_at: Time,
    pub opened_by: String,
    /// When it was last heard of.
    pub seen_at: Time,
    pub closed_at: Option<Time>,
}

impl Till {
    pub fn holder(&self) -> Holder {
        Holder::till(self.id)
    }
}

kit::words! {
    /// How it was paid across the counter.
    Means:
    Cash "cash",
    Card "card",
}

/// What was taken for a sale: the one record of the payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taking {
    pub till: TillId,
    pub key: String,
    pub customer_id: CustomerId,
    pub order_id: OrderId,
    /// By the till's clock.
    pub sold_at: Time,
    pub recorded_at: Time,
    pub sold_by: String,
    pub means: Means,
    /// In money: without what gift cards and points paid.
    pub total: Money,
    pub given: Money,
    pub change: Money,
    pub reference: Option<String>,
}
