//! An order, for whoever placed it: how far it is, what was bought, how to pay, how to send back.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use commerce::carts::Deed;
use commerce::orders::{
    Agreed, Delivery, Line, Means, Order, Payment, Progress, State, Step, StepKind, number,
    progress, store,
};
use commerce::prices::vat::OfRate;
use commerce::promotions::TotalType;
use commerce::stock::{self, Location};
use commerce::tenders;
use kit::i18n::Arg;
use kit::money::Money;
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde_json::Value;

use super::around::{self, Around};
use super::checkout_pages::country_name;
use super::shopper::Shopper;
use super::sums;

struct Shown {
    around: Around,
    order: Order,
    lines: Vec<Line>,
    progress: BTreeMap<i64, Progress>,
    steps: Vec<Step>,
    place: Option<Location>,
    /// In money, still.
    to_pay: Money,
}

pub async fn show_order(shopper: Shopper, Path(said): Path<String>) -> Result<Response> {
    shopper.count(Deed::Read)?;
    let look = |tx: &Tx| look(tx, &shopper, &said);
    let shown = shopper.front.app.ctx.db.read(look).await?;
    let number = ("number", Arg::Text(shown.order.number.clone()));
    let title = shopper.tr.with("shop-order", &[number]);
    Ok(around::page(&shopper, &shown.around, &title, body(&shopper, &shown, &title)?))
}

/// Another's order is as if there were none.
fn look(tx: &Tx, shopper: &Shopper, said: &str) -> Result<Shown> {
    let missing = || Error::not_found(format!("order “{}”", kit::text::clip(said, 40)));
    let number = number::parse(said).map_err(|_| missing())?;
    let (leaf, id) = store::numbered_maybe(tx, &number)?.ok_or_else(missing)?;
    if !shopper.visit.own_leaves(tx)?.contains(&leaf) {
        return Err(missing());
    }
    let order = store::find(tx, leaf, id)?;
    let place = match &order.delivery {
        Delivery::Collect { location } | Delivery::Taken { location } => {
            Some(stock::store::location(tx, location.parse()?)?)
        }
        Delivery::Address { .. } => None,
    };
    let (lines, steps) = (store::lines(tx, &order)?, store::steps(tx, &order)?);
    Ok(Shown {
        around: Around::load(tx, shopper)?,
        progress: progress(tx, &order, &lines, &steps)?,
        lines,
        steps,
        to_pay: tenders::to_pay(tx, &order)?,
        place,
        order,
    })
}

fn body(shopper: &Shopper, shown: &Shown, title: &str) -> Result<Markup> {
    let (tr, order) = (&shopper.tr, &shown.order);
    let quote: Value = serde_json::from_str(&order.quote).map_err(Error::internal)?;
    let agreed = Agreed::of(order)?;
    let way = sums::Way::By(agreed.shipping.as_ref().map(|way| way.title_in(tr.lang())));
    Ok(html! {
        h1 { (title) }
        p.badges {
            span.badge { (state(shopper, order.state)) }
            span.badge { (payment(shopper, order.payment)) }
        }
        @if order.payment == Payment::Awaited && order.state != State::Cancelled { (to_pay(shopper, shown)) }
        div.checkout {
            div {
                ul.lines.bought { @for line in &shown.lines { li { (bought(shopper, line, &shown.progress[&line.position])) } } }
                (steps(shopper, &shown.steps))
            }
            aside.sums aria-label=(tr.t("shop-sums")) {
                h2 { (tr.t("shop-where")) }
                p { (where_to(shopper, shown)) }
                h2 { (tr.t("shop-means")) }
                p { (tr.t(&format!("shop-means-{}", order.means.as_str().replace('_', "-")))) }
                (sums::totals(shopper, &totals(&quote), &taxes(&quote), way))
                p { a href={ "/withdraw?order=" (order.number) } { (tr.t("shop-withdraw")) } }
                p { a href="/shop/account" { (tr.t("shop-own-orders")) } }
            }
        }
    })
}

pub fn state(shopper: &Shopper, state: State) -> String {
    shopper.tr.t(&format!("shop-state-{}", state.as_str().replace('_', "-")))
}

