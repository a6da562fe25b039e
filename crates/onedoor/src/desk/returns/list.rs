//! All returns, the newest first; and what waits for a person before it can be one.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use commerce::orders;
use commerce::returns::withdraw::{self, Withdrawal};
use commerce::returns::{Line, Return, ReturnId, State, number, store};
use customers::accounts::{Permission, Permit, may};
use kit::error::Kind;
use kit::{Error, Result, Time, Tx};
use maud::{Markup, html};

use super::{PATH, address, word};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::layout::tabs;
use crate::desk::ui::{
    Fault, Icon, Nav, Tone, badge, card, confirmed_form, empty, icon, link_button, more, note,
    table, time, title_row,
};
use crate::desk::who::Desk;

const PAGE_SIZE: usize = 50;
/// More statements than this wait: the rest is shown when these are dealt with.
const WAITING_SHOWN: usize = 50;

struct Found {
    returns: Vec<(Return, Vec<Line>)>,
    waiting: Vec<Withdrawal>,
}

pub async fn list_returns(desk: Desk) -> Result<Page> {
    let _: Permit<may::ManageReturns> = desk.staff.permit()?;
    page(&desk, None).await
}

/// By the number of a return, or of an order of which something is to come back.
pub async fn find_return(desk: Desk) -> Result<Response> {
    let _: Permit<may::ManageReturns> = desk.staff.permit()?;
    let typed = desk.query("q").unwrap_or_default();
    match desk.app.ctx.db.read(|tx| way(tx, typed.trim())).await {
        Ok(to) => Ok(Go::to(&to).into_response()),
        Err(error) if matches!(error.kind, Kind::NotFound | Kind::BadInput) => {
            let fault = Fault { field: "q", text: desk.tr.t("desk-returns-not-found") };
            Ok(page(&desk, Some(&fault)).await?.with_status(error.status()).into_response())
        }
        Err(error) => Err(error),
    }
}

/// A number is that of a return where there is one, else of an order.
fn way(tx: &Tx, typed: &str) -> Result<String> {
    if let Ok(number) = number::parse(typed) {
        match store::find(tx, &number) {
            Ok(back) => return Ok(address(&back.number)),
            Err(error) if error.is_not_found() => {}
            Err(error) => return Err(error),
        }
    }
    let order = orders::number::parse(typed)?;
    let found = orders::store::numbered_maybe(tx, &order)?;
    found.ok_or_else(|| Error::not_found(format!("order {order}")))?;
    Ok(format!("{PATH}/new?order={order}"))
}

pub async fn settle_withdrawal(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let permit: Permit<may::ManageReturns> = desk.staff.permit()?;
    let id = id.parse().map_err(|_| Error::not_found("statement of this id"))?;
    withdraw::settle(&desk.app.commerce, &permit, id).await?;
    Ok(Go::to(PATH).saying("withdrawal-settled"))
}

/// The state that is asked for; those that are open, where none is.
fn filter(desk: &Desk) -> Option<State> {
    match desk.query("state").as_deref() {
        Some("all") => None,
        Some(text) => text.parse().ok().or(Some(State::Asked)),
        None => Some(State::Asked),
    }
}

fn before(desk: &Desk) -> Option<(Time, ReturnId)> {
    let text = desk.query("before")?;
    let (at, id) = text.split_once('_')?;
    Some((Time(at.parse().ok()?), format!("ret_{}", id.strip_prefix("ret_")?).parse().ok()?))
}

async fn page(desk: &Desk, fault: Option<&Fault>) -> Result<Page> {
    let (state, before) = (filter(desk), before(desk));
    let read = |tx: &Tx| {
        let from = before.unwrap_or((Time::MAX, ReturnId([0xff; 16])));
        let returns = store::page(tx, state, from, PAGE_SIZE)?;
        let returns = store::with_lines(tx, returns)?;
        Ok(Found { returns, waiting: withdraw::open(tx, WAITING_SHOWN)? })
    };
    let found = desk.app.ctx.db.scan(read).await?;
    let tr = &desk.tr;
    let policy = link_button(
        Tone::Plain,
        Some(Icon::Settings),
        &tr.t("desk-returns-policy"),
        &format!("{PATH}/policy"),
    );
    let body = html! {
        (title_row(&tr.t("desk-returns"), &tr.t("desk-returns-lead"), html! {
            @if desk.staff.can(Permission::SetReturnPolicy) { (policy) }
        }))
        (search(desk))
        @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
        @if !found.waiting.is_empty() {
            (card(&tr.t("desk-returns-waiting"), waiting(desk, &found.waiting)))
        }
        (states(desk, state))
        @if found.returns.is_empty() {
            (empty(Icon::Return, &tr.t("desk-returns-none"), &tr.t("desk-returns-none-text"), html! {}))
        } @else {
            (rows(desk, &found.returns))
            (more(desk, next(&found, state).as_deref(), before.map(|_| PATH)))
        }
    };
    Ok(desk.page(Nav::Returns, &tr.t("desk-returns"), body))
}

