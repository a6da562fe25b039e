//! What a call of Meta for Messenger or Instagram says. Pure.

use customers::identities::{Identity, Kind};
use serde_json::{Value, json};

use super::super::meta::{each, moment, text};
use super::super::{Arrival, Provider};
use crate::conversations::{Inbound, Reference, RemoteFile, Report, Reported, Sender, State};

/// In the details of a message that its customer took back.
const TAKEN_BACK: &str = r#"{"deleted":true}"#;

/// What concerns one page or account of the shop.
#[derive(Debug)]
pub struct Account {
    pub provider: Provider,
    pub account_id: String,
    pub arrivals: Vec<Arrival>,
}

pub fn understand(body: &Value) -> Vec<Account> {
    let provider = match text(body, "/object") {
        Some("page") => Provider::Messenger,
        Some("instagram") => Provider::Instagram,
        _ => return Vec::new(),
    };
    let entries = each(body, "entry");
    entries
        .filter_map(|entry| {
            let account_id = text(entry, "/id")?.to_string();
            let happened = each(entry, "messaging");
            let arrivals = happened.flat_map(|one| arrivals(provider, one)).collect();
            Some(Account { provider, account_id, arrivals })
        })
        .collect()
}

fn arrivals(provider: Provider, one: &Value) -> Vec<Arrival> {
    let message = one.get("message");
    if message.is_some_and(|message| message.get("is_echo").and_then(Value::as_bool) == Some(true))
    {
        return echo(one).into_iter().collect();
    }
    if let Some(delivery) = one.get("delivery") {
        return delivered(provider, one, delivery);
    }
    if let Some(read) = one.get("read") {
        return read_up_to(provider, one, read).into_iter().collect();
    }
    let inbound = match message {
        Some(message) => said(one, message),
        None => other(one),
    };
    let Some(inbound) = inbound else { return Vec::new() };
    let Some(sender) = sender(provider, one) else { return Vec::new() };
    vec![Arrival::Message(Box::new(Inbound { sender, ..inbound }))]
}

fn sender(provider: Provider, one: &Value) -> Option<Sender> {
    let who = identity(provider, text(one, "/sender/id")?);
    let address = Some(who.to_string());
    Some(Sender { proven: vec![who], address, ..Sender::default() })
}

fn identity(provider: Provider, id: &str) -> Identity {
    let kind =
        if provider == Provider::Instagram { Kind::INSTAGRAM_ID } else { Kind::MESSENGER_ID };
    Identity::new(kind, id)
}

fn said(one: &Value, message: &Value) -> Option<Inbound> {
    let at = moment(one.get("timestamp"))?;
    let is_deleted = message.get("is_deleted").and_then(Value::as_bool) == Some(true);
    let files: Vec<RemoteFile> =
        each(message, "attachments").enumerate().filter_map(|(n, it)| file(n, it)).collect();
    let mut words: Vec<&str> = text(message, "/text").into_iter().collect();
    // What is no file is a link: a post that was shared, a place, a product.
    let links = each(message, "attachments").filter(|it| kind_of(it).is_none());
    words.extend(links.filter_map(|link| text(link, "/payload/title").or(text(link, "/title"))));
    let links = each(message, "attachments").filter(|it| kind_of(it).is_none());
    words.extend(links.filter_map(|link| text(link, "/payload/url").or(text(link, "/url"))));
    let places: Vec<String> = each(message, "attachments").filter_map(place).collect();
    words.extend(places.iter().map(String::as_str));
    let mut body = words.join("\n");
    if body.is_empty() && files.is_empty() {
        body = text(message, "/attachments/0/type").unwrap_or_default().replace('_', " ");
    }
    let answers = text(message, "/reply_to/mid").map(|mid| Reference::Provider(mid.into()));
    Some(Inbound {
        provider_id: text(message, "/mid")?.to_string(),
        at,
        body: if is_deleted { "—".into() } else { body },
        refers_to: answers.into_iter().collect(),
        details: Some(if is_deleted { TAKEN_BACK.into() } else { details(message).to_string() }),
        code: referral(one.get("referral").or(message.get("referral"))),
        // Taken back by the customer: what was said goes, that it was said stays.
        edited_at: is_deleted.then_some(at),
        files: if is_deleted { Vec::new() } else { files },
        pressed: text(message, "/quick_reply/payload").map(str::to_string),
        ..Inbound::default()
    })
}

