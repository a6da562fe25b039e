//! A message as calls of the Bot API. Pure.

use serde_json::{Value, json};

use super::super::Outgoing;
use crate::conversations::NewAttachment;

/// Telegram counts UTF-16 units (Bot API, “sendMessage”).
const CAPTION_MAX: usize = 1_024;
const PHOTO_BYTES_MAX: usize = 10 * 1024 * 1024;
const FILE_BYTES_MAX: usize = 50 * 1024 * 1024;

#[derive(Debug, PartialEq, Eq)]
pub struct Call<'a> {
    pub method: &'static str,
    pub text: &'a str,
    /// Under which name the call has it.
    pub file: Option<(&'static str, &'a NewAttachment)>,
    /// What can be pressed below it.
    pub keyboard: Option<Value>,
}

/// The calls that make up a message: the text, as the caption of the first file where it is short; then each file. What can
/// be chosen comes last, with the text.
pub fn calls(out: &Outgoing) -> Result<Vec<Call<'_>>, String> {
    let text = out.message.body.as_str();
    let length = text.encode_utf16().count();
    let is_last = out.offer.is_some();
    let is_caption = !out.attachments.is_empty() && length <= CAPTION_MAX && !is_last;
    let mut calls = Vec::new();
    let words = |keyboard| Call { method: "sendMessage", text, file: None, keyboard };
    if !text.is_empty() && !is_caption && !is_last {
        calls.push(words(None));
    }
    for (n, file) in out.attachments.iter().enumerate() {
        if file.content.len() > FILE_BYTES_MAX {
            return Err(format!("“{}” is too large: Telegram takes 50 MB.", file.name));
        }
        let (method, field) = method_of(file);
        let text = if n == 0 && is_caption { text } else { "" };
        calls.push(Call { method, text, file: Some((field, file)), keyboard: None });
    }
    if is_last {
        calls.push(words(keyboard(out)));
    }
    Ok(calls)
}

/// What Telegram shows as what it is; everything else is a document.
fn method_of(file: &NewAttachment) -> (&'static str, &'static str) {
    match file.media_type.split(';').next().unwrap_or_default().trim() {
        "image/jpeg" | "image/png" if file.content.len() <= PHOTO_BYTES_MAX => {
            ("sendPhoto", "photo")
        }
        "video/mp4" => ("sendVideo", "video"),
        "audio/ogg" => ("sendVoice", "voice"),
        "audio/mpeg" | "audio/mp4" => ("sendAudio", "audio"),
        _ => ("sendDocument", "document"),
    }
}

/// A row for each choice: long words stay readable on a phone.
fn keyboard(out: &Outgoing) -> Option<Value> {
    let offer = out.offer.as_ref()?;
    let button = |(data, text): (String, &str)| json!([{ "text": text, "callback_data": data }]);
    let rows: Vec<Value> = offer.buttons(out.message.id).map(button).collect();
    Some(json!({ "inline_keyboard": rows }))
}
