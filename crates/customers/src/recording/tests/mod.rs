//! Stories of calls: through the real routes where the answer matters, else straight into the recorder.

mod clocks;
mod imports;
mod limits;
mod memory;
mod once;
mod wire;

use axum::body::Body;
use axum::http::{Method, Request, Response, header};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::channels::{self, ChannelKind, NewChannel};
use crate::testing::Shop;

/// Sends a request through the routes of recording.
async fn send(shop: &Shop, request: Request<Body>) -> Response<Body> {
    let router = super::api::routes(shop.ctx.clone()).into_router();
    router.oneshot(request).await.expect("answers")
}

/// The status, the headers that matter to a client, and the whole body.
async fn told(response: Response<Body>) -> String {
    let status = response.status().as_u16();
    let told = |(name, value): (&header::HeaderName, &header::HeaderValue)| {
        let matters = name.as_str().starts_with("access-control") || *name == header::RETRY_AFTER;
        matters.then(|| format!("\n{name}: {}", value.to_str().expect("text")))
    };
    let headers: String = response.headers().iter().filter_map(told).collect();
    let body = axum::body::to_bytes(response.into_body(), 100_000).await.expect("a body");
    format!("{status}{headers}\n{}", std::str::from_utf8(&body).expect("text"))
}

/// Posts with the write key of the web shop, as SDKs do: it is the user of Basic.
async fn post(shop: &Shop, path: &str, body: impl Into<Body>) -> String {
    told(send(shop, request(path, &shop.web.channel.write_key, body)).await).await
}

fn request(path: &str, key: &str, body: impl Into<Body>) -> Request<Body> {
    use base64::Engine as _;
    let basic = base64::engine::general_purpose::STANDARD.encode(format!("{key}:"));
    let request = Request::builder().method(Method::POST).uri(path);
    request
        .header(header::AUTHORIZATION, format!("Basic {basic}"))
        .body(body.into())
        .expect("whole")
}

/// The secret key of a new door.
async fn secret_key(shop: &Shop) -> String {
    let new = NewChannel { kind: ChannelKind::Api, name: "Warehouse".into() };
    let now = shop.ctx.clock.now();
    let (_, secret) = shop.ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap();
    secret.0
}

/// Anna's event of this name.
fn annas(name: &str, message: &str) -> Value {
    json!({"type": "track", "event": name, "userId": "anna", "messageId": message})
}

/// What Anna's timeline tells, oldest first.
async fn told_of_anna(shop: &Shop) -> Vec<String> {
    match shop.who("user_id:anna").await {
        Some(anna) => shop.told(anna).await,
        None => Vec::new(),
    }
}
