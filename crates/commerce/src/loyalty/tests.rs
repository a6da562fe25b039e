//! Anna collects points at two doors.

use std::collections::BTreeMap;

use customers::accounts::{Permit, may};
use customers::channels::ChannelId;
use customers::identities::{CustomerId, graph};
use customers::privacy::chapters::{Chapter as _, START};
use kit::money::Currency;
use kit::time::{days, minutes};
use kit::{Result, Time, Tx};

use super::*;
use crate::carts::rules::Action;
use crate::carts::testing::{by, device, put};
use crate::carts::{Actor, Role, Scope};
use crate::catalogue::testing::mug;
use crate::orders::testing::to_krakow;
use crate::orders::{self, Means, NewOrder, Order};
use crate::prices::testing::costs;
use crate::stock::testing::{has, place};
use crate::testing::{Market, on_each_engine};

fn program() -> Program {
    let gold = Tier { name: "Gold".into(), from: 100, percent: 200 };
    Program {
        earns: BTreeMap::from([(Currency::PLN, Rate { points: 1, per: 100 })]),
        expire_days: Some(365),
        pays: BTreeMap::new(),
        tiers: vec![gold],
    }
}

fn came(at: i64, points: i64, order: u8) -> Posting {
    let kind = if points > 0 { Kind::Earned } else { Kind::TakenBack };
    Posting {
        customer_id: CustomerId([0; 16]),
        id: PostingId([at as u8; 16]),
        key: String::new(),
        kind,
        points,
        at: Time(days(at)),
        expires_at: (points > 0).then(|| Time(days(at + 10))),
        order_id: Some(OrderId([order; 16])),
        reference: String::new(),
        counted: None,
        channel_id: ChannelId([0; 16]),
        actor: "customer".into(),
        actor_name: None,
    }
}

fn spent(at: i64, points: i64) -> Posting {
    Posting { kind: Kind::Spent, order_id: None, ..came(at, -points, 0) }
}

#[test]
fn what_is_lost_first_is_spent_first_and_nothing_is_taken_twice() {
    let check = |postings: &[Posting], day: i64, expected: i64| {
        let mut turned = postings.to_vec();
        turned.reverse();
        for postings in [postings, &turned] {
            assert_eq!(rules::balance(postings, Time(days(day))).points, expected, "day {day}");
        }
    };
    let two = [came(1, 100, 1), came(5, 50, 2)];
    check(&two, 6, 150);
    check(&two, 11, 50);
    check(&two, 15, 0);
    let used = [two.to_vec(), vec![spent(6, 120)]].concat();
    check(&used, 7, 30);
    // The first hundred were spent before they were lost.
    check(&used, 11, 30);
    // Taken back after they were spent: the next points pay for it.
    let back = [used.clone(), vec![came(8, -50, 2)]].concat();
    check(&back, 9, -20);
    check(&[back, vec![came(9, 60, 3)]].concat(), 10, 40);
    // What time took is not taken back a second time.
    let late = [came(1, 100, 1), came(5, 50, 2), came(12, -100, 1)];
    check(&late, 13, 50);
}

#[test]
fn a_card_is_read_by_every_scanner_and_a_wrong_digit_is_found() {
    let number = card::number(1_234_567_890);
    assert_eq!(number, "2912345678906");
    assert_eq!(card::parse("29 12345-67890 6").unwrap(), number);
    for wrong in ["2912345678904", "291234567890", "5901234123457", ""] {
        assert_eq!(card::parse(wrong).unwrap_err().code, "bad_card", "{wrong}");
    }
    let bars = card::bars("5901234123457", 10);
    let dark: Vec<usize> = bars
        .split('M')
        .skip(1)
        .map(|bar| bar.split(' ').next().unwrap().parse().unwrap())
        .collect();
    let modules: String =
        (0..card::MODULES).map(|x| if dark.contains(&x) { '1' } else { '0' }).collect();
    // Written down by hand from the tables of ISO/IEC 15420: 5 says that 0, 1 and 4 are of set B.
    let left = "0001011 0100111 0110011 0010011 0111101 0011101";
    let right = "1100110 1101100 1000010 1011100 1001110 1000100";
    assert_eq!(modules, format!("101{left}01010{right}101").replace(' ', ""));
}

async fn buys(market: &Market, leaf: CustomerId, key: &str, paid_by: Option<&str>) -> Order {
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let actor = by(Role::Customer, None, &market.shop.web);
    let paid_by = paid_by.map(str::to_string);
    let new = NewOrder { means: Means::Transfer, paid_by, ..to_krakow(key) };
    let write = |tx: &Tx| orders::place(ctx, tx, &actor, &Scope::part(leaf), &new, now);
    ctx.customers.db.write(write).await.unwrap().learn(ctx)
}

async fn spends(market: &Market, leaf: CustomerId, key: &str, points: i64) -> Result<i64> {
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let actor = by(Role::Clerk, Some("Ewa"), &market.shop.server);
    let wanted = Spending { key: key.into(), points, reference: "a mug".into() };
    let write = |tx: &Tx| spend(ctx, tx, &actor, leaf, &wanted, now);
    Ok(ctx.customers.db.write(write).await?.learn(ctx).balance.points)
}

