//! Page after page: no gap and nothing twice, while new events come in and the index is written.

use axum::body::Body;
use axum::http::{Request, header};
use kit::Tx;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::channels::{self, ChannelKind, NewChannel};
use crate::testing::{Shop, on_each_engine};

async fn secret_key(shop: &Shop) -> String {
    let new = NewChannel { kind: ChannelKind::Api, name: "Call centre".into() };
    let now = shop.ctx.clock.now();
    let (_, secret) = shop.ctx.db.write(|tx: &Tx| channels::create(tx, &new, now)).await.unwrap();
    secret.0
}

async fn get(shop: &Shop, key: &str, path: &str) -> (u16, Value) {
    let request =
        Request::builder().uri(path).header(header::AUTHORIZATION, format!("Bearer {key}"));
    let router = super::super::api::routes(shop.ctx.clone()).into_router();
    let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let body = axum::body::to_bytes(response.into_body(), 1_000_000).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap())
}

/// A page's events by name, and the address of the next page.
async fn page(shop: &Shop, key: &str, path: &str) -> (Vec<String>, Option<String>) {
    let (status, page) = get(shop, key, path).await;
    assert_eq!(status, 200, "{page}");
    let name = |event: &Value| event["name"].as_str().unwrap().to_string();
    let names = page["events"].as_array().unwrap().iter().map(name).collect();
    (names, page["next"].as_str().map(str::to_string))
}

/// Event `n` of Anna, on one of two devices; a good number of them share their moment with others.
fn event(shop: &Shop, n: usize) -> Value {
    let at = shop.ctx.clock.now().minus(kit::time::minutes((n as i64 % 40) + 60));
    json!({"type": "track", "event": format!("e{n:03}"), "userId": "anna",
        "anonymousId": format!("d{}", n % 2), "messageId": format!("m{n}"), "timestamp": at})
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_join_without_gap_or_repeat_whatever_happens_between_them() {
    on_each_engine(async |shop| {
        let key = secret_key(&shop).await;
        let old: Vec<Value> = (0..90).map(|n| event(&shop, n)).collect();
        shop.web(&old[..60]).await;
        shop.settle().await;
        shop.web(&old[60..]).await;
        // Some stand on the device's own leaf, from before the login.
        for limit in [1, 7, 30, 90, 91] {
            let (mut told, mut before) = (Vec::new(), String::new());
            for round in 0.. {
                let path = format!("/v1/customers/user_id:anna/timeline?limit={limit}{before}");
                let (names, next) = page(&shop, &key, &path).await;
                told.extend(names);
                let Some(next) = next else { break };
                before = format!("&before={next}");
                // News has a later place; the index is written; another process reads on.
                if round % 5 == 0 {
                    let news = json!({"type": "track", "event": format!("news {limit} {round}"), "userId": "anna",
                        "messageId": format!("news {limit} {round}")});
                    shop.web(&[news]).await;
                }
                if round % 3 == 1 {
                    shop.settle().await;
                }
            }
            let mut expected: Vec<String> = (0..90).map(|n| format!("e{n:03}")).collect();
            told.retain(|name| name.starts_with('e'));
            assert_eq!(told.len(), 90, "limit {limit}");
            told.sort();
            expected.sort();
            assert_eq!(told, expected, "limit {limit}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_timeline_is_filtered_by_door_kind_name_and_time() {
    on_each_engine(async |shop| {
        let key = secret_key(&shop).await;
        let at = |hour: u32| format!("2026-11-21T{hour:02}:00:00Z");
        let web = [
            json!({"type": "page", "name": "Cups", "userId": "anna", "messageId": "1", "timestamp": at(7)}),
            json!({"type": "track", "event": "Product Added", "userId": "anna", "messageId": "2", "timestamp": at(8)}),
            json!({"type": "page", "name": "Coffee", "userId": "anna", "messageId": "3", "timestamp": at(9)}),
        ];
        shop.web(&web).await;
        let store = json!({"type": "track", "event": "Receipt Issued", "userId": "anna", "messageId": "4", "timestamp": at(10)});
        shop.server(&[store]).await;
        for _ in 0..2 {
            let told = async |query: &str| {
                page(&shop, &key, &format!("/v1/customers/user_id:anna/timeline?{query}")).await.0
            };
            assert_eq!(told("").await, ["Receipt Issued", "Coffee", "Product Added", "Cups"]);
            assert_eq!(told("type=page").await, ["Coffee", "Cups"]);
            assert_eq!(told("name=Cups").await, ["Cups"]);
            assert_eq!(told("from=2026-11-21T09:00:00Z").await, ["Receipt Issued", "Coffee"]);
            let web = format!("channel={}", shop.web.channel.id);
            assert_eq!(told(&web).await, ["Coffee", "Product Added", "Cups"]);
            assert_eq!(told(&format!("{web}&type=track&limit=1")).await, ["Product Added"]);
            // Filters hold across pages.
            let (names, next) =
                page(&shop, &key, "/v1/customers/user_id:anna/timeline?type=page&limit=1").await;
            assert_eq!(names, ["Coffee"]);
            let before = format!("type=page&limit=1&before={}", next.unwrap());
            assert_eq!(told(&before).await, ["Cups"]);
            shop.settle().await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_wrongly_is_told_so() {
    on_each_engine(async |shop| {
        let key = secret_key(&shop).await;
        shop.web(&[json!({"type": "page", "userId": "anna", "messageId": "1"})]).await;
        let code = async |path: &str, key: &str| {
            let (status, body) = get(&shop, key, path).await;
            format!("{status} {}", body["code"].as_str().unwrap())
        };
        let anna = "/v1/customers/user_id:anna/timeline";
        assert_eq!(code(&format!("{anna}?limit=0"), &key).await, "400 bad_limit");
        assert_eq!(code(&format!("{anna}?limit=501"), &key).await, "400 bad_limit");
        assert_eq!(code(&format!("{anna}?before=then"), &key).await, "400 bad_cursor");
        assert_eq!(code(&format!("{anna}?from=then"), &key).await, "400 bad_time");
        assert_eq!(code(&format!("{anna}?type=buy"), &key).await, "400 bad_type");
        assert_eq!(code("/v1/customers/anna/context", &key).await, "400 bad_customer");
        assert_eq!(code("/v1/customers/user_id:adam/context", &key).await, "404 not_found");
        let write_key = shop.web.channel.write_key.clone();
        assert_eq!(code(anna, &write_key).await, "403 write_key_cannot_read");
        assert_eq!(code("/v1/customers/user_id:anna/context", "sk_none").await, "401 unknown_key");
    })
    .await;
}
