//! The assistant says something: to a message, by its door, to its address.

use customers::channels::{Door, store as channels};
use customers::recording::{By, Happening, Learned};
use kit::{Result, Time, Tx};
use serde_json::json;

use super::receive::PREVIEW_BYTES_MAX;
use super::reply::{enqueue, shop_spoke};
use super::store::{self, Located};
use super::{Author, ConversationId, Direction, Message, MessageId, State};
use crate::Ctx;

/// Words of the assistant's.
pub(crate) struct Spoken<'a> {
    /// What it answers.
    pub to: &'a Message,
    pub body: &'a str,
    /// JSON, for itself.
    pub details: &'a str,
    /// It is the customer's turn then; else the customer waits as before.
    pub is_answer: bool,
}

/// Writes it, with its place on the timeline and the job that sends it. A message is answered once, however often the
/// job that thinks about it is done.
pub(crate) fn speak(
    ctx: &Ctx,
    tx: &Tx,
    root: ConversationId,
    spoken: &Spoken,
    now: Time,
) -> Result<Option<Learned>> {
    let mut root = store::lock(tx, root)?;
    let (to, id) = (spoken.to, MessageId::new(now));
    let key = format!("reply:assistant:{}", to.id);
    if store::named_maybe(tx, to.channel_id, &key)?.is_some() {
        return Ok(None);
    }
    let message = Message {
        customer_id: to.customer_id,
        conversation_id: to.conversation_id,
        id,
        at: now,
        channel_id: to.channel_id,
        direction: Direction::Out,
        author: Author::Bot,
        author_id: None,
        author_name: None,
        address: to.address.clone(),
        subject: to.subject.clone().or_else(|| root.subject.clone()),
        body: spoken.body.to_string(),
        html: None,
        state: State::Queued,
        state_at: now,
        error: None,
        reply_to_id: Some(to.id),
        details: spoken.details.to_string(),
    };
    store::insert_message(tx, &message)?;
    let at = Located {
        customer_id: to.customer_id,
        conversation_id: to.conversation_id,
        message_id: id,
    };
    store::name_message(tx, to.channel_id, &key, at)?;
    enqueue(tx, to.channel_id, root.id, id, now)?;
    let (status, waiting_since) = (root.status, root.waiting_since);
    shop_spoke(&mut root, to.channel_id, Author::Bot, spoken.body, now);
    if !spoken.is_answer {
        (root.status, root.waiting_since) = (status, waiting_since);
    }
    super::save(tx, &mut root, now)?;
    let text = kit::text::clip(spoken.body, PREVIEW_BYTES_MAX);
    let properties = json!({ "text": text, "direction": "outbound", "message_id": id }).to_string();
    let sent = Happening {
        name: "Message Sent",
        key: &id.to_string(),
        at: now,
        by: By::Leaf(to.customer_id),
        properties: &properties,
    };
    let door = Door { channel: channels::find(tx, to.channel_id)?.into(), trusted: true };
    Ok(Some(ctx.customers.recorder.note(tx, &door, &sent, now)?.learned))
}
