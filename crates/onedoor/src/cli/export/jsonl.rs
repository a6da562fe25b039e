//! The whole shop as JSON lines.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::path::{Path, PathBuf};

use customers::channels::{self, ChannelId};
use customers::events::Event;
use customers::exchange::{self, Person};
use customers::groups;
use kit::{Result, Tx};

use super::{Output, Writing, unwritable};
use names::{CUSTOMERS, DOORS, EVENTS, GROUPS};

/// What the files are called.
pub mod names {
    pub const DOORS: &str = "doors.jsonl";
    pub const GROUPS: &str = "groups.jsonl";
    pub const CUSTOMERS: &str = "customers.jsonl";
    pub const EVENTS: &str = "events";
}

const GROUPS_PER_PAGE: usize = 500;

pub struct Files {
    events_folder: PathBuf,
    customers: Output,
    /// By door.
    events: BTreeMap<ChannelId, Output>,
}

impl Files {
    /// Writes what is small at once.
    pub fn create(tx: &Tx, folder: &Path) -> Result<Files> {
        let events_folder = folder.join(EVENTS);
        fs::create_dir(&events_folder).map_err(|error| unwritable(&events_folder, error))?;
        let mut doors = Output::create(folder.join(DOORS))?;
        for channel in channels::store::list(tx)? {
            doors.json(&channel)?;
        }
        doors.finish()?;
        let mut file = Output::create(folder.join(GROUPS))?;
        let mut after = String::new();
        loop {
            let page = groups::list_after(tx, &after, GROUPS_PER_PAGE)?;
            let Some(last) = page.last() else { break };
            after.clone_from(&last.id);
            page.iter().try_for_each(|group| file.json(group))?;
        }
        file.finish()?;
        let customers = Output::create(folder.join(CUSTOMERS))?;
        Ok(Files { events_folder, customers, events: BTreeMap::new() })
    }

    fn events_of(&mut self, door: ChannelId) -> Result<&mut Output> {
        let path = || self.events_folder.join(format!("{door}.jsonl"));
        match self.events.entry(door) {
            Entry::Occupied(entry) => Ok(entry.into_mut()),
            Entry::Vacant(entry) => Ok(entry.insert(Output::create(path())?)),
        }
    }
}

impl Writing for Files {
    fn people(&mut self, people: &[Person]) -> Result<()> {
        people.iter().try_for_each(|person| self.customers.json(person))
    }

    fn events(&mut self, tx: &Tx, events: &[Event]) -> Result<()> {
        for (event, call) in events.iter().zip(exchange::calls(tx, events)?) {
            self.events_of(event.channel_id)?.line(&call)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        self.customers.finish()?;
        self.events.values_mut().try_for_each(Output::finish)
    }
}
