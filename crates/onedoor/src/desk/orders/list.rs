//! All orders, the newest first, and those that fit what is asked; drawn anew when something happens.

use std::collections::{BTreeMap, BTreeSet};

use axum::response::sse::{Event, Sse};
use commerce::orders::list::{self, COUNTED_MAX, Filter, Found};
use commerce::orders::{Delivery, Line, Order, Payment, State};
use commerce::stock::{self, Location};
use customers::accounts::{Permit, may};
use customers::channels::{Channel, store as channels};
use customers::context::store::doors;
use futures_util::Stream;
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::{PATH, address, payment_badge, state_badge};
use crate::desk::customers::naming::{self, Doors};
use crate::desk::live;
use crate::desk::reply::Page;
use crate::desk::ui::layout::{Tab, tabs};
use crate::desk::ui::parts::counted;
use crate::desk::ui::{
    Cell, Icon, Nav, Tone, empty, icon, link_button, more, table, time, title_row,
};
use crate::desk::who::Desk;

/// Of what was bought, so many lines are named.
const LINES_NAMED: usize = 2;

/// What stands around the rows.
struct Around {
    counts: BTreeMap<&'static str, i64>,
    channels: Vec<Channel>,
    places: Vec<Location>,
}

fn filter_of(desk: &Desk) -> Result<Filter> {
    let chosen = |name| desk.query(name).filter(|value| !value.is_empty());
    let bad = |_| Error::bad_input("bad_cursor", "This is not a place in the list.");
    Ok(Filter {
        state: chosen("state").map(|word| word.parse()).transpose()?,
        payment: chosen("payment").map(|word| word.parse()).transpose()?,
        door: chosen("door").map(|id| id.parse()).transpose()?,
        place: chosen("place").map(|id| id.parse()).transpose()?,
        text: chosen("q").unwrap_or_default(),
        before: chosen("before").map(|id| id.parse().map_err(bad)).transpose()?,
    })
}

/// The address of this list with other values; what is empty is left out.
fn address_of(filter: &Filter, path: &str, other: &[(&str, String)]) -> String {
    let mut values: BTreeMap<&str, String> = BTreeMap::new();
    values.insert("q", filter.text.clone());
    values.insert("state", filter.state.map(State::as_str).unwrap_or_default().into());
    values.insert("payment", filter.payment.map(Payment::as_str).unwrap_or_default().into());
    values.insert("door", filter.door.map(|id| id.to_string()).unwrap_or_default());
    values.insert("place", filter.place.map(|id| id.to_string()).unwrap_or_default());
    values.extend(other.iter().cloned());
    values.retain(|_, value| !value.is_empty());
    if values.is_empty() {
        return path.to_string();
    }
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
    format!("{path}?{query}")
}

fn around(tx: &Tx) -> Result<Around> {
    Ok(Around {
        counts: list::counts(tx)?,
        channels: channels::list(tx)?,
        places: stock::store::locations(tx)?,
    })
}

fn rows_of(tx: &Tx, filter: &Filter) -> Result<(Found, Doors)> {
    let found = list::page(tx, filter)?;
    let used: BTreeSet<_> = found.orders.iter().map(|(order, _)| order.channel_id).collect();
    let doors = doors(tx, used)?;
    Ok((found, doors))
}

pub async fn list_orders(desk: Desk) -> Result<Page> {
    let _: Permit<may::SeeOrders> = desk.staff.permit()?;
    let filter = filter_of(&desk)?;
    let read = |tx: &Tx| Ok((around(tx)?, rows_of(tx, &filter)?));
    let (around, (found, doors)) = desk.app.ctx.db.scan(read).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-nav-orders");
    let live = filter.before.is_none().then(|| address_of(&filter, "/desk/orders/live", &[]));
    let next = found.next.map(|id| address_of(&filter, PATH, &[("before", id.to_string())]));
    let newest = filter.before.map(|_| address_of(&filter, PATH, &[]));
    let picking =
        link_button(Tone::Plain, Some(Icon::Bag), &tr.t("desk-picking"), "/desk/orders/picking");
    let body = html! {
        (title_row(&title, &tr.t("desk-orders-lead"), picking))
        (search(&desk, &filter, &around))
        div #found {
            (state_tabs(&desk, &filter, &around))
            div data-live=[live] { (rows(&desk, &filter, &found, &doors)) }
            (more(&desk, next.as_deref(), newest.as_deref()))
        }
    };
    Ok(desk.page(Nav::Orders, &title, body))
}

/// The rows again, whenever something has changed.
pub async fn live_orders(
    desk: Desk,
) -> Result<Sse<impl Stream<Item = Result<Event, std::convert::Infallible>>>> {
    let _: Permit<may::SeeOrders> = desk.staff.permit()?;
    let filter = filter_of(&desk)?;
    let db = desk.app.ctx.db.clone();
    Ok(live::state(&db, move || {
        let (desk, filter) = (desk.clone(), filter.clone());
        async move {
            let desk = desk.renewed().await?;
            let (found, doors) = desk.app.ctx.db.scan(|tx| rows_of(tx, &filter)).await?;
            Ok(rows(&desk, &filter, &found, &doors))
        }
    }))
}

