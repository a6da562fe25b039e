//! When a team is there: the hours of its week in its own time zone, and the days on which it is away.
//!
//! Time in which nobody is there does not count: an hour that begins on Friday at 16:30 may end on Monday at 9:30. A week
//! is written as people write it (`9-12, 13-17:30`); public holidays come from a table ([`holidays`]) or are dates of the
//! team's own. Whoever has no hours is always there.
//!
//! Kept here:
//! - Hours are those of the clock on the wall: on the day when clocks change, a shop that opens at 9 opens at 9.
//! - Everything is a pure function of the hours and the moment.
//!
//! Start reading at [`rules`].

pub mod holidays;
pub mod rules;
#[cfg(test)]
mod tests;
mod written;

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use holidays::Country;
pub use written::Written;

pub const MINUTES_OF_DAY: i16 = 24 * 60;

/// A stretch of a day, in minutes after midnight by the clock on the wall; `to` may be the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub from: i16,
    pub to: i16,
}

/// When somebody is there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Hours {
    pub zone: TimeZone,
    /// From Monday to Sunday; the spans of a day do not overlap and are in order.
    pub week: [Vec<Span>; 7],
    pub holidays: Option<Country>,
    /// Other days on which nobody is there.
    pub closed: BTreeSet<Date>,
}
