//! Who cannot pay like this, and that nothing is bought then.

use kit::Tx;
use kit::time::days;

use super::super::{Tendered, held_points, offer};
use super::world::*;
use crate::carts::{Role, Scope, testing::by};
use crate::orders::testing::buys;
use crate::orders::{self, Means, NewOrder};
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_pay_buys_nothing() {
    on_each_engine(async |market| {
        let blue = open(market, 9).await;
        let anna = with_mugs(market, "phone", blue, 1).await;
        let (id, code) = card(market, 1, 20_00).await;
        let (spent, empty) = card(market, 2, 1).await;
        let now = market.ctx.customers.clock.now();
        let spend = |tx: &Tx| {
            crate::promotions::gift_cards::spend(tx, &empty, zloty(1), "order:elsewhere", now)
        };
        market.ctx.customers.db.write(spend).await.unwrap();
        let many: Vec<&str> = std::iter::repeat_n("X", 11).collect();
        let shown = |to_pay| {
            let new = paying("o1", &[&code], 0);
            let tendered = Tendered { expected_to_pay: Some(to_pay), ..new.tendered };
            NewOrder { tendered, ..new }
        };
        for (new, expected) in [
            (paying("o1", &["ABCD-EFGH-JKLM"], 0), "gift_card_unknown"),
            (paying("o1", &[&code, &empty], 0), "gift_card_empty"),
            (paying("o1", &many, 0), "too_many_gift_cards"),
            (paying("o1", &[], 1), "too_few_points"),
            (paying("o1", &[], -1), "bad_points"),
            (shown(50_00), "to_pay_changed"),
            (NewOrder { means: Means::Tenders, ..paying("o1", &[&code], 0) }, "not_covered"),
        ] {
            let refused = buys(market, anna, &new).await.unwrap_err();
            assert_eq!(refused.code, expected, "{refused}");
        }
        assert_eq!(left(market, id, anna).await, (20_00, 0));
        assert_eq!(left(market, spent, anna).await.0, 0);
        market.ctx.customers.clock.advance(days(1));
        assert!(buys(market, anna, &shown(30_00)).await.is_ok());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_only_says_who_it_is_pays_with_nobodys_points() {
    on_each_engine(async |market| {
        let blue = open(market, 9).await;
        let anna = with_mugs(market, "phone", blue, 1).await;
        gets_points(market, anna, 500).await;
        let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
        let (part, whole) = (Scope::part(anna), Scope::whole(anna));
        let web = by(Role::Customer, None, &market.shop.web);
        let new = paying("o1", &[], 500);
        let write = |tx: &Tx| orders::place(ctx, tx, &web, &part, &new, now);
        let refused = ctx.customers.db.write(write).await.err().unwrap();
        assert_eq!(refused.code, "points_need_account");
        let read = |tx: &Tx| {
            let wanted = &new.tendered;
            let stranger = offer(tx, None, zloty(50_00), wanted, now).unwrap_err();
            let held = held_points(tx, part.own, zloty(0).currency, now)?;
            let own = offer(tx, Some(whole.own), zloty(50_00), wanted, now)?;
            Ok((stranger.code, held, own.to_pay))
        };
        let seen = ctx.customers.db.read(read).await.unwrap();
        assert_eq!(seen, ("points_need_account", None, zloty(45_00)));
    })
    .await;
}
