//! Stories of prices, on each engine; what is pure has files of its own.

mod lowest;
mod vat;

use customers::accounts::{Permit, may};
use expect_test::{Expect, expect};
use kit::money::{Currency, Money};
use kit::time::{days, hours};

use super::lowest::{Reduction, Steps};
use super::testing::{costs, retail, sells_at};
use super::*;
use crate::catalogue::testing::mug as goods;
use crate::promotions::reductions;
use crate::testing::{Market, on_each_engine};
use exceptions::{Change, NewException};

fn ask(market: &Market, variant: VariantId) -> Ask {
    let at = market.ctx.customers.clock.now();
    Ask { variant, group: None, currency: Currency::PLN, quantity: 1, at }
}

async fn price_of(market: &Market, ask: &Ask) -> Option<Price> {
    market.ctx.customers.db.read(|tx| price(tx, ask)).await.unwrap()
}

/// A price and why, with the names of the lists.
async fn why(market: &Market, ask: &Ask) -> String {
    let lists = market.ctx.customers.db.read(store::lists).await.unwrap();
    let name = |id: PriceListId| &lists.iter().find(|list| list.id == id).unwrap().code;
    let Some(price) = price_of(market, ask).await else { return "no price\n".into() };
    let Derivation { why, passed_over, .. } = &price.derivation;
    let mut told = format!("{} from {}: {why:?}\n", price.unit, name(price.list));
    for passed in passed_over {
        let (list, from) = (name(passed.list), passed.quantity_min);
        told +=
            &format!("  not {} from {list} (from {from} on): {:?}\n", passed.amount, passed.why);
    }
    told
}

