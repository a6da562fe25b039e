//! A cart appears as it is changed, by whomever. One watcher for the whole process looks for new changes when something
//! was written, and twice a second for what other processes wrote; it wakes the streams, each of which knows its leaves.
//! So thousands of open pages cost no reads while nobody changes a cart.

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::http::{HeaderName, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use customers::identities::CustomerId;
use futures_util::stream;
use kit::time::seconds;
use kit::{Error, Result, Time, Tx};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, Sender, channel};

use super::api::Shop;
use super::api::shown::Shown;
use super::visit::Visit;
use super::{ChangeId, of_leaves, store};
use crate::Ctx;

/// Proxies cut what is silent for a minute, some sooner.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// A browser that lost us comes back after this.
const RETRY: Duration = Duration::from_secs(2);
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// A burst of writes is looked at once.
const BREATH: Duration = Duration::from_millis(30);
/// Who is one customer with whom changes without a change of a cart: look again after this.
const REGROUPED_AFTER: Duration = Duration::from_secs(10);
/// Ids are made before their commit, and by clocks that differ: look this far back.
const OVERLAP: i64 = seconds(10);
const LOOK_SIZE: usize = 2_000;
/// Changes that a slow stream may be behind; it then looks for itself.
const BEHIND_MAX: usize = 256;

/// Tells the streams of this process whose cart has changed.
#[derive(Clone)]
pub struct Live {
    changed: Sender<CustomerId>,
    is_watched: Arc<AtomicBool>,
}

impl Default for Live {
    fn default() -> Live {
        Live { changed: channel(BEHIND_MAX).0, is_watched: Arc::default() }
    }
}

impl Live {
    /// Hears of every change of a cart from now on. Starts the watcher with the first who listens.
    pub fn listen(&self, ctx: &Ctx) -> Receiver<CustomerId> {
        let heard = self.changed.subscribe();
        if !self.is_watched.swap(true, Ordering::Relaxed) {
            tokio::spawn(watch(self.clone(), ctx.clone()));
        }
        heard
    }
}

/// The least id that a change of this moment can have.
fn first_id(at: Time) -> ChangeId {
    ChangeId(((at.as_ms().max(0) as u128) << 80).to_be_bytes())
}

async fn watch(live: Live, ctx: Ctx) {
    let db = &ctx.customers.db;
    let mut changes = db.changes();
    let mut told: HashSet<(ChangeId, CustomerId)> = HashSet::new();
    loop {
        let since = first_id(ctx.customers.clock.now().minus(OVERLAP));
        match db.read(|tx| store::changed_after(tx, since, LOOK_SIZE)).await {
            Ok(changed) => {
                told.retain(|(id, _)| *id > since);
                for changed in changed.into_iter().filter(|changed| told.insert(*changed)) {
                    // Nobody listens: nobody is told.
                    live.changed.send(changed.1).ok();
                }
            }
            Err(error) => tracing::warn!(%error, "the carts' watcher could not look"),
        }
        tokio::time::timeout(LOOK_EVERY, changes.changed()).await.ok();
        tokio::time::sleep(BREATH).await;
        changes.mark_unchanged();
    }
}

struct Following {
    shop: Shop,
    visit: Visit,
    leaves: Vec<CustomerId>,
    heard: Receiver<CustomerId>,
    /// What was shown last.
    shown: String,
}

/// The stream of one page: `cart` with the whole cart, at first and after each change.
pub async fn follow(shop: Shop, visit: Visit) -> Result<Response> {
    let heard = shop.live.listen(&shop.ctx);
    let following = Following { shop, visit, leaves: Vec::new(), heard, shown: String::new() };
    let events = stream::unfold(following, async |mut following| {
        // An error (the customer was erased, the session is over) ends the stream; the page asks again and is told.
        let event = following.next().await.ok()?;
        Some((Ok::<_, Infallible>(event), following))
    });
    let headers = [
        (HeaderName::from_static("x-accel-buffering"), "no"),
        (header::CACHE_CONTROL, "no-cache, no-transform"),
    ];
    let stream = Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    Ok((headers, stream).into_response())
}

impl Following {
    async fn next(&mut self) -> Result<Event> {
        loop {
            if let Some(shown) = self.look().await? {
                return Ok(Event::default().event("cart").data(shown).retry(RETRY));
            }
            self.wait().await?;
        }
    }

    /// The cart, where it is another than was shown.
    async fn look(&mut self) -> Result<Option<String>> {
        self.visit.now = self.shop.ctx.customers.clock.now();
        let visit = &self.visit;
        let read = |tx: &Tx| match visit.scope(tx)? {
            Some(scope) => {
                let leaves = scope.leaves(tx)?;
                Ok((of_leaves(tx, &leaves)?, leaves))
            }
            None => Ok((None, Vec::new())),
        };
        let (cart, leaves) = self.shop.ctx.customers.db.read(read).await?;
        self.leaves = leaves;
        let shown = Shown::to_visitor(cart.as_ref());
        let text = serde_json::to_string(&shown).map_err(Error::internal)?;
        if text == self.shown {
            return Ok(None);
        }
        self.shown.clone_from(&text);
        Ok(Some(text))
    }

    /// Until a leaf of this cart changes, or it is time to see whose leaves these are.
    async fn wait(&mut self) -> Result<()> {
        let mine = async {
            loop {
                match self.heard.recv().await {
                    Ok(leaf) if !self.leaves.contains(&leaf) => {}
                    Ok(_) | Err(RecvError::Lagged(_)) => return Ok(()),
                    Err(RecvError::Closed) => return Err(Error::internal("the server stops")),
                }
            }
        };
        tokio::time::timeout(REGROUPED_AFTER, mine).await.unwrap_or(Ok(()))
    }
}
