//! The shop answers: the message, its place on the timeline and the job that sends it, in one transaction; and what the
//! door says of it afterwards.

use customers::accounts::authority::{Permit, may};
use customers::channels::{Channel, ChannelId, store as channels};
use customers::identities::{CustomerId, Identity, graph, store as identities};
use customers::recording::Learned;
use kit::jobs::{self, NewJob};
use kit::{Error, Result, Time, Tx};
use serde_json::{Map, Value, json};

use super::out::{note_sent, put_out, queued};
use super::receive::{BODY_BYTES_MAX, open_part, preview};
use super::rules::JoinReason;
use super::store::{self, Located};
use super::{
    Author, Conversation, ConversationId, Direction, Message, MessageId, NewAttachment, Report,
    Reported, State, Status,
};
use crate::Ctx;
use crate::choices::{self, Choice, Choices};
use crate::connectors::{capabilities, window};
use crate::files::rules::{Carried, carry, with_links};
use crate::language::language_of;
use crate::webhooks::{self, Event};
use crate::{files, outbox, routing, words};

/// An answer as its writer asks for it.
#[derive(Clone, Debug, Default)]
pub struct NewReply {
    /// By which door; the one by which the customer wrote last if none.
    pub channel_id: Option<ChannelId>,
    /// To which address there, as `kind:value`; the one from which the customer wrote last if none.
    pub address: Option<String>,
    pub subject: Option<String>,
    pub body: String,
    pub attachments: Vec<NewAttachment>,
    /// What the customer can choose from.
    pub choices: Vec<Choice>,
    /// Two with the same key are one: what a page sends twice goes out once.
    pub key: Option<String>,
    /// JSON for the connector: a text that the door's provider approved beforehand, which the body repeats for people. It
    /// goes out also when the customer's last word is too old for anything else.
    pub template: Option<Value>,
    /// How our own pages are reached (`https://shop.example`): for links to files, where the door carries none.
    pub own_url: Option<String>,
    /// The newest message that its writer had seen. Where a colleague has answered since, it is not sent: nobody says the
    /// same twice without knowing.
    pub after: Option<MessageId>,
}

/// Answers in a conversation. The message goes out after the commit.
pub async fn reply(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    conversation: ConversationId,
    new: &NewReply,
) -> Result<MessageId> {
    let body = new.body.trim();
    if body.is_empty() && new.attachments.is_empty() {
        return Err(Error::bad_input("empty_message", "Write something, or attach a file."));
    }
    if body.len() > BODY_BYTES_MAX {
        let detail = format!("A message has at most {} KB.", BODY_BYTES_MAX / 1024);
        return Err(Error::too_large("message_too_long", detail));
    }
    can_be_offered(new)?;
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| reply_in(ctx, tx, by, conversation, new, now);
    let (id, learned) = ctx.customers.db.write(write).await?;
    if let Some(learned) = learned {
        ctx.customers.recorder.learn(learned);
    }
    Ok(id)
}

fn can_be_offered(new: &NewReply) -> Result<()> {
    if new.choices.is_empty() {
        return Ok(());
    }
    if new.body.trim().is_empty() || new.template.is_some() {
        let detail = "Choices stand below a text of your own. Write what you ask.";
        return Err(Error::bad_input("choices_without_text", detail));
    }
    choices::rules::check(&new.choices)
}

/// Where an answer goes: the door, the address, the leaf to which that belongs.
struct Target {
    channel: Channel,
    address: Option<String>,
    leaf: CustomerId,
}

