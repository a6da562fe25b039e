//! Orders: of browsers, of customers, and what becomes of one.

use commerce::orders::{Means, NoteFor, Payment, State, StepKind};
use commerce::payments;
use serde_json::{Map, Value, json};

use super::customers::CUSTOMER;
use super::parts::{
    Call, Key, call, list, moment, object, of, one_of, path, text, text_or_null, whole,
};

fn browser(id: &str, summary: &str) -> Call {
    call("orders", id, summary, Key::Write)
        .header("Onedoor-Cart", "The session that came with the cart's first change")
        .header("Onedoor-Token", "A token of the shop's server: shows all orders of the account")
}

fn server(id: &str, summary: &str) -> Call {
    call("orders", id, summary, Key::Secret)
}

fn once(call: Call) -> Call {
    call.header("Idempotency-Key", "New for each order; sent again with it, it is one order")
}

fn numbered(call: Call) -> Call {
    call.path("number", "As people say it: 7KX4-M2QD")
}

pub fn paths() -> Map<String, Value> {
    let order = |call: Call| call.gives(200, "The order", of("Order"));
    let own = browser("list_own_orders", "What this browser, or its account, has bought").gives(
        200,
        "The newest first, at most 50",
        of("Orders"),
    );
    let place_own = once(browser("place_own_order", "Buys what is in the cart"))
        .body(of("NewOrder"))
        .gives(200, "Placed before, with this key", of("Order"))
        .gives(201, "Placed", of("Order"));
    let theirs = server("list_customer_orders", "What a customer has bought, at all doors")
        .path("customer", CUSTOMER)
        .gives(200, "The newest first, at most 50", of("Orders"));
    let place =
        once(server("place_customer_order", "A till, an agent or an assistant sells the cart"))
            .path("customer", CUSTOMER)
            .body(of("NewOrder"))
            .gives(200, "Placed before, with this key", of("Order"))
            .gives(201, "Placed", of("Order"));
    let show_own = numbered(order(browser("show_own_order", "One of one's own orders")));
    let show = numbered(order(server("show_order", "An order, with what happened to it")));
    let pay = numbered(order(server("pay_order", "It was paid"))).body(of("OrderDeal"));
    let ship = numbered(order(server("ship_order", "Pieces go out"))).body(of("OrderDeal"));
    let cancel = numbered(order(server("cancel_order", "Pieces are not wanted any more")))
        .body(of("OrderDeal"));
    let paper = numbered(server("show_order_document", "A paper of the order, as PDF"))
        .path("kind", "confirmation, pick_list, packing_slip or return_slip")
        .query("lang", "en, pl, ro or ru; else as Accept-Language says", text())
        .gives_as(200, "The PDF, with the number as bar code and QR code", "application/pdf");
    let edit =
        numbered(order(server("edit_order", "Other goods, another address, before it goes")))
            .body(of("OrderEdit"));
    let note = numbered(order(server("note_order", "Writes a note on it"))).body(of("OrderNote"));
    let begin = |call: Call| numbered(call).gives(201, "Where the buyer pays", of("PaymentBegun"));
    let start_own = begin(browser("start_own_payment", "Begins to pay one's order online"));
    let start = begin(server("start_payment", "Begins to take the money for an order online"));
    let payments = |call: Call| numbered(call).gives(200, "Oldest first", of("Payments"));
    let list_payments = payments(server("list_payments", "What a provider took and gave back"));
    let refund = payments(server("refund_order", "Gives money back by the way it came"))
        .header("Idempotency-Key", "New for each refund; sent again with it, it is one refund")
        .body(of("NewRefund"));
    let all = vec![
        ("/v1/shop/orders/{number}/payments", path([("post", start_own)])),
        ("/v1/orders/{number}/payments", path([("get", list_payments), ("post", start)])),
        ("/v1/orders/{number}/refunds", path([("post", refund)])),
        ("/v1/shop/orders", path([("get", own), ("post", place_own)])),
        ("/v1/shop/orders/{number}", path([("get", show_own)])),
        ("/v1/customers/{customer}/orders", path([("get", theirs), ("post", place)])),
        ("/v1/orders/{number}", path([("get", show), ("put", edit)])),
        ("/v1/orders/{number}/notes", path([("post", note)])),
        ("/v1/orders/{number}/documents/{kind}", path([("get", paper)])),
        ("/v1/orders/{number}/payment", path([("post", pay)])),
        ("/v1/orders/{number}/shipments", path([("post", ship)])),
        ("/v1/orders/{number}/cancellations", path([("post", cancel)])),
    ];
    all.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

pub fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("Order", shown()),
        ("Orders", object(&[("orders", list(of("Order")))])),
        ("OrderLine", line()),
        ("OrderStep", step()),
        ("OrderDelivery", delivery()),
        ("OrderContact", contact()),
        ("NewOrder", new_order()),
        ("OrderDeal", deal()),
        ("OrderEdit", edit()),
        ("OrderNote", note()),
        ("PaymentBegun", object(&[("reference", text()), ("url", text())])),
        ("Payments", object(&[("payments", list(of("Payment")))])),
        ("Payment", payment()),
        ("NewRefund", object(&[("amount", whole()), ("key?", text())])),
    ]
}

