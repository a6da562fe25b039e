//! `onedoor export`: everything that a shop knows of its customers, as files.
//!
//! | file | holds |
//! | --- | --- |
//! | `doors.jsonl` | the doors, without their secret keys |
//! | `groups.jsonl` | households and companies |
//! | `customers.jsonl` | a customer a line, with all that hangs on it but the events |
//! | `events/chn_….jsonl` | what came by each door, as Segment calls |
//! | `export.json` | when it was made and how much it is; written last: without it the export is not whole |
//!
//! `onedoor import exported` takes it back, into an empty database, exactly; the events of a door are also taken by
//! `/v1/import` and `onedoor import jsonl`, here or by any other tool that reads Segment calls. `--format csv` writes
//! `customers.csv` and `events.csv` for a spreadsheet instead.
//!
//! It is one consistent picture, read page by page: memory does not grow with the shop.

mod jsonl;
mod tables;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use customers::Ctx;
use customers::events::{Event, all};
use customers::exchange::{self, Person};
use customers::identities::CustomerId;
use indicatif::ProgressBar;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::import::grouped;

pub use jsonl::names as files;

const CUSTOMERS_PER_PAGE: usize = 500;
const EVENTS_PER_PAGE: usize = 2_000;
pub const MANIFEST: &str = "export.json";
/// Changes when what is written is no longer read by the version before.
pub const FORMAT: u32 = 1;

#[derive(Args, Debug)]
pub struct Options {
    /// A folder that is not there yet, or is empty
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// Whole: for another Onedoor, and for other tools
    Jsonl,
    /// For a spreadsheet
    Csv,
}

/// What `export.json` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    pub at: Time,
    pub customers: u64,
    pub events: u64,
}

/// What writes the pages down.
trait Writing {
    fn people(&mut self, people: &[Person]) -> Result<()>;
    fn events(&mut self, tx: &Tx, events: &[Event]) -> Result<()>;
    fn finish(&mut self) -> Result<()>;
}

pub async fn run(ctx: &Ctx, options: Options, out: &mut (dyn Write + Send)) -> Result<()> {
    let folder = &options.out;
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, error))?;
    if fs::read_dir(folder).map_err(|error| unwritable(folder, error))?.next().is_some() {
        let detail = format!("{} is not empty; name a folder that is.", folder.display());
        return Err(Error::conflict("not_empty", detail));
    }
    let started = ctx.clock.now();
    let bar = ProgressBar::new_spinner();
    let manifest = ctx
        .db
        .scan(|tx| match options.format {
            Format::Jsonl => write(tx, &mut jsonl::Files::create(tx, folder)?, &bar, started),
            Format::Csv => write(tx, &mut tables::Files::create(tx, folder)?, &bar, started),
        })
        .await?;
    bar.finish_and_clear();
    let text = serde_json::to_string_pretty(&manifest).map_err(Error::internal)?;
    let path = folder.join(MANIFEST);
    fs::write(&path, text + "\n").map_err(|error| unwritable(&path, error))?;
    let (customers, events) = (grouped(manifest.customers), grouped(manifest.events));
    writeln!(out, "{customers} customers and {events} events").map_err(Error::internal)
}

fn write(tx: &Tx, files: &mut impl Writing, bar: &ProgressBar, at: Time) -> Result<Manifest> {
    let mut manifest = Manifest { format: FORMAT, at, customers: 0, events: 0 };
    let mut after = CustomerId([0; 16]);
    loop {
        let people = exchange::people(tx, after, CUSTOMERS_PER_PAGE)?;
        let Some(last) = people.last() else { break };
        after = last.id;
        files.people(&people)?;
        manifest.customers += people.len() as u64;
        bar.set_message(format!("{} customers", grouped(manifest.customers)));
        bar.tick();
    }
    let mut place = all::Place::START;
    loop {
        let (events, next) = all::page(tx, place, EVENTS_PER_PAGE)?;
        if events.is_empty() {
            break;
        }
        place = next;
        files.events(tx, &events)?;
        manifest.events += events.len() as u64;
        bar.set_message(format!("{} events", grouped(manifest.events)));
        bar.tick();
    }
    files.finish()?;
    Ok(manifest)
}

/// A file that is being written.
struct Output {
    path: PathBuf,
    file: BufWriter<File>,
}

impl Output {
    fn create(path: PathBuf) -> Result<Output> {
        let file = File::create_new(&path).map_err(|error| unwritable(&path, error))?;
        Ok(Output { path, file: BufWriter::with_capacity(1 << 20, file) })
    }

    fn line(&mut self, text: &str) -> Result<()> {
        let written = writeln!(self.file, "{text}");
        written.map_err(|error| unwritable(&self.path, error))
    }

    fn json(&mut self, value: &impl Serialize) -> Result<()> {
        self.line(&serde_json::to_string(value).map_err(Error::internal)?)
    }

    fn finish(&mut self) -> Result<()> {
        self.file.flush().map_err(|error| unwritable(&self.path, error))
    }
}

fn unwritable(path: &Path, error: impl std::fmt::Display) -> Error {
    Error::bad_input("bad_out", format!("{}: {error}.", path.display()))
}
