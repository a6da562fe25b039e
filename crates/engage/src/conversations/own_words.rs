//! What the product itself says in a conversation: that it goes on here, where to go on. It answers nothing, so the
//! customer waits as before.

use customers::channels::{Channel, ChannelKind};
use customers::identities::CustomerId;
use kit::{Result, Time, Tx};

use super::out::{put_out, queued};
use super::receive::open_part;
use super::rules::JoinReason;
use super::store::{self, Located};
use super::{Author, Conversation, Message, MessageId};
use crate::Ctx;
use crate::handover;

/// A message of our own.
pub(crate) struct OwnWords<'a> {
    pub author: Author,
    pub subject: Option<String>,
    pub body: &'a str,
    /// `kind:value`; none where the door itself knows.
    pub address: Option<String>,
}

/// Says something by a door, after the commit. `None` where nothing can be said there: face to face, on the telephone,
/// by a form, or by a door that is not connected.
pub(crate) fn say_there(
    ctx: &Ctx,
    tx: &Tx,
    root: &Conversation,
    channel: &Channel,
    leaf: CustomerId,
    said: &OwnWords,
    now: Time,
) -> Result<Option<MessageId>> {
    let is_spoken =
        matches!(channel.kind, ChannelKind::Store | ChannelKind::Phone | ChannelKind::Form);
    if is_spoken || !channel.talk || !handover::is_connected(ctx, tx, channel)? {
        return Ok(None);
    }
    let parts = store::parts(tx, root.id)?;
    let part = match parts.iter().find(|part| part.customer_id == leaf) {
        Some(part) => part.id,
        None => open_part(tx, root, leaf, JoinReason::Identity, channel.id, now)?,
    };
    let id = MessageId::new(now);
    let at = Located { customer_id: leaf, conversation_id: part, message_id: id };
    let message = Message {
        address: said.address.clone(),
        subject: said.subject.clone(),
        body: said.body.to_string(),
        ..queued(at, channel.id, said.author, now)
    };
    put_out(tx, root.id, &message, &format!("reply:{id}"), now)?;
    Ok(Some(id))
}
