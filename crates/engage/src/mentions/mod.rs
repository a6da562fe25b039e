//! Somebody of the staff is called into a conversation: `@Ewa` in a note.
//!
//! Kept here:
//! - Whoever was called finds the conversation in a view of their own, unread until they open it; called again, unread
//!   again.
//! - Who writes a note does not call themselves.
//!
//! Start reading at [`rules::mentioned`] (pure).

pub mod rules;
pub mod store;
#[cfg(test)]
mod tests;

use customers::accounts::authority::{Permit, may};
use customers::accounts::{AccountId, colleagues};
use kit::{Result, Time, Tx};

use crate::Ctx;
use crate::conversations::{ConversationId, Message};

/// Notes whom a note calls.
pub(crate) fn note(tx: &Tx, note: &Message, now: Time) -> Result<()> {
    if !note.body.contains('@') {
        return Ok(());
    }
    // The names of colleagues are no secret of the writer's: the server itself looks them up.
    let see: Permit<may::SeeConversations> = Permit::console();
    let colleagues = colleagues(tx, &see)?;
    let names: Vec<(AccountId, &str)> = colleagues
        .iter()
        .filter(|one| one.can_talk && Some(one.id) != note.author_id)
        .map(|one| (one.id, one.name.as_str()))
        .collect();
    for account in rules::mentioned(&note.body, &names) {
        store::upsert(tx, account, note, now)?;
    }
    Ok(())
}

/// Somebody opened a conversation: what called them there is read. Writes only where there is something to note.
pub async fn see(ctx: &Ctx, account: Option<AccountId>, id: ConversationId) -> Result<()> {
    let Some(account) = account else { return Ok(()) };
    let now = ctx.customers.clock.now();
    let db = &ctx.customers.db;
    if db.read(|tx| store::is_unseen(tx, account, id)).await? {
        db.write(|tx| store::set_seen(tx, account, id, now)).await?;
    }
    Ok(())
}
