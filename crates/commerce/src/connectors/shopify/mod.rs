//! Shopify: signed webhooks in, and its Admin REST API, whose things have the same shape.
//!
//! Shopify gives its REST API to a merchant's own app (a “custom app” with a token); an app in its store has to speak
//! GraphQL, which this does not. Start reading at [`understand`] (pure) and [`Session::page`].

mod parse;

use axum::http::HeaderMap;
use hyper::Method;
use hyper::header::HeaderName;
use kit::Time;
use serde_json::{Value, json};

use super::feeds::{Page, ask, read};
use super::hooks::{Delivery, header};
use super::rules::Cursor;
use super::theirs::{Change, Gone, Thing};
use super::{Feed, Link, Trouble};

/// Whose shapes these are. Each version is kept for a year, and then the oldest one answers.
const VERSION: &str = "2026-07";
/// Of 250 that it gives at most.
const PAGE_SIZE: usize = 50;

/// Its newer “events” name the same things without the `x-`.
pub fn delivery(headers: &HeaderMap) -> Delivery<'_> {
    let either = |old: &'static str, new: &'static str| match header(headers, old) {
        "" => header(headers, new),
        old => old,
    };
    Delivery {
        signature: either("x-shopify-hmac-sha256", "shopify-hmac-sha256"),
        // One event is delivered to each subscription under ids of their own; a retry has the same.
        id: Some(either("x-shopify-webhook-id", "shopify-event-id")),
        topic: either("x-shopify-topic", "shopify-topic"),
    }
}

/// What a delivery tells.
pub fn understand(topic: &str, body: &str) -> Result<Vec<Thing>, Trouble> {
    let item: Value = serde_json::from_str(body)
        .map_err(|error| Trouble::Odd(format!("Shopify's delivery: {error}.")))?;
    Ok(match topic {
        "orders/create"
        | "orders/updated"
        | "orders/paid"
        | "orders/cancelled"
        | "orders/fulfilled"
        | "orders/partially_fulfilled"
        | "orders/edited" => {
            match item.get("line_items") {
                Some(_) => vec![Thing::Order(Box::new(parse::order(&item)?))],
                // “Edited” tells what was done, not how it stands; “updated” comes with it.
                None => Vec::new(),
            }
        }
        "customers/create" | "customers/update" | "customers/enable" => {
            vec![Thing::Customer(parse::person(&item)?)]
        }
        // The currency of prices is the shop's, which a delivery does not name: the next reading has them.
        "products/create" | "products/update" => vec![Thing::Product(parse::product(&item, None)?)],
        "products/delete" => vec![Thing::Gone(Gone::Product(parse::id(&item, "id")))],
        _ => Vec::new(),
    })
}

/// A shop that has let us in.
pub struct Session {
    base: String,
    token: (HeaderName, String),
    currency: kit::money::Currency,
    location: String,
}

impl Session {
    pub async fn open(link: &Link) -> Result<Session, Trouble> {
        let token = link.secret("access_token").map_err(|error| Trouble::Refused(error.detail))?;
        let name = HeaderName::from_static("x-shopify-access-token");
        let mut session = Session {
            base: link.at(&format!("/admin/api/{VERSION}")),
            token: (name, token.to_string()),
            currency: kit::money::Currency::EUR,
            location: link.settings.their_location.clone(),
        };
        let (shop, _) = session.get("/shop.json").await?;
        session.currency = read(&shop, "/shop/currency")?;
        if session.location.is_empty() {
            let place: i64 = read(&shop, "/shop/primary_location_id")?;
            session.location = place.to_string();
        }
        Ok(session)
    }

    async fn get(&self, path: &str) -> Result<(Value, HeaderMap), Trouble> {
        let url = format!("{}{path}", self.base);
        ask(Method::GET, &url, std::slice::from_ref(&self.token), None).await
    }

    pub async fn page(&self, feed: Feed, cursor: &Cursor, now: Time) -> Result<Page, Trouble> {
        let (of, more) = match feed {
            Feed::Products => ("products", ""),
            Feed::Customers => ("customers", ""),
            Feed::Orders => ("orders", "&status=any"),
            Feed::Levels => ("inventory_levels", ""),
            Feed::Variants => return Ok(Page::nothing(cursor)),
        };
        let first = match feed {
            Feed::Levels => format!("&location_ids={}", self.location),
            _ => {
                let since = cursor.since.to_string();
                let since: String = form_urlencoded::byte_serialize(since.as_bytes()).collect();
                format!("&order=updated_at+asc&updated_at_min={since}{more}")
            }
        };
        // A page's token stands alone: what was asked first is in it.
        let asked = cursor.token.as_ref().map_or(first, |token| format!("&page_info={token}"));
        let (answer, headers) = self.get(&format!("/{of}.json?limit={PAGE_SIZE}{asked}")).await?;
        let items: Vec<Value> = read(&answer, &format!("/{of}"))?;
        let token = parse::next_page(header(&headers, "link"));
        let is_last = token.is_none();
        let (mut things, mut times) = (Vec::new(), vec![cursor.since]);
        for item in &items {
            times.push(parse::time(item, "updated_at").unwrap_or(cursor.since));
            things.push(match feed {
                Feed::Products => Thing::Product(parse::product(item, Some(self.currency))?),
                Feed::Customers => Thing::Customer(parse::person(item)?),
                Feed::Orders => Thing::Order(Box::new(parse::order(item)?)),
                Feed::Levels | Feed::Variants => Thing::Level(parse::level(item, now)?),
            });
        }
        let cursor = match feed {
            Feed::Levels if is_last => Cursor { since: now, ..Cursor::default() },
            _ if is_last => cursor.after(&times, None, true),
            _ => Cursor { token, ..cursor.clone() },
        };
        Ok(Page { things, cursor, is_last })
    }

    /// One by one: its REST API sets one level, and one price, at a time.
    pub async fn tell(&self, changes: &[Change]) -> Result<(), Trouble> {
        for change in changes {
            if let Some(stock) = change.stock {
                let body = json!({
                    "location_id": number(&self.location),
                    "inventory_item_id": number(&change.address.item),
                    "available": stock,
                });
                self.send(Method::POST, "/inventory_levels/set.json", &body).await?;
            }
            if let Some(price) = change.price {
                let id = number(&change.their_id);
                let body = json!({ "variant": { "id": id, "price": price.to_decimal() } });
                self.send(Method::PUT, &format!("/variants/{id}.json"), &body).await?;
            }
        }
        Ok(())
    }

    async fn send(&self, method: Method, path: &str, body: &Value) -> Result<(), Trouble> {
        let url = format!("{}{path}", self.base);
        ask(method, &url, std::slice::from_ref(&self.token), Some(body)).await.map(drop)
    }
}

fn number(id: &str) -> i64 {
    id.parse().unwrap_or_default()
}