async fn points(market: &Market, leaf: CustomerId) -> i64 {
    let now = market.ctx.customers.clock.now();
    let read = |tx: &Tx| account(tx, &Scope::whole(leaf).leaves(tx)?, now);
    market.ctx.customers.db.read(read).await.unwrap().balance.points
}

fn ewa(market: &Market) -> Actor {
    by(Role::Clerk, Some("Ewa"), &market.shop.server)
}

#[tokio::test(flavor = "multi_thread")]
async fn points_come_with_the_money_and_go_with_it() {
    on_each_engine(async |market| {
        let permit = Permit::<may::SetPrices>::console();
        set_program(&market.ctx, &permit, &program()).await.unwrap();
        let blue = mug(market, "BLUE").await;
        costs(market, blue, 60_50).await;
        let krakow = place(market, "W1 Kraków PL").await;
        has(market, blue, krakow, 9).await;
        let (ctx, clock) = (&market.ctx, &market.ctx.customers.clock);
        let phone = device(market, "phone").await;
        put(market, phone, "1", Action::Add { variant: blue, quantity: 2 }).await;
        let order = buys(market, phone, "o1", None).await;
        assert_eq!(points(market, phone).await, 0);
        clock.advance(minutes(1));
        let actor = ewa(market);
        let pay = |tx: &Tx| {
            let held = orders::hold(tx, &order)?;
            orders::pay(tx, &actor, held, "transfer", clock.now())
        };
        for _ in 0..2 {
            ctx.customers.db.write(pay).await.unwrap();
        }
        assert_eq!(points(market, phone).await, 121);
        // Gold from now on: the next order earns twice as much.
        put(market, phone, "2", Action::Add { variant: blue, quantity: 1 }).await;
        buys(market, phone, "o2", Some("pi_2")).await;
        assert_eq!(points(market, phone).await, 241);
        // One of the two mugs is cancelled.
        clock.advance(minutes(1));
        let cancel = |tx: &Tx| {
            let held = orders::hold(tx, &order)?;
            let parts = orders::rules::Parts::from([(1, 1)]);
            orders::cancel(ctx, tx, &actor, held, &parts, "", clock.now())
        };
        let (_, learned) = ctx.customers.db.write(cancel).await.unwrap();
        ctx.customers.recorder.learn(learned);
        assert_eq!(points(market, phone).await, 180);

        assert_eq!(spends(market, phone, "s1", 100).await.unwrap(), 80);
        assert_eq!(spends(market, phone, "s1", 100).await.unwrap(), 80);
        assert_eq!(spends(market, phone, "s1", 99).await.unwrap_err().code, "key_used");
        assert_eq!(spends(market, phone, "s2", 81).await.unwrap_err().code, "too_few_points");
        assert_eq!(spends(market, phone, "s3", 0).await.unwrap_err().code, "bad_points");
        clock.advance(days(366));
        assert_eq!(points(market, phone).await, 0);

        let read = |tx: &Tx| Points.page(tx, phone, START);
        let file = ctx.customers.db.read(read).await.unwrap();
        assert_eq!(file.rows.len(), 4);
        ctx.customers.db.write(|tx| erase(tx, &[phone])).await.unwrap();
        assert!(ctx.customers.db.read(read).await.unwrap().rows.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_doors_are_one_balance_and_taken_apart_each_has_its_own() {
    on_each_engine(async |market| {
        let permit = Permit::<may::SetPrices>::console();
        set_program(&market.ctx, &permit, &program()).await.unwrap();
        let blue = mug(market, "BLUE").await;
        costs(market, blue, 50_00).await;
        let krakow = place(market, "W1 Kraków PL").await;
        has(market, blue, krakow, 9).await;
        let (phone, laptop) = (device(market, "phone").await, device(market, "laptop").await);
        for (leaf, pieces) in [(phone, 1), (laptop, 1)] {
            put(market, leaf, "1", Action::Add { variant: blue, quantity: pieces }).await;
            buys(market, leaf, "o1", Some("pi")).await;
        }
        let (ctx, now) = (&market.ctx.customers, market.ctx.customers.clock.now());
        let number = async |leaf| {
            let actor = ewa(market);
            ctx.db.write(|tx| issue_card(tx, &actor, leaf, now)).await.unwrap()
        };
        let card = number(phone).await;
        let join = |tx: &Tx| graph::merge(tx, phone, laptop, "Ola", "she says so", now);
        let edge = ctx.db.write(join).await.unwrap();
        assert_eq!(points(market, phone).await, 100);
        assert_eq!(number(laptop).await, card, "one customer, one card");
        // The laptop's own fifty go first, then ten of the phone's.
        assert_eq!(spends(market, laptop, "s1", 60).await.unwrap(), 40);
        let root = ctx.db.read(|tx| graph::root(tx, phone)).await.unwrap();
        let part = |tx: &Tx| graph::split(tx, root, edge.id, "Ola", "she says no", now);
        ctx.db.write(part).await.unwrap();
        assert_eq!((points(market, phone).await, points(market, laptop).await), (40, 0));
    })
    .await;
}
