//! What is told, in which shape.

use customers::channels::store as channels;
use customers::identities::{CustomerId, graph};
use kit::{Error, Result, Time, Tx};
use serde_json::{Value, json};

use super::EventKind;
use crate::choices::{Choices, Chosen};
use crate::conversations::{Attachment, Conversation, Message, Status, store};

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event<'a> {
    /// Somebody said something: the customer, the shop, a machine. What staff note among themselves is told to nobody.
    MessageCreated(&'a Message),
    /// How far a message of the shop got.
    MessageDelivery(&'a Message),
    ConversationCreated(&'a Conversation),
    /// Its status, its assignee, its priority, or something was said. One that was closed is told as closed.
    ConversationChanged(&'a Conversation),
    /// Two customers are one from now on, who goes by the id of the first.
    CustomerMerged {
        customer: CustomerId,
        other: CustomerId,
    },
    CustomerSplit {
        customers: &'a [CustomerId],
    },
    Test,
}

impl Event<'_> {
    pub fn kind(&self) -> EventKind {
        match self {
            Event::MessageCreated(_) => EventKind::MessageCreated,
            Event::MessageDelivery(_) => EventKind::MessageDelivery,
            Event::ConversationCreated(_) => EventKind::ConversationCreated,
            Event::ConversationChanged(one) if one.status == Status::Closed => {
                EventKind::ConversationClosed
            }
            Event::ConversationChanged(_) => EventKind::ConversationUpdated,
            Event::CustomerMerged { .. } => EventKind::CustomerMerged,
            Event::CustomerSplit { .. } => EventKind::CustomerSplit,
            Event::Test => EventKind::Test,
        }
    }

    /// On whose erasure it goes.
    pub fn customer(&self) -> Option<CustomerId> {
        match self {
            Event::MessageCreated(message) | Event::MessageDelivery(message) => {
                Some(message.customer_id)
            }
            Event::ConversationCreated(one) | Event::ConversationChanged(one) => {
                Some(one.customer_id)
            }
            // Ids alone tell nothing of anybody.
            Event::CustomerMerged { .. } | Event::CustomerSplit { .. } | Event::Test => None,
        }
    }

    /// What is told of one thing is told in order.
    pub(super) fn key(&self) -> String {
        match self {
            Event::MessageCreated(message) | Event::MessageDelivery(message) => {
                message.conversation_id.to_string()
            }
            Event::ConversationCreated(one) | Event::ConversationChanged(one) => one.id.to_string(),
            Event::CustomerMerged { customer, .. } => customer.to_string(),
            Event::CustomerSplit { customers } => {
                customers.first().map(ToString::to_string).unwrap_or_default()
            }
            Event::Test => "test".into(),
        }
    }

    /// `{"type", "timestamp", "data"}`, as the specification proposes.
    pub(super) fn body(&self, tx: &Tx, now: Time) -> Result<String> {
        let data = match self {
            Event::MessageCreated(message) => json!({ "message": told(tx, message)? }),
            Event::MessageDelivery(message) => json!({
                "message": {
                    "id": message.id, "conversation": root_of(tx, message)?, "state": message.state,
                    "at": message.state_at, "error": message.error,
                }
            }),
            Event::ConversationCreated(one) | Event::ConversationChanged(one) => {
                json!({ "conversation": conversation(tx, one)? })
            }
            Event::CustomerMerged { customer, other } => {
                json!({ "customer": customer, "merged": other })
            }
            Event::CustomerSplit { customers } => json!({ "customers": customers }),
            Event::Test => json!({}),
        };
        let body = json!({ "type": self.kind().as_str(), "timestamp": now, "data": data });
        serde_json::to_string(&body).map_err(Error::internal)
    }
}

fn root_of(tx: &Tx, message: &Message) -> Result<Value> {
    Ok(json!(store::find(tx, message.conversation_id)?.root_id))
}

/// A message as other servers see it.
pub fn told(tx: &Tx, message: &Message) -> Result<Value> {
    let files = store::attachments(tx, &[message.id])?;
    let channel = channels::find(tx, message.channel_id)?;
    let mut told = json!({
        "id": message.id,
        "conversation": root_of(tx, message)?,
        "customer": graph::root(tx, message.customer_id)?,
        "channel": { "id": channel.id, "kind": channel.kind, "name": channel.name },
        "direction": message.direction,
        "author": { "kind": message.author, "name": message.author_name },
        "address": message.address,
        "subject": message.subject,
        "text": message.body,
        "state": message.state,
        "at": message.at,
        "files": files.iter().map(file).collect::<Vec<_>>(),
    });
    if let Some(choices) = Choices::of(message) {
        told["choices"] = json!(choices.of);
    }
    if let Some(Chosen { id, title, .. }) = Chosen::of(message) {
        told["chosen"] = json!({ "message": message.reply_to_id, "id": id, "title": title });
    }
    Ok(told)
}

fn file(file: &Attachment) -> Value {
    json!({ "id": file.id, "name": file.name, "type": file.media_type, "size": file.size })
}

fn conversation(tx: &Tx, one: &Conversation) -> Result<Value> {
    Ok(json!({
        "id": one.root_id,
        "customer": graph::root(tx, one.customer_id)?,
        "status": one.status,
        "subject": one.subject,
        "priority": one.priority,
        "assignee": one.assignee_id,
        "team": one.team_id,
        "channel": one.last_channel_id,
        "openedAt": one.opened_at,
        "lastAt": one.last_at,
        "waitingSince": one.waiting_since,
        "closedAt": one.closed_at,
    }))
}
