//! Prices for tests.

use kit::money::Currency;

use super::{ListFields, NewPrice};
use crate::catalogue::VariantId;
use crate::testing::Market;

/// The list that everybody pays by.
pub fn retail() -> ListFields {
    ListFields {
        code: "retail".into(),
        name: "Retail".into(),
        currency: Currency::PLN,
        group: None,
        priority: 0,
        starts_at: None,
        ends_at: None,
        is_sale: false,
    }
}

/// From now on it costs so much, in grosze, for everybody.
pub async fn costs(market: &Market, variant: VariantId, minor: i64) {
    sells_at(market, &retail(), variant, minor).await;
}

/// From now on it costs so much in this list.
pub async fn sells_at(market: &Market, list: &ListFields, variant: VariantId, minor: i64) {
    let ctx = &market.ctx.customers;
    let now = ctx.clock.now();
    let new = [NewPrice { variant, quantity_min: 1, amount: Some(minor) }];
    ctx.db
        .write(|tx| {
            let id = super::save_list(tx, list, "test", now)?;
            super::set(tx, id, &new, "test", now)
        })
        .await
        .expect("the price is set");
}

/// A sold product with one variant.
#[cfg(test)]
pub async fn goods(market: &Market, sku: &str) -> VariantId {
    use crate::catalogue::ProductId;
    use kit::{params, sql};

    let ctx = &market.ctx.customers;
    let now = ctx.clock.now();
    let (product, variant) = (ProductId::new(now), VariantId::new(now));
    ctx.db
        .write(|tx| {
            tx.exec(
                sql!(
                    "insert into products
                       (id, handle, status, title, description, tax_class, created_at, updated_at)
                     values ($1, $2, 'active', $3, '', 'standard', $4, $4)"
                ),
                params![product, sku.to_lowercase(), sku, now],
            )?;
            tx.exec(
                sql!(
                    "insert into variants (id, product_id, sku, options, position, updated_at)
                     values ($1, $2, $3, '[]', 0, $4)"
                ),
                params![variant, product, sku, now],
            )
        })
        .await
        .expect("the product is there");
    variant
}
