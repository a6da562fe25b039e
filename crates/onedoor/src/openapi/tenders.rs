//! Gift cards and points as ways to pay for a cart.

use commerce::tenders::Kind;
use serde_json::{Map, Value};

use super::customers::CUSTOMER;
use super::parts::{Call, Key, call, list, object, of, one_of, path, text, whole};

fn offered(id: &str, summary: &str, key: Key) -> Call {
    call("orders", id, summary, key).body(of("NewTenders")).gives(
        200,
        "What pays, in its order, and what is left to pay in money",
        of("Tenders"),
    )
}

pub fn paths() -> Map<String, Value> {
    let own = offered(
        "offer_own_tenders",
        "What gift cards and points would pay of the own cart; nothing is taken",
        Key::Write,
    )
    .header("Onedoor-Cart", "The session that came with the cart's first change")
    .header("Onedoor-Token", "A token of the shop's server: points pay only with it");
    let theirs = offered(
        "offer_tenders",
        "What gift cards and points would pay of a customer's cart; nothing is taken",
        Key::Secret,
    )
    .path("customer", CUSTOMER);
    let all = [
        ("/v1/shop/tenders", path([("post", own)])),
        ("/v1/customers/{customer}/tenders", path([("post", theirs)])),
    ];
    all.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

pub fn schemas() -> Vec<(&'static str, Value)> {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    let new = object(&[
        ("giftCards?", list(text())),
        ("points?", whole()),
        ("country?", serde_json::json!({ "type": ["string", "null"] })),
        ("delivery?", one_of(&["address", "collect"])),
        ("method?", serde_json::json!({ "type": ["string", "null"] })),
    ]);
    let part = object(&[
        ("type", one_of(&kinds)),
        ("amount", whole()),
        ("ending?", text()),
        ("left?", whole()),
        ("points?", whole()),
    ]);
    let offer = object(&[
        ("currency", text()),
        ("total", whole()),
        ("tenders", list(part)),
        ("toPay", whole()),
        ("held?", object(&[("points", whole()), ("amount", whole())])),
    ]);
    let tender = object(&[
        ("type", one_of(&kinds)),
        ("amount", whole()),
        ("back", whole()),
        ("ending?", text()),
        ("points?", whole()),
        ("pointsBack?", whole()),
    ]);
    vec![("NewTenders", new), ("Tenders", offer), ("OrderTender", tender)]
}
