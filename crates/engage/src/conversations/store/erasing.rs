//! The SQL that takes away what was said with somebody who was erased, and what others' rows repeat of it.

use customers::channels::ChannelId;
use customers::identities::{CustomerId, Identity};
use customers::privacy::tombstones::Marks;
use kit::db::List;
use kit::{Result, Time, Tx, params, sql};

use super::{find_maybe, page, parts};
use crate::conversations::receive::PREVIEW_BYTES_MAX;
use crate::conversations::{Conversation, ConversationId, Direction, MessageId};

/// In front of what is left of a provider's name.
const HIDDEN: &str = "erased:";
/// Notes may stand behind the last thing that was said.
const LOOKED_BACK: usize = 50;

/// How much of somebody went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    pub messages: u64,
    pub files: u64,
    pub conversations: u64,
}

/// What a name looks like once it is hidden; none where nobody was ever erased.
pub(super) fn hidden_maybe(tx: &Tx, provider_id: &str) -> Result<Option<String>> {
    let marks = Marks::open_maybe(tx)?;
    marks.map(|marks| hidden(&marks, provider_id)).transpose()
}

fn hidden(marks: &Marks, provider_id: &str) -> Result<String> {
    let name = Identity::new("message".parse()?, provider_id);
    Ok(format!("{HIDDEN}{}", marks.mark(&name)?.value))
}

/// Takes away all that was said with these leaves.
pub fn erase(tx: &Tx, leaves: &[CustomerId], now: Time) -> Result<Gone> {
    let others = beside(tx, leaves)?;
    hide_names(tx, leaves)?;
    let files =
        tx.exec(sql!("delete from attachments where customer_id in ($1)"), params![List(leaves)])?;
    let messages =
        tx.exec(sql!("delete from messages where customer_id in ($1)"), params![List(leaves)])?;
    tx.exec(
        sql!(
            "delete from conversation_joins where conversation_id in (
               select id from conversations where customer_id in ($1)
             ) or other_id in (select id from conversations where customer_id in ($1))"
        ),
        params![List(leaves)],
    )?;
    // What others said in a conversation that goes stands alone from now on.
    tx.exec(
        sql!(
            "update conversations set root_id = id
             where root_id in (select id from conversations where customer_id in ($1))"
        ),
        params![List(leaves)],
    )?;
    let conversations = tx
        .exec(sql!("delete from conversations where customer_id in ($1)"), params![List(leaves)])?;
    for id in others {
        if let Some(other) = find_maybe(tx, id)? {
            tell_anew(tx, &other, now)?;
        }
    }
    Ok(Gone { messages, files, conversations })
}

/// The messages that were said with these leaves.
pub fn ids_of(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<MessageId>> {
    let select = sql!("select id from messages where customer_id in ($1) order by id");
    tx.rows(select, params![List(leaves)], |row| row.get(0))
}

/// Conversations and parts of others that are joined with those of these leaves.
fn beside(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<ConversationId>> {
    tx.rows(
        sql!(
            "select distinct o.id from conversations c
             join conversations o on o.root_id = c.root_id
             where c.customer_id in ($1) order by o.id"
        ),
        params![List(leaves)],
        |row| row.get(0),
    )
}

/// The names stay, since what a provider brings again must not come back; but many hold a number or an address, so that
/// from now on they only recognise it.
fn hide_names(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    let marks = Marks::open(tx)?;
    let names: Vec<(ChannelId, String)> = tx.rows(
        sql!(
            "select p.channel_id, p.provider_id from messages m
             join provider_messages p on p.message_id = m.id
             where m.customer_id in ($1)"
        ),
        params![List(leaves)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    for (channel, name) in names {
        tx.exec(
            sql!(
                "update provider_messages set provider_id = $3
                 where channel_id = $1 and provider_id = $2"
            ),
            params![channel, name, hidden(&marks, &name)?],
        )?;
    }
    Ok(())
}

/// A conversation shows its subject and the last that was said; both may have been the erased person's.
fn tell_anew(tx: &Tx, one: &Conversation, now: Time) -> Result<()> {
    let parts: Vec<ConversationId> = parts(tx, one.id)?.iter().map(|part| part.id).collect();
    let parts = if parts.is_empty() { vec![one.id] } else { parts };
    let newest = page(tx, &parts, (Time::MAX, MessageId([0xff; 16])), LOOKED_BACK)?;
    let said = newest.iter().find(|message| message.direction != Direction::Note);
    let last = said.map_or("", |message| message.body.trim());
    let last = kit::text::clip(last, PREVIEW_BYTES_MAX);
    let subject = match &one.subject {
        Some(subject) if is_said(tx, &parts, subject)? => Some(subject.as_str()),
        _ => None,
    };
    tx.exec(
        sql!(
            "update conversations set last_text = $2, subject = $3, changed_at = $4,
               version = version + 1
             where id = $1"
        ),
        params![one.id, last.as_ref(), subject, now],
    )?;
    Ok(())
}

/// Whether one of the messages that are left has this subject.
fn is_said(tx: &Tx, parts: &[ConversationId], subject: &str) -> Result<bool> {
    let found = tx.one(
        sql!("select 1 from messages where conversation_id in ($1) and subject = $2 limit 1"),
        params![List(parts), subject],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}
