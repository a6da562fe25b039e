//! Prices over HTTP, for the merchant's own servers: an ERP that knows them better.

use std::collections::HashMap;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post, put};
use customers::accounts::{Permit, may};
use customers::channels::ChannelId;
use customers::context::api::door_of;
use kit::money::{Currency, Money};
use kit::web::{Access, Routes};
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::{ListFields, NewPrice, PriceList, PriceListId, exceptions, store};
use crate::Ctx;
use crate::catalogue::VariantId;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::ServerKey)
        .route("/v1/prices", put(set_prices))
        .route("/v1/price-lists", get(list_price_lists))
        .route("/v1/price-exceptions", get(list_price_exceptions).post(declare_price_exception))
        .route("/v1/price-exceptions/{id}/end", post(end_price_exception))
        .with_state(ctx)
}

async fn permit(ctx: &Ctx, headers: &HeaderMap) -> Result<Permit<may::SetPrices>> {
    Permit::of_server(&door_of(&ctx.customers, headers).await?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    list: WantedList,
    #[serde(default)]
    prices: Vec<WantedPrice>,
    #[serde(default)]
    why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WantedList {
    code: String,
    name: String,
    currency: Currency,
    group: Option<String>,
    #[serde(default)]
    priority: i64,
    starts_at: Option<Time>,
    ends_at: Option<Time>,
    #[serde(default)]
    is_sale: bool,
}

/// Names the variant by one of both.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WantedPrice {
    sku: Option<String>,
    variant: Option<VariantId>,
    #[serde(default = "one")]
    quantity_min: i64,
    /// Null takes it out of the list.
    amount: Option<i64>,
}

fn one() -> i64 {
    1
}

#[derive(Serialize)]
struct Done {
    list: PriceListId,
    set: usize,
}

async fn set_prices(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<impl Serialize>> {
    let permit = permit(&ctx, &headers).await?;
    let wanted: Wanted = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    if wanted.prices.len() > super::PRICES_MAX {
        let detail = format!("At most {} prices are set at a time.", super::PRICES_MAX);
        return Err(Error::too_large("too_many_prices", detail));
    }
    let new = ctx.customers.db.read(|tx| new_prices(tx, &wanted.prices)).await?;
    let list = ListFields {
        code: wanted.list.code,
        name: wanted.list.name,
        currency: wanted.list.currency,
        group: wanted.list.group,
        priority: wanted.list.priority,
        starts_at: wanted.list.starts_at,
        ends_at: wanted.list.ends_at,
        is_sale: wanted.list.is_sale,
    };
    let id = super::put(&ctx, &permit, &list, &new, &wanted.why).await?;
    Ok(Json(Done { list: id, set: new.len() }))
}

fn new_prices(tx: &Tx, wanted: &[WantedPrice]) -> Result<Vec<NewPrice>> {
    let skus: Vec<&str> = wanted.iter().filter_map(|price| price.sku.as_deref()).collect();
    let known: HashMap<String, VariantId> = variants_by_sku(tx, &skus)?.into_iter().collect();
    let new = |price: &WantedPrice| {
        let variant = match (&price.sku, price.variant) {
            (Some(sku), None) => known
                .get(sku)
                .copied()
                .ok_or_else(|| Error::not_found(format!("variant with the SKU “{sku}”")))?,
            (None, Some(variant)) => variant,
            _ => {
                let detail = "Name each variant by `sku` or by `variant`, not by both.";
                return Err(Error::bad_input("bad_variant", detail));
            }
        };
        Ok(NewPrice { variant, quantity_min: price.quantity_min, amount: price.amount })
    };
    wanted.iter().map(new).collect()
}

/// Those that there are of these numbers of the shop's own.
pub(crate) fn variants_by_sku(tx: &Tx, skus: &[&str]) -> Result<Vec<(String, VariantId)>> {
    if skus.is_empty() { Ok(Vec::new()) } else { store::variants_by_sku(tx, skus) }
}

#[derive(Serialize)]
struct Lists {
    price_lists: Vec<PriceList>,
}

async fn list_price_lists(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
) -> Result<Json<impl Serialize>> {
    permit(&ctx, &headers).await?;
    Ok(Json(Lists { price_lists: ctx.customers.db.read(store::lists).await? }))
}

#[derive(Serialize)]
struct Exceptions {
    price_exceptions: Vec<exceptions::Exception>,
}

async fn list_price_exceptions(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
) -> Result<Json<impl Serialize>> {
    permit(&ctx, &headers).await?;
    let now = ctx.customers.clock.now();
    let price_exceptions = ctx.customers.db.read(|tx| exceptions::list(tx, now)).await?;
    Ok(Json(Exceptions { price_exceptions }))
}

/// A price of its own, or so many hundredths of a percent of the price: one of both.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WantedException {
    channel: ChannelId,
    variant: Option<VariantId>,
    amount: Option<Money>,
    basis_points: Option<i64>,
    reason: String,
    /// Now, where it says nothing.
    starts_at: Option<Time>,
    ends_at: Time,
}

async fn declare_price_exception(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<exceptions::Exception>)> {
    let permit = permit(&ctx, &headers).await?;
    let wanted: WantedException = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    let change = match (wanted.amount, wanted.basis_points) {
        (Some(amount), None) => exceptions::Change::Amount(amount),
        (None, Some(points)) => exceptions::Change::BasisPoints(points),
        _ => {
            let detail = "Send an `amount` or `basis_points`, not both.";
            return Err(Error::bad_input("bad_price_exception", detail));
        }
    };
    let new = exceptions::NewException {
        channel: wanted.channel,
        variant: wanted.variant,
        change,
        reason: wanted.reason,
        starts_at: wanted.starts_at.unwrap_or_else(|| ctx.customers.clock.now()),
        ends_at: wanted.ends_at,
    };
    Ok((StatusCode::CREATED, Json(exceptions::declare(&ctx, &permit, &new).await?)))
}

async fn end_price_exception(
    State(ctx): State<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode> {
    let permit = permit(&ctx, &headers).await?;
    exceptions::end(&ctx, &permit, id.parse()?).await?;
    Ok(StatusCode::NO_CONTENT)
}
