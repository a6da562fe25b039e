//! The inbox as it goes on: server-sent events that name the parts of the page which must be fetched again.

use std::convert::Infallible;
use std::pin::Pin;

use axum::extract::Path;
use axum::response::sse::{Event, KeepAlive, KeepAliveStream, Sse};
use customers::accounts::{Permit, may};
use engage::conversations::ConversationId;
use engage::conversations::store as conversations;
use engage::inbox::{Live, News, Watched};
use engage::presence::{self, ViewId};
use futures_util::{Stream, stream};
use kit::Result;

use super::filter::Filter;
use super::list::PAGE_SIZE;
use super::others;
use super::parse_id;
use crate::desk::who::Desk;

const OF_LIST: &str = "inbox inbox-views inbox-count";
const OF_CONVERSATION: &str = "thread thread-head beside inbox-count composer-ways templates";

type Stale = Pin<Box<dyn Stream<Item = Result<Event, Infallible>> + Send>>;
type Events = Sse<KeepAliveStream<Stale>>;

pub async fn follow_list(desk: Desk) -> Result<Events> {
    let _: Permit<may::SeeConversations> = desk.staff.permit()?;
    let asked = Filter::of(&desk)?.asked(&desk);
    follow(desk, Watched::List(asked, PAGE_SIZE), OF_LIST).await
}

pub async fn follow_conversation(desk: Desk, Path(id): Path<String>) -> Result<Events> {
    let see: Permit<may::SeeConversations> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    let root = desk.app.ctx.db.read(|tx| Ok(conversations::find(tx, id)?.root_id)).await?;
    let view = ViewId::new(desk.app.ctx.clock.now());
    presence::enter(&desk.app.engage, &see, root, view).await?;
    let here = Here { engage: desk.app.engage.clone(), conversation: root, view };
    follow_as(desk, Watched::Conversation(root), OF_CONVERSATION, Some(here)).await
}

async fn follow(desk: Desk, watched: Watched, parts: &'static str) -> Result<Events> {
    follow_as(desk, watched, parts, None).await
}

async fn follow_as(
    desk: Desk,
    watched: Watched,
    parts: &'static str,
    here: Option<Here>,
) -> Result<Events> {
    let live = Live::open(desk.app.engage.clone(), desk.staff.permit()?, watched).await?;
    // What came between the page and this stream, or while the connection was lost, is on neither.
    let is_behind = desk.query("seen") != Some(live.seen().to_string());
    let viewer = Viewer { desk, live, is_behind, parts, here, shown: String::new() };
    let events = stream::unfold(viewer, async |mut viewer| {
        // An error (the conversation is gone, the session ended) ends the stream; the browser asks again and is told.
        let event = viewer.next().await.ok()?;
        Some((Ok(event), viewer))
    });
    let events: Stale = Box::pin(events);
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

/// A window that shows a conversation. It is gone with its stream.
struct Here {
    engage: engage::Ctx,
    conversation: ConversationId,
    view: ViewId,
}

impl Drop for Here {
    fn drop(&mut self) {
        let (engage, view, id) = (self.engage.clone(), self.view, self.conversation);
        tokio::spawn(async move {
            if let Err(error) = presence::leave(&engage, view, id).await {
                tracing::warn!(%error, "a window was closed and still counts as open for a while");
            }
        });
    }
}

struct Viewer {
    desk: Desk,
    live: Live,
    is_behind: bool,
    parts: &'static str,
    here: Option<Here>,
    /// Who else was shown to be here.
    shown: String,
}

impl Viewer {
    async fn next(&mut self) -> Result<Event> {
        let mut is_stale = std::mem::take(&mut self.is_behind);
        loop {
            let desk = self.desk.renewed().await?;
            let _: Permit<may::SeeConversations> = desk.staff.permit()?;
            if is_stale {
                return Ok(Event::default().event("stale").data(self.parts));
            }
            if let Some(others) = self.others(&desk).await? {
                return Ok(Event::default().event("state").data(others));
            }
            is_stale = self.news().await? == Some(News::Content);
        }
    }

    /// What has changed; nothing, when it was only time to say that we are still here.
    async fn news(&mut self) -> Result<Option<News>> {
        let Some(here) = &self.here else { return self.live.changed().await.map(Some) };
        tokio::select! {
            news = self.live.changed() => news.map(Some),
            () = tokio::time::sleep(presence::RENEW_EVERY) => {
                presence::renew(&here.engage, here.view, here.conversation).await?;
                Ok(None)
            }
        }
    }

    /// Who else is here, if that is not what was shown.
    async fn others(&mut self, desk: &Desk) -> Result<Option<String>> {
        let Some(here) = &self.here else { return Ok(None) };
        let now = others::line(desk, here.conversation).await?.into_string();
        let is_first_and_alone = self.shown.is_empty() && !now.contains("badge");
        let is_news = now != self.shown && !is_first_and_alone;
        self.shown.clone_from(&now);
        Ok(Some(now).filter(|_| is_news))
    }
}
