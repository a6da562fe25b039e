//! Identities and edges carried from one database to another, as they are.

use kit::db::{List, Row, ToV, V};
use kit::{Result, Time, Tx, params, sql};
use serde::{Deserialize, Serialize};

use super::{Claim, CustomerId, Edge, Held};
use crate::channels::ChannelId;

/// A leaf's own row.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Leaf {
    pub id: CustomerId,
    pub root_id: CustomerId,
    pub created_at: Time,
    pub last_seen_at: Time,
    pub last_channel_id: ChannelId,
    pub restricted_at: Option<Time>,
    pub objected_at: Option<Time>,
}

/// Two customers that a rule would have joined but may not.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Proposal {
    pub customer_id: CustomerId,
    pub other_id: CustomerId,
    pub kind: String,
    pub value: String,
    pub refusal: String,
    pub proposed_at: Time,
    pub dismissed_at: Option<Time>,
}

/// The customers (roots) after this one, by their ids; erased ones are nobody.
pub fn roots_after(tx: &Tx, root: CustomerId, limit: usize) -> Result<Vec<CustomerId>> {
    tx.rows(
        sql!(
            "select id from customers where id > $1 and root_id = id and erased_at is null
             order by id limit $2"
        ),
        params![root, limit as i64],
        |row| row.get(0),
    )
}

pub fn leaves_of_roots(tx: &Tx, roots: &[CustomerId]) -> Result<Vec<Leaf>> {
    tx.rows(
        sql!(
            "select id, root_id, created_at, last_seen_at, last_channel_id, restricted_at, objected_at
             from customers where root_id in ($1) and erased_at is null order by id"
        ),
        params![List(roots)],
        |row| {
            Ok(Leaf {
                id: row.get(0)?,
                root_id: row.get(1)?,
                created_at: row.get(2)?,
                last_seen_at: row.get(3)?,
                last_channel_id: row.get(4)?,
                restricted_at: row.get(5)?,
                objected_at: row.get(6)?,
            })
        },
    )
}

/// The proposals whose first side is one of these leaves.
pub fn proposals(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Proposal>> {
    tx.rows(
        sql!(
            "select customer_id, other_id, kind, value, refusal, proposed_at, dismissed_at
             from proposals where customer_id in ($1)
             order by customer_id, other_id, kind, value"
        ),
        params![List(leaves)],
        proposal,
    )
}

fn proposal(row: &Row) -> Result<Proposal> {
    Ok(Proposal {
        customer_id: row.get(0)?,
        other_id: row.get(1)?,
        kind: row.get(2)?,
        value: row.get(3)?,
        refusal: row.get(4)?,
        proposed_at: row.get(5)?,
        dismissed_at: row.get(6)?,
    })
}

/// Writes leaves; one that is there stays as it is.
pub fn restore_leaves(tx: &Tx, leaves: &[&Leaf]) -> Result<()> {
    let rows: Vec<[V; 7]> = leaves
        .iter()
        .map(|leaf| {
            [
                leaf.id.to_v(),
                leaf.root_id.to_v(),
                leaf.created_at.to_v(),
                leaf.last_seen_at.to_v(),
                leaf.last_channel_id.to_v(),
                leaf.restricted_at.to_v(),
                leaf.objected_at.to_v(),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into customers
               (id, root_id, created_at, last_seen_at, last_channel_id, restricted_at, objected_at)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn restore_identities(tx: &Tx, identities: &[&Held]) -> Result<()> {
    let rows: Vec<[V; 8]> = identities
        .iter()
        .map(|held| {
            [
                V::Text(held.kind.as_str()),
                V::Text(&held.value),
                held.customer_id.to_v(),
                V::Int(i64::from(held.verified)),
                held.channel_id.to_v(),
                held.first_seen_at.to_v(),
                held.verified_at.to_v(),
                held.shared_at.to_v(),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into identities (kind, value, customer_id, verified, channel_id, first_seen_at,
               verified_at, shared_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (kind, value) do nothing"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn restore_claims(tx: &Tx, claims: &[&Claim]) -> Result<()> {
    let rows: Vec<[V; 5]> = claims
        .iter()
        .map(|claim| {
            [
                claim.customer_id.to_v(),
                V::Text(claim.kind.as_str()),
                V::Text(&claim.value),
                claim.channel_id.to_v(),
                claim.claimed_at.to_v(),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into claims (customer_id, kind, value, channel_id, claimed_at)
             values ($1, $2, $3, $4, $5) on conflict (customer_id, kind, value) do nothing"
        ),
        &rows,
    )?;
    Ok(())
}

/// An undone edge between two customers comes with both of them and is written once.
pub fn restore_edges(tx: &Tx, edges: &[&Edge]) -> Result<()> {
    let rows: Vec<[V; 12]> = edges
        .iter()
        .map(|edge| {
            let (evidence, undone) = (edge.evidence.as_ref(), edge.undone.as_ref());
            [
                edge.a.to_v(),
                edge.b.to_v(),
                edge.id.to_v(),
                V::Text(edge.rule.as_str()),
                evidence.map_or(V::Null, |identity| V::Text(identity.kind.as_str())),
                evidence.map_or(V::Null, |identity| V::Text(&identity.value)),
                V::Text(&edge.reason),
                V::Text(&edge.actor),
                edge.joined_at.to_v(),
                undone.map_or(V::Null, |undone| undone.at.to_v()),
                undone.map_or(V::Null, |undone| V::Text(&undone.by)),
                undone.map_or(V::Null, |undone| V::Text(&undone.reason)),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into edges (customer_id, other_id, id, rule, kind, value, reason, actor, joined_at,
               undone_at, undone_by, undone_reason)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             on conflict (customer_id, other_id, id) do nothing"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn restore_proposals(tx: &Tx, proposals: &[&Proposal]) -> Result<()> {
    let rows: Vec<[V; 7]> = proposals
        .iter()
        .map(|proposal| {
            [
                proposal.customer_id.to_v(),
                proposal.other_id.to_v(),
                V::Text(&proposal.kind),
                V::Text(&proposal.value),
                V::Text(&proposal.refusal),
                proposal.proposed_at.to_v(),
                proposal.dismissed_at.to_v(),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into proposals (customer_id, other_id, kind, value, refusal, proposed_at, dismissed_at)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (customer_id, other_id, kind, value) do nothing"
        ),
        &rows,
    )?;
    Ok(())
}
