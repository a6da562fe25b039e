//! The timeline: whatever happens to a customer, at whichever door, once, in the order in which it happened.
//!
//! Append only, but for the words of what was changed or taken back (`amended.rs`). An event hangs on the leaf whose
//! identity brought it and never moves. Its id is made of the client's own time and the hash of (door, message
//! id), so that a repeat is the same event; its place is (occurred, id), so that a late one takes its place.
//!
//! On PostgreSQL the table is its own index. On SQLite events are appended to a log (a random B-tree page a
//! row would cost sixteen times as much) and the index by customer follows behind in sorted runs: see `log.rs`.
//!
//! Start reading at [`Event`], then [`store::page`].

pub mod all;
pub mod amended;
pub mod commerce;
pub mod families;
pub mod indexing;
pub mod log;
mod pages;
pub mod sentences;
pub mod store;

use kit::money::{Currency, Money};
use kit::{Error, Time};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::channels::ChannelId;
use crate::identities::CustomerId;

kit::id_type!(EventId, "evt");

/// The six calls of the Segment specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EventType {
    Track = 0,
    Identify = 1,
    Page = 2,
    Screen = 3,
    Group = 4,
    Alias = 5,
}

impl EventType {
    pub const ALL: [EventType; 6] = [
        EventType::Track,
        EventType::Identify,
        EventType::Page,
        EventType::Screen,
        EventType::Group,
        EventType::Alias,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            EventType::Track => "track",
            EventType::Identify => "identify",
            EventType::Page => "page",
            EventType::Screen => "screen",
            EventType::Group => "group",
            EventType::Alias => "alias",
        }
    }

    pub fn from_number(n: i64) -> kit::Result<EventType> {
        let found = EventType::ALL.into_iter().find(|kind| *kind as i64 == n);
        found.ok_or_else(|| Error::internal(format!("{n} is no event type")))
    }
}

impl std::str::FromStr for EventType {
    type Err = Error;

    fn from_str(text: &str) -> kit::Result<EventType> {
        EventType::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| {
            Error::bad_input(
                "bad_type",
                format!(
                    "“{text}” is no type of call: track, identify, page, screen, group, alias."
                ),
            )
        })
    }
}

/// Something that happened.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    pub id: EventId,
    /// The leaf that it hangs on.
    pub customer_id: CustomerId,
    pub channel_id: ChannelId,
    #[serde(rename = "type")]
    pub kind: EventType,
    /// The event of a track call, the name of a page or screen, else empty.
    pub name: String,
    /// By the client's clock, set right by ours where it was off.
    pub occurred_at: Time,
    pub received_at: Time,
    /// The anonymous id that came along.
    pub device: Option<String>,
    /// What the event was worth, where the e-commerce specification tells.
    pub amount: Option<Money>,
    /// For identify and group: the traits.
    pub properties: Box<RawValue>,
    pub context: Option<Box<RawValue>>,
}

/// An amount as it lies in two columns.
pub fn amount(minor: Option<i64>, currency: Option<&str>) -> Option<Money> {
    let currency = currency?.parse::<Currency>().ok()?;
    Some(Money { minor: minor?, currency })
}
