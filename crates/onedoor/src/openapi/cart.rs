//! Carts: of browsers, and of customers.

use commerce::carts::{Kind, Role};
use serde_json::{Map, Value, json};

use super::customers::CUSTOMER;
use super::parts::{Call, Key, call, list, moment, object, of, one_of, path, text, whole};

const ACTIONS: [&str; 8] =
    ["add", "set", "remove", "save_for_later", "take_back", "apply_coupon", "drop_coupon", "note"];

/// Of a browser: the write key, and what it can prove.
fn browser(id: &str, summary: &str) -> Call {
    call("carts", id, summary, Key::Write)
        .header("Onedoor-Cart", "The session that came with the first change")
        .header(
            "Onedoor-Token",
            "A token of the shop's server: shows the whole cart of the account",
        )
}

fn customer(id: &str, summary: &str) -> Call {
    call("carts", id, summary, Key::Secret).path("customer", CUSTOMER)
}

fn once(call: Call) -> Call {
    call.header("Idempotency-Key", "New for each change; sent again with it, it is done once")
}

fn with_quote(call: Call) -> Call {
    let flag = json!({ "type": "boolean" });
    call.query("quote", "With what it costs, and why", flag).query(
        "country",
        "Where it goes: then the quote also tells the ways there, and what each costs",
        text(),
    )
}

pub fn paths() -> Map<String, Value> {
    let shop = shop_paths();
    let customers = customer_paths();
    let all = shop.into_iter().chain(customers);
    all.map(|(address, methods)| (address.to_string(), methods)).collect()
}

fn shop_paths() -> Vec<(&'static str, Value)> {
    let show = with_quote(browser("show_cart", "The cart of this browser"));
    let show = show.gives(200, "It", of("CartAnswer"));
    let follow = browser("follow_cart", "The cart, at first and whenever somebody changes it")
        .gives_as(200, "Server-sent events `cart`", "text/event-stream");
    let states = browser("list_cart_states", "The changes that led here").gives(
        200,
        "The newest first, at most 50",
        of("CartStates"),
    );
    let change = once(browser("change_cart", "Puts in, takes out"))
        .body(of("NewCartChange"))
        .gives(200, "The cart now; with a session, the first time", of("CartAnswer"));
    let restore = once(browser("restore_cart", "Back to an earlier state"))
        .body(of("NewCartRestore"))
        .gives(200, "The cart now", of("CartAnswer"));
    let code = browser("create_cart_code", "A short code that opens this cart elsewhere")
        .body_maybe(object(&[("page?", text())]))
        .gives(201, "Good once, for 15 minutes", of("CartCode"));
    let claim = browser("claim_cart", "Opens the cart of a code; with a secret key, only looks")
        .body(object(&[("code", text()), ("anonymousId?", text())]))
        .gives(200, "The cart, with a session that shows it for a day", of("CartAnswer"));
    vec![
        ("/v1/shop/cart", path([("get", show)])),
        ("/v1/shop/cart/stream", path([("get", follow)])),
        ("/v1/shop/cart/states", path([("get", states)])),
        ("/v1/shop/cart/changes", path([("post", change)])),
        ("/v1/shop/cart/restore", path([("post", restore)])),
        ("/v1/shop/cart/code", path([("post", code)])),
        ("/v1/shop/cart/claim", path([("post", claim)])),
    ]
}

fn customer_paths() -> Vec<(&'static str, Value)> {
    let show =
        with_quote(customer("show_customer_cart", "What a customer means to buy, at all doors"));
    let show = show.gives(200, "The cart", of("CartAnswer"));
    let states = customer("list_customer_cart_states", "The changes that led here, and by whom")
        .gives(200, "The newest first, at most 50", of("CartStates"));
    let change =
        once(customer("change_customer_cart", "A clerk, an agent or an assistant changes it"))
            .body(of("NewCartChange"))
            .gives(200, "The cart now", of("CartAnswer"));
    let restore = once(customer("restore_customer_cart", "Back to an earlier state"))
        .body(of("NewCartRestore"))
        .gives(200, "The cart now", of("CartAnswer"));
    vec![
        ("/v1/customers/{customer}/cart", path([("get", show)])),
        ("/v1/customers/{customer}/cart/states", path([("get", states)])),
        ("/v1/customers/{customer}/cart/changes", path([("post", change)])),
        ("/v1/customers/{customer}/cart/restore", path([("post", restore)])),
    ]
}

pub fn schemas() -> Vec<(&'static str, Value)> {
    let cart = object(&[
        ("id", text()),
        ("openedAt", moment()),
        ("changedAt", moment()),
        ("pieces", whole()),
        ("lines", list(of("CartLine"))),
        ("saved", list(of("CartLine"))),
        ("coupons", list(of("CartWords"))),
        ("notes", list(of("CartWords"))),
    ]);
    let line = object(&[
        ("variant", text()),
        ("product", text()),
        ("sku", text()),
        ("title", text()),
        ("quantity", whole()),
        ("isSold", json!({ "type": "boolean" })),
        ("addedAt", moment()),
        ("lastChange", of("CartHand")),
    ]);
    let answer = object(&[
        ("cart", json!({ "anyOf": [of("Cart"), { "type": "null" }] })),
        ("change?", text()),
        ("session?", text()),
        ("customer?", text()),
        ("quote?", json!({ "anyOf": [of("Quote"), { "type": "null" }] })),
        ("ways?", list(of("ShippingWay"))),
        ("quoteProblem?", object(&[("code", text()), ("detail", text())])),
    ]);
    vec![
        ("Cart", cart),
        ("CartLine", line),
        ("CartWords", object(&[("text", text()), ("lastChange", of("CartHand"))])),
        ("CartHand", object(&hand())),
        ("CartAnswer", answer),
        ("CartStates", object(&[("states", list(of("CartState")))])),
        ("CartState", state()),
        ("CartCode", code()),
        ("NewCartChange", new_change()),
        ("NewCartRestore", new_restore()),
        ("CartActor", object(&[("role", one_of(&ROLES)), ("name?", text())])),
    ]
}

/// Those who may say that they change a cart.
const ROLES: [&str; 4] = ["customer", "clerk", "agent", "assistant"];

fn hand() -> Vec<(&'static str, Value)> {
    let by = one_of(Role::WORDS);
    vec![("id", text()), ("by", by), ("at", moment()), ("name?", text()), ("channel?", text())]
}

fn state() -> Value {
    let moved = object(&[("kind", one_of(Kind::WORDS)), ("what", text()), ("by", whole())]);
    let mut fields = hand();
    fields.push(("moved", list(moved)));
    object(&fields)
}

fn code() -> Value {
    let qr = object(&[("size", whole()), ("path", text())]);
    object(&[("code", text()), ("link", text()), ("qr", qr), ("expiresAt", moment())])
}

fn new_change() -> Value {
    let wish = object(&[
        ("action", one_of(&ACTIONS)),
        ("variant?", text()),
        ("sku?", text()),
        ("quantity?", whole()),
        ("code?", text()),
        ("text?", text()),
    ]);
    object(&[
        ("key?", text()),
        ("anonymousId?", text()),
        ("changes", list(wish)),
        ("actor?", of("CartActor")),
    ])
}

fn new_restore() -> Value {
    object(&[
        ("key?", text()),
        ("after?", text()),
        ("before?", text()),
        ("actor?", of("CartActor")),
    ])
}
