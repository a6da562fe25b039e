//! The SQL of SMS: who wants none, and the parts of long ones.

use customers::channels::ChannelId;
use customers::identities::{CustomerId, Identity, Kind};
use customers::privacy::tombstones::{Marks, Theirs};
use kit::db::List;
use kit::{Result, Time, Tx, params, sql};

use crate::conversations::{MessageId, State};

/// Why and since when a number gets nothing that it did not ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    pub reason: String,
    pub since: Time,
}

/// What stands for a number here. That it wants no messages must be known for ever, also when whoever it belongs to was
/// erased; whose it is need not be.
fn sealed(marks: &Marks, number: &str) -> Result<String> {
    Ok(marks.mark(&Identity::new(Kind::PHONE, number))?.value)
}

/// Seals the numbers that were written down before numbers were sealed.
pub fn seal_plain(tx: &Tx) -> Result<()> {
    let plain: Vec<String> = tx.rows(
        sql!("select number from sms_suppressions where number >= '+' and number < ','"),
        params![],
        |row| row.get(0),
    )?;
    let marks = if plain.is_empty() { return Ok(()) } else { Marks::open(tx)? };
    for number in plain {
        tx.exec(
            sql!("update sms_suppressions set number = $2 where number = $1"),
            params![number, sealed(&marks, &number)?],
        )?;
    }
    Ok(())
}

/// False if the number was suppressed already, or has taken back this very wish since. Who says it again means what they
/// asked in between, too.
pub fn suppress(tx: &Tx, number: &str, channel: ChannelId, reason: &str, at: Time) -> Result<bool> {
    seal_plain(tx)?;
    let is_suppressed = suppression_maybe(tx, number)?.is_some();
    let changed = tx.exec(
        sql!(
            "insert into sms_suppressions (number, channel_id, reason, suppressed_at)
             values ($1, $2, $3, $4)
             on conflict (number) do update set channel_id = excluded.channel_id,
               reason = excluded.reason, suppressed_at = excluded.suppressed_at, lifted_at = null
             where coalesce(sms_suppressions.lifted_at, sms_suppressions.suppressed_at)
               < excluded.suppressed_at"
        ),
        params![sealed(&Marks::open(tx)?, number)?, channel, reason, at],
    )?;
    Ok(changed == 1 && !is_suppressed)
}

/// False if the number was not suppressed, or was so after that moment.
pub fn lift(tx: &Tx, number: &str, at: Time) -> Result<bool> {
    seal_plain(tx)?;
    let changed = tx.exec(
        sql!(
            "update sms_suppressions set lifted_at = $2
             where number = $1 and lifted_at is null and suppressed_at <= $2"
        ),
        params![sealed(&Marks::open(tx)?, number)?, at],
    )?;
    Ok(changed == 1)
}

pub fn suppression_maybe(tx: &Tx, number: &str) -> Result<Option<Suppression>> {
    let sealed = Marks::open_maybe(tx)?.map(|marks| sealed(&marks, number)).transpose()?;
    tx.one(
        sql!(
            "select reason, suppressed_at from sms_suppressions
             where number in ($1) and lifted_at is null"
        ),
        // As it was written down before numbers were sealed.
        params![List(&[sealed.as_deref().unwrap_or(number), number])],
        |row| Ok(Suppression { reason: row.get(0)?, since: row.get(1)? }),
    )
}

/// Takes away the parts of messages with these leaves, as long as the messages are there, and of those that still come in
/// from a number of theirs.
pub fn erase(tx: &Tx, leaves: &[CustomerId], theirs: &Theirs) -> Result<()> {
    seal_plain(tx)?;
    tx.exec(
        sql!(
            "delete from sms_parts where message_id in (
               select id from messages where customer_id in ($1)
             )"
        ),
        params![List(leaves)],
    )?;
    let senders: Vec<String> =
        tx.rows(sql!("select distinct sender from sms_fragments"), params![], |row| row.get(0))?;
    for sender in senders {
        // As the centre writes it: with or without the plus.
        let number = Identity::new(Kind::PHONE, format!("+{}", sender.trim_start_matches('+')));
        if theirs.has(&number)? {
            tx.exec(sql!("delete from sms_fragments where sender = $1"), params![sender])?;
        }
    }
    Ok(())
}

/// A part of a message that the centre has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// From 1.
    pub part: i64,
    /// Of so many.
    pub parts: i64,
    pub name: String,
    /// What the centre said of it, if anything.
    pub state: Option<State>,
    pub error: Option<String>,
}

