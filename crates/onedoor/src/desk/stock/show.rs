//! One variant: its levels, what is on its way, what came and went, and the form by which it is moved.

use std::collections::BTreeMap;

use axum::extract::Path;
use commerce::catalogue::{self, Sellable, VariantId};
use commerce::stock::coming::{self, Coming};
use commerce::stock::movements::Recorded;
use commerce::stock::{Level, Location, LocationId, available, store};
use commerce::wishes;
use customers::accounts::{Permission, Permit, may};
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::forms::{Typed, arrival, movement};
use super::list::{left_badge, promised, waiting};
use crate::desk::reply::Page;
use crate::desk::ui::{Fault, Nav, card, table, time, title_row};
use crate::desk::who::Desk;

/// Of what came and went, the newest.
const MOVEMENTS_SHOWN: i64 = 50;

pub struct Shown {
    pub sold: Sellable,
    pub left: i64,
    /// How many want to hear that it is back.
    pub waiting: Option<i64>,
    pub levels: Vec<Level>,
    pub coming: Vec<Coming>,
    pub movements: Vec<Recorded>,
    pub places: BTreeMap<LocationId, Location>,
}

impl Shown {
    pub fn place(&self, id: LocationId) -> &str {
        self.places.get(&id).map_or("", |place| place.name.as_str())
    }

    fn read(tx: &Tx, variant: VariantId) -> Result<Shown> {
        let found = catalogue::store::sellables(tx, &[variant])?.into_iter().next();
        Ok(Shown {
            sold: found.ok_or_else(|| Error::not_found(format!("variant {variant}")))?,
            left: available(tx, &[variant])?.first().map_or(0, |(_, left)| *left),
            waiting: wishes::counts(tx, &[variant])?.remove(&variant),
            levels: store::levels(tx, &[variant])?,
            coming: coming::expected(tx, &[variant])?,
            movements: store::movements(tx, variant, None, MOVEMENTS_SHOWN)?,
            places: store::locations(tx)?.into_iter().map(|place| (place.id, place)).collect(),
        })
    }
}

pub fn parse_id(text: &str) -> Result<VariantId> {
    text.parse().map_err(|_| Error::not_found("variant of this id"))
}

pub async fn show_stock(desk: Desk, Path(variant): Path<String>) -> Result<Page> {
    let _: Permit<may::SeeStock> = desk.staff.permit()?;
    page(&desk, parse_id(&variant)?, &Typed::default(), None).await
}

pub async fn page(
    desk: &Desk,
    variant: VariantId,
    typed: &Typed,
    fault: Option<&Fault>,
) -> Result<Page> {
    let shown = desk.app.ctx.db.scan(|tx| Shown::read(tx, variant)).await?;
    let tr = &desk.tr;
    let body = html! {
        (title_row(&shown.sold.title, &shown.sold.sku, html! {
            @if let Some(n) = shown.waiting { (waiting(desk, n)) " " }
            (left_badge(desk, shown.left))
        }))
        (card(&tr.t("desk-stock-levels"), levels(desk, &shown)))
        @if !shown.coming.is_empty() {
            (card(&tr.t("desk-stock-coming"), on_its_way(desk, &shown)))
        }
        @if desk.staff.can(Permission::ManageStock) && !shown.places.is_empty() {
            (card(&tr.t("desk-stock-move"), movement(desk, &shown, typed, fault)))
        }
        (card(&tr.t("desk-stock-movements"), movements(desk, &shown)))
    };
    Ok(desk.page(Nav::Stock, &shown.sold.title, body))
}

fn levels(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    if shown.levels.is_empty() {
        return html! { p { (tr.t("desk-stock-nowhere")) } };
    }
    let headings =
        ["desk-stock-place", "desk-stock-lies", "desk-stock-promised", "desk-stock-safety"]
            .map(|key| tr.t(key));
    let row = |level: &Level| {
        vec![
            html! { (shown.place(level.location)) },
            html! { strong { (tr.number(level.on_hand)) } },
            html! { (promised(desk, level.reserved)) },
            html! { (tr.number(level.safety)) },
        ]
    };
    let rows: Vec<_> = shown.levels.iter().map(row).collect();
    table(&tr.t("desk-stock-levels"), &headings, &rows, None)
}

fn on_its_way(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    html! {
        ul.rows {
            @for one in &shown.coming {
                li {
                    div.grow {
                        strong { (way(desk, shown, one)) }
                        small {
                            (one.reference)
                            @if let Some(at) = one.expected_at {
                                " · " (tr.t("desk-stock-expected")) " " (tr.date_time(at))
                            }
                        }
                    }
                    @if desk.staff.can(Permission::ManageStock) { (arrival(desk, one)) }
                }
            }
        }
    }
}

fn way(desk: &Desk, shown: &Shown, one: &Coming) -> String {
    let n = ("n", Arg::Int(one.quantity - one.arrived));
    let to = ("to", Arg::Text(shown.place(one.to).into()));
    match one.from {
        Some(from) => {
            let from = ("from", Arg::Text(shown.place(from).into()));
            desk.tr.with("desk-stock-way-between", &[n, from, to])
        }
        None => desk.tr.with("desk-stock-way", &[n, to]),
    }
}

fn movements(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    if shown.movements.is_empty() {
        return html! { p { (tr.t("desk-stock-no-movements")) } };
    }
    let headings = [
        "desk-stock-when",
        "desk-stock-what",
        "desk-stock-quantity",
        "desk-stock-place",
        "desk-stock-reference",
        "desk-stock-who",
    ]
    .map(|key| tr.t(key));
    let row = |one: &Recorded| {
        let sign = if one.quantity > 0 { "+" } else { "" };
        vec![
            html! { (time(desk, one.at)) },
            html! { (tr.t(&format!("desk-stock-kind-{}", one.kind.as_str().replace('_', "-")))) },
            html! { (sign) (tr.number(one.quantity)) },
            html! { (shown.place(one.location)) },
            html! { (one.reference) },
            html! { (one.actor) },
        ]
    };
    let rows: Vec<_> = shown.movements.iter().map(row).collect();
    table(&tr.t("desk-stock-movements"), &headings, &rows, None)
}
