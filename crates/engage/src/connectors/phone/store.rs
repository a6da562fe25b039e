//! The SQL of calls.

use customers::accounts::AccountId;
use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::db::List;
use kit::{Error, Result, Time, Tx, params, sql};

use super::call::{CallEvent, CallState};
use crate::conversations::MessageId;

/// A call's row.
#[derive(Clone, Debug)]
pub struct CallRow {
    /// The leaf and the message, once there is one.
    pub message: Option<(CustomerId, MessageId)>,
    pub state: CallState,
    pub told_at: Option<Time>,
}

/// The row of this call, made if it is missing; nobody else changes it until the end of the transaction.
pub fn lock(tx: &Tx, channel: ChannelId, call: &str, now: Time) -> Result<CallRow> {
    tx.exec(
        sql!(
            "insert into calls (channel_id, call_id, state, started_at, changed_at)
             values ($1, $2, 'ringing', $3, $3) on conflict (channel_id, call_id) do nothing"
        ),
        params![channel, call, now],
    )?;
    let row = tx.one(
        sql!(
            "select customer_id, message_id, state, told_at from calls
             where channel_id = $1 and call_id = $2{for_update}"
        ),
        params![channel, call],
        |row| {
            let (customer, message) = (row.get::<Option<CustomerId>>(0)?, row.get(1)?);
            let state = row.text(2)?.parse()?;
            Ok(CallRow { message: customer.zip(message), state, told_at: row.get(3)? })
        },
    )?;
    row.ok_or_else(|| Error::internal("a call's row is gone"))
}

/// Everything that changes of a call while it goes on.
pub fn save(
    tx: &Tx,
    (channel, call): (ChannelId, &str),
    (customer, message): (CustomerId, MessageId),
    (state, started_at): (CallState, Time),
    now: Time,
) -> Result<()> {
    tx.exec(
        sql!(
            "update calls set customer_id = $3, message_id = $4, state = $5, started_at = $6,
               changed_at = $7
             where channel_id = $1 and call_id = $2"
        ),
        params![channel, call, customer, message, state.as_str(), started_at, now],
    )?;
    Ok(())
}

/// Of a call that has no message yet.
pub fn set_state(tx: &Tx, channel: ChannelId, call: &str, state: CallState) -> Result<()> {
    tx.exec(
        sql!("update calls set state = $3 where channel_id = $1 and call_id = $2"),
        params![channel, call, state.as_str()],
    )?;
    Ok(())
}

pub fn set_told(tx: &Tx, channel: ChannelId, call: &str, now: Time) -> Result<()> {
    tx.exec(
        sql!("update calls set told_at = $3 where channel_id = $1 and call_id = $2"),
        params![channel, call, now],
    )?;
    Ok(())
}

/// Keeps what was said; false if it was said before.
pub fn insert_event(tx: &Tx, channel: ChannelId, call: &str, event: &CallEvent) -> Result<bool> {
    let body = serde_json::to_string(event).map_err(Error::internal)?;
    let new = tx.exec(
        sql!(
            "insert into call_events (channel_id, call_id, id, body) values ($1, $2, $3, $4)
             on conflict (channel_id, call_id, id) do nothing"
        ),
        params![channel, call, event.id, body],
    )?;
    Ok(new == 1)
}

/// All that was said of a call, in no order.
pub fn events(tx: &Tx, channel: ChannelId, call: &str) -> Result<Vec<CallEvent>> {
    tx.rows(
        sql!("select body from call_events where channel_id = $1 and call_id = $2 order by id"),
        params![channel, call],
        |row| serde_json::from_str(row.text(0)?).map_err(Error::internal),
    )
}

/// A call that goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    pub channel_id: ChannelId,
    pub call_id: String,
    pub customer_id: CustomerId,
    pub message_id: MessageId,
    pub changed_at: Time,
}

/// The calls that ring or are talked, begun after a moment; the newest first.
pub fn live(tx: &Tx, since: Time) -> Result<Vec<Live>> {
    tx.rows(
        sql!(
            "select channel_id, call_id, customer_id, message_id, changed_at from calls
             where state in ('ringing', 'answered') and started_at > $1 and message_id is not null
             order by started_at desc, call_id limit 100"
        ),
        params![since],
        |row| {
            Ok(Live {
                channel_id: row.get(0)?,
                call_id: row.get(1)?,
                customer_id: row.get(2)?,
                message_id: row.get(3)?,
                changed_at: row.get(4)?,
            })
        },
    )
}

/// The call that a message is.
pub fn name_of(tx: &Tx, message: MessageId) -> Result<Option<(ChannelId, String)>> {
    tx.one(
        sql!("select channel_id, call_id from calls where message_id = $1"),
        params![message],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Takes away all calls with these leaves.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    let calls: Vec<(ChannelId, String)> = tx.rows(
        sql!("select channel_id, call_id from calls where customer_id in ($1)"),
        params![List(leaves)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    for (channel, call) in calls {
        tx.exec(
            sql!("delete from call_events where channel_id = $1 and call_id = $2"),
            params![channel, call],
        )?;
    }
    tx.exec(sql!("delete from calls where customer_id in ($1)"), params![List(leaves)])?;
    Ok(())
}

/// Whose telephone rings at a door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    pub channel_id: ChannelId,
    pub account_id: AccountId,
    pub extension: String,
}

pub fn extensions(tx: &Tx) -> Result<Vec<Extension>> {
    tx.rows(
        sql!(
            "select channel_id, account_id, extension from phone_extensions
             order by channel_id, account_id"
        ),
        params![],
        |row| {
            Ok(Extension {
                channel_id: row.get(0)?,
                account_id: row.get(1)?,
                extension: row.get(2)?,
            })
        },
    )
}

pub fn set_extension(tx: &Tx, one: &Extension) -> Result<()> {
    tx.exec(
        sql!(
            "insert into phone_extensions (channel_id, account_id, extension) values ($1, $2, $3)
             on conflict (channel_id, account_id) do update set extension = excluded.extension"
        ),
        params![one.channel_id, one.account_id, one.extension],
    )?;
    Ok(())
}

pub fn delete_extension(tx: &Tx, channel: ChannelId, account: AccountId) -> Result<()> {
    tx.exec(
        sql!("delete from phone_extensions where channel_id = $1 and account_id = $2"),
        params![channel, account],
    )?;
    Ok(())
}
