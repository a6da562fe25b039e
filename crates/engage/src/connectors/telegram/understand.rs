//! What an update of Telegram says. Pure.
//!
//! Only talk of one person with the bot is understood: a group is nobody's conversation with the shop.

use customers::identities::{Identity, Kind, normal};
use kit::Time;
use serde_json::{Value, json};

use super::super::meta::{each, text};
use super::super::wishes::Wish;
use super::name_of;
use crate::conversations::{Inbound, Reference, RemoteFile, Sender};

#[derive(Debug)]
pub enum Understood {
    Message(Box<Inbound>),
    /// Somebody blocked the bot, or let it write again.
    Wish(Wish),
    Ignored,
}

pub fn understand(update: &Value) -> Understood {
    let part = |name: &str| update.get(name).filter(|part| is_private(part));
    let understood = if let Some(message) = part("message") {
        said(message, None)
    } else if let Some(message) = part("edited_message") {
        said(message, moment(message, "/edit_date"))
    } else if let Some(press) = update.get("callback_query") {
        pressed(press)
    } else if let Some(change) = part("my_chat_member") {
        return wish(change).unwrap_or(Understood::Ignored);
    } else {
        None
    };
    understood.map_or(Understood::Ignored, |inbound| Understood::Message(Box::new(inbound)))
}

fn is_private(message: &Value) -> bool {
    text(message, "/chat/type") == Some("private")
}

fn said(message: &Value, edited_at: Option<Time>) -> Option<Inbound> {
    let words = text(message, "/text").or_else(|| text(message, "/caption")).unwrap_or_default();
    let (file, told) = (file(message), told(message));
    let (body, code) = match words.strip_prefix("/start") {
        Some(rest) if rest.is_empty() || rest.starts_with(' ') => {
            let payload = rest.trim();
            (words.to_string(), (!payload.is_empty()).then(|| payload.to_string()))
        }
        _ => (
            [words, &told].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n"),
            None,
        ),
    };
    let answers = message.get("reply_to_message").and_then(name_of);
    // Something of tomorrow: that it came is told, though not what it was.
    let body = if body.is_empty() && file.is_none() { unknown(message) } else { body };
    Some(Inbound {
        provider_id: name_of(message)?,
        sender: sender(message.get("from")?, message)?,
        at: moment(message, "/date")?,
        body,
        refers_to: answers.map(Reference::Provider).into_iter().collect(),
        details: Some(details(message).to_string()),
        code,
        edited_at,
        files: file.into_iter().collect(),
        ..Inbound::default()
    })
}

/// A button below a message of ours. The words on it are the answer, where Telegram still has them.
fn pressed(press: &Value) -> Option<Inbound> {
    let message = press.get("message").filter(|message| is_private(message))?;
    let data = text(press, "/data").unwrap_or_default();
    let rows = message.pointer("/reply_markup/inline_keyboard").and_then(Value::as_array);
    let mut buttons = rows.into_iter().flatten().filter_map(Value::as_array).flatten();
    let pressed = buttons.find(|button| text(button, "/callback_data") == Some(data));
    let words = pressed.and_then(|button| text(button, "/text")).unwrap_or(data);
    Some(Inbound {
        provider_id: format!("press:{}", text(press, "/id")?),
        sender: sender(press.get("from")?, &Value::Null)?,
        // A press has no time of its own; it is now, which the caller knows.
        at: Time::MAX,
        body: words.to_string(),
        refers_to: name_of(message).map(Reference::Provider).into_iter().collect(),
        details: Some(json!({ "telegram": "button", "data": data }).to_string()),
        pressed: (!data.is_empty()).then(|| data.to_string()),
        ..Inbound::default()
    })
}

fn sender(from: &Value, message: &Value) -> Option<Sender> {
    let id = from.get("id").and_then(Value::as_i64)?;
    let account = Identity::new(Kind::TELEGRAM_ID, id.to_string());
    let address = Some(account.to_string());
    let mut sender = Sender { proven: vec![account], address, ..Sender::default() };
    let names = [text(from, "/first_name"), text(from, "/last_name")];
    let names: Vec<&str> = names.into_iter().flatten().collect();
    sender.name = (!names.is_empty()).then(|| names.join(" "));
    if let Some(number) = text(message, "/contact/phone_number").and_then(number) {
        // Shared by the button it is their own; else it is anybody's card.
        let is_own = message.pointer("/contact/user_id").and_then(Value::as_i64) == Some(id);
        if is_own {
            sender.proven.push(number);
        }
    }
    Some(sender)
}

