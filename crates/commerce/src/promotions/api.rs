//! Promotions and coupons over HTTP, for the merchant's own servers; and for every door what a basket costs.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post, put};
use customers::accounts::{Permit, may};
use customers::context::api::door_of;
use customers::identities::CustomerId;
use kit::money::Currency;
use kit::web::{Access, Routes};
use kit::{Error, Result, Time, Tx};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::coupons::{self, Codes, Limits};
use super::rule::{Beside, Budget, Gives, Goods, Needs};
use super::{Asked, AskedLine, Promotion, PromotionId, Quote, Rule, Shopper, Way, code, store};
use crate::Ctx;
use crate::carts::Scope;
use crate::catalogue::VariantId;
use crate::orders;
use crate::prices::Buyer;
use crate::prices::api::variants_by_sku;
use crate::shipping::{self, Wish};

pub fn routes(ctx: Ctx) -> Routes {
    let server = Routes::of(Access::ServerKey)
        .route("/v1/promotions", get(list_promotions).post(create_promotion))
        .route("/v1/promotions/{id}", put(set_promotion))
        .route("/v1/promotions/{id}/coupons", post(create_coupons))
        .with_state(ctx.clone());
    let doors =
        Routes::of(Access::AnyKey).route("/v1/shop/quote", post(quote_basket)).with_state(ctx);
    server.merge(doors)
}

