//! WooCommerce by its REST API, against a server of a few lines that answers in its shapes: there is no WooCommerce to be had
//! from a package registry. What is lost on the way is found by asking; what we tell is what it was asked to write.

use std::sync::{Arc, Mutex};

use axum::extract::{Path, Query, State as With};
use axum::routing::{get, post};
use axum::{Json, Router};
use customers::accounts::Permit;
use expect_test::expect;
use kit::Tx;
use kit::testing::engines;
use kit::time::minutes;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::super::{Settings, State, System, desk, store, upkeep};
use super::stories::woo_order;
use super::world::*;
use crate::stock::testing::{assert_sound, place};

/// Its books, and what was asked of it.
#[derive(Clone, Default)]
struct Shop(Arc<Mutex<Books>>);

#[derive(Default)]
struct Books {
    orders: Vec<Value>,
    stock: i64,
    told: Vec<String>,
    asked: Vec<String>,
    is_shut: bool,
}

#[derive(serde::Deserialize)]
struct Asked {
    offset: Option<usize>,
    modified_after: Option<String>,
}

impl Shop {
    async fn open() -> (Shop, String) {
        let shop = Shop::default();
        shop.0.lock().unwrap().stock = 10;
        let routes = Router::new()
            .route("/wp-json/wc/v3/{things}", get(list))
            .route("/wp-json/wc/v3/products/batch", post(write))
            .with_state(shop.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        (shop, url)
    }

    fn change(&self, deed: impl FnOnce(&mut Books)) {
        deed(&mut self.0.lock().unwrap());
    }
}

async fn list(
    With(shop): With<Shop>,
    Path(things): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<Value>, axum::http::StatusCode> {
    let mut books = shop.0.lock().unwrap();
    if books.is_shut {
        return Err(axum::http::StatusCode::BAD_GATEWAY);
    }
    let after = asked.modified_after.clone().unwrap_or_default();
    books.asked.push(format!("{things} {}", after.get(..10).unwrap_or("all")));
    let all = match things.as_str() {
        "orders" => {
            let is_later = |order: &&Value| {
                format!("{}Z", order["date_modified_gmt"].as_str().unwrap()) > after
            };
            books.orders.iter().filter(is_later).cloned().collect()
        }
        "products" => vec![json!({
            "id": 93, "type": "simple", "status": "publish", "name": "Mug", "slug": "mug", "sku": "BLUE",
            "description": "<p>For the trail &amp; the tent.</p>", "regular_price": "49.90",
            "date_modified_gmt": "2026-11-20T09:00:00", "manage_stock": true, "stock_quantity": books.stock
        })],
        _ => Vec::new(),
    };
    Ok(Json(all.into_iter().skip(asked.offset.unwrap_or(0)).collect()))
}

async fn write(With(shop): With<Shop>, Json(body): Json<Value>) -> Json<Value> {
    let mut books = shop.0.lock().unwrap();
    books.told.push(body.to_string());
    if let Some(stock) = body.pointer("/update/0/stock_quantity").and_then(Value::as_i64) {
        books.stock = stock;
    }
    Json(json!({ "update": [{ "id": 93 }] }))
}

const SECRETS: [(&str, &str); 3] =
    [("consumer_key", "ck_1"), ("consumer_secret", "cs_1"), ("webhook_secret", "hush")];

#[tokio::test(flavor = "multi_thread")]
async fn what_no_delivery_brought_is_found_by_asking() {
    for engine in engines() {
        let market = market(engine).await;
        place(&market, "W1 Kraków PL").await;
        let (shop, url) = Shop::open().await;
        let mut new = connecting(System::Woocommerce, &url, &SECRETS);
        new.settings = Settings { currency: "PLN".into(), tells_stock: true, ..settings("W1") };
        let link = desk::connect(&market.ctx, &Permit::console(), &new).await.unwrap();
        sync(&market, link).await;
        assert_eq!(books(&market, "BLUE").await, (10, 0, 10));

        // Three were bought there, and no delivery came. It is found; their number is right already, ours follows.
        shop.change(|books| {
            books.orders.push(woo_order("processing", 2));
            books.stock -= 3;
        });
        market.ctx.customers.clock.advance(minutes(1));
        sync(&market, link).await;
        assert_eq!(books(&market, "BLUE").await, (10, 3, 7));
        assert!(shop.0.lock().unwrap().told.is_empty());

        // Nothing new: asked from where it was, and told nothing.
        shop.change(|books| books.asked.clear());
        market.ctx.customers.clock.advance(minutes(1));
        sync(&market, link).await;
        expect![[
            r#"["products all", "products 2026-11-20", "customers all", "orders 2026-11-21"]"#
        ]]
        .assert_eq(&format!("{:?}", shop.0.lock().unwrap().asked));
        assert!(shop.0.lock().unwrap().told.is_empty());

        // It is down: said, and it goes on by itself when it is back.
        shop.change(|books| books.is_shut = true);
        desk::read_now(&market.ctx, &Permit::console(), link, false).await.unwrap();
        work(&market).await;
        let down = shown(&market, link).await.link;
        assert_eq!(down.error.as_deref(), Some("502: "));
        assert_eq!(down.state, State::Running);
        shop.change(|books| {
            books.is_shut = false;
            books.orders = vec![woo_order("cancelled", 30)];
        });
        market.ctx.customers.clock.advance(minutes(2));
        upkeep::ask_due(&market.ctx).await.unwrap();
        work(&market).await;
        assert_eq!(shown(&market, link).await.link.error, None);
        assert_eq!(books(&market, "BLUE").await, (10, 0, 10));
        expect![[r#"["{\"update\":[{\"id\":93,\"manage_stock\":true,\"stock_quantity\":10}]}"]"#]]
            .assert_eq(&format!("{:?}", shop.0.lock().unwrap().told));
        assert_eq!(shop.0.lock().unwrap().stock, 10);

        // Somebody there writes 99 by hand; with the next look at all levels it is set right.
        shop.change(|books| books.stock = 99);
        market.ctx.customers.clock.advance(minutes(61));
        sync(&market, link).await;
        assert_eq!(shop.0.lock().unwrap().stock, 10);

        // Paused, it is not asked, whatever is due.
        desk::pause(&market.ctx, &Permit::console(), link, true).await.unwrap();
        let now = market.ctx.customers.clock.now();
        let due = |tx: &Tx| store::has_due(tx, now);
        assert!(!market.ctx.customers.db.read(due).await.unwrap());
        assert_sound(&market).await;
    }
}
