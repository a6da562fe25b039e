//! A return as it stands, held; and what happened to it, step by step, for whoever asks later.

use kit::{Error, Result, Time, Tx};
use serde_json::Value;

use super::{Line, Return, ReturnStepId, State, rules, store};
use crate::carts::Actor;
use crate::orders;
use crate::steps;

kit::words! {
    StepKind:
    Asked "asked",
    Received "received",
    Refunded "refunded",
    Exchanged "exchanged",
    Refused "refused",
}

pub type Step = steps::Step<ReturnStepId, StepKind>;

/// A return and its order, which nobody else changes until the end of the transaction.
pub struct Held {
    pub order: orders::Held,
    pub back: Return,
    pub lines: Vec<Line>,
    /// The other returns of the order.
    pub others: Vec<(Return, Vec<Line>)>,
}

pub fn hold(tx: &Tx, number: &str) -> Result<Held> {
    let known = store::find(tx, number)?;
    let order = orders::store::find(tx, known.customer_id, known.order_id)?;
    with(tx, &known, orders::hold(tx, &order)?)
}

/// The same for whoever only looks.
pub fn look(tx: &Tx, number: &str) -> Result<Held> {
    let known = store::find(tx, number)?;
    let order = orders::store::find(tx, known.customer_id, known.order_id)?;
    let lines = orders::store::lines(tx, &order)?;
    with(tx, &known, orders::Held { order, lines })
}

fn with(tx: &Tx, known: &Return, order: orders::Held) -> Result<Held> {
    let mut all = store::of_orders(tx, &[&order.order])?;
    let own = all.iter().position(|(one, _)| one.id == known.id);
    let own = own.ok_or_else(|| Error::not_found(format!("return {}", known.number)))?;
    let (back, lines) = all.remove(own);
    Ok(Held { order, back, lines, others: all })
}

impl Held {
    /// Whoever decides on a return has seen how it stands.
    pub fn must_be_of(&self, version: i64) -> Result<()> {
        if self.back.version == version {
            return Ok(());
        }
        let detail = format!(
            "Return {} has changed: it is of version {} now, not {version}. Look again.",
            self.back.number, self.back.version
        );
        Err(Error::conflict("return_changed", detail))
    }

    pub(super) fn others_lines(&self) -> Vec<(State, Vec<Line>)> {
        self.others.iter().map(|(one, lines)| (one.state, lines.clone())).collect()
    }
}

/// Writes down what was done, with the state that follows.
pub(super) fn go(
    tx: &Tx,
    actor: &Actor,
    (back, lines): (&mut Return, &[Line]),
    (to, details): (State, &Value),
    now: Time,
) -> Result<()> {
    rules::may_go(back.state, to)?;
    back.state = to;
    back.changed_at = now;
    back.version += 1;
    store::update(tx, back, lines)?;
    note(tx, back, actor, kind_of(to), details, now)
}

fn kind_of(state: State) -> StepKind {
    match state {
        State::Asked => StepKind::Asked,
        State::Received => StepKind::Received,
        State::Refunded => StepKind::Refunded,
        State::Exchanged => StepKind::Exchanged,
        State::Refused => StepKind::Refused,
    }
}

pub(super) fn note(
    tx: &Tx,
    back: &Return,
    actor: &Actor,
    kind: StepKind,
    details: &Value,
    now: Time,
) -> Result<()> {
    let step = Step::new(ReturnStepId::new(now), actor, kind, details, now);
    store::insert_step(tx, back, &step)
}
