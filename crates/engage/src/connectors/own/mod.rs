//! A door of the shop's own making: its server brings messages by our API, and hears by a signed call what to send.
//!
//! ```text
//!  the shop's server ──POST /v1/messages──► message in
//!  outbox ──signed POST, `message.send`──► the shop's server ──POST /v1/messages/{id}/reports──► delivered, read, failed
//! ```
//!
//! Kept here:
//! - What comes needs the secret key of this very door; what goes is signed as webhooks are.
//! - **How often a message goes out:** at least once. A call whose answer got lost is made again with the same
//!   `webhook-id`, the message's id: a server that remembers it sends once.

mod api;
#[cfg(test)]
pub mod tests;

use hyper::StatusCode;
use kit::{Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::http::{Answer, Failure};
use super::setup::Field;
use super::{Link, Outgoing, Sent};
use crate::Ctx;
use crate::conversations::State;
use crate::webhooks::{self, events, rules, sign};

pub use api::routes;

pub const FIELDS: &[Field] = &[Field::text("url"), Field::secret("secret")];

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    pub url: String,
}

/// Whether the settings can be right. Where the address leads is seen when it is called.
pub fn check(link: &Link) -> Result<()> {
    let settings: Settings = link.settings()?;
    rules::check_url(&settings.url, true)?;
    sign::headers(&[link.secret("secret")?], "", Time(0), "").map(drop)
}

/// What a server may answer: how it calls the message.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Taken {
    id: Option<String>,
}

pub async fn send(ctx: &Ctx, out: &Outgoing) -> Sent {
    let now = ctx.customers.clock.now();
    let id = out.message.id.to_string();
    let told = ctx.customers.db.read(|tx: &Tx| events::told(tx, &out.message)).await;
    let signed = told.and_then(|mut told| {
        let settings: Settings = out.link.settings()?;
        told["to"] = json!(to(out));
        told["html"] = json!(out.message.html);
        let body = json!({ "type": "message.send", "timestamp": now, "data": { "message": told } });
        let body = body.to_string();
        let headers = sign::headers(&[out.link.secret("secret")?], &id, now, &body)?;
        Ok((settings.url, headers, body))
    });
    match signed {
        Ok((url, headers, body)) => sent(webhooks::post(ctx, &url, &headers, &body).await),
        // The door's settings: all wait until somebody has mended them.
        Err(error) => Sent::Down { error: error.detail },
    }
}

/// The person, as the door's own server calls them.
fn to(out: &Outgoing) -> &str {
    let own = format!("{}:", out.channel.id);
    out.to.strip_prefix(&own).unwrap_or(&out.to)
}

fn sent(answer: Result<Answer, Failure>) -> Sent {
    match answer {
        Ok(answer) if answer.is_success() => {
            let taken: Taken = serde_json::from_slice(&answer.body).unwrap_or_default();
            let name = taken.id.filter(|id| !id.is_empty() && id.len() <= 200);
            Sent::Accepted { names: name.into_iter().collect(), state: State::Sent }
        }
        Ok(answer) => {
            let error = format!("the door's server answered {}", answer.status);
            match StatusCode::from_u16(answer.status) {
                Ok(StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT) => {
                    Sent::Later { after: answer.retry_after(), error }
                }
                Ok(status) if status.is_client_error() => Sent::Refused { error },
                _ => Sent::Down { error },
            }
        }
        // It has it; only how it calls it got lost.
        Err(Failure::Taken { .. }) => Sent::Accepted { names: Vec::new(), state: State::Sent },
        Err(failure) => Sent::Down { error: failure.into() },
    }
}
