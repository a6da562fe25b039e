//! A client on a line of its own, byte by byte.

use std::net::SocketAddr;

use axum::extract::Query;
use axum::routing::{get, post};
use expect_test::expect;
use kit::Result;
use kit::testing::clock;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt as _;

use super::*;
use crate::listen;

const LIMITS: Limits = Limits {
    head_time_max: Duration::from_millis(200),
    body_time_max: Duration::from_millis(200),
    header_bytes_max: 1024,
    uri_bytes_max: 1024,
    connections_max: 2,
};

#[derive(serde::Deserialize)]
struct Asked {
    #[expect(dead_code, reason = "only read from the query")]
    limit: u32,
}

/// A server of four addresses.
fn router() -> Router {
    let read = async |body: axum::body::Bytes| format!("{} bytes", body.len());
    let routes = Routes::of(Access::Everybody)
        .route("/hello", get(async || "hello"))
        .route("/search", get(async |_: Query<Asked>| "found"))
        .route("/read", post(read))
        .route("/fall", get(async || -> Result<()> { panic!("a fault of ours") }));
    around(routes, clock(), LIMITS)
}

async fn serve() -> (SocketAddr, watch::Sender<bool>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(listen::serve(listener, router(), LIMITS, stopped));
    (address, stop)
}

/// What comes back until the server hangs up.
async fn say(address: SocketAddr, bytes: &str) -> String {
    let mut line = TcpStream::connect(address).await.unwrap();
    line.write_all(bytes.as_bytes()).await.unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).await.unwrap();
    answer
}

/// The status, code and detail of an answer without a server around it.
async fn ask(method: &str, uri: &str, headers: &[(&str, &str)]) -> String {
    let mut request = Request::builder().method(method).uri(uri).header("x-request-id", "ask-1");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = router().oneshot(request.body(axum::body::Body::empty()).unwrap()).await;
    let (parts, body) = response.unwrap().into_parts();
    assert_eq!(parts.headers[REQUEST_ID], "ask-1");
    let body = axum::body::to_bytes(body, 10_000).await.unwrap();
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    format!("{} {} {}", parts.status.as_u16(), body["code"], body["detail"])
}

#[tokio::test]
async fn what_http_refuses_is_told_in_words() {
    expect![[r#"404 "not_found" "There is nothing at this address.""#]]
        .assert_eq(&ask("GET", "/nowhere", &[]).await);
    expect![[r#"405 "wrong_method" "This address does not take this method; `Allow` says which it takes.""#]].assert_eq(&ask("DELETE", "/hello", &[]).await);
    expect![[r#"400 "bad_request" "Failed to deserialize query string: limit: invalid digit found in string""#]].assert_eq(&ask("GET", "/search?limit=many", &[]).await);
    expect![[r#"414 "address_too_long" "An address may have 1 KB.""#]]
        .assert_eq(&ask("GET", &format!("/hello?{}", "a".repeat(1_100)), &[]).await);
    expect![[r#"431 "headers_too_large" "All headers together may have 1 KB.""#]]
        .assert_eq(&ask("GET", "/hello", &[("cookie", &"a".repeat(1_100))]).await);
}

#[tokio::test]
async fn a_fault_of_ours_is_an_answer_and_tells_nothing() {
    expect![[r#"500 "internal" "Something went wrong on our side. It has been logged.""#]]
        .assert_eq(&ask("GET", "/fall", &[]).await);
}

#[tokio::test]
async fn every_request_has_a_number() {
    let number = async |given: Option<&str>| {
        let mut request = Request::builder().uri("/hello");
        if let Some(given) = given {
            request = request.header(REQUEST_ID, given);
        }
        let request = request.body(axum::body::Body::empty()).unwrap();
        let response = router().oneshot(request).await.unwrap();
        response.headers()[REQUEST_ID].to_str().unwrap().to_string()
    };
    assert_eq!(number(Some("proxy-17")).await, "proxy-17");
    // Not one that would forge a line of the log.
    assert_eq!(number(Some("17 status=200")).await.len(), 26);
    assert_ne!(number(None).await, number(None).await);
}

/// What was written into the log, line by line.
#[derive(Clone, Default)]
struct Written(Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn every_request_is_a_line_of_the_log() {
    let written = Written::default();
    let log = tracing_subscriber::fmt().json().with_writer({
        let written = written.clone();
        move || written.clone()
    });
    let _guard = tracing::subscriber::set_default(log.finish());
    ask("GET", "/nowhere", &[]).await;
    ask("GET", "/fall", &[]).await;
    let written = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
    let line = |text: &str| {
        let mut line: serde_json::Value = serde_json::from_str(text).unwrap();
        line["fields"]["ms"].take();
        format!("{} {}\n", line["fields"], line["span"])
    };
    let lines: String = written.lines().map(line).collect();
    expect![[r#"
        {"message":"answered","method":"GET","route":"none","status":404,"ms":null,"request_id":"ask-1"} null
        {"message":"request failed","code":"internal","detail":"a request handler panicked","ms":null} {"request_id":"ask-1","name":"request"}
        {"message":"answered","method":"GET","route":"/fall","status":500,"ms":null,"request_id":"ask-1"} null
    "#]].assert_eq(&lines);
}

#[tokio::test]
async fn a_client_that_sends_slowly_is_sent_away() {
    let (address, _stop) = serve().await;
    let whole =
        say(address, "POST /read HTTP/1.1\r\ncontent-length: 3\r\nconnection: close\r\n\r\nabc");
    assert!(whole.await.ends_with("\r\n\r\n3 bytes"));
    // Half a head: nothing to answer yet.
    let half = say(address, "GET /hello HTTP/1.1\r\nhost: sho").await;
    expect![[""]].assert_eq(&half);
    let half = say(address, "POST /read HTTP/1.1\r\ncontent-length: 10\r\n\r\nabc").await;
    assert!(half.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{half}");
    assert!(half.contains("the body came too slowly"), "{half}");
}

#[tokio::test]
async fn more_headers_than_anybody_needs_are_refused_unread() {
    let (address, _stop) = serve().await;
    let many = "a: b\r\n".repeat(101);
    let answer = say(address, &format!("GET /hello HTTP/1.1\r\n{many}\r\n")).await;
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
}

#[tokio::test]
async fn connections_wait_for_a_place_and_silent_ones_give_theirs_up() {
    let (address, stop) = serve().await;
    let silent = [TcpStream::connect(address).await, TcpStream::connect(address).await];
    let answer = say(address, "GET /hello HTTP/1.1\r\nconnection: close\r\n\r\n").await;
    assert!(answer.ends_with("hello"), "{answer}");
    drop(silent);
    stop.send(true).unwrap();
}
