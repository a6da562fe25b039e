//! The Bot API: calls, and what its refusals mean (Bot API 10.0, “Making requests”).

use hyper::{Method, header};
use kit::time::seconds;
use kit::{Error, Result};
use serde_json::{Value, json};

use super::Settings;
use super::render::Call;
use crate::connectors::files::Fetched;
use crate::connectors::http::{self, Answer, Failure};
use crate::connectors::meta::text;
use crate::connectors::{Link, Outgoing, Sent, multipart, tries};

/// What we understand; Telegram brings nothing else.
pub const UPDATES: &[&str] = &["message", "edited_message", "callback_query", "my_chat_member"];

pub struct Bot {
    api: String,
    token: String,
}

/// Telegram did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Said {
        code: i64,
        words: String,
        retry_after: Option<i64>,
    },
    /// The request was not made.
    NotSent(String),
    /// It may have been done, or not.
    Unknown(String),
}

impl Bot {
    pub fn of(link: &Link) -> Result<Bot> {
        let settings = Settings::of(link)?;
        let api = settings.api_url.trim_end_matches('/').to_string();
        Ok(Bot { api, token: link.secret("token")?.to_string() })
    }

    pub async fn call(&self, method: &str, body: &Value) -> Result<Value, Refusal> {
        read(self.post(method, body).await)
    }

    async fn post(&self, method: &str, body: &Value) -> Result<Answer, Failure> {
        let url = format!("{}/bot{}/{method}", self.api, self.token);
        http::post_json(&url, &[], body).await
    }

    /// Sends one part of a message. What comes back is nothing, where Telegram took it and only its name for it got lost.
    pub async fn send(&self, call: &Call<'_>, out: &Outgoing) -> Result<Value, Sent> {
        tries::somebody_answers(out, &self.api).await?;
        let answered = match &call.file {
            None => self.post(call.method, &json!({ "chat_id": out.to, "text": call.text })).await,
            Some((field, file)) => {
                let mut fields = vec![("chat_id", out.to.as_str())];
                if !call.text.is_empty() {
                    fields.push(("caption", call.text));
                }
                let part = (*field, file.name.as_str(), file.media_type.as_str());
                let (kind, body) = multipart::form(&fields, part, &file.content);
                let url = format!("{}/bot{}/{}", self.api, self.token, call.method);
                let headers = [(header::CONTENT_TYPE, kind)];
                http::send(Method::POST, &url, &headers, body).await
            }
        };
        match answered {
            Err(Failure::Taken { .. }) => Ok(Value::Null),
            answered => read(answered).map_err(|refusal| refusal.sent(out)),
        }
    }

    pub async fn download(&self, path: &str, bytes_max: usize) -> Fetched {
        let url = format!("{}/file/bot{}/{path}", self.api, self.token);
        match http::download(&url, &[], bytes_max).await {
            Ok(answer) if answer.is_success() => Fetched::Content(answer.body),
            Ok(answer) => refusal(&answer).fetched(),
            Err(failure) => Fetched::Later { after: None, error: failure.into() },
        }
    }
}

fn read(answered: Result<Answer, Failure>) -> Result<Value, Refusal> {
    match answered {
        Ok(answer) if answer.is_success() => match serde_json::from_slice::<Value>(&answer.body) {
            Ok(mut body) => Ok(body.get_mut("result").map(Value::take).unwrap_or_default()),
            Err(error) => Err(Refusal::Unknown(format!("the answer was cut short: {error}"))),
        },
        Ok(answer) => Err(refusal(&answer)),
        Err(Failure::NotSent(error)) => Err(Refusal::NotSent(error)),
        Err(failure) => Err(Refusal::Unknown(failure.into())),
    }
}

fn refusal(answer: &Answer) -> Refusal {
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let number = |pointer| body.pointer(pointer).and_then(Value::as_i64);
    Refusal::Said {
        code: number("/error_code").unwrap_or(i64::from(answer.status)),
        words: kit::text::clip(text(&body, "/description").unwrap_or_default(), 300).into_owned(),
        retry_after: number("/parameters/retry_after").map(|s| seconds(s.clamp(0, 3_600))),
    }
}

impl Refusal {
    /// What it means for a message.
    pub fn sent(self, out: &Outgoing) -> Sent {
        let error = self.words();
        match self {
            Refusal::Said { code: 429, retry_after, .. } => {
                Sent::Later { after: Some(retry_after.unwrap_or(seconds(5))), error }
            }
            Refusal::Said { code: 500.., .. } => Sent::Later { after: None, error },
            // The token: nobody's message goes. 404 is what Telegram says to a token that is none.
            Refusal::Said { code: 401 | 404, .. } => Sent::Down { error },
            Refusal::Said { .. } => Sent::Refused { error },
            Refusal::NotSent(_) => Sent::Down { error },
            Refusal::Unknown(_) => tries::unknown(out, &error),
        }
    }

    /// What it means for a file.
    pub fn fetched(self) -> Fetched {
        let error = self.words();
        match self {
            Refusal::Said { code: 429 | 500.., retry_after, .. } => {
                Fetched::Later { after: retry_after, error }
            }
            Refusal::Said { .. } => Fetched::Gone { error },
            Refusal::NotSent(_) | Refusal::Unknown(_) => Fetched::Later { after: None, error },
        }
    }

    /// For staff who connect the door.
    pub fn error(self) -> Error {
        let code = match self {
            Refusal::Said { code: 401 | 404, .. } => "telegram_token",
            Refusal::Said { .. } => "telegram_refused",
            Refusal::NotSent(_) | Refusal::Unknown(_) => "telegram_unreachable",
        };
        Error::conflict(code, format!("{}.", self.words().trim_end_matches('.')))
    }

    fn words(&self) -> String {
        match self {
            Refusal::Said { code: 403, words, .. } if words.contains("blocked") => {
                format!("The customer has blocked the bot (403: {words})")
            }
            Refusal::Said { code, words, .. } => format!("Telegram refused it ({code}: {words})"),
            Refusal::NotSent(error) | Refusal::Unknown(error) => {
                format!("Telegram does not answer: {error}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_telegram_answers() {
        let said = |body: &str| {
            let answer =
                Answer { status: 400, headers: header::HeaderMap::new(), body: body.into() };
            refusal(&answer)
        };
        let flood = said(
            r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 17","parameters":{"retry_after":17}}"#,
        );
        let words = "Too Many Requests: retry after 17".to_string();
        let retry_after = Some(seconds(17));
        assert_eq!(flood, Refusal::Said { code: 429, words, retry_after });
        let blocked = said(
            r#"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#,
        );
        assert!(blocked.words().starts_with("The customer has blocked the bot"));
        let gone = said("<html>").error();
        assert_eq!(gone.code, "telegram_refused");
    }
}
