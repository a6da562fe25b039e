//! One sale, one order, one payment.

use expect_test::expect;
use kit::testing::contents;
use kit::time::minutes;

use super::*;
use crate::carts::Action;
use crate::carts::testing::{device, put, told as cart_told};
use crate::shipping::testing::{courier, express, offers};
use crate::stock::testing::assert_sound;
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn somebody_takes_a_mug_along_and_has_another_sent() {
    on_each_engine(async |market| {
        let store = Store::open(market, 10).await;
        assert_eq!(store.stand().await, (10, 5, 5));
        let told = store.sells(&store.sale("s1", 2, 1)).await.unwrap();
        assert_eq!((told.taking.change.minor, told.is_repeated), (10, false));
        assert_eq!(told.order.state, orders::State::PartlyFulfilled);
        assert_eq!(told.order.payment, orders::Payment::Paid);
        let steps = store.steps(&told.order).await.join("\n");
        let steps = steps.replace(&store.krakow.to_string(), "Kraków");
        expect![[r#"
            placed by clerk console: {"means":"in_store","paid_by":"cash at Till 1"}
            handed_over by clerk console: {"pieces":{"1":1},"at":"Kraków"}"#]]
        .assert_eq(&steps);
        // One went out of the quota; the other is promised from the warehouse.
        assert_eq!(store.stand().await, (9, 4, 4));
        // Sent again, it is the same sale.
        let again = store.sells(&store.sale("s1", 2, 1)).await.unwrap();
        assert!(again.is_repeated);
        assert_eq!((again.order.id, again.taking), (told.order.id, told.taking));
        assert_eq!(store.stand().await, (9, 4, 4));
        assert_sound(market).await;
        // Of a stranger there is one visit, and one order.
        let timeline = super::told(market, told.order.customer_id).await;
        assert_eq!(timeline, ["Store Visited", "Order Completed"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_customer_put_into_the_cart_is_sold_out_of_it() {
    on_each_engine(async |market| {
        let store = Store::open(market, 10).await;
        let red = mug(market, "RED").await;
        costs(market, red, 20_00).await;
        let anna = device(market, "phone").await;
        put(market, anna, "1", Action::Add { variant: store.blue, quantity: 3 }).await;
        put(market, anna, "2", Action::Add { variant: red, quantity: 1 }).await;
        market.ctx.customers.clock.advance(minutes(1));
        let sale = Sale { who: Who::Customer(anna), ..store.sale("s1", 2, 2) };
        let told = store.sells(&sale).await.unwrap();
        assert_eq!(told.order.state, orders::State::Fulfilled);
        assert_eq!((told.order.customer_id, told.order.cart_id.is_some()), (anna, true));
        assert_eq!(cart_told(market, anna).await, "1 × BLUE, 1 × RED");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_paid_without_a_line_stands() {
    on_each_engine(async |market| {
        let store = Store::open(market, 10).await;
        let sale = store.sale("s1", 1, 1);
        costs(market, store.blue, 59_90).await;
        market.ctx.customers.clock.advance(minutes(30));
        // A sale that is still going on is asked again …
        assert_eq!(store.sells(&sale).await.unwrap_err().code, "total_changed");
        // … one that is over is not.
        let done = Sale { is_done: true, ..sale };
        let told = store.sells(&done).await.unwrap();
        assert_eq!(told.order.total.minor, 49_90);
        let steps = store.steps(&told.order).await;
        assert!(steps[0].contains(r#""price_stands":{"agreed_at":"#), "{steps:?}");
        assert!(steps[0].contains(r#""costs_now":5990"#), "{steps:?}");
        // Also of what is not sold any more.
        crate::carts::testing::stop_selling(market, store.blue).await;
        let sold_before = Sale { key: "s2".into(), ..done };
        assert_eq!(store.sells(&sold_before).await.unwrap().order.total.minor, 49_90);
        assert_eq!(store.stand().await, (8, 3, 3));
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_sold_changes_nothing() {
    on_each_engine(async |market| {
        let store = Store::open(market, 10).await;
        let read = async || market.ctx.customers.db.read(contents).await.unwrap();
        let before = read().await;
        let good = store.sale("s1", 1, 1);
        let twice = vec![good.lines[0], good.lines[0]];
        let rich = Paid::Cash { given: 99_00 };
        let free = SoldLine { total: 60_00, ..good.lines[0] };
        for (sale, code) in [
            (Sale { key: String::new(), ..good.clone() }, "bad_key"),
            (Sale { lines: twice, ..good.clone() }, "line_repeats"),
            (Sale { lines: Vec::new(), ..good.clone() }, "empty_cart"),
            (Sale { paid: Paid::Cash { given: 49_00 }, ..good.clone() }, "too_little_cash"),
            (Sale { rest: None, ..store.sale("s1", 2, 1) }, "bad_delivery"),
            (store.sale("s1", 1, 2), "bad_delivery"),
            (
                Sale { lines: vec![free], is_done: true, paid: rich.clone(), ..good.clone() },
                "bad_amount",
            ),
            (store.sale("s1", 11, 11), "out_of_stock"),
        ] {
            assert_eq!(store.sells(&sale).await.unwrap_err().code, code);
            assert_eq!(read().await, before, "{code}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sale_told_by_two_servers_at_once_is_one() {
    on_each_engine(async |market| {
        let store = Store::open(market, 10).await;
        let second = market.second_process().await;
        let sale = store.sale("s1", 1, 1);
        let tell = |n: usize| {
            let (market, till, sale) =
                (if n.is_multiple_of(2) { market } else { &second }, store.till.id, &sale);
            async move { sell(&market.ctx, &ola(), till, sale).await.unwrap().order.id }
        };
        let told = futures_util::future::join_all((0..8).map(tell)).await;
        assert!(told.iter().all(|order| *order == told[0]), "{told:?}");
        assert_eq!(store.stand().await, (9, 4, 4));
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_is_paid_at_the_till_too() {
    on_each_engine(async |market| {
        let store = Store::open(market, 10).await;
        offers(&market.ctx, &[courier(), express()]).await;
        let rich = |sale: Sale| Sale { paid: Paid::Cash { given: 20_000 }, ..sale };
        let by = |key: &str, method: &str, shipping: i64| Sale {
            method: Some(method.into()),
            shipping,
            ..rich(store.sale(key, 2, 1))
        };
        let told = store.sells(&by("s1", "express", 24_99)).await.unwrap();
        assert_eq!((told.order.total.minor, told.taking.change.minor), (12_479, 75_21));
        // Asked for less or more than it costs, and for a way where nothing is sent.
        for sale in [by("s2", "express", 12_99), rich(store.sale("s3", 2, 1))] {
            assert_eq!(store.sells(&sale).await.unwrap_err().code, "total_changed");
        }
        let nothing_sent = Sale { shipping: 12_99, ..rich(store.sale("s4", 1, 1)) };
        assert_eq!(store.sells(&nothing_sent).await.unwrap_err().code, "bad_amount");
        // What was paid without a line stands, the way with it.
        let done = Sale { is_done: true, ..by("s5", "courier", 9_99) };
        let told = store.sells(&done).await.unwrap();
        let agreed = orders::Agreed::of(&told.order).unwrap();
        assert_eq!((told.order.total.minor, agreed.delivery()), (10_979, 9_99));
        let gross: i64 = agreed.taxes.iter().map(|tax| tax.gross).sum();
        assert_eq!(gross, told.order.total.minor);
        assert_sound(market).await;
    })
    .await;
}
