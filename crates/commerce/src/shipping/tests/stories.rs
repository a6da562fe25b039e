//! Orders that are sent for money, on both engines: chosen, free, changed, given back.

use customers::accounts::{Permit, may};
use expect_test::expect;
use kit::money::Currency;
use kit::{Result, Tx};

use super::super::testing::{collection, courier, express, offers};
use super::super::{Method, Tier};
use crate::carts::testing::{by, device, put};
use crate::carts::{Action, Role, Scope};
use crate::catalogue::VariantId;
use crate::catalogue::testing::mug;
use crate::orders::testing::{anna_in, buys, to_krakow};
use crate::orders::tests::does;
use crate::orders::{self, Agreed, Delivery, Edit, NewOrder, Order, edit};
use crate::prices::testing::costs;
use crate::promotions::rule::{Beside, Gives, Goods, Needs};
use crate::promotions::{Promotion, PromotionId, Rule};
use crate::stock::testing::{has, place as opened};
use crate::testing::{Market, on_each_engine};

/// Mugs at 49,90 zł, nine in Łódź and nine in the store in Kraków; a courier, a faster one, and the store.
async fn open(market: &Market) -> (VariantId, String) {
    let blue = mug(market, "BLUE").await;
    costs(market, blue, 49_90).await;
    let store = opened(market, "KRK Kraków PL").await;
    for place in [opened(market, "W1 Łódź PL").await, store] {
        has(market, blue, place, 9).await;
    }
    offers(&market.ctx, &[courier(), express(), collection()]).await;
    (blue, store.to_string())
}

/// Somebody new buys so many mugs.
async fn bought(market: &Market, blue: VariantId, n: i64, new: &NewOrder) -> Result<Order> {
    let leaf = device(market, &format!("phone {}", new.key)).await;
    put(market, leaf, "1", Action::Add { variant: blue, quantity: n }).await;
    buys(market, leaf, new).await
}

fn by_way(key: &str, method: &str) -> NewOrder {
    NewOrder { method: Some(method.into()), ..to_krakow(key) }
}

/// “goods, way, tax, total; by which way, what a withdrawal gives back of it”
fn told(order: &Order) -> String {
    let agreed = Agreed::of(order).unwrap();
    let of = |kind: &str| agreed.totals.iter().find(|one| one.kind == kind).unwrap().amount;
    let way = agreed.shipping.as_ref().map_or("no method", |way| way.method.as_str());
    let gross: i64 = agreed.taxes.iter().map(|tax| tax.gross).sum();
    assert_eq!(gross, order.total.minor, "each part of the total is in a rate");
    assert_eq!(of("subtotal") - of("discount") + of("fulfillment"), order.total.minor);
    format!(
        "{}, {}, {}, {}; {way}, {}",
        of("subtotal"),
        of("fulfillment"),
        of("tax"),
        order.total.minor,
        agreed.standard_delivery()
    )
}

