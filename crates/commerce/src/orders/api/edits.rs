//! An order is changed, or written on, by the shop's servers.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State as With};
use axum::http::HeaderMap;
use kit::{Error, Result, Tx};
use serde::Deserialize;

use super::super::list::numbered;
use super::super::{Contact, Delivery, Edit, Note, NoteFor, edit, hold, note};
use super::shown::Shown;
use crate::carts;
use crate::carts::api::server;
use crate::carts::api::{self as wishes, Shop};
use crate::catalogue::VariantId;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct NewEdit {
    /// As the order was shown: if it has changed since, nothing is done.
    version: i64,
    lines: Option<Vec<NewLine>>,
    delivery: Option<Delivery>,
    /// Of a delivery method.
    method: Option<String>,
    contact: Option<Contact>,
    actor: Option<wishes::NewActor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewLine {
    sku: Option<String>,
    variant: Option<VariantId>,
    quantity: i64,
}

impl NewLine {
    fn find(&self, tx: &Tx) -> Result<(VariantId, i64)> {
        let variant = match (&self.sku, self.variant) {
            (_, Some(variant)) => variant,
            (Some(sku), None) => carts::variant_of_code(tx, sku)?,
            (None, None) => {
                return Err(Error::bad_input("no_variant", "A line has a `sku` or a `variant`."));
            }
        };
        Ok((variant, self.quantity))
    }
}

pub async fn edit_order(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    let door = server(&shop, &headers).await?;
    let mut new: NewEdit = wishes::json_of(&body)?;
    let actor = wishes::actor(door, new.actor.take())?;
    let (ctx, now) = (&shop.ctx, shop.ctx.customers.clock.now());
    let write = |tx: &Tx| {
        let held = hold(tx, &numbered(tx, &number)?)?;
        held.must_be_of(new.version)?;
        let found = |lines: &Vec<NewLine>| lines.iter().map(|line| line.find(tx)).collect();
        let change = Edit {
            lines: new.lines.as_ref().map(found).transpose()?,
            delivery: new.delivery.clone(),
            method: new.method.clone(),
            contact: new.contact.clone(),
        };
        let (order, learned) = edit(ctx, tx, &actor, held, &change, now)?;
        Ok((Shown::with_steps(tx, &order)?, learned))
    };
    let (shown, learned) = ctx.customers.db.write(write).await?;
    ctx.customers.recorder.learn(learned);
    Ok(Json(shown))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct NewNote {
    version: i64,
    text: String,
    r#for: NoteFor,
    actor: Option<wishes::NewActor>,
}

pub async fn note_order(
    With(shop): With<Shop>,
    Path(number): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Shown>> {
    let door = server(&shop, &headers).await?;
    let mut new: NewNote = wishes::json_of(&body)?;
    let actor = wishes::actor(door, new.actor.take())?;
    let (db, now) = (&shop.ctx.customers.db, shop.ctx.customers.clock.now());
    let written = Note { text: new.text, reader: new.r#for };
    let write = |tx: &Tx| {
        let held = hold(tx, &numbered(tx, &number)?)?;
        held.must_be_of(new.version)?;
        Shown::with_steps(tx, &note(tx, &actor, held, &written, now)?)
    };
    Ok(Json(db.write(write).await?))
}
