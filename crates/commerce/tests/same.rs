//! The same everywhere: random baskets cost the same at every door to the cent, with the way to the buyer, whoever puts the
//! question, and where a door differs, an exception that was declared says so. Who buys is known at each door alike. And limits
//! hold, however many buy at once.
//!
//! `ONEDOOR_SAME_BASKETS` says how many baskets (`cargo x story same` sets it); the same numbers lead to the same baskets.

#[path = "same/baskets.rs"]
mod baskets;
#[path = "same/buyers.rs"]
mod buyers;
#[path = "same/doors.rs"]
mod doors;
#[path = "same/limits.rs"]
mod limits;

use std::collections::BTreeSet;

use baskets::{Dice, Goods, Tried};
use commerce::prices::exceptions::{self, ExceptionId};
use commerce::promotions::{Quote, TotalType};
use commerce::testing::{Market, on_each_engine};
use doors::{Doors, declare, order, quoted};
use kit::Tx;

/// In the ordinary run of all tests.
const BASKETS: usize = 300;
/// Of so many baskets one is bought too.
const BOUGHT: usize = 5;

#[expect(clippy::disallowed_methods, reason = "this is the test's configuration")]
pub fn setting(name: &str, otherwise: usize) -> usize {
    std::env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_basket_costs_the_same_at_every_door() {
    let count = setting("ONEDOOR_SAME_BASKETS", BASKETS);
    on_each_engine(async |market| {
        let mut dice = Dice(2026);
        let goods = Goods::stocked(market, &mut dice).await;
        let doors = Doors::open(market).await;
        baskets::promotions(market, &mut dice, &goods).await;
        baskets::ways(market).await;
        declare(market, &doors, &goods).await;
        let mut met = BTreeSet::new();
        for n in 0..count {
            let basket = Tried::random(&mut dice, &goods);
            met.extend(same(market, &doors, &goods, &basket, n).await);
        }
        let now = market.ctx.customers.clock.now();
        let list = |tx: &Tx| exceptions::list(tx, now);
        let declared = market.ctx.customers.db.read(list).await.expect("reads");
        // None was met that is not on the list, and none stands there for nothing.
        let declared: BTreeSet<ExceptionId> = declared.into_iter().map(|one| one.id).collect();
        assert_eq!(met, declared);
        println!("{count} baskets at {} doors: the same to the cent", doors.all.len());
    })
    .await;
}

/// Asks every door, as a stranger and as a customer who is known; gives the exceptions that were met.
async fn same(
    market: &Market,
    doors: &Doors,
    goods: &Goods,
    basket: &Tried,
    n: usize,
) -> BTreeSet<ExceptionId> {
    let mut met = BTreeSet::new();
    for is_known in [false, true] {
        let plain = basket.plain(market, goods, is_known).await;
        for door in doors.all.iter().filter(|door| door.is_trusted || !is_known) {
            let asked = quoted(door, basket, goods, is_known).await;
            met.extend(explained(&plain, &asked, &format!("{n} at {}: {basket:?}", door.name)));
        }
        if is_known && n.is_multiple_of(BOUGHT) {
            let door = &doors.all[n / BOUGHT % doors.all.len()];
            let bought = order(market, door, basket, goods, n).await;
            met.extend(explained(&plain, &bought, &format!("{n} bought at {}", door.name)));
        }
    }
    met
}

/// Both are the same to the cent, or each line that is not names an exception.
fn explained(plain: &Quote, asked: &doors::Costs, context: &str) -> BTreeSet<ExceptionId> {
    let met: BTreeSet<ExceptionId> = asked.lines.iter().filter_map(|line| line.exception).collect();
    for (plain, line) in plain.lines.iter().zip(&asked.lines) {
        assert_eq!(plain.sku, line.sku, "{context}");
        if line.exception.is_none() {
            assert_eq!(plain.unit_amount, line.unit_amount, "{context}");
        }
    }
    if met.is_empty() {
        let totals: Vec<i64> = plain.lines.iter().map(|line| line.total).collect();
        let asked_totals: Vec<i64> = asked.lines.iter().map(|line| line.total).collect();
        assert_eq!(totals, asked_totals, "{context}");
        assert_eq!(plain.total(TotalType::Fulfillment), asked.delivery, "{context}");
        assert_eq!(plain.total(TotalType::Total), asked.total, "{context}");
        assert_eq!(plain.total(TotalType::Tax), asked.tax, "{context}");
    }
    met
}
