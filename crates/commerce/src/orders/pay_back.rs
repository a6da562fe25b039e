//! Money goes back for what came back.

use kit::{Result, Time, Tx};
use serde_json::Value;

use super::go_on::{Held, save};
use super::steps::{self, StepKind};
use super::{Order, Payment, letters};
use crate::carts::Actor;
use crate::loyalty;

/// Writes it down. Once nothing is left to pay back, the order is refunded.
pub fn pay_back(
    tx: &Tx,
    actor: &Actor,
    held: Held,
    details: &Value,
    is_all: bool,
    now: Time,
) -> Result<Order> {
    let Held { mut order, lines } = held;
    if is_all {
        order.payment = Payment::Refunded;
    }
    let step = steps::note(tx, &order, actor, StepKind::Refunded, details, now)?;
    letters::ask(tx, &order, step, now)?;
    save(tx, &mut order, now)?;
    loyalty::follow(tx, actor, &order, &lines, now)?;
    Ok(order)
}
