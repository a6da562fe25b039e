//! Everybody, the last seen first; and those that fit a search.

use std::collections::BTreeSet;

use axum::response::{IntoResponse, Response};
use customers::accounts::{Permission, Permit, may};
use customers::context::list::{self, Cursor, Line, PAGE_SIZE, SEARCH_SIZE};
use customers::context::{self, Named};
use customers::dealings::{self, Facts};
use customers::identities::{Identity, Kind, graph, store as identities};
use engage::conversations::ConversationId;
use engage::counter;
use kit::i18n::Arg;
use kit::{Error, Result, Time, Tx};
use maud::{Markup, html};

use super::naming::{self, Doors};
use super::{address, facts};
use crate::desk::reply::Go;
use crate::desk::ui::layout::tabs;
use crate::desk::ui::{
    Cell, Icon, Nav, Tone, badge, empty, link_button, more, table, time, title_row,
};
use crate::desk::who::Desk;

/// How far customers are counted; beyond it there is a “+”.
const COUNTED_MAX: i64 = 10_000;
/// Pages looked through for one page of only the known, or only visitors.
const ROUNDS_MAX: usize = 10;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    All,
    Known,
    Visitors,
}

impl Who {
    const ALL: [(Who, &'static str, &'static str); 3] = [
        (Who::All, "/desk/customers", "desk-customers-all"),
        (Who::Known, "/desk/customers?who=known", "desk-customers-known"),
        (Who::Visitors, "/desk/customers?who=visitors", "desk-customers-visitors"),
    ];

    fn of(desk: &Desk) -> Who {
        match desk.query("who").as_deref() {
            Some("known") => Who::Known,
            Some("visitors") => Who::Visitors,
            _ => Who::All,
        }
    }

    fn has(self, line: &Line) -> bool {
        match self {
            Who::All => true,
            Who::Known => line.customer.known,
            Who::Visitors => !line.customer.known,
        }
    }

    fn address(self) -> &'static str {
        Who::ALL[self as usize].1
    }
}

/// What a page of the list shows.
struct Found {
    rows: Vec<(Line, Facts)>,
    doors: Doors,
    next: Option<Cursor>,
}

pub async fn list_customers(desk: Desk) -> Result<Response> {
    let permit: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let query = desk.query("q").map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
    if let Some(talk) = talk_of_code(&desk, query.as_deref()).await? {
        return Ok(Go::to(&format!("/desk/inbox/{talk}")).into_response());
    }
    let title = desk.tr.t("desk-nav-customers");
    let body = match &query {
        Some(query) => search_body(&desk, &permit, query).await?,
        None => list_body(&desk, &permit, &title).await?,
    };
    Ok(desk.page(Nav::Customers, &title, body).into_response())
}

/// A caller reads out a hand-over code: the search leads to what was said.
async fn talk_of_code(desk: &Desk, query: Option<&str>) -> Result<Option<ConversationId>> {
    let (Some(query), Ok(permit)) = (query, desk.staff.permit()) else { return Ok(None) };
    let (engage, now) = (&desk.app.engage, desk.now);
    desk.app.ctx.db.read(|tx| counter::talk_of_code(engage, tx, &permit, query, now)).await
}

async fn list_body(desk: &Desk, _: &Permit<may::SeeCustomers>, title: &str) -> Result<Markup> {
    let who = Who::of(desk);
    let before = desk.query("before").map(|text| parse_cursor(&text)).transpose()?;
    let now = desk.now;
    let (count, found) = desk
        .app
        .ctx
        .db
        .scan(|tx| Ok((list::count(tx, COUNTED_MAX + 1)?, some(tx, who, before, now)?)))
        .await?;
    let join = if who == Who::All { '?' } else { '&' };
    let next = found.next.map(|(at, id)| format!("{}{join}before={}.{id}", who.address(), at.0));
    let tabs = Who::ALL.map(|(one, href, key)| (href, desk.tr.t(key), one == who));
    Ok(html! {
        (title_row(title, &count_text(desk, count), html! {}))
        div #results {
            @if count == 0 {
                (nobody_yet(desk))
            } @else {
                (layout_tabs(desk, &tabs))
                @if found.rows.is_empty() {
                    (empty(
                        Icon::User,
                        &desk.tr.t("desk-customers-none-here"),
                        &desk.tr.t("desk-customers-none-here-text"),
                        html! {},
                    ))
                } @else {
                    (rows(desk, title, &found))
                }
                (more(desk, next.as_deref(), before.map(|_| who.address())))
            }
        }
    })
}

