//! What staff do with a conversation, besides answering.

use std::time::Duration;

use customers::accounts::AccountId;
use customers::accounts::authority::{Permit, may};
use kit::{Error, Result, Time, Tx};

use tokio::sync::watch;

use super::regroup::set_roots;
use super::rules::{Join, JoinReason};
use super::store::Located;
use super::{
    Author, Conversation, ConversationId, Direction, Message, MessageId, Priority, State, Status,
    TeamId, store,
};
use crate::Ctx;
use crate::webhooks::{self, Event};

const WAKE_EVERY: Duration = Duration::from_secs(15);

/// Loads the whole conversation that a part belongs to, changes it, saves it.
async fn change(
    ctx: &Ctx,
    id: ConversationId,
    change: impl Fn(&mut Conversation, Time) -> Result<()>,
) -> Result<Conversation> {
    let now = ctx.customers.clock.now();
    ctx.customers
        .db
        .write(|tx| {
            let root = store::find(tx, id)?.root_id;
            let mut conversation = store::lock(tx, root)?;
            change(&mut conversation, now)?;
            store::save(tx, &conversation)?;
            webhooks::tell(tx, &Event::ConversationChanged(&conversation), now)?;
            Ok(conversation)
        })
        .await
}

pub async fn close(ctx: &Ctx, _: &Permit<may::Talk>, id: ConversationId) -> Result<Conversation> {
    change(ctx, id, |conversation, now| {
        conversation.status = Status::Closed;
        conversation.closed_at = Some(now);
        conversation.snoozed_until = None;
        conversation.waiting_since = None;
        Ok(())
    })
    .await
}

pub async fn reopen(ctx: &Ctx, _: &Permit<may::Talk>, id: ConversationId) -> Result<Conversation> {
    change(ctx, id, |conversation, _| {
        conversation.status = Status::Open;
        conversation.closed_at = None;
        conversation.snoozed_until = None;
        Ok(())
    })
    .await
}

/// Rests until a moment, or until the customer writes.
pub async fn snooze(
    ctx: &Ctx,
    _: &Permit<may::Talk>,
    id: ConversationId,
    until: Time,
) -> Result<Conversation> {
    change(ctx, id, |conversation, now| {
        if until <= now {
            let detail = "Choose a moment that is still to come.";
            return Err(Error::bad_input("snooze_in_the_past", detail));
        }
        conversation.status = Status::Snoozed;
        conversation.snoozed_until = Some(until);
        Ok(())
    })
    .await
}

/// Wakes those whose time has come; returns how many.
pub async fn wake(ctx: &Ctx) -> Result<usize> {
    let now = ctx.customers.clock.now();
    let due = ctx.customers.db.read(|tx| store::due_to_wake(tx, now)).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let wake = |tx: &Tx| {
        for id in &due {
            let mut conversation = store::lock(tx, *id)?;
            // Somebody may have been quicker.
            if conversation.status == Status::Snoozed {
                conversation.status = Status::Open;
                conversation.snoozed_until = None;
                store::save(tx, &conversation)?;
                webhooks::tell(tx, &Event::ConversationChanged(&conversation), now)?;
            }
        }
        Ok(due.len())
    };
    ctx.customers.db.write(wake).await
}

/// Wakes what is due, again and again, until the server stops.
pub async fn keep_waking(ctx: Ctx, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        if let Err(error) = wake(&ctx).await {
            tracing::error!(%error, "what rested could not be woken; the next round tries again");
        }
        tokio::time::timeout(WAKE_EVERY, stopped.changed()).await.ok();
    }
}

pub async fn assign(
    ctx: &Ctx,
    _: &Permit<may::Talk>,
    id: ConversationId,
    to: Option<AccountId>,
    team: Option<TeamId>,
) -> Result<Conversation> {
    change(ctx, id, |conversation, _| {
        conversation.assignee_id = to;
        conversation.team_id = team;
        Ok(())
    })
    .await
}

pub async fn set_priority(
    ctx: &Ctx,
    _: &Permit<may::Talk>,
    id: ConversationId,
    priority: Priority,
) -> Result<Conversation> {
    change(ctx, id, |conversation, _| {
        conversation.priority = priority;
        Ok(())
    })
    .await
}

