//! Who else has this conversation open, and who is writing: so that no customer is answered twice.
//!
//! A window that shows a conversation is a *viewer*. It is renewed while its stream lives, also through another server
//! process; it goes with the stream, and one whose server was killed goes a little later by itself.
//!
//! Kept here:
//! - Nothing is decided by it: two may well answer. What keeps them from answering at the same time without knowing is
//!   asked when an answer is sent (`NewReply::after`).
//!
//! Start reading at [`enter`].

pub mod store;
#[cfg(test)]
mod tests;

use customers::accounts::AccountId;
use customers::accounts::authority::{Permit, may};
use kit::time::seconds;
use kit::{Result, Time, Tx};

use crate::Ctx;
use crate::connectors::signals::{self, Signal};
use crate::conversations::{ConversationId, store as conversations};

kit::id_type!(ViewId, "viw");

/// A viewer that nobody renewed for so long is gone.
pub const GONE_AFTER: i64 = seconds(45);
/// How often a stream renews its viewer: well before that.
pub const RENEW_EVERY: std::time::Duration = std::time::Duration::from_secs(15);
/// Who typed a moment ago is writing.
pub const TYPES_FOR: i64 = seconds(12);

/// A window in which somebody looks at a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    pub view_id: ViewId,
    /// None at the open desk of the demo.
    pub account_id: Option<AccountId>,
    pub name: String,
    pub typed_at: Option<Time>,
}

impl Viewer {
    pub fn types(&self, now: Time) -> bool {
        self.typed_at.is_some_and(|at| now.since(at) < TYPES_FOR)
    }
}

/// Somebody opened the conversation.
pub async fn enter(
    ctx: &Ctx,
    by: &Permit<may::SeeConversations>,
    id: ConversationId,
    view: ViewId,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let enter = |tx: &Tx| {
        let root = conversations::find(tx, id)?.root_id;
        let (account_id, name) = (by.actor().account_id, by.actor().name.clone());
        let viewer = Viewer { view_id: view, account_id, name, typed_at: None };
        store::insert(tx, root, &viewer, now)?;
        conversations::touch(tx, root, now)
    };
    ctx.customers.db.write(enter).await?;
    signals::tell_soon(ctx, id, Signal::Read);
    Ok(())
}

/// They still have.
pub async fn renew(ctx: &Ctx, view: ViewId, id: ConversationId) -> Result<()> {
    let now = ctx.customers.clock.now();
    ctx.customers.db.write(|tx| store::renew(tx, id, view, now)).await
}

pub async fn leave(ctx: &Ctx, view: ViewId, id: ConversationId) -> Result<()> {
    let now = ctx.customers.clock.now();
    let leave = |tx: &Tx| {
        store::delete(tx, id, view)?;
        conversations::touch(tx, id, now)
    };
    ctx.customers.db.write(leave).await
}

/// They write, or have stopped: the others hear only of a change.
pub async fn types(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    id: ConversationId,
    is_on: bool,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let note = |tx: &Tx| {
        let root = conversations::find(tx, id)?.root_id;
        let mine = store::list(tx, root)?;
        let mine = mine.iter().filter(|one| one.account_id == by.actor().account_id);
        let typed = mine.clone().any(|one| one.types(now));
        store::set_typed(tx, root, by.actor().account_id, is_on.then_some(now))?;
        if typed != is_on {
            conversations::touch(tx, root, now)?;
        }
        Ok(is_on && !typed)
    };
    if ctx.customers.db.write(note).await? {
        signals::tell_soon(ctx, id, Signal::Typing);
    }
    Ok(())
}

/// Forgets those whose server is gone; the others hear of it. Returns how many.
pub async fn forget_gone(ctx: &Ctx) -> Result<usize> {
    let now = ctx.customers.clock.now();
    let before = now.minus(GONE_AFTER);
    if ctx.customers.db.read(|tx| store::gone(tx, before)).await?.is_empty() {
        return Ok(0);
    }
    let forget = |tx: &Tx| {
        let gone = store::gone(tx, before)?;
        for (conversation, view) in &gone {
            store::delete(tx, *conversation, *view)?;
            conversations::touch(tx, *conversation, now)?;
        }
        Ok(gone.len())
    };
    ctx.customers.db.write(forget).await
}
