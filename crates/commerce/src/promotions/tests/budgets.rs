//! Promotions that may give only so much, that are for whole branches of the catalogue, or for some doors alone.

use customers::accounts::{Permit, may};
use customers::channels::ChannelId;
use customers::identities::CustomerId;
use futures_util::future::join_all;

use super::super::budgets::{give_back, gone, spend};
use super::super::rule::OnlyAt;
use super::super::store::find_maybe;
use super::*;
use crate::catalogue::{Wanted, WantedVariant};
use crate::orders::OrderId;
use crate::prices::Buyer;
use crate::prices::testing::costs;
use crate::testing::{Market, on_each_engine};

fn outcomes(basket: &Basket, promotions: &[Promotion]) -> Vec<Outcome> {
    apply(basket, promotions).told.into_iter().map(|told| told.outcome).collect()
}

#[test]
fn one_that_would_give_more_than_is_left_gives_nothing() {
    let mut basket = basket(&[line(1, 50_00, 2)]);
    let ten = [percentage(1, 10)];
    basket.left.insert(ten[0].id, 10_00);
    assert_eq!(outcomes(&basket, &ten), [Outcome::Applied { amount: 10_00, shipping: 0 }]);
    basket.left.insert(ten[0].id, 9_99);
    assert_eq!(outcomes(&basket, &ten), [Outcome::BudgetSpent]);
    // Where another has taken something first, less is asked of the budget.
    let half = Promotion { priority: 1, ..percentage(2, 50) };
    let both = [half, ten[0].clone()];
    let given = Outcome::Applied { amount: 5_00, shipping: 0 };
    assert_eq!(outcomes(&basket, &both), [Outcome::Applied { amount: 50_00, shipping: 0 }, given]);
}

#[test]
fn one_for_some_doors_is_given_there_alone() {
    let (store, web) = (ChannelId([1; 16]), ChannelId([2; 16]));
    let mut opening = percentage(1, 10);
    let channels = vec![store].into();
    opening.rule.needs.only_at = Some(OnlyAt { channels, reason: "It opens.".into() });
    let at = |door| Basket { door, ..basket(&[line(1, 50_00, 1)]) };
    let told = |door| outcomes(&at(door), std::slice::from_ref(&opening));
    assert_eq!(told(Some(store)), [Outcome::Applied { amount: 5_00, shipping: 0 }]);
    assert_eq!(told(Some(web)), [Outcome::OtherDoor]);
    assert_eq!(told(None), [Outcome::OtherDoor]);
    assert!(!opening.rule.needs.is_for_everybody());
    let refused = |one: &Promotion| check(one).unwrap_err().to_string();
    assert!(refused(&opening).contains("has an end"));
    opening.ends_at = later(1);
    check(&opening).unwrap();
}

/// A quote of one piece for 50 zł in a category two levels below “Kitchen”.
async fn quoted(market: &Market, variant: VariantId) -> Quote {
    let buyer = Buyer { customer: None, group: None, country: "PL".into() };
    let asked = Asked::new(vec![AskedLine { variant, quantity: 1 }], buyer, Currency::PLN);
    market.ctx.customers.db.read(|tx| quote(&market.ctx, tx, &asked)).await.unwrap()
}

async fn mug(market: &Market) -> (VariantId, CategoryId) {
    let wanted = Wanted {
        title: Some("Mug".into()),
        category: Some("Kitchen > Table > Mugs".into()),
        variants: vec![WantedVariant { sku: "MUG".into(), ..WantedVariant::default() }],
        ..Wanted::default()
    };
    let made = crate::catalogue::testing::product(market, &wanted).await;
    let variant = made.variants[0].id;
    costs(market, variant, 50_00).await;
    let tree = market.ctx.customers.db.read(crate::catalogue::categories::Tree::load).await;
    (variant, tree.unwrap().by_handle("kitchen").unwrap().id)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_branch_of_the_catalogue_counts_with_all_below_it() {
    on_each_engine(async |market| {
        let (mug, kitchen) = mug(market).await;
        let permit = Permit::<may::SetPrices>::console();
        let mut ten = percentage(1, 10);
        ten.rule.goods = Goods { categories: vec![kitchen].into(), ..Goods::default() };
        save(&market.ctx, &permit, &ten).await.unwrap();
        assert_eq!(quoted(market, mug).await.total(TotalType::Total), 45_00);
        let now = market.ctx.customers.clock.now();
        let announced = market.ctx.customers.db.read(|tx| {
            reductions(tx, &[mug], Currency::PLN, None, Default::default(), now.plus(1))
        });
        // It has always been on sale: there is no earlier price to measure against.
        assert!(announced.await.unwrap().is_empty());
        let books = CategoryId([9; 16]);
        ten.rule.goods = Goods { categories: vec![books].into(), ..Goods::default() };
        save(&market.ctx, &permit, &ten).await.unwrap();
        assert_eq!(quoted(market, mug).await.promotions[0].outcome, Outcome::NoGoods);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_want_what_is_there_for_a_hundred() {
    on_each_engine(async |market| {
        let (mug, _) = mug(market).await;
        let permit = Permit::<may::SetPrices>::console();
        let budget = Budget { uses_max: None, amount_max: Some(100 * 5_00 + 4_99) };
        let ten = Promotion { budget, ..percentage(1, 10) };
        save(&market.ctx, &permit, &ten).await.unwrap();
        let quote = quoted(market, mug).await;
        let second = market.second_process().await;
        let now = market.ctx.customers.clock.now();
        let buyers = (0..1_000).map(|n| {
            let process = if n % 2 == 0 { market } else { &second };
            let (db, quote) = (process.ctx.customers.db.clone(), quote.clone());
            tokio::spawn(async move {
                let (customer, order) = (CustomerId::new(now), OrderId::new(now));
                let got = db.write(|tx| spend(tx, &quote, customer, order, now)).await;
                got.map(|()| (customer, order)).map_err(|error| error.code)
            })
        });
        let done = join_all(buyers).await.into_iter().map(|done| done.unwrap());
        let (got, refused): (Vec<_>, Vec<_>) = done.partition(Result::is_ok);
        assert_eq!(got.len(), 100);
        assert!(refused.iter().all(|why| *why == Err("promotion_spent")));
        let spent = market.ctx.customers.db.read(|tx| gone(tx, &[ten.id])).await.unwrap();
        assert_eq!((spent[&ten.id].uses, spent[&ten.id].amounts[0].minor), (100, 50_000));
        assert_eq!(quoted(market, mug).await.promotions[0].outcome, Outcome::BudgetSpent);

        // An order comes to nothing: another may have it, once.
        let (customer, order) = got[0].unwrap();
        for _ in 0..2 {
            let back = |tx: &Tx| give_back(tx, customer, order);
            market.ctx.customers.db.write(back).await.unwrap();
        }
        assert_eq!(quoted(market, mug).await.total(TotalType::Total), 45_00);
        // A smaller budget counts what was given before; none at all gives for ever.
        let less = Promotion { budget: Budget { uses_max: Some(99), ..Budget::default() }, ..ten };
        save(&market.ctx, &permit, &less).await.unwrap();
        let kept = market.ctx.customers.db.read(|tx| find_maybe(tx, less.id)).await.unwrap();
        assert_eq!(kept.unwrap().budget, less.budget);
        assert_eq!(quoted(market, mug).await.promotions[0].outcome, Outcome::BudgetSpent);
        let endless = Promotion { budget: Budget::default(), ..less };
        save(&market.ctx, &permit, &endless).await.unwrap();
        assert_eq!(quoted(market, mug).await.total(TotalType::Total), 45_00);
    })
    .await;
}
