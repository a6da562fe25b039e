//! What is said of a call becomes its message.

use std::sync::Arc;

use customers::accounts;
use customers::channels::{Channel, ChannelId, Door};
use customers::identities::{CustomerId, Identity, Kind, normal};
use customers::recording::Learned;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::call::{Agent, Call, CallEvent, Way, fold};
use super::{store, tell};
use crate::Ctx;
use crate::conversations::{
    self, ByShop, ConversationId, Inbound, Message, MessageId, Reference, Sender, store as messages,
};

/// What is said of one call: legs, transfers and recordings of a long day fit in.
pub const EVENTS_MAX: usize = 200;
pub const CALL_ID_BYTES_MAX: usize = 200;

/// What staff know of a call besides what the telephone system says of it.
#[derive(Clone, Debug, Default)]
pub struct Belongs {
    pub conversation: Option<ConversationId>,
    /// With whom.
    pub leaf: Option<CustomerId>,
    pub agent: Option<Agent>,
    /// What was said.
    pub words: Option<String>,
    pub by_hand: bool,
}

/// A call and where it stands.
#[derive(Clone, Debug)]
pub struct Known {
    pub conversation_id: ConversationId,
    pub message_id: MessageId,
    pub call: Call,
}

/// How a call stands with its message.
#[derive(Serialize, Deserialize)]
struct Details {
    call: Call,
}

/// The call that a message is.
pub fn call_of(message: &Message) -> Option<Call> {
    serde_json::from_str::<Details>(&message.details).ok().map(|details| details.call)
}

/// Records what was said of a call. `None` where the one who called was erased meanwhile (then nothing is kept), and where
/// nobody has said yet who calls (the pieces came in another order: it is kept, and waits).
pub async fn record(
    ctx: &Ctx,
    channel: &Arc<Channel>,
    call_id: &str,
    events: &[CallEvent],
    belongs: &Belongs,
) -> Result<Option<Known>> {
    if call_id.is_empty() || call_id.len() > CALL_ID_BYTES_MAX {
        let detail = format!("A call needs an id of 1 to {CALL_ID_BYTES_MAX} bytes.");
        return Err(Error::bad_input("bad_call_id", detail));
    }
    let now = ctx.customers.clock.now();
    let door = Door { channel: channel.clone(), trusted: true };
    let write = |tx: &Tx| {
        let is_all = false;
        Recording { ctx, tx, door: &door, call_id, belongs, now, is_all }.take(events)
    };
    let (known, learned) = ctx.customers.db.write(write).await?;
    if let Some(learned) = learned {
        ctx.customers.recorder.learn(learned);
    }
    Ok(known)
}

/// Nothing more is to be heard of this call: it is recorded as it is known.
pub(super) fn settle(
    ctx: &Ctx,
    tx: &Tx,
    door: &Door,
    call_id: &str,
    now: Time,
) -> Result<(Option<Known>, Option<Learned>)> {
    let belongs = &Belongs::default();
    Recording { ctx, tx, door, call_id, belongs, now, is_all: true }.take(&[])
}

struct Recording<'a> {
    ctx: &'a Ctx,
    tx: &'a Tx<'a>,
    door: &'a Door,
    call_id: &'a str,
    belongs: &'a Belongs,
    now: Time,
    /// Nobody will say more.
    is_all: bool,
}

