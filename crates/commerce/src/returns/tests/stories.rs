//! From the wish to the money, at any door, on both engines.

use std::collections::BTreeMap;

use customers::accounts::{Permit, may};
use customers::privacy::chapters::{Chapter as _, START};
use expect_test::expect;
use kit::Tx;
use kit::money::{Currency, Money};
use kit::testing::contents;
use kit::time::days;

use super::super::policy::{self, Of, Policy, Why};
use super::super::*;
use super::world::{Bought, asks, bought, clerk, does, left, order_now, sent, sent_by, wish};
use crate::catalogue::{self, VariantId};
use crate::orders::Payment;
use crate::shipping::testing::{courier, express, offers};
use crate::stock::testing::assert_sound;
use crate::stock::{LocationId, store as stock};
use crate::testing::{Market, on_each_engine};

fn at(location: LocationId, lines: &[(i64, Came)]) -> Received {
    Received { location, lines: lines.iter().copied().collect() }
}

async fn receives(market: &Market, back: &Return, received: &Received) -> kit::Result<Return> {
    let (ctx, now, ewa) = (&market.ctx, market.ctx.customers.clock.now(), clerk(market));
    does(market, back, |tx, held| receive(ctx, tx, &ewa, held, received, now)).await
}

async fn pays(market: &Market, back: &Return, new: &Refund) -> kit::Result<Return> {
    let (ctx, now, ewa) = (&market.ctx, market.ctx.customers.clock.now(), clerk(market));
    does(market, back, |tx, held| refund(ctx, tx, &ewa, held, new, now)).await
}

fn zloty(minor: i64) -> Money {
    Money::new(minor, Currency::PLN)
}

/// On hand at a place.
async fn lying(market: &Market, variant: VariantId, place: LocationId) -> i64 {
    let levels = |tx: &Tx| stock::levels(tx, &[variant]);
    let levels = market.ctx.customers.db.read(levels).await.unwrap();
    levels.iter().find(|level| level.location == place).map_or(0, |level| level.on_hand)
}

