//! What a server says of a letter that it could not deliver (RFC 3464).

use kit::Time;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::names::Names;
use crate::conversations::{MessageId, Report, Reported, State};

/// One recipient's part of a notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Recipient {
    action: String,
    status: String,
    diagnostic: String,
}

/// Whether this is such a notice at all.
pub fn is_notice(mail: &Message) -> bool {
    mail.parts.iter().any(|part| part.is_content_type("message", "delivery-status"))
}

/// What the notice says of a letter of ours. We believe it only where it shows the signed Message-ID of that letter: else
/// anybody could have letters taken for lost.
pub fn reports(mail: &Message, at: Time, names: &Names) -> Vec<Report> {
    let Some(about) = original(mail, names) else { return Vec::new() };
    let statuses = mail.parts.iter().filter(|p| p.is_content_type("message", "delivery-status"));
    let recipients =
        statuses.flat_map(|part| recipients(&String::from_utf8_lossy(part.contents())));
    recipients
        .filter_map(|recipient| {
            let (state, error) = match recipient.action.as_str() {
                "failed" => (State::Failed, Some(in_words(&recipient))),
                "delivered" => (State::Delivered, None),
                // Delayed or handed on: nothing is decided.
                _ => return None,
            };
            Some(Report { about: Reported::Message(about), state, at, error })
        })
        .collect()
}

/// The letter of ours whose header the notice holds.
fn original(mail: &Message, names: &Names) -> Option<MessageId> {
    mail.parts.iter().find_map(|part| {
        let id = match &part.body {
            PartType::Message(inner) => inner.message_id()?.to_string(),
            _ if part.is_content_type("text", "rfc822-headers")
                || part.is_content_type("message", "rfc822") =>
            {
                MessageParser::default().parse(part.contents())?.message_id()?.to_string()
            }
            _ => return None,
        };
        names.message_of(&id)
    })
}

/// The groups after the first, which is about the message as a whole.
fn recipients(text: &str) -> Vec<Recipient> {
    let text = text.replace("\r\n", "\n");
    let groups = text.split("\n\n").map(fields).filter(|fields| !fields.is_empty());
    let of = |fields: &[(String, String)], name: &str| {
        fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    };
    groups
        .filter_map(|fields| {
            Some(Recipient {
                action: of(&fields, "action")?.to_lowercase(),
                status: of(&fields, "status").unwrap_or_default(),
                diagnostic: of(&fields, "diagnostic-code").unwrap_or_default(),
            })
        })
        .collect()
}

/// Names in lower case and values, unfolded.
fn fields(group: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in group.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_lowercase(), value.trim().to_string()));
        }
    }
    fields
}

/// `5.1.1: 550 5.1.1 No such user`
fn in_words(recipient: &Recipient) -> String {
    let diagnostic = recipient.diagnostic.strip_prefix("smtp;").unwrap_or(&recipient.diagnostic);
    let words = format!("{}: {}", recipient.status, diagnostic.trim());
    kit::text::clip(words.trim_matches([' ', ':']), 500).into_owned()
}
