//! The SQL of messages, their files, and the names that providers give them.

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::{Error, Result, Time, Tx, params, sql};

use super::erasing::hidden_maybe;
use crate::conversations::{ConversationId, Direction, Message, MessageId, State};
use crate::search;

pub fn insert_message(tx: &Tx, m: &Message) -> Result<()> {
    tx.exec(
        sql!(
            "insert into messages (customer_id, conversation_id, id, at, channel_id, direction,
               author, author_id, author_name, address, subject, body, html, state, state_at,
               error, reply_to_id, details)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
        ),
        params![
            m.customer_id,
            m.conversation_id,
            m.id,
            m.at,
            m.channel_id,
            m.direction.as_str(),
            m.author.as_str(),
            m.author_id,
            m.author_name,
            m.address,
            m.subject,
            m.body,
            m.html,
            m.state.as_str(),
            m.state_at,
            m.error,
            m.reply_to_id,
            m.details
        ],
    )?;
    search::index(tx, m)
}

/// What was said was changed afterwards, at a moment of its door's clock; it is found by its new words.
pub fn set_body(
    tx: &Tx,
    id: MessageId,
    body: &str,
    details: &str,
    at: Time,
    now: Time,
) -> Result<()> {
    let before = find_message(tx, id)?;
    super::touch(tx, before.conversation_id, now)?;
    search::forget(tx, &before)?;
    tx.exec(
        sql!("update messages set body = $2, details = $3, state_at = $4 where id = $1"),
        params![id, body, details, at],
    )?;
    search::index(tx, &Message { body: body.to_string(), ..before })
}

pub fn find_message(tx: &Tx, id: MessageId) -> Result<Message> {
    find_message_maybe(tx, id)?.ok_or_else(|| Error::not_found(format!("message {id}")))
}

pub fn find_message_maybe(tx: &Tx, id: MessageId) -> Result<Option<Message>> {
    tx.one(
        sql!(
            "select customer_id, conversation_id, id, at, channel_id, direction, author, author_id,
               author_name, address, subject, body, html, state, state_at, error, reply_to_id,
               details
             from messages where id = $1"
        ),
        params![id],
        message,
    )
}

/// As [`find_message_maybe`]; nobody else says how far it got until the end of the transaction.
pub fn lock_message_maybe(tx: &Tx, id: MessageId) -> Result<Option<Message>> {
    tx.one(
        sql!(
            "select customer_id, conversation_id, id, at, channel_id, direction, author, author_id,
               author_name, address, subject, body, html, state, state_at, error, reply_to_id,
               details
             from messages where id = $1{for_update}"
        ),
        params![id],
        message,
    )
}

/// A page of what was said in these parts, newest first, before a place.
pub fn page(
    tx: &Tx,
    parts: &[ConversationId],
    before: (Time, MessageId),
    size: usize,
) -> Result<Vec<Message>> {
    tx.rows(
        sql!(
            "select customer_id, conversation_id, id, at, channel_id, direction, author, author_id,
               author_name, address, subject, body, html, state, state_at, error, reply_to_id,
               details
             from messages
             where conversation_id in ($1) and (at, id) < ($2, $3)
             order by at desc, id desc limit $4"
        ),
        params![List(parts), before.0, before.1, size as i64],
        message,
    )
}

/// What the customer said last by this door.
pub fn newest_inbound(
    tx: &Tx,
    parts: &[ConversationId],
    channel: ChannelId,
) -> Result<Option<Message>> {
    tx.one(
        sql!(
            "select customer_id, conversation_id, id, at, channel_id, direction, author, author_id,
               author_name, address, subject, body, html, state, state_at, error, reply_to_id,
               details
             from messages
             where conversation_id in ($1) and channel_id = $2 and direction = 'in'
             order by at desc, id desc limit 1"
        ),
        params![List(parts), channel],
        message,
    )
}