fn shown() -> Value {
    object(&[
        ("id", text()),
        ("number", text()),
        ("version", whole()),
        ("state", one_of(State::WORDS)),
        ("payment", one_of(Payment::WORDS)),
        ("means", one_of(Means::WORDS)),
        ("currency", text()),
        ("total", whole()),
        ("placedAt", moment()),
        ("changedAt", moment()),
        ("channel", text()),
        ("lines", list(of("OrderLine"))),
        ("totals", list(json!({ "type": "object" }))),
        ("taxes", list(json!({ "type": "object" }))),
        ("coupons", list(text())),
        ("tenders?", list(of("OrderTender"))),
        ("toPay?", whole()),
        ("delivery", of("OrderDelivery")),
        ("method", text_or_null()),
        ("contact", of("OrderContact")),
        ("notes?", list(object(&[("at", moment()), ("text", text())]))),
        ("steps?", list(of("OrderStep"))),
    ])
}

fn line() -> Value {
    object(&[
        ("position", whole()),
        ("variant", text()),
        ("sku", text()),
        ("title", text()),
        ("quantity", whole()),
        ("unitAmount", whole()),
        ("discount", whole()),
        ("total", whole()),
        ("taxRate", whole()),
        ("tax", whole()),
        ("shipped", whole()),
        ("cancelled", whole()),
        ("returned", whole()),
    ])
}

fn step() -> Value {
    object(&[
        ("at", moment()),
        ("kind", one_of(StepKind::WORDS)),
        ("channel", text()),
        ("role", text()),
        ("name?", text()),
        ("details", json!({ "type": "object" })),
    ])
}

fn delivery() -> Value {
    let kind = |word: &str| ("type", json!({ "const": word }));
    json!({ "oneOf": [
        object(&[
            kind("address"), ("name", text()), ("street", text()), ("postcode", text()),
            ("city", text()), ("country", text()),
        ]),
        object(&[kind("collect"), ("location", text())]),
        object(&[kind("taken"), ("location", text())]),
    ]})
}

fn contact() -> Value {
    let maybe = || json!({ "type": ["string", "null"] });
    object(&[
        ("name?", maybe()),
        ("email?", maybe()),
        ("phone?", maybe()),
        ("lang?", json!({ "enum": ["en", "pl", "ro", "ru", null] })),
    ])
}

fn new_order() -> Value {
    object(&[
        ("key?", text()),
        ("delivery", of("OrderDelivery")),
        ("method?", text_or_null()),
        ("contact?", of("OrderContact")),
        ("means", one_of(Means::WORDS)),
        ("paidBy?", text()),
        ("expectedTotal?", whole()),
        ("giftCards?", list(text())),
        ("points?", whole()),
        ("expectedToPay?", whole()),
        ("actor?", of("CartActor")),
    ])
}

fn edit() -> Value {
    let line = object(&[("sku?", text()), ("variant?", text()), ("quantity", whole())]);
    object(&[
        ("version", whole()),
        ("lines?", list(line)),
        ("delivery?", of("OrderDelivery")),
        ("method?", text_or_null()),
        ("contact?", of("OrderContact")),
        ("actor?", of("CartActor")),
    ])
}

fn note() -> Value {
    object(&[
        ("version", whole()),
        ("text", text()),
        ("for", one_of(NoteFor::WORDS)),
        ("actor?", of("CartActor")),
    ])
}

fn payment() -> Value {
    object(&[
        ("id", text()),
        ("kind", one_of(payments::Kind::WORDS)),
        ("provider", text()),
        ("reference", text()),
        ("amount", whole()),
        ("currency", text()),
        ("at", moment()),
    ])
}

fn deal() -> Value {
    object(&[
        ("version", whole()),
        ("pieces?", json!({ "type": "object", "additionalProperties": whole() })),
        ("parcel?", object(&[("from?", text()), ("carrier?", text()), ("tracking?", text())])),
        ("why?", text()),
        ("paidBy?", text()),
        ("actor?", of("CartActor")),
    ])
}
