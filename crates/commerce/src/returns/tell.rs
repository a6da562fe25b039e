//! What the timeline is told of a return: “Order Refunded” as the Segment e-commerce specification has it, the rest in its
//! style.

use customers::recording::{By, Happening, Learned};
use kit::money::Money;
use kit::{Result, Time, Tx};
use serde_json::{Value, json};

use super::{Line, Return};
use crate::Ctx;
use crate::carts::Actor;

pub struct Told<'a> {
    pub name: &'a str,
    pub lines: &'a [Line],
    /// What went back.
    pub total: Option<Money>,
    /// Where it was.
    pub place: Option<&'a str>,
}

impl<'a> Told<'a> {
    pub fn new(name: &'a str, lines: &'a [Line]) -> Told<'a> {
        Told { name, lines, total: None, place: None }
    }
}

pub fn tell(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    back: &Return,
    told: &Told,
    now: Time,
) -> Result<Learned> {
    let product = |line: &Line| {
        let pieces = if line.settled() > 0 { line.settled() } else { line.quantity };
        json!({
            "product_id": line.variant, "sku": line.sku, "name": line.title, "quantity": pieces,
        })
    };
    let products: Vec<Value> = told.lines.iter().map(product).collect();
    let mut properties = json!({
        "order_id": back.order_number, "return_id": back.number, "kind": back.kind,
        "state": back.state, "done_by": actor.role, "products": products,
    });
    if let Some(total) = told.total {
        properties["total"] = json!(total.to_decimal());
        properties["currency"] = json!(total.currency);
    }
    if let Some(place) = told.place {
        properties["place"] = json!(place);
    }
    let happening = Happening {
        name: told.name,
        key: &format!("return:{}:{}", back.id, back.version),
        at: now,
        by: By::Leaf(back.customer_id),
        properties: &properties.to_string(),
    };
    Ok(ctx.customers.recorder.note(tx, &actor.door, &happening, now)?.learned)
}
