//! The timeline as it goes on: server-sent events for the page of one customer.
//!
//! `rows` carries new rows for the head of the list; `stale` names the parts of the page that must be fetched
//! again, because facts changed, or because two customers became one or one became two.

use std::convert::Infallible;

use axum::extract::Path;
use axum::response::sse::{Event as Message, KeepAlive, Sse};
use customers::accounts::{Permit, may};
use customers::context::{Live, News, store, timeline as events};
use customers::identities::{CustomerId, graph};
use futures_util::{Stream, stream};
use kit::{Result, Tx};

use super::filter::{Filter, place_of};
use super::{parse_id, root_of, timeline};
use crate::desk::who::Desk;

/// What happened longer ago may belong below what is shown already.
const LATE_AFTER: i64 = kit::time::minutes(2);

const FACTS: &str = "head about";
const EVERYTHING: &str = "head about timeline";

struct Viewer {
    desk: Desk,
    filter: Filter,
    customer: CustomerId,
    live: Live,
    /// Said in the next breath.
    waiting: Vec<Message>,
}

pub async fn follow_customer(
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    let _: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let filter = Filter::of(&desk)?;
    let customer = root_of(&desk, parse_id(&id)?).await?;
    let live = Live::open(desk.app.ctx.clone(), customer).await?;
    // What came between the page and this stream, or while the connection was lost, is on neither.
    let is_behind = newest(&desk, &filter, customer).await? != desk.query("since");
    let waiting = if is_behind { vec![stale(EVERYTHING)] } else { Vec::new() };
    let viewer = Viewer { desk, filter, customer, live, waiting };
    let messages = stream::unfold(viewer, async |mut viewer| {
        while viewer.waiting.is_empty() {
            // An error (the customer was erased, the session ended) ends the stream; the browser asks again
            // and is told.
            viewer.waiting = viewer.look().await.ok()?;
            viewer.waiting.reverse();
        }
        let message = viewer.waiting.pop()?;
        Some((Ok(message), viewer))
    });
    Ok(Sse::new(messages).keep_alive(KeepAlive::default()))
}

/// The place of the newest event that the page would show.
async fn newest(desk: &Desk, filter: &Filter, customer: CustomerId) -> Result<Option<String>> {
    let (log, asked) = (&desk.app.ctx.recorder.log, filter.asked(desk));
    let look = |tx: &Tx| {
        let leaves = graph::leaves(tx, customer)?;
        events::page(tx, log, &leaves, &asked, 1)
    };
    let page = desk.app.ctx.db.read(look).await?;
    Ok(page.events.first().map(place_of))
}

impl Viewer {
    async fn look(&mut self) -> Result<Vec<Message>> {
        let News { events, regrouped } = self.live.news().await?;
        let desk = self.desk.renewed().await?;
        let _: Permit<may::SeeCustomers> = desk.staff.permit()?;
        if regrouped {
            return Ok(vec![stale(EVERYTHING)]);
        }
        let asked = self.filter.asked(&desk);
        let mut events: Vec<_> = events.into_iter().filter(|event| asked.wants(event)).collect();
        // Of the page the newest stand first.
        events.reverse();
        if events.is_empty() {
            return Ok(vec![stale(FACTS)]);
        }
        // A late event has its place further down.
        let late = desk.now.minus(LATE_AFTER);
        if events.iter().any(|event| event.occurred_at < late) {
            return Ok(vec![stale(EVERYTHING)]);
        }
        let doors = events.iter().map(|event| event.channel_id).collect();
        let doors = desk.app.ctx.db.read(|tx| store::doors(tx, doors)).await?;
        let rows = timeline::rows(&desk, self.customer, &events, &doors).into_string();
        Ok(vec![Message::default().event("rows").data(rows), stale(FACTS)])
    }
}

fn stale(parts: &str) -> Message {
    Message::default().event("stale").data(parts)
}
