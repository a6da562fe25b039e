//! Shopify: signed webhooks in, and its GraphQL Admin API, which is read by time of change and told.
//!
//! What is asked is named as Shopify's deliveries name it (`updated_at: updatedAt`), so that one parser reads both.
//! Start reading at [`understand`] (pure) and [`Session::page`]; `queries.rs` is what is asked, `parse.rs` what it means
//! (pure), `tell.rs` what is written there.

mod parse;
mod queries;
mod session;
mod tell;

use axum::http::HeaderMap;
use serde_json::Value;

use super::Trouble;
use super::hooks::{Delivery, header};
use super::theirs::{Gone, Thing};

pub use session::Session;

/// Its newer “events” name the same things without the `x-`.
pub fn delivery(headers: &HeaderMap) -> Delivery<'_> {
    let either = |old: &'static str, new: &'static str| match header(headers, old) {
        "" => header(headers, new),
        old => old,
    };
    Delivery {
        signature: either("x-shopify-hmac-sha256", "shopify-hmac-sha256"),
        // One event is delivered to each subscription under ids of their own; a retry has the same.
        id: Some(either("x-shopify-webhook-id", "shopify-event-id")),
        topic: either("x-shopify-topic", "shopify-topic"),
    }
}

/// What a delivery tells.
pub fn understand(topic: &str, body: &str) -> Result<Vec<Thing>, Trouble> {
    let item: Value = serde_json::from_str(body)
        .map_err(|error| Trouble::Odd(format!("Shopify's delivery: {error}.")))?;
    Ok(match topic {
        "orders/create"
        | "orders/updated"
        | "orders/paid"
        | "orders/cancelled"
        | "orders/fulfilled"
        | "orders/partially_fulfilled"
        | "orders/edited" => {
            match item.get("line_items") {
                Some(_) => vec![Thing::Order(Box::new(parse::order(&item)?))],
                // “Edited” tells what was done, not how it stands; “updated” comes with it.
                None => Vec::new(),
            }
        }
        "customers/create" | "customers/update" | "customers/enable" => {
            vec![Thing::Customer(parse::person(&item)?)]
        }
        // The currency of prices is the shop's, which a delivery does not name: the next reading has them.
        "products/create" | "products/update" => {
            let product = parse::product(&item, None)?;
            let left = parse::left(&item, &product);
            [Thing::Product(product)].into_iter().chain(left.map(Thing::Left)).collect()
        }
        "products/delete" => vec![Thing::Gone(Gone::Product(parse::id(&item["id"])))],
        _ => Vec::new(),
    })
}
