//! One return: what came, what happened, and what can be done now.

use axum::extract::Path;
use commerce::returns::{
    self, Due, Held, Kind, Line, Return, State, Step, StepKind, number, store,
};
use commerce::stock::{Location, store as stock};
use commerce::tenders::{self, WentBack};
use customers::accounts::{Permit, may};
use kit::i18n::Arg;
use kit::money::Money;
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde_json::Value;

use super::list::state_badge;
use super::{PATH, act, word};
use crate::desk::customers::address as customer_address;
use crate::desk::orders::address as order_address;
use crate::desk::reply::Page;
use crate::desk::ui::{
    Fault, Icon, Nav, Tone, card, facts, link_button, note, table, time, title_row,
};
use crate::desk::who::Desk;

pub struct Shown {
    pub back: Return,
    pub lines: Vec<Line>,
    /// What would go back now, once it is here.
    pub due: Option<Due>,
    /// What of it goes back to gift cards and as points.
    pub to_tenders: WentBack,
    pub steps: Vec<Step>,
    /// Where it can be received.
    pub places: Vec<Location>,
}

impl Shown {
    fn read(desk: &Desk, tx: &Tx, number: &str) -> Result<Shown> {
        let held = returns::look(tx, number)?;
        let due = match held.back.state {
            State::Received => Some(returns::due(&desk.app.commerce, &held)?),
            _ => None,
        };
        let to_tenders = match &due {
            Some(due) => {
                tenders::would_go_back(tx, &held.order.order, &held.order.lines, due.total())?
            }
            None => WentBack::default(),
        };
        let Held { back, lines, .. } = held;
        let steps = store::steps(tx, &back)?;
        let mut places = stock::locations(tx)?;
        places.retain(Location::is_open);
        Ok(Shown { back, lines, due, to_tenders, steps, places })
    }

    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.back.refund.currency)
    }
}

pub fn parse(text: &str) -> Result<String> {
    number::parse(text).map_err(|_| Error::not_found("return of this number"))
}

pub async fn show_return(desk: Desk, Path(number): Path<String>) -> Result<Page> {
    let _: Permit<may::ManageReturns> = desk.staff.permit()?;
    page(&desk, &parse(&number)?, &[], None).await
}

pub async fn page(
    desk: &Desk,
    number: &str,
    typed: &[(String, String)],
    fault: Option<&Fault>,
) -> Result<Page> {
    let shown = desk.app.ctx.db.scan(|tx| Shown::read(desk, tx, number)).await?;
    let tr = &desk.tr;
    let back = &shown.back;
    let title = tr.with("desk-returns-one", &[("number", Arg::Text(back.number.clone()))]);
    let to_list = link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-returns"), PATH);
    let body = html! {
        (title_row(&title, &word(desk, "kind", back.kind.as_str()), html! {
            (state_badge(desk, back.state)) (to_list)
        }))
        @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
        (card("", about(desk, back)))
        @match back.state {
            State::Asked => (act::receiving(desk, &shown, typed)),
            State::Received => {
                (card(&tr.t("desk-returns-came"), came(desk, &shown)))
                @if back.kind == Kind::Exchange { (act::exchanging(desk, &shown)) }
                (act::refunding(desk, &shown, typed))
            },
            _ => (card(&tr.t("desk-returns-came"), came(desk, &shown))),
        }
        @if back.state.is_open() { (act::refusing(desk, &shown, typed)) }
        (card(&tr.t("desk-returns-happened"), happened(desk, &shown)))
    };
    Ok(desk.page(Nav::Returns, &title, body))
}

fn about(desk: &Desk, back: &Return) -> Markup {
    let tr = &desk.tr;
    let mut rows = vec![
        (
            tr.t("desk-returns-order"),
            html! { a href=(order_address(&back.order_number)) { (back.order_number) } },
        ),
        (
            tr.t("desk-returns-customer"),
            html! { a href=(customer_address(back.customer_id)) { (tr.t("desk-returns-customer-page")) } },
        ),
        (tr.t("desk-returns-asked"), html! { (time(desk, back.asked_at)) }),
    ];
    if !back.reason.is_empty() {
        rows.push((tr.t("desk-returns-reason"), html! { (back.reason) }));
    }
    if let Some(goodwill) = &back.goodwill {
        rows.push((tr.t("desk-returns-goodwill"), html! { (goodwill) }));
    }
    if back.state == State::Refunded {
        rows.push((tr.t("desk-returns-refund"), html! { strong { (tr.money(back.refund)) } }));
        if back.delivery.minor > 0 {
            rows.push((tr.t("desk-returns-delivery"), html! { (tr.money(back.delivery)) }));
        }
        if back.deduction.minor > 0 {
            rows.push((tr.t("desk-returns-kept-money"), html! { (tr.money(back.deduction)) }));
        }
    }
    facts(&rows)
}

fn came(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    let headings = [
        "desk-returns-goods",
        "desk-returns-announced",
        "desk-returns-restocked",
        "desk-returns-written-off",
        "desk-returns-kept",
        "desk-returns-share",
    ]
    .map(|key| tr.t(key));
    let shares = shown.due.as_ref().map(|due| due.lines.as_slice());
    let row = |(i, line): (usize, &Line)| {
        let share = shares.and_then(|all| all.get(i)).copied().unwrap_or(line.refund);
        vec![
            html! { (line.title) " " small { (line.sku) } },
            html! { (tr.number(line.quantity)) },
            html! { (tr.number(line.restocked)) },
            html! { (tr.number(line.written_off)) },
            html! { (tr.number(line.kept)) },
            html! { (tr.money(shown.money(share))) },
        ]
    };
    let rows: Vec<_> = shown.lines.iter().enumerate().map(row).collect();
    table(&tr.t("desk-returns-came"), &headings, &rows, None)
}

fn happened(desk: &Desk, shown: &Shown) -> Markup {
    html! {
        ul.rows {
            @for step in &shown.steps {
                li {
                    div.grow {
                        strong { (word(desk, "state", step.kind.as_str())) }
                        small {
                            (step.actor_name.clone().unwrap_or_else(|| desk.tr.t(&format!("desk-cart-by-{}", step.actor))))
                            " · " (time(desk, step.at))
                        }
                        @if let Some(said) = said(step) { p { (said) } }
                    }
                }
            }
        }
    }
}

/// Where it was, why, or how it was paid.
fn said(step: &Step) -> Option<String> {
    let details: Value = serde_json::from_str(&step.details).ok()?;
    let name = match step.kind {
        StepKind::Asked => "goodwill",
        StepKind::Received | StepKind::Exchanged => "place",
        StepKind::Refunded | StepKind::Refused => "why",
    };
    let text = |name: &str| details.get(name).and_then(Value::as_str).filter(|it| !it.is_empty());
    text(name).or_else(|| text("paid_by")).map(str::to_string)
}
