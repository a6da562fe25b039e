//! Money goes back for what came back.

use kit::{Result, Time, Tx};
use serde_json::Value;

use super::go_on::{Held, save};
use super::steps::{self, StepKind};
use super::{Order, Payment, letters, tendered};
use crate::carts::Actor;
use crate::{loyalty, tenders};

/// Writes it down; what gift cards and points paid goes back to them. Once nothing is left to pay back, the order is
/// refunded.
pub fn pay_back(
    tx: &Tx,
    actor: &Actor,
    held: Held,
    details: &Value,
    is_all: bool,
    now: Time,
) -> Result<Order> {
    let Held { mut order, lines } = held;
    let back = tendered::follow(tx, actor, &mut order, &lines, now)?;
    if is_all && tenders::in_force(tx, &order, None)? == 0 {
        order.payment = Payment::Refunded;
    }
    let mut details = details.clone();
    if !back.is_empty() {
        details["back"] = back.told();
    }
    let step = steps::note(tx, &order, actor, StepKind::Refunded, &details, now)?;
    letters::ask(tx, &order, step, now)?;
    save(tx, &mut order, now)?;
    loyalty::follow(tx, actor, &order, &lines, now)?;
    Ok(order)
}
