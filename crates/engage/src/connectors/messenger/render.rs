//! A message as the Send API takes it. Pure.

use serde_json::{Value, json};

use super::super::{Outgoing, Provider};

/// The messages that make up one of ours, in order: the text, then each file (its kind and Meta's id of it).
pub fn bodies(out: &Outgoing, is_late: bool, files: &[(&str, String)]) -> Vec<Value> {
    let text = out.message.body.as_str();
    let words = (!text.is_empty()).then(|| json!({ "text": text }));
    let files = files.iter().map(
        |(kind, id)| json!({ "attachment": { "type": kind, "payload": { "attachment_id": id } } }),
    );
    words.into_iter().chain(files).map(|message| wrapped(out, is_late, message)).collect()
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
