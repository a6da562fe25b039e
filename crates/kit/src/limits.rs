//! How much one visitor, or one address, may do in a while. Counted in the memory of this process: several servers allow as
//! many times as much.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use crate::time::seconds;
use crate::{Error, Result, Time};

/// Whom we count at one time; when there are more, the count starts anew.
const COUNTED_MAX: usize = 100_000;

/// What is counted.
pub trait Deed: Copy + Eq + Hash {
    /// The code of the error by which one too many is refused.
    const REFUSED: &'static str;

    /// How often it may be done in how long.
    fn limit(self) -> (u32, i64);
}

#[derive(Clone)]
pub struct Limiter<D>(Arc<Mutex<HashMap<(D, String), Count>>>);

struct Count {
    since: Time,
    deeds: u32,
}

impl<D> Default for Limiter<D> {
    fn default() -> Limiter<D> {
        Limiter(Arc::default())
    }
}

impl<D: Deed> Limiter<D> {
    /// Counts a deed.
    ///
    /// # Errors
    /// [`Deed::REFUSED`], where it is one too many.
    pub fn take(&self, deed: D, who: &str, now: Time) -> Result<()> {
        let (times, within) = deed.limit();
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= COUNTED_MAX {
            counts.retain(|(deed, _), count| now.since(count.since) < deed.limit().1);
            if counts.len() >= COUNTED_MAX {
                counts.clear();
            }
        }
        let count = counts.entry((deed, who.into())).or_insert(Count { since: now, deeds: 0 });
        if now.since(count.since) >= within {
            *count = Count { since: now, deeds: 0 };
        }
        if count.deeds >= times {
            return Err(refused::<D>(within - now.since(count.since)));
        }
        count.deeds += 1;
        Ok(())
    }

    /// Where nobody knows the address (a test), nothing is counted.
    pub fn take_from(&self, deed: D, address: Option<IpAddr>, now: Time) -> Result<()> {
        address.map_or(Ok(()), |address| self.take(deed, &address.to_string(), now))
    }

    /// Whether one more would be too many, without counting one.
    pub fn check(&self, deed: D, who: &str, now: Time) -> Result<()> {
        let (times, within) = deed.limit();
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match counts.get(&(deed, who.to_string())) {
            Some(count) if now.since(count.since) < within && count.deeds >= times => {
                Err(refused::<D>(within - now.since(count.since)))
            }
            _ => Ok(()),
        }
    }
}

fn refused<D: Deed>(left: i64) -> Error {
    Error::too_many(D::REFUSED, (left / seconds(1)).max(1) as u32)
}
