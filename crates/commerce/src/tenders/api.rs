//! What gift cards and points would pay for a cart, over HTTP: asked by the shop's pages and by servers before they buy.

use ::customers::channels::ChannelId;
use ::customers::recording::api::cross_origin;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State as With};
use axum::http::HeaderMap;
use axum::routing::post;
use axum::{Json, middleware};
use kit::money::{Currency, Money};
use kit::web::{Access, Routes};
use kit::{Result, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{HeldPoints, Kind, Offer, Part, Tendered, held_points, offer};
use crate::carts::api::{self as carts, Shop};
use crate::carts::{Deed, Scope, Visit, of_leaves};
use crate::orders::{self, To};
use crate::promotions::TotalType;
use crate::shipping::{self, Wish};

const BODY_BYTES_MAX: usize = 16 * 1024;

pub fn routes(shop: Shop) -> Routes {
    let browsers = Routes::of(Access::Visitor)
        .route("/v1/shop/tenders", post(offer_own_tenders))
        .layer(middleware::from_fn(cross_origin));
    let servers = Routes::of(Access::SecretKey)
        .route("/v1/customers/{customer}/tenders", post(offer_tenders));
    browsers.merge(servers).layer(DefaultBodyLimit::max(BODY_BYTES_MAX)).with_state(shop)
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
struct Wanted {
    gift_cards: Vec<String>,
    points: i64,
    /// Where it goes, as far as that is known: ISO 3166.
    country: Option<String>,
    /// None: without the way.
    delivery: Option<shipping::Kind>,
    method: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    currency: Currency,
    /// Minor units, as all amounts here.
    total: i64,
    /// In the order in which they pay.
    tenders: Vec<Value>,
    to_pay: i64,
    /// All points that could pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    held: Option<Held>,
}

#[derive(Serialize)]
struct Held {
    points: i64,
    /// What all of them pay.
    amount: i64,
}

fn shown(offer: &Offer, held: Option<HeldPoints>) -> Shown {
    let part = |part: &Part| match part.source.kind() {
        Kind::GiftCard => json!({
            "type": Kind::GiftCard, "ending": part.ending, "amount": part.amount.minor,
            "left": part.left.map(|left| left.minor),
        }),
        Kind::Points => json!({
            "type": Kind::Points, "points": part.points, "amount": part.amount.minor,
        }),
    };
    Shown {
        currency: offer.total.currency,
        total: offer.total.minor,
        tenders: offer.parts.iter().map(part).collect(),
        to_pay: offer.to_pay.minor,
        held: held.map(|held| Held { points: held.points, amount: held.pays.minor }),
    }
}

/// What somebody sees of a cart, priced, and what would pay for it.
fn read(shop: &Shop, tx: &Tx, door: ChannelId, scope: &Scope, wanted: &Wanted) -> Result<Shown> {
    let (ctx, now) = (&shop.ctx, shop.ctx.customers.clock.now());
    let cart = of_leaves(tx, &scope.leaves(tx)?)?.filter(|cart| !cart.lines.is_empty());
    let cart = cart.ok_or_else(orders::empty_cart)?;
    let country = wanted.country.as_deref().unwrap_or(&ctx.country).to_ascii_uppercase();
    let wish = wanted.delivery.map(|kind| Wish::new(kind, wanted.method.clone()));
    let to = To { country, wish };
    let quote = orders::quote_cart(ctx, tx, Some(door), &cart, scope.own, &to)?;
    let total = Money::new(quote.total(TotalType::Total), quote.currency);
    let (gift_cards, points) = (wanted.gift_cards.clone(), wanted.points);
    let tendered = Tendered { gift_cards, points, expected_to_pay: None };
    let held = held_points(tx, scope.own, total.currency, now)?;
    Ok(shown(&offer(tx, Some(scope.own), total, &tendered, now)?, held))
}

async fn offer_own_tenders(
    With(shop): With<Shop>,
    visit: Visit,
    body: Bytes,
) -> Result<Json<Shown>> {
    visit.count(&shop, Deed::Change)?;
    let wanted: Wanted = carts::json_of(&body)?;
    let read = |tx: &Tx| {
        let scope = visit.scope(tx)?.ok_or_else(carts::no_cart)?;
        read(&shop, tx, visit.door.channel.id, &scope, &wanted)
    };
    let looked = shop.ctx.customers.db.read(read);
    Ok(Json(guarded(&shop, &visit, !wanted.gift_cards.is_empty(), looked).await?))
}

async fn offer_tenders(
    With(shop): With<Shop>,
    Path(customer): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    let door = carts::server(&shop, &headers).await?;
    let wanted: Wanted = carts::json_of(&body)?;
    let named = carts::named(&shop, &customer)?;
    let read = |tx: &Tx| {
        let scope = Scope::whole(named.find(tx)?);
        read(&shop, tx, door.channel.id, &scope, &wanted)
    };
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

/// Does what names the code of a gift card, unless too many that came from there were wrong: a code is money for whoever
/// guesses it.
pub async fn guarded<T>(
    shop: &Shop,
    visit: &Visit,
    is_guess: bool,
    done: impl Future<Output = Result<T>>,
) -> Result<T> {
    if is_guess {
        visit.may_guess(shop)?;
    }
    let done = done.await;
    if let Err(error) = &done
        && error.code == "gift_card_unknown"
    {
        visit.guessed_wrong(shop)?;
    }
    done
}
