//! What a till holds in advance, and that nobody sells it meanwhile.

use super::*;
use crate::carts::testing::{device, put};
use crate::carts::{Action, Role, Scope};
use crate::orders::testing::to_krakow;
use crate::stock::Level;
use crate::stock::quotas::share;
use crate::stock::testing::assert_sound;
use crate::testing::on_each_engine;

#[test]
fn a_till_gets_what_is_kept_back_and_half_of_the_rest() {
    let check = |(on_hand, reserved, safety, held), expected| {
        let (variant, location) = (VariantId([1; 16]), LocationId([2; 16]));
        let level = Level { variant, location, on_hand, reserved, safety };
        assert_eq!(share(&level, held, QUOTA_EACH_MAX), expected, "{level:?} {held}");
    };
    check((10, 0, 0, 0), 5);
    check((4, 0, 0, 0), 2);
    check((4, 2, 0, 2), 2);
    check((1, 0, 0, 0), 0);
    check((1, 0, 1, 0), 1);
    check((3, 0, 1, 0), 2);
    check((0, 0, 0, 0), 0);
    check((2, 5, 0, 0), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_till_holds_is_sold_by_nobody_else() {
    on_each_engine(async |market| {
        let store = Store::open(market, 2).await;
        assert_eq!(store.stand().await, (2, 1, 1));
        // One lies free in the store, three in the warehouse: four are there for the web.
        let anna = device(market, "phone").await;
        let actor = crate::carts::testing::by(Role::Customer, None, &market.shop.web);
        let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
        let buys = async |key: &str, quantity| {
            put(market, anna, key, Action::Set { variant: store.blue, quantity }).await;
            let new = to_krakow(key);
            let write = |tx: &Tx| orders::place(ctx, tx, &actor, &Scope::whole(anna), &new, now);
            Ok(ctx.customers.db.write(write).await?.learn(ctx))
        };
        let refused: Result<orders::Order> = buys("o1", 5).await;
        assert_eq!(refused.unwrap_err().code, "out_of_stock");
        buys("o2", 4).await.unwrap();
        // The till's own is still there, and is the last.
        let sale = |key| Sale { is_done: true, ..store.sale(key, 1, 1) };
        store.sells(&sale("s1")).await.unwrap();
        assert_eq!(store.sells(&sale("s2")).await.unwrap_err().code, "out_of_stock");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quota_is_filled_up_and_given_back() {
    on_each_engine(async |market| {
        let store = Store::open(market, 10).await;
        for key in ["s1", "s2", "s3"] {
            store.sells(&store.sale(key, 1, 1)).await.unwrap();
        }
        assert_eq!(store.stand().await, (7, 2, 2));
        let (_, held) = renew(&market.ctx, &ola(), store.till.id).await.unwrap();
        assert_eq!((store.stand().await, held[&store.blue]), ((7, 3, 3), 3));
        // Opened again with the same key, it is the same till.
        let channel = store.till.channel;
        let new = NewTill { key: "t1".into(), location: store.krakow, channel, name: "x".into() };
        let again = open(&market.ctx, &ola(), &new).await.unwrap();
        assert_eq!((again.id, again.name.as_str()), (store.till.id, "Till 1"));
        close(&market.ctx, &ola(), store.till.id).await.unwrap();
        close(&market.ctx, &ola(), store.till.id).await.unwrap();
        assert_eq!(store.stand().await, (7, 0, 0));
        let refused = renew(&market.ctx, &ola(), store.till.id).await.unwrap_err();
        assert_eq!(refused.code, "till_closed");
        // A sale that it made before is taken in all the same, from the shelf.
        let late = Sale { is_done: true, ..store.sale("s4", 1, 1) };
        assert_eq!(store.sells(&store.sale("s5", 1, 1)).await.unwrap_err().code, "till_closed");
        store.sells(&late).await.unwrap();
        assert_eq!(store.stand().await, (6, 0, 0));
        assert_sound(market).await;
    })
    .await;
}
