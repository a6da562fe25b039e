//! What staff do with links: connect one, look at it, read it now, pause it.

use customers::accounts::{Permit, audit, may};
use customers::channels::{self, ChannelId, ChannelKind, NewChannel};
use kit::{Error, Result, Time, Tx};
use serde_json::{Map, Value, json};

use super::feeds::Session;
use super::store_records::{self as records, Kind};
use super::{Feed, Link, Settings, State, System, aside, link, store, store_variants, sync};
use crate::Ctx;
use crate::catalogue::VariantId;

/// Variants that are looked at together.
const PAGE_SIZE: i64 = 500;
/// Shown at once.
const PROBLEMS_SHOWN: i64 = 50;

/// A link as staff describe it.
#[derive(Clone, Debug)]
pub struct Connecting {
    pub system: System,
    /// Of its door.
    pub name: String,
    pub url: String,
    pub settings: Settings,
    /// By their names; one that is empty stays as it was.
    pub secrets: Vec<(String, String)>,
}

/// How far a feed was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub feed: Feed,
    pub taken: i64,
    pub done_at: Option<Time>,
}

/// A link with what became of it.
#[derive(Clone, Debug)]
pub struct Shown {
    pub link: Link,
    pub progress: Vec<Progress>,
    /// What of theirs is what of ours: products, variants, customers, orders.
    pub linked: [i64; 4],
    /// What to look at: an order's number or a product's title there, and what is the matter.
    pub problems: Vec<(String, String)>,
}

type MayManage = Permit<may::ManageDoors>;

pub async fn list(ctx: &Ctx, _: &Permit<may::SeeDoors>) -> Result<Vec<Shown>> {
    let read = |tx: &Tx| {
        let ids = store::list(tx)?;
        ids.into_iter().map(|id| shown(ctx, tx, id)).collect::<Result<Vec<_>>>()
    };
    ctx.customers.db.read(read).await
}

pub async fn show(ctx: &Ctx, _: &Permit<may::SeeDoors>, id: ChannelId) -> Result<Shown> {
    ctx.customers.db.read(|tx| shown(ctx, tx, id)).await
}

fn shown(ctx: &Ctx, tx: &Tx, id: ChannelId) -> Result<Shown> {
    let link = store::find(tx, &ctx.customers.secrets, id)?;
    let known = store::readings(tx, id)?;
    let progress = Feed::ALL.iter().map(|feed| {
        let known = known.iter().find(|reading| reading.feed == *feed);
        let (taken, done_at) = known.map_or((0, None), |reading| (reading.taken, reading.done_at));
        Progress { feed: *feed, taken, done_at }
    });
    let mut linked = [0; 4];
    for (place, kind) in linked.iter_mut().zip(Kind::ALL) {
        *place = records::count(tx, id, *kind)?;
    }
    Ok(Shown {
        link,
        progress: progress.collect(),
        linked,
        problems: records::problems(tx, id, PROBLEMS_SHOWN)?,
    })
}

/// Makes the door and the link, after the other side has let us in; its first reading begins at once.
///
/// # Errors
/// `link_refused`, `link_unreachable`, with what the other side said.
pub async fn connect(ctx: &Ctx, permit: &MayManage, new: &Connecting) -> Result<ChannelId> {
    let now = ctx.customers.clock.now();
    let url = link::checked_url(&new.url)?;
    let kind = ChannelKind::Marketplace;
    let fresh = NewChannel { kind, name: new.name.clone() };
    // Tried before anything is written: a link that never worked is none.
    let trial = |tx: &Tx| {
        check_location(tx, &new.settings)?;
        Ok(())
    };
    ctx.customers.db.read(trial).await?;
    let mut made = Link {
        channel: std::sync::Arc::new(trial_channel(&fresh, now)),
        system: new.system,
        url,
        settings: new.settings.clone(),
        secrets: filled(&Map::new(), new)?,
        state: State::Importing,
        synced_at: None,
        error: None,
        failed_at: None,
        changed_at: now,
    };
    try_out(&made).await?;
    let write = |tx: &Tx| {
        let (channel, _) = channels::create(tx, &fresh, now)?;
        let made = Link { channel: std::sync::Arc::new(channel), ..made.clone() };
        store::save(tx, &ctx.customers.secrets, &made, now)?;
        note(tx, permit, &made, "link_made", now)?;
        Ok(made)
    };
    made = ctx.customers.db.write(write).await?;
    ctx.customers.doors.forget();
    Ok(made.id())
}

/// A door that is not there yet.
fn trial_channel(new: &NewChannel, now: Time) -> channels::Channel {
    let (track, talk, sell) = new.kind.passes();
    channels::Channel {
        id: ChannelId([0; 16]),
        kind: new.kind,
        name: new.name.clone(),
        track,
        talk,
        sell,
        write_key: String::new(),
        created_at: now,
        disabled_at: None,
    }
}

