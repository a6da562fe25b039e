//! Calls of which no telephone system told: staff write them down. And what was said in any call.

use std::sync::Arc;

use customers::accounts::{Permit, may};
use customers::channels::{self, Channel, ChannelId, ChannelKind};
use customers::identities::{CustomerId, graph};
use kit::time::{days, seconds};
use kit::{Error, Result, Time, Tx};

use super::call::{Agent, CallEvent, Happened, Way};
use super::record::{Belongs, Known, call_of, record};
use crate::Ctx;
use crate::conversations::{ConversationId, MessageId, store as messages};

pub const MINUTES_MAX: i64 = 24 * 60;
const WORDS_BYTES_MAX: usize = 20_000;
const LONG_AGO: i64 = days(366);

/// A call as staff tell it.
#[derive(Clone, Debug)]
pub struct Told {
    /// By which telephone door; the first one if none.
    pub channel_id: Option<ChannelId>,
    pub customer: CustomerId,
    pub conversation: Option<ConversationId>,
    pub direction: Way,
    pub began_at: Time,
    /// None: nobody answered.
    pub minutes: Option<i64>,
    pub words: String,
    /// Two with the same key are one: what a page sends twice.
    pub key: String,
}

/// Writes down a call.
pub async fn log(ctx: &Ctx, by: &Permit<may::Talk>, told: &Told) -> Result<Known> {
    let now = ctx.customers.clock.now();
    check(told, now)?;
    let find = |tx: &Tx| {
        let door = door(tx, told.channel_id)?;
        let leaf = match told.conversation {
            Some(id) => messages::find(tx, messages::find(tx, id)?.root_id)?.customer_id,
            None => told.customer,
        };
        graph::root(tx, leaf)?;
        Ok((door, leaf))
    };
    let (door, leaf) = ctx.customers.db.read(find).await?;
    let actor = by.actor();
    let belongs = Belongs {
        conversation: told.conversation,
        leaf: Some(leaf),
        agent: actor.account_id.map(|id| Agent { id, name: actor.name.clone() }),
        words: Some(told.words.trim().to_string()),
        by_hand: true,
    };
    let id = format!("hand/{}", told.key);
    let known = record(ctx, &Arc::new(door), &id, &events(told), &belongs).await?;
    known.ok_or_else(|| Error::not_found("customer: they were erased"))
}

fn check(told: &Told, now: Time) -> Result<()> {
    if told.began_at > now || now.since(told.began_at) > LONG_AGO {
        let detail = "A call began in the last year, and not in the future.";
        return Err(Error::bad_input("bad_call_time", detail));
    }
    if told.minutes.is_some_and(|minutes| !(0..=MINUTES_MAX).contains(&minutes)) {
        let detail = format!("A call lasts 0 to {MINUTES_MAX} minutes.");
        return Err(Error::bad_input("bad_call_length", detail));
    }
    check_words(&told.words)
}

fn check_words(words: &str) -> Result<()> {
    if words.len() > WORDS_BYTES_MAX {
        let detail = format!("At most {} KB can be written of a call.", WORDS_BYTES_MAX / 1000);
        return Err(Error::bad_input("call_words_too_long", detail));
    }
    Ok(())
}

/// As a telephone system would have said it.
fn events(told: &Told) -> Vec<CallEvent> {
    let said = |what: Happened, at: Time| CallEvent {
        direction: Some(told.direction),
        ..CallEvent::new(what, at, what.as_str())
    };
    let began = said(Happened::Ringing, told.began_at);
    match told.minutes {
        None => vec![began, said(Happened::Ended, told.began_at)],
        Some(minutes) => {
            let duration_s = minutes * 60;
            let ended = told.began_at.plus(seconds(duration_s));
            let ended = CallEvent { duration_s: Some(duration_s), ..said(Happened::Ended, ended) };
            vec![began, said(Happened::Answered, told.began_at), ended]
        }
    }
}

/// The telephone doors that are open.
pub fn doors(tx: &Tx) -> Result<Vec<Channel>> {
    let mut doors = channels::store::list(tx)?;
    doors.retain(|door| door.kind == ChannelKind::Phone && door.disabled_at.is_none());
    Ok(doors)
}

fn door(tx: &Tx, wanted: Option<ChannelId>) -> Result<Channel> {
    let found = doors(tx)?.into_iter().find(|door| wanted.is_none_or(|wanted| door.id == wanted));
    found.ok_or_else(|| {
        let detail = "There is no open telephone door. Make one on the page Doors.";
        Error::conflict("no_phone_door", detail)
    })
}

/// What was said in a call, as staff write it down; the newest words stand.
pub async fn note(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    conversation: ConversationId,
    id: MessageId,
    words: &str,
) -> Result<()> {
    check_words(words)?;
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let root = messages::lock(tx, messages::find(tx, conversation)?.root_id)?;
        let mut message = messages::find_message(tx, id)?;
        let is_here = messages::find(tx, message.conversation_id)?.root_id == root.id;
        if !is_here || call_of(&message).is_none() {
            return Err(Error::not_found("call of this id in this conversation"));
        }
        message.body = words.trim().to_string();
        messages::amend(tx, &message, now)?;
        tracing::debug!(by = by.actor().name, %id, "what was said in a call was written down");
        Ok(())
    };
    ctx.customers.db.write(write).await
}
