//! Coupons: their letters, and limits that hold whoever comes at once.

use customers::accounts::{Permit, may};
use customers::identities::{CustomerId, graph};
use futures_util::future::join_all;
use kit::time::days;
use serde_json::json;

use super::super::coupons::{Codes, Limits, find, give_back, make, redeem};
use super::super::{code, save};
use super::*;
use crate::orders::OrderId;
use crate::testing::{Market, on_each_engine};

#[test]
fn a_mistyped_code_is_noticed() {
    let code = code::letters().unwrap();
    assert!(code::is_sound(&code), "{code}");
    assert_ne!(code, code::letters().unwrap());
    let letters: Vec<char> = code.chars().collect();
    for i in 0..letters.len() {
        for other in "123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|c| *c != letters[i]) {
            let mut wrong = letters.clone();
            wrong[i] = other;
            assert!(!code::is_sound(&String::from_iter(wrong)), "{code} at {i} {other}");
        }
        for j in (0..i).filter(|j| letters[i] != letters[*j]) {
            let mut wrong = letters.clone();
            wrong.swap(i, j);
            assert!(!code::is_sound(&String::from_iter(wrong)), "{code} {i} {j}");
        }
    }
    let shown = code::shown(&code);
    assert_eq!((shown.len(), code::normal(&shown.to_lowercase())), (14, code));
}

#[test]
fn a_printed_code_is_an_ean_13() {
    for _ in 0..100 {
        let code = code::ean_13().unwrap();
        assert_eq!((code.len(), &code[..2]), (13, "29"));
        // Every second digit three times; the sum ends in 0.
        let digits = code.bytes().map(|digit| usize::from(digit - b'0'));
        let sum: usize = digits.enumerate().map(|(i, digit)| digit * [1, 3][i % 2]).sum();
        assert_eq!(sum % 10, 0, "{code}");
    }
}

/// A promotion that needs a code, and codes for it.
async fn with_codes(market: &Market, codes: Codes, limits: Limits) -> Vec<String> {
    let permit = Permit::<may::SetPrices>::console();
    let mut promotion = percentage(1, 10);
    promotion.rule.needs.coupon = true;
    save(&market.ctx, &permit, &promotion).await.unwrap();
    make(&market.ctx, &permit, promotion.id, &codes, limits).await.unwrap()
}

/// What became of an attempt to use the code: "ok", or why not.
async fn attempt(
    market: &Market,
    code: &str,
    customer: CustomerId,
    order: OrderId,
) -> &'static str {
    let ctx = &market.ctx.customers;
    let now = ctx.clock.now();
    let done = ctx.db.write(|tx| redeem(tx, code, customer, order, now)).await;
    done.map_or_else(|error| error.code, |_| "ok")
}

async fn uses(market: &Market, code: &str) -> i64 {
    let codes = [code.to_string()];
    market.ctx.customers.db.read(|tx| find(tx, &codes)).await.unwrap()[0].uses
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_redeem_a_code_that_a_hundred_may() {
    on_each_engine(async |market| {
        let limits = Limits { uses_max: Some(100), ..Limits::default() };
        with_codes(market, Codes::Own("Lato 2026".into()), limits).await;
        let second = market.second_process().await;
        let now = market.ctx.customers.clock.now();
        let buyers = (0..1_000).map(|n| {
            let process = if n % 2 == 0 { market } else { &second };
            let db = process.ctx.customers.db.clone();
            tokio::spawn(async move {
                let (customer, order) = (CustomerId::new(now), OrderId::new(now));
                db.write(|tx| redeem(tx, "lato-2026", customer, order, now)).await
            })
        });
        let mut got = 0;
        for done in join_all(buyers).await {
            match done.unwrap() {
                Ok(_) => got += 1,
                Err(error) => assert_eq!(error.code, "coupon_used_up"),
            }
        }
        assert_eq!((got, uses(market, "LATO2026").await), (100, 100));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_use_is_counted_once_an_order_and_can_be_given_back() {
    on_each_engine(async |market| {
        let limits = Limits { uses_max: Some(1), ..Limits::default() };
        let codes = with_codes(market, Codes::Letters(3), limits).await;
        let now = market.ctx.customers.clock.now();
        let (anna, bogdan) = (CustomerId::new(now), CustomerId::new(now));
        let (first, second) = (OrderId::new(now), OrderId::new(now));
        let code = codes[1].as_str();
        assert_eq!(attempt(market, code, anna, first).await, "ok");
        assert_eq!(attempt(market, code, anna, first).await, "ok");
        assert_eq!(attempt(market, code, bogdan, second).await, "coupon_used_up");
        let give_back = || market.ctx.customers.db.write(|tx| give_back(tx, code, anna, first));
        give_back().await.unwrap();
        give_back().await.unwrap();
        assert_eq!(uses(market, code).await, 0);
        assert_eq!(attempt(market, code, bogdan, second).await, "ok");
        assert_eq!(attempt(market, "ABCDEFGHJKMN", anna, first).await, "coupon_unknown");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_uses_a_code_once_also_when_they_were_two() {
    on_each_engine(async |market| {
        let limits = Limits {
            uses_max_each: Some(1),
            ends_at: Some(market.ctx.customers.clock.now().plus(days(7))),
            ..Limits::default()
        };
        let code = with_codes(market, Codes::Own("HELLO".into()), limits).await.remove(0);
        let shop = &market.shop;
        for who in ["ana", "ana-at-work"] {
            shop.server(&[json!({"type": "identify", "userId": who})]).await;
        }
        let (home, work) = (
            shop.who("user_id:ana").await.unwrap(),
            shop.who("user_id:ana-at-work").await.unwrap(),
        );
        let order = || OrderId::new(shop.ctx.clock.now());

        // At the same moment on several doors: one gets it.
        let attempts = join_all((0..8).map(|_| attempt(market, &code, home, order()))).await;
        assert_eq!(attempts.iter().filter(|done| **done == "ok").count(), 1, "{attempts:?}");
        assert!(attempts.iter().all(|done| ["ok", "coupon_used_by_you"].contains(done)));
        // Two customers of the shop, until it learns that they are one.
        let work_order = order();
        assert_eq!(attempt(market, &code, work, work_order).await, "ok");
        let now = shop.ctx.clock.now();
        let undo = |tx: &Tx| give_back(tx, &code, work, work_order);
        shop.ctx.db.write(undo).await.unwrap();
        let merge = |tx: &Tx| graph::merge(tx, home, work, "staff:ola", "same", now);
        shop.ctx.db.write(merge).await.unwrap();
        assert_eq!(attempt(market, &code, work, order()).await, "coupon_used_by_you");
        shop.ctx.clock.advance(days(7));
        shop.server(&[json!({"type": "identify", "userId": "celina"})]).await;
        let celina = shop.who("user_id:celina").await.unwrap();
        assert_eq!(attempt(market, &code, celina, order()).await, "coupon_over");
    })
    .await;
}
