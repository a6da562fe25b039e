//! The shop's servers keep the catalogue, with the secret key of an `api` door.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, put};
use customers::accounts::{Permit, audit, may};
use customers::context::api::door_of;
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::categories::{self, Tree, WantedCategory};
use super::views::WholeProduct;
use super::{Outcome, Product, ProductId, Wanted, archive, keep, rules, store};
use crate::Ctx;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::ServerKey)
        .route("/v1/products/{product}", get(show_product).put(put_product).delete(archive_product))
        .route("/v1/categories/{handle}", put(put_category))
        .with_state(ctx)
}

async fn permit(ctx: &Ctx, headers: &HeaderMap) -> Result<Permit<may::ManageCatalogue>> {
    Permit::of_server(&door_of(&ctx.customers, headers).await?)
}

fn body_of<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    serde_json::from_slice(body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))
}

/// By its id or by a SKU.
fn find_maybe(tx: &Tx, named: &str) -> Result<Option<ProductId>> {
    match named.parse::<ProductId>() {
        Ok(id) => Ok(Some(store::find(tx, id)?.id)),
        Err(_) => Ok(store::owners(tx, &[named.trim()])?.into_iter().next().map(|(_, id)| id)),
    }
}

fn find(tx: &Tx, named: &str) -> Result<ProductId> {
    let missing = || Error::not_found(format!("product with the SKU “{named}”"));
    find_maybe(tx, named)?.ok_or_else(missing)
}

async fn told(ctx: &Ctx, product: Product) -> Result<Json<WholeProduct>> {
    let tree = ctx.customers.db.read(Tree::load).await?;
    Ok(Json(WholeProduct::of(product, &tree)))
}

async fn show_product(
    State(ctx): State<Ctx>,
    Path(named): Path<String>,
    headers: HeaderMap,
) -> Result<Json<WholeProduct>> {
    let _ = permit(&ctx, &headers).await?;
    let look = |tx: &Tx| store::find(tx, find(tx, &named)?);
    let product = ctx.customers.db.read(look).await?;
    told(&ctx, product).await
}

/// Makes the product of this SKU, or changes it; by an id changes only. What the body leaves out stays.
async fn put_product(
    State(ctx): State<Ctx>,
    Path(named): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<WholeProduct>)> {
    let permit = permit(&ctx, &headers).await?;
    let mut wanted: Wanted = body_of(&body)?;
    wanted.id = ctx.customers.db.read(|tx| find_maybe(tx, &named)).await?;
    if wanted.id.is_none() {
        let sku = rules::checked_sku(&named)?;
        if wanted.variants.iter().all(|variant| variant.sku.trim() != sku) {
            let detail = format!("One of the variants of a new product has its SKU, “{sku}”.");
            return Err(Error::bad_input("sku_missing", detail));
        }
    }
    let (product, outcome) = keep(&ctx, &permit, &wanted).await?;
    let is_new = outcome == Outcome::Created;
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, told(&ctx, product).await?))
}

/// It is sold no more. What was sold of it can still be looked up.
async fn archive_product(
    State(ctx): State<Ctx>,
    Path(named): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode> {
    let permit = permit(&ctx, &headers).await?;
    let id = ctx.customers.db.read(|tx| find(tx, &named)).await?;
    archive(&ctx, &permit, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Serialize)]
struct ToldCategory {
    id: super::CategoryId,
    handle: String,
    title: String,
    parent: Option<String>,
    texts: std::collections::BTreeMap<kit::i18n::Lang, String>,
    position: i64,
}

async fn put_category(
    State(ctx): State<Ctx>,
    Path(handle): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<ToldCategory>> {
    let permit = permit(&ctx, &headers).await?;
    let wanted: WantedCategory = body_of(&body)?;
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let (category, is_changed) = categories::save(tx, &handle, &wanted, now)?;
        if is_changed {
            let (id, detail) = (category.id.to_string(), json!({ "title": category.title }));
            audit::record(tx, now, permit.actor(), "category_saved", &id, &detail)?;
        }
        Ok((category, Tree::load(tx)?))
    };
    let (category, tree) = ctx.customers.db.write(write).await?;
    let parent = category.parent_id.and_then(|id| tree.find(id));
    Ok(Json(ToldCategory {
        id: category.id,
        handle: category.handle,
        title: category.title,
        parent: parent.map(|parent| parent.handle.clone()),
        texts: category.texts,
        position: category.position,
    }))
}
