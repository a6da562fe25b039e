//! What the timeline is told of a change, in the words of the Segment e-commerce specification.

use std::collections::BTreeMap;

use customers::identities::CustomerId;
use customers::recording::{By, Happening, Learned};
use kit::{Result, Time, Tx};
use serde_json::{Value, json};

use super::goods::{self, Goods};
use super::rules::Delta;
use super::{Actor, CartId, ChangeId, Kind, Line};
use crate::Ctx;
use crate::catalogue::VariantId;

/// A change, as far as all of its events tell the same.
pub struct Told<'a> {
    pub actor: &'a Actor,
    /// On whose timeline it is.
    pub leaf: CustomerId,
    pub cart: Option<CartId>,
    pub change: ChangeId,
    pub goods: &'a Goods,
}

/// What the deltas of all leaves come to.
#[derive(Default)]
struct Moved {
    items: i64,
    saved: i64,
}

pub fn tell(ctx: &Ctx, tx: &Tx, told: &Told, deltas: &[Delta], at: Time) -> Result<Vec<Learned>> {
    let events = events(told, deltas);
    let mut learned = Vec::with_capacity(events.len());
    for (n, (name, properties)) in events.iter().enumerate() {
        let key = format!("cart:{}:{n}", told.change);
        let properties = properties.to_string();
        // One after the other, as they are told.
        let at = at.plus(n as i64);
        let happening =
            Happening { name, key: &key, at, by: By::Leaf(told.leaf), properties: &properties };
        let noted = ctx.customers.recorder.note(tx, &told.actor.door, &happening, at)?;
        learned.push(noted.learned);
    }
    Ok(learned)
}

fn events(told: &Told, deltas: &[Delta]) -> Vec<(&'static str, Value)> {
    let mut moved: BTreeMap<VariantId, Moved> = BTreeMap::new();
    let mut words: BTreeMap<&Line, i64> = BTreeMap::new();
    for delta in deltas {
        match (delta.line.kind, goods::variant(&delta.line)) {
            (Kind::Item, Some(variant)) => moved.entry(variant).or_default().items += delta.by,
            (Kind::Saved, Some(variant)) => moved.entry(variant).or_default().saved += delta.by,
            _ => *words.entry(&delta.line).or_default() += delta.by,
        }
    }
    let mut events = Vec::new();
    for (variant, moved) in &moved {
        let Some(name) = name_of(moved) else { continue };
        let pieces = if moved.items == 0 { moved.saved } else { moved.items };
        events.push((name, with_goods(told, *variant, pieces.abs())));
    }
    for (line, by) in words.into_iter().filter(|(_, by)| *by != 0) {
        events.push(match line.kind {
            Kind::Coupon if by > 0 => ("Coupon Entered", with(told, "coupon_id", &line.item)),
            Kind::Coupon => ("Coupon Removed", with(told, "coupon_id", &line.item)),
            // What a note says is not the timeline's business.
            _ => ("Cart Noted", with(told, "note", if by > 0 { "written" } else { "removed" })),
        });
    }
    events
}

fn name_of(moved: &Moved) -> Option<&'static str> {
    match (moved.items.signum(), moved.saved.signum()) {
        (0, 0) => None,
        (0, 1) => Some("Product Added to Wishlist"),
        (0, _) => Some("Product Removed from Wishlist"),
        (1, -1) => Some("Wishlist Product Added to Cart"),
        (1, _) => Some("Product Added"),
        (_, 1) => Some("Product Added to Wishlist"),
        (_, _) => Some("Product Removed"),
    }
}

fn with_goods(told: &Told, variant: VariantId, quantity: i64) -> Value {
    let mut properties = common(told);
    if let Some(one) = told.goods.get(&variant) {
        properties["product_id"] = json!(one.product_id);
        properties["sku"] = json!(one.sku);
        properties["name"] = json!(one.title);
    }
    properties["variant_id"] = json!(variant);
    properties["quantity"] = json!(quantity);
    properties
}

fn with(told: &Told, name: &str, value: &str) -> Value {
    let mut properties = common(told);
    properties[name] = json!(value);
    properties
}

fn common(told: &Told) -> Value {
    let mut common = json!({ "cart_id": told.cart, "changed_by": told.actor.role });
    if let Some(name) = &told.actor.name {
        common["changed_by_name"] = json!(name);
    }
    common
}
