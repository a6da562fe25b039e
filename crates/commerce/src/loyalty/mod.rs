//! Points and tiers for those who come back: one balance at every door.
//!
//! ```text
//!  order paid ──► earned ──► spent, or lost when they are old
//!                   │          └── paid for an order that came to nothing ──► given back
//!                   └── cancelled or returned ──► taken back
//! ```
//!
//! A *posting* hangs on the leaf that earned or spent, and is never changed; the customer's balance is what the postings of
//! all their leaves come to ([`rules::balance`]). So when two customers turn out to be one, their points are one, with
//! nothing to run; and when they are taken apart, each side has its own again. Whoever spends, spends their own leaf's
//! points first.
//!
//! Kept here:
//! - What an order earns follows from what of it is paid and kept ([`follow`]): each change posts the difference, once.
//! - No more is spent than there is, at any number of tills: the customer is held.
//! - A posting told again with its key is the same posting.
//! - What an order earns stands with the order: a change of the programme changes no order that was paid.
//! - Points that pay for an order ([`crate::tenders`]) earn none. A tier follows from what was bought, not from what came by
//!   hand or came back.
//!
//! A card is an identity of the kind `loyalty_card`: by its number the customer is found wherever they are looked for.
//! Start reading at [`rules`] (pure), then `act.rs`.

mod act;
pub mod api;
pub mod card;
mod correct;
mod disclosure;
mod paying;
pub mod rules;
pub mod store;
#[cfg(test)]
mod tests;

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::Time;

use crate::orders::OrderId;

pub use act::{Account, Spending, Spent, account, follow, issue_card, set_program, spend, tier};
pub use correct::{Correction, correct};
pub use disclosure::Points;
pub use paying::{give_back, pay, portions, there};
pub use rules::{Balance, Program, Rate, Tier};
pub use store::erase;

kit::id_type!(PostingId, "pts");

kit::words! {
    Kind:
    Earned "earned",
    TakenBack "taken_back",
    Spent "spent",
    /// They paid for an order that is worth less now.
    GivenBack "given_back",
    /// Staff have put something right by hand.
    Corrected "corrected",
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    pub customer_id: CustomerId,
    pub id: PostingId,
    pub key: String,
    pub kind: Kind,
    /// Above zero where they came, below where they went.
    pub points: i64,
    pub at: Time,
    pub expires_at: Option<Time>,
    pub order_id: Option<OrderId>,
    pub reference: String,
    pub counted: Option<String>,
    pub channel_id: ChannelId,
    pub actor: String,
    pub actor_name: Option<String>,
}
