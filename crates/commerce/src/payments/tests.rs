//! Anna pays by Stripe: what its calls say is heard once, in any order, and only if Stripe signed it.

use axum::http::HeaderMap;
use customers::accounts::{Permit, may};
use kit::money::{Currency, Money};
use kit::secrets::Secrets;
use kit::time::minutes;
use kit::{Result, Tx};
use serde_json::{Value, json};

use super::rules::Balance;
use super::stripe::{Keys, Settings, Stripe, api_url, signature};
use super::*;
use crate::Ctx;
use crate::carts::rules::Action;
use crate::carts::testing::{device, put};
use crate::catalogue::testing::mug;
use crate::orders::testing::{buys, to_krakow};
use crate::orders::{self, Means, NewOrder, Order, StepKind};
use crate::prices::testing::costs;
use crate::stock::testing::{has, place as opened};
use crate::testing::{Market, on_each_engine};

fn settings() -> Settings {
    Settings {
        api_url: api_url(),
        success_url: "https://kubek.pl/thanks?order={number}".into(),
        cancel_url: "https://kubek.pl/cart".into(),
    }
}

fn keys() -> Keys {
    Keys { secret_key: "sk_test_1".into(), webhook_secret: "whsec_1".into() }
}

/// A shop with a key of its own that is connected with Stripe.
async fn connected(market: &Market) -> Ctx {
    let secrets = Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap();
    let customers = market.ctx.customers.clone().with_secrets(secrets);
    let ctx = Ctx { customers, ..market.ctx.clone() };
    let permit = Permit::<may::ManageDoors>::console();
    setup::connect(&ctx, &permit, &settings(), &keys()).await.unwrap();
    ctx
}

/// Anna's order of one mug for 49,90 zł, to be paid by Stripe.
async fn annas(market: &Market) -> Order {
    let blue = mug(market, "BLUE").await;
    costs(market, blue, 49_90).await;
    let krakow = opened(market, "W1 Kraków PL").await;
    has(market, blue, krakow, 1).await;
    let anna = device(market, "phone").await;
    put(market, anna, "1", Action::Add { variant: blue, quantity: 1 }).await;
    let new = NewOrder { means: Means::Provider, ..to_krakow("o1") };
    buys(market, anna, &new).await.unwrap()
}

fn paid(order: &Order, units: i64) -> Value {
    json!({ "type": "checkout.session.completed", "data": { "object": {
        "id": "cs_1", "payment_status": "paid", "payment_intent": "pi_1", "currency": "pln",
        "amount_total": units, "client_reference_id": order.number,
    } } })
}

/// A refund as the merchant makes it on Stripe's own pages: it does not say which order it is.
fn refunded(id: &str, units: i64, status: &str) -> Value {
    json!({ "type": "refund.updated", "data": { "object": {
        "id": id, "status": status, "payment_intent": "pi_1", "currency": "pln", "amount": units,
    } } })
}

/// Stripe calls.
async fn calls(ctx: &Ctx, event: &Value, secret: &str) -> Result<()> {
    let (body, now) = (event.to_string(), ctx.customers.clock.now());
    let mut headers = HeaderMap::new();
    let signed = signature::sign(&body, secret, now);
    headers.insert("stripe-signature", signed.parse().unwrap());
    let read = |tx: &Tx| setup::stripe(tx, &ctx.customers.secrets);
    let stripe: Stripe = ctx.customers.db.read(read).await?;
    match stripe.understand(&headers, body.as_bytes(), now)? {
        Some(told) => act::hear(ctx, &told).await,
        None => Ok(()),
    }
}

