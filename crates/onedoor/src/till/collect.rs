//! Somebody comes for what they ordered: found by number or scan, paid if it is not yet, handed over.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::orders::{self, Delivery, Line, Order, Payment, State, rules};
use commerce::tenders;
use commerce::tills::{self, TillId};
use customers::accounts::{Permit, may};
use kit::money::Money;
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Fragment, answer, till_of};
use crate::desk::Desk;
use crate::desk::ui::{Icon, Tone, badge, icon, note};

struct Found {
    order: Order,
    lines: Vec<Line>,
    /// In money, still.
    to_pay: Money,
    /// What of it can be handed over here.
    is_here: bool,
}

pub fn numbered(tx: &Tx, number: &str) -> Result<Order> {
    let number = orders::number_of(number)?;
    let found = orders::store::numbered_maybe(tx, &number)?;
    let (leaf, id) = found.ok_or_else(|| Error::not_found(format!("order {number}")))?;
    orders::store::find(tx, leaf, id)
}

pub async fn show_order(
    desk: Desk,
    Path((till, number)): Path<(String, String)>,
) -> Result<Response> {
    let _: Permit<may::SellAtTill> = desk.staff.permit()?;
    let id = till_of(&till)?;
    let look = |tx: &Tx| {
        let till = tills::store::find(tx, id)?;
        let order = numbered(tx, &number)?;
        let lines = orders::store::lines(tx, &order)?;
        let is_here = is_collected_at(&order, &till.location.to_string());
        Ok(Found { to_pay: tenders::to_pay(tx, &order)?, order, lines, is_here })
    };
    let found = desk.app.ctx.db.read(look).await?;
    Ok(Fragment(section(&desk, id, &found)).into_response())
}

fn is_collected_at(order: &Order, location: &str) -> bool {
    match &order.delivery {
        Delivery::Collect { location: there } | Delivery::Taken { location: there } => {
            there == location
        }
        Delivery::Address { .. } => false,
    }
}

fn section(desk: &Desk, till: TillId, found: &Found) -> Markup {
    let (tr, order) = (&desk.tr, &found.order);
    let is_paid = order.payment == Payment::Paid;
    let is_open = rules::left(&found.lines).values().any(|left| *left > 0);
    html! {
        section.card {
            header.person {
                h2.grow { (tr.t("till-order")) " " (order.number) }
                button.quiet type="button" data-forget { (tr.t("till-back")) }
            }
            p {
                (badge(Tone::Plain, None, &tr.t(&format!("till-state-{}", order.state.as_str().replace('_', "-")))))
                " "
                @if is_paid { (badge(Tone::Good, Some(Icon::Check), &tr.t("till-order-paid"))) }
                @else if order.state != State::Cancelled {
                    (badge(Tone::Warn, None, &tr.t("till-order-unpaid")))
                }
            }
            @if let Some(name) = &order.contact.name { p { (name) } }
            ul.rows { @for line in &found.lines {
                li {
                    span.grow { (line.title) small { (line.sku) } }
                    span { (tr.number(line.open())) " / " (tr.number(line.quantity)) }
                    span { (tr.money(line.total)) }
                }
            } }
            p.total { span { (tr.t("till-total")) } output { (tr.money(order.total)) } }
            @if found.to_pay.minor > 0 && found.to_pay != order.total {
                p.total { span { (tr.t("till-to-pay")) } output { (tr.money(found.to_pay)) } }
            }
            @if !is_open {
                (note(Tone::Plain, html! { (tr.t("till-order-over")) }))
            } @else if !found.is_here {
                (note(Tone::Warn, html! { (tr.t("till-order-elsewhere")) }))
            } @else {
                (form(desk, till, found, is_paid))
            }
            p { a.quiet href={ "/till/receipts/" (order.number) } target="_blank" { (tr.t("till-receipt")) } }
        }
    }
}

fn form(desk: &Desk, till: TillId, found: &Found, is_paid: bool) -> Markup {
    let tr = &desk.tr;
    html! {
        form data-hand-over={ "/till/" (till) "/collections/" (found.order.number) "/handing-over" } {
            input type="hidden" name="version" value=(found.order.version);
            @if !is_paid {
                fieldset {
                    legend { (tr.t("till-order-pay")) }
                    label { input type="radio" name="means" value="cash" checked; (tr.t("till-cash")) }
                    label { input type="radio" name="means" value="card"; (tr.t("till-card")) }
                    label for="collect-reference" { (tr.t("till-reference")) }
                    input #collect-reference name="reference" maxlength="64" autocomplete="off";
                }
            }
            p.error role="alert" hidden {}
            button.big.accent type="submit" { (icon(Icon::Check)) (tr.t("till-hand-over")) }
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Of the order that the clerk saw: a form that is sent twice is done once.
    version: i64,
    means: String,
    reference: String,
}

pub async fn hand_over(
    desk: Desk,
    Path((till, number)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Response {
    answer(&desk, handed_over(&desk, &till, &number, &typed).await)
}

async fn handed_over(desk: &Desk, till: &str, number: &str, typed: &Typed) -> Result<Value> {
    let permit: Permit<may::SellAtTill> = desk.staff.permit()?;
    let till = till_of(till)?;
    let (ctx, now) = (&desk.app.commerce, desk.now);
    let write = |tx: &Tx| {
        let till = tills::store::hold(tx, till)?;
        let actor = tills::actor(tx, &till, &permit.actor().name)?;
        let mut held = orders::hold(tx, &numbered(tx, number)?)?;
        held.must_be_of(typed.version)?;
        if !is_collected_at(&held.order, &till.location.to_string()) {
            let detail = "This order is not collected at this store.";
            return Err(Error::conflict("collected_elsewhere", detail));
        }
        if held.order.payment == Payment::Awaited {
            let paid_by = paid_by(typed, &till.name)?;
            held.order = orders::pay(tx, &actor, orders::hold(tx, &held.order)?, &paid_by, now)?;
        }
        orders::hand_over(ctx, tx, &actor, held, &rules::Parts::new(), till.location, now)
    };
    let (order, learned) = ctx.customers.db.write(write).await?;
    ctx.customers.recorder.learn(learned);
    Ok(json!({ "number": order.number }))
}

fn paid_by(typed: &Typed, till: &str) -> Result<String> {
    match typed.means.as_str() {
        "cash" => Ok(format!("cash at {till}")),
        "card" => {
            let reference = kit::text::clip(typed.reference.trim(), 64);
            Ok(format!("card {reference} at {till}"))
        }
        _ => Err(Error::bad_input("bad_payment", "Say whether it is paid in cash or by card.")),
    }
}