fn search(desk: &Desk) -> Markup {
    let name = desk.tr.t("desk-returns-find");
    html! {
        form.search.wide role="search" aria-label=(name) method="get" action={ (PATH) "/find" } {
            (icon(Icon::Search))
            label.hidden for="field-q" { (name) }
            input #field-q name="q" type="search" autocomplete="off" spellcheck="false" required
                value=(desk.query("q").unwrap_or_default()) placeholder=(name);
        }
    }
}

fn states(desk: &Desk, here: Option<State>) -> Markup {
    let tab = |href: &'static str, words: String, is_here: bool| (href, words, is_here);
    let of = |state: State| word(desk, "state", state.as_str());
    let all = [
        tab("/desk/returns", of(State::Asked), here == Some(State::Asked)),
        tab("/desk/returns?state=received", of(State::Received), here == Some(State::Received)),
        tab("/desk/returns?state=refunded", of(State::Refunded), here == Some(State::Refunded)),
        tab("/desk/returns?state=exchanged", of(State::Exchanged), here == Some(State::Exchanged)),
        tab("/desk/returns?state=refused", of(State::Refused), here == Some(State::Refused)),
        tab("/desk/returns?state=all", desk.tr.t("desk-returns-all"), here.is_none()),
    ];
    tabs(&desk.tr.t("desk-returns-states"), &all)
}

fn next(found: &Found, state: Option<State>) -> Option<String> {
    let (last, _) = found.returns.last().filter(|_| found.returns.len() == PAGE_SIZE)?;
    let state = state.map_or("all", State::as_str);
    Some(format!("{PATH}?state={state}&before={}_{}", last.asked_at.0, last.id))
}

fn rows(desk: &Desk, returns: &[(Return, Vec<Line>)]) -> Markup {
    let tr = &desk.tr;
    let headings = [
        "desk-returns-number",
        "desk-returns-order",
        "desk-returns-kind",
        "desk-returns-goods",
        "desk-returns-asked",
        "desk-returns-state",
    ]
    .map(|key| tr.t(key));
    let row = |(back, lines): &(Return, Vec<Line>)| {
        let goods: Vec<String> =
            lines.iter().map(|line| format!("{} × {}", line.quantity, line.title)).collect();
        vec![
            html! { a href=(address(&back.number)) { strong { (back.number) } } },
            html! { (back.order_number) },
            html! { (word(desk, "kind", back.kind.as_str())) },
            html! { (goods.join(", ")) },
            html! { (time(desk, back.asked_at)) },
            state_badge(desk, back.state),
        ]
    };
    let rows: Vec<_> = returns.iter().map(row).collect();
    table(&tr.t("desk-returns"), &headings, &rows, None)
}

pub fn state_badge(desk: &Desk, state: State) -> Markup {
    let (tone, picture) = match state {
        State::Asked => (Tone::Warn, Icon::Clock),
        State::Received => (Tone::Accent, Icon::Bag),
        State::Refunded | State::Exchanged => (Tone::Good, Icon::Check),
        State::Refused => (Tone::Plain, Icon::Close),
    };
    badge(tone, Some(picture), &word(desk, "state", state.as_str()))
}

/// Statements that fit no order, or of which a person must judge.
fn waiting(desk: &Desk, all: &[Withdrawal]) -> Markup {
    let tr = &desk.tr;
    html! {
        p.hint { (tr.t("desk-returns-waiting-text")) }
        ul.rows {
            @for one in all {
                li {
                    div.grow {
                        strong { (one.statement.name) " · " (one.statement.order_number) }
                        small { (one.statement.email) " · " (time(desk, one.at)) }
                        @if !one.statement.goods.is_empty() { p { (one.statement.goods) } }
                        p.quiet {
                            @if one.order.is_some() { (tr.t("desk-returns-waiting-known")) }
                            @else { (tr.t("desk-returns-waiting-unknown")) }
                        }
                    }
                    (confirmed_form(
                        desk,
                        &format!("{PATH}/withdrawals/{}/settlement", one.id),
                        &tr.t("desk-returns-settle-ask"),
                        Tone::Accent,
                        &tr.t("desk-returns-settle"),
                        html! {},
                    ))
                }
            }
        }
    }
}
