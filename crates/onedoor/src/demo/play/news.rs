//! Something happened at the customer's end: open pages look again.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, stream};
use kit::{Db, Result};
use maud::Markup;
use tokio::sync::watch;

/// “3 min ago” grows older by itself.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// A burst is shown as one.
const BREATH: Duration = Duration::from_millis(60);

#[derive(Clone, Default)]
pub struct News(watch::Sender<u64>);

impl News {
    pub fn tell(&self) {
        self.0.send_modify(|count| *count += 1);
    }

    pub fn listen(&self) -> watch::Receiver<u64> {
        self.0.subscribe()
    }

    /// Sends an event `state` with what `draw` gives: at once, and whenever it has changed, because of what the customer
    /// did or because of what the shop wrote down.
    pub fn follow<L, F>(
        &self,
        db: &Db,
        draw: L,
    ) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<L, F>>
    where
        L: Fn() -> F + Send + 'static,
        F: Future<Output = Result<Markup>> + Send + 'static,
    {
        let state = (self.listen(), db.changes(), None::<String>, draw);
        let events = stream::unfold(state, async |(mut news, mut changes, drawn, draw)| {
            loop {
                if drawn.is_some() {
                    tokio::select! {
                        _ = news.changed() => {}
                        _ = changes.changed() => {}
                        () = tokio::time::sleep(LOOK_EVERY) => {}
                    }
                    tokio::time::sleep(BREATH).await;
                }
                news.mark_unchanged();
                changes.mark_unchanged();
                let now = draw().await.ok()?.into_string();
                if drawn.as_ref() != Some(&now) {
                    let event = Event::default().event("state").data(&now);
                    return Some((Ok(event), (news, changes, Some(now), draw)));
                }
            }
        });
        Sse::new(events).keep_alive(KeepAlive::default())
    }
}
