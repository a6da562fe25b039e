//! Goods for tests.

use customers::accounts::Permit;

use super::{Product, VariantId, Wanted, WantedVariant, keep};
use crate::Ctx;
use crate::testing::Market;

/// A mug that is sold, in one variant: of the SKU `MUG-1`.
pub async fn mug(market: &Market, sku: &str) -> VariantId {
    mug_in(&market.ctx, sku).await
}

/// The same, in any shop.
pub async fn mug_in(ctx: &Ctx, sku: &str) -> VariantId {
    let wanted = Wanted {
        title: Some(format!("Mug {sku}")),
        variants: vec![WantedVariant { sku: sku.into(), ..WantedVariant::default() }],
        ..Wanted::default()
    };
    product_in(ctx, &wanted).await.variants[0].id
}

/// As it is wanted.
pub async fn product(market: &Market, wanted: &Wanted) -> Product {
    product_in(&market.ctx, wanted).await
}

async fn product_in(ctx: &Ctx, wanted: &Wanted) -> Product {
    keep(ctx, &Permit::console(), wanted).await.expect("the product is taken").0
}
