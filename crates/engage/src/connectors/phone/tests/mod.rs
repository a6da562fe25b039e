//! Calls: what is made of the pieces, and what becomes of them in a shop.

mod folding;
mod popping;
mod stories;
mod twilio;

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, header};
use customers::channels::{self, Channel, ChannelKind, NewChannel};
use http_body_util::BodyExt;
use kit::Tx;
use serde_json::Value;
use tower::ServiceExt;

use super::api;
use crate::testing::Talk;

const ANNA: &str = "+48601234567";

/// A hotline that posts its calls, and its secret key.
async fn hotline(talk: &Talk) -> (Arc<Channel>, String) {
    let new = NewChannel { kind: ChannelKind::Phone, name: "Infolinia".into() };
    let now = talk.ctx.customers.clock.now();
    let make = |tx: &Tx| channels::create(tx, &new, now);
    let (door, secret) = talk.ctx.customers.db.write(make).await.unwrap();
    (Arc::new(door), secret.0)
}

/// Posts one event; returns the status and the answer.
async fn posts(talk: &Talk, key: &str, body: Value) -> (u16, Value) {
    let request = Request::post("/v1/calls")
        .header(header::AUTHORIZATION, format!("Bearer {key}"))
        .body(Body::from(body.to_string()))
        .unwrap();
    let answer = api::routes(talk.ctx.clone()).into_router().oneshot(request).await.unwrap();
    let status = answer.status().as_u16();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&body).unwrap())
}

/// Lets the timeline hear how the calls ended.
async fn settle(talk: &Talk) {
    talk.shop.ctx.clock.advance(super::tell::SETTLED_AFTER);
    talk.work().await;
}
