//! What the shop's developers do with endpoints.

use customers::accounts::{Permit, audit, may};
use customers::identities::watch;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::sign::Keys;
use super::{
    Delivery, DeliveryId, Endpoint, EndpointId, Event, EventKind, enqueue, rules, send_to, store,
};
use crate::Ctx;

/// One shop has a few; each costs a row for each event.
const ENDPOINTS_MAX: usize = 20;
pub const DELIVERIES_SHOWN: usize = 50;

/// An endpoint as its maker asks for it.
#[derive(Clone, Debug)]
pub struct NewEndpoint {
    pub url: String,
    /// All, when empty.
    pub events: Vec<EventKind>,
}

/// Makes an endpoint; the secret is shown this once.
pub async fn create(
    ctx: &Ctx,
    permit: &Permit<may::ManageDoors>,
    new: &NewEndpoint,
) -> Result<(Endpoint, String)> {
    let url = new.url.trim();
    rules::check_url(url, ctx.allow_private_webhooks)?;
    let now = ctx.customers.clock.now();
    let keys = Keys::new()?;
    let endpoint = Endpoint {
        id: EndpointId::new(now),
        url: url.to_string(),
        events: new.events.clone(),
        created_at: now,
        failing_since: None,
        disabled_at: None,
        disabled_why: None,
    };
    let write = |tx: &Tx| {
        if store::endpoints(tx)?.len() >= ENDPOINTS_MAX {
            let detail = format!("There may be {ENDPOINTS_MAX} endpoints. Remove one first.");
            return Err(Error::conflict("too_many_endpoints", detail));
        }
        store::insert_endpoint(tx, &ctx.secrets, &endpoint, &keys)?;
        hear(tx)?;
        note(tx, permit, "webhook_created", &endpoint, now)
    };
    ctx.customers.db.write(write).await?;
    Ok((endpoint, keys.current))
}

/// Joins and splits of customers with whom nothing was said are told of only if somebody wants to hear of them: in a busy
/// shop there are many. One that was disabled because nothing arrives there does not matter: it may be enabled again.
fn hear(tx: &Tx) -> Result<()> {
    let wants = |endpoint: &Endpoint| {
        [EventKind::CustomerMerged, EventKind::CustomerSplit]
            .iter()
            .any(|kind| endpoint.wants(*kind))
    };
    watch::hear_all(tx, "webhooks", store::endpoints(tx)?.iter().any(wants))
}

fn note(
    tx: &Tx,
    permit: &Permit<may::ManageDoors>,
    action: &str,
    endpoint: &Endpoint,
    now: Time,
) -> Result<()> {
    let detail = json!({ "url": endpoint.url });
    audit::record(tx, now, permit.actor(), action, &endpoint.id.to_string(), &detail)
}

pub async fn list(ctx: &Ctx, _: &Permit<may::ManageDoors>) -> Result<Vec<Endpoint>> {
    ctx.customers.db.read(store::endpoints).await
}

fn find(ctx: &Ctx, tx: &Tx, id: EndpointId) -> Result<(Endpoint, Keys)> {
    let found = store::endpoint_maybe(tx, &ctx.secrets, id)?;
    found.ok_or_else(|| Error::not_found(format!("webhook endpoint {id}")))
}

/// An endpoint and the last that it was told, the newest first.
pub async fn deliveries(
    ctx: &Ctx,
    _: &Permit<may::ManageDoors>,
    id: EndpointId,
) -> Result<(Endpoint, Vec<Delivery>)> {
    let read = |tx: &Tx| {
        let (endpoint, _) = find(ctx, tx, id)?;
        Ok((endpoint, store::deliveries(tx, id, DELIVERIES_SHOWN)?))
    };
    ctx.customers.db.read(read).await
}

pub async fn delete(ctx: &Ctx, permit: &Permit<may::ManageDoors>, id: EndpointId) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let (endpoint, _) = find(ctx, tx, id)?;
        store::delete_endpoint(tx, id)?;
        hear(tx)?;
        note(tx, permit, "webhook_deleted", &endpoint, now)
    };
    ctx.customers.db.write(write).await
}

/// A new secret; the old one signs along for a day.
pub async fn rotate(
    ctx: &Ctx,
    permit: &Permit<may::ManageDoors>,
    id: EndpointId,
) -> Result<(Endpoint, String)> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let (endpoint, keys) = find(ctx, tx, id)?;
        let keys = keys.rotated(now)?;
        store::set_secrets(tx, &ctx.secrets, id, &keys)?;
        note(tx, permit, "webhook_secret_rotated", &endpoint, now)?;
        Ok((endpoint, keys.current))
    };
    ctx.customers.db.write(write).await
}

/// Listens again, or no more.
pub async fn change_state(
    ctx: &Ctx,
    permit: &Permit<may::ManageDoors>,
    id: EndpointId,
    is_on: bool,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let (endpoint, _) = find(ctx, tx, id)?;
        store::set_disabled(tx, id, (!is_on).then_some((now, "staff")))?;
        hear(tx)?;
        let action = if is_on { "webhook_enabled" } else { "webhook_disabled" };
        note(tx, permit, action, &endpoint, now)
    };
    ctx.customers.db.write(write).await
}

/// Tells an endpoint that it is being tried.
pub async fn test(ctx: &Ctx, _: &Permit<may::ManageDoors>, id: EndpointId) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        find(ctx, tx, id)?;
        let body = Event::Test.body(tx, now)?;
        send_to(tx, id, &Event::Test, &body, now)
    };
    ctx.customers.db.write(write).await
}

/// Sends once more what was told before, under the same id.
pub async fn resend(
    ctx: &Ctx,
    _: &Permit<may::ManageDoors>,
    endpoint: EndpointId,
    id: DeliveryId,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let none = || Error::not_found(format!("webhook delivery {id}"));
        let delivery = store::delivery_maybe(tx, endpoint, id)?.ok_or_else(none)?;
        if store::set_waiting(tx, endpoint, id)? == 1 {
            enqueue(tx, &delivery, &id.to_string(), now)?;
        }
        Ok(())
    };
    ctx.customers.db.write(write).await
}
