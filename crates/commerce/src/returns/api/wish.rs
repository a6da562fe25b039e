//! What may be asked of a return, as JSON.

use std::collections::BTreeMap;

use kit::{Error, Result};
use serde::Deserialize;

use super::super::{Came, Kind, NewReturn, Part, Received, Refund};
use crate::carts::api::NewActor;
use crate::catalogue::VariantId;
use crate::stock::LocationId;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Wanted {
    pub key: Option<String>,
    pub kind: Kind,
    /// None: all that the customer has.
    #[serde(default)]
    pub lines: Vec<WantedLine>,
    #[serde(default)]
    pub reason: String,
    /// Why it is taken although the policy says no: only servers say so.
    pub goodwill: Option<String>,
    pub actor: Option<NewActor>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct WantedLine {
    position: i64,
    quantity: i64,
    variant: Option<VariantId>,
    wanted: Option<VariantId>,
}

impl Wanted {
    pub fn keyed(self, key: String) -> NewReturn {
        let part = |line: &WantedLine| Part {
            position: line.position,
            quantity: line.quantity,
            variant: line.variant,
            wanted: line.wanted,
        };
        NewReturn {
            key,
            kind: self.kind,
            parts: self.lines.iter().map(part).collect(),
            reason: self.reason,
            goodwill: self.goodwill.filter(|why| !why.trim().is_empty()),
        }
    }
}

/// What is done to a return that is there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Deal {
    /// As the return was shown: if it has changed since, nothing is done. So a call that is sent again is done once.
    pub version: i64,
    /// Where it is received, or from where the other pieces go out.
    location: Option<LocationId>,
    /// What came, by the line's position; none: all that was announced, as good as new.
    #[serde(default)]
    lines: BTreeMap<i64, WhatCame>,
    #[serde(default)]
    deduction: i64,
    #[serde(default)]
    pub why: String,
    #[serde(default)]
    paid_by: String,
    pub actor: Option<NewActor>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
struct WhatCame {
    restocked: i64,
    written_off: i64,
    kept: i64,
}

impl Deal {
    pub fn location(&self) -> Result<LocationId> {
        let missing = || Error::bad_input("bad_location", "Say at which `location` (`loc_…`).");
        self.location.ok_or_else(missing)
    }

    pub fn received(&self) -> Result<Received> {
        let came = |came: &WhatCame| Came {
            restocked: came.restocked,
            written_off: came.written_off,
            kept: came.kept,
        };
        let lines = self.lines.iter().map(|(position, what)| (*position, came(what))).collect();
        Ok(Received { location: self.location()?, lines })
    }

    pub fn refund(&self) -> Refund {
        Refund { deduction: self.deduction, why: self.why.clone(), paid_by: self.paid_by.clone() }
    }
}
