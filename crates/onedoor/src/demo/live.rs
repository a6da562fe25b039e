//! What happens while you watch: first one customer's way from the phone to the web to the store, within a minute;
//! then everybody's ordinary life, a call every few seconds, with her next chapters in between.

use std::collections::VecDeque;

use kit::Time;
use kit::time::{minutes, seconds};
use serde_json::json;

use super::lives::{Life, ORDERS_A_LIFE, SignedIn};
use super::orders::Order;
use super::pen::{Browser, Pen};
use super::people::{HERO, Habit, Person};
use super::random::Random;
use super::shop::{Basket, PRODUCTS, Product};
use super::{Call, everyone, phrases};

/// The calls to come: how many seconds to wait, then what happens. It never ends. Each call's time is `now` and the
/// waits so far; who replays it slower may set the times anew with [`Call::moved_to`].
pub struct Live {
    random: Random,
    people: Vec<Person>,
    hero: Person,
    now: Time,
    /// What is about to happen: the hero's way first, later a few visits at the same time.
    scenes: Vec<VecDeque<Call>>,
    chapter: usize,
    /// What the hero ordered on the web and may bring back to the store.
    parcel: Option<Order>,
    /// Numbers the visits, for message ids and order numbers.
    visits: u64,
}

/// How many others are about at the same time.
const VISITORS: usize = 4;
/// Ordinary visits between two chapters of the hero.
const VISITS_BETWEEN_CHAPTERS: u64 = 9;

impl Live {
    pub fn new(seed: u64, now: Time) -> Live {
        let people = everyone(seed, now);
        let mut hero = people
            .iter()
            .find(|person| person.name() == HERO)
            .expect("the hero is of the cast, which is always there")
            .clone();
        let mut random = Random::new(seed).fork(777);
        // A new phone and a new laptop: the shop cannot know them yet.
        (hero.app_device, hero.laptop) = (random.uuid(), random.uuid());
        let mut live = Live {
            random,
            people,
            hero,
            now,
            scenes: Vec::new(),
            chapter: 0,
            parcel: None,
            visits: 0,
        };
        let opening = live.opening();
        live.scenes.push(opening);
        live
    }