/// `paid, captured 4990, back 0; placed, paid`
async fn stands(ctx: &Ctx, order: &Order) -> String {
    let read = |tx: &Tx| {
        let order = orders::store::find(tx, order.customer_id, order.id)?;
        let balance = Balance::of(&of_order(tx, &order)?, Currency::PLN);
        let steps = orders::store::steps(tx, &order)?;
        let steps: Vec<&str> = steps.iter().map(|step| StepKind::as_str(step.kind)).collect();
        let Balance { captured, refunded } = balance;
        let payment = order.payment.as_str();
        Ok(format!("{payment}, captured {captured}, back {refunded}; {}", steps.join(", ")))
    };
    ctx.customers.db.read(read).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_becomes_paid_once_whatever_is_repeated_or_forged() {
    on_each_engine(async |market| {
        let ctx = connected(market).await;
        let order = annas(market).await;
        let forged = calls(&ctx, &paid(&order, 49_90), "whsec_2").await.unwrap_err();
        assert_eq!(forged.code, "bad_signature");
        // The refund overtook the payment: Stripe is to tell it again.
        let early = calls(&ctx, &refunded("re_1", 10_00, "succeeded"), "whsec_1").await;
        assert_eq!(early.unwrap_err().code, "not_found");
        assert_eq!(stands(&ctx, &order).await, "awaited, captured 0, back 0; placed");

        let event = paid(&order, 49_90);
        let both = tokio::join!(calls(&ctx, &event, "whsec_1"), calls(&ctx, &event, "whsec_1"));
        both.0.unwrap();
        both.1.unwrap();
        ctx.customers.clock.advance(minutes(60));
        calls(&ctx, &event, "whsec_1").await.unwrap();
        assert_eq!(stands(&ctx, &order).await, "paid, captured 4990, back 0; placed, paid");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_goes_back_in_parts_and_what_did_not_arrive_is_not_back() {
    on_each_engine(async |market| {
        let ctx = connected(market).await;
        let order = annas(market).await;
        calls(&ctx, &paid(&order, 49_90), "whsec_1").await.unwrap();
        for event in [
            refunded("re_1", 10_00, "pending"),
            refunded("re_1", 10_00, "succeeded"),
            refunded("re_2", 39_90, "pending"),
            refunded("re_1", 10_00, "succeeded"),
        ] {
            calls(&ctx, &event, "whsec_1").await.unwrap();
            ctx.customers.clock.advance(minutes(1));
        }
        let all = "refunded, captured 4990, back 4990; placed, paid, refunded, refunded";
        assert_eq!(stands(&ctx, &order).await, all);
        let more = act::refund(&ctx, &order.number, Money::new(1, Currency::PLN), "k").await;
        assert_eq!(more.unwrap_err().code, "more_than_paid");
        calls(&ctx, &refunded("re_2", 39_90, "failed"), "whsec_1").await.unwrap();
        assert!(stands(&ctx, &order).await.contains("back 1000;"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_little_pays_nothing_and_only_what_waits_for_a_provider_begins() {
    on_each_engine(async |market| {
        let ctx = connected(market).await;
        let order = annas(market).await;
        calls(&ctx, &paid(&order, 49_89), "whsec_1").await.unwrap();
        assert_eq!(stands(&ctx, &order).await, "awaited, captured 4989, back 0; placed");
        let nothing = json!({ "type": "customer.created", "data": { "object": {} } });
        calls(&ctx, &nothing, "whsec_1").await.unwrap();
        // Keys lie sealed, and what is left empty stays.
        let permit = Permit::<may::ManageDoors>::console();
        setup::connect(&ctx, &permit, &settings(), &Keys::default()).await.unwrap();
        let read = |tx: &Tx| setup::stripe(tx, &ctx.customers.secrets);
        let kept = ctx.customers.db.read(read).await.unwrap();
        assert_eq!(kept.keys.secret_key, "sk_test_1");
        let books = ctx.customers.db.read(kit::testing::contents).await.unwrap();
        assert!(!books.iter().any(|(_, rows)| rows.contains("sk_test_1")));
        setup::disconnect(&ctx, &permit).await.unwrap();
        assert_eq!(act::start(&ctx, &order.number).await.unwrap_err().code, "no_provider");
    })
    .await;
}
