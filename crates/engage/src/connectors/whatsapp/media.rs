//! Files: ours are laid down with Meta before they are sent, the customer's are fetched from there.

use hyper::{Method, header};

use super::Settings;
use super::render::{Uploaded, bytes_max, kind_of};
use crate::connectors::files::Fetched;
use crate::connectors::meta::{self, errors};
use crate::connectors::{Link, Outgoing, Sent, http, multipart};
use crate::conversations::{FILES_BYTES_MAX, NewAttachment, RemoteFile};

/// Lays a file down with Meta. The customer sees nothing of it yet, so it can be tried again.
pub async fn upload(
    settings: &Settings,
    out: &Outgoing,
    file: &NewAttachment,
) -> Result<Uploaded, Sent> {
    let most = bytes_max(kind_of(&file.media_type));
    if file.content.len() > most {
        let error = format!("WhatsApp takes “{}” up to {} MB.", file.name, most / 1024 / 1024);
        return Err(Sent::Refused { error });
    }
    let token = out.link.secret("access_token").map_err(meta::refused)?;
    let fields = [("messaging_product", "whatsapp"), ("type", file.media_type.as_str())];
    let part = ("file", file.name.as_str(), file.media_type.as_str());
    let (kind, body) = multipart::form(&fields, part, &file.content);
    let url = settings.url(&format!("{}/media", settings.phone_number_id));
    let headers = [http::bearer(token), (header::CONTENT_TYPE, kind)];
    let answered = http::send(Method::POST, &url, &headers, body).await;
    // Nothing was sent yet: a lost answer costs a file that nobody points to.
    let answered = answered.map_err(|failure| http::Failure::NotSent(failure.into()));
    let answer = meta::read(answered, out)?;
    let id = meta::text(&answer, "/id").map(str::to_string);
    let id = id.ok_or_else(|| Sent::Later { after: None, error: "Meta named no file".into() })?;
    Ok(Uploaded { id, name: file.name.clone(), media_type: file.media_type.clone() })
}

/// Fetches a file of the customer's: Meta says where it lies for the next five minutes.
pub async fn fetch(link: &Link, file: &RemoteFile) -> Fetched {
    let later = |error: String| Fetched::Later { after: None, error };
    let (settings, token) = match (Settings::of(link), link.secret("access_token")) {
        (Ok(settings), Ok(token)) => (settings, token),
        (Err(error), _) | (_, Err(error)) => return later(error.detail),
    };
    let headers = [http::bearer(token)];
    let asked = http::send(Method::GET, &settings.url(&file.reference), &headers, Vec::new()).await;
    let place = match asked {
        Ok(answer) if answer.is_success() => {
            serde_json::from_slice(&answer.body).unwrap_or_default()
        }
        Ok(answer) => return refused(&errors::read(&answer)),
        Err(failure) => return later(failure.into()),
    };
    let Some(url) = meta::text(&place, "/url") else { return later("Meta named no place".into()) };
    match http::download(url, &headers, FILES_BYTES_MAX).await {
        Ok(answer) if answer.is_success() => Fetched::Content(answer.body),
        Ok(answer) => refused(&errors::read(&answer)),
        Err(failure) => later(failure.into()),
    }
}

fn refused(refusal: &errors::Refusal) -> Fetched {
    match refusal.verdict() {
        errors::Verdict::Never => Fetched::Gone { error: refusal.words() },
        _ => Fetched::Later { after: None, error: refusal.words() },
    }
}