/// What was kept aside for it is everybody's again.
fn release_aside(tx: &Tx, link: &Link, now: Time) -> Result<()> {
    let mut last = VariantId([0; 16]);
    loop {
        let page = store_variants::page(tx, link.id(), last, PAGE_SIZE)?;
        let Some(one) = page.last() else { return Ok(()) };
        last = one.variant;
        aside::end(tx, link, &page, now)?;
    }
}

/// Changes how a link is connected, after the other side has let us in that way.
pub async fn change(ctx: &Ctx, permit: &MayManage, id: ChannelId, new: &Connecting) -> Result<()> {
    let now = ctx.customers.clock.now();
    let read = |tx: &Tx| {
        check_location(tx, &new.settings)?;
        store::find(tx, &ctx.customers.secrets, id)
    };
    let before = ctx.customers.db.read(read).await?;
    let state = if before.synced_at.is_some() { State::Running } else { State::Importing };
    let after = Link {
        url: link::checked_url(&new.url)?,
        settings: new.settings.clone(),
        secrets: filled(&before.secrets, new)?,
        state,
        ..before
    };
    try_out(&after).await?;
    let write = |tx: &Tx| {
        channels::rename(tx, id, &new.name)?;
        if after.settings.aside_max() == 0 {
            release_aside(tx, &after, now)?;
        }
        store::save(tx, &ctx.customers.secrets, &after, now)?;
        note(tx, permit, &after, "link_changed", now)
    };
    ctx.customers.db.write(write).await
}

/// Asks the other side to let us in; nothing is changed.
pub async fn test(ctx: &Ctx, _: &MayManage, id: ChannelId) -> Result<()> {
    let link = ctx.customers.db.read(|tx| store::find(tx, &ctx.customers.secrets, id)).await?;
    try_out(&link).await
}

async fn try_out(link: &Link) -> Result<()> {
    match Session::open(link).await {
        Ok(_) => Ok(()),
        Err(super::Trouble::Refused(said)) => Err(Error::bad_input("link_refused", said)),
        Err(trouble) => Err(Error::bad_input("link_unreachable", trouble.words().to_string())),
    }
}

/// Reads it now; with `from_start` all that it has once more, which changes nothing that is right.
pub async fn read_now(
    ctx: &Ctx,
    permit: &MayManage,
    id: ChannelId,
    from_start: bool,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let link = store::find(tx, &ctx.customers.secrets, id)?;
        if from_start {
            store::delete_cursors(tx, id)?;
            note(tx, permit, &link, "link_read_again", now)?;
        }
        sync::enqueue(tx, id, now)
    };
    ctx.customers.db.write(write).await
}

/// Stops reading and telling, or goes on. What they bring meanwhile is found by the next reading.
pub async fn pause(ctx: &Ctx, permit: &MayManage, id: ChannelId, is_paused: bool) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let link = store::find(tx, &ctx.customers.secrets, id)?;
        let state = match (is_paused, link.synced_at) {
            (true, _) => State::Paused,
            (false, Some(_)) => State::Running,
            (false, None) => State::Importing,
        };
        store::set_state(tx, id, state, now)?;
        note(tx, permit, &link, if is_paused { "link_paused" } else { "link_resumed" }, now)
    };
    ctx.customers.db.write(write).await
}

/// Somebody has looked at the orders with problems.
pub async fn clear_problems(ctx: &Ctx, permit: &MayManage, id: ChannelId) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let link = store::find(tx, &ctx.customers.secrets, id)?;
        records::clear_problems(tx, id)?;
        note(tx, permit, &link, "link_problems_seen", now)
    };
    ctx.customers.db.write(write).await
}

fn note(tx: &Tx, permit: &MayManage, link: &Link, action: &str, now: Time) -> Result<()> {
    let detail = json!({ "system": link.system, "name": link.channel.name, "url": link.url });
    audit::record(tx, now, permit.actor(), action, &link.id().to_string(), &detail)
}

fn check_location(tx: &Tx, settings: &Settings) -> Result<()> {
    let Some(code) = &settings.location else { return Ok(()) };
    let found = crate::stock::store::location_by_code(tx, code)?;
    if found.is_some_and(|place| place.is_open()) {
        return Ok(());
    }
    let detail = format!("No open place has the code “{code}”. Look at the places of Stock.");
    Err(Error::bad_input("no_such_location", detail))
}

fn filled(before: &Map<String, Value>, new: &Connecting) -> Result<Map<String, Value>> {
    let mut secrets = before.clone();
    for name in new.system.secrets() {
        let given =
            new.secrets.iter().find(|(given, _)| given == name).map(|(_, value)| value.trim());
        match given.filter(|given| !given.is_empty()) {
            Some(given) => drop(secrets.insert((*name).to_string(), given.into())),
            None if secrets.contains_key(*name) || new.system.does_without(name) => {}
            None => {
                let detail = format!("{} needs “{name}”.", new.system.name());
                return Err(Error::bad_input("no_secret", detail));
            }
        }
    }
    Ok(secrets)
}
