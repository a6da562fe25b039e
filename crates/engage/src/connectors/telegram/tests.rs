//! Telegram without Telegram: updates as the Bot API documents them, three times, reordered, and from others. Against the
//! simulator it is tried in crates/onedoor/src/simulate/tests.

use axum::body::Body;
use axum::http::Request;
use customers::channels::{Channel, ChannelKind};
use expect_test::{Expect, expect};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use std::sync::Arc;
use tower::ServiceExt;

use super::secret_token;
use super::understand::{Understood, understand};
use crate::connectors::{Provider, hooks};
use crate::testing::{Talk, connected, on_each_engine};

const ANNA: i64 = 7_000_000_001;

/// An update about a message of Anna's.
fn update(kind: &str, number: i64, message: Value) -> Value {
    let mut whole = json!({
        "message_id": number, "date": 1_795_262_400,
        "from": { "id": ANNA, "is_bot": false, "first_name": "Anna", "last_name": "Nowak" },
        "chat": { "id": ANNA, "type": "private", "first_name": "Anna" },
    });
    for (name, value) in message.as_object().unwrap() {
        whole[name] = value.clone();
    }
    json!({ "update_id": 900 + number, kind: whole })
}

fn message(number: i64, text: &str) -> Value {
    update("message", number, json!({ "text": text }))
}

#[track_caller]
fn check(update: &Value, expected: Expect) {
    let told = match understand(update) {
        Understood::Message(inbound) => {
            let who: Vec<_> = inbound.sender.proven.iter().map(ToString::to_string).collect();
            let files: Vec<_> = inbound.files.iter().map(|file| file.name.as_str()).collect();
            format!(
                "{} of {}: {:?} {files:?} {:?} {:?} edited: {}",
                inbound.provider_id,
                who.join(" "),
                inbound.body,
                inbound.refers_to,
                inbound.code,
                inbound.edited_at.is_some(),
            )
        }
        other => format!("{other:?}"),
    };
    expected.assert_eq(&told);
}