    /// A life that is taken up in the middle: signed in where people stay signed in.
    fn resume<'a>(&self, person: &'a Person) -> Life<'a> {
        let seed = self.random.fork(self.visits);
        let mut life = Life::new(&seed, person);
        life.pen = Pen::new(format!("live-{}-{}", self.now.as_ms() / 1000, self.visits));
        life.registered = person.has_account();
        life.signed_in = SignedIn {
            phone: life.registered && life.random.chance(60),
            laptop: life.registered && life.random.chance(60),
            app: life.registered,
        };
        life.first_order = 500_000 + self.visits * ORDERS_A_LIFE;
        life
    }

    /// The way through the doors, in a dozen calls: the app without a name, the web with a cart and a sign-in, the
    /// app again with a name, a question on WhatsApp, the store.
    fn opening(&mut self) -> VecDeque<Call> {
        let hero = self.hero.clone();
        let mut life = self.resume(&hero);
        life.signed_in = SignedIn::default();
        let (app, web) = (life.in_app(), life.in_browser(Browser::Laptop));
        let (moka, cups) = (product("VZ-BRW-MOK-6"), product("VZ-CUP-ESP-4"));
        let at = self.now;
        let pen = &mut life.pen;

        pen.track(&app, at, "Application Opened", json!({ "version": "3.8.0" }));
        pen.track(&app, at, "Product Viewed", moka.viewed_json(hero.country));
        pen.track(&app, at, "Product Viewed", cups.viewed_json(hero.country));

        pen.page(&web, at, moka.name, &moka.path(hero.country));
        life.add_to_cart(&web, at, "c-live-1", moka, 1);
        life.add_to_cart(&web, at, "c-live-1", cups, 2);
        life.sign_in(at, Browser::Laptop);
        life.sign_in_app(at);

        let (question, answer) = phrases::chats(hero.language)[0];
        let answered = life.ask(at, question, answer);
        let mut basket = Basket::of(hero.country, moka);
        basket.add(cups, 2);
        life.buy_in_store(answered, basket);
        told_in_order(life.pen.calls, at)
    }

    /// What the hero does next, over and over.
    fn next_chapter(&mut self) -> VecDeque<Call> {
        let hero = self.hero.clone();
        let mut life = self.resume(&hero);
        life.signed_in = SignedIn { phone: true, laptop: true, app: true };
        let at = self.now;
        match self.chapter % 5 {
            0 => life.open_push(at, "Your receipt is in the app"),
            1 => life.call_about(at, "A cup in the order came broken", "A new one is sent"),
            2 => {
                let web = life.in_browser(Browser::Laptop);
                let mut basket = Basket::filled(&mut life.random, hero.country);
                basket.delivered = true;
                for (product, quantity) in basket.lines.clone() {
                    life.add_to_cart(&web, at, "c-live-2", product, quantity);
                }
                life.check_out(web, at, "c-live-2", basket);
                self.parcel = life.orders.pop();
            }
            3 => life.chat(at),
            _ => self.bring_parcel_back(&mut life, at),
        }
        self.chapter += 1;
        told_in_order(life.pen.calls, at)
    }

    /// The store takes back what the web sold.
    fn bring_parcel_back(&mut self, life: &mut Life, at: Time) {
        if let (Some(order), Some(card)) = (self.parcel.take(), &self.hero.card) {
            let returned = Basket::of(self.hero.country, order.basket.lines[0].0);
            life.return_in_store(at, card, &order, &returned, "changed_mind");
        }
    }

    /// Somebody comes through some door.
    fn next_visit(&mut self) -> VecDeque<Call> {
        self.visits += 1;
        if self.visits.is_multiple_of(VISITS_BETWEEN_CHAPTERS) {
            return self.next_chapter();
        }
        let person = self.people[self.random.index(self.people.len())].clone();
        let mut life = self.resume(&person);
        let at = self.now;
        match (person.habit, life.random.below(10)) {
            (Habit::Store, 0..=7) => life.visit_store(at),
            (Habit::Store, _) => life.call(at),
            (Habit::Marketplace, _) => life.buy_on_marketplace(at),
            (Habit::App, 0..=5) => life.visit_app(at),
            (Habit::Everywhere, 0..=2) => life.visit_store(at),
            (_, 0..=1) => life.chat(at),
            (_, 2) => life.scan_catalogue(at),
            (_, 3) => life.call(at),
            _ => life.visit_web(at, Browser::Phone),
        }
        told_in_order(life.pen.calls, at)
    }

    /// The next call of one of the visits under way. The opening has the stage for itself.
    fn next_call(&mut self) -> Call {
        loop {
            self.scenes.retain(|scene| !scene.is_empty());
            let opening = self.visits == 0 && !self.scenes.is_empty();
            while !opening && self.scenes.len() < VISITORS {
                let scene = self.next_visit();
                if !scene.is_empty() {
                    self.scenes.push(scene);
                }
            }
            let i = self.random.index(self.scenes.len());
            if let Some(call) = self.scenes[i].pop_front() {
                return call;
            }
        }
    }
}

impl Iterator for Live {
    type Item = (u64, Call);

    fn next(&mut self) -> Option<(u64, Call)> {
        let opening = self.visits == 0;
        let call = self.next_call();
        let delay = self.random.between(if opening { 3 } else { 2 }, if opening { 5 } else { 6 });
        self.now = self.now.plus(seconds(delay));
        Some((delay as u64, call.moved_to(self.now)))
    }
}

impl Call {
    /// The same call at another moment.
    #[must_use]
    pub fn moved_to(mut self, at: Time) -> Call {
        self.at = at;
        self.json["timestamp"] = at.to_string().into();
        self
    }
}

/// The calls of a visit in the order of their times, without what follows hours and days later.
fn told_in_order(mut calls: Vec<Call>, start: Time) -> VecDeque<Call> {
    calls.retain(|call| call.at.since(start) < minutes(40));
    calls.sort_by_key(|call| call.at);
    calls.into()
}

fn product(sku: &str) -> &'static Product {
    PRODUCTS.iter().find(|product| product.sku == sku).expect("the story names things on the shelf")
}
