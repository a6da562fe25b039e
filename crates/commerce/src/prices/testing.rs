//! Prices for tests.

use kit::money::Currency;

use super::{ListFields, NewPrice};
use crate::Ctx;
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
    sells_in(&market.ctx, list, variant, minor).await;
}

/// The same as [`costs`], in any shop.
pub async fn costs_in(ctx: &Ctx, variant: VariantId, minor: i64) {
    sells_in(ctx, &retail(), variant, minor).await;
}

/// The same as [`sells_at`], in any shop.
pub async fn sells_in(ctx: &Ctx, list: &ListFields, variant: VariantId, minor: i64) {
    let ctx = &ctx.customers;
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
