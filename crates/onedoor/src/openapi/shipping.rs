//! Delivery methods: kept by the shop's servers, chosen by whoever buys.

use commerce::shipping::Kind;
use serde_json::{Map, Value, json};

use super::parts::{Call, Key, call, list, moment_or_null, object, of, one_of, path, text, whole};

fn server(id: &str, summary: &str) -> Call {
    call("prices", id, summary, Key::Server)
}

pub fn paths() -> Map<String, Value> {
    let all = server("list_shipping_methods", "How goods get to customers, and what that costs")
        .gives(
            200,
            "In the order in which they are shown",
            object(&[("shippingMethods", list(of("ShippingMethod")))]),
        );
    let set = server("set_shipping_method", "Makes or changes a delivery method")
        .path("code", "What orders call it: `courier`")
        .body(of("NewShippingMethod"))
        .gives(200, "As it is now", of("ShippingMethod"));
    let paths = [
        ("/v1/shipping-methods", path([("get", all)])),
        ("/v1/shipping-methods/{code}", path([("put", set)])),
    ];
    paths.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

pub fn schemas() -> Vec<(&'static str, Value)> {
    let tier =
        object(&[("amountMin?", whole()), ("weightMaxG?", maybe_whole()), ("cost", whole())]);
    let method = object(&[
        ("title", text()),
        ("titles?", titles()),
        ("kind", one_of(Kind::WORDS)),
        ("countries?", list(text())),
        ("currency", text()),
        ("tiers", list(of("ShippingTier"))),
        ("freeFrom?", maybe_whole()),
        ("taxClass?", one_of(&["standard", "reduced", "super_reduced", "zero"])),
        ("position?", whole()),
        ("isActive?", json!({ "type": "boolean" })),
        ("startsAt?", moment_or_null()),
        ("endsAt?", moment_or_null()),
    ]);
    let named = json!({ "allOf": [of("NewShippingMethod"), object(&[("code", text())])] });
    vec![
        ("ShippingTier", tier),
        ("NewShippingMethod", method),
        ("ShippingMethod", named),
        ("ShippingWay", way()),
        ("QuotedShipping", quoted()),
    ]
}

fn maybe_whole() -> Value {
    json!({ "type": ["integer", "null"] })
}

fn titles() -> Value {
    json!({ "type": "object", "additionalProperties": text() })
}

/// A way that is possible: `method` names it in an order.
fn way() -> Value {
    object(&[
        ("method", text()),
        ("kind", one_of(Kind::WORDS)),
        ("title", text()),
        ("titles", titles()),
        ("baseAmount", whole()),
        ("amount", whole()),
        ("total", whole()),
        ("why", json!({ "type": "object" })),
    ])
}

/// Of a quote: the way that is taken, and why it costs that.
fn quoted() -> Value {
    let share = object(&[("promotion", text()), ("amount", whole())]);
    let told = object(&[("method", text()), ("code", text())]);
    object(&[
        ("method", text()),
        ("kind", one_of(Kind::WORDS)),
        ("title", text()),
        ("titles", titles()),
        ("base_amount", whole()),
        ("discounts", list(share)),
        ("total", whole()),
        ("standard", whole()),
        ("tax_rate", whole()),
        ("why", json!({ "type": "object" })),
        ("methods", list(told)),
    ])
}
