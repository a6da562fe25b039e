//! What an agent has begun to write and not sent: kept on the server, so that it is there at any desk they sit down at.
//!
//! One draft for each agent and conversation; sending or emptying it ends it. It goes with the erased customer.

mod store;
#[cfg(test)]
mod tests;

use customers::accounts::AccountId;
use customers::accounts::authority::{Permit, may};
use kit::{Error, Result, Tx};

use crate::Ctx;
use crate::conversations::{ConversationId, store as conversations};

pub use store::{delete, erase};

const BODY_BYTES_MAX: usize = 64 * 1024;
const FIELD_BYTES_MAX: usize = 2_000;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// `answer` or `note`.
    pub kind: String,
    /// By which door and to which address, as the composer has it.
    pub way: String,
    pub subject: String,
    pub body: String,
    /// What the customer is to choose from, a line each.
    pub choices: String,
}

/// What somebody is writing in a conversation; nobody has one at the demo's open desk.
pub fn find_maybe(tx: &Tx, by: &Permit<may::Talk>, id: ConversationId) -> Result<Option<Draft>> {
    match by.actor().account_id {
        Some(account) => store::find_maybe(tx, account, id),
        None => Ok(None),
    }
}

/// Keeps what is written so far; nothing written is no draft.
pub async fn keep(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    conversation: ConversationId,
    draft: &Draft,
) -> Result<()> {
    let fields = [&draft.kind, &draft.way, &draft.subject, &draft.choices];
    if draft.body.len() > BODY_BYTES_MAX || fields.iter().any(|field| field.len() > FIELD_BYTES_MAX)
    {
        return Err(Error::too_large("draft_too_long", "This is too long to be kept as a draft."));
    }
    let Some(account): Option<AccountId> = by.actor().account_id else { return Ok(()) };
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let root = conversations::find(tx, conversation)?.root_id;
        if draft.body.trim().is_empty() {
            return delete(tx, account, root);
        }
        store::save(tx, account, root, draft, now)
    };
    ctx.customers.db.write(write).await
}
