//! Never sold twice: many buyers in two server processes want the last pieces at the same moment.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use kit::testing::engines;

use super::*;
use crate::stock::testing::{assert_sound, has, place};

const MUGS: i64 = 60;

/// What is for sale: mugs alone, and in a set with two teas.
#[derive(Clone, Copy)]
struct Goods {
    mug: VariantId,
    set: VariantId,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_mugs_are_sold_sixty_times_whoever_asks_at_once() {
    for engine in engines() {
        for buyers in [1, 2, 64] {
            let first = Arc::new(Market::open(engine).await);
            let second = Arc::new(first.second_process().await);
            let goods = stocked(&first).await;
            let sold = Arc::new(AtomicI64::new(0));
            let tasks: Vec<_> = (0..buyers)
                .map(|buyer| {
                    let market = if buyer % 2 == 0 { &first } else { &second };
                    tokio::spawn(buy(market.clone(), goods, buyer, sold.clone()))
                })
                .collect();
            for task in tasks {
                task.await.unwrap();
            }
            assert_eq!(sold.load(Ordering::SeqCst), MUGS, "{engine:?}, {buyers} buyers");
            assert_eq!(left(&first, goods.mug).await, 0);
            assert_sound(&first).await;
        }
    }
}

/// In a warehouse and a store; there is more tea than anybody wants.
async fn stocked(market: &Market) -> Goods {
    let (mug, tea) = (thing(market, "MUG").await, thing(market, "TEA").await);
    let set = thing(market, "SET").await;
    write(market, |tx| bundles::set_parts(tx, set, &[(mug, 1), (tea, 2)])).await.unwrap();
    let lodz = place(market, "WLOD Łódź PL").await;
    let krakow = place(market, "SKRK Kraków PL").await;
    has(market, mug, lodz, MUGS - 10).await;
    has(market, mug, krakow, 10).await;
    has(market, tea, lodz, 10 * MUGS).await;
    Goods { mug, set }
}

/// Buys and buys until there is nothing left. Every third time somebody only looks: what they were promised is over at
/// once, and whoever is short of it takes it.
async fn buy(market: Arc<Market>, goods: Goods, buyer: usize, sold: Arc<AtomicI64>) {
    let at = now(&market);
    for round in 0.. {
        let holder = Holder::cart(format!("{buyer}-{round}"));
        let leaves = (buyer + round) % 3 == 2;
        let expires_at = leaves.then_some(at);
        let what = if (buyer + round).is_multiple_of(4) { goods.set } else { goods.mug };
        let wanted = [Wanted::new(what, 1)];
        let taken = write(&market, |tx| reserve(tx, &holder, &wanted, expires_at, at)).await;
        match taken {
            Ok(promised) if !leaves => {
                sold.fetch_add(1, Ordering::SeqCst);
                // Some of it has left before the last one is promised.
                if round.is_multiple_of(5) {
                    for one in promised {
                        let all = one.quantity;
                        write(&market, |tx| ship(tx, one.id, all, at)).await.unwrap();
                    }
                }
            }
            Ok(_) => {}
            Err(error) => {
                assert_eq!(error.code, "out_of_stock", "{error}");
                if !leaves {
                    return;
                }
            }
        }
    }
}
