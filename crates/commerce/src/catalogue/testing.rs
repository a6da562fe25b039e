//! Goods for tests.

use customers::accounts::Permit;

use super::{Product, VariantId, Wanted, WantedVariant, keep};
use crate::testing::Market;

/// A mug that is sold, in one variant: of the SKU `MUG-1`.
pub async fn mug(market: &Market, sku: &str) -> VariantId {
    let wanted = Wanted {
        title: Some(format!("Mug {sku}")),
        variants: vec![WantedVariant { sku: sku.into(), ..WantedVariant::default() }],
        ..Wanted::default()
    };
    product(market, &wanted).await.variants[0].id
}

/// As it is wanted.
pub async fn product(market: &Market, wanted: &Wanted) -> Product {
    keep(&market.ctx, &Permit::console(), wanted).await.expect("the product is taken").0
}