/// The centre took a part over and named it.
pub fn insert_part(
    tx: &Tx,
    channel: ChannelId,
    name: &str,
    message: MessageId,
    (part, parts): (i64, i64),
    now: Time,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into sms_parts (channel_id, name, message_id, part, parts, noted_at)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (channel_id, name) do update set message_id = excluded.message_id,
               part = excluded.part, parts = excluded.parts"
        ),
        params![channel, name, message, part, parts, now],
    )?;
    Ok(())
}

/// The centre says how far a part got; returns whose part it is, if that is known.
pub fn set_part_state(
    tx: &Tx,
    channel: ChannelId,
    name: &str,
    state: State,
    error: Option<&str>,
    now: Time,
) -> Result<Option<MessageId>> {
    let known = tx.one(
        sql!("select message_id, state from sms_parts where channel_id = $1 and name = $2"),
        params![channel, name],
        |row| {
            let state = row.get::<Option<String>>(1)?;
            let state = state.map(|word| word.parse::<State>()).transpose()?;
            Ok((row.get::<Option<MessageId>>(0)?, state))
        },
    )?;
    let (message, before) = known.unwrap_or_default();
    let state = before.map_or(state, |before| before.after(state));
    tx.exec(
        sql!(
            "insert into sms_parts (channel_id, name, state, error, noted_at)
             values ($1, $2, $3, $4, $5)
             on conflict (channel_id, name) do update
               set state = excluded.state, error = excluded.error"
        ),
        params![channel, name, state.as_str(), error, now],
    )?;
    Ok(message)
}

pub fn parts(tx: &Tx, message: MessageId) -> Result<Vec<Part>> {
    tx.rows(
        sql!(
            "select part, parts, name, state, error from sms_parts
             where message_id = $1 order by part"
        ),
        params![message],
        |row| {
            let state = row.get::<Option<String>>(3)?;
            let state = state.map(|word| word.parse()).transpose()?;
            let (part, parts) = (row.get(0)?, row.get(1)?);
            Ok(Part { part, parts, name: row.get(2)?, state, error: row.get(4)? })
        },
    )
}

/// Which long SMS a fragment belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    pub channel: ChannelId,
    pub sender: String,
    /// The sender's number for the whole, with the way in which it came.
    pub reference: String,
    pub parts: i64,
}

/// Keeps a fragment; one that is there already stays.
pub fn insert_fragment(tx: &Tx, of: &Whole, part: i64, body: &[u8], now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into sms_fragments
               (channel_id, sender, reference, parts, part, body, noted_at)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (channel_id, sender, reference, parts, part) do nothing"
        ),
        params![of.channel, of.sender, of.reference, of.parts, part, body, now],
    )?;
    Ok(())
}

/// What is there of it, in order.
pub fn fragments(tx: &Tx, of: &Whole) -> Result<Vec<Vec<u8>>> {
    tx.rows(
        sql!(
            "select body from sms_fragments
             where channel_id = $1 and sender = $2 and reference = $3 and parts = $4
             order by part"
        ),
        params![of.channel, of.sender, of.reference, of.parts],
        |row| row.get(0),
    )
}

pub fn delete_fragments(tx: &Tx, of: &Whole) -> Result<()> {
    tx.exec(
        sql!(
            "delete from sms_fragments
             where channel_id = $1 and sender = $2 and reference = $3 and parts = $4"
        ),
        params![of.channel, of.sender, of.reference, of.parts],
    )?;
    Ok(())
}

/// Long SMS of which a part has been missing since a moment, oldest first.
pub fn stale_wholes(tx: &Tx, since: Time) -> Result<Vec<Whole>> {
    tx.rows(
        sql!(
            "select channel_id, sender, reference, parts from sms_fragments
             group by channel_id, sender, reference, parts
             having max(noted_at) <= $1 order by max(noted_at) limit 100"
        ),
        params![since],
        |row| {
            Ok(Whole {
                channel: row.get(0)?,
                sender: row.get(1)?,
                reference: row.get(2)?,
                parts: row.get(3)?,
            })
        },
    )
}

/// Forgets what the centre said of messages that never were ours.
pub fn delete_strangers(tx: &Tx, since: Time) -> Result<()> {
    tx.exec(
        sql!("delete from sms_parts where message_id is null and noted_at <= $1"),
        params![since],
    )?;
    Ok(())
}
