//! A shop that is linked to another, for tests.

use customers::accounts::Permit;
use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::db::Engine;
use kit::jobs::Workers;
use kit::money::Currency;
use kit::secrets::Secrets;
use kit::{Clock, Tx};
use serde_json::{Value, json};

use super::super::store_records::{self as records, Kind};
use super::super::{Connecting, Settings, Shown, System, desk, upkeep};
use crate::Ctx;
use crate::carts::{Actor, Role};
use crate::catalogue::store as catalogue;
use crate::orders::rules::Parts;
use crate::orders::{self, Line, Order, OrderId, Parcel};
use crate::prices::{self, ListFields, NewPrice};
use crate::stock;
use crate::testing::Market;

/// A market that keeps secrets.
pub async fn market(engine: Engine) -> Market {
    let mut market = Market::open(engine).await;
    let secrets = Secrets::of_hex(&"a7".repeat(32)).unwrap();
    market.ctx =
        Ctx { customers: market.ctx.customers.clone().with_secrets(secrets), ..market.ctx };
    market
}

/// The same, by the clock on the wall: for servers that have theirs.
pub async fn market_of_today(engine: Engine) -> Market {
    let mut market = market(engine).await;
    market.ctx.customers.clock = Clock::System;
    market
}

pub fn settings(location: &str) -> Settings {
    Settings { location: Some(location.into()), ..Settings::default() }
}

pub fn connecting(system: System, url: &str, secrets: &[(&str, &str)]) -> Connecting {
    Connecting {
        system,
        name: format!("{} shop", system.name()),
        url: url.into(),
        settings: settings("W1"),
        secrets: secrets.iter().map(|(n, v)| ((*n).to_string(), (*v).to_string())).collect(),
    }
}

/// Does all that is due.
pub async fn work(market: &Market) {
    let (db, clock) = (market.ctx.customers.db.clone(), market.ctx.customers.clock.clone());
    Workers::new(db, clock, upkeep::handlers(&market.ctx)).finish().await.unwrap();
}

/// Reads the link now; what goes wrong is told.
pub async fn sync(market: &Market, link: ChannelId) {
    desk::read_now(&market.ctx, &Permit::console(), link, false).await.unwrap();
    work(market).await;
    assert_eq!(shown(market, link).await.link.error, None);
}

/// Reads all that it has once more.
pub async fn sync_from_start(market: &Market, link: ChannelId) {
    desk::read_now(&market.ctx, &Permit::console(), link, true).await.unwrap();
    work(market).await;
    assert_eq!(shown(market, link).await.link.error, None);
}

pub async fn shown(market: &Market, link: ChannelId) -> Shown {
    desk::show(&market.ctx, &Permit::console(), link).await.unwrap()
}

/// How many of a SKU lie in a place, are promised, and could be ordered.
pub async fn books(market: &Market, sku: &str) -> (i64, i64, i64) {
    let read = |tx: &Tx| {
        let variant = catalogue::by_sku_maybe(tx, sku)?.expect("a variant of this SKU");
        let levels = stock::store::levels(tx, &[variant])?;
        let sum = |of: fn(&stock::Level) -> i64| levels.iter().map(of).sum::<i64>();
        let free = stock::available(tx, &[variant])?[0].1;
        Ok((sum(|level| level.on_hand), sum(|level| level.reserved), free))
    };
    market.ctx.customers.db.read(read).await.unwrap()
}

/// The orders that stand under this e-mail address, newest first, each in a few words.
pub async fn orders(market: &Market, identity: &str) -> Vec<String> {
    let Some(customer) = market.shop.who(identity).await else { return Vec::new() };
    let read = |tx: &Tx| {
        let leaves = customers::identities::store::leaves(tx, customer)?;
        let orders = orders::store::of_leaves(tx, &leaves, 100)?;
        orders.iter().map(|order| Ok(told(order, &orders::store::lines(tx, order)?))).collect()
    };
    market.ctx.customers.db.read(read).await.unwrap()
}

fn told(order: &Order, lines: &[Line]) -> String {
    let quote: Value = serde_json::from_str(&order.quote).unwrap();
    let line = |line: &Line| {
        let gone = match (line.shipped, line.cancelled) {
            (0, 0) => String::new(),
            (shipped, cancelled) => format!(" ({shipped} sent, {cancelled} cancelled)"),
        };
        format!("{} × {} = {}{gone}", line.quantity, line.sku, line.total)
    };
    let lines: Vec<String> = lines.iter().map(line).collect();
    format!(
        "{} {} {}: {}; {}",
        quote["number_there"].as_str().unwrap_or("?"),
        order.state.as_str(),
        order.payment.as_str(),
        lines.join(", "),
        order.total
    )
}

