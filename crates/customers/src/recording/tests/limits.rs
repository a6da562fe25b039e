//! Every limit and its exact answer. The call at the limit is taken, the one above it is told why not.

use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::super::{BATCH_BYTES_MAX, BATCH_CALLS_MAX};
use super::{post, told_of_anna};
use crate::testing::Shop;

fn call(properties: Value) -> Value {
    json!({"type": "track", "event": "Seen", "userId": "anna", "properties": properties})
}

/// A call of so many bytes.
fn sized(bytes: usize) -> String {
    let empty = call(json!({"a": ""})).to_string();
    let body = call(json!({"a": "x".repeat(bytes - empty.len())})).to_string();
    assert_eq!(body.len(), bytes);
    body
}

fn nested(depth: usize) -> Value {
    (1..depth).fold(json!({}), |inner, _| json!({ "a": inner }))
}

async fn taken(shop: &Shop, path: &str, body: String) {
    assert_eq!(post(shop, path, body).await, "200\n{\"success\":true}");
}

/// Only what tells one answer from another of the same kind.
async fn refused(shop: &Shop, path: &str, body: String, expected: Expect) {
    let answer = post(shop, path, body).await;
    let (status, body) = answer.split_once('\n').unwrap();
    let body: Value = serde_json::from_str(body).unwrap();
    expected.assert_eq(&format!("{status} {} {}", body["code"], body["detail"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_has_32_kilobytes() {
    let shop = Shop::open(kit::db::Engine::Sqlite).await;
    taken(&shop, "/v1/track", sized(32 * 1024)).await;
    expect![[r#"
        400
        {"type":"about:blank","title":"Bad Request","status":400,"code":"body_too_large","detail":"The body may have 32 KB.","message":"The body may have 32 KB."}"#]]
    .assert_eq(&post(&shop, "/v1/track", sized(32 * 1024 + 1)).await);
    let batch = format!(r#"{{"batch": [{}, {}]}}"#, sized(33_000), sized(1_000));
    expect![[r#"
        200
        {"success":true,"rejected":[{"index":0,"code":"call_too_large","detail":"A call has at most 32768 bytes; this one has 32939."}]}"#]]
    .assert_eq(&post(&shop, "/v1/batch", batch).await);
    assert_eq!(told_of_anna(&shop).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_has_500_kilobytes_and_2500_calls() {
    let shop = Shop::open(kit::db::Engine::Sqlite).await;
    let batch = |calls: &[String]| format!(r#"{{"batch": [{}]}}"#, calls.join(","));
    let mut calls = vec![sized(32_000); 15];
    let rest = BATCH_BYTES_MAX - batch(&calls).len() - ",".len();
    calls.push(sized(rest));
    let full = batch(&calls);
    assert_eq!(full.len(), BATCH_BYTES_MAX);
    taken(&shop, "/v1/batch", full.clone()).await;
    let code = expect![[r#"400 "body_too_large" "The body may have 500 KB.""#]];
    refused(&shop, "/v1/batch", full + " ", code).await;
    let small = call(json!({})).to_string();
    taken(&shop, "/v1/batch", batch(&vec![small.clone(); BATCH_CALLS_MAX])).await;
    let code = expect![[r#"400 "too_many_calls" "A batch has at most 2500 calls.""#]];
    refused(&shop, "/v1/batch", batch(&vec![small; BATCH_CALLS_MAX + 1]), code).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_and_ids_have_lengths() {
    let shop = Shop::open(kit::db::Engine::Sqlite).await;
    let with = |name: &str, value: String| {
        let mut call = call(json!({}));
        call[name] = json!(value);
        call.to_string()
    };
    taken(&shop, "/v1/track", with("messageId", "ż".repeat(100))).await;
    let code = expect![[r#"400 "message_id_too_long" "A messageId has at most 100 characters.""#]];
    refused(&shop, "/v1/track", with("messageId", "ż".repeat(101)), code).await;
    taken(&shop, "/v1/track", with("event", "x".repeat(255))).await;
    let code = expect![[r#"400 "name_too_long" "The name of an event has at most 255 bytes.""#]];
    refused(&shop, "/v1/track", with("event", "x".repeat(256)), code).await;
    taken(&shop, "/v1/track", with("anonymousId", "x".repeat(255))).await;
    let code =
        expect![[r#"400 "identity_too_long" "The device is refused: the value is too long.""#]];
    refused(&shop, "/v1/track", with("anonymousId", "x".repeat(256)), code).await;
    taken(&shop, "/v1/group", with("groupId", "x".repeat(255))).await;
    let code = expect![[r#"400 "group_id_too_long" "A groupId has at most 255 bytes.""#]];
    refused(&shop, "/v1/group", with("groupId", "x".repeat(256)), code).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn objects_are_nested_32_deep() {
    let shop = Shop::open(kit::db::Engine::Sqlite).await;
    taken(&shop, "/v1/track", call(nested(32)).to_string()).await;
    let code = expect![[r#"400 "nested_too_deep" "Objects and arrays may be nested 32 deep.""#]];
    refused(&shop, "/v1/track", call(nested(33)).to_string(), code).await;
    // As deep as the body has room for: nobody's stack overflows.
    let deep = format!(
        r#"{{"event": "Seen", "userId": "anna", "properties": {}{}}}"#,
        "[".repeat(15_000),
        "]".repeat(15_000)
    );
    let code = expect![[r#"400 "nested_too_deep" "Objects and arrays may be nested 32 deep.""#]];
    refused(&shop, "/v1/track", deep, code).await;
    // Brackets in a text are text.
    taken(&shop, "/v1/track", call(json!({"a": "[{".repeat(100)})).to_string()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_call_is_told_why() {
    let shop = Shop::open(kit::db::Engine::Sqlite).await;
    let code = expect![[r#"400 "no_event" "A track call needs the name of its `event`.""#]];
    refused(&shop, "/v1/track", r#"{"userId": "anna"}"#.into(), code).await;
    let code = expect![[
        r#"400 "bad_json" "The body cannot be read as a call: EOF while parsing an object at line 1 column 17.""#
    ]];
    refused(&shop, "/v1/track", r#"{"userId": "anna""#.into(), code).await;
    let code = expect![[
        r#"400 "bad_json" "The body cannot be read as a call: missing field `batch` at line 1 column 2.""#
    ]];
    refused(&shop, "/v1/batch", "{}".into(), code).await;
    expect![[r#"
        200
        {"success":true,"rejected":[{"index":0,"code":"no_type","detail":"A call needs a `type`."},{"index":1,"code":"bad_type","detail":"“buy” is no type of call: track, identify, page, screen, group, alias."}]}"#]]
    .assert_eq(&post(&shop, "/v1/batch", r#"{"batch": [{"userId": "a"}, {"type": "buy", "userId": "a"}]}"#).await);
}
