//! What the routes let in: by whom (`matrix`), and how much.

mod carts;
mod matrix;
mod orders;

use axum::body::Body;
use axum::http::{Method, Request, header};
use customers::Ctx;
use customers::channels::{self, ChannelKind, NewChannel};
use customers::testing::defaults;
use expect_test::expect;
use kit::Db;
use kit::db::Engine;
use kit::secrets::Secrets;
use kit::testing::{Folder, clock, place};
use tower::ServiceExt as _;

use super::*;
use crate::app::migrations;

async fn open() -> (App, Folder) {
    let (place, folder) = place(Engine::Sqlite).await;
    let ctx = Ctx::new(Db::open(&place).await.unwrap(), clock(), defaults());
    ctx.db.migrate(&migrations(), ctx.clock.now()).await.unwrap();
    (App::new(ctx, Secrets::missing()).unwrap(), folder)
}

/// The write key of a new door.
async fn web_door(ctx: &Ctx) -> String {
    let (now, new) = (ctx.clock.now(), NewChannel { kind: ChannelKind::Web, name: "Shop".into() });
    let (channel, _) = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap();
    channel.write_key
}

/// The status and the body of what a door sends.
async fn send(app: &App, limits: Limits, path: &str, key: &str, body: Body) -> String {
    let request = Request::builder().method(Method::POST).uri(path);
    let request = request.header(header::AUTHORIZATION, format!("Bearer {key}"));
    let router = web::around(routes(app), app.ctx.clock.clone(), limits);
    let response = router.oneshot(request.body(body).unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let body = axum::body::to_bytes(response.into_body(), 10_000).await.unwrap();
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    format!("{status} {} {}", body["code"], body["detail"])
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_door_sends_has_limits() {
    let (app, _folder) = open().await;
    let key = web_door(&app.ctx).await;
    let send =
        async |path: &str, body: String| send(&app, Limits::DEFAULT, path, &key, body.into()).await;
    let call = |properties: &str| {
        format!(r#"{{"event": "Seen", "userId": "ana", "properties": {properties}}}"#)
    };
    let long = |bytes: usize| call(&format!(r#"{{"a": "{}"}}"#, "x".repeat(bytes)));
    expect![[r#"400 "body_too_large" "The body may have 32 KB.""#]]
        .assert_eq(&send("/v1/track", long(33_000)).await);
    let batch = |calls: &[String]| format!(r#"{{"batch": [{}]}}"#, calls.join(","));
    expect![[r#"400 "body_too_large" "The body may have 500 KB.""#]]
        .assert_eq(&send("/v1/batch", batch(&vec![long(30_000); 18])).await);
    expect![[r#"400 "too_many_calls" "A batch has at most 2500 calls.""#]]
        .assert_eq(&send("/v1/batch", batch(&vec![call("{}"); 2_501])).await);
    let deep = format!("{}1{}", r#"{"a":"#.repeat(40), "}".repeat(40));
    expect![[r#"400 "nested_too_deep" "Objects and arrays may be nested 32 deep.""#]]
        .assert_eq(&send("/v1/track", call(&deep)).await);
    // Deep enough to end the stack of a parser that has no limit.
    let deeper = call(&"[".repeat(30_000));
    expect![[r#"400 "bad_json" "The body cannot be read as a call: expected value at line 1 column 30050.""#]].assert_eq(&send("/v1/track", deeper).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_little_gzip_that_becomes_much_is_refused() {
    let (app, _folder) = open().await;
    let key = web_door(&app.ctx).await;
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut zip, &vec![b' '; 50_000_000]).unwrap();
    let zipped = zip.finish().unwrap();
    assert!(zipped.len() < 50_000);
    let told = send(&app, Limits::DEFAULT, "/v1/batch", &key, zipped.into()).await;
    expect![[r#"400 "body_too_large" "The body may have 500 KB.""#]].assert_eq(&told);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_that_sends_slowly_may_send_again() {
    let (app, _folder) = open().await;
    let key = web_door(&app.ctx).await;
    let limits = Limits { body_time_max: std::time::Duration::from_millis(50), ..Limits::DEFAULT };
    let begun = futures_util::stream::iter([Ok::<_, std::io::Error>("{")]);
    let never = futures_util::stream::pending();
    let body = Body::from_stream(futures_util::StreamExt::chain(begun, never));
    expect![[
        r#"408 "body_too_slow" "The body came too slowly. Send it again, or in smaller parts.""#
    ]]
    .assert_eq(&send(&app, limits, "/v1/track", &key, body).await);
}
