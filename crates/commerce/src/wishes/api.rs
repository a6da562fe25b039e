//! “Tell me when it is back”, at pages of the merchant's own.

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State as With};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json, middleware};
use customers::recording::api::cross_origin;
use kit::i18n::Lang;
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};
use serde::{Deserialize, Serialize};

use super::{Asked, WishKind, ask, email};
use crate::carts::api::{Shop, browsers_key, json_of};
use crate::carts::{Deed, Visit};
use crate::catalogue::{self, find_by_code};

const BODY_BYTES_MAX: usize = 4 * 1024;

pub fn routes(shop: Shop) -> Routes {
    Routes::of(Access::Visitor)
        .route("/v1/shop/wishes", post(create_wish))
        .layer(middleware::from_fn(cross_origin))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(shop)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct NewWish {
    sku: String,
    when: WishKind,
    email: Option<String>,
    lang: Option<String>,
    anonymous_id: Option<String>,
    key: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<String>,
}

async fn create_wish(
    With(shop): With<Shop>,
    visit: Visit,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Answer>)> {
    visit.count(&shop, Deed::Change)?;
    let new: NewWish = json_of(&body)?;
    let key = browsers_key(&headers, new.key.as_ref())?;
    let email = new.email.as_deref().map(email).transpose()?;
    let lang = new.lang.as_deref().map(lang).transpose()?;
    let write = |tx: &Tx| {
        let missing =
            || Error::not_found(format!("“{}” in this shop", kit::text::clip(&new.sku, 80)));
        let id = find_by_code(tx, &new.sku)?.ok_or_else(missing)?;
        let product = catalogue::store::product_of(tx, id)?.ok_or_else(missing)?;
        let product = catalogue::store::products(tx, &[product])?.pop().ok_or_else(missing)?;
        let variant = product.live().find(|variant| variant.id == id);
        let variant = variant.filter(|_| product.is_sold_at(visit.door.channel.id));
        let asked = Asked {
            variant: variant.ok_or_else(missing)?,
            kind: new.when,
            email: email.clone(),
            lang,
            device: new.anonymous_id.as_deref(),
            key: &key,
        };
        ask(&shop.ctx, tx, &visit, &asked)
    };
    let (learned, session) = shop.ctx.customers.db.write(write).await?;
    shop.ctx.customers.recorder.learn(learned);
    let session = session.map(|session| visit.reveal(&shop, session)).transpose()?;
    Ok((StatusCode::CREATED, Json(Answer { session })))
}

fn lang(text: &str) -> Result<Lang> {
    let bad = || Error::bad_input("bad_lang", "`lang` is en, pl, ro or ru.");
    Lang::parse(text).ok_or_else(bad)
}