/// What was said last by this door, by whomever.
pub fn newest_by_door(
    tx: &Tx,
    parts: &[ConversationId],
    channel: ChannelId,
) -> Result<Option<Message>> {
    tx.one(
        sql!(
            "select customer_id, conversation_id, id, at, channel_id, direction, author, author_id,
               author_name, address, subject, body, html, state, state_at, error, reply_to_id,
               details
             from messages
             where conversation_id in ($1) and channel_id = $2 and direction <> 'note'
             order by at desc, id desc limit 1"
        ),
        params![List(parts), channel],
        message,
    )
}

/// What somebody of the shop answered last in these parts.
pub fn newest_answer(tx: &Tx, parts: &[ConversationId]) -> Result<Option<Message>> {
    tx.one(
        sql!(
            "select customer_id, conversation_id, id, at, channel_id, direction, author, author_id,
               author_name, address, subject, body, html, state, state_at, error, reply_to_id,
               details
             from messages
             where conversation_id in ($1) and direction = 'out' and author = 'agent'
             order by at desc, id desc limit 1"
        ),
        params![List(parts)],
        message,
    )
}

/// Whether somebody of the shop has answered in these parts.
pub fn has_answer(tx: &Tx, parts: &[ConversationId]) -> Result<bool> {
    let found = tx.one(
        sql!(
            "select 1 from messages
             where conversation_id in ($1) and direction = 'out' and author = 'agent' limit 1"
        ),
        params![List(parts)],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// What went to an address by a door until a moment, and was not said to have been read.
pub fn unconfirmed(
    tx: &Tx,
    channel: ChannelId,
    address: &str,
    until: Time,
) -> Result<Vec<Message>> {
    tx.rows(
        sql!(
            "select customer_id, conversation_id, id, at, channel_id, direction, author, author_id,
               author_name, address, subject, body, html, state, state_at, error, reply_to_id,
               details
             from messages
             where address = $1 and channel_id = $2 and direction = 'out' and at <= $3
               and state in ('sent', 'delivered')
             order by at desc, id desc limit 200"
        ),
        params![address, channel, until],
        message,
    )
}

/// What went these ways with a leaf, after this message. Of notes only people's: what the product notes by itself (that a
/// rule gave it to somebody) has no words.
pub fn of_leaf(
    tx: &Tx,
    leaf: CustomerId,
    ways: &[Direction],
    after: MessageId,
    size: usize,
) -> Result<Vec<Message>> {
    let ways: Vec<&str> = ways.iter().map(|way| way.as_str()).collect();
    tx.rows(
        sql!(
            "select customer_id, conversation_id, id, at, channel_id, direction, author, author_id,
               author_name, address, subject, body, html, state, state_at, error, reply_to_id,
               details
             from messages
             where customer_id = $1 and id > $2 and direction in ($3)
               and (direction <> 'note' or body <> '')
             order by id limit $4"
        ),
        params![leaf, after, List(&ways), size as i64],
        message,
    )
}

pub fn set_state(
    tx: &Tx,
    id: MessageId,
    state: State,
    at: Time,
    error: Option<&str>,
) -> Result<()> {
    tx.exec(
        sql!("update messages set state = $2, state_at = $3, error = $4 where id = $1"),
        params![id, state.as_str(), at, error],
    )?;
    Ok(())
}

/// When somebody at this address wrote last by a door.
pub fn last_from(tx: &Tx, channel: ChannelId, address: &str) -> Result<Option<Time>> {
    tx.one(
        sql!(
            "select at from messages
             where address = $1 and channel_id = $2 and direction = 'in'
             order by at desc, id desc limit 1"
        ),
        params![address, channel],
        |row| row.get(0),
    )
}

/// What of a message can change though it was said: a call goes on, staff write down what was said in it.
pub fn amend(tx: &Tx, m: &Message, at: Time) -> Result<()> {
    search::forget(tx, &find_message(tx, m.id)?)?;
    tx.exec(
        sql!(
            "update messages set author_id = $2, author_name = $3, body = $4, details = $5,
               state_at = $6
             where id = $1"
        ),
        params![m.id, m.author_id, m.author_name, m.body, m.details, at],
    )?;
    super::touch(tx, m.conversation_id, at)?;
    search::index(tx, m)
}

/// Where a message is, by the name that a provider gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Located {
    pub customer_id: CustomerId,
    pub conversation_id: ConversationId,
    pub message_id: MessageId,
}

/// Gives a message its provider's name; false when another has it.
pub fn name_message(
    tx: &Tx,
    channel: ChannelId,
    provider_id: &str,
    located: Located,
) -> Result<bool> {
    let Located { customer_id, conversation_id, message_id } = located;
    let named = tx.exec(
        sql!(
            "insert into provider_messages
               (channel_id, provider_id, customer_id, conversation_id, message_id)
             values ($1, $2, $3, $4, $5) on conflict (channel_id, provider_id) do nothing"
        ),
        params![channel, provider_id, customer_id, conversation_id, message_id],
    )?;
    Ok(named == 1)
}

pub fn named_maybe(tx: &Tx, channel: ChannelId, provider_id: &str) -> Result<Option<Located>> {
    match named(tx, channel, provider_id)? {
        Some(located) => Ok(Some(located)),
        // Of somebody who was erased, what is left of a name only recognises it.
        None => match hidden_maybe(tx, provider_id)? {
            Some(hidden) => named(tx, channel, &hidden),
            None => Ok(None),
        },
    }
}

fn named(tx: &Tx, channel: ChannelId, provider_id: &str) -> Result<Option<Located>> {
    tx.one(
        sql!(
            "select customer_id, conversation_id, message_id from provider_messages
             where channel_id = $1 and provider_id = $2"
        ),
        params![channel, provider_id],
        |row| {
            Ok(Located {
                customer_id: row.get(0)?,
                conversation_id: row.get(1)?,
                message_id: row.get(2)?,
            })
        },
    )
}

/// How providers know a message.
pub fn names_of(tx: &Tx, message: MessageId) -> Result<Vec<String>> {
    tx.rows(
        sql!(
            "select provider_id from provider_messages where message_id = $1 order by provider_id"
        ),
        params![message],
        |row| row.get(0),
    )
}

fn message(row: &Row) -> Result<Message> {
    Ok(Message {
        customer_id: row.get(0)?,
        conversation_id: row.get(1)?,
        id: row.get(2)?,
        at: row.get(3)?,
        channel_id: row.get(4)?,
        direction: row.text(5)?.parse()?,
        author: row.text(6)?.parse()?,
        author_id: row.get(7)?,
        author_name: row.get(8)?,
        address: row.get(9)?,
        subject: row.get(10)?,
        body: row.get(11)?,
        html: row.get(12)?,
        state: row.text(13)?.parse()?,
        state_at: row.get(14)?,
        error: row.get(15)?,
        reply_to_id: row.get(16)?,
        details: row.get(17)?,
    })
}

/// How a door named earlier messages of a conversation, the newest first. Keys by which a page's second try is
/// recognised are no names.
pub fn earlier_names(
    tx: &Tx,
    parts: &[ConversationId],
    channel: ChannelId,
    before: MessageId,
    at_most: usize,
) -> Result<Vec<String>> {
    tx.rows(
        sql!(
            "select p.provider_id from messages m
               join provider_messages p on p.message_id = m.id and p.channel_id = m.channel_id
             where m.conversation_id in ($1) and m.channel_id = $2 and m.id <> $3
               and p.provider_id not like 'reply:%' and p.provider_id not like 'note:%'
             order by m.at desc, m.id desc, p.provider_id limit $4"
        ),
        params![List(parts), channel, before, at_most as i64],
        |row| row.get(0),
    )
}
