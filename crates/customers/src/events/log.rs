//! The newest part of the log, kept in memory until its index is written (SQLite).
//!
//! An event is appended to the log inside its transaction and noted here. Every moment a *run* is taken: all
//! that came since the last one, sorted by customer, written into the index in slices so that no one waits
//! long behind it. What a run has written stays here for one run more, for readers whose picture of the
//! database is a little older. A crash loses nothing: the log's tail is read again at start.
//!
//! The same memory knows the ids of the newest events, by which a repeat is recognised without a look-up.
//!
//! All changes happen inside write transactions, of which there is one at a time. If a closure fails after it noted
//! something here, a commit fails, or another process wrote, [`Log::sync`] sets the memory right at the next write:
//! what a closure noted is taken out again, what others wrote is read; only else all is read anew.

use std::collections::hash_map::Entry;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use kit::db::Fate;
use kit::{Result, Time, Tx};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{EventId, store};
use crate::channels::ChannelId;
use crate::channels::activity::Arrivals;
use crate::identities::CustomerId;

/// Ids remembered: twice this many at most (8 bytes each). Tests forget sooner.
pub const REMEMBERED: usize = if cfg!(test) { 500 } else { 400_000 };
/// How far the clock of a client may be ahead, by which an event is believed all the same.
pub const AHEAD_MAX: i64 = kit::time::minutes(5);
/// Rows of a run written, or forgotten, in one go at most.
pub const SLICE: usize = 512;
const FORGETTING_PAUSE: Duration = Duration::from_millis(1);
/// A leaf seen again so soon at the same door is not written again.
const SEEN_AGAIN_AFTER: i64 = kit::time::minutes(1);
const SEEN_REMEMBERED: usize = 200_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TailEntry {
    pub customer_id: CustomerId,
    pub occurred_at: Time,
    pub id: EventId,
    pub seq: i64,
    pub channel_id: ChannelId,
    pub received_at: Time,
}

#[derive(Default)]
pub struct Log {
    /// What came in by each door, to be written with the next run.
    pub arrivals: Arrivals,
    inner: RwLock<Inner>,
}

#[derive(Default)]
struct Inner {
    epoch: Option<u64>,
    /// What the closure has noted that is writing, or was the last to.
    noted: Noted,
    /// It has not said that it went well.
    unsure: bool,
    /// Something was taken away behind its back.
    doubted: bool,
    /// The number of erasures (and splits) that this memory knows of.
    forgettings: i64,
    next_seq: i64,
    /// Not yet taken by a run.
    pending: Vec<TailEntry>,
    /// By leaf: pending, in the run under way, and of the run before.
    by_leaf: FxHashMap<CustomerId, Vec<(Time, EventId, i64)>>,
    /// The last run that was written: to be forgotten after the next.
    cooling: Vec<TailEntry>,
    recent: Recent,
    seen: Seen,
}

/// What to take out again if a closure is undone.
#[derive(Default)]
struct Noted {
    fate: Fate,
    /// How many were pending before, and the number that was next. None when all was read anew meanwhile.
    before: Option<(usize, i64)>,
    remembered: Vec<u64>,
}

/// Ids of the newest events, in two generations.
#[derive(Default)]
struct Recent {
    young: FxHashSet<u64>,
    old: FxHashSet<u64>,
    /// Every event received at or after this moment is among them.
    young_since: Time,
    old_since: Time,
    /// Events that a client dated later than we received them: kept until that moment is past, because the
    /// moments above say nothing of these.
    ahead: FxHashMap<u64, Time>,
    /// There were more, and the oldest are forgotten.
    has_forgotten: bool,
}

/// When leaves were last seen, to be written with the next run.
#[derive(Default)]
struct Seen {
    waiting: FxHashMap<CustomerId, (Time, ChannelId)>,
    written: FxHashMap<CustomerId, (Time, ChannelId)>,
}

fn short(id: EventId) -> u64 {
    // The second half of the id is hash bits.
    u64::from_be_bytes(std::array::from_fn(|i| id.0[8 + i]))
}

impl Recent {
    fn contains(&self, id: u64) -> bool {
        self.young.contains(&id) || self.old.contains(&id) || self.ahead.contains_key(&id)
    }

    /// Whatever a client sent first at or after this moment, and dated not before it, is remembered.
    fn since(&self) -> Time {
        if self.old.is_empty() { self.young_since } else { self.old_since }
    }

    fn insert(&mut self, id: u64, client_at: Option<Time>, received_at: Time) {
        if self.young.len() >= REMEMBERED {
            self.has_forgotten |= !self.old.is_empty();
            self.old = std::mem::take(&mut self.young);
            self.old_since = self.young_since;
            let since = self.old_since;
            self.ahead.retain(|_, client_at| *client_at >= since);
        }
        if self.young.is_empty() {
            self.young_since = received_at;
        }
        self.young.insert(id);
        let is_ahead = |at: &Time| *at > received_at && at.since(received_at) <= AHEAD_MAX;
        if let Some(client_at) = client_at.filter(is_ahead) {
            self.ahead.insert(id, client_at);
        }
    }

