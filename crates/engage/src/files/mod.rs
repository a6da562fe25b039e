//! Files that go along with an answer: attached where the door carries them, else as a link that is signed and ends.
//!
//! Start reading at [`rules::carry`] (pure). A link names its message and which of its files: who guesses one guesses 256
//! bits. It is good for [`LINK_LIFE`] after the message.

pub mod rules;
#[cfg(test)]
mod tests;

use axum::extract::{Path, State as With};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use kit::secrets::Secrets;
use kit::time::days;
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};

use crate::Ctx;
use crate::conversations::{MessageId, NewAttachment, store as conversations};

pub const LINK_LIFE: i64 = days(30);
const PURPOSE: &str = "file link";

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::Everybody).route("/files/{link}", get(show_file)).with_state(ctx)
}

/// The path of a link to a file of a message, counted from 0.
pub fn path(keys: &Secrets, message: MessageId, number: u8) -> Result<String> {
    let plain = [message.0.as_slice(), &[number]].concat();
    let signature = keys.signer(PURPOSE)?.sign(&plain);
    Ok(format!("/files/{}", BASE64.encode([plain.as_slice(), &signature].concat())))
}

fn read(keys: &Secrets, link: &str) -> Result<Option<(MessageId, usize)>> {
    let Ok(bytes) = BASE64.decode(link) else { return Ok(None) };
    let Some((plain, signature)) = bytes.split_at_checked(17) else { return Ok(None) };
    let Some((id, [number])) = plain.split_first_chunk::<16>() else { return Ok(None) };
    let is_signed = keys.signer(PURPOSE)?.is_signed(plain, signature);
    Ok(is_signed.then_some((MessageId(*id), usize::from(*number))))
}

async fn show_file(With(ctx): With<Ctx>, Path(link): Path<String>) -> Result<Response> {
    let gone = || Error::not_found("file behind this link: it may have ended");
    // Without a key there are no links.
    let read = read(&ctx.secrets, &link).ok().flatten();
    let (message, number) = read.ok_or_else(gone)?;
    let now = ctx.customers.clock.now();
    let find = |tx: &Tx| {
        let Some(message) = conversations::find_message_maybe(tx, message)? else {
            return Err(gone());
        };
        if now.since(message.at) > LINK_LIFE {
            return Err(gone());
        }
        let files = conversations::attachments(tx, &[message.id])?;
        conversations::attachment(tx, files.get(number).ok_or_else(gone)?.id)
    };
    Ok(answer(ctx.customers.db.read(find).await?))
}

/// To be saved, and by nobody to be run here.
fn answer(file: NewAttachment) -> Response {
    let kind = HeaderValue::from_str(&file.media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let name: String = file.name.bytes().map(escaped).collect();
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    let headers: [(HeaderName, HeaderValue); 5] = [
        (header::CONTENT_TYPE, kind),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment")),
        ),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    (headers, file.content).into_response()
}

/// RFC 8187.
fn escaped(byte: u8) -> String {
    let is_bare = byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    if is_bare { char::from(byte).to_string() } else { format!("%{byte:02X}") }
}
