//! Deliveries come signed, again, late, forged or not at all.

use axum::body::Body;
use axum::http::Request;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use customers::channels::{self, ChannelId, ChannelKind, NewChannel};
use expect_test::expect;
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::BodyExt;
use kit::Tx;
use kit::testing::engines;
use kit::time::{minutes, seconds};
use serde_json::{Value, json};
use sha2::Sha256;
use tower::ServiceExt;

use super::super::{Link, Settings, State, System, hooks, store};
use super::world::*;
use crate::catalogue::testing::mug_in;
use crate::stock::testing::{assert_sound, has, place};
use crate::testing::Market;

const SECRET: &str = "hush";

/// A link as staff would make it, to a server that is not asked here.
pub async fn linked(market: &Market, system: System) -> ChannelId {
    let ctx = &market.ctx.customers;
    let now = ctx.clock.now();
    let write = |tx: &Tx| {
        let new = NewChannel { kind: ChannelKind::Marketplace, name: system.name().into() };
        let (channel, _) = channels::create(tx, &new, now)?;
        let secrets = json!({ "webhook_secret": SECRET });
        let link = Link {
            channel: std::sync::Arc::new(channel),
            system,
            url: "https://shop.example".into(),
            settings: Settings { currency: "PLN".into(), ..settings("W1") },
            secrets: secrets.as_object().unwrap().clone(),
            state: State::Running,
            synced_at: Some(now),
            error: None,
            failed_at: None,
            changed_at: now,
        };
        store::save(tx, &ctx.secrets, &link, now)?;
        Ok(link.id())
    };
    ctx.db.write(write).await.unwrap()
}

