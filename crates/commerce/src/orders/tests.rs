//! Buying, with the books in view.

use customers::accounts::{Permit, may};
use customers::privacy::chapters::{Chapter as _, START};
use expect_test::expect;
use kit::money::{Currency, Money};
use kit::testing::contents;
use kit::time::minutes;
use kit::{Result, Tx};

use super::rules::Parts;
use super::testing::{buys, to_krakow};
use super::*;
use crate::carts::Role;
use crate::carts::rules::Action;
use crate::carts::testing::{by, device, put, told};
use crate::catalogue::VariantId;
use crate::catalogue::testing::mug;
use crate::prices::testing::costs;
use crate::promotions::coupons::{self, Codes, Limits};
use crate::promotions::rule::{Beside, Gives, Goods, Needs};
use crate::promotions::{Promotion, PromotionId, Rule};
use crate::stock::testing::{assert_sound, has, place as opened};
use crate::testing::{Market, on_each_engine};

/// A clerk does something to an order.
pub async fn does(
    market: &Market,
    order: &Order,
    deed: impl Fn(&Tx, Held) -> Result<(Order, customers::recording::Learned)> + Sync,
) -> Result<Order> {
    let write = |tx: &Tx| deed(tx, hold(tx, order)?);
    let (order, learned) = market.ctx.customers.db.write(write).await?;
    market.ctx.customers.recorder.learn(learned);
    Ok(order)
}

pub async fn available(market: &Market, variant: VariantId) -> i64 {
    let read = |tx: &Tx| crate::stock::available(tx, &[variant]);
    market.ctx.customers.db.read(read).await.unwrap()[0].1
}

/// 10 zł off for whoever has the code, once.
pub async fn code(market: &Market) {
    let needs = Needs { currency: Some(Currency::PLN), coupon: true, ..Needs::default() };
    let gives = Gives::Amount { amount: 10_00 };
    let welcome = Promotion {
        id: PromotionId([7; 16]),
        name: "10 zł with a code".into(),
        is_active: true,
        starts_at: None,
        ends_at: None,
        priority: 0,
        budget: Default::default(),
        rule: Rule { gives, goods: Goods::default(), needs, beside: Beside::Others },
    };
    let permit = Permit::<may::SetPrices>::console();
    crate::promotions::save(&market.ctx, &permit, &welcome).await.unwrap();
    let once = Limits { uses_max: Some(1), ..Limits::default() };
    let codes = Codes::Own("WITAJ".into());
    coupons::make(&market.ctx, &permit, welcome.id, &codes, once).await.unwrap();
}

