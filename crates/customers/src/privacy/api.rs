//! What a person may ask, over HTTP: for the merchant's own servers, with the secret key of a door of the kind
//! `api`.

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use kit::web::{Access, Routes};
use kit::{Error, Result};
use serde::Deserialize;

use super::{Chapters, Erasure, Export, Flag, Format, clear, erase, set};
use crate::Ctx;
use crate::accounts::{Permit, Right};
use crate::context::api::{door_of, named};

const REASON_LENGTH_MAX: usize = 500;

/// `chapters` are what the product keeps of a person beside what is kept here.
pub fn routes(ctx: Ctx, chapters: Chapters) -> Routes {
    let flags = [("restriction", Flag::Restriction), ("objection", Flag::Objection)];
    let export = move |State(ctx): State<Ctx>, Path(customer), headers| {
        show_export(ctx, customer, headers, chapters)
    };
    let mut router = Routes::of(Access::ServerKey)
        .route("/v1/customers/{customer}/export", get(export))
        .route("/v1/customers/{customer}/erasure", post(create_erasure));
    for (noun, flag) in flags {
        let set = move |State(ctx): State<Ctx>, Path(customer), headers, body| {
            change_flag(ctx, customer, headers, body, flag, true)
        };
        let clear = move |State(ctx): State<Ctx>, Path(customer), headers, body| {
            change_flag(ctx, customer, headers, body, flag, false)
        };
        let path = format!("/v1/customers/{{customer}}/{noun}");
        router = router.route(&path, put(set).delete(clear));
    }
    router.with_state(ctx)
}

/// The permit of a server that came with the key of an API door.
async fn permit<R: Right>(ctx: &Ctx, headers: &HeaderMap) -> Result<Permit<R>> {
    Permit::of_server(&door_of(ctx, headers).await?)
}

async fn show_export(
    ctx: Ctx,
    customer: String,
    headers: HeaderMap,
    chapters: Chapters,
) -> Result<Response> {
    let permit = permit(&ctx, &headers).await?;
    let export = Export::open(&ctx, &permit, &named(&ctx, &customer)?, chapters).await?;
    let name = format!("attachment; filename=\"{}.json\"", export.head.customer);
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_string()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_string()),
    ];
    Ok((headers, Body::from_stream(export.stream(Format::Json))).into_response())
}

async fn create_erasure(
    State(ctx): State<Ctx>,
    Path(customer): Path<String>,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<Erasure>)> {
    let permit = permit(&ctx, &headers).await?;
    let erasure = erase(&ctx, &permit, &named(&ctx, &customer)?).await?;
    Ok((StatusCode::CREATED, Json(erasure)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Why {
    reason: String,
}

async fn change_flag(
    ctx: Ctx,
    customer: String,
    headers: HeaderMap,
    body: Bytes,
    flag: Flag,
    is_set: bool,
) -> Result<StatusCode> {
    let permit = permit(&ctx, &headers).await?;
    let why: Why = match body.is_empty() {
        true => Why::default(),
        false => serde_json::from_slice(&body)
            .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?,
    };
    let (named, reason) =
        (named(&ctx, &customer)?, kit::text::clip(&why.reason, REASON_LENGTH_MAX));
    match is_set {
        true => set(&ctx, &permit, &named, flag, &reason).await?,
        false => clear(&ctx, &permit, &named, flag, &reason).await?,
    }
    Ok(StatusCode::NO_CONTENT)
}
