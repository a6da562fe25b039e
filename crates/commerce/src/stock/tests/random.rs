//! Whatever happens in whatever order, the books agree. The same numbers lead to the same life.

use kit::time::minutes;

use super::coming::Transfer;
use super::counts::{Count, Counter, count};
use super::*;
use crate::stock::testing::{assert_sound, place};
use crate::testing::on_each_engine;

const STEPS: usize = 150;

/// splitmix64 (Steele and others, 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn few(&mut self) -> i64 {
        1 + self.below(5) as i64
    }
}

struct World<'a> {
    market: &'a Market,
    things: Vec<VariantId>,
    /// Also those that are made of others.
    sold: Vec<VariantId>,
    places: Vec<LocationId>,
    dice: Dice,
}

#[tokio::test(flavor = "multi_thread")]
async fn any_life_of_a_shop_leaves_its_books_in_order() {
    on_each_engine(async |market| {
        let things = vec![thing(market, "MUG").await, thing(market, "TEA").await];
        let set = thing(market, "SET").await;
        let parts = [(things[0], 1), (things[1], 2)];
        write(market, |tx| bundles::set_parts(tx, set, &parts)).await.unwrap();
        let mut places = Vec::new();
        for described in ["WLOD Łódź PL", "SKRK Kraków PL", "SBUC București RO"] {
            places.push(place(market, described).await);
        }
        let sold = [things.clone(), vec![set]].concat();
        let mut world = World { market, things, sold, places, dice: Dice(2026) };
        let mut refused = 0;
        for step in 0..STEPS {
            if let Err(error) = world.live().await {
                assert_ne!(error.kind, kit::error::Kind::Internal, "step {step}: {error}");
                refused += 1;
            }
            if step % 10 == 0 {
                assert_sound(market).await;
            }
        }
        assert_sound(market).await;
        assert!(refused < STEPS / 2, "{refused} of {STEPS} were refused");
    })
    .await;
}

impl World<'_> {
    async fn live(&mut self) -> Result<()> {
        let at = now(self.market);
        let (variant, location) = (self.dice.pick(&self.things), self.dice.pick(&self.places));
        let sold = self.dice.pick(&self.sold);
        let quantity = self.dice.few();
        let holder = Holder::order(self.dice.below(6));
        match self.dice.below(11) {
            0..=2 => self.receive(variant, location, 3 * quantity).await,
            3 => self.reserve(&holder, Wanted::new(sold, quantity)).await,
            4 => self.reserve(&holder, Wanted::to_country(sold, quantity, "RO")).await,
            5 => self.reserve(&holder, Wanted::at_counter(sold, quantity, location)).await,
            6 => self.ship_all(&holder).await,
            7 => write(self.market, |tx| release(tx, &holder, at)).await,
            8 => self.time_goes_by().await,
            9 => self.count(variant, location, 2 * quantity).await,
            _ => self.transfer(variant, location, quantity).await,
        }
    }

    async fn receive(&mut self, variant: VariantId, location: LocationId, n: i64) -> Result<()> {
        let at = now(self.market);
        let received = Movement {
            variant,
            location,
            kind: MovementKind::Received,
            quantity: n,
            reference: "delivery",
            actor: "Ola",
            key: None,
            at,
        };
        write(self.market, |tx| record(tx, &[received], at)).await.map(drop)
    }

    async fn reserve(&mut self, holder: &Holder, wanted: Wanted) -> Result<()> {
        let at = now(self.market);
        let until = (self.dice.below(2) == 0).then_some(at.plus(minutes(20)));
        let wanted = [wanted];
        let looked = write(self.market, |tx| look_for(tx, &wanted, at)).await;
        let done = write(self.market, |tx| reserve(tx, holder, &wanted, until, at)).await;
        assert_eq!(looked.err(), done.as_ref().err().cloned());
        done.map(drop)
    }

    async fn ship_all(&mut self, holder: &Holder) -> Result<()> {
        let at = now(self.market);
        let ship_all = |tx: &Tx| {
            let held = keep(tx, holder)?;
            held.iter().try_for_each(|one| ship(tx, one.id, one.quantity, at))
        };
        write(self.market, ship_all).await
    }

    async fn time_goes_by(&mut self) -> Result<()> {
        self.market.ctx.customers.clock.advance(minutes(7));
        // Whoever is short of what is over by then takes it; else somebody comes by who frees it.
        if self.dice.below(2) == 0 {
            return Ok(());
        }
        let at = now(self.market);
        write(self.market, |tx| free_expired(tx, at)).await.map(drop)
    }

    async fn count(&mut self, variant: VariantId, location: LocationId, n: i64) -> Result<()> {
        let at = now(self.market);
        let (by, counted) = (self.dice.pick(&[Counter::Hand, Counter::Erp]), [(variant, n)]);
        let told = Count {
            location,
            by,
            as_of: at.minus(minutes(self.dice.below(10) as i64)),
            counted: &counted,
            reference: "count",
            actor: "Jan",
        };
        write(self.market, |tx| count(tx, &told, at)).await.map(drop)
    }

    async fn transfer(&mut self, variant: VariantId, from: LocationId, n: i64) -> Result<()> {
        let (at, to) = (now(self.market), self.dice.pick(&self.places));
        let transfer = Transfer { variant, from, to, quantity: n, reference: "van", actor: "Jan" };
        let go = |tx: &Tx| {
            let sent = coming::send(tx, &transfer, at)?;
            coming::arrive(tx, sent.id, n, "Jan", at).map(drop)
        };
        write(self.market, go).await
    }
}
