//! The addresses by which shop systems bring what happened there. What is not signed changes nothing; what is signed is kept
//! and answered at once, and a job takes it in.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State as With};
use axum::http::HeaderMap;
use axum::routing::post;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use customers::channels::ChannelId;
use hmac::{Hmac, KeyInit, Mac};
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Link, State, System, shopify, store, sync, woocommerce};
use crate::Ctx;

/// A product of Shopify has up to 2,048 variants.
const BODY_BYTES_MAX: usize = 8 * 1024 * 1024;
const ID_CHARS_MAX: usize = 200;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::Everybody)
        .route("/hooks/{channel_id}/shopify", post(receive_shopify))
        .route("/hooks/{channel_id}/woocommerce", post(receive_woocommerce))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(ctx)
}

async fn receive_shopify(
    With(ctx): With<Ctx>,
    Path(channel): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>> {
    receive(&ctx, &channel, System::Shopify, shopify::delivery(&headers), &body).await
}

async fn receive_woocommerce(
    With(ctx): With<Ctx>,
    Path(channel): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>> {
    receive(&ctx, &channel, System::Woocommerce, woocommerce::delivery(&headers), &body).await
}

/// What a delivery says of itself.
#[derive(Debug)]
pub struct Delivery<'a> {
    pub signature: &'a str,
    /// The same when it is brought again; without one its bytes tell.
    pub id: Option<&'a str>,
    pub topic: &'a str,
}

/// A header as text; empty where there is none.
pub fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

async fn receive(
    ctx: &Ctx,
    channel: &str,
    system: System,
    delivery: Delivery<'_>,
    body: &[u8],
) -> Result<Json<Value>> {
    let link = door(ctx, channel, system).await?;
    // WooCommerce tries an address by a form with its own id, unsigned, before it delivers anything.
    if system == System::Woocommerce && body.starts_with(b"webhook_id=") {
        return Ok(Json(json!({ "is_kept": false })));
    }
    if !is_signed(link.secret("webhook_secret")?, body, delivery.signature) {
        return Err(kit::http::not_signed());
    }
    let text = std::str::from_utf8(body)
        .map_err(|_| Error::bad_input("bad_json", "The body is no text in UTF-8."))?;
    let id = match delivery.id.filter(|id| !id.is_empty()) {
        Some(id) => kit::text::clip(id, ID_CHARS_MAX).into_owned(),
        None => {
            format!("{:x?}", Sha256::digest(body)).chars().filter(char::is_ascii_hexdigit).collect()
        }
    };
    let topic = kit::text::clip(delivery.topic, ID_CHARS_MAX);
    let now = ctx.customers.clock.now();
    // While a link is paused nothing is kept: the next reading finds it.
    let is_paused = link.state == State::Paused;
    let keep = |tx: &Tx| {
        let is_new = !is_paused && store::keep_delivery(tx, link.id(), &id, &topic, text, now)?;
        if is_new {
            sync::enqueue_delivery(tx, link.id(), &id, now)?;
        }
        Ok(is_new)
    };
    let is_kept = ctx.customers.db.write(keep).await?;
    Ok(Json(json!({ "is_kept": is_kept })))
}

async fn door(ctx: &Ctx, channel: &str, system: System) -> Result<Link> {
    let none = || Error::not_found("such a link");
    let id: ChannelId = channel.parse().map_err(|_| none())?;
    let read = |tx: &Tx| store::find_maybe(tx, &ctx.customers.secrets, id);
    let link = ctx.customers.db.read(read).await?;
    let is_open = |link: &Link| link.system == system && link.channel.disabled_at.is_none();
    link.filter(is_open).ok_or_else(none)
}

/// Base64 of HMAC-SHA-256 over the body's bytes as they came.
fn is_signed(secret: &str, body: &[u8], signature: &str) -> bool {
    let Ok(signature) = STANDARD.decode(signature) else { return false };
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.as_bytes()) else {
        return false;
    };
    mac.update(body);
    mac.verify_slice(&signature).is_ok()
}
