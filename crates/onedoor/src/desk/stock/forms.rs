//! The forms by which goods are received, counted, sent, written off and kept back.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use commerce::stock::by_hand::{self, Pieces};
use commerce::stock::coming::Coming;
use commerce::stock::{ComingId, LocationId};
use customers::accounts::{Permit, may};
use kit::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::PATH;
use super::show::{Shown, page, parse_id};
use crate::desk::reply::Go;
use crate::desk::ui::forms::token;
use crate::desk::ui::{Fault, Field, Icon, Tone, button, form, select};
use crate::desk::who::Desk;

const ACTS: [&str; 5] = ["receive", "count", "send", "write-off", "keep-back"];

/// The form, as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    act: String,
    location: String,
    to: String,
    quantity: String,
    reference: String,
}

pub async fn move_stock(
    desk: Desk,
    Path(variant): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let permit: Permit<may::ManageStock> = desk.staff.permit()?;
    let variant = parse_id(&variant)?;
    match act(&desk, &permit, variant, &typed).await {
        Ok(()) => {
            let back = format!("{PATH}/{variant}");
            Ok(Go::to(&back).saying("stock-moved").into_response())
        }
        Err(error) => {
            let field = match error.code {
                "same_location" => "to",
                "not_found" => "location",
                _ => "quantity",
            };
            let status = error.status();
            let fault = Fault::of(&desk, error, field)?;
            let page = page(&desk, variant, &typed, Some(&fault)).await?;
            Ok(page.with_status(status).into_response())
        }
    }
}

async fn act(
    desk: &Desk,
    permit: &Permit<may::ManageStock>,
    variant: commerce::catalogue::VariantId,
    typed: &Typed,
) -> Result<()> {
    let ctx = &desk.app.commerce;
    let pieces = Pieces {
        variant,
        location: place(&typed.location)?,
        quantity: number(&typed.quantity)?,
        reference: typed.reference.clone(),
    };
    match typed.act.as_str() {
        "receive" => by_hand::receive(ctx, permit, &pieces).await,
        "count" => by_hand::count_now(ctx, permit, &pieces).await,
        "send" => by_hand::send(ctx, permit, &pieces, place(&typed.to)?).await,
        "write-off" => by_hand::write_off(ctx, permit, &pieces).await,
        "keep-back" => by_hand::keep_back(ctx, permit, &pieces).await,
        _ => Err(Error::bad_input("bad_act", "Choose what happened.")),
    }
}

fn place(text: &str) -> Result<LocationId> {
    text.parse().map_err(|_| Error::bad_input("bad_location", "Choose a place."))
}

fn number(text: &str) -> Result<i64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    plain.parse().map_err(|_| Error::bad_input("bad_quantity", "A whole number of pieces."))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Arrived {
    quantity: String,
}

pub async fn take_arrival(
    desk: Desk,
    Path((variant, coming)): Path<(String, String)>,
    Form(arrived): Form<Arrived>,
) -> Result<Go> {
    let permit: Permit<may::ManageStock> = desk.staff.permit()?;
    let variant = parse_id(&variant)?;
    let coming: ComingId = coming.parse().map_err(|_| Error::not_found("delivery of this id"))?;
    by_hand::arrive(&desk.app.commerce, &permit, coming, number(&arrived.quantity)?).await?;
    Ok(Go::to(&format!("{PATH}/{variant}")).saying("stock-moved"))
}

/// How many of it have come.
pub fn arrival(desk: &Desk, one: &Coming) -> Markup {
    let label = desk.tr.t("desk-stock-arrived");
    html! {
        form.inline method="post"
            action={ (PATH) "/" (one.variant) "/arrivals/" (one.id) } {
            (token(desk))
            input name="quantity" type="number" min="1" required aria-label=(label)
                value=(one.quantity - one.arrived);
            button.button.small.plain type="submit" { (label) }
        }
    }
}

pub fn movement(desk: &Desk, shown: &Shown, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let acts = ACTS.map(|act| (act.to_string(), tr.t(&format!("desk-stock-act-{act}")))).to_vec();
    let places: Vec<(String, String)> = shown
        .places
        .values()
        .filter(|place| place.is_open())
        .map(|place| (place.id.to_string(), place.name.clone()))
        .collect();
    let others = [vec![(String::new(), "–".to_string())], places.clone()].concat();
    let quantity = Field {
        kind: "number",
        ..Field::text("quantity", tr.t("desk-stock-quantity"), &typed.quantity)
    };
    let reference = Field {
        is_required: false,
        ..Field::text("reference", tr.t("desk-stock-reference"), &typed.reference)
    };
    form(
        desk,
        &format!("{PATH}/{}/movements", shown.sold.id),
        html! {
            (select("act", &tr.t("desk-stock-what"), &acts, &typed.act, fault))
            (select("location", &tr.t("desk-stock-place"), &places, &typed.location, fault))
            (select("to", &tr.t("desk-stock-to"), &others, &typed.to, fault))
            (quantity.show(fault))
            (reference.hint(tr.t("desk-stock-reference-hint")).show(fault))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-stock-do")))
        },
    )
}
