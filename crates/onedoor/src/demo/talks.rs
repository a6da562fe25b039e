//! Scenes of words: what is agreed to, newsletters, texts, calls and chats.

use jiff::civil::Weekday;
use kit::Time;
use kit::time::{days, hours};
use serde_json::{Value, json};

use super::calendar::{Rhythm, Span, local};
use super::lives::Life;
use super::orders::Order;
use super::pen::{Sender, later};
use super::people::{Habit, Person};
use super::phrases;
use super::random::Random;
use super::shop::{Country, NEWSLETTER, PHONE, SMS, WHATSAPP};

/// A letter or a text that goes to everybody who agreed.
#[derive(Clone, Copy, Debug)]
pub struct Campaign {
    pub at: Time,
    pub id: u32,
    pub name: &'static str,
}

/// Every other Thursday morning.
pub fn newsletters(span: Span) -> impl Iterator<Item = Campaign> {
    campaigns(span, Weekday::Thursday, 14, 8)
}

/// Once in four weeks, on a Saturday.
pub fn texts(span: Span) -> impl Iterator<Item = Campaign> {
    campaigns(span, Weekday::Saturday, 28, 9)
}

fn campaigns(
    span: Span,
    day: Weekday,
    every_days: usize,
    hour_utc: i64,
) -> impl Iterator<Item = Campaign> {
    let midnight = Time(span.from.0 - span.from.0.rem_euclid(days(1)));
    (1..span.days() as i64)
        .map(move |n| midnight.plus(days(n)).plus(hours(hour_utc)))
        .filter(move |&at| local(at, Country::Poland).weekday() == day)
        .step_by(every_days / 7)
        .zip(1..)
        .map(|(at, id)| Campaign { at, id, name: theme(at) })
}

/// What the shop writes about in each fortnight of the year, from January on.
const THEMES: [&str; 26] = [
    "A slower January",
    "Wool and warm cups",
    "Two cups, one table",
    "Decaf that tastes of coffee",
    "The first spring coffees",
    "Linen for spring",
    "Ethiopia, the new harvest",
    "The Easter table",
    "Moka pots, old and new",
    "For mothers: vases and flowers",
    "Filter coffee in the garden",
    "Cold brew season",
    "Travel with a grinder",
    "Summer table, blue dots",
    "Iced coffee, three ways",
    "Jars, tins and order",
    "Back from the sea: house espresso",
    "A kettle that pours well",
    "Autumn roast",
    "Horezu and Bolesławiec: two potteries",
    "Candles for dark evenings",
    "How to choose a grinder",
    "Presents under 100 zł, 120 lei",
    "Black week",
    "Under the tree",
    "The house is open until the 23rd",
];

/// Fortnights of Unix time; number 1461 begins with the year 2026, and a year is hardly more than 26.
fn theme(at: Time) -> &'static str {
    let fortnight = at.0.div_euclid(days(14)) - 1461;
    THEMES[fortnight.rem_euclid(26) as usize]
}

