//! What shops show: products, categories and codes, read with any key of a door.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use customers::channels::Door;
use customers::context::api::door_of;
use customers::recording::api::cross_origin;
use kit::i18n::Lang;
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};
use serde::Serialize;
use serde_json::json;

use super::categories::Tree;
use super::search::{self, Asked, FILTERS_MAX, Filter, PAGE_SIZE, PAGE_SIZE_MAX, Place};
use super::views::{ShopPage, ShopProduct, Spoken, shop_categories};
use super::{Product, ProductId, VariantId, find_by_code, store};
use crate::Ctx;

/// Pairs of the query string, of which a name may come more than once.
type Pairs = Query<Vec<(String, String)>>;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::AnyKey)
        .route("/v1/shop/products", get(list_shop_products))
        .route("/v1/shop/products/{handle}", get(show_shop_product))
        .route("/v1/shop/categories", get(list_shop_categories))
        .route("/v1/shop/codes/{code}", get(show_shop_code))
        .layer(axum::middleware::from_fn(cross_origin))
        .with_state(ctx)
}

/// What is asked for in the query string.
#[derive(Debug, Default)]
struct Wish {
    text: String,
    filters: Vec<Filter>,
    lang: Spoken,
    after: Option<Place>,
    limit: Option<usize>,
}

impl Wish {
    fn read(pairs: Vec<(String, String)>, headers: &HeaderMap) -> Result<Wish> {
        let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let mut wish = Wish { lang: asked.and_then(Lang::from_accept_language), ..Wish::default() };
        for (name, value) in pairs {
            match name.as_str() {
                "q" => wish.text = value,
                "lang" => wish.lang = Some(lang(&value)?),
                "after" => wish.after = Some(value.parse()?),
                "limit" => wish.limit = Some(limit(&value)?),
                "category" => wish.narrow(search::CATEGORY.into(), value)?,
                "brand" => wish.narrow(search::BRAND.into(), value)?,
                "option" => {
                    let (name, value) = value.split_once(':').ok_or_else(|| {
                        Error::bad_input(
                            "bad_option",
                            "An option is a name and a value: Colour:blue.",
                        )
                    })?;
                    wish.narrow(format!("{}{name}", search::OPTION), value.to_string())?;
                }
                other => {
                    let detail = format!("There is no parameter “{}”.", kit::text::clip(other, 40));
                    return Err(Error::bad_input("unknown_parameter", detail));
                }
            }
        }
        Ok(wish)
    }

    fn narrow(&mut self, kind: String, value: String) -> Result<()> {
        let count: usize = self.filters.iter().map(|filter| filter.values.len()).sum();
        if count >= FILTERS_MAX {
            let detail = format!("At most {FILTERS_MAX} choices at once.");
            return Err(Error::bad_input("too_many_filters", detail));
        }
        match self.filters.iter_mut().find(|filter| filter.kind == kind) {
            Some(filter) => filter.values.push(value),
            None => self.filters.push(Filter { kind, values: vec![value] }),
        }
        Ok(())
    }
}

fn lang(code: &str) -> Result<Lang> {
    Lang::parse(code)
        .ok_or_else(|| Error::bad_input("bad_language", "The language is one of en, pl, ro, ru."))
}

fn limit(text: &str) -> Result<usize> {
    let limit = text.parse().ok().filter(|limit| (1..=PAGE_SIZE_MAX).contains(limit));
    limit.ok_or_else(|| {
        Error::bad_input("bad_limit", format!("A page has 1 to {PAGE_SIZE_MAX} products."))
    })
}

fn json_of(body: &impl Serialize) -> Result<Response> {
    let body = serde_json::to_vec(body).map_err(Error::internal)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}

async fn list_shop_products(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
    Query(pairs): Pairs,
) -> Result<Response> {
    let door = door_of(&ctx.customers, &headers).await?;
    let wish = Wish::read(pairs, &headers)?;
    let asked = Asked {
        text: &wish.text,
        filters: &wish.filters,
        channel: Some(door.channel.id),
        is_sold: true,
        after: wish.after,
        limit: wish.limit.unwrap_or(PAGE_SIZE),
    };
    let look = |tx: &Tx| {
        let tree = Tree::load(tx)?;
        let found = search::find(tx, &tree, &asked)?;
        let products = store::products(tx, &found.products)?;
        Ok((found, products, tree))
    };
    let (found, products, tree) = ctx.customers.db.scan(look).await?;
    json_of(&ShopPage::of(&found, &products, &tree, wish.lang))
}

/// One that this door sells; not found, where it does not.
fn in_window(tx: &Tx, door: &Door, id: Option<ProductId>, what: &str) -> Result<Product> {
    let missing = || Error::not_found(format!("product “{}”", kit::text::clip(what, 80)));
    let id = id.ok_or_else(missing)?;
    let product = store::products(tx, &[id])?.into_iter().next().ok_or_else(missing)?;
    if product.is_sold_at(door.channel.id) { Ok(product) } else { Err(missing()) }
}

async fn show_shop_product(
    State(ctx): State<Ctx>,
    Path(handle): Path<String>,
    headers: HeaderMap,
    Query(pairs): Pairs,
) -> Result<Response> {
    let door = door_of(&ctx.customers, &headers).await?;
    let wish = Wish::read(pairs, &headers)?;
    let look = |tx: &Tx| {
        let id = match handle.parse::<ProductId>() {
            Ok(id) => Some(id),
            Err(_) => store::by_handle_maybe(tx, &handle)?,
        };
        Ok((in_window(tx, &door, id, &handle)?, Tree::load(tx)?))
    };
    let (product, tree) = ctx.customers.db.read(look).await?;
    json_of(&ShopProduct::of(&product, &tree, wish.lang, true))
}

async fn list_shop_categories(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
    Query(pairs): Pairs,
) -> Result<Response> {
    let door = door_of(&ctx.customers, &headers).await?;
    let wish = Wish::read(pairs, &headers)?;
    let look = |tx: &Tx| {
        let tree = Tree::load(tx)?;
        let counts = search::count_categories(tx, &tree, door.channel.id)?;
        Ok((tree, counts))
    };
    let (tree, counts) = ctx.customers.db.scan(look).await?;
    let counts: BTreeMap<String, i64> = counts.into_iter().collect();
    json_of(&json!({ "categories": shop_categories(&tree, &counts, None, wish.lang) }))
}

#[derive(Serialize)]
struct OfCode<'a> {
    variant_id: VariantId,
    product: ShopProduct<'a>,
}

async fn show_shop_code(
    State(ctx): State<Ctx>,
    Path(code): Path<String>,
    headers: HeaderMap,
    Query(pairs): Pairs,
) -> Result<Response> {
    let door = door_of(&ctx.customers, &headers).await?;
    let wish = Wish::read(pairs, &headers)?;
    let look = |tx: &Tx| {
        let missing = || Error::not_found(format!("variant “{}”", kit::text::clip(&code, 80)));
        let variant_id = find_by_code(tx, &code)?.ok_or_else(missing)?;
        let product = in_window(tx, &door, store::product_of(tx, variant_id)?, &code)?;
        if product.live().all(|variant| variant.id != variant_id) {
            return Err(missing());
        }
        Ok((variant_id, product, Tree::load(tx)?))
    };
    let (variant_id, product, tree) = ctx.customers.db.read(look).await?;
    json_of(&OfCode { variant_id, product: ShopProduct::of(&product, &tree, wish.lang, true) })
}
