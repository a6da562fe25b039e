//! Points over HTTP: the shop's pages look, tills and servers spend them and give out cards, the merchant's own server sets
//! the programme.

use ::customers::accounts::{Permit, may};
use ::customers::context::api::door_of;
use ::customers::identities::CustomerId;
use ::customers::recording::api::cross_origin;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State as With};
use axum::http::HeaderMap;
use axum::routing::{get, post};
use axum::{Json, middleware};
use kit::web::{Access, Routes};
use kit::{Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::{Account, Kind, Posting, PostingId, Program, Spending, Tier, act, store};
use crate::carts::api::{self as carts, NewActor, Shop};
use crate::carts::{Deed, Scope, Visit};

const BODY_BYTES_MAX: usize = 64 * 1024;
/// Of what came and went, the newest.
const POSTINGS_SHOWN: usize = 50;

pub fn routes(shop: Shop) -> Routes {
    let browsers = Routes::of(Access::Visitor)
        .route("/v1/shop/loyalty", get(show_own_loyalty))
        .layer(middleware::from_fn(cross_origin));
    let servers = Routes::of(Access::SecretKey)
        .route("/v1/customers/{customer}/loyalty", get(show_loyalty))
        .route("/v1/customers/{customer}/loyalty/card", post(issue_card))
        .route("/v1/customers/{customer}/loyalty/spendings", post(spend_points));
    let own = Routes::of(Access::ServerKey)
        .route("/v1/loyalty/program", get(show_program).put(set_program));
    let all = browsers.merge(servers).merge(own);
    all.layer(DefaultBodyLimit::max(BODY_BYTES_MAX)).with_state(shop)
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    points: i64,
    /// Points that are lost next, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    expiring: Option<Expiring>,
    /// Within the last year.
    earned: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<Tier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_tier: Option<Tier>,
    cards: Vec<String>,
    postings: Vec<ShownPosting>,
}

#[derive(Serialize)]
struct Expiring {
    at: Time,
    points: i64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownPosting {
    id: PostingId,
    at: Time,
    kind: Kind,
    points: i64,
    reference: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<Time>,
}

impl Shown {
    fn of(account: Account) -> Shown {
        let posting = |one: Posting| ShownPosting {
            id: one.id,
            at: one.at,
            kind: one.kind,
            points: one.points,
            reference: one.reference,
            expires_at: one.expires_at,
        };
        Shown {
            points: account.balance.points,
            expiring: account.balance.expiring.map(|(at, points)| Expiring { at, points }),
            earned: account.balance.earned,
            tier: account.tier,
            next_tier: account.next_tier,
            cards: account.cards,
            postings: account.postings.into_iter().take(POSTINGS_SHOWN).map(posting).collect(),
        }
    }
}

fn read(tx: &Tx, leaf: CustomerId, now: Time) -> Result<Shown> {
    Ok(Shown::of(act::account(tx, &Scope::whole(leaf).leaves(tx)?, now)?))
}

async fn show_own_loyalty(With(shop): With<Shop>, visit: Visit) -> Result<Json<Shown>> {
    visit.count(&shop, Deed::Read)?;
    let read = |tx: &Tx| {
        let own = visit.own_leaves(tx)?;
        if own.is_empty() {
            Ok(Shown::default())
        } else {
            Ok(Shown::of(act::account(tx, &own, visit.now)?))
        }
    };
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

async fn show_loyalty(
    With(shop): With<Shop>,
    Path(customer): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Shown>> {
    carts::server(&shop, &headers).await?;
    let named = carts::named(&shop, &customer)?;
    let now = shop.ctx.customers.clock.now();
    let read = |tx: &Tx| read(tx, named.find(tx)?, now);
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct NewCard {
    actor: Option<NewActor>,
}

#[derive(Serialize)]
struct Card {
    /// EAN-13.
    number: String,
}

async fn issue_card(
    With(shop): With<Shop>,
    Path(customer): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Card>> {
    let door = carts::server(&shop, &headers).await?;
    let mut new = match body.is_empty() {
        true => NewCard::default(),
        false => carts::json_of(&body)?,
    };
    let actor = carts::actor(door, new.actor.take())?;
    let named = carts::named(&shop, &customer)?;
    let now = shop.ctx.customers.clock.now();
    let write = |tx: &Tx| act::issue_card(tx, &actor, carts::leaf_of(tx, &named)?, now);
    Ok(Json(Card { number: shop.ctx.customers.db.write(write).await? }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewSpending {
    key: Option<String>,
    points: i64,
    #[serde(default)]
    reference: String,
    actor: Option<NewActor>,
}

async fn spend_points(
    With(shop): With<Shop>,
    Path(customer): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    let door = carts::server(&shop, &headers).await?;
    let mut new: NewSpending = carts::json_of(&body)?;
    let actor = carts::actor(door, new.actor.take())?;
    let key = carts::key_of(&headers, new.key.as_ref());
    let spending = Spending { key, points: new.points, reference: new.reference };
    let named = carts::named(&shop, &customer)?;
    let (ctx, now) = (&shop.ctx, shop.ctx.customers.clock.now());
    let write = |tx: &Tx| act::spend(ctx, tx, &actor, carts::leaf_of(tx, &named)?, &spending, now);
    let spent = ctx.customers.db.write(write).await?;
    Ok(Json(Shown::of(spent.learn(ctx))))
}

async fn permit(shop: &Shop, headers: &HeaderMap) -> Result<Permit<may::SetPrices>> {
    Permit::of_server(&door_of(&shop.ctx.customers, headers).await?)
}

async fn show_program(With(shop): With<Shop>, headers: HeaderMap) -> Result<Json<Program>> {
    permit(&shop, &headers).await?;
    Ok(Json(shop.ctx.customers.db.read(store::program).await?))
}

async fn set_program(
    With(shop): With<Shop>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Program>> {
    let permit = permit(&shop, &headers).await?;
    let program: Program = carts::json_of(&body)?;
    act::set_program(&shop.ctx, &permit, &program).await?;
    Ok(Json(program))
}
