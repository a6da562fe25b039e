//! Gift cards: issued, looked up, paid with, filled again, blocked.

use serde_json::{Map, Value};

use super::parts::{Call, Key, call, list, moment, moment_or_null, object, of, path, text, whole};

fn server(id: &str, summary: &str) -> Call {
    call("prices", id, summary, Key::Server)
}

fn of_card(id: &str, summary: &str) -> Call {
    server(id, summary).path("id", "The id of the card (`gft_…`)")
}

pub fn money() -> Value {
    object(&[("amount", whole()), ("currency", text())])
}

pub fn paths() -> Map<String, Value> {
    let card = |call: Call| call.gives(200, "The card", of("GiftCard"));
    let show = card(of_card("show_gift_card", "A gift card and what moved it"));
    let issue = of_card("issue_gift_card", "Issues a card of an id that the caller makes")
        .body(object(&[("amount", whole()), ("currency", text()), ("endsAt?", moment_or_null())]))
        .gives(201, "The card, with its code: nobody can see it again", of("GiftCard"));
    let find =
        card(server("find_gift_card", "The gift card of a code").body(object(&[("code", text())])));
    let moved = |what: &[(&str, Value)]| {
        let money = [("amount", whole()), ("currency", text()), ("reference", text())];
        object(&[what, &money[..]].concat())
    };
    let pay = server("pay_with_gift_card", "Takes an amount off a card, all or nothing")
        .body(moved(&[("code", text())]))
        .gives(200, "What is left", object(&[("balance", money())]));
    let refund =
        card(of_card("refund_gift_card", "Puts an amount back onto a card").body(moved(&[])));
    let block = card(of_card("block_gift_card", "Nobody can pay with the card any more"));
    let paths = [
        ("/v1/gift-cards/{id}", path([("get", show), ("put", issue)])),
        ("/v1/gift-cards/lookup", path([("post", find)])),
        ("/v1/gift-cards/payments", path([("post", pay)])),
        ("/v1/gift-cards/{id}/refunds", path([("post", refund)])),
        ("/v1/gift-cards/{id}/block", path([("post", block)])),
    ];
    paths.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

pub fn schemas() -> Vec<(&'static str, Value)> {
    let entry = object(&[
        ("at", moment()),
        ("reference", text()),
        ("amount", whole()),
        ("balance", whole()),
    ]);
    let flag = serde_json::json!({ "type": "boolean" });
    let card = object(&[
        ("id", text()),
        ("ending", text()),
        ("balance", money()),
        ("isValid", flag),
        ("issuedAt", moment()),
        ("endsAt", moment_or_null()),
        ("blockedAt", moment_or_null()),
        ("code?", text()),
        ("entries", list(entry)),
    ]);
    vec![("GiftCard", card)]
}
