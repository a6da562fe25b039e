//! The price lists: which win, for whom, how long; and the form of one.

use std::collections::HashMap;

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::prices::{self, ListFields, PriceList, PriceListId, store, store_entries};
use customers::accounts::{Permission, Permit, may};
use kit::i18n::Arg;
use kit::{Error, Result, Time, Tx};
use maud::{Markup, html};

use super::{EXCEPTIONS, LISTS};
use crate::desk::reply::{Go, Page};
use crate::desk::shipping;
use crate::desk::typed::{Read, Typed, Wrong, moment_text};
use crate::desk::ui::forms::check;
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, badge, button, card, empty, form, link_button, narrow, note,
    table, title_row,
};
use crate::desk::who::Desk;

pub fn parse_id(text: &str) -> Result<PriceListId> {
    text.parse().map_err(|_| Error::not_found("price list of this id"))
}

pub async fn list_price_lists(desk: Desk) -> Result<Page> {
    let _: Permit<may::SeeCatalogue> = desk.staff.permit()?;
    let look = |tx: &Tx| {
        let counts: HashMap<PriceListId, i64> = store_entries::counts(tx)?.into_iter().collect();
        Ok((store::lists(tx)?, counts))
    };
    let (lists, counts) = desk.app.ctx.db.scan(look).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-nav-prices");
    let new = html! {
        @if desk.staff.can(Permission::SetPrices) {
            (link_button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-prices-new"), "/desk/prices/new"))
        }
    };
    let body = html! {
        (title_row(&title, &tr.t("desk-prices-lead"), html! {
            (link_button(Tone::Plain, Some(Icon::Warning), &tr.t("desk-exceptions"), EXCEPTIONS))
            (link_button(Tone::Plain, Some(Icon::Bag), &tr.t("desk-shipping"), shipping::PATH))
            @if !lists.is_empty() { (new) }
        }))
        @if lists.is_empty() {
            (empty(Icon::Coins, &tr.t("desk-prices-none"), &tr.t("desk-prices-none-text"), new))
        } @else {
            (rows(&desk, &title, &lists, &counts))
            p.hint { (tr.t("desk-prices-which-wins")) }
        }
    };
    Ok(desk.page(Nav::Prices, &title, body))
}

fn rows(
    desk: &Desk,
    title: &str,
    lists: &[PriceList],
    counts: &HashMap<PriceListId, i64>,
) -> Markup {
    let tr = &desk.tr;
    let headings = ["list", "for-whom", "state", "when", "variants"]
        .map(|key| tr.t(&format!("desk-prices-{key}")));
    let row = |one: &PriceList| {
        vec![
            html! {
                a.row-link href={ (LISTS) "/lists/" (one.id) } { (one.name) }
                " " small { (one.code) " · " (one.currency) }
            },
            html! {
                (one.group.clone().unwrap_or_else(|| tr.t("desk-prices-everybody")))
                @if one.is_sale { " " (badge(Tone::Accent, Some(Icon::Percent), &tr.t("desk-prices-sale"))) }
            },
            state(desk, one),
            html! { (when(desk, one.starts_at, one.ends_at)) },
            html! { (tr.number(counts.get(&one.id).copied().unwrap_or(0))) },
        ]
    };
    let rows: Vec<_> = lists.iter().map(row).collect();
    table(title, &headings, &rows, None)
}

fn state(desk: &Desk, one: &PriceList) -> Markup {
    let tr = &desk.tr;
    if one.ends_at.is_some_and(|end| end <= desk.now) {
        badge(Tone::Plain, None, &tr.t("desk-promo-state-over"))
    } else if one.starts_at.is_some_and(|start| desk.now < start) {
        badge(Tone::Accent, Some(Icon::Clock), &tr.t("desk-promo-state-coming"))
    } else {
        badge(Tone::Good, Some(Icon::Check), &tr.t("desk-prices-holds"))
    }
}

/// “until 30 Nov”, “1 Nov – 30 Nov”, “always”.
pub fn when(desk: &Desk, starts_at: Option<Time>, ends_at: Option<Time>) -> String {
    let tr = &desk.tr;
    let day = |at| Arg::Text(tr.date_time(at));
    match (starts_at, ends_at) {
        (None, None) => tr.t("desk-promo-always"),
        (Some(start), None) => tr.with("desk-promo-from", &[("start", day(start))]),
        (None, Some(end)) => tr.with("desk-promo-until", &[("end", day(end))]),
        (Some(start), Some(end)) => {
            tr.with("desk-promo-from-until", &[("start", day(start)), ("end", day(end))])
        }
    }
}

pub async fn show_new_price_list(desk: Desk) -> Result<Page> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    let mut typed = Typed::default();
    typed.add("currency", desk.app.ctx.defaults.currency);
    typed.add("priority", 0);
    Ok(page(&desk, &typed, false, None))
}

