//! What files a visitor may send: pictures, PDF, plain text. By what is in them, whatever they are called.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use kit::{Error, Result};
use serde::Deserialize;

use crate::conversations::NewAttachment;

pub const COUNT_MAX: usize = 5;
/// Of all files of one message.
pub const BYTES_MAX: usize = 5 * 1024 * 1024;
const NAME_BYTES_MAX: usize = 200;

/// A file as the widget sends it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    pub name: String,
    /// The content in base64.
    pub content: String,
}

pub fn of_base64(sent: Vec<Sent>) -> Result<Vec<NewAttachment>> {
    let decode = |file: Sent| {
        let content = BASE64.decode(&file.content).map_err(|_| {
            Error::bad_input("bad_file", format!("The file “{}” is not base64.", file.name))
        })?;
        Ok((file.name, content))
    };
    checked(sent.into_iter().map(decode).collect::<Result<_>>()?)
}

/// Refuses what is too much or of a sort that nobody should open.
pub fn checked(files: Vec<(String, Vec<u8>)>) -> Result<Vec<NewAttachment>> {
    let bytes: usize = files.iter().map(|(_, content)| content.len()).sum();
    if files.len() > COUNT_MAX || bytes > BYTES_MAX {
        let megabytes = BYTES_MAX / 1024 / 1024;
        let detail = format!("A message has at most {COUNT_MAX} files of {megabytes} MB in all.");
        return Err(Error::too_large("files_too_large", detail));
    }
    let attach = |(name, content): (String, Vec<u8>)| {
        let media_type = media_type(&content).ok_or_else(|| {
            let detail =
                format!("“{name}” is no picture (PNG, JPEG, GIF, WebP), PDF or plain text.");
            Error::bad_input("bad_file_type", detail)
        })?;
        let name = kit::text::clip(name.trim(), NAME_BYTES_MAX).replace(['/', '\\', '\0'], "_");
        let name = if name.is_empty() { "file".to_string() } else { name };
        Ok(NewAttachment { name, media_type: media_type.into(), content_id: None, content })
    };
    files.into_iter().map(attach).collect()
}

fn media_type(content: &[u8]) -> Option<&'static str> {
    let begins = |with: &[u8]| content.starts_with(with);
    if begins(b"\x89PNG\r\n\x1a\n") {
        return Some("image/png");
    }
    if begins(b"\xff\xd8\xff") {
        return Some("image/jpeg");
    }
    if begins(b"GIF87a") || begins(b"GIF89a") {
        return Some("image/gif");
    }
    if begins(b"RIFF") && content.get(8..12) == Some(b"WEBP") {
        return Some("image/webp");
    }
    if begins(b"%PDF-") {
        return Some("application/pdf");
    }
    let is_text = !content.contains(&0) && std::str::from_utf8(content).is_ok();
    is_text.then_some("text/plain; charset=utf-8")
}