async fn check(market: &Market, ask: &Ask, expected: Expect) {
    expected.assert_eq(&why(market, ask).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_says_why_it_is_this_one() {
    on_each_engine(async |market| {
        let mug = goods(market, "MUG").await;
        let now = market.ctx.customers.clock.now();
        check(market, &ask(market, mug), expect!["no price\n"]).await;

        costs(market, mug, 49_00).await;
        let trade = ListFields { code: "trade".into(), group: Some("trade".into()), ..retail() };
        sells_at(market, &trade, mug, 52_00).await;
        let spring = ListFields {
            code: "spring".into(),
            priority: 10,
            is_sale: true,
            starts_at: Some(now.plus(days(1))),
            ends_at: Some(now.plus(days(8))),
            ..retail()
        };
        sells_at(market, &spring, mug, 39_00).await;
        let ten = NewPrice { variant: mug, quantity_min: 10, amount: Some(45_00) };
        let permit = Permit::<may::SetPrices>::console();
        put(&market.ctx, &permit, &retail(), &[ten], "cheaper by the box").await.unwrap();

        check(
            market,
            &ask(market, mug),
            expect![[r#"
            49.00 PLN from retail: NoOther
              not 4500 from retail (from 10 on): QuantityTooLow
              not 5200 from trade (from 1 on): OtherGroup
              not 3900 from spring (from 1 on): NotYet
        "#]],
        )
        .await;
        // A group pays what was agreed with it, also where that is more.
        let of_trade = Ask { group: Some("trade".into()), ..ask(market, mug) };
        check(
            market,
            &of_trade,
            expect![[r#"
            52.00 PLN from trade: OwnGroup
              not 4900 from retail (from 1 on): ForEverybody
              not 4500 from retail (from 10 on): QuantityTooLow
              not 3900 from spring (from 1 on): NotYet
        "#]],
        )
        .await;
        let box_of_twelve = Ask { quantity: 12, ..ask(market, mug) };
        check(
            market,
            &box_of_twelve,
            expect![[r#"
            45.00 PLN from retail: NoOther
              not 4900 from retail (from 1 on): OtherQuantity
              not 5200 from trade (from 1 on): OtherGroup
              not 3900 from spring (from 1 on): NotYet
        "#]],
        )
        .await;
        let in_spring = Ask { at: now.plus(days(1)), ..ask(market, mug) };
        check(
            market,
            &in_spring,
            expect![[r#"
            39.00 PLN from spring: Priority
              not 4900 from retail (from 1 on): LowerPriority
              not 4500 from retail (from 10 on): QuantityTooLow
              not 5200 from trade (from 1 on): OtherGroup
        "#]],
        )
        .await;
        let after = Ask { at: now.plus(days(8)), ..ask(market, mug) };
        assert_eq!(price_of(market, &after).await.unwrap().unit, Money::new(49_00, Currency::PLN));
        let in_euro = Ask { currency: Currency::EUR, ..ask(market, mug) };
        check(market, &in_euro, expect!["no price\n"]).await;
    })
    .await;
}

/// What everybody has paid and will: hours from noon, amount, a star for a sale.
async fn history_of(market: &Market, variant: VariantId) -> String {
    let read = |tx: &Tx| store::intervals(tx, &[variant], Currency::PLN, "");
    let past = market.ctx.customers.db.read(read).await.unwrap();
    let hour = |at: Time| at.since(kit::testing::NOON) / hours(1);
    let line = |(_, one): (VariantId, history::Interval)| {
        let until = one.until.map_or("…".to_string(), |until| hour(until).to_string());
        let star = if one.is_sale { " *" } else { "" };
        format!("{}–{until} h: {}{star}\n", hour(one.from), one.amount)
    };
    past.into_iter().map(line).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_writes_what_it_has_cost_and_will() {
    on_each_engine(async |market| {
        let clock = &market.ctx.customers.clock;
        let mug = goods(market, "MUG").await;
        let start = clock.now();
        costs(market, mug, 49_00).await;
        let sale = ListFields {
            code: "sale".into(),
            priority: 10,
            is_sale: true,
            starts_at: Some(start.plus(hours(24))),
            ends_at: Some(start.plus(hours(48))),
            ..retail()
        };
        sells_at(market, &sale, mug, 39_00).await;
        expect![[r#"
            0–24 h: 4900
            24–48 h: 3900 *
            48–… h: 4900
        "#]]
        .assert_eq(&history_of(market, mug).await);

        // The same again changes nothing; a new price cuts what holds now, and the plan follows it.
        clock.advance(hours(10));
        costs(market, mug, 49_00).await;
        costs(market, mug, 55_00).await;
        expect![[r#"
            0–10 h: 4900
            10–24 h: 5500
            24–48 h: 3900 *
            48–… h: 5500
        "#]]
        .assert_eq(&history_of(market, mug).await);

        // In the middle of the sale somebody ends it: the list changes, no price does.
        clock.advance(hours(20));
        let ended = ListFields { ends_at: Some(clock.now()), ..sale };
        let now = clock.now();
        let write = |tx: &Tx| save_list(tx, &ended, "sold out early", now);
        market.ctx.customers.db.write(write).await.unwrap();
        expect![[r#"
            0–10 h: 4900
            10–24 h: 5500
            24–30 h: 3900 *
            30–… h: 5500
        "#]]
        .assert_eq(&history_of(market, mug).await);

        // Taken out of the list: it has no price any more.
        clock.advance(hours(10));
        let gone = [NewPrice { variant: mug, quantity_min: 1, amount: None }];
        let permit = Permit::<may::SetPrices>::console();
        put(&market.ctx, &permit, &retail(), &gone, "discontinued").await.unwrap();
        assert!(history_of(market, mug).await.ends_with("30–40 h: 5500\n"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_be_announced_is_read_from_what_was_written() {
    on_each_engine(async |market| {
        let ctx = &market.ctx.customers;
        let (mug, pot) = (goods(market, "MUG").await, goods(market, "POT").await);
        costs(market, mug, 50_00).await;
        costs(market, pot, 90_00).await;
        ctx.clock.advance(days(40));
        costs(market, pot, 12_000).await;
        ctx.clock.advance(days(1));
        let sale = ListFields { code: "sale".into(), priority: 10, is_sale: true, ..retail() };
        sells_at(market, &sale, mug, 39_90).await;
        // Dearer a day before, so that the reduction looks larger: nothing may be announced.
        sells_at(market, &sale, pot, 95_00).await;
        ctx.clock.advance(days(3));
        let now = ctx.clock.now();
        let read = |tx: &Tx| reductions(tx, &[mug, pot], Currency::PLN, None, Steps::EachAnew, now);
        let found = ctx.db.read(read).await.unwrap();
        let began_at = now.minus(days(3));
        let reduction = Reduction { prior: 50_00, amount: 39_90, percent: 20, began_at };
        assert_eq!(found, [(mug, reduction)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_that_is_dearer_says_why_and_until_when() {
    on_each_engine(async |market| {
        let ctx = &market.ctx.customers;
        let permit = Permit::<may::SetPrices>::console();
        let (mug, pot) = (goods(market, "MUG").await, goods(market, "POT").await);
        let (now, marketplace) = (ctx.clock.now(), market.shop.web.channel.id);
        let dearer = NewException {
            channel: marketplace,
            variant: None,
            change: Change::BasisPoints(1_250),
            reason: "The marketplace keeps an eighth.".into(),
            starts_at: now,
            ends_at: now.plus(days(90)),
        };
        exceptions::declare(&market.ctx, &permit, &dearer).await.unwrap();
        let amount = Change::Amount(Money::new(45_00, Currency::PLN));
        let one = NewException { variant: Some(mug), change: amount, ..dearer.clone() };
        let one = exceptions::declare(&market.ctx, &permit, &one).await.unwrap();

        let at_door = |at: Time| ctx.db.read(move |tx| exceptions::at_door(tx, marketplace, at));
        let hold = at_door(now).await.unwrap();
        let unit = Money::new(49_99, Currency::PLN);
        let asked = |variant| exceptions::apply(unit, variant, &hold).map(|(unit, _)| unit.minor);
        assert_eq!((asked(mug), asked(pot)), (Some(45_00), Some(56_24)));

        exceptions::end(&market.ctx, &permit, one.id).await.unwrap();
        assert_eq!(at_door(now).await.unwrap().len(), 1);
        assert!(at_door(now.plus(days(90))).await.unwrap().is_empty());
        let refused = [
            NewException { reason: " ".into(), ..dearer.clone() },
            NewException { ends_at: now.plus(days(400)), ..dearer.clone() },
            NewException { change: Change::BasisPoints(20_000), ..dearer },
        ];
        for new in refused {
            let error = exceptions::declare(&market.ctx, &permit, &new).await.unwrap_err();
            assert_eq!(error.code, "bad_price_exception");
        }
    })
    .await;
}
