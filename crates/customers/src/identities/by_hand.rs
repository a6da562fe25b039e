//! What staff say about who is who. Each word is written into the audit log in its own transaction.

use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::{CustomerId, EdgeId, graph, proposals, store};
use crate::accounts::{Actor, Permit, audit, may};

pub const REASON_LENGTH_MAX: usize = 300;

/// Why somebody joins or takes apart: never empty, because the next colleague will ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// # Errors
    /// `bad_reason`, where there is none or it is a letter rather than a line.
    pub fn parse(text: &str) -> Result<Reason> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > REASON_LENGTH_MAX {
            let detail = format!("Give a reason of 1 to {REASON_LENGTH_MAX} characters.");
            return Err(Error::bad_input("bad_reason", detail));
        }
        Ok(Reason(text.to_owned()))
    }
}

/// How an edge names who made it: `staff:Anna`.
fn name(actor: &Actor) -> String {
    format!("staff:{}", actor.name)
}

/// What a merge made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The one: it goes by the older id of the two.
    pub customer: CustomerId,
    pub edge: EdgeId,
}

/// These two are one person.
pub fn merge(
    tx: &Tx,
    permit: &Permit<may::MergeCustomers>,
    [a, b]: [CustomerId; 2],
    reason: &Reason,
    now: Time,
) -> Result<Merged> {
    let actor = permit.actor();
    let roots = graph::lock(tx, [a, b])?;
    let (customer, other) = (roots[0].min(roots[1]), roots[0].max(roots[1]));
    let edge = graph::merge(tx, a, b, &name(actor), &reason.0, now)?;
    let detail = json!({ "with": other, "merge": edge.id, "reason": reason.0 });
    audit::record(tx, now, actor, "customers_merged", &customer.to_string(), &detail)?;
    Ok(Merged { customer, edge: edge.id })
}

/// What was joined by this edge is two people. Returns the ids of both sides; no rule joins them again.
pub fn split(
    tx: &Tx,
    permit: &Permit<may::MergeCustomers>,
    customer: CustomerId,
    edge: EdgeId,
    reason: &Reason,
    now: Time,
) -> Result<Vec<CustomerId>> {
    let actor = permit.actor();
    let sets = graph::split(tx, customer, edge, &name(actor), &reason.0, now)?;
    let roots: Vec<CustomerId> = sets.iter().filter_map(|set| set.first().copied()).collect();
    let root = roots.first().copied().unwrap_or(customer);
    let others: Vec<CustomerId> = roots.iter().skip(1).copied().collect();
    let detail = json!({ "from": others, "merge": edge, "reason": reason.0 });
    audit::record(tx, now, actor, "customers_split", &root.to_string(), &detail)?;
    Ok(roots)
}

/// Two that may look like one are two: the question is not asked again on the same evidence.
pub fn dismiss(
    tx: &Tx,
    permit: &Permit<may::MergeCustomers>,
    [a, b]: [CustomerId; 2],
    now: Time,
) -> Result<()> {
    let [a, b] = graph::lock(tx, [a, b])?;
    let (ours, theirs) = (store::leaves(tx, a)?, store::leaves(tx, b)?);
    if proposals::set_dismissed(tx, &ours, &theirs, now)? > 0 {
        let detail = json!({ "other": b });
        audit::record(tx, now, permit.actor(), "proposal_dismissed", &a.to_string(), &detail)?;
    }
    Ok(())
}
