//! Medusa (2.x): its Admin API, by REST. It brings nothing by itself; it is asked by time of change.
//!
//! Start reading at [`Session::page`]; `fields.rs` is what is asked for, `shop.rs` what its things do not say of themselves,
//! `tell.rs` how they are told, `parse.rs` and `orders.rs` what the answers mean (pure).

mod fields;
mod orders;
mod parse;
mod shop;
mod tell;

use hyper::Method;
use hyper::header::HeaderName;
use kit::Time;
use kit::http::basic;
use serde_json::Value;

use super::feeds::{Page, ask, ask_once};
use super::rules::Cursor;
use super::theirs::{Gone, Thing};
use super::{Feed, Link, Trouble};
use shop::Shop;

/// Things in a page; few in tests, so that a small shop has many.
const PAGE_SIZE: i64 = if cfg!(test) { 3 } else { 50 };

/// Its reader of addresses takes so many values under one name.
const ASKED_AT_ONCE: usize = 20;

/// A secret key of its administration opens each request.
pub struct Session {
    base: String,
    key: (HeaderName, String),
    shop: Shop,
}

impl Session {
    pub async fn open(link: &Link) -> Result<Session, Trouble> {
        let key = link.secret("api_key").map_err(|error| Trouble::Refused(error.detail))?;
        let shop = Shop::of(&link.settings)?;
        let mut session = Session { base: link.at("/admin"), key: basic(key, ""), shop };
        session.shop = shop::ask(&session).await?;
        Ok(session)
    }

    async fn get(&self, path: &str, query: &[(&str, &str)]) -> Result<Value, Trouble> {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let url = format!("{}/{path}?{query}", self.base);
        Ok(ask(Method::GET, &url, std::slice::from_ref(&self.key), None).await?.0)
    }

    async fn post(&self, path: &str, body: &Value) -> Result<Value, Trouble> {
        let url = format!("{}/{path}", self.base);
        Ok(ask(Method::POST, &url, std::slice::from_ref(&self.key), Some(body)).await?.0)
    }

    /// The same for what must not be done twice.
    async fn once(&self, path: &str, body: &Value) -> Result<Value, Trouble> {
        let url = format!("{}/{path}", self.base);
        let key = std::slice::from_ref(&self.key);
        Ok(ask_once(Method::POST, &url, key, Some(body)).await?.0)
    }

    pub async fn page(&self, feed: Feed, cursor: &Cursor, now: Time) -> Result<Page, Trouble> {
        let (path, name) = match feed {
            Feed::Products => ("products", "products"),
            Feed::Variants => ("product-variants", "variants"),
            Feed::Customers => ("customers", "customers"),
            Feed::Orders => ("orders", "orders"),
            Feed::Levels => ("inventory-items", "inventory_items"),
        };
        let fields = fields::of(feed);
        let (limit, offset) = (PAGE_SIZE.to_string(), cursor.skip.to_string());
        let since = cursor.since.to_string();
        let mut query = vec![("limit", &*limit), ("offset", &*offset), ("fields", &*fields)];
        match feed {
            Feed::Levels => query.push(("order", "id")),
            _ => query.extend([("order", "updated_at"), ("updated_at[$gte]", &*since)]),
        }
        let answer = self.get(path, &query).await?;
        let items = parse::list(&answer, name)?;
        let is_last = (items.len() as i64) < PAGE_SIZE;
        let (mut things, mut left, mut times) = (Vec::new(), Vec::new(), Vec::new());
        for item in &items {
            if feed != Feed::Levels {
                times.push(parse::time(item, "updated_at")?);
            }
            things.extend(match feed {
                Feed::Products => {
                    let product = parse::product(item, &self.shop)?;
                    left.push(Thing::Left(parse::left(&product)));
                    Some(Thing::Product(product))
                }
                Feed::Variants => parse::product_of_variant(item, &self.shop)?.map(Thing::Product),
                Feed::Customers => parse::account(item)?.map(Thing::Customer),
                Feed::Orders => Some(Thing::Order(Box::new(orders::order(item)?))),
                Feed::Levels => Some(Thing::Level(parse::level(item, &self.shop.location, now)?)),
            });
        }
        let until = times.last().copied().filter(|_| !is_last);
        match feed {
            Feed::Products => {
                things.append(&mut left);
                things.extend(self.gone(cursor.since, until).await?);
            }
            Feed::Orders => things.extend(self.paid(cursor.since, until, &items).await?),
            _ => {}
        }
        let cursor = match feed {
            Feed::Levels if is_last => Cursor { since: now, ..Cursor::default() },
            Feed::Levels => Cursor { skip: cursor.skip + items.len() as i64, ..cursor.clone() },
            _ => cursor.after(&times, None, is_last),
        };
        Ok(Page { things, cursor, is_last })
    }

