//! All SQL of the traits.

use kit::db::{Engine, List};
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Doc, DoorDoc};
use crate::channels::ChannelId;
use crate::identities::CustomerId;

/// What a door says of a leaf; nobody else changes it until the end of the transaction.
pub fn lock_doc(tx: &Tx, leaf: CustomerId, channel: ChannelId, now: Time) -> Result<Doc> {
    let find = || {
        tx.one(
            sql!("select doc from traits where customer_id = $1 and channel_id = $2{for_update}"),
            params![leaf, channel],
            |row| parse(row.text(0)?),
        )
    };
    match find()? {
        Some(doc) => Ok(doc),
        None if tx.engine() == Engine::Sqlite => Ok(Doc::new()),
        None => {
            // No row can be held that is not there: of two servers that hear of a person first, one waits here.
            tx.exec(
                sql!(
                    "insert into traits (customer_id, channel_id, doc, updated_at)
                     values ($1, $2, '{}', $3) on conflict (customer_id, channel_id) do nothing"
                ),
                params![leaf, channel, now],
            )?;
            Ok(find()?.unwrap_or_default())
        }
    }
}

pub fn set_doc(tx: &Tx, leaf: CustomerId, channel: ChannelId, doc: &Doc, now: Time) -> Result<()> {
    let text = serde_json::to_string(doc).map_err(Error::internal)?;
    tx.exec(
        sql!(
            "insert into traits (customer_id, channel_id, doc, updated_at) values ($1, $2, $3, $4)
             on conflict (customer_id, channel_id) do update
               set doc = excluded.doc, updated_at = excluded.updated_at"
        ),
        params![leaf, channel, text, now],
    )?;
    Ok(())
}

/// What every door says of these leaves.
pub fn docs(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<DoorDoc>> {
    tx.rows(
        sql!("select customer_id, channel_id, doc from traits where customer_id in ($1)"),
        params![List(leaves)],
        |row| {
            Ok(DoorDoc {
                customer_id: row.get(0)?,
                channel_id: row.get(1)?,
                doc: parse(row.text(2)?)?,
            })
        },
    )
}

fn parse(text: &str) -> Result<Doc> {
    serde_json::from_str(text).map_err(Error::internal)
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    tx.exec(sql!("delete from traits where customer_id in ($1)"), params![List(leaves)])
}
