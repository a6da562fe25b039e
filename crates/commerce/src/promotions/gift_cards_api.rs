//! Gift cards over HTTP, for the merchant's own servers: issued, looked up, paid with, filled again, blocked.
//!
//! A card's id is made by whoever issues it, so that a call that is sent again issues nothing twice. Its code is in the
//! answer to that call and nowhere else; who asks by code sends it in the body, since addresses are written down everywhere.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use customers::accounts::{Permit, may};
use customers::context::api::door_of;
use kit::money::{Currency, Money};
use kit::web::{Access, Routes};
use kit::{Error, Result, Time, Tx};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::gift_cards::{self, GiftCard, GiftCardId};
use super::gift_cards_by_hand as by_hand;
use crate::Ctx;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::ServerKey)
        .route("/v1/gift-cards/lookup", post(find_gift_card))
        .route("/v1/gift-cards/payments", post(pay_with_gift_card))
        .route("/v1/gift-cards/{id}", get(show_gift_card).put(issue_gift_card))
        .route("/v1/gift-cards/{id}/refunds", post(refund_gift_card))
        .route("/v1/gift-cards/{id}/block", post(block_gift_card))
        .with_state(ctx)
}

async fn permit(ctx: &Ctx, headers: &HeaderMap) -> Result<Permit<may::SetPrices>> {
    Permit::of_server(&door_of(&ctx.customers, headers).await?)
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    serde_json::from_slice(body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))
}

fn parse_id(text: &str) -> Result<GiftCardId> {
    text.parse().map_err(|_| Error::bad_input("bad_id", "A gift card has an id like gft_…."))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    id: GiftCardId,
    /// The last four letters of its code.
    ending: String,
    balance: Money,
    is_valid: bool,
    issued_at: Time,
    ends_at: Option<Time>,
    blocked_at: Option<Time>,
    /// The whole code: in the answer to whoever issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    entries: Vec<Entry>,
}

/// What moved it.
#[derive(Serialize)]
struct Entry {
    at: Time,
    reference: String,
    amount: i64,
    balance: i64,
}

fn shown(tx: &Tx, card: GiftCard, now: Time) -> Result<Shown> {
    let entry = |(at, reference, amount, balance)| Entry { at, reference, amount, balance };
    Ok(Shown {
        is_valid: card.is_valid(now),
        entries: gift_cards::entries(tx, card.id)?.into_iter().map(entry).collect(),
        id: card.id,
        ending: card.ending,
        balance: card.balance,
        issued_at: card.issued_at,
        ends_at: card.ends_at,
        blocked_at: card.disabled_at,
        code: None,
    })
}

async fn answer(ctx: &Ctx, id: GiftCardId) -> Result<Shown> {
    let now = ctx.customers.clock.now();
    ctx.customers.db.read(|tx| shown(tx, by_hand::find(tx, id)?, now)).await
}

async fn show_gift_card(
    State(ctx): State<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<impl Serialize>> {
    permit(&ctx, &headers).await?;
    Ok(Json(answer(&ctx, parse_id(&id)?).await?))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wanted {
    amount: i64,
    currency: Currency,
    ends_at: Option<Time>,
}

async fn issue_gift_card(
    State(ctx): State<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<impl Serialize>)> {
    let permit = permit(&ctx, &headers).await?;
    let wanted: Wanted = read(&body)?;
    let (id, amount) = (parse_id(&id)?, Money::new(wanted.amount, wanted.currency));
    let code = gift_cards::issue(&ctx, &permit, id, amount, wanted.ends_at).await?;
    let shown = Shown { code: Some(code), ..answer(&ctx, id).await? };
    Ok((StatusCode::CREATED, Json(shown)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    code: String,
}

async fn find_gift_card(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<impl Serialize>> {
    permit(&ctx, &headers).await?;
    let Code { code } = read(&body)?;
    let now = ctx.customers.clock.now();
    let look = |tx: &Tx| {
        let card = gift_cards::find_maybe(tx, &code)?;
        let card = card.ok_or_else(|| Error::not_found("gift card of this code"))?;
        shown(tx, card, now)
    };
    Ok(Json(ctx.customers.db.read(look).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paying {
    code: String,
    amount: i64,
    currency: Currency,
    /// What it is for (`order:4711`): sent again, it is one payment.
    reference: String,
}

#[derive(Serialize)]
struct Left {
    balance: Money,
}

async fn pay_with_gift_card(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<impl Serialize>> {
    permit(&ctx, &headers).await?;
    let paying: Paying = read(&body)?;
    let (now, amount) = (ctx.customers.clock.now(), Money::new(paying.amount, paying.currency));
    let pay = |tx: &Tx| gift_cards::spend(tx, &paying.code, amount, &paying.reference, now);
    Ok(Json(Left { balance: ctx.customers.db.write(pay).await? }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PutBack {
    amount: i64,
    currency: Currency,
    /// What it is for (`refund:4711`): sent again, it is one refund.
    reference: String,
}

async fn refund_gift_card(
    State(ctx): State<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<impl Serialize>> {
    let permit = permit(&ctx, &headers).await?;
    let back: PutBack = read(&body)?;
    let (id, amount) = (parse_id(&id)?, Money::new(back.amount, back.currency));
    by_hand::put_back(&ctx, &permit, id, amount, &back.reference).await?;
    Ok(Json(answer(&ctx, id).await?))
}

async fn block_gift_card(
    State(ctx): State<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<impl Serialize>> {
    let permit = permit(&ctx, &headers).await?;
    let id = parse_id(&id)?;
    by_hand::block(&ctx, &permit, id).await?;
    Ok(Json(answer(&ctx, id).await?))
}
