//! What a visitor is shown of a talk.

use std::collections::BTreeSet;

use customers::channels::store as channels;
use customers::identities::{CustomerId, Identity, Kind, graph, store as identities};
use kit::{Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::store as shown;
use super::visit::Visit;
use crate::choices::{Choice, Choices};
use crate::conversations::{
    Attachment, AttachmentId, Author, Direction, Message, MessageId, State, store,
};
use crate::{proofs, surveys};

pub const PAGE_SIZE: usize = 100;

/// A message as a visitor sees it.
#[derive(Debug, Serialize)]
pub struct Shown {
    pub id: MessageId,
    /// The id that the browser gave it, of the visitor's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    pub at: Time,
    /// `you`, or who of the shop: `agent`, `bot`, `system`.
    pub from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub text: String,
    /// The kind of the door, where it was another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub door: Option<&'static str>,
    pub state: State,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<ShownFile>,
    /// It asks how it was; by this the answer is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survey: Option<String>,
    /// What can be chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
}

#[derive(Debug, Serialize)]
pub struct ShownFile {
    pub id: AttachmentId,
    pub name: String,
    #[serde(rename = "type")]
    pub media_type: String,
    pub size: i64,
}

/// The customer's leaves, of somebody for whom the shop's server vouches or who has proven an address.
pub fn leaves(tx: &Tx, visit: &Visit) -> Result<Vec<CustomerId>> {
    let vouched = visit.vouched.as_ref();
    let account = vouched.map(|vouched| Identity::new(Kind::USER_ID, vouched.account.as_str()));
    let proof = visit.session.as_ref().and_then(|session| session.proof);
    let shown = match (account, proof) {
        (Some(account), _) => Some(account),
        (None, Some(proof)) => proofs::standing_maybe(tx, proof, visit.now)?,
        (None, None) => None,
    };
    let Some(shown) = shown else { return Ok(Vec::new()) };
    match identities::leaf_maybe(tx, &shown)? {
        Some(leaf) => graph::leaves(tx, leaf),
        None => Ok(Vec::new()),
    }
}

/// What may be shown after a message, oldest first: the newest [`PAGE_SIZE`] of it.
pub fn after(tx: &Tx, visit: &Visit, after: MessageId) -> Result<Vec<Shown>> {
    let door = visit.door.channel.id;
    let mut ids = BTreeSet::new();
    for address in visit.addresses() {
        ids.extend(shown::at_address(tx, door, &address, after, PAGE_SIZE)?);
    }
    let leaves = leaves(tx, visit)?;
    if !leaves.is_empty() {
        ids.extend(shown::of_customer(tx, &leaves, after, PAGE_SIZE)?);
    }
    let newest: Vec<MessageId> = ids.into_iter().rev().take(PAGE_SIZE).collect();
    let files = if newest.is_empty() { Vec::new() } else { store::attachments(tx, &newest)? };
    let show = |id: &MessageId| show(tx, visit, store::find_message(tx, *id)?, &files);
    newest.iter().rev().map(show).collect()
}

/// Whether a message is one that this visitor sees.
pub fn sees(tx: &Tx, visit: &Visit, message: &Message) -> Result<bool> {
    if message.direction == Direction::Note {
        return Ok(false);
    }
    let is_to_them = message.channel_id == visit.door.channel.id
        && message.address.as_ref().is_some_and(|address| visit.addresses().contains(address));
    Ok(is_to_them || leaves(tx, visit)?.contains(&message.customer_id))
}

fn show(tx: &Tx, visit: &Visit, message: Message, files: &[Attachment]) -> Result<Shown> {
    let files = files.iter().filter(|file| file.message_id == message.id);
    let files = files.map(|file| ShownFile {
        id: file.id,
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
    });
    let is_theirs = message.author == Author::Customer;
    // A server of the shop has a name that is not meant for visitors.
    let is_somebody = message.author_id.is_some();
    let key = key_for(visit, &message);
    let survey = surveys::asked_by(&message);
    let choices = Choices::of(&message).map_or_else(Vec::new, |choices| choices.of);
    let other_door = if message.channel_id == visit.door.channel.id {
        None
    } else {
        Some(channels::find(tx, message.channel_id)?.kind.as_str())
    };
    Ok(Shown {
        id: message.id,
        key,
        at: message.at,
        from: if is_theirs { "you" } else { message.author.as_str() },
        name: message.author_name.filter(|_| !is_theirs && is_somebody),
        text: message.body,
        door: other_door,
        survey,
        choices,
        state: message.state,
        files: files.collect(),
    })
}

/// The browser's own name of a message, for the browser that made it: it is what proves this when the session is lost.
fn key_for(visit: &Visit, message: &Message) -> Option<String> {
    let session = visit.session.as_ref()?;
    let made = Made::of(message)?;
    (message.channel_id == visit.door.channel.id && made.visit == session.visit).then_some(made.key)
}

/// What a message of the chat carries along for us.
#[derive(Debug, Serialize, Deserialize)]
pub struct Made {
    pub key: String,
    pub visit: String,
    pub device: String,
    pub page: Option<String>,
}

impl Made {
    pub fn of(message: &Message) -> Option<Made> {
        serde_json::from_str(&message.details).ok()
    }
}
