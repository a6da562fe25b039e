//! From the cart to the parcel, by all keys: a browser buys, another may not look, the till sends.

use commerce::catalogue::find_by_code;
use commerce::prices::{self, NewPrice, testing::retail};
use commerce::stock::{self, LocationKind, Movement, MovementKind, NewLocation, locations};
use serde_json::{Value, json};

use super::carts::{Browser, Shop, on_each_engine};

/// A blue mug costs 49,90 zł, and there are so many in the warehouse.
async fn stocked(shop: &Shop, pieces: i64) {
    let ctx = &shop.app.ctx;
    let now = ctx.clock.now();
    let warehouse = NewLocation {
        code: "WLOD".into(),
        name: "Łódź".into(),
        kind: LocationKind::Warehouse,
        country: "PL".into(),
        city: "Łódź".into(),
        street: String::new(),
        channel: None,
        sells_online: true,
        ships: true,
        collects: false,
        position: 0,
    };
    let fill = |tx: &kit::Tx| {
        let variant = find_by_code(tx, "BLUE")?.expect("there is a blue mug");
        let list = prices::save_list(tx, &retail(), "test", now)?;
        let price = [NewPrice { variant, quantity_min: 1, amount: Some(49_90) }];
        prices::set(tx, list, &price, "test", now)?;
        let location = locations::make(tx, &warehouse, now)?.id;
        let received = Movement {
            variant,
            location,
            kind: MovementKind::Received,
            quantity: pieces,
            reference: "delivery",
            actor: "test",
            key: None,
            at: now,
        };
        stock::record(tx, &[received], now)
    };
    ctx.db.write(fill).await.unwrap();
}

fn order(key: &str) -> Value {
    json!({
        "key": format!("{key}-0123456789abcdef"), "means": "transfer", "expectedTotal": 4_990,
        "contact": { "email": "anna@example.pl" },
        "delivery": {
            "type": "address", "name": "Anna Nowak", "street": "Grodzka 1", "postcode": "31-002",
            "city": "Kraków", "country": "PL",
        },
    })
}

/// What an answer tells of the order: `placed awaited 4990: 1 × BLUE (0 sent)`.
fn told(answer: &Value) -> String {
    let Some(lines) = answer["lines"].as_array() else { return answer["code"].to_string() };
    let line = |line: &Value| {
        let sku = line["sku"].as_str().unwrap();
        format!("{} × {sku} ({} sent)", line["quantity"], line["shipped"])
    };
    let lines: Vec<String> = lines.iter().map(line).collect();
    let word = |name: &str| answer[name].as_str().unwrap().to_string();
    format!("{} {} {}: {}", word("state"), word("payment"), answer["total"], lines.join(", "))
}

#[tokio::test(flavor = "multi_thread")]
async fn anna_buys_in_the_browser_and_the_till_sends_it() {
    on_each_engine(async |shop| {
        stocked(&shop, 1).await;
        let (mut phone, mut stranger) = (Browser::default(), Browser::default());
        shop.puts(&mut phone, "phone", "a", "BLUE").await;
        shop.puts(&mut stranger, "other", "b", "BLUE").await;

        let (status, placed) = shop.asks(&mut phone, "POST /v1/shop/orders", order("o")).await;
        assert_eq!((status, told(&placed)), (201, "placed awaited 4990: 1 × BLUE (0 sent)".into()));
        assert_eq!(shop.sees(&mut phone).await, "no cart");
        // Our answer got lost: it is the same order.
        let (status, again) = shop.asks(&mut phone, "POST /v1/shop/orders", order("o")).await;
        assert_eq!((status, &again["number"]), (200, &placed["number"]));
        // It was the last one.
        let late = shop.asks(&mut stranger, "POST /v1/shop/orders", order("p")).await;
        assert_eq!((late.0, told(&late.1)), (409, "\"out_of_stock\"".into()));
        assert_eq!(shop.sees(&mut stranger).await, "1 × BLUE");

        let number = placed["number"].as_str().unwrap();
        let one = format!("GET /v1/shop/orders/{number}");
        assert_eq!(shop.asks(&mut phone, &one, Value::Null).await.0, 200);
        assert_eq!(shop.asks(&mut stranger, &one, Value::Null).await.0, 404);
        let misheard = shop.asks(&mut phone, "GET /v1/shop/orders/7KX4-M2QE", Value::Null).await;
        assert_eq!((misheard.0, told(&misheard.1)), (400, "\"bad_order_number\"".into()));
        let all = shop.asks(&mut phone, "GET /v1/shop/orders", Value::Null).await;
        assert_eq!(all.1["orders"].as_array().unwrap().len(), 1);

        // The till reads the number as it is said, takes the money and hands the parcel over: each once.
        let nobody = Browser::default();
        let till = async |what: &str, body: Value| {
            let (method, step) = what.split_once(' ').unwrap();
            let said = number.to_lowercase().replace('-', "");
            shop.ask(&shop.till_key, &nobody, &format!("{method} /v1/orders/{said}{step}"), body)
                .await
        };
        let ewa = json!({ "role": "clerk", "name": "Ewa" });
        let paid =
            till("POST /payment", json!({"version": 1, "paidBy": "cash", "actor": ewa})).await;
        assert_eq!((paid.0, told(&paid.1)), (200, "placed paid 4990: 1 × BLUE (0 sent)".into()));
        let send = json!({"version": 2, "parcel": {"carrier": "InPost", "tracking": "6200"}});
        let sent = till("POST /shipments", send.clone()).await;
        assert_eq!((sent.0, told(&sent.1)), (200, "fulfilled paid 4990: 1 × BLUE (1 sent)".into()));
        let twice = till("POST /shipments", send).await;
        assert_eq!((twice.0, told(&twice.1)), (409, "\"order_changed\"".into()));
        let steps = till("GET ", Value::Null).await.1["steps"].clone();
        let kinds: Vec<&str> =
            steps.as_array().unwrap().iter().map(|step| step["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["placed", "paid", "shipped"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_cannot_say_that_it_was_paid() {
    on_each_engine(async |shop| {
        stocked(&shop, 1).await;
        let mut phone = Browser::default();
        let nothing = shop.asks(&mut phone, "POST /v1/shop/orders", order("o")).await;
        assert_eq!((nothing.0, told(&nothing.1)), (404, "\"not_found\"".into()));
        shop.puts(&mut phone, "phone", "a", "BLUE").await;
        let mut paid = order("o");
        paid["paidBy"] = json!("stripe pi_1");
        let refused = shop.asks(&mut phone, "POST /v1/shop/orders", paid).await;
        assert_eq!((refused.0, told(&refused.1)), (403, "\"not_a_server\"".into()));
        let mut taken = order("o");
        taken["delivery"] = json!({"type": "taken", "location": "loc_1"});
        assert_eq!(shop.asks(&mut phone, "POST /v1/shop/orders", taken).await.0, 403);
        let mut cheap = order("o");
        cheap["expectedTotal"] = json!(1);
        let changed = shop.asks(&mut phone, "POST /v1/shop/orders", cheap).await;
        assert_eq!((changed.0, told(&changed.1)), (409, "\"total_changed\"".into()));
        // Whoever the shop's server vouches for sees the orders of all their devices.
        shop.asks(&mut phone, "POST /v1/shop/orders", order("o")).await;
        let mut laptop = Browser::default();
        laptop.token = shop.token("anna");
        let none = shop.asks(&mut laptop, "GET /v1/shop/orders", Value::Null).await;
        assert_eq!(none.1["orders"], json!([]));
    })
    .await;
}
