//! Too much of it.

use axum::extract::ConnectInfo;

use super::*;
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn who_writes_without_end_must_wait() {
    on_each_engine(async |talk| {
        let mut anna = Browser::at(talk);
        for n in 0..20 {
            assert_eq!(anna.writes("laptop", &n.to_string(), "Hello").await.0, 201);
        }
        let request =
            anna.request("POST", "/v1/chat/messages", message("laptop", "x", "Hi").to_string());
        let refused = anna.send(request).await;
        assert_eq!(
            (refused.status().as_u16(), &refused.headers()["retry-after"]),
            (429, &"60".parse().unwrap())
        );
        talk.ctx.customers.clock.advance(kit::time::minutes(1));
        assert_eq!(anna.writes("laptop", "x", "Hi").await.0, 201);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_is_not_a_crowd() {
    on_each_engine(async |talk| {
        let from = |browser: &Browser, forwarded: &str, n: u32| {
            let body = message(&format!("device-{n}"), &n.to_string(), "Hi").to_string();
            let mut request = browser.request("POST", "/v1/chat/messages", body);
            let proxy: std::net::SocketAddr = "127.0.0.1:40000".parse().unwrap();
            request.extensions_mut().insert(ConnectInfo(proxy));
            request.headers_mut().insert("x-forwarded-for", forwarded.parse().unwrap());
            request
        };
        let browser = Browser::at(talk);
        for n in 0..120 {
            // What the client itself wrote into the header stands before what the proxy saw.
            let told = format!("198.51.100.{n}, 203.0.113.9");
            assert_eq!(browser.send(from(&browser, &told, n)).await.status().as_u16(), 201);
        }
        let refused = browser.send(from(&browser, "203.0.113.9", 200)).await;
        assert_eq!(refused.status().as_u16(), 429);
        let other = browser.send(from(&browser, "203.0.113.10", 201)).await;
        assert_eq!(other.status().as_u16(), 201);
    })
    .await;
}
