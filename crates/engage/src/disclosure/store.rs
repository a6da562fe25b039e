//! What lies where of one leaf, read for the person's file. Every statement goes by the leaf, by which the tables are
//! ordered.

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use customers::privacy::chapters::{Cell, File, Page, Place, Row};
use kit::{Result, Time, Tx, params, sql};
use serde_json::{Value, json};

use crate::connectors::phone::CallState;
use crate::conversations::{
    AttachmentId, Author, ConversationId, Direction, Message, MessageId, Status,
};
use crate::facts::Entity;

pub fn conversations(tx: &Tx, leaf: CustomerId) -> Result<Vec<Row>> {
    tx.rows(
        sql!(
            "select id, root_id, status, subject, opened_at, closed_at from conversations
             where customer_id = $1 order by id"
        ),
        params![leaf],
        |row| {
            let (id, root): (ConversationId, ConversationId) = (row.get(0)?, row.get(1)?);
            let status: Status = row.text(2)?.parse()?;
            let subject: Option<String> = row.get(3)?;
            let (opened, closed): (Time, Option<Time>) = (row.get(4)?, row.get(5)?);
            let json = json!({
                "customer_id": leaf, "id": id, "part_of": root, "status": status,
                "subject": subject, "opened_at": opened, "closed_at": closed,
            });
            let state = match status {
                Status::Open => "export-status-open",
                Status::Pending => "export-status-pending",
                Status::Snoozed => "export-status-snoozed",
                Status::Closed => "export-status-closed",
            };
            let cells = vec![
                Cell::Time(opened),
                Cell::text(subject.as_deref()),
                Cell::Word(state),
                Cell::time(closed),
            ];
            Ok(Row::new(json, cells))
        },
    )
}

/// What a door told along with a message: headers, a place, a call. Who of the shop was on the telephone is left out.
pub fn details(message: &Message) -> Value {
    let mut details: Value = serde_json::from_str(&message.details).unwrap_or_default();
    if let Some(call) = details.get_mut("call").and_then(Value::as_object_mut) {
        for ours in ["agent", "extension", "ringing"] {
            call.remove(ours);
        }
        return details;
    }
    // What we noted with a message of our own is for the door.
    let is_theirs = message.direction == Direction::In && message.author == Author::Customer;
    if is_theirs { details } else { Value::Null }
}

