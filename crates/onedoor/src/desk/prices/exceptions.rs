//! Doors where something costs other than elsewhere: each with a reason and an end, both obligatory.

use std::collections::HashMap;

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::catalogue::{self, VariantId};
use commerce::prices::exceptions::{self, Change, Exception, ExceptionId, NewException};
use commerce::stock::store_skus;
use customers::accounts::{Permission, Permit, may};
use customers::channels::{Channel, ChannelId, store as channels};
use kit::money::Money;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::lists::when;
use super::{EXCEPTIONS, LISTS};
use crate::desk::reply::{Go, Page};
use crate::desk::typed::{Read, Typed, Wrong, percent_text};
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, confirmed_form, empty, form, link_button, note,
    select, table, title_row,
};
use crate::desk::who::Desk;

struct Found {
    exceptions: Vec<Exception>,
    doors: Vec<Channel>,
    titles: HashMap<VariantId, String>,
}

fn find(tx: &Tx, desk: &Desk) -> Result<Found> {
    let exceptions = exceptions::list(tx, desk.now)?;
    let variants: Vec<VariantId> = exceptions.iter().filter_map(|one| one.variant).collect();
    let titles = catalogue::store::sellables(tx, &variants)?;
    Ok(Found {
        exceptions,
        doors: channels::list(tx)?,
        titles: titles.into_iter().map(|one| (one.id, one.title)).collect(),
    })
}

pub async fn list_exceptions(desk: Desk) -> Result<Page> {
    let _: Permit<may::SeeCatalogue> = desk.staff.permit()?;
    page(&desk, &Typed::default(), None).await
}