    fn remove(&mut self, id: u64) {
        self.young.remove(&id);
        self.old.remove(&id);
        self.ahead.remove(&id);
    }

    /// As the log has them; `has_more` when it has older ones too.
    fn read(entries: &[TailEntry], has_more: bool) -> Recent {
        let mut recent = Recent::default();
        for entry in entries {
            recent.insert_entry(entry);
        }
        if has_more {
            recent.has_forgotten = true;
            // Which of the older ones were dated ahead is not known any more.
            recent.young_since = recent.young_since.plus(AHEAD_MAX);
            recent.old_since = recent.old_since.plus(AHEAD_MAX);
        }
        recent
    }

    fn insert_entry(&mut self, entry: &TailEntry) {
        let client_at = Time(kit::id::time_of(entry.id.0).0 + kit::time::MICROS_PER_MS);
        self.insert(short(entry.id), Some(client_at), entry.received_at);
    }
}

impl Seen {
    fn note(&mut self, leaf: CustomerId, at: Time, channel: ChannelId) {
        if let Some(&(written, door)) = self.written.get(&leaf)
            && (at <= written || (door == channel && at.since(written) < SEEN_AGAIN_AFTER))
        {
            return;
        }
        match self.waiting.entry(leaf) {
            Entry::Occupied(mut entry) if entry.get().0 < at => {
                entry.insert((at, channel));
            }
            Entry::Occupied(_) => {}
            Entry::Vacant(entry) => {
                entry.insert((at, channel));
            }
        }
    }

    fn take(&mut self) -> Vec<(CustomerId, Time, ChannelId)> {
        if self.written.len() > SEEN_REMEMBERED {
            self.written.clear();
        }
        let mut taken: Vec<_> =
            self.waiting.drain().map(|(leaf, (at, channel))| (leaf, at, channel)).collect();
        // In the order of the keys, so that two servers never wait for each other.
        taken.sort();
        self.written.extend(taken.iter().map(|&(leaf, at, channel)| (leaf, (at, channel))));
        taken
    }
}

/// Is this event new?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    No,
    Yes,
    /// Older than what is remembered: ask the index.
    Unsure,
}

impl Log {
    fn write(&self) -> RwLockWriteGuard<'_, Inner> {
        self.inner.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self) -> RwLockReadGuard<'_, Inner> {
        self.inner.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the memory right if something happened behind its back. First thing in every write that uses it.
    pub fn sync(&self, tx: &Tx) -> Result<()> {
        let mut inner = self.write();
        let fate = tx.fate();
        let is_another = !inner.noted.fate.is(&fate);
        if is_another && inner.noted.fate.is_undone() {
            inner.undo();
        }
        let is_stale = inner.unsure || inner.doubted || inner.epoch != Some(tx.epoch());
        let is_read_anew = is_stale && inner.read_on(tx)?;
        if is_another {
            inner.noted = Noted { fate, before: Some(inner.end()), remembered: Vec::new() };
        } else if is_read_anew {
            inner.noted.before = None;
        }
        Ok(())
    }

    /// Has this id been recorded lately? If not, it is remembered from now on. `client_at` is the moment by the
    /// client's clock, `None` where that was corrected: what is dated after all that is remembered began cannot
    /// be older than it.
    pub fn remember(&self, id: EventId, client_at: Option<Time>, received_at: Time) -> Known {
        let mut inner = self.write();
        let id = short(id);
        if inner.recent.contains(id) {
            return Known::Yes;
        }
        let since = inner.recent.since();
        let is_new = !inner.recent.has_forgotten || client_at.is_some_and(|at| at >= since);
        inner.unsure = true;
        inner.noted.remembered.push(id);
        inner.recent.insert(id, client_at, received_at);
        if is_new { Known::No } else { Known::Unsure }
    }

    /// Is this event among those of the leaf that wait for their index?
    pub fn holds(&self, leaf: CustomerId, id: EventId) -> bool {
        let inner = self.read();
        inner
            .by_leaf
            .get(&leaf)
            .is_some_and(|events| events.iter().any(|(_, other, _)| *other == id))
    }

    /// Gives the numbers for the next events of the log.
    pub fn next_seq(&self) -> i64 {
        self.read().next_seq.max(1)
    }

    /// Notes appended events. The transaction may still fail: `unsure` until [`Log::sure`].
    pub fn append(&self, entries: Vec<TailEntry>) {
        let mut inner = self.write();
        inner.unsure = true;
        inner.next_seq = entries.last().map_or(inner.next_seq, |entry| entry.seq + 1);
        inner.note(entries);
    }

    /// The closure that wrote here has done all it had to do.
    pub fn sure(&self) {
        self.write().unsure = false;
    }

    /// Notes where leaves were seen (both engines).
    pub fn see(&self, leaves: impl Iterator<Item = (CustomerId, Time, ChannelId)>) {
        let mut inner = self.write();
        leaves.for_each(|(leaf, at, channel)| inner.seen.note(leaf, at, channel));
    }

    pub fn take_seen(&self) -> Vec<(CustomerId, Time, ChannelId)> {
        self.write().seen.take()
    }

    /// The numbers of the events of these leaves that the index may not show yet, before a moment.
    pub fn seqs_of(&self, leaves: &[CustomerId], end: (Time, EventId)) -> Vec<i64> {
        let inner = self.read();
        if inner.by_leaf.is_empty() {
            return Vec::new();
        }
        leaves
            .iter()
            .filter_map(|leaf| inner.by_leaf.get(leaf))
            .flatten()
            .filter(|(at, id, _)| (*at, *id) < end)
            .map(|(.., seq)| *seq)
            .collect()
    }

    /// The number of an event that the index may not show yet.
    pub fn seq_of(&self, leaf: CustomerId, at: Time, id: EventId) -> Option<i64> {
        let inner = self.read();
        let mut fresh = inner.by_leaf.get(&leaf)?.iter();
        fresh.find(|(there, this, _)| (*there, *this) == (at, id)).map(|(.., seq)| *seq)
    }

    pub fn pending(&self) -> usize {
        self.read().pending.len()
    }

    /// Takes what waits for the index. Inside a write, after [`Log::sync`].
    pub fn take_run(&self) -> Vec<TailEntry> {
        std::mem::take(&mut self.write().pending)
    }

    /// A run is in the index: the one before it can be forgotten. A little at a time and with pauses: a lock that
    /// is taken again at once is never given to those who record meanwhile.
    pub async fn run_written(&self, run: Vec<TailEntry>) {
        let cooled = std::mem::replace(&mut self.write().cooling, run);
        for some in cooled.chunks(SLICE) {
            self.write().forget(some);
            tokio::time::sleep(FORGETTING_PAUSE).await;
        }
    }

    /// A run could not be written, or events were taken away: everything is read again at the next write.
    pub fn doubt(&self) {
        self.write().doubted = true;
    }
}

