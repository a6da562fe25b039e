//! What a customer does in half a year: how they are met, what they come for, how often.
//!
//! A [`Life`] knows what the customer would know: where they are signed in, what they ordered, what they agreed to.
//! Its scenes are in `visits` (looking around), `orders` (buying and bringing back) and `talks` (calls, chats, letters).

use kit::Time;
use kit::time::{days, hours};
use serde_json::json;

use super::Call;
use super::calendar::{Rhythm, Span};
use super::orders::Order;
use super::pen::{Browser, Pen, Sender};
use super::people::{self, Habit, Person};
use super::random::Random;
use super::shop::WEB;
use super::talks::{self, Campaign};

pub struct Life<'a> {
    pub person: &'a Person,
    pub random: Random,
    pub pen: Pen,
    /// The number that the customer has now; it may change.
    pub phone: String,
    pub registered: bool,
    pub signed_in: SignedIn,
    pub newsletter_since: Option<Time>,
    pub sms_since: Option<Time>,
    pub carts: u32,
    pub orders: Vec<Order>,
    /// The first order's number; lives must not share numbers.
    pub first_order: u64,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct SignedIn {
    pub phone: bool,
    pub laptop: bool,
    pub app: bool,
}

/// Why a customer comes to a door, or a letter to the customer.
#[derive(Clone, Copy, Debug)]
enum Occasion {
    Web,
    App,
    Store,
    Call,
    Chat,
    Marketplace,
    Catalogue,
    Newsletter(Campaign),
    Text(Campaign),
    NewNumber,
}

/// More orders than anybody makes in half a year.
pub const ORDERS_A_LIFE: u64 = 100;

/// Everything that the customers do in the span, one after another.
pub fn histories(seed: &Random, people: &[Person], span: Span) -> Vec<Call> {
    let newsletters = talks::newsletters(span).map(|c| (c.at, Occasion::Newsletter(c)));
    let texts = talks::texts(span).map(|c| (c.at, Occasion::Text(c)));
    let letters: Vec<(Time, Occasion)> = newsletters.chain(texts).collect();
    let mut calls = Vec::new();
    for person in people {
        let mut life = Life::new(seed, person);
        let settled = life.meet();
        let mut agenda = life.agenda(Span::new(settled, span.to));
        agenda.extend_from_slice(&letters);
        agenda.sort_by_key(|(at, _)| *at);
        for (at, occasion) in agenda {
            life.happen(at, occasion);
        }
        calls.append(&mut life.pen.calls);
    }
    calls
}

/// People who looked around once or twice and left no name.
pub fn passers_by(seed: &Random, span: Span) -> Vec<Call> {
    let mut calls = Vec::new();
    for person in people::passers_by(seed, span) {
        let mut life = Life::new(seed, &person);
        for _ in 0..=life.random.below(2) {
            let from = Span::new(person.since, person.since.plus(days(6)));
            if let Some(at) = from.moment(&mut life.random, person.country, Rhythm::Online) {
                life.look_around(at, Browser::Phone);
            }
        }
        calls.append(&mut life.pen.calls);
    }
    calls
}

