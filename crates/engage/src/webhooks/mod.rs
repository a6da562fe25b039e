//! The shop's own servers hear of what happens: a signed call to each address that wants to know.
//!
//! As the Standard Webhooks specification (1.0.0) says: `webhook-id`, `webhook-timestamp`, `webhook-signature`, secrets that
//! begin with `whsec_`, ten tries over three days. What a receiver needs is in `docs/webhooks.md`.
//!
//! ```text
//! endpoint:  listening ──nothing arrives for three days, or 410──► disabled ──staff──► listening
//! delivery:  waiting ──2xx──► delivered
//!               │ anything else: again after 5 s, 5 min, 30 min, 2 h … ──the tenth time──► failed ──staff──► waiting
//! ```
//!
//! Kept here:
//! - What is told is written in the transaction of what happened; a delivery is made at least once, with the same id.
//! - Each endpoint has a queue of its own: one that hangs delays no other, and nothing else.
//! - Nothing is sent to an address of this machine or its network, whatever its name resolves to ([`kit::http::is_public`]),
//!   and no redirect is followed.
//! - What was told of somebody goes when they are erased.
//!
//! Start reading at [`rules`] (pure), then [`tell`] and `deliver.rs`.

pub mod api;
mod deliver;
mod endpoints;
pub mod events;
pub mod rules;
pub mod sign;
pub mod store;
#[cfg(test)]
mod tests;

use customers::identities::CustomerId;
use kit::jobs::{self, NewJob};
use kit::{Result, Time, Tx};
use serde::Serialize;

pub(crate) use deliver::{DELIVER, deliver, post};
pub use endpoints::{
    NewEndpoint, change_state, create, delete, deliveries, list, resend, rotate, test,
};
pub use events::Event;

kit::id_type!(EndpointId, "whe");
kit::id_type!(DeliveryId, "whd");

kit::words! {
    /// What can be heard of.
    EventKind:
    MessageCreated "message.created",
    MessageDelivery "message.delivery",
    ConversationCreated "conversation.created",
    ConversationUpdated "conversation.updated",
    ConversationClosed "conversation.closed",
    CustomerMerged "customer.merged",
    CustomerSplit "customer.split",
    /// Somebody tries whether the endpoint hears.
    Test "webhook.test",
}

kit::words! {
    DeliveryState:
    Waiting "waiting",
    Delivered "delivered",
    /// Given up; staff can send it again.
    Failed "failed",
}

#[derive(Clone, Debug, Serialize)]
pub struct Endpoint {
    pub id: EndpointId,
    pub url: String,
    /// All, when empty.
    pub events: Vec<EventKind>,
    pub created_at: Time,
    pub failing_since: Option<Time>,
    pub disabled_at: Option<Time>,
    pub disabled_why: Option<String>,
}

impl Endpoint {
    pub fn wants(&self, kind: EventKind) -> bool {
        self.disabled_at.is_none() && (self.events.is_empty() || self.events.contains(&kind))
    }
}

#[derive(Clone, Debug, Serialize)]
pub struct Delivery {
    pub endpoint_id: EndpointId,
    pub id: DeliveryId,
    #[serde(skip)]
    pub customer_id: Option<CustomerId>,
    pub event: EventKind,
    #[serde(skip)]
    pub body: String,
    pub made_at: Time,
    pub state: DeliveryState,
    pub tries: i64,
    pub tried_at: Option<Time>,
    /// Of HTTP, if anything was answered.
    pub status: Option<i64>,
    pub error: Option<String>,
}

/// The queue of an endpoint.
pub fn queue_of(endpoint: EndpointId) -> String {
    format!("webhook/{endpoint}")
}

/// Tells every endpoint that wants to hear of it, after the commit.
pub(crate) fn tell(tx: &Tx, event: &Event, now: Time) -> Result<()> {
    let kind = event.kind();
    let endpoints = store::endpoints(tx)?;
    let mut wanting = endpoints.iter().filter(|endpoint| endpoint.wants(kind)).peekable();
    if wanting.peek().is_none() {
        return Ok(());
    }
    let body = event.body(tx, now)?;
    for endpoint in wanting {
        send_to(tx, endpoint.id, event, &body, now)?;
    }
    Ok(())
}

fn send_to(tx: &Tx, endpoint: EndpointId, event: &Event, body: &str, now: Time) -> Result<()> {
    let delivery = Delivery {
        endpoint_id: endpoint,
        id: DeliveryId::new(now),
        customer_id: event.customer(),
        event: event.kind(),
        body: body.to_string(),
        made_at: now,
        state: DeliveryState::Waiting,
        tries: 0,
        tried_at: None,
        status: None,
        error: None,
    };
    store::insert_delivery(tx, &delivery)?;
    enqueue(tx, &delivery, &event.key(), now)
}

/// Those of one conversation go out one after the other, as long as all goes well.
fn enqueue(tx: &Tx, delivery: &Delivery, key: &str, now: Time) -> Result<()> {
    let queue = queue_of(delivery.endpoint_id);
    let body = serde_json::json!({ "endpoint": delivery.endpoint_id, "delivery": delivery.id });
    let body = body.to_string();
    let job = NewJob { queue: &queue, kind: DELIVER, key, body: &body, due_at: now };
    jobs::enqueue(tx, &job, now)?;
    Ok(())
}
