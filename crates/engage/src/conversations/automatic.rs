//! What the product itself says to a customer, and that is no answer: nobody is there, we close this, how was it. The
//! customer waits as before.

use customers::channels::{Channel, ChannelKind, store as channels};
use customers::identities::CustomerId;
use kit::{Result, Time, Tx};
use serde_json::{Map, Value, json};

use super::out::{put_out, queued};
use super::store::{self, Located};
use super::{Author, Conversation, Message, MessageId, Trace, trace};
use crate::unsubscribe::{self, Purpose};
use crate::{Ctx, routing, words};

/// Where somebody is reached: a door, an address there, and the leaf to which that belongs.
#[derive(Clone, Debug)]
pub(crate) struct Reached {
    pub channel: Channel,
    /// `kind:value`; none where the door itself knows.
    pub address: Option<String>,
    pub leaf: CustomerId,
    /// The part of the conversation in which it was said.
    pub part: super::ConversationId,
}

/// Something to say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    pub subject: Option<String>,
    pub body: String,
    /// For the door: what its page makes of it.
    pub details: Map<String, Value>,
    /// What they can refuse to hear; none for what answers them at once.
    pub purpose: Option<Purpose>,
}

/// Where the conversation is now. None where nothing can be written: face to face, on the telephone, by a form.
pub(crate) fn reached(tx: &Tx, root: &Conversation) -> Result<Option<Reached>> {
    let channel = channels::find(tx, root.last_channel_id)?;
    let is_spoken =
        matches!(channel.kind, ChannelKind::Store | ChannelKind::Phone | ChannelKind::Form);
    if is_spoken || !channel.talk || channel.disabled_at.is_some() {
        return Ok(None);
    }
    let parts: Vec<_> = store::parts(tx, root.id)?.iter().map(|part| part.id).collect();
    let last = store::newest_by_door(tx, &parts, channel.id)?;
    Ok(last.map(|last| Reached {
        channel,
        address: last.address,
        leaf: last.customer_id,
        part: last.conversation_id,
    }))
}

/// Says it after the commit. None where they do not want to hear such things, which then stands in the transcript.
pub(crate) fn say(
    ctx: &Ctx,
    tx: &Tx,
    root: &Conversation,
    to: &Reached,
    said: Said,
    now: Time,
) -> Result<Option<MessageId>> {
    if let Some(purpose) = said.purpose
        && unsubscribe::is_refused(tx, to.leaf, to.channel.kind, to.address.as_deref(), purpose)?
    {
        let purpose = purpose.as_str().to_string();
        trace(tx, root, &Trace::NotSent { purpose }, now)?;
        return Ok(None);
    }
    let id = MessageId::new(now);
    let mut details = said.details;
    if let Some(purpose) = said.purpose {
        details.insert("purpose".into(), json!(purpose));
        if let Some(url) = unsubscribe::url(ctx, id)? {
            details.insert("unsubscribe".into(), json!(url));
        }
    }
    let at = Located { customer_id: to.leaf, conversation_id: to.part, message_id: id };
    let message = Message {
        address: to.address.clone(),
        subject: said.subject.or_else(|| root.subject.clone()),
        body: said.body,
        details: Value::Object(details).to_string(),
        ..queued(at, to.channel.id, Author::System, now)
    };
    put_out(tx, root.id, &message, &format!("reply:{id}"), now)?;
    Ok(Some(id))
}

/// That we close, because they have been silent.
pub(crate) fn say_closing(ctx: &Ctx, tx: &Tx, root: &Conversation, now: Time) -> Result<()> {
    let Some(to) = reached(tx, root)? else { return Ok(()) };
    let lang = routing::language(tx, to.leaf, &root.last_text)?;
    let lang = lang.unwrap_or_else(|| words::usual(ctx));
    let said = Said {
        body: words::in_language(lang, "auto-close-text", &[]),
        purpose: Some(Purpose::Service),
        ..Said::default()
    };
    say(ctx, tx, root, &to, said, now)?;
    Ok(())
}
