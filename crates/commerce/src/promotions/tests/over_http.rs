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
    let routes = super::super::api::routes(ctx.clone()).merge(crate::prices::api::routes(ctx));
    let router: Router = routes.into_router();
    let request = Request::builder().method(method).uri(path);
    let request = request.header("authorization", format!("Bearer {key}"));
    let response = router.oneshot(request.body(Body::from(body.to_string())).unwrap()).await;
    let response = response.unwrap();
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    let body: Value = serde_json::from_slice(&bytes).unwrap();
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
