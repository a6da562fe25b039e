//! A message as the Send API takes it. Pure.
//!
//! Quick replies vanish when anything comes behind them, so what can be chosen goes last.

use serde_json::{Value, json};

use super::super::{Outgoing, Provider};
use crate::choices::Offer;

/// The messages that make up one of ours, in order: the text, then each file (its kind and where Meta has it from); with
/// choices, the files first.
pub fn bodies(out: &Outgoing, is_late: bool, files: &[(&str, Value)]) -> Vec<Value> {
    let text = out.message.body.as_str();
    let words = (!text.is_empty()).then(|| json!({ "text": text }));
    let files = files
        .iter()
        .map(|(kind, payload)| json!({ "attachment": { "type": kind, "payload": payload } }));
    let messages: Vec<Value> = match &out.offer {
        Some(offer) => files.chain([quick_replies(out, offer)]).collect(),
        None => words.into_iter().chain(files).collect(),
    };
    messages.into_iter().map(|message| wrapped(out, is_late, message)).collect()
}

fn quick_replies(out: &Outgoing, offer: &Offer) -> Value {
    let choices = offer.buttons(out.message.id);
    let replies: Vec<Value> = choices
        .map(|(id, title)| json!({ "content_type": "text", "title": title, "payload": id }))
        .collect();
    json!({ "text": out.message.body, "quick_replies": replies })
}

fn wrapped(out: &Outgoing, is_late: bool, mut message: Value) -> Value {
    if out.link.provider == Provider::Messenger {
        message["metadata"] = json!(out.message.id.to_string());
    }
    let mut body = json!({ "recipient": { "id": out.to }, "message": message });
    if is_late {
        body["messaging_type"] = json!("MESSAGE_TAG");
        body["tag"] = json!("HUMAN_AGENT");
    } else {
        body["messaging_type"] = json!("RESPONSE");
    }
    body
}

pub fn kind_of(media_type: &str) -> &'static str {
    match media_type.split('/').next().unwrap_or_default() {
        "image" => "image",
        "video" => "video",
        "audio" => "audio",
        _ => "file",
    }
}
