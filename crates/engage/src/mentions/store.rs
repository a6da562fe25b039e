//! The SQL of mentions.

use customers::accounts::AccountId;
use customers::identities::CustomerId;
use kit::db::List;
use kit::{Result, Time, Tx, params, sql};

use crate::conversations::{ConversationId, Message};

pub fn upsert(tx: &Tx, account: AccountId, note: &Message, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into mentions (account_id, conversation_id, customer_id, message_id, at, seen_at)
             values ($1, $2, $3, $4, $5, 0)
             on conflict (account_id, conversation_id) do update set
               message_id = excluded.message_id, at = excluded.at, seen_at = 0"
        ),
        params![account, note.conversation_id, note.customer_id, note.id, now],
    )?;
    Ok(())
}

/// Where they were called, the newest call first, from a place on.
pub fn page(
    tx: &Tx,
    account: AccountId,
    after: Option<(Time, ConversationId)>,
    size: usize,
) -> Result<Vec<(Time, ConversationId)>> {
    let (at, after) = after.unwrap_or((Time::MAX, ConversationId([0xff; 16])));
    tx.rows(
        sql!(
            "select at, conversation_id from mentions
             where account_id = $1 and (at, conversation_id) < ($2, $3)
             order by at desc, conversation_id desc limit $4"
        ),
        params![account, at, after, size as i64],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn count_unseen(tx: &Tx, account: AccountId, max: i64) -> Result<i64> {
    let select = sql!(
        "select count(*) from (
           select 1 from mentions where account_id = $1 and seen_at = 0 limit $2) m"
    );
    Ok(tx.one(select, params![account, max], |row| row.get(0))?.unwrap_or(0))
}

/// Of these conversations, those in which somebody was called and has not looked since.
pub fn unseen(
    tx: &Tx,
    account: AccountId,
    conversations: &[ConversationId],
) -> Result<Vec<ConversationId>> {
    tx.rows(
        sql!(
            "select conversation_id from mentions
             where account_id = $1 and conversation_id in ($2) and seen_at = 0
             order by conversation_id"
        ),
        params![account, List(conversations)],
        |row| row.get(0),
    )
}

pub fn is_unseen(tx: &Tx, account: AccountId, id: ConversationId) -> Result<bool> {
    Ok(!unseen(tx, account, &[id])?.is_empty())
}

pub fn set_seen(tx: &Tx, account: AccountId, id: ConversationId, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update mentions set seen_at = $3
             where account_id = $1 and conversation_id = $2 and seen_at = 0"
        ),
        params![account, id, now],
    )?;
    Ok(())
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    tx.exec(sql!("delete from mentions where customer_id in ($1)"), params![List(leaves)])?;
    Ok(())
}
