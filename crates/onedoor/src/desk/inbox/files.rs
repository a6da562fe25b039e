//! A file that came along with a message. It was made by somebody outside, so a browser must neither guess what it is
//! nor run anything in it.

use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use engage::conversations::{AttachmentId, store as conversations};
use kit::{Error, Result};

use crate::desk::who::Desk;

/// Types that browsers draw and nothing else.
pub const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

const SHUT_IN: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

pub async fn show_file(desk: Desk, Path(id): Path<String>) -> Result<Response> {
    let _: Permit<may::SeeConversations> = desk.staff.permit()?;
    let id: AttachmentId = id.parse().map_err(|_| Error::not_found("file of this id"))?;
    let file = desk.app.ctx.db.read(|tx| conversations::attachment(tx, id)).await?;
    let kind = HeaderValue::from_str(&file.media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let disposition = HeaderValue::from_str(&disposition(&file.name)).map_err(Error::internal)?;
    let headers = [
        (CONTENT_TYPE, kind),
        (CONTENT_DISPOSITION, disposition),
        (CONTENT_SECURITY_POLICY, SHUT_IN),
    ];
    Ok((headers, file.content).into_response())
}

/// To be saved under its name (RFC 6266): once in ASCII, once as it is (RFC 8187).
fn disposition(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ');
    let ascii: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let whole: String = name
        .bytes()
        .map(|b| if is_bare(b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_the_header() {
        assert_eq!(
            disposition("zdjęcie\r\nX: \"1\".png"),
            "attachment; filename=\"zdj_cie__X_ _1_.png\"; \
             filename*=UTF-8''zdj%C4%99cie%0D%0AX%3A%20%221%22.png"
        );
    }
}
