//! Where the pieces of an order are, for whoever looks at it.

use std::collections::BTreeMap;

use kit::{Error, Result, Tx};
use serde::Deserialize;

use super::rules::Parts;
use super::{Line, Order, Step, StepKind};
use crate::returns::store as returns;

/// Of one line, in pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Still to go out.
    pub open: i64,
    /// On the way, or there.
    pub sent: i64,
    /// Taken along across a counter.
    pub handed_over: i64,
    pub cancelled: i64,
    /// Of those that went out.
    pub returned: i64,
}

#[derive(Deserialize)]
struct Handed {
    /// None, where the customer was erased.
    #[serde(default)]
    pieces: Parts,
}

/// By the line's position.
pub fn progress(
    tx: &Tx,
    order: &Order,
    lines: &[Line],
    steps: &[Step],
) -> Result<BTreeMap<i64, Progress>> {
    let back = returns::came_back(&returns::of_orders(tx, &[order])?);
    let mut handed = Parts::new();
    for step in steps.iter().filter(|step| step.kind == StepKind::HandedOver) {
        let Handed { pieces } = serde_json::from_str(&step.details).map_err(Error::internal)?;
        for (position, pieces) in pieces {
            *handed.entry(position).or_default() += pieces;
        }
    }
    let of = |line: &Line| {
        let handed_over = handed.get(&line.position).copied().unwrap_or(0);
        let returned = back.get(&(order.id, line.position)).copied().unwrap_or(0);
        let (sent, cancelled) = (line.shipped - handed_over, line.cancelled);
        (line.position, Progress { open: line.open(), sent, handed_over, cancelled, returned })
    };
    Ok(lines.iter().map(of).collect())
}
