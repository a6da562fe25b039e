//! All SQL of the traits.

use kit::db::List;
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Doc, DoorDoc};
use crate::channels::ChannelId;
use crate::identities::CustomerId;

pub fn find_doc(tx: &Tx, leaf: CustomerId, channel: ChannelId) -> Result<Doc> {
    let found = tx.one(
        sql!("select doc from traits where customer_id = $1 and channel_id = $2{for_update}"),
        params![leaf, channel],
        |row| parse(row.text(0)?),
    )?;
    Ok(found.unwrap_or_default())
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
