//! WooCommerce: signed webhooks in, and its REST API (`/wp-json/wc/v3`), whose things have the same shape.
//!
//! A webhook is tried once and never again, and after five failures WooCommerce stops calling; so it is asked, too, by time
//! of change. Start reading at [`understand`] (pure) and [`Session::page`].

mod parse;

use axum::http::HeaderMap;
use hyper::Method;
use hyper::header::HeaderName;
use kit::Time;
use kit::http::basic;
use serde_json::{Value, json};

use super::feeds::{Page, ask, ask_once};
use super::hooks::{Delivery, header};
use super::rules::Cursor;
use super::theirs::{Change, Gone, Sent, Thing};
use super::{Feed, Link, Trouble};
use parse::Shop;

/// Of 100 that it gives at most.
const PAGE_SIZE: i64 = 50;
/// Products whose variations are asked for one by one.
const PRODUCTS_SIZE: i64 = 10;
/// Of 100.
const VARIATIONS_SIZE: usize = 100;

pub fn delivery(headers: &HeaderMap) -> Delivery<'_> {
    Delivery {
        signature: header(headers, "x-wc-webhook-signature"),
        id: headers.get("x-wc-webhook-delivery-id").and_then(|id| id.to_str().ok()),
        topic: header(headers, "x-wc-webhook-topic"),
    }
}

/// What a delivery tells. Amounts of products have no currency there: the link's settings say it.
pub fn understand(link: &Link, topic: &str, body: &str) -> Result<Vec<Thing>, Trouble> {
    let item: Value = serde_json::from_str(body)
        .map_err(|error| Trouble::Odd(format!("WooCommerce's delivery: {error}.")))?;
    let shop = Shop::of(&link.settings);
    Ok(match topic {
        "order.created" | "order.updated" | "order.restored" => {
            parse::order(&item)?.map(|order| Thing::Order(Box::new(order))).into_iter().collect()
        }
        "customer.created" | "customer.updated" => vec![Thing::Customer(parse::person(&item)?)],
        "product.deleted" => vec![Thing::Gone(Gone::Product(parse::id(&item, "id")))],
        // Of a product with variations a delivery names these by their ids alone: the next reading has the rest.
        "product.created" | "product.updated" | "product.restored" => {
            let product = parse::product(&item, &[], &shop)?.map(Thing::Product);
            product.into_iter().chain(parse::left(&item).map(Thing::Left)).collect()
        }
        _ => Vec::new(),
    })
}

/// The keys are in each request.
pub struct Session {
    base: String,
    key: (HeaderName, String),
    shop: Shop,
}

impl Session {
    pub async fn open(link: &Link) -> Result<Session, Trouble> {
        let secret = |name| link.secret(name).map_err(|error| Trouble::Refused(error.detail));
        let key = basic(secret("consumer_key")?, secret("consumer_secret")?);
        let base = link.at("/wp-json/wc/v3");
        let session = Session { base, key, shop: Shop::of(&link.settings) };
        session.get("/products?per_page=1&_fields=id").await?;
        Ok(session)
    }

    async fn get(&self, path: &str) -> Result<Vec<Value>, Trouble> {
        let url = format!("{}{path}", self.base);
        match ask(Method::GET, &url, std::slice::from_ref(&self.key), None).await?.0 {
            Value::Array(items) => Ok(items),
            _ => Err(Trouble::Odd("WooCommerce's answer is no list.".into())),
        }
    }

    pub async fn page(&self, feed: Feed, cursor: &Cursor, now: Time) -> Result<Page, Trouble> {
        let (of, size) = match feed {
            Feed::Products | Feed::Levels => ("products", PRODUCTS_SIZE),
            Feed::Orders => ("orders", PAGE_SIZE),
            Feed::Customers => return self.customers(cursor).await,
            Feed::Variants => return Ok(Page::nothing(cursor)),
        };
        let order = match feed {
            Feed::Levels => "orderby=id&order=asc".to_string(),
            _ => {
                let after = Time((cursor.since.0 - kit::time::seconds(1)).max(0));
                let after = after.to_string();
                let after: String = form_urlencoded::byte_serialize(after.as_bytes()).collect();
                format!("orderby=modified&order=asc&dates_are_gmt=true&modified_after={after}")
            }
        };
        let path = format!("/{of}?per_page={size}&offset={}&{order}&status=any", cursor.skip);
        let items = self.get(&path).await?;
        let is_last = (items.len() as i64) < size;
        let (mut things, mut times) = (Vec::new(), Vec::new());
        for item in &items {
            times.push(parse::time(item, "date_modified_gmt").unwrap_or(cursor.since));
            match feed {
                Feed::Orders => {
                    things.extend(parse::order(item)?.map(|one| Thing::Order(Box::new(one))));
                }
                _ => self.goods(feed, item, now, &mut things).await?,
            }
        }
        let cursor = match feed {
            Feed::Levels if is_last => Cursor { since: now, ..Cursor::default() },
            Feed::Levels => Cursor { skip: cursor.skip + size, ..cursor.clone() },
            _ => cursor.after(&times, None, is_last),
        };
        Ok(Page { things, cursor, is_last })
    }

