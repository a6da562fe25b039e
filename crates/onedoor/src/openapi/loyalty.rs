//! Points: shown to browsers, spent by servers, counted as the programme says.

use commerce::loyalty::Kind;
use serde_json::{Map, Value, json};

use super::customers::CUSTOMER;
use super::parts::{Call, Key, call, list, moment, object, of, one_of, path, text, whole};

fn about(id: &str, summary: &str, key: Key) -> Call {
    call("loyalty", id, summary, key)
}

pub fn paths() -> Map<String, Value> {
    let shown = |call: Call| call.gives(200, "Points, tier and cards", of("Loyalty"));
    let own = shown(about("show_own_loyalty", "One's own points", Key::Write))
        .header("Onedoor-Cart", "The session that came with the cart's first change")
        .header("Onedoor-Token", "A token of the shop's server: shows all points of the account");
    let theirs = shown(about("show_loyalty", "The points of a customer", Key::Secret))
        .path("customer", CUSTOMER);
    let card =
        about("issue_card", "The customer's card; a new one, where there is none", Key::Secret)
            .path("customer", CUSTOMER)
            .body_maybe(object(&[("actor?", of("CartActor"))]))
            .gives(200, "EAN-13", object(&[("number", text())]));
    let spend = shown(about("spend_points", "Takes points, all or nothing", Key::Secret))
        .path("customer", CUSTOMER)
        .header("Idempotency-Key", "New for each spending; sent again with it, it is one")
        .body(of("NewSpending"));
    let program = |call: Call| call.gives(200, "The programme", of("LoyaltyProgram"));
    let show = program(about("show_program", "How points are counted", Key::Server));
    let set = program(about("set_program", "Counts points so from now on", Key::Server))
        .body(of("LoyaltyProgram"));
    let all = [
        ("/v1/shop/loyalty", path([("get", own)])),
        ("/v1/customers/{customer}/loyalty", path([("get", theirs)])),
        ("/v1/customers/{customer}/loyalty/card", path([("post", card)])),
        ("/v1/customers/{customer}/loyalty/spendings", path([("post", spend)])),
        ("/v1/loyalty/program", path([("get", show), ("put", set)])),
    ];
    all.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

pub fn schemas() -> Vec<(&'static str, Value)> {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    let posting = object(&[
        ("id", text()),
        ("at", moment()),
        ("kind", one_of(&kinds)),
        ("points", whole()),
        ("reference", text()),
        ("expiresAt?", moment()),
    ]);
    let shown = object(&[
        ("points", whole()),
        ("expiring?", object(&[("at", moment()), ("points", whole())])),
        ("earned", whole()),
        ("tier?", of("LoyaltyTier")),
        ("nextTier?", of("LoyaltyTier")),
        ("cards", list(text())),
        ("postings", list(posting)),
    ]);
    let rate = object(&[("points", whole()), ("per", whole())]);
    let program = object(&[
        ("earns?", json!({ "type": "object", "additionalProperties": rate.clone() })),
        ("pays?", json!({ "type": "object", "additionalProperties": rate })),
        ("expireDays?", json!({ "type": ["integer", "null"] })),
        ("tiers?", list(of("LoyaltyTier"))),
    ]);
    let spending = object(&[
        ("key?", text()),
        ("points", whole()),
        ("reference?", text()),
        ("actor?", of("CartActor")),
    ]);
    vec![
        ("Loyalty", shown),
        ("LoyaltyTier", object(&[("name", text()), ("from", whole()), ("percent", whole())])),
        ("LoyaltyProgram", program),
        ("NewSpending", spending),
    ]
}
