//! A real Medusa server as its merchant and its customers use it. `cargo x shops` starts one and names it in
//! `ONEDOOR_TEST_MEDUSA`; its shop is set up by tests/shops/medusa/server.mjs.

use hyper::Method;
use hyper::header::{CONTENT_TYPE, HeaderName};
use serde_json::{Value, json};
use tokio::sync::OnceCell;

/// Their server, with the two mouths it has.
pub struct Medusa {
    pub url: String,
    admin: (HeaderName, String),
    store: (HeaderName, String),
    /// As its merchant makes one for us.
    pub api_key: String,
}

impl Medusa {
    #[expect(clippy::disallowed_methods, reason = "the suite says where its server is")]
    pub async fn find() -> Medusa {
        let url = std::env::var("ONEDOOR_TEST_MEDUSA").expect("cargo x shops names a server");
        let none = (HeaderName::from_static("x-publishable-api-key"), String::new());
        let mut medusa = Medusa { url, admin: none.clone(), store: none, api_key: String::new() };
        let who = json!({ "email": "admin@example.pl", "password": "supersecret" });
        let token = medusa.ask(Method::POST, "/auth/user/emailpass", Some(who)).await;
        medusa.admin = kit::http::bearer(token["token"].as_str().unwrap());
        // One for all tests: with each request Medusa tries all the keys that it has, which is slow by intent.
        static KEY: OnceCell<String> = OnceCell::const_new();
        let key = KEY.get_or_init(async || {
            let key = json!({ "title": "Onedoor", "type": "secret" });
            text(&medusa.post("/admin/api-keys", key).await["api_key"]["token"])
        });
        medusa.api_key = key.await.clone();
        let keys = medusa.get("/admin/api-keys?type=publishable").await;
        let shows = keys["api_keys"].as_array().unwrap().iter().find(|key| key["title"] == "Web");
        medusa.store.1 = text(&shows.unwrap()["token"]);
        medusa
    }

    async fn ask(&self, method: Method, path: &str, body: Option<Value>) -> Value {
        let mut headers = vec![(CONTENT_TYPE, "application/json".to_string())];
        headers.push(if path.starts_with("/store") { &self.store } else { &self.admin }.clone());
        let body = body.map(|body| body.to_string().into_bytes()).unwrap_or_default();
        let url = format!("{}{path}", self.url);
        let answer = kit::http::send(method, &url, &headers, body).await.unwrap();
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        serde_json::from_slice(&answer.body).unwrap()
    }

