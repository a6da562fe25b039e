//! Call events over HTTP, with the secret key of a telephone door: for any telephone system, and for the simulator. See
//! docs/phone.md.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::post;
use customers::channels::{ChannelKind, Door};
use customers::context::api::door_of;
use kit::web::{Access, Routes};
use kit::{Error, Result, Time};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::call::{Agent, CallEvent, CallState, Happened, Reason, Way};
use super::record::{Belongs, record};
use crate::Ctx;
use crate::conversations::{ConversationId, MessageId};

const TEXT_BYTES_MAX: usize = 200;
const URL_BYTES_MAX: usize = 2_000;
/// A day: nobody talks longer.
const DURATION_MAX: i64 = 86_400;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::SecretKey).route("/v1/calls", post(create_call_event)).with_state(ctx)
}

/// One thing that happened in a call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct New {
    /// The telephone system's name of the call: the same in everything that is said of it.
    call: String,
    event: Happened,
    /// By which a repeat is known; without it, the same body is a repeat.
    id: Option<String>,
    /// When it happened, if not now.
    at: Option<Time>,
    direction: Option<Way>,
    from: Option<String>,
    to: Option<String>,
    name: Option<String>,
    extension: Option<String>,
    duration_seconds: Option<i64>,
    recording_url: Option<String>,
    reason: Option<Reason>,
}

#[derive(Serialize)]
struct Recorded {
    call: String,
    /// None where the caller was erased: nothing is kept.
    #[serde(flatten)]
    known: Option<Stands>,
}

#[derive(Serialize)]
struct Stands {
    state: CallState,
    duration_seconds: Option<i64>,
    answered_by: Option<Agent>,
    conversation: ConversationId,
    message: MessageId,
}

async fn create_call_event(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<impl Serialize>> {
    let door = door_of(&ctx.customers, &headers).await?;
    door.may_read()?;
    let new: New = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    is_telephone(&door)?;
    let event = event(&new, &body, ctx.customers.clock.now())?;
    let known = record(&ctx, &door.channel, &new.call, &[event], &Belongs::default()).await?;
    let known = known.map(|known| Stands {
        state: known.call.state,
        duration_seconds: known.call.duration_s,
        answered_by: known.call.agent,
        conversation: known.conversation_id,
        message: known.message_id,
    });
    Ok(Json(Recorded { call: new.call, known }))
}

fn is_telephone(door: &Door) -> Result<()> {
    if door.channel.kind == ChannelKind::Phone {
        return Ok(());
    }
    let detail = format!(
        "The door “{}” is no telephone. Use the secret key of a door of the kind “phone”.",
        door.channel.name
    );
    Err(Error::bad_input("no_telephone", detail))
}

fn event(new: &New, body: &[u8], now: Time) -> Result<CallEvent> {
    let texts = [&new.id, &new.from, &new.to, &new.name, &new.extension];
    if texts.into_iter().flatten().any(|text| text.len() > TEXT_BYTES_MAX) {
        let detail = format!("Texts have at most {TEXT_BYTES_MAX} bytes.");
        return Err(Error::bad_input("text_too_long", detail));
    }
    if new.duration_seconds.is_some_and(|seconds| !(0..=DURATION_MAX).contains(&seconds)) {
        let detail = format!("`duration_seconds` is 0 to {DURATION_MAX}.");
        return Err(Error::bad_input("bad_duration", detail));
    }
    if new.recording_url.as_deref().is_some_and(|url| !is_link(url)) {
        let detail = "`recording_url` is an address that begins with https:// or http://.";
        return Err(Error::bad_input("bad_recording_url", detail));
    }
    let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    // A sender's clock that is ahead shows nothing that is still to come.
    let at = new.at.map_or(now, |at| at.min(now));
    Ok(CallEvent {
        at,
        what: new.event,
        id: given(&new.id).unwrap_or_else(|| fingerprint(body)),
        direction: new.direction,
        from: given(&new.from),
        to: given(&new.to),
        name: given(&new.name),
        extension: given(&new.extension),
        duration_s: new.duration_seconds,
        recording_url: given(&new.recording_url),
        reason: new.reason,
    })
}

fn fingerprint(body: &[u8]) -> String {
    Sha256::digest(body).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// An address that a page may lead to: no script, no password in it, nothing that a reader cannot see.
pub fn is_link(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    ["https", "http"].contains(&scheme)
        && url.len() <= URL_BYTES_MAX
        && url.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\' && byte != b'"')
        && !host.is_empty()
        && !host.contains('@')
}
