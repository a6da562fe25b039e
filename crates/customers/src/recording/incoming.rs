//! From a call to an event that is ready to be recorded: pure, on the thread of the request.

use std::borrow::Cow;

use kit::money::{Currency, Money};
use kit::{Error, Result, Time, id};
use serde::Deserialize;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::call::{Call, Context, Text, object, present};
use crate::channels::Door;
use crate::dealings::{self, DealingKind};
use crate::events::log::AHEAD_MAX;
use crate::events::{EventId, EventType, commerce};
use crate::groups::GROUP_ID_BYTES_MAX;
use crate::identities::normal::{Refusal, normalise};
use crate::identities::{Identity, Kind};

/// The specification's limit of one call, in bytes.
pub const CALL_BYTES_MAX: usize = 32 * 1024;
pub const MESSAGE_ID_LENGTH_MAX: usize = 100;
pub const NAME_BYTES_MAX: usize = 255;
pub const NESTING_MAX: usize = 32;
/// Below this, the difference between the client's clock and ours is the network's delay, not an error.
pub const SKEW_IGNORED: i64 = kit::time::seconds(10);

/// An event, understood, not yet anybody's.
#[derive(Debug)]
pub struct Incoming<'a> {
    pub id: EventId,
    pub kind: EventType,
    pub name: Cow<'a, str>,
    pub account: Option<Cow<'a, str>>,
    pub device: Option<Cow<'a, str>>,
    /// Vouched for by the door's server.
    pub proven: Vec<Identity>,
    /// Typed in by somebody.
    pub claimed: Vec<Identity>,
    pub previous: Option<Cow<'a, str>>,
    pub group: Option<Cow<'a, str>>,
    pub traits: Option<&'a str>,
    pub properties: &'a str,
    pub context: Option<&'a str>,
    pub occurred_at: Time,
    /// The client's own time, of which the id is made; `None` when the call has none.
    pub client_at: Option<Time>,
    pub received_at: Time,
    /// A repeat comes to the same place: the client's clock was not corrected by us, which the time of sending
    /// would do differently each time.
    pub place_is_sure: bool,
    pub amount: Option<Money>,
    /// What it changes between the shop and the customer: the kind and the number.
    pub dealing: Option<(DealingKind, String)>,
}

impl Incoming<'_> {
    /// Comes from an account, or from one of whom a server proved something; else from a device only.
    pub fn names_a_person(&self) -> bool {
        self.account.is_some() || !self.proven.is_empty()
    }

    /// Names an e-mail, a telephone, a card …
    pub fn tells_identities(&self) -> bool {
        !(self.proven.is_empty() && self.claimed.is_empty())
    }
}

/// What a door's merchant has set.
#[derive(Clone, Copy, Debug)]
pub struct Defaults<'a> {
    /// How telephone numbers without a country code are dialled.
    pub region: Option<&'a str>,
    /// What prices without a currency are in.
    pub currency: Currency,
}

/// Understands one call. `sent_at` is the batch's, where the call has none of its own.
pub fn prepare<'a>(
    call: &'a Call<'a>,
    kind: Option<EventType>,
    sent_at: Option<&'a Text<'a>>,
    door: &Door,
    defaults: Defaults,
    now: Time,
) -> Result<Incoming<'a>> {
    let kind = match (kind, present(&call.kind)) {
        (Some(kind), _) => kind,
        (None, Some(text)) => text.parse()?,
        (None, None) => return Err(Error::bad_input("no_type", "A call needs a `type`.")),
    };
    within_limits(call)?;
    let mut who = Who::default();
    let account = who.accept(&Kind::USER_ID, present(&call.user_id))?;
    let device = who.accept(&Kind::DEVICE, present(&call.anonymous_id))?;
    who.read_context(object(call.context), door.trusted, defaults.region);
    let traits = object(call.traits).or(who.context_traits.map(RawValue::get));
    if kind == EventType::Identify {
        who.read_traits(traits, door.trusted, defaults.region);
    }
    if account.is_none() && device.is_none() && who.proven.is_empty() {
        return Err(nobody(&who));
    }
    let Times { client_at, occurred_at, place_is_sure } = times(call, sent_at, now)?;
    let name = name(call, kind)?;
    let properties = match kind {
        EventType::Identify | EventType::Group => object(call.traits),
        _ => object(call.properties),
    };
    let properties = properties.unwrap_or("{}");
    let id = event_id(call, kind, door, client_at, now);
    let commerce = match kind {
        EventType::Track => commerce::parse(&name, properties, Some(defaults.currency)),
        _ => None,
    };
    Ok(Incoming {
        id,
        amount: commerce.as_ref().and_then(|event| event.value()),
        dealing: commerce.as_ref().and_then(|event| dealings::of(event, id)),
        kind,
        name,
        account,
        device,
        proven: who.proven,
        claimed: who.claimed,
        previous: present(&call.previous_id).map(Cow::Borrowed),
        group: present(&call.group_id).map(Cow::Borrowed),
        traits: traits.filter(|_| kind == EventType::Identify),
        properties,
        context: object(call.context),
        occurred_at,
        client_at,
        received_at: now,
        place_is_sure,
    })
}