#[tokio::test(flavor = "multi_thread")]
async fn bought_in_the_web_it_comes_back_at_two_stores_and_what_was_paid_is_paid_back() {
    on_each_engine(async |market| {
        let Bought { anna, blue, red, krakow, lodz, order } = sent(market).await;
        assert_eq!(order.total, zloty(15_002));
        let clock = &market.ctx.customers.clock;
        clock.advance(days(3));
        let first = asks(market, &order, &wish("r1", Kind::Withdrawal, &[(1, 2)])).await.unwrap();
        // Sent again, it is the same return.
        let again = asks(market, &order, &wish("r1", Kind::Withdrawal, &[(1, 2)])).await.unwrap();
        assert_eq!(
            (again.id, first.number.as_str()),
            (first.id, number::parse(&first.number).unwrap().as_str())
        );
        let more = asks(market, &order, &wish("r2", Kind::Withdrawal, &[(1, 2)])).await;
        assert_eq!(more.unwrap_err().code, "not_so_many_to_return");
        let early = pays(market, &first, &Refund::default()).await;
        assert_eq!(early.unwrap_err().code, "not_received");

        // One of the two is broken.
        let came = Came { restocked: 1, written_off: 1, kept: 0 };
        let first = receives(market, &first, &at(lodz, &[(1, came)])).await.unwrap();
        assert_eq!((lying(market, blue, lodz).await, lying(market, blue, krakow).await), (1, 2));
        let first = pays(market, &first, &Refund::default()).await.unwrap();
        assert_eq!((first.state, first.refund), (State::Refunded, zloty(66_68)));
        assert_eq!(order_now(market, &order).await.payment, Payment::Paid);

        let rest = asks(market, &order, &wish("r3", Kind::Withdrawal, &[])).await.unwrap();
        let rest = receives(market, &rest, &at(krakow, &[])).await.unwrap();
        let rest = pays(market, &rest, &Refund::default()).await.unwrap();
        assert_eq!(rest.refund, zloty(83_34));
        assert_eq!(first.refund.minor + rest.refund.minor, order.total.minor);
        assert_eq!(order_now(market, &order).await.payment, Payment::Refunded);
        assert_eq!((left(market, blue).await, left(market, red).await), (4, 5));
        let none = asks(market, &order, &wish("r4", Kind::Withdrawal, &[])).await;
        assert_eq!(none.unwrap_err().code, "nothing_to_return");
        // At the same moment of the test's clock: in no order.
        let mut told = market.shop.told(anna).await;
        told.sort();
        expect![[r#"
            [
                "Order Completed",
                "Order Refunded",
                "Order Refunded",
                "Order Shipped",
                "Product Added",
                "Product Added",
                "Return Asked",
                "Return Asked",
                "Return Received",
                "Return Received",
                "page",
            ]
        "#]]
        .assert_debug_eq(&told);
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_colour_goes_out_and_can_come_back_itself() {
    on_each_engine(async |market| {
        let Bought { blue, red, krakow, order, .. } = sent(market).await;
        let swap = Part { position: 1, quantity: 1, variant: None, wanted: Some(red) };
        let new = NewReturn { parts: vec![swap], ..wish("r1", Kind::Exchange, &[]) };
        let other = asks(market, &order, &new).await;
        // A red mug is another product here.
        assert_eq!(other.unwrap_err().code, "other_product");
        let swap = Part { wanted: Some(blue), ..swap };
        let new = NewReturn { parts: vec![swap], ..new };
        let back = asks(market, &order, &new).await.unwrap();
        let back = receives(
            market,
            &back,
            &at(krakow, &[(1, Came { written_off: 1, ..Came::default() })]),
        )
        .await
        .unwrap();
        assert_eq!(lying(market, blue, krakow).await, 2);
        let (ctx, now, ewa) = (&market.ctx, market.ctx.customers.clock.now(), clerk(market));
        let out = |tx: &Tx, held| exchange(ctx, tx, &ewa, held, krakow, now);
        let back = does(market, &back, out).await.unwrap();
        assert_eq!((back.state, lying(market, blue, krakow).await), (State::Exchanged, 1));
        // All three can still come back, for what was paid.
        let rest = asks(market, &order, &wish("r2", Kind::Return, &[(1, 3)])).await.unwrap();
        let rest = receives(market, &rest, &at(krakow, &[])).await.unwrap();
        let rest = pays(market, &rest, &Refund::default()).await.unwrap();
        assert_eq!(rest.refund, zloty(10_002));
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_policy_is_one_for_all_doors_and_staff_can_be_kinder() {
    on_each_engine(async |market| {
        let Bought { blue, order, krakow, .. } = sent(market).await;
        let permit = Permit::<may::SetReturnPolicy>::console();
        let (law, own) = market.ctx.customers.db.read(|tx| policy::of(tx, "PL")).await.unwrap();
        let kind = Policy { return_days: 30, ..own };
        policy::set(&market.ctx, &permit, "PL", &kind).await.unwrap();
        let less = Policy { withdrawal_days: 1, ..kind };
        let less = policy::set(&market.ctx, &permit, "PL", &less).await;
        assert_eq!((less.unwrap_err().code, law.withdrawal_days), ("less_than_the_law", 14));
        let read = |tx: &Tx| catalogue::store::sellables(tx, &[blue]);
        let product = market.ctx.customers.db.read(read).await.unwrap()[0].product_id;
        policy::exclude(&market.ctx, &permit, Of::Product(product), Why::Hygiene).await.unwrap();

        let clock = &market.ctx.customers.clock;
        clock.advance(days(25));
        let code = async |kind, line| {
            let new = wish("r1", kind, &[(line, 1)]);
            asks(market, &order, &new).await.err().map_or("", |error| error.code)
        };
        assert_eq!(code(Kind::Withdrawal, 2).await, "too_late");
        assert_eq!(code(Kind::Return, 1).await, "does_not_come_back");
        assert_eq!(code(Kind::Return, 9).await, "not_so_many_to_return");
        assert_eq!(code(Kind::Exchange, 2).await, "nothing_wanted");
        let kinder = NewReturn {
            goodwill: Some("A regular customer.".into()),
            ..wish("r2", Kind::Return, &[(1, 1)])
        };
        let back = asks(market, &order, &kinder).await.unwrap();
        let kept = at(krakow, &[(1, Came { kept: 1, ..Came::default() })]);
        assert_eq!(receives(market, &back, &kept).await.unwrap_err().code, "not_kept");
        let too_many = at(krakow, &[(1, Came { restocked: 2, ..Came::default() })]);
        assert_eq!(receives(market, &back, &too_many).await.unwrap_err().code, "more_than_asked");
        let nothing = at(krakow, &[(1, Came::default())]);
        assert_eq!(receives(market, &back, &nothing).await.unwrap_err().code, "nothing_came");
        // Worn: a part of the price is kept, and the order stays paid.
        let back = receives(market, &back, &at(krakow, &[])).await.unwrap();
        let unsaid = Refund { deduction: 10_00, ..Refund::default() };
        assert_eq!(pays(market, &back, &unsaid).await.unwrap_err().code, "no_reason_given");
        let too_much = Refund { deduction: 40_00, why: "Worn.".into(), ..Refund::default() };
        assert_eq!(pays(market, &back, &too_much).await.unwrap_err().code, "bad_deduction");
        let worn = Refund { why: "Worn.".into(), ..unsaid };
        let back = pays(market, &back, &worn).await.unwrap();
        assert_eq!((back.refund, back.deduction), (zloty(23_34), zloty(10_00)));
        assert_eq!(pays(market, &back, &worn).await.unwrap_err().code, "return_is_over");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_goes_back_to_the_customer_with_a_reason() {
    on_each_engine(async |market| {
        let Bought { blue, order, lodz, .. } = sent(market).await;
        let back = asks(market, &order, &wish("r1", Kind::Return, &[(1, 1)])).await.unwrap();
        let back = receives(market, &back, &at(lodz, &[])).await.unwrap();
        assert_eq!(lying(market, blue, lodz).await, 1);
        let (ctx, now, ewa) = (&market.ctx, market.ctx.customers.clock.now(), clerk(market));
        let silent = does(market, &back, |tx, held| refuse(ctx, tx, &ewa, held, " ", now)).await;
        assert_eq!(silent.unwrap_err().code, "no_reason_given");
        let why = "It was used.";
        let refused = |tx: &Tx, held| refuse(ctx, tx, &ewa, held, why, now);
        assert_eq!(does(market, &back, refused).await.unwrap().state, State::Refused);
        assert_eq!(lying(market, blue, lodz).await, 0);
        // A fault may still be complained of, and the customer may keep it.
        let complaint =
            asks(market, &order, &wish("r2", Kind::Complaint, &[(1, 1)])).await.unwrap();
        let kept = at(lodz, &[(1, Came { kept: 1, ..Came::default() })]);
        let complaint = receives(market, &complaint, &kept).await.unwrap();
        let complaint = pays(market, &complaint, &Refund::default()).await.unwrap();
        assert_eq!((complaint.refund, lying(market, blue, lodz).await), (zloty(33_34), 0));
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_tills_at_two_servers_take_three_mugs_back_once() {
    on_each_engine(async |market| {
        let Bought { order, .. } = sent(market).await;
        let second = market.second_process().await;
        let news: Vec<NewReturn> =
            (0..8).map(|n| wish(&format!("r{n}"), Kind::Return, &[(1, 1)])).collect();
        let all = news.iter().enumerate().map(|(n, new)| {
            let server = if n % 2 == 0 { market } else { &second };
            asks(server, &order, new)
        });
        let asked = futures_util::future::join_all(all).await;
        let refused: Vec<_> = asked.iter().filter_map(|one| one.as_ref().err()).collect();
        assert_eq!(refused.len(), 5);
        assert!(refused.iter().all(|error| error.code == "not_so_many_to_return"), "{refused:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_goes_back_of_what_was_never_paid_or_sent() {
    on_each_engine(async |market| {
        let Bought { order, .. } = bought(market).await;
        let early = asks(market, &order, &wish("r1", Kind::Return, &[])).await;
        assert_eq!(early.unwrap_err().code, "nothing_to_return");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_whoever_was_erased_no_word_stays() {
    on_each_engine(async |market| {
        let Bought { anna, order, lodz, .. } = sent(market).await;
        let back = asks(market, &order, &wish("r1", Kind::Return, &[(1, 1)])).await.unwrap();
        receives(market, &back, &at(lodz, &[])).await.unwrap();
        let file = market.ctx.customers.db.read(|tx| Returns.page(tx, anna, START)).await.unwrap();
        let told = file.rows[0].json.to_string();
        assert!(told.contains("too big") && told.contains(&back.number), "{told}");
        market.ctx.customers.db.write(|tx| erase(tx, &[anna])).await.unwrap();
        let left: BTreeMap<String, String> = market.ctx.customers.db.read(contents).await.unwrap();
        let rows: String = left
            .iter()
            .filter(|(table, _)| table.starts_with("return"))
            .map(|(_, rows)| rows.as_str())
            .collect();
        assert!(rows.contains(&back.number) && !rows.contains("too big"), "{rows}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_withdrawal_gives_the_cheapest_way_back_and_a_part_of_one_nothing() {
    on_each_engine(async |market| {
        offers(&market.ctx, &[courier(), express()]).await;
        let Bought { krakow, order, .. } = sent_by(market, Some("express")).await;
        assert_eq!(order.total, zloty(15_002 + 24_99));
        market.ctx.customers.clock.advance(days(3));
        let mut paid = Vec::new();
        for (key, lines) in [("r1", &[(1, 2)][..]), ("r2", &[])] {
            let back = asks(market, &order, &wish(key, Kind::Withdrawal, lines)).await.unwrap();
            let back = receives(market, &back, &at(krakow, &[])).await.unwrap();
            let back = pays(market, &back, &Refund::default()).await.unwrap();
            paid.push((back.delivery.minor, back.refund.minor));
        }
        // Of the way, what the courier would have cost: that it came faster was their own wish.
        assert_eq!(paid, [(0, 66_68), (12_99, 83_34 + 12_99)]);
        assert_eq!(order_now(market, &order).await.payment, Payment::Paid);
    })
    .await;
}
