//! Events as Segment calls.

use std::collections::BTreeMap;

use kit::{Error, Result, Tx};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::events::{Event, EventId, EventType};
use crate::identities::{CustomerId, Kind, store as identities};

/// A call as the specification has it, and two fields that only another Onedoor reads: the leaf, and when the
/// event was received.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Call<'a> {
    #[serde(rename = "type")]
    kind: EventType,
    message_id: EventId,
    timestamp: kit::Time,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anonymous_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    traits: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<&'a RawValue>,
    customer_id: CustomerId,
    received_at: kit::Time,
}

/// The call of an event; `account` is the account of its leaf.
pub fn call_of(event: &Event, account: Option<&str>) -> Result<String> {
    let of = |kind: EventType| Some(event.name.as_str()).filter(|_| event.kind == kind);
    let is_viewed = matches!(event.kind, EventType::Page | EventType::Screen);
    let has_traits = matches!(event.kind, EventType::Identify | EventType::Group);
    let body = Some(&*event.properties);
    let call = Call {
        kind: event.kind,
        message_id: event.id,
        timestamp: event.occurred_at,
        user_id: account,
        anonymous_id: event.device.as_deref(),
        event: of(EventType::Track),
        name: Some(event.name.as_str()).filter(|_| is_viewed),
        group_id: of(EventType::Group),
        previous_id: of(EventType::Alias),
        properties: body.filter(|_| !has_traits),
        traits: body.filter(|_| has_traits),
        context: event.context.as_deref(),
        customer_id: event.customer_id,
        received_at: event.received_at,
    };
    serde_json::to_string(&call).map_err(Error::internal)
}

/// The calls of these events, in their order.
pub fn calls(tx: &Tx, events: &[Event]) -> Result<Vec<String>> {
    let mut leaves: Vec<CustomerId> = events.iter().map(|event| event.customer_id).collect();
    leaves.sort();
    leaves.dedup();
    let mut accounts: BTreeMap<CustomerId, String> = BTreeMap::new();
    for held in identities::list(tx, &leaves)? {
        if held.kind == Kind::USER_ID {
            accounts.insert(held.customer_id, held.value);
        }
    }
    let account = |event: &Event| accounts.get(&event.customer_id).map(String::as_str);
    events.iter().map(|event| call_of(event, account(event))).collect()
}