impl Life<'_> {
    /// The customer as the newsletter's provider knows them: the account, or the address that was confirmed.
    pub fn by_newsletter(&self) -> Sender {
        if self.registered {
            Sender::server(NEWSLETTER).of_user(&self.person.user_id())
        } else {
            Sender::server_naming(NEWSLETTER, "email", &self.person.email)
        }
    }

    /// The customer as the texts' provider knows them; the number was confirmed by a code.
    fn by_text(&self) -> Sender {
        if self.registered {
            let user = Sender::server(SMS).of_user(&self.person.user_id());
            user.with_verified("phone", &self.phone)
        } else {
            Sender::server_naming(SMS, "phone", &self.phone)
        }
    }

    /// What the customer agrees to once the shop knows them. Each agreement is a proof: what was shown, and where.
    pub fn agree(&mut self, at: Time) {
        let person = self.person;
        let in_store = person.habit == Habit::Store;
        if person.newsletter {
            let at = later(&mut self.random, at, 60, 900);
            let mut subscriber = self.by_newsletter();
            if let (true, Some(card)) = (in_store, &person.card) {
                // The link in the mail carries the card's number: whoever clicks it owns both.
                subscriber = subscriber.with_verified("loyalty_card", card);
                let traits = json!({ "email": person.email, "email_verified": true });
                self.pen.identify(&subscriber, at, traits);
            }
            let source = if in_store { "till" } else { "account form" };
            let given = self.consent("marketing", "email", source);
            self.pen.track(&subscriber, at, "Consent Given", given);
            self.newsletter_since = Some(at);
        }
        if person.card.is_some() && self.random.chance(45) {
            let source = if in_store { "till" } else { "account form" };
            let given = self.consent("marketing", "sms", source);
            self.pen.track(&self.by_text(), at.plus(hours(1)), "Consent Given", given);
            self.sms_since = Some(at.plus(hours(1)));
        }
        if person.habit == Habit::App && self.random.chance(50) {
            let given = self.consent("marketing", "push", "app settings");
            self.pen.track(&self.in_app(), at.plus(hours(2)), "Consent Given", given);
        }
        if self.registered && self.random.chance(22) {
            let given = self.consent("profiling", "email", "account form");
            let server = Sender::server(NEWSLETTER).of_user(&person.user_id());
            self.pen.track(&server, at.plus(hours(2)), "Consent Given", given);
        }
    }

    fn consent(&self, purpose: &str, channel: &str, source: &str) -> Value {
        let (identity, wording) = match channel {
            "email" => (format!("email:{}", self.person.email), "newsletter-2026-05"),
            "push" => (format!("device:{}", self.person.app_device), "push-2026-02"),
            _ => (format!("phone:{}", self.phone), "texts-2026-03"),
        };
        json!({
            "purpose": purpose,
            "channel": channel,
            "identity": identity,
            "wording": wording,
            "source": source,
        })
    }

    pub fn get_newsletter(&mut self, campaign: Campaign) {
        if self.newsletter_since.is_none_or(|since| since >= campaign.at) {
            return;
        }
        let newsletter = self.by_newsletter();
        let letter = json!({
            "campaign_id": format!("newsletter-{:02}", campaign.id),
            "campaign_name": campaign.name,
        });
        let delivered = later(&mut self.random, campaign.at, 0, 600);
        self.pen.track(&newsletter, delivered, "Email Delivered", letter.clone());
        if !self.random.chance(36) {
            return;
        }
        let opened = self.soon(delivered, 0, 30, Rhythm::Online);
        self.pen.track(&newsletter, opened, "Email Opened", letter.clone());
        if self.random.chance(24) {
            let clicked = later(&mut self.random, opened, 5, 120);
            self.pen.track(&newsletter, clicked, "Email Link Clicked", letter);
            let landed = later(&mut self.random, clicked, 1, 4);
            self.follow_link(landed, campaign.name, "newsletter", "email");
        } else if self.random.chance(4) {
            let left = later(&mut self.random, opened, 10, 60);
            self.pen.track(&newsletter, left, "Unsubscribed", letter);
            let withdrawn = self.consent("marketing", "email", "link in the newsletter");
            self.pen.track(&newsletter, left, "Consent Withdrawn", withdrawn);
            self.newsletter_since = None;
        }
    }

    pub fn get_text(&mut self, campaign: Campaign) {
        if self.sms_since.is_none_or(|since| since >= campaign.at) {
            return;
        }
        let texting = self.by_text();
        let text = json!({
            "campaign_id": format!("text-{:02}", campaign.id),
            "campaign_name": campaign.name,
            "purpose": "marketing",
        });
        let delivered = later(&mut self.random, campaign.at, 0, 300);
        self.pen.track(&texting, delivered, "SMS Delivered", text.clone());
        if self.random.chance(9) {
            let clicked = self.soon(delivered, 0, 8, Rhythm::Online);
            self.pen.track(&texting, clicked, "SMS Link Clicked", text);
            let landed = later(&mut self.random, clicked, 1, 4);
            self.follow_link(landed, campaign.name, "sms", "sms");
        }
    }

    /// Rings the shop up; the telephone knows the number, the one who answers writes down why.
    pub fn call(&mut self, at: Time) {
        // Who waits for no parcel does not ask where it is.
        let waiting = self.last_delivered().is_some();
        let calls = if waiting { &phrases::CALLS[..] } else { phrases::CALLS_WITHOUT_ORDER };
        let (reason, outcome) = self.random.pick(calls);
        self.call_about(at, reason, outcome);
    }

    fn last_delivered(&self) -> Option<&Order> {
        self.orders.iter().rev().find(|order| order.basket.delivered)
    }

    pub fn call_about(&mut self, at: Time, reason: &str, outcome: &str) {
        let line = Sender::server_naming(PHONE, "phone", &self.phone);
        let mut about = json!({
            "direction": "inbound",
            "reason": reason,
            "language": self.person.language,
        });
        if let (true, Some(order)) = (reason.contains("order"), self.last_delivered()) {
            about["order_id"] = order.id.as_str().into();
        }
        self.pen.track(&line, at, "Call Started", about.clone());
        let lasted = self.random.between(55, 620);
        about["duration_seconds"] = lasted.into();
        about["outcome"] = outcome.into();
        about["agent"] = agent(self.person, &mut self.random).into();
        self.pen.track(&line, later(&mut self.random, at, lasted, lasted), "Call Ended", about);
    }

    /// Asks something on WhatsApp and gets an answer.
    pub fn chat(&mut self, at: Time) {
        let (question, answer) = self.random.pick(phrases::chats(self.person.language));
        let answered = self.ask(at, question, answer);
        if self.random.chance(55) {
            let chat = Sender::server_naming(WHATSAPP, "phone", &self.phone);
            let thanked = later(&mut self.random, answered, 20, 240);
            let thanks = json!({ "text": phrases::thanks(self.person.language) });
            self.pen.track(&chat, thanked, "Message Received", thanks);
        }
    }

    /// A question and its answer. Returns when it was answered.
    pub fn ask(&mut self, at: Time, question: &str, answer: &str) -> Time {
        let chat = Sender::server_naming(WHATSAPP, "phone", &self.phone);
        self.pen.track(&chat, at, "Message Received", json!({ "text": question }));
        let answered = later(&mut self.random, at, 40, 1_100);
        let agent = agent(self.person, &mut self.random);
        let reply = json!({ "text": answer, "agent": agent });
        self.pen.track(&chat, answered, "Message Sent", reply);
        answered
    }

    /// Taps on a message that the app showed.
    pub fn open_push(&mut self, at: Time, message: &str) {
        let push = json!({ "message": message });
        self.pen.track(&self.in_app(), at, "Push Notification Tapped", push);
    }
}

/// Who answers: two people of each country.
fn agent(person: &Person, random: &mut Random) -> &'static str {
    match person.country {
        Country::Poland => random.pick(&["Marta (Kraków)", "Olek (Kraków)"]),
        Country::Romania => random.pick(&["Ilinca (Cluj-Napoca)", "Tudor (Cluj-Napoca)"]),
    }
}
