//! A message comes in by a door: whose it is, which conversation it belongs to, once.

use std::collections::BTreeSet;
use std::sync::Arc;

use customers::channels::{Channel, ChannelId, ChannelKind, Door};
use customers::identities::{CustomerId, graph, store as identities, watch};
use customers::profiles;
use customers::recording::{By, Happening, Learned, Noted};
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::edits;
use super::rules::{Candidate, Found, Join, JoinReason, Place, Why, moment, place};
use super::store::{self, Located};
use super::{
    Author, Conversation, ConversationId, Direction, Inbound, Message, MessageId, Priority,
    Reference, State, Status, TeamId,
};
use crate::connectors::{email, files};
use crate::webhooks::{self, Event};
use crate::{Ctx, away, bot, choices, facts, handover, routing, teams};

/// The longest text of a message, in bytes; what is longer is cut, and says so.
pub const BODY_BYTES_MAX: usize = 256 * 1024;
pub const FILES_MAX: usize = 20;
pub const FILES_BYTES_MAX: usize = 25 * 1024 * 1024;
/// How much of a message the inbox and the timeline show.
pub const PREVIEW_BYTES_MAX: usize = 200;

/// As the inbox shows it.
pub(super) fn preview(body: &str) -> String {
    kit::text::clip(body.trim(), PREVIEW_BYTES_MAX).into_owned()
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Received {
    /// The root: what people see as the conversation.
    pub conversation_id: ConversationId,
    pub message_id: MessageId,
    /// It had not come before.
    pub is_new: bool,
}

/// Records a message that came by a door, in the conversation where it belongs.
pub async fn receive(ctx: &Ctx, channel: &Arc<Channel>, inbound: &Inbound) -> Result<Received> {
    within_limits(inbound)?;
    let now = ctx.customers.clock.now();
    let door = Door { channel: channel.clone(), trusted: true };
    let write = |tx: &Tx| receive_in(ctx, tx, &door, inbound, now);
    let (received, learned) = ctx.customers.db.write(write).await?;
    ctx.customers.recorder.learn(learned);
    Ok(received)
}

fn within_limits(inbound: &Inbound) -> Result<()> {
    if inbound.provider_id.is_empty() || inbound.provider_id.len() > 500 {
        let detail = "A message needs an id of 1 to 500 bytes, by which a repeat is recognised.";
        return Err(Error::bad_input("bad_message_id", detail));
    }
    let bytes: usize = inbound.attachments.iter().map(|file| file.content.len()).sum();
    if inbound.attachments.len() > FILES_MAX || bytes > FILES_BYTES_MAX {
        let megabytes = FILES_BYTES_MAX / 1024 / 1024;
        let detail = format!("A message has at most {FILES_MAX} files of {megabytes} MB in all.");
        return Err(Error::too_large("files_too_large", detail));
    }
    Ok(())
}

pub(crate) fn receive_in(
    ctx: &Ctx,
    tx: &Tx,
    door: &Door,
    inbound: &Inbound,
    now: Time,
) -> Result<(Received, Learned)> {
    if let Some(received) = known_maybe(tx, door, inbound)? {
        edits::note(ctx, tx, received.message_id, inbound, now)?;
        return Ok((received, Learned::default()));
    }
    let understood = choices::understood(tx, door, inbound, now)?;
    let inbound = understood.as_ref().unwrap_or(inbound);
    let message_id = MessageId::new(now);
    let noted = note_happening(ctx, tx, door, inbound, message_id, now)?;
    let leaf = noted.leaf;
    // From here on nobody else opens a conversation for this customer, nor receives this message.
    let [customer] = graph::lock(tx, [leaf])?;
    if let Some(received) = known_maybe(tx, door, inbound)? {
        edits::note(ctx, tx, received.message_id, inbound, now)?;
        return Ok((received, noted.learned));
    }
    watch::watch(tx, leaf)?;
    if let Some(name) = inbound.sender.name.as_deref().filter(|_| inbound.by_shop.is_none()) {
        profiles::learn_name(tx, leaf, door, name, inbound.at)?;
    }
    let brought = handover::recognise(ctx, tx, door, inbound, leaf, now)?;
    let code = brought.as_ref().map(handover::Recognised::conversation);
    let place = place(&find(tx, door, inbound, customer, code)?, now);
    let (mut root, part, begins) = match place {
        Place::In(id, why) => {
            let root = store::lock(tx, id)?;
            let part = part_of(tx, &root, why, leaf, customer, door, now)?;
            let begins = root.status == Status::Closed;
            (root, part, begins)
        }
        Place::New => {
            let team = teams::store::of_door(tx, door.channel.id)?;
            let new = fresh(leaf, door, inbound, team, now);
            store::insert(tx, &new)?;
            webhooks::tell(tx, &Event::ConversationCreated(&new), now)?;
            let part = new.id;
            (new, part, true)
        }
    };
    let at = Located { customer_id: leaf, conversation_id: part, message_id };
    let message = write_message(tx, door, inbound, at, now)?;
    if inbound.by_shop.is_some() {
        shop_came(&mut root, door, inbound, now);
        super::save(tx, &mut root, now)?;
    } else {
        customer_said(ctx, tx, &mut root, (door, inbound), &message, begins, now)?;
    }
    webhooks::tell(tx, &Event::MessageCreated(&message), now)?;
    if let (Some(brought), Place::In(_, Why::Code)) = (&brought, place) {
        brought.go_on(ctx, tx, &root, at, inbound.sender.address.clone(), now)?;
    }
    let received = Received { conversation_id: root.id, message_id, is_new: true };
    Ok((received, noted.learned))
}

/// On the timeline of whoever it is.
fn note_happening(
    ctx: &Ctx,
    tx: &Tx,
    door: &Door,
    inbound: &Inbound,
    message_id: MessageId,
    now: Time,
) -> Result<Noted> {
    let properties = json!({
        "text": kit::text::clip(&inbound.body, PREVIEW_BYTES_MAX),
        "subject": inbound.subject,
        "direction": if inbound.by_shop.is_some() { "outbound" } else { "inbound" },
        "message_id": message_id,
    });
    let sender = &inbound.sender;
    let happening = Happening {
        name: inbound.event.unwrap_or("Message Received"),
        key: &inbound.provider_id,
        at: inbound.at,
        by: match sender.known {
            Some(leaf) => By::Leaf(leaf),
            None => By::Somebody {
                account: sender.account.as_deref(),
                device: sender.device.as_deref(),
                proven: &sender.proven,
                claimed: &sender.claimed,
            },
        },
        properties: &properties.to_string(),
    };
    ctx.customers.recorder.note(tx, door, &happening, now)
}

/// What follows when a customer has said something.
fn customer_said(
    ctx: &Ctx,
    tx: &Tx,
    root: &mut Conversation,
    (door, inbound): (&Door, &Inbound),
    message: &Message,
    begins: bool,
    now: Time,
) -> Result<()> {
    let parts: Vec<_> = store::parts(tx, root.id)?.iter().map(|part| part.id).collect();
    let customer = graph::root(tx, message.customer_id)?;
    facts::note(ctx, tx, customer, &parts, message)?;
    if door.channel.kind == ChannelKind::Email {
        email::wrote(tx, message, now)?;
    }
    customer_spoke(root, door, inbound, now);
    let language = routing::language(tx, message.customer_id, &inbound.body)?;
    if begins {
        routing::begin(tx, root, &inbound.body, language, now)?;
    }
    away::answer(ctx, tx, root, language, now)?;
    super::save(tx, root, now)?;
    bot::consider(tx, root, message, now)
}

/// What became of this message when it came before. Of somebody who was erased since, only its name is left.
fn known_maybe(tx: &Tx, door: &Door, inbound: &Inbound) -> Result<Option<Received>> {
    let Some(known) = store::named_maybe(tx, door.channel.id, &inbound.provider_id)? else {
        return Ok(None);
    };
    let conversation = store::find_maybe(tx, known.conversation_id)?;
    let conversation_id = conversation.map_or(known.conversation_id, |part| part.root_id);
    Ok(Some(Received { conversation_id, message_id: known.message_id, is_new: false }))
}

/// What the message, and whoever sent it, tell of where it belongs.
fn find(
    tx: &Tx,
    door: &Door,
    inbound: &Inbound,
    customer: CustomerId,
    code: Option<ConversationId>,
) -> Result<Found> {
    let mut found = Found { of_customer: of_customer(tx, customer)?, ..Found::default() };
    let code = code.map(Reference::HandOver);
    for reference in inbound.refers_to.iter().chain(&code) {
        let (conversation, by_code) = match reference {
            Reference::Conversation(id) => (Some(*id), false),
            Reference::HandOver(id) => (Some(*id), true),
            Reference::Message(id) => {
                (store::find_message_maybe(tx, *id)?.map(|m| m.conversation_id), false)
            }
            Reference::Provider(id) => {
                (store::named_maybe(tx, door.channel.id, id)?.map(|n| n.conversation_id), false)
            }
        };
        let Some(conversation) = conversation else { continue };
        let Some(part) = store::find_maybe(tx, conversation)? else { continue };
        let candidate = store::candidates(tx, &[part.root_id])?.first().copied();
        let slot = if by_code { &mut found.by_code } else { &mut found.by_reference };
        *slot = slot.or(candidate);
    }
    if door.channel.kind == ChannelKind::Phone {
        for claimed in &inbound.sender.claimed {
            let holder = identities::find_maybe(tx, claimed)?.filter(|held| held.makes_known());
            if let Some(holder) = holder {
                found.by_claim = of_customer(tx, graph::root(tx, holder.customer_id)?)?;
            }
        }
    }
    Ok(found)
}

fn of_customer(tx: &Tx, customer: CustomerId) -> Result<Vec<Candidate>> {
    let parts = store::of_leaves(tx, &identities::leaves(tx, customer)?)?;
    let roots: BTreeSet<ConversationId> = parts.iter().map(|part| part.root_id).collect();
    store::candidates(tx, &roots.into_iter().collect::<Vec<_>>())
}

/// The part of a conversation that hangs on this leaf; made if it is missing.
fn part_of(
    tx: &Tx,
    root: &Conversation,
    why: Why,
    leaf: CustomerId,
    customer: CustomerId,
    door: &Door,
    now: Time,
) -> Result<ConversationId> {
    let parts = store::parts(tx, root.id)?;
    if let Some(part) = parts.iter().find(|part| part.customer_id == leaf) {
        return Ok(part.id);
    }
    let is_theirs = graph::root(tx, root.customer_id)? == customer && why != Why::Claim;
    let reason = if is_theirs { JoinReason::Identity } else { JoinReason::Participant };
    open_part(tx, root, leaf, reason, door.channel.id, now)
}

/// Another leaf takes part.
pub(super) fn open_part(
    tx: &Tx,
    root: &Conversation,
    leaf: CustomerId,
    reason: JoinReason,
    channel: ChannelId,
    now: Time,
) -> Result<ConversationId> {
    let part = Conversation {
        customer_id: leaf,
        id: ConversationId::new(now),
        last_channel_id: channel,
        opened_at: now,
        due_at: None,
        due_for: None,
        ..root.clone()
    };
    store::insert(tx, &part)?;
    let join = Join { a: root.id, b: part.id, reason };
    store::insert_join(tx, &join, customers::identities::ACTOR_RULE, now)?;
    Ok(part.id)
}

fn fresh(
    leaf: CustomerId,
    door: &Door,
    inbound: &Inbound,
    team_id: Option<TeamId>,
    now: Time,
) -> Conversation {
    let id = ConversationId::new(now);
    Conversation {
        customer_id: leaf,
        id,
        root_id: id,
        status: Status::Open,
        subject: inbound.subject.clone(),
        priority: Priority::Normal,
        assignee_id: None,
        team_id,
        opened_at: now,
        last_at: now,
        last_channel_id: door.channel.id,
        last_author: Author::Customer,
        last_text: String::new(),
        waiting_since: None,
        snoozed_until: None,
        closed_at: None,
        due_at: None,
        due_for: None,
    }
}

fn write_message(
    tx: &Tx,
    door: &Door,
    inbound: &Inbound,
    at: Located,
    now: Time,
) -> Result<Message> {
    let channel = door.channel.id;
    let by_shop = inbound.by_shop.as_ref();
    let reply_to_id = inbound.refers_to.iter().find_map(|reference| match reference {
        Reference::Message(id) => Some(Ok(*id)),
        Reference::Provider(id) => {
            store::named_maybe(tx, channel, id).map(|n| n.map(|n| n.message_id)).transpose()
        }
        _ => None,
    });
    let reply_to_id = reply_to_id.transpose()?;
    let answered = reply_to_id.map(|id| store::find_message_maybe(tx, id)).transpose()?.flatten();
    let said_at = moment(inbound.at, answered.map(|message| message.at), now);
    let message = Message {
        customer_id: at.customer_id,
        conversation_id: at.conversation_id,
        id: at.message_id,
        at: said_at,
        channel_id: channel,
        direction: if by_shop.is_some() { Direction::Out } else { Direction::In },
        author: if by_shop.is_some() { Author::Agent } else { Author::Customer },
        author_id: by_shop.and_then(|shop| shop.account_id),
        author_name: by_shop.map_or_else(|| inbound.sender.name.clone(), |shop| shop.name.clone()),
        address: inbound.sender.address.clone(),
        subject: inbound.subject.clone(),
        body: kit::text::clip(&inbound.body, BODY_BYTES_MAX).into_owned(),
        html: inbound.html.clone(),
        state: if by_shop.is_some() { State::Sent } else { State::Received },
        state_at: now,
        error: None,
        reply_to_id,
        details: edits::details(inbound),
    };
    store::insert_message(tx, &message)?;
    store::name_message(tx, channel, &inbound.provider_id, at)?;
    for file in &inbound.files {
        files::enqueue(tx, channel, at.message_id, file, now)?;
    }
    for file in &inbound.attachments {
        store::insert_attachment(tx, at.customer_id, at.message_id, file, now)?;
    }
    Ok(message)
}

/// The shop came to the customer, who has not answered yet: whoever waits waits on.
fn shop_came(root: &mut Conversation, door: &Door, inbound: &Inbound, now: Time) {
    if root.status == Status::Closed {
        root.status = Status::Pending;
        root.closed_at = None;
    }
    root.last_at = now;
    root.last_channel_id = door.channel.id;
    root.last_author = Author::Agent;
    root.last_text = preview(&inbound.body);
}

/// The customer waits from now on, if not already.
fn customer_spoke(root: &mut Conversation, door: &Door, inbound: &Inbound, now: Time) {
    root.status = Status::Open;
    root.closed_at = None;
    root.snoozed_until = None;
    root.waiting_since = root.waiting_since.or(Some(now));
    root.last_at = now;
    root.last_channel_id = door.channel.id;
    root.last_author = Author::Customer;
    root.last_text = preview(&inbound.body);
    if root.subject.is_none() {
        root.subject.clone_from(&inbound.subject);
    }
}
