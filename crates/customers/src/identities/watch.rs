//! Tells whoever keeps something of a customer (conversations, carts) when the customer is joined with another, taken
//! apart or erased: a job, written in the same transaction. Of joins and splits only leaves of which something is kept
//! are told, and all if somebody listens to all ([`hear_all`]); of erasures, each.

use kit::jobs::{self, NewJob};
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::{CustomerId, store};

/// The queue, and the kind of its jobs.
pub const QUEUE: &str = "customers";
pub const REGROUPED: &str = "customer_regrouped";

/// The body of such a job.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Regrouped {
    /// A customer who is made of other leaves than before.
    pub customer: CustomerId,
    /// What happened: in one job of each change.
    #[serde(default)]
    pub change: Option<Change>,
}

/// How customers came to be made of other leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Two are one, who goes by the id of the first.
    Merged {
        customer: CustomerId,
        other: CustomerId,
    },
    Split {
        customers: Vec<CustomerId>,
    },
}

/// The kind of the job that follows an erasure, and its body.
pub const ERASED: &str = "customer_erased";

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Erased {
    /// Everything that hangs on these has to go.
    pub leaves: Vec<CustomerId>,
    /// And what is kept by what they were known by: see [`crate::privacy::tombstones::Theirs`]. Not the identities
    /// themselves, which are erased.
    #[serde(default)]
    pub marks: Vec<String>,
}

/// From now on it is told when this leaf's customer changes.
pub fn watch(tx: &Tx, leaf: CustomerId) -> Result<()> {
    store::set_watched(tx, leaf)
}

/// From now on somebody of this name hears of every join and split, or no more. For who tells others of them: whoever only
/// keeps something of a customer, watches.
pub fn hear_all(tx: &Tx, listener: &str, hears: bool) -> Result<()> {
    if hears { store::insert_listener(tx, listener) } else { store::delete_listener(tx, listener) }
}

/// The customers of these roots are made of other leaves than before.
pub fn announce(tx: &Tx, roots: &[CustomerId], change: Change, now: Time) -> Result<()> {
    let mut change = Some(change);
    let is_heard = store::has_listener(tx)?;
    for &customer in roots {
        // One job tells of the change; the others are for what is kept.
        let is_told = is_heard && change.is_some();
        if !is_told && !store::is_watched(tx, customer)? {
            continue;
        }
        let regrouped = Regrouped { customer, change: change.take() };
        enqueue(tx, REGROUPED, customer, &regrouped, now)?;
    }
    Ok(())
}

/// The customer of these leaves was erased. Told of everybody: something may be kept by an address of somebody with whom
/// nothing was ever said.
pub fn announce_erased(tx: &Tx, erased: &Erased, now: Time) -> Result<()> {
    match erased.leaves.first() {
        Some(&first) => enqueue(tx, ERASED, first, erased, now),
        None => Ok(()),
    }
}

fn enqueue(
    tx: &Tx,
    kind: &str,
    customer: CustomerId,
    body: &impl Serialize,
    now: Time,
) -> Result<()> {
    let body = serde_json::to_string(body).map_err(Error::internal)?;
    let key = customer.to_string();
    let job = NewJob { queue: QUEUE, kind, key: &key, body: &body, due_at: now };
    jobs::enqueue(tx, &job, now)?;
    Ok(())
}
