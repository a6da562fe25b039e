//! The fields of a call: in the address, as a form, as JSON, or as a form with files.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::{FromRequest, Multipart, Query, Request};
use axum::http::header;
use kit::{Error, Result};
use serde_json::Value;

use super::world::FILE_BYTES_MAX;

#[derive(Debug, Default)]
pub struct Fields {
    texts: BTreeMap<String, String>,
    pub files: Vec<Part>,
}

/// A file of a form.
#[derive(Debug)]
pub struct Part {
    pub name: String,
    pub media_type: String,
    pub content: Vec<u8>,
}

impl Fields {
    pub async fn read(request: Request) -> Result<Fields> {
        let bad = |error: &dyn std::fmt::Display| Error::bad_input("bad_call", error.to_string());
        let mut fields = Fields::default();
        if let Ok(Query(query)) = Query::<BTreeMap<String, String>>::try_from_uri(request.uri()) {
            fields.texts = query;
        }
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_string();
        if kind.starts_with("multipart/form-data") {
            let form = Multipart::from_request(request, &()).await.map_err(|error| bad(&error))?;
            fields.take_parts(form).await?;
            return Ok(fields);
        }
        if kind.starts_with("application/x-www-form-urlencoded") {
            type Texts = BTreeMap<String, String>;
            let form = Form::<Texts>::from_request(request, &()).await;
            fields.texts.extend(form.map_err(|error| bad(&error))?.0);
            return Ok(fields);
        }
        let body = axum::body::to_bytes(request.into_body(), FILE_BYTES_MAX).await;
        let body = body.map_err(|error| bad(&error))?;
        if !body.is_empty() {
            let json: BTreeMap<String, Value> =
                serde_json::from_slice(&body).map_err(|error| bad(&error))?;
            fields.texts.extend(json.into_iter().map(|(name, value)| match value {
                Value::String(text) => (name, text),
                other => (name, other.to_string()),
            }));
        }
        Ok(fields)
    }

    async fn take_parts(&mut self, mut form: Multipart) -> Result<()> {
        let bad = |error: &dyn std::fmt::Display| Error::bad_input("bad_call", error.to_string());
        while let Some(part) = form.next_field().await.map_err(|error| bad(&error))? {
            let field = part.name().unwrap_or_default().to_string();
            let name = part.file_name().map(str::to_string);
            let media_type = part.content_type().unwrap_or("application/octet-stream").to_string();
            let content = part.bytes().await.map_err(|error| bad(&error))?.to_vec();
            match name {
                Some(name) if !content.is_empty() => {
                    self.files.push(Part { name, media_type, content });
                }
                Some(_) => {}
                None => {
                    self.texts.insert(field, String::from_utf8_lossy(&content).into_owned());
                }
            }
        }
        Ok(())
    }

    /// A field that says something.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str).filter(|text| !text.is_empty())
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.parse().ok()
    }

    pub fn json(&self, name: &str) -> Value {
        self.get(name).and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }
}
