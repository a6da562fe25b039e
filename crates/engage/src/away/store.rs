//! The SQL of who was told that nobody is there.

use customers::identities::CustomerId;
use kit::db::List;
use kit::{Result, Time, Tx, params, sql};

use crate::conversations::Conversation;

/// False when they were told already.
pub fn insert(tx: &Tx, root: &Conversation, closed_since: Time) -> Result<bool> {
    let inserted = tx.exec(
        sql!(
            "insert into away_answers (customer_id, conversation_id, closed_since)
             values ($1, $2, $3) on conflict (customer_id, conversation_id, closed_since) do nothing"
        ),
        params![root.customer_id, root.id, closed_since],
    )?;
    Ok(inserted == 1)
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    tx.exec(sql!("delete from away_answers where customer_id in ($1)"), params![List(leaves)])?;
    Ok(())
}
