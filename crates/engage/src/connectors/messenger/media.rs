//! Files: ours are laid down with Meta or fetched by it, the customer's are fetched from there.

use hyper::{Method, header};
use serde_json::{Value, json};

use super::Settings;
use crate::Ctx;
use crate::connectors::files::Fetched;
use crate::connectors::http::{self, Failure};
use crate::connectors::{Outgoing, Sent, meta, multipart};
use crate::conversations::{FILES_BYTES_MAX, NewAttachment, RemoteFile};
use crate::files;

/// Lays a file down with Meta (“Attachment upload”). The customer sees nothing of it yet, so it can be tried again.
pub async fn upload(
    settings: &Settings,
    out: &Outgoing,
    file: &NewAttachment,
    kind: &str,
) -> Result<Value, Sent> {
    let token = out.link.secret("access_token").map_err(meta::refused)?;
    let message = json!({ "attachment": { "type": kind, "payload": { "is_reusable": false } } });
    let part = ("filedata", file.name.as_str(), file.media_type.as_str());
    let (content, body) =
        multipart::form(&[("message", &message.to_string())], part, &file.content);
    let url = settings.url(&format!("{}/message_attachments", settings.account_id));
    let headers = [http::bearer(token), (header::CONTENT_TYPE, content)];
    let answered = http::send(Method::POST, &url, &headers, body).await;
    let answered = answered.map_err(|failure| Failure::NotSent(failure.into()));
    let answer = meta::read(answered, out)?;
    let id = meta::text(&answer, "/attachment_id");
    let id = id.ok_or_else(|| Sent::Later { after: None, error: "Meta named no file".into() })?;
    Ok(json!({ "attachment_id": id }))
}

/// Instagram takes no files, it fetches them: by a link that is signed and ends (“Upload media for Instagram messaging”,
/// 2026-06-30).
pub fn by_link(ctx: &Ctx, out: &Outgoing, number: u8) -> Result<Value, Sent> {
    let Some(own) = &ctx.public_url else {
        let error = "Instagram fetches files from this server, whose public address is not set.";
        return Err(Sent::Refused { error: error.into() });
    };
    let path = files::path(&ctx.secrets, out.message.id, number).map_err(meta::refused)?;
    Ok(json!({ "url": format!("{}{path}", own.trim_end_matches('/')) }))
}

/// Fetches a file of the customer's, at an address that Meta signed.
pub async fn fetch(file: &RemoteFile) -> Fetched {
    match http::download(&file.reference, &[], FILES_BYTES_MAX).await {
        Ok(answer) if answer.is_success() => Fetched::Content(answer.body),
        Ok(answer) if answer.status >= 500 || answer.status == 429 => {
            let error = format!("Meta answered {}", answer.status);
            Fetched::Later { after: answer.retry_after(), error }
        }
        Ok(answer) => Fetched::Gone { error: format!("Meta answered {}", answer.status) },
        Err(failure) => Fetched::Later { after: None, error: failure.into() },
    }
}