pub fn payment(shopper: &Shopper, payment: Payment) -> String {
    shopper.tr.t(&format!("shop-payment-{}", payment.as_str()))
}

fn to_pay(shopper: &Shopper, shown: &Shown) -> Markup {
    let order = &shown.order;
    let args = [
        ("total", Arg::Text(shopper.tr.money(shown.to_pay))),
        ("number", Arg::Text(order.number.clone())),
    ];
    let key = match order.means {
        Means::Transfer => "shop-pay-transfer",
        Means::OnDelivery => "shop-pay-on-delivery",
        Means::InStore => "shop-pay-in-store",
        Means::Provider => "shop-pay-provider",
        // Nothing was left to pay.
        Means::Tenders => return html! {},
    };
    html! { p.said { (shopper.tr.with(key, &args)) } }
}

fn bought(shopper: &Shopper, line: &Line, progress: &Progress) -> Markup {
    let tr = &shopper.tr;
    let parts = [
        ("shop-line-cancelled", progress.cancelled),
        ("shop-line-sent", progress.sent),
        ("shop-line-handed-over", progress.handed_over),
        ("shop-line-returned", progress.returned),
    ];
    html! {
        article.line {
            div.what {
                h2 { (line.title) }
                p.quiet { (line.quantity) " × " (tr.money(line.unit)) }
                @for (key, count) in parts {
                    @if count > 0 { p.quiet { (tr.with(key, &[("count", Arg::Int(count))])) } }
                }
            }
            p.amount { strong { (tr.money(line.total)) } }
        }
    }
}

/// What has happened, with the numbers of parcels. A step of which these pages have no word is the shop's own affair.
fn steps(shopper: &Shopper, steps: &[Step]) -> Markup {
    let tr = &shopper.tr;
    html! {
        h2 { (tr.t("shop-steps")) }
        ol.steps {
            @for step in steps {
                @if let Some(word) = tr.maybe(&format!("shop-step-{}", step.kind.as_str())) {
                    li { time { (tr.date_time(step.at)) } " " (word) (parcel(step)) }
                }
            }
        }
    }
}

fn parcel(step: &Step) -> Markup {
    let details: Value = serde_json::from_str(&step.details).unwrap_or_default();
    let said = ["carrier", "tracking"].map(|name| details["parcel"][name].as_str());
    let said: Vec<&str> = said.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    html! {
        @if step.kind == StepKind::Shipped && !said.is_empty() { span.parcel { (said.join(" · ")) } }
    }
}

fn where_to(shopper: &Shopper, shown: &Shown) -> Markup {
    html! {
        @match (&shown.order.delivery, &shown.place) {
            (Delivery::Address { name, street, postcode, city, country }, _) => {
                (name) br; (street) br; (postcode) " " (city) br; (country_name(shopper, country))
            },
            (_, Some(place)) => {
                (shopper.tr.t("shop-delivery-collect")) br; (place.name) br; (place.street) ", " (place.city)
            },
            (_, None) => {},
        }
    }
}

/// As they were agreed, which stands in the order as it was told.
fn totals(quote: &Value) -> Vec<(TotalType, i64)> {
    const KINDS: [TotalType; 9] = [
        TotalType::ItemsBaseAmount,
        TotalType::ItemsDiscount,
        TotalType::Subtotal,
        TotalType::Discount,
        TotalType::Fulfillment,
        TotalType::Total,
        TotalType::GiftCard,
        TotalType::Points,
        TotalType::ToPay,
    ];
    let told = quote["totals"].as_array().map(Vec::as_slice).unwrap_or_default();
    let amount = |kind: TotalType| {
        let total = told.iter().find(|total| total["display_key"] == kind.key())?;
        Some((kind, total["amount"].as_i64()?))
    };
    KINDS.into_iter().filter_map(amount).collect()
}

fn taxes(quote: &Value) -> Vec<OfRate> {
    let told = quote["taxes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let tax = |tax: &Value| {
        let minor = |name: &str| tax[name].as_i64();
        let rate = commerce::prices::vat::BasisPoints(minor("rate")?);
        Some(OfRate { rate, gross: minor("gross")?, net: minor("net")?, tax: minor("tax")? })
    };
    told.iter().filter_map(tax).collect()
}
