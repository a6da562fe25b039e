//! What follows from any change of a conversation, whoever made it.

use kit::{Result, Time, Tx};

use super::{Conversation, Status, store};
use crate::sla;
use crate::webhooks::{self, Event};

/// Brings everything in step with the conversation, and saves it.
pub(crate) fn save(tx: &Tx, conversation: &mut Conversation, now: Time) -> Result<()> {
    sla::follow(tx, conversation, now)?;
    store::update(tx, conversation, now)?;
    webhooks::tell(tx, &Event::ConversationChanged(conversation), now)
}

/// It is over, until the customer comes back.
pub(crate) fn end(conversation: &mut Conversation, now: Time) {
    conversation.status = Status::Closed;
    conversation.closed_at = Some(now);
    conversation.snoozed_until = None;
    conversation.waiting_since = None;
}
