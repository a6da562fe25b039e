//! A page of a customer's timeline as a person asks for it: by door, by sort of event, by days.

use kit::{Result, Time, Tx};

use crate::channels::ChannelId;
use crate::events::families::Family;
use crate::events::log::Log;
use crate::events::{Event, EventId, store as events};
use crate::identities::CustomerId;

/// The place of an event: pages go on from here.
pub type Place = (Time, EventId);

/// Events looked through for one page, where only some are wanted. What lies further back is the next page's.
const LOOKED_AT_MAX: usize = 2_000;
const STRIDE: usize = 200;

/// Everything, when empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub before: Option<Place>,
    pub from: Option<Time>,
    /// The first moment that is too late.
    pub until: Option<Time>,
    pub channel: Option<ChannelId>,
    pub family: Option<Family>,
}

impl Asked {
    pub fn wants(&self, event: &Event) -> bool {
        self.from.is_none_or(|from| event.occurred_at >= from)
            && self.until.is_none_or(|until| event.occurred_at < until)
            && self.channel.is_none_or(|channel| event.channel_id == channel)
            && self.is_of_family(event)
    }

    fn is_of_family(&self, event: &Event) -> bool {
        self.family.is_none_or(|family| Family::of(event.kind, &event.name) == family)
    }

    fn end(&self) -> Option<Place> {
        let until = self.until.map(|until| (until, EventId([0; 16])));
        match (self.before, until) {
            (Some(before), Some(until)) => Some(before.min(until)),
            (one, other) => one.or(other),
        }
    }
}

/// Newest first, and where the next page begins. A page may be short and yet have a next one.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub events: Vec<Event>,
    pub next: Option<Place>,
}

pub fn page(tx: &Tx, log: &Log, leaves: &[CustomerId], asked: &Asked, size: usize) -> Result<Page> {
    // The family is not a column: those events are picked out here.
    let stride = if asked.family.is_some() { STRIDE } else { size + 1 };
    let (mut page, mut before, mut looked_at) = (Page::default(), asked.end(), 0);
    while looked_at < LOOKED_AT_MAX {
        let wanted = events::Wanted {
            before,
            from: asked.from,
            channel: asked.channel,
            ..events::Wanted::newest(leaves, stride)
        };
        let found = events::page(tx, log, &wanted)?;
        let is_last = found.len() < stride;
        looked_at += found.len();
        for event in found {
            if page.events.len() == size {
                page.next = before;
                return Ok(page);
            }
            before = Some((event.occurred_at, event.id));
            if asked.is_of_family(&event) {
                page.events.push(event);
            }
        }
        if is_last {
            return Ok(page);
        }
    }
    page.next = before;
    Ok(page)
}

/// One event at its place.
pub fn find(tx: &Tx, log: &Log, leaves: &[CustomerId], place: Place) -> Result<Option<Event>> {
    let (at, id) = place;
    let after = EventId(u128::from_be_bytes(id.0).saturating_add(1).to_be_bytes());
    let wanted = events::Wanted { before: Some((at, after)), ..events::Wanted::newest(leaves, 1) };
    let found = events::page(tx, log, &wanted)?;
    Ok(found.into_iter().find(|event| event.id == id))
}
