//! What somebody bought: priced once, promised once, whatever the door.
//!
//! ```text
//!            all lines sent                 cancelled before anything was sent
//!  placed ─────────────────► fulfilled     placed ───────────────────────────► cancelled
//!    │ some sent      ▲
//!    └──► partly fulfilled
//!  payment:  awaited ──► paid ──► refunded
//! ```
//!
//! An order is made of a cart in one transaction: the goods are reserved, the coupons redeemed, the cart closed, the
//! timeline told. So either all of it happened or none, and a repeat with the same key is the same order. Across a counter
//! ([`sell`]) goods that lie in no cart are bought too, and what is taken along has gone out when the order is made.
//!
//! Kept here:
//! - What was agreed is never computed again: the lines, the totals and why stand in the order.
//! - Before anything went out it can be changed ([`edit()`]): priced again, the promises follow, how it was stays.
//! - The state follows from the lines ([`rules::state`]); every step stands in `order_steps` with who did it, and where.
//!
//! Start reading at [`place()`], then [`rules`] (pure), then `go_on.rs`.

mod address;
mod agreed;
pub mod api;
mod buyer;
mod deal;
mod disclosure;
pub mod documents;
mod edit;
#[cfg(test)]
mod edit_tests;
pub mod elsewhere;
mod emptying;
mod go_on;
pub mod letters;
pub mod list;
mod notes;
pub mod number;
mod pay_back;
pub mod picking;
mod place;
mod places;
mod progress;
pub mod rules;
mod steps;
pub mod store;
mod store_list;
mod taken;
mod tell;
mod tendered;
pub mod testing;
#[cfg(test)]
pub(crate) mod tests;
mod way;
mod words;

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::Time;
use kit::i18n::Lang;
use kit::money::Money;
use serde::{Deserialize, Serialize};

use crate::carts::CartId;
use crate::catalogue::VariantId;

pub use agreed::{Agreed, AgreedShipping, AgreedTotal};
pub use buyer::{group, shopper};
pub use deal::{Goods, PaidGoods, PaidLine, quote, quote_cart};
pub use disclosure::Orders;
pub use edit::{Edit, edit};
pub use go_on::{Held, Parcel, cancel, hand_over, hold, pay, ship};
pub use notes::{Note, NoteFor, note};
pub use number::parse as number_of;
pub use pay_back::pay_back;
pub use place::{AtCounter, NewOrder, Placed, empty_cart, place, sell};
pub use progress::{Progress, progress};
pub use steps::{Step, StepKind};
pub use taken::Taken;
pub use way::{Offered, To, ways, ways_of_cart};

kit::id_type!(OrderId, "ord");
kit::id_type!(StepId, "ost");

kit::words! {
    State:
    Placed "placed",
    PartlyFulfilled "partly_fulfilled",
    Fulfilled "fulfilled",
    Cancelled "cancelled",
}

kit::words! {
    /// How far the money got.
    Payment:
    Awaited "awaited",
    Paid "paid",
    Refunded "refunded",
}

kit::words! {
    /// How it is paid. What a provider takes is recorded with the provider's reference.
    Means:
    OnDelivery "on_delivery",
    InStore "in_store",
    Transfer "transfer",
    Provider "provider",
    /// Gift cards and points pay for all of it.
    Tenders "tenders",
}

/// Where the goods go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Delivery {
    Address {
        name: String,
        street: String,
        postcode: String,
        city: String,
        country: String,
    },
    /// Somebody comes for them: the id of a stock location.
    Collect {
        location: String,
    },
    /// Taken along at the counter of this location.
    Taken {
        location: String,
    },
}

/// How to reach whoever bought, for this order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// In which they read, if they have said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The leaf that bought.
    pub customer_id: CustomerId,
    pub id: OrderId,
    pub number: String,
    pub cart_id: Option<CartId>,
    /// Sold at.
    pub channel_id: ChannelId,
    /// What whoever did it is to the shop (`customer`, `clerk`, …), and a name of theirs if they are staff.
    pub actor: String,
    pub actor_name: Option<String>,
    pub state: State,
    pub means: Means,
    pub payment: Payment,
    pub total: Money,
    /// JSON, as it was agreed.
    pub quote: String,
    /// The codes that took something off.
    pub coupons: Vec<String>,
    pub delivery: Delivery,
    pub contact: Contact,
    pub placed_at: Time,
    pub changed_at: Time,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// From 1, as it stood in the cart.
    pub position: i64,
    pub variant: VariantId,
    pub sku: String,
    pub title: String,
    pub quantity: i64,
    pub unit: Money,
    /// Of the whole line.
    pub discount: Money,
    pub total: Money,
    /// In hundredths of a per cent.
    pub tax_rate: i64,
    /// Of the total.
    pub tax: Money,
    pub shipped: i64,
    pub cancelled: i64,
}

impl Line {
    /// Neither shipped nor cancelled.
    pub fn open(&self) -> i64 {
        self.quantity - self.shipped - self.cancelled
    }
}
