//! Messenger's and Instagram's Send API, v23.0.
//!
//! Outside the window it refuses at once (10/2018278), but takes what a person answers within seven days (`HUMAN_AGENT`).

use axum::extract::{Path, Request, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::fields::Fields;
use super::graph::{self, Refusal, let_in};
use super::phone::{self, in_address, text};
use super::world::{Line, Person, State as Far, World};
use super::{Provider, Sim};

pub const MESSENGER: Provider = Provider {
    name: "Messenger",
    routes,
    said,
    told,
    blocked: |_, _, _| None,
    tokens_end: false,
    sign: graph::sign,
};
pub const INSTAGRAM: Provider = Provider { name: "Instagram", tokens_end: true, ..MESSENGER };

const HOURS: i64 = 24;
const PERSON_HOURS: i64 = 7 * 24;

fn routes() -> Router<Sim> {
    Router::new()
        .route("/{version}/{id}/messages", post(send))
        .route("/{version}/{id}/message_attachments", post(lay_down))
        .route("/{version}/{id}", get(show))
        .route("/refresh_access_token", get(graph::renew_token))
        .route("/files/{id}/{name}", get(graph::show_file))
}

async fn send(State(sim): State<Sim>, request: Request) -> Result<Response, Refusal> {
    let headers = request.headers().clone();
    let fields = Fields::read(request).await.map_err(|error| bad(&error.detail))?;
    let_in(&sim, &headers, fields.get("access_token"))?;
    let to = text(&fields.json("recipient"), "/id").unwrap_or_default();
    let person = sim.world.person(&to);
    let person = person
        .ok_or_else(|| Refusal::of(400, 100, "No matching user found").with_subcode(2_018_001))?;
    if let Some(action) = fields.get("sender_action") {
        match action {
            "mark_seen" => sim.world.see_read(&to),
            "typing_on" => sim.world.see_typing(&to),
            _ => {}
        }
        return Ok(Json(json!({ "recipient_id": to })).into_response());
    }
    let message = fields.json("message");
    let words = text(&message, "/text").unwrap_or_default();
    let file = file_of(&sim, &message)?;
    if words.is_empty() && file.is_none() {
        return Err(bad("Param message must be non-empty."));
    }
    let (length, most) = length(&sim, &words);
    if length > most {
        let error = format!("Length of param message[text] must be less than or equal to {most}");
        return Err(bad(&error).with_subcode(2_018_109));
    }
    let is_answer_lost = graph::trouble(&sim)?;
    in_time(&sim, &person, &fields)?;
    let id = format!("m_SIM{:08}", sim.world.number());
    let line = Line {
        file,
        buttons: quick_replies(&message)?,
        opaque: text(&message, "/metadata"),
        ..sim.world.line_of_shop(id.clone(), &person, &words)
    };
    let line = sim.world.say(line);
    sim.courier.bring(echo(&sim, &person, &line));
    phone::tell(&sim, &person, line);
    if is_answer_lost {
        return Ok((axum::http::StatusCode::OK, "{").into_response());
    }
    Ok(Json(json!({ "recipient_id": to, "message_id": id })).into_response())
}

/// Thirteen at most; of longer words the beginning is shown (“Quick replies”, 2026-06-24).
fn quick_replies(message: &Value) -> Result<Vec<(String, String)>, Refusal> {
    let replies = phone::pairs(message, "/quick_replies", "/payload", "/title");
    if replies.len() > 13 {
        return Err(bad("Param message[quick_replies] must have at most 13 elements."));
    }
    if replies.iter().any(|(payload, title)| title.is_empty() || payload.len() > 1_000) {
        return Err(bad("Param message[quick_replies] has an invalid title or payload."));
    }
    let shown = |title: String| title.chars().take(20).collect();
    Ok(replies.into_iter().map(|(payload, title)| (payload, shown(title))).collect())
}

fn bad(message: &str) -> Refusal {
    Refusal::of(400, 100, message)
}

fn is_instagram(sim: &Sim) -> bool {
    sim.provider.name == INSTAGRAM.name
}

fn length(sim: &Sim, words: &str) -> (usize, usize) {
    if is_instagram(sim) { (words.len(), 1_000) } else { (words.chars().count(), 2_000) }
}

fn in_time(sim: &Sim, person: &Person, fields: &Fields) -> Result<(), Refusal> {
    let is_by_person = fields.get("messaging_type") == Some("MESSAGE_TAG")
        && fields.get("tag") == Some("HUMAN_AGENT");
    let within = if is_by_person { PERSON_HOURS } else { HOURS };
    if person.has_blocked {
        let error = Refusal::of(400, 551, "This person isn't available right now.");
        return Err(error.with_subcode(1_545_041));
    }
    if sim.world.is_open(person, within) {
        return Ok(());
    }
    let error = "This message is sent outside of allowed window. Learn more about the new policy \
                 here: https://developers.facebook.com/docs/messenger-platform/policy-overview";
    Err(Refusal::of(400, 10, error).with_subcode(2_018_278))
}

fn file_of(sim: &Sim, message: &Value) -> Result<Option<super::world::File>, Refusal> {
    if message.get("attachment").is_none() {
        return Ok(None);
    }
    if let Some(url) = text(message, "/attachment/payload/url") {
        let kind = text(message, "/attachment/type").unwrap_or_default();
        return by_link(sim, &kind, &url).map(Some);
    }
    let id = text(message, "/attachment/payload/attachment_id").unwrap_or_default();
    let file = sim.world.file(&id);
    file.map(Some).ok_or_else(|| bad("Invalid attachment ID").with_subcode(2_018_008))
}

/// A file that Instagram would fetch by itself; here the address is enough.
fn by_link(sim: &Sim, kind: &str, url: &str) -> Result<super::world::File, Refusal> {
    if !url.starts_with("https://") && !url.starts_with("http://127.0.0.1") {
        return Err(bad("Invalid URL for the attachment").with_subcode(2_018_008));
    }
    Ok(sim.world.keep(&format!("{kind} at {url}"), kind, Vec::new()))
}

async fn lay_down(State(sim): State<Sim>, request: Request) -> Result<Json<Value>, Refusal> {
    let_in(&sim, request.headers(), None)?;
    let fields = Fields::read(request).await.map_err(|error| bad(&error.detail))?;
    let part = fields.files.into_iter().next();
    let part = part.ok_or_else(|| bad("Incorrect number of files uploaded."))?;
    let file = sim.world.keep(&part.name, &part.media_type, part.content);
    Ok(Json(json!({ "attachment_id": file.id })))
}

async fn show(
    State(sim): State<Sim>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    let_in(&sim, &headers, None)?;
    Ok(graph::object(&sim, &id))
}

fn millis(at: kit::Time) -> i64 {
    at.0 / 1_000
}

fn from_customer(sim: &Sim, person: &Person, at: kit::Time) -> Value {
    json!({
        "sender": { "id": person.id }, "recipient": { "id": sim.account }, "timestamp": millis(at),
    })
}

fn call(sim: &Sim, world: &World, one: Value) -> Value {
    let object = if is_instagram(sim) { "instagram" } else { "page" };
    let entry = json!({ "id": sim.account, "time": millis(world.now()), "messaging": [one] });
    json!({ "object": object, "entry": [entry] })
}

fn said(sim: &Sim, world: &World, person: &Person, line: &Line) -> Value {
    if let Some(at) = line.edited_at {
        let mut one = from_customer(sim, person, at);
        one["message_edit"] = json!({ "mid": line.id, "text": line.text, "num_edit": 1 });
        return call(sim, world, one);
    }
    let mut one = from_customer(sim, person, line.at);
    if let Some(code) = line.payload.as_ref().filter(|_| line.text.is_empty()) {
        one["referral"] = json!({ "ref": code, "source": "SHORTLINK", "type": "OPEN_THREAD" });
        return call(sim, world, one);
    }
    let mut message = json!({ "mid": line.id });
    if !line.text.is_empty() {
        message["text"] = json!(line.text);
    }
    if let Some((payload, _)) = &line.pressed {
        message["quick_reply"] = json!({ "payload": payload });
    }
    // A press does not say below which message.
    if let Some(mid) = line.reply_to.as_ref().filter(|_| line.pressed.is_none()) {
        message["reply_to"] = json!({ "mid": mid });
    }
    if let Some(code) = &line.payload {
        one["referral"] = json!({ "ref": code });
    }
    if let Some(file) = &line.file {
        let kind = match file.media_type.split('/').next().unwrap_or_default() {
            "image" => "image",
            "video" => "video",
            "audio" => "audio",
            _ => "file",
        };
        let url = format!("{}/files/{}/{}", sim.own_url, file.id, in_address(&file.name));
        message["attachments"] = json!([{ "type": kind, "payload": { "url": url } }]);
    }
    one["message"] = message;
    call(sim, world, one)
}

/// What the page itself sent.
fn echo(sim: &Sim, person: &Person, line: &Line) -> Value {
    let mut message = json!({ "mid": line.id, "is_echo": true, "app_id": 1, "text": line.text });
    if let Some(metadata) = line.opaque.as_ref().filter(|_| !is_instagram(sim)) {
        message["metadata"] = json!(metadata);
    }
    let one = json!({
        "sender": { "id": sim.account }, "recipient": { "id": person.id },
        "timestamp": millis(line.at), "message": message,
    });
    call(sim, &sim.world, one)
}

fn told(sim: &Sim, world: &World, person: &Person, line: &Line) -> Option<Value> {
    let mut one = from_customer(sim, person, world.now());
    match line.state {
        Far::Delivered if !is_instagram(sim) => {
            one["delivery"] = json!({ "mids": [line.id], "watermark": millis(line.at) });
        }
        Far::Read if is_instagram(sim) => one["read"] = json!({ "mid": line.id }),
        Far::Read => one["read"] = json!({ "watermark": millis(line.at) }),
        _ => return None,
    }
    Some(call(sim, world, one))
}
