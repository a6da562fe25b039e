//! What a server remembers is never more than what the database holds.

use std::collections::BTreeMap;

use kit::db::Engine;
use kit::{Error, Tx, sql};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::super::call::Call;
use super::super::incoming::prepare;
use super::{annas, told_of_anna};
use crate::identities::{CustomerId, store as identities};
use crate::testing::{Shop, on_each_engine};

/// Records a call in a transaction that fails afterwards.
async fn record_and_fail(shop: &Shop, call: &Value) {
    let text = call.to_string();
    let call: Call = serde_json::from_str(&text).unwrap();
    let now = shop.ctx.clock.now();
    let items = [prepare(&call, None, None, &shop.web, shop.ctx.defaults.borrowed(), now).unwrap()];
    let fail = |tx: &Tx| {
        let recorded = shop.ctx.recorder.record(tx, &shop.web, &items, now)?;
        assert_eq!(recorded.new, 1);
        Err::<(), _>(Error::conflict("too_bad", "Something else went wrong."))
    };
    assert_eq!(shop.ctx.db.write(fail).await.unwrap_err().code, "too_bad");
}

async fn leaves(shop: &Shop) -> i64 {
    shop.ctx.db.read(|tx| crate::context::list::count(tx, i64::MAX)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_whose_transaction_failed_can_be_sent_again() {
    on_each_engine(async |shop| {
        record_and_fail(&shop, &annas("Lost", "1")).await;
        assert_eq!(told_of_anna(&shop).await, [""; 0]);
        shop.settle().await;
        assert_eq!(leaves(&shop).await, 0, "nobody was met");
        let out = shop.web(&[annas("Lost", "1"), annas("Other", "2")]).await;
        assert_eq!((out.recorded, out.repeated), (2, 0));
        record_and_fail(&shop, &annas("Lost again", "3")).await;
        shop.settle().await;
        assert_eq!(shop.web(&[annas("Lost again", "3"), annas("Other", "2")]).await.recorded, 1);
        let mut told = told_of_anna(&shop).await;
        told.sort();
        assert_eq!(told, ["Lost", "Lost again", "Other"]);
        shop.settle().await;
        assert_eq!((told_of_anna(&shop).await.len(), leaves(&shop).await), (3, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_failed_is_taken_out_without_reading_the_log_again() {
    let shop = Shop::open(Engine::Sqlite).await;
    shop.web(&[annas("Kept", "1")]).await;
    // What is remembered of it is all that there is: a log that is read again does not have it.
    let delete = sql!(sqlite: "delete from events where seq = 1", postgres: "select 1");
    shop.ctx.db.write(|tx| tx.exec(delete, &[])).await.unwrap();
    record_and_fail(&shop, &annas("Lost", "2")).await;
    let out = shop.web(&[annas("Kept", "1"), annas("Lost", "2")]).await;
    assert_eq!((out.recorded, out.repeated), (1, 1));
}

/// However writes fail and whoever writes between, the memory is that of a process that has just read the log.
#[tokio::test(flavor = "multi_thread")]
async fn failures_among_the_writes_of_two_processes_leave_the_memory_of_a_new_one() {
    let shop = Shop::open(Engine::Sqlite).await;
    let other = shop.second_process().await;
    let step = (0..8, any::<bool>(), any::<prop::sample::Index>());
    let steps = prop::collection::vec(step, 400).new_tree(&mut TestRunner::deterministic());
    let mut told: BTreeMap<usize, String> = BTreeMap::new();
    for (n, (what, is_other, earlier)) in steps.unwrap().current().into_iter().enumerate() {
        let one = if is_other { &other } else { &shop };
        let call = annas(&format!("e{n:03}"), &format!("m{n}"));
        match what {
            0..3 => record_and_fail(one, &call).await,
            3 => one.settle().await,
            _ => {
                // Perhaps that one was recorded before, perhaps it failed, at either.
                let earlier = earlier.index(n + 1);
                let again = annas("again", &format!("m{earlier}"));
                let out = one.web(&[call, again]).await;
                told.insert(n, format!("e{n:03}"));
                let before = told.len();
                told.entry(earlier).or_insert_with(|| "again".to_string());
                assert_eq!(out.recorded, 1 + (told.len() - before) as u64);
            }
        }
    }
    let mut told: Vec<String> = told.into_values().collect();
    told.sort();
    let new = shop.second_process().await;
    for one in [&shop, &other, &new] {
        one.settle().await;
        let mut there = told_of_anna(one).await;
        there.sort();
        assert_eq!(there, told);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_failed_for_one_is_never_shown_as_anothers() {
    let shop = Shop::open(Engine::Sqlite).await;
    shop.web(&[annas("Anna's", "1")]).await;
    record_and_fail(&shop, &annas("Lost", "2")).await;
    // The number in the log that the lost event had is the next one's, which another process writes.
    let other = shop.second_process().await;
    other
        .web(&[json!({"type": "track", "event": "Bogdan's", "userId": "bogdan", "messageId": "3"})])
        .await;
    assert_eq!(told_of_anna(&shop).await, ["Anna's"]);
    shop.settle().await;
    assert_eq!(told_of_anna(&shop).await, ["Anna's"]);
    let bogdan = shop.who("user_id:bogdan").await.unwrap();
    assert_eq!(shop.told(bogdan).await, ["Bogdan's"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_on_one_file_see_each_others_events() {
    on_each_engine(async |shop| {
        let other = shop.second_process().await;
        for n in 0..20 {
            let (a, b) = if n % 2 == 0 { (&shop, &other) } else { (&other, &shop) };
            a.web(&[annas(&format!("e{n:02}"), &format!("m{n}"))]).await;
            assert_eq!(b.web(&[annas("again", &format!("m{n}"))]).await.repeated, 1);
            assert_eq!(told_of_anna(b).await.len(), n + 1);
            if n % 5 == 4 {
                b.settle().await;
                assert_eq!(told_of_anna(a).await.len(), n + 1);
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_in_the_middle_of_a_run_loses_and_doubles_nothing() {
    let shop = Shop::open(Engine::Sqlite).await;
    let calls: Vec<Value> =
        (0..300).map(|n| annas(&format!("e{n:03}"), &format!("m{n}"))).collect();
    shop.web(&calls[..200]).await;
    // A run that wrote a part of its rows, and did not come as far as noting so.
    let log = &shop.ctx.recorder.log;
    let half = |tx: &Tx| {
        log.sync(tx)?;
        let run = log.take_run();
        crate::events::store::index(tx, &run[..run.len() / 2])
    };
    shop.ctx.db.write(half).await.unwrap();
    let next = shop.second_process().await;
    next.web(&calls[150..]).await;
    let mut told = told_of_anna(&next).await;
    assert_eq!(told.len(), 300);
    next.settle().await;
    told = told_of_anna(&next).await;
    told.sort();
    told.dedup();
    assert_eq!(told.len(), 300);
    let anna: CustomerId = next.who("user_id:anna").await.unwrap();
    let count = |tx: &Tx| crate::events::store::count(tx, &identities::leaves(tx, anna)?);
    assert_eq!(next.ctx.db.read(count).await.unwrap(), 300, "all are in the index");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_that_changes_its_mind_is_heard_each_time() {
    on_each_engine(async |shop| {
        let other = shop.second_process().await;
        let says = |name: &str, n: u32| {
            json!({"type": "identify", "userId": "anna", "traits": {"firstName": name}, "messageId": n})
        };
        for (n, (shop, name)) in
            [(&shop, "Anna"), (&shop, "Ania"), (&shop, "Anna"), (&other, "Hania"), (&shop, "Anna")]
                .into_iter()
                .enumerate()
        {
            shop.ctx.clock.advance(kit::time::seconds(1));
            shop.web(&[says(name, n as u32)]).await;
            let anna = shop.who("user_id:anna").await.unwrap();
            let read = |tx: &Tx| crate::context::list::line(tx, anna);
            assert_eq!(shop.ctx.db.read(read).await.unwrap().customer.name.as_deref(), Some(name));
        }
    })
    .await;
}
