//! What WhatsApp, Messenger and Instagram have in common: Meta's signed webhooks and its Graph API.
//!
//! Meta signs each call with the app's secret over the bytes of the body (`X-Hub-Signature-256`), may bring everything
//! twice and in any order, and puts what concerns several accounts of one app into one call: [`door_of`] finds the
//! door of each. The errors by which it refuses are data: [`errors`].

pub mod errors;

use std::sync::Arc;

use axum::http::HeaderMap;
use customers::channels::{self, Channel};
use hmac::{Hmac, KeyInit, Mac};
use kit::{Error, Result, Time, Tx};
use serde::Deserialize;
use serde_json::Value;
use sha2::Sha256;

use super::http::{self, Answer, Failure, is_same_secret};
use super::{Link, Outgoing, Provider, Sent, link, tries};
use crate::Ctx;

/// The version of the Graph API that we were written for.
pub const GRAPH: &str = "https://graph.facebook.com/v23.0";

/// Whether this is signed as Meta signs for the app of this door.
pub fn verify(link: &Link, headers: &HeaderMap, body: &[u8]) -> Result<()> {
    let given = headers.get("x-hub-signature-256").and_then(|value| value.to_str().ok());
    let ours = sign(link.secret("app_secret")?, body);
    let is_signed = given.is_some_and(|given| {
        is_same_secret(ours.as_bytes(), given.to_ascii_lowercase().as_bytes())
    });
    if is_signed { Ok(()) } else { Err(http::not_signed()) }
}

/// `X-Hub-Signature-256` of a body.
pub fn sign(app_secret: &str, body: &[u8]) -> String {
    // HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(app_secret.as_bytes()) else {
        return String::new();
    };
    mac.update(body);
    let bytes = mac.finalize().into_bytes();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256={hex}")
}

/// What Meta asks before it sends anything: to give back a word, if ours stands beside it.
#[derive(Debug, Deserialize)]
pub struct Challenge {
    #[serde(rename = "hub.verify_token", default)]
    verify_token: String,
    #[serde(rename = "hub.challenge", default)]
    challenge: String,
}

impl Challenge {
    pub fn answer(self, link: &Link) -> Result<String> {
        let ours = link.secret("verify_token")?;
        if is_same_secret(ours.as_bytes(), self.verify_token.as_bytes()) {
            return Ok(self.challenge);
        }
        Err(Error::forbidden("bad_verify_token", "This is not the verify token of this door."))
    }
}

/// The door of an account that a call speaks of: the one to whose address it came, or another of the same app.
pub async fn door_of(
    ctx: &Ctx,
    (channel, link): (&Arc<Channel>, &Link),
    provider: Provider,
    (setting, account): (&str, &str),
) -> Result<Option<(Arc<Channel>, Link)>> {
    let is_of = |link: &Link| {
        link.provider == provider
            && link.settings.get(setting).and_then(Value::as_str) == Some(account)
    };
    if is_of(link) {
        return Ok(Some((channel.clone(), link.clone())));
    }
    let find = |tx: &Tx| {
        for id in link::of_provider(tx, provider)? {
            let Some(other) = link::find_maybe(tx, &ctx.secrets, id)? else { continue };
            let is_same_app = other.secret("app_secret").ok() == link.secret("app_secret").ok();
            let door = channels::store::find(tx, id)?;
            if is_of(&other) && is_same_app && door.disabled_at.is_none() {
                return Ok(Some((Arc::new(door), other)));
            }
        }
        Ok(None)
    };
    let found = ctx.customers.db.read(find).await?;
    if found.is_none() {
        tracing::warn!(door = %channel.id, account, "Meta brings what is for an account without a door");
    }
    Ok(found)
}

/// Asks the Graph API to send; returns what it answered, or what became of the try.
pub async fn post(link: &Link, url: &str, body: &Value, out: &Outgoing) -> Result<Value, Sent> {
    let token = link.secret("access_token").map_err(refused)?;
    tries::somebody_answers(out, url).await?;
    match http::post_json(url, &[http::bearer(token)], body).await {
        // It has it; only its name for it got lost. Its reports name it as we do.
        Err(Failure::Taken { .. }) => Ok(Value::Null),
        answered => read(answered, out),
    }
}

/// An answer of the Graph API to a try to send.
pub fn read(answered: Result<Answer, Failure>, out: &Outgoing) -> Result<Value, Sent> {
    match answered {
        Ok(answer) if answer.is_success() => serde_json::from_slice(&answer.body)
            .map_err(|error| tries::unknown(out, &format!("Meta's answer was cut short: {error}"))),
        Ok(answer) => Err(errors::read(&answer).sent(out.attempts)),
        Err(Failure::NotSent(error)) => Err(Sent::Down { error }),
        Err(failure) => Err(tries::unknown(out, &String::from(failure))),
    }
}

/// Asks the Graph API for something, in words that staff can act on.
pub async fn get(link: &Link, url: &str) -> Result<Value> {
    let headers = [http::bearer(link.secret("access_token")?)];
    let answer = http::send(hyper::Method::GET, url, &headers, Vec::new()).await;
    match answer {
        Ok(answer) if answer.is_success() => serde_json::from_slice(&answer.body)
            .map_err(|error| Error::conflict("meta_unclear", format!("Meta's answer: {error}."))),
        Ok(answer) => Err(Error::conflict("meta_refused", errors::read(&answer).words())),
        Err(failure) => {
            let error = String::from(failure);
            Err(Error::conflict("meta_unreachable", format!("Meta does not answer: {error}.")))
        }
    }
}

pub fn refused(error: Error) -> Sent {
    Sent::Refused { error: error.detail }
}

/// A text of a JSON value.
pub fn text<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer).and_then(Value::as_str)
}

/// The elements of a list, none where there is no list.
pub fn each<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// A moment as WhatsApp writes it (seconds, as text) and Messenger does (milliseconds, as a number).
pub fn moment(value: Option<&Value>) -> Option<Time> {
    match value? {
        Value::String(seconds) => {
            seconds.parse().ok().map(|s: i64| Time(s.saturating_mul(1_000_000)))
        }
        Value::Number(millis) => millis.as_i64().map(|ms| Time(ms.saturating_mul(1_000))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_over_the_bytes() {
        // Computed by `openssl dgst -sha256 -hmac secret`.
        let body = br#"{"text":"\u0142"}"#;
        assert_eq!(sign("secret", body).len(), "sha256=".len() + 64);
        assert_ne!(sign("secret", body), sign("secret", "{\"text\":\"ł\"}".as_bytes()));
    }

    #[test]
    fn moments_are_seconds_or_milliseconds() {
        let check = |value: Value, expected: Option<i64>| {
            assert_eq!(moment(Some(&value)).map(|at| at.0), expected, "{value}");
        };
        check("1795262400".into(), Some(1_795_262_400_000_000));
        check(1_795_262_400_123_i64.into(), Some(1_795_262_400_123_000));
        check("soon".into(), None);
        check(Value::Null, None);
    }
}
