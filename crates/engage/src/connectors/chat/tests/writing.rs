//! Saying something.

use expect_test::expect;
use serde_json::json;

use super::*;
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn a_message_sent_twice_is_one() {
    on_each_engine(async |talk| {
        let mut anna = Browser::at(talk);
        let (first, made) = anna.writes("laptop", "1", "Hello").await;
        // The answer got lost: the browser has no session, and sends the same again, an hour later.
        talk.ctx.customers.clock.advance(kit::time::hours(1));
        let mut again = Browser::at(talk);
        let (second, known) = again.writes("laptop", "1", "Hello").await;
        assert_eq!((first, second), (201, 200));
        assert_eq!(made, known);
        assert_eq!(again.reads().await, "you: Hello");
        let anna = talk.who("device:laptop").await;
        assert_eq!(talk.shop.told(anna).await, ["Message Received"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_understood_is_refused() {
    on_each_engine(async |talk| {
        let anna = Browser::at(talk);
        let mut told = String::new();
        let script = json!({"name": "a.html", "content": "AAAA"});
        for body in [
            json!({"id": "short", "text": "Hi", "anonymousId": "laptop"}),
            message("laptop", "1", "  "),
            message("laptop", "1", &"x".repeat(4_001)),
            message("null", "1", "Hi"),
            json!({"id": "message-of-tests-1", "text": "", "anonymousId": "laptop", "files": [script]}),
        ] {
            let (status, answer) = anna.ask("POST", "/v1/chat/messages", body).await;
            told.push_str(&format!("{status} {}\n", answer["code"].as_str().unwrap()));
        }
        expect![[r#"
            400 bad_message_id
            400 empty_message
            413 message_too_long
            400 bad_anonymous_id
            400 bad_file_type
        "#]]
        .assert_eq(&told);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_shown_to_its_sender_and_to_nobody_else() {
    on_each_engine(async |talk| {
        let mut anna = Browser::at(talk);
        let mut with_file = message("laptop", "1", "");
        with_file["files"] = json!([{"name": "../cup.png", "content": "iVBORw0KGgo="}]);
        let (status, answer) = anna.ask("POST", "/v1/chat/messages", with_file).await;
        assert_eq!(status, 201);
        anna.session = answer["session"].as_str().map(str::to_string);
        let (_, page) = anna.ask("GET", "/v1/chat/messages", Value::Null).await;
        let file = &page["messages"][0]["files"][0];
        assert_eq!(
            (file["name"].as_str(), file["type"].as_str()),
            (Some(".._cup.png"), Some("image/png"))
        );
        let path = format!("/v1/chat/files/{}", file["id"].as_str().unwrap());
        assert_eq!(anna.ask("GET", &path, Value::Null).await.0, 200);
        let mut other = Browser::at(talk);
        assert_eq!(other.ask("GET", &path, Value::Null).await.0, 401);
        other.writes("phone", "2", "Hello").await;
        assert_eq!(other.ask("GET", &path, Value::Null).await.0, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_tells_the_shop() {
    on_each_engine(async |talk| {
        let mut anna = Browser::at(talk);
        let (_, made) = anna.writes("laptop", "1", "Hello").await;
        let conversation = made["conversation"].as_str().unwrap().parse().unwrap();
        talk.answers(conversation, "Good morning!").await.unwrap();
        talk.work().await;
        assert_eq!(anna.ask("POST", "/v1/chat/typing", Value::Null).await.0, 204);
        assert_eq!(anna.ask("POST", "/v1/chat/read", json!({"state": "delivered"})).await.0, 204);
        let told = talk.transcript(conversation).await;
        assert_eq!(told[1], "agent by Chat: Good morning! (delivered)");
        assert_eq!(anna.ask("POST", "/v1/chat/read", json!({})).await.0, 204);
        let told = talk.transcript(conversation).await;
        assert_eq!(told[1], "agent by Chat: Good morning! (read)");
    })
    .await;
}
