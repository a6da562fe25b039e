//! What the shop sells: read by its pages, kept by its servers.

use serde_json::{Map, Value, json};

use super::parts::{
    Call, Key, call, list, moment, object, of, one_of, path, text, text_or_null, whole,
};

const TAX_CLASSES: [&str; 4] = ["standard", "reduced", "super_reduced", "zero"];
const STATUSES: [&str; 3] = ["draft", "active", "archived"];

fn read(id: &str, summary: &str) -> Call {
    let lang = "en, pl, ro, ru; else what Accept-Language asks for, else the shop's own";
    call("shop", id, summary, Key::Write).query("lang", lang, text())
}

fn keep(id: &str, summary: &str) -> Call {
    call("products", id, summary, Key::Server)
}

fn kept(id: &str, summary: &str) -> Call {
    keep(id, summary).path("product", "Its id (`prd_…`) or the SKU of one of its variants")
}

pub fn paths() -> Map<String, Value> {
    let several = || json!({ "type": "array", "items": { "type": "string" }, "maxItems": 20 });
    let products = read("list_shop_products", "What is sold, narrowed down as one likes")
        .query("q", "Words, however they are typed; a SKU, a GTIN", text())
        .query("category", "A handle; those below it count too. May come more than once", several())
        .query("brand", "May come more than once", several())
        .query("option", "`Colour:blue`. May come more than once", several())
        .query("after", "The `next` of the page before", text())
        .query("limit", "1 to 100", json!({ "type": "integer", "minimum": 1, "maximum": 100 }))
        .gives(200, "A page, the best first; without words the newest", of("ShopProducts"));
    let product = read("show_shop_product", "One product")
        .path("handle", "Its handle or its id")
        .gives(200, "With its description", of("ShopProduct"));
    let categories = read("list_shop_categories", "Where something is sold").gives(
        200,
        "A tree",
        object(&[("categories", list(of("ShopCategory")))]),
    );
    let code = read("show_shop_code", "What was scanned or typed")
        .path("code", "A SKU, a GTIN of any length, a GS1 element string, a GS1 Digital Link")
        .gives(
            200,
            "The variant, and its product",
            object(&[("variant_id", text()), ("product", of("ShopProduct"))]),
        );
    let show = kept("show_product", "A product whole").gives(200, "As it is", of("Product"));
    let put = kept("put_product", "Makes a product or changes it; what is left out stays")
        .body(of("WantedProduct"))
        .gives(200, "Changed, or like this already", of("Product"))
        .gives(201, "Made", of("Product"));
    let delete = kept("archive_product", "It is sold no more")
        .gives_nothing(204, "Archived; what was sold of it can still be looked up");
    let category = keep("put_category", "Makes a category or changes it; what is left out stays")
        .path("handle", "Its handle")
        .body(of("WantedCategory"))
        .gives(200, "As it is", of("Category"));
    let all = [
        ("/v1/shop/products", path([("get", products)])),
        ("/v1/shop/products/{handle}", path([("get", product)])),
        ("/v1/shop/categories", path([("get", categories)])),
        ("/v1/shop/codes/{code}", path([("get", code)])),
        ("/v1/products/{product}", path([("get", show), ("put", put), ("delete", delete)])),
        ("/v1/categories/{handle}", path([("put", category)])),
    ];
    all.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

type Named = Vec<(&'static str, Value)>;

pub fn schemas() -> Named {
    [shop(), products(), categories()].concat()
}

fn whole_or_null() -> Value {
    json!({ "type": ["integer", "null"] })
}

/// By language.
fn by_language(schema: &Value) -> Value {
    json!({
        "type": "object",
        "properties": { "en": schema, "pl": schema, "ro": schema, "ru": schema },
        "additionalProperties": false,
    })
}

fn choices() -> Value {
    list(object(&[("name", text()), ("value", text())]))
}

fn shop() -> Named {
    let variant = object(&[
        ("id", text()),
        ("sku", text()),
        ("gtin", text_or_null()),
        ("options", choices()),
        ("weight_g", whole_or_null()),
    ]);
    let category = object(&[("id", text()), ("handle", text()), ("title", text())]);
    let facet = object(&[
        ("kind", one_of(&["category", "brand", "option"])),
        ("name", text_or_null()),
        ("values", list(object(&[("value", text()), ("title", text()), ("count", whole())]))),
    ]);
    vec![
        (
            "ShopProduct",
            object(&[
                ("id", text()),
                ("handle", text()),
                ("title", text()),
                ("description?", text()),
                ("brand", text_or_null()),
                ("category", json!({ "anyOf": [category, { "type": "null" }] })),
                ("tax_class", one_of(&TAX_CLASSES)),
                ("media", list(object(&[("url", text()), ("alt", text())]))),
                ("options", list(object(&[("name", text()), ("values", list(text()))]))),
                ("variants", list(variant)),
            ]),
        ),
        (
            "ShopProducts",
            object(&[
                ("products", list(of("ShopProduct"))),
                ("total", whole()),
                ("next", text_or_null()),
                ("facets", list(facet)),
                ("meant", json!({ "type": "object", "additionalProperties": list(text()) })),
                ("ignored", list(text())),
            ]),
        ),
        (
            "ShopCategory",
            object(&[
                ("id", text()),
                ("handle", text()),
                ("title", text()),
                ("count", whole()),
                ("children", list(of("ShopCategory"))),
            ]),
        ),
    ]
}

fn products() -> Named {
    let text_of = |fields: [&str; 2]| object(&[(fields[0], text()), (fields[1], text())]);
    let medium = |alt: &str| object(&[("url", text()), (alt, by_language(&text()))]);
    let variant = object(&[
        ("id", text()),
        ("sku", text()),
        ("gtin", text_or_null()),
        ("options", choices()),
        ("weight_g", whole_or_null()),
        ("archived", json!({ "type": "boolean" })),
    ]);
    let wanted_variant = object(&[
        ("id?", text()),
        ("sku?", text()),
        ("gtin?", text_or_null()),
        ("options?", choices()),
        ("weight_g?", whole_or_null()),
        ("archived?", json!({ "type": ["boolean", "null"] })),
    ]);
    vec![
        (
            "Product",
            object(&[
                ("id", text()),
                ("handle", text()),
                ("status", one_of(&STATUSES)),
                ("title", text()),
                ("description", text()),
                ("brand", text_or_null()),
                ("category", text_or_null()),
                ("tax_class", one_of(&TAX_CLASSES)),
                ("media", list(medium("alt"))),
                ("texts", by_language(&text_of(["title", "description"]))),
                ("channels", list(text())),
                ("variants", list(variant)),
                ("created_at", moment()),
                ("updated_at", moment()),
            ]),
        ),
        (
            "WantedProduct",
            object(&[
                ("handle?", text_or_null()),
                ("title?", text_or_null()),
                ("description?", text_or_null()),
                ("brand?", text_or_null()),
                ("category?", text_or_null()),
                ("tax_class?", one_of(&TAX_CLASSES)),
                ("status?", one_of(&STATUSES)),
                ("media?", list(medium("alt?"))),
                ("texts?", by_language(&text_of(["title?", "description?"]))),
                ("channels?", list(text())),
                ("variants?", list(wanted_variant)),
            ]),
        ),
    ]
}

fn categories() -> Named {
    vec![
        (
            "Category",
            object(&[
                ("id", text()),
                ("handle", text()),
                ("title", text()),
                ("parent", text_or_null()),
                ("texts", by_language(&text())),
                ("position", whole()),
            ]),
        ),
        (
            "WantedCategory",
            object(&[
                ("title?", text_or_null()),
                ("parent?", text_or_null()),
                ("texts?", by_language(&text())),
                ("position?", whole_or_null()),
            ]),
        ),
    ]
}
