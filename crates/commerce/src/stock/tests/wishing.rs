use customers::testing::Shop;
use kit::jobs::Workers;
use serde_json::json;

use super::wishes::{FEW, Wish, WishKind, wish};
use super::*;
use crate::stock::testing::{has, place};
use crate::testing::on_each_engine;

/// Does the jobs that are due.
async fn work(market: &Market) {
    let (db, clock) = (market.ctx.customers.db.clone(), market.ctx.customers.clock.clone());
    Workers::new(db, clock, upkeep::handlers(&market.ctx)).finish().await.unwrap();
}

/// Somebody who looked at the shop's pages wishes for this.
async fn wishes(market: &Market, who: &str, variant: VariantId, kind: WishKind) {
    let shop: &Shop = &market.shop;
    shop.web(&[json!({"type": "track", "event": "Seen", "userId": who})]).await;
    let customer = shop.who(&format!("user_id:{who}")).await.unwrap();
    let channel = shop.web.channel.id;
    let made = Wish { customer, variant, kind, channel, made_at: now(market) };
    write(market, |tx| wish(tx, &made)).await.unwrap();
}

async fn told(market: &Market, who: &str) -> Vec<String> {
    let customer = market.shop.who(&format!("user_id:{who}")).await.unwrap();
    market.shop.told(customer).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waited_for_the_mug_hears_once_that_it_is_back() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        let set = thing(market, "SET").await;
        write(market, |tx| bundles::set_parts(tx, set, &[(mug, 2)])).await.unwrap();
        wishes(market, "anna", mug, WishKind::Back).await;
        wishes(market, "anna", mug, WishKind::Back).await;
        wishes(market, "ion", set, WishKind::Back).await;
        has(market, mug, lodz, 1).await;
        work(market).await;
        assert_eq!(told(market, "anna").await, ["Seen", "Seen", "Product Back In Stock"]);
        assert_eq!(told(market, "ion").await, ["Seen"], "one mug makes no set of two");
        has(market, mug, lodz, 1).await;
        work(market).await;
        assert_eq!(told(market, "anna").await.len(), 3);
        assert_eq!(told(market, "ion").await, ["Seen", "Product Back In Stock"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_hesitates_hears_that_few_are_left() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        has(market, mug, lodz, FEW + 2).await;
        wishes(market, "anna", mug, WishKind::Low).await;
        let (ion, at, one) = (Holder::cart("ion"), now(market), [Wanted::new(mug, 1)]);
        write(market, |tx| reserve(tx, &ion, &one, None, at)).await.unwrap();
        work(market).await;
        assert_eq!(told(market, "anna").await, ["Seen"]);
        write(market, |tx| reserve(tx, &ion, &one, None, at)).await.unwrap();
        work(market).await;
        assert_eq!(told(market, "anna").await, ["Seen", "Product Running Low"]);
    })
    .await;
}
