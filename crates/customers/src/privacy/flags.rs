//! Restriction and objection.
//!
//! A flag is set on every leaf that the customer has at that time, so that after a split each side keeps what
//! its person asked for; after a merge the stricter side decides, because one flagged leaf is enough. A leaf
//! that joins later carries no flag of its own.

use kit::{Result, Time, Tx};
use serde_json::json;

use crate::Ctx;
use crate::accounts::{Permit, audit, may};
use crate::context::Named;
use crate::identities::{CustomerId, erasure, graph, store as identities};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Keep, but do not process (GDPR art. 18).
    Restriction,
    /// No direct marketing (GDPR art. 21).
    Objection,
}

impl Flag {
    fn write(self, tx: &Tx, leaves: &[CustomerId], at: Option<Time>) -> Result<u64> {
        match self {
            Flag::Restriction => erasure::set_restricted(tx, leaves, at),
            Flag::Objection => erasure::set_objected(tx, leaves, at),
        }
    }

    fn action(self, is_set: bool) -> &'static str {
        match (self, is_set) {
            (Flag::Restriction, true) => "customer_restricted",
            (Flag::Restriction, false) => "customer_restriction_lifted",
            (Flag::Objection, true) => "customer_objected",
            (Flag::Objection, false) => "customer_objection_withdrawn",
        }
    }
}

/// Sets a flag; what is set already keeps its time. `reason` stands in the audit log.
pub async fn set(
    ctx: &Ctx,
    permit: &Permit<may::EditCustomers>,
    named: &Named,
    flag: Flag,
    reason: &str,
) -> Result<()> {
    change(ctx, permit, named, flag, true, reason).await
}

/// Lifts a flag from the whole customer.
pub async fn clear(
    ctx: &Ctx,
    permit: &Permit<may::EditCustomers>,
    named: &Named,
    flag: Flag,
    reason: &str,
) -> Result<()> {
    change(ctx, permit, named, flag, false, reason).await
}

async fn change(
    ctx: &Ctx,
    permit: &Permit<may::EditCustomers>,
    named: &Named,
    flag: Flag,
    is_set: bool,
    reason: &str,
) -> Result<()> {
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            let [root] = graph::lock(tx, [named.leaf(tx)?])?;
            if erasure::is_erased(tx, root)? {
                return Err(kit::Error::not_found(format!("customer {root}")));
            }
            let leaves = identities::leaves(tx, root)?;
            if flag.write(tx, &leaves, is_set.then_some(now))? == 0 {
                return Ok(());
            }
            let (action, detail) = (flag.action(is_set), json!({ "reason": reason }));
            audit::record(tx, now, permit.actor(), action, &root.to_string(), &detail)
        })
        .await
}
