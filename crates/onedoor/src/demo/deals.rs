//! What the demo's shop takes off: for everybody, for whoever buys more, and for whoever has the newsletter's code; and its
//! points.

use std::collections::BTreeMap;

use commerce::Ctx;
use commerce::catalogue::categories::Tree;
use commerce::loyalty::{self, Program, Rate, Tier};
use commerce::promotions::coupons::{self, Codes, Limits};
use commerce::promotions::rule::{Gives, Goods, Needs};
use commerce::promotions::{Budget, Promotion, PromotionId, Rule, store};
use customers::accounts::{Permit, may};
use kit::money::Currency;
use kit::time::days;
use kit::{Error, Result, Time, Tx};

use super::catalogue::{CANDLES, CUPS};
use super::goods::slug;
use super::shop::COUPON;

/// Since when the candles are cheaper, and for how long.
const CANDLES_AGE: i64 = days(3);
const CANDLES_LENGTH: i64 = days(12);
const AGE: i64 = days(60);

/// Makes the promotions; tells which one the coupon opens.
pub fn make(tx: &Tx, now: Time) -> Result<PromotionId> {
    let tree = Tree::load(tx)?;
    let shelf = |title: &str| -> Result<Goods> {
        let found = tree.by_handle(&slug(title));
        let found = found.ok_or_else(|| Error::internal(format!("no shelf “{title}”")))?;
        Ok(Goods { categories: vec![found.id].into(), ..Goods::default() })
    };
    let began = now.minus(CANDLES_AGE);
    let candles = Promotion {
        starts_at: Some(began),
        ends_at: Some(began.plus(CANDLES_LENGTH)),
        ..promotion("Long evenings: candles −15 %", percent(15), shelf(CANDLES)?, began)
    };
    store::save(tx, &candles, began)?;
    let cups = Gives::BuyGet { buy: 2, get: 1, basis_points: 10_000, sets_max: None };
    let since = now.minus(AGE);
    store::save(tx, &promotion("Three cups for two", cups, shelf(CUPS)?, since), since)?;
    let mut basket = promotion(
        "30 zł off from 300 zł",
        Gives::Amount { amount: 3_000 },
        Goods::default(),
        since,
    );
    basket.rule.needs.currency = Some(Currency::PLN);
    basket.rule.needs.amount_min = Some(30_000);
    store::save(tx, &basket, since)?;
    let mut welcome = promotion("Welcome: first order −10 %", percent(10), Goods::default(), since);
    welcome.rule.needs = Needs { coupon: true, first_order: true, ..Needs::default() };
    store::save(tx, &welcome, since)?;
    loyalty::store::save_program(tx, &program(), since)?;
    Ok(welcome.id)
}

/// A point for each złoty or leu; a hundred of them pay five.
fn program() -> Program {
    let both = |points, per| {
        let rate = Rate { points, per };
        BTreeMap::from([Currency::PLN, Currency::RON].map(|currency| (currency, rate)))
    };
    let gold = Tier { name: "Gold".into(), from: 1_000, percent: 150 };
    Program {
        earns: both(1, 1_00),
        pays: both(100, 5_00),
        expire_days: Some(730),
        tiers: vec![gold],
    }
}

/// The code that stands in the newsletter.
pub async fn print_coupon(
    ctx: &Ctx,
    by: &Permit<may::SetPrices>,
    promotion: PromotionId,
) -> Result<()> {
    let each = Limits { uses_max_each: Some(1), ..Limits::default() };
    coupons::make(ctx, by, promotion, &Codes::Own(COUPON.into()), each).await.map(drop)
}

fn percent(percent: i64) -> Gives {
    Gives::Percentage { basis_points: percent * 100 }
}

fn promotion(name: &str, gives: Gives, goods: Goods, made: Time) -> Promotion {
    Promotion {
        id: PromotionId::new(made),
        name: name.into(),
        is_active: true,
        starts_at: None,
        ends_at: None,
        priority: 0,
        budget: Budget::default(),
        rule: Rule { gives, goods, needs: Needs::default(), beside: Default::default() },
    }
}
