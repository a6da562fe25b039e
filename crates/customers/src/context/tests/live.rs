//! A screen that shows a timeline as it goes on is told each event once.

use std::time::Duration;

use serde_json::{Value, json};

use super::super::Live;
use crate::testing::{Shop, on_each_engine};

fn events(names: &[&str]) -> Vec<Value> {
    let event =
        |name: &&str| json!({"type": "track", "event": name, "userId": "anna", "messageId": name});
    names.iter().map(event).collect()
}

/// What is told until so many were, or nothing came for a while.
async fn next(live: &mut Live, count: usize) -> Vec<String> {
    let mut told = Vec::new();
    while told.len() < count {
        let waited = tokio::time::timeout(Duration::from_secs(10), live.next()).await;
        told.extend(waited.expect("there is news").unwrap().into_iter().map(|event| event.name));
    }
    told
}

async fn open(shop: &Shop) -> Live {
    let anna = shop.who("user_id:anna").await.unwrap();
    Live::open(shop.ctx.clone(), anna).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_new_event_is_told_once() {
    on_each_engine(async |shop| {
        shop.web(&events(&["before"])).await;
        let mut live = open(&shop).await;
        shop.ctx.clock.advance(kit::time::seconds(1));
        shop.web(&events(&["one"])).await;
        assert_eq!(next(&mut live, 1).await, ["one"]);
        shop.settle().await;
        shop.web(&events(&["one", "before"])).await;
        // A late one is news too.
        let mut late = events(&["late"]);
        late[0]["timestamp"] = json!("2026-11-21T09:00:00Z");
        shop.web(&late).await;
        assert_eq!(next(&mut live, 1).await, ["late"]);
        // By another process: seen a little later.
        shop.ctx.clock.advance(kit::time::seconds(1));
        let other = shop.second_process().await;
        other.web(&events(&["elsewhere"])).await;
        other.settle().await;
        assert_eq!(next(&mut live, 1).await, ["elsewhere"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_is_told_whole_and_in_order() {
    on_each_engine(async |shop| {
        shop.web(&events(&["before"])).await;
        let mut live = open(&shop).await;
        for round in 0..3 {
            let names: Vec<String> = (0..170).map(|n| format!("{round}-{n:03}")).collect();
            let mut calls = Vec::new();
            for name in &names {
                shop.ctx.clock.advance(kit::time::ms(10));
                let mut call = events(&[name]).remove(0);
                call["timestamp"] = json!(shop.ctx.clock.now());
                calls.push(call);
            }
            shop.web(&calls).await;
            assert_eq!(next(&mut live, 170).await, names);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_device_did_before_login_comes_with_it() {
    on_each_engine(async |shop| {
        shop.web(&events(&["before"])).await;
        let mut live = open(&shop).await;
        shop.web(&[
            json!({"type": "page", "name": "unknown", "anonymousId": "d", "messageId": "p"}),
        ])
        .await;
        shop.ctx.clock.advance(kit::time::seconds(1));
        shop.web(&[
            json!({"type": "identify", "userId": "anna", "anonymousId": "d", "messageId": "i"}),
        ])
        .await;
        assert_eq!(next(&mut live, 2).await, ["unknown", "anna"]);
    })
    .await;
}
