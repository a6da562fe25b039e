use expect_test::expect;
use kit::time::minutes;

use super::*;
use crate::stock::testing::{assert_sound, has, place};
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn anna_takes_two_mugs_of_five_and_pays() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        has(market, mug, lodz, 5).await;
        let (anna, at) = (Holder::cart("anna"), now(market));
        let until = Some(at.plus(minutes(15)));
        write(market, |tx| reserve(tx, &anna, &[Wanted::new(mug, 2)], until, at)).await.unwrap();
        assert_eq!(lies(market, mug).await, "WLOD 5-2");
        assert_eq!(left(market, mug).await, 3);

        let kept = write(market, |tx| keep(tx, &anna)).await.unwrap();
        assert_eq!((kept[0].quantity, kept[0].expires_at), (2, None));
        market.ctx.customers.clock.advance(minutes(60));
        let at = now(market);
        assert!(!write(market, |tx| free_expired(tx, at)).await.unwrap());
        assert_eq!(lies(market, mug).await, "WLOD 5-2");

        let id = kept[0].id;
        write(market, |tx| ship(tx, id, 1, at)).await.unwrap();
        assert_eq!(lies(market, mug).await, "WLOD 4-1");
        let error = write(market, |tx| ship(tx, id, 2, at)).await.unwrap_err();
        expect!["Of this reservation 1 are left. (more_than_reserved)"]
            .assert_eq(&error.to_string());
        write(market, |tx| ship(tx, id, 1, at)).await.unwrap();
        assert_eq!(lies(market, mug).await, "WLOD 3");
        assert!(write(market, |tx| ship(tx, id, 1, at)).await.unwrap_err().is_not_found());
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_not_promised_and_nothing_beside_it() {
    on_each_engine(async |market| {
        let (mug, tea) = (thing(market, "MUG").await, thing(market, "TEA").await);
        let lodz = place(market, "WLOD Łódź PL").await;
        has(market, mug, lodz, 5).await;
        has(market, tea, lodz, 1).await;
        let (anna, at) = (Holder::cart("anna"), now(market));
        let both = [Wanted::new(mug, 1), Wanted::new(tea, 2)];
        let error = write(market, |tx| reserve(tx, &anna, &both, None, at)).await.unwrap_err();
        let told = error.to_string().replace(&tea.to_string(), "var_…");
        expect!["Of TEA (var_…) there are 1. (out_of_stock)"].assert_eq(&told);
        assert_eq!(lies(market, mug).await, "WLOD 5");
        let none = [Wanted::new(mug, 0)];
        let error = write(market, |tx| reserve(tx, &anna, &none, None, at)).await.unwrap_err();
        assert_eq!(error.code, "bad_quantity");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_anna_let_go_is_ions() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        has(market, mug, lodz, 1).await;
        let (anna, ion, at) = (Holder::cart("anna"), Holder::cart("ion"), now(market));
        let until = Some(at.plus(minutes(15)));
        let one = [Wanted::new(mug, 1)];
        write(market, |tx| reserve(tx, &anna, &one, until, at)).await.unwrap();
        let error = write(market, |tx| reserve(tx, &ion, &one, until, at)).await.unwrap_err();
        assert_eq!(error.code, "out_of_stock");

        // Nobody swept: whoever asks finds that Anna's time is over.
        market.ctx.customers.clock.advance(minutes(15));
        let at = now(market);
        write(market, |tx| reserve(tx, &ion, &one, None, at)).await.unwrap();
        assert!(write(market, |tx| keep(tx, &anna)).await.unwrap().is_empty());
        assert_eq!(lies(market, mug).await, "WLOD 1-1");

        write(market, |tx| release(tx, &ion, at)).await.unwrap();
        write(market, |tx| release(tx, &ion, at)).await.unwrap();
        assert_eq!(lies(market, mug).await, "WLOD 1");
        let until = Some(at.plus(minutes(1)));
        write(market, |tx| reserve(tx, &anna, &one, until, at)).await.unwrap();
        market.ctx.customers.clock.advance(minutes(1));
        let at = now(market);
        write(market, |tx| free_expired(tx, at)).await.unwrap();
        assert_eq!(lies(market, mug).await, "WLOD 1");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gift_set_is_as_many_as_its_parts_allow() {
    on_each_engine(async |market| {
        let (mug, tea) = (thing(market, "MUG").await, thing(market, "TEA").await);
        let (set, lodz) = (thing(market, "SET").await, place(market, "WLOD Łódź PL").await);
        write(market, |tx| bundles::set_parts(tx, set, &[(mug, 1), (tea, 2)])).await.unwrap();
        has(market, mug, lodz, 5).await;
        has(market, tea, lodz, 7).await;
        assert_eq!(left(market, set).await, 3);
        let (anna, at) = (Holder::order("1042"), now(market));
        let wanted = [Wanted::new(set, 2), Wanted::new(tea, 1)];
        let promised = write(market, |tx| reserve(tx, &anna, &wanted, None, at)).await.unwrap();
        let mut told: Vec<_> =
            promised.iter().map(|one| (one.quantity, one.asked == set)).collect();
        told.sort_unstable();
        assert_eq!(told, [(1, false), (2, true), (4, true)]);
        assert_eq!(left(market, set).await, 1);
        let error = write(market, |tx| reserve(tx, &anna, &wanted, None, at)).await.unwrap_err();
        let told = error.to_string().replace(&set.to_string(), "var_…");
        expect!["Of SET (var_…) there are 1. (out_of_stock)"].assert_eq(&told);

        let box_of_sets = thing(market, "BOX").await;
        let nested = write(market, |tx| bundles::set_parts(tx, box_of_sets, &[(set, 1)])).await;
        assert_eq!(nested.unwrap_err().code, "bundle_in_bundle");
        let nested = write(market, |tx| bundles::set_parts(tx, mug, &[(box_of_sets, 1)])).await;
        assert_eq!(nested.unwrap_err().code, "bundle_in_bundle");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_sells_what_it_holds_while_its_network_is_cut() {
    on_each_engine(async |market| {
        let (mug, krakow) = (thing(market, "MUG").await, place(market, "SKRK Kraków PL").await);
        has(market, mug, krakow, 5).await;
        let (till, at) = (Holder::till("krk-1"), now(market));
        write(market, |tx| grant_quota(tx, &till, krakow, &[(mug, 3)], at)).await.unwrap();
        assert_eq!(left(market, mug).await, 2);

        let sold_at = at;
        market.ctx.customers.clock.advance(minutes(90));
        let at = now(market);
        let sell = async |key: &'static str, quantity: i64| {
            let sale = quotas::TillSale {
                variant: mug,
                quantity,
                key,
                reference: "receipt 7",
                actor: "Ola",
                at: sold_at,
            };
            write(market, |tx| use_quota(tx, &till, &sale, at)).await
        };
        assert!(sell("7/1", 2).await.unwrap());
        assert!(!sell("7/1", 2).await.unwrap(), "told again, it is one sale");
        assert_eq!(lies(market, mug).await, "SKRK 3-1");
        let error = sell("8/1", 2).await.unwrap_err();
        expect!["The till holds 1 of these. (quota_spent)"].assert_eq(&error.to_string());
        write(market, |tx| return_quota(tx, &till, mug, 1, at)).await.unwrap();
        assert_eq!(lies(market, mug).await, "SKRK 3");
        assert!(!sell("7/1", 2).await.unwrap());
        assert_sound(market).await;
    })
    .await;
}
