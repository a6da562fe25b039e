//! How soon customers were promised an answer, and whether they got it in time.
//!
//! A team promises up to three things: the *first* answer, the *next* answer to a customer who writes again, and the
//! *resolution*. A promise is kept in the team's hours: its clock stands while nobody is there, while the conversation rests
//! and (for the resolution) while it is the customer's turn.
//!
//! ```text
//! customer waits ──► open ──► kept      answered in time
//!                     │  └──► broken    too late; noted when the time passes, not when somebody answers at last
//!                     └─────► dropped   closed without a word, joined with another, given to a team that promises nothing
//! ```
//!
//! Kept here:
//! - A conversation has at most one open answer and one open resolution. When the next of them is due stands in its row,
//!   so that the inbox can be read in that order.
//! - A promise follows from what stands in the conversation's row, not from who changed it: no way of answering forgets it.
//! - What was promised stays as it was promised, whatever the team's settings become.
//!
//! Start reading at [`rules::follow`] (pure), then [`follow`].

pub mod rules;
pub mod store;
#[cfg(test)]
mod tests;

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::{Result, Time, Tx};

use crate::Ctx;
use crate::conversations::{Conversation, ConversationId, TeamId};
use crate::{conversations, teams};

kit::id_type!(PromiseId, "prm");

kit::words! {
    Kind:
    First "first",
    Next "next",
    Resolution "resolution",
}

kit::words! {
    Outcome:
    Kept "kept",
    Broken "broken",
    Dropped "dropped",
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub customer_id: CustomerId,
    pub conversation_id: ConversationId,
    pub id: PromiseId,
    pub kind: Kind,
    pub team_id: TeamId,
    /// By which door the customer waits.
    pub channel_id: ChannelId,
    /// Of the team's hours, in microseconds.
    pub target: i64,
    /// How much of them had passed when it began to run last.
    pub spent: i64,
    /// None while it stands still.
    pub runs_since: Option<Time>,
    pub due_at: Option<Time>,
    pub began_at: Time,
    pub broken_at: Option<Time>,
    pub ended_at: Option<Time>,
    pub outcome: Option<Outcome>,
}

/// Brings the promises of a conversation in step with its row, before that is saved.
pub fn follow(tx: &Tx, conversation: &mut Conversation, now: Time) -> Result<()> {
    let open = store::open(tx, conversation.id)?;
    let team = match conversation.team_id {
        Some(id) => teams::store::find_maybe(tx, id)?.filter(|team| team.removed_at.is_none()),
        None => None,
    };
    if open.is_empty() && team.is_none() {
        return Ok(());
    }
    let history = rules::History {
        was_answered: store::has_ended(tx, conversation.id, Kind::First)?,
        was_resolved: store::has_ended(tx, conversation.id, Kind::Resolution)?,
    };
    let after = rules::follow(&open, conversation, team.as_ref(), history, now);
    for promise in &after {
        match open.iter().find(|before| before.id == promise.id) {
            Some(before) if before == promise => {}
            Some(_) => store::save(tx, promise)?,
            None => store::insert(tx, promise)?,
        }
    }
    let next = rules::next_due(&after);
    conversation.due_at = next.map(|(at, _)| at);
    conversation.due_for = next.map(|(_, kind)| kind);
    Ok(())
}

/// Notes what was not kept, when its time has come; returns how many.
pub async fn note_broken(ctx: &Ctx) -> Result<usize> {
    let now = ctx.customers.clock.now();
    let due = ctx.customers.db.read(|tx| store::due(tx, now)).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let note = |tx: &Tx| {
        let mut broken = 0;
        for (conversation, id) in &due {
            // The root first, as whoever answers does.
            let root = conversations::store::lock_maybe(tx, *conversation)?;
            let is_whole = root.is_some_and(|root| root.id == root.root_id);
            // Somebody may have been quicker.
            let Some(promise) = store::find_open(tx, *conversation, *id)? else { continue };
            let Some(due_at) = promise.due_at.filter(|due| *due <= now) else { continue };
            let promise = if is_whole {
                broken += 1;
                Promise { broken_at: Some(due_at), ..promise }
            } else {
                // A part of another now: the whole has promises of its own.
                Promise { ended_at: Some(now), outcome: Some(Outcome::Dropped), ..promise }
            };
            store::save(tx, &promise)?;
        }
        Ok(broken)
    };
    ctx.customers.db.write(note).await
}