/// A word among staff: it goes nowhere, and changes nothing.
pub async fn note(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    id: ConversationId,
    body: &str,
) -> Result<MessageId> {
    note_once(ctx, by, id, body, "").await
}

/// The same; two with the same key are one, as two answers are.
pub async fn note_once(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    id: ConversationId,
    body: &str,
    key: &str,
) -> Result<MessageId> {
    let body = body.trim();
    if body.is_empty() {
        return Err(Error::bad_input("empty_message", "Write something."));
    }
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let root = store::lock(tx, store::find(tx, id)?.root_id)?;
        let note = note_of(&root, by, body, now);
        let key = if key.is_empty() { note.id.to_string() } else { key.to_string() };
        let key = format!("note:{key}");
        if let Some(noted) = store::named_maybe(tx, root.last_channel_id, &key)? {
            return Ok(noted.message_id);
        }
        store::insert_message(tx, &note)?;
        let at = Located {
            customer_id: note.customer_id,
            conversation_id: note.conversation_id,
            message_id: note.id,
        };
        store::name_message(tx, root.last_channel_id, &key, at)?;
        Ok(note.id)
    };
    ctx.customers.db.write(write).await
}

fn note_of(root: &Conversation, by: &Permit<may::Talk>, body: &str, now: Time) -> Message {
    Message {
        customer_id: root.customer_id,
        conversation_id: root.id,
        id: MessageId::new(now),
        at: now,
        channel_id: root.last_channel_id,
        direction: Direction::Note,
        author: Author::Agent,
        author_id: by.actor().account_id,
        author_name: Some(by.actor().name.clone()),
        address: None,
        subject: None,
        body: body.to_string(),
        html: None,
        state: State::Received,
        state_at: now,
        error: None,
        reply_to_id: None,
        details: "{}".into(),
    }
}

/// Makes two conversations of one customer one.
pub async fn merge(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    a: ConversationId,
    b: ConversationId,
) -> Result<ConversationId> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let (a, b) = (store::find(tx, a)?, store::find(tx, b)?);
        let (a, b) = (a.root_id.min(b.root_id), a.root_id.max(b.root_id));
        if a == b {
            let detail = "These two are one conversation already.";
            return Err(Error::conflict("one_already", detail));
        }
        let (first, second) = (store::lock(tx, a)?, store::lock(tx, b)?);
        let root_of = |leaf| customers::identities::graph::root(tx, leaf);
        if root_of(first.customer_id)? != root_of(second.customer_id)? {
            let detail = "These are conversations with two customers. Merge the customers first.";
            return Err(Error::conflict("two_customers", detail));
        }
        let join = Join { a, b, reason: JoinReason::Staff };
        store::insert_join(tx, &join, &by.actor().name, now)?;
        regroup_by_hand(tx, a, b)?;
        Ok(a)
    };
    ctx.customers.db.write(write).await
}

/// Takes a part out of a conversation; no rule brings it back.
pub async fn split(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    part: ConversationId,
) -> Result<ConversationId> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let part = store::find(tx, part)?;
        let ids: Vec<_> = store::parts(tx, part.root_id)?.iter().map(|part| part.id).collect();
        let (joins, _) = store::joins(tx, &ids)?;
        let touching: Vec<&Join> =
            joins.iter().filter(|join| join.a == part.id || join.b == part.id).collect();
        if touching.is_empty() {
            let detail = "This is a whole conversation: there is nothing to take apart.";
            return Err(Error::conflict("not_a_part", detail));
        }
        for join in touching {
            store::undo_join(tx, join, now)?;
            store::insert_apart(tx, join, &by.actor().name, now)?;
        }
        let (standing, _) = store::joins(tx, &ids)?;
        set_roots(tx, &ids, &standing)?;
        Ok(part.id)
    };
    ctx.customers.db.write(write).await
}

fn regroup_by_hand(tx: &Tx, a: ConversationId, b: ConversationId) -> Result<()> {
    let mut ids: Vec<ConversationId> = Vec::new();
    for root in [a, b] {
        ids.extend(store::parts(tx, root)?.iter().map(|part| part.id));
    }
    let (standing, _) = store::joins(tx, &ids)?;
    set_roots(tx, &ids, &standing)
}
