//! Stock: what the merchant's other systems tell and ask, and what the shop's pages may know.

use commerce::stock::MovementKind;
use serde_json::{Map, Value, json};

use super::parts::{
    Call, Key, call, list, moment, moment_or_null, object, of, one_of, path, text, whole,
};

fn server(id: &str, summary: &str) -> Call {
    call("stock", id, summary, Key::Server)
}

pub fn paths() -> Map<String, Value> {
    let movements = server("record_stock_movements", "What came and went; told twice, it is one")
        .body(object(&[("movements", list(of("StockMovement")))]))
        .gives(
            200,
            "Rows that could not be understood are refused one by one, the others are taken",
            object(&[
                ("recorded", whole()),
                ("repeated", whole()),
                ("refused", list(of("RefusedRow"))),
            ]),
        );
    let snapshot = server(
        "replace_stock_snapshot",
        "What lies in a place at a moment; what was sold after it stays sold",
    )
    .body(of("StockSnapshot"))
    .gives(
        200,
        "How our books were corrected",
        object(&[
            ("corrected", whole()),
            ("asBefore", whole()),
            ("outdated", whole()),
            ("refused", list(of("RefusedRow"))),
        ]),
    );
    let one = server("show_stock", "All that is known of one variant")
        .path("sku", "The shop's own number of the variant")
        .gives(200, "By location", of("Stock"));
    let availability = call(
        "stock",
        "show_availability",
        "Whether there is any, and where to fetch it",
        Key::Write,
    )
    .query("sku", "One, or up to 100 with commas between", text())
    .gives(
        200,
        "Of those that the shop knows; numbers with a secret key only",
        object(&[("items", list(of("Availability")))]),
    );
    let paths = [
        ("/v1/shop/wishes", path([("post", wish())])),
        ("/v1/stock/movements", path([("post", movements)])),
        ("/v1/stock/snapshot", path([("put", snapshot)])),
        ("/v1/stock/{sku}", path([("get", one)])),
        ("/v1/shop/availability", path([("get", availability)])),
    ];
    paths.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

fn wish() -> Call {
    call(
        "stock",
        "create_wish",
        "“Tell me when it is back”, when few are left, or when it costs less",
        Key::Write,
    )
    .header("Onedoor-Cart", "The session that came with the first change")
    .header("Onedoor-Token", "A token of the shop's server: it is the account that wishes")
    .header("Idempotency-Key", "New for each wish; sent again with it, it is one")
    .body(object(&[
        ("sku", text()),
        ("when", one_of(&["back", "low", "cheaper"])),
        ("email?", text()),
        ("lang?", one_of(&["en", "pl", "ro", "ru"])),
        ("anonymousId?", text()),
        ("key?", text()),
    ]))
    .gives(
        201,
        "They are told once: on their timeline (and by webhook), and by a letter to `email`",
        object(&[("session?", text())]),
    )
}

pub fn schemas() -> Vec<(&'static str, Value)> {
    let kinds: Vec<&str> = MovementKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let status = || one_of(&["in_stock", "few", "none"]);
    let level = object(&[
        ("location", text()),
        ("onHand", whole()),
        ("reserved", whole()),
        ("safety", whole()),
    ]);
    let coming =
        object(&[("location", text()), ("quantity", whole()), ("expectedAt", moment_or_null())]);
    let collect = object(&[
        ("location", text()),
        ("name", text()),
        ("city", text()),
        ("status", status()),
        ("quantity?", whole()),
    ]);
    vec![
        (
            "StockMovement",
            object(&[
                ("sku", text()),
                ("location", text()),
                ("kind", one_of(&kinds)),
                ("quantity", whole()),
                ("key", text()),
                ("reference?", text()),
                ("at?", moment()),
            ]),
        ),
        (
            "StockSnapshot",
            object(&[
                ("location", text()),
                ("asOf", moment()),
                ("full?", json!({ "type": "boolean" })),
                ("levels", list(object(&[("sku", text()), ("quantity", whole())]))),
            ]),
        ),
        ("RefusedRow", object(&[("row", whole()), ("code", text()), ("detail", text())])),
        (
            "Stock",
            object(&[
                ("sku", text()),
                ("available", whole()),
                ("levels", list(level)),
                ("coming", list(coming)),
            ]),
        ),
        (
            "Availability",
            object(&[
                ("sku", text()),
                ("status", status()),
                ("quantity?", whole()),
                ("collect", list(collect)),
            ]),
        ),
    ]
}
