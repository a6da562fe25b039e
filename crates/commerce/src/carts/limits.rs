//! How much one visitor, and one address, may ask of the shop.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use kit::time::{minutes, seconds};
use kit::{Error, Result, Time};

/// Whom we count at one time; when there are more, the count starts anew.
const COUNTED_MAX: usize = 100_000;

/// What is counted, and how often it may be done in how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    Read,
    Change,
    /// By somebody who has no session yet, from one address: an office, a school.
    First,
    Code,
    /// A code that opened nothing.
    WrongCode,
}

impl Deed {
    fn limit(self) -> (u32, i64) {
        match self {
            Deed::Read => (240, minutes(1)),
            Deed::Change => (120, minutes(1)),
            Deed::First => (120, minutes(1)),
            Deed::Code => (10, minutes(1)),
            Deed::WrongCode => (10, minutes(60)),
        }
    }
}

/// Counts in the memory of this process: several servers allow as many times as much.
#[derive(Clone, Default)]
pub struct Limiter(Arc<Mutex<HashMap<(Deed, String), Count>>>);

struct Count {
    since: Time,
    deeds: u32,
}

impl Limiter {
    /// Counts a deed.
    ///
    /// # Errors
    /// `too_many_requests`, where it is one too many.
    pub fn take(&self, deed: Deed, who: &str, now: Time) -> Result<()> {
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
            return Err(refused(within - now.since(count.since)));
        }
        count.deeds += 1;
        Ok(())
    }

    /// Whether one more would be too many, without counting one.
    pub fn check(&self, deed: Deed, who: &str, now: Time) -> Result<()> {
        let (times, within) = deed.limit();
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match counts.get(&(deed, who.to_string())) {
            Some(count) if now.since(count.since) < within && count.deeds >= times => {
                Err(refused(within - now.since(count.since)))
            }
            _ => Ok(()),
        }
    }
}

fn refused(left: i64) -> Error {
    Error::too_many("too_many_requests", (left / seconds(1)).max(1) as u32)
}

/// Where nobody knows the address (a test), all are counted as one.
pub fn name_of(from: Option<IpAddr>) -> String {
    from.map_or_else(|| "somewhere".into(), |from| from.to_string())
}
