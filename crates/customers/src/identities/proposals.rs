//! Two customers that evidence speaks for joining and a rule forbids: shown to staff, who decide.

use kit::db::{List, Row};
use kit::{Result, Time, Tx, params, sql};
use serde::Serialize;

use super::{CustomerId, Identity};

#[derive(Clone, Debug, Serialize)]
pub struct Proposal {
    pub a: CustomerId,
    pub b: CustomerId,
    /// What both were seen with.
    #[serde(flatten)]
    pub evidence: Identity,
    /// Why no rule joins them: `two_accounts`, `unproven`, `limit:email`, `shared`.
    pub refusal: String,
    pub proposed_at: Time,
}

impl Proposal {
    /// The leaf that is not one of these.
    pub fn other(&self, leaves: &[CustomerId]) -> Option<CustomerId> {
        [self.a, self.b].into_iter().find(|leaf| !leaves.contains(leaf))
    }
}

pub fn insert(
    tx: &Tx,
    a: CustomerId,
    b: CustomerId,
    evidence: &Identity,
    refusal: &str,
    now: Time,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into proposals (customer_id, other_id, kind, value, refusal, proposed_at)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (customer_id, other_id, kind, value) do nothing"
        ),
        params![a.min(b), a.max(b), evidence.kind.as_str(), evidence.value, refusal, now],
    )?;
    Ok(())
}

/// All about these leaves, answered or not.
pub fn list(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Proposal>> {
    let mut proposals = Vec::new();
    for select in [
        sql!(
            "select customer_id, other_id, kind, value, refusal, proposed_at from proposals
             where customer_id in ($1) order by proposed_at, customer_id, other_id, kind, value"
        ),
        sql!(
            "select customer_id, other_id, kind, value, refusal, proposed_at from proposals
             where other_id in ($1) order by proposed_at, customer_id, other_id, kind, value"
        ),
    ] {
        proposals.extend(tx.rows(select, params![List(leaves)], proposal)?);
    }
    proposals.dedup_by(|x, y| (x.a, x.b, &x.evidence) == (y.a, y.b, &y.evidence));
    Ok(proposals)
}

/// What staff have not answered yet, about any of these leaves and somebody else; the newest first.
pub fn open(tx: &Tx, leaves: &[CustomerId], limit: usize) -> Result<Vec<Proposal>> {
    let mut proposals = tx.rows(
        sql!(
            "select customer_id, other_id, kind, value, refusal, proposed_at from proposals
             where customer_id in ($1) and dismissed_at is null order by proposed_at desc limit $2"
        ),
        params![List(leaves), limit as i64],
        proposal,
    )?;
    proposals.extend(tx.rows(
        sql!(
            "select customer_id, other_id, kind, value, refusal, proposed_at from proposals
             where other_id in ($1) and dismissed_at is null order by proposed_at desc limit $2"
        ),
        params![List(leaves), limit as i64],
        proposal,
    )?);
    // Two that became one meanwhile are no question any more.
    proposals.retain(|proposal| proposal.other(leaves).is_some());
    proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.proposed_at));
    proposals.truncate(limit);
    Ok(proposals)
}

/// Staff say that these are two: what speaks for joining them is not shown again.
pub fn set_dismissed(tx: &Tx, a: &[CustomerId], b: &[CustomerId], now: Time) -> Result<u64> {
    let mut touched = 0;
    for (one, other) in [(a, b), (b, a)] {
        touched += tx.exec(
            sql!(
                "update proposals set dismissed_at = $3
                 where customer_id in ($1) and other_id in ($2) and dismissed_at is null"
            ),
            params![List(one), List(other), now],
        )?;
    }
    Ok(touched)
}

fn proposal(row: &Row) -> Result<Proposal> {
    Ok(Proposal {
        a: row.get(0)?,
        b: row.get(1)?,
        evidence: Identity::new(row.text(2)?.parse()?, row.text(3)?),
        refusal: row.get(4)?,
        proposed_at: row.get(5)?,
    })
}
