//! How much one visitor, and one address, may ask of us.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use kit::time::seconds;
use kit::{Error, Result, Time};

const WINDOW: i64 = seconds(60);
/// Whom we count at one time; when there are more, the count starts anew.
const COUNTED_MAX: usize = 100_000;

/// What is counted, and how much of it a minute may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// By one visitor.
    Message,
    /// By one address: an office, a school.
    MessageFromAddress,
    FormFromAddress,
    Read,
    Typing,
    Link,
}

impl Deed {
    fn a_minute(self) -> u32 {
        match self {
            Deed::Message => 20,
            Deed::MessageFromAddress => 120,
            Deed::FormFromAddress => 10,
            Deed::Read => 120,
            Deed::Typing => 60,
            Deed::Link => 10,
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
    pub fn take(&self, deed: Deed, who: &str, now: Time) -> Result<()> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= COUNTED_MAX {
            counts.retain(|_, count| now.since(count.since) < WINDOW);
            if counts.len() >= COUNTED_MAX {
                counts.clear();
            }
        }
        let count = counts.entry((deed, who.into())).or_insert(Count { since: now, deeds: 0 });
        if now.since(count.since) >= WINDOW {
            *count = Count { since: now, deeds: 0 };
        }
        if count.deeds >= deed.a_minute() {
            let left = WINDOW - now.since(count.since);
            return Err(Error::too_many("too_many_messages", (left / seconds(1)).max(1) as u32));
        }
        count.deeds += 1;
        Ok(())
    }

    /// Where nobody knows the address (a test), nothing is counted.
    pub fn take_from(&self, deed: Deed, address: Option<IpAddr>, now: Time) -> Result<()> {
        address.map_or(Ok(()), |address| self.take(deed, &address.to_string(), now))
    }
}
