//! What real SDKs put on the wire, written by hand after what was captured of them.

use std::io::Write as _;

use axum::body::Body;
use axum::http::{Method, Request, header};
use expect_test::expect;
use serde_json::json;

use super::super::rejections;
use super::{post, request, secret_key, send, told, told_of_anna};
use crate::testing::{Shop, on_each_engine};

fn gzip(text: &str) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(text.as_bytes()).unwrap();
    gzip.finish().unwrap()
}

const SUCCESS: &str = "200\n{\"success\":true}";

#[tokio::test(flavor = "multi_thread")]
async fn a_server_sends_explicit_nulls_and_zips_or_not() {
    on_each_engine(async |shop| {
        let body = |message: &str| {
            json!({"batch": [{"integrations": {}, "anonymousId": null, "type": "track", "userId": "anna",
                "event": message, "properties": null, "traits": null, "groupId": null,
                "timestamp": "2026-11-21T12:00:00.000+00:00", "context": {"ip": null}, "messageId": message}],
                "sentAt": "2026-11-21T12:00:00.100+00:00", "writeKey": null})
            .to_string()
        };
        assert_eq!(post(&shop, "/v1/batch", body("plain")).await, SUCCESS);
        assert_eq!(post(&shop, "/v1/batch", gzip(&body("zipped"))).await, SUCCESS);
        // Zipped, and called a form.
        let mut form = request("/v1/b", &shop.web.channel.write_key, gzip(&body("form")));
        let kind = "application/x-www-form-urlencoded".parse().unwrap();
        form.headers_mut().insert(header::CONTENT_TYPE, kind);
        assert_eq!(told(send(&shop, form).await).await, SUCCESS);
        // A browser that leaves: JSON as plain text, the key in the body.
        let beacon = json!({"userId": "anna", "event": "text", "messageId": "text",
            "writeKey": shop.web.channel.write_key});
        let beacon = Request::builder().method(Method::POST).uri("/v1/t").body(beacon.to_string().into());
        assert_eq!(told(send(&shop, beacon.unwrap()).await).await, SUCCESS);
        let mut names = told_of_anna(&shop).await;
        names.sort();
        assert_eq!(names, ["form", "plain", "text", "zipped"]);
        expect![[r#"
            400
            {"type":"about:blank","title":"Bad Request","status":400,"code":"bad_gzip","detail":"The body is no whole gzip.","message":"The body is no whole gzip."}"#]]
        .assert_eq(&post(&shop, "/v1/batch", gzip(&body("cut"))[..20].to_vec()).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_are_ids_and_nobodys_ids_are_none() {
    on_each_engine(async |shop| {
        let body = json!({"batch": [
            {"type": "track", "event": "number", "userId": 1042, "messageId": 7},
            {"type": "track", "event": "device", "userId": "undefined", "anonymousId": "d", "messageId": "2"},
            {"type": "track", "event": "nobody", "userId": "null", "anonymousId": "null"},
            {"type": "track", "event": "nobody either", "userId": "", "anonymousId": null},
        ]});
        expect![[r#"
            200
            {"success":true,"rejected":[{"index":2,"code":"no_identity","detail":"The call names nobody: the value stands for nobody in particular, so it identifies no one. Send a userId or an anonymousId."},{"index":3,"code":"no_identity","detail":"The call names nobody. Send a userId or an anonymousId."}]}"#]]
        .assert_eq(&post(&shop, "/v1/batch", body.to_string()).await);
        let customer = shop.who("user_id:1042").await.unwrap();
        assert_eq!(shop.told(customer).await, ["number"]);
        let device = shop.who("device:d").await.unwrap();
        assert_eq!(shop.told(device).await, ["device"]);
        assert_eq!(shop.who("user_id:undefined").await, None);
        // Two of these would be read as one number.
        let long = r#"{"event": "long", "userId": 123456789012345678901234567890}"#;
        expect![[r#"
            400
            {"type":"about:blank","title":"Bad Request","status":400,"code":"bad_json","detail":"The body cannot be read as a call: a number this long is not exact: send it as text at line 1 column 58.","message":"The body cannot be read as a call: a number this long is not exact: send it as text at line 1 column 58."}"#]]
        .assert_eq(&post(&shop, "/v1/track", long).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_bad_call_leaves_the_others_and_is_shown_to_the_developer() {
    on_each_engine(async |shop| {
        // One that can be read and not taken; then one that cannot be read at all.
        let good = r#"{"type":"track","event":"good","userId":"anna","messageId":"g"}"#;
        let refused = r#"{"type":"track","userId":"anna"}"#;
        let broken = r#"{"type":"track","event":"x","userId":{"id":1}}"#;
        let odd = r#"{"type":"track","event":"nul \u0000 in it","userId":"anna","messageId":"n"}"#;
        let batch = |calls: &[&str]| format!(r#"{{"batch":[{}]}}"#, calls.join(","));
        expect![[r#"
            200
            {"success":true,"rejected":[{"index":1,"code":"no_event","detail":"A track call needs the name of its `event`."}]}"#]]
        .assert_eq(&post(&shop, "/v1/batch", batch(&[good, refused, odd])).await);
        expect![[r#"
            200
            {"success":true,"rejected":[{"index":0,"code":"bad_json","detail":"The body cannot be read as a call: invalid type: map, expected text or a number at line 1 column 38."}]}"#]]
        .assert_eq(&post(&shop, "/v1/batch", batch(&[broken, good])).await);
        assert_eq!(told_of_anna(&shop).await.len(), 2);
        let single = post(&shop, "/v1/track", "{\"event\": \"\0\"").await;
        assert!(single.starts_with("400\n"), "{single}");

        let door = shop.web.channel.id;
        let listed = shop.ctx.db.read(|tx| rejections::list(tx, door)).await.unwrap();
        let mut listed: Vec<_> = listed.into_iter().map(|one| format!("{} {}", one.code, one.body)).collect();
        listed.sort();
        assert_eq!(
            listed,
            [
                "bad_json {\"event\": \"\u{fffd}\"".to_string(),
                format!("bad_json {broken}"),
                format!("no_event {refused}"),
            ]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_house_says_when_to_come_again() {
    let shop = Shop::open(kit::db::Engine::Sqlite).await;
    let places = &shop.ctx.recorder.places.0;
    let all = places.acquire_many(places.available_permits() as u32).await.unwrap();
    let call = r#"{"event": "Seen", "userId": "anna", "messageId": "1"}"#;
    let mut busy = request("/v1/track", &shop.web.channel.write_key, call);
    busy.headers_mut().insert(header::ORIGIN, "https://shop.example".parse().unwrap());
    expect![[r#"
        429
        retry-after: 1
        access-control-allow-origin: https://shop.example
        access-control-allow-credentials: true
        access-control-expose-headers: retry-after
        {"type":"about:blank","title":"Too Many Requests","status":429,"code":"overloaded","detail":"Too many requests. Try again in 1 s.","message":"Too many requests. Try again in 1 s."}"#]]
    .assert_eq(&told(send(&shop, busy).await).await);
    drop(all);
    assert_eq!(post(&shop, "/v1/track", call).await, SUCCESS);
    assert_eq!(told_of_anna(&shop).await, ["Seen"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_any_origin_may_ask_and_record() {
    let shop = Shop::open(kit::db::Engine::Sqlite).await;
    let preflight = |path: &str, method: &str, headers: &str| {
        Request::builder()
            .method(Method::OPTIONS)
            .uri(path)
            .header(header::ORIGIN, "https://shop.example")
            .header(header::ACCESS_CONTROL_REQUEST_METHOD, method)
            .header(header::ACCESS_CONTROL_REQUEST_HEADERS, headers)
            .body(Body::empty())
            .unwrap()
    };
    let asked = preflight("/v1/page", "POST", "anonymousid,authorization,content-type,sentat");
    expect![[r#"
        204
        access-control-allow-origin: https://shop.example
        access-control-allow-credentials: true
        access-control-expose-headers: retry-after
        access-control-allow-headers: anonymousid,authorization,content-type,sentat
        access-control-allow-methods: GET, POST, OPTIONS
        access-control-max-age: 86400
    "#]]
    .assert_eq(&told(send(&shop, asked).await).await);
    for path in ["/v1/i", "/v1/batch", "/sourceConfig/?writeKey=WK", "/cdn/v1/projects/WK/settings"]
    {
        let response = send(&shop, preflight(path, "GET", "authorization")).await;
        assert_eq!(response.status(), 204, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_opens_its_door_only() {
    let shop = Shop::open(kit::db::Engine::Sqlite).await;
    let call = r#"{"event": "Seen", "userId": "anna"}"#;
    let keyless =
        Request::builder().method(Method::POST).uri("/v1/track").body(call.into()).unwrap();
    expect![[r#"
        401
        {"type":"about:blank","title":"Unauthorized","status":401,"code":"no_key","detail":"Say which door you come by: the write key as Basic user, Bearer token or `writeKey`.","message":"Say which door you come by: the write key as Basic user, Bearer token or `writeKey`."}"#]]
    .assert_eq(&told(send(&shop, keyless).await).await);
    expect![[r#"
        401
        {"type":"about:blank","title":"Unauthorized","status":401,"code":"unknown_key","detail":"No open door has this key. Copy the key from the page Doors of the desk.","message":"No open door has this key. Copy the key from the page Doors of the desk."}"#]]
    .assert_eq(&told(send(&shop, request("/v1/track", "wk_none", call)).await).await);
    let secret = secret_key(&shop).await;
    assert_eq!(told(send(&shop, request("/v1/track", &secret, call)).await).await, SUCCESS);
    expect![[r#"
        403
        {"type":"about:blank","title":"Forbidden","status":403,"code":"secret_key_needed","detail":"History is imported with the secret key of the door.","message":"History is imported with the secret key of the door."}"#]]
    .assert_eq(&post(&shop, "/v1/import", call).await);
}
