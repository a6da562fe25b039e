//! Ola sells in the store in Kraków, with and without a line; the books in view.

mod quotas;
mod selling;

use customers::accounts::{Permit, may};
use customers::channels::{self, ChannelKind, NewChannel};
use customers::identities::CustomerId;
use kit::{Result, Tx};

use super::*;
use crate::catalogue::VariantId;
use crate::catalogue::testing::mug;
use crate::orders::testing::anna_in;
use crate::orders::{self, Contact};
use crate::prices::testing::costs;
use crate::stock::testing::{has, place};
use crate::tenders::Tendered;
use crate::testing::Market;

/// A store with 10 blue mugs, a warehouse with 3 of them, and a till.
struct Store<'a> {
    market: &'a Market,
    blue: VariantId,
    krakow: LocationId,
    till: Till,
}

fn ola() -> Permit<may::SellAtTill> {
    Permit::console()
}

impl<'a> Store<'a> {
    async fn open(market: &'a Market, pieces: i64) -> Store<'a> {
        let blue = mug(market, "BLUE").await;
        costs(market, blue, 49_90).await;
        let krakow = place(market, "KRK Kraków PL").await;
        let warehouse = place(market, "W1 Łódź PL").await;
        has(market, blue, krakow, pieces).await;
        has(market, blue, warehouse, 3).await;
        let till = till(market, krakow, "t1").await;
        Store { market, blue, krakow, till }
    }

    fn sale(&self, key: &str, quantity: i64, taken: i64) -> Sale {
        let unit = 49_90;
        let line = SoldLine { variant: self.blue, quantity, taken, unit, total: unit * quantity };
        Sale {
            key: key.into(),
            who: Who::Stranger,
            lines: vec![line],
            coupons: Vec::new(),
            paid: Paid::Cash { given: unit * quantity + 10 },
            tendered: Tendered::default(),
            rest: (taken < quantity).then(|| (anna_in("PL"), contact())),
            method: None,
            shipping: 0,
            at: self.market.ctx.customers.clock.now(),
            is_done: false,
        }
    }

    async fn sells(&self, sale: &Sale) -> Result<Told> {
        sell(&self.market.ctx, &ola(), self.till.id, sale).await
    }

    /// `on hand, reserved` in the store; and what the till holds.
    async fn stand(&self) -> (i64, i64, i64) {
        let read = |tx: &Tx| {
            let levels = crate::stock::store::levels(tx, &[self.blue])?;
            let here = levels.into_iter().find(|level| level.location == self.krakow);
            let held = crate::stock::quotas::held(tx, &self.till.holder(), self.blue)?;
            Ok(here.map(|level| (level.on_hand, level.reserved, held)))
        };
        self.market.ctx.customers.db.read(read).await.unwrap().unwrap()
    }

    async fn steps(&self, order: &orders::Order) -> Vec<String> {
        let read = |tx: &Tx| orders::store::steps(tx, order);
        let steps = self.market.ctx.customers.db.read(read).await.unwrap();
        let told = |step: &orders::Step| {
            let name = step.actor_name.as_deref().unwrap_or("-");
            format!("{} by {} {name}: {}", step.kind.as_str(), step.actor, step.details)
        };
        steps.iter().map(told).collect()
    }
}

async fn till(market: &Market, location: LocationId, key: &str) -> Till {
    let now = market.ctx.customers.clock.now();
    let door = NewChannel { kind: ChannelKind::Store, name: format!("Kraków {key}") };
    let make = |tx: &Tx| channels::create(tx, &door, now);
    let channel = market.ctx.customers.db.write(make).await.unwrap().0.id;
    let new = NewTill { key: key.into(), location, channel, name: "Till 1".into() };
    open(&market.ctx, &ola(), &new).await.unwrap()
}

fn contact() -> Contact {
    Contact { phone: Some("+48601234567".into()), ..Contact::default() }
}

async fn told(market: &Market, customer: CustomerId) -> Vec<String> {
    market.shop.told(customer).await
}