/// A promotion on what is sent.
fn free_shipping(up_to: Option<i64>, amount_min: i64) -> Promotion {
    let needs =
        Needs { currency: Some(Currency::PLN), amount_min: Some(amount_min), ..Needs::default() };
    let gives = Gives::FreeShipping { up_to };
    Promotion {
        id: PromotionId([9; 16]),
        name: "Delivery on us".into(),
        is_active: true,
        starts_at: None,
        ends_at: None,
        priority: 0,
        budget: Default::default(),
        rule: Rule { gives, goods: Goods::default(), needs, beside: Beside::Others },
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_is_paid_with_the_goods_and_taxed() {
    on_each_engine(async |market| {
        let (blue, krakow) = open(market).await;
        let mut all = Vec::new();
        let fetched =
            NewOrder { delivery: Delivery::Collect { location: krakow }, ..to_krakow("d") };
        for (n, new) in
            [(1, to_krakow("a")), (1, by_way("b", "express")), (4, to_krakow("c")), (1, fetched)]
        {
            all.push(told(&bought(market, blue, n, &new).await.unwrap()));
        }
        expect![[r#"
            4990, 1299, 1176, 6289; courier, 1299
            4990, 2499, 1400, 7489; express, 1299
            19960, 1299, 3975, 21259; courier, 1299
            4990, 0, 933, 4990; collection, 0"#]]
        .assert_eq(&all.join("\n"));
        // Nothing is bought by a way that is none, or for another total than was shown.
        let refused = bought(market, blue, 1, &by_way("e", "balloon")).await.unwrap_err();
        assert_eq!(refused.code, "shipping_not_possible");
        let abroad = NewOrder { delivery: anna_in("RO"), ..to_krakow("f") };
        assert_eq!(bought(market, blue, 1, &abroad).await.unwrap_err().code, "not_sent_there");
        let shown = Some(kit::money::Money::new(49_90, Currency::PLN));
        let shown = NewOrder { expected_total: shown, ..to_krakow("g") };
        assert_eq!(bought(market, blue, 1, &shown).await.unwrap_err().code, "total_changed");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promotion_pays_the_way_and_the_quote_says_so() {
    on_each_engine(async |market| {
        let (blue, _) = open(market).await;
        let permit = Permit::<may::SetPrices>::console();
        let mut all = Vec::new();
        for (n, up_to) in [Some(10_00), None].into_iter().enumerate() {
            let promotion = free_shipping(up_to, 90_00);
            crate::promotions::save(&market.ctx, &permit, &promotion).await.unwrap();
            for method in ["courier", "express"] {
                let order = bought(market, blue, 2, &by_way(&format!("{n}{method}"), method))
                    .await
                    .unwrap();
                let given = Agreed::of(&order).unwrap();
                let given: Vec<String> =
                    given.given().iter().map(|(name, amount)| format!("{name} {amount}")).collect();
                all.push(format!("{}; {}", told(&order), given.join(", ")));
            }
        }
        expect![[r#"
            9980, 299, 1922, 10279; courier, 299; Delivery on us 1000
            9980, 1499, 2146, 11479; express, 299; Delivery on us 1000
            9980, 0, 1866, 9980; courier, 0; Delivery on us 1299
            9980, 0, 1866, 9980; express, 0; Delivery on us 2499"#]]
        .assert_eq(&all.join("\n"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_changed_pays_for_its_new_way() {
    on_each_engine(async |market| {
        let (blue, krakow) = open(market).await;
        let order = bought(market, blue, 1, &by_way("a", "express")).await.unwrap();
        let ewa = by(Role::Agent, Some("Ewa"), &market.shop.server);
        let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
        let edits = async |change: Edit| {
            does(market, &order, |tx, held| edit(ctx, tx, &ewa, held, &change, now)).await
        };
        let lines = Some(vec![(blue, 2)]);
        let more = edits(Edit { lines, ..Edit::default() }).await.unwrap();
        assert_eq!(told(&more), "9980, 2499, 2333, 12479; express, 1299", "the way stays");
        let method = Some("courier".to_string());
        let slower = edits(Edit { method, ..Edit::default() }).await.unwrap();
        assert_eq!(told(&slower), "9980, 1299, 2109, 11279; courier, 1299");
        let delivery = Some(Delivery::Collect { location: krakow });
        let fetched = edits(Edit { delivery, ..Edit::default() }).await.unwrap();
        assert_eq!(told(&fetched), "9980, 0, 1866, 9980; collection, 0");
        let abroad = edits(Edit { delivery: Some(anna_in("RO")), ..Edit::default() }).await;
        assert_eq!(abroad.unwrap_err().code, "not_sent_there");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_agreed_before_there_were_methods_stays() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        costs(market, blue, 49_90).await;
        let krakow = opened(market, "W1 Kraków PL").await;
        has(market, blue, krakow, 9).await;
        let order = bought(market, blue, 1, &to_krakow("a")).await.unwrap();
        assert_eq!(told(&order), "4990, 0, 933, 4990; no method, 0");
        offers(&market.ctx, &[courier()]).await;
        let ewa = by(Role::Agent, Some("Ewa"), &market.shop.server);
        let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
        let change = Edit { lines: Some(vec![(blue, 2)]), ..Edit::default() };
        let more = does(market, &order, |tx, held| edit(ctx, tx, &ewa, held, &change, now)).await;
        assert_eq!(told(&more.unwrap()), "9980, 0, 1866, 9980; no method, 0");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ways_of_a_cart_cost_what_an_order_of_it_will() {
    on_each_engine(async |market| {
        let (blue, krakow) = open(market).await;
        let heavy = Tier { amount_min: 0, weight_max_g: Some(1), cost: 1 };
        let light = Method { code: "letter".into(), tiers: vec![heavy], position: -1, ..courier() };
        offers(&market.ctx, &[light]).await;
        let leaf = device(market, "phone").await;
        put(market, leaf, "1", Action::Add { variant: blue, quantity: 1 }).await;
        let read = |tx: &Tx| {
            let cart = crate::carts::of(tx, leaf)?.unwrap();
            let (door, buyer) = (Some(market.shop.web.channel.id), Scope::whole(leaf).own);
            let of = |country| orders::ways_of_cart(&market.ctx, tx, door, &cart, buyer, country);
            Ok((of("PL")?, of("RO")?))
        };
        let (here, abroad) = market.ctx.customers.db.read(read).await.unwrap();
        let said: Vec<(&str, i64)> =
            here.iter().map(|way| (way.method.as_str(), way.total)).collect();
        let expected =
            [("letter", 49_91), ("courier", 62_89), ("express", 74_89), ("collection", 49_90)];
        assert_eq!(said, expected, "a mug of which nobody knows the weight is light");
        let abroad: Vec<&str> = abroad.iter().map(|way| way.method.as_str()).collect();
        assert_eq!(abroad, ["collection"]);
        for (method, total) in expected {
            let delivery = match method {
                "collection" => Delivery::Collect { location: krakow.clone() },
                _ => anna_in("PL"),
            };
            let new = NewOrder { delivery, ..by_way(method, method) };
            let order = bought(market, blue, 1, &new).await.unwrap();
            assert_eq!(order.total.minor, total, "{method}");
        }
    })
    .await;
}
