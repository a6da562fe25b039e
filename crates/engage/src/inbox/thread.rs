//! One conversation with all its doors: what was said, by whom, how it can be answered.

use std::collections::{BTreeMap, BTreeSet};

use customers::accounts::authority::{Permit, may};
use customers::channels::{self, ChannelId, ChannelKind};
use customers::context::Door;
use customers::identities::bounces::{self, Bounced};
use customers::identities::{CustomerId, Kind, graph, store as identities};
use kit::{Result, Time, Tx};

use super::rules::{self, Address, DoorSeen, Way, ways};
use super::store;
use crate::connectors::{sms, window};
use crate::conversations::store as conversations;
use crate::conversations::{Attachment, Conversation, ConversationId, Message, MessageId, Status};
use crate::facts::{self, FACTS_MAX, Told};

/// Messages on a page of the transcript.
pub const MESSAGES_SHOWN: usize = 50;

#[derive(Clone, Debug)]
pub struct Thread {
    /// The root: what counts for the whole.
    pub conversation: Conversation,
    pub customer: CustomerId,
    /// All parts, the root first.
    pub parts: Vec<Part>,
    /// Oldest first.
    pub messages: Vec<Message>,
    pub attachments: Vec<Attachment>,
    /// Where the page before this one ends, if there is one.
    pub earlier: Option<(Time, MessageId)>,
    /// By which doors it can be answered, the best first.
    pub ways: Vec<Way>,
    /// Addresses among those to which letters do not get.
    pub bounced: Vec<Bounced>,
    /// All doors of the shop.
    pub doors: BTreeMap<ChannelId, Door>,
    /// The customer's other conversations that are not closed.
    pub others: Vec<Conversation>,
    /// What they have told already, the newest first.
    pub told: Vec<Told>,
}

#[derive(Clone, Debug)]
pub struct Part {
    pub conversation: Conversation,
    /// It is the conversation's own customer who spoke; else somebody of whom nobody knows who it is, or another.
    pub is_proven: bool,
}

impl Thread {
    /// Looks up by which of its ways the shop may write now, and where the customer wants nothing; the open ones come first.
    pub fn look_at_windows(&mut self, tx: &Tx, now: Time) -> Result<()> {
        for way in &mut self.ways {
            let door = channels::store::find(tx, way.channel_id)?;
            way.window = window::find(tx, &door, way.address.as_deref(), now)?;
            way.stopped_at = match way.address.as_deref().and_then(|to| to.strip_prefix("phone:")) {
                Some(number) if door.kind == ChannelKind::Sms => {
                    sms::stopped_since(tx, door.id, number)?
                }
                _ => None,
            };
        }
        rules::open_first(&mut self.ways);
        Ok(())
    }

    /// What a writer should know of the address to which a way leads.
    pub fn bounced(&self, way: &Way) -> Option<&Bounced> {
        let value = way.address.as_deref()?.strip_prefix("email:")?;
        self.bounced.iter().find(|one| one.value == value)
    }

    /// Whether whoever spoke in this part is known to be the customer.
    pub fn is_proven(&self, part: ConversationId) -> bool {
        self.parts.iter().all(|one| one.conversation.id != part || one.is_proven)
    }
}

/// The conversation that this part belongs to, up to a place.
pub fn read(
    tx: &Tx,
    _: &Permit<may::SeeConversations>,
    id: ConversationId,
    before: Option<(Time, MessageId)>,
) -> Result<Thread> {
    let root = conversations::find(tx, conversations::find(tx, id)?.root_id)?;
    let customer = graph::root(tx, root.customer_id)?;
    let mut parts = Vec::new();
    for part in conversations::parts(tx, root.id)? {
        let is_proven = graph::root(tx, part.customer_id)? == customer;
        parts.push(Part { conversation: part, is_proven });
    }
    let ids: Vec<ConversationId> = parts.iter().map(|part| part.conversation.id).collect();
    let end = before.unwrap_or((Time::MAX, MessageId([0xff; 16])));
    let mut messages = conversations::page(tx, &ids, end, MESSAGES_SHOWN + 1)?;
    let has_earlier = messages.len() > MESSAGES_SHOWN;
    messages.truncate(MESSAGES_SHOWN);
    messages.reverse();
    let earlier = messages.first().filter(|_| has_earlier).map(|first| (first.at, first.id));
    let message_ids: Vec<MessageId> = messages.iter().map(|message| message.id).collect();
    let leaves = identities::leaves(tx, customer)?;
    let all_doors = channels::store::list(tx)?;
    let ways = ways(&seen(tx, &ids, &all_doors)?, &addresses(tx, &leaves)?);
    Ok(Thread {
        attachments: conversations::attachments(tx, &message_ids)?,
        bounced: bounced(tx, &ways)?,
        ways,
        doors: all_doors.iter().map(|channel| (channel.id, store::door(channel))).collect(),
        others: others(tx, &leaves, root.id)?,
        told: facts::of_parts(tx, &ids, FACTS_MAX)?,
        conversation: root,
        customer,
        parts,
        messages,
        earlier,
    })
}

/// The doors through which something can be said now.
fn seen(tx: &Tx, parts: &[ConversationId], all: &[channels::Channel]) -> Result<Vec<DoorSeen>> {
    let written: BTreeMap<ChannelId, Time> =
        store::doors_written_by(tx, parts)?.into_iter().collect();
    let mut seen = Vec::new();
    for channel in all.iter().filter(|channel| channel.talk && channel.disabled_at.is_none()) {
        let written = match written.get(&channel.id) {
            Some(at) => {
                let last = conversations::newest_inbound(tx, parts, channel.id)?;
                Some((*at, last.and_then(|message| message.address)))
            }
            None => None,
        };
        seen.push(DoorSeen { id: channel.id, kind: channel.kind, written });
    }
    Ok(seen)
}

/// Also of an address from which they wrote and which is no identity of theirs.
fn bounced(tx: &Tx, ways: &[Way]) -> Result<Vec<Bounced>> {
    let addresses = ways.iter().filter_map(|way| way.address.as_deref());
    let mut emails: Vec<&str> =
        addresses.filter_map(|address| address.strip_prefix("email:")).collect();
    emails.sort_unstable();
    emails.dedup();
    bounces::standing(tx, &Kind::EMAIL, &emails)
}

/// What is theirs, and what they say to be.
fn addresses(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Address>> {
    let held = identities::list(tx, leaves)?;
    let mut addresses: Vec<Address> = held
        .into_iter()
        .filter(|held| held.shared_at.is_none())
        .map(|held| Address { kind: held.kind, value: held.value, verified: held.verified })
        .collect();
    for claim in identities::claims(tx, leaves)? {
        if addresses.iter().all(|known| (&known.kind, &known.value) != (&claim.kind, &claim.value))
        {
            addresses.push(Address { kind: claim.kind, value: claim.value, verified: false });
        }
    }
    Ok(addresses)
}

fn others(tx: &Tx, leaves: &[CustomerId], but: ConversationId) -> Result<Vec<Conversation>> {
    let parts = conversations::of_leaves(tx, leaves)?;
    let mut roots: BTreeSet<ConversationId> = parts.iter().map(|part| part.root_id).collect();
    roots.remove(&but);
    let mut others = conversations::list(tx, &roots.into_iter().collect::<Vec<_>>())?;
    others.retain(|other| other.status != Status::Closed);
    Ok(others)
}
