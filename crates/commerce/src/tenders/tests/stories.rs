//! Paid with a card, with points and with money; and back again.

use expect_test::expect;
use kit::Tx;
use kit::time::minutes;

use super::world::*;
use crate::orders::rules::Parts;
use crate::orders::testing::buys;
use crate::orders::tests::does;
use crate::orders::{self, Edit, Means, NewOrder, Order, Parcel, Payment};
use crate::returns::{self, Kind, Received, Refund};
use crate::testing::{Market, on_each_engine};

async fn cancels(market: &Market, order: &Order, pieces: i64) -> Order {
    let (ctx, actor) = (&market.ctx, ewa(market));
    ctx.customers.clock.advance(minutes(1));
    let now = ctx.customers.clock.now();
    let parts = Parts::from([(1, pieces)]);
    does(market, order, |tx, held| orders::cancel(ctx, tx, &actor, held, &parts, "", now))
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_paid_last_goes_back_first() {
    on_each_engine(async |market| {
        let blue = open(market, 9).await;
        let anna = with_mugs(market, "phone", blue, 4).await;
        let (card, code) = card(market, 1, 60_00).await;
        gets_points(market, anna, 500).await;

        // As it is typed, and twice by mistake; of the points as many as there are.
        let typed = code.to_lowercase().replace('-', " ");
        let order = buys(market, anna, &paying("o1", &[&typed, &code], 500)).await.unwrap();
        expect!["placed awaited by on_delivery: 200.00; card 60.00 (back 0), 500 points 5.00 (back 0); to pay 135.00"]
            .assert_eq(&stand(market, &order).await);
        let below = below(&order);
        let below: Vec<_> = below.iter().map(|(kind, amount)| (kind.as_str(), *amount)).collect();
        assert_eq!(below, [("gift_card", 60_00), ("points", 5_00), ("to_pay", 13_500)]);
        assert_eq!(left(market, card, anna).await, (0, 0));
        // Sent again, it is the same order and takes nothing again.
        let again = buys(market, anna, &paying("o1", &[&code], 500)).await.unwrap();
        assert_eq!(again.id, order.id);

        // Two mugs less: there is so much less to pay in money.
        cancels(market, &order, 2).await;
        expect!["placed awaited by on_delivery: 200.00; card 60.00 (back 0), 500 points 5.00 (back 0); to pay 35.00"]
            .assert_eq(&stand(market, &order).await);
        // One more: the card pays for what is left, the points and a part of the card go back. Nothing is to be paid.
        let order = cancels(market, &order, 1).await;
        expect!["placed paid by tenders: 200.00; card 60.00 (back 1000), 500 points 5.00 (back 500); to pay 0.00"]
            .assert_eq(&stand(market, &order).await);
        // What is paid with the card earns, what came back as points does not.
        assert_eq!(left(market, card, anna).await, (10_00, 550));
        // The last one: all of it is back, and what it earned is gone.
        let order = cancels(market, &order, 1).await;
        assert_eq!(order.payment, Payment::Refunded);
        assert_eq!(left(market, card, anna).await, (60_00, 500));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_for_which_no_money_is_due_is_paid_at_once() {
    on_each_engine(async |market| {
        let blue = open(market, 9).await;
        let anna = with_mugs(market, "phone", blue, 1).await;
        let (card, code) = card(market, 1, 45_00).await;
        gets_points(market, anna, 9_000).await;
        // No more points are taken than are needed.
        let new = NewOrder { means: Means::Tenders, ..paying("o1", &[&code], 9_000) };
        let order = buys(market, anna, &new).await.unwrap();
        expect!["placed paid by tenders: 50.00; card 45.00 (back 0), 500 points 5.00 (back 0); to pay 0.00"]
            .assert_eq(&stand(market, &order).await);
        // 45 points came for what the card paid.
        assert_eq!(left(market, card, anna).await, (0, 8_545));

        // It is sent, comes back, and the money goes back to where it came from.
        let (ctx, clerk) = (&market.ctx, ewa(market));
        let now = ctx.customers.clock.now();
        let order = does(market, &order, |tx, held| {
            orders::ship(ctx, tx, &clerk, held, &Parts::new(), &Parcel::default(), now)
        });
        let order = order.await.unwrap();
        let back = comes_back(market, &order).await;
        assert_eq!(back.refund, zloty(50_00));
        expect!["fulfilled refunded by tenders: 50.00; card 45.00 (back 4500), 500 points 5.00 (back 500); to pay 0.00"]
            .assert_eq(&stand(market, &order).await);
        assert_eq!(left(market, card, anna).await, (45_00, 9_000));
    })
    .await;
}

/// All of an order comes back, and is paid back.
async fn comes_back(market: &Market, order: &Order) -> returns::Return {
    let (ctx, clerk) = (&market.ctx, ewa(market));
    let now = ctx.customers.clock.now();
    let part = returns::Part { position: 1, quantity: 1, variant: None, wanted: None };
    let new = returns::NewReturn {
        key: "r1".into(),
        kind: Kind::Withdrawal,
        parts: vec![part],
        reason: String::new(),
        goodwill: None,
    };
    let place = |tx: &Tx| crate::stock::store::locations(tx);
    let location = ctx.customers.db.read(place).await.unwrap()[0].id;
    let ask = |tx: &Tx| returns::ask(ctx, tx, &clerk, order, &new, now);
    let number = ctx.customers.db.write(ask).await.unwrap().learn(ctx).number;
    let received = Received { location, lines: Default::default() };
    let write =
        |tx: &Tx| returns::receive(ctx, tx, &clerk, returns::hold(tx, &number)?, &received, now);
    let (.., learned) = ctx.customers.db.write(write).await.unwrap();
    ctx.customers.recorder.learn(learned);
    ctx.customers.clock.advance(minutes(1));
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let held = returns::hold(tx, &number)?;
        returns::refund(ctx, tx, &clerk, held, &Refund::default(), now)
    };
    let (back, _, learned) = ctx.customers.db.write(write).await.unwrap();
    ctx.customers.recorder.learn(learned);
    back
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_made_smaller_keeps_only_what_it_needs() {
    on_each_engine(async |market| {
        let blue = open(market, 9).await;
        let anna = with_mugs(market, "phone", blue, 2).await;
        let (card, code) = card(market, 1, 80_00).await;
        let order = buys(market, anna, &paying("o1", &[&code], 0)).await.unwrap();
        let (ctx, clerk) = (&market.ctx, ewa(market));
        let now = ctx.customers.clock.now();
        let smaller = Edit { lines: Some(vec![(blue, 1)]), ..Edit::default() };
        let order =
            does(market, &order, |tx, held| orders::edit(ctx, tx, &clerk, held, &smaller, now));
        let order = order.await.unwrap();
        expect!["placed paid by tenders: 50.00; card 80.00 (back 3000); to pay 0.00"]
            .assert_eq(&stand(market, &order).await);
        assert_eq!(below(&order), [("gift_card".to_string(), 50_00), ("to_pay".to_string(), 0)]);
        assert_eq!(left(market, card, anna).await.0, 30_00);
    })
    .await;
}
