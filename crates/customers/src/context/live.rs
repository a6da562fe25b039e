//! What is new on a timeline, as it comes.
//!
//! A viewer looks again after each commit of this process, at most five times a second, and every so often for
//! what other processes on the same database did. Looking is one short read; nothing is kept for viewers.

use std::time::Duration;

use kit::db::{Engine, Hearing};
use kit::{Result, Time, Tx};
use tokio::sync::watch;

use super::marks;
use crate::Ctx;
use crate::events::{Event, EventId, store as events};
use crate::identities::{CustomerId, graph};

const PAUSE: Duration = Duration::from_millis(200);
/// How long to wait for a commit of this process before looking for those of others.
const OTHERS_AFTER: Duration = Duration::from_millis(500);
const OTHERS_AFTER_EMBEDDED: Duration = Duration::from_secs(5);
const AT_ONCE_MAX: usize = 50;
/// Of more that come between two looks, the newest are shown.
const BURST_MAX: usize = 1_000;

/// A view of one customer's timeline that goes on.
pub struct Live {
    ctx: Ctx,
    customer: CustomerId,
    leaves: Vec<CustomerId>,
    /// The customer, as a number.
    mark: Option<u64>,
    /// Every event up to here has been given.
    given: (Time, EventId),
    seen: Vec<EventId>,
    is_open: bool,
    changes: watch::Receiver<u64>,
    _others: Hearing,
}

/// What a look found.
#[derive(Debug, Default)]
pub struct News {
    /// Oldest first.
    pub events: Vec<Event>,
    /// The customer was merged or split: what was shown before may be of others now, or miss something.
    pub regrouped: bool,
}

impl Live {
    /// Begins after what is there now.
    pub async fn open(ctx: Ctx, customer: CustomerId) -> Result<Live> {
        let changes = ctx.db.changes();
        let given = (Time::MIN, EventId([0; 16]));
        let (leaves, seen) = (Vec::new(), Vec::new());
        let _others = ctx.db.hear_others();
        let (mark, is_open) = (None, false);
        let mut live = Live { ctx, customer, leaves, mark, given, seen, is_open, changes, _others };
        let (leaves, mark, newest) = live.newest().await?;
        (live.leaves, live.mark) = (leaves, mark);
        live.give(newest);
        live.is_open = true;
        Ok(live)
    }

    /// The next events, oldest first; waits until there are some.
    pub async fn next(&mut self) -> Result<Vec<Event>> {
        loop {
            let news = self.news().await?;
            if !news.events.is_empty() {
                return Ok(news.events);
            }
        }
    }

    /// What is new, and whether the customer is still made of the same leaves; waits until something is, or something else
    /// of them changed.
    pub async fn news(&mut self) -> Result<News> {
        let others_after = match self.ctx.db.engine() {
            Engine::Sqlite => OTHERS_AFTER_EMBEDDED,
            Engine::Postgres => OTHERS_AFTER,
        };
        loop {
            tokio::time::timeout(others_after, self.changes.changed()).await.ok();
            let (leaves, mark, newest) = self.newest().await?;
            let news = News { regrouped: leaves != self.leaves, events: self.give(newest) };
            self.leaves = leaves;
            let is_changed = std::mem::replace(&mut self.mark, mark) != mark;
            if news.regrouped || is_changed || !news.events.is_empty() {
                return Ok(news);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The newest events, back to one that was given; of a burst that is larger still, the end.
    async fn newest(&self) -> Result<(Vec<CustomerId>, Option<u64>, Vec<Event>)> {
        let read = |tx: &Tx| {
            // Asked anew each time: the customer may have been merged or split meanwhile.
            let leaves = graph::leaves(tx, self.customer)?;
            let mark = marks::marks(tx, &self.ctx.recorder.log, &[self.customer])?;
            let mark = mark.get(&self.customer).copied();
            let mut newest: Vec<Event> = Vec::new();
            loop {
                let before = newest.last().map(|event| (event.occurred_at, event.id));
                let wanted =
                    events::Wanted { before, ..events::Wanted::newest(&leaves, AT_ONCE_MAX) };
                let page = events::page(tx, &self.ctx.recorder.log, &wanted)?;
                let is_last = page.len() < AT_ONCE_MAX;
                newest.extend(page);
                let is_given =
                    |e: &Event| (e.occurred_at, e.id) <= self.given || self.seen.contains(&e.id);
                if is_last
                    || !self.is_open
                    || newest.len() >= BURST_MAX
                    || newest.last().is_some_and(is_given)
                {
                    return Ok((leaves, mark, newest));
                }
            }
        };
        self.ctx.db.read(read).await
    }

    /// Keeps what was not given yet. A late event has an earlier place, so the ids are compared too.
    fn give(&mut self, newest: Vec<Event>) -> Vec<Event> {
        let ids: Vec<EventId> = newest.iter().map(|event| event.id).collect();
        let oldest = newest.last().map(|event| (event.occurred_at, event.id));
        let mut new: Vec<Event> = newest
            .into_iter()
            .filter(|event| !self.seen.contains(&event.id))
            .filter(|event| (event.occurred_at, event.id) > self.given)
            .collect();
        new.reverse();
        // What lies before the oldest of this look was given, or is too old to be news.
        self.given = oldest.map_or(self.given, |oldest| {
            if ids.len() < AT_ONCE_MAX { self.given } else { oldest.max(self.given) }
        });
        self.seen = ids;
        new
    }
}
