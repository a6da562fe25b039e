//! What other systems tell and ask over HTTP.

use axum::body::Body;
use axum::http::{Method, Request, header};
use customers::channels::{self, ChannelKind, NewChannel};
use expect_test::expect;
use kit::time::minutes;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::*;
use crate::stock::testing::{assert_sound, has, place};
use crate::testing::on_each_engine;

/// The secret key of the merchant's other system.
async fn erp(market: &Market) -> String {
    let new = NewChannel { kind: ChannelKind::Api, name: "ERP".into() };
    let at = now(market);
    write(market, |tx| channels::create(tx, &new, at)).await.unwrap().1.0
}

async fn send(market: &Market, key: &str, method: Method, path: &str, body: Value) -> String {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::AUTHORIZATION, format!("Bearer {key}"))
        .body(Body::from(body.to_string()))
        .unwrap();
    let router = api::routes(market.ctx.clone()).into_router();
    let response = router.oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = axum::body::to_bytes(response.into_body(), 100_000).await.unwrap();
    let body: Value = serde_json::from_slice(&body).unwrap();
    format!("{status} {body:#}")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_erp_tells_what_came_and_is_understood_row_by_row() {
    on_each_engine(async |market| {
        let (mug, key) = (thing(market, "MUG").await, erp(market).await);
        place(market, "WLOD Łódź PL").await;
        let row = |sku: &str, kind: &str, quantity: i64, key: &str| {
            json!({"sku": sku, "location": "WLOD", "kind": kind, "quantity": quantity, "key": key})
        };
        let body = json!({ "movements": [
            row("MUG", "received", 10, "PZ/7/1"),
            row("MUG", "received", 10, "PZ/7/1"),
            row("PLATE", "received", 10, "PZ/7/2"),
            row("MUG", "sold", 3, "WZ/1"),
            row("MUG", "sold", -3, "WZ/2"),
        ]});
        let told = send(market, &key, Method::POST, "/v1/stock/movements", body.clone()).await;
        expect![[r#"
            200 {
              "recorded": 2,
              "repeated": 1,
              "refused": [
                {
                  "row": 2,
                  "code": "unknown_sku",
                  "detail": "There is no variant “PLATE”."
                },
                {
                  "row": 3,
                  "code": "bad_quantity",
                  "detail": "“sold” cannot be 3."
                }
              ]
            }"#]]
        .assert_eq(&told);
        let told = send(market, &key, Method::POST, "/v1/stock/movements", body).await;
        assert!(told.contains("\"recorded\": 0"), "{told}");
        assert_eq!(lies(market, mug).await, "WLOD 7");

        let till = &market.shop.server.channel.write_key;
        let none = json!({"movements": []});
        let told = send(market, till, Method::POST, "/v1/stock/movements", none.clone()).await;
        assert!(told.contains("api_key_needed"), "{told}");
        let told = send(market, &key, Method::POST, "/v1/stock/movements", none).await;
        assert!(told.contains("bad_row_count"), "{told}");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_over_http_corrects_and_is_shown() {
    on_each_engine(async |market| {
        let (mug, tea) = (thing(market, "MUG").await, thing(market, "TEA").await);
        let (lodz, key) = (place(market, "WLOD Łódź PL").await, erp(market).await);
        has(market, tea, lodz, 4).await;
        let as_of = now(market).plus(1);
        market.ctx.customers.clock.advance(minutes(5));
        let body = |full: bool| {
            json!({"location": "WLOD", "asOf": as_of, "full": full, "levels": [
                {"sku": "MUG", "quantity": 9}, {"sku": "PLATE", "quantity": 1},
            ]})
        };
        let told = send(market, &key, Method::PUT, "/v1/stock/snapshot", body(false)).await;
        assert!(told.starts_with("200") && told.contains("\"corrected\": 1"), "{told}");
        assert_eq!(
            (lies(market, mug).await, lies(market, tea).await),
            ("WLOD 9".into(), "WLOD 4".into())
        );
        let told = send(market, &key, Method::PUT, "/v1/stock/snapshot", body(true)).await;
        expect![[r#"
            200 {
              "corrected": 1,
              "asBefore": 0,
              "outdated": 1,
              "refused": [
                {
                  "row": 1,
                  "code": "unknown_sku",
                  "detail": "There is no variant “PLATE”."
                }
              ]
            }"#]]
        .assert_eq(&told);
        assert_eq!(lies(market, tea).await, "WLOD 0");

        let announced = coming::Announced {
            variant: mug,
            to: lodz,
            quantity: 20,
            expected_at: Some(as_of.plus(kit::time::days(3))),
            reference: "potter",
        };
        let at = now(market);
        write(market, |tx| coming::announce(tx, &announced, at)).await.unwrap();
        let told = send(market, &key, Method::GET, "/v1/stock/MUG", Value::Null).await;
        expect![[r#"
            200 {
              "sku": "MUG",
              "available": 9,
              "levels": [
                {
                  "location": "WLOD",
                  "onHand": 9,
                  "reserved": 0,
                  "safety": 0
                }
              ],
              "coming": [
                {
                  "location": "WLOD",
                  "quantity": 20,
                  "expectedAt": "2026-11-24T12:00:00.000001Z"
                }
              ]
            }"#]]
        .assert_eq(&told);
        let told = send(market, &key, Method::GET, "/v1/stock/PLATE", Value::Null).await;
        assert!(told.starts_with("404"), "{told}");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_hears_whether_there_is_any_but_no_numbers() {
    on_each_engine(async |market| {
        let (mug, set) = (thing(market, "MUG").await, thing(market, "SET").await);
        write(market, |tx| bundles::set_parts(tx, set, &[(mug, 2)])).await.unwrap();
        let lodz = place(market, "WLOD Łódź PL").await;
        let krakow = place(market, "SKRK Kraków PL").await;
        has(market, mug, lodz, 10).await;
        has(market, mug, krakow, 3).await;
        let path = "/v1/shop/availability?sku=MUG,PLATE,SET";
        let page = &market.shop.web.channel.write_key;
        let told = send(market, page, Method::GET, path, Value::Null).await;
        expect![[r#"
            200 {
              "items": [
                {
                  "sku": "MUG",
                  "status": "in_stock",
                  "collect": [
                    {
                      "location": "SKRK",
                      "name": "Kraków SKRK",
                      "city": "Kraków",
                      "status": "few"
                    }
                  ]
                },
                {
                  "sku": "SET",
                  "status": "in_stock",
                  "collect": [
                    {
                      "location": "SKRK",
                      "name": "Kraków SKRK",
                      "city": "Kraków",
                      "status": "few"
                    }
                  ]
                }
              ]
            }"#]]
        .assert_eq(&told);
        let told = send(market, &erp(market).await, Method::GET, path, Value::Null).await;
        assert!(told.contains("\"quantity\": 13") && told.contains("\"quantity\": 6"), "{told}");
        let nothing = send(market, page, Method::GET, "/v1/shop/availability", Value::Null).await;
        assert!(nothing.contains("bad_sku_count"), "{nothing}");
    })
    .await;
}