pub async fn uses(market: &Market) -> i64 {
    let read = |tx: &Tx| coupons::find(tx, &["WITAJ".to_string()]);
    market.ctx.customers.db.read(read).await.unwrap()[0].uses
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_becomes_an_order_and_all_books_know() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        costs(market, blue, 49_90).await;
        let krakow = opened(market, "W1 Kraków PL").await;
        has(market, blue, krakow, 3).await;
        code(market).await;
        let anna = device(market, "phone").await;
        let clock = &market.ctx.customers.clock;
        clock.advance(minutes(1));
        put(market, anna, "1", Action::Add { variant: blue, quantity: 2 }).await;
        clock.advance(minutes(1));
        put(market, anna, "2", Action::ApplyCoupon { code: "witaj".into() }).await;
        clock.advance(minutes(1));

        let order = buys(market, anna, &to_krakow("o1")).await.unwrap();
        assert_eq!(order.total, Money::new(89_80, Currency::PLN));
        assert_eq!(number::parse(&order.number).unwrap(), order.number);
        assert_eq!((order.state, order.payment), (State::Placed, Payment::Awaited));
        assert_eq!((available(market, blue).await, uses(market).await), (1, 1));
        assert_eq!(told(market, anna).await, "no cart");
        // Sent again, it is the same order.
        let again = buys(market, anna, &to_krakow("o1")).await.unwrap();
        assert_eq!((again.id, available(market, blue).await), (order.id, 1));
        expect![[r#"
            [
                "page",
                "Product Added",
                "Coupon Entered",
                "Order Completed",
            ]
        "#]]
        .assert_debug_eq(&market.shop.told(anna).await);
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_bought_changes_nothing() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        costs(market, blue, 49_90).await;
        let krakow = opened(market, "W1 Kraków PL").await;
        has(market, blue, krakow, 1).await;
        let anna = device(market, "phone").await;
        let read = async || market.ctx.customers.db.read(contents).await.unwrap();
        let before = read().await;
        assert_eq!(buys(market, anna, &to_krakow("o0")).await.unwrap_err().code, "empty_cart");
        assert_eq!(read().await, before);

        put(market, anna, "1", Action::Add { variant: blue, quantity: 2 }).await;
        let before = read().await;
        let seen = Some(Money::new(40_00, Currency::PLN));
        let shown_another = NewOrder { expected_total: seen, ..to_krakow("o1") };
        let nowhere = NewOrder { contact: Contact::default(), ..to_krakow("o2") };
        for (new, code) in [
            (shown_another, "total_changed"),
            (nowhere, "bad_delivery"),
            (to_krakow(""), "bad_key"),
            (to_krakow("o3"), "out_of_stock"),
        ] {
            assert_eq!(buys(market, anna, &new).await.unwrap_err().code, code);
            assert_eq!(read().await, before, "{code}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_goes_out_in_parts_and_what_is_cancelled_can_be_sold_again() {
    on_each_engine(async |market| {
        let (blue, red) = (mug(market, "BLUE").await, mug(market, "RED").await);
        let krakow = opened(market, "W1 Kraków PL").await;
        for variant in [blue, red] {
            costs(market, variant, 49_90).await;
            has(market, variant, krakow, 3).await;
        }
        code(market).await;
        let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
        let clerk = by(Role::Clerk, Some("Ewa"), &market.shop.server);
        let anna = device(market, "phone").await;
        put(market, anna, "1", Action::Add { variant: blue, quantity: 3 }).await;
        put(market, anna, "2", Action::Add { variant: red, quantity: 1 }).await;
        let order = buys(market, anna, &to_krakow("o1")).await.unwrap();

        let sends = |pieces: Parts| {
            let clerk = &clerk;
            move |tx: &Tx, held| ship(ctx, tx, clerk, held, &pieces, &Parcel::default(), now)
        };
        let cancels = |pieces: Parts| {
            let clerk = &clerk;
            move |tx: &Tx, held| cancel(ctx, tx, clerk, held, &pieces, "not wanted", now)
        };
        let sent = does(market, &order, sends(Parts::from([(1, 2)]))).await.unwrap();
        assert_eq!((sent.state, sent.version), (State::PartlyFulfilled, 2));
        let more = does(market, &order, sends(Parts::from([(1, 2)]))).await.unwrap_err();
        assert_eq!(more.code, "not_so_many_left");
        does(market, &order, cancels(Parts::from([(2, 1)]))).await.unwrap();
        assert_eq!((available(market, blue).await, available(market, red).await), (0, 3));
        let done = does(market, &order, sends(Parts::new())).await.unwrap();
        assert_eq!(done.state, State::Fulfilled);
        let over = does(market, &order, cancels(Parts::new())).await.unwrap_err();
        assert_eq!(over.code, "nothing_left");
        assert_sound(market).await;

        // Nothing of it went out: it never was, and the code is good again.
        put(market, anna, "3", Action::Add { variant: red, quantity: 1 }).await;
        put(market, anna, "4", Action::ApplyCoupon { code: "witaj".into() }).await;
        let order = buys(market, anna, &to_krakow("o2")).await.unwrap();
        assert_eq!((available(market, red).await, uses(market).await), (2, 1));
        let gone = does(market, &order, cancels(Parts::new())).await.unwrap();
        assert_eq!(gone.state, State::Cancelled);
        assert_eq!((available(market, red).await, uses(market).await), (3, 0));
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_buyers_at_two_servers_get_the_seven_that_there_are() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        costs(market, blue, 49_90).await;
        let krakow = opened(market, "W1 Kraków PL").await;
        has(market, blue, krakow, 7).await;
        let second = market.second_process().await;
        let mut people = Vec::new();
        for n in 0..20 {
            let leaf = device(market, &format!("phone-{n}")).await;
            put(market, leaf, "1", Action::Add { variant: blue, quantity: 1 }).await;
            people.push(leaf);
        }
        let new = to_krakow("o1");
        let all = people.iter().enumerate().map(|(n, leaf)| {
            let server = if n % 2 == 0 { market } else { &second };
            buys(server, *leaf, &new)
        });
        let bought = futures_util::future::join_all(all).await;
        let refused = bought.iter().filter_map(|one| one.as_ref().err());
        let refused: Vec<_> = refused.map(|error| error.code).collect();
        assert_eq!(refused, ["out_of_stock"; 13]);
        assert_eq!(available(market, blue).await, 0);
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_whoever_was_erased_the_books_know_what_was_sold_and_not_to_whom() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        costs(market, blue, 49_90).await;
        let krakow = opened(market, "W1 Kraków PL").await;
        has(market, blue, krakow, 1).await;
        let anna = device(market, "phone").await;
        put(market, anna, "1", Action::Add { variant: blue, quantity: 1 }).await;
        let order = buys(market, anna, &to_krakow("o1")).await.unwrap();
        let file = market.ctx.customers.db.read(|tx| Orders.page(tx, anna, START)).await.unwrap();
        let told = file.rows[0].json.to_string();
        assert!(told.contains("Grodzka 1") && told.contains(&order.number), "{told}");

        market.ctx.customers.db.write(|tx| store::erase(tx, &[anna])).await.unwrap();
        let left = market.ctx.customers.db.read(contents).await.unwrap();
        let of_orders = left.iter().filter(|(table, _)| table.starts_with("order"));
        let of_orders: String = of_orders.map(|(_, rows)| rows.as_str()).collect();
        assert!(of_orders.contains(&order.number) && of_orders.contains("BLUE"));
        for hers in ["Grodzka", "Anna", "example.pl"] {
            assert!(!of_orders.contains(hers), "{of_orders}");
        }
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_packed_in_a_store_leaves_that_store() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        costs(market, blue, 49_90).await;
        let warehouse = opened(market, "W1 Kraków PL").await;
        let store = opened(market, "LODZ Łódź PL").await;
        has(market, blue, warehouse, 2).await;
        has(market, blue, store, 2).await;
        let anna = device(market, "phone").await;
        put(market, anna, "1", Action::Add { variant: blue, quantity: 4 }).await;
        let order = buys(market, anna, &to_krakow("o1")).await.unwrap();

        let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
        let clerk = by(Role::Clerk, Some("Ewa"), &market.shop.server);
        let clerk = &clerk;
        for place in [store, warehouse] {
            let parcel = Parcel { from: Some(place), ..Parcel::default() };
            let two = Parts::from([(1, 2)]);
            let packs = move |tx: &Tx, held| ship(ctx, tx, clerk, held, &two, &parcel, now);
            does(market, &order, packs).await.unwrap();
            let read = |tx: &Tx| crate::stock::store::levels(tx, &[blue]);
            let levels = ctx.customers.db.read(read).await.unwrap();
            let left = levels.iter().find(|level| level.location == place).unwrap();
            assert_eq!((left.on_hand, left.reserved), (0, 0), "{levels:?}");
        }
        assert_sound(market).await;
    })
    .await;
}
