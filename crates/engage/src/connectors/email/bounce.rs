//! What a server says of a letter that it could not deliver (RFC 3464), or not yet.

use kit::Time;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::names::Names;
use crate::conversations::MessageId;

const REASON_BYTES_MAX: usize = 500;

/// What a server says of a letter of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub about: MessageId,
    pub says: Says,
    pub at: Time,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    Arrived,
    /// It tries on.
    Late {
        reason: String,
    },
    /// It has given up.
    Failed {
        reason: String,
        fault: Fault,
    },
}

/// What a letter failed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing will ever arrive there: no such mailbox, no such domain.
    Address,
    /// The letter, its sender, or the moment: another one may arrive.
    Other,
}

/// One recipient's part of a notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Recipient {
    action: String,
    status: String,
    diagnostic: String,
}

/// Whether this is such a notice at all. Not by `multipart/report`, which OpenSMTPD does not say.
pub fn is_notice(mail: &Message) -> bool {
    mail.parts.iter().any(is_status)
}

/// The second is that of letters with addresses in any script (RFC 6533).
fn is_status(part: &MessagePart) -> bool {
    part.is_content_type("message", "delivery-status")
        || part.is_content_type("message", "global-delivery-status")
}

/// What the notice says of a letter of ours. We believe it only where it shows the signed Message-ID of that letter: else
/// anybody could have letters taken for lost. To whom the letter went we know ourselves; what the notice says of that is
/// not even read.
pub fn notices(mail: &Message, at: Time, names: &Names) -> Vec<Notice> {
    let Some(about) = original(mail, names) else { return Vec::new() };
    let statuses = mail.parts.iter().filter(|part| is_status(part));
    let recipients =
        statuses.flat_map(|part| recipients(&String::from_utf8_lossy(part.contents())));
    let says = recipients.filter_map(|recipient| says(&recipient));
    says.map(|says| Notice { about, says, at }).collect()
}

fn says(recipient: &Recipient) -> Option<Says> {
    let reason = in_words(recipient);
    match recipient.action.as_str() {
        "failed" => Some(Says::Failed { reason, fault: fault(recipient) }),
        "delayed" => Some(Says::Late { reason }),
        "delivered" => Some(Says::Arrived),
        // Handed on to where nobody reports, or to a list: nothing is known.
        _ => None,
    }
}

/// By its status (RFC 3463); where that says nothing of the kind (Exim and OpenSMTPD write `5.0.0`), by the one that the
/// last server's own words begin with.
fn fault(recipient: &Recipient) -> Fault {
    let own = enhanced(&recipient.status);
    let of_words = || words(&recipient.diagnostic).find_map(enhanced);
    let code = match own {
        Some((class, 0, 0)) => of_words().filter(|code| code.0 == class).or(own),
        Some(_) => own,
        None => of_words(),
    };
    let is_permanent = match code {
        Some((class, ..)) => class == 5,
        // `550 …`, and no more.
        None => words(&recipient.diagnostic).any(|word| word.len() == 3 && word.starts_with('5')),
    };
    match code {
        _ if !is_permanent => Fault::Other,
        // Our own address; mailbox full; too long for it, for the server; not within the time; protocol; content; policy.
        Some((_, 1, 7 | 8) | (_, 2, 2 | 3) | (_, 3, 4) | (_, 4, 7) | (_, 5..=7, _)) => Fault::Other,
        _ => Fault::Address,
    }
}

/// `smtp; 550-5.1.1 The account …`: also several lines of an answer are words.
fn words(diagnostic: &str) -> impl Iterator<Item = &str> {
    diagnostic.split([' ', ';', '-', '(', ')', '<', '>', '#']).filter(|word| !word.is_empty())
}

/// `5.1.1`, perhaps with more behind it.
fn enhanced(text: &str) -> Option<(u16, u16, u16)> {
    let mut numbers = text.split_whitespace().next()?.split('.').map(str::parse::<u16>);
    let code = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
    (matches!(code.0, 2 | 4 | 5) && numbers.next().is_none()).then_some(code)
}

/// The letter of ours whose header the notice holds.
fn original(mail: &Message, names: &Names) -> Option<MessageId> {
    mail.parts.iter().find_map(|part| {
        let is_letter = ["rfc822", "global"].iter().any(|of| part.is_content_type("message", of));
        let is_header = part.is_content_type("text", "rfc822-headers")
            || part.is_content_type("message", "global-headers");
        let id = match &part.body {
            PartType::Message(inner) => inner.message_id()?.to_string(),
            _ if is_letter || is_header => {
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
                action: of(&fields, "action")?.split_whitespace().next()?.to_lowercase(),
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
    kit::text::clip(words.trim_matches([' ', ':']), REASON_BYTES_MAX).into_owned()
}
