//! What a mail is: a message of a customer, what a server says of a letter of ours, or nothing for people. Pure.

use customers::identities::normal::normalise;
use customers::identities::{Identity, Kind};
use kit::Time;
use mail_parser::{Address, HeaderValue, Message, MessageParser};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::automatic::{self, Why};
use super::bounce::{self, Notice};
use super::names::{Names, Token};
use super::{Settings, files, markup, origin, quotes};
use crate::conversations::{BODY_BYTES_MAX, Inbound, Reference, Sender};

/// Message-IDs that are looked at; a long thread names hundreds.
const REFERENCES_MAX: usize = 20;
const ID_BYTES_MAX: usize = 400;
const NAME_BYTES_MAX: usize = 200;

#[derive(Clone, Debug)]
pub enum Understood {
    Message(Box<Inbound>),
    Notices(Vec<Notice>),
    Ignored(Why),
}

/// `received_at` is when the mailbox got it.
pub fn understand(
    bytes: &[u8],
    received_at: Time,
    settings: &Settings,
    names: &Names,
) -> Understood {
    let Some(mail) = MessageParser::default().parse(bytes) else {
        return Understood::Ignored(Why::NoSender);
    };
    if bounce::is_notice(&mail) {
        return match bounce::notices(&mail, received_at, names) {
            notices if notices.is_empty() => Understood::Ignored(Why::ReportOfOthers),
            notices => Understood::Notices(notices),
        };
    }
    let Some((from, name)) = sender(&mail) else { return Understood::Ignored(Why::NoSender) };
    match automatic::why(&mail, &from, names) {
        Some(why) => Understood::Ignored(why),
        None => Understood::Message(Box::new(inbound(
            &mail,
            bytes,
            &from,
            name,
            received_at,
            settings,
            names,
        ))),
    }
}

fn inbound(
    mail: &Message,
    bytes: &[u8],
    from: &str,
    name: Option<String>,
    received_at: Time,
    settings: &Settings,
    names: &Names,
) -> Inbound {
    let recipients = recipients(mail);
    let token = recipients.iter().find_map(|recipient| names.token_of(recipient));
    let domain = from.rsplit_once('@').map_or("", |(_, domain)| domain);
    let checked = origin::checked(mail, settings.authserv_id.as_deref(), domain);
    let answers_us = token.as_ref().is_some_and(|token| names.is_reader(token, from));
    let is_proven = checked.is_aligned || answers_us;

    let full = text(mail);
    let said = quotes::fold(&full);
    let (attachments, left_out) = files::of(mail);
    let mut details = Map::new();
    let mut detail = |name: &str, value: Value| drop(details.insert(name.into(), value));
    detail("to", json!(recipients));
    detail("authentication", checked.details());
    detail("from_is_proven", json!(is_proven));
    if said.is_some() {
        detail("full_text", json!(kit::text::clip(&full, BODY_BYTES_MAX)));
    }
    if !left_out.is_empty() {
        detail("files_left_out", json!(left_out));
    }
    Inbound {
        provider_id: message_id(mail, bytes),
        sender: who(from, name, is_proven),
        // The sender's own time, which is the same each time the mail comes.
        at: mail
            .date()
            .map(|date| Time(date.to_timestamp().saturating_mul(1_000_000)))
            .filter(|at| at.0 > 0)
            .unwrap_or(received_at),
        subject: mail.subject().map(|s| s.trim().to_string()).filter(|s| !s.is_empty()),
        body: said.unwrap_or_else(|| full.trim().to_string()),
        html: html(mail),
        attachments,
        refers_to: references(mail, token, names),
        details: Some(Value::Object(details).to_string()),
        ..Inbound::default()
    }
}

/// The one who wrote it; nobody where it names several.
fn sender(mail: &Message) -> Option<(String, Option<String>)> {
    let mut all = mail.from()?.iter();
    let (first, more) = (all.next()?, all.next());
    let address = first.address.as_deref()?.trim().to_lowercase();
    // A longer one would be too long a device.
    let is_address = address.len() <= 250 && address.parse::<lettre::Address>().is_ok();
    let name = first.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let name = name.map(|name| kit::text::clip(name, NAME_BYTES_MAX).into_owned());
    (more.is_none() && is_address).then_some((address, name))
}

fn who(from: &str, name: Option<String>, is_proven: bool) -> Sender {
    let address = Some(format!("email:{from}"));
    // `noreply@…` is nobody, whoever vouches for it.
    let email = normalise(&Kind::EMAIL, from, None).ok();
    let email: Vec<Identity> =
        email.into_iter().map(|email| Identity::new(Kind::EMAIL, email)).collect();
    if is_proven && !email.is_empty() {
        Sender { proven: email, name, address, ..Sender::default() }
    } else {
        let device = Some(format!("mail:{from}"));
        Sender { device, claimed: email, name, address, ..Sender::default() }
    }
}

/// All to whom it went, as far as it says. The servers on the way note for whom they took it.
fn recipients(mail: &Message) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let shown = [mail.to(), mail.cc()].into_iter().flatten();
    for address in shown.flat_map(Address::iter).filter_map(|one| one.address.as_deref()) {
        all.push(address.trim().to_string());
    }
    for name in ["Delivered-To", "X-Original-To", "Envelope-To"] {
        let value = mail.header_raw(name).map(|value| value.trim().trim_matches(['<', '>']));
        all.extend(value.map(str::to_string));
    }
    all.dedup();
    all
}

/// Our token, then what the reply headers name, the nearest first.
fn references(mail: &Message, token: Option<Token>, names: &Names) -> Vec<Reference> {
    let mut all: Vec<Reference> = Vec::new();
    all.extend(token.map(|token| Reference::Conversation(token.conversation)));
    let ids = ids_in(mail.in_reply_to());
    let earlier = ids_in(mail.references()).into_iter().rev();
    for id in ids.into_iter().chain(earlier).take(REFERENCES_MAX) {
        let reference = match names.message_of(&id) {
            Some(message) => Reference::Message(message),
            None => Reference::Provider(id),
        };
        if !all.contains(&reference) {
            all.push(reference);
        }
    }
    all
}

fn ids_in(value: &HeaderValue) -> Vec<String> {
    let ids = match value {
        HeaderValue::Text(id) => vec![id.to_string()],
        HeaderValue::TextList(ids) => ids.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    ids.into_iter().filter(|id| id.len() <= ID_BYTES_MAX).collect()
}

/// Its Message-ID; one that has none is known by what it holds.
fn message_id(mail: &Message, bytes: &[u8]) -> String {
    let own =
        mail.message_id().map(str::trim).filter(|id| !id.is_empty() && id.len() <= ID_BYTES_MAX);
    own.map_or_else(
        || {
            let digest = Sha256::digest(bytes);
            digest.iter().map(|byte| format!("{byte:02x}")).collect()
        },
        str::to_string,
    )
}

/// The text parts; those of a mail that is HTML only, as text.
fn text(mail: &Message) -> String {
    let parts = (0..mail.text_body_count()).filter_map(|n| mail.body_text(n));
    parts.map(|part| part.replace("\r\n", "\n")).collect::<Vec<_>>().join("\n\n")
}

fn html(mail: &Message) -> Option<String> {
    let is_html = mail.html_bodies().next().is_some_and(|part| part.is_text_html());
    let html = if is_html { mail.body_html(0)? } else { return None };
    Some(markup::clean(&kit::text::clip(&html, BODY_BYTES_MAX)))
}
