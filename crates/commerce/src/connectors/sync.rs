//! A link is read and told: the job that does both, page by page, each stored with how far it was read.

use customers::channels::ChannelId;
use kit::jobs::{self, Job, NewJob, Outcome};
use kit::time::{days, minutes};
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::feeds::{Session, is_long};
use super::rules::{Cursor, next_feed};
use super::theirs::Thing;
use super::upkeep::SYNC_EVERY;
use super::{Feed, Link, State, System, Trouble, parcels, shopify, store, take, tell, woocommerce};
use crate::Ctx;

/// The kinds of jobs.
pub const SYNC: &str = "sync_link";
pub const DELIVERY: &str = "take_delivery";

/// What they bring again is known for so long.
const DELIVERIES_KEPT: i64 = days(30);
/// How often what they have in stock is looked at as a whole.
const LEVELS_EVERY: i64 = minutes(60);

/// Of a reading.
#[derive(Serialize, Deserialize)]
struct Sync {
    link: ChannelId,
    feed: Feed,
    /// When it began.
    since: Time,
}

#[derive(Serialize, Deserialize)]
struct Delivery {
    link: ChannelId,
    id: String,
}

fn queue(link: ChannelId) -> String {
    format!("link:{link}")
}

/// Asks for a reading from the first feed on.
pub fn enqueue(tx: &Tx, link: ChannelId, now: Time) -> Result<()> {
    enqueue_from(tx, &Sync { link, feed: Feed::Products, since: now }, now)
}

fn enqueue_from(tx: &Tx, sync: &Sync, now: Time) -> Result<()> {
    put(tx, sync.link, SYNC, &store::text(sync)?, now)
}

/// Asks for what was brought to be taken in.
pub fn enqueue_delivery(tx: &Tx, link: ChannelId, id: &str, now: Time) -> Result<()> {
    put(tx, link, DELIVERY, &store::text(&Delivery { link, id: id.to_string() })?, now)
}

/// One queue for each link, and one job of it at a time.
fn put(tx: &Tx, link: ChannelId, kind: &str, body: &str, now: Time) -> Result<()> {
    let (queue, key) = (queue(link), link.to_string());
    jobs::enqueue(tx, &NewJob { queue: &queue, kind, key: &key, body, due_at: now }, now)?;
    Ok(())
}

/// Reads what changed there, and tells what changed here.
pub async fn sync_job(ctx: &Ctx, job: &Job) -> Outcome {
    try_sync(ctx, job).await.unwrap_or_else(Outcome::from)
}

async fn try_sync(ctx: &Ctx, job: &Job) -> Result<Outcome> {
    let mut sync: Sync = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let Some(link) = running(ctx, sync.link).await? else { return Ok(Outcome::Done) };
    let began = ctx.customers.clock.now();
    let session = match Session::open(&link).await {
        Ok(session) => session,
        Err(trouble) => return failed(ctx, &link, &trouble).await,
    };
    loop {
        let is_last = match read_page(ctx, &link, &session, sync.feed).await? {
            Ok(is_last) => is_last,
            Err(trouble) => return failed(ctx, &link, &trouble).await,
        };
        if is_last {
            match next_feed(sync.feed) {
                Some(feed) => sync.feed = feed,
                None => break,
            }
        }
        let now = ctx.customers.clock.now();
        if is_long(began, now) {
            let go_on = |tx: &Tx| {
                // However long a first reading takes, it is one chain of jobs.
                store::put_off(tx, link.id(), now.plus(SYNC_EVERY))?;
                enqueue_from(tx, &sync, now)
            };
            ctx.customers.db.write(go_on).await?;
            return Ok(Outcome::Done);
        }
    }
    let told = match parcels::tell(ctx, &link, &session).await? {
        Ok(()) => tell::tell(ctx, &link, &session).await?,
        Err(trouble) => Err(trouble),
    };
    if let Err(trouble) = told {
        return failed(ctx, &link, &trouble).await;
    }
    let now = ctx.customers.clock.now();
    let done = |tx: &Tx| {
        store::delete_deliveries_before(tx, link.id(), now.minus(DELIVERIES_KEPT))?;
        store::set_synced(tx, link.id(), now)
    };
    ctx.customers.db.write(done).await?;
    Ok(Outcome::Done)
}

