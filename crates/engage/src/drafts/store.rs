//! The SQL of drafts.

use customers::accounts::AccountId;
use customers::identities::CustomerId;
use kit::db::List;
use kit::{Result, Time, Tx, params, sql};

use super::Draft;
use crate::conversations::ConversationId;

pub fn find_maybe(
    tx: &Tx,
    account: AccountId,
    conversation: ConversationId,
) -> Result<Option<Draft>> {
    tx.one(
        sql!(
            "select kind, way, subject, body, choices from drafts
             where account_id = $1 and conversation_id = $2"
        ),
        params![account, conversation],
        |row| {
            let (kind, way) = (row.get(0)?, row.get(1)?);
            let (subject, body) = (row.get(2)?, row.get(3)?);
            Ok(Draft { kind, way, subject, body, choices: row.get(4)? })
        },
    )
}

pub fn save(
    tx: &Tx,
    account: AccountId,
    conversation: ConversationId,
    draft: &Draft,
    now: Time,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into drafts
               (account_id, conversation_id, kind, way, subject, body, choices, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (account_id, conversation_id) do update set kind = excluded.kind,
               way = excluded.way, subject = excluded.subject, body = excluded.body,
               choices = excluded.choices, changed_at = excluded.changed_at"
        ),
        params![
            account,
            conversation,
            draft.kind,
            draft.way,
            draft.subject,
            draft.body,
            draft.choices,
            now
        ],
    )?;
    Ok(())
}

pub fn delete(tx: &Tx, account: AccountId, conversation: ConversationId) -> Result<()> {
    tx.exec(
        sql!("delete from drafts where account_id = $1 and conversation_id = $2"),
        params![account, conversation],
    )?;
    Ok(())
}

/// While the conversations of these leaves are still there.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    tx.exec(
        sql!(
            "delete from drafts where conversation_id in (
               select id from conversations where customer_id in ($1)
             )"
        ),
        params![List(leaves)],
    )
}
