use expect_test::expect;

use super::coming::{Announced, Transfer};
use super::movements::take_away;
use super::*;
use crate::stock::testing::{assert_sound, has, place};
use crate::testing::on_each_engine;

fn received(variant: VariantId, location: LocationId, key: Option<&str>) -> Movement<'_> {
    Movement {
        variant,
        location,
        kind: MovementKind::Received,
        quantity: 10,
        reference: "delivery 77",
        actor: "Ola",
        key,
        at: kit::testing::NOON,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_delivery_told_twice_came_once() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        let (poznan, at) = (place(market, "SPOZ Poznań PL").await, now(market));
        let both = [received(mug, lodz, Some("77/1")), received(mug, lodz, Some("77/1"))];
        let news = write(market, |tx| record(tx, &both, at)).await.unwrap();
        assert_eq!(news, [true, false]);
        let news = write(market, |tx| record(tx, &both, at)).await.unwrap();
        assert_eq!(news, [false, false]);
        let elsewhere = [received(mug, poznan, Some("77/1")), received(mug, lodz, None)];
        let news = write(market, |tx| record(tx, &elsewhere, at)).await.unwrap();
        assert_eq!(news, [true, true]);
        assert_eq!(lies(market, mug).await, "SPOZ 10 WLOD 20");
        let told = |tx: &Tx| store::movements(tx, mug, None, 10);
        let told = market.ctx.customers.db.read(told).await.unwrap();
        assert_eq!(told.len(), 3);
        assert_eq!((told[0].reference.as_str(), told[0].actor.as_str()), ("delivery 77", "Ola"));
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_leaves_than_there_is() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        has(market, mug, lodz, 5).await;
        let at = now(market);
        let broken = |quantity| Movement {
            kind: MovementKind::WrittenOff,
            quantity,
            reference: "fell down",
            ..received(mug, lodz, None)
        };
        let error = write(market, |tx| take_away(tx, &broken(-6), at)).await.unwrap_err();
        expect!["There are 5 that could go. (not_that_many)"].assert_eq(&error.to_string());
        let error = write(market, |tx| record(tx, &[broken(1)], at)).await.unwrap_err();
        expect!["“written_off” cannot be 1. (bad_quantity)"].assert_eq(&error.to_string());
        write(market, |tx| take_away(tx, &broken(-1), at)).await.unwrap();
        assert_eq!(lies(market, mug).await, "WLOD 4");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_on_its_way_lies_nowhere() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        let (krakow, at) = (place(market, "SKRK Kraków PL").await, now(market));
        has(market, mug, lodz, 5).await;
        let anna = Holder::order("1042");
        let wanted = [Wanted::new(mug, 2)];
        write(market, |tx| reserve(tx, &anna, &wanted, None, at)).await.unwrap();
        let transfer = |quantity| Transfer {
            variant: mug,
            from: lodz,
            to: krakow,
            quantity,
            reference: "van 3",
            actor: "Ola",
        };
        let error = write(market, |tx| coming::send(tx, &transfer(4), at)).await.unwrap_err();
        expect!["There are 3 that could go. (not_that_many)"].assert_eq(&error.to_string());
        let sent = write(market, |tx| coming::send(tx, &transfer(3), at)).await.unwrap();
        assert_eq!(lies(market, mug).await, "WLOD 2-2");
        assert_eq!(left(market, mug).await, 0);

        let arrive = async |n| write(market, |tx| coming::arrive(tx, sent.id, n, "Jan", at)).await;
        arrive(2).await.unwrap();
        assert_eq!(lies(market, mug).await, "SKRK 2 WLOD 2-2");
        let error = arrive(2).await.unwrap_err();
        expect!["Of this transfer 1 are on their way. (more_than_sent)"]
            .assert_eq(&error.to_string());
        write(market, |tx| coming::close(tx, sent.id, at)).await.unwrap();
        assert_eq!(arrive(1).await.unwrap_err().code, "nothing_coming");

        let announced = Announced {
            variant: mug,
            to: lodz,
            quantity: 100,
            expected_at: Some(at.plus(kit::time::days(7))),
            reference: "order to the potter",
        };
        let coming = write(market, |tx| coming::announce(tx, &announced, at)).await.unwrap();
        let expected = |tx: &Tx| coming::expected(tx, &[mug]);
        let expected = market.ctx.customers.db.read(expected).await.unwrap();
        assert_eq!(expected, std::slice::from_ref(&coming));
        let id = coming.id;
        write(market, |tx| coming::arrive(tx, id, 101, "Jan", at)).await.unwrap();
        assert_eq!(lies(market, mug).await, "SKRK 2 WLOD 103-2");
        assert_sound(market).await;
    })
    .await;
}
