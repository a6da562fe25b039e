//! The SQL of what a visitor may see.

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::db::List;
use kit::{Result, Time, Tx, params, sql};

use crate::conversations::{AttachmentId, MessageId};

/// What was said from and to an address by a door, after a message; the newest of them.
pub fn at_address(
    tx: &Tx,
    channel: ChannelId,
    address: &str,
    after: MessageId,
    size: usize,
) -> Result<Vec<MessageId>> {
    tx.rows(
        sql!(
            "select id from messages
             where address = $1 and channel_id = $2 and direction <> 'note' and id > $3
             order by id desc limit $4"
        ),
        params![address, channel, after, size as i64],
        |row| row.get(0),
    )
}

/// What was said with a customer by any door, after a message; the newest of them.
pub fn of_customer(
    tx: &Tx,
    leaves: &[CustomerId],
    after: MessageId,
    size: usize,
) -> Result<Vec<MessageId>> {
    tx.rows(
        sql!(
            "select id from messages
             where customer_id in ($1) and direction <> 'note' and id > $2
             order by id desc limit $3"
        ),
        params![List(leaves), after, size as i64],
        |row| row.get(0),
    )
}

/// Whether anything was said with this leaf.
pub fn has_talked(tx: &Tx, leaf: CustomerId) -> Result<bool> {
    let found = tx.one(
        sql!("select 1 from messages where customer_id = $1 limit 1"),
        params![leaf],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// Where something was said.
pub struct Said {
    pub id: MessageId,
    pub customer_id: CustomerId,
    pub channel_id: ChannelId,
    pub address: Option<String>,
}

pub fn said_after(tx: &Tx, after: MessageId, size: usize) -> Result<Vec<Said>> {
    tx.rows(
        sql!(
            "select id, customer_id, channel_id, address from messages
             where id > $1 order by id limit $2"
        ),
        params![after, size as i64],
        |row| {
            let (id, customer_id, channel_id) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Said { id, customer_id, channel_id, address: row.get(3)? })
        },
    )
}

pub fn is_staff_seen(tx: &Tx, since: Time) -> Result<bool> {
    let found = tx.one(
        sql!("select 1 from sessions where is_pending = 0 and seen_at >= $1 limit 1"),
        params![since],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

pub fn message_of_file(tx: &Tx, file: AttachmentId) -> Result<Option<MessageId>> {
    tx.one(sql!("select message_id from attachments where id = $1"), params![file], |row| {
        row.get(0)
    })
}
