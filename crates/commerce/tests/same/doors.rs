//! The doors: each with a key of its own over HTTP; and orders that are placed at them.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use commerce::carts::testing::{by, put_by};
use commerce::carts::{Action, Role, Scope};
use commerce::orders::testing::to_krakow;
use commerce::orders::{NewOrder, place};
use commerce::prices::exceptions::{self, Change, ExceptionId, NewException};
use commerce::promotions;
use commerce::testing::Market;
use customers::accounts::Permit;
use customers::channels::{self, ChannelKind, Door, NewChannel};
use customers::identities::CustomerId;
use http_body_util::BodyExt as _;
use kit::Tx;
use kit::money::{Currency, Money};
use kit::time::days;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::baskets::{Goods, Tried};

pub struct OneDoor {
    pub name: &'static str,
    /// It asks with a secret key: the till, agents and assistants, the merchant's servers.
    pub is_trusted: bool,
    pub door: Door,
    key: String,
    pub role: Role,
    router: Router,
}

pub struct Doors {
    pub all: Vec<OneDoor>,
}

impl Doors {
    pub async fn open(market: &Market) -> Doors {
        let mut all = Vec::new();
        for (name, kind, is_trusted, role) in [
            ("web shop", ChannelKind::Web, false, Role::Customer),
            ("app", ChannelKind::App, false, Role::Customer),
            ("till", ChannelKind::Store, true, Role::Clerk),
            ("telephone", ChannelKind::Phone, true, Role::Agent),
            ("server", ChannelKind::Api, true, Role::Assistant),
        ] {
            let ctx = &market.ctx.customers;
            let (new, now) = (NewChannel { kind, name: name.into() }, ctx.clock.now());
            let made =
                ctx.db.write(|tx| channels::create(tx, &new, now)).await.expect("as doors answer");
            let (channel, secret) = made;
            let key = if is_trusted { secret.0 } else { channel.write_key.clone() };
            let door = Door { channel: channel.into(), trusted: is_trusted };
            let router = promotions::api::routes(market.ctx.clone()).into_router();
            all.push(OneDoor { name, is_trusted, door, key, role, router });
        }
        Doors { all }
    }
}

/// The app keeps a tenth more for everything, the till sells one thing cheaper: both are declared.
pub async fn declare(market: &Market, doors: &Doors, goods: &Goods) {
    let now = market.ctx.customers.clock.now();
    let till = Change::Amount(Money::new(1_99, Currency::PLN));
    for (door, variant, change, reason) in [
        (&doors.all[1], None, Change::BasisPoints(1_000), "The app's store keeps its share."),
        (&doors.all[2], Some(goods.all[0].1), till, "The last pieces are sold in the store."),
    ] {
        let new = NewException {
            channel: door.door.channel.id,
            variant,
            change,
            reason: reason.into(),
            starts_at: now,
            ends_at: now.plus(days(30)),
        };
        exceptions::declare(&market.ctx, &Permit::console(), &new).await.expect("as doors answer");
    }
}

/// What a door asks for a basket, in the order of the basket.
pub struct Costs {
    pub lines: Vec<Line>,
    pub delivery: i64,
    pub tax: i64,
    pub total: i64,
}

pub struct Line {
    pub sku: String,
    pub unit_amount: i64,
    pub total: i64,
    pub exception: Option<ExceptionId>,
}

impl Costs {
    /// Of a quote as JSON.
    fn of(quote: &Value) -> Costs {
        let whole = |value: &Value| value.as_i64().expect("as doors answer");
        let total = |kind: &str| {
            let totals = quote["totals"].as_array().expect("as doors answer");
            whole(
                &totals.iter().find(|total| total["type"] == kind).expect("as doors answer")["amount"],
            )
        };
        let line = |line: &Value| Line {
            sku: line["sku"].as_str().expect("as doors answer").to_string(),
            unit_amount: whole(&line["unit_amount"]),
            total: whole(&line["total"]),
            exception: line["exception"].as_str().map(|id| id.parse().expect("as doors answer")),
        };
        let mut lines: Vec<Line> =
            quote["lines"].as_array().expect("as doors answer").iter().map(line).collect();
        lines.sort_by(|a, b| a.sku.cmp(&b.sku));
        Costs { lines, delivery: total("fulfillment"), tax: total("tax"), total: total("total") }
    }
}

/// What a piece costs a customer at a door, in all.
pub async fn quoted_for(door: &OneDoor, sku: &str, customer: CustomerId) -> i64 {
    let body =
        json!({ "lines": [{ "sku": sku, "quantity": 1 }], "buyer": { "customer": customer } });
    asked(door, &body).await.total
}

/// Asks a door over HTTP, with the lines the other way round and the codes as people type them.
pub async fn quoted(door: &OneDoor, basket: &Tried, goods: &Goods, is_known: bool) -> Costs {
    let line = |(which, quantity): &(usize, i64)| json!({ "sku": goods.all[*which].0, "quantity": quantity });
    let typed = |code: &&str| code.to_lowercase().replace('-', " ");
    let mut body = json!({
        "lines": basket.lines.iter().rev().map(line).collect::<Vec<_>>(),
        "coupons": basket.coupons.iter().map(typed).collect::<Vec<_>>(),
        "delivery": { "type": "address", "method": basket.method },
    });
    if is_known {
        body["buyer"] = json!({ "first_order": true });
    }
    asked(door, &body).await
}

async fn asked(door: &OneDoor, body: &Value) -> Costs {
    let request = Request::post("/v1/shop/quote");
    let request = request.header("authorization", format!("Bearer {}", door.key));
    let request = request.body(Body::from(body.to_string())).expect("as doors answer");
    let response = door.router.clone().oneshot(request).await.expect("as doors answer");
    let status = response.status();
    let bytes = response.into_body().collect().await.expect("as doors answer").to_bytes();
    let answer: Value = serde_json::from_slice(&bytes).expect("as doors answer");
    assert!(status.is_success(), "{}: {answer}", door.name);
    Costs::of(&answer)
}

/// Buys the basket at a door, for somebody who never bought before; what the order says that it cost.
pub async fn order(
    market: &Market,
    door: &OneDoor,
    basket: &Tried,
    goods: &Goods,
    n: usize,
) -> Costs {
    let leaf = commerce::carts::testing::device(market, &format!("buyer-{n}")).await;
    let actor = by(door.role, None, &door.door);
    let adds = basket
        .lines
        .iter()
        .map(|(which, quantity)| Action::Add { variant: goods.all[*which].1, quantity: *quantity });
    let codes = basket.coupons.iter().map(|code| Action::ApplyCoupon { code: (*code).into() });
    let actions: Vec<Action> = adds.chain(codes).collect();
    put_by(market, &actor, leaf, "fill", &actions).await.expect("as doors answer");
    // Whoever sells it: the goods are sent.
    let method = basket.method.map(str::to_owned);
    let new = NewOrder { method, ..to_krakow(&format!("order-{n}")) };
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let write = |tx: &Tx| place(ctx, tx, &actor, &Scope::whole(leaf), &new, now);
    let order = ctx.customers.db.write(write).await.expect("as doors answer").learn(ctx);
    let costs = Costs::of(&serde_json::from_str(&order.quote).expect("as doors answer"));
    assert_eq!(order.total.minor, costs.total, "what the order says and what its quote says");
    costs
}
