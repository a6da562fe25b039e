//! Messages on their way out: a queue for each door, so that one which stands still delays nobody else.
//!
//! A message that waits is `queued` and has a job. The job is done when the door took the message over, and the
//! message's names at the door and its state are written down. Between the door's answer and that commit a crash can
//! fall: then the job is done again, with the same message id, by which each connector keeps the customer from getting
//! it twice as far as its protocol can (see there).

use customers::channels::{self, ChannelId};
use kit::jobs::{self, ATTEMPTS_MAX, Job, Outcome};
use kit::{Error, Result, Time, Tx};
use serde::Deserialize;

use crate::Ctx;
use crate::connectors::{self, Link, Outgoing, Provider, Sent, UNANSWERED_PAUSE, link};
use crate::conversations::store::{self, Located};
use crate::conversations::{Author, Direction, Message, MessageId, State, note_state};
use crate::files::rules::{Carried, carry};
use crate::{choices, unsubscribe};

/// The kind of the jobs that send a message.
pub const SEND: &str = "send_message";

/// Why a message that went by itself was not sent.
const REFUSED: &str = "They want no such messages.";

/// How many of a conversation's earlier names at its door go along.
const EARLIER_MAX: usize = 20;

/// The queue of a door's messages.
pub fn queue_of(channel: ChannelId) -> String {
    format!("door/{channel}")
}

#[derive(Deserialize)]
struct Body {
    message: MessageId,
}

/// Does one job of the kind [`SEND`].
pub async fn send(ctx: &Ctx, job: &Job) -> Outcome {
    match try_send(ctx, job).await {
        Ok(outcome) => outcome,
        Err(error) => error.into(),
    }
}

async fn try_send(ctx: &Ctx, job: &Job) -> Result<Outcome> {
    let body: Body = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let load = |tx: &Tx| load(ctx, tx, body.message, job.attempts);
    if let Some(message) = ctx.customers.db.read(|tx| refused(tx, body.message)).await? {
        let now = ctx.customers.clock.now();
        let note = |tx: &Tx| note_state(tx, &message, State::Failed, now, Some(REFUSED), now);
        return ctx.customers.db.write(note).await.map(|()| Outcome::Done);
    }
    // Sent already, and only the job's end was not written down.
    let Some(out) = ctx.customers.db.read(load).await? else { return Ok(Outcome::Done) };
    if let Some(rest) = is_awaited(job, ctx.customers.clock.now()) {
        let error = "The server stopped while this went out; a report is waited for.".into();
        return Ok(Outcome::Later { after: Some(rest), error });
    }
    if out.link.provider.reports() {
        let begin = |tx: &Tx| jobs::begin(tx, job, ctx.customers.clock.now());
        ctx.customers.db.write(begin).await?;
    }
    let sent = connectors::send(ctx, &out).await;
    let now = ctx.customers.clock.now();
    let message = &out.message;
    let note = |tx: &Tx| match &sent {
        Sent::Accepted { names, state } => {
            for name in names {
                let at = Located {
                    customer_id: message.customer_id,
                    conversation_id: message.conversation_id,
                    message_id: message.id,
                };
                store::name_message(tx, message.channel_id, name, at)?;
            }
            let Some(known) = store::lock_message_maybe(tx, message.id)? else { return Ok(()) };
            // A report may have been quicker than we, and stands; a failure of an earlier try does not.
            let is_old = known.state == State::Failed && known.state_at == message.state_at;
            let before = if is_old { State::Queued } else { known.state };
            match before.after(*state) {
                after if after == known.state => Ok(()),
                after => note_state(tx, message, after, now, None, now),
            }
        }
        // The last try: from here on a person decides, who must see it.
        Sent::Later { error, .. } if job.attempts + 1 >= ATTEMPTS_MAX => {
            note_state(tx, message, State::Failed, now, Some(error), now)
        }
        Sent::Refused { error } => note_state(tx, message, State::Failed, now, Some(error), now),
        Sent::Down { .. } => jobs::end(tx, job),
        Sent::Later { .. } | Sent::Unanswered { .. } => Ok(()),
    };
    ctx.customers.db.write(note).await?;
    Ok(sent.into())
}

/// How long yet a report may come of a try whose end nobody lived to see.
fn is_awaited(job: &Job, now: Time) -> Option<i64> {
    let rest = job.begun_at?.plus(UNANSWERED_PAUSE).0 - now.0;
    (rest > 0).then_some(rest)
}

/// A message that its reader has refused meanwhile: it does not go out.
fn refused(tx: &Tx, id: MessageId) -> Result<Option<Message>> {
    let message = store::find_message_maybe(tx, id)?;
    // Only what goes by itself can be refused.
    let by_itself = |one: &Message| one.author == Author::System && one.state == State::Queued;
    let Some(message) = message.filter(by_itself) else { return Ok(None) };
    let channel = channels::store::find(tx, message.channel_id)?;
    let is_refused = unsubscribe::is_held_back(tx, &message, channel.kind)?;
    Ok(Some(message).filter(|_| is_refused))
}

fn load(ctx: &Ctx, tx: &Tx, id: MessageId, attempts: i64) -> Result<Option<Outgoing>> {
    // Whoever was erased meanwhile hears nothing more.
    let Some(mut message) = store::find_message_maybe(tx, id)? else { return Ok(None) };
    if message.direction != Direction::Out
        || !matches!(message.state, State::Queued | State::Failed)
    {
        return Ok(None);
    }
    let channel = channels::store::find(tx, message.channel_id)?;
    let link = match link::find_maybe(tx, &ctx.secrets, channel.id)? {
        Some(link) => link,
        None => match Provider::default_of(channel.kind) {
            Some(provider) => Link::plain(channel.id, provider),
            None => {
                let detail = format!("The door “{}” is not connected yet.", channel.name);
                return Err(Error::conflict("door_not_connected", detail));
            }
        },
    };
    let parts: Vec<_> = store::parts(tx, store::find(tx, message.conversation_id)?.root_id)?
        .iter()
        .map(|part| part.id)
        .collect();
    let earlier = store::earlier_names(tx, &parts, channel.id, message.id, EARLIER_MAX)?;
    let attachments = store::attachments(tx, &[message.id])?;
    let attachments = attachments
        .iter()
        .map(|file| store::attachment(tx, file.id))
        .collect::<Result<Vec<_>>>()?;
    // What the door does not carry stands in the text as links already.
    let attachments = match carry(channel.kind, &attachments)? {
        Carried::Attached => attachments,
        Carried::Linked => Vec::new(),
    };
    let offer = choices::for_door(channel.kind, &mut message);
    let words = Outgoing::new(channel, link, message);
    Ok(Some(Outgoing { attachments, offer, earlier, attempts, ..words }))
}
