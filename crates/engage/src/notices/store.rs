//! The SQL of notices: reads only.

use customers::identities::CustomerId;
use kit::db::List;
use kit::{Result, Time, Tx, params, sql};

use super::rules::Call;
use crate::conversations::{Conversation, ConversationId, store};

/// Conversations and parts that changed since a moment.
pub fn changed_since(tx: &Tx, since: Time, size: usize) -> Result<Vec<Conversation>> {
    let ids: Vec<ConversationId> = tx.rows(
        sql!(
            "select id from conversations
             where changed_at > $1 order by changed_at desc limit $2"
        ),
        params![since, size as i64],
        |row| row.get(0),
    )?;
    if ids.is_empty() { Ok(Vec::new()) } else { store::list(tx, &ids) }
}

/// Who was called into a conversation of these people since a moment, and has not looked.
pub fn calls_since(tx: &Tx, leaves: &[CustomerId], since: Time) -> Result<Vec<Call>> {
    if leaves.is_empty() {
        return Ok(Vec::new());
    }
    tx.rows(
        sql!(
            "select account_id, conversation_id, customer_id, at from mentions
             where customer_id in ($1) and seen_at = 0 and at > $2
             order by at, account_id, conversation_id"
        ),
        params![List(leaves), since],
        |row| {
            Ok(Call {
                account_id: row.get(0)?,
                conversation_id: row.get(1)?,
                customer_id: row.get(2)?,
                at: row.get(3)?,
            })
        },
    )
}
