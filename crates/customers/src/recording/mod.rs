//! How events come in: the Segment HTTP API, so that every SDK that speaks it works unchanged.
//!
//! A call is understood on the thread of its request (`incoming.rs`, pure), then recorded in one transaction
//! with all that it changes (`recorder.rs`, `react.rs`): who is joined, what is known, what is allowed. The answer
//! goes out after the commit: 2xx means that it is in the timeline, once, for ever.
//!
//! Kept here:
//! - A call that cannot be taken changes nothing and says why; in a batch the others are taken.
//! - A repeat (same door, same message id) is answered as the first time and changes nothing.
//! - When more comes than can be committed, the answer is 429 with `Retry-After`, before anything is read.
//!
//! Start reading at [`batch`], then [`Recorder::record`].

pub mod api;
mod at_once;
pub mod call;
pub mod happening;
mod import;
pub mod incoming;
mod react;
mod recorder;
pub mod rejections;
mod repeats;
mod replay;
mod restore;
#[cfg(test)]
mod tests;
mod together;

use std::cell::OnceCell;

use kit::{Error, Result, Tx};
use serde::Serialize;
use serde_json::value::RawValue;

use self::call::{Batch, Call, LooseBatch, Text, present};
use self::incoming::Incoming;
use crate::Ctx;
use crate::channels::Door;
use crate::events::EventType;

pub use happening::{By, Happening, Noted};
pub use import::{BadLine, Imported, check_chunk, import_chunk, import_lines};
pub use recorder::{Learned, Recorded, Recorder};
pub use replay::{Told, replay};
pub use restore::restore_chunk;

/// The specification's limits of a batch.
pub const BATCH_BYTES_MAX: usize = 500 * 1024;
pub const BATCH_CALLS_MAX: usize = 2_500;

/// A call that was not taken, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Rejected {
    /// Its place in the batch, from 0.
    pub index: usize,
    pub code: &'static str,
    pub detail: String,
    #[serde(skip)]
    pub body: String,
}

/// What became of a batch.
#[derive(Debug, Default, Serialize)]
pub struct Outcome {
    pub recorded: u64,
    pub repeated: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<Rejected>,
}

/// Records one call; its type is in the path.
pub async fn single(ctx: &Ctx, door: &Door, kind: EventType, body: &[u8]) -> Result<Outcome> {
    let call: Call = parse(body)?;
    let now = ctx.clock.now();
    let item = incoming::prepare(&call, Some(kind), None, door, ctx.defaults.borrowed(), now)?;
    record(ctx, door, vec![item], Vec::new()).await
}

/// Records a batch: what can be taken is, the rest is told by its place.
pub async fn batch(ctx: &Ctx, door: &Door, body: &[u8]) -> Result<Outcome> {
    // Fast: all at once. Only when one cannot be read, each by itself.
    let (calls, sent_at): (Vec<Result<Call>>, _) = match serde_json::from_slice::<Batch>(body) {
        Ok(batch) => (batch.batch.into_iter().map(Ok).collect(), batch.sent_at),
        Err(_) => {
            let loose: LooseBatch = parse(body)?;
            let calls = loose.batch.iter().map(|raw| parse(raw.get().as_bytes()));
            (calls.collect(), loose.sent_at)
        }
    };
    // Read only when a call is refused: to show it to the door's developer.
    let bodies: OnceCell<Vec<&RawValue>> = OnceCell::new();
    let read_bodies = || serde_json::from_slice(body).map_or(Vec::new(), |b: LooseBatch| b.batch);
    let body_of = move |i: usize| {
        let body = bodies.get_or_init(read_bodies).get(i).map_or("", |raw| raw.get());
        kit::text::clip(body, rejections::BODY_LENGTH_MAX).into_owned()
    };
    calls_of(ctx, door, &calls, sent_at.as_ref(), body_of).await
}

async fn calls_of<'a>(
    ctx: &Ctx,
    door: &Door,
    calls: &'a [Result<Call<'a>>],
    sent_at: Option<&'a Text<'a>>,
    body_of: impl Fn(usize) -> String,
) -> Result<Outcome> {
    if calls.len() > BATCH_CALLS_MAX {
        let detail = format!("A batch has at most {BATCH_CALLS_MAX} calls.");
        return Err(Error::bad_input("too_many_calls", detail));
    }
    let now = ctx.clock.now();
    let defaults = ctx.defaults.borrowed();
    let (mut items, mut rejected) = (Vec::with_capacity(calls.len()), Vec::new());
    for (index, call) in calls.iter().enumerate() {
        let item = match call {
            Ok(call) => incoming::prepare(call, None, sent_at, door, defaults, now),
            Err(error) => Err(error.clone()),
        };
        match item {
            Ok(item) => items.push(item),
            Err(Error { code, detail, .. }) => {
                rejected.push(Rejected { index, code, detail, body: body_of(index) });
            }
        }
    }
    record(ctx, door, items, rejected).await
}

async fn record(
    ctx: &Ctx,
    door: &Door,
    items: Vec<Incoming<'_>>,
    rejected: Vec<Rejected>,
) -> Result<Outcome> {
    let now = ctx.clock.now();
    let at_once = match rejected.is_empty() {
        true => ctx.recorder.record_at_once(&ctx.db, door, &items).await?,
        false => None,
    };
    let recorded = match at_once {
        Some(recorded) => recorded,
        None => {
            let record = |tx: &Tx| {
                rejections::note(tx, door.channel.id, &rejected, now)?;
                ctx.recorder.record(tx, door, &items, now)
            };
            ctx.db.write(record).await?
        }
    };
    ctx.recorder.learn(recorded.learned);
    metrics::counter!("onedoor_events_recorded_total").increment(recorded.new);
    metrics::counter!("onedoor_events_repeated_total").increment(recorded.repeated);
    metrics::counter!("onedoor_events_rejected_total").increment(rejected.len() as u64);
    Ok(Outcome { recorded: recorded.new, repeated: recorded.repeated, rejected })
}

fn parse<'a, T: serde::Deserialize<'a>>(body: &'a [u8]) -> Result<T> {
    serde_json::from_slice(body).map_err(|error| {
        Error::bad_input("bad_json", format!("The body cannot be read as a call: {error}."))
    })
}

/// The write key that a body brings along.
pub fn write_key_in(body: &[u8]) -> Option<String> {
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Keyed<'a> {
        #[serde(borrow, default)]
        write_key: Option<Text<'a>>,
    }
    let keyed: Keyed = serde_json::from_slice(body).ok()?;
    present(&keyed.write_key).map(str::to_string)
}
