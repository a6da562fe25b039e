//! Telegram's Bot API, as far as a shop's bot needs it (version 10.0).
//!
//! Updates go to the webhook that `setWebhook` named, or else wait for `getUpdates`; never both.

use std::time::Duration;

use axum::extract::{Path, Request, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::fields::Fields;
use super::phone;
use super::world::{File, Line, Person, Trouble, World};
use super::{Headers, Provider, Sim};

pub const PROVIDER: Provider = Provider {
    name: "Telegram",
    routes,
    said,
    told: |_, _, _, _| None,
    blocked,
    tokens_end: false,
    sign,
};

const TEXT_MAX: usize = 4_096;
const CAPTION_MAX: usize = 1_024;
const PER_SECOND_MAX: usize = 30;
/// To one chat: about one a second, with some at once.
const CHAT_BURST: usize = 20;
const CHAT_SECONDS: i64 = 20;
const WAIT_SECONDS_MAX: i64 = 50;

fn routes() -> Router<Sim> {
    Router::new()
        .route("/{bot}/{method}", any(call))
        .route("/file/{bot}/{id}/{name}", any(show_file))
}

/// A refusal as Telegram writes it.
struct Refusal {
    code: u16,
    words: String,
    retry_after: Option<i64>,
}

impl Refusal {
    fn of(code: u16, words: &str) -> Refusal {
        Refusal { code, words: words.into(), retry_after: None }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut body = json!({ "ok": false, "error_code": self.code, "description": self.words });
        if let Some(seconds) = self.retry_after {
            body["parameters"] = json!({ "retry_after": seconds });
        }
        let status = StatusCode::from_u16(self.code).unwrap_or(StatusCode::BAD_REQUEST);
        (status, Json(body)).into_response()
    }
}

type Answer = Result<Value, Refusal>;

async fn call(
    State(sim): State<Sim>,
    Path((bot, method)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Refusal> {
    if bot.strip_prefix("bot") != Some(sim.secret.as_str()) {
        return Err(Refusal::of(401, "Unauthorized"));
    }
    let fields = Fields::read(request).await;
    let fields =
        fields.map_err(|error| Refusal::of(400, &format!("Bad Request: {}", error.detail)))?;
    // Names of methods are taken in any case.
    let result = match method.to_lowercase().as_str() {
        "getme" => Ok(me()),
        "setwebhook" => set_webhook(&sim, &fields),
        "deletewebhook" => {
            sim.world.things().webhook = None;
            Ok(json!(true))
        }
        "getwebhookinfo" => Ok(webhook_info(&sim)),
        "getupdates" => updates(&sim, &fields).await,
        "sendmessage" | "sendphoto" | "senddocument" | "sendvideo" | "sendaudio" | "sendvoice" => {
            match send(&sim, &fields)? {
                // It is done, and nobody hears of it.
                (_, true) => return Ok((StatusCode::OK, "{").into_response()),
                (message, false) => Ok(message),
            }
        }
        "sendchataction" => {
            sim.world.see_typing(fields.get("chat_id").unwrap_or_default());
            Ok(json!(true))
        }
        "answercallbackquery" | "setmycommands" => Ok(json!(true)),
        "getfile" => file(&sim, &fields),
        _ => Err(Refusal::of(404, "Not Found: method not found")),
    };
    Ok(Json(json!({ "ok": true, "result": result? })).into_response())
}

fn me() -> Value {
    json!({
        "id": 424_242, "is_bot": true, "first_name": "Simulated shop", "username": "simulated_bot",
        "can_join_groups": false, "can_read_all_group_messages": false,
        "supports_inline_queries": false,
    })
}

fn set_webhook(sim: &Sim, fields: &Fields) -> Answer {
    let url = fields.get("url").unwrap_or_default().to_string();
    let secret = fields.get("secret_token").unwrap_or_default().to_string();
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if secret.len() > 256 || !secret.chars().all(is_allowed) {
        return Err(Refusal::of(400, "Bad Request: secret token contains unallowed characters"));
    }
    sim.world.things().webhook = (!url.is_empty()).then_some((url, secret));
    sim.courier.release();
    Ok(json!(true))
}

fn webhook_info(sim: &Sim) -> Value {
    let things = sim.world.things();
    let url = things.webhook.as_ref().map(|(url, _)| url.clone()).unwrap_or_default();
    let mut info =
        json!({ "url": url, "has_custom_certificate": false, "pending_update_count": 0 });
    if let Some(error) = &things.webhook_error {
        info["last_error_date"] = json!(0);
        info["last_error_message"] = json!(error);
    }
    info
}

async fn updates(sim: &Sim, fields: &Fields) -> Answer {
    if sim.world.things().webhook.is_some() {
        let words = "Conflict: can't use getUpdates method while webhook is active; use \
                     deleteWebhook to delete the webhook first";
        return Err(Refusal::of(409, words));
    }
    let number = |update: &Value| update["update_id"].as_i64().unwrap_or_default();
    let offset = fields.number("offset").unwrap_or_default();
    // Who asks for those behind one has it.
    sim.courier.forget_up_to(|update| number(update) < offset);
    let wait = fields.number("timeout").unwrap_or_default().clamp(0, WAIT_SECONDS_MAX);
    let news = sim.news.notified();
    if sim.courier.waiting().is_empty() && wait > 0 {
        let wait = Duration::from_secs(wait.unsigned_abs());
        tokio::time::timeout(wait, news).await.ok();
    }
    let most = fields.number("limit").unwrap_or(100).clamp(1, 100);
    let most = usize::try_from(most).unwrap_or(100);
    Ok(sim.courier.waiting().into_iter().take(most).collect())
}

/// The message as it was sent, and whether its answer gets lost.
fn send(sim: &Sim, fields: &Fields) -> Result<(Value, bool), Refusal> {
    let person = fields.get("chat_id").and_then(|id| sim.world.person(id));
    // A bot cannot begin: somebody has to start it.
    let person = person.filter(|person| person.wrote_at.is_some());
    let person = person.ok_or_else(|| Refusal::of(400, "Bad Request: chat not found"))?;
    if person.has_blocked {
        return Err(Refusal::of(403, "Forbidden: bot was blocked by the user"));
    }
    let part = fields.files.first();
    let words = fields.get("text").or(fields.get("caption")).unwrap_or_default();
    let length = words.encode_utf16().count();
    match part {
        None if words.is_empty() => {
            return Err(Refusal::of(400, "Bad Request: message text is empty"));
        }
        None if length > TEXT_MAX => {
            return Err(Refusal::of(400, "Bad Request: message is too long"));
        }
        Some(_) if length > CAPTION_MAX => {
            return Err(Refusal::of(400, "Bad Request: message caption is too long"));
        }
        _ => {}
    }
    let is_answer_lost = within_limits(sim, &person)?;
    let file = part.map(|part| sim.world.keep(&part.name, &part.media_type, part.content.clone()));
    let keyboard = fields.json("reply_markup");
    let rows = keyboard["inline_keyboard"].as_array().into_iter().flatten();
    let buttons: Vec<(String, String)> =
        rows.flat_map(|row| phone::pairs(row, "", "/callback_data", "/text")).collect();
    if buttons.iter().any(|(data, words)| words.is_empty() || !(1..=64).contains(&data.len())) {
        return Err(Refusal::of(400, "Bad Request: BUTTON_DATA_INVALID"));
    }
    let id = sim.world.number().to_string();
    let line = Line { file, buttons, ..sim.world.line_of_shop(id, &person, words) };
    let message = shown(&sim.world.say(line), &person);
    Ok((message, is_answer_lost))
}

fn within_limits(sim: &Sim, person: &Person) -> Result<bool, Refusal> {
    let trouble = sim.world.trouble();
    if trouble == Some(Trouble::Down) {
        return Err(Refusal::of(502, "Bad Gateway"));
    }
    let is_too_much = trouble == Some(Trouble::Rate)
        || sim.world.sent_lately(None, 1) >= PER_SECOND_MAX
        || sim.world.sent_lately(Some(&person.id), CHAT_SECONDS) >= CHAT_BURST;
    if is_too_much {
        let words = "Too Many Requests: retry after 3".to_string();
        return Err(Refusal { code: 429, words, retry_after: Some(3) });
    }
    Ok(trouble == Some(Trouble::LostAnswer))
}

fn file(sim: &Sim, fields: &Fields) -> Answer {
    let file = fields.get("file_id").and_then(|id| sim.world.file(id));
    let file = file.ok_or_else(|| Refusal::of(400, "Bad Request: invalid file_id"))?;
    let path = format!("{}/{}", file.id, phone::in_address(&file.name));
    Ok(json!({
        "file_id": file.id, "file_unique_id": file.id, "file_size": file.content.len(),
        "file_path": path,
    }))
}

async fn show_file(
    State(sim): State<Sim>,
    Path((bot, id, _name)): Path<(String, String, String)>,
) -> Result<Response, Refusal> {
    let is_ours = bot.strip_prefix("bot") == Some(sim.secret.as_str());
    let file = sim.world.file(&id).filter(|_| is_ours);
    let file = file.ok_or_else(|| Refusal::of(404, "Not Found"))?;
    Ok(([(header::CONTENT_TYPE, file.media_type)], file.content).into_response())
}

fn account(person: &Person) -> Value {
    let (first, last) = person.name.split_once(' ').unwrap_or((&person.name, ""));
    let id: i64 = person.id.parse().unwrap_or_default();
    let mut account =
        json!({ "id": id, "is_bot": false, "first_name": first, "language_code": "pl" });
    if !last.is_empty() {
        account["last_name"] = json!(last);
    }
    account
}

fn chat(person: &Person) -> Value {
    let id: i64 = person.id.parse().unwrap_or_default();
    json!({ "id": id, "type": "private", "first_name": person.name })
}

/// A message as Telegram shows it to the bot.
fn shown(line: &Line, person: &Person) -> Value {
    let number: i64 = line.id.parse().unwrap_or_default();
    let from = if line.is_from_shop { me() } else { account(person) };
    let mut message = json!({
        "message_id": number, "from": from, "chat": chat(person), "date": line.at.0 / 1_000_000,
    });
    let words = match &line.payload {
        Some(payload) if line.text.is_empty() => format!("/start {payload}"),
        _ => line.text.clone(),
    };
    match &line.file {
        None => message["text"] = json!(words),
        Some(file) => {
            if !words.is_empty() {
                message["caption"] = json!(words);
            }
            let (kind, media) = media(file);
            message[kind] = media;
        }
    }
    if !line.buttons.is_empty() {
        let button =
            |(data, words): &(String, String)| json!([{ "text": words, "callback_data": data }]);
        let rows: Vec<Value> = line.buttons.iter().map(button).collect();
        message["reply_markup"] = json!({ "inline_keyboard": rows });
    }
    message
}

fn media(file: &File) -> (&'static str, Value) {
    let size = file.content.len();
    let mut media = json!({ "file_id": file.id, "file_unique_id": file.id, "file_size": size });
    if file.media_type.starts_with("image/") {
        media["width"] = json!(640);
        media["height"] = json!(480);
        return ("photo", json!([media]));
    }
    media["mime_type"] = json!(file.media_type);
    if file.media_type == "audio/ogg" {
        return ("voice", media);
    }
    media["file_name"] = json!(file.name);
    let is_video = file.media_type.starts_with("video/");
    (if is_video { "video" } else { "document" }, media)
}

fn said(sim: &Sim, world: &World, person: &Person, line: &Line) -> Value {
    let update_id = world.number();
    if let Some((data, _)) = &line.pressed {
        let message = line.reply_to.as_deref().and_then(|id| world.line(id));
        let query = json!({
            "id": line.id, "from": account(person), "chat_instance": "1", "data": data,
            "message": message.map(|message| shown(&message, person)),
        });
        return json!({ "update_id": update_id, "callback_query": query });
    }
    let mut message = shown(line, person);
    if let Some(answered) = line.reply_to.as_deref().and_then(|id| world.line(id)) {
        message["reply_to_message"] = shown(&answered, person);
    }
    let mut kind = "message";
    if let Some(at) = line.edited_at {
        message["edit_date"] = json!(at.0 / 1_000_000);
        kind = "edited_message";
    }
    tracing::debug!(sim.own_url, update_id, "an update");
    json!({ "update_id": update_id, kind: message })
}

fn blocked(_: &Sim, world: &World, person: &Person) -> Option<Value> {
    let member = |is_blocked: bool| {
        let status = if is_blocked { "kicked" } else { "member" };
        let mut member = json!({ "status": status, "user": me() });
        if is_blocked {
            member["until_date"] = json!(0);
        }
        member
    };
    Some(json!({
        "update_id": world.number(),
        "my_chat_member": {
            "chat": chat(person), "from": account(person), "date": world.now().0 / 1_000_000,
            "old_chat_member": member(!person.has_blocked),
            "new_chat_member": member(person.has_blocked),
        },
    }))
}

fn sign(sim: &Sim, _: &[u8]) -> Headers {
    let secret = sim.world.things().webhook.clone().map(|(_, secret)| secret);
    let secret = secret.filter(|secret| !secret.is_empty());
    let name = HeaderName::from_static("x-telegram-bot-api-secret-token");
    secret.map(|secret| (name, secret)).into_iter().collect()
}