/// A button, a link that leads here, an edit.
fn other(one: &Value) -> Option<Inbound> {
    let at = moment(one.get("timestamp"))?;
    if let Some(edit) = one.get("message_edit") {
        return Some(Inbound {
            provider_id: text(edit, "/mid")?.into(),
            at,
            body: text(edit, "/text")?.into(),
            edited_at: Some(at),
            ..Inbound::default()
        });
    }
    let press = one.get("postback");
    let referral = referral(one.get("referral").or(press.and_then(|press| press.get("referral"))));
    let (name, body) = match press {
        Some(press) => {
            let name = text(press, "/mid").map(str::to_string);
            (name, text(press, "/title").or(text(press, "/payload"))?)
        }
        None => (None, referral.as_deref()?),
    };
    // An older form of the event has no name: who and when make one.
    let named_by_time = || Some(format!("event:{}:{}", text(one, "/sender/id")?, at.0));
    Some(Inbound {
        provider_id: name.or_else(named_by_time)?,
        at,
        body: body.into(),
        details: Some(json!({ "postback": press, "referral": one.get("referral") }).to_string()),
        code: referral.clone(),
        pressed: press.and_then(|press| text(press, "/payload")).map(str::to_string),
        ..Inbound::default()
    })
}

/// `ref` of `m.me/shop?ref=…` and `ig.me/m/shop?ref=…`.
fn referral(referral: Option<&Value>) -> Option<String> {
    text(referral?, "/ref").filter(|code| !code.is_empty()).map(str::to_string)
}

/// Files that can be fetched; the rest are links.
fn kind_of(attachment: &Value) -> Option<(&'static str, &'static str)> {
    match text(attachment, "/type")? {
        "image" => Some(("jpg", "image/jpeg")),
        "sticker" => Some(("png", "image/png")),
        "video" | "ig_reel" | "reel" => Some(("mp4", "video/mp4")),
        "audio" => Some(("mp4", "audio/mp4")),
        "file" => Some(("bin", "application/octet-stream")),
        _ => None,
    }
}

fn file(n: usize, attachment: &Value) -> Option<RemoteFile> {
    let (ending, media_type) = kind_of(attachment)?;
    let url = text(attachment, "/payload/url")?;
    let kind = text(attachment, "/type").unwrap_or("file");
    // Meta's address ends in the name of the file, where it has one.
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let own = path.rsplit('/').next().filter(|name| kind == "file" && name.contains('.'));
    let name = own.map_or_else(|| format!("{kind}.{ending}"), str::to_string);
    let name = if n == 0 { name } else { format!("{}-{name}", n + 1) };
    Some(RemoteFile { reference: url.into(), name, media_type: media_type.into() })
}

/// Where somebody is.
fn place(attachment: &Value) -> Option<String> {
    let (latitude, longitude) = coordinates(attachment)?;
    Some(format!("({latitude}, {longitude})"))
}

fn coordinates(attachment: &Value) -> Option<(f64, f64)> {
    let at = |axis: &str| {
        attachment.pointer(&format!("/payload/coordinates/{axis}")).and_then(Value::as_f64)
    };
    at("lat").zip(at("long"))
}

fn details(message: &Value) -> Value {
    let mut details = json!({});
    if let Some((latitude, longitude)) = each(message, "attachments").find_map(coordinates) {
        details["location"] = json!({ "latitude": latitude, "longitude": longitude });
    }
    for part in ["quick_reply", "reply_to", "referral", "commands"] {
        if let Some(value) = message.get(part) {
            details[part] = value.clone();
        }
    }
    details
}

/// What the page itself sent: of ours it says that Meta has it. What somebody wrote in Meta's own inbox is not ours.
fn echo(one: &Value) -> Option<Arrival> {
    let ours = text(one, "/message/metadata").and_then(|id| id.parse().ok())?;
    let at = moment(one.get("timestamp"))?;
    let about = Reported::Message(ours);
    Some(Arrival::Report(Report { about, state: State::Sent, at, error: None }))
}

/// The names are there only sometimes; the moment up to which all is delivered always is.
fn delivered(provider: Provider, one: &Value, delivery: &Value) -> Vec<Arrival> {
    let at = moment(delivery.get("watermark")).or(moment(one.get("timestamp")));
    let (Some(at), Some(who)) = (at, text(one, "/sender/id")) else { return Vec::new() };
    let named = each(delivery, "mids").filter_map(Value::as_str);
    let named = named.map(|mid| Reported::Provider(mid.into()));
    let up_to = Reported::UpTo { address: identity(provider, who).to_string() };
    let reports = named.chain([up_to]);
    reports
        .map(|about| Arrival::Report(Report { about, state: State::Delivered, at, error: None }))
        .collect()
}

fn read_up_to(provider: Provider, one: &Value, read: &Value) -> Option<Arrival> {
    let at = moment(read.get("watermark")).or(moment(one.get("timestamp")))?;
    let about = match text(read, "/mid") {
        Some(mid) => Reported::Provider(mid.into()),
        None => {
            Reported::UpTo { address: identity(provider, text(one, "/sender/id")?).to_string() }
        }
    };
    Some(Arrival::Report(Report { about, state: State::Read, at, error: None }))
}
