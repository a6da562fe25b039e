//! Joining and taking apart: the edges, and the root on every leaf.

use std::collections::{BTreeMap, BTreeSet};

use kit::{Error, Result, Time, Tx};

use super::erasure::is_erased;
use super::rules::{Side, components};
use super::watch::Change;
use super::{CustomerId, Edge, EdgeId, Identity, Kind, Rule, Undone, store, watch};
use crate::events::store as events;

/// Why and by whom two leaves are joined.
#[derive(Clone, Debug)]
pub struct Join<'a> {
    pub rule: Rule,
    pub evidence: Option<&'a Identity>,
    pub reason: &'a str,
    pub actor: &'a str,
}

/// The customer that a leaf belongs to now.
pub fn root(tx: &Tx, leaf: CustomerId) -> Result<CustomerId> {
    store::root_maybe(tx, leaf)?.ok_or_else(|| Error::not_found(format!("customer {leaf}")))
}

/// All leaves of the customer that a leaf belongs to now, the root first.
pub fn leaves(tx: &Tx, leaf: CustomerId) -> Result<Vec<CustomerId>> {
    let leaves = store::leaves_with(tx, leaf)?;
    if leaves.is_empty() {
        return Err(Error::not_found(format!("customer {leaf}")));
    }
    Ok(leaves)
}

/// Holds the sets of these leaves until the end of the transaction and returns their roots, in the order
/// asked. On SQLite there is one writer and nothing to hold.
pub fn lock<const N: usize>(tx: &Tx, leaves: [CustomerId; N]) -> Result<[CustomerId; N]> {
    let read = |tx: &Tx| -> Result<[CustomerId; N]> {
        let mut roots = leaves;
        for root_of in &mut roots {
            *root_of = root(tx, *root_of)?;
        }
        Ok(roots)
    };
    let mut roots = read(tx)?;
    if tx.engine() == kit::db::Engine::Sqlite {
        return Ok(roots);
    }
    loop {
        for root in BTreeSet::from(roots) {
            store::lock_leaf(tx, root)?;
        }
        let now = read(tx)?;
        if now == roots {
            return Ok(roots);
        }
        roots = now;
    }
}

/// What the set of this root is known by.
pub fn side(tx: &Tx, root: CustomerId) -> Result<Side> {
    let mut side = Side::default();
    for held in store::list(tx, &store::leaves(tx, root)?)? {
        // A shared identity says nothing about who it is.
        if held.shared_at.is_some() {
            continue;
        }
        side.is_known |= held.makes_known();
        if held.kind == Kind::USER_ID {
            side.accounts.push(held.value);
        }
        *side.counts.entry(held.kind).or_default() += 1;
    }
    Ok(side)
}

/// Joins the sets of two leaves; `None` when they are one already, or one of them was erased. The caller holds both ([`lock`]).
pub fn join(tx: &Tx, a: CustomerId, b: CustomerId, join: &Join, now: Time) -> Result<Option<Edge>> {
    let (root_a, root_b) = (root(tx, a)?, root(tx, b)?);
    if root_a == root_b {
        // The standing edges of a set form a tree: one more would keep it whole when another is undone.
        return Ok(None);
    }
    if is_erased(tx, a)? || is_erased(tx, b)? {
        // An event that was on its way while somebody was erased joins nobody with the empty leaf.
        return Ok(None);
    }
    let edge = Edge {
        id: EdgeId::new(now),
        a: a.min(b),
        b: a.max(b),
        rule: join.rule,
        evidence: join.evidence.cloned(),
        reason: join.reason.to_string(),
        actor: join.actor.to_string(),
        joined_at: now,
        undone: None,
    };
    store::insert_edge(tx, &edge)?;
    store::set_root(tx, root_a.max(root_b), root_a.min(root_b))?;
    let (customer, other) = (root_a.min(root_b), root_a.max(root_b));
    watch::announce(tx, &[customer], Change::Merged { customer, other }, now)?;
    Ok(Some(edge))
}

