//! What comes in by each door: counted in memory after each commit, written down behind it.
//!
//! For people who look whether a door works, not for the books: a crash may forget the counts of the last moment,
//! never the events. The path of recording pays one lock a batch.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use kit::time::{hours, minutes};
use kit::{Db, Result, Time, Tx};

use super::{ChannelId, store_activity as store};
use crate::events::EventId;
use crate::events::store::NewEvent;
use crate::identities::CustomerId;

/// Counts are kept by five minutes, so that “the last hour” is not “since the hour struck”.
const SLOT: i64 = minutes(5);
/// A day, and the slots that reach into it.
const SLOTS_KEPT: i64 = hours(25);
/// The newest events of a door that are remembered by name.
pub const LATEST_MAX: usize = 20;
pub const HOURS_SHOWN: usize = 24;

/// An event that came in, and where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrival {
    pub received_at: Time,
    pub event_id: EventId,
    pub customer_id: CustomerId,
    pub occurred_at: Time,
}

/// What one commit, or several, brought in by one door.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub(super) events: i64,
    pub(super) first_at: Time,
    pub(super) last_at: Time,
    pub(super) slots: BTreeMap<Time, i64>,
    /// Oldest first.
    pub(super) latest: Vec<Arrival>,
}

impl Arrived {
    /// `count` of `events` were new; which of them, PostgreSQL does not tell.
    pub fn of(events: &[NewEvent], count: u64) -> Option<(ChannelId, Arrived)> {
        let (first, last) = (events.first()?, events.last()?);
        let latest = events.iter().skip(events.len().saturating_sub(LATEST_MAX)).map(|event| {
            let NewEvent { received_at, id: event_id, customer_id, occurred_at, .. } = *event;
            Arrival { received_at, event_id, customer_id, occurred_at }
        });
        let events = i64::try_from(count).ok().filter(|count| *count > 0)?;
        let arrived = Arrived {
            events,
            first_at: first.received_at,
            last_at: last.received_at,
            slots: BTreeMap::from([(slot_of(last.received_at), events)]),
            latest: latest.collect(),
        };
        Some((last.channel_id, arrived))
    }

    fn add(&mut self, other: Arrived) {
        self.events += other.events;
        self.first_at = self.first_at.min(other.first_at);
        self.last_at = self.last_at.max(other.last_at);
        for (slot, events) in other.slots {
            *self.slots.entry(slot).or_default() += events;
        }
        self.latest.extend(other.latest);
        let too_many = self.latest.len().saturating_sub(LATEST_MAX);
        self.latest.drain(..too_many);
    }
}

fn slot_of(at: Time) -> Time {
    Time(at.0 - at.0.rem_euclid(SLOT))
}

/// What came in and is not written down yet.
#[derive(Default)]
pub struct Arrivals {
    waiting: Mutex<HashMap<ChannelId, Arrived>>,
}

impl Arrivals {
    /// After the commit.
    pub fn note(&self, channel: ChannelId, arrived: Arrived) {
        let mut waiting = self.lock();
        match waiting.get_mut(&channel) {
            Some(before) => before.add(arrived),
            None => drop(waiting.insert(channel, arrived)),
        }
    }

    /// Adds what waits to the tables; if that fails, it waits on.
    pub async fn write_down(&self, db: &Db) -> Result<()> {
        let mut taken: Vec<_> = self.lock().drain().collect();
        // In the order of the keys, so that two servers never wait for each other.
        taken.sort_by_key(|(channel, _)| *channel);
        if taken.is_empty() {
            return Ok(());
        }
        let add = |tx: &Tx| {
            taken.iter().try_for_each(|(channel, arrived)| {
                store::add(tx, *channel, arrived, arrived.last_at.minus(SLOTS_KEPT))
            })
        };
        let written = db.write(add).await;
        if written.is_err() {
            taken.into_iter().for_each(|(channel, arrived)| self.note(channel, arrived));
        }
        written
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ChannelId, Arrived>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How busy a door is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    pub events: i64,
    /// None: nothing has come in by this door yet.
    pub first_at: Option<Time>,
    pub last_at: Option<Time>,
    pub last_hour: i64,
    /// The last day, the hour that is not over yet last.
    pub by_hour: [i64; HOURS_SHOWN],
}

impl Activity {
    pub fn last_day(&self) -> i64 {
        self.by_hour.iter().sum()
    }

    fn count(&mut self, slot: Time, events: i64, now: Time) {
        // By the end of the slot: what came in a moment ago is in the last hour, whatever the minute.
        let age = now.since(Time(slot.0 + SLOT)).max(0);
        if age < hours(1) {
            self.last_hour += events;
        }
        let ago = usize::try_from(age / hours(1)).unwrap_or(usize::MAX);
        if let Some(hour) = self.by_hour.iter_mut().rev().nth(ago) {
            *hour += events;
        }
    }
}

/// How busy every door is. Doors by which nothing has come are not in it.
pub fn list(tx: &Tx, now: Time) -> Result<BTreeMap<ChannelId, Activity>> {
    let mut all = store::totals(tx, None)?;
    for (channel, slot, events) in store::slots(tx, None, now.minus(SLOTS_KEPT))? {
        all.entry(channel).or_default().count(slot, events, now);
    }
    Ok(all)
}

pub fn find(tx: &Tx, channel: ChannelId, now: Time) -> Result<Activity> {
    let mut activity = store::totals(tx, Some(channel))?.remove(&channel).unwrap_or_default();
    for (_, slot, events) in store::slots(tx, Some(channel), now.minus(SLOTS_KEPT))? {
        activity.count(slot, events, now);
    }
    Ok(activity)
}

/// The newest events of a door, the newest first.
pub fn latest(tx: &Tx, channel: ChannelId) -> Result<Vec<Arrival>> {
    store::arrivals(tx, channel)
}
