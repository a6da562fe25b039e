//! The assistant: answers by itself what the record tells (where is my order, when are you open, how do I send it back),
//! and hands over to people when it is not sure.
//!
//! It understands by tables of words and decides by rules, both pure: the same message gets the same answer. It says that it
//! is an automatic assistant, asks at most one question back, and keeps quiet where people talk.
//!
//! ```text
//!  message ─► job ─► understand (words, pure) ─► decide (rules, pure) ─┬─► answer        (the customer's turn)
//!                                                                      ├─► one question  (the customer's turn)
//!                                                                      └─► hand over     (still waits for people)
//! ```
//!
//! Kept here:
//! - It never answers in a conversation in which somebody of the staff is: assigned, or has spoken.
//! - What only the customer may know (their orders) it tells only to somebody whom the door has proven to be the customer.
//! - After handing over it is silent in that conversation for a day.
//! - It is off at each door until staff turn it on there.
//!
//! Start reading at [`understand::understand`] and [`rules::decide`], then [`answer_job`].

mod act;
mod orders;
pub mod rules;
mod store;
mod talk;
#[cfg(test)]
mod tests;
pub mod understand;
mod words;

use customers::accounts::audit;
use customers::accounts::authority::{Permit, may};
use customers::channels::{Channel, ChannelKind};
use kit::jobs::{self, NewJob};
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use crate::Ctx;
use crate::conversations::{Conversation, Message};

pub use act::answer_job;
pub use store::is_on;

/// The queue, and the kind of its jobs.
const QUEUE: &str = "assistant";
pub const ANSWER: &str = "answer_as_assistant";

/// Whether the assistant can talk at doors of this sort: those by which text goes both ways.
pub fn can_answer(kind: ChannelKind) -> bool {
    matches!(
        kind,
        ChannelKind::Chat
            | ChannelKind::Web
            | ChannelKind::App
            | ChannelKind::Email
            | ChannelKind::Sms
            | ChannelKind::Whatsapp
            | ChannelKind::Messenger
            | ChannelKind::Instagram
            | ChannelKind::Telegram
            | ChannelKind::Viber
    )
}

/// Turns the assistant on or off at a door.
pub async fn switch(
    ctx: &Ctx,
    by: &Permit<may::ManageDoors>,
    door: &Channel,
    is_on: bool,
) -> Result<()> {
    if is_on && !can_answer(door.kind) {
        let detail = format!("Nothing can be answered by text at “{}”.", door.name);
        return Err(Error::bad_input("no_assistant_here", detail));
    }
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        store::set(tx, door.id, is_on, now)?;
        let event = if is_on { "assistant_on" } else { "assistant_off" };
        audit::record(
            tx,
            now,
            by.actor(),
            event,
            &door.id.to_string(),
            &json!({ "name": door.name }),
        )
    };
    ctx.customers.db.write(write).await
}

/// After a message came in: the assistant looks at it when it is recorded.
pub fn consider(tx: &Tx, root: &Conversation, message: &Message, now: Time) -> Result<()> {
    let is_ours = root.assignee_id.is_none() && !message.body.trim().is_empty();
    if !is_ours || !is_on(tx, message.channel_id)? {
        return Ok(());
    }
    let body = json!({ "message": message.id }).to_string();
    let key = root.id.to_string();
    let job = NewJob { queue: QUEUE, kind: ANSWER, key: &key, body: &body, due_at: now };
    jobs::enqueue(tx, &job, now)?;
    Ok(())
}
