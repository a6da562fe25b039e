//! The customer's timeline hears how a call ended. A moment later: the timeline takes nothing back, and the pieces of a call
//! overtake one another.

use std::sync::Arc;

use customers::channels::{ChannelId, Door, store as channels};
use customers::recording::{By, Happening};
use kit::jobs::{self, Job, NewJob, Outcome};
use kit::time::seconds;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::call::{Call, CallState};
use super::{record, store};
use crate::Ctx;
use crate::conversations::{Message, store as messages};

/// The kind of the jobs, and their queue.
pub const TELL: &str = "tell_call";
const QUEUE: &str = "calls";
/// By then everything has been said of a call that is over.
pub const SETTLED_AFTER: i64 = seconds(5);

#[derive(Serialize, Deserialize)]
struct Body {
    channel: ChannelId,
    call: String,
}

pub(super) fn enqueue(tx: &Tx, channel: ChannelId, call: &str, now: Time) -> Result<()> {
    let body = Body { channel, call: call.to_string() };
    let body = serde_json::to_string(&body).map_err(Error::internal)?;
    let due_at = now.plus(SETTLED_AFTER);
    jobs::enqueue(tx, &NewJob { queue: QUEUE, kind: TELL, key: call, body: &body, due_at }, now)?;
    Ok(())
}

/// Does one job of the kind [`TELL`].
pub async fn tell(ctx: &Ctx, job: &Job) -> Outcome {
    try_tell(ctx, job).await.map_or_else(Outcome::from, |()| Outcome::Done)
}

async fn try_tell(ctx: &Ctx, job: &Job) -> Result<()> {
    let Body { channel, call } = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let door = Door { channel: Arc::new(channels::find(tx, channel)?), trusted: true };
        // Whoever was erased meanwhile is told of nowhere.
        let (Some(known), learned) = record::settle(ctx, tx, &door, &call, now)? else {
            return Ok(Vec::new());
        };
        let message = messages::find_message(tx, known.message_id)?;
        let known = known.call;
        store::set_told(tx, channel, &call, now)?;
        let properties = properties(&message, &known).to_string();
        let happening = Happening {
            name: "Call Ended",
            key: &format!("call:{call}#ended"),
            // Never before it began: what has one time has no order.
            at: known.ended_at.unwrap_or_default().max(known.started_at.plus(1)),
            by: By::Leaf(message.customer_id),
            properties: &properties,
        };
        let noted = ctx.customers.recorder.note(tx, &door, &happening, now)?;
        Ok(learned.into_iter().chain([noted.learned]).collect())
    };
    for learned in ctx.customers.db.write(write).await? {
        ctx.customers.recorder.learn(learned);
    }
    Ok(())
}

fn properties(message: &Message, call: &Call) -> serde_json::Value {
    let outcome = match call.state {
        CallState::Missed | CallState::Voicemail => call.state.as_str(),
        _ => "answered",
    };
    json!({
        "direction": call.direction,
        "outcome": outcome,
        "duration_seconds": call.duration_s,
        "rang_seconds": call.rang_s(),
        "answered_by": call.agent.as_ref().map(|agent| &agent.name),
        "message_id": message.id,
    })
}
