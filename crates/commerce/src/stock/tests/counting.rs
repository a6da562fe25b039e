use expect_test::expect;
use kit::Time;
use kit::time::minutes;

use super::counts::{Count, Counter, Outcome, count, count_rest};
use super::*;
use crate::stock::testing::{assert_sound, has, place};
use crate::testing::on_each_engine;

struct Shelf<'a> {
    market: &'a Market,
    lodz: LocationId,
}

impl Shelf<'_> {
    async fn count(&self, by: Counter, as_of: Time, counted: &[(VariantId, i64)]) -> Outcome {
        let (location, actor, reference) = (self.lodz, "Ola", "count");
        let told = Count { location, by, as_of, counted, reference, actor };
        let at = now(self.market);
        write(self.market, |tx| count(tx, &told, at)).await.unwrap()
    }

    /// A parcel with one of these leaves now.
    async fn ships(&self, variant: VariantId) {
        let (holder, at) = (Holder::order("1"), now(self.market));
        let wanted = [Wanted::new(variant, 1)];
        let sold = |tx: &Tx| {
            let promised = reserve(tx, &holder, &wanted, None, at)?;
            ship(tx, promised[0].id, 1, at)
        };
        write(self.market, sold).await.unwrap();
    }

    fn later(&self) -> Time {
        self.market.ctx.customers.clock.advance(minutes(10));
        now(self.market)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sold_while_somebody_counts_stays_sold() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        has(market, mug, lodz, 10).await;
        let shelf = Shelf { market, lodz };
        let counting = shelf.later();
        shelf.later();
        shelf.ships(mug).await;
        assert_eq!(lies(market, mug).await, "WLOD 9");
        // Ola counted nine before the parcel left: one is missing.
        let outcome = shelf.count(Counter::Hand, counting, &[(mug, 9)]).await;
        expect!["Outcome { corrected: 1, as_before: 0, outdated: 0 }"]
            .assert_eq(&format!("{outcome:?}"));
        assert_eq!(lies(market, mug).await, "WLOD 8");
        // The same sheet, sent once more, and an older one.
        let outcome = shelf.count(Counter::Hand, counting, &[(mug, 9)]).await;
        assert_eq!(outcome.outdated, 1);
        let outcome = shelf.count(Counter::Hand, counting.minus(1), &[(mug, 50)]).await;
        assert_eq!(outcome.outdated, 1);
        assert_eq!(lies(market, mug).await, "WLOD 8");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_never_brings_back_what_was_sold() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        has(market, mug, lodz, 10).await;
        let (shelf, till) = (Shelf { market, lodz }, Holder::till("lod-1"));
        let at = now(market);
        write(market, |tx| grant_quota(tx, &till, lodz, &[(mug, 2)], at)).await.unwrap();
        let sold_at = shelf.later();
        let snapshot_at = shelf.later();
        let at = shelf.later();
        shelf.ships(mug).await;
        // A till sold one before the snapshot was taken, and says so only now: the ERP knows nothing of it.
        let sale = quotas::TillSale {
            variant: mug,
            quantity: 1,
            key: "9/1",
            reference: "receipt 9",
            actor: "Jan",
            at: sold_at,
        };
        write(market, |tx| use_quota(tx, &till, &sale, at)).await.unwrap();
        assert_eq!(lies(market, mug).await, "WLOD 8-1");
        shelf.later();
        let outcome = shelf.count(Counter::Erp, snapshot_at, &[(mug, 10)]).await;
        assert_eq!((outcome.corrected, outcome.as_before), (0, 1));
        assert_eq!(lies(market, mug).await, "WLOD 8-1");
        // One that was taken after both were known holds as it is.
        let at = shelf.later();
        shelf.count(Counter::Erp, at, &[(mug, 4)]).await;
        assert_eq!(lies(market, mug).await, "WLOD 4-1");
        assert_eq!(left(market, mug).await, 3);
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_full_snapshot_says_that_the_rest_is_gone() {
    on_each_engine(async |market| {
        let (mug, tea) = (thing(market, "MUG").await, thing(market, "TEA").await);
        let lodz = place(market, "WLOD Łódź PL").await;
        has(market, mug, lodz, 10).await;
        has(market, tea, lodz, 7).await;
        let shelf = Shelf { market, lodz };
        let at = shelf.later();
        shelf.count(Counter::Erp, at, &[(mug, 9)]).await;
        assert_eq!(lies(market, tea).await, "WLOD 7");
        let at = shelf.later();
        let told = Count {
            location: lodz,
            by: Counter::Erp,
            as_of: at,
            counted: &[],
            reference: "snapshot",
            actor: "ERP",
        };
        let named = [mug].into();
        let outcome = write(market, |tx| count_rest(tx, &told, &named, at)).await.unwrap();
        assert_eq!(outcome.corrected, 1);
        assert_eq!(lies(market, tea).await, "WLOD 0");
        assert_eq!(lies(market, mug).await, "WLOD 9");

        let early = Count { as_of: at.plus(1), ..told };
        let error = write(market, |tx| count(tx, &early, at)).await.unwrap_err();
        assert_eq!(error.code, "counted_later");
        assert_sound(market).await;
    })
    .await;
}
