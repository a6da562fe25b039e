//! Delivery methods over HTTP, for the merchant's own servers. What a cart's ways cost is told with the cart.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::routing::{get, put};
use customers::accounts::{Permit, may};
use customers::context::api::door_of;
use kit::web::{Access, Routes};
use kit::{Error, Result};
use serde::Serialize;

use super::{Method, store};
use crate::Ctx;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::ServerKey)
        .route("/v1/shipping-methods", get(list_shipping_methods))
        .route("/v1/shipping-methods/{code}", put(set_shipping_method))
        .with_state(ctx)
}

async fn permit(ctx: &Ctx, headers: &HeaderMap) -> Result<Permit<may::SetPrices>> {
    Permit::of_server(&door_of(&ctx.customers, headers).await?)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct All {
    shipping_methods: Vec<Method>,
}

async fn list_shipping_methods(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
) -> Result<Json<impl Serialize>> {
    permit(&ctx, &headers).await?;
    Ok(Json(All { shipping_methods: ctx.customers.db.read(store::list).await? }))
}

async fn set_shipping_method(
    State(ctx): State<Ctx>,
    Path(code): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Method>> {
    let permit = permit(&ctx, &headers).await?;
    let method: Method = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    let method = Method { code, ..method };
    super::save(&ctx, &permit, &method).await?;
    Ok(Json(method))
}