#[test]
fn words_deep_links_answers_and_changes() {
    check(
        &message(5, "Czy jest lampa?"),
        expect![[
            r#"7000000001:5 of telegram_id:7000000001: "Czy jest lampa?" [] [] None edited: false"#
        ]],
    );
    check(
        &message(6, "/start K7-PQ"),
        expect![[
            r#"7000000001:6 of telegram_id:7000000001: "/start K7-PQ" [] [] Some("K7-PQ") edited: false"#
        ]],
    );
    check(
        &message(7, "/started"),
        expect![[r#"7000000001:7 of telegram_id:7000000001: "/started" [] [] None edited: false"#]],
    );
    let answered =
        json!({ "text": "Tak", "reply_to_message": { "message_id": 3, "chat": { "id": ANNA } } });
    check(
        &update("message", 8, answered),
        expect![[
            r#"7000000001:8 of telegram_id:7000000001: "Tak" [] [Provider("7000000001:3")] None edited: false"#
        ]],
    );
    let changed = json!({ "text": "Czy są lampy?", "edit_date": 1_795_262_460 });
    check(
        &update("edited_message", 5, changed),
        expect![[
            r#"7000000001:5 of telegram_id:7000000001: "Czy są lampy?" [] [] None edited: true"#
        ]],
    );
}

#[test]
fn pictures_numbers_places_and_presses() {
    let photo = json!({ "caption": "Ta", "photo": [{ "file_id": "s" }, { "file_id": "L" }] });
    check(
        &update("message", 1, photo),
        expect![[
            r#"7000000001:1 of telegram_id:7000000001: "Ta" ["photo.jpg"] [] None edited: false"#
        ]],
    );
    let own = json!({ "contact": { "phone_number": "48601234567", "first_name": "Anna", "user_id": ANNA } });
    check(
        &update("message", 2, own),
        expect![[
            r#"7000000001:2 of telegram_id:7000000001 phone:+48601234567: "Anna 48601234567" [] [] None edited: false"#
        ]],
    );
    let anothers =
        json!({ "contact": { "phone_number": "48601234567", "first_name": "Jan", "user_id": 5 } });
    check(
        &update("message", 3, anothers),
        expect![[
            r#"7000000001:3 of telegram_id:7000000001: "Jan 48601234567" [] [] None edited: false"#
        ]],
    );
    let tomorrow = json!({ "hologram_message": {} });
    check(
        &update("message", 4, tomorrow),
        expect![[
            r#"7000000001:4 of telegram_id:7000000001: "hologram message" [] [] None edited: false"#
        ]],
    );
    let press = json!({ "update_id": 1, "callback_query": {
        "id": "77", "from": { "id": ANNA, "first_name": "Anna" }, "data": "krk",
        "message": {
            "message_id": 3, "chat": { "id": ANNA, "type": "private" },
            "reply_markup": { "inline_keyboard": [[{ "text": "Kraków", "callback_data": "krk" }]] },
        },
    } });
    check(
        &press,
        expect![[
            r#"press:77 of telegram_id:7000000001: "Kraków" [] [Provider("7000000001:3")] None edited: false"#
        ]],
    );
    let mut group = message(9, "Cześć wszystkim");
    group["message"]["chat"]["type"] = json!("group");
    check(&group, expect!["Ignored"]);
}

async fn telegram(talk: &Talk) -> Arc<Channel> {
    let settings = json!({
        "mode": "webhook", "public_url": "https://shop.example", "api_url": "http://127.0.0.1:1",
    });
    let secrets = json!({ "token": "1:AA" });
    let kind = ChannelKind::Telegram;
    connected(&talk.ctx, kind, "Telegram", Provider::Telegram, settings, secrets).await
}

async fn bring(talk: &Talk, door: &Channel, update: &Value, secret: &str) -> String {
    let request = Request::post(format!("/hooks/{}/telegram", door.id))
        .header("X-Telegram-Bot-Api-Secret-Token", secret)
        .body(Body::from(update.to_string()))
        .unwrap();
    let router = hooks::routes(talk.ctx.clone()).into_router();
    let answer = router.oneshot(request).await.unwrap();
    let status = answer.status().as_u16();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    format!("{status} {}", String::from_utf8_lossy(&body))
}

#[tokio::test(flavor = "multi_thread")]
async fn updates_are_taken_once_and_in_any_order() {
    on_each_engine(async |talk| {
        let door = telegram(talk).await;
        let secret = secret_token(&talk.ctx, door.id).unwrap();
        let first = message(5, "Czy jest lapma?");
        let edit = |words: &str, at: i64| {
            update("edited_message", 5, json!({ "text": words, "edit_date": at }))
        };
        let (changed, last) =
            (edit("Czy jest lampy?", 1_795_262_410), edit("Czy jest lampa?", 1_795_262_420));
        let forged = bring(talk, &door, &first, "guessed").await;
        assert!(forged.starts_with("401"), "{forged}");
        assert_eq!(talk.shop.who(&format!("telegram_id:{ANNA}")).await, None);
        // The last change comes first, and everything three times.
        for update in [&last, &first, &changed, &first, &last, &changed, &first, &changed, &last] {
            assert_eq!(bring(talk, &door, update, &secret).await, "200 {}");
        }
        let conversation = talk.conversation_of(&format!("telegram_id:{ANNA}")).await;
        let messages = talk.messages(conversation).await;
        assert_eq!(messages.len(), 1);
        assert_eq!(messages[0].body, "Czy jest lampa?");
        assert_eq!(messages[0].author_name.as_deref(), Some("Anna Nowak"));

        let press = json!({ "update_id": 990, "callback_query": {
            "id": "77", "from": { "id": ANNA, "first_name": "Anna" }, "data": "krk",
            "message": { "message_id": 3, "chat": { "id": ANNA, "type": "private" } },
        } });
        for _ in 0..3 {
            let answer = bring(talk, &door, &press, &secret).await;
            assert_eq!(answer, r#"200 {"method":"answerCallbackQuery","callback_query_id":"77"}"#);
        }
        assert_eq!(talk.messages(conversation).await.len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_keeps_what_was_said_first_and_a_code_is_kept() {
    on_each_engine(async |talk| {
        let door = telegram(talk).await;
        let secret = secret_token(&talk.ctx, door.id).unwrap();
        bring(talk, &door, &message(5, "/start K7-PQ"), &secret).await;
        bring(talk, &door, &message(6, "Dwie lampy"), &secret).await;
        let changed = json!({ "text": "Trzy lampy", "edit_date": 1_795_262_460 });
        bring(talk, &door, &update("edited_message", 6, changed), &secret).await;
        let conversation = talk.conversation_of(&format!("telegram_id:{ANNA}")).await;
        let details: Vec<Value> = talk
            .messages(conversation)
            .await
            .iter()
            .map(|message| serde_json::from_str(&message.details).unwrap())
            .collect();
        assert!(details.iter().any(|details| details["code"] == "K7-PQ"), "{details:?}");
        assert!(details.iter().any(|details| details["first_said"] == "Dwie lampy"), "{details:?}");
    })
    .await;
}
