//! `/openapi.json`: the public HTTP API as a document that programs read (OpenAPI 3.1).
//!
//! It is written by hand, an area a file, and cannot drift: a test compares it with the table of routes both ways (every
//! public route and method is in it, every path in it exists), and `cargo x api` lets a validator judge the document, and
//! the answers of the running server by its schemas.

mod cart;
mod customers;
mod gift_cards;
mod loyalty;
mod money;
mod orders;
mod parts;
mod recording;
mod returns;
mod schemas;
mod shipping;
mod shop;
mod stock;
mod talk;
mod tenders;
#[cfg(test)]
mod tests;
mod webhooks;

use std::sync::LazyLock;

use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use kit::web::{Access, Routes};
use serde_json::{Map, Value, json};

static DOCUMENT: LazyLock<String> = LazyLock::new(|| format!("{:#}\n", document()));

pub fn routes() -> Routes {
    Routes::of(Access::Everybody).route("/openapi.json", get(show_document))
}

async fn show_document() -> impl IntoResponse {
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "public, max-age=300"),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (headers, DOCUMENT.as_str())
}

fn document() -> Value {
    let mut paths = Map::new();
    let areas = [
        recording::paths(),
        customers::paths(),
        shop::paths(),
        money::paths(),
        shipping::paths(),
        gift_cards::paths(),
        stock::paths(),
        cart::paths(),
        orders::paths(),
        returns::paths(),
        loyalty::paths(),
        tenders::paths(),
        talk::paths(),
        webhooks::paths(),
    ];
    for area in areas {
        paths.extend(area);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Onedoor",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "One server behind all the doors of a shop.",
            "description": "Every call brings a door's key: `Authorization: Bearer …`. The write key (`wk_…`) stands in pages and can record and talk; the secret key (`sk_…`) stays on servers. Errors are `application/problem+json` with a stable `code`.",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "tags": [
            { "name": "recording", "description": "What customers do, as the Segment SDKs tell it." },
            { "name": "customers", "description": "Who is this, and what are their rights." },
            { "name": "carts", "description": "What somebody means to buy: one cart at every door." },
            { "name": "orders", "description": "What was bought, and what became of it." },
            { "name": "returns", "description": "What comes back, at any door, and the money for it." },
            { "name": "loyalty", "description": "Points and cards: one balance at every door." },
            { "name": "chat", "description": "Visitors: what the widget in the shop's pages asks for." },
            { "name": "conversations", "description": "The shop's own servers talk." },
            { "name": "shop", "description": "What is sold, for pages and apps." },
            { "name": "products", "description": "What is sold, kept by the shop's own servers." },
            { "name": "webhooks", "description": "The shop's own servers hear." },
            { "name": "prices", "description": "What things cost, what is taken off, and why." },
            { "name": "stock", "description": "What lies where, and whether there is any." },
            { "name": "doors", "description": "The doors, as data." },
        ],
        "paths": paths,
        "webhooks": webhooks::calls(),
        "components": {
            "schemas": schemas::all(),
            "securitySchemes": {
                "writeKey": { "type": "http", "scheme": "bearer", "description": "The write key of a door." },
                "secretKey": { "type": "http", "scheme": "bearer", "description": "The secret key of a door." },
                "serverKey": { "type": "http", "scheme": "bearer", "description": "The secret key of a door of the kind `api`." },
            },
            "responses": {
                "Problem": {
                    "description": "Refused: `code` says why, for programs; `detail`, for people.",
                    "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
                },
            },
        },
    })
}
