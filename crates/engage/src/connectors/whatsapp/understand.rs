//! What a call of Meta for WhatsApp says: messages, how far ours got, and who wants no marketing. Pure.
//!
//! A kind of message that we do not know is recorded by its name: nothing that a customer sends is lost.

use customers::identities::{Identity, Kind, normal};
use kit::Time;
use serde_json::{Value, json};

use super::super::Arrival;
use super::super::meta::{each, errors, moment, text};
use super::super::wishes::Wish;
use crate::conversations::{Inbound, Reference, RemoteFile, Report, Reported, Sender, State};

/// What concerns one number of the shop.
#[derive(Debug)]
pub struct Account {
    pub phone_number_id: String,
    pub arrivals: Vec<Arrival>,
    pub wishes: Vec<Wish>,
}

pub fn understand(body: &Value) -> Vec<Account> {
    let values = each(body, "entry").flat_map(|entry| each(entry, "changes"));
    let values = values.filter_map(|change| change.get("value"));
    values
        .filter_map(|value| {
            let messages = each(value, "messages").filter_map(|message| message_of(value, message));
            Some(Account {
                phone_number_id: text(value, "/metadata/phone_number_id")?.to_string(),
                arrivals: messages.chain(each(value, "statuses").filter_map(report)).collect(),
                wishes: each(value, "user_preferences").filter_map(wish).collect(),
            })
        })
        .collect()
}

fn message_of(value: &Value, message: &Value) -> Option<Arrival> {
    let said = said(message)?;
    let is_from = |contact: &&Value| {
        let same = |a: Option<&str>, b: Option<&str>| a.is_some() && a == b;
        same(text(contact, "/wa_id"), text(message, "/from"))
            || same(text(contact, "/user_id"), text(message, "/from_user_id"))
    };
    let contact = each(value, "contacts").find(is_from).or_else(|| each(value, "contacts").next());
    let answers = text(message, "/context/id").or_else(|| text(message, "/reaction/message_id"));
    Some(Arrival::Message(Box::new(Inbound {
        provider_id: text(message, "/id")?.to_string(),
        sender: sender(message, contact.unwrap_or(&Value::Null), said.claimed),
        at: moment(message.get("timestamp"))?,
        body: said.body,
        refers_to: answers.map(|id| Reference::Provider(id.into())).into_iter().collect(),
        details: Some(details(message).to_string()),
        files: said.file.into_iter().collect(),
        pressed: text(message, "/interactive/button_reply/id")
            .or_else(|| text(message, "/interactive/list_reply/id"))
            .map(str::to_string),
        ..Inbound::default()
    })))
}

/// WhatsApp vouches for the number and for the id; of the number first, since an answer goes there while we may. Of a
/// number that is nobody's telephone (a test of Meta's own) the words are kept, and it cannot be answered.
fn sender(message: &Value, contact: &Value, claimed: Vec<Identity>) -> Sender {
    let numbers = [text(message, "/from"), text(contact, "/wa_id"), text(message, "/system/wa_id")];
    let ids = [
        text(message, "/from_user_id"),
        text(contact, "/user_id"),
        text(message, "/system/user_id"),
    ];
    let mut proven: Vec<Identity> = Vec::new();
    let numbers = numbers.into_iter().flatten().filter_map(number);
    let ids = ids.into_iter().flatten().map(|id| Identity::new(Kind::WHATSAPP_ID, id));
    for identity in numbers.chain(ids) {
        if !proven.contains(&identity) {
            proven.push(identity);
        }
    }
    // One who changed the number is reached by the new one.
    let new = text(message, "/system/wa_id").and_then(number);
    let address = new.as_ref().or(proven.first()).map(ToString::to_string);
    let name = text(contact, "/profile/name").or_else(|| text(contact, "/profile/username"));
    let name = name.map(str::to_string);
    let from = text(message, "/from").filter(|_| proven.is_empty());
    let device = from.map(|digits| format!("whatsapp:{digits}"));
    Sender { device, proven, claimed, address, name, ..Sender::default() }
}

/// As WhatsApp writes it: the digits of the international number.
pub fn number(digits: &str) -> Option<Identity> {
    let international = format!("+{digits}");
    let value = normal::normalise(&Kind::PHONE, &international, None).ok()?;
    Some(Identity::new(Kind::PHONE, value))
}

#[derive(Default)]
struct Said {
    body: String,
    file: Option<RemoteFile>,
    claimed: Vec<Identity>,
}

