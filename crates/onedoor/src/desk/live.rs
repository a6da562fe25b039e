//! What changes by itself: `data-live="/desk/…/live"` listens here by server-sent events, for rows that come at the
//! head of a list ([`rows`]) or for a part of a page that is drawn anew ([`state`]).

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, stream};
use kit::{Db, Result};
use maud::Markup;

/// Other processes on the same PostgreSQL are not heard: look by ourselves after this.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// A burst of writes is shown as one.
const BREATH: Duration = Duration::from_millis(150);

/// Sends an event `rows` whenever `look` finds something new. `look` gets and gives where it stands, so that
/// nothing is shown twice. An error ends the stream, and the browser comes back by itself.
pub fn rows<S, L, F>(
    db: &Db,
    start: S,
    look: L,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<S, L, F>>
where
    S: Send + 'static,
    L: Fn(S) -> F + Send + 'static,
    F: Future<Output = Result<(S, Option<Markup>)>> + Send + 'static,
{
    let state = (db.changes(), db.hear_others(), start, look);
    let events = stream::unfold(state, async |(mut changes, others, mut at, look)| {
        loop {
            // Either somebody wrote, or it is time to look anyway.
            tokio::time::timeout(LOOK_EVERY, changes.changed()).await.ok();
            tokio::time::sleep(BREATH).await;
            changes.mark_unchanged();
            let (next, found) = look(at).await.ok()?;
            at = next;
            if let Some(markup) = found {
                let event = Event::default().event("rows").data(markup.into_string());
                return Some((Ok(event), (changes, others, at, look)));
            }
        }
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// Sends an event `state` with what `draw` gives: at once, so that nothing is missed between the page and the
/// listening, and again whenever it has changed (also “3 min ago” does).
pub fn state<L, F>(
    db: &Db,
    draw: L,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<L, F>>
where
    L: Fn() -> F + Send + 'static,
    F: Future<Output = Result<Markup>> + Send + 'static,
{
    let state = (db.changes(), db.hear_others(), String::new(), draw);
    let events = stream::unfold(state, async |(mut changes, others, drawn, draw)| {
        loop {
            if !drawn.is_empty() {
                tokio::time::timeout(LOOK_EVERY, changes.changed()).await.ok();
                tokio::time::sleep(BREATH).await;
            }
            changes.mark_unchanged();
            let now = draw().await.ok()?.into_string();
            if now != drawn {
                let event = Event::default().event("state").data(&now);
                return Some((Ok(event), (changes, others, now, draw)));
            }
        }
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
