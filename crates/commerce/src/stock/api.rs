//! Stock over HTTP. The merchant's other system (with the secret key of an `api` door) tells what came, went and lies;
//! whoever has a key of a door asks whether there is any. Who has the write key, which stands in public pages, hears
//! “in stock”, “few” or “none”, and no numbers.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State as With};
use axum::http::HeaderMap;
use axum::routing::{get, post, put};
use customers::accounts::{Permit, audit, may};
use customers::context::api::door_of;
use kit::web::{Access, Routes};
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::intake::{self, Refused, Row};
use super::show::{self, Shown, Status};
use crate::Ctx;

/// Rows of one call.
const ROWS_MAX: usize = 5_000;
/// Variants in one question.
const ASKED_MAX: usize = 100;

pub fn routes(ctx: Ctx) -> Routes {
    let of_servers = Routes::of(Access::ServerKey)
        .route("/v1/stock/movements", post(record_movements))
        .route("/v1/stock/snapshot", put(replace_snapshot))
        .route("/v1/stock/{sku}", get(show_stock))
        .with_state(ctx.clone());
    let of_doors = Routes::of(Access::AnyKey)
        .route("/v1/shop/availability", get(show_availability))
        .with_state(ctx);
    of_servers.merge(of_doors)
}

async fn permit<R: customers::accounts::Right>(
    ctx: &Ctx,
    headers: &HeaderMap,
) -> Result<Permit<R>> {
    Permit::of_server(&door_of(&ctx.customers, headers).await?)
}

fn read<'a, T: Deserialize<'a>>(body: &'a Bytes) -> Result<T> {
    serde_json::from_slice(body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))
}

fn check_size(rows: usize) -> Result<()> {
    if (1..=ROWS_MAX).contains(&rows) {
        return Ok(());
    }
    let detail = format!("A call has 1 to {ROWS_MAX} rows.");
    Err(Error::bad_input("bad_row_count", detail))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Movements {
    movements: Vec<Row>,
}

/// What was new, what was known, and what could not be understood: those rows move nothing, the others do.
#[derive(Serialize)]
struct Taken {
    recorded: usize,
    repeated: usize,
    refused: Vec<Refused>,
}

async fn record_movements(
    With(ctx): With<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<impl Serialize>> {
    let permit = permit::<may::ManageStock>(&ctx, &headers).await?;
    let Movements { movements } = read(&body)?;
    check_size(movements.len())?;
    let now = ctx.customers.clock.now();
    let take = |tx: &Tx| intake::record_rows(tx, &movements, &permit.actor().name, now);
    let (news, refused) = ctx.customers.db.write(take).await?;
    let recorded = news.iter().filter(|is_new| **is_new).count();
    Ok(Json(Taken { recorded, repeated: news.len() - recorded, refused }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Snapshot {
    /// The code of a location.
    location: String,
    as_of: Time,
    /// What is not named is not there.
    #[serde(default)]
    full: bool,
    levels: Vec<intake::Lying>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Compared {
    corrected: usize,
    as_before: usize,
    /// A newer count holds.
    outdated: usize,
    refused: Vec<Refused>,
}

async fn replace_snapshot(
    With(ctx): With<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<impl Serialize>> {
    let permit = permit::<may::ManageStock>(&ctx, &headers).await?;
    let sent: Snapshot = read(&body)?;
    check_size(sent.levels.len())?;
    let now = ctx.customers.clock.now();
    let take = |tx: &Tx| {
        let snapshot = intake::Snapshot {
            location: &sent.location,
            as_of: sent.as_of,
            levels: &sent.levels,
            reference: "snapshot",
            actor: &permit.actor().name,
        };
        let mut compared = intake::compare(tx, &snapshot, now)?;
        if sent.full {
            let rest = intake::compare_rest(tx, &snapshot, &compared.named, now)?;
            compared.outcome.add(rest);
            let detail = json!({ "asOf": sent.as_of, "corrected": compared.outcome.corrected });
            audit::record(tx, now, permit.actor(), "stock_replaced", &sent.location, &detail)?;
        }
        Ok(compared)
    };
    let intake::Compared { outcome, refused, .. } = ctx.customers.db.write(take).await?;
    Ok(Json(Compared {
        corrected: outcome.corrected,
        as_before: outcome.as_before,
        outdated: outcome.outdated,
        refused,
    }))
}

async fn show_stock(
    With(ctx): With<Ctx>,
    Path(sku): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Shown>> {
    let _: Permit<may::SeeStock> = permit(&ctx, &headers).await?;
    let shown = ctx.customers.db.read(|tx| show::of_sku(tx, &sku)).await?;
    Ok(Json(shown))
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Asked {
    /// One, or several with commas between.
    sku: String,
}

#[derive(Serialize)]
struct Availability {
    items: Vec<Available>,
}

/// A variant that the shop knows; of one that it does not know nothing is told.
#[derive(Serialize)]
struct Available {
    sku: String,
    status: Status,
    /// With a secret key only.
    #[serde(skip_serializing_if = "Option::is_none")]
    quantity: Option<i64>,
    /// Where it can be fetched.
    collect: Vec<Collect>,
}

#[derive(Serialize)]
struct Collect {
    location: String,
    name: String,
    city: String,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    quantity: Option<i64>,
}

async fn show_availability(
    With(ctx): With<Ctx>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Json<impl Serialize>> {
    let door = door_of(&ctx.customers, &headers).await?;
    let skus: Vec<&str> =
        asked.sku.split(',').map(str::trim).filter(|sku| !sku.is_empty()).collect();
    if skus.is_empty() || skus.len() > ASKED_MAX {
        let detail = format!("Ask for 1 to {ASKED_MAX} variants: sku=MUG-1,MUG-2.");
        return Err(Error::bad_input("bad_sku_count", detail));
    }
    let all = ctx.customers.db.read(|tx| show::availability(tx, &skus)).await?;
    let number = |n: i64| door.trusted.then_some(n);
    let tell = |one: show::Availability| Available {
        sku: one.sku,
        status: Status::of(one.quantity),
        quantity: number(one.quantity),
        collect: one
            .collect
            .into_iter()
            .map(|(place, n)| Collect {
                location: place.code,
                name: place.name,
                city: place.city,
                status: Status::of(n),
                quantity: number(n),
            })
            .collect(),
    };
    Ok(Json(Availability { items: all.into_iter().map(tell).collect() }))
}