fn nobody(who: &Who) -> Error {
    let detail = match who.refused {
        Some(refusal) => {
            format!("The call names nobody: {refusal}. Send a userId or an anonymousId.")
        }
        None => "The call names nobody. Send a userId or an anonymousId.".to_string(),
    };
    Error::bad_input("no_identity", detail)
}

fn within_limits(call: &Call) -> Result<()> {
    let parts = [call.properties, call.traits, call.context];
    let bytes: usize = parts.iter().flatten().map(|raw| raw.get().len()).sum();
    if bytes > CALL_BYTES_MAX {
        return Err(Error::bad_input(
            "call_too_large",
            format!("A call has at most {CALL_BYTES_MAX} bytes; this one has {bytes}."),
        ));
    }
    if parts.iter().flatten().any(|raw| nesting(raw.get()) > NESTING_MAX) {
        return Err(Error::bad_input(
            "nested_too_deep",
            format!("Objects and arrays may be nested {NESTING_MAX} deep."),
        ));
    }
    if present(&call.group_id).is_some_and(|id| id.len() > GROUP_ID_BYTES_MAX) {
        let detail = format!("A groupId has at most {GROUP_ID_BYTES_MAX} bytes.");
        return Err(Error::bad_input("group_id_too_long", detail));
    }
    if present(&call.message_id).is_some_and(|id| id.chars().count() > MESSAGE_ID_LENGTH_MAX) {
        return Err(Error::bad_input(
            "message_id_too_long",
            format!("A messageId has at most {MESSAGE_ID_LENGTH_MAX} characters."),
        ));
    }
    Ok(())
}

/// How deep the brackets of a (valid) JSON text go.
fn nesting(json: &str) -> usize {
    let (mut depth, mut deepest, mut in_text, mut escaped) = (0_usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

fn name<'a>(call: &'a Call, kind: EventType) -> Result<Cow<'a, str>> {
    let name = match kind {
        EventType::Track => present(&call.event).ok_or_else(|| {
            Error::bad_input("no_event", "A track call needs the name of its `event`.")
        })?,
        EventType::Page | EventType::Screen => present(&call.name).unwrap_or(""),
        EventType::Identify => present(&call.user_id).unwrap_or(""),
        EventType::Group => present(&call.group_id).unwrap_or(""),
        EventType::Alias => present(&call.previous_id).unwrap_or(""),
    };
    if name.len() > NAME_BYTES_MAX {
        let detail = format!("The name of an event has at most {NAME_BYTES_MAX} bytes.");
        return Err(Error::bad_input("name_too_long", detail));
    }
    Ok(Cow::Borrowed(name))
}

struct Times {
    client_at: Option<Time>,
    occurred_at: Time,
    place_is_sure: bool,
}

/// The client's time, and the true one: `received − (sent − client)` where the clocks differ by more than
/// the network's delay. Nothing happens later than it is received.
fn times(call: &Call, batch_sent_at: Option<&Text>, now: Time) -> Result<Times> {
    let read = |text: &str| {
        parse_time(text).ok_or_else(|| {
            let detail = format!("“{text}” is no time. Send ISO 8601, as 2026-11-21T12:00:00Z.");
            Error::bad_input("bad_timestamp", detail)
        })
    };
    let original = present(&call.original_timestamp).map(read).transpose()?;
    let corrected = present(&call.timestamp).map(read).transpose()?;
    let Some(client) = original.or(corrected) else {
        return Ok(Times { client_at: None, occurred_at: now, place_is_sure: false });
    };
    // Some SDKs stamp each call when it is queued and the batch when it goes out: the later is the sending.
    // A sentAt that cannot be read corrects nothing.
    let sent = [present(&call.sent_at), batch_sent_at.map(|text| text.0.as_ref())];
    let sent = sent.into_iter().flatten().filter_map(parse_time).max();
    let skew = sent.map_or(0, |sent| now.since(sent));
    let latest = now.plus(AHEAD_MAX);
    let (occurred_at, is_ours) = match (sent, corrected) {
        // Nothing to correct by; who tells both times has done so.
        (None, Some(corrected)) => (corrected, false),
        _ if skew.abs() > SKEW_IGNORED => (client.plus(skew), true),
        _ => (client, false),
    };
    Ok(Times {
        client_at: Some(client),
        occurred_at: if occurred_at > latest { now } else { occurred_at },
        place_is_sure: !is_ours && occurred_at.max(client) <= latest,
    })
}

fn parse_time(text: &str) -> Option<Time> {
    if let Ok(ms) = text.parse::<i64>() {
        return Some(Time(ms.checked_mul(1_000)?));
    }
    Time::parse(text)
}

