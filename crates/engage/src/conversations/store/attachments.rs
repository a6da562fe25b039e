//! The SQL of the files that come and go with messages.

use customers::identities::CustomerId;
use kit::db::List;
use kit::{Error, Result, Time, Tx, params, sql};

use crate::conversations::{Attachment, AttachmentId, MessageId, NewAttachment};

pub fn insert_attachment(
    tx: &Tx,
    leaf: CustomerId,
    message: MessageId,
    file: &NewAttachment,
    now: Time,
) -> Result<AttachmentId> {
    let id = AttachmentId::new(now);
    tx.exec(
        sql!(
            "insert into attachments
               (customer_id, message_id, id, name, media_type, content_id, size, content)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            leaf,
            message,
            id,
            file.name,
            file.media_type,
            file.content_id,
            file.content.len() as i64,
            file.content.as_slice()
        ],
    )?;
    Ok(id)
}

pub fn delete_attachments(tx: &Tx, message: MessageId) -> Result<u64> {
    tx.exec(sql!("delete from attachments where message_id = $1"), params![message])
}

pub fn attachments(tx: &Tx, messages: &[MessageId]) -> Result<Vec<Attachment>> {
    tx.rows(
        sql!(
            "select id, message_id, name, media_type, content_id, size from attachments
             where message_id in ($1) order by id"
        ),
        params![List(messages)],
        |row| {
            Ok(Attachment {
                id: row.get(0)?,
                message_id: row.get(1)?,
                name: row.get(2)?,
                media_type: row.get(3)?,
                content_id: row.get(4)?,
                size: row.get(5)?,
            })
        },
    )
}

/// A file with what is in it.
pub fn attachment(tx: &Tx, id: AttachmentId) -> Result<NewAttachment> {
    let found = tx.one(
        sql!("select name, media_type, content_id, content from attachments where id = $1"),
        params![id],
        |row| {
            Ok(NewAttachment {
                name: row.get(0)?,
                media_type: row.get(1)?,
                content_id: row.get(2)?,
                content: row.get(3)?,
            })
        },
    )?;
    found.ok_or_else(|| Error::not_found(format!("file {id}")))
}
