//! The files that came along with a mail, within the limits of a message.

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use crate::connectors::media_type;
use crate::conversations::{FILES_BYTES_MAX, FILES_MAX, NewAttachment};

/// The longest name that is kept.
const NAME_BYTES_MAX: usize = 200;

/// The files, and the names of those for which there was no room: they stay in the mailbox.
pub fn of(mail: &Message) -> (Vec<NewAttachment>, Vec<String>) {
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    let mut bytes = 0;
    for (n, part) in mail.attachments().enumerate() {
        let file = file(part, n + 1);
        if kept.len() == FILES_MAX || bytes + file.content.len() > FILES_BYTES_MAX {
            left_out.push(file.name);
        } else {
            bytes += file.content.len();
            kept.push(file);
        }
    }
    (kept, left_out)
}

fn file(part: &MessagePart, number: usize) -> NewAttachment {
    let media_type = part.content_type().map_or_else(
        || "application/octet-stream".to_string(),
        |kind| match &kind.c_subtype {
            Some(subtype) => format!("{}/{subtype}", kind.c_type).to_lowercase(),
            None => kind.c_type.to_lowercase(),
        },
    );
    let content = match &part.body {
        PartType::Message(inner) => inner.raw_message().to_vec(),
        _ => part.contents().to_vec(),
    };
    let media_type = media_type::of(&content, &media_type);
    let name = part.attachment_name().map_or_else(|| unnamed(part, number), in_one_folder);
    NewAttachment { name, media_type, content_id: part.content_id().map(str::to_string), content }
}

fn unnamed(part: &MessagePart, number: usize) -> String {
    match part.body {
        PartType::Message(_) => format!("{number}.eml"),
        _ => format!("{number}"),
    }
}

/// A name only, no path, nothing invisible.
fn in_one_folder(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = name.chars().filter(|c| !c.is_control()).collect();
    let clipped = kit::text::clip(plain.trim(), NAME_BYTES_MAX);
    if clipped.is_empty() { "file".into() } else { clipped.into_owned() }
}
