//! The calls that go on, as they come: server-sent events `calls` with the cards.

use std::convert::Infallible;

use axum::response::sse::{Event, KeepAlive, Sse};
use customers::accounts::{Permit, may};
use engage::connectors::phone::pop::Live;
use futures_util::{Stream, stream};
use kit::Result;

use super::pop;
use crate::desk::who::Desk;

pub async fn follow_calls(
    desk: Desk,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>> {
    let permit: Permit<may::SeeConversations> = desk.staff.permit()?;
    let viewer = desk.staff.actor().account_id;
    let live = Live::open(desk.app.engage.clone(), permit, viewer);
    let events = stream::unfold((desk, live), async |(desk, mut live)| {
        // An error (the session ended) ends the stream; the browser asks again and is told.
        let event = next(&desk, &mut live).await.ok()?;
        Some((Ok(event), (desk, live)))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

async fn next(desk: &Desk, live: &mut Live) -> Result<Event> {
    let shown = live.changed().await?;
    let desk = desk.renewed().await?;
    let cards = pop::cards(&desk, &shown).await?.into_string();
    // An event without data is none to a browser.
    Ok(Event::default().event("calls").data(format!("<!-- {} -->{cards}", shown.len())))
}
