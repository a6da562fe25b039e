//! What happens to an order.

use kit::{Result, Time, Tx};
use serde_json::Value;

use super::{Order, StepId, store};
use crate::carts::Actor;
use crate::steps;

kit::words! {
    StepKind:
    Placed "placed",
    Paid "paid",
    Shipped "shipped",
    /// Taken along from a counter; the details say of which location.
    HandedOver "handed_over",
    Cancelled "cancelled",
    /// Money went back for what came back.
    Refunded "refunded",
    Noted "noted",
    Edited "edited",
    /// The shop wrote to the buyer; the details say of which step.
    Written "written",
}

pub type Step = steps::Step<StepId, StepKind>;

pub(super) fn note(
    tx: &Tx,
    order: &Order,
    actor: &Actor,
    kind: StepKind,
    details: &Value,
    now: Time,
) -> Result<StepId> {
    let step = Step::new(StepId::new(now), actor, kind, details, now);
    store::insert_step(tx, order, &step)?;
    Ok(step.id)
}
