//! The SQL of where the assistant is on.

use customers::channels::ChannelId;
use kit::{Result, Time, Tx, params, sql};

pub fn is_on(tx: &Tx, door: ChannelId) -> Result<bool> {
    let on = tx.one(
        sql!("select 1 from assistant_doors where channel_id = $1 and is_on = 1"),
        params![door],
        |_| Ok(()),
    )?;
    Ok(on.is_some())
}

pub fn set(tx: &Tx, door: ChannelId, is_on: bool, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into assistant_doors (channel_id, is_on, changed_at) values ($1, $2, $3)
             on conflict (channel_id) do update
               set is_on = excluded.is_on, changed_at = excluded.changed_at"
        ),
        params![door, is_on, now],
    )?;
    Ok(())
}
