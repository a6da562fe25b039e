//! A message as a letter: who, to whom, in which thread, as text and as simple HTML, with its files.

use std::time::{Duration, SystemTime};

use kit::{Error, Result, Time};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};

use super::Settings;
use super::names::Names;
use crate::connectors::Outgoing;
use crate::conversations::{Author, ConversationId, NewAttachment};

/// How “Re:” is written by the mail programs of our languages.
const AGAIN: &[&str] = &["re", "odp", "aw", "răsp", "rasp", "ref", "отв", "ha", "на"];

/// A letter ready to go.
pub struct Letter {
    pub message_id: String,
    pub envelope: lettre::address::Envelope,
    pub bytes: Vec<u8>,
}

pub fn write(
    out: &Outgoing,
    conversation: ConversationId,
    settings: &Settings,
    names: &Names,
) -> Result<Letter> {
    let refused = |error: &dyn std::fmt::Display| {
        Error::bad_input("bad_letter", format!("To “{}”: {error}", out.to))
    };
    let to: lettre::Address = out.to.parse().map_err(|error| refused(&error))?;
    let from: lettre::Address = settings.address.parse().map_err(|error| refused(&error))?;
    let reply_to: lettre::Address =
        names.reply_address(conversation, &out.to).parse().map_err(|error| refused(&error))?;
    let message = &out.message;
    let message_id = names.message_id(message.id);
    // Names that other parts of us gave (the key of a reply) are none of the mail's.
    let mut earlier: Vec<String> = out
        .earlier
        .iter()
        .filter(|name| is_message_id(name))
        .map(|name| format!("<{name}>"))
        .collect();
    let mut builder = Message::builder()
        .from(Mailbox::new(settings.name.clone(), from.clone()))
        .reply_to(Mailbox::new(settings.name.clone(), reply_to))
        .to(Mailbox::new(None, to.clone()))
        .date(system_time(message.at))
        .message_id(Some(format!("<{message_id}>")))
        .subject(subject(message.subject.as_deref(), settings, !earlier.is_empty()));
    if let Some(newest) = earlier.first() {
        builder = builder.in_reply_to(newest.clone());
        earlier.reverse();
        builder = builder.references(earlier.join(" "));
    }
    if message.author != Author::Agent {
        // So that no other machine answers this one (RFC 3834).
        let name = HeaderName::new_from_ascii_str("Auto-Submitted");
        builder = builder.raw_header(HeaderValue::new(name, "auto-generated".into()));
    }
    if let Some(url) = unsubscribe_url(&message.details) {
        // One click of a mail program, without opening a page (RFC 8058).
        for (name, value) in [
            ("List-Unsubscribe", format!("<{url}>")),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_string()),
        ] {
            let name = HeaderName::new_from_ascii_str(name);
            builder = builder.raw_header(HeaderValue::new(name, value));
        }
    }
    let alternative =
        MultiPart::alternative().singlepart(SinglePart::plain(message.body.clone())).singlepart(
            SinglePart::html(message.html.clone().unwrap_or_else(|| html_of(&message.body))),
        );
    let built = if out.attachments.is_empty() {
        builder.multipart(alternative)
    } else {
        let start = MultiPart::mixed().multipart(alternative);
        let all = out.attachments.iter().fold(start, |parts, file| parts.singlepart(part_of(file)));
        builder.multipart(all)
    };
    let built = built.map_err(|error| refused(&error))?;
    let envelope =
        lettre::address::Envelope::new(Some(from), vec![to]).map_err(|error| refused(&error))?;
    Ok(Letter { message_id, envelope, bytes: built.formatted() })
}

/// Where its reader refuses more of its kind, of what is no direct answer.
fn unsubscribe_url(details: &str) -> Option<String> {
    let details: serde_json::Value = serde_json::from_str(details).ok()?;
    let url = details.get("unsubscribe")?.as_str()?;
    let is_plain =
        url.starts_with("http") && url.bytes().all(|b| b.is_ascii_graphic() && !b"<>".contains(&b));
    is_plain.then(|| url.to_string())
}

/// Looks like one, and breaks no header.
fn is_message_id(name: &str) -> bool {
    name.contains('@') && name.bytes().all(|b| b.is_ascii_graphic() && !b"<>".contains(&b))
}

/// “Re:” once, however often it has been there; a letter that answers none has its subject as it is.
fn subject(subject: Option<&str>, settings: &Settings, is_answer: bool) -> String {
    let own = || settings.name.clone().unwrap_or_else(|| settings.address.clone());
    let plain: String =
        subject.unwrap_or_default().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let bare = without_again(plain.trim());
    match (bare.is_empty(), is_answer) {
        (true, _) => own(),
        (false, true) => format!("Re: {bare}"),
        (false, false) => plain.trim().to_string(),
    }
}

fn without_again(subject: &str) -> &str {
    let Some((first, rest)) = subject.split_once(':') else { return subject };
    // Also “Re[2]:”.
    let word = first.split('[').next().unwrap_or(first).trim().to_lowercase();
    if AGAIN.contains(&word.as_str()) { without_again(rest.trim_start()) } else { subject }
}

fn html_of(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let lines: Vec<String> = paragraph.lines().map(escaped).collect();
        format!("<p>{}</p>", lines.join("<br>\n"))
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn part_of(file: &NewAttachment) -> SinglePart {
    let media_type = ContentType::parse(&file.media_type)
        .or_else(|_| ContentType::parse("application/octet-stream"))
        .unwrap_or(ContentType::TEXT_PLAIN);
    Attachment::new(file.name.clone()).body(file.content.clone(), media_type)
}

fn system_time(at: Time) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(at.0).unwrap_or_default())
}
