//! Money that somebody else takes for the shop: a payment provider, which is asked to begin, and tells how it went.
//!
//! ```text
//!  started ──► captured ──► refunded (in part, again and again, until nothing is left) ──► refund failed
//!     └──► failed
//! ```
//!
//! Kept here:
//! - The ledger is only added to, and a provider's own name for a thing makes it one row: what is told twice, late, or in
//!   another order changes nothing. An order becomes paid once.
//! - What is not signed as the provider signs is answered 401 and changes nothing.
//! - An order is paid when as much was captured as it costs, in its currency; less stays awaited. Never more goes back
//!   than came.
//! - The provider is asked outside of any transaction, by a name for the request that stays the same when it is sent again.
//!
//! Start reading at [`act`], then [`rules`] (pure), then [`stripe`].

pub mod act;
pub mod api;
mod provider;
pub mod rules;
pub mod setup;
mod store;
pub mod stripe;
#[cfg(test)]
mod tests;

use kit::Time;
use kit::money::Money;

pub use provider::{Beginning, Provider, Session, Told, ToldKind};
pub use store::of_order;

kit::id_type!(PaymentId, "pay");

kit::words! {
    /// What a row of the ledger says.
    Kind:
    Started "started",
    Captured "captured",
    Failed "failed",
    Refunded "refunded",
    RefundFailed "refund_failed",
}

/// A row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    pub id: PaymentId,
    pub kind: Kind,
    /// Who took the money: `stripe`.
    pub provider: String,
    /// The provider's own name for it.
    pub reference: String,
    pub amount: Money,
    pub at: Time,
}
