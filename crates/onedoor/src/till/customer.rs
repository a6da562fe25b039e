//! Who stands at the till: what they looked at, have in the cart, asked, and what waits for them.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use commerce::carts::{self, Cart, Scope};
use commerce::orders::{self, Order};
use customers::accounts::{Permit, may};
use customers::context::about::{self, About};
use customers::events::{Event, store as events};
use customers::identities::CustomerId;
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde_json::{Value, json};

use super::{Fragment, till_of};
use crate::desk::Desk;
use crate::desk::customers::{head, naming};
use crate::desk::store::{Person, find_person, so_far};
use crate::desk::ui::{Icon, Tone, badge, time};

const VIEWED_MAX: usize = 5;
const ORDERS_MAX: usize = 5;

struct Seen {
    about: About,
    cart: Option<Cart>,
    orders: Vec<Order>,
    viewed: Vec<Event>,
}

pub async fn show_customer(
    desk: Desk,
    Path((till, customer)): Path<(String, String)>,
) -> Result<Response> {
    let _: Permit<may::SellAtTill> = desk.staff.permit()?;
    till_of(&till)?;
    let customer: CustomerId =
        customer.parse().map_err(|_| Error::not_found("customer of this id"))?;
    let person = find_person(&desk, customer).await?;
    let seen = read(&desk, customer).await?;
    Ok(Fragment(section(&desk, &till, &person, &seen)).into_response())
}

async fn read(desk: &Desk, customer: CustomerId) -> Result<Seen> {
    let see: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let (ctx, now) = (&desk.app.ctx, desk.now);
    let look = |tx: &Tx| {
        let about = about::read(tx, ctx, &see, customer, now)?;
        let leaves = Scope::whole(about.customer.id).leaves(tx)?;
        let wanted = events::Wanted {
            name: Some("Product Viewed"),
            ..events::Wanted::newest(&leaves, VIEWED_MAX)
        };
        let viewed = events::page(tx, &ctx.recorder.log, &wanted)?;
        let orders = orders::store::of_leaves(tx, &leaves, ORDERS_MAX)?;
        Ok(Seen { cart: carts::of_leaves(tx, &leaves)?, orders, viewed, about })
    };
    ctx.db.scan(look).await
}

fn section(desk: &Desk, till: &str, person: &Person, seen: &Seen) -> Markup {
    let tr = &desk.tr;
    let name = head::name(desk, &seen.about);
    let is_known = seen.about.identities.iter().any(|known| known.held.makes_known());
    html! {
        section.card data-customer=(seen.about.customer.id) data-name=(name) {
            header.person {
                (naming::portrait(seen.about.traits.name().as_deref()))
                h2.grow { (name) }
                button.quiet type="button" data-forget { (tr.t("till-customer-remove")) }
            }
            @if !is_known {
                p { (badge(Tone::Warn, Some(Icon::Claimed), &tr.t("desk-customers-not-proven"))) }
            }
            (so_far(desk, person))
            (cart(desk, seen.cart.as_ref()))
            (waiting(desk, till, &seen.orders))
            (viewed(desk, &seen.viewed))
        }
    }
}

fn cart(desk: &Desk, cart: Option<&Cart>) -> Markup {
    let tr = &desk.tr;
    let lines = cart.map(|cart| cart.lines.as_slice()).unwrap_or_default();
    let line = |line: &carts::Pieces| json!({ "sku": line.sku, "quantity": line.quantity });
    let goods: Vec<Value> = lines.iter().filter(|one| one.is_sold).map(line).collect();
    let codes = cart.map(|cart| cart.coupons.iter().map(|code| code.text.as_str()).collect());
    let codes: Vec<&str> = codes.unwrap_or_default();
    html! {
        h3 { (tr.t("till-cart")) }
        @if lines.is_empty() {
            p.quiet { (tr.t("till-cart-empty")) }
        } @else {
            ul.rows { @for line in lines {
                li { span.grow { (line.title) } span { (tr.number(line.quantity)) } }
            } }
            button.big type="button" data-take=(Value::from(goods)) data-codes=(json!(codes)) {
                (tr.t("till-cart-take"))
            }
        }
    }
}

fn waiting(desk: &Desk, till: &str, orders: &[Order]) -> Markup {
    let tr = &desk.tr;
    html! {
        @if !orders.is_empty() {
            h3 { (tr.t("till-orders")) }
            ul.rows { @for order in orders {
                li {
                    button.row type="button"
                        data-order={ "/till/" (till) "/collections/" (order.number) } {
                        strong { (order.number) }
                        span.grow { (tr.t(&format!("till-state-{}", order.state.as_str().replace('_', "-")))) }
                        span { (tr.money(order.total)) }
                    }
                }
            } }
        }
    }
}

fn viewed(desk: &Desk, events: &[Event]) -> Markup {
    let name = |event: &Event| {
        let properties: Value = serde_json::from_str(event.properties.get()).unwrap_or_default();
        properties["name"].as_str().map(|name| (name.to_owned(), event.occurred_at))
    };
    let named: Vec<_> = events.iter().filter_map(name).collect();
    html! {
        @if !named.is_empty() {
            h3 { (desk.tr.t("till-viewed")) }
            ul.rows { @for (name, at) in &named {
                li { span.grow { (name) } small { (time(desk, *at)) } }
            } }
        }
    }
}