fn reply_in(
    ctx: &Ctx,
    tx: &Tx,
    by: &Permit<may::Talk>,
    conversation: ConversationId,
    new: &NewReply,
    now: Time,
) -> Result<(MessageId, Option<Learned>)> {
    let root = store::find(tx, conversation)?.root_id;
    let mut root = store::lock(tx, root)?;
    let target = target(tx, &root, new)?;
    let id = MessageId::new(now);
    let key = format!("reply:{}", new.key.clone().unwrap_or_else(|| id.to_string()));
    if let Some(sent) = store::named_maybe(tx, target.channel.id, &key)? {
        return Ok((sent.message_id, None));
    }
    if let Some(after) = new.after {
        nobody_answered_since(tx, by, root.id, after)?;
    }
    let channel = target.channel;
    if channel.disabled_at.is_some() || !channel.talk {
        let detail = format!("Nothing can be said through the door “{}” now.", channel.name);
        return Err(Error::conflict("door_does_not_talk", detail));
    }
    if let Some(detail) = capabilities::too_long(channel.kind, &new.body) {
        return Err(Error::bad_input("too_long_here", detail));
    }
    if new.template.is_none() {
        let is_person = by.actor().account_id.is_some();
        window::check(tx, &channel, target.address.as_deref(), is_person, now)?;
    }
    let parts = store::parts(tx, root.id)?;
    let part = match parts.iter().find(|part| part.customer_id == target.leaf) {
        Some(part) => part.id,
        None => open_part(tx, &root, target.leaf, JoinReason::Identity, channel.id, now)?,
    };
    let at = Located { customer_id: target.leaf, conversation_id: part, message_id: id };
    let body = body_of(ctx, &channel, id, new)?;
    let message = Message {
        address: target.address,
        body,
        details: details_of(ctx, tx, &root, target.leaf, new)?,
        subject: new.subject.clone().or_else(|| root.subject.clone()),
        reply_to_id: store::newest_inbound(tx, &ids(&parts), channel.id)?.map(|m| m.id),
        ..outgoing(by, new, at, channel.id, now)
    };
    put_out(tx, root.id, &message, &key, now)?;
    for file in &new.attachments {
        store::insert_attachment(tx, target.leaf, id, file, now)?;
    }
    shop_spoke(&mut root, channel.id, Author::Agent, &new.body, now);
    super::save(tx, &mut root, now)?;
    let learned = note_sent(ctx, tx, channel, &message, &new.body, now)?;
    Ok((id, Some(learned)))
}

/// The text, with links to the files that the door does not carry.
fn body_of(ctx: &Ctx, channel: &Channel, id: MessageId, new: &NewReply) -> Result<String> {
    let body = new.body.trim();
    if new.attachments.is_empty() || carry(channel.kind, &new.attachments)? == Carried::Attached {
        return Ok(body.to_string());
    }
    let own_url = new.own_url.as_ref().ok_or_else(|| {
        let detail = format!("The door “{}” does not carry these files.", channel.name);
        Error::conflict("door_without_files", detail)
    })?;
    let mut links = Vec::new();
    for (file, number) in new.attachments.iter().zip(0_u8..) {
        let path = files::path(&ctx.secrets, id, number)?;
        links.push((file.name.clone(), format!("{own_url}{path}")));
    }
    Ok(with_links(body, &links))
}

/// What the door is to know beside the words.
fn details_of(
    ctx: &Ctx,
    tx: &Tx,
    root: &Conversation,
    leaf: CustomerId,
    new: &NewReply,
) -> Result<String> {
    let mut details = Map::new();
    if let Some(template) = &new.template {
        details.insert("template".into(), template.clone());
    }
    if !new.choices.is_empty() {
        // They are answered in their own language.
        let lang = match language_of(&new.body) {
            Some(lang) => lang,
            None => routing::language(tx, leaf, &root.last_text)?.unwrap_or(words::usual(ctx)),
        };
        Choices { lang, of: new.choices.clone() }.put_into(&mut details);
    }
    Ok(Value::Object(details).to_string())
}

fn outgoing(
    by: &Permit<may::Talk>,
    new: &NewReply,
    at: Located,
    channel_id: ChannelId,
    now: Time,
) -> Message {
    Message {
        author_id: by.actor().account_id,
        author_name: Some(by.actor().name.clone()),
        body: new.body.trim().to_string(),
        ..queued(at, channel_id, Author::Agent, now)
    }
}

fn ids(parts: &[Conversation]) -> Vec<ConversationId> {
    parts.iter().map(|part| part.id).collect()
}

fn nobody_answered_since(
    tx: &Tx,
    by: &Permit<may::Talk>,
    root: ConversationId,
    after: MessageId,
) -> Result<()> {
    let parts = ids(&store::parts(tx, root)?);
    let newest = store::newest_answer(tx, &parts)?;
    let newest = newest.filter(|one| one.id > after && one.author_id != by.actor().account_id);
    match newest {
        Some(answer) => {
            let name = answer.author_name.unwrap_or_default();
            let detail = format!("{name} has answered meanwhile. Read it, then send again.");
            Err(Error::conflict("answered_meanwhile", detail))
        }
        None => Ok(()),
    }
}

/// The door and address as asked, else those by which the customer wrote last.
fn target(tx: &Tx, root: &Conversation, new: &NewReply) -> Result<Target> {
    let parts = store::parts(tx, root.id)?;
    let channel_id = new.channel_id.unwrap_or(root.last_channel_id);
    let channel = channels::find(tx, channel_id)?;
    let last = store::newest_inbound(tx, &ids(&parts), channel_id)?;
    let (leaf, address) = match (&new.address, last) {
        (None, Some(last)) => (last.customer_id, last.address),
        (None, None) => (root.customer_id, None),
        (Some(address), last)
            if last.as_ref().and_then(|m| m.address.as_ref()) == Some(address) =>
        {
            (last.map_or(root.customer_id, |m| m.customer_id), Some(address.clone()))
        }
        (Some(address), _) => (holder_of(tx, root, address)?, Some(address.clone())),
    };
    Ok(Target { channel, address, leaf })
}

