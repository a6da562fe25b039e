//! What a payment provider took for an order and gave back; a link to pay by, and a refund.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use commerce::orders::Means;
use commerce::orders::list::numbered;
use commerce::payments::rules::Balance;
use commerce::payments::{Payment, PaymentId, act};
use customers::accounts::{Permission, Permit, may};
use kit::Result;
use kit::money::Money;
use maud::{Markup, html};

use super::address;
use super::forms::Typed;
use super::show::{self, Shown};
use crate::desk::reply::Go;
use crate::desk::ui::forms::token;
use crate::desk::ui::{Fault, Field, Icon, Tone, button, card, copyable, icon, time};
use crate::desk::who::Desk;

type Pairs = Vec<(String, String)>;

/// Makes a page of the provider on which the buyer pays; its address stands on the order's page then.
pub async fn start_payment(desk: Desk, Path(number): Path<String>) -> Result<Response> {
    let _: Permit<may::FulfilOrders> = desk.staff.permit()?;
    match act::start(&desk.app.commerce, &number).await {
        Ok(session) => {
            let typed = Typed(vec![("link".into(), session.url)]);
            Ok(show::page(&desk, &number, &typed, None).await?.into_response())
        }
        Err(error) => refused(&desk, &number, &Typed::default(), error, "").await,
    }
}

/// Asks the provider how the payment stands.
pub async fn look_at_payment(desk: Desk, Path(number): Path<String>) -> Result<Response> {
    let _: Permit<may::FulfilOrders> = desk.staff.permit()?;
    match act::look(&desk.app.commerce, &number).await {
        Ok(()) => Ok(Go::to(&address(&number)).saying("payment-asked").into_response()),
        Err(error) => refused(&desk, &number, &Typed::default(), error, "").await,
    }
}

pub async fn refund_order(
    desk: Desk,
    Path(number): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    let _: Permit<may::ManageOrders> = desk.staff.permit()?;
    let typed = Typed(pairs);
    let ctx = &desk.app.commerce;
    let order = ctx.customers.db.read(|tx| numbered(tx, &number)).await?;
    let done =
        match Money::from_decimal(&typed.get("amount").replace(',', "."), order.total.currency) {
            Ok(amount) => act::refund(ctx, &order.number, amount, typed.get("key")).await,
            Err(error) => Err(error),
        };
    match done {
        Ok(()) => Ok(Go::to(&address(&order.number)).saying("payment-refunded").into_response()),
        Err(error) => refused(&desk, &number, &typed, error, "amount").await,
    }
}

async fn refused(
    desk: &Desk,
    number: &str,
    typed: &Typed,
    error: kit::Error,
    field: &'static str,
) -> Result<Response> {
    let status = error.status();
    let field = if error.code == "more_than_paid" { "amount" } else { field };
    let fault = Fault::of(desk, error, field)?;
    Ok(show::page(desk, number, typed, Some(&fault)).await?.with_status(status).into_response())
}

/// The card of an order that a provider takes the money for.
pub fn section(desk: &Desk, shown: &Shown, typed: &Typed, fault: Option<&Fault>) -> Markup {
    if shown.order.means != Means::Provider && shown.payments.is_empty() {
        return html! {};
    }
    let balance = Balance::of(&shown.payments, shown.order.total.currency);
    let may_refund = desk.staff.can(Permission::ManageOrders) && balance.left() > 0;
    let may_ask = desk.staff.can(Permission::FulfilOrders) && shown.awaits_provider();
    let link = typed.get("link");
    let body = html! {
        @if shown.payments.is_empty() { p.quiet { (desk.tr.t("desk-payments-none")) } }
        ul.rows { @for one in &shown.payments { (row(desk, one)) } }
        @if !link.is_empty() {
            p { (desk.tr.t("desk-payments-link")) }
            (copyable(desk, link))
        }
        @if may_ask { (ask(desk, shown)) }
        @if may_refund { (refund(desk, shown, balance, typed, fault)) }
    };
    card(&desk.tr.t("desk-payments"), body)
}

fn row(desk: &Desk, one: &Payment) -> Markup {
    let key = format!("desk-payments-{}", one.kind.as_str().replace('_', "-"));
    html! {
        li {
            div.grow {
                strong { (desk.tr.t(&key)) }
                small { (time(desk, one.at)) " · " span.id { (one.reference) } }
            }
            span { (desk.tr.money(one.amount)) }
        }
    }
}

fn ask(desk: &Desk, shown: &Shown) -> Markup {
    let act = |path: &str, picture: Icon, key: &str| {
        html! {
            form.inline method="post" action={ (address(&shown.order.number)) (path) } {
                (token(desk))
                button.button.plain.small type="submit" { (icon(picture)) (desk.tr.t(key)) }
            }
        }
    };
    html! {
        div.actions {
            (act("/payments", Icon::Link, "desk-payments-start"))
            @if !shown.payments.is_empty() {
                (act("/payments/look", Icon::Search, "desk-payments-look"))
            }
        }
    }
}

fn refund(
    desk: &Desk,
    shown: &Shown,
    balance: Balance,
    typed: &Typed,
    fault: Option<&Fault>,
) -> Markup {
    let tr = &desk.tr;
    let left = Money::new(balance.left(), shown.order.total.currency).to_decimal();
    let said = typed.get("amount");
    let amount = if said.is_empty() { left.as_str() } else { said };
    // New on each page: a form that is sent twice gives back once.
    let key = PaymentId::new(desk.now);
    html! {
        form.form method="post" action={ (address(&shown.order.number)) "/refunds" }
            data-confirm=(tr.t("desk-payments-refund-ask")) data-confirm-tone="bad"
            data-confirm-verb=(tr.t("desk-payments-refund")) {
            (token(desk))
            input type="hidden" name="key" value=(key);
            (Field::text("amount", tr.t("desk-payments-amount"), amount).show(fault))
            (button(Tone::Bad, Some(Icon::Return), &tr.t("desk-payments-refund")))
        }
    }
}