impl Inner {
    /// Reads what it has not seen, or all; says whether it was all.
    fn read_on(&mut self, tx: &Tx) -> Result<bool> {
        let (last, forgettings) = (store::last_seq(tx)?, store::forgettings(tx)?);
        let is_lost = self.epoch.is_none_or(|epoch| epoch >> 32 != tx.epoch() >> 32);
        let is_wrong = self.unsure || self.doubted || is_lost || forgettings != self.forgettings;
        let is_all = is_wrong || last + 1 < self.next_seq;
        if is_all {
            let indexed = store::indexed_seq(tx)?;
            let (seen, noted) = (std::mem::take(&mut self.seen), std::mem::take(&mut self.noted));
            *self = Inner { seen, noted, ..Inner::default() };
            let remembered = store::log_after(tx, last - REMEMBERED as i64)?;
            self.recent = Recent::read(&remembered, last > remembered.len() as i64);
            self.note(store::log_after(tx, indexed)?);
        } else if last + 1 > self.next_seq {
            let others = store::log_after(tx, self.next_seq - 1)?;
            others.iter().for_each(|entry| self.recent.insert_entry(entry));
            self.note(others);
        }
        self.forgettings = forgettings;
        self.next_seq = last + 1;
        self.epoch = Some(tx.epoch());
        Ok(is_all)
    }

    fn end(&self) -> (usize, i64) {
        (self.pending.len(), self.next_seq)
    }

    /// The closure that was the last to write here failed: all is as it was before.
    fn undo(&mut self) {
        let noted = std::mem::take(&mut self.noted);
        // A run that it took is lost to us: whoever took it says so, too.
        let Some((pending, next_seq)) = noted.before.filter(|end| end.0 <= self.pending.len())
        else {
            self.doubted = true;
            return;
        };
        let undone = self.pending.split_off(pending);
        self.forget(&undone);
        noted.remembered.into_iter().for_each(|id| self.recent.remove(id));
        self.next_seq = next_seq;
        self.unsure = false;
    }

    fn forget(&mut self, entries: &[TailEntry]) {
        for entry in entries {
            if let Entry::Occupied(mut leaf) = self.by_leaf.entry(entry.customer_id) {
                leaf.get_mut().retain(|(.., seq)| *seq != entry.seq);
                if leaf.get().is_empty() {
                    leaf.remove();
                }
            }
        }
    }

    fn note(&mut self, entries: Vec<TailEntry>) {
        for entry in &entries {
            let leaf = self.by_leaf.entry(entry.customer_id).or_default();
            leaf.push((entry.occurred_at, entry.id, entry.seq));
            self.seen.note(entry.customer_id, entry.occurred_at, entry.channel_id);
        }
        self.pending.extend(entries);
    }
}
