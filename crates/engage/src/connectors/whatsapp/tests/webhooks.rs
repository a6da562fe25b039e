//! What Meta brings: signed, three times, in any order; and what others pretend to.

use axum::body::Body;
use axum::http::Request;
use customers::channels::Channel;
use customers::identities::store as identities;
use customers::profiles;
use expect_test::expect;
use http_body_util::BodyExt;
use kit::Tx;
use kit::time::{hours, minutes};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::{call, text, whatsapp};
use crate::connectors::{hooks, meta};
use crate::conversations::NewReply;
use crate::testing::{Talk, on_each_engine};

const ANNA: &str = "phone:+48601234567";

/// Posts a call as Meta does; returns the status.
async fn bring(talk: &Talk, door: &Channel, call: &Value, secret: &str) -> u16 {
    let body = call.to_string();
    let request = Request::post(format!("/hooks/{}/whatsapp", door.id))
        .header("X-Hub-Signature-256", meta::sign(secret, body.as_bytes()))
        .body(Body::from(body))
        .unwrap();
    hooks::routes(talk.ctx.clone()).into_router().oneshot(request).await.unwrap().status().as_u16()
}

/// What the shop calls somebody.
async fn name(talk: &Talk, identity: &str) -> Option<String> {
    let root = talk.who(identity).await;
    let read = |tx: &Tx| profiles::store::docs(tx, &identities::leaves(tx, root)?);
    let docs = talk.ctx.customers.db.read(read).await.unwrap();
    profiles::resolve(&docs).name()
}

fn seconds_now(talk: &Talk) -> i64 {
    talk.ctx.customers.clock.now().0 / 1_000_000
}

