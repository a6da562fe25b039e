//! The contact form of the shop's pages: an ordinary HTML form, or JSON from a script.
//!
//! Two traps for machines that fill in forms: a field `website` that people do not see, and `started`, the moment at
//! which the form was shown. Who falls into one is answered as if all were well, and nothing is recorded.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest as _, Multipart, Path, Request, State as With};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use customers::channels::{ChannelKind, Door};
use customers::identities::normal::normalise;
use customers::identities::{Identity, Kind};
use kit::time::{days, seconds};
use kit::{Error, Result, Time};
use serde::Deserialize;
use serde_json::json;

use super::api::TEXT_LENGTH_MAX;
use super::limits::Deed;
use super::settings::is_chat;
use super::visit::{address, may_talk};
use super::{BODY_BYTES_MAX, Chat, files};
use crate::conversations::{self, Inbound, MessageId, NewAttachment, Sender};

/// Nobody writes a message faster than this.
const FILLED_IN_MIN: i64 = seconds(2);
const FIELD_BYTES_MAX: usize = 500;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    name: String,
    email: String,
    phone: String,
    subject: String,
    message: String,
    /// Of the shop's own id for it, when the page made one: sent twice, it is one.
    id: String,
    /// The page's `anonymousId`, if a script put it in.
    anonymous_id: String,
    /// The trap: people do not see it.
    website: String,
    /// Milliseconds since 1970, by the browser's clock.
    started: String,
    /// Where the browser goes afterwards: a page of the same site.
    redirect: String,
}

pub async fn create_message(
    With(chat): With<Chat>,
    Path(key): Path<String>,
    request: Request,
) -> Result<Response> {
    let ctx = &chat.ctx;
    let now = ctx.customers.clock.now();
    let door = ctx.customers.doors.open(&ctx.customers.db, &ctx.customers.clock, &key).await?;
    may_talk(&door)?;
    if !is_chat(door.channel.kind) && door.channel.kind != ChannelKind::Form {
        let detail = "A contact form comes by a door of the kind form, web, chat or app.";
        return Err(Error::forbidden("not_a_form", detail));
    }
    let (parts, body) = request.into_parts();
    chat.limits.take_from(Deed::FormFromAddress, address(&parts), now)?;
    let headers = parts.headers.clone();
    let (fields, files) = read(Request::from_parts(parts, body)).await?;
    if !is_spam(&fields, now) {
        record(&chat, &door, &fields, files::checked(files)?, now).await?;
    }
    Ok(answer(&headers, &fields))
}

type Files = Vec<(String, Vec<u8>)>;

async fn read(request: Request) -> Result<(Fields, Files)> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_ascii_lowercase();
    if kind.starts_with("multipart/form-data") {
        return read_parts(request).await;
    }
    let body = axum::body::to_bytes(request.into_body(), BODY_BYTES_MAX).await;
    let body: Bytes = body
        .map_err(|_| Error::too_large("body_too_large", "The form and its files are too large."))?;
    if kind.starts_with("application/x-www-form-urlencoded") {
        let request = Request::post("/").header(header::CONTENT_TYPE, &kind);
        let request = request.body(body.into()).map_err(Error::internal)?;
        let form = axum::Form::<Fields>::from_request(request, &()).await;
        let bad = |error: axum::extract::rejection::FormRejection| {
            Error::bad_input("bad_form", error.to_string())
        };
        return Ok((form.map_err(bad)?.0, Files::new()));
    }
    Ok((super::api::json_of(&body)?, Files::new()))
}

async fn read_parts(request: Request) -> Result<(Fields, Files)> {
    let bad = |error: String| Error::bad_input("bad_form", error);
    let form = Multipart::from_request(request, &()).await;
    let mut form = form.map_err(|error| bad(error.to_string()))?;
    let (mut fields, mut files) = (serde_json::Map::new(), Files::new());
    while let Some(part) = form.next_field().await.map_err(|error| bad(error.to_string()))? {
        let (name, file) = (part.name().map(str::to_string), part.file_name().map(str::to_string));
        let content = part.bytes().await.map_err(|error| bad(error.to_string()))?;
        match (name, file) {
            // A browser sends an empty part where no file was chosen.
            (_, Some(file)) if !file.is_empty() && !content.is_empty() => {
                files.push((file, content.to_vec()));
            }
            (Some(name), None) => {
                let text = String::from_utf8_lossy(&content).into_owned();
                fields.insert(name, text.into());
            }
            _ => {}
        }
    }
    let fields = Fields::deserialize(serde_json::Value::Object(fields));
    Ok((fields.map_err(|error| bad(error.to_string()))?, files))
}

