//! What a buyer is written of an order: that it came in, that it was changed, that a parcel is on its way, that it or a part of it does not come,
//! that money goes back.
//!
//! Who writes is not known here. A job waits, written in the transaction of what it tells of, and the product, which knows
//! the e-mail door, does it. That something was written is a step of the order, in the same transaction as the letter: so a
//! job that comes again writes nothing.
//!
//! Of an order that was placed in another shop system, that system writes.

use customers::channels::{Door, store as channels};
use customers::identities::CustomerId;
use kit::jobs::{self, Job, NewJob};
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::steps::{self, Step, StepKind};
use super::{Agreed, Line, Order, OrderId, StepId, store};
use crate::carts::{Actor, Role};

/// The kind of the jobs.
pub const WRITE: &str = "write_to_buyer";
const QUEUE: &str = "letters-of-orders";

/// What a job asks for: a letter about a step.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Asked {
    customer: CustomerId,
    order: OrderId,
    step: StepId,
}

/// An order with the step of which is to be written.
pub struct Due {
    pub order: Order,
    pub lines: Vec<Line>,
    pub agreed: Agreed,
    pub step: Step,
}

impl Due {
    /// What stands beside the step.
    pub fn details(&self) -> Result<Value> {
        serde_json::from_str(&self.step.details).map_err(Error::internal)
    }
}

/// Asks for a letter about this step, if whoever bought has an address.
pub(super) fn ask(tx: &Tx, order: &Order, step: StepId, now: Time) -> Result<()> {
    if order.contact.email.is_none() {
        return Ok(());
    }
    let asked = Asked { customer: order.customer_id, order: order.id, step };
    let body = serde_json::to_string(&asked).map_err(Error::internal)?;
    let key = order.id.to_string();
    let job = NewJob { queue: QUEUE, kind: WRITE, key: &key, body: &body, due_at: now };
    jobs::enqueue(tx, &job, now).map(drop)
}

/// What is to be written; nothing, where it was written before, the buyer was erased, or another system writes.
pub fn due(tx: &Tx, job: &Job) -> Result<Option<Due>> {
    let asked: Asked = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let order = match store::find(tx, asked.customer, asked.order) {
        Ok(order) => order,
        Err(error) if error.is_not_found() => return Ok(None),
        Err(error) => return Err(error),
    };
    let (agreed, steps) = (Agreed::of(&order)?, store::steps(tx, &order)?);
    let of = asked.step.to_string();
    let is_written = |step: &Step| step.kind == StepKind::Written && step.details.contains(&of);
    if order.contact.email.is_none() || agreed.is_from_elsewhere() || steps.iter().any(is_written) {
        return Ok(None);
    }
    let Some(step) = steps.iter().find(|step| step.id == asked.step) else { return Ok(None) };
    if is_told_already(step, &steps) || is_told_soon(step, &steps) {
        return Ok(None);
    }
    let (step, lines) = (step.clone(), store::lines(tx, &order)?);
    Ok(Some(Due { order, lines, agreed, step }))
}

/// A provider's word that money went back, of which was written when the goods came back.
fn is_told_already(step: &Step, steps: &[Step]) -> bool {
    let names_return = |step: &Step| step.details.contains("\"return\":");
    let is_refund = |step: &&Step| step.kind == StepKind::Refunded;
    is_refund(&step)
        && !names_return(step)
        && steps.iter().filter(is_refund).any(|other| other.id < step.id && names_return(other))
}

/// It was changed again: the next letter says what holds now.
fn is_told_soon(step: &Step, steps: &[Step]) -> bool {
    let is_edit = |step: &Step| step.kind == StepKind::Edited;
    is_edit(step) && steps.iter().any(|other| is_edit(other) && other.id > step.id)
}

/// Writes down that it was written.
pub fn written(tx: &Tx, due: &Due, now: Time) -> Result<()> {
    let channel = channels::find(tx, due.order.channel_id)?;
    let door = Door { channel: channel.into(), trusted: true };
    let shop = Actor { role: Role::Shop, name: None, door };
    let details = json!({ "of": due.step.id, "about": due.step.kind });
    steps::note(tx, &due.order, &shop, StepKind::Written, &details, now).map(drop)
}
