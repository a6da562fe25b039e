//! What may be announced where promotions lower prices.

use customers::accounts::{Permit, may};
use kit::money::Currency;
use kit::time::days;

use super::*;
use crate::catalogue::testing::mug as goods;
use crate::prices::ListFields;
use crate::prices::lowest::Steps;
use crate::prices::testing::{costs, retail, sells_at};
use crate::testing::{Market, on_each_engine};

/// `was 5000, now 4000: -20 %`, or nothing.
async fn announced(market: &Market, variant: VariantId) -> String {
    let ctx = &market.ctx.customers;
    let now = ctx.clock.now();
    let read = |tx: &Tx| reductions(tx, &[variant], Currency::PLN, None, Steps::EachAnew, now);
    match ctx.db.read(read).await.unwrap().pop() {
        Some((_, one)) => format!("was {}, now {}: -{} %", one.prior, one.amount, one.percent),
        None => "nothing".into(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promotion_for_everybody_is_a_price_that_the_next_one_is_measured_from() {
    on_each_engine(async |market| {
        let permit = Permit::<may::SetPrices>::console();
        let clock = &market.ctx.customers.clock;
        let save =
            async |promotion: &Promotion| save(&market.ctx, &permit, promotion).await.unwrap();
        let mug = goods(market, "MUG").await;
        costs(market, mug, 50_00).await;
        clock.advance(days(40));
        // A code lowers nobody's price but theirs who have it.
        let mut coded = percentage(1, 60);
        coded.rule.needs.coupon = true;
        save(&coded).await;
        assert_eq!(announced(market, mug).await, "nothing");

        let week = Promotion {
            starts_at: Some(clock.now().plus(days(1))),
            ends_at: Some(clock.now().plus(days(8))),
            ..percentage(2, 20)
        };
        save(&week).await;
        assert_eq!(announced(market, mug).await, "nothing");
        clock.advance(days(1));
        assert_eq!(announced(market, mug).await, "was 5000, now 4000: -20 %");
        // A new name does not begin it anew.
        clock.advance(days(2));
        save(&Promotion { name: "Mug week".into(), ..week.clone() }).await;
        assert_eq!(announced(market, mug).await, "was 5000, now 4000: -20 %");
        clock.advance(days(5));
        assert_eq!(announced(market, mug).await, "nothing");

        // Ten days later a sale of a price list: it is no lower than the week was.
        clock.advance(days(10));
        let sale = ListFields { code: "sale".into(), priority: 10, is_sale: true, ..retail() };
        sells_at(market, &sale, mug, 42_00).await;
        assert_eq!(announced(market, mug).await, "nothing");
        sells_at(market, &sale, mug, 35_00).await;
        assert_eq!(announced(market, mug).await, "was 4000, now 3500: -12 %");
    })
    .await;
}
