//! A message as calls of the Bot API. Pure.

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
}

/// The calls that make up a message: the text, as the caption of the first file where it is short; then each file.
pub fn calls(out: &Outgoing) -> Result<Vec<Call<'_>>, String> {
    let text = out.message.body.as_str();
    let length = text.encode_utf16().count();
    let is_caption = !out.attachments.is_empty() && length <= CAPTION_MAX;
    let mut calls = Vec::new();
    if !text.is_empty() && !is_caption {
        calls.push(Call { method: "sendMessage", text, file: None });
    }
    for (n, file) in out.attachments.iter().enumerate() {
        if file.content.len() > FILE_BYTES_MAX {
            return Err(format!("“{}” is too large: Telegram takes 50 MB.", file.name));
        }
        let is_photo = matches!(file.media_type.as_str(), "image/jpeg" | "image/png")
            && file.content.len() <= PHOTO_BYTES_MAX;
        let (method, field) =
            if is_photo { ("sendPhoto", "photo") } else { ("sendDocument", "document") };
        let text = if n == 0 && is_caption { text } else { "" };
        calls.push(Call { method, text, file: Some((field, file)) });
    }
    Ok(calls)
}