pub async fn declare_exception(
    desk: Desk,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let typed = Typed::new(fields);
    let read = desk.app.ctx.db.read(|tx| Ok(wanted(tx, &desk, &typed))).await?;
    let declared = match read {
        Ok(new) => {
            exceptions::declare(&desk.app.commerce, &permit, &new).await.map_err(Wrong::from)
        }
        Err(wrong) => Err(wrong),
    };
    match declared {
        Ok(_) => Ok(Go::to(EXCEPTIONS).saying("exception-declared").into_response()),
        Err(wrong) => {
            let status = wrong.error.status();
            let fault = wrong.fault(&desk)?;
            Ok(page(&desk, &typed, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

pub async fn end_exception(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let id: ExceptionId = id.parse().map_err(|_| Error::not_found("exception of this id"))?;
    exceptions::end(&desk.app.commerce, &permit, id).await?;
    Ok(Go::to(EXCEPTIONS).saying("exception-ended"))
}

fn wanted(tx: &Tx, desk: &Desk, typed: &Typed) -> Read<NewException> {
    let no_door = |_| Wrong::new("channel", "no_door_chosen", "Choose a door.");
    let channel: ChannelId = typed.get("channel").parse().map_err(no_door)?;
    let sku = typed.get("sku");
    let variant = match sku {
        "" => None,
        sku => {
            let unknown = || Wrong::new("sku", "sku_unknown", "There is no variant of this SKU.");
            Some(store_skus::variants(tx, &[sku])?.remove(sku).ok_or_else(unknown)?)
        }
    };
    let missing = || Wrong::new("value", "no_change", "Say by how much it differs.");
    let change = if typed.get("sort") == "amount" {
        let currency = typed.currency(desk)?;
        let amount = typed.amount("value", currency)?.ok_or_else(missing)?;
        Change::Amount(Money::new(amount, currency))
    } else {
        Change::BasisPoints(typed.percent("value")?.ok_or_else(missing)?)
    };
    let reason = typed.get("reason");
    if reason.is_empty() {
        return Err(Wrong::new(
            "reason",
            "difference_without_reason",
            "Say why this door differs.",
        ));
    }
    let starts_at = typed.moment(desk, "starts_at")?.unwrap_or(desk.now);
    let no_end = || Wrong::new("ends_at", "no_end", "Say until when, within a year.");
    let ends_at = typed.moment(desk, "ends_at")?.ok_or_else(no_end)?;
    let duration = ends_at.since(starts_at);
    if duration <= 0 || duration > exceptions::DURATION_MAX {
        return Err(no_end());
    }
    Ok(NewException { channel, variant, change, reason: reason.to_string(), starts_at, ends_at })
}

async fn page(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Result<Page> {
    let found = desk.app.ctx.db.read(|tx| find(tx, desk)).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-exceptions");
    let body = html! {
        (title_row(&title, &tr.t("desk-exceptions-lead"), html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-prices"), LISTS))
        }))
        div.promo-columns {
            div {
                @if found.exceptions.is_empty() {
                    (empty(Icon::Check, &tr.t("desk-exceptions-none"), &tr.t("desk-exceptions-none-text"), html! {}))
                } @else {
                    (rows(desk, &title, &found))
                }
            }
            @if desk.staff.can(Permission::SetPrices) {
                div.promo-aside { (card(&tr.t("desk-exceptions-declare"), declaring(desk, &found, typed, fault))) }
            }
        }
    };
    Ok(desk.page(Nav::Prices, &title, body))
}

fn rows(desk: &Desk, title: &str, found: &Found) -> Markup {
    let tr = &desk.tr;
    let headings = ["door", "what", "change", "reason", "when"]
        .map(|key| tr.t(&format!("desk-exceptions-{key}")));
    let row = |one: &Exception| {
        let door = found.doors.iter().find(|door| door.id == one.channel);
        let what = one.variant.and_then(|variant| found.titles.get(&variant).cloned());
        vec![
            html! { strong { (door.map_or("", |door| door.name.as_str())) } },
            html! { (what.unwrap_or_else(|| tr.t("desk-exceptions-everything"))) },
            html! { (change(desk, one.change)) },
            html! { (one.reason) br; small { (one.declared_by) } },
            html! {
                (when(desk, Some(one.starts_at), Some(one.ends_at)))
                @if desk.staff.can(Permission::SetPrices) {
                    " " (confirmed_form(desk, &format!("{EXCEPTIONS}/{}/end", one.id),
                        &tr.t("desk-exceptions-end-ask"), Tone::Bad, &tr.t("desk-promo-end"), html! {}))
                }
            },
        ]
    };
    let rows: Vec<_> = found.exceptions.iter().map(row).collect();
    table(title, &headings, &rows, None)
}

/// “+10 %”, “12.50 zł”
fn change(desk: &Desk, change: Change) -> String {
    match change {
        Change::Amount(money) => desk.tr.money(money),
        Change::BasisPoints(points) => {
            let sign = if points > 0 { "+" } else { "" };
            format!("{sign}{}\u{a0}%", percent_text(points))
        }
    }
}

fn declaring(desk: &Desk, found: &Found, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let label = |key: &str| tr.t(&format!("desk-exceptions-{key}"));
    let doors: Vec<(String, String)> = found
        .doors
        .iter()
        .filter(|door| door.sell && door.disabled_at.is_none())
        .map(|door| (door.id.to_string(), door.name.clone()))
        .collect();
    let sorts =
        ["percent", "amount"].map(|sort| (sort.to_string(), label(&format!("sort-{sort}"))));
    let field = |name: &'static str, key: &str| Field::text(name, label(key), typed.get(name));
    let optional = |name, key: &str| Field { is_required: false, ..field(name, key) };
    form(
        desk,
        EXCEPTIONS,
        html! {
            @if let Some(fault) = fault.filter(|fault| fault.field.is_empty()) {
                (note(Tone::Bad, html! { (fault.text) }))
            }
            (select("channel", &label("door"), &doors, typed.get("channel"), fault))
            (optional("sku", "sku").hint(label("sku-hint")).show(fault))
            (select("sort", &label("sort"), &sorts, typed.get("sort"), fault))
            (field("value", "value").hint(label("value-hint")).show(fault))
            (field("reason", "reason").hint(label("reason-hint")).show(fault))
            (Field { kind: "datetime-local", ..optional("starts_at", "starts") }.show(fault))
            (Field { kind: "datetime-local", ..field("ends_at", "ends") }.hint(label("ends-hint")).show(fault))
            (button(Tone::Accent, Some(Icon::Check), &label("declare")))
        },
    )
}
