//! Records events: whose they are, once each, in one transaction with all that they change.
//!
//! Most events come from somebody who is known already and change nothing but the timeline. Two memories make
//! these cheap: which leaf an account or device is (that never changes), and which facts are settled (this
//! account was used on this device; this e-mail is this account's). Both are filled after the commit only, so
//! they never hold what did not happen; an erasure or a split empties them. Traits are never settled: the newest
//! word of a door counts, also when it is the last but one again.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

use kit::db::Engine;
use kit::{Result, Time, Tx};
use rustc_hash::FxHashSet;
use tokio::sync::Semaphore;

use super::incoming::Incoming;
use super::together::Together;
use super::{react, repeats};
use crate::channels::activity::Arrived;
use crate::channels::{ChannelId, Door};
use crate::dealings::{self, Dealing};
use crate::events::log::{Log, TailEntry};
use crate::events::store::{self as events, NewEvent};
use crate::identities::{CustomerId, Identity, Kind, store as identities};
use crate::profiles;

/// Accounts and devices remembered: twice this many at most (about 120 bytes each).
const LEAVES_REMEMBERED: usize = 250_000;
const FACTS_REMEMBERED: usize = 500_000;

/// Requests that are recorded at one moment; the next is told to come again.
pub const AT_ONCE_MAX: usize = 256;

#[derive(Default)]
pub struct Recorder {
    pub log: Log,
    pub places: Places,
    memory: Mutex<Memory>,
    hasher: RandomState,
    pub(super) together: Together,
}

/// The places of those who are recorded at one moment.
pub struct Places(pub Semaphore);

impl Default for Places {
    fn default() -> Places {
        Places(Semaphore::new(AT_ONCE_MAX))
    }
}

/// Two generations of each: when the young one is full, the old one goes.
#[derive(Default)]
pub(super) struct Memory {
    young: HashMap<Box<str>, CustomerId>,
    old: HashMap<Box<str>, CustomerId>,
    settled: FxHashSet<u64>,
    settled_before: FxHashSet<u64>,
    /// The number of erasures and splits that this memory knows of.
    pub(super) forgettings: i64,
}

/// What a transaction taught: told to the recorder when it has been committed.
#[derive(Default)]
#[must_use]
pub struct Learned {
    leaves: Vec<(Box<str>, CustomerId)>,
    settled: Vec<u64>,
    pub(super) forgettings: i64,
    arrived: Option<(ChannelId, Arrived)>,
}

/// What became of the events of one call.
#[derive(Default)]
#[must_use]
pub struct Recorded {
    pub new: u64,
    pub repeated: u64,
    /// What each event hangs on, in their order.
    pub leaves: Vec<CustomerId>,
    pub learned: Learned,
}

/// How an account or device is written in memory: `u` or `d` and the value.
pub(super) fn write_key(key: &mut String, kind: &Kind, value: &str) {
    key.clear();
    key.push(if *kind == Kind::USER_ID { 'u' } else { 'd' });
    key.push_str(value);
}

impl Memory {
    pub(super) fn leaf(&self, key: &str) -> Option<CustomerId> {
        self.young.get(key).or_else(|| self.old.get(key)).copied()
    }

    pub(super) fn is_settled(&self, fact: u64) -> bool {
        self.settled.contains(&fact) || self.settled_before.contains(&fact)
    }
}

impl Recorder {
    /// Records events inside a write transaction. Call [`Recorder::learn`] after its commit.
    pub fn record(&self, tx: &Tx, door: &Door, items: &[Incoming], now: Time) -> Result<Recorded> {
        if tx.engine() == Engine::Sqlite {
            self.log.sync(tx)?;
        }
        let mut recorded = Recorded::default();
        recorded.learned.forgettings = self.notice_forgettings(tx)?;
        let leaves = self.resolve(tx, door, items, now, &mut recorded.learned)?;
        let (mut new, mut dealings) = (Vec::with_capacity(items.len()), Vec::new());
        let repeated = repeats::find(tx, &self.log, items, &leaves)?;
        for ((item, &leaf), repeated) in items.iter().zip(&leaves).zip(repeated) {
            if repeated {
                recorded.repeated += 1;
                continue;
            }
            self.react(tx, door, item, leaf, now, &mut recorded.learned)?;
            dealings.extend(Dealing::of(item, leaf));
            new.push(new_event(door, item, leaf));
        }
        dealings::store::note(tx, dealings)?;
        self.append(tx, &new, &mut recorded)?;
        self.log.sure();
        recorded.leaves = leaves;
        Ok(recorded)
    }

