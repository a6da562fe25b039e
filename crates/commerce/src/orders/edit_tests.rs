//! Anna changes her mind before the parcel goes out.

use customers::identities::CustomerId;
use kit::Result;
use kit::money::{Currency, Money};

use super::testing::{buys, to_krakow};
use super::tests::{available, code, does, uses};
use super::*;
use crate::carts::Role;
use crate::carts::rules::Action;
use crate::carts::testing::{by, device, put};
use crate::catalogue::VariantId;
use crate::catalogue::testing::mug;
use crate::prices::testing::costs;
use crate::stock::testing::{assert_sound, has, place as opened};
use crate::testing::{Market, on_each_engine};

/// Two goods of which there are three each, and Anna's order of two of the first, with a code.
async fn annas(market: &Market) -> (VariantId, VariantId, CustomerId, Order) {
    let (blue, red) = (mug(market, "BLUE").await, mug(market, "RED").await);
    let krakow = opened(market, "W1 Kraków PL").await;
    for variant in [blue, red] {
        costs(market, variant, 49_90).await;
        has(market, variant, krakow, 3).await;
    }
    code(market).await;
    let anna = device(market, "phone").await;
    put(market, anna, "1", Action::Add { variant: blue, quantity: 2 }).await;
    put(market, anna, "2", Action::ApplyCoupon { code: "witaj".into() }).await;
    let order = buys(market, anna, &to_krakow("o1")).await.unwrap();
    (blue, red, anna, order)
}

async fn edits(market: &Market, order: &Order, change: &Edit) -> Result<Order> {
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let ewa = by(Role::Agent, Some("Ewa"), &market.shop.server);
    does(market, order, |tx, held| edit(ctx, tx, &ewa, held, change, now)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn other_goods_are_priced_and_promised_and_how_it_was_is_kept() {
    on_each_engine(async |market| {
        let (blue, red, _, order) = annas(market).await;
        assert_eq!(order.total, Money::new(89_80, Currency::PLN));
        let lines = Some(vec![(blue, 1), (red, 3)]);
        let more = edits(market, &order, &Edit { lines, ..Edit::default() }).await.unwrap();
        assert_eq!((more.total.minor, more.version), (18_960, 2));
        assert_eq!((available(market, blue).await, available(market, red).await), (2, 0));
        assert_eq!(uses(market).await, 1, "the code is used once");
        let lines = Some(vec![(blue, 4)]);
        let none = edits(market, &order, &Edit { lines, ..Edit::default() }).await.unwrap_err();
        assert_eq!(none.code, "out_of_stock");
        assert_eq!((available(market, blue).await, available(market, red).await), (2, 0));
        let steps = market.ctx.customers.db.read(|tx| store::steps(tx, &order)).await.unwrap();
        assert!(steps[1].details.contains(r#""sku":"BLUE","quantity":2"#), "{}", steps[1].details);
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_paid_costs_no_more_and_what_went_out_stays() {
    on_each_engine(async |market| {
        let (blue, red, _, order) = annas(market).await;
        let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
        let ewa = by(Role::Agent, Some("Ewa"), &market.shop.server);
        let paid = |tx: &kit::Tx| pay(tx, &ewa, hold(tx, &order)?, "cash", now);
        ctx.customers.db.write(paid).await.unwrap();
        let of = |lines| Edit { lines: Some(lines), ..Edit::default() };
        let dearer = edits(market, &order, &of(vec![(blue, 2), (red, 1)])).await.unwrap_err();
        assert_eq!(dearer.code, "paid_total_would_rise");
        assert_eq!(edits(market, &order, &of(Vec::new())).await.unwrap_err().code, "no_lines");
        let less = edits(market, &order, &of(vec![(red, 1)])).await.unwrap();
        assert_eq!((less.total.minor, less.payment), (39_90, Payment::Paid));
        let sent = |tx: &kit::Tx, held| {
            ship(ctx, tx, &ewa, held, &rules::Parts::new(), &Parcel::default(), now)
        };
        does(market, &order, sent).await.unwrap();
        let late = edits(market, &order, &of(vec![(red, 1)])).await.unwrap_err();
        assert_eq!(late.code, "not_editable");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_street_changes_no_price() {
    on_each_engine(async |market| {
        let (blue, _, _, order) = annas(market).await;
        costs(market, blue, 99_90).await;
        let Delivery::Address { name, postcode, city, country, .. } = order.delivery.clone() else {
            panic!("an address");
        };
        let street = "Floriańska 2".to_string();
        let delivery = Delivery::Address { name, street, postcode, city, country };
        let change = Edit { delivery: Some(delivery.clone()), ..Edit::default() };
        let moved = edits(market, &order, &change).await.unwrap();
        assert_eq!((moved.total, &moved.delivery), (order.total, &delivery));
        assert_sound(market).await;
    })
    .await;
}