fn is_spam(fields: &Fields, now: Time) -> bool {
    let started: Option<i64> = fields.started.parse().ok();
    let took = started.map(|ms| now.since(Time(ms.saturating_mul(1_000))));
    // (A clock that goes wrong by more than a day tells nothing.)
    let is_quick = took.is_some_and(|took| (-seconds(1)..FILLED_IN_MIN).contains(&took));
    let is_future = took.is_some_and(|took| took < -days(1));
    !fields.website.is_empty() || is_quick || is_future
}

async fn record(
    chat: &Chat,
    door: &Door,
    fields: &Fields,
    attachments: Vec<NewAttachment>,
    now: Time,
) -> Result<()> {
    let message = fields.message.trim();
    if message.is_empty() && attachments.is_empty() {
        return Err(Error::bad_input("empty_message", "Write something, or attach a file."));
    }
    if message.chars().count() > TEXT_LENGTH_MAX {
        let detail = format!("A message has at most {TEXT_LENGTH_MAX} characters.");
        return Err(Error::too_large("message_too_long", detail));
    }
    let id = match fields.id.trim() {
        "" => MessageId::new(now).to_string(),
        id => kit::text::clip(id, 64).into_owned(),
    };
    let inbound = Inbound {
        provider_id: format!("form:{id}"),
        sender: sender(chat, fields, &id),
        at: now,
        subject: Some(clip(&fields.subject)).filter(|subject| !subject.is_empty()),
        body: message.to_string(),
        attachments,
        event: Some("Contact Form Submitted"),
        ..Inbound::default()
    };
    conversations::receive(&chat.ctx, &door.channel, &inbound).await?;
    Ok(())
}

/// Whoever fills in a form has proven nothing: each is a device of its own, with claims.
fn sender(chat: &Chat, fields: &Fields, id: &str) -> Sender {
    let region = chat.ctx.customers.defaults.region.as_deref();
    let claim = |kind: Kind, value: &str| {
        let value = normalise(&kind, value, region).ok()?.into_owned();
        Some(Identity::new(kind, value))
    };
    let claims = [claim(Kind::EMAIL, &fields.email), claim(Kind::PHONE, &fields.phone)];
    let claimed: Vec<Identity> = claims.into_iter().flatten().collect();
    let device = claim(Kind::DEVICE, &fields.anonymous_id);
    Sender {
        device: Some(device.map_or_else(|| format!("form:{id}"), |device| device.value)),
        // An answer goes to the e-mail or number that they gave, by whichever door the agent chooses.
        address: claimed.first().map(ToString::to_string),
        claimed,
        name: Some(clip(&fields.name)).filter(|name| !name.is_empty()),
        ..Sender::default()
    }
}

fn clip(text: &str) -> String {
    kit::text::clip(text.trim(), FIELD_BYTES_MAX).into_owned()
}

/// The same for people and machines.
fn answer(headers: &HeaderMap, fields: &Fields) -> Response {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let is_script = text(header::CONTENT_TYPE).is_some_and(|kind| kind.contains("json"))
        || text(header::ACCEPT).is_some_and(|accept| accept.starts_with("application/json"));
    if is_script {
        return (StatusCode::ACCEPTED, Json(json!({ "received": true }))).into_response();
    }
    let from = text(header::ORIGIN).or(text(header::REFERER)).unwrap_or_default();
    if is_same_site(&fields.redirect, from) {
        return Redirect::to(&fields.redirect).into_response();
    }
    // A word in no language: the shop has its own page for this, and names it in `redirect`.
    let page = "<!doctype html><meta charset=\"utf-8\"><meta name=\"viewport\" \
                content=\"width=device-width\"><title>✓</title><h1>✓</h1>";
    Html(page).into_response()
}

/// A form that can be sent anywhere must not send people anywhere.
fn is_same_site(to: &str, from: &str) -> bool {
    let site = |url: &str| url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    let is_web = from.starts_with("https://") || from.starts_with("http://");
    let is_plain = !to.contains(['\r', '\n', '\\']);
    is_web && is_plain && !to.is_empty() && site(to) == site(from)
}
