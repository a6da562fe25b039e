//! Staff put points right by hand, and say why.

use customers::accounts::{Permit, audit, may};
use customers::identities::CustomerId;
use customers::recording::{By, Happening, Learned};
use kit::time::days;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::act::posting;
use super::rules::balance;
use super::{Kind, Posting, paying, store};
use crate::Ctx;
use crate::carts::{Actor, Scope};

const REASON_CHARS_MAX: usize = 200;
const KEY_LENGTH_MAX: usize = 64;
/// By hand and at once: who means more has mistyped.
pub const POINTS_MAX: i64 = 1_000_000;

#[derive(Clone, Debug)]
pub struct Correction {
    /// New on each form: sent again, it is one correction.
    pub key: String,
    /// Above zero they come, below zero they go.
    pub points: i64,
    pub reason: String,
}

/// Adds points to a customer, or takes some, never more than there are. What is to be learned after the commit comes back,
/// if it was new.
///
/// # Errors
/// `bad_points`, `no_reason_given`, `too_few_points`, `bad_key`.
pub fn correct(
    ctx: &Ctx,
    tx: &Tx,
    (permit, actor): (&Permit<may::SetPrices>, &Actor),
    leaf: CustomerId,
    wanted: &Correction,
    now: Time,
) -> Result<Option<Learned>> {
    check(wanted)?;
    let scope = Scope::whole(leaf);
    scope.hold(tx)?;
    let leaves = scope.leaves(tx)?;
    let all = store::of_leaves(tx, &leaves)?;
    let key = format!("correction:{}", wanted.key);
    if all.iter().any(|one| one.key == key) {
        return Ok(None);
    }
    let there = balance(&all, now).points;
    if there + wanted.points < 0 {
        return Err(paying::too_few(there, -wanted.points));
    }
    let came = wanted.points > 0;
    let parts = match came {
        true => vec![(leaf, wanted.points)],
        false => {
            let taken = paying::split(&all, &leaves, -wanted.points, now).into_iter();
            taken.map(|(leaf, points)| (leaf, -points)).collect()
        }
    };
    let reference = kit::text::clip(wanted.reason.trim(), REASON_CHARS_MAX).into_owned();
    let expires_at = store::program(tx)?.expire_days.filter(|_| came).map(|n| now.plus(days(n)));
    for (of, points) in parts {
        let (key, reference) = (key.clone(), reference.clone());
        let kind = Kind::Corrected;
        store::insert(
            tx,
            &Posting { key, kind, points, expires_at, reference, ..posting(actor, of, now) },
        )?;
    }
    let detail = json!({ "points": wanted.points, "reason": reference });
    audit::record(tx, now, permit.actor(), "points_corrected", &leaf.to_string(), &detail)?;
    let happening = Happening {
        name: "Points Corrected",
        key: &format!("points:{leaf}:{key}"),
        at: now,
        by: By::Leaf(leaf),
        properties: &detail.to_string(),
    };
    Ok(Some(ctx.customers.recorder.note(tx, &actor.door, &happening, now)?.learned))
}

fn check(wanted: &Correction) -> Result<()> {
    if wanted.points == 0 || wanted.points.abs() > POINTS_MAX {
        let detail = format!("Write how many points: up to {POINTS_MAX}, below zero to take some.");
        return Err(Error::bad_input("bad_points", detail));
    }
    if wanted.reason.trim().is_empty() {
        let detail = "Say why: the customer sees it, and so does who looks later.";
        return Err(Error::bad_input("no_reason_given", detail));
    }
    if wanted.key.is_empty() || wanted.key.len() > KEY_LENGTH_MAX {
        return Err(Error::bad_input("bad_key", "A key has 1 to 64 letters."));
    }
    Ok(())
}
