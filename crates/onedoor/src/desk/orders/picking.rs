//! Pick and pack: what waits at a place, order by order; goods are ticked with a scanner that types, then the parcel goes.
//!
//! A scanner types the code and presses Enter. With script the good is ticked at once; without, the page comes again and
//! marks what was scanned.

use std::collections::BTreeMap;

use commerce::orders::Delivery;
use commerce::orders::picking::{self, Good, Pick};
use commerce::stock::{self, Location, LocationId};
use customers::accounts::{Permission, Permit, may};
use kit::i18n::Arg;
use kit::{Result, Tx};
use maud::{Markup, html};

use super::list::buyer;
use super::{PATH, address};
use crate::desk::reply::Page;
use crate::desk::ui::forms::token;
use crate::desk::ui::{Field, Icon, Nav, Tone, button, empty, icon, link_button, time, title_row};
use crate::desk::who::Desk;

const HERE: &str = "/desk/orders/picking";

struct Found {
    places: Vec<(Location, i64)>,
    here: Option<LocationId>,
    picks: Vec<Pick>,
}

fn find(tx: &Tx, wanted: Option<LocationId>) -> Result<Found> {
    let waiting: BTreeMap<LocationId, i64> = picking::places(tx)?;
    let count = |place: &Location| waiting.get(&place.id).copied().unwrap_or(0);
    let places: Vec<(Location, i64)> = stock::store::locations(tx)?
        .into_iter()
        .map(|place| (count(&place), place))
        .filter(|(count, place)| *count > 0 || wanted == Some(place.id))
        .map(|(count, place)| (place, count))
        .collect();
    let here = wanted.or(places.first().map(|(place, _)| place.id));
    let picks = here.map_or(Ok(Vec::new()), |place| picking::at(tx, place))?;
    Ok(Found { places, here, picks })
}

pub async fn show_picking(desk: Desk) -> Result<Page> {
    let _: Permit<may::SeeOrders> = desk.staff.permit()?;
    let wanted = desk.query("place").filter(|id| !id.is_empty());
    let wanted = wanted.map(|id| id.parse::<LocationId>()).transpose()?;
    let scanned = desk.query("scan").unwrap_or_default().trim().to_uppercase();
    let found = desk.app.ctx.db.scan(|tx| find(tx, wanted)).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-picking");
    let all = link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-orders"), PATH);
    let body = html! {
        (title_row(&title, &tr.t("desk-picking-lead"), all))
        @if found.picks.is_empty() {
            (empty(Icon::Bag, &tr.t("desk-picking-none"), &tr.t("desk-picking-none-text"), html! {}))
        } @else {
            (head(&desk, &found, &scanned))
            div.picks { @for pick in &found.picks { (order(&desk, pick, &scanned, found.here)) } }
        }
    };
    Ok(desk.page(Nav::Orders, &title, body))
}

/// Which place, and the field into which the scanner types.
fn head(desk: &Desk, found: &Found, scanned: &str) -> Markup {
    let tr = &desk.tr;
    let is_unknown = !scanned.is_empty()
        && !found.picks.iter().flat_map(|pick| &pick.goods).any(|good| is_of(good, scanned));
    html! {
        form.filters method="get" action=(HERE) {
            select name="place" aria-label=(tr.t("desk-orders-place")) data-submit {
                @for (place, count) in &found.places {
                    option value=(place.id) selected[found.here == Some(place.id)] {
                        (place.name) " · " (tr.number(*count))
                    }
                }
            }
            input name="scan" type="text" autocomplete="off" spellcheck="false" autofocus data-pick
                aria-label=(tr.t("desk-picking-scan")) placeholder=(tr.t("desk-picking-scan"));
            button.button.small.plain type="submit" { (tr.t("desk-show")) }
        }
        p.fault role="alert" data-pick-unknown=(tr.t("desk-picking-unknown")) {
            @if is_unknown { (tr.t("desk-picking-unknown")) }
        }
    }
}

fn is_of(good: &Good, scanned: &str) -> bool {
    good.codes.iter().any(|code| code.to_uppercase() == scanned)
}

fn order(desk: &Desk, pick: &Pick, scanned: &str, here: Option<LocationId>) -> Markup {
    let (tr, order) = (&desk.tr, &pick.order);
    html! {
        section.card {
            h2 { a href=(address(&order.number)) { (order.number) } }
            p.quiet {
                (buyer(order)) " · " (time(desk, order.placed_at)) " · "
                @if let Delivery::Collect { .. } = order.delivery { (tr.t("desk-picking-collect")) }
                @else { (tr.t("desk-picking-parcel")) }
            }
            ul.rows { @for good in &pick.goods { (row(desk, order.number.as_str(), good, scanned)) } }
            @if desk.staff.can(Permission::FulfilOrders) && !pick.parts.is_empty() {
                (pack(desk, pick, here))
            }
        }
    }
}

fn row(desk: &Desk, number: &str, good: &Good, scanned: &str) -> Markup {
    let is_scanned = is_of(good, scanned);
    let id = format!("{number}-{}", good.sku);
    let of = desk.tr.with("desk-orders-of", &[("count", Arg::Int(good.pieces))]);
    html! {
        li data-pick-codes=(good.codes.join(" ").to_uppercase()) data-pick-pieces=(good.pieces) {
            input type="checkbox" id=(id) checked[is_scanned && good.pieces == 1];
            label.grow for=(id) { strong { (good.title) } small { (good.sku) } }
            @if is_scanned { (icon(Icon::Check)) }
            span { span data-pick-count { (if is_scanned { 1 } else { 0 }) } " " (of) }
        }
    }
}

/// The parcel is closed, or handed over.
fn pack(desk: &Desk, pick: &Pick, here: Option<LocationId>) -> Markup {
    let (tr, order) = (&desk.tr, &pick.order);
    let back = here.map_or(HERE.to_string(), |place| format!("{HERE}?place={place}"));
    let field = |name: &'static str| {
        let label = tr.t(&format!("desk-orders-{name}"));
        let field = Field { is_required: false, ..Field::text(name, label, "") };
        field.of(format!("-{}", order.number)).show(None)
    };
    html! {
        form.form method="post" action={ (address(&order.number)) "/shipments" } {
            (token(desk))
            input type="hidden" name="version" value=(order.version);
            input type="hidden" name="back" value=(back);
            @if let Some(here) = here { input type="hidden" name="from" value=(here); }
            @for (position, pieces) in &pick.parts {
                input type="hidden" name={ "piece-" (position) } value=(pieces);
            }
            @if let Delivery::Address { .. } = order.delivery {
                div.order-pair { (field("carrier")) (field("tracking")) }
            }
            div.actions {
                (button(Tone::Accent, Some(Icon::Bag), &tr.t("desk-picking-packed")))
                a.button.plain href={ (address(&order.number)) "/papers?kind=packing_slip" }
                    target="_blank" { (tr.t("paper-packing-slip")) }
            }
        }
    }
}
