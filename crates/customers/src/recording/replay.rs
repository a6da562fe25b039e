//! Calls of many doors, told one after another, each at the moment when it happened: how the demonstration fills
//! its shop. They go the way of every call; only the clock is each call's own, so that who was met when, and
//! joined when, reads as it would had the shop been open all that time.

use std::borrow::Cow;

use kit::{Result, Time};

use super::call::Call;
use super::incoming::{self, Incoming};
use super::{Recorded, parse};
use crate::Ctx;
use crate::channels::Door;

/// A call, the door it comes by, and when.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    pub door: &'a Door,
    pub at: Time,
    /// The call in Segment's form.
    pub json: Cow<'a, str>,
}

/// Records these calls in one transaction, in their order. One that cannot be taken fails them all.
pub async fn replay(ctx: &Ctx, told: &[Told<'_>]) -> Result<u64> {
    let calls: Vec<Call> =
        told.iter().map(|told| parse(told.json.as_bytes())).collect::<Result<_>>()?;
    let mut runs: Vec<(&Told, Vec<Incoming>)> = Vec::new();
    for (told, call) in told.iter().zip(&calls) {
        let defaults = ctx.defaults.borrowed();
        let item = incoming::prepare(call, None, None, told.door, defaults, told.at)?;
        match runs.last_mut() {
            Some((first, items)) if is_same_door(first.door, told.door) => items.push(item),
            _ => runs.push((told, vec![item])),
        }
    }
    let recorded = ctx
        .db
        .write(|tx| {
            let record = |(first, items): &(&Told, Vec<Incoming>)| {
                ctx.recorder.record(tx, first.door, items, first.at)
            };
            runs.iter().map(record).collect::<Result<Vec<Recorded>>>()
        })
        .await?;
    let mut new = 0;
    for one in recorded {
        new += one.new;
        ctx.recorder.learn(one.learned);
    }
    Ok(new)
}

fn is_same_door(a: &Door, b: &Door) -> bool {
    a.channel.id == b.channel.id && a.trusted == b.trusted
}
