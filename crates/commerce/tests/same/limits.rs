//! A code that few may use and a promotion with a budget, and many who buy at once on two servers.

use commerce::Ctx;
use commerce::carts::testing::{by, device, mug, put};
use commerce::carts::{Action, Role, Scope};
use commerce::orders::testing::to_krakow;
use commerce::orders::{Order, place};
use commerce::prices::testing::costs;
use commerce::promotions::budgets;
use commerce::promotions::coupons::{self, Codes, Limits};
use commerce::promotions::rule::{Beside, Gives, Needs};
use commerce::promotions::{Budget, Promotion, PromotionId, Rule};
use commerce::stock::testing::{has, place as opened};
use commerce::testing::{Market, on_each_engine};
use customers::accounts::{Permit, may};
use customers::channels::Door;
use customers::identities::CustomerId;
use futures_util::future::join_all;
use kit::Tx;
use kit::money::Currency;

/// Who buy at once, in the ordinary run of all tests.
const BUYERS: usize = 60;
/// A refusal means that somebody was quicker: one looks again and asks again.
const TRIES_MAX: usize = 200;

const WITH_CODE: PromotionId = PromotionId([1; 16]);
const LIMITED: PromotionId = PromotionId([2; 16]);

fn promotion(id: PromotionId, amount: i64, budget: Budget, coupon: bool) -> Promotion {
    let needs = Needs { currency: Some(Currency::PLN), coupon, ..Needs::default() };
    let (gives, beside) = (Gives::Amount { amount }, Beside::Others);
    Promotion {
        id,
        name: format!("{amount} off"),
        is_active: true,
        starts_at: None,
        ends_at: None,
        priority: 0,
        budget,
        rule: Rule { gives, goods: Default::default(), needs, beside },
    }
}

/// 5 zł off for every tenth who has the code; 3 zł off for whoever comes, until the money for every fifth is gone.
async fn offer(market: &Market, buyers: usize) {
    let permit = Permit::<may::SetPrices>::console();
    let with_code = promotion(WITH_CODE, 5_00, Budget::default(), true);
    let budget = Budget { uses_max: None, amount_max: Some(3_00 * (buyers as i64 / 5) + 2_99) };
    let limited = promotion(LIMITED, 3_00, budget, false);
    for one in [&with_code, &limited] {
        commerce::promotions::save(&market.ctx, &permit, one).await.expect("no buyer fails");
    }
    let limits = Limits { uses_max: Some(buyers as i64 / 10), ..Limits::default() };
    let code = Codes::Own("TENTH".into());
    coupons::make(&market.ctx, &permit, WITH_CODE, &code, limits).await.expect("no buyer fails");
}

async fn buy(ctx: Ctx, door: Door, leaf: CustomerId, n: usize) -> Order {
    let new = to_krakow(&format!("order-{n}"));
    let now = ctx.customers.clock.now();
    let actor = by(Role::Customer, None, &door);
    for _ in 0..TRIES_MAX {
        let write = |tx: &Tx| place(&ctx, tx, &actor, &Scope::whole(leaf), &new, now);
        match ctx.customers.db.write(write).await {
            Ok(placed) => return placed.learn(&ctx),
            Err(error) => {
                let quicker = ["coupon_used_up", "promotion_spent"];
                assert!(quicker.contains(&error.code), "{error}");
            }
        }
    }
    panic!("buyer {n} was refused {TRIES_MAX} times");
}

#[tokio::test(flavor = "multi_thread")]
async fn limits_hold_however_many_buy_at_once() {
    let buyers = super::setting("ONEDOOR_SAME_BUYERS", BUYERS);
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        costs(market, blue, 49_90).await;
        let lodz = opened(market, "WLOD Łódź PL").await;
        has(market, blue, lodz, buyers as i64).await;
        offer(market, buyers).await;
        let mut leaves = Vec::new();
        for n in 0..buyers {
            let leaf = device(market, &format!("phone-{n}")).await;
            put(market, leaf, "1", Action::Add { variant: blue, quantity: 1 }).await;
            put(market, leaf, "2", Action::ApplyCoupon { code: "tenth".into() }).await;
            leaves.push(leaf);
        }
        let second = market.second_process().await;
        let all = leaves.iter().enumerate().map(|(n, leaf)| {
            let process = if n % 2 == 0 { market } else { &second };
            tokio::spawn(buy(process.ctx.clone(), process.shop.web.clone(), *leaf, n))
        });
        let orders: Vec<Order> =
            join_all(all).await.into_iter().map(|done| done.expect("no buyer fails")).collect();
        let read = |tx: &Tx| {
            let code = coupons::find(tx, &["TENTH".to_string()])?.remove(0);
            Ok((code, budgets::gone(tx, &[WITH_CODE, LIMITED])?))
        };
        let (code, gone) = market.ctx.customers.db.read(read).await.expect("no buyer fails");
        let with_code = orders.iter().filter(|order| !order.coupons.is_empty()).count();
        assert_eq!((with_code, code.uses), (buyers / 10, buyers as i64 / 10));
        assert_eq!(gone[&WITH_CODE].uses, code.uses);
        assert_eq!(gone[&LIMITED].uses, buyers as i64 / 5);
        // What all paid is what they would have paid, less what was given: nothing is given twice or lost.
        let paid: i64 = orders.iter().map(|order| order.total.minor).sum();
        let given: i64 = gone.values().flat_map(|one| &one.amounts).map(|money| money.minor).sum();
        assert_eq!(paid, 49_90 * buyers as i64 - given);
    })
    .await;
}
