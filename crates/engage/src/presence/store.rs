//! The SQL of viewers.

use customers::accounts::AccountId;
use kit::{Result, Time, Tx, params, sql};

use super::{ViewId, Viewer};
use crate::conversations::ConversationId;

pub fn insert(tx: &Tx, id: ConversationId, viewer: &Viewer, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into viewers (conversation_id, view_id, account_id, name, seen_at)
             values ($1, $2, $3, $4, $5)
             on conflict (conversation_id, view_id) do update set seen_at = excluded.seen_at"
        ),
        params![id, viewer.view_id, viewer.account_id, viewer.name, now],
    )?;
    Ok(())
}

/// In the order in which they came.
pub fn list(tx: &Tx, id: ConversationId) -> Result<Vec<Viewer>> {
    tx.rows(
        sql!(
            "select view_id, account_id, name, typed_at from viewers
             where conversation_id = $1 order by view_id"
        ),
        params![id],
        |row| {
            Ok(Viewer {
                view_id: row.get(0)?,
                account_id: row.get(1)?,
                name: row.get(2)?,
                typed_at: row.get(3)?,
            })
        },
    )
}

pub fn renew(tx: &Tx, id: ConversationId, view: ViewId, now: Time) -> Result<()> {
    tx.exec(
        sql!("update viewers set seen_at = $3 where conversation_id = $1 and view_id = $2"),
        params![id, view, now],
    )?;
    Ok(())
}

pub fn set_typed(
    tx: &Tx,
    id: ConversationId,
    account: Option<AccountId>,
    at: Option<Time>,
) -> Result<()> {
    tx.exec(
        sql!(
            "update viewers set typed_at = $3
             where conversation_id = $1
               and (account_id = $2 or (cast($2 as {blob}) is null and account_id is null))"
        ),
        params![id, account, at],
    )?;
    Ok(())
}

pub fn delete(tx: &Tx, id: ConversationId, view: ViewId) -> Result<()> {
    tx.exec(
        sql!("delete from viewers where conversation_id = $1 and view_id = $2"),
        params![id, view],
    )?;
    Ok(())
}

pub fn gone(tx: &Tx, before: Time) -> Result<Vec<(ConversationId, ViewId)>> {
    tx.rows(
        sql!(
            "select conversation_id, view_id from viewers
             where seen_at < $1 order by seen_at limit 500"
        ),
        params![before],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
