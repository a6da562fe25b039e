//! Gift cards: spent by several tills at once, never below zero.

use customers::accounts::{Permit, may};
use expect_test::expect;
use futures_util::future::join_all;
use kit::money::{Currency, Money};
use kit::time::days;

use super::super::gift_cards::*;
use crate::testing::on_each_engine;

fn zloty(amount: i64) -> Money {
    Money::new(amount * 100, Currency::PLN)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gift_card_is_spent_bit_by_bit_and_never_below_zero() {
    on_each_engine(async |market| {
        let permit = Permit::<may::SetPrices>::console();
        let db = &market.ctx.customers.db;
        let now = market.ctx.customers.clock.now();
        let end = Some(now.plus(days(365)));
        let card = GiftCardId::new(now);
        let code = issue(&market.ctx, &permit, card, zloty(200), end).await.unwrap();
        assert_eq!(code.len(), 14, "{code}");
        // As people type it.
        let typed = code.to_lowercase().replace('-', " ");
        let pay = |amount, reference: &str, at| {
            let (typed, reference) = (typed.clone(), reference.to_string());
            db.write(move |tx| spend(tx, &typed, amount, &reference, at))
        };
        assert_eq!(pay(zloty(150), "order:1", now).await.unwrap(), zloty(50));
        // The answer was lost, the till asks again.
        assert_eq!(pay(zloty(150), "order:1", now).await.unwrap(), zloty(50));
        let code_of =
            async |amount, reference, at| pay(amount, reference, at).await.unwrap_err().code;
        assert_eq!(code_of(zloty(151), "order:1", now).await, "reference_used");
        assert_eq!(code_of(zloty(51), "order:2", now).await, "gift_card_too_low");
        assert_eq!(code_of(Money::new(1, Currency::EUR), "order:2", now).await, "other_currency");
        assert_eq!(code_of(zloty(1), "order:2", now.plus(days(365))).await, "gift_card_over");
        let back = db.write(|tx| put_back(tx, card, zloty(30), "refund:1", now)).await.unwrap();
        assert_eq!(back, 80_00);
        let entries = db.read(|tx| entries(tx, card)).await.unwrap();
        let entries = entries
            .into_iter()
            .map(|(_, reference, amount, balance)| format!("{reference} {amount} {balance}\n"));
        let mut entries: Vec<_> = entries.collect();
        entries.sort();
        expect![[r#"
            issue 20000 20000
            order:1 -15000 5000
            refund:1 3000 8000
        "#]]
        .assert_eq(&entries.concat());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_tills_spend_one_card() {
    on_each_engine(async |market| {
        let permit = Permit::<may::SetPrices>::console();
        let second = market.second_process().await;
        let now = market.ctx.customers.clock.now();
        let card = GiftCardId::new(market.ctx.customers.clock.now());
        let code = issue(&market.ctx, &permit, card, zloty(100), None).await.unwrap();
        let tills = (0..20).map(|n| {
            let process = if n % 2 == 0 { market } else { &second };
            let (db, code) = (process.ctx.customers.db.clone(), code.clone());
            tokio::spawn(async move {
                let reference = format!("order:{n}");
                db.write(|tx| spend(tx, &code, zloty(9), &reference, now)).await.is_ok()
            })
        });
        let paid = join_all(tills).await.into_iter().filter(|paid| *paid.as_ref().unwrap()).count();
        assert_eq!(paid, 11);
        let card = market.ctx.customers.db.read(|tx| find_maybe(tx, &code)).await.unwrap();
        assert_eq!(card.unwrap().balance, zloty(1));
    })
    .await;
}
