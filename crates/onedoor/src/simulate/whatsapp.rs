//! WhatsApp's Cloud API, v23.0.
//!
//! As the real one it takes a message outside the window, and tells by a webhook afterwards that it failed (131047); what it
//! can refuse at once it does.

use axum::extract::{Path, Request, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::fields::Fields;
use super::graph::{self, Refusal, let_in};
use super::interactive::{self, Interactive};
use super::templates;
use super::world::{Line, Person, State as Far, World};
use super::{Provider, Sim};

pub const PROVIDER: Provider = Provider {
    name: "WhatsApp",
    routes,
    said,
    told,
    blocked: |_, _, _| None,
    tokens_end: false,
    sign: graph::sign,
};

const TEXT_MAX: usize = 4_096;
/// To one customer: one in six seconds, and some at once that are paid back.
const PAIR_BURST: usize = 45;
const PAIR_SECONDS: i64 = 6 * 45;
const PER_SECOND_MAX: usize = 80;

fn routes() -> Router<Sim> {
    Router::new()
        .route("/{version}/{id}/messages", post(send))
        .route("/{version}/{id}/media", post(lay_down))
        .route("/{version}/{id}/message_templates", get(list_templates))
        .route("/{version}/{id}", get(show))
        .route("/files/{id}/{name}", get(show_media))
}

async fn send(
    State(sim): State<Sim>,
    Path((_, account)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Refusal> {
    let_in(&sim, request.headers(), None)?;
    let fields = Fields::read(request).await.map_err(|error| bad(&error.detail))?;
    if account != sim.account {
        return Err(bad(&format!(
            "Unsupported post request. Object with ID '{account}' does not exist"
        )));
    }
    if fields.get("messaging_product") != Some("whatsapp") {
        return Err(bad("The parameter messaging_product is required."));
    }
    if fields.get("status") == Some("read") {
        return mark_read(&sim, &fields);
    }
    let person = receiver(&sim, &fields)?;
    let kind = fields.get("type").unwrap_or("text").to_string();
    let (said, file) = content(&sim, &kind, &fields)?;
    let is_answer_lost = graph::trouble(&sim)?;
    within_limits(&sim, &person)?;
    let id = format!("wamid.SIM{:08}", sim.world.number());
    let is_open = kind == "template" || sim.world.is_open(&person, 24);
    let line = Line {
        file,
        buttons: said.choices,
        is_list: said.is_list,
        opaque: fields.get("biz_opaque_callback_data").map(str::to_string),
        reply_to: super::phone::text(&fields.json("context"), "/message_id"),
        state: if is_open { Far::Sent } else { Far::Failed },
        error: (!is_open).then_some(131_047),
        ..sim.world.line_of_shop(id.clone(), &person, &said.body)
    };
    let line = sim.world.say(line);
    super::phone::tell(&sim, &person, line);
    if is_answer_lost {
        return Ok((axum::http::StatusCode::OK, "{").into_response());
    }
    let mut contact = json!({ "input": fields.get("to").or(fields.get("recipient")) });
    match fields.get("to") {
        Some(_) => contact["wa_id"] = json!(person.phone),
        None => contact["user_id"] = json!(user_id(&person)),
    }
    let answer = json!({
        "messaging_product": "whatsapp", "contacts": [contact], "messages": [{ "id": id }],
    });
    Ok(Json(answer).into_response())
}

/// A message of a customer, by its id; perhaps with three dots.
fn mark_read(sim: &Sim, fields: &Fields) -> Result<Response, Refusal> {
    let line = sim.world.line(fields.get("message_id").unwrap_or_default());
    let line = line.filter(|line| !line.is_from_shop);
    let line = line.ok_or_else(|| bad("The parameter message_id is unknown."))?;
    sim.world.see_read(&line.person);
    if !fields.json("typing_indicator").is_null() {
        sim.world.see_typing(&line.person);
    }
    Ok(Json(json!({ "success": true })).into_response())
}

pub fn bad(details: &str) -> Refusal {
    Refusal::of(400, 100, "Invalid parameter").with_details(details)
}

/// `to` is a number and wins; `recipient` is a business-scoped id.
fn receiver(sim: &Sim, fields: &Fields) -> Result<Person, Refusal> {
    let person = match (fields.get("to"), fields.get("recipient")) {
        (Some(to), _) => {
            let digits: String = to.chars().filter(char::is_ascii_digit).collect();
            sim.world.person_of(|person| person.phone == digits)
        }
        (None, Some(id)) => sim.world.person_of(|person| user_id(person) == id),
        (None, None) => return Err(bad("The parameter to is required.")),
    };
    person.ok_or_else(|| {
        Refusal::of(400, 131_026, "Message undeliverable").with_details("Message Undeliverable.")
    })
}

fn within_limits(sim: &Sim, person: &Person) -> Result<(), Refusal> {
    if sim.world.sent_lately(Some(&person.id), PAIR_SECONDS) >= PAIR_BURST {
        let message = "(Business Account, Consumer Account) pair rate limit hit";
        return Err(Refusal::of(400, 131_056, message).with_details(
            "Message failed to send because there were too many messages sent from this phone \
             number to the same phone number in a short period of time.",
        ));
    }
    if sim.world.sent_lately(None, 1) >= PER_SECOND_MAX {
        return Err(Refusal::of(400, 130_429, "Rate limit hit")
            .with_details("Message failed to send because there were too many messages"));
    }
    Ok(())
}

/// What a message says and offers, as the phone shows it, and the file that goes along.
fn content(
    sim: &Sim,
    kind: &str,
    fields: &Fields,
) -> Result<(Interactive, Option<super::world::File>), Refusal> {
    let plain = |body: String| Interactive { body, ..Interactive::default() };
    let content = fields.json(kind);
    let text = |pointer: &str| super::phone::text(&content, pointer);
    match kind {
        "text" => {
            let body = text("/body").unwrap_or_default();
            if body.is_empty() {
                return Err(bad("The parameter text['body'] is required."));
            }
            if body.chars().count() > TEXT_MAX {
                return Err(bad("Param text['body'] must be at most 4096 characters long."));
            }
            Ok((plain(body), None))
        }
        "image" | "video" | "audio" | "document" | "sticker" => {
            let id = text("/id").unwrap_or_default();
            let file = sim.world.file(&id);
            let file = file.ok_or_else(|| {
                Refusal::of(400, 131_053, "Media upload error").with_details("Unknown media id.")
            })?;
            Ok((plain(text("/caption").unwrap_or_default()), Some(file)))
        }
        "template" => Ok((plain(templates::filled(&content)?), None)),
        "interactive" => Ok((interactive::read(&content)?, None)),
        _ => Err(Refusal::of(400, 131_051, "Unsupported message type")),
    }
}

async fn lay_down(State(sim): State<Sim>, request: Request) -> Result<Json<Value>, Refusal> {
    let_in(&sim, request.headers(), None)?;
    let fields = Fields::read(request).await.map_err(|error| bad(&error.detail))?;
    let part =
        fields.files.into_iter().next().ok_or_else(|| bad("The parameter file is required."))?;
    let file = sim.world.keep(&part.name, &part.media_type, part.content);
    Ok(Json(json!({ "id": file.id })))
}

/// Unlike Messenger's, these addresses want the token.
async fn show_media(
    State(sim): State<Sim>,
    path: Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let_in(&sim, &headers, None)?;
    Ok(graph::show_file(State(sim), path).await)
}

async fn list_templates(
    State(sim): State<Sim>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    let_in(&sim, &headers, None)?;
    let all = templates::all();
    let count = all.as_array().map_or(0, Vec::len);
    Ok(Json(json!({
        "data": all, "paging": { "cursors": { "before": "MAZDZD", "after": "MAZDZD" } },
        "summary": {
            "total_count": count, "message_template_count": count, "message_template_limit": 250,
            "are_translations_complete": true,
        },
    })))
}

async fn show(
    State(sim): State<Sim>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    let_in(&sim, &headers, None)?;
    let Some(file) = sim.world.file(&id) else { return Ok(graph::object(&sim, &id)) };
    Ok(Json(json!({
        "messaging_product": "whatsapp", "id": file.id, "mime_type": file.media_type,
        "url": format!("{}/files/{}/{}", sim.own_url, file.id, super::phone::in_address(&file.name)),
        "file_size": file.content.len(),
    })))
}

/// The same person has the same one for all numbers of a merchant.
fn user_id(person: &Person) -> String {
    format!("PL.{}", person.id)
}

fn contact(person: &Person) -> Value {
    let mut contact = json!({ "profile": { "name": person.name }, "user_id": user_id(person) });
    if person.hides_phone {
        let name = person.name.to_lowercase().replace(' ', ".");
        contact["profile"]["username"] = json!(name);
    } else {
        contact["wa_id"] = json!(person.phone);
    }
    contact
}

fn seconds(at: kit::Time) -> String {
    (at.0 / 1_000_000).to_string()
}

fn said(sim: &Sim, _: &World, person: &Person, line: &Line) -> Value {
    let mut message = json!({
        "id": line.id, "timestamp": seconds(line.at), "from_user_id": user_id(person),
    });
    if !person.hides_phone {
        message["from"] = json!(person.phone);
    }
    if let Some(reply_to) = &line.reply_to {
        message["context"] = json!({ "from": sim.account, "id": reply_to });
    }
    match (&line.file, &line.pressed) {
        (_, Some((id, title))) => {
            message["type"] = json!("interactive");
            let offered = line.reply_to.as_deref().and_then(|id| sim.world.line(id));
            let is_list = offered.is_some_and(|offered| offered.is_list);
            let kind = if is_list { "list_reply" } else { "button_reply" };
            message["interactive"] = json!({ "type": kind, kind: { "id": id, "title": title } });
        }
        (Some(file), None) => {
            let kind = kind_of(&file.media_type);
            message["type"] = json!(kind);
            let mut media = json!({ "id": file.id, "mime_type": file.media_type });
            if !line.text.is_empty() {
                media["caption"] = json!(line.text);
            }
            if kind == "document" {
                media["filename"] = json!(file.name);
            }
            message[kind] = media;
        }
        (None, None) => {
            message["type"] = json!("text");
            message["text"] = json!({ "body": line.text });
        }
    }
    call(sim, json!({ "contacts": [contact(person)], "messages": [message] }))
}

fn kind_of(media_type: &str) -> &'static str {
    match media_type.split('/').next().unwrap_or_default() {
        "image" if media_type == "image/webp" => "sticker",
        "image" => "image",
        "video" => "video",
        "audio" => "audio",
        _ => "document",
    }
}

fn told(sim: &Sim, world: &World, person: &Person, line: &Line) -> Option<Value> {
    let status = match line.state {
        Far::Sent => "sent",
        Far::Delivered => "delivered",
        Far::Read => "read",
        Far::Failed => "failed",
    };
    let mut report = json!({
        "id": line.id, "status": status, "timestamp": seconds(world.now()),
        "recipient_user_id": user_id(person),
    });
    if !person.hides_phone {
        report["recipient_id"] = json!(person.phone);
    }
    if let Some(opaque) = &line.opaque {
        report["biz_opaque_callback_data"] = json!(opaque);
    }
    if let Some(code) = line.error {
        report["errors"] = json!([{
            "code": code, "title": "Re-engagement message", "message": "Re-engagement message",
            "error_data": { "details": "Message failed to send because more than 24 hours have \
                passed since the customer last replied to this number." },
        }]);
    }
    // Of what failed Meta names no contact.
    let mut value = json!({ "statuses": [report] });
    if line.state != Far::Failed {
        value["contacts"] = json!([contact(person)]);
    }
    Some(call(sim, value))
}

fn call(sim: &Sim, mut value: Value) -> Value {
    value["messaging_product"] = json!("whatsapp");
    value["metadata"] =
        json!({ "display_phone_number": "48221234567", "phone_number_id": sim.account });
    json!({
        "object": "whatsapp_business_account",
        "entry": [{ "id": "900800700", "changes": [{ "value": value, "field": "messages" }] }],
    })
}
