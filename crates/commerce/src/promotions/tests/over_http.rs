//! An ERP sets prices, makes a promotion and its codes; a page asks what a basket costs.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use customers::channels::{self, ChannelKind, NewChannel};
use expect_test::{Expect, expect};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::catalogue::testing::mug as goods;
use crate::testing::{Market, on_each_engine};

/// The status and the body.
async fn call(market: &Market, method: Method, path: &str, key: &str, body: &Value) -> String {
    let ctx = market.ctx.clone();
    let routes = super::super::api::routes(ctx.clone())
        .merge(super::super::gift_cards_api::routes(ctx.clone()))
        .merge(crate::prices::api::routes(ctx));
    let router: Router = routes.into_router();
    let request = Request::builder().method(method).uri(path);
    let request = request.header("authorization", format!("Bearer {key}"));
    let response = router.oneshot(request.body(Body::from(body.to_string())).unwrap()).await;
    let response = response.unwrap();
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    let body: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    match body["detail"].as_str() {
        Some(detail) => format!("{status} {} {detail}", body["code"].as_str().unwrap()),
        None => format!("{status} {body}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prices_promotions_and_codes_are_set_and_a_page_asks() {
    on_each_engine(async |market| {
        goods(market, "MUG").await;
        let ctx = &market.shop.ctx;
        let (now, new) =
            (ctx.clock.now(), NewChannel { kind: ChannelKind::Api, name: "ERP".into() });
        let (_, secret) = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap();
        let (erp, page) = (secret.0, market.shop.web.channel.write_key.clone());
        let list = json!({"code": "retail", "name": "Retail", "currency": "PLN"});
        let set = async |prices: Value, expected: Expect| {
            let body = json!({"list": list, "prices": prices, "why": "new season"});
            let told = call(market, Method::PUT, "/v1/prices", &erp, &body).await;
            // The id of the list is new each time.
            let told = told
                .split_once("prl_")
                .map_or(told.clone(), |(before, id)| format!("{before}prl_…{}", &id[26..]));
            expected.assert_eq(&told);
        };
        let mug = |amount: i64| json!([{"sku": "MUG", "amount": amount}]);
        set(mug(49_90), expect![[r#"200 {"list":"prl_…","set":1}"#]]).await;
        set(
            mug(-1),
            expect![["400 bad_amount A price lies between 0 and 100000000000 minor units."]],
        )
        .await;
        let unknown = json!([{"sku": "POT", "amount": 1}]);
        set(unknown, expect![["404 not_found There is no variant with the SKU “POT”."]]).await;

        let promotion = json!({
            "name": "A tenth with a code",
            "gives": {"type": "percentage", "basis_points": 1_000},
            "needs": {"coupon": true},
        });
        let id = super::PromotionId([7; 16]);
        let path = format!("/v1/promotions/{id}");
        let made = call(market, Method::PUT, &path, &erp, &promotion).await;
        assert!(made.starts_with("200 "), "{made}");
        let wrong = json!({"name": "x", "gives": {"type": "amount", "amount": 500}});
        expect![["400 bad_promotion Say in which currency the amounts are: needs.currency."]]
            .assert_eq(&call(market, Method::PUT, &path, &erp, &wrong).await);
        let codes = json!({"code": "Witaj", "uses_max_each": 1});
        let path = format!("{path}/coupons");
        expect![[r#"201 {"coupons":[{"code":"WITAJ","shown":"WITAJ"}]}"#]]
            .assert_eq(&call(market, Method::POST, &path, &erp, &codes).await);
        expect![["409 code_exists Such a code exists already. Choose another, or try again."]]
            .assert_eq(&call(market, Method::POST, &path, &erp, &codes).await);

        let mut basket = json!({"lines": [{"sku": "MUG", "quantity": 2}], "coupons": ["witaj"]});
        let told = call(market, Method::POST, "/v1/shop/quote", &page, &basket).await;
        let total = r#"{"type":"total","display_key":"quote-total","amount":8982}"#;
        assert!(told.starts_with("200 ") && told.contains(total), "{told}");
        // Who buys is not for a page to say.
        basket["buyer"] = json!({"group": "trade"});
        expect![[
            "403 secret_key_needed Who buys is told with the secret key of a door, from a server."
        ]]
        .assert_eq(&call(market, Method::POST, "/v1/shop/quote", &page, &basket).await);
        let told = call(market, Method::POST, "/v1/shop/quote", &erp, &basket).await;
        assert!(told.starts_with("200 "), "{told}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_issues_a_gift_card_and_takes_payments() {
    on_each_engine(async |market| {
        let ctx = &market.shop.ctx;
        let (now, new) =
            (ctx.clock.now(), NewChannel { kind: ChannelKind::Api, name: "ERP".into() });
        let (_, secret) = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap();
        let id = super::super::gift_cards::GiftCardId([7; 16]);
        let address = format!("/v1/gift-cards/{id}");
        let call = async |method: Method, path: &str, body: Value| {
            call(market, method, path, &secret.0, &body).await
        };
        let hundred = json!({"amount": 10_000, "currency": "PLN"});
        let issued = call(Method::PUT, &address, hundred.clone()).await;
        let card: Value = serde_json::from_str(issued.strip_prefix("201 ").unwrap()).unwrap();
        let code = card["code"].as_str().unwrap();
        let again = call(Method::PUT, &address, hundred).await;
        expect!["409 gift_card_issued_already This gift card has been issued already."].assert_eq(&again);
        let paying = |amount: i64, reference: &str| {
            json!({"code": code, "amount": amount, "currency": "PLN", "reference": reference})
        };
        for _ in 0..2 {
            let paid = call(Method::POST, "/v1/gift-cards/payments", paying(60_00, "order:1")).await;
            expect![[r#"200 {"balance":{"amount":4000,"currency":"PLN"}}"#]].assert_eq(&paid);
        }
        let short = call(Method::POST, "/v1/gift-cards/payments", paying(60_00, "order:2")).await;
        expect!["409 gift_card_too_low There is not so much on this gift card."].assert_eq(&short);
        let back = json!({"amount": 10_00, "currency": "PLN", "reference": "refund:1"});
        call(Method::POST, &format!("{address}/refunds"), back).await;
        call(Method::POST, &format!("{address}/block"), json!({})).await;
        let found = call(Method::POST, "/v1/gift-cards/lookup", json!({"code": code})).await;
        let found: Value = serde_json::from_str(found.strip_prefix("200 ").unwrap()).unwrap();
        assert_eq!((&found["balance"]["amount"], &found["isValid"]), (&json!(50_00), &json!(false)));
        assert_eq!(found["entries"].as_array().unwrap().len(), 3);
        assert!(found.get("code").is_none());
        let blocked = call(Method::POST, "/v1/gift-cards/payments", paying(1_00, "order:3")).await;
        expect!["409 gift_card_over This gift card is no longer valid."].assert_eq(&blocked);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_declares_an_exception_of_a_door_and_ends_it() {
    on_each_engine(async |market| {
        let ctx = &market.shop.ctx;
        let (now, new) =
            (ctx.clock.now(), NewChannel { kind: ChannelKind::Api, name: "ERP".into() });
        let (_, secret) = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap();
        let declare = async |body: Value| {
            call(market, Method::POST, "/v1/price-exceptions", &secret.0, &body).await
        };
        let door = market.shop.web.channel.id;
        let end = now.plus(kit::time::days(30));
        let body =
            json!({"channel": door, "basis_points": 1_000, "reason": "Share", "ends_at": end});
        let declared = declare(body.clone()).await;
        assert!(declared.starts_with("201 "), "{declared}");
        let id = declared.split("\"id\":\"").nth(1).unwrap().split('"').next().unwrap();
        let mut wrong = body.clone();
        wrong["reason"] = json!(" ");
        expect!["400 bad_price_exception An exception has a reason, of up to 500 letters."]
            .assert_eq(&declare(wrong).await);
        let mut both = body;
        both["amount"] = json!({"amount": 1, "currency": "PLN"});
        expect!["400 bad_price_exception Send an `amount` or `basis_points`, not both."]
            .assert_eq(&declare(both).await);
        let end = format!("/v1/price-exceptions/{id}/end");
        assert!(call(market, Method::POST, &end, &secret.0, &json!({})).await.starts_with("204"));
        let list = call(market, Method::GET, "/v1/price-exceptions", &secret.0, &json!({})).await;
        expect![[r#"200 {"price_exceptions":[]}"#]].assert_eq(&list);
    })
    .await;
}
