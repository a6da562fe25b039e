//! The SQL of what was told, and of the counts.

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::db::List;
use kit::time::days;
use kit::{Result, Time, Tx, params, sql};

use super::rules::Because;
use super::{Again, Entity, Told};
use crate::conversations::{ConversationId, MessageId, Status};

pub fn insert(tx: &Tx, leaf: CustomerId, told: &Told) -> Result<()> {
    tx.exec(
        sql!(
            "insert into told (customer_id, message_id, entity, value, shown, conversation_id, at,
               channel_id, served_by, again_of_id, because)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict (customer_id, message_id, entity, value) do nothing"
        ),
        params![
            leaf,
            told.message_id,
            told.entity.as_str(),
            told.value,
            told.shown,
            told.conversation_id,
            told.at,
            told.channel_id,
            told.served_by,
            told.again.as_ref().map(|again| again.of),
            told.again.as_ref().map(|again| again.because.as_str())
        ],
    )?;
    Ok(())
}

/// What was found in a message.
pub fn delete(tx: &Tx, leaf: CustomerId, message: MessageId) -> Result<u64> {
    let delete = sql!("delete from told where customer_id = $1 and message_id = $2");
    tx.exec(delete, params![leaf, message])
}

/// What was told in these parts, the newest first.
pub fn of_parts(tx: &Tx, parts: &[ConversationId], at_most: usize) -> Result<Vec<Told>> {
    tx.rows(
        sql!(
            "select conversation_id, message_id, entity, value, shown, at, channel_id, served_by,
               again_of_id, because
             from told where conversation_id in ($1)
             order by at desc, message_id desc, entity, value limit $2"
        ),
        params![List(parts), at_most as i64],
        |row| {
            let again = match (row.get(8)?, row.text_maybe(9)?) {
                (Some(of), Some(because)) => Some(Again { of, because: because.parse()? }),
                _ => None,
            };
            Ok(Told {
                conversation_id: row.get(0)?,
                message_id: row.get(1)?,
                entity: row.text(2)?.parse()?,
                value: row.get(3)?,
                shown: row.get(4)?,
                at: row.get(5)?,
                channel_id: row.get(6)?,
                served_by: row.get(7)?,
                again,
            })
        },
    )
}

/// Who of the shop spoke last: an account, or the word `bot`.
pub fn last_served_by(tx: &Tx, parts: &[ConversationId]) -> Result<Option<String>> {
    let spoke = tx.one(
        sql!(
            "select author, author_id from messages
             where conversation_id in ($1) and direction = 'out' and author in ('agent', 'bot')
             order by at desc, id desc limit 1"
        ),
        params![List(parts)],
        |row| {
            let account: Option<customers::accounts::AccountId> = row.get(1)?;
            Ok(account.map_or_else(|| row.text(0).map(str::to_string), |id| Ok(id.to_string())))
        },
    )?;
    spoke.transpose()
}

/// Something that had to be told again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Days since 1970.
    pub day: i64,
    pub entity: Entity,
    pub because: Because,
    pub from: ChannelId,
    pub to: ChannelId,
}

/// Counts a repeat; `is_first` in its conversation.
pub fn count(tx: &Tx, repeat: &Repeat, is_first: bool) -> Result<()> {
    tx.exec(
        sql!(
            "insert into repeats (day, entity, because, from_channel_id, to_channel_id, times, conversations)
             values ($1, $2, $3, $4, $5, 1, $6)
             on conflict (day, entity, because, from_channel_id, to_channel_id) do update
               set times = repeats.times + 1, conversations = repeats.conversations + excluded.conversations"
        ),
        params![
            repeat.day,
            repeat.entity.as_str(),
            repeat.because.as_str(),
            repeat.from,
            repeat.to,
            is_first
        ],
    )?;
    Ok(())
}

/// A line of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub entity: Entity,
    pub because: Because,
    pub from: ChannelId,
    pub to: ChannelId,
    pub times: i64,
    pub conversations: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repeats {
    /// Conversations in which something was said in that time.
    pub conversations: i64,
    pub rows: Vec<Row>,
}

impl Repeats {
    /// Conversations in which the customer had to repeat something.
    pub fn repeated(&self) -> i64 {
        self.rows.iter().map(|row| row.conversations).sum()
    }
}

pub fn report(tx: &Tx, since: Time) -> Result<Repeats> {
    let rows = tx.rows(
        sql!(
            "select entity, because, from_channel_id, to_channel_id, cast(sum(times) as bigint),
               cast(sum(conversations) as bigint)
             from repeats where day >= $1
             group by entity, because, from_channel_id, to_channel_id
             order by 5 desc, entity, because, from_channel_id, to_channel_id"
        ),
        params![since.0.div_euclid(days(1))],
        |row| {
            Ok(Row {
                entity: row.text(0)?.parse()?,
                because: row.text(1)?.parse()?,
                from: row.get(2)?,
                to: row.get(3)?,
                times: row.get(4)?,
                conversations: row.get(5)?,
            })
        },
    )?;
    let mut conversations = 0;
    for status in Status::ALL {
        // One stretch of an index a status.
        conversations += tx
            .one(
                sql!(
                    "select count(*) from conversations
                     where status = $1 and last_at >= $2 and id = root_id"
                ),
                params![status.as_str(), since],
                |row| row.get::<i64>(0),
            )?
            .unwrap_or_default();
    }
    Ok(Repeats { conversations, rows })
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    tx.exec(sql!("delete from told where customer_id in ($1)"), params![List(leaves)])
}
