//! Every variant, and what lies where.

use std::collections::BTreeMap;

use commerce::catalogue;
use commerce::stock::store_skus::{self, Named};
use commerce::stock::{Level, Location, LocationId, available, store};
use commerce::wishes;
use customers::accounts::{Permission, Permit, may};
use kit::{Result, Tx};
use maud::{Markup, html};

use super::PATH;
use crate::desk::reply::Page;
use crate::desk::ui::{Icon, Nav, Tone, badge, empty, icon, link_button, more, table, title_row};
use crate::desk::who::Desk;

const PAGE_SIZE: i64 = 50;

struct Shelf {
    variants: Vec<Named>,
    left: BTreeMap<catalogue::VariantId, i64>,
    /// How many want to hear that it is back.
    waiting: BTreeMap<catalogue::VariantId, i64>,
    levels: Vec<Level>,
    places: BTreeMap<LocationId, Location>,
}

fn read(tx: &Tx, text: Option<&str>, after: &str) -> Result<Shelf> {
    let mut variants = store_skus::page(tx, text, after, PAGE_SIZE)?;
    let ids: Vec<_> = variants.iter().map(|one| one.id).collect();
    // With the size and the colour, by which people tell the rows apart.
    for whole in catalogue::store::sellables(tx, &ids)? {
        if let Some(one) = variants.iter_mut().find(|one| one.id == whole.id) {
            one.title = whole.title;
        }
    }
    let places = store::locations(tx)?.into_iter().map(|place| (place.id, place)).collect();
    let left = available(tx, &ids)?.into_iter().collect();
    let waiting = wishes::counts(tx, &ids)?;
    Ok(Shelf { left, waiting, levels: store::levels(tx, &ids)?, places, variants })
}

pub async fn list_stock(desk: Desk) -> Result<Page> {
    let _: Permit<may::SeeStock> = desk.staff.permit()?;
    let text = desk.query("q").filter(|text| !text.trim().is_empty());
    let after = desk.query("after").unwrap_or_default();
    let wanted = text.as_deref().map(str::trim);
    let shelf = desk.app.ctx.db.scan(|tx| read(tx, wanted, &after)).await?;
    let tr = &desk.tr;
    let places = link_button(
        Tone::Plain,
        Some(Icon::Store),
        &tr.t("desk-stock-places"),
        &format!("{PATH}/places"),
    );
    let body = html! {
        (title_row(&tr.t("desk-stock"), &tr.t("desk-stock-lead"), html! {
            @if desk.staff.can(Permission::ManageStock) { (places) }
        }))
        (search(&desk, wanted))
        @if shelf.variants.is_empty() {
            (empty(Icon::Bag, &tr.t("desk-stock-none"), &tr.t("desk-stock-none-text"), html! {}))
        } @else {
            (rows(&desk, &shelf))
            (more(&desk, next(&shelf, wanted).as_deref(), (!after.is_empty()).then_some(PATH)))
        }
    };
    Ok(desk.page(Nav::Stock, &tr.t("desk-stock"), body))
}

fn search(desk: &Desk, text: Option<&str>) -> Markup {
    let name = desk.tr.t("desk-stock-find");
    html! {
        form.search.wide role="search" aria-label=(name) method="get" action=(PATH) {
            (icon(Icon::Search))
            label.hidden for="field-q" { (name) }
            input #field-q name="q" type="search" autocomplete="off" spellcheck="false"
                value=(text.unwrap_or_default()) placeholder=(desk.tr.t("desk-stock-search"));
        }
    }
}

fn next(shelf: &Shelf, text: Option<&str>) -> Option<String> {
    let last = shelf.variants.last().filter(|_| shelf.variants.len() as i64 == PAGE_SIZE)?;
    let query = query_of(&[("q", text.unwrap_or_default()), ("after", &last.sku)]);
    Some(format!("{PATH}?{query}"))
}

fn query_of(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

fn rows(desk: &Desk, shelf: &Shelf) -> Markup {
    let tr = &desk.tr;
    let headings =
        ["desk-stock-variant", "desk-stock-left", "desk-stock-where"].map(|key| tr.t(key));
    let row = |one: &Named| {
        let left = shelf.left.get(&one.id).copied().unwrap_or(0);
        let lying = shelf.levels.iter().filter(|level| level.variant == one.id);
        vec![
            html! {
                a href={ (PATH) "/" (one.id) } { (one.title) } " "
                small { (one.sku) }
            },
            html! {
                (left_badge(desk, left))
                @if let Some(n) = shelf.waiting.get(&one.id) { " " (waiting(desk, *n)) }
            },
            html! {
                @for level in lying {
                    @if let Some(place) = shelf.places.get(&level.location) {
                        span.nowrap title=(place.name) {
                            (place.code) " " strong { (tr.number(level.on_hand)) }
                            @if level.reserved > 0 {
                                " " small { (promised(desk, level.reserved)) }
                            }
                        }
                        " "
                    }
                }
            },
        ]
    };
    let rows: Vec<_> = shelf.variants.iter().map(row).collect();
    table(&tr.t("desk-stock"), &headings, &rows, None)
}

/// How many could be ordered, in a colour and in words.
pub fn left_badge(desk: &Desk, left: i64) -> Markup {
    match left {
        ..=0 => badge(Tone::Bad, Some(Icon::Warning), &desk.tr.t("desk-stock-sold-out")),
        n => badge(if n <= 3 { Tone::Warn } else { Tone::Good }, None, &desk.tr.number(n)),
    }
}

/// That so many want to hear that it is back.
pub fn waiting(desk: &Desk, n: i64) -> Markup {
    html! { small.nowrap { (desk.tr.with("desk-stock-waiting", &[("n", kit::i18n::Arg::Int(n))])) } }
}

pub fn promised(desk: &Desk, n: i64) -> String {
    desk.tr.with("desk-stock-promised-of", &[("n", kit::i18n::Arg::Int(n))])
}
