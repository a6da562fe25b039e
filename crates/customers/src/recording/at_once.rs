//! The short way on PostgreSQL: most calls come from somebody who is known here and change nothing but the timeline.
//! These need no transaction of several steps, each of which would be a way to the database and back.

use kit::db::Engine;
use kit::{Db, Result};

use super::incoming::Incoming;
use super::react;
use super::recorder::{Recorded, Recorder, bringer, new_event, write_key};
use crate::channels::Door;
use crate::events::store::NewEvent;
use crate::identities::CustomerId;

impl Recorder {
    /// Records events that change nothing else, in one statement, which they may share with those of others. `None`, and
    /// nothing is written, where there is more to it: then [`Recorder::record`].
    pub async fn record_at_once(
        &self,
        db: &Db,
        door: &Door,
        items: &[Incoming<'_>],
    ) -> Result<Option<Recorded>> {
        if db.engine() == Engine::Sqlite || items.is_empty() {
            return Ok(None);
        }
        let Some((leaves, forgettings)) = self.all_settled(door, items) else { return Ok(None) };
        let pairs = items.iter().zip(leaves);
        let new: Vec<NewEvent> = pairs.map(|(item, leaf)| new_event(door, item, leaf)).collect();
        let Some(count) = self.together.insert(db, &new, forgettings).await? else {
            return Ok(None);
        };
        let mut recorded = Recorded::default();
        recorded.learned.forgettings = forgettings;
        self.note_new(&new, count, &mut recorded);
        Ok(Some(recorded))
    }

    /// The leaf of each event, if all are known and settled; and the number of forgettings as of which they are.
    fn all_settled(&self, door: &Door, items: &[Incoming]) -> Option<(Vec<CustomerId>, i64)> {
        let memory = self.memory();
        let mut key = String::new();
        let leaves = items.iter().map(|item| {
            let (kind, value) = bringer(item)?;
            write_key(&mut key, &kind, value);
            let leaf = memory.leaf(&key)?;
            let identities = || memory.is_settled(self.identities_fact(door, item, leaf));
            let login = || memory.is_settled(self.login_fact(item));
            let is_settled = !changes_more(item)
                && (!item.tells_identities() || identities())
                && (!(item.names_a_person() && item.device.is_some()) || login());
            is_settled.then_some(leaf)
        });
        Some((leaves.collect::<Option<_>>()?, memory.forgettings))
    }
}

/// What is never settled: each such event is looked at.
fn changes_more(item: &Incoming) -> bool {
    item.traits.is_some() || item.dealing.is_some() || react::has_others(item)
}
