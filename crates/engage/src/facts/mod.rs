//! What a customer has told already, so that nobody asks for it again.
//!
//! Each message of a customer is read for what shops ask for: the number of an order or a parcel, an address, a telephone
//! number, a product, what is wrong. What is found stands beside the conversation with the message, the door and the time.
//! Told once more *after the door or the one who answers has changed*, it is a repeat: it is marked in the thread, and
//! counted, because it is what a shop with one conversation for all doors must not make people do.
//!
//! ```text
//! message ─► detect (pure) ─► told ─► told before, and the door or the agent is another? ─► repeat, counted
//! ```
//!
//! Kept here:
//! - What was told hangs on the part of its message, so it follows merge and split without being touched.
//! - It goes with the person; the counts have no person in them and stay.
//! - Finding is pure: the same text and the same orders give the same facts.
//!
//! Start reading at [`detect::found`], then [`rules::repeat`].

pub mod detect;
pub mod rules;
pub mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use customers::accounts::authority::{Permit, may};
use customers::channels::ChannelId;
use customers::events::{commerce, store as events};
use customers::identities::CustomerId;
use customers::{dealings, identities::store as identities};
use kit::time::days;
use kit::{Result, Time, Tx};
use serde::Serialize;

use crate::Ctx;
use crate::conversations::{ConversationId, Message, MessageId, is_taken_back};
use crate::shop;
use detect::{Found, Known, Pattern};
use rules::Because;
use store::Repeat;

pub use store::{Repeats, Row as RepeatRow, erase, of_parts};

kit::words! {
    /// What a fact is about.
    Entity:
    Order "order",
    Tracking "tracking",
    Email "email",
    Phone "phone",
    Address "address",
    Product "product",
    /// The sentence that says what is wrong.
    Problem "problem",
}

/// Something that a customer told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    pub conversation_id: ConversationId,
    pub message_id: MessageId,
    pub entity: Entity,
    /// By which it is compared.
    pub value: String,
    /// As it is shown.
    pub shown: String,
    pub at: Time,
    pub channel_id: ChannelId,
    /// Who of the shop had spoken last by then: an account, or the bot.
    pub served_by: Option<String>,
    /// It had been told before, in this message.
    pub again: Option<Again>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Again {
    pub of: MessageId,
    pub because: Because,
}

/// Of the customer's past, as far as it helps to know a product's name when it is said.
const EVENTS_READ: usize = 40;
/// Facts of one conversation that are kept in view.
pub const FACTS_MAX: usize = 200;

/// Reads a message that just came in; in the transaction that records it.
pub fn note(
    ctx: &Ctx,
    tx: &Tx,
    customer: CustomerId,
    parts: &[ConversationId],
    message: &Message,
) -> Result<()> {
    if message.body.trim().is_empty() {
        return Ok(());
    }
    let known = known(ctx, tx, customer)?;
    let found = detect::found(&message.body, &known);
    if found.is_empty() {
        return Ok(());
    }
    let earlier = of_parts(tx, parts, FACTS_MAX)?;
    let served_by = store::last_served_by(tx, parts)?;
    let was_repeated = earlier.iter().any(|told| told.again.is_some());
    let mut repeats = Vec::new();
    for one in found {
        let told = tell(message, one, served_by.clone(), &earlier);
        if let Some(again) = &told.again {
            repeats.extend(repeat_of(&earlier, &told, again));
        }
        store::insert(tx, message.customer_id, &told)?;
    }
    for (n, repeat) in repeats.iter().enumerate() {
        store::count(tx, repeat, n == 0 && !was_repeated)?;
    }
    Ok(())
}

/// Reads a message whose words were changed, or taken back. What the customer had to repeat was counted when they said it,
/// and is not counted again.
pub fn renew(
    ctx: &Ctx,
    tx: &Tx,
    customer: CustomerId,
    parts: &[ConversationId],
    message: &Message,
) -> Result<()> {
    let all = of_parts(tx, parts, FACTS_MAX)?;
    let served_by = all.iter().find(|told| told.message_id == message.id);
    let served_by = served_by.and_then(|told| told.served_by.clone());
    let earlier: Vec<Told> = all.into_iter().filter(|told| told.at < message.at).collect();
    store::delete(tx, message.customer_id, message.id)?;
    if is_taken_back(message) {
        return Ok(());
    }
    for one in detect::found(&message.body, &known(ctx, tx, customer)?) {
        let told = tell(message, one, served_by.clone(), &earlier);
        store::insert(tx, message.customer_id, &told)?;
    }
    Ok(())
}

fn tell(message: &Message, found: Found, served_by: Option<String>, earlier: &[Told]) -> Told {
    let mut told = Told {
        conversation_id: message.conversation_id,
        message_id: message.id,
        entity: found.entity,
        value: found.value,
        shown: found.shown,
        at: message.at,
        channel_id: message.channel_id,
        served_by,
        again: None,
    };
    told.again = rules::repeat(earlier, &told);
    told
}

fn repeat_of(earlier: &[Told], told: &Told, again: &Again) -> Option<Repeat> {
    let before = earlier.iter().find(|one| one.message_id == again.of)?;
    Some(Repeat {
        day: told.at.0.div_euclid(days(1)),
        entity: told.entity,
        because: again.because,
        from: before.channel_id,
        to: told.channel_id,
    })
}

/// What is known of the customer by which their words are understood.
fn known(ctx: &Ctx, tx: &Tx, customer: CustomerId) -> Result<Known> {
    let leaves = identities::leaves(tx, customer)?;
    let dealings = dealings::store::list(tx, &leaves)?;
    let is_numbered = |kind: dealings::DealingKind| kind != dealings::DealingKind::Cart;
    let numbered = dealings.iter().filter(|one| is_numbered(one.kind));
    let orders: BTreeSet<String> = numbered.map(|one| one.order().to_string()).collect();
    let log = &ctx.customers.recorder.log;
    let mut products = BTreeSet::new();
    for event in events::page(tx, log, &events::Wanted::newest(&leaves, EVENTS_READ))? {
        let Some(event) = commerce::parse(&event.name, event.properties.get(), None) else {
            continue;
        };
        products.extend(event.products().into_iter().filter_map(|p| Some(p.name?.into_owned())));
    }
    let patterns = shop::order_patterns(tx)?;
    Ok(Known {
        region: ctx.customers.defaults.region.clone(),
        orders: orders.into_iter().collect(),
        products: products.into_iter().collect(),
        patterns: patterns.iter().filter_map(|text| Pattern::parse(text)).collect(),
    })
}

/// How often customers had to repeat themselves since a day.
pub fn report(tx: &Tx, _: &Permit<may::SeeConversations>, since: Time) -> Result<Repeats> {
    store::report(tx, since)
}
