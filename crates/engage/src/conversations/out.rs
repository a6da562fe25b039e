//! What all messages on their way out have in common, whoever speaks: staff, the assistant, the product itself.

use customers::channels::{Channel, ChannelId, Door};
use customers::identities::{CustomerId, watch};
use customers::recording::{By, Happening, Learned};
use kit::{Result, Time, Tx};
use serde_json::json;

use super::receive::PREVIEW_BYTES_MAX;
use super::reply::enqueue;
use super::store::{self, Located};
use super::{Author, ConversationId, Direction, Message, MessageId, State};
use crate::Ctx;
use crate::webhooks::{self, Event};

/// A message that waits to be sent, with nothing in it yet.
pub(super) fn queued(at: Located, channel_id: ChannelId, author: Author, now: Time) -> Message {
    Message {
        customer_id: at.customer_id,
        conversation_id: at.conversation_id,
        id: at.message_id,
        at: now,
        channel_id,
        direction: Direction::Out,
        author,
        author_id: None,
        author_name: None,
        address: None,
        subject: None,
        body: String::new(),
        html: None,
        state: State::Queued,
        state_at: now,
        error: None,
        reply_to_id: None,
        details: "{}".into(),
    }
}

/// A message of the product's own that stands in no transcript: a code that proves an address, the trial of a door.
pub(crate) fn beside(leaf: CustomerId, id: MessageId, channel_id: ChannelId, now: Time) -> Message {
    let nowhere = ConversationId([0; 16]);
    let at = Located { customer_id: leaf, conversation_id: nowhere, message_id: id };
    queued(at, channel_id, Author::System, now)
}

/// Writes it: it is known by this key, goes out after the commit, and whoever looks or listens hears of it.
pub(super) fn put_out(
    tx: &Tx,
    root: ConversationId,
    message: &Message,
    key: &str,
    now: Time,
) -> Result<()> {
    let at = Located {
        customer_id: message.customer_id,
        conversation_id: message.conversation_id,
        message_id: message.id,
    };
    store::insert_message(tx, message)?;
    store::name_message(tx, message.channel_id, key, at)?;
    watch::watch(tx, message.customer_id)?;
    enqueue(tx, message.channel_id, root, message.id, now)?;
    store::touch(tx, message.conversation_id, now)?;
    webhooks::tell(tx, &Event::MessageCreated(message), now)
}

/// It stands on the customer's timeline, too.
pub(super) fn note_sent(
    ctx: &Ctx,
    tx: &Tx,
    channel: Channel,
    message: &Message,
    text: &str,
    now: Time,
) -> Result<Learned> {
    let text = kit::text::clip(text, PREVIEW_BYTES_MAX);
    let properties = json!({ "text": text, "direction": "outbound", "message_id": message.id });
    let sent = Happening {
        name: "Message Sent",
        key: &message.id.to_string(),
        at: now,
        by: By::Leaf(message.customer_id),
        properties: &properties.to_string(),
    };
    let door = Door { channel: channel.into(), trusted: true };
    Ok(ctx.customers.recorder.note(tx, &door, &sent, now)?.learned)
}
