//! An order goes on: it is paid, sent, or cancelled, as a whole or in part.

use std::collections::BTreeMap;

use customers::identities::graph;
use customers::recording::Learned;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::rules::{self, Parts};
use super::steps::{self, StepKind};
use super::tell::{self, Told};
use super::{Line, Order, Payment, State, letters, places, store, tendered};
use crate::Ctx;
use crate::carts::Actor;
use crate::loyalty;
use crate::promotions::{budgets, coupons};
use crate::stock::{self, Holder, LocationId, Portion};

/// What goes out together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Parcel {
    /// Where it was packed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<LocationId>,
    pub carrier: Option<String>,
    pub tracking: Option<String>,
}

/// An order as it stands, which nobody else changes until the end of the transaction.
pub struct Held {
    pub order: Order,
    pub lines: Vec<Line>,
}

pub fn hold(tx: &Tx, order: &Order) -> Result<Held> {
    graph::lock(tx, [order.customer_id])?;
    let order = store::find(tx, order.customer_id, order.id)?;
    let lines = store::lines(tx, &order)?;
    Ok(Held { order, lines })
}

impl Held {
    /// Whoever decides on an order has seen how it stands.
    pub fn must_be_of(&self, version: i64) -> Result<()> {
        if self.order.version == version {
            return Ok(());
        }
        let detail = format!(
            "Order {} has changed: it is of version {} now, not {version}. Look again.",
            self.order.number, self.order.version
        );
        Err(Error::conflict("order_changed", detail))
    }
}

/// Whoever took the money says so, by their own name for the payment. Said again, it changes nothing.
pub fn pay(tx: &Tx, actor: &Actor, held: Held, paid_by: &str, now: Time) -> Result<Order> {
    let Held { mut order, lines } = held;
    match (order.payment, order.state) {
        (Payment::Paid, _) => return Ok(order),
        (Payment::Refunded, _) | (_, State::Cancelled) => {
            let detail = format!("Order {} takes no money any more.", order.number);
            return Err(Error::conflict("order_is_over", detail));
        }
        (Payment::Awaited, _) => order.payment = Payment::Paid,
    }
    steps::note(tx, &order, actor, StepKind::Paid, &json!({ "paid_by": paid_by }), now)?;
    save(tx, &mut order, now)?;
    loyalty::follow(tx, actor, &order, &lines, now)?;
    Ok(order)
}

/// So many pieces of each line go out in a parcel; with none named, all that are left.
///
/// # Errors
/// `not_so_many_left`, `nothing_left`.
pub fn ship(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    held: Held,
    asked: &Parts,
    parcel: &Parcel,
    now: Time,
) -> Result<(Order, Learned)> {
    let Held { mut order, mut lines } = held;
    let parts = some(rules::meant(&lines, asked)?)?;
    let before = places::waiting(tx, &order)?;
    for line in &mut lines {
        let portion = portion(line, &parts, parcel.from);
        stock::ship_some(tx, &Holder::order(order.id), portion, now)?;
        line.shipped += portion.quantity;
    }
    let from = gone(&before, &places::waiting(tx, &order)?);
    let details = json!({ "pieces": parts, "parcel": parcel, "from": from });
    go_on(ctx, tx, actor, (&mut order, &lines), (StepKind::Shipped, &parts, &details), now)
        .map(|learned| (order, learned))
}

/// So many pieces of each line are taken along by whoever came for them; with none named, all that are left.
///
/// # Errors
/// `not_so_many_left`, `nothing_left`.
pub fn hand_over(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    held: Held,
    asked: &Parts,
    location: LocationId,
    now: Time,
) -> Result<(Order, Learned)> {
    let Held { mut order, mut lines } = held;
    let parts = some(rules::meant(&lines, asked)?)?;
    for line in &mut lines {
        let portion = portion(line, &parts, Some(location));
        stock::ship_some(tx, &Holder::order(order.id), portion, now)?;
        line.shipped += portion.quantity;
    }
    let details = json!({ "pieces": parts, "at": location });
    go_on(ctx, tx, actor, (&mut order, &lines), (StepKind::HandedOver, &parts, &details), now)
        .map(|learned| (order, learned))
}

/// So many pieces of each line are not wanted any more; with none named, all that are left. They can be sold again at
/// once.
///
/// # Errors
/// `not_so_many_left`, `nothing_left`.
pub fn cancel(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    held: Held,
    asked: &Parts,
    why: &str,
    now: Time,
) -> Result<(Order, Learned)> {
    let Held { mut order, mut lines } = held;
    let parts = some(rules::meant(&lines, asked)?)?;
    for line in &mut lines {
        let portion = portion(line, &parts, None);
        stock::release_some(tx, &Holder::order(order.id), portion)?;
        line.cancelled += portion.quantity;
    }
    if rules::state(&lines) == State::Cancelled {
        for code in &order.coupons {
            coupons::give_back(tx, code, order.customer_id, order.id)?;
        }
        budgets::give_back(tx, order.customer_id, order.id)?;
    }
    let mut details = json!({ "pieces": parts, "why": why });
    let back = tendered::follow(tx, actor, &mut order, &lines, now)?;
    if !back.is_empty() {
        details["back"] = back.told();
    }
    go_on(ctx, tx, actor, (&mut order, &lines), (StepKind::Cancelled, &parts, &details), now)
        .map(|learned| (order, learned))
}

/// Fulfilled at: how many pieces went from each place.
fn gone(
    before: &BTreeMap<LocationId, i64>,
    after: &BTreeMap<LocationId, i64>,
) -> BTreeMap<String, i64> {
    let left = |place| after.get(place).copied().unwrap_or(0);
    let went = before.iter().map(|(place, pieces)| (place.to_string(), pieces - left(place)));
    went.filter(|(_, pieces)| *pieces > 0).collect()
}

fn portion(line: &Line, parts: &Parts, at: Option<LocationId>) -> Portion {
    let quantity = parts.get(&line.position).copied().unwrap_or(0);
    Portion { asked: line.variant, quantity, open: line.open(), at }
}

fn some(parts: Parts) -> Result<Parts> {
    if parts.is_empty() {
        let detail = "All of this order was sent or cancelled before.";
        return Err(Error::conflict("nothing_left", detail));
    }
    Ok(parts)
}

/// Saves what was done to the lines, writes it down and tells the timeline.
fn go_on(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    (order, lines): (&mut Order, &[Line]),
    (kind, parts, details): (StepKind, &Parts, &serde_json::Value),
    now: Time,
) -> Result<Learned> {
    for line in lines.iter().filter(|line| parts.contains_key(&line.position)) {
        store::set_progress(tx, order, line)?;
    }
    order.state = rules::state(lines);
    places::refresh(tx, order)?;
    let step = steps::note(tx, order, actor, kind, details, now)?;
    if matches!(kind, StepKind::Shipped | StepKind::Cancelled) {
        letters::ask(tx, order, step, now)?;
    }
    save(tx, order, now)?;
    if kind == StepKind::Cancelled {
        loyalty::follow(tx, actor, order, lines, now)?;
    }
    let name = match kind {
        StepKind::Shipped | StepKind::HandedOver => "Order Shipped",
        StepKind::Cancelled if order.state == State::Cancelled => "Order Cancelled",
        _ => "Order Updated",
    };
    let key = format!("{}", order.version);
    tell::tell(ctx, tx, actor, order, &Told { name, key: &key, lines, parts }, now)
}

pub(super) fn save(tx: &Tx, order: &mut Order, now: Time) -> Result<()> {
    order.changed_at = now;
    order.version += 1;
    store::set_state(tx, order, now)
}
