//! SMS: the shop's number writes to the customer's, and back.
//!
//! | way | out | in | of one message, the customer gets |
//! | --- | --- | --- | --- |
//! | [`smpp`] | a session with the operator's centre | the same session | one; two if the centre took it over and died before it said so |
//! | [`kannel`] | HTTP to the merchant's own Kannel | HTTP from it | one; two if the answer was lost and Kannel's report came later than our next try |
//! | [`twilio`] | HTTP to Twilio | signed webhooks | one; two likewise |
//!
//! None of the three knows a second try for one: their messages have no key of ours. So each try leaves as narrow a gap as it can
//! (see there), a try whose end is unknown waits before the next, and after three of them people decide. Step by step:
//! docs/sending.md.
//!
//! Kept here:
//! - An opt-out word holds at once, on every SMS door, and is confirmed once ([`optout`]).
//! - A number that opted out gets answers to what it asks, and nothing else; the writer reads why.
//! - A long text arrives whole: parts are cut between characters ([`segments`]), and come in as one message.
//!
//! Start reading at [`segments::split`] (pure) and [`inbound::take`].

mod fields;
mod gsm7;
pub mod hooks;
pub mod inbound;
pub mod kannel;
pub mod letters;
pub mod optout;
pub mod segments;
pub mod smpp;
pub mod store;
#[cfg(test)]
mod tests;
pub mod twilio;
pub mod words;

use kit::{Result, Tx};
use serde::{Deserialize, Serialize};

use super::tries::{ours, somebody_answers, unknown};
use super::{Outgoing, Sent};
use crate::Ctx;
use crate::conversations::{MessageId, State};

pub use fields::{KANNEL, SMPP, TWILIO};
pub use letters::Plain;
pub use segments::{Alphabet, Count, SEGMENTS_MAX, count};

/// What every SMS door can be told.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Common {
    /// ISO 3166: how numbers without a country code are dialled.
    pub region: Option<String>,
    /// Whether letters are changed so that fewer SMS are needed.
    #[serde(default)]
    pub plain: Plain,
}

/// What is checked for every way before anything leaves: the text, or why it may not go.
async fn ready(ctx: &Ctx, out: &Outgoing, common: &Common) -> Result<String, Sent> {
    let refused = |error: &str| Err(Sent::Refused { error: error.to_string() });
    if out.to.is_empty() {
        return refused("This customer has no number here.");
    }
    if !out.attachments.is_empty() {
        return refused("An SMS carries no files. Send a link, or choose another door.");
    }
    let text = common.plain.apply(&out.message.body);
    let segments = count(&text).segments;
    if segments > SEGMENTS_MAX {
        return refused(&format!("This would be {segments} SMS; at most {SEGMENTS_MAX} go out."));
    }
    let check = |tx: &Tx| optout::refusal(tx, &out.message, &out.to);
    match ctx.customers.db.read(check).await {
        Ok(None) => Ok(text),
        Ok(Some(error)) => Err(Sent::Refused { error }),
        Err(error) => Err(ours(&error)),
    }
}

/// The provider says that this number opted out there.
async fn opted_out(ctx: &Ctx, out: &Outgoing, reason: &str) -> Sent {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| store::suppress(tx, &out.to, out.channel.id, reason, now);
    match ctx.customers.db.write(write).await {
        Ok(_) => Sent::Refused { error: format!("{} opted out ({reason}).", out.to) },
        Err(error) => ours(&error),
    }
}

/// The parts of a message, folded: it arrived when all have, and failed when one has.
fn folded(parts: &[store::Part]) -> Option<(State, Option<String>)> {
    if let Some(failed) = parts.iter().find(|part| part.state == Some(State::Failed)) {
        return Some((State::Failed, failed.error.clone()));
    }
    let arrived = parts.iter().filter(|part| part.state == Some(State::Delivered)).count() as i64;
    let total = parts.first()?.parts;
    (arrived >= total).then_some((State::Delivered, None))
}

/// Where a message's id stands in an address.
fn message_of(text: &str) -> Result<MessageId> {
    text.parse().map_err(|_| kit::Error::not_found("such a message"))
}
