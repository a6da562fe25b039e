//! Stories of visitors, through the real routes.

mod choosing;
mod elsewhere;
mod forms;
mod limits;
mod reading;
mod resuming;
mod tokens;
mod writing;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, header};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;
use tower::ServiceExt as _;

use super::{ChatSettings, Live, open, routes};
use crate::testing::Talk;

/// One browser before the chat of the shop.
struct Browser {
    router: Router,
    key: String,
    session: Option<String>,
    token: Option<String>,
}

impl Browser {
    fn at(talk: &Talk) -> Browser {
        let router = routes(talk.ctx.clone(), Live::default()).into_router();
        Browser { router, key: talk.chat.write_key.clone(), session: None, token: None }
    }

    fn request(&self, method: &str, path: &str, body: String) -> Request<Body> {
        let mut request = Request::builder().method(method).uri(path);
        request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.key));
        if let Some(session) = &self.session {
            request = request.header("onedoor-session", session);
        }
        if let Some(token) = &self.token {
            request = request.header("onedoor-token", token);
        }
        request.body(Body::from(body)).unwrap()
    }

    async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// The status, and the body if it is JSON.
    async fn ask(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let response = self.send(self.request(method, path, body)).await;
        let status = response.status().as_u16();
        let body = axum::body::to_bytes(response.into_body(), 10_000_000).await.unwrap();
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    /// Writes as this device; keeps the session as the widget does.
    async fn writes(&mut self, device: &str, id: &str, text: &str) -> (u16, Value) {
        let (status, answer) =
            self.ask("POST", "/v1/chat/messages", message(device, id, text)).await;
        if let Some(session) = answer["session"].as_str() {
            self.session = Some(session.to_string());
        }
        (status, answer)
    }

    /// What it is shown: who, what; or why nothing.
    async fn reads(&self) -> String {
        let (status, page) = self.ask("GET", "/v1/chat/messages", Value::Null).await;
        if status != 200 {
            return format!("{status} {}", page["code"].as_str().unwrap_or_default());
        }
        let told = |shown: &Value| {
            let text = |name: &str| shown[name].as_str().unwrap_or_default().to_string();
            let door = if shown["door"].is_null() {
                String::new()
            } else {
                format!(" by {}", text("door"))
            };
            format!("{}{door}: {}", text("from"), text("text"))
        };
        page["messages"].as_array().unwrap().iter().map(told).collect::<Vec<_>>().join("\n")
    }
}

fn message(device: &str, id: &str, text: &str) -> Value {
    // As long as a UUID.
    json!({ "id": format!("message-of-tests-{id}"), "anonymousId": device, "text": text })
}

/// The secret with which the shop's server signs tokens.
async fn signing(talk: &Talk) -> String {
    let (keys, now) = (&talk.ctx.secrets, talk.ctx.customers.clock.now());
    let open = |tx: &kit::Tx| open(tx, keys, &talk.chat, None::<ChatSettings>, now);
    talk.ctx.customers.db.write(open).await.unwrap()
}

/// A token as any JWT library makes it.
fn jwt(header: &Value, claims: &Value, secret: &str) -> String {
    let part = |value: &Value| BASE64.encode(value.to_string());
    let signed = format!("{}.{}", part(header), part(claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(signed.as_bytes());
    format!("{signed}.{}", BASE64.encode(mac.finalize().into_bytes()))
}

/// The shop's server says that this account sits there, for an hour.
fn vouching(talk: &Talk, account: &str, secret: &str) -> String {
    let exp = talk.ctx.customers.clock.now().0 / 1_000_000 + 3_600;
    jwt(&json!({"alg": "HS256", "typ": "JWT"}), &json!({"sub": account, "exp": exp}), secret)
}