/// The link, unless it is paused or its door is shut.
async fn running(ctx: &Ctx, id: ChannelId) -> Result<Option<Link>> {
    let read = |tx: &Tx| store::find_maybe(tx, &ctx.customers.secrets, id);
    let link = ctx.customers.db.read(read).await?;
    let is_open = |link: &Link| link.state != State::Paused && link.channel.disabled_at.is_none();
    Ok(link.filter(is_open))
}

/// Reads one page and takes it in, with how far it was read; whether it was the last.
async fn read_page(
    ctx: &Ctx,
    link: &Link,
    session: &Session,
    feed: Feed,
) -> Result<Result<bool, Trouble>> {
    let known = ctx.customers.db.read(|tx| store::readings(tx, link.id())).await?;
    let known = known.into_iter().find(|reading| reading.feed == feed);
    let now = ctx.customers.clock.now();
    let cursor = known.as_ref().map_or_else(Cursor::default, |reading| reading.cursor.clone());
    // Levels have no times: read as a whole, and not at each turn.
    if feed == Feed::Levels
        && known.is_some_and(|reading| reading.done_at.is_some())
        && cursor.skip == 0
        && cursor.token.is_none()
        && now.since(cursor.since) < LEVELS_EVERY
    {
        return Ok(Ok(true));
    }
    let page = match session.page(feed, &cursor, now).await {
        Ok(page) => page,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let write = |tx: &Tx| {
        let taken = take::take(ctx, tx, link, &page.things, now)?;
        let done_at = page.is_last.then_some(now);
        store::set_cursor(tx, link.id(), feed, &page.cursor, page.things.len(), done_at)?;
        Ok(taken)
    };
    ctx.customers.db.write(write).await?.learn(ctx);
    Ok(Ok(page.is_last))
}

/// Says so on the link's page. Who is away is asked again later; who refuses us is not asked again until a person has looked.
async fn failed(ctx: &Ctx, link: &Link, trouble: &Trouble) -> Result<Outcome> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        store::set_failed(tx, link.id(), trouble.words(), now)?;
        match trouble {
            Trouble::Refused(_) => store::set_state(tx, link.id(), State::Paused, now),
            Trouble::Away(_) | Trouble::Odd(_) => Ok(()),
        }
    };
    ctx.customers.db.write(write).await?;
    // The job is over: the link is due again in a minute, and goes on from its cursors.
    Ok(Outcome::Done)
}

/// Takes in what was brought.
pub async fn delivery_job(ctx: &Ctx, job: &Job) -> Outcome {
    try_delivery(ctx, job).await.map_or_else(Outcome::from, |()| Outcome::Done)
}

async fn try_delivery(ctx: &Ctx, job: &Job) -> Result<()> {
    let body: Delivery = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let now = ctx.customers.clock.now();
    let read = |tx: &Tx| {
        let link = store::find_maybe(tx, &ctx.customers.secrets, body.link)?;
        Ok(link.zip(store::delivery_maybe(tx, body.link, &body.id)?))
    };
    let Some((link, (topic, text))) = ctx.customers.db.read(read).await? else { return Ok(()) };
    let understood = understand(&link, &topic, &text);
    let write = |tx: &Tx| {
        // Another process may have been quicker.
        store::take_turn(tx, link.id())?;
        if store::delivery_maybe(tx, link.id(), &body.id)?.is_none() {
            return Ok(take::Taken::default());
        }
        store::set_delivered(tx, link.id(), &body.id, now)?;
        match &understood {
            Ok(things) => take::take(ctx, tx, &link, things, now),
            // The next reading brings it again in the shape of the API; nothing is lost.
            Err(trouble) => {
                store::set_failed(tx, link.id(), trouble.words(), now)?;
                Ok(take::Taken::default())
            }
        }
    };
    ctx.customers.db.write(write).await?.learn(ctx);
    Ok(())
}

fn understand(link: &Link, topic: &str, body: &str) -> Result<Vec<Thing>, Trouble> {
    match link.system {
        System::Shopify => shopify::understand(topic, body),
        System::Woocommerce => woocommerce::understand(link, topic, body),
        System::Vendure | System::Medusa => Ok(Vec::new()),
    }
}