impl Recording<'_> {
    fn take(&self, events: &[CallEvent]) -> Result<(Option<Known>, Option<Learned>)> {
        let (tx, channel) = (self.tx, self.door.channel.id);
        if let Some(named) = messages::named_maybe(tx, channel, &self.name())?
            && messages::find_message_maybe(tx, named.message_id)?.is_none()
        {
            return Ok((None, None));
        }
        let row = store::lock(tx, channel, self.call_id, self.now)?;
        let (call, says_who) = self.call(events)?;
        let is_new_end = call.state.is_over() && !row.state.is_over() && row.told_at.is_none();
        if is_new_end {
            tell::enqueue(tx, channel, self.call_id, self.now)?;
        }
        if row.message.is_none() && !says_who && !self.is_all {
            store::set_state(tx, channel, self.call_id, call.state)?;
            return Ok((None, None));
        }
        let (message, learned, had_talked) = match row.message {
            Some((_, id)) => {
                let (message, had_talked) = self.go_on(id, &call)?;
                (message, None, had_talked)
            }
            None => {
                let (message, learned) = self.begin(&call)?;
                (message, Some(learned), false)
            }
        };
        if !had_talked && call.was_talked() {
            conversations::talked_in(tx, &message, self.now)?;
        }
        let place = (message.customer_id, message.id);
        let (state, began) = (call.state, call.started_at);
        store::save(tx, (channel, self.call_id), place, (state, began), self.now)?;
        let conversation_id = messages::find(tx, message.conversation_id)?.root_id;
        let call = call_of(&message).unwrap_or(call);
        Ok((Some(Known { conversation_id, message_id: message.id, call }), learned))
    }

    /// The provider's name of the message.
    fn name(&self) -> String {
        format!("call:{}", self.call_id)
    }

    /// Keeps what is new, and makes the call of all that was said. Also whether it was said who calls: from then on it is
    /// known where the call belongs.
    fn call(&self, events: &[CallEvent]) -> Result<(Call, bool)> {
        let (tx, channel) = (self.tx, self.door.channel.id);
        let known = store::events(tx, channel, self.call_id)?.len();
        for event in events {
            if known + events.len() > EVENTS_MAX {
                let detail = format!("Of one call at most {EVENTS_MAX} things can be said.");
                return Err(Error::too_large("too_many_call_events", detail));
            }
            store::insert_event(tx, channel, self.call_id, event)?;
        }
        let all = store::events(tx, channel, self.call_id)?;
        let call = fold(&all)
            .ok_or_else(|| Error::bad_input("nothing_said", "Nothing is said of this call."))?;
        let agent = match &self.belongs.agent {
            Some(agent) => Some(agent.clone()),
            None => agent_of(tx, channel, &call)?,
        };
        let says_who = self.belongs.leaf.is_some() || all.iter().any(CallEvent::says_who);
        Ok((Call { agent, by_hand: self.belongs.by_hand, ..call }, says_who))
    }

    fn begin(&self, call: &Call) -> Result<(Message, Learned)> {
        let agent = call.agent.as_ref();
        let by_shop = ByShop {
            account_id: agent.map(|agent| agent.id),
            name: agent.map(|agent| agent.name.clone()),
        };
        let conversation = self.belongs.conversation.map(Reference::Conversation);
        let inbound = Inbound {
            provider_id: self.name(),
            sender: self.sender(call),
            at: call.started_at,
            body: self.belongs.words.clone().unwrap_or_default(),
            refers_to: conversation.into_iter().collect(),
            details: Some(json!({ "call": call }).to_string()),
            event: Some("Call Started"),
            by_shop: (call.direction == Way::Outbound).then_some(by_shop),
            ..Inbound::default()
        };
        let (received, learned) =
            conversations::receive_in(self.ctx, self.tx, self.door, &inbound, self.now)?;
        Ok((messages::find_message(self.tx, received.message_id)?, learned))
    }

    /// The message as it is now, and whether it had come to a talk before.
    fn go_on(&self, id: MessageId, call: &Call) -> Result<(Message, bool)> {
        let mut message = messages::find_message(self.tx, id)?;
        let before = call_of(&message);
        let had_talked = before.as_ref().is_some_and(Call::was_talked);
        let mut call = call.clone();
        if let Some(before) = before {
            call.by_hand |= before.by_hand;
            call.agent = call.agent.or(before.agent);
        }
        if call.direction == Way::Outbound
            && let Some(agent) = &call.agent
        {
            message.author_id = Some(agent.id);
            message.author_name = Some(agent.name.clone());
        }
        let details = json!({ "call": call }).to_string();
        if details != message.details {
            message.details = details;
            messages::amend(self.tx, &message, self.now)?;
            messages::touch(self.tx, message.conversation_id, self.now)?;
        }
        Ok((message, had_talked))
    }

    /// Who is at the other side: a claim, unless staff said who it is. Who withholds the number is somebody new each time.
    fn sender(&self, call: &Call) -> Sender {
        let number = call.number().unwrap_or_default();
        let region = self.ctx.customers.defaults.region.as_deref();
        let proper = proper_number(number, region);
        let has_digits = number.bytes().filter(u8::is_ascii_digit).count() >= 3;
        let device = match &proper {
            Some(number) => number.value.clone(),
            None if has_digits => number.to_string(),
            None => format!("{}/{}", self.door.channel.id, self.call_id),
        };
        Sender {
            known: self.belongs.leaf,
            device: Some(format!("caller:{device}")),
            address: proper.as_ref().map(ToString::to_string),
            claimed: proper.into_iter().collect(),
            name: call.name.clone(),
            ..Sender::default()
        }
    }
}

/// A number as everybody can dial it.
pub fn proper_number(number: &str, region: Option<&str>) -> Option<Identity> {
    let number = normal::normalise(&Kind::PHONE, number, region).ok()?;
    Some(Identity::new(Kind::PHONE, number.into_owned()))
}

/// Whose extension it is that answered, or calls.
fn agent_of(tx: &Tx, channel: ChannelId, call: &Call) -> Result<Option<Agent>> {
    let Some(extension) = &call.extension else { return Ok(None) };
    let known = store::extensions(tx)?;
    let Some(one) =
        known.iter().find(|one| one.channel_id == channel && one.extension == *extension)
    else {
        return Ok(None);
    };
    let name = accounts::name_maybe(tx, one.account_id)?;
    Ok(name.map(|name| Agent { id: one.account_id, name }))
}
