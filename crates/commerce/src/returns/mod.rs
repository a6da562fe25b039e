//! What was bought comes back: at any door, whatever the door where it was bought.
//!
//! ```text
//!           it is here        the money goes back
//!  asked ───────────► received ───────────► refunded
//!    │                    ├── other pieces go out ──► exchanged
//!    └──── no ────────────┴── no ──► refused
//! ```
//!
//! There are four *kinds*. By a **withdrawal** the customer uses the right that the law gives to whoever bought from afar;
//! a **return** is what the shop allows beyond it; a **complaint** says that something is wrong with the goods; an
//! **exchange** asks for another size or colour of the same product. What may come back, until when, and who pays for the
//! way is data: what the law of the country says ([`law`]), and what the shop promises beyond it ([`policy`]).
//!
//! Kept here:
//! - Of a line never more comes back than was sent and has not come back ([`rules::at_hand`]).
//! - The refund is what was paid: the shares of a line's pieces add up to its total to the minor unit, in whatever parts
//!   they come back ([`rules::share`]).
//! - Goods lie where they were received: a movement of stock at that place, or none where they are written off.
//! - A return asked for again with its key is the same return; a step needs the version that was seen, so it is done once.
//! - Whoever changes a return or its order holds the customer, so two tills cannot take the same piece back.
//!
//! Start reading at [`rules`] (pure), then `ask.rs` and `settle.rs`. The statement of withdrawal that anybody can make on
//! the public page is in `withdraw.rs`.

pub mod api;
mod ask;
mod disclosure;
mod erasure;
pub mod law;
pub mod number;
pub mod policy;
mod receive;
pub mod rules;
mod settle;
mod steps;
pub mod store;
mod store_policy;
mod store_withdrawals;
mod tell;
#[cfg(test)]
mod tests;
pub mod withdraw;

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::Time;
use kit::money::Money;
use serde::Serialize;

use crate::catalogue::VariantId;
use crate::orders::OrderId;

pub use ask::{Asked, Chance, Chances, NewReturn, Part, ask, chances};
pub use disclosure::{Returns, Withdrawals};
pub use erasure::erase;
pub use receive::{Came, Received, receive};
pub use settle::{Due, Refund, due, exchange, refund, refuse};
pub use steps::{Held, Step, StepKind, hold, look};

kit::id_type!(ReturnId, "ret");
kit::id_type!(ReturnStepId, "rst");

kit::words! {
    Kind:
    Withdrawal "withdrawal",
    Return "return",
    Complaint "complaint",
    Exchange "exchange",
}

kit::words! {
    State:
    Asked "asked",
    Received "received",
    Refunded "refunded",
    Exchanged "exchanged",
    Refused "refused",
}

impl State {
    /// Somebody of the shop must still do something.
    pub fn is_open(self) -> bool {
        matches!(self, State::Asked | State::Received)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// The leaf that bought.
    pub customer_id: CustomerId,
    pub id: ReturnId,
    pub order_id: OrderId,
    pub number: String,
    pub order_number: String,
    pub kind: Kind,
    pub state: State,
    /// Asked for at.
    pub channel_id: ChannelId,
    /// What whoever asked is to the shop, and a name of theirs if they are staff.
    pub actor: String,
    pub actor_name: Option<String>,
    /// In the customer's words.
    pub reason: String,
    /// Why it is taken although the policy says no.
    pub goodwill: Option<String>,
    /// What went back for the way to the customer.
    pub delivery: Money,
    /// What was kept, because the goods had lost value.
    pub deduction: Money,
    /// All that went back.
    pub refund: Money,
    pub asked_at: Time,
    pub changed_at: Time,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// The order's line.
    pub position: i64,
    /// What comes back.
    pub variant: VariantId,
    /// What is wanted instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wanted: Option<VariantId>,
    pub sku: String,
    pub title: String,
    /// As asked for.
    pub quantity: i64,
    pub restocked: i64,
    pub written_off: i64,
    /// Left with the customer.
    pub kept: i64,
    /// In minor units: the pieces' share of what was paid for the line.
    pub refund: i64,
}

impl Line {
    /// The pieces of which it was decided what becomes of them.
    pub fn settled(&self) -> i64 {
        self.restocked + self.written_off + self.kept
    }
}