    /// Records events of leaves that are known, inside a write transaction; nothing is learned by them.
    pub fn restore(
        &self,
        tx: &Tx,
        door: &Door,
        items: &[Incoming],
        leaves: &[CustomerId],
    ) -> Result<Recorded> {
        if tx.engine() == Engine::Sqlite {
            self.log.sync(tx)?;
        }
        let mut recorded = Recorded::default();
        let (mut new, mut dealings) = (Vec::with_capacity(items.len()), Vec::new());
        let repeated = repeats::find(tx, &self.log, items, leaves)?;
        for ((item, &leaf), repeated) in items.iter().zip(leaves).zip(repeated) {
            if repeated {
                recorded.repeated += 1;
                continue;
            }
            dealings.extend(Dealing::of(item, leaf));
            new.push(new_event(door, item, leaf));
        }
        dealings::store::note(tx, dealings)?;
        self.append(tx, &new, &mut recorded)?;
        self.log.sure();
        Ok(recorded)
    }

    /// Remembers what a committed transaction taught.
    pub fn learn(&self, learned: Learned) {
        if let Some((channel, arrived)) = learned.arrived {
            self.log.arrivals.note(channel, arrived);
        }
        let mut memory = self.memory();
        if learned.forgettings != memory.forgettings {
            // Somebody was erased or taken apart meanwhile: what this transaction saw may be gone.
            return;
        }
        for (key, leaf) in learned.leaves {
            if memory.young.len() >= LEAVES_REMEMBERED {
                memory.old = std::mem::take(&mut memory.young);
            }
            memory.young.insert(key, leaf);
        }
        for fact in learned.settled {
            if memory.settled.len() >= FACTS_REMEMBERED {
                memory.settled_before = std::mem::take(&mut memory.settled);
            }
            memory.settled.insert(fact);
        }
    }

    pub(super) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Empties the memory when somebody was erased or taken apart, by this or another process.
    fn notice_forgettings(&self, tx: &Tx) -> Result<i64> {
        let forgettings = events::forgettings(tx)?;
        let mut memory = self.memory();
        if forgettings != memory.forgettings {
            *memory = Memory { forgettings, ..Memory::default() };
        }
        Ok(forgettings)
    }

    /// The leaf that each event hangs on; unknown accounts and devices become new customers.
    fn resolve(
        &self,
        tx: &Tx,
        door: &Door,
        items: &[Incoming],
        now: Time,
        learned: &mut Learned,
    ) -> Result<Vec<CustomerId>> {
        let mut leaves: Vec<Option<CustomerId>> = Vec::with_capacity(items.len());
        let mut missing: Vec<(String, Identity)> = Vec::new();
        {
            let memory = self.memory();
            let mut key = String::new();
            for item in items {
                let leaf = bringer(item).and_then(|(kind, value)| {
                    write_key(&mut key, &kind, value);
                    let leaf = memory.leaf(&key);
                    if leaf.is_none() {
                        missing.push((key.clone(), Identity::new(kind, value)));
                    }
                    leaf
                });
                leaves.push(leaf);
                // A person's device only has to exist, and does once its login is settled.
                if let Some(device) = item.device.as_deref().filter(|_| item.names_a_person())
                    && !memory.is_settled(self.login_fact(item))
                {
                    write_key(&mut key, &Kind::DEVICE, device);
                    if memory.leaf(&key).is_none() {
                        missing.push((key.clone(), Identity::new(Kind::DEVICE, device)));
                    }
                }
            }
        }
        missing.sort();
        missing.dedup();
        let mut found = HashMap::new();
        self.find_or_make(tx, door, missing, now, &mut found, learned)?;
        let mut key = String::new();
        let leaf_of = |(item, leaf): (&Incoming, Option<CustomerId>)| {
            let newly_found = || {
                let (kind, value) = bringer(item)?;
                write_key(&mut key, &kind, value);
                found.get(&key).copied()
            };
            leaf.or_else(newly_found).map_or_else(|| react::leaf_of_proven(tx, door, item, now), Ok)
        };
        items.iter().zip(leaves).map(leaf_of).collect()
    }

    fn find_or_make(
        &self,
        tx: &Tx,
        door: &Door,
        missing: Vec<(String, Identity)>,
        now: Time,
        found: &mut HashMap<String, CustomerId>,
        learned: &mut Learned,
    ) -> Result<()> {
        let mut unknown = Vec::new();
        for ((key, identity), leaf) in
            missing.iter().zip(identities::leaves_of(tx, missing.iter().map(|(_, i)| i))?)
        {
            match leaf {
                Some(leaf) => drop(found.insert(key.clone(), leaf)),
                None => unknown.push((key, identity, CustomerId::new(now))),
            }
        }
        if !unknown.is_empty() {
            let rows: Vec<_> =
                unknown.iter().map(|&(_, identity, leaf)| (identity, leaf)).collect();
            let made = identities::insert_new(tx, &rows, door.trusted, door.channel.id, now)?;
            let mut ours: Vec<CustomerId> = rows.iter().map(|(_, leaf)| *leaf).collect();
            if made == rows.len() as u64 {
                found.extend(unknown.iter().map(|(key, _, leaf)| ((*key).clone(), *leaf)));
            } else {
                // Another server met some of them at the same moment: theirs stand.
                let holders =
                    identities::leaves_of(tx, rows.iter().map(|(identity, _)| *identity))?;
                for ((key, ..), holder) in unknown.iter().zip(&holders) {
                    found.extend(holder.map(|leaf| ((*key).clone(), leaf)));
                }
                ours.retain(|leaf| holders.contains(&Some(*leaf)));
            }
            identities::insert_leaves(tx, &ours, door.channel.id, now)?;
        }
        let taught = missing.iter().filter_map(|(key, _)| Some((key, found.get(key)?)));
        learned.leaves = taught.map(|(key, leaf)| (key.as_str().into(), *leaf)).collect();
        Ok(())
    }

