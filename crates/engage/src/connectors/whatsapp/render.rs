//! A message as WhatsApp's `/messages` takes it. Pure.
//!
//! Text goes as it was typed. WhatsApp knows four signs (`*bold*`, `_italic_`, `~struck~`, `` `code` ``) and no way to
//! write them plainly; whoever types them means them.

use serde_json::{Value, json};

use super::super::Outgoing;
use super::templates::Chosen;
use crate::choices::Offer;
use crate::choices::rules::Shape;

/// A caption longer than this goes before the file, as a message of its own.
const CAPTION_MAX: usize = 1_024;

/// A file that lies with Meta by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uploaded {
    pub id: String,
    pub name: String,
    pub media_type: String,
}

/// The messages that make up one of ours, in order: a template, or the text and each file. What can be chosen comes
/// last, with the text: it is what the customer is to answer.
pub fn bodies(out: &Outgoing, template: Option<&Chosen>, files: &[Uploaded]) -> Vec<Value> {
    if let Some(template) = template {
        return vec![message(out, "template", template.json())];
    }
    let text = out.message.body.as_str();
    let takes_caption = files.first().is_some_and(|file| kind_of(&file.media_type) != "audio");
    let is_caption = takes_caption && text.chars().count() <= CAPTION_MAX && out.offer.is_none();
    let mut bodies = Vec::new();
    if !text.is_empty() && !is_caption && out.offer.is_none() {
        bodies.push(message(out, "text", json!({ "body": text, "preview_url": true })));
    }
    for (n, file) in files.iter().enumerate() {
        let kind = kind_of(&file.media_type);
        let mut media = json!({ "id": file.id });
        if kind == "document" {
            media["filename"] = json!(file.name);
        }
        if n == 0 && is_caption && !text.is_empty() {
            media["caption"] = json!(text);
        }
        bodies.push(message(out, kind, media));
    }
    if let Some(offer) = &out.offer {
        bodies.push(message(out, "interactive", interactive(out, offer)));
    }
    bodies
}

/// Three buttons at most; of more, a list behind one.
fn interactive(out: &Outgoing, offer: &Offer) -> Value {
    let choices = offer.buttons(out.message.id);
    let body = json!({ "text": out.message.body });
    if offer.shape == Shape::List {
        let rows: Vec<Value> =
            choices.map(|(id, title)| json!({ "id": id, "title": title })).collect();
        let action = json!({ "button": offer.list_title(), "sections": [{ "rows": rows }] });
        return json!({ "type": "list", "body": body, "action": action });
    }
    let buttons: Vec<Value> = choices
        .map(|(id, title)| json!({ "type": "reply", "reply": { "id": id, "title": title } }))
        .collect();
    json!({ "type": "button", "body": body, "action": { "buttons": buttons } })
}

fn message(out: &Outgoing, kind: &str, content: Value) -> Value {
    let mut body = json!({
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "type": kind,
        "biz_opaque_callback_data": out.message.id.to_string(),
    });
    // A number has a plus with us and none with Meta. Anything else is a business-scoped id.
    match out.to.strip_prefix('+') {
        Some(digits) => body["to"] = json!(digits),
        None => body["recipient"] = json!(out.to),
    }
    body[kind] = content;
    body
}

/// What WhatsApp shows; everything else is a document.
pub fn kind_of(media_type: &str) -> &'static str {
    match media_type.split(';').next().unwrap_or_default().trim() {
        "image/jpeg" | "image/png" => "image",
        "video/mp4" | "video/3gpp" => "video",
        "audio/aac" | "audio/mp4" | "audio/mpeg" | "audio/amr" | "audio/ogg" => "audio",
        _ => "document",
    }
}

/// How large each may be (WhatsApp: “Media”).
pub fn bytes_max(kind: &str) -> usize {
    const MB: usize = 1024 * 1024;
    match kind {
        "image" => 5 * MB,
        "video" | "audio" => 16 * MB,
        _ => 100 * MB,
    }
}