fn number(text: &str) -> Option<Identity> {
    let international = format!("+{}", text.trim_start_matches('+'));
    let value = normal::normalise(&Kind::PHONE, &international, None).ok()?;
    Some(Identity::new(Kind::PHONE, value))
}

/// What is said without words.
fn told(message: &Value) -> String {
    if let Some(contact) = message.get("contact") {
        let parts = ["/first_name", "/last_name", "/phone_number"];
        let parts: Vec<&str> = parts.iter().filter_map(|part| text(contact, part)).collect();
        return parts.join(" ");
    }
    let place = message.pointer("/venue/location").or(message.get("location"));
    if let Some(place) = place {
        let at = |axis| place.get(axis).and_then(Value::as_f64).unwrap_or_default();
        let names = [text(message, "/venue/title"), text(message, "/venue/address")];
        let names: Vec<&str> = names.into_iter().flatten().collect();
        let at = format!("({}, {})", at("latitude"), at("longitude"));
        return format!("{} {at}", names.join(", ")).trim().to_string();
    }
    text(message, "/sticker/emoji").or(text(message, "/dice/emoji")).unwrap_or_default().to_string()
}

/// The kind of a message that says nothing we know, as Telegram calls it.
fn unknown(message: &Value) -> String {
    const ENVELOPE: &[&str] =
        &["message_id", "from", "chat", "date", "edit_date", "reply_to_message", "entities"];
    let names = message.as_object().into_iter().flat_map(|fields| fields.keys());
    let kind = names.map(String::as_str).find(|name| !ENVELOPE.contains(name));
    kind.unwrap_or("message").replace('_', " ")
}

fn file(message: &Value) -> Option<RemoteFile> {
    // Of a photo there are several sizes, the largest last.
    if let Some(photo) = each(message, "photo").last() {
        let reference = text(photo, "/file_id")?.to_string();
        return Some(RemoteFile {
            reference,
            name: "photo.jpg".into(),
            media_type: "image/jpeg".into(),
        });
    }
    let kinds = [
        ("document", "file.bin", "application/octet-stream"),
        ("video", "video.mp4", "video/mp4"),
        ("video_note", "video.mp4", "video/mp4"),
        ("voice", "voice.ogg", "audio/ogg"),
        ("audio", "audio.mp3", "audio/mpeg"),
        ("sticker", "sticker.webp", "image/webp"),
    ];
    let (media, name, media_type) =
        kinds.iter().find_map(|(kind, name, of)| message.get(*kind).map(|it| (it, *name, *of)))?;
    Some(RemoteFile {
        reference: text(media, "/file_id")?.into(),
        name: text(media, "/file_name").unwrap_or(name).into(),
        media_type: text(media, "/mime_type").unwrap_or(media_type).into(),
    })
}

fn details(message: &Value) -> Value {
    let mut details = json!({});
    for part in ["location", "venue", "contact", "forward_origin", "media_group_id"] {
        if let Some(value) = message.get(part) {
            details[part] = value.clone();
        }
    }
    if let Some(name) = text(message, "/from/username") {
        details["username"] = json!(name);
    }
    if let Some(language) = text(message, "/from/language_code") {
        details["language"] = json!(language);
    }
    details
}

fn wish(change: &Value) -> Option<Understood> {
    let wants = match text(change, "/new_chat_member/status")? {
        "kicked" => false,
        "member" => true,
        _ => return None,
    };
    let id = change.pointer("/from/id").and_then(Value::as_i64)?;
    let who = Identity::new(Kind::TELEGRAM_ID, id.to_string());
    Some(Understood::Wish(Wish { who, wants, at: moment(change, "/date")? }))
}

fn moment(value: &Value, pointer: &str) -> Option<Time> {
    let seconds = value.pointer(pointer).and_then(Value::as_i64)?;
    Some(Time(seconds.saturating_mul(1_000_000)))
}
