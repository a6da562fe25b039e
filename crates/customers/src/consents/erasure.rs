//! What stays of the ledger when a person is erased.
//!
//! A shop must be able to show that it was allowed to write to somebody (GDPR art. 7 (1)), also when that
//! somebody asks years later and is gone from the books (art. 17 (3) (e)). So the lines stay, each with a mark
//! in place of the address: who brings the address can be told what was allowed; the line tells nobody
//! whose it was. What came with a line as evidence goes. A line that no address can be found for proves
//! nothing, and goes too.

use kit::{Result, Tx};

use super::{Consent, store};
use crate::identities::{CustomerId, Identity, Kind};
use crate::privacy::tombstones::Marks;

/// What became of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Became {
    pub kept: u64,
    pub gone: u64,
}

/// Reduces the ledger of these leaves; `known` is what the person was known by. Lines that were reduced before
/// stay as they are.
pub fn reduce(tx: &Tx, leaves: &[CustomerId], known: &[Identity]) -> Result<Became> {
    let marks = Marks::open(tx)?;
    let mut became = Became::default();
    for line in store::list(tx, leaves)? {
        match address(&line, known) {
            Some(address) if address.kind.as_str() == Marks::KIND => became.kept += 1,
            Some(address) => {
                store::reduce(tx, &line, &marks.mark(address)?)?;
                became.kept += 1;
            }
            None => {
                store::delete(tx, &line)?;
                became.gone += 1;
            }
        }
    }
    Ok(became)
}

/// What the line is about: what it says itself, else what the person had of the channel's kind.
fn address<'a>(line: &'a Consent, known: &'a [Identity]) -> Option<&'a Identity> {
    let kind = match line.subject.channel.as_str() {
        "email" => Kind::EMAIL,
        "sms" | "whatsapp" | "viber" | "phone" => Kind::PHONE,
        _ => Kind::USER_ID,
    };
    let of_kind = || known.iter().find(|identity| identity.kind == kind);
    line.subject.identity.as_ref().or_else(of_kind)
}

/// Are there lines of these (erased) leaves that were not reduced?
pub fn is_pending(tx: &Tx, leaves: &[CustomerId]) -> Result<bool> {
    let is_reduced = |line: &Consent| {
        let identity = line.subject.identity.as_ref();
        identity.is_some_and(|identity| identity.kind.as_str() == Marks::KIND)
    };
    Ok(!store::list(tx, leaves)?.iter().all(is_reduced))
}
