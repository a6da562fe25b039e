//! Returns: asked for by browsers and servers, received and paid back by servers.

use commerce::returns::policy::{Payer, Why};
use commerce::returns::{Kind, State, StepKind};
use serde_json::{Map, Value, json};

use super::parts::{
    Call, Key, anything, call, list, moment, moment_or_null, object, of, one_of, path, text, whole,
};

fn browser(id: &str, summary: &str) -> Call {
    call("returns", id, summary, Key::Write)
        .header("Onedoor-Cart", "The session that came with the cart's first change")
        .header("Onedoor-Token", "A token of the shop's server: shows all orders of the account")
}

fn server(id: &str, summary: &str) -> Call {
    call("returns", id, summary, Key::Secret)
}

fn asks(call: Call) -> Call {
    call.path("number", "Of the order, as people say it: 7KX4-M2QD")
        .header("Idempotency-Key", "New for each return; sent again with it, it is one return")
        .body(of("NewReturn"))
        .gives(200, "Asked for before, with this key", of("Return"))
        .gives(201, "Asked for", of("Return"))
}

fn lists(call: Call) -> Call {
    call.path("number", "Of the order, as people say it: 7KX4-M2QD").gives(
        200,
        "What came or is to come back, and what still can",
        of("Returns"),
    )
}

fn numbered(call: Call) -> Call {
    call.path("number", "As people say it: R-7KX4-M2QD").gives(200, "The return", of("Return"))
}

pub fn paths() -> Map<String, Value> {
    let own = lists(browser("list_own_returns", "The returns of one of one's own orders"));
    let ask_own = asks(browser("ask_own_return", "Asks to send something back"));
    let show_own = numbered(browser("show_own_return", "One of one's own returns"));
    let theirs = lists(server("list_returns", "The returns of an order"));
    let ask = asks(server("ask_return", "Asks to send something back, for a customer"));
    let show = numbered(server("show_return", "A return, with what happened to it"));
    let deal = |id: &str, summary: &str| numbered(server(id, summary)).body(of("ReturnDeal"));
    let receive = deal("receive_return", "It is here, whole or broken, at this place");
    let refund = deal("refund_return", "The money goes back");
    let exchange = deal("exchange_return", "Other pieces go out for it");
    let refuse = deal("refuse_return", "It is not taken");
    let all = [
        ("/v1/shop/orders/{number}/returns", path([("get", own), ("post", ask_own)])),
        ("/v1/shop/returns/{number}", path([("get", show_own)])),
        ("/v1/orders/{number}/returns", path([("get", theirs), ("post", ask)])),
        ("/v1/returns/{number}", path([("get", show)])),
        ("/v1/returns/{number}/receipt", path([("post", receive)])),
        ("/v1/returns/{number}/refund", path([("post", refund)])),
        ("/v1/returns/{number}/exchange", path([("post", exchange)])),
        ("/v1/returns/{number}/refusal", path([("post", refuse)])),
    ];
    all.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

pub fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("Return", shown()),
        ("ReturnLine", line()),
        ("ReturnStep", step()),
        ("Returns", all()),
        ("NewReturn", new_return()),
        ("ReturnDeal", deal()),
    ]
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Value {
    one_of(&all.iter().map(|one| word(*one)).collect::<Vec<_>>())
}

fn shown() -> Value {
    object(&[
        ("id", text()),
        ("number", text()),
        ("order", text()),
        ("version", whole()),
        ("kind", words(Kind::ALL, Kind::as_str)),
        ("state", words(State::ALL, State::as_str)),
        ("reason", text()),
        ("goodwill?", text()),
        ("currency", text()),
        ("refund", whole()),
        ("delivery", whole()),
        ("deduction", whole()),
        ("askedAt", moment()),
        ("changedAt", moment()),
        ("channel", text()),
        ("lines", list(of("ReturnLine"))),
        ("steps?", list(of("ReturnStep"))),
    ])
}

fn line() -> Value {
    object(&[
        ("position", whole()),
        ("variant", text()),
        ("wanted?", text()),
        ("sku", text()),
        ("title", text()),
        ("quantity", whole()),
        ("restocked", whole()),
        ("writtenOff", whole()),
        ("kept", whole()),
        ("refund", whole()),
    ])
}

fn step() -> Value {
    object(&[
        ("at", moment()),
        ("kind", words(StepKind::ALL, StepKind::as_str)),
        ("channel", text()),
        ("role", text()),
        ("name?", text()),
        ("details", anything()),
    ])
}

fn all() -> Value {
    let chance = object(&[
        ("position", whole()),
        ("variant", text()),
        ("sku", text()),
        ("title", text()),
        ("quantity", whole()),
        ("excluded?", words(Why::ALL, Why::as_str)),
    ]);
    object(&[
        ("returns", list(of("Return"))),
        ("withdrawalUntil", moment_or_null()),
        ("returnUntil", moment_or_null()),
        ("complaintUntil", moment_or_null()),
        ("wayBack", words(Payer::ALL, Payer::as_str)),
        ("refundDays", whole()),
        ("lines", list(chance)),
    ])
}

fn new_return() -> Value {
    let line = object(&[
        ("position", whole()),
        ("quantity", whole()),
        ("variant?", text()),
        ("wanted?", text()),
    ]);
    object(&[
        ("key?", text()),
        ("kind", words(Kind::ALL, Kind::as_str)),
        ("lines?", list(line)),
        ("reason?", text()),
        ("goodwill?", text()),
        ("actor?", of("CartActor")),
    ])
}

fn deal() -> Value {
    let came = object(&[("restocked?", whole()), ("writtenOff?", whole()), ("kept?", whole())]);
    object(&[
        ("version", whole()),
        ("location?", text()),
        ("lines?", json!({ "type": "object", "additionalProperties": came })),
        ("deduction?", whole()),
        ("why?", text()),
        ("paidBy?", text()),
        ("actor?", of("CartActor")),
    ])
}