pub fn signed(body: &str, secret: &str) -> String {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(body.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

/// Brings a delivery; the answer in a line.
pub async fn bring(market: &Market, path: &str, headers: &[(&str, &str)], body: &str) -> String {
    let mut request = Request::post(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from(body.to_string())).unwrap();
    let router = hooks::routes(market.ctx.clone()).into_router();
    let answer = router.oneshot(request).await.unwrap();
    let status = answer.status().as_u16();
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    let said: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    match said.get("code") {
        Some(code) => format!("{status} {}", code.as_str().unwrap()),
        None => format!("{status} {said}"),
    }
}

async fn shopify(market: &Market, link: ChannelId, id: &str, topic: &str, body: &Value) -> String {
    let text = body.to_string();
    let signature = signed(&text, SECRET);
    let headers = [
        ("x-shopify-hmac-sha256", signature.as_str()),
        ("x-shopify-webhook-id", id),
        ("x-shopify-topic", topic),
    ];
    bring(market, &format!("/hooks/{link}/shopify"), &headers, &text).await
}

async fn woo(market: &Market, link: ChannelId, id: &str, topic: &str, body: &Value) -> String {
    let text = body.to_string();
    let signature = signed(&text, SECRET);
    let headers = [
        ("x-wc-webhook-signature", signature.as_str()),
        ("x-wc-webhook-delivery-id", id),
        ("x-wc-webhook-topic", topic),
    ];
    bring(market, &format!("/hooks/{link}/woocommerce"), &headers, &text).await
}

/// Shopify's order 1001 as it stands at this minute: two blue mugs for Anna.
fn shopify_order(minute: i64, changes: Value) -> Value {
    let mut order = json!({
        "id": 450789469, "name": "#1001", "email": "anna@example.pl", "phone": null,
        "created_at": "2026-11-21T11:00:00Z", "processed_at": "2026-11-21T11:00:00Z",
        "updated_at": format!("2026-11-21T11:{minute:02}:00Z"), "cancelled_at": null,
        "currency": "PLN", "total_price": "109.80", "taxes_included": true,
        "total_shipping_price_set": { "shop_money": { "amount": "15.00", "currency_code": "PLN" } },
        "financial_status": "pending", "payment_gateway_names": ["przelewy24"],
        "customer": {
            "id": 207119551, "email": "anna@example.pl", "verified_email": true, "phone": "+48600100200",
            "first_name": "Anna", "last_name": "Nowak",
            "created_at": "2026-11-20T10:00:00Z", "updated_at": "2026-11-21T11:00:00Z"
        },
        "shipping_address": {
            "name": "Anna Nowak", "address1": "Grodzka 1", "address2": null, "zip": "31-002",
            "city": "Kraków", "country_code": "PL", "phone": null
        },
        "line_items": [{
            "id": 466157049, "variant_id": 39072856, "product_id": 632910392, "sku": "BLUE",
            "title": "Mug", "name": "Mug - blue", "quantity": 2, "current_quantity": 2,
            "price": "49.90", "tax_lines": [{ "rate": 0.23, "price": "17.73" }],
            "discount_allocations": [{ "amount": "5.00" }]
        }],
        "fulfillments": [], "discount_codes": [{ "code": "JESIEN" }]
    });
    for (name, value) in changes.as_object().unwrap() {
        order[name] = value.clone();
    }
    order
}

#[tokio::test(flavor = "multi_thread")]
async fn shopify_brings_an_order_again_late_and_forged() {
    for engine in engines() {
        let market = market(engine).await;
        let krakow = place(&market, "W1 Kraków PL").await;
        let blue = mug_in(&market.ctx, "BLUE").await;
        has(&market, blue, krakow, 5).await;
        let link = linked(&market, System::Shopify).await;

        let placed = shopify_order(0, json!({}));
        let mut answers = Vec::new();
        for _ in 0..3 {
            answers.push(shopify(&market, link, "w1", "orders/create", &placed).await);
            work(&market).await;
        }
        expect![[
            r#"["200 {\"is_kept\":true}", "200 {\"is_kept\":false}", "200 {\"is_kept\":false}"]"#
        ]]
        .assert_eq(&format!("{answers:?}"));
        // The same order under another delivery's name takes nothing more.
        shopify(&market, link, "w2", "orders/updated", &placed).await;
        work(&market).await;
        assert_eq!(books(&market, "BLUE").await, (5, 2, 3));

        // What is sent comes first, what was paid before it comes late: nothing goes back.
        let line = json!([{ "id": 466157049, "quantity": 1 }]);
        let sent = json!([{ "status": "success", "tracking_number": "PL1", "line_items": line }]);
        let sent = shopify_order(9, json!({ "fulfillments": sent, "financial_status": "paid" }));
        shopify(&market, link, "w3", "orders/fulfilled", &sent).await;
        shopify(&market, link, "w4", "orders/updated", &shopify_order(5, json!({}))).await;
        work(&market).await;
        assert_eq!(books(&market, "BLUE").await, (4, 1, 3));
        expect![[r##"["#1001 partly_fulfilled paid: 2 × BLUE = 94.80 PLN (1 sent, 0 cancelled); 109.80 PLN"]"##]]
            .assert_eq(&format!("{:?}", orders(&market, "email:anna@example.pl").await));

        // Forged: by another secret, and of another body. Nothing is kept.
        let text = shopify_order(20, json!({ "cancelled_at": "2026-11-21T11:20:00Z" })).to_string();
        for signature in [signed(&text, "guessed"), signed("{}", SECRET), "?".into(), String::new()]
        {
            let headers = [
                ("x-shopify-hmac-sha256", signature.as_str()),
                ("x-shopify-topic", "orders/updated"),
            ];
            let path = format!("/hooks/{link}/shopify");
            assert_eq!(bring(&market, &path, &headers, &text).await, "401 bad_signature");
        }
        let nobody = format!("/hooks/{}/shopify", ChannelId([7; 16]));
        assert_eq!(bring(&market, &nobody, &[], &text).await, "404 not_found");
        let other = format!("/hooks/{link}/woocommerce");
        assert_eq!(bring(&market, &other, &[], &text).await, "404 not_found");
        work(&market).await;
        assert_eq!(books(&market, "BLUE").await, (4, 1, 3));

        // The rest is not wanted any more: it can be sold at any door.
        market.ctx.customers.clock.advance(minutes(1));
        let left =
            json!({ "cancelled_at": "2026-11-21T11:30:00Z", "fulfillments": sent["fulfillments"] });
        shopify(&market, link, "w5", "orders/cancelled", &shopify_order(30, left)).await;
        work(&market).await;
        assert_eq!(books(&market, "BLUE").await, (4, 0, 4));
        let anna = market.shop.who("email:anna@example.pl").await.unwrap();
        expect![[r#"["Order Completed", "Order Shipped", "Order Updated"]"#]]
            .assert_eq(&format!("{:?}", market.shop.told(anna).await));
        assert_sound(&market).await;
    }
}

/// WooCommerce's order 727 in this state, for three mugs, by somebody without an account.
pub fn woo_order(status: &str, minute: i64) -> Value {
    json!({
        "id": 727, "number": "727", "status": status, "currency": "PLN",
        "date_created_gmt": "2026-11-21T11:00:00",
        "date_modified_gmt": format!("2026-11-21T11:{minute:02}:00"),
        "date_paid_gmt": if status == "pending" { Value::Null } else { json!("2026-11-21T11:01:00") },
        "total": "164.70", "shipping_total": "12.20", "shipping_tax": "2.80", "customer_id": 0,
        "payment_method": "bacs", "transaction_id": "",
        "billing": {
            "first_name": "Ion", "last_name": "Popescu", "email": "ion@example.ro", "phone": "0722 000 111",
            "address_1": "Str. Lungă 5", "address_2": "", "postcode": "500035", "city": "Brașov", "country": "RO"
        },
        "shipping": { "first_name": "", "last_name": "", "address_1": "", "city": "", "country": "" },
        "line_items": [{
            "id": 315, "name": "Mug", "product_id": 93, "variation_id": 0, "quantity": 3, "sku": "BLUE",
            "subtotal": "121.71", "subtotal_tax": "27.99", "total": "121.71", "total_tax": "27.99"
        }],
        "coupon_lines": []
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn woocommerce_sells_more_than_there_is() {
    for engine in engines() {
        let market = market(engine).await;
        let krakow = place(&market, "W1 Kraków PL").await;
        let blue = mug_in(&market.ctx, "BLUE").await;
        has(&market, blue, krakow, 2).await;
        let link = linked(&market, System::Woocommerce).await;

        // The address is tried, unsigned; an order that waits for its payment is none yet.
        let path = format!("/hooks/{link}/woocommerce");
        assert_eq!(bring(&market, &path, &[], "webhook_id=5").await, r#"200 {"is_kept":false}"#);
        woo(&market, link, "d1", "order.created", &woo_order("pending", 0)).await;
        work(&market).await;
        assert_eq!(books(&market, "BLUE").await, (2, 0, 2));

        // Three were sold there, where two lie here. It has happened: nobody else gets them, and staff see it.
        for delivery in ["d2", "d3", "d2"] {
            woo(&market, link, delivery, "order.updated", &woo_order("processing", 2)).await;
        }
        work(&market).await;
        assert_eq!(books(&market, "BLUE").await, (2, 3, 0));
        let problems = shown(&market, link).await.problems;
        assert_eq!((problems[0].0.as_str(), problems[0].1.as_str()), ("727", "short:BLUE"));
        let guest = format!("woocommerce_guest:{link}:ion@example.ro");
        expect![[r#"["727 placed paid: 3 × BLUE = 149.70 PLN; 164.70 PLN"]"#]]
            .assert_eq(&format!("{:?}", orders(&market, &guest).await));

        // One more comes in, and all three are sent there.
        has(&market, blue, krakow, 1).await;
        market.ctx.customers.clock.advance(minutes(1) + seconds(1));
        woo(&market, link, "d4", "order.updated", &woo_order("completed", 9)).await;
        work(&market).await;
        assert_eq!(books(&market, "BLUE").await, (0, 0, 0));
        assert_sound(&market).await;
    }
}