    /// Products that were deleted in this time: they are in no list but that of what is gone.
    async fn gone(&self, since: Time, until: Option<Time>) -> Result<Vec<Thing>, Trouble> {
        let asked = [("fields", "id"), ("with_deleted", "true")];
        let gone = self.in_time("products", "deleted_at", &asked, since, until).await?;
        let ids = gone.iter().filter_map(|product| parse::some(&product["id"]));
        Ok(ids.map(|id| Thing::Gone(Gone::Product(id))).collect())
    }

    /// Orders of which only the payment changed in this time: taking the money is no change of an order there.
    async fn paid(
        &self,
        since: Time,
        until: Option<Time>,
        told: &[Value],
    ) -> Result<Vec<Thing>, Trouble> {
        let asked = [("fields", "id,payment_collection.order.id")];
        let payments = self.in_time("payments", "updated_at", &asked, since, until).await?;
        let of = |payment: &Value| parse::some(&payment["payment_collection"]["order"]["id"]);
        let mut changed: Vec<String> = payments.iter().filter_map(of).collect();
        changed.retain(|id| told.iter().all(|order| order["id"] != **id));
        changed.sort_unstable();
        changed.dedup();
        let mut things = Vec::new();
        for ids in changed.chunks(ASKED_AT_ONCE) {
            let ids = ids.iter().map(String::as_str);
            for order in self.by_ids("orders", "orders", &fields::of(Feed::Orders), ids).await? {
                things.push(Thing::Order(Box::new(orders::order(&order)?)));
            }
        }
        Ok(things)
    }

    /// All whose time lies between these two, both with.
    async fn in_time(
        &self,
        things: &str,
        time: &str,
        asked: &[(&str, &str)],
        since: Time,
        until: Option<Time>,
    ) -> Result<Vec<Value>, Trouble> {
        let (from, to) = (format!("{time}[$gte]"), format!("{time}[$lte]"));
        let (since, until) = (since.to_string(), until.map(|until| until.to_string()));
        let limit = PAGE_SIZE.to_string();
        let mut found = Vec::new();
        loop {
            let offset = found.len().to_string();
            let mut query = vec![("limit", &*limit), ("offset", &*offset), ("order", time)];
            query.push((&*from, &*since));
            query.extend(until.as_deref().map(|until| (&*to, until)));
            query.extend(asked);
            let page = parse::list(&self.get(things, &query).await?, things)?;
            let is_last = (page.len() as i64) < PAGE_SIZE;
            found.extend(page);
            if is_last {
                return Ok(found);
            }
        }
    }

    async fn by_ids<'a>(
        &self,
        path: &str,
        name: &str,
        fields: &str,
        ids: impl Iterator<Item = &'a str>,
    ) -> Result<Vec<Value>, Trouble> {
        let limit = ASKED_AT_ONCE.to_string();
        let mut query = vec![("limit", &*limit), ("fields", fields)];
        query.extend(ids.map(|id| ("id[]", id)));
        parse::list(&self.get(path, &query).await?, name)
    }
}
