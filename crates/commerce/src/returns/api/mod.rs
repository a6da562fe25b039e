//! Returns over HTTP: the shop's pages ask and look, tills and servers also receive, refund, exchange and refuse.

mod shown;
mod wish;

use ::customers::recording::Learned;
use ::customers::recording::api::cross_origin;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State as With};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, middleware};
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};

use super::steps::Held;
use super::{Line, Return, ask, number, settle, store};
use crate::carts::api::{self as carts, Shop};
use crate::carts::{Actor, Deed, Visit};
use crate::orders::list::numbered;
use crate::orders::{self, Order};
use shown::{Shown, ShownAll};
use wish::{Deal, Wanted};

const BODY_BYTES_MAX: usize = 64 * 1024;

pub fn routes(shop: Shop) -> Routes {
    let browsers = Routes::of(Access::Visitor)
        .route("/v1/shop/orders/{number}/returns", get(list_own_returns).post(ask_own_return))
        .route("/v1/shop/returns/{number}", get(show_own_return))
        .layer(middleware::from_fn(cross_origin));
    let servers = Routes::of(Access::SecretKey)
        .route("/v1/orders/{number}/returns", get(list_returns).post(ask_return))
        .route("/v1/returns/{number}", get(show_return))
        .route("/v1/returns/{number}/receipt", post(receive_return))
        .route("/v1/returns/{number}/refund", post(refund_return))
        .route("/v1/returns/{number}/exchange", post(exchange_return))
        .route("/v1/returns/{number}/refusal", post(refuse_return));
    browsers.merge(servers).layer(DefaultBodyLimit::max(BODY_BYTES_MAX)).with_state(shop)
}

/// Another's is as if there were none.
fn must_be_own(tx: &Tx, visit: &Visit, leaf: ::customers::identities::CustomerId) -> Result<()> {
    if visit.own_leaves(tx)?.contains(&leaf) {
        return Ok(());
    }
    Err(Error::not_found("order or return of this number"))
}

fn own_order(tx: &Tx, visit: &Visit, number: &str) -> Result<Order> {
    let unknown = || Error::not_found("order or return of this number");
    let found = orders::store::numbered_maybe(tx, number)?;
    let (leaf, id) = found.ok_or_else(unknown)?;
    must_be_own(tx, visit, leaf)?;
    orders::store::find(tx, leaf, id)
}

