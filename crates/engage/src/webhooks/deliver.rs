//! One call to one endpoint.

use hyper::header::HeaderName;
use hyper::{Method, StatusCode};
use kit::jobs::{Job, Outcome};
use kit::time::days;
use kit::{Error, Result, Time, Tx};
use serde::Deserialize;

use super::store::{self, Tried};
use super::{Delivery, DeliveryId, DeliveryState, Endpoint, EndpointId, rules, sign};
use crate::Ctx;
use crate::connectors::http::{self, Answer, Failure};

/// The kind of the jobs that make a call.
pub const DELIVER: &str = "deliver_webhook";

/// Of an answer or an error, enough to understand it.
const ERROR_CHARS_MAX: usize = 300;

/// How long what was told is kept, to be looked at and sent again.
const KEPT: i64 = days(14);

#[derive(Deserialize)]
struct Body {
    endpoint: EndpointId,
    delivery: DeliveryId,
}

/// Does one job of the kind [`DELIVER`].
pub async fn deliver(ctx: &Ctx, job: &Job) -> Outcome {
    try_deliver(ctx, job).await.unwrap_or_else(Outcome::from)
}

async fn try_deliver(ctx: &Ctx, job: &Job) -> Result<Outcome> {
    let body: Body = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let read = |tx: &Tx| {
        let endpoint = store::endpoint_maybe(tx, &ctx.secrets, body.endpoint)?;
        Ok(endpoint.zip(store::delivery_maybe(tx, body.endpoint, body.delivery)?))
    };
    // The endpoint was deleted, or the customer erased.
    let Some(((endpoint, keys), delivery)) = ctx.customers.db.read(read).await? else {
        return Ok(Outcome::Done);
    };
    if delivery.state == DeliveryState::Delivered {
        return Ok(Outcome::Done);
    }
    let now = ctx.customers.clock.now();
    let answered = if endpoint.disabled_at.is_some() {
        Err("the endpoint is disabled".to_string())
    } else {
        let id = delivery.id.to_string();
        match sign::headers(&keys.good(now), &id, now, &delivery.body) {
            Ok(headers) => heard(post(ctx, &endpoint.url, &headers, &delivery.body).await),
            Err(error) => Err(error.detail),
        }
    };
    let write = |tx: &Tx| note(tx, &endpoint, &delivery, &answered, now);
    let again = ctx.customers.db.write(write).await?;
    Ok(match (again, answered) {
        (Some(after), Err(error)) => Outcome::Later { after: Some(after), error },
        (Some(after), Ok(status)) => {
            Outcome::Later { after: Some(after), error: format!("answered {status}") }
        }
        (None, _) => Outcome::Done,
    })
}

/// The answer's status; or why there was none.
fn heard(answer: Result<Answer, Failure>) -> Result<u16, String> {
    match answer {
        Ok(answer) => Ok(answer.status),
        // It heard us; what else it had to say interests nobody.
        Err(Failure::Taken { status, .. }) => Ok(status),
        Err(failure) => Err(kit::text::clip(&String::from(failure), ERROR_CHARS_MAX).into_owned()),
    }
}

/// Writes down how it went; after how long to try again, if at all.
fn note(
    tx: &Tx,
    endpoint: &Endpoint,
    delivery: &Delivery,
    answered: &Result<u16, String>,
    now: Time,
) -> Result<Option<i64>> {
    let status = answered.as_ref().ok().copied();
    let is_delivered = status.is_some_and(|status| (200..300).contains(&status));
    // One that is disabled was not called.
    let tries = delivery.tries + i64::from(endpoint.disabled_at.is_none());
    let is_gone = status == Some(StatusCode::GONE.as_u16());
    let again = rules::again_after(tries)
        .filter(|_| !is_delivered && !is_gone && endpoint.disabled_at.is_none());
    let state = match (is_delivered, again) {
        (true, _) => DeliveryState::Delivered,
        (false, Some(_)) => DeliveryState::Waiting,
        (false, None) => DeliveryState::Failed,
    };
    let error = answered.as_ref().err().map(String::as_str);
    let tried = Tried { state, tries, at: now, status: status.map(i64::from), error };
    store::set_tried(tx, delivery.endpoint_id, delivery.id, &tried)?;
    store::delete_old(tx, now.minus(KEPT))?;
    if is_delivered {
        store::set_failing(tx, endpoint.id, None)?;
        return Ok(None);
    }
    let failing_since = endpoint.failing_since.or(Some(now));
    store::set_failing(tx, endpoint.id, failing_since)?;
    if endpoint.disabled_at.is_none() && (is_gone || rules::is_enough(failing_since, now)) {
        let why = if is_gone { "gone" } else { "failing" };
        store::set_disabled(tx, endpoint.id, Some((now, why)))?;
    }
    Ok(again)
}

/// A call that goes to the open internet only, unless the configuration allows more.
pub(crate) async fn post(
    ctx: &Ctx,
    url: &str,
    headers: &[(HeaderName, String)],
    body: &str,
) -> Result<Answer, Failure> {
    let allow_private = ctx.allow_private_webhooks;
    rules::check_url(url, allow_private).map_err(|error| Failure::NotSent(error.detail))?;
    let body = body.as_bytes().to_vec();
    if allow_private {
        http::send(Method::POST, url, headers, body).await
    } else {
        http::send_outside(Method::POST, url, headers, body).await
    }
}