/// The words of a message; none of what has nothing to say (a reaction that was taken back).
fn said(message: &Value) -> Option<Said> {
    let plain =
        |body: Option<&str>| Said { body: body.unwrap_or_default().into(), ..Said::default() };
    let kind = text(message, "/type").unwrap_or("unknown");
    Some(match kind {
        "text" => plain(text(message, "/text/body")),
        "image" | "video" | "audio" | "voice" | "document" | "sticker" => {
            let media = &message[kind];
            Said { file: file(kind, media), ..plain(text(media, "/caption")) }
        }
        "location" => plain(Some(&location(&message["location"]))),
        "contacts" => contacts(message),
        "button" => plain(text(message, "/button/text")),
        "interactive" => {
            let answer = &message["interactive"];
            let chosen = ["button_reply", "list_reply"].iter().find_map(|kind| answer.get(kind));
            plain(chosen.map_or(text(answer, "/nfm_reply/body"), |chosen| text(chosen, "/title")))
        }
        "order" => plain(Some(&order(&message["order"]))),
        "reaction" => plain(Some(text(message, "/reaction/emoji").filter(|it| !it.is_empty())?)),
        "system" => plain(text(message, "/system/body")),
        other => plain(Some(text(message, "/errors/0/title").unwrap_or(other))),
    })
}

fn file(kind: &str, media: &Value) -> Option<RemoteFile> {
    let media_type = text(media, "/mime_type").unwrap_or("application/octet-stream");
    let ending = media_type.split(['/', ';']).nth(1).unwrap_or("bin").trim();
    let name = text(media, "/filename").map_or(format!("{kind}.{ending}"), str::to_string);
    let media_type = media_type.to_string();
    Some(RemoteFile { reference: text(media, "/id")?.into(), name, media_type })
}

fn location(place: &Value) -> String {
    let name = [text(place, "/name"), text(place, "/address")];
    let name: Vec<&str> = name.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let at = |axis| place.get(axis).and_then(Value::as_f64).unwrap_or_default();
    format!("{} ({}, {})", name.join(", "), at("latitude"), at("longitude")).trim().to_string()
}

/// A card is what somebody says; one that we asked for is their own.
fn contacts(message: &Value) -> Said {
    let mut said = Said::default();
    let is_own =
        text(message, "/origin").or(text(message, "/contacts/0/origin")) == Some("contact_request");
    let mut lines = Vec::new();
    for card in each(message, "contacts") {
        let phones = each(card, "phones").filter_map(|phone| text(phone, "/phone"));
        let mut words: Vec<&str> = text(card, "/name/formatted_name").into_iter().collect();
        for phone in phones {
            words.push(phone);
            let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
            said.claimed.extend(number(&digits).filter(|_| is_own));
        }
        lines.push(words.join(" "));
    }
    Said { body: lines.join("\n"), ..said }
}

fn order(order: &Value) -> String {
    let line = |item: &Value| {
        let (product, count) = (text(item, "/product_retailer_id"), item.get("quantity"));
        let count = count.map_or("1".into(), |count| count.to_string().replace('"', ""));
        format!("{count} × {}", product.unwrap_or("?"))
    };
    let words = text(order, "/text").filter(|words| !words.is_empty()).map(str::to_string);
    let lines: Vec<String> =
        words.into_iter().chain(each(order, "product_items").map(line)).collect();
    lines.join("\n")
}

/// What staff may want to know, and programs.
fn details(message: &Value) -> Value {
    let mut details = json!({ "whatsapp": message.get("type") });
    for part in ["location", "order", "referral", "context", "interactive", "button", "contacts"] {
        if let Some(value) = message.get(part) {
            details[part] = value.clone();
        }
    }
    details
}

fn report(status: &Value) -> Option<Arrival> {
    let state = match text(status, "/status")? {
        "sent" => State::Sent,
        "delivered" => State::Delivered,
        "read" | "played" => State::Read,
        "failed" => State::Failed,
        _ => return None,
    };
    let ours = text(status, "/biz_opaque_callback_data").and_then(|id| id.parse().ok());
    let about = match ours {
        Some(message) => Reported::Message(message),
        None => Reported::Provider(text(status, "/id")?.into()),
    };
    let error = (state == State::Failed).then(|| failure(&status["errors"][0]));
    Some(Arrival::Report(Report { about, state, at: moment(status.get("timestamp"))?, error }))
}

fn failure(error: &Value) -> String {
    let code = error.get("code").and_then(Value::as_i64).unwrap_or(0);
    let words = text(error, "/error_data/details").or(text(error, "/title")).unwrap_or_default();
    errors::words(code, 0, 0, words)
}

fn wish(preference: &Value) -> Option<Wish> {
    let who = text(preference, "/wa_id").and_then(number);
    let who = who
        .or_else(|| text(preference, "/user_id").map(|id| Identity::new(Kind::WHATSAPP_ID, id)))?;
    let wants = match text(preference, "/value")? {
        "stop" => false,
        "resume" => true,
        _ => return None,
    };
    let at = match preference.get("timestamp")? {
        Value::Number(seconds) => Time(seconds.as_i64()?.saturating_mul(1_000_000)),
        text => moment(Some(text))?,
    };
    Some(Wish { who, wants, at })
}