/// The files of the next message that has some.
pub fn files_after(tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page> {
    let next: Option<MessageId> = tx.one(
        sql!(
            "select message_id from attachments where customer_id = $1 and message_id > $2
             order by message_id limit 1"
        ),
        params![leaf, MessageId(after)],
        |row| row.get(0),
    )?;
    let Some(message) = next else { return Ok(Page::default()) };
    let rows = tx.rows(
        sql!(
            "select id, name, media_type, size, content from attachments
             where customer_id = $1 and message_id = $2 order by id"
        ),
        params![leaf, message],
        |row| {
            let id: AttachmentId = row.get(0)?;
            let (name, media_type): (String, String) = (row.get(1)?, row.get(2)?);
            let size: i64 = row.get(3)?;
            let json = json!({
                "customer_id": leaf, "message_id": message, "id": id, "name": name,
                "media_type": media_type, "size": size,
            });
            let cells = vec![Cell::File, Cell::Text(media_type), Cell::Number(size)];
            Ok(Row { json, cells, file: Some(File { name, content: row.get(4)? }) })
        },
    )?;
    Ok(Page { rows, next: Some(message.0) })
}

pub fn calls(tx: &Tx, leaf: CustomerId) -> Result<Vec<Row>> {
    tx.rows(
        sql!(
            "select channel_id, call_id, message_id, state, started_at from calls
             where customer_id = $1 order by started_at, channel_id, call_id"
        ),
        params![leaf],
        |row| {
            let (channel, call): (ChannelId, String) = (row.get(0)?, row.get(1)?);
            let message: Option<MessageId> = row.get(2)?;
            let (state, started): (CallState, Time) = (row.text(3)?.parse()?, row.get(4)?);
            let json = json!({
                "customer_id": leaf, "channel_id": channel, "call_id": call,
                "message_id": message, "state": state, "started_at": started,
            });
            let state = match state {
                CallState::Ringing | CallState::Answered => "export-call-going-on",
                CallState::Missed => "export-call-missed",
                CallState::Ended => "export-call-ended",
                CallState::Voicemail => "export-call-voicemail",
            };
            Ok(Row::new(json, vec![Cell::Time(started), Cell::Door(channel), Cell::Word(state)]))
        },
    )
}

pub fn told(tx: &Tx, leaf: CustomerId) -> Result<Vec<Row>> {
    tx.rows(
        sql!(
            "select message_id, entity, value, shown, at, channel_id from told
             where customer_id = $1 order by message_id, entity, value"
        ),
        params![leaf],
        |row| {
            let (message, entity): (MessageId, Entity) = (row.get(0)?, row.text(1)?.parse()?);
            let (value, shown): (String, String) = (row.get(2)?, row.get(3)?);
            let (at, channel): (Time, ChannelId) = (row.get(4)?, row.get(5)?);
            let json = json!({
                "customer_id": leaf, "message_id": message, "entity": entity, "value": value,
                "shown": shown, "at": at,
            });
            let entity = Cell::Word(match entity {
                Entity::Order => "export-told-order",
                Entity::Tracking => "export-told-tracking",
                Entity::Email => "export-told-email",
                Entity::Phone => "export-told-phone",
                Entity::Address => "export-told-address",
                Entity::Product => "export-told-product",
                Entity::Problem => "export-told-problem",
            });
            let cells = vec![Cell::Time(at), Cell::Door(channel), entity, Cell::Text(shown)];
            Ok(Row::new(json, cells))
        },
    )
}

/// Codes by which a conversation of this leaf goes on elsewhere.
pub fn hand_overs(tx: &Tx, leaf: CustomerId) -> Result<Vec<Row>> {
    tx.rows(
        sql!(
            "select id, channel_id, made_by, address, page, made_at, expires_at, used_at,
               used_channel_id
             from hand_overs where customer_id = $1 order by id"
        ),
        params![leaf],
        |row| {
            let id: crate::handover::HandOverId = row.get(0)?;
            let (channel, made_by): (ChannelId, String) = (row.get(1)?, row.get(2)?);
            let (address, page): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
            let (made, expires): (Time, Time) = (row.get(5)?, row.get(6)?);
            let (used, used_at): (Option<Time>, Option<ChannelId>) = (row.get(7)?, row.get(8)?);
            let json = json!({
                "customer_id": leaf, "kind": "hand_over", "id": id, "channel_id": channel,
                "made_by": made_by, "address": address, "page": page, "made_at": made,
                "expires_at": expires, "used_at": used, "used_channel_id": used_at,
            });
            let cells = vec![
                Cell::Time(made),
                Cell::Word("export-code-hand-over"),
                Cell::text(address.as_deref()),
                Cell::time(used),
            ];
            Ok(Row::new(json, cells))
        },
    )
}

/// Codes by which they proved, or wanted to prove, that an address is theirs.
pub fn proofs(tx: &Tx, leaf: CustomerId) -> Result<Vec<Row>> {
    tx.rows(
        sql!(
            "select id, channel_id, kind, value, tries, made_at, expires_at, proven_at
             from proofs where customer_id = $1 order by id"
        ),
        params![leaf],
        |row| {
            let id: crate::proofs::ProofId = row.get(0)?;
            let channel: ChannelId = row.get(1)?;
            let address = format!("{}:{}", row.text(2)?, row.text(3)?);
            let tries: i64 = row.get(4)?;
            let (made, expires): (Time, Time) = (row.get(5)?, row.get(6)?);
            let proven: Option<Time> = row.get(7)?;
            let json = json!({
                "customer_id": leaf, "kind": "proof", "id": id, "channel_id": channel,
                "address": address, "tries": tries, "made_at": made, "expires_at": expires,
                "proven_at": proven,
            });
            let cells = vec![
                Cell::Time(made),
                Cell::Word("export-code-proof"),
                Cell::Text(address),
                Cell::time(proven),
            ];
            Ok(Row::new(json, cells))
        },
    )
}

pub fn answers(tx: &Tx, leaf: CustomerId) -> Result<Vec<Row>> {
    tx.rows(
        sql!(
            "select id, conversation_id, asked_at, score, comment, answered_at from surveys
             where customer_id = $1 order by id"
        ),
        params![leaf],
        |row| {
            let id: crate::surveys::SurveyId = row.get(0)?;
            let conversation: ConversationId = row.get(1)?;
            let asked: Time = row.get(2)?;
            let (score, comment): (Option<i64>, Option<String>) = (row.get(3)?, row.get(4)?);
            let answered: Option<Time> = row.get(5)?;
            let json = json!({
                "customer_id": leaf, "id": id, "conversation_id": conversation, "asked_at": asked,
                "score": score, "comment": comment, "answered_at": answered,
            });
            let score = score.map_or(Cell::Nothing, Cell::Number);
            let cells = vec![Cell::Time(asked), score, Cell::text(comment.as_deref())];
            Ok(Row::new(json, cells))
        },
    )
}
