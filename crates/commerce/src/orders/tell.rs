//! What the timeline is told of an order, in the words of the Segment e-commerce specification.

use customers::recording::{By, Happening, Learned};
use kit::money::Money;
use kit::{Result, Time, Tx};
use serde_json::{Value, json};

use super::rules::Parts;
use super::{Agreed, Line, Order};
use crate::Ctx;
use crate::carts::Actor;

pub fn placed(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    order: &Order,
    lines: &[Line],
    now: Time,
) -> Result<Learned> {
    let all: Parts = lines.iter().map(|line| (line.position, line.quantity)).collect();
    tell(
        ctx,
        tx,
        actor,
        order,
        &Told { name: "Order Completed", key: "placed", lines, parts: &all },
        now,
    )
}

pub struct Told<'a> {
    pub name: &'a str,
    /// Names it among what is told of this order.
    pub key: &'a str,
    pub lines: &'a [Line],
    /// Of which pieces it speaks.
    pub parts: &'a Parts,
}

pub fn tell(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    order: &Order,
    told: &Told,
    now: Time,
) -> Result<Learned> {
    let products: Vec<Value> = told
        .lines
        .iter()
        .filter_map(|line| told.parts.get(&line.position).map(|pieces| (line, *pieces)))
        .map(|(line, pieces)| {
            json!({
                "product_id": line.variant, "sku": line.sku, "name": line.title,
                "quantity": pieces, "price": line.unit.to_decimal(),
            })
        })
        .collect();
    let properties = json!({
        "order_id": order.number,
        "total": order.total.to_decimal(),
        "shipping": Money::new(Agreed::of(order)?.delivery(), order.total.currency).to_decimal(),
        "currency": order.total.currency,
        "cart_id": order.cart_id,
        "state": order.state,
        "done_by": actor.role,
        "products": products,
    });
    let happening = Happening {
        name: told.name,
        key: &format!("order:{}:{}", order.id, told.key),
        at: now,
        by: By::Leaf(order.customer_id),
        properties: &properties.to_string(),
    };
    Ok(ctx.customers.recorder.note(tx, &actor.door, &happening, now)?.learned)
}
