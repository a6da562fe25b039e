//! What the identities of one event do: attach, join, or be noted as a claim.

use kit::{Result, Time, Tx};

use super::graph::{self, Join};
use super::rules::{Evidence, Verdict, may_join};
use super::{ACTOR_RULE, CustomerId, Edge, Held, Identity, Kind, Rule, Undone, proposals, store};
use crate::channels::ChannelId;

/// The event that brings the identities.
#[derive(Clone, Copy, Debug)]
pub struct Brought {
    pub channel: ChannelId,
    /// Came with a secret key.
    pub trusted: bool,
    pub now: Time,
}

/// A person (an account, or what a server proved of them) was seen on a device: before this, what the device
/// did was nobody's.
pub fn login(tx: &Tx, person: CustomerId, device: &Identity, by: Brought) -> Result<()> {
    let Some(held) = store::find_maybe(tx, device)? else { return Ok(()) };
    link(tx, person, &held, Rule::Login, by.trusted, by.now)
}

/// `alias`: the merchant says that two ids are one person.
pub fn alias(tx: &Tx, account: CustomerId, previous: &Identity, by: Brought) -> Result<()> {
    let Some(held) = store::find_maybe(tx, previous)? else { return Ok(()) };
    let rule = if previous.kind == Kind::DEVICE { Rule::Login } else { Rule::Alias };
    link(tx, account, &held, rule, by.trusted, by.now)
}

/// The person of this leaf has (or says to have) an e-mail, a telephone, a card.
pub fn attach(
    tx: &Tx,
    leaf: CustomerId,
    identity: &Identity,
    verified: bool,
    by: Brought,
) -> Result<()> {
    let Some(held) = store::lock_maybe(tx, identity)? else {
        if !has_room(tx, leaf, identity)? {
            return store::insert_claim(tx, leaf, identity, by.channel, by.now);
        }
        let new = store::insert_new(tx, &[(identity, leaf)], verified, by.channel, by.now)?;
        if new == 1 {
            return Ok(());
        }
        // Another process was quicker: look at what it wrote.
        return attach(tx, leaf, identity, verified, by);
    };
    let is_ours = graph::root(tx, held.customer_id)? == graph::root(tx, leaf)?;
    match (is_ours, verified, held.verified) {
        // Whoever it is proven of holds it from now on, not the device where it was typed in.
        (true, true, false) => store::set_holder(tx, identity, leaf, by.now),
        (true, ..) => Ok(()),
        (false, false, _) => store::insert_claim(tx, leaf, identity, by.channel, by.now),
        (false, true, false) if !has_room(tx, leaf, identity)? => {
            store::insert_claim(tx, leaf, identity, by.channel, by.now)
        }
        (false, true, false) => {
            // The first holder had only said so.
            store::insert_claim(tx, held.customer_id, identity, held.channel_id, by.now)?;
            store::set_holder(tx, identity, leaf, by.now)
        }
        (false, true, true) => link(tx, leaf, &held, Rule::SameIdentity, true, by.now),
    }
}

/// One who has more of a kind than a person has (a call centre's script, a form that everybody fills in on one
/// tablet) gets no more of it: the rest are claims.
fn has_room(tx: &Tx, leaf: CustomerId, identity: &Identity) -> Result<bool> {
    let held = store::count_of_kind(tx, leaf, &identity.kind)?;
    Ok(held < i64::from(identity.kind.max_per_customer()))
}

/// Joins a leaf with the holder of an identity, if the rules allow.
fn link(
    tx: &Tx,
    leaf: CustomerId,
    held: &Held,
    rule: Rule,
    verified: bool,
    now: Time,
) -> Result<()> {
    let evidence = Identity::new(held.kind.clone(), held.value.clone());
    let [root, other] = graph::lock(tx, [leaf, held.customer_id])?;
    if root == other || is_shared(tx, &evidence)? {
        return Ok(());
    }
    let sides = (graph::side(tx, root)?, graph::side(tx, other)?);
    match may_join(&sides.0, &sides.1, Evidence { rule, verified }) {
        Verdict::Join if were_taken_apart(tx, root, other)? => {}
        Verdict::Join => {
            let join = Join { rule, evidence: Some(&evidence), reason: "", actor: ACTOR_RULE };
            graph::join(tx, leaf, held.customer_id, &join, now)?;
        }
        Verdict::Share => {
            share(tx, &evidence, other, now)?;
            proposals::insert(tx, leaf, held.customer_id, &evidence, "shared", now)?;
        }
        Verdict::Refuse(refusal) => {
            let code = refusal.code();
            proposals::insert(tx, leaf, held.customer_id, &evidence, &code, now)?;
        }
    }
    Ok(())
}

/// Asked under the lock: another server may have seen it with a third person while this one waited.
fn is_shared(tx: &Tx, identity: &Identity) -> Result<bool> {
    Ok(store::find_maybe(tx, identity)?.is_none_or(|held| held.shared_at.is_some()))
}

/// Did staff undo an edge between these two sets?
fn were_taken_apart(tx: &Tx, a: CustomerId, b: CustomerId) -> Result<bool> {
    let (a, b) = (store::leaves(tx, a)?, store::leaves(tx, b)?);
    let undone_by_staff =
        |edge: &Edge| edge.undone.as_ref().is_some_and(|undone| undone.by != ACTOR_RULE);
    let crosses = |edge: &Edge| {
        (a.contains(&edge.a) && b.contains(&edge.b)) || (b.contains(&edge.a) && a.contains(&edge.b))
    };
    Ok(store::edges(tx, &a)?.iter().any(|edge| undone_by_staff(edge) && crosses(edge)))
}

/// The identity belongs to two people: it links nobody from now on, and what it linked is undone.
fn share(tx: &Tx, identity: &Identity, root: CustomerId, now: Time) -> Result<()> {
    store::set_shared(tx, identity, now)?;
    let by_it: Vec<Edge> = store::edges(tx, &store::leaves(tx, root)?)?
        .into_iter()
        .filter(|edge| {
            edge.undone.is_none()
                && edge.rule != Rule::Staff
                && edge.evidence.as_ref() == Some(identity)
        })
        .collect();
    let undone = Undone { at: now, by: ACTOR_RULE.into(), reason: "shared".into() };
    graph::undo(tx, root, &by_it, &undone)
}
