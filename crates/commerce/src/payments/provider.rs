//! What a payment provider can do for the shop. One provider is one module with these verbs.

use axum::http::HeaderMap;
use kit::money::Money;
use kit::{Result, Time};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// The order's number: comes back in everything that the provider tells.
    pub number: String,
    pub amount: Money,
    pub email: Option<String>,
    /// The same for the same order as it stands: asked again, it is the same session.
    pub key: String,
}

/// A payment that has begun: the buyer goes on at `url`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub reference: String,
    pub url: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldKind {
    Captured,
    Failed,
    Refunded,
    RefundFailed,
}

/// What a provider tells of a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub kind: ToldKind,
    /// By what it is known: of a capture the payment, of a refund the refund.
    pub reference: String,
    /// The payment that it belongs to.
    pub payment: String,
    /// The number of the order, where the provider says it.
    pub number: Option<String>,
    pub amount: Money,
}

pub trait Provider {
    /// In the ledger, and in addresses.
    const NAME: &'static str;

    /// Begins a payment; the money is taken when the buyer agrees.
    fn start(&self, beginning: &Beginning) -> impl Future<Output = Result<Session>> + Send;

    /// How a payment that has begun stands now: for whom the provider's call did not reach.
    fn look(&self, session: &str) -> impl Future<Output = Result<Option<Told>>> + Send;

    /// Gives so much of a payment back. `key` names the try.
    fn refund(
        &self,
        payment: &str,
        number: &str,
        amount: Money,
        key: &str,
    ) -> impl Future<Output = Result<Told>> + Send;

    /// What a call of the provider says; nothing, if it is about something else.
    ///
    /// # Errors
    /// `bad_signature`, where the provider did not sign it.
    fn understand(&self, headers: &HeaderMap, body: &[u8], now: Time) -> Result<Option<Told>>;
}
