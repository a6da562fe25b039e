//! How far each mailbox has been read.

use customers::channels::ChannelId;
use kit::{Result, Time, Tx, params, sql};

/// A place in a mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub uid_validity: i64,
    pub uid_seen: i64,
    pub begun_at: Time,
}

pub fn find_maybe(tx: &Tx, channel: ChannelId) -> Result<Option<Place>> {
    tx.one(
        sql!("select uid_validity, uid_seen, begun_at from mailboxes where channel_id = $1"),
        params![channel],
        |row| Ok(Place { uid_validity: row.get(0)?, uid_seen: row.get(1)?, begun_at: row.get(2)? }),
    )
}

/// From now on what comes in is brought in.
pub fn is_watched(tx: &Tx, channel: ChannelId) -> Result<bool> {
    Ok(find_maybe(tx, channel)?.is_some())
}

pub fn save(tx: &Tx, channel: ChannelId, place: Place) -> Result<()> {
    tx.exec(
        sql!(
            "insert into mailboxes (channel_id, uid_validity, uid_seen, begun_at)
             values ($1, $2, $3, $4)
             on conflict (channel_id) do update set uid_validity = excluded.uid_validity,
               uid_seen = excluded.uid_seen, begun_at = excluded.begun_at"
        ),
        params![channel, place.uid_validity, place.uid_seen, place.begun_at],
    )?;
    Ok(())
}
