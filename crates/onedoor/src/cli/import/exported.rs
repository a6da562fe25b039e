//! Takes back what `onedoor export` wrote: customers as they stood, then their history, door by door.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;

use customers::Ctx;
use customers::channels::{self, Channel, Door};
use customers::exchange::{self, Person};
use customers::groups::{self, Group};
use customers::identities::{CustomerId, carried};
use kit::{Error, Result};
use serde::de::DeserializeOwned;

use super::report::Report;
use super::take::{Job, Trust};
use super::{feed, hash, lines, source};
use crate::cli::export::{FORMAT, MANIFEST, Manifest, files};

const CUSTOMERS_PER_WRITE: usize = 500;

/// Into an empty database only, or one in which the same import was begun: customers are never mixed.
pub async fn import(ctx: &Ctx, folder: &Path, report: &mut Report<'_>) -> Result<()> {
    let manifest = read_manifest(folder)?;
    let doors: Vec<Channel> = values(&folder.join(files::DOORS))?.collect::<Result<_>>()?;
    let first = values(&folder.join(files::CUSTOMERS))?.next().transpose()?;
    must_be_ours(ctx, first.as_ref()).await?;
    ctx.db.write(|tx| doors.iter().try_for_each(|door| channels::restore(tx, door))).await?;
    let groups: Vec<Group> = values(&folder.join(files::GROUPS))?.collect::<Result<_>>()?;
    let now = ctx.clock.now();
    ctx.db.write(|tx| groups.iter().try_for_each(|group| groups::restore(tx, group, now))).await?;
    let customers = import_people(ctx, folder).await?;
    report.say(&format!(
        "doors {}, groups {}, customers {customers}",
        doors.len(),
        groups.len()
    ))?;
    let mut events = 0;
    for channel in doors {
        let path = folder.join(files::EVENTS).join(format!("{}.jsonl", channel.id));
        if !path.exists() {
            continue;
        }
        let (source, read) = source::open(&path)?;
        let plan_hash = hash(&["exported", &channel.id.to_string()]);
        let door = Door { channel: Arc::new(channel), trusted: true };
        let trust = Trust::AsItWas;
        let job = Job { ctx, door, trust, plan_hash, dry_run: false, resume: false };
        let feed = move |feeder: &mut feed::Feeder| lines::feed(read, feeder);
        job.take(&path, &source, feed, report).await?;
        events += report.counts.rows - report.counts.bad;
    }
    if (customers, events) != (manifest.customers, manifest.events) {
        let detail = format!(
            "The export says {} customers and {} events; these were {customers} and {events}.",
            manifest.customers, manifest.events
        );
        return Err(Error::bad_input("incomplete", detail));
    }
    Ok(())
}

fn read_manifest(folder: &Path) -> Result<Manifest> {
    let path = folder.join(MANIFEST);
    let text = std::fs::read_to_string(&path).map_err(|error| {
        let detail = format!("{}: {error}. Is this a whole export?", path.display());
        Error::bad_input("bad_export", detail)
    })?;
    let manifest: Manifest = serde_json::from_str(&text).map_err(|error| unread(&path, error))?;
    if manifest.format != FORMAT {
        let detail = format!("The export has format {}, not {FORMAT}.", manifest.format);
        return Err(Error::bad_input("other_format", detail));
    }
    Ok(manifest)
}

async fn must_be_ours(ctx: &Ctx, first: Option<&Person>) -> Result<()> {
    let there = ctx.db.read(|tx| carried::roots_after(tx, CustomerId([0; 16]), 1)).await?;
    if there.first().is_none_or(|there| first.is_some_and(|first| first.id == *there)) {
        return Ok(());
    }
    Err(Error::conflict(
        "not_empty",
        "There are customers in this database. An export is taken back into an empty one; to add its \
         history to a shop, use `onedoor import jsonl` with the files in events/.",
    ))
}

async fn import_people(ctx: &Ctx, folder: &Path) -> Result<u64> {
    let mut people = values::<Person>(&folder.join(files::CUSTOMERS))?;
    let now = ctx.clock.now();
    let mut count = 0;
    loop {
        let page = people.by_ref().take(CUSTOMERS_PER_WRITE).collect::<Result<Vec<Person>>>()?;
        if page.is_empty() {
            return Ok(count);
        }
        ctx.db.write(|tx| exchange::restore(tx, &page, now)).await?;
        count += page.len() as u64;
    }
}

/// The values of a file of JSON lines.
fn values<T: DeserializeOwned>(path: &Path) -> Result<impl Iterator<Item = Result<T>> + use<T>> {
    let (_, read) = source::open(path)?;
    let path = path.to_path_buf();
    Ok(BufReader::new(read).lines().map(move |line| {
        let line = line.map_err(|error| unread(&path, error))?;
        serde_json::from_str(&line).map_err(|error| unread(&path, error))
    }))
}

fn unread(path: &Path, error: impl std::fmt::Display) -> Error {
    Error::bad_input("bad_export", format!("{}: {error}.", path.display()))
}