fn search(desk: &Desk, filter: &Filter, around: &Around) -> Markup {
    let tr = &desk.tr;
    let name = tr.t("desk-orders-find");
    let payments: Vec<(String, String)> = Payment::ALL
        .iter()
        .map(|one| (one.as_str().into(), tr.t(&format!("desk-orders-payment-{}", one.as_str()))))
        .collect();
    let doors: Vec<_> =
        around.channels.iter().map(|one| (one.id.to_string(), one.name.clone())).collect();
    let places: Vec<_> =
        around.places.iter().map(|one| (one.id.to_string(), one.name.clone())).collect();
    let chosen = |id: Option<String>| id.unwrap_or_default();
    html! {
        form role="search" aria-label=(name) method="get" action=(PATH) {
            div.search.wide {
                (icon(Icon::Search))
                label.hidden for="field-q" { (name) }
                input #field-q name="q" type="search" autocomplete="off" spellcheck="false"
                    value=(filter.text) placeholder=(tr.t("desk-orders-search")) data-results="found";
            }
            @if let Some(state) = filter.state {
                input type="hidden" name="state" value=(state.as_str());
            }
            div.filters {
                (choice("payment", &tr.t("desk-orders-payment"), &payments,
                    filter.payment.map(Payment::as_str).unwrap_or_default()))
                (choice("door", &tr.t("desk-orders-door"), &doors,
                    &chosen(filter.door.map(|id| id.to_string()))))
                (choice("place", &tr.t("desk-orders-place"), &places,
                    &chosen(filter.place.map(|id| id.to_string()))))
                noscript { button.button.small.plain type="submit" { (tr.t("desk-show")) } }
            }
        }
    }
}

fn choice(name: &str, label: &str, options: &[(String, String)], chosen: &str) -> Markup {
    html! {
        select name=(name) aria-label=(label) data-submit {
            option value="" { (label) }
            @for (value, text) in options {
                option value=(value) selected[value == chosen] { (text) }
            }
        }
    }
}

fn state_tabs(desk: &Desk, filter: &Filter, around: &Around) -> Markup {
    let to = |state: &str| address_of(filter, PATH, &[("state", state.to_string())]);
    let mut entries = vec![(to(""), desk.tr.t("desk-orders-all"), filter.state.is_none())];
    for state in State::ALL {
        let words = desk.tr.t(&format!("desk-orders-state-{}", state.as_str().replace('_', "-")));
        let count = around.counts.get(state.as_str()).copied().unwrap_or(0);
        let words = format!("{words} · {}", counted(count, COUNTED_MAX));
        entries.push((to(state.as_str()), words, filter.state == Some(*state)));
    }
    let entries: Vec<Tab> =
        entries.iter().map(|(href, words, here)| (href.as_str(), words.clone(), *here)).collect();
    tabs(&desk.tr.t("desk-orders-state"), &entries)
}

fn rows(desk: &Desk, filter: &Filter, found: &Found, doors: &Doors) -> Markup {
    let tr = &desk.tr;
    if found.orders.is_empty() {
        let is_narrow = filter.is_narrow() || filter.state.is_some();
        let key = if is_narrow { "desk-orders-no-hit" } else { "desk-orders-none" };
        return empty(Icon::Form, &tr.t(key), &tr.t(&format!("{key}-text")), html! {});
    }
    let headings = ["number", "placed", "buyer", "goods", "total", "payment", "state", "door"]
        .map(|key| tr.t(&format!("desk-orders-{key}")));
    let rows: Vec<Vec<Cell>> =
        found.orders.iter().map(|(order, lines)| row(desk, order, lines, doors)).collect();
    table(&tr.t("desk-nav-orders"), &headings, &rows, None)
}

fn row(desk: &Desk, order: &Order, lines: &[Line], doors: &Doors) -> Vec<Cell> {
    vec![
        html! { a.row-link href=(address(&order.number)) { code { (order.number) } } },
        html! { (time(desk, order.placed_at)) },
        html! { (buyer(order)) },
        html! { span.goods-named { (goods(desk, lines)) } },
        html! { strong { (desk.tr.money(order.total)) } },
        payment_badge(desk, order.payment),
        state_badge(desk, order.state),
        naming::door(desk, doors, order.channel_id),
    ]
}

/// As whoever bought is called on this order; else by what they can be reached.
pub fn buyer(order: &Order) -> String {
    let addressee = match &order.delivery {
        Delivery::Address { name, .. } => Some(name),
        Delivery::Collect { .. } | Delivery::Taken { .. } => None,
    };
    let contact = &order.contact;
    let called = [contact.name.as_ref(), addressee, contact.email.as_ref(), contact.phone.as_ref()];
    called.into_iter().flatten().next().cloned().unwrap_or_default()
}

/// “2 × Blue mug, 1 × Plate and 3 more”
pub fn goods(desk: &Desk, lines: &[Line]) -> String {
    let named = lines.iter().take(LINES_NAMED);
    let named: Vec<String> =
        named.map(|line| format!("{} × {}", line.quantity, line.title)).collect();
    let named = named.join(", ");
    match lines.len().saturating_sub(LINES_NAMED) {
        0 => named,
        others => {
            let others = ("count", Arg::Int(others as i64));
            desk.tr.with("desk-orders-and-more", &[("goods", Arg::Text(named)), others])
        }
    }
}