#[tokio::test(flavor = "multi_thread")]
async fn what_meta_signs_is_taken_once_and_what_it_does_not_changes_nothing() {
    on_each_engine(async |talk| {
        let door = whatsapp(talk).await;
        let now = seconds_now(talk);
        let first = text("wamid.1", now - 60, "Czy jest lampa? 🎉");
        let second = text("wamid.2", now, "Niebieska");
        assert_eq!(bring(talk, &door, &first, "guessed").await, 401);
        assert_eq!(talk.shop.who(ANNA).await, None);
        // Three times, and the later one first.
        for call in [&second, &first, &second, &first, &first, &second] {
            assert_eq!(bring(talk, &door, call, "s3cret").await, 200);
        }
        let conversation = talk.conversation_of(ANNA).await;
        expect![[r#"
            [
                "customer by WhatsApp: Czy jest lampa? 🎉 (received)",
                "customer by WhatsApp: Niebieska (received)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(conversation).await);
        // The id leads to the same person when the number is hidden.
        assert_eq!(talk.who("whatsapp_id:PL.134912").await, talk.who(ANNA).await);
        // Her own word for her name, until a server of the shop's says another.
        assert_eq!(name(talk, ANNA).await.as_deref(), Some("Anna Nowak"));
        // Another number of the app has no door here: it is skipped, and Meta need not come again.
        let mut other = text("wamid.3", now, "Do kogo innego");
        other["entry"][0]["changes"][0]["value"]["metadata"]["phone_number_id"] = json!("5");
        assert_eq!(bring(talk, &door, &other, "s3cret").await, 200);
        assert_eq!(talk.messages(conversation).await.len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_is_nobodys_is_heard_though_it_cannot_be_answered() {
    on_each_engine(async |talk| {
        let door = whatsapp(talk).await;
        let said = call(json!({
            "contacts": [{ "profile": { "name": "Test" }, "wa_id": "0000000000" }],
            "messages": [{
                "from": "0000000000", "id": "wamid.1", "timestamp": seconds_now(talk).to_string(),
                "type": "text", "text": { "body": "this is a text message" },
            }],
        }));
        for _ in 0..2 {
            assert_eq!(bring(talk, &door, &said, "s3cret").await, 200);
        }
        let conversation = talk.conversation_of("device:whatsapp:0000000000").await;
        let messages = talk.messages(conversation).await;
        let of = |message: &crate::conversations::Message| {
            (message.author_name.clone(), message.address.clone(), message.body.clone())
        };
        expect![[r#"
            [
                (
                    Some(
                        "Test",
                    ),
                    None,
                    "this is a text message",
                ),
            ]
        "#]]
        .assert_debug_eq(&messages.iter().map(of).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn meta_hears_its_challenge_back_if_it_knows_our_word() {
    on_each_engine(async |talk| {
        let door = whatsapp(talk).await;
        let ask = async |token: &str| {
            let query =
                format!("hub.mode=subscribe&hub.verify_token={token}&hub.challenge=1158201444");
            let uri = format!("/hooks/{}/whatsapp?{query}", door.id);
            let request = Request::get(uri).body(Body::empty()).unwrap();
            let router = hooks::routes(talk.ctx.clone()).into_router();
            let answer = router.oneshot(request).await.unwrap();
            let status = answer.status().as_u16();
            let body = answer.into_body().collect().await.unwrap().to_bytes();
            (status, String::from_utf8_lossy(&body).into_owned())
        };
        let made = meta::verify_token(&talk.ctx, door.id).unwrap();
        assert_eq!(ask(&made).await, (200, "1158201444".to_string()));
        // One that staff had thought of before we made any.
        assert_eq!(ask("kubek").await, (200, "1158201444".to_string()));
        assert_eq!(ask("guessed").await.0, 403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_day_nothing_is_written_freely_neither_now_nor_from_the_queue() {
    on_each_engine(async |talk| {
        let door = whatsapp(talk).await;
        bring(talk, &door, &text("wamid.1", seconds_now(talk), "Czy jest lampa?"), "s3cret").await;
        let conversation = talk.conversation_of(ANNA).await;
        // Nobody listens where it should go, so it waits; a day later it is too late for it.
        talk.answers(conversation, "Jest.").await.unwrap();
        talk.work().await;
        talk.ctx.customers.clock.advance(hours(24) - minutes(1));
        talk.answers(conversation, "Zdążymy?").await.unwrap();
        talk.ctx.customers.clock.advance(minutes(2));
        let refused = talk.answers(conversation, "Za późno").await.unwrap_err();
        assert_eq!(refused.code, "window_closed");
        talk.work().await;
        let dead = talk.drop_dead(&door).await;
        expect![[r#"
            [
                "The customer's last word here is too old: send an approved template, or write by another door.",
                "The customer's last word here is too old: send an approved template, or write by another door.",
            ]
        "#]]
        .assert_debug_eq(&dead);
        // An address at which the customer never wrote is shut, too.
        let elsewhere = NewReply {
            channel_id: Some(door.id),
            address: Some("whatsapp_id:PL.134912".into()),
            body: "Halo?".into(),
            ..NewReply::default()
        };
        let refused =
            crate::conversations::reply(&talk.ctx, &talk.staff(), conversation, &elsewhere).await;
        assert_eq!(refused.unwrap_err().code, "window_closed");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_stops_marketing_at_whatsapp_stopped_it_here_once() {
    on_each_engine(async |talk| {
        let door = whatsapp(talk).await;
        let now = seconds_now(talk);
        bring(talk, &door, &text("wamid.1", now, "Hej"), "s3cret").await;
        let stop = call(json!({ "user_preferences": [{
            "wa_id": "48601234567", "category": "marketing_messages", "value": "stop", "timestamp": now,
        }] }));
        for _ in 0..3 {
            assert_eq!(bring(talk, &door, &stop, "s3cret").await, 200);
        }
        let customer = talk.who(ANNA).await;
        let read = |tx: &Tx| {
            let leaves = customers::identities::store::leaves(tx, customer)?;
            customers::consents::store::list(tx, &leaves)
        };
        let lines = talk.ctx.customers.db.read(read).await.unwrap();
        let told: Vec<_> =
            lines.iter().map(|line| (line.subject.channel.as_str(), line.state)).collect();
        assert_eq!(told, [("whatsapp", customers::consents::State::Withdrawn)]);
    })
    .await;
}
