//! The inbox as it goes on: server-sent events that name the parts of the page which must be fetched again.

use std::convert::Infallible;
use std::pin::Pin;

use axum::extract::Path;
use axum::response::sse::{Event, KeepAlive, KeepAliveStream, Sse};
use customers::accounts::{Permit, may};
use engage::conversations::store as conversations;
use engage::inbox::{Live, Watched};
use futures_util::{Stream, stream};
use kit::Result;

use super::filter::Filter;
use super::list::PAGE_SIZE;
use super::parse_id;
use crate::desk::who::Desk;

const OF_LIST: &str = "inbox inbox-views inbox-count";
const OF_CONVERSATION: &str = "thread thread-head beside inbox-count";

type Stale = Pin<Box<dyn Stream<Item = Result<Event, Infallible>> + Send>>;
type Events = Sse<KeepAliveStream<Stale>>;

pub async fn follow_list(desk: Desk) -> Result<Events> {
    let _: Permit<may::SeeConversations> = desk.staff.permit()?;
    let asked = Filter::of(&desk)?.asked(&desk);
    follow(desk, Watched::List(asked, PAGE_SIZE), OF_LIST).await
}

pub async fn follow_conversation(desk: Desk, Path(id): Path<String>) -> Result<Events> {
    let _: Permit<may::SeeConversations> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    desk.app.ctx.db.read(|tx| conversations::find(tx, id)).await?;
    follow(desk, Watched::Conversation(id), OF_CONVERSATION).await
}

async fn follow(desk: Desk, watched: Watched, parts: &'static str) -> Result<Events> {
    let live = Live::open(desk.app.engage.clone(), desk.staff.permit()?, watched).await?;
    // What came between the page and this stream, or while the connection was lost, is on neither.
    let is_behind = desk.query("seen") != Some(live.seen().to_string());
    let viewer = Viewer { desk, live, is_behind, parts };
    let events = stream::unfold(viewer, async |mut viewer| {
        // An error (the conversation is gone, the session ended) ends the stream; the browser asks again and is told.
        let event = viewer.next().await.ok()?;
        Some((Ok(event), viewer))
    });
    let events: Stale = Box::pin(events);
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

struct Viewer {
    desk: Desk,
    live: Live,
    is_behind: bool,
    parts: &'static str,
}

impl Viewer {
    async fn next(&mut self) -> Result<Event> {
        if !std::mem::take(&mut self.is_behind) {
            self.live.changed().await?;
        }
        let desk = self.desk.renewed().await?;
        let _: Permit<may::SeeConversations> = desk.staff.permit()?;
        Ok(Event::default().event("stale").data(self.parts))
    }
}
