//! A cart goes from one door to another by a short code.
//!
//! ```text
//!            made by whoever sees the cart       a browser brings it
//!  (nothing) ───────────────────────────► open ─────────────────────► used; the same browser may come again
//!                                          │
//!                                          └─ after 15 minutes ► expired
//! ```
//!
//! Whoever comes first with a code has it. A till or a kiosk with its door's secret key only looks, and uses nothing up.

use customers::identities::{CustomerId, graph};
use kit::time::{hours, minutes};
use kit::{Error, Result, Time, Tx};

use super::code::Code;
use super::{Reach, Scope, store_codes as store};
use crate::Ctx;

/// How long a code can be used.
pub const LIFE: i64 = minutes(15);
/// How long a browser sees a cart that was handed to it.
pub const HANDED_LIFE: i64 = hours(24);
/// Of one leaf, in an hour.
const MADE_MAX: i64 = 30;

/// A code in the clear: exists in the answer to its making.
pub struct Made {
    pub code: Code,
    pub expires_at: Time,
}

/// Makes a code for what somebody sees of their own cart.
pub fn make(ctx: &Ctx, tx: &Tx, scope: &Scope, now: Time) -> Result<Made> {
    let reach = scope.own;
    store::delete_made_before(tx, reach.leaf, now.minus(hours(1)))?;
    if store::count_since(tx, reach.leaf, now.minus(hours(1)))? >= MADE_MAX {
        return Err(Error::too_many("too_many_codes", 600));
    }
    let code = Code::random()?;
    let expires_at = now.plus(LIFE);
    store::insert(tx, &code.hash(&ctx.customers.secrets)?, reach, now, expires_at)?;
    Ok(Made { code, expires_at })
}

/// What a code opens to the browser of this leaf, which has it from now on; `None` where it opens nothing. Whether it
/// has expired, was used by another or never was, is all the same to whoever guesses.
pub fn take(ctx: &Ctx, tx: &Tx, code: &Code, by: CustomerId, now: Time) -> Result<Option<Reach>> {
    let hash = code.hash(&ctx.customers.secrets)?;
    let Some(row) = store::lock_maybe(tx, &hash)? else { return Ok(None) };
    let is_theirs = row.used_leaf.is_none_or(|leaf| leaf == by);
    if now >= row.expires_at || !is_theirs {
        return Ok(None);
    }
    if row.used_leaf.is_none() {
        store::set_used(tx, &hash, by)?;
    }
    Ok(Some(row.reach))
}

/// Whose cart a code opens, for a till that only looks.
pub fn look(ctx: &Ctx, tx: &Tx, code: &Code, now: Time) -> Result<Option<(CustomerId, Reach)>> {
    let row = store::find_maybe(tx, &code.hash(&ctx.customers.secrets)?)?;
    let Some(row) = row.filter(|row| now < row.expires_at) else { return Ok(None) };
    Ok(Some((graph::root(tx, row.reach.leaf)?, row.reach)))
}

/// All the answer that a wrong code gets.
pub fn unknown() -> Error {
    Error::not_found("cart that this code opens; make a new one where the cart is")
}
