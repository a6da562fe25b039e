//! Payments over HTTP: browsers and servers begin them, servers give back, the provider tells how it went.

use ::customers::recording::api::cross_origin;
use axum::body::Bytes;
use axum::extract::{Path, State as With};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, middleware};
use kit::money::Money;
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Provider, act, setup, store};
use crate::carts::api::server;
use crate::carts::api::{self as carts, Shop};
use crate::carts::{Deed, Visit};
use crate::orders::api::own_order;
use crate::orders::list::numbered;

const KEY_LENGTH_MAX: usize = 128;

pub fn routes(shop: Shop) -> Routes {
    let browsers = Routes::of(Access::Visitor)
        .route("/v1/shop/orders/{number}/payments", post(start_own_payment))
        .layer(middleware::from_fn(cross_origin));
    let servers = Routes::of(Access::SecretKey)
        .route("/v1/orders/{number}/payments", get(list_payments).post(start_payment))
        .route("/v1/orders/{number}/refunds", post(refund_order));
    let provider = Routes::of(Access::Everybody).route("/hooks/payments/stripe", post(hear_stripe));
    browsers.merge(servers).merge(provider).with_state(shop)
}

#[derive(Serialize)]
struct Begun {
    reference: String,
    /// Where the buyer pays.
    url: String,
}

async fn start_own_payment(
    With(shop): With<Shop>,
    visit: Visit,
    Path(number): Path<String>,
) -> Result<(StatusCode, Json<Begun>)> {
    visit.count(&shop, Deed::Change)?;
    let db = &shop.ctx.customers.db;
    let order = db.read(|tx| own_order(tx, &visit, &number)).await?;
    begin(&shop, &order.number).await
}

async fn start_payment(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<Begun>)> {
    server(&shop, &headers).await?;
    begin(&shop, &number).await
}

async fn begin(shop: &Shop, number: &str) -> Result<(StatusCode, Json<Begun>)> {
    let session = act::start(&shop.ctx, number).await?;
    let begun = Begun { reference: session.reference, url: session.url };
    Ok((StatusCode::CREATED, Json(begun)))
}

async fn list_payments(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Value>> {
    server(&shop, &headers).await?;
    let read = |tx: &Tx| store::of_order(tx, &numbered(tx, &number)?);
    let rows = shop.ctx.customers.db.read(read).await?;
    let shown = rows.into_iter().map(|one| {
        json!({
            "id": one.id, "kind": one.kind, "provider": one.provider, "reference": one.reference,
            "amount": one.amount.minor, "currency": one.amount.currency, "at": one.at,
        })
    });
    Ok(Json(json!({ "payments": shown.collect::<Vec<_>>() })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct NewRefund {
    /// Minor units of the order's currency.
    amount: i64,
    key: Option<String>,
}

async fn refund_order(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>> {
    server(&shop, &headers).await?;
    let new: NewRefund = carts::json_of(&body)?;
    let key = carts::key_of(&headers, new.key.as_ref());
    if key.is_empty() || key.len() > KEY_LENGTH_MAX {
        let detail = "Send a `key`, new for each refund: sent again, it is one refund.";
        return Err(Error::bad_input("bad_key", detail));
    }
    let order = shop.ctx.customers.db.read(|tx| numbered(tx, &number)).await?;
    let amount = Money::new(new.amount, order.total.currency);
    act::refund(&shop.ctx, &order.number, amount, &key).await?;
    list_payments(With(shop), Path(number), headers).await
}

/// Stripe calls. What it tells of something unknown is answered 404, so that it tells it again later.
async fn hear_stripe(
    With(shop): With<Shop>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode> {
    let ctx = &shop.ctx;
    let read = |tx: &Tx| setup::stripe_maybe(tx, &ctx.customers.secrets);
    let stripe = ctx.customers.db.read(read).await?;
    let stripe = stripe.ok_or_else(kit::http::not_signed)?;
    let now = ctx.customers.clock.now();
    if let Some(told) = stripe.understand(&headers, &body, now)? {
        act::hear(ctx, &told).await?;
    }
    Ok(StatusCode::OK)
}