    /// What an event changes beside the timeline, unless that is settled.
    fn react(
        &self,
        tx: &Tx,
        door: &Door,
        item: &Incoming,
        leaf: CustomerId,
        now: Time,
        learned: &mut Learned,
    ) -> Result<()> {
        // What is proven comes first: it may tell that the device's last user and this one are the same.
        if item.tells_identities() {
            let fact = self.identities_fact(door, item, leaf);
            if !self.is_settled(fact) && !learned.settled.contains(&fact) {
                react::attach(tx, door, item, leaf, now)?;
                learned.settled.push(fact);
            }
        }
        if let Some(device) = item.device.as_deref().filter(|_| item.names_a_person()) {
            let fact = self.login_fact(item);
            if !self.is_settled(fact) && !learned.settled.contains(&fact) {
                react::login(tx, door, leaf, device, now)?;
                learned.settled.push(fact);
            }
        }
        if let Some(traits) = item.traits {
            profiles::learn(tx, leaf, door, traits, item.occurred_at)?;
        }
        react::others(tx, door, item, leaf, now)
    }

    fn is_settled(&self, fact: u64) -> bool {
        self.memory().is_settled(fact)
    }

    /// This is what the event says of whom it hangs on.
    pub(super) fn identities_fact(&self, door: &Door, item: &Incoming, leaf: CustomerId) -> u64 {
        let says = (leaf, door.channel.id, door.trusted, &item.proven, &item.claimed);
        self.hasher.hash_one(says)
    }

    /// This person was seen on this device.
    pub(super) fn login_fact(&self, item: &Incoming) -> u64 {
        self.hasher.hash_one((&item.account, &item.proven, &item.device))
    }

    fn append(&self, tx: &Tx, new: &[NewEvent], recorded: &mut Recorded) -> Result<()> {
        if new.is_empty() {
            return Ok(());
        }
        if tx.engine() == Engine::Postgres {
            let count = events::insert_new(tx, new)?;
            self.note_new(new, count, recorded);
            return Ok(());
        }
        let first = self.log.next_seq();
        events::append(tx, first, new)?;
        recorded.new = new.len() as u64;
        recorded.learned.arrived = Arrived::of(new, recorded.new);
        let entries = (first..).zip(new).map(|(seq, e)| TailEntry {
            customer_id: e.customer_id,
            occurred_at: e.occurred_at,
            id: e.id,
            seq,
            channel_id: e.channel_id,
            received_at: e.received_at,
        });
        self.log.append(entries.collect());
        Ok(())
    }

    /// So many of these were new (PostgreSQL).
    pub(super) fn note_new(&self, events: &[NewEvent], count: u64, recorded: &mut Recorded) {
        recorded.new = count;
        recorded.repeated += events.len() as u64 - count;
        recorded.learned.arrived = Arrived::of(events, count);
        self.log.see(events.iter().map(|e| (e.customer_id, e.occurred_at, e.channel_id)));
    }
}

/// Who brings an event, the strongest first: the account, what a server proved (which is not looked up here), the
/// device.
pub(super) fn bringer<'a>(item: &'a Incoming) -> Option<(Kind, &'a str)> {
    let account = item.account.as_deref().map(|value| (Kind::USER_ID, value));
    let device = || item.device.as_deref().filter(|_| item.proven.is_empty());
    account.or_else(|| device().map(|value| (Kind::DEVICE, value)))
}

pub(super) fn new_event<'a>(door: &Door, item: &'a Incoming, leaf: CustomerId) -> NewEvent<'a> {
    NewEvent {
        customer_id: leaf,
        id: item.id,
        channel_id: door.channel.id,
        kind: item.kind,
        name: &item.name,
        occurred_at: item.occurred_at,
        received_at: item.received_at,
        device: item.device.as_deref(),
        amount_minor: item.amount.map(|money| money.minor),
        currency: item.amount.as_ref().map(|money| money.currency.code()),
        properties: item.properties,
        context: item.context,
    }
}