/// The leaf of this customer to which an address belongs: the shop writes to nobody else in this conversation.
fn holder_of(tx: &Tx, root: &Conversation, address: &str) -> Result<CustomerId> {
    let refused = || {
        let detail = format!("“{address}” is not known to be this customer's.");
        Error::bad_input("not_their_address", detail)
    };
    let (kind, value) = address.split_once(':').ok_or_else(refused)?;
    let identity = Identity::new(kind.parse()?, value);
    let customer = graph::root(tx, root.customer_id)?;
    let leaves = identities::leaves(tx, customer)?;
    if let Some(held) = identities::find_maybe(tx, &identity)?
        && leaves.contains(&held.customer_id)
    {
        return Ok(held.customer_id);
    }
    let claims = identities::claims(tx, &leaves)?;
    let claim = claims.iter().find(|c| c.kind == identity.kind && c.value == identity.value);
    claim.map(|claim| claim.customer_id).ok_or_else(refused)
}

/// The job that sends a message: those of one conversation go out one after the other.
pub(crate) fn enqueue(
    tx: &Tx,
    channel: ChannelId,
    conversation: ConversationId,
    message: MessageId,
    now: Time,
) -> Result<()> {
    let queue = outbox::queue_of(channel);
    let key = conversation.to_string();
    let body = json!({ "message": message }).to_string();
    let job = NewJob { queue: &queue, kind: outbox::SEND, key: &key, body: &body, due_at: now };
    jobs::enqueue(tx, &job, now)?;
    Ok(())
}

pub(super) fn shop_spoke(
    root: &mut Conversation,
    channel: ChannelId,
    author: Author,
    body: &str,
    now: Time,
) {
    if root.status == Status::Open || root.status == Status::Snoozed {
        root.status = Status::Pending;
        root.snoozed_until = None;
    }
    root.waiting_since = None;
    root.last_at = now;
    root.last_channel_id = channel;
    root.last_author = author;
    root.last_text = preview(body);
}

/// Somebody of the shop talked with the customer, otherwise than by a message: nobody waits any more.
pub(crate) fn talked_in(tx: &Tx, message: &Message, now: Time) -> Result<()> {
    let mut root = store::lock(tx, store::find(tx, message.conversation_id)?.root_id)?;
    shop_spoke(&mut root, message.channel_id, message.author, &message.body, now);
    super::save(tx, &mut root, now)
}

/// Notes what a door says of a message. What it says of one that we do not know is ignored: another system may send
/// through the same door.
pub async fn report(ctx: &Ctx, channel: ChannelId, report: &Report) -> Result<bool> {
    let now = ctx.customers.clock.now();
    ctx.customers.db.write(|tx| report_in(tx, channel, report, now)).await
}

pub(crate) fn report_in(tx: &Tx, channel: ChannelId, report: &Report, now: Time) -> Result<bool> {
    let messages = match &report.about {
        Reported::Message(id) => store::find_message_maybe(tx, *id)?.into_iter().collect(),
        Reported::Provider(name) => match store::named_maybe(tx, channel, name)? {
            Some(named) => vec![store::find_message(tx, named.message_id)?],
            None => Vec::new(),
        },
        Reported::UpTo { address } => store::unconfirmed(tx, channel, address, report.at)?,
    };
    let is_known = !messages.is_empty();
    for message in messages.iter().filter(|message| message.direction == Direction::Out) {
        // The door may take it over, or tell more of it, at this very moment.
        let Some(message) = store::lock_message_maybe(tx, message.id)? else { continue };
        let state = message.state.after(report.state);
        if state != message.state {
            let error = report.error.as_deref().filter(|_| state == State::Failed);
            note_state(tx, &message, state, report.at, error, now)?;
        }
    }
    Ok(is_known)
}

/// How far a message got, which whoever looks at the conversation sees at once, and other servers hear.
pub(crate) fn note_state(
    tx: &Tx,
    message: &Message,
    state: State,
    at: Time,
    error: Option<&str>,
    now: Time,
) -> Result<()> {
    store::set_state(tx, message.id, state, at, error)?;
    store::touch(tx, message.conversation_id, now)?;
    let error = error.map(str::to_string);
    let after = Message { state, state_at: at, error, ..message.clone() };
    webhooks::tell(tx, &Event::MessageDelivery(&after), now)
}
