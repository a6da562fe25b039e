//! What lies where, and what of it is promised to whom.
//!
//! A *location* is a warehouse or a store. What comes and goes there is a *movement*, written once and never changed;
//! a *level* is the sum of them (`on_hand`), with what is promised (`reserved`) and what is kept back (`safety`).
//! Of a level, `on_hand - reserved - safety` can be promised.
//!
//! ```text
//!              ┌── release, or its time is over ──► (free again)
//! reserve ──► reservation ── keep (it is paid) ──► reservation without an end
//!              └── ship ──► movement `sold`
//! ```
//!
//! Kept here:
//! - Never sold twice: a promise is a conditional update of the level, so that any number of processes can promise at
//!   the same moment, and K pieces are promised K times.
//! - Levels are the sums of movements and reservations: [`audit`] compares them.
//! - The same movement told twice (same variant, location and key) moves nothing the second time.
//! - A count or a snapshot speaks of its own moment: what was sold after it stays sold.
//! - All or nothing: a reservation of several variants, or of a bundle, is whole or is not.
//! - Two who reserve or move several things take the levels in the same order, so neither waits for the other for ever.
//!
//! Start reading at [`reservations`] and [`rules`] (pure: from where to send); then [`movements`].

pub mod api;
pub mod bundles;
pub mod by_hand;
pub mod coming;
pub mod counts;
pub mod files;
pub mod intake;
pub mod locations;
pub mod movements;
mod portions;
pub mod quotas;
pub mod reservations;
pub mod rules;
pub mod show;
pub mod store;
mod store_bundles;
mod store_coming;
mod store_files;
mod store_reservations;
pub mod store_skus;
pub mod testing;
#[cfg(test)]
mod tests;
mod told;
pub mod upkeep;

use kit::{Error, Result};

pub use locations::{Location, LocationKind, NewLocation};
pub use movements::{Movement, MovementKind, audit, record};
pub use portions::{Portion, release_some, ship_some};
pub use quotas::{grant_quota, return_quota, use_quota};
pub use reservations::{
    Holder, Reservation, Wanted, available, free_expired, keep, look_for, release, reserve, ship,
};
pub use rules::{Level, Source};
pub use told::promise_told;

kit::id_type!(LocationId, "loc");
kit::id_type!(MovementId, "mov");
kit::id_type!(ReservationId, "rsv");
kit::id_type!(ComingId, "cmg");

/// Of one variant, in one line or movement.
pub const QUANTITY_MAX: i64 = 1_000_000;

fn check_quantity(quantity: i64) -> Result<()> {
    if (1..=QUANTITY_MAX).contains(&quantity) {
        return Ok(());
    }
    let detail = format!("A quantity is a whole number from 1 to {QUANTITY_MAX}.");
    Err(Error::bad_input("bad_quantity", detail))
}