    pub async fn get(&self, path: &str) -> Value {
        self.ask(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Value {
        self.ask(Method::POST, path, Some(body)).await
    }

    /// Somebody buys there, without an account; the order's id and number.
    pub async fn buys(&self, email: &str, goods: &[(&str, i64)]) -> (String, String) {
        let mut items = Vec::new();
        for (sku, quantity) in goods {
            let id = self.variant(sku).await["id"].clone();
            items.push(json!({ "variant_id": id, "quantity": quantity }));
        }
        let regions = self.get("/store/regions").await;
        let regions = regions["regions"].as_array().unwrap();
        let poland = regions.iter().find(|region| region["currency_code"] == "pln").unwrap();
        let address = json!({
            "first_name": "Anna", "last_name": "Nowak", "address_1": "Grodzka 1", "city": "Kraków",
            "postal_code": "31-002", "country_code": "pl", "phone": "+48600100200",
        });
        let cart = json!({
            "region_id": poland["id"], "email": email, "items": items,
            "shipping_address": address, "billing_address": address,
        });
        let cart = text(&self.post("/store/carts", cart).await["cart"]["id"]);
        let ways = self.get(&format!("/store/shipping-options?cart_id={cart}")).await;
        let way = json!({ "option_id": ways["shipping_options"][0]["id"] });
        self.post(&format!("/store/carts/{cart}/shipping-methods"), way).await;
        let of_cart = json!({ "cart_id": cart });
        let collection = self.post("/store/payment-collections", of_cart).await;
        let collection = text(&collection["payment_collection"]["id"]);
        let sessions = format!("/store/payment-collections/{collection}/payment-sessions");
        self.post(&sessions, json!({ "provider_id": "pp_system_default" })).await;
        let done = self.post(&format!("/store/carts/{cart}/complete"), json!({})).await;
        assert_eq!(done["type"], "order", "{done}");
        (text(&done["order"]["id"]), format!("#{}", done["order"]["display_id"]))
    }

    /// Somebody opens an account there.
    pub async fn signs_up(&self, email: &str) {
        let who = json!({ "email": email, "password": "supersecret" });
        let token = self.post("/auth/customer/emailpass/register", who).await;
        let token = kit::http::bearer(token["token"].as_str().unwrap());
        let json = (CONTENT_TYPE, "application/json".to_string());
        let headers = [json, self.store.clone(), token];
        let body = json!({ "email": email, "first_name": "Ewa", "last_name": "Lis" });
        let url = format!("{}/store/customers", self.url);
        let body = body.to_string().into_bytes();
        let answer = kit::http::send(Method::POST, &url, &headers, body).await.unwrap();
        assert_eq!(answer.status, 200, "{}", answer.text());
    }

    /// Something new is sold there, for 20 euro without tax; its product's id.
    pub async fn offers(&self, sku: &str) -> String {
        let product = json!({
            "title": "Lampion", "handle": sku.to_lowercase(), "status": "published",
            "options": [{ "title": "Default option", "values": ["Default option value"] }],
            "variants": [{
                "title": "Default", "sku": sku, "manage_inventory": true,
                "options": { "Default option": "Default option value" },
                "prices": [{ "currency_code": "eur", "amount": 20 }],
            }],
        });
        text(&self.post("/admin/products", product).await["product"]["id"])
    }

    pub async fn deletes(&self, product: &str) {
        self.ask(Method::DELETE, &format!("/admin/products/{product}"), None).await;
    }

    /// What they say of a variant.
    pub async fn variant(&self, sku: &str) -> Value {
        let fields = "id,product_id,*prices,*prices.price_rules,inventory_items.inventory_item_id";
        let path = format!("/admin/product-variants?sku={sku}&fields={fields}");
        self.get(&path).await["variants"][0].clone()
    }

    /// What a variant costs there: each price in a few words, in the order of these.
    pub async fn prices(&self, sku: &str) -> Vec<String> {
        let variant = self.variant(sku).await;
        let one = |price: &Value| {
            let is_of_region = price["rules"]["region_id"].is_string();
            let rule = if is_of_region { " in a region" } else { "" };
            format!("{} {}{rule}", price["amount"], price["currency_code"].as_str().unwrap())
        };
        let mut prices: Vec<String> =
            variant["prices"].as_array().unwrap().iter().map(one).collect();
        prices.sort();
        prices
    }

    async fn level(&self, sku: &str) -> Value {
        let item = text(&self.variant(sku).await["inventory_items"][0]["inventory_item_id"]);
        let levels = self.get(&format!("/admin/inventory-items/{item}/location-levels")).await;
        levels["inventory_levels"][0].clone()
    }

    /// How many lie there, and how many of them can still be sold.
    pub async fn stock(&self, sku: &str) -> (i64, i64) {
        let level = self.level(sku).await;
        let on_hand = level["stocked_quantity"].as_i64().unwrap();
        (on_hand, on_hand - level["reserved_quantity"].as_i64().unwrap())
    }

    /// Somebody there writes another number by hand.
    pub async fn counts(&self, sku: &str, pieces: i64) {
        let level = self.level(sku).await;
        let (item, place) = (text(&level["inventory_item_id"]), text(&level["location_id"]));
        let path = format!("/admin/inventory-items/{item}/location-levels/{place}");
        self.post(&path, json!({ "stocked_quantity": pieces })).await;
    }

    /// So many can be bought there, whatever happened before.
    pub async fn fills(&self, sku: &str, free: i64) {
        let (on_hand, before) = self.stock(sku).await;
        self.counts(sku, on_hand - before + free).await;
    }

    async fn order(&self, id: &str) -> Value {
        let fields = "id,*items,*payment_collections.payments";
        self.get(&format!("/admin/orders/{id}?fields={fields}")).await["order"].clone()
    }

    /// The money is taken.
    pub async fn captures(&self, order: &str) {
        let payment =
            self.order(order).await["payment_collections"][0]["payments"][0]["id"].clone();
        self.post(&format!("/admin/payments/{}/capture", text(&payment)), json!({})).await;
    }

    /// All lines of an order are packed, and go out.
    pub async fn ships(&self, order: &str) {
        let items = self.order(order).await["items"].clone();
        let items: Vec<Value> = items
            .as_array()
            .unwrap()
            .iter()
            .map(|item| json!({ "id": item["id"], "quantity": item["quantity"] }))
            .collect();
        let path = format!("/admin/orders/{order}/fulfillments");
        self.post(&path, json!({ "items": items })).await;
        let packed = self.get(&format!("/admin/orders/{order}?fields=*fulfillments")).await;
        let parcel = text(&packed["order"]["fulfillments"][0]["id"]);
        let label = json!({ "tracking_number": "PL123", "tracking_url": "", "label_url": "" });
        let sent = json!({ "items": items, "labels": [label] });
        self.post(&format!("{path}/{parcel}/shipments"), sent).await;
    }

    /// What went out of an order there, each parcel in a few words, the oldest first.
    pub async fn parcels(&self, order: &str) -> Vec<String> {
        let fields = "id,*fulfillments,*fulfillments.items,*fulfillments.labels";
        let order = self.get(&format!("/admin/orders/{order}?fields={fields}")).await;
        let mut parcels = order["order"]["fulfillments"].as_array().unwrap().clone();
        parcels.retain(|parcel| parcel["shipped_at"].is_string());
        parcels.sort_by_key(|parcel| text(&parcel["created_at"]));
        let one = |parcel: &Value| {
            let pieces = &parcel["items"][0]["quantity"];
            format!("{pieces} × {}", text(&parcel["labels"][0]["tracking_number"]))
        };
        parcels.iter().map(one).collect()
    }

    pub async fn cancels(&self, order: &str) {
        self.post(&format!("/admin/orders/{order}/cancel"), json!({})).await;
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_string()
}