async fn permit(ctx: &Ctx, headers: &HeaderMap) -> Result<Permit<may::SetPrices>> {
    Permit::of_server(&door_of(&ctx.customers, headers).await?)
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    serde_json::from_slice(body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    name: String,
    #[serde(default = "yes")]
    is_active: bool,
    starts_at: Option<Time>,
    ends_at: Option<Time>,
    #[serde(default)]
    priority: i64,
    gives: Gives,
    #[serde(default)]
    goods: Goods,
    #[serde(default)]
    needs: Needs,
    #[serde(default)]
    beside: Beside,
    #[serde(default)]
    budget: Budget,
}

fn yes() -> bool {
    true
}

impl Wanted {
    fn with_id(self, id: PromotionId) -> Promotion {
        let rule =
            Rule { gives: self.gives, goods: self.goods, needs: self.needs, beside: self.beside };
        Promotion {
            id,
            name: self.name,
            is_active: self.is_active,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            priority: self.priority,
            budget: self.budget,
            rule,
        }
    }
}

#[derive(Serialize)]
struct All {
    promotions: Vec<Promotion>,
}

async fn list_promotions(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
) -> Result<Json<impl Serialize>> {
    permit(&ctx, &headers).await?;
    let now = ctx.customers.clock.now();
    Ok(Json(All { promotions: ctx.customers.db.read(|tx| store::active(tx, now)).await? }))
}

async fn create_promotion(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Promotion>)> {
    let permit = permit(&ctx, &headers).await?;
    let id = PromotionId::new(ctx.customers.clock.now());
    let promotion = read::<Wanted>(&body)?.with_id(id);
    super::save(&ctx, &permit, &promotion).await?;
    Ok((StatusCode::CREATED, Json(promotion)))
}

async fn set_promotion(
    State(ctx): State<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Promotion>> {
    let permit = permit(&ctx, &headers).await?;
    let promotion = read::<Wanted>(&body)?.with_id(id.parse()?);
    super::save(&ctx, &permit, &promotion).await?;
    Ok(Json(promotion))
}

/// A `code` of the shop's own, or a `count` of codes that nobody guesses.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WantedCoupons {
    code: Option<String>,
    count: Option<usize>,
    #[serde(default, rename = "as")]
    kind: Kind,
    uses_max: Option<i64>,
    uses_max_each: Option<i64>,
    ends_at: Option<Time>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    #[default]
    Letters,
    Ean13,
}

#[derive(Serialize)]
struct Made {
    coupons: Vec<MadeCoupon>,
}

#[derive(Serialize)]
struct MadeCoupon {
    code: String,
    /// As it is printed; a QR code holds the same.
    shown: String,
}

async fn create_coupons(
    State(ctx): State<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<impl Serialize>)> {
    let permit = permit(&ctx, &headers).await?;
    let wanted: WantedCoupons = read(&body)?;
    let codes = match (wanted.code, wanted.count, wanted.kind) {
        (Some(code), None, _) => Codes::Own(code),
        (None, Some(count), Kind::Letters) => Codes::Letters(count),
        (None, Some(count), Kind::Ean13) => Codes::Ean13(count),
        _ => {
            let detail = "Send a `code` of your own, or a `count`, not both.";
            return Err(Error::bad_input("bad_coupons", detail));
        }
    };
    let limits = Limits {
        uses_max: wanted.uses_max,
        uses_max_each: wanted.uses_max_each,
        ends_at: wanted.ends_at,
    };
    let made = coupons::make(&ctx, &permit, id.parse()?, &codes, limits).await?;
    let made = made.into_iter().map(|code| MadeCoupon { shown: code::shown(&code), code });
    Ok((StatusCode::CREATED, Json(Made { coupons: made.collect() })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Basket {
    lines: Vec<BasketLine>,
    #[serde(default)]
    coupons: Vec<String>,
    currency: Option<Currency>,
    country: Option<String>,
    /// What the way costs, for who knows it better than the shop's methods. This or `delivery`.
    shipping: Option<i64>,
    delivery: Option<BasketDelivery>,
    /// For whom: with a secret key only, since anybody can send the key of a page.
    buyer: Option<BasketBuyer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BasketLine {
    sku: Option<String>,
    variant: Option<VariantId>,
    quantity: i64,
}

/// By one of the shop's methods.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BasketDelivery {
    #[serde(rename = "type")]
    kind: shipping::Kind,
    /// None: the cheapest that is possible.
    method: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct BasketBuyer {
    /// Whose segments, tier and first order are known; what is said beside it stands for what is known.
    customer: Option<CustomerId>,
    group: Option<String>,
    segments: Option<Vec<String>>,
    tier: Option<String>,
    first_order: Option<bool>,
}

impl BasketBuyer {
    fn shopper(&self, tx: &Tx, now: Time) -> Result<Shopper> {
        let known = match self.customer {
            Some(customer) => orders::shopper(tx, Scope::whole(customer).own, now)?,
            None => Shopper::default(),
        };
        Ok(Shopper {
            group: self.group.clone().or(known.group),
            segments: self.segments.clone().unwrap_or(known.segments),
            tier: self.tier.clone().or(known.tier),
            is_first_order: self.first_order.unwrap_or(known.is_first_order),
        })
    }
}

async fn quote_basket(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Quote>> {
    let door = door_of(&ctx.customers, &headers).await?;
    let basket: Basket = read(&body)?;
    if basket.buyer.is_some() && !door.trusted {
        let detail = "Who buys is told with the secret key of a door, from a server.";
        return Err(Error::forbidden("secret_key_needed", detail));
    }
    let quote = ctx.customers.db.read(|tx| {
        let mut asked = asked(&ctx, tx, basket)?;
        asked.door = Some(door.channel.id);
        super::quote(&ctx, tx, &asked)
    });
    Ok(Json(quote.await?))
}

fn asked(ctx: &Ctx, tx: &Tx, basket: Basket) -> Result<Asked> {
    if basket.lines.len() > super::LINES_MAX {
        let detail = format!("A basket has at most {} lines.", super::LINES_MAX);
        return Err(Error::too_large("too_many_lines", detail));
    }
    let skus: Vec<&str> = basket.lines.iter().filter_map(|line| line.sku.as_deref()).collect();
    let known = variants_by_sku(tx, &skus)?;
    let line = |line: &BasketLine| {
        let by_sku = |sku: &String| known.iter().find(|(its, _)| its == sku).map(|(_, id)| *id);
        let variant = match (&line.sku, line.variant) {
            (Some(sku), None) => by_sku(sku)
                .ok_or_else(|| Error::not_found(format!("variant with the SKU “{sku}”")))?,
            (None, Some(variant)) => variant,
            _ => {
                let detail = "Name each variant by `sku` or by `variant`, not by both.";
                return Err(Error::bad_input("bad_variant", detail));
            }
        };
        Ok(AskedLine { variant, quantity: line.quantity })
    };
    let lines: Vec<AskedLine> = basket.lines.iter().map(line).collect::<Result<_>>()?;
    let way = match (basket.shipping, basket.delivery) {
        (None, None) => Way::default(),
        (Some(cost), None) => Way::Costs(cost),
        (None, Some(wish)) => Way::By(Wish::new(wish.kind, wish.method)),
        (Some(_), Some(_)) => {
            let detail = "Send `shipping` or `delivery`, not both.";
            return Err(Error::bad_input("bad_delivery", detail));
        }
    };
    let who = basket.buyer.unwrap_or_default();
    let country = basket.country.unwrap_or_else(|| ctx.country.clone()).to_ascii_uppercase();
    let buyer = Buyer { customer: who.customer, group: None, country };
    let currency = basket.currency.unwrap_or(ctx.customers.defaults.currency);
    let known = who.shopper(tx, ctx.customers.clock.now())?;
    Ok(Asked { coupons: basket.coupons, way, ..Asked::new(lines, buyer, currency).by(known) })
}