fn layout_tabs(desk: &Desk, entries: &[(&'static str, String, bool)]) -> Markup {
    tabs(&desk.tr.t("desk-customers-show"), entries)
}

fn count_text(desk: &Desk, count: i64) -> String {
    if count > COUNTED_MAX {
        let many = desk.tr.number(COUNTED_MAX);
        return desk.tr.with("desk-customers-more-than", &[("count", Arg::Text(many))]);
    }
    desk.tr.with("desk-customers-count", &[("count", Arg::Int(count))])
}

fn nobody_yet(desk: &Desk) -> Markup {
    let tr = &desk.tr;
    let action = if desk.staff.can(Permission::SeeDoors) {
        link_button(Tone::Accent, Some(Icon::Door), &tr.t("desk-customers-to-doors"), "/desk/doors")
    } else {
        html! {}
    };
    empty(Icon::User, &tr.t("desk-customers-nobody"), &tr.t("desk-customers-nobody-text"), action)
}

/// A page of the list. Who is known is seen on the customer only, so some pages are looked through.
fn some(tx: &Tx, who: Who, before: Option<Cursor>, now: Time) -> Result<Found> {
    let (mut lines, mut next) = list::page(tx, before, PAGE_SIZE)?;
    lines.retain(|line| who.has(line));
    for _ in 1..ROUNDS_MAX {
        if next.is_none() || lines.len() >= PAGE_SIZE || who == Who::All {
            break;
        }
        let (others, after) = list::page(tx, next, PAGE_SIZE)?;
        lines.extend(others.into_iter().filter(|line| who.has(line)));
        next = after;
    }
    with_facts(tx, lines, next, now)
}

fn with_facts(tx: &Tx, lines: Vec<Line>, next: Option<Cursor>, now: Time) -> Result<Found> {
    let doors: BTreeSet<_> = lines.iter().map(|line| line.customer.last_channel_id).collect();
    let doors = context::store::doors(tx, doors)?;
    let facts_of = |line: Line| {
        let dealings = dealings::store::list(tx, &line.customer.leaves)?;
        Ok((line, dealings::facts(&dealings, now)))
    };
    let rows = lines.into_iter().map(facts_of).collect::<Result<_>>()?;
    Ok(Found { rows, doors, next })
}

/// By names and identities as one types; by an id, or a whole identity of any kind (`device:…`), if it is one.
pub fn find(tx: &Tx, desk: &Desk, query: &str) -> Result<Vec<Line>> {
    let region = desk.app.ctx.defaults.region.as_deref();
    let exactly = match Named::parse(query, region) {
        Ok(named) => named.find(tx),
        Err(_) => match identities::leaf_maybe(tx, &Identity::new(Kind::DEVICE, query))? {
            Some(leaf) => graph::root(tx, leaf),
            None => return list::search(tx, query),
        },
    };
    match exactly.and_then(|root| list::line(tx, root)) {
        Ok(line) => Ok(vec![line]),
        Err(error) if error.kind == kit::error::Kind::NotFound => list::search(tx, query),
        Err(error) => Err(error),
    }
}

async fn search_body(desk: &Desk, _: &Permit<may::SeeCustomers>, query: &str) -> Result<Markup> {
    let tr = &desk.tr;
    let now = desk.now;
    let found =
        desk.app.ctx.db.scan(|tx| with_facts(tx, find(tx, desk, query)?, None, now)).await?;
    let hits = found.rows.len();
    let count = if hits >= SEARCH_SIZE {
        tr.with("desk-customers-first-hits", &[("count", Arg::Int(hits as i64))])
    } else {
        tr.with("desk-customers-hits", &[("count", Arg::Int(hits as i64))])
    };
    let title = tr.t("desk-nav-customers");
    Ok(html! {
        div #results data-count=(count) {
            (title_row(&title, &count, html! {}))
            @if found.rows.is_empty() {
                (empty(
                    Icon::Search,
                    &tr.with("desk-customers-no-hit", &[("query", Arg::Text(query.into()))]),
                    &tr.t("desk-customers-no-hit-text"),
                    link_button(Tone::Plain, None, &tr.t("desk-customers-all"), "/desk/customers"),
                ))
            } @else {
                (rows(desk, &title, &found))
            }
        }
    })
}

fn rows(desk: &Desk, title: &str, found: &Found) -> Markup {
    let headings = ["customer", "known-by", "last-seen", "orders", "spent"]
        .map(|key| desk.tr.t(&format!("desk-customers-{key}")));
    let rows: Vec<Vec<Cell>> =
        found.rows.iter().map(|(line, facts)| row(desk, line, facts, &found.doors)).collect();
    html! { div.customers { (table(title, &headings, &rows, None)) } }
}

fn row(desk: &Desk, line: &Line, facts: &Facts, doors: &Doors) -> Vec<Cell> {
    let customer = &line.customer;
    let has_orders = facts.orders > 0;
    vec![
        html! {
            div.person {
                (naming::portrait(customer.name.as_deref()))
                div {
                    a.row-link href=(address(customer.id)) { (naming::line_name(desk, line, doors)) }
                    @if customer.restricted_at.is_some() || customer.objected_at.is_some() {
                        span { (super::head::flags(desk, customer)) }
                    }
                }
            }
        },
        html! { (known_by(desk, line)) },
        html! {
            span.seen {
                (naming::door(desk, doors, customer.last_channel_id))
                (time(desk, customer.last_seen_at))
            }
        },
        if has_orders {
            html! { span.number { (desk.tr.number(facts.orders as i64)) } }
        } else {
            html! {}
        },
        if has_orders {
            html! { span.number { (facts::money(desk, &facts.spent)) } }
        } else {
            html! {}
        },
    ]
}

/// The two identities that a person would say, and how many there are besides.
fn known_by(desk: &Desk, line: &Line) -> Markup {
    let mut shown = naming::best_first(&line.identities);
    shown.retain(|held| held.kind != Kind::DEVICE);
    if shown.is_empty() {
        return badge(Tone::Plain, None, &desk.tr.t("desk-customers-visitor"));
    }
    shown.truncate(2);
    let others = line.identities.len() - shown.len();
    html! {
        ul.known-by {
            @for (i, held) in shown.iter().enumerate() {
                li {
                    (held.value)
                    @if i + 1 == shown.len() && others > 0 { " " small { "+" (others) } }
                }
            }
        }
    }
}

fn parse_cursor(text: &str) -> Result<Cursor> {
    let parsed =
        text.split_once('.').and_then(|(at, id)| Some((Time(at.parse().ok()?), id.parse().ok()?)));
    parsed.ok_or_else(|| Error::bad_input("bad_cursor", "This is not a place in the list."))
}
