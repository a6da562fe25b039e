//! The shop's own servers say where they listen, with the secret key of an `api` door.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State as With};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{delete, get, post};
use customers::accounts::{Permit, may};
use customers::context::api::door_of;
use kit::web::{Access, Routes};
use kit::{Error, Result};
use serde::{Deserialize, Serialize};

use super::{Delivery, DeliveryId, Endpoint, EndpointId, EventKind, NewEndpoint};
use crate::Ctx;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::ServerKey)
        .route("/v1/webhooks", get(list_webhooks).post(create_webhook))
        .route("/v1/webhooks/{id}", delete(delete_webhook))
        .route("/v1/webhooks/{id}/secret", post(rotate_secret))
        .route("/v1/webhooks/{id}/test", post(test_webhook))
        .route("/v1/webhooks/{id}/deliveries", get(list_deliveries))
        .route("/v1/webhooks/{id}/again/{delivery}", post(resend_delivery))
        .with_state(ctx)
}

async fn permit(ctx: &Ctx, headers: &HeaderMap) -> Result<Permit<may::ManageDoors>> {
    Permit::of_server(&door_of(&ctx.customers, headers).await?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct New {
    url: String,
    #[serde(default)]
    events: Vec<String>,
}

#[derive(Serialize)]
struct Shown {
    id: EndpointId,
    url: String,
    events: Vec<&'static str>,
    #[serde(rename = "createdAt")]
    created_at: kit::Time,
    #[serde(rename = "failingSince")]
    failing_since: Option<kit::Time>,
    #[serde(rename = "disabledAt")]
    disabled_at: Option<kit::Time>,
    /// In the answer to its making only.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

impl Shown {
    fn of(endpoint: Endpoint, secret: Option<String>) -> Shown {
        Shown {
            id: endpoint.id,
            url: endpoint.url,
            events: endpoint.events.iter().map(|event| event.as_str()).collect(),
            created_at: endpoint.created_at,
            failing_since: endpoint.failing_since,
            disabled_at: endpoint.disabled_at,
            secret,
        }
    }
}

async fn create_webhook(
    With(ctx): With<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<impl Serialize>)> {
    let permit = permit(&ctx, &headers).await?;
    let new: New = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    let events = new.events.iter().map(|event| event.parse::<EventKind>());
    let new = NewEndpoint { url: new.url, events: events.collect::<Result<_>>()? };
    let (endpoint, secret) = super::create(&ctx, &permit, &new).await?;
    Ok((StatusCode::CREATED, Json(Shown::of(endpoint, Some(secret)))))
}

#[derive(Serialize)]
struct All {
    webhooks: Vec<Shown>,
}

async fn list_webhooks(With(ctx): With<Ctx>, headers: HeaderMap) -> Result<Json<impl Serialize>> {
    let endpoints = super::list(&ctx, &permit(&ctx, &headers).await?).await?;
    let webhooks = endpoints.into_iter().map(|endpoint| Shown::of(endpoint, None)).collect();
    Ok(Json(All { webhooks }))
}

async fn delete_webhook(
    With(ctx): With<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode> {
    super::delete(&ctx, &permit(&ctx, &headers).await?, id.parse()?).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn rotate_secret(
    With(ctx): With<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<impl Serialize>> {
    let permit = permit(&ctx, &headers).await?;
    let (endpoint, secret) = super::rotate(&ctx, &permit, id.parse()?).await?;
    Ok(Json(Shown::of(endpoint, Some(secret))))
}

async fn test_webhook(
    With(ctx): With<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode> {
    super::test(&ctx, &permit(&ctx, &headers).await?, id.parse()?).await?;
    Ok(StatusCode::ACCEPTED)
}

#[derive(Serialize)]
struct Told {
    id: DeliveryId,
    event: &'static str,
    at: kit::Time,
    state: super::DeliveryState,
    tries: i64,
    #[serde(rename = "triedAt")]
    tried_at: Option<kit::Time>,
    status: Option<i64>,
    error: Option<String>,
}

impl From<Delivery> for Told {
    fn from(one: Delivery) -> Told {
        Told {
            id: one.id,
            event: one.event.as_str(),
            at: one.made_at,
            state: one.state,
            tries: one.tries,
            tried_at: one.tried_at,
            status: one.status,
            error: one.error,
        }
    }
}

#[derive(Serialize)]
struct Log {
    deliveries: Vec<Told>,
}

async fn list_deliveries(
    With(ctx): With<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<impl Serialize>> {
    let permit = permit(&ctx, &headers).await?;
    let (_, deliveries) = super::deliveries(&ctx, &permit, id.parse()?).await?;
    Ok(Json(Log { deliveries: deliveries.into_iter().map(Told::from).collect() }))
}

async fn resend_delivery(
    With(ctx): With<Ctx>,
    Path((id, delivery)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode> {
    let permit = permit(&ctx, &headers).await?;
    super::resend(&ctx, &permit, id.parse()?, delivery.parse()?).await?;
    Ok(StatusCode::ACCEPTED)
}
