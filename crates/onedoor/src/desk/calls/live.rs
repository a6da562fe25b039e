//! The stream that every page of the desk has: server-sent events `calls` with the cards of the calls that go on, and
//! `notice` with what whoever sits here should hear of.

use std::convert::Infallible;

use axum::response::sse::{Event, KeepAlive, Sse};
use customers::accounts::{Permit, may};
use engage::connectors::phone::pop::{Live, Shown};
use engage::notices::{self, Notice};
use futures_util::{Stream, stream};
use kit::Result;

use super::pop;
use crate::desk::notices::event;
use crate::desk::who::Desk;

struct Follower {
    desk: Desk,
    calls: Live,
    notices: notices::Live,
}

/// What came first.
enum News {
    Calls(Vec<Shown>),
    Notice(std::sync::Arc<Notice>),
}

pub async fn follow_calls(
    desk: Desk,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>> {
    let permit: Permit<may::SeeConversations> = desk.staff.permit()?;
    let engage = &desk.app.engage;
    let notices = notices::Live::open(engage.clone(), &permit);
    let calls = Live::open(engage.clone(), permit, desk.staff.actor().account_id);
    let follower = Follower { desk, calls, notices };
    let events = stream::unfold(follower, async |mut follower| {
        // An error (the session ended) ends the stream; the browser asks again and is told.
        let event = follower.next().await.ok()?;
        Some((Ok(event), follower))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

impl Follower {
    async fn next(&mut self) -> Result<Event> {
        loop {
            let news = tokio::select! {
                shown = self.calls.changed() => News::Calls(shown?),
                notice = self.notices.next() => News::Notice(notice?),
            };
            let desk = self.desk.renewed().await?;
            match news {
                News::Calls(shown) => {
                    let cards = pop::cards(&desk, &shown).await?.into_string();
                    // An event without data is none to a browser.
                    let data = format!("<!-- {} -->{cards}", shown.len());
                    return Ok(Event::default().event("calls").data(data));
                }
                News::Notice(notice) => {
                    if let Some(event) = event(&desk, &self.notices, &notice).await? {
                        return Ok(event);
                    }
                }
            }
        }
    }
}
