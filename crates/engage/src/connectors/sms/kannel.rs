//! Kannel: the merchant's own SMS gateway, asked and answering over HTTP (Kannel 1.4.5 user guide, chapters 9 and 10).
//!
//! Kannel signs nothing: the addresses that it calls hold a secret of the door. In its configuration:
//!
//! ```text
//! group = sms-service
//! keyword = default
//! max-messages = 0
//! get-url = "https://shop.example/hooks/DOOR/kannel/SECRET?from=%p&to=%P&id=%I&text=%a"
//! ```
//!
//! `%I` is Kannel's own name of the message, by which one that it brings again is recognised. Kannel cuts long texts itself
//! (`concatenation = true` for the sendsms user).
//!
//! A send whose answer was lost waits a minute: Kannel's report that its centre took the message over names our message,
//! and then there is no second try.

use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use kit::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::hooks::door;
use super::inbound::{self, Sms};
use super::{Alphabet, Common, ready, somebody_answers, unknown};
use crate::Ctx;
use crate::connectors::http::{self, Failure};
use crate::connectors::{Arrival, Link, Outgoing, Provider, Sent, arrive};
use crate::conversations::{MessageId, Report, Reported, State as MessageState};

/// How to reach it. Secrets: `password`, and `hook_secret`, which stands in the addresses that it calls.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// `http://kannel.example:13013`
    pub url: String,
    pub username: String,
    pub from: String,
    /// Where Kannel finds this server.
    pub public_url: String,
    #[serde(flatten)]
    pub common: Common,
}

/// Delivered 1, undelivered 2, taken over by the centre 8, refused by it 16.
const REPORTS: &str = "27";

pub async fn send(ctx: &Ctx, out: &Outgoing) -> Sent {
    match try_send(ctx, out).await {
        Ok(()) => Sent::Accepted { names: Vec::new(), state: MessageState::Sent },
        Err(sent) => sent,
    }
}

async fn try_send(ctx: &Ctx, out: &Outgoing) -> Result<(), Sent> {
    let refused = |error: Error| Sent::Refused { error: error.detail };
    let settings: Settings = out.link.settings().map_err(refused)?;
    let password = out.link.secret("password").map_err(refused)?;
    let hook_secret = out.link.secret("hook_secret").map_err(refused)?;
    let text = ready(ctx, out, &settings.common).await?;
    let coding = match Alphabet::of(&text) {
        Alphabet::Gsm7 => "0",
        Alphabet::Ucs2 => "2",
    };
    let public = settings.public_url.trim_end_matches('/');
    let (door, message) = (out.channel.id, out.message.id);
    let report_to = format!(
        "{public}/hooks/{door}/kannel/{hook_secret}/dlr?message={message}&type=%d&answer=%A"
    );
    let fields = [
        ("username", settings.username.as_str()),
        ("password", password),
        ("from", &settings.from),
        ("to", &out.to),
        ("text", &text),
        ("charset", "UTF-8"),
        ("coding", coding),
        ("dlr-mask", REPORTS),
        ("dlr-url", &report_to),
    ];
    somebody_answers(out, &settings.url).await?;
    // Kannel takes no forms: all stands in the address.
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let url = format!("{}/cgi-bin/sendsms?{query}", settings.url.trim_end_matches('/'));
    match http::send(Method::GET, &url, &[], Vec::new()).await {
        Ok(answer) => read_answer(answer.status, &answer.text()),
        Err(Failure::NotSent(error)) => Err(Sent::Down { error }),
        Err(Failure::Taken { .. }) => Ok(()),
        Err(Failure::Unknown(error)) => Err(unknown(out, &error)),
    }
}

/// `0: Accepted for delivery`, `3: Queued for later delivery`.
fn read_answer(status: u16, text: &str) -> Result<(), Sent> {
    let error = format!("Kannel answered {status}: {}", kit::text::clip(text.trim(), 200));
    match status {
        200..300 => Ok(()),
        // Of its own user name: nobody's message goes.
        401 | 403 => Err(Sent::Down { error }),
        503 => Err(Sent::Down { error }),
        500.. => Err(Sent::Later { after: None, error }),
        _ => Err(Sent::Refused { error }),
    }
}

#[derive(Debug, Deserialize)]
pub struct Arriving {
    from: String,
    #[serde(default)]
    to: String,
    id: String,
    /// In the address, or else in the body.
    text: Option<String>,
}

/// GET or POST, as `get-url` and `post-url` do. Kannel sends the answer's text back to the customer: it is empty.
pub async fn receive_sms(
    State(ctx): State<Ctx>,
    Path((channel, secret)): Path<(String, String)>,
    arriving: Result<Query<Arriving>, QueryRejection>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode> {
    let (channel, link) = door(&ctx, &channel, Provider::Kannel).await?;
    verify(&link, &secret)?;
    let settings: Settings = link.settings()?;
    let Query(arriving) = arriving.map_err(|error| unclear(&error))?;
    let text = arriving.text.unwrap_or_else(|| body_text(&headers, &body));
    let sms = Sms {
        id: arriving.id,
        from: arriving.from,
        text,
        at: ctx.customers.clock.now(),
        details: json!({ "to": arriving.to }),
        is_answered: false,
    };
    inbound::take(&ctx, &channel, &settings.common, &sms).await?;
    Ok(StatusCode::OK)
}

fn body_text(headers: &HeaderMap, body: &[u8]) -> String {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let is_utf16 = kind.is_some_and(|kind| kind.to_ascii_lowercase().contains("utf-16"));
    if !is_utf16 {
        return String::from_utf8_lossy(body).into_owned();
    }
    let units: Vec<u16> =
        body.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

#[derive(Debug, Deserialize)]
pub struct Reporting {
    message: MessageId,
    r#type: u8,
    #[serde(default)]
    answer: String,
}

pub async fn receive_report(
    State(ctx): State<Ctx>,
    Path((channel, secret)): Path<(String, String)>,
    reporting: Result<Query<Reporting>, QueryRejection>,
) -> Result<StatusCode> {
    let (channel, link) = door(&ctx, &channel, Provider::Kannel).await?;
    verify(&link, &secret)?;
    let Query(reporting) = reporting.map_err(|error| unclear(&error))?;
    let state = match reporting.r#type {
        1 => MessageState::Delivered,
        8 => MessageState::Sent,
        2 | 16 => MessageState::Failed,
        _ => return Ok(StatusCode::OK),
    };
    let error = (state == MessageState::Failed).then_some(reporting.answer);
    let about = Reported::Message(reporting.message);
    let report = Report { about, state, at: ctx.customers.clock.now(), error };
    arrive(&ctx, &channel, vec![Arrival::Report(report)]).await?;
    Ok(StatusCode::OK)
}

fn unclear(error: &QueryRejection) -> Error {
    Error::bad_input("bad_sms", error.body_text())
}

fn verify(link: &Link, secret: &str) -> Result<()> {
    let ours = link.secret("hook_secret")?;
    let is_ours = http::is_same_secret(ours.as_bytes(), secret.as_bytes());
    if is_ours { Ok(()) } else { Err(http::not_signed()) }
}
