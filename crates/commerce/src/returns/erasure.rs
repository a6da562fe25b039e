//! What somebody said about what they sent back goes with them.

use customers::identities::CustomerId;
use kit::{Result, Tx};

use super::{store, store_withdrawals};

/// Takes away the words of these leaves: they were erased.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    store_withdrawals::erase(tx, leaves)?;
    store::erase(tx, leaves)
}