/// What one costs here for everybody.
pub async fn price_of(market: &Market, sku: &str) -> Option<i64> {
    price_in(market, sku, market.ctx.customers.defaults.currency).await
}

pub async fn price_in(market: &Market, sku: &str, currency: Currency) -> Option<i64> {
    let ctx = &market.ctx.customers;
    let read = |tx: &Tx| {
        let variant = catalogue::by_sku_maybe(tx, sku)?.unwrap();
        let ask = prices::Ask { variant, group: None, currency, quantity: 1, at: ctx.clock.now() };
        Ok(prices::price(tx, &ask)?.map(|price| price.unit.minor))
    };
    ctx.db.read(read).await.unwrap()
}

/// Our own till sells one.
pub async fn sells(market: &Market, sku: &str, place: stock::LocationId) {
    let now = market.ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let variant = catalogue::by_sku_maybe(tx, sku)?.unwrap();
        let sold = stock::Movement {
            variant,
            location: place,
            kind: stock::MovementKind::Sold,
            quantity: -1,
            reference: "till",
            actor: "till",
            key: None,
            at: now,
        };
        stock::record(tx, &[sold], now)
    };
    market.ctx.customers.db.write(write).await.unwrap();
}

/// From now on it costs this here, by a list of our own.
pub async fn costs(market: &Market, sku: &str, minor: i64) {
    let now = market.ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let variant = catalogue::by_sku_maybe(tx, sku)?.unwrap();
        let list = ListFields {
            code: "shop".into(),
            name: "Shop".into(),
            currency: market.ctx.customers.defaults.currency,
            group: None,
            priority: 5,
            starts_at: None,
            ends_at: None,
            is_sale: false,
        };
        let list = prices::save_list(tx, &list, "", now)?;
        prices::set(
            tx,
            list,
            &[NewPrice { variant, quantity_min: 1, amount: Some(minor) }],
            "",
            now,
        )
    };
    market.ctx.customers.db.write(write).await.unwrap();
}

/// So many pieces of each line of an order of theirs go out from here.
pub async fn ships(market: &Market, link: ChannelId, order: &str, pieces: i64, tracking: &str) {
    let ctx = &market.ctx;
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let known = records::find::<OrderId>(tx, link, Kind::Order, order)?.unwrap();
        let leaf: CustomerId = known.details.customer.parse()?;
        let order = orders::store::find(tx, leaf, known.our_id)?;
        let link = super::super::store::find(tx, &ctx.customers.secrets, link)?;
        let actor = Actor { role: Role::Clerk, name: Some("Ola".into()), door: link.door() };
        let held = orders::hold(tx, &order)?;
        let open = held.lines.iter().filter(|line| line.open() > 0);
        let parts: Parts = open.map(|line| (line.position, pieces.min(line.open()))).collect();
        let parcel = Parcel { tracking: Some(tracking.into()), ..Parcel::default() };
        orders::ship(ctx, tx, &actor, held, &parts, &parcel, now).map(|(_, learned)| learned)
    };
    let learned = ctx.customers.db.write(write).await.unwrap();
    ctx.customers.recorder.learn(learned);
}

/// Asks a server of another shop, by GraphQL.
pub async fn graphql(url: &str, token: &str, query: &str, variables: Value) -> (Value, String) {
    let mut headers = vec![(hyper::header::CONTENT_TYPE, "application/json".to_string())];
    if !token.is_empty() {
        headers.push(kit::http::bearer(token));
    }
    let body = json!({ "query": query, "variables": variables }).to_string().into_bytes();
    let answer = kit::http::send(hyper::Method::POST, url, &headers, body).await.unwrap();
    let token = answer.headers.get("vendure-auth-token").and_then(|token| token.to_str().ok());
    let token = token.unwrap_or(token_of(&headers)).to_string();
    let value: Value = serde_json::from_slice(&answer.body).unwrap();
    assert!(value.get("errors").is_none(), "{query}: {value}");
    (value["data"].clone(), token)
}

fn token_of(headers: &[(hyper::header::HeaderName, String)]) -> &str {
    headers.get(1).map_or("", |(_, value)| value.trim_start_matches("Bearer "))
}
