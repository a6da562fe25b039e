//! Writes what happens as Segment calls: who says it, with which key, and which ids they know.

use kit::Time;
use serde_json::{Map, Value, json};

use super::Call;
use super::people::Person;
use super::random::Random;
use super::shop::{APP, NAME, SITE, WEB};

/// The browser that a visit happens in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Phone,
    Laptop,
}

/// Where a call comes from: a door, the key it is sent with, and whom it names.
#[derive(Clone, Debug)]
pub struct Sender {
    door: &'static str,
    trusted: bool,
    user_id: Option<String>,
    anonymous_id: Option<String>,
    context: Map<String, Value>,
}

impl Sender {
    fn new(door: &'static str, trusted: bool, context: Value) -> Sender {
        let Value::Object(context) = context else { unreachable!("a context is an object") };
        Sender { door, trusted, user_id: None, anonymous_id: None, context }
    }

    /// The shop's pages in somebody's browser: the public write key, so nothing it says is proof.
    pub fn browser(person: &Person, browser: Browser) -> Sender {
        let (device, agent) = match browser {
            Browser::Phone => (&person.phone_browser, PHONE_AGENTS[person.number as usize % 2]),
            Browser::Laptop => (&person.laptop, LAPTOP_AGENTS[person.number as usize % 3]),
        };
        let context = json!({
            "library": { "name": "analytics.js", "version": "2.4.0" },
            "locale": person.locale(),
            "timezone": person.country.time_zone(),
            "userAgent": agent,
        });
        Sender::new(WEB, false, context).on_device(device)
    }

    pub fn app(person: &Person) -> Sender {
        let apple = person.number.is_multiple_of(3);
        let (library, device, os) = if apple {
            ("analytics-swift", ["ios", "Apple", "iPhone"], ["iOS", "19.1"])
        } else {
            ("analytics-kotlin", ["android", "Google", "Pixel 9"], ["Android", "16"])
        };
        let context = json!({
            "app": { "name": NAME, "version": "3.8.0" },
            "device": { "type": device[0], "manufacturer": device[1], "model": device[2] },
            "library": { "name": library, "version": "1.19.0" },
            "locale": person.locale(),
            "os": { "name": os[0], "version": os[1] },
            "timezone": person.country.time_zone(),
        });
        Sender::new(APP, false, context).on_device(&person.app_device)
    }

    /// A screen of the shop's own with the public key: the tablet that visitors of a store tap on.
    pub fn tablet(door: &'static str, device: &str, locale: &str) -> Sender {
        let context = json!({
            "library": { "name": "analytics.js", "version": "2.4.0" },
            "locale": locale,
            "userAgent": TABLET_AGENT,
        });
        Sender::new(door, false, context).on_device(device)
    }

    /// A server of the shop or of its provider: the secret key.
    pub fn server(door: &'static str) -> Sender {
        let context = json!({ "library": { "name": "analytics-node", "version": "2.3.0" } });
        Sender::new(door, true, context)
    }

    /// A server that knows the customer by an identity that it has checked: the till by the card, the
    /// telephone by the number, the newsletter by the address. There is no `userId` and no `anonymousId`.
    pub fn server_naming(door: &'static str, kind: &str, id: &str) -> Sender {
        Sender::server(door).with_verified(kind, id)
    }

    #[must_use]
    pub fn of_user(mut self, user_id: &str) -> Sender {
        self.user_id = Some(user_id.to_owned());
        self
    }

    pub fn is_user(&self) -> bool {
        self.user_id.is_some()
    }

    #[must_use]
    pub fn on_device(mut self, anonymous_id: &str) -> Sender {
        self.anonymous_id = Some(anonymous_id.to_owned());
        self
    }

    #[must_use]
    pub fn with_verified(mut self, kind: &str, id: &str) -> Sender {
        let ids = self.context.entry("externalIds").or_insert_with(|| json!([]));
        if let Value::Array(ids) = ids {
            ids.push(json!({ "type": kind, "id": id, "verified": true }));
        }
        self
    }

    /// What brought the visitor here.
    #[must_use]
    pub fn with_campaign(mut self, name: &str, source: &str, medium: &str) -> Sender {
        let campaign = json!({ "name": name, "source": source, "medium": medium });
        self.context.insert("campaign".to_owned(), campaign);
        self
    }

    /// The same visitor, reported by the shop's server.
    #[must_use]
    pub fn seen_by_server(&self) -> Sender {
        let mut server = Sender::server(self.door);
        server.user_id.clone_from(&self.user_id);
        server.anonymous_id.clone_from(&self.anonymous_id);
        server
    }
}

const PHONE_AGENTS: [&str; 2] = [
    "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
];
const LAPTOP_AGENTS: [&str; 3] = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
];
const TABLET_AGENT: &str = "Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";

/// Writes the calls of one story and numbers them.
#[derive(Debug)]
pub struct Pen {
    story: String,
    written: u32,
    pub calls: Vec<Call>,
}

impl Pen {
    /// `story` starts every `messageId`, so no two pens may share one.
    pub fn new(story: impl Into<String>) -> Pen {
        Pen { story: story.into(), written: 0, calls: Vec::new() }
    }

    pub fn track(&mut self, from: &Sender, at: Time, event: &str, properties: Value) {
        self.write(from, at, "track", json!({ "event": event, "properties": properties }));
    }

    pub fn identify(&mut self, from: &Sender, at: Time, traits: Value) {
        self.write(from, at, "identify", json!({ "traits": traits }));
    }

    pub fn group(&mut self, from: &Sender, at: Time, group: &str, traits: Value) {
        self.write(from, at, "group", json!({ "groupId": group, "traits": traits }));
    }

    pub fn screen(&mut self, from: &Sender, at: Time, name: &str) {
        self.write(from, at, "screen", json!({ "name": name, "properties": {} }));
    }

    pub fn page(&mut self, from: &Sender, at: Time, name: &str, path: &str) {
        let properties = json!({
            "path": path,
            "title": format!("{name} · {NAME}"),
            "url": format!("{SITE}{path}"),
        });
        self.write(from, at, "page", json!({ "name": name, "properties": properties }));
    }

    fn write(&mut self, from: &Sender, at: Time, kind: &str, what: Value) {
        self.written += 1;
        let mut json = json!({
            "type": kind,
            "messageId": format!("{}-{:04}", self.story, self.written),
            "timestamp": at.to_string(),
        });
        if let Some(user_id) = &from.user_id {
            json["userId"] = user_id.as_str().into();
        }
        if let Some(anonymous_id) = &from.anonymous_id {
            json["anonymousId"] = anonymous_id.as_str().into();
        }
        if let Value::Object(what) = what {
            for (key, value) in what {
                json[key] = value;
            }
        }
        json["context"] = Value::Object(from.context.clone());
        self.calls.push(Call { door: from.door, trusted: from.trusted, at, json });
    }
}

/// The moment between one tap and the next: `shortest` to `longest` seconds, to the millisecond.
pub fn later(random: &mut Random, at: Time, shortest: i64, longest: i64) -> Time {
    at.plus(kit::time::ms(random.between(shortest * 1000, longest * 1000)))
}