async fn list_own_returns(
    With(shop): With<Shop>,
    visit: Visit,
    Path(number): Path<String>,
) -> Result<Json<ShownAll>> {
    visit.count(&shop, Deed::Read)?;
    let number = orders::number::parse(&number)?;
    let read = |tx: &Tx| ShownAll::of(&shop.ctx, tx, &own_order(tx, &visit, &number)?);
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

async fn ask_own_return(
    With(shop): With<Shop>,
    visit: Visit,
    Path(number): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Shown>)> {
    visit.count(&shop, Deed::Change)?;
    let wanted: Wanted = carts::json_of(&body)?;
    if wanted.goodwill.is_some() || wanted.actor.is_some() {
        let detail = "`goodwill` and `actor` are for servers, with the secret key of a door.";
        return Err(Error::forbidden("not_a_server", detail));
    }
    let key = carts::browsers_key(&headers, wanted.key.as_ref())?;
    let number = orders::number::parse(&number)?;
    let (ctx, actor, now) = (&shop.ctx, visit.actor(), visit.now);
    let new = wanted.keyed(key);
    let write = |tx: &Tx| {
        let order = own_order(tx, &visit, &number)?;
        let asked = ask(ctx, tx, &actor, &order, &new, now)?;
        let shown = Shown::of(&asked.back, &asked.lines);
        Ok((asked, shown))
    };
    let (asked, shown) = ctx.customers.db.write(write).await?;
    Ok((told(asked, &shop), Json(shown)))
}

/// Asked for now, or before.
fn told(asked: super::Asked, shop: &Shop) -> StatusCode {
    let is_repeated = asked.is_repeated;
    asked.learn(&shop.ctx);
    if is_repeated { StatusCode::OK } else { StatusCode::CREATED }
}

async fn show_own_return(
    With(shop): With<Shop>,
    visit: Visit,
    Path(number): Path<String>,
) -> Result<Json<Shown>> {
    visit.count(&shop, Deed::Read)?;
    let number = number::parse(&number)?;
    let read = |tx: &Tx| {
        let back = store::find(tx, &number)
            .map_err(|error| if error.is_not_found() { unknown() } else { error })?;
        must_be_own(tx, &visit, back.customer_id)?;
        Ok(Shown::of(&back, &store::lines(tx, &back)?))
    };
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

fn unknown() -> Error {
    Error::not_found("order or return of this number")
}

async fn list_returns(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Json<ShownAll>> {
    carts::server(&shop, &headers).await?;
    let read = |tx: &Tx| ShownAll::of(&shop.ctx, tx, &numbered(tx, &number)?);
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

async fn ask_return(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Shown>)> {
    let door = carts::server(&shop, &headers).await?;
    let mut wanted: Wanted = carts::json_of(&body)?;
    let actor = carts::actor(door, wanted.actor.take())?;
    let key = carts::key_of(&headers, wanted.key.as_ref());
    let (ctx, now) = (&shop.ctx, shop.ctx.customers.clock.now());
    let new = wanted.keyed(key);
    let write = |tx: &Tx| {
        let asked = ask(ctx, tx, &actor, &numbered(tx, &number)?, &new, now)?;
        let shown = Shown::with_steps(tx, &asked.back, &asked.lines)?;
        Ok((asked, shown))
    };
    let (asked, shown) = ctx.customers.db.write(write).await?;
    Ok((told(asked, &shop), Json(shown)))
}

async fn show_return(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Shown>> {
    carts::server(&shop, &headers).await?;
    let number = number::parse(&number)?;
    let read = |tx: &Tx| {
        let back = store::find(tx, &number)?;
        Shown::with_steps(tx, &back, &store::lines(tx, &back)?)
    };
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

async fn receive_return(
    shop: With<Shop>,
    number: Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    go(shop, number, headers, body, |ctx, tx, actor, held, deal, now| {
        super::receive(ctx, tx, actor, held, &deal.received()?, now)
    })
    .await
}

async fn refund_return(
    shop: With<Shop>,
    number: Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    go(shop, number, headers, body, |ctx, tx, actor, held, deal, now| {
        settle::refund(ctx, tx, actor, held, &deal.refund(), now)
    })
    .await
}

async fn exchange_return(
    shop: With<Shop>,
    number: Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    go(shop, number, headers, body, |ctx, tx, actor, held, deal, now| {
        settle::exchange(ctx, tx, actor, held, deal.location()?, now)
    })
    .await
}

async fn refuse_return(
    shop: With<Shop>,
    number: Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    go(shop, number, headers, body, |ctx, tx, actor, held, deal, now| {
        settle::refuse(ctx, tx, actor, held, &deal.why, now)
    })
    .await
}

type Done = Result<(Return, Vec<Line>, Learned)>;

async fn go(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
    body: Bytes,
    step: impl Fn(&crate::Ctx, &Tx, &Actor, Held, &Deal, kit::Time) -> Done,
) -> Result<Json<Shown>> {
    let door = carts::server(&shop, &headers).await?;
    let mut deal: Deal = carts::json_of(&body)?;
    let actor = carts::actor(door, deal.actor.take())?;
    let number = number::parse(&number)?;
    let (ctx, now) = (&shop.ctx, shop.ctx.customers.clock.now());
    let write = |tx: &Tx| {
        let held = super::hold(tx, &number)?;
        held.must_be_of(deal.version)?;
        let (back, lines, learned) = step(ctx, tx, &actor, held, &deal, now)?;
        Ok((Shown::with_steps(tx, &back, &lines)?, learned))
    };
    let (shown, learned) = ctx.customers.db.write(write).await?;
    ctx.customers.recorder.learn(learned);
    Ok(Json(shown))
}
