//! Prices, promotions, coupons, and what a basket costs.

use commerce::shipping::Kind;
use serde_json::{Map, Value, json};

use super::parts::{
    Call, Key, anything, call, list, moment, moment_or_null, object, of, one_of, path, text,
    text_or_null, whole,
};

fn server(id: &str, summary: &str) -> Call {
    call("prices", id, summary, Key::Server)
}

pub fn paths() -> Map<String, Value> {
    let set = server("set_prices", "Saves a price list and prices in it, all or nothing")
        .body(of("NewPrices"))
        .gives(200, "Saved", object(&[("list", text()), ("set", whole())]));
    let lists = server("list_price_lists", "The price lists").gives(
        200,
        "Those that win first",
        object(&[("price_lists", list(of("PriceList")))]),
    );
    let exceptions = server("list_price_exceptions", "Where a door asks for other prices, and why")
        .gives(
            200,
            "All that hold or will",
            object(&[("price_exceptions", list(of("PriceException")))]),
        );
    let declare = server("declare_price_exception", "Declares that a door asks for another price")
        .body(of("NewPriceException"))
        .gives(201, "Declared", of("PriceException"));
    let end = server("end_price_exception", "Ends an exception now")
        .path("id", "The id of the exception (`pex_…`)")
        .gives_nothing(204, "Ended");
    let all = server("list_promotions", "The promotions that are active or will be").gives(
        200,
        "The first to go first",
        object(&[("promotions", list(of("Promotion")))]),
    );
    let new = server("create_promotion", "A new promotion").body(of("NewPromotion")).gives(
        201,
        "Made",
        of("Promotion"),
    );
    let change = server("set_promotion", "Makes or changes a promotion")
        .path("id", "The id of the promotion (`prm_…`)")
        .body(of("NewPromotion"))
        .gives(200, "As it is now", of("Promotion"));
    let coupons = server("create_coupons", "Makes codes that open a promotion")
        .path("id", "The id of the promotion (`prm_…`)")
        .body(of("NewCoupons"))
        .gives(
            201,
            "The codes",
            object(&[("coupons", list(object(&[("code", text()), ("shown", text())])))]),
        );
    let quote = call("prices", "quote_basket", "What a basket costs, and why", Key::Write)
        .body(of("Basket"))
        .gives(200, "The same at every door", of("Quote"));
    let paths = [
        ("/v1/prices", path([("put", set)])),
        ("/v1/price-lists", path([("get", lists)])),
        ("/v1/price-exceptions", path([("get", exceptions), ("post", declare)])),
        ("/v1/price-exceptions/{id}/end", path([("post", end)])),
        ("/v1/promotions", path([("get", all), ("post", new)])),
        ("/v1/promotions/{id}", path([("put", change)])),
        ("/v1/promotions/{id}/coupons", path([("post", coupons)])),
        ("/v1/shop/quote", path([("post", quote)])),
    ];
    paths.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

type Named = Vec<(&'static str, Value)>;

pub fn schemas() -> Named {
    [of_prices(), of_promotions(), of_baskets()].concat()
}

fn flag() -> Value {
    json!({ "type": "boolean" })
}

fn whole_or_null() -> Value {
    json!({ "type": ["integer", "null"] })
}

fn of_prices() -> Named {
    let fields = [
        ("code", text()),
        ("name", text()),
        ("currency", text()),
        ("group?", text_or_null()),
        ("priority?", whole()),
        ("starts_at?", moment_or_null()),
        ("ends_at?", moment_or_null()),
        ("is_sale?", flag()),
    ];
    let price = object(&[
        ("sku?", text_or_null()),
        ("variant?", text_or_null()),
        ("quantity_min?", whole()),
        ("amount", whole_or_null()),
    ]);
    vec![
        ("PriceListFields", object(&fields)),
        ("PriceList", json!({ "allOf": [of("PriceListFields"), object(&[("id", text())])] })),
        (
            "NewPrices",
            object(&[("list", of("PriceListFields")), ("prices?", list(price)), ("why?", text())]),
        ),
        (
            "NewPriceException",
            object(&[
                ("channel", text()),
                ("variant?", text_or_null()),
                ("amount?", json!({ "oneOf": [super::gift_cards::money(), { "type": "null" }] })),
                ("basis_points?", whole_or_null()),
                ("reason", text()),
                ("starts_at?", moment_or_null()),
                ("ends_at", moment()),
            ]),
        ),
        (
            "PriceException",
            object(&[
                ("id", text()),
                ("channel", text()),
                ("variant", text_or_null()),
                ("change", anything()),
                ("reason", text()),
                ("starts_at", moment()),
                ("ends_at", moment()),
                ("declared_by", text()),
                ("declared_at", moment()),
            ]),
        ),
    ]
}

fn of_promotions() -> Named {
    let gives = json!({
        "type": "object",
        "description": "What it gives: `type` and its fields.",
        "properties": {
            "type": one_of(&[
                "percentage", "amount", "amount_each", "fixed_price", "buy_get", "bundle", "free_shipping",
            ]),
            "basis_points": whole(), "amount": whole(), "buy": whole(), "get": whole(),
            "sets_max": whole_or_null(), "up_to": whole_or_null(),
            "parts": list(object(&[("goods", of("Goods")), ("quantity", whole())])),
        },
        "required": ["type"],
    });
    let goods = object(&[
        ("variants?", list(text())),
        ("products?", list(text())),
        ("categories?", list(text())),
        ("except?", list(text())),
    ]);
    let needs = object(&[
        ("currency?", text_or_null()),
        ("quantity_min?", whole_or_null()),
        ("amount_min?", whole_or_null()),
        ("groups?", list(text())),
        ("segments?", list(text())),
        ("tiers?", list(text())),
        ("first_order?", flag()),
        ("coupon?", flag()),
        ("only_at?", object(&[("channels", list(text())), ("reason", text())])),
    ]);
    let beside = json!({
        "description": "`others`; `none`: with no other; `{\"best_of\": …}`: of a group the one that gives most.",
        "oneOf": [one_of(&["others", "none"]), object(&[("best_of", text())])],
    });
    let fields = [
        ("name", text()),
        ("is_active?", flag()),
        ("starts_at?", moment_or_null()),
        ("ends_at?", moment_or_null()),
        ("priority?", whole()),
        ("gives", of("Gives")),
        ("goods?", of("Goods")),
        ("needs?", of("Needs")),
        ("beside?", beside),
        ("budget?", object(&[("uses_max?", whole_or_null()), ("amount_max?", whole_or_null())])),
    ];
    let coupons = object(&[
        ("code?", text_or_null()),
        ("count?", whole_or_null()),
        ("as?", one_of(&["letters", "ean13"])),
        ("uses_max?", whole_or_null()),
        ("uses_max_each?", whole_or_null()),
        ("ends_at?", moment_or_null()),
    ]);
    vec![
        ("Gives", gives),
        ("Goods", goods),
        ("Needs", needs),
        ("NewPromotion", object(&fields)),
        ("Promotion", json!({ "allOf": [of("NewPromotion"), object(&[("id", text())])] })),
        ("NewCoupons", coupons),
    ]
}

fn of_baskets() -> Named {
    let line =
        object(&[("sku?", text_or_null()), ("variant?", text_or_null()), ("quantity", whole())]);
    let buyer = object(&[
        ("customer?", text_or_null()),
        ("group?", text_or_null()),
        ("segments?", list(text())),
        ("tier?", text_or_null()),
        ("first_order?", flag()),
    ]);
    let delivery = object(&[("type", one_of(Kind::WORDS)), ("method?", text_or_null())]);
    let basket = object(&[
        ("lines", list(line)),
        ("coupons?", list(text())),
        ("currency?", text_or_null()),
        ("country?", text_or_null()),
        ("shipping?", whole_or_null()),
        ("delivery?", json!({ "oneOf": [delivery, { "type": "null" }] })),
        ("buyer?", json!({ "oneOf": [buyer, { "type": "null" }] })),
    ]);
    let share = object(&[("promotion", text()), ("amount", whole())]);
    let line = object(&[
        ("variant", text()),
        ("sku", text()),
        ("title", text()),
        ("quantity", whole()),
        ("unit_amount", whole()),
        ("base_amount", whole()),
        ("discounts", list(share)),
        ("total", whole()),
        ("tax_rate", whole()),
        ("price_list", text()),
        ("price", anything()),
        ("exception?", text()),
    ]);
    let kinds = [
        "items_base_amount",
        "items_discount",
        "subtotal",
        "discount",
        "fulfillment",
        "tax",
        "total",
    ];
    let total = object(&[("type", one_of(&kinds)), ("display_key", text()), ("amount", whole())]);
    let tax = object(&[("rate", whole()), ("gross", whole()), ("net", whole()), ("tax", whole())]);
    let coupon =
        object(&[("code", text()), ("promotion", text_or_null()), ("problem", text_or_null())]);
    let trace = object(&[("promotion", text()), ("name", text()), ("code", text())]);
    let quote = object(&[
        ("currency", text()),
        ("lines", list(line)),
        ("totals", list(total)),
        ("taxes", list(tax)),
        ("shipping?", of("QuotedShipping")),
        ("coupons", list(coupon)),
        ("promotions", list(trace)),
    ]);
    vec![("Basket", basket), ("Quote", quote)]
}
