//! What a person may ask of the shop: everything that is known of them, that it be forgotten, that it be left
//! alone, or that they get no more advertising.
//!
//! | file | the person says |
//! | --- | --- |
//! | [`export`], [`chapters`], `document` | give me everything that you have of me (GDPR art. 15 and 20) |
//! | [`erase`] | forget me (art. 17) |
//! | [`flags`] | keep it, but do nothing with it (art. 18); send me no advertising (art. 21) |
//!
//! Kept here:
//! - An erasure is one transaction: all rows of all leaves go, or none. What stays is named in the receipt, with
//!   the reason, and tells nobody who it was.
//! - The leaves stay as empty rows. Whatever an event in flight may write to them, [`sweep`] takes away.
//! - An import does not bring an erased person back ([`tombstones`]). They may come back by themselves, as somebody
//!   new.
//! - Each of these deeds is in the audit log, in its transaction.

pub mod api;
pub mod chapters;
mod document;
pub mod erase;
pub mod export;
pub mod flags;
pub mod store;
#[cfg(test)]
mod tests;
pub mod tombstones;
mod writer;

use std::collections::BTreeMap;

use kit::Time;
use serde::{Deserialize, Serialize};

pub use chapters::{Chapter, Chapters};
pub use erase::{erase, keep_swept, sweep};
pub use export::{Export, Format};
pub use flags::{Flag, clear, set};

kit::id_type!(ErasureId, "era");

/// That somebody was erased. Says nothing of who it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Erasure {
    pub id: ErasureId,
    pub at: Time,
    pub by: String,
    pub receipt: Receipt,
}

/// What went and what stayed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Rows, by table.
    pub went: BTreeMap<String, u64>,
    pub kept: Vec<Kept>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The table; also the key of its words in the catalogue.
    pub what: String,
    pub count: u64,
    pub why: String,
}