/// The same call is the same id, however often and by whichever server it is received.
fn event_id(
    call: &Call,
    kind: EventType,
    door: &Door,
    client_at: Option<Time>,
    now: Time,
) -> EventId {
    let mut hash = Sha256::new();
    hash.update(door.channel.id.0);
    match (present(&call.message_id), client_at) {
        (Some(message_id), _) => hash.update(message_id.as_bytes()),
        // Without a message id, the same content at the same moment is the same event.
        (None, Some(_)) => {
            hash.update([kind as u8]);
            let texts = [
                &call.user_id,
                &call.anonymous_id,
                &call.previous_id,
                &call.group_id,
                &call.event,
                &call.name,
            ];
            for text in texts {
                hash.update(present(text).unwrap_or("").as_bytes());
                hash.update([0]);
            }
            // The context may be all that says who it was.
            for raw in [call.properties, call.traits, call.context] {
                hash.update(raw.map_or("", RawValue::get).as_bytes());
                hash.update([0]);
            }
        }
        (None, None) => return EventId::new(now),
    }
    let bits: [u8; 32] = hash.finalize().into();
    let bits = u128::from_be_bytes(std::array::from_fn(|i| bits[i]));
    EventId(id::stamp(client_at.map_or(0, Time::as_ms), bits))
}

/// Gathers who a call says it is.
#[derive(Default)]
struct Who<'a> {
    proven: Vec<Identity>,
    claimed: Vec<Identity>,
    context_traits: Option<&'a RawValue>,
    refused: Option<Refusal>,
}

/// The traits that identify. Each in the spelling of the specification and in snake case.
#[derive(Debug, Default, Deserialize)]
struct IdentifyingTraits<'a> {
    #[serde(borrow, default)]
    email: Option<Text<'a>>,
    #[serde(borrow, default)]
    phone: Option<Text<'a>>,
    #[serde(borrow, default, alias = "loyaltyCard")]
    loyalty_card: Option<Text<'a>>,
    #[serde(default, alias = "emailVerified")]
    email_verified: Option<bool>,
    #[serde(default, alias = "phoneVerified")]
    phone_verified: Option<bool>,
    #[serde(default, alias = "loyaltyCardVerified")]
    loyalty_card_verified: Option<bool>,
}

impl<'a> Who<'a> {
    /// A value that stands for nobody (`null`, `undefined`) is as good as none.
    fn accept(&mut self, kind: &Kind, raw: Option<&'a str>) -> Result<Option<Cow<'a, str>>> {
        let Some(raw) = raw else { return Ok(None) };
        match normalise(kind, raw, None) {
            Ok(value) => Ok(Some(value)),
            Err(Refusal::Blocked) => {
                self.refused = Some(Refusal::Blocked);
                Ok(None)
            }
            Err(refusal) => {
                Err(Error::bad_input(refusal.code(), format!("The {kind} is refused: {refusal}.")))
            }
        }
    }

    /// An e-mail or telephone that cannot be one is left out: the event itself is good.
    fn note(&mut self, kind: &Kind, raw: &str, proven: bool, region: Option<&str>) {
        match normalise(kind, raw, region) {
            Ok(value) => {
                let identity = Identity::new(kind.clone(), value);
                let list = if proven { &mut self.proven } else { &mut self.claimed };
                if !list.contains(&identity) {
                    list.push(identity);
                }
            }
            Err(refusal) => self.refused = Some(refusal),
        }
    }

    fn read_context(&mut self, context: Option<&'a str>, trusted: bool, region: Option<&str>) {
        // Most contexts tell nothing of this: a search in the text is cheaper than reading them all.
        let Some(text) = context else { return };
        if !text.contains("\"externalIds\"") && !text.contains("\"traits\"") {
            return;
        }
        let Ok(context) = serde_json::from_str::<Context>(text) else { return };
        self.context_traits = context.traits.filter(|raw| raw.get().starts_with('{'));
        for external in context.external_ids.unwrap_or_default() {
            if let Ok(kind) = external.kind.0.parse::<Kind>() {
                let proven = trusted && external.verified == Some(true);
                self.note(&kind, &external.id.0, proven, region);
            }
        }
    }

    fn read_traits(&mut self, traits: Option<&str>, trusted: bool, region: Option<&str>) {
        let Some(text) = traits else { return };
        // Traits of another shape than the specification's are kept; they identify nobody.
        let Ok(traits) = serde_json::from_str::<IdentifyingTraits>(text) else { return };
        for (kind, value, verified) in [
            (Kind::EMAIL, &traits.email, traits.email_verified),
            (Kind::PHONE, &traits.phone, traits.phone_verified),
            (Kind::LOYALTY_CARD, &traits.loyalty_card, traits.loyalty_card_verified),
        ] {
            if let Some(raw) = present(value) {
                self.note(&kind, raw, trusted && verified == Some(true), region);
            }
        }
    }
}
