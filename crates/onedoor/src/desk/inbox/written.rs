//! What somebody wrote into the composer, with the files they put in: a form of either sort.

use axum::Form;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use engage::choices::Choice;
use engage::conversations::{FILES_BYTES_MAX, FILES_MAX, NewAttachment, NewReply};
use kit::{Error, Result};
use serde::Deserialize;

use crate::app::App;

/// The longest key by which a form that comes twice is known.
const KEY_BYTES_MAX: usize = 64;
const TEXT_BYTES_MAX: usize = 300 * 1024;
const NAME_CHARS_MAX: usize = 120;

/// The fields of the composer.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Written {
    pub kind: String,
    /// The door and, where it has several, the address: `chn_… email:anna@example.com`.
    pub way: String,
    pub subject: String,
    pub body: String,
    /// What the customer is to choose from, a line each.
    pub choices: String,
    pub key: String,
    /// The newest message that stood on the page.
    pub after: String,
    #[serde(skip)]
    pub files: Vec<NewAttachment>,
}

impl Written {
    pub fn is_note(&self) -> bool {
        self.kind == "note"
    }

    pub fn reply(&self, own_url: String) -> Result<NewReply> {
        let (channel, address) = match self.way.split_once(' ') {
            Some((channel, address)) => (channel, Some(address.to_string())),
            None => (self.way.as_str(), None),
        };
        let given = |text: &str| Some(text.trim().to_string()).filter(|text| !text.is_empty());
        Ok(NewReply {
            channel_id: given(channel).map(|channel| channel.parse()).transpose()?,
            address,
            subject: given(&self.subject),
            body: self.body.clone(),
            attachments: self.files.clone(),
            choices: Choice::of_titles(self.choices.lines()),
            key: given(&self.key),
            after: given(&self.after).map(|after| after.parse()).transpose()?,
            own_url: Some(own_url),
            ..NewReply::default()
        })
    }

    fn set(&mut self, name: &str, value: String) {
        match name {
            "kind" => self.kind = value,
            "way" => self.way = value,
            "subject" => self.subject = value,
            "body" => self.body = value,
            "choices" => self.choices = value,
            "key" => self.key = value,
            "after" => self.after = value,
            _ => {}
        }
    }

    fn checked(mut self) -> Result<Written> {
        // A browser sends each end of a line as two characters, one of which an SMS would pay for.
        self.body = self.body.replace("\r\n", "\n");
        if self.key.len() > KEY_BYTES_MAX {
            return Err(Error::bad_input("bad_key", "The key of this form is too long."));
        }
        Ok(self)
    }
}

impl FromRequest<App> for Written {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Written, Response> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let written = if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let parts = Multipart::from_request(request, app).await;
            of_parts(parts.map_err(IntoResponse::into_response)?).await
        } else {
            let form = Form::<Written>::from_request(request, app).await;
            Ok(form.map_err(IntoResponse::into_response)?.0)
        };
        written.and_then(Written::checked).map_err(IntoResponse::into_response)
    }
}

async fn of_parts(mut parts: Multipart) -> Result<Written> {
    let broken =
        |_| Error::bad_input("bad_form", "This form did not come as a whole. Send it again.");
    let mut written = Written::default();
    let mut bytes = 0;
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_string();
        let Some(file_name) = part.file_name().map(str::to_string) else {
            let text = part.text().await.map_err(broken)?;
            if text.len() > TEXT_BYTES_MAX {
                return Err(Error::too_large(
                    "message_too_long",
                    "This is too long for a message.",
                ));
            }
            written.set(&name, text);
            continue;
        };
        let media_type = part.content_type().map(str::to_string);
        let content = part.bytes().await.map_err(broken)?;
        // A field for files that was left empty is sent as a file without name and content.
        if file_name.is_empty() && content.is_empty() {
            continue;
        }
        bytes += content.len();
        if written.files.len() == FILES_MAX || bytes > FILES_BYTES_MAX {
            let megabytes = FILES_BYTES_MAX / 1024 / 1024;
            let detail =
                format!("A message has at most {FILES_MAX} files of {megabytes} MB in all.");
            return Err(Error::too_large("files_too_large", detail));
        }
        written.files.push(NewAttachment {
            name: plain_name(&file_name),
            media_type: plain_type(media_type.as_deref()),
            content_id: None,
            content: content.to_vec(),
        });
    }
    Ok(written)
}

/// A name only, no path, nothing invisible.
fn plain_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = name.chars().filter(|c| !c.is_control()).collect();
    let clipped = kit::text::clip(plain.trim(), NAME_CHARS_MAX);
    if clipped.is_empty() { "file".into() } else { clipped.into_owned() }
}

/// `type/subtype` of plain letters; whatever else it says is not repeated.
fn plain_type(said: Option<&str>) -> String {
    let is_plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.+".contains(&b))
    };
    let said = said.and_then(|said| said.split(';').next()).unwrap_or_default().trim();
    match said.split_once('/') {
        Some((kind, subtype)) if is_plain(kind) && is_plain(subtype) => said.to_lowercase(),
        _ => "application/octet-stream".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_types_of_files_are_made_plain() {
        assert_eq!(plain_name("C:\\Users\\anna\\zdjęcie\r\n.png"), "zdjęcie.png");
        assert_eq!(plain_name("../"), "file");
        assert_eq!(plain_type(Some("Image/PNG; x=\"y\"")), "image/png");
        assert_eq!(plain_type(Some("text/html\r\nX: 1")), "application/octet-stream");
        assert_eq!(plain_type(None), "application/octet-stream");
    }
}
