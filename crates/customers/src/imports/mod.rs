//! How far a file of history was taken in, so that an import that was stopped can go on.
//!
//! A file is known by the hash of its bytes, the way it is read by the hash of the mapping and the door. The mark
//! moves in the transaction that records the calls, so that it never says more or less than what is there.

mod store;
#[cfg(test)]
mod tests;

use kit::{Result, Time, Tx};

/// What is imported, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work<'a> {
    pub file_hash: &'a [u8; 32],
    pub plan_hash: &'a [u8; 32],
    /// What people call the file.
    pub name: &'a str,
}

/// How many calls of the file, from its beginning, were looked at: recorded, repeated or refused.
pub fn done(tx: &Tx, work: Work) -> Result<u64> {
    Ok(store::done_maybe(tx, work)?.unwrap_or(0).unsigned_abs())
}

/// Moves the mark; inside the transaction that records the calls up to it.
pub fn advance(tx: &Tx, work: Work, done: u64, now: Time) -> Result<()> {
    store::set_done(tx, work, i64::try_from(done).unwrap_or(i64::MAX), now)
}
