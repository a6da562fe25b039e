//! The assistant says something: to a message, by its door, to its address.

use customers::channels::store as channels;
use customers::recording::Learned;
use kit::{Result, Time, Tx};

use super::out::{note_sent, put_out, queued};
use super::reply::shop_spoke;
use super::store::{self, Located};
use super::{Author, ConversationId, Message, MessageId};
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
    let at = Located {
        customer_id: to.customer_id,
        conversation_id: to.conversation_id,
        message_id: id,
    };
    let message = Message {
        address: to.address.clone(),
        subject: to.subject.clone().or_else(|| root.subject.clone()),
        body: spoken.body.to_string(),
        reply_to_id: Some(to.id),
        details: spoken.details.to_string(),
        ..queued(at, to.channel_id, Author::Bot, now)
    };
    put_out(tx, root.id, &message, &key, now)?;
    let (status, waiting_since) = (root.status, root.waiting_since);
    shop_spoke(&mut root, to.channel_id, Author::Bot, spoken.body, now);
    if !spoken.is_answer {
        (root.status, root.waiting_since) = (status, waiting_since);
    }
    super::save(tx, &mut root, now)?;
    let channel = channels::find(tx, to.channel_id)?;
    note_sent(ctx, tx, channel, &message, spoken.body, now).map(Some)
}