pub async fn show_price_list(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    let one = desk.app.ctx.db.read(|tx| store::find_list(tx, id)).await?;
    let mut typed = Typed::default();
    typed.add("code", &one.code);
    typed.add("name", &one.name);
    typed.add("currency", one.currency);
    typed.add("group", one.group.as_deref().unwrap_or_default());
    typed.add("priority", one.priority);
    for (name, at) in [("starts_at", one.starts_at), ("ends_at", one.ends_at)] {
        typed.add(name, at.map_or(String::new(), |at| moment_text(&desk, at)));
    }
    typed.add("is_sale", if one.is_sale { "on" } else { "" });
    typed.add("known", "yes");
    Ok(page(&desk, &typed, true, None))
}

pub async fn save_price_list(
    desk: Desk,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let typed = Typed::new(fields);
    let is_known = typed.is_on("known");
    let saved = match wanted(&desk, &typed) {
        Ok(list) => save(&desk, &permit, &list, is_known, typed.get("why")).await,
        Err(wrong) => Err(wrong),
    };
    match saved {
        Ok(id) => Ok(Go::to(&format!("{LISTS}/lists/{id}")).saying("prices-saved").into_response()),
        Err(wrong) => {
            let status = wrong.error.status();
            let fault = wrong.fault(&desk)?;
            Ok(page(&desk, &typed, is_known, Some(&fault)).with_status(status).into_response())
        }
    }
}

/// The code names the list: a new one must not change another that is there.
async fn save(
    desk: &Desk,
    permit: &Permit<may::SetPrices>,
    list: &ListFields,
    is_known: bool,
    why: &str,
) -> Read<PriceListId> {
    let there = desk.app.ctx.db.read(|tx| store::list_by_code(tx, &list.code)).await?;
    if there.is_some() && !is_known {
        return Err(Wrong::new("code", "list_code_taken", "Another list has this code."));
    }
    Ok(prices::put(&desk.app.commerce, permit, list, &[], why).await?)
}

fn wanted(desk: &Desk, typed: &Typed) -> Read<ListFields> {
    let (starts_at, ends_at) = (typed.moment(desk, "starts_at")?, typed.moment(desk, "ends_at")?);
    if starts_at.zip(ends_at).is_some_and(|(start, end)| start >= end) {
        return Err(Wrong::new("ends_at", "ends_before", "It must end after it begins."));
    }
    let name = typed.get("name");
    if name.is_empty() {
        return Err(Wrong::new("name", "no_list_name", "Give the list a name."));
    }
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
    let code = typed.get("code");
    if code.is_empty() || !code.chars().all(is_plain) {
        let detail = "A list's code has 1 to 60 of a–z, 0–9, - and _.";
        return Err(Wrong::new("code", "bad_list_code", detail));
    }
    let group = typed.get("group");
    Ok(ListFields {
        code: code.to_string(),
        name: name.to_string(),
        currency: typed.currency(desk)?,
        group: (!group.is_empty()).then(|| group.to_string()),
        priority: typed.count("priority")?.unwrap_or(0),
        starts_at,
        ends_at,
        is_sale: typed.is_on("is_sale"),
    })
}

fn page(desk: &Desk, typed: &Typed, is_known: bool, fault: Option<&Fault>) -> Page {
    let tr = &desk.tr;
    let title = if is_known { typed.get("name").to_string() } else { tr.t("desk-prices-new") };
    let label = |key: &str| tr.t(&format!("desk-prices-{key}"));
    let field =
        |name: &'static str| Field::text(name, label(&name.replace('_', "-")), typed.get(name));
    let optional = |name: &'static str| Field { is_required: false, ..field(name) };
    let moment = |name: &'static str| Field { kind: "datetime-local", ..optional(name) };
    let body = html! {
        (title_row(&title, "", html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-prices"), LISTS))
        }))
        (narrow(card("", form(desk, LISTS, html! {
            @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
            (field("name").show(fault))
            @if is_known {
                input type="hidden" name="known" value="yes";
                input type="hidden" name="code" value=(typed.get("code"));
                input type="hidden" name="currency" value=(typed.get("currency"));
            } @else {
                (field("code").hint(label("code-hint")).show(fault))
                (field("currency").show(fault))
            }
            (optional("group").hint(label("group-hint")).show(fault))
            (optional("priority").hint(label("priority-hint")).show(fault))
            div.field-pair {
                (moment("starts_at").hint(tr.t("desk-promo-starts-hint")).show(fault))
                (moment("ends_at").hint(tr.t("desk-promo-ends-hint")).show(fault))
            }
            (check("is_sale", &label("is-sale"), &label("is-sale-hint"), typed.is_on("is_sale")))
            (optional("why").hint(label("why-hint")).show(fault))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-save")))
        }))))
    };
    desk.page(Nav::Prices, &title, body)
}
