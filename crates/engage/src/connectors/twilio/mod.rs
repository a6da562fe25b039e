//! What all doors at Twilio have in common: webhooks are signed with the account's token.

pub mod signature;

use axum::http::{HeaderMap, Uri};
use kit::Result;
use serde_json::Value;

use super::Link;
use super::http::{self, Answer};

/// What Twilio sent, once its signature is right. All parameters count: new ones come without notice.
pub struct Signed(Vec<(String, String)>);

impl Signed {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Checks a webhook. `public_url` is this server as Twilio sees it: behind a proxy nothing else tells it, and the signature
/// covers it.
pub fn verified(
    link: &Link,
    public_url: &str,
    uri: &Uri,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Signed> {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let url = format!("{}{path}", public_url.trim_end_matches('/'));
    let parameters: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().collect();
    let given = headers.get("x-twilio-signature").and_then(|value| value.to_str().ok());
    let token = link.secret("auth_token")?;
    let is_signed = given.is_some_and(|given| signature::is_valid(token, given, &url, &parameters));
    if is_signed { Ok(Signed(parameters)) } else { Err(http::not_signed()) }
}

/// Twilio's number of an error, and what it says of it.
pub fn refusal(answer: &Answer) -> (Option<i64>, String) {
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let code = body.get("code").and_then(Value::as_i64);
    let words = body.get("message").and_then(Value::as_str).unwrap_or_default();
    let code_text = code.map_or(format!("HTTP {}", answer.status), |code| code.to_string());
    (code, format!("Twilio answered {code_text}: {}", kit::text::clip(words, 200)))
}
