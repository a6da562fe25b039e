//! Another shop is taken in for the first time, page by page, and the server is killed again and again while it reads: nothing
//! is lost and nothing is there twice. `cargo x shops` starts the shops (tests/shops) and names them.

use std::time::Duration;

use commerce::Ctx;
use commerce::connectors::{Connecting, Settings, Shown, State, System, desk};
use commerce::stock::{audit, testing::place_in};
use customers::accounts::Permit;
use customers::channels::ChannelId;
use customers::testing::defaults;
use kit::db::{Engine, Place};
use kit::secrets::Secrets;
use kit::testing::engines;
use kit::{Clock, Db};
use serde_json::{Value, json};

use crate::place_of_program;
use crate::server::{KEY, Server};

const PRODUCTS: i64 = 45;
const ORDERS: i64 = 80;
const KILLS: usize = 4;
/// Each of their answers takes so long.
const ANSWER_MS: u64 = 80;
/// So many pages are read before the server is killed.
const PAGES: usize = 3;
const PATIENCE: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(20);

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a Shopify shop: cargo x shops"]
async fn shopify_is_read_by_a_server_that_is_killed() {
    let secrets =
        [("client_id", "app_1"), ("client_secret", "secret_1"), ("webhook_secret", "hush")];
    for engine in engines() {
        read_and_die(engine, System::Shopify, &secrets).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a WooCommerce shop: cargo x shops"]
async fn woocommerce_is_read_by_a_server_that_is_killed() {
    let secrets =
        [("consumer_key", "ck_1"), ("consumer_secret", "cs_1"), ("webhook_secret", "hush")];
    for engine in engines() {
        read_and_die(engine, System::Woocommerce, &secrets).await;
    }
}

async fn read_and_die(engine: Engine, system: System, secrets: &[(&str, &str)]) {
    let shop = Shop::open(system).await;
    let (place, _folder) = place_of_program(engine).await;
    let mut server = Server::start(&place).await;
    let ctx = beside(&place).await;
    place_in(&ctx, "W1 Kraków PL").await;
    let link = connect(&ctx, &shop, secrets).await;
    for _ in 0..KILLS {
        shop.pages(PAGES).await;
        server.kill();
        assert_eq!(shown(&ctx, link).await.link.state, State::Importing);
        server = Server::start(&place).await;
    }
    shop.deed("slow", json!({ "ms": 0 })).await;
    let read = finished(&ctx, link).await;
    println!("{engine:?}, {}: killed {KILLS} times, {:?}", system.name(), read.linked);

    let [products, variants, _, orders] = read.linked;
    assert_eq!((products, variants, orders), (PRODUCTS, PRODUCTS, ORDERS));
    assert_eq!(read.problems, [], "nothing is short: it was counted with its orders");
    // Of five of each so many were bought there: these are promised, the others can be had.
    assert_eq!(books(&ctx).await, (PRODUCTS * 5, ORDERS, ORDERS));
    assert!(ctx.customers.db.read(audit).await.expect("reads").is_empty());
}

/// The same database, seen from here.
async fn beside(place: &Place) -> Ctx {
    let db = Db::open(place).await.expect("the database opens");
    let keys = Secrets::of_hex(KEY).expect("a key");
    Ctx::new(customers::Ctx::new(db, Clock::System, defaults()).with_secrets(keys))
}

async fn connect(ctx: &Ctx, shop: &Shop, secrets: &[(&str, &str)]) -> ChannelId {
    let new = Connecting {
        system: shop.system,
        name: "Their shop".into(),
        url: shop.url.clone(),
        settings: Settings {
            location: Some("W1".into()),
            currency: "PLN".into(),
            ..Settings::default()
        },
        secrets: secrets.iter().map(|(n, v)| ((*n).to_string(), (*v).to_string())).collect(),
    };
    desk::connect(ctx, &Permit::console(), &new).await.expect("it is linked")
}

async fn shown(ctx: &Ctx, link: ChannelId) -> Shown {
    desk::show(ctx, &Permit::console(), link).await.expect("the link")
}

/// Waits until all of it was read.
async fn finished(ctx: &Ctx, link: ChannelId) -> Shown {
    let reading = async {
        loop {
            let now = shown(ctx, link).await;
            assert_eq!(now.link.error, None);
            if now.link.state == State::Running {
                return now;
            }
            tokio::time::sleep(POLL).await;
        }
    };
    tokio::time::timeout(PATIENCE, reading).await.expect("it ends")
}

/// How many pieces lie there, how many are promised, and how many orders there are.
async fn books(ctx: &Ctx) -> (i64, i64, i64) {
    use kit::{params, sql};
    let read = |tx: &kit::Tx| {
        let levels = sql!(
            "select cast(sum(on_hand) as bigint), cast(sum(reserved) as bigint) from stock_levels"
        );
        let levels = tx.one(levels, params![], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let orders = tx.one(sql!("select count(*) from orders"), params![], |row| row.get(0))?;
        let (on_hand, reserved) = levels.expect("a row");
        Ok((on_hand, reserved, orders.expect("a row")))
    };
    ctx.customers.db.read(read).await.expect("the books")
}

/// Theirs: a server of the suite.
struct Shop {
    system: System,
    url: String,
}

impl Shop {
    #[expect(clippy::disallowed_methods, reason = "the suite says where its servers are")]
    async fn open(system: System) -> Shop {
        let name = format!("ONEDOOR_TEST_{}", system.as_str().to_uppercase());
        let shop = Shop { system, url: std::env::var(name).expect("cargo x shops names a server") };
        shop.deed("open", json!({ "more": PRODUCTS, "orders": ORDERS })).await;
        shop.deed("slow", json!({ "ms": ANSWER_MS })).await;
        shop
    }

    async fn deed(&self, what: &str, how: Value) -> Value {
        let url = format!("{}/_test/{what}", self.url);
        let answer = kit::http::post_json(&url, &[], &how).await.expect("it answers");
        serde_json::from_slice(&answer.body).expect("JSON")
    }

    /// Waits until so many more pages were asked for.
    async fn pages(&self, more: usize) {
        self.deed("asked", json!({})).await;
        let reading = async {
            let mut seen = 0;
            while seen < more {
                tokio::time::sleep(POLL).await;
                let asked = self.deed("asked", json!({})).await;
                seen += asked["asked"].as_array().map_or(0, Vec::len);
            }
        };
        tokio::time::timeout(PATIENCE, reading).await.expect("it is read");
    }
}
