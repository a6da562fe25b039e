//! Customers and events as two tables for a spreadsheet.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::File;
use std::path::{Path, PathBuf};

use customers::channels::{self, ChannelId};
use customers::events::Event;
use customers::exchange::Person;
use customers::identities::{CustomerId, Kind, store as identities};
use customers::profiles;
use kit::{Error, Result, Tx};

use super::{Writing, unwritable};

const CUSTOMERS: [&str; 10] = [
    "customer",
    "name",
    "known_since",
    "last_seen",
    "user_ids",
    "emails",
    "phones",
    "loyalty_cards",
    "groups",
    "traits",
];
const EVENTS: [&str; 8] =
    ["at", "customer", "door", "type", "name", "amount", "currency", "properties"];

pub struct Files {
    doors: BTreeMap<ChannelId, String>,
    customers: Table,
    events: Table,
}

struct Table {
    path: PathBuf,
    writer: csv::Writer<File>,
}

impl Table {
    fn create(path: PathBuf, header: &[&str]) -> Result<Table> {
        let file = File::create_new(&path).map_err(|error| unwritable(&path, error))?;
        let mut table = Table { path, writer: csv::Writer::from_writer(file) };
        table.row(header.iter().map(|name| (*name).to_string()))?;
        Ok(table)
    }

    fn row(&mut self, cells: impl Iterator<Item = String>) -> Result<()> {
        let written = self.writer.write_record(cells.map(harmless));
        written.map_err(|error| unwritable(&self.path, error))
    }

    fn finish(&mut self) -> Result<()> {
        self.writer.flush().map_err(|error| unwritable(&self.path, error))
    }
}

/// A spreadsheet would run a cell that begins like a formula, and customers choose their own names. Telephones
/// and amounts begin so too and are let through.
fn harmless(cell: String) -> String {
    let is_number = |text: &str| text[1..].bytes().all(|b| b.is_ascii_digit() || b == b'.');
    match cell.as_bytes().first() {
        Some(b'=' | b'@' | b'\t' | b'\r') => format!("'{cell}"),
        Some(b'+' | b'-') if !is_number(&cell) => format!("'{cell}"),
        _ => cell,
    }
}

impl Files {
    pub fn create(tx: &Tx, folder: &Path) -> Result<Files> {
        let doors = channels::store::list(tx)?;
        Ok(Files {
            doors: doors.into_iter().map(|door| (door.id, door.name)).collect(),
            customers: Table::create(folder.join("customers.csv"), &CUSTOMERS)?,
            events: Table::create(folder.join("events.csv"), &EVENTS)?,
        })
    }
}

impl Writing for Files {
    fn people(&mut self, people: &[Person]) -> Result<()> {
        for person in people {
            let of = |kind: Kind| {
                let held = person.identities.iter().filter(|held| held.kind == kind);
                held.map(|held| held.value.as_str()).collect::<Vec<_>>().join(", ")
            };
            let traits = profiles::resolve(&person.traits);
            let values: BTreeMap<_, _> =
                traits.0.iter().map(|(name, said)| (name, &said.value)).collect();
            let mut groups: Vec<&str> =
                person.memberships.iter().map(|member| member.group_id.as_str()).collect();
            groups.dedup();
            let since = person.leaves.iter().map(|leaf| leaf.created_at).min();
            let seen = person.leaves.iter().map(|leaf| leaf.last_seen_at).max();
            let shown = |at: Option<kit::Time>| at.map_or(String::new(), |at| at.to_string());
            let cells = [
                person.id.to_string(),
                traits.name().unwrap_or_default(),
                shown(since),
                shown(seen),
                of(Kind::USER_ID),
                of(Kind::EMAIL),
                of(Kind::PHONE),
                of(Kind::LOYALTY_CARD),
                groups.join(", "),
                serde_json::to_string(&values).map_err(Error::internal)?,
            ];
            self.customers.row(cells.into_iter())?;
        }
        Ok(())
    }

    fn events(&mut self, tx: &Tx, events: &[Event]) -> Result<()> {
        let mut roots: BTreeMap<CustomerId, CustomerId> = BTreeMap::new();
        for event in events {
            let leaf = event.customer_id;
            let root = match roots.entry(leaf) {
                Entry::Occupied(entry) => *entry.get(),
                Entry::Vacant(entry) => {
                    *entry.insert(identities::root_maybe(tx, leaf)?.unwrap_or(leaf))
                }
            };
            let amount = event.amount.as_ref();
            let cells = [
                event.occurred_at.to_string(),
                root.to_string(),
                self.doors.get(&event.channel_id).cloned().unwrap_or_default(),
                event.kind.as_str().to_string(),
                event.name.clone(),
                amount.map_or(String::new(), |amount| amount.to_decimal()),
                amount.map_or(String::new(), |amount| amount.currency.to_string()),
                event.properties.get().to_string(),
            ];
            self.events.row(cells.into_iter())?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        self.customers.finish()?;
        self.events.finish()
    }
}
