//! Reading over HTTP, with the secret key of any door: the context, the timeline, and the timeline as it goes on.

use std::convert::Infallible;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::sse::{Event as SseEvent, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use kit::web::{Access, Routes};
use kit::{Error, Result, Time};
use serde::{Deserialize, Serialize};

use super::{Door, Live, Named, of, store};
use crate::Ctx;
use crate::channels::{self, ChannelId};
use crate::events::{Event, EventId, EventType, store as events};
use crate::recording::api::key_in;

pub const PAGE_SIZE: usize = 50;
pub const PAGE_SIZE_MAX: usize = 500;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::SecretKey)
        .route("/v1/customers/{customer}/context", get(show_context))
        .route("/v1/customers/{customer}/timeline", get(list_timeline))
        .route("/v1/customers/{customer}/live", get(follow_timeline))
        .with_state(ctx)
}

/// The door whose key a request brings.
pub async fn door_of(ctx: &Ctx, headers: &HeaderMap) -> Result<channels::Door> {
    let key = key_in(headers).ok_or_else(|| {
        Error::unauthorized("no_key", "Send the secret key of a door: Authorization: Bearer sk_…")
    })?;
    ctx.doors.open(&ctx.db, &ctx.clock, &key).await
}

/// Only a secret key reads.
async fn may_read(ctx: &Ctx, headers: &HeaderMap) -> Result<()> {
    door_of(ctx, headers).await?.may_read()
}

pub(crate) fn named(ctx: &Ctx, text: &str) -> Result<Named> {
    Named::parse(text, ctx.defaults.region.as_deref())
}

async fn show_context(
    State(ctx): State<Ctx>,
    Path(customer): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    may_read(&ctx, &headers).await?;
    let context = of(&ctx, &named(&ctx, &customer)?).await?;
    let body = serde_json::to_vec(&context).map_err(Error::internal)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct TimelineQuery {
    channel: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    name: Option<String>,
    from: Option<String>,
    /// Where the page before ended: its `next`.
    before: Option<String>,
    limit: Option<usize>,
}

#[derive(Serialize)]
struct TimelinePage {
    events: Vec<Told>,
    next: Option<String>,
}

/// An event with its door in words.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    event: Event,
    channel: Option<ToldDoor>,
}

#[derive(Serialize)]
struct ToldDoor {
    id: ChannelId,
    #[serde(flatten)]
    door: Door,
}

async fn list_timeline(
    State(ctx): State<Ctx>,
    Path(customer): Path<String>,
    Query(query): Query<TimelineQuery>,
    headers: HeaderMap,
) -> Result<Json<TimelinePage>> {
    may_read(&ctx, &headers).await?;
    let named = named(&ctx, &customer)?;
    let limit = query.limit.unwrap_or(PAGE_SIZE);
    if limit == 0 || limit > PAGE_SIZE_MAX {
        let detail = format!("A page has 1 to {PAGE_SIZE_MAX} events.");
        return Err(Error::bad_input("bad_limit", detail));
    }
    let channel = query.channel.as_deref().map(str::parse).transpose()?;
    let kind = query.kind.as_deref().map(str::parse::<EventType>).transpose()?;
    let from = query.from.as_deref().map(time).transpose()?;
    let before = query.before.as_deref().map(parse_cursor).transpose()?;
    let page = ctx
        .db
        .scan(|tx| {
            let leaves = named.leaves(tx)?;
            let name = query.name.as_deref();
            let wanted =
                events::Wanted { leaves: &leaves, before, from, channel, kind, name, limit };
            let found = events::page(tx, &ctx.recorder.log, &wanted)?;
            let next = if found.len() == limit { found.last().map(cursor) } else { None };
            let doors = store::doors(tx, found.iter().map(|event| event.channel_id).collect())?;
            let tell = |event: Event| {
                let id = event.channel_id;
                let channel = doors.get(&id).map(|door| ToldDoor { id, door: door.clone() });
                Told { event, channel }
            };
            Ok(TimelinePage { events: found.into_iter().map(tell).collect(), next })
        })
        .await?;
    Ok(Json(page))
}

fn time(text: &str) -> Result<Time> {
    Time::parse(text)
        .ok_or_else(|| Error::bad_input("bad_time", format!("“{text}” is no time. Send ISO 8601.")))
}

/// Where a page ends: the moment in microseconds and the event.
pub fn cursor(event: &Event) -> String {
    format!("{}.{}", event.occurred_at.0, event.id)
}

pub fn parse_cursor(text: &str) -> Result<(Time, EventId)> {
    let parsed = text
        .split_once('.')
        .and_then(|(at, id)| Some((Time(at.parse().ok()?), id.parse::<EventId>().ok()?)));
    parsed.ok_or_else(|| {
        Error::bad_input("bad_cursor", "`before` must be the `next` of the page before.")
    })
}

/// Server-sent events: each new event of the customer as JSON.
async fn follow_timeline(
    State(ctx): State<Ctx>,
    Path(customer): Path<String>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<SseEvent, Infallible>>>> {
    may_read(&ctx, &headers).await?;
    let named = named(&ctx, &customer)?;
    let root = ctx.db.read(|tx| named.find(tx)).await?;
    let live = Live::open(ctx, root).await?;
    let stream = stream::unfold((live, Vec::new()), async |(mut live, mut waiting)| {
        while waiting.is_empty() {
            // A customer who was erased has no more news.
            waiting = live.next().await.ok()?;
            waiting.reverse();
        }
        let event: Event = waiting.pop()?;
        let told = SseEvent::default().event("event").id(event.id.to_string());
        let told = told.json_data(&event).unwrap_or_default();
        Some((Ok(told), (live, waiting)))
    });
    Ok(Sse::new(stream).keep_alive(KeepAlive::default()))
}
