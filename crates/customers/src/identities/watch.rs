//! Tells whoever keeps something of a customer (conversations, carts) when the customer is joined with another or taken
//! apart: a job, written in the same transaction. Only for leaves of which something is kept.

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
}

/// From now on it is told when this leaf's customer changes.
pub fn watch(tx: &Tx, leaf: CustomerId) -> Result<()> {
    store::set_watched(tx, leaf)
}

/// The customers of these roots are made of other leaves than before.
pub fn announce(tx: &Tx, roots: &[CustomerId], now: Time) -> Result<()> {
    for &customer in roots {
        if !store::is_watched(tx, customer)? {
            continue;
        }
        let body = serde_json::to_string(&Regrouped { customer }).map_err(Error::internal)?;
        let key = customer.to_string();
        let job = NewJob { queue: QUEUE, kind: REGROUPED, key: &key, body: &body, due_at: now };
        jobs::enqueue(tx, &job, now)?;
    }
    Ok(())
}