/// Undoes edges of one set and computes the sets that remain. The caller holds the set ([`lock`]).
pub fn undo(tx: &Tx, root: CustomerId, edges: &[Edge], undone: &Undone) -> Result<()> {
    for edge in edges {
        store::set_undone(tx, edge, undone)?;
    }
    let parts = parts(tx, root)?;
    for set in &parts {
        store::set_root_of(tx, set, set[0])?;
    }
    let roots: Vec<CustomerId> = parts.iter().map(|set| set[0]).collect();
    let change = Change::Split { customers: roots.clone() };
    watch::announce(tx, &roots, change, undone.at)
}

/// The sets into which the leaves of this root fall by the edges that stand.
fn parts(tx: &Tx, root: CustomerId) -> Result<Vec<Vec<CustomerId>>> {
    let leaves = store::leaves(tx, root)?;
    Ok(components(&leaves, &standing(&store::edges(tx, &leaves)?, &[])))
}

fn standing(edges: &[Edge], without: &[EdgeId]) -> Vec<(CustomerId, CustomerId)> {
    edges
        .iter()
        .filter(|edge| edge.undone.is_none() && !without.contains(&edge.id))
        .map(|edge| (edge.a, edge.b))
        .collect()
}

/// What would remain if this edge were undone: for the preview.
pub fn parts_without(tx: &Tx, root: CustomerId, edge: EdgeId) -> Result<Vec<Vec<CustomerId>>> {
    let leaves = store::leaves(tx, root)?;
    Ok(components(&leaves, &standing(&store::edges(tx, &leaves)?, &[edge])))
}

/// The leaf of a set that staff mean when they speak of the customer: the one with the account, else with
/// something proven. A device is a bad hold: it may turn out to be shared and leave the set, and whatever hangs
/// on it would leave too.
pub fn anchor(tx: &Tx, root: CustomerId) -> Result<CustomerId> {
    let held = store::list(tx, &store::leaves(tx, root)?)?;
    let known = held.iter().filter(|held| held.makes_known());
    let best = known.min_by_key(|held| (held.kind != Kind::USER_ID, held.customer_id));
    Ok(best.map_or(root, |held| held.customer_id))
}

/// Joins two customers by hand.
pub fn merge(
    tx: &Tx,
    a: CustomerId,
    b: CustomerId,
    actor: &str,
    reason: &str,
    now: Time,
) -> Result<Edge> {
    let [root_a, root_b] = lock(tx, [a, b])?;
    for root in [root_a, root_b] {
        if is_erased(tx, root)? {
            return Err(Error::not_found(format!("customer {root}")));
        }
    }
    let by_hand = Join { rule: Rule::Staff, evidence: None, reason, actor };
    join(tx, anchor(tx, root_a)?, anchor(tx, root_b)?, &by_hand, now)?
        .ok_or_else(|| Error::conflict("already_merged", "These two are one customer already."))
}

/// Undoes one edge by hand; returns the sets that remain. The standing edges of a set form a tree (a join
/// inside a set adds none), so that undoing one always makes two of it.
pub fn split(
    tx: &Tx,
    customer: CustomerId,
    edge: EdgeId,
    actor: &str,
    reason: &str,
    now: Time,
) -> Result<Vec<Vec<CustomerId>>> {
    let [root] = lock(tx, [customer])?;
    let leaves = store::leaves(tx, root)?;
    let edges = store::edges(tx, &leaves)?;
    let wanted = edges
        .iter()
        .find(|e| e.id == edge && e.undone.is_none())
        .ok_or_else(|| Error::not_found(format!("standing merge {edge} of {root}")))?;
    let undone = Undone { at: now, by: actor.into(), reason: reason.into() };
    undo(tx, root, std::slice::from_ref(wanted), &undone)?;
    // “This login changed nothing” was true while they were one.
    events::forget_settled(tx)?;
    let mut remaining: BTreeMap<CustomerId, Vec<CustomerId>> = BTreeMap::new();
    for leaf in leaves {
        remaining.entry(self::root(tx, leaf)?).or_default().push(leaf);
    }
    Ok(remaining.into_values().collect())
}
