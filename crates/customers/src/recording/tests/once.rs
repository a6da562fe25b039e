//! A message id is recorded once, however often, whenever and by whichever server it comes.

use serde_json::{Value, json};

use super::{annas, told_of_anna};
use crate::events::log::REMEMBERED;
use crate::testing::{Shop, on_each_engine};

fn dated(name: &str, message: &str, timestamp: &str) -> Value {
    let mut call = annas(name, message);
    call["timestamp"] = json!(timestamp);
    call
}

/// More events than a server remembers, of somebody else.
async fn much_happens(shop: &Shop) {
    for batch in 0..3 * REMEMBERED / 500 {
        let now = shop.ctx.clock.now();
        let call = |n: usize| {
            json!({"type": "track", "event": "Seen", "userId": "bogdan", "timestamp": now,
                "messageId": format!("{now}-{batch}-{n}")})
        };
        let calls: Vec<Value> = (0..500).map(call).collect();
        assert_eq!(shop.web(&calls).await.recorded, 500);
        shop.ctx.clock.advance(kit::time::seconds(1));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_message_is_one_event() {
    on_each_engine(async |shop| {
        let plain = annas("Plain", "1");
        let dated = dated("Dated", "2", "2026-11-21T11:00:00Z");
        // In one batch, in the next, by another process, by one that was started anew.
        let out = shop.web(&[plain.clone(), dated.clone(), plain.clone(), dated.clone()]).await;
        assert_eq!((out.recorded, out.repeated), (2, 2));
        shop.ctx.clock.advance(kit::time::seconds(20));
        let again = [plain, dated];
        assert_eq!(shop.web(&again).await.repeated, 2);
        assert_eq!(shop.second_process().await.web(&again).await.repeated, 2);
        shop.settle().await;
        assert_eq!(shop.second_process().await.web(&again).await.repeated, 2);
        assert_eq!(shop.web(&again).await.repeated, 2);
        assert_eq!(told_of_anna(&shop).await, ["Dated", "Plain"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_known_after_more_than_is_remembered() {
    on_each_engine(async |shop| {
        let now = shop.ctx.clock.now();
        let (ahead, late) = (now.plus(kit::time::minutes(4)), now.minus(kit::time::days(3)));
        let mine = [
            annas("Plain", "1"),
            dated("Dated", "2", &now.to_string()),
            dated("Ahead", "3", &ahead.to_string()),
            dated("Late", "4", &late.to_string()),
        ];
        assert_eq!(shop.web(&mine).await.recorded, 4);
        // Forgotten, and the index far behind; then with the index; then by a server that has just started.
        much_happens(&shop).await;
        assert_eq!(shop.web(&mine).await.repeated, 4);
        shop.settle().await;
        much_happens(&shop).await;
        assert_eq!(shop.web(&mine).await.repeated, 4);
        shop.settle().await;
        assert_eq!(shop.second_process().await.web(&mine).await.repeated, 4);
        assert_eq!(told_of_anna(&shop).await, ["Late", "Plain", "Dated", "Ahead"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_known_whatever_the_clocks_say_of_it() {
    on_each_engine(async |shop| {
        let post = async |shop: &Shop, call: &Value, sent_at: &str| {
            let body = json!({"batch": [call], "sentAt": sent_at}).to_string();
            let out = super::super::batch(&shop.ctx, &shop.web, body.as_bytes()).await.unwrap();
            (out.recorded, out.repeated)
        };
        // A clock that is an hour ahead: each try is corrected by another amount.
        let wrong = dated("Wrong clock", "1", "2026-11-21T12:59:00Z");
        assert_eq!(post(&shop, &wrong, "2026-11-21T13:00:00Z").await, (1, 0));
        shop.ctx.clock.advance(kit::time::minutes(3));
        assert_eq!(post(&shop, &wrong, "2026-11-21T13:00:00Z").await, (0, 1));
        assert_eq!(post(&shop, &wrong, "2026-11-21T13:03:00Z").await, (0, 1));
        // A right clock, but the first try took forty seconds; the second is fast.
        let slow = dated("Slow line", "2", "2026-11-21T12:02:00Z");
        assert_eq!(post(&shop, &slow, "2026-11-21T12:02:20Z").await, (1, 0));
        let fresh = shop.second_process().await;
        assert_eq!(post(&fresh, &slow, "2026-11-21T12:03:00Z").await, (0, 1));
        much_happens(&shop).await;
        shop.settle().await;
        assert_eq!(post(&shop, &wrong, "2026-11-21T13:09:00Z").await, (0, 1));
        assert_eq!(post(&shop, &slow, &shop.ctx.clock.now().to_string()).await, (0, 1));
        assert_eq!(told_of_anna(&shop).await.len(), 2);
    })
    .await;
}

/// Eight post one message at one moment, twenty times over, each with its own words about the time; on PostgreSQL
/// to two servers.
async fn crowd(call: fn(&str) -> Value, sent_at: fn(usize, &Shop) -> Option<String>) {
    for engine in kit::testing::engines() {
        let shop = Shop::open(engine).await;
        let mut shops = vec![std::sync::Arc::new(shop)];
        if engine == kit::db::Engine::Postgres {
            shops.push(std::sync::Arc::new(shops[0].second_process().await));
        }
        // Known on both servers: from then on the short way is taken.
        for shop in &shops {
            shop.web(&[annas("Was here", "m")]).await;
        }
        for round in 0..20 {
            let tasks: Vec<_> = (0..8)
                .map(|n| {
                    let shop = shops[n % shops.len()].clone();
                    tokio::spawn(async move {
                        shop.ctx.clock.advance(kit::time::ms(1));
                        let mut call = call(&format!("m{round}"));
                        if let Some(sent_at) = sent_at(n, &shop) {
                            call["sentAt"] = sent_at.into();
                        }
                        shop.web(&[call]).await.recorded
                    })
                })
                .collect();
            let mut recorded = 0;
            for task in tasks {
                recorded += task.await.unwrap();
            }
            assert_eq!(recorded, 1, "round {round}");
        }
        assert_eq!(told_of_anna(&shops[0]).await.len(), 21);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_who_send_one_message_at_one_moment_record_it_once() {
    // Without a timestamp, and each a moment later than the other: no two have the same place.
    crowd(|id| annas("Once", id), |_, _| None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_slow_try_and_a_fast_one_that_meet_record_it_once() {
    // The slow ones were sent so long ago that their time is corrected: another place than the fast ones'.
    let slow = |n: usize, shop: &Shop| {
        let delay = if n % 4 < 2 { kit::time::seconds(40) } else { 0 };
        Some(shop.ctx.clock.now().minus(delay).to_string())
    };
    crowd(|id| dated("Once", id, "2026-11-21T11:59:00Z"), slow).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_message_id_at_two_doors_is_two_events() {
    on_each_engine(async |shop| {
        assert_eq!(shop.web(&[annas("Order Completed", "1")]).await.recorded, 1);
        assert_eq!(shop.server(&[annas("Order Completed", "1")]).await.recorded, 1);
        assert_eq!(told_of_anna(&shop).await.len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_message_id_the_same_content_at_the_same_moment_is_one_event() {
    on_each_engine(async |shop| {
        let at = "2026-11-21T11:00:00Z";
        let group =
            |id: &str| json!({"type": "group", "userId": "anna", "groupId": id, "timestamp": at});
        let view =
            |kind: &str| json!({"type": kind, "name": "Cups", "userId": "anna", "timestamp": at});
        let card = |id: &str| {
            json!({"type": "track", "event": "Receipt Issued", "timestamp": at, "context":
                {"externalIds": [{"type": "loyalty_card", "id": id, "verified": true}]}})
        };
        let calls = [
            group("a"),
            group("b"),
            view("page"),
            view("screen"),
            card("2900001"),
            card("2900002"),
        ];
        assert_eq!(shop.server(&calls).await.recorded, 6);
        assert_eq!(shop.server(&calls).await.repeated, 6);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_that_come_at_once_are_told_of_their_own_events() {
    on_each_engine(async |shop| {
        // Anna is known: from now on her calls may share a statement.
        shop.web(&[annas("First", "0")]).await;
        let call = async |n: usize| {
            // Each tells one event that nobody else tells, and one that five tell.
            let (own, shared) = (format!("own {n}"), format!("shared {}", n / 5));
            let out = shop.web(&[annas("Own", &own), annas("Shared", &shared)]).await;
            assert_eq!(out.recorded + out.repeated, 2);
            out.recorded
        };
        let recorded = futures_util::future::join_all((0..60).map(call)).await;
        assert_eq!(recorded.iter().sum::<u64>(), 60 + 60 / 5);
        assert!(recorded.iter().all(|&new| new > 0));
        assert_eq!(told_of_anna(&shop).await.len(), 1 + 60 + 60 / 5);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_gathers_while_somebody_is_taken_apart_goes_the_long_way() {
    on_each_engine(async |shop| {
        shop.web(&[annas("First", "0")]).await;
        // Another server has erased somebody: what is remembered here may not be so.
        let other = shop.second_process().await;
        other.ctx.db.write(crate::events::store::forget_settled).await.unwrap();
        let call = async |n: usize| shop.web(&[annas("Next", &format!("{n}"))]).await.recorded;
        let recorded = futures_util::future::join_all((1..=30).map(call)).await;
        assert_eq!(recorded.iter().sum::<u64>(), 30);
        assert_eq!(told_of_anna(&shop).await.len(), 31);
    })
    .await;
}
