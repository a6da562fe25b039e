//! The stories worth looking for, each a thing that goes wrong elsewhere.
//!
//! - A tablet in the Kraków store, on which several people sign in: a shared device, nobody's proof.
//! - Somebody who types another's e-mail address in the web shop: a claim, shown to staff, joined to nobody.
//! - A couple: one household, one tablet on the sofa, two customers.
//! - A customer with a new phone number is in `lives`.

use kit::time::days;
use serde_json::json;

use super::Call;
use super::calendar::{Rhythm, Span};
use super::pen::{Browser, Pen, Sender, later};
use super::people::{self, Person};
use super::random::Random;
use super::shop::{Country, KRAKOW, WEB, any_product};

/// The tablet's `anonymousId`; it never changes, that is the trouble with it.
pub const KIOSK: &str = "kiosk-krakow-1";

/// All of them.
pub fn stories(seed: &Random, people: &[Person], span: Span) -> Vec<Call> {
    let mut calls = kiosk(seed.fork(900_001), people, span);
    calls.extend(sofa_tablet(seed.fork(900_002), people, span));
    calls.extend(impersonation(seed.fork(900_003), people, span));
    calls
}

/// Now and then somebody taps on the tablet in the store, and some sign in to see their points.
fn kiosk(mut random: Random, people: &[Person], span: Span) -> Vec<Call> {
    let mut pen = Pen::new("demo-kiosk");
    let tablet = Sender::tablet(KRAKOW, KIOSK, "pl-PL");
    let settled = |person: &&Person| {
        person.has_account()
            && person.city == "Kraków"
            && person.since < span.to.minus(days(80))
            && person.name() != people::HERO
    };
    let regulars: Vec<&Person> = people.iter().filter(settled).take(7).collect();
    let weeks = Span::new(span.to.minus(days(60)), span.to);
    for visit in 0..26 {
        let Some(mut at) = weeks.moment(&mut random, Country::Poland, Rhythm::Store) else {
            continue;
        };
        let mut sender = tablet.clone();
        for _ in 0..=random.below(3) {
            let seen = any_product(&mut random).viewed_json(Country::Poland);
            pen.track(&sender, at, "Product Viewed", seen);
            at = later(&mut random, at, 8, 50);
        }
        if visit % 2 == 0 && !regulars.is_empty() {
            let person = regulars[visit / 2 % regulars.len()];
            sender = sender.of_user(&person.user_id());
            pen.identify(&sender, at, json!({ "email": person.email }));
            let at = later(&mut random, at, 10, 60);
            pen.page(&sender, at, "My points", "/account/points");
            pen.track(&sender, at.plus(kit::time::seconds(40)), "Signed Out", json!({}));
        }
    }
    pen.calls
}

/// Ioana and Radu pass the tablet to each other without signing out of each other's evenings.
fn sofa_tablet(mut random: Random, people: &[Person], span: Span) -> Vec<Call> {
    let mut pen = Pen::new("demo-sofa");
    let tablet = Sender::tablet(WEB, &random.uuid(), "ro-RO");
    let couple = people.iter().filter(|p| people::COUPLE.contains(&p.name().as_str()));
    let months = Span::new(span.from.plus(days(40)), span.to);
    for person in couple {
        let sender = tablet.clone().of_user(&person.user_id());
        for _ in 0..4 {
            let Some(mut at) = months.moment(&mut random, person.country, Rhythm::Online) else {
                continue;
            };
            pen.page(&tablet, at, "Home", "/ro");
            at = later(&mut random, at, 10, 40);
            pen.identify(&sender, at, json!({ "email": person.email }));
            for _ in 0..3 {
                at = later(&mut random, at, 10, 60);
                let seen = any_product(&mut random).viewed_json(person.country);
                pen.track(&sender, at, "Product Viewed", seen);
            }
        }
    }
    pen.calls
}

/// A stranger in a browser of their own claims Katarzyna's address and asks to have her parcel sent elsewhere.
fn impersonation(mut random: Random, people: &[Person], span: Span) -> Vec<Call> {
    let mut pen = Pen::new("demo-stranger");
    let Some(victim) = people.iter().find(|p| p.name() == people::IMPERSONATED) else {
        return pen.calls;
    };
    let evening = Span::new(span.to.minus(days(9)), span.to.minus(days(6)));
    let Some(mut at) = evening.moment(&mut random, victim.country, Rhythm::Online) else {
        return pen.calls;
    };
    let stranger = Sender::browser(victim, Browser::Laptop).on_device(&random.uuid());
    pen.page(&stranger, at, "Home", "/pl");
    for _ in 0..3 {
        at = later(&mut random, at, 10, 60);
        let seen = any_product(&mut random).viewed_json(victim.country);
        pen.track(&stranger, at, "Product Viewed", seen);
    }
    at = later(&mut random, at, 30, 90);
    pen.page(&stranger, at, "Contact", "/pl/contact");
    at = later(&mut random, at, 60, 180);
    pen.identify(&stranger, at, json!({ "email": victim.email, "firstName": "Kasia" }));
    let message = json!({
        "topic": "Delivery address",
        "text": "Proszę wysłać moją ostatnią paczkę pod inny adres i przypomnieć, co zamówiłam.",
    });
    pen.track(&stranger, at, "Contact Form Submitted", message);
    pen.calls
}
