//! The invented half year holds together.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use customers::identities::normal::{Kind, normalise};
use expect_test::expect;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::people::{COUPLE, Gender, HERO};
use super::*;

fn now() -> Time {
    Time::parse("2026-11-21T20:06:46.335Z").unwrap()
}

fn told() -> &'static [Call] {
    static TOLD: LazyLock<Vec<Call>> = LazyLock::new(|| history(SEED, now()));
    &TOLD
}

fn text<'a>(json: &'a Value, key: &str) -> &'a str {
    json[key].as_str().unwrap_or_default()
}

/// Exact, as long as the number has at most two digits after the point.
fn minor(json: &Value) -> i64 {
    (json.as_f64().unwrap() * 100.0).round() as i64
}

fn fingerprint(calls: &[Call]) -> String {
    let mut hash = Sha256::new();
    for call in calls {
        hash.update(format!("{} {} {} {}\n", call.door, call.trusted, call.at, call.json));
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_same_seed_and_now_tell_the_same_story_to_the_byte() {
    expect!["4926394b690b15c6"].assert_eq(&fingerprint(told()));
    assert!(history(SEED, now()) == told());
    assert!(history(SEED + 1, now()) != told());
}

#[test]
fn every_door_has_its_share() {
    let calls = told();
    let mut doors: BTreeMap<&str, usize> = BTreeMap::new();
    for call in calls {
        *doors.entry(call.door).or_default() += 1;
    }
    expect![[r#"
        22879 {
            "app": 4390,
            "catalogue": 98,
            "marketplace": 245,
            "newsletter": 3705,
            "phone": 224,
            "sms": 594,
            "store-cluj": 1005,
            "store-krakow": 1462,
            "web": 10738,
            "whatsapp": 418,
        }
    "#]]
    .assert_eq(&format!("{} {doors:#?}\n", calls.len()));
}

/// The size must not depend on the day of the year on which somebody tries the demo.
#[test]
fn half_a_year_before_any_day_is_of_a_believable_size() {
    for now in ["2026-03-01T06:00:00Z", "2026-08-09T12:00:00Z", "2027-01-02T23:59:59.999999Z"] {
        let now = Time::parse(now).unwrap();
        let calls = history(SEED, now);
        assert!((12_000..=25_000).contains(&calls.len()), "{} calls by {now}", calls.len());
        let doors: BTreeSet<&str> = calls.iter().map(|call| call.door).collect();
        assert_eq!(doors, shop::DOORS.iter().map(|door| door.slug).collect());
    }
}

#[test]
fn every_call_is_one_that_segment_would_take() {
    let mut ids = HashSet::new();
    let mut last = Time::MIN;
    for call in told() {
        let json = &call.json;
        assert!(call.at >= last && call.at <= now(), "{json}");
        last = call.at;
        assert_eq!(Time::parse(text(json, "timestamp")), Some(call.at), "{json}");
        let named = json["userId"].is_string() || json["anonymousId"].is_string();
        let proven = json["context"]["externalIds"][0]["verified"] == true;
        assert!(named || (call.trusted && proven), "{json}");
        assert!(ids.insert(text(json, "messageId").to_owned()), "told twice: {json}");
        assert!(text(json, "messageId").len() < 100 && json.to_string().len() < 32_000);
        assert!(json["context"]["library"].is_object(), "{json}");
        let complete = match text(json, "type") {
            "track" => json["event"].is_string() && json["properties"].is_object(),
            "identify" => json["traits"].is_object(),
            "page" | "screen" => json["name"].is_string(),
            "group" => json["groupId"].is_string() && json["traits"].is_object(),
            _ => false,
        };
        assert!(complete, "{json}");
    }
}

/// Public keys prove nothing, so nothing sent with one may claim that it does.
#[test]
fn only_servers_call_anything_verified() {
    for call in told().iter().filter(|call| !call.trusted) {
        let said = call.json.to_string();
        assert!(!said.contains("verified"), "{said}");
    }
}

#[test]
fn an_order_is_the_sum_of_its_products() {
    let mut orders: HashMap<String, String> = HashMap::new();
    for call in told() {
        let event = text(&call.json, "event");
        if !matches!(event, "Order Completed" | "Order Refunded") {
            continue;
        }
        let order = &call.json["properties"];
        let goods: i64 = order["products"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| minor(&line["price"]) * line["quantity"].as_i64().unwrap())
            .sum();
        let paid = goods - minor(&order["discount"]);
        let currency = text(order, "currency").to_owned();
        if event == "Order Completed" {
            assert!(goods > 0, "{order}");
            assert_eq!(minor(&order["total"]), paid + minor(&order["shipping"]), "{order}");
            assert_eq!(minor(&order["revenue"]) + minor(&order["tax"]), paid, "{order}");
            let id = text(order, "order_id").to_owned();
            assert_eq!(orders.insert(id, currency), None, "two orders of one number: {order}");
        } else {
            assert_eq!(minor(&order["total"]), paid, "{order}");
            let bought = orders.get(text(order, "order_id"));
            assert_eq!(bought, Some(&currency), "refunded before it was bought: {order}");
        }
    }
    assert!(orders.len() > 500, "{} orders", orders.len());
}

/// The first that is heard of an account is who it is; and nothing is heard of it before the customer came.
#[test]
fn nobody_has_a_history_before_they_come() {
    let (mut stories, mut users) = (HashMap::new(), HashMap::new());
    for call in told() {
        let (story, _) = text(&call.json, "messageId").rsplit_once('-').unwrap();
        stories.entry(story).or_insert(call);
        users.entry(text(&call.json, "userId")).or_insert(call);
    }
    for person in everyone(SEED, now()) {
        let first = stories[format!("demo-{:04}", person.number).as_str()];
        assert!(first.at >= person.since, "{}", first.json);
        let named = users.get(person.user_id().as_str());
        assert_eq!(named.is_some(), person.has_account(), "{}", person.name());
        if let Some(named) = named {
            assert_eq!(text(&named.json, "type"), "identify", "{}", named.json);
        }
    }
}

/// Letters that advertise go only to those who agreed and did not take it back.
#[test]
fn no_newsletter_goes_to_somebody_who_has_not_agreed() {
    let mut agreed: HashSet<String> = HashSet::new();
    let mut letters = 0;
    for call in told().iter().filter(|call| call.door == shop::NEWSLETTER) {
        let json = &call.json;
        let address = text(&json["context"]["externalIds"][0], "id");
        let who = [text(json, "userId"), address].concat();
        let about = (text(json, "event"), text(&json["properties"], "purpose"));
        match about {
            ("Consent Given", "marketing") => assert!(agreed.insert(who)),
            ("Consent Withdrawn", "marketing") => assert!(agreed.remove(&who)),
            ("Email Delivered", _) => {
                letters += 1;
                assert!(agreed.contains(&who), "{json}");
            }
            _ => {}
        }
    }
    assert!(letters > 1_000, "{letters} letters");
}

#[test]
fn stores_sell_while_they_are_open() {
    for call in told().iter().filter(|call| call.door == shop::CLUJ || call.door == shop::KRAKOW) {
        let cluj = call.door == shop::CLUJ;
        let country = if cluj { shop::Country::Romania } else { shop::Country::Poland };
        // What began before the doors closed may end a little later.
        let begun = call.at.minus(kit::time::minutes(10));
        let open = calendar::is_open(call.at, country) || calendar::is_open(begun, country);
        assert!(open || text(&call.json, "event") == "Consent Given", "{}", call.json);
    }
}

#[test]
fn people_have_names_addresses_and_numbers_of_their_own() {
    let people = everyone(SEED, now());
    let distinct = |of: fn(&people::Person) -> String| {
        people.iter().map(of).collect::<HashSet<String>>().len()
    };
    assert_eq!(people.len(), people::COUNT);
    assert_eq!(distinct(people::Person::name), people::COUNT);
    assert_eq!(distinct(|person| person.email.clone()), people::COUNT);
    assert_eq!(distinct(|person| person.phone.clone()), people::COUNT);
    for person in &people {
        for (kind, value) in [(Kind::EMAIL, &person.email), (Kind::PHONE, &person.phone)] {
            assert_eq!(normalise(&kind, value, None).as_deref(), Ok(value.as_str()));
        }
        let domain = person.email.split_once('@').unwrap().1;
        assert!(person.email.is_ascii() && domain.starts_with("example."), "{}", person.email);
        let bent = person.last.ends_with("ska") || person.last.ends_with("cka");
        let straight = person.last.ends_with("ski") || person.last.ends_with("cki");
        assert!(!(bent && person.gender == Gender::Man), "{}", person.name());
        assert!(!(straight && person.gender == Gender::Woman), "{}", person.name());
    }
    let households: BTreeSet<u64> = people.iter().filter_map(|person| person.household).collect();
    assert!(households.len() > 15, "{} households", households.len());
    assert!(COUPLE.iter().all(|name| people.iter().any(|person| person.name() == *name)));
}

#[test]
fn the_stories_are_there() {
    let calls = told();
    let signed_in = |device: &str| -> BTreeSet<String> {
        let here = calls.iter().filter(|call| text(&call.json, "anonymousId") == device);
        here.filter_map(|call| call.json["userId"].as_str()).map(str::to_owned).collect()
    };
    assert!(signed_in(KIOSK).len() >= 5);
    let sofa = calls.iter().find(|c| text(&c.json, "messageId") == "demo-sofa-0001").unwrap();
    assert_eq!(signed_in(text(&sofa.json, "anonymousId")).len(), 2);

    let claim = calls
        .iter()
        .find(|call| {
            text(&call.json, "messageId").starts_with("demo-stranger")
                && text(&call.json, "type") == "identify"
        })
        .unwrap();
    let people = everyone(SEED, now());
    let victim = people.iter().find(|person| person.name() == people::IMPERSONATED).unwrap();
    assert_eq!((claim.trusted, &claim.json["userId"]), (false, &Value::Null));
    assert_eq!(claim.json["traits"]["email"], json!(victim.email));
}

/// One line for each call of the first minute: when, at which door, with what proof, what.
#[test]
fn the_hero_goes_from_the_phone_to_the_web_to_the_store_within_a_minute() {
    let mut clock = 0;
    let mut story = String::new();
    for (delay, call) in live::Live::new(SEED, now()) {
        clock += delay;
        if clock > 70 {
            break;
        }
        let (key, json) = (if call.trusted { "secret" } else { "public" }, &call.json);
        let what = json["event"].as_str().unwrap_or(text(json, "type"));
        let who = json["userId"].as_str().unwrap_or("–");
        story += &format!("{clock:>2} s {:<12} {key} {who:<6} {what}\n", call.door);
    }
    assert_eq!(everyone(SEED, now())[0].name(), HERO);
    expect![[r#"
         4 s app          public –      Application Opened
         7 s app          public –      Product Viewed
        12 s app          public –      Product Viewed
        16 s web          public –      page
        21 s web          public –      Product Added
        24 s web          public –      Product Added
        29 s web          public u10000 identify
        34 s app          public u10000 identify
        39 s whatsapp     secret –      Message Received
        43 s whatsapp     secret –      Message Sent
        47 s store-krakow secret –      Loyalty Card Scanned
        50 s store-krakow secret –      Order Completed
        53 s store-krakow secret –      Receipt Issued
        56 s web          public u10296 page
        58 s marketplace  secret –      identify
        60 s web          public –      page
        63 s catalogue    public –      QR Code Scanned
        68 s web          public u10296 Products Searched
    "#]]
    .assert_eq(&story);
}

#[test]
fn life_goes_on_gently_and_is_the_same_every_time() {
    let some = || live::Live::new(SEED, now()).take(3_000);
    let mut ids: HashSet<String> = HashSet::new();
    let mut doors: BTreeSet<&str> = BTreeSet::new();
    let mut orders: HashSet<String> = HashSet::new();
    let mut clock = now();
    for (delay, call) in some() {
        assert!((2..=6).contains(&delay));
        clock = clock.plus(kit::time::seconds(delay as i64));
        assert_eq!(call.at.as_ms(), clock.as_ms());
        assert!(ids.insert(text(&call.json, "messageId").to_owned()), "{}", call.json);
        if text(&call.json, "event") == "Order Completed" {
            assert!(orders.insert(call.json["properties"]["order_id"].to_string()));
        }
        doors.insert(call.door);
    }
    assert!(doors.len() >= 8, "{doors:?}");
    assert!(some().eq(some()));
}