impl<'a> Life<'a> {
    pub fn new(seed: &Random, person: &'a Person) -> Life<'a> {
        Life {
            person,
            random: seed.fork(100_000 + person.number),
            pen: Pen::new(format!("demo-{:04}", person.number)),
            phone: person.phone.clone(),
            registered: false,
            signed_in: SignedIn::default(),
            newsletter_since: None,
            sms_since: None,
            carts: 0,
            orders: Vec::new(),
            first_order: 10_000 + person.number * ORDERS_A_LIFE,
        }
    }

    /// When something that fits the rhythm happens, from so many hours after a moment to so many.
    pub fn soon(&mut self, after: Time, from: i64, to: i64, rhythm: Rhythm) -> Time {
        let span = Span::new(after.plus(hours(from)), after.plus(hours(to)));
        let fitting = span.moment(&mut self.random, self.person.country, rhythm);
        fitting.unwrap_or_else(|| span.any(&mut self.random))
    }

    /// How the shop first meets the customer. Returns when that is settled and ordinary life begins.
    fn meet(&mut self) -> Time {
        let since = self.person.since;
        match self.person.habit {
            Habit::Store => {
                let week = Span::new(since, since.plus(days(7)));
                let open = week.moment(&mut self.random, self.person.country, Rhythm::Store);
                let at = open.unwrap_or(since);
                self.get_card(at);
                at.plus(days(1))
            }
            Habit::Guest => {
                self.visit_web(since, Browser::Phone);
                since.plus(days(1))
            }
            Habit::Marketplace => {
                self.buy_on_marketplace(since);
                since.plus(days(1))
            }
            Habit::App => {
                self.open_app(since);
                let at = self.soon(since, 2, 90, Rhythm::Online);
                self.register_in_app(at);
                self.settle_in(at)
            }
            Habit::Online | Habit::Everywhere | Habit::Browser => {
                self.look_around(since, Browser::Phone);
                let at = self.soon(since, 1, 120, Rhythm::Online);
                let browser = if self.random.chance(65) { Browser::Laptop } else { Browser::Phone };
                self.register_on_web(at, browser);
                self.settle_in(at)
            }
        }
    }

    /// What follows an account: the household, the card, the letters agreed to.
    fn settle_in(&mut self, registered: Time) -> Time {
        let mut at = self.soon(registered, 1, 20, Rhythm::Online);
        let server = Sender::server(WEB).of_user(&self.person.user_id());
        self.join_household(&server, at);
        at = at.plus(hours(1));
        if let Some(card) = &self.person.card {
            let linked = server.with_verified("loyalty_card", card);
            self.pen.identify(&linked, at, json!({ "loyalty_card": card }));
            at = at.plus(hours(1));
        }
        at
    }

    pub fn join_household(&mut self, server: &Sender, at: Time) {
        if let Some(household) = self.person.household {
            let name = format!("Household {household}, {}", self.person.city);
            let about = json!({ "name": name, "kind": "household" });
            self.pen.group(server, at, &format!("household-{household:02}"), about);
        }
    }

    /// What the customer will do of their own accord while they are `here`.
    fn agenda(&mut self, here: Span) -> Vec<(Time, Occasion)> {
        let mut agenda = Vec::new();
        for (occasion, per_1000_days) in occasions(self.person) {
            for _ in 0..self.random.times(per_1000_days * here.days()) {
                let rhythm = occasion.rhythm();
                if let Some(at) = here.moment(&mut self.random, self.person.country, rhythm) {
                    agenda.push((at, occasion));
                }
            }
        }
        if self.person.name() == people::NEW_NUMBER {
            agenda.push((here.to.minus(days(40)), Occasion::NewNumber));
        }
        agenda
    }

    fn happen(&mut self, at: Time, occasion: Occasion) {
        match occasion {
            Occasion::Web => {
                let browser = if self.random.chance(55) { Browser::Phone } else { Browser::Laptop };
                self.visit_web(at, browser);
            }
            Occasion::App => self.visit_app(at),
            Occasion::Store => self.visit_store(at),
            Occasion::Call => self.call(at),
            Occasion::Chat => self.chat(at),
            Occasion::Marketplace => self.buy_on_marketplace(at),
            Occasion::Catalogue => self.scan_catalogue(at),
            Occasion::Newsletter(campaign) => self.get_newsletter(campaign),
            Occasion::Text(campaign) => self.get_text(campaign),
            Occasion::NewNumber => {
                self.phone = people::phone(self.person.country, self.person.number + 5_000);
                let server = Sender::server(WEB).of_user(&self.person.user_id());
                let traits = json!({ "phone": self.phone, "phone_verified": true });
                self.pen.identify(&server, at, traits);
            }
        }
    }
}

impl Occasion {
    fn rhythm(self) -> Rhythm {
        match self {
            // Chats are answered from behind the counter.
            Occasion::Store | Occasion::Chat => Rhythm::Store,
            Occasion::Call => Rhythm::Office,
            _ => Rhythm::Online,
        }
    }
}

/// How often each thing happens to somebody of these habits, in 1000 days.
fn occasions(person: &Person) -> Vec<(Occasion, u64)> {
    use Occasion::{App, Call, Catalogue, Chat, Marketplace, Store, Web};
    let mut occasions = match person.habit {
        Habit::Online => vec![(Web, 42), (Call, 3), (Chat, 4), (Catalogue, 3)],
        Habit::App => vec![(App, 44), (Web, 12), (Call, 1), (Chat, 6)],
        Habit::Store => vec![(Store, 40), (Call, 3)],
        Habit::Everywhere => {
            vec![(Web, 26), (App, 20), (Store, 26), (Call, 5), (Chat, 6), (Catalogue, 4)]
        }
        Habit::Browser => vec![(Web, 37), (Chat, 2), (Catalogue, 4)],
        Habit::Guest => vec![(Web, 20), (Call, 2)],
        Habit::Marketplace => vec![(Marketplace, 17)],
    };
    if person.card.is_some() && !matches!(person.habit, Habit::Store | Habit::Everywhere) {
        occasions.push((Store, 9));
    }
    occasions
}