    /// A product with its variations, or how many there are of each.
    async fn goods(
        &self,
        feed: Feed,
        item: &Value,
        now: Time,
        things: &mut Vec<Thing>,
    ) -> Result<(), Trouble> {
        let variations = match item["type"] == "variable" {
            true => self.variations(&parse::id(item, "id")).await?,
            false => Vec::new(),
        };
        if feed == Feed::Levels {
            let all = variations.iter().chain(variations.is_empty().then_some(item));
            things.extend(all.filter_map(|one| parse::level(one, now)).map(Thing::Level));
        } else {
            things.extend(parse::product(item, &variations, &self.shop)?.map(Thing::Product));
        }
        // A variation that was deleted does not change its product: it is missed when all are looked at.
        things.extend(parse::left(item).map(Thing::Left));
        Ok(())
    }

    /// All of a product's.
    async fn variations(&self, product: &str) -> Result<Vec<Value>, Trouble> {
        let mut all: Vec<Value> = Vec::new();
        loop {
            let asked = format!("per_page={VARIATIONS_SIZE}&offset={}&orderby=id", all.len());
            let more = self.get(&format!("/products/{product}/variations?{asked}")).await?;
            let is_last = more.len() < VARIATIONS_SIZE;
            all.extend(more);
            if is_last {
                return Ok(all);
            }
        }
    }

    /// Customers cannot be asked for by time of change: read as a whole, from where it was.
    async fn customers(&self, cursor: &Cursor) -> Result<Page, Trouble> {
        let path = format!(
            "/customers?per_page={PAGE_SIZE}&offset={}&orderby=id&order=asc&role=all",
            cursor.skip
        );
        let items = self.get(&path).await?;
        let is_last = (items.len() as i64) < PAGE_SIZE;
        let things = items.iter().map(|item| parse::person(item).map(Thing::Customer));
        let things = things.collect::<Result<Vec<_>, _>>()?;
        let cursor = Cursor { skip: cursor.skip + items.len() as i64, ..cursor.clone() };
        Ok(Page { things, cursor, is_last })
    }

    /// Variations are set by their product, up to 100 at once.
    pub async fn tell(&self, changes: &[Change]) -> Result<(), Trouble> {
        let mut products: Vec<&str> =
            changes.iter().map(|change| change.address.product.as_str()).collect();
        products.sort_unstable();
        products.dedup();
        for product in products {
            let of = changes.iter().filter(|change| change.address.product == product);
            let update: Vec<Value> = of.map(input).collect();
            let path = match product {
                "" => "/products/batch".to_string(),
                product => format!("/products/{product}/variations/batch"),
            };
            let said = self.write(Method::POST, &path, &json!({ "update": update })).await?;
            // A batch is answered with 200 whatever became of its parts.
            let wrong = said["update"].as_array().into_iter().flatten();
            let wrong = wrong.filter_map(|one| one.pointer("/error/message")?.as_str()).next();
            if let Some(words) = wrong {
                return Err(Trouble::Odd(words.to_string()));
            }
        }
        Ok(())
    }

    /// WooCommerce knows no parcels: what was sent is a note to whoever bought, and an order of which nothing has still to go
    /// is completed.
    pub async fn tell_sent(&self, sent: &Sent) -> Result<(), Trouble> {
        let order = format!("/orders/{}", sent.order_id);
        if let Some(tracking) = &sent.tracking {
            let carrier = sent.carrier.as_deref().unwrap_or_default();
            let note = format!("{carrier} {tracking}").trim().to_string();
            let notes = self.get(&format!("{order}/notes?type=customer")).await?;
            if !notes.iter().any(|one| one["note"] == json!(note)) {
                let body = json!({ "note": note, "customer_note": true });
                let url = format!("{}{order}/notes", self.base);
                ask_once(Method::POST, &url, std::slice::from_ref(&self.key), Some(&body)).await?;
            }
        }
        if sent.is_all {
            self.write(Method::PUT, &order, &json!({ "status": "completed" })).await?;
        }
        Ok(())
    }

    async fn write(&self, method: Method, path: &str, body: &Value) -> Result<Value, Trouble> {
        let url = format!("{}{path}", self.base);
        let key = std::slice::from_ref(&self.key);
        Ok(ask(method, &url, key, Some(body)).await?.0)
    }
}

fn input(change: &Change) -> Value {
    let id: i64 = change.their_id.parse().unwrap_or_default();
    let mut input = json!({ "id": id });
    if let Some(stock) = change.stock {
        input["manage_stock"] = json!(true);
        input["stock_quantity"] = json!(stock);
    }
    if let Some(price) = change.price {
        input["regular_price"] = json!(price.to_decimal());
    }
    input
}
