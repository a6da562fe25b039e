//! What somebody meant to buy goes with them.

use customers::identities::CustomerId;
use kit::{Result, Tx};

use super::{store, store_codes};

/// Takes away the carts of these leaves: they were erased.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    store_codes::erase(tx, leaves)?;
    store::erase(tx, leaves)
}
