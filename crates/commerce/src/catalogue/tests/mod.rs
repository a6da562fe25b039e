//! A small shop of mugs and coffee: kept, found, shown and carried out and in again.

mod files;
mod http;
mod keeping;
mod searching;

use serde_json::{Value, json};

use super::{Product, Saved, Wanted, save, store};
use crate::testing::Market;

fn wanted(json: Value) -> Wanted {
    serde_json::from_value(json).unwrap()
}

/// A product of one variant.
fn plain(title: &str, sku: &str) -> Value {
    json!({ "title": title, "variants": [{ "sku": sku }] })
}

/// Saves in one transaction; tells of each what became of it.
async fn put(market: &Market, products: &[Value]) -> Vec<kit::Result<Saved>> {
    let all: Vec<Wanted> = products.iter().cloned().map(wanted).collect();
    let now = market.ctx.customers.clock.now();
    market.ctx.customers.db.write(|tx| save(tx, &all, now)).await.unwrap()
}

/// `Created kubek`, `gtin_taken …`
async fn told(market: &Market, products: &[Value]) -> String {
    let mut text = String::new();
    for answer in put(market, products).await {
        text += &match answer {
            Ok(saved) => {
                let product = find(market, saved).await;
                format!("{:?} {}\n", saved.outcome, product.handle)
            }
            Err(error) => format!("{}: {}\n", error.code, error.detail),
        };
    }
    text
}

async fn find(market: &Market, saved: Saved) -> Product {
    market.ctx.customers.db.read(|tx| store::find(tx, saved.id)).await.unwrap()
}

/// What the shop sells in the other tests.
async fn stocked(market: &Market) {
    let colour = |sku: &str, value: &str| json!({"sku": sku, "options": [{"name": "Colour", "value": value}]});
    let answers = put(
        market,
        &[
            json!({
                "title": "Blue mug “Łąka”", "brand": "Kubek", "category": "Kitchen > Mugs",
                "texts": {"pl": {"title": "Niebieski kubek „Łąka”"}, "ru": {"title": "Синяя кружка"}},
                "variants": [
                    {"sku": "MUG-1-B", "gtin": "5901234123457", "options": [{"name": "Colour", "value": "blue"}]},
                    colour("MUG-1-R", "red"),
                ],
            }),
            json!({
                "title": "Espresso cup", "brand": "Kubek", "category": "Kitchen > Mugs",
                "texts": {"pl": {"title": "Filiżanka do espresso"}},
                "variants": [colour("CUP-1", "blue"), colour("CUP-2", "white")],
            }),
            json!({
                "title": "Coffee beans, Brazil", "brand": "Ziarno", "category": "Coffee",
                "tax_class": "reduced", "variants": [{"sku": "BEANS-1", "weight_g": 1000}],
            }),
            json!({
                "title": "Gift mug", "brand": "Ziarno", "category": "kitchen", "status": "draft",
                "variants": [{"sku": "GIFT-1"}],
            }),
        ],
    )
    .await;
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
}
