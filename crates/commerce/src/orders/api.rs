//! Orders over HTTP: the shop's pages buy and look, tills and servers also pay, send and cancel.

mod edits;
mod papers;
mod shown;

use ::customers::identities::CustomerId;
use ::customers::recording::api::cross_origin;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State as With};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, middleware};
use kit::money::Money;
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};
use serde::Deserialize;

use super::list::numbered;
use super::rules::Parts;
use super::{Contact, Delivery, Means, NewOrder, Order, Parcel, go_on, place, store};
use crate::carts::api::{self as carts, Shop};
use crate::carts::{Deed, Scope, Visit};
use crate::tenders::{self, Tendered};
pub use papers::answer as paper_answer;
use shown::{Shown, ShownList};

const BODY_BYTES_MAX: usize = 64 * 1024;
/// Orders of one page.
const PAGE_SIZE: usize = 50;

pub fn routes(shop: Shop) -> Routes {
    let browsers = Routes::of(Access::Visitor)
        .route("/v1/shop/orders", get(list_own_orders).post(place_own_order))
        .route("/v1/shop/orders/{number}", get(show_own_order))
        .layer(middleware::from_fn(cross_origin));
    let servers = Routes::of(Access::SecretKey)
        .route("/v1/customers/{customer}/orders", get(list_orders).post(place_order))
        .route("/v1/orders/{number}", get(show_order).put(edits::edit_order))
        .route("/v1/orders/{number}/notes", post(edits::note_order))
        .route("/v1/orders/{number}/documents/{kind}", get(papers::show_paper))
        .route("/v1/orders/{number}/payment", post(pay_order))
        .route("/v1/orders/{number}/shipments", post(ship_order))
        .route("/v1/orders/{number}/cancellations", post(cancel_order));
    browsers.merge(servers).layer(DefaultBodyLimit::max(BODY_BYTES_MAX)).with_state(shop)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Wanted {
    key: Option<String>,
    delivery: Delivery,
    /// Of a delivery method; none: the cheapest that is possible.
    method: Option<String>,
    #[serde(default)]
    contact: Contact,
    means: Means,
    /// What whoever took the money calls the payment: only servers say so.
    paid_by: Option<String>,
    /// In minor units of the shop's currency, as the buyer was shown it.
    expected_total: Option<i64>,
    #[serde(default)]
    gift_cards: Vec<String>,
    #[serde(default)]
    points: i64,
    /// What gift cards and points leave to pay, as the buyer was shown it.
    expected_to_pay: Option<i64>,
    actor: Option<carts::NewActor>,
}

impl Wanted {
    fn order(self, shop: &Shop, key: String) -> NewOrder {
        let currency = shop.ctx.customers.defaults.currency;
        NewOrder {
            key,
            delivery: self.delivery,
            method: self.method,
            contact: self.contact,
            means: self.means,
            paid_by: self.paid_by,
            expected_total: self.expected_total.map(|minor| Money::new(minor, currency)),
            tendered: Tendered {
                gift_cards: self.gift_cards,
                points: self.points,
                expected_to_pay: self.expected_to_pay,
            },
        }
    }
}

async fn place_own_order(
    With(shop): With<Shop>,
    visit: Visit,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Shown>)> {
    visit.count(&shop, Deed::Change)?;
    let wanted: Wanted = carts::json_of(&body)?;
    let is_taken = matches!(wanted.delivery, Delivery::Taken { .. });
    if is_taken || wanted.paid_by.is_some() || wanted.actor.is_some() {
        let detail = "`paidBy`, `actor` and goods that are `taken` along are for servers, with the secret key of a door.";
        return Err(Error::forbidden("not_a_server", detail));
    }
    let key = carts::browsers_key(&headers, wanted.key.as_ref())?;
    let (ctx, actor, now) = (&shop.ctx, visit.actor(), visit.now);
    let new = wanted.order(&shop, key);
    let write = |tx: &Tx| {
        let scope = visit.scope(tx)?.ok_or_else(carts::no_cart)?;
        let placed = place(ctx, tx, &actor, &scope, &new, now)?;
        let shown = Shown::of(tx, &placed.order)?;
        Ok((placed, shown))
    };
    let is_guess = !new.tendered.gift_cards.is_empty();
    let placed = ctx.customers.db.write(write);
    let (placed, shown) = tenders::api::guarded(&shop, &visit, is_guess, placed).await?;
    Ok((told(placed, &shop), Json(shown)))
}

/// Made now, or before.
fn told(placed: super::Placed, shop: &Shop) -> StatusCode {
    let is_repeated = placed.is_repeated;
    placed.learn(&shop.ctx);
    if is_repeated { StatusCode::OK } else { StatusCode::CREATED }
}

async fn list_own_orders(With(shop): With<Shop>, visit: Visit) -> Result<Json<ShownList>> {
    visit.count(&shop, Deed::Read)?;
    let read = |tx: &Tx| list(tx, &visit.own_leaves(tx)?);
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

fn list(tx: &Tx, leaves: &[CustomerId]) -> Result<ShownList> {
    ShownList::of(tx, &store::of_leaves(tx, leaves, PAGE_SIZE)?)
}

async fn show_own_order(
    With(shop): With<Shop>,
    visit: Visit,
    Path(number): Path<String>,
) -> Result<Json<Shown>> {
    visit.count(&shop, Deed::Read)?;
    let read = |tx: &Tx| Shown::with_notes(tx, &own_order(tx, &visit, &number)?);
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

/// The order of this number, if it is of whoever asks.
pub(crate) fn own_order(tx: &Tx, visit: &Visit, number: &str) -> Result<Order> {
    let order = numbered(tx, number)?;
    // Another's order is as if there were none.
    if !visit.own_leaves(tx)?.contains(&order.customer_id) {
        return Err(Error::not_found(format!("order {}", order.number)));
    }
    Ok(order)
}

async fn list_orders(
    With(shop): With<Shop>,
    Path(customer): Path<String>,
    headers: HeaderMap,
) -> Result<Json<ShownList>> {
    carts::server(&shop, &headers).await?;
    let named = carts::named(&shop, &customer)?;
    let read = |tx: &Tx| list(tx, &named.leaves(tx)?);
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

async fn place_order(
    With(shop): With<Shop>,
    Path(customer): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Shown>)> {
    let door = carts::server(&shop, &headers).await?;
    let mut wanted: Wanted = carts::json_of(&body)?;
    let actor = carts::actor(door, wanted.actor.take())?;
    let key = carts::key_of(&headers, wanted.key.as_ref());
    let (ctx, now) = (&shop.ctx, shop.ctx.customers.clock.now());
    let named = carts::named(&shop, &customer)?;
    let new = wanted.order(&shop, key);
    let write = |tx: &Tx| {
        let scope = Scope::whole(carts::leaf_of(tx, &named)?);
        let placed = place(ctx, tx, &actor, &scope, &new, now)?;
        let shown = Shown::of(tx, &placed.order)?;
        Ok((placed, shown))
    };
    let (placed, shown) = ctx.customers.db.write(write).await?;
    Ok((told(placed, &shop), Json(shown)))
}

async fn show_order(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Shown>> {
    carts::server(&shop, &headers).await?;
    let read = |tx: &Tx| Shown::with_steps(tx, &numbered(tx, &number)?);
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

/// What is done to an order that is there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Deal {
    /// As the order was shown: if it has changed since, nothing is done. So a call that is sent again is done once.
    version: i64,
    /// Pieces by the line's position; none: all that are left.
    #[serde(default)]
    pieces: Parts,
    #[serde(default)]
    parcel: Parcel,
    #[serde(default)]
    why: String,
    #[serde(default)]
    paid_by: String,
    actor: Option<carts::NewActor>,
}

#[derive(Clone, Copy)]
enum Step {
    Pay,
    Ship,
    Cancel,
}

async fn pay_order(
    shop: With<Shop>,
    number: Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    go(shop, number, headers, body, Step::Pay).await
}

async fn ship_order(
    shop: With<Shop>,
    number: Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    go(shop, number, headers, body, Step::Ship).await
}

async fn cancel_order(
    shop: With<Shop>,
    number: Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    go(shop, number, headers, body, Step::Cancel).await
}

async fn go(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
    body: Bytes,
    step: Step,
) -> Result<Json<Shown>> {
    let door = carts::server(&shop, &headers).await?;
    let mut deal: Deal = carts::json_of(&body)?;
    let actor = carts::actor(door, deal.actor.take())?;
    let (ctx, now) = (&shop.ctx, shop.ctx.customers.clock.now());
    let write = |tx: &Tx| {
        let held = go_on::hold(tx, &numbered(tx, &number)?)?;
        held.must_be_of(deal.version)?;
        let (order, learned) = match step {
            Step::Pay => (go_on::pay(tx, &actor, held, &deal.paid_by, now)?, None),
            Step::Ship => {
                let (order, learned) =
                    go_on::ship(ctx, tx, &actor, held, &deal.pieces, &deal.parcel, now)?;
                (order, Some(learned))
            }
            Step::Cancel => {
                let (order, learned) =
                    go_on::cancel(ctx, tx, &actor, held, &deal.pieces, &deal.why, now)?;
                (order, Some(learned))
            }
        };
        Ok((Shown::with_steps(tx, &order)?, learned))
    };
    let (shown, learned) = ctx.customers.db.write(write).await?;
    if let Some(learned) = learned {
        ctx.customers.recorder.learn(learned);
    }
    Ok(Json(shown))
}
