//! Time is microseconds since 1970 in UTC, and always comes from a [`Clock`].

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde::{Deserialize, Serialize};

/// A moment: microseconds since 1970-01-01T00:00:00Z. In JSON it is RFC 3339 text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub i64);

pub const MICROS_PER_MS: i64 = 1_000;
pub const MICROS_PER_SECOND: i64 = 1_000_000;
pub const MICROS_PER_DAY: i64 = 86_400 * MICROS_PER_SECOND;

pub const fn ms(n: i64) -> i64 {
    n * MICROS_PER_MS
}
pub const fn seconds(n: i64) -> i64 {
    n * MICROS_PER_SECOND
}
pub const fn minutes(n: i64) -> i64 {
    seconds(60 * n)
}
pub const fn hours(n: i64) -> i64 {
    minutes(60 * n)
}
pub const fn days(n: i64) -> i64 {
    hours(24 * n)
}

impl Time {
    pub const MIN: Time = Time(i64::MIN);
    pub const MAX: Time = Time(i64::MAX);

    /// Reads RFC 3339 (`2026-11-21T20:06:46.335Z`, `…+02:00`); `None` for anything else.
    pub fn parse(text: &str) -> Option<Time> {
        let at: jiff::Timestamp = text.parse().ok()?;
        Some(Time(at.as_microsecond()))
    }

    /// The calendar's view. Moments outside the years −9999..9999 are clamped.
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        })
    }

    pub fn as_ms(self) -> i64 {
        self.0.div_euclid(MICROS_PER_MS)
    }

    #[must_use]
    pub fn plus(self, micros: i64) -> Time {
        Time(self.0.saturating_add(micros))
    }

    #[must_use]
    pub fn minus(self, micros: i64) -> Time {
        Time(self.0.saturating_sub(micros))
    }

    /// Microseconds from `earlier` to `self`.
    pub fn since(self, earlier: Time) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp().fmt(f)
    }
}

impl Serialize for Time {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Time, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(d)?;
        Time::parse(&text).ok_or_else(|| serde::de::Error::custom("not an RFC 3339 time"))
    }
}

/// Where every part of the product asks what time it is.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    /// Stands still until the test moves it.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    pub fn manual(start: Time) -> Clock {
        Clock::Manual(Arc::new(AtomicI64::new(start.0)))
    }

    #[expect(clippy::disallowed_methods, reason = "this is the clock that the others must ask")]
    pub fn now(&self) -> Time {
        match self {
            Clock::System => Time(jiff::Timestamp::now().as_microsecond()),
            Clock::Manual(now) => Time(now.load(Ordering::Relaxed)),
        }
    }

    /// Moves a manual clock forward.
    ///
    /// # Panics
    /// On the system clock, which nobody moves.
    pub fn advance(&self, micros: i64) {
        match self {
            Clock::System => panic!("the system clock cannot be moved"),
            Clock::Manual(now) => now.fetch_add(micros, Ordering::Relaxed),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_rfc_3339() {
        let at = Time::parse("2026-11-21T20:06:46.335+02:00").unwrap();
        assert_eq!(at.to_string(), "2026-11-21T18:06:46.335Z");
        assert_eq!(Time::parse("yesterday"), None);
    }

    #[test]
    fn a_manual_clock_moves_only_by_hand() {
        let clock = Clock::manual(Time(0));
        clock.advance(days(31));
        assert_eq!(clock.now(), Time(31 * MICROS_PER_DAY));
    }
}
