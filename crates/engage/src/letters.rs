//! A letter of the product's own to somebody who may be nobody's customer: that a declaration of theirs came in. It stands
//! in no conversation, and nothing of it is kept here once it is on its way.
//!
//! It waits as a job of the e-mail door that carries it, written in the transaction of what it tells of; so it goes when
//! that happened, and is tried until it went.

use customers::channels::{Channel, ChannelId, store as channels};
use customers::identities::{CustomerId, Kind};
use kit::jobs::{self, Job, NewJob, Outcome};
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use crate::connectors::{self, Outgoing, Sent, link};
use crate::conversations::{Message, MessageId, beside};
use crate::{Ctx, handover, outbox};

/// The kind of the jobs that send a letter.
pub(crate) const SEND: &str = "send_letter";

/// To whom, and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// An e-mail address.
    pub to: String,
    pub subject: String,
    pub body: String,
}

#[derive(Serialize, Deserialize)]
struct Body {
    /// The same at each try, by which a server knows a second one.
    id: MessageId,
    at: Time,
    channel: ChannelId,
    letter: Letter,
}

/// The e-mail door by which letters go.
fn door(ctx: &Ctx, tx: &Tx) -> Result<Option<Channel>> {
    match handover::door_to(ctx, tx, &address("")) {
        Ok(channel) => Ok(Some(channel)),
        Err(error) if error.code == "no_such_door" => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether the shop can write letters.
pub fn can_go(ctx: &Ctx, tx: &Tx) -> Result<bool> {
    door(ctx, tx).map(|door| door.is_some())
}

/// Puts a letter into the queue of the shop's e-mail door. False, where it has none that is connected.
pub fn put(ctx: &Ctx, tx: &Tx, letter: &Letter, now: Time) -> Result<bool> {
    let Some(channel) = door(ctx, tx)? else { return Ok(false) };
    let body =
        Body { id: MessageId::new(now), at: now, channel: channel.id, letter: letter.clone() };
    let text = serde_json::to_string(&body).map_err(Error::internal)?;
    let (queue, key) = (outbox::queue_of(channel.id), body.id.to_string());
    let job = NewJob { queue: &queue, kind: SEND, key: &key, body: &text, due_at: now };
    jobs::enqueue(tx, &job, now)?;
    Ok(true)
}

fn address(to: &str) -> String {
    format!("{}:{to}", Kind::EMAIL.as_str())
}

/// Does one job of the kind [`SEND`].
pub(crate) async fn send(ctx: &Ctx, job: &Job) -> Outcome {
    try_send(ctx, job).await.unwrap_or_else(Outcome::from)
}

async fn try_send(ctx: &Ctx, job: &Job) -> Result<Outcome> {
    let body: Body = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let load = |tx: &Tx| {
        let channel = channels::find(tx, body.channel)?;
        let link = link::find_maybe(tx, &ctx.secrets, channel.id)?;
        Ok(link.map(|link| {
            let attempts = job.attempts;
            Outgoing { attempts, ..Outgoing::new(channel, link, message(&body)) }
        }))
    };
    let Some(out) = ctx.customers.db.read(load).await? else {
        return Err(Error::conflict("door_not_connected", "The e-mail door is not connected now."));
    };
    Ok(match connectors::send(ctx, &out).await {
        // Nobody can mend an address that is wrong.
        Sent::Refused { error } => {
            tracing::warn!(letter = %body.id, error, "a letter could not be sent");
            Outcome::Done
        }
        other => other.into(),
    })
}

fn message(body: &Body) -> Message {
    // Whoever it is for may be nobody that the shop knows.
    let nobody = CustomerId([0; 16]);
    Message {
        address: Some(address(&body.letter.to)),
        subject: Some(body.letter.subject.clone()),
        body: body.letter.body.clone(),
        ..beside(nobody, body.id, body.channel, body.at)
    }
}
