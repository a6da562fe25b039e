//! Messenger and Instagram without Meta: calls as Meta documents them, three times, reordered, and from others. Against the
//! simulator it is tried in crates/onedoor/src/simulate/tests.

use axum::body::Body;
use axum::http::Request;
use customers::channels::{Channel, ChannelKind};
use expect_test::{Expect, expect};
use serde_json::{Value, json};
use std::sync::Arc;
use tower::ServiceExt;

use super::understand::understand;
use crate::connectors::{Arrival, Provider, hooks, meta};
use crate::testing::{Talk, connected, on_each_engine};

const PAGE: &str = "100200300";
const ANNA: &str = "7000000001";

/// A call about one thing that happened.
fn call(object: &str, at: i64, what: Value) -> Value {
    let mut one = json!({
        "sender": { "id": ANNA }, "recipient": { "id": PAGE }, "timestamp": at,
    });
    for (name, value) in what.as_object().unwrap() {
        one[name] = value.clone();
    }
    json!({ "object": object, "entry": [{ "id": PAGE, "time": at, "messaging": [one] }] })
}

fn message(mid: &str, at: i64, text: &str) -> Value {
    call("page", at, json!({ "message": { "mid": mid, "text": text } }))
}

#[track_caller]
fn check(body: &Value, expected: Expect) {
    let mut lines = Vec::new();
    for account in understand(body) {
        lines.extend(account.arrivals.into_iter().map(|arrival| match arrival {
            Arrival::Message(inbound) => {
                let files: Vec<_> = inbound.files.iter().map(|file| file.name.as_str()).collect();
                format!(
                    "{} of {}: {:?} {files:?} {:?} {:?}",
                    inbound.provider_id,
                    inbound.sender.proven[0],
                    inbound.body,
                    inbound.refers_to,
                    inbound.code
                )
            }
            Arrival::Report(report) => format!("{:?} {}", report.about, report.state.as_str()),
        }));
    }
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn words_files_answers_and_links() {
    check(
        &message("m_1", 1, "Hej"),
        expect![[r#"m_1 of messenger_id:7000000001: "Hej" [] [] None"#]],
    );
    let answered = json!({ "message": {
        "mid": "m_2", "text": "Tak", "reply_to": { "mid": "m_OURS" },
        "quick_reply": { "payload": "YES" },
    } });
    check(
        &call("instagram", 1, answered),
        expect![[r#"m_2 of instagram_id:7000000001: "Tak" [] [Provider("m_OURS")] None"#]],
    );
    let files = json!({ "message": { "mid": "m_3", "attachments": [
        { "type": "image", "payload": { "url": "https://cdn.example/a.jpg?x=1" } },
        { "type": "file", "payload": { "url": "https://cdn.example/faktura.pdf?x=1" } },
        { "type": "share", "payload": { "url": "https://shop.example/lampa", "title": "Lampa" } },
    ] } });
    check(
        &call("page", 1, files),
        expect![[
            r#"m_3 of messenger_id:7000000001: "Lampa\nhttps://shop.example/lampa" ["image.jpg", "2-faktura.pdf"] [] None"#
        ]],
    );
    let place = json!({ "message": { "mid": "m_5", "attachments": [
        { "type": "location", "payload": { "coordinates": { "lat": 50.06, "long": 19.94 } } },
    ] } });
    check(
        &call("page", 1, place),
        expect![[r#"m_5 of messenger_id:7000000001: "(50.06, 19.94)" [] [] None"#]],
    );
    let link =
        json!({ "referral": { "ref": "K7-PQ", "source": "SHORTLINK", "type": "OPEN_THREAD" } });
    check(
        &call("page", 1, link),
        expect![[
            r#"event:7000000001:1000 of messenger_id:7000000001: "K7-PQ" [] [] Some("K7-PQ")"#
        ]],
    );
    let button = json!({ "postback": { "mid": "m_4", "title": "Start", "payload": "GO", "referral": { "ref": "K8" } } });
    check(
        &call("page", 1, button),
        expect![[r#"m_4 of messenger_id:7000000001: "Start" [] [] Some("K8")"#]],
    );
}

#[test]
fn reports_and_echoes() {
    let delivery = json!({ "delivery": { "mids": ["m_9"], "watermark": 5 } });
    check(
        &call("page", 6, delivery),
        expect![[r#"
        Provider("m_9") delivered
        UpTo { address: "messenger_id:7000000001" } delivered"#]],
    );
    check(
        &call("page", 6, json!({ "read": { "watermark": 5 } })),
        expect![[r#"UpTo { address: "messenger_id:7000000001" } read"#]],
    );
    check(
        &call("instagram", 6, json!({ "read": { "mid": "m_9" } })),
        expect![[r#"Provider("m_9") read"#]],
    );
    // What a colleague wrote in Meta's own inbox is no message of a customer.
    let echo = json!({ "message": { "mid": "m_9", "is_echo": true, "text": "Dzień dobry" } });
    check(&call("page", 6, echo), expect![""]);
}

async fn messenger(talk: &Talk) -> Arc<Channel> {
    let settings =
        json!({ "account_id": PAGE, "human_agent": "yes", "api_url": "http://127.0.0.1:1" });
    let secrets =
        json!({ "access_token": "EAAJ", "app_secret": "s3cret", "verify_token": "kubek" });
    let kind = ChannelKind::Messenger;
    connected(&talk.ctx, kind, "Messenger", Provider::Messenger, settings, secrets).await
}

async fn bring(talk: &Talk, door: &Channel, call: &Value, secret: &str) -> u16 {
    let body = call.to_string();
    let request = Request::post(format!("/hooks/{}/messenger", door.id))
        .header("X-Hub-Signature-256", meta::sign(secret, body.as_bytes()))
        .body(Body::from(body))
        .unwrap();
    hooks::routes(talk.ctx.clone()).into_router().oneshot(request).await.unwrap().status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_meta_signs_is_taken_once_and_what_is_taken_back_is_gone() {
    on_each_engine(async |talk| {
        let door = messenger(talk).await;
        let now = talk.ctx.customers.clock.now().as_ms();
        let (first, second) =
            (message("m_1", now - 60_000, "Hej"), message("m_2", now - 30_000, "Moje hasło"));
        assert_eq!(bring(talk, &door, &first, "guessed").await, 401);
        assert_eq!(talk.shop.who(&format!("messenger_id:{ANNA}")).await, None);
        for call in [&second, &first, &first, &second, &second, &first] {
            assert_eq!(bring(talk, &door, call, "s3cret").await, 200);
        }
        let conversation = talk.conversation_of(&format!("messenger_id:{ANNA}")).await;
        assert_eq!(talk.messages(conversation).await.len(), 2);
        let back = call("page", now, json!({ "message": { "mid": "m_2", "is_deleted": true } }));
        for _ in 0..3 {
            assert_eq!(bring(talk, &door, &back, "s3cret").await, 200);
        }
        let messages = talk.messages(conversation).await;
        let shown = format!("{messages:?}");
        assert!(!shown.contains("hasło"), "{shown}");
        expect![[r#"
            [
                "customer by Messenger: Hej (received)",
                "customer by Messenger: — (received)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(conversation).await);
    })
    .await;
}
