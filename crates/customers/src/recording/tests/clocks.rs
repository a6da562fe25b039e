//! When a thing happened, whatever the clock of the one who says so.

use expect_test::expect;
use serde_json::{Value, json};

use crate::recording::batch;
use crate::testing::{Shop, on_each_engine};

/// When Anna's events happened, as hours, minutes and seconds of 21 November 2026; our clock shows noon.
async fn occurred(shop: &Shop, calls: &[Value], sent_at: Option<&str>) -> String {
    let body = json!({"batch": calls, "sentAt": sent_at}).to_string();
    assert_eq!(batch(&shop.ctx, &shop.web, body.as_bytes()).await.unwrap().rejected.len(), 0);
    let anna = shop.who("user_id:anna").await.unwrap();
    let told = shop.timeline(anna).await.into_iter().rev();
    told.map(|event| format!("{} {}\n", event.occurred_at, event.name)).collect()
}

fn at(name: &str, timestamp: &str) -> Value {
    json!({"type": "track", "event": name, "userId": "anna", "messageId": name, "timestamp": timestamp})
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_clock_is_set_right_by_the_time_of_sending() {
    on_each_engine(async |shop| {
        let calls = [at("an hour ahead", "2026-11-21T12:58:00Z")];
        occurred(&shop, &calls, Some("2026-11-21T13:00:00Z")).await;
        let calls = [at("a day behind", "2026-11-20T11:55:00+00:00")];
        occurred(&shop, &calls, Some("2026-11-20T12:00:00.000Z")).await;
        // A few seconds are the network's.
        occurred(
            &shop,
            &[at("nearly right", "2026-11-21T11:59:00Z")],
            Some("2026-11-21T11:59:55Z"),
        )
        .await;
        // Queued calls carry the moment of queueing, the batch the moment of sending.
        let mut queued = at("queued", "2026-11-21T10:00:00Z");
        queued["sentAt"] = json!("2026-11-21T10:00:01Z");
        occurred(&shop, &[queued], Some("2026-11-21T12:00:00Z")).await;
        let told = occurred(&shop, &[at("no sentAt", "2026-11-21T11:00:00Z")], Some("soon")).await;
        expect![[r#"
            2026-11-21T10:00:00Z queued
            2026-11-21T11:00:00Z no sentAt
            2026-11-21T11:55:00Z a day behind
            2026-11-21T11:58:00Z an hour ahead
            2026-11-21T11:59:00Z nearly right
        "#]]
        .assert_eq(&told);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_happens_in_the_future() {
    on_each_engine(async |shop| {
        occurred(&shop, &[at("a little ahead", "2026-11-21T12:04:00Z")], None).await;
        occurred(&shop, &[at("next year", "2027-11-21T12:00:00Z")], None).await;
        occurred(
            &shop,
            &[at("next year, it says", "2027-11-21T12:00:00Z")],
            Some("2027-11-21T12:00:00Z"),
        )
        .await;
        // A clock that was behind when it sent and ahead when it happened.
        let told = occurred(
            &shop,
            &[at("anywhere", "2099-01-01T00:00:00Z")],
            Some("2001-01-01T00:00:00Z"),
        )
        .await;
        let mut lines: Vec<&str> = told.lines().collect();
        lines.sort();
        assert_eq!(
            lines,
            [
                "2026-11-21T12:00:00Z anywhere",
                "2026-11-21T12:00:00Z next year",
                "2026-11-21T12:00:00Z next year, it says",
                "2026-11-21T12:04:00Z a little ahead",
            ]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_event_takes_its_place() {
    on_each_engine(async |shop| {
        occurred(&shop, &[at("second", "2026-11-21T11:00:00Z")], None).await;
        shop.settle().await;
        occurred(&shop, &[at("third", "2026-11-21T11:30:00Z")], None).await;
        let told = occurred(&shop, &[at("first", "2026-11-18T09:00:00Z")], None).await;
        expect![[r#"
            2026-11-18T09:00:00Z first
            2026-11-21T11:00:00Z second
            2026-11-21T11:30:00Z third
        "#]]
        .assert_eq(&told);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn times_are_read_as_sdks_write_them() {
    on_each_engine(async |shop| {
        let mut original = at("originalTimestamp", "2026-11-21T09:00:00Z");
        original["originalTimestamp"] = json!("2026-11-21T09:00:05Z");
        let mut ms = at("milliseconds", "");
        ms["timestamp"] = json!(1_795_255_200_000_i64);
        let offset = at("offset", "2026-11-21T13:30:00.123456+02:00");
        let told = occurred(&shop, &[original, ms, offset], None).await;
        expect![[r#"
            2026-11-21T09:00:00Z originalTimestamp
            2026-11-21T10:00:00Z milliseconds
            2026-11-21T11:30:00.123456Z offset
        "#]]
        .assert_eq(&told);
        let bad = json!({"batch": [at("bad", "yesterday")]}).to_string();
        let out = batch(&shop.ctx, &shop.web, bad.as_bytes()).await.unwrap();
        assert_eq!(out.rejected[0].code, "bad_timestamp");
    })
    .await;
}
