//! A till is opened with what it may sell, kept up to date, and closed.

use std::collections::BTreeMap;

use axum::extract::{Form, Path};
use axum::response::Response;
use commerce::catalogue::VariantId;
use commerce::tills::{self, NewTill, Till};
use customers::accounts::{Permit, may};
use kit::{Error, Result, Tx};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{answer, till_of};
use crate::desk::Desk;

/// Whether the line holds, who is signed in, and what the next form must carry.
pub async fn show_session(desk: Desk) -> Response {
    let may_sell = desk.staff.permit::<may::SellAtTill>();
    let told = json!({ "token": desk.form_token, "clerk": desk.staff.actor().name });
    answer(&desk, may_sell.map(|_| told))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    key: String,
    location: String,
    door: String,
    name: String,
}

pub async fn open_till(desk: Desk, Form(typed): Form<Typed>) -> Response {
    answer(&desk, opened(&desk, &typed).await)
}

async fn opened(desk: &Desk, typed: &Typed) -> Result<Value> {
    let permit: Permit<may::SellAtTill> = desk.staff.permit()?;
    let nowhere =
        |_| Error::bad_input("bad_till_place", "Choose the store and where its goods lie.");
    let new = NewTill {
        key: typed.key.clone(),
        location: typed.location.parse().map_err(nowhere)?,
        channel: typed.door.parse().map_err(nowhere)?,
        name: typed.name.clone(),
    };
    let till = tills::open(&desk.app.commerce, &permit, &new).await?;
    Ok(shown(&till))
}

fn shown(till: &Till) -> Value {
    json!({ "id": till.id, "name": till.name, "location": till.location, "door": till.channel })
}

/// What the till keeps for the time without a line: goods, prices, codes.
pub async fn list_goods(desk: Desk, Path(till): Path<String>) -> Response {
    let read = async || {
        let _: Permit<may::SellAtTill> = desk.staff.permit()?;
        let (id, ctx) = (till_of(&till)?, &desk.app.commerce);
        let look = |tx: &Tx| tills::goods(ctx, tx, &tills::store::find(tx, id)?);
        ctx.customers.db.scan(look).await
    };
    let goods = read().await;
    answer(&desk, goods)
}

/// Asked when nothing waits to be sent.
pub async fn renew_quota(desk: Desk, Path(till): Path<String>) -> Response {
    let renew = async || {
        let permit: Permit<may::SellAtTill> = desk.staff.permit()?;
        let (till, held) = tills::renew(&desk.app.commerce, &permit, till_of(&till)?).await?;
        Ok(json!({ "till": shown(&till), "held": by_name(held) }))
    };
    let renewed: Result<Value> = renew().await;
    answer(&desk, renewed)
}

pub fn by_name(held: BTreeMap<VariantId, i64>) -> BTreeMap<String, i64> {
    held.into_iter().map(|(variant, pieces)| (variant.to_string(), pieces)).collect()
}

pub async fn close_till(desk: Desk, Path(till): Path<String>) -> Response {
    let close = async || {
        let permit: Permit<may::SellAtTill> = desk.staff.permit()?;
        tills::close(&desk.app.commerce, &permit, till_of(&till)?).await?;
        Ok(json!({}))
    };
    let closed: Result<Value> = close().await;
    answer(&desk, closed)
}
