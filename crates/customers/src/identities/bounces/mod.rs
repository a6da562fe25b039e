//! Addresses from which letters came back: whoever is about to write there again should know.
//!
//! ```text
//!            a letter came back for good
//!  (reached) ───────────────────────────► undeliverable
//!   ▲  │ └── three letters were late ──► delayed ──┘
//!   └──┴── a letter arrived, or somebody wrote from there ── (from either)
//! ```
//!
//! Kept here:
//! - It is the address that is bad, not a person: it is shown wherever the address is shown, and forbids nothing.
//! - A letter counts once, however often its server complains of it. One that was late first and came back then counts as
//!   having come back.
//! - What was cleared stays cleared when the complaint is brought again.
//!
//! Whoever calls [`note`] has made sure that the letter was the shop's own and went to this address. Start reading at
//! [`rules::judge`].

pub mod rules;
pub mod store;
#[cfg(test)]
mod tests;

use kit::{Result, Time, Tx};
use serde::Serialize;

use super::{Claim, CustomerId, Held, Identity, Kind};

/// A server's complaint of a letter.
#[derive(Clone, Copy, Debug)]
pub struct Complaint<'a> {
    /// Where the letter went, and whose leaf that was.
    pub to: &'a Identity,
    pub leaf: CustomerId,
    /// As its sender calls it: another one is another letter.
    pub sent_id: &'a str,
    /// It will never arrive, because of the address; else it is late, or was refused for its own sake.
    pub is_final: bool,
    /// In the words of the server.
    pub reason: &'a str,
    pub at: Time,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// A letter came back for good.
    Undeliverable,
    /// Several letters in a row were late or put off.
    Delayed,
}

/// How an address stands to which letters do not get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bounced {
    pub kind: Kind,
    pub value: String,
    pub state: Trouble,
    /// The newest word of a server that tells why.
    pub reason: String,
    pub at: Time,
    /// Letters that did not get there, since the last that did.
    pub letters: usize,
}

/// Writes a complaint down; false when it is known.
pub fn note(tx: &Tx, complaint: &Complaint) -> Result<bool> {
    store::insert(tx, complaint)
}

/// Something got through.
pub fn clear(tx: &Tx, address: &Identity, now: Time) -> Result<()> {
    store::set_cleared(tx, address, now)
}

/// Those of these addresses to which letters do not get.
pub fn standing(tx: &Tx, kind: &Kind, values: &[&str]) -> Result<Vec<Bounced>> {
    if values.is_empty() {
        return Ok(Vec::new());
    }
    Ok(rules::judge(kind, &store::open(tx, kind, values)?))
}

/// Those of what somebody holds or claims.
pub fn of(tx: &Tx, held: &[Held], claims: &[Claim]) -> Result<Vec<Bounced>> {
    let held = held.iter().map(|held| (&held.kind, &held.value));
    let claimed = claims.iter().map(|claim| (&claim.kind, &claim.value));
    let emails = held.chain(claimed).filter(|(kind, _)| **kind == Kind::EMAIL);
    let mut values: Vec<&str> = emails.map(|(_, value)| value.as_str()).collect();
    values.sort_unstable();
    values.dedup();
    standing(tx, &Kind::EMAIL, &values)
}
