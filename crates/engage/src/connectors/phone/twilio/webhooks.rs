//! What Twilio tells of calls, and what it is told to do. Unsigned, it tells nothing.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use customers::channels::{Channel, ChannelId};
use kit::web::{Access, Routes};
use kit::{Error, Result, Time, Tx};
use serde::Deserialize;

use super::{Settings, YesNo, twiml};
use crate::Ctx;
use crate::connectors::Provider;
use crate::connectors::phone::api::is_link;
use crate::connectors::phone::call::{CallEvent, CallState, Happened, Reason, Way};
use crate::connectors::phone::record::{Belongs, record};
use crate::connectors::phone::store;
use crate::connectors::sms::hooks::door;
use crate::connectors::twilio::{Signed, verified};

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::Everybody)
        .route("/hooks/{channel_id}/voice", post(receive_call))
        .route("/hooks/{channel_id}/voice/status", post(receive_end))
        .route("/hooks/{channel_id}/voice/{call}/{what}", post(receive_news))
        .with_state(ctx)
}

#[derive(Deserialize)]
pub struct Asked {
    extension: Option<String>,
}

/// A webhook that Twilio signed.
struct Told {
    channel: Arc<Channel>,
    settings: Settings,
    signed: Signed,
    now: Time,
}

impl Told {
    async fn of(
        ctx: &Ctx,
        channel: &str,
        uri: &Uri,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Told> {
        let (channel, link) = door(ctx, channel, Provider::TwilioVoice).await?;
        let settings: Settings = link.settings()?;
        let signed = verified(&link, &settings.public_url, uri, headers, body)?;
        Ok(Told { channel, settings, signed, now: ctx.customers.clock.now() })
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.signed.get(name).filter(|value| !value.is_empty())
    }

    fn call(&self) -> Result<&str> {
        self.get("CallSid")
            .ok_or_else(|| Error::bad_input("bad_call", "The parameter CallSid is missing."))
    }

    /// What is named so in this call happened now: Twilio's own times have no day.
    fn event(&self, what: Happened, id: impl Into<String>) -> CallEvent {
        CallEvent::new(what, self.now, id)
    }

    async fn record(&self, ctx: &Ctx, call: &str, event: CallEvent) -> Result<Option<CallState>> {
        let known = record(ctx, &self.channel, call, &[event], &Belongs::default()).await?;
        Ok(known.map(|known| known.call.state))
    }
}

fn xml(text: String) -> Response {
    ([(header::CONTENT_TYPE, "text/xml")], text).into_response()
}

/// Somebody calls: the shop's telephones ring.
async fn receive_call(
    State(ctx): State<Ctx>,
    Path(channel): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let told = Told::of(&ctx, &channel, &uri, &headers, &body).await?;
    let call = told.call()?;
    let given = |name: &str| told.get(name).map(str::to_string);
    let event = CallEvent {
        direction: Some(Way::Inbound),
        from: given("From"),
        to: given("To"),
        name: given("CallerName"),
        ..told.event(Happened::Ringing, "begin")
    };
    told.record(&ctx, call, event).await?;
    let telephones = telephones(&ctx, told.channel.id, &told.settings).await?;
    let door = told.channel.id;
    Ok(xml(match (telephones.is_empty(), told.settings.voicemail) {
        (false, _) => twiml::dial_shop(&told.settings, door, call, &telephones),
        (true, YesNo::Yes) => twiml::take_message(&told.settings, door, call),
        (true, YesNo::No) => twiml::hang_up(),
    }))
}

async fn telephones(ctx: &Ctx, door: ChannelId, settings: &Settings) -> Result<Vec<String>> {
    if let Some(dial) = &settings.dial {
        let all = dial.split([',', ';', '\n']).map(str::trim).filter(|one| !one.is_empty());
        return Ok(all.map(str::to_string).collect());
    }
    let known = ctx.customers.db.read(|tx: &Tx| store::extensions(tx)).await?;
    let of_door = known.into_iter().filter(|one| one.channel_id == door);
    Ok(of_door.map(|one| one.extension).collect())
}

/// The number's own webhook: the call is over.
async fn receive_end(
    State(ctx): State<Ctx>,
    Path(channel): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let told = Told::of(&ctx, &channel, &uri, &headers, &body).await?;
    let call = told.call()?.to_string();
    status(&ctx, &told, &call).await
}

/// What else there is to tell of a call: `what` says which of the addresses it is that we gave.
async fn receive_news(
    State(ctx): State<Ctx>,
    Path((channel, call, what)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let told = Told::of(&ctx, &channel, &uri, &headers, &body).await?;
    match what.as_str() {
        "leg" => leg(&ctx, &told, &call, asked.extension).await,
        "customer" => customer(&ctx, &told, &call).await,
        "dialled" => dialled(&ctx, &told, &call).await,
        "recording" => recording(&ctx, &told, &call).await,
        "status" => status(&ctx, &told, &call).await,
        _ => Err(Error::not_found("such an address")),
    }
}

fn done() -> Response {
    axum::http::StatusCode::NO_CONTENT.into_response()
}

/// One telephone of the shop.
async fn leg(ctx: &Ctx, told: &Told, call: &str, extension: Option<String>) -> Result<Response> {
    let what = match told.get("CallStatus") {
        Some("initiated" | "ringing") => Happened::Ringing,
        Some("in-progress" | "answered") => Happened::Answered,
        Some("busy" | "no-answer" | "canceled" | "failed") => Happened::Unanswered,
        _ => return Ok(done()),
    };
    let id = format!("{}/{}", what.as_str(), told.call()?);
    told.record(ctx, call, CallEvent { extension, ..told.event(what, id) }).await?;
    Ok(done())
}

/// The customer whom we call.
async fn customer(ctx: &Ctx, told: &Told, call: &str) -> Result<Response> {
    if matches!(told.get("CallStatus"), Some("in-progress" | "answered")) {
        told.record(ctx, call, told.event(Happened::Answered, "customer")).await?;
    }
    Ok(done())
}

/// Dialling is over: they talked, or nobody answered.
async fn dialled(ctx: &Ctx, told: &Told, call: &str) -> Result<Response> {
    let duration_s = told.get("DialCallDuration").and_then(|text| text.parse().ok());
    let status = told.get("DialCallStatus").unwrap_or_default();
    let was_talked = matches!(status, "completed" | "answered");
    let is_inbound = told.get("Direction") == Some("inbound");
    let is_still_there = told.get("CallStatus") != Some("completed");
    if !was_talked && is_inbound && is_still_there && told.settings.voicemail == YesNo::Yes {
        return Ok(xml(twiml::take_message(&told.settings, told.channel.id, call)));
    }
    let event = CallEvent {
        duration_s: duration_s.filter(|_| was_talked),
        reason: reason_of(status),
        ..told.event(Happened::Ended, "dialled")
    };
    told.record(ctx, call, event).await?;
    Ok(xml(twiml::hang_up()))
}

/// There is something to listen to: of a talk, or what somebody told the machine.
async fn recording(ctx: &Ctx, told: &Told, call: &str) -> Result<Response> {
    let url = told.get("RecordingUrl").filter(|url| is_link(url));
    if let (Some(url), None | Some("completed")) = (url, told.get("RecordingStatus")) {
        let id = format!("recording/{}", told.get("RecordingSid").unwrap_or(url));
        let recorded = CallEvent {
            recording_url: Some(url.to_string()),
            ..told.event(Happened::Recorded, id)
        };
        told.record(ctx, call, recorded).await?;
        // Of a dialled call Twilio says so; else it was left with the machine.
        if told.get("RecordingSource") == Some("RecordVerb") {
            told.record(ctx, call, told.event(Happened::Voicemail, "message")).await?;
        }
    }
    Ok(done())
}

/// The whole call. How long it was counts the ringing and the machine too, so it is not taken.
async fn status(ctx: &Ctx, told: &Told, call: &str) -> Result<Response> {
    let status = told.get("CallStatus").unwrap_or_default();
    if matches!(status, "completed" | "busy" | "no-answer" | "canceled" | "failed") {
        let reason = reason_of(status);
        let event = CallEvent { reason, ..told.event(Happened::Ended, "status") };
        told.record(ctx, call, event).await?;
    }
    Ok(done())
}

fn reason_of(status: &str) -> Option<Reason> {
    match status {
        "busy" => Some(Reason::Busy),
        "no-answer" => Some(Reason::NoAnswer),
        "canceled" => Some(Reason::Cancelled),
        "failed" => Some(Reason::Failed),
        _ => None,
    }
}
