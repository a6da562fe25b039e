//! Vendure (3.x): its Admin API, by GraphQL. It brings nothing by itself; it is asked by time of change.
//!
//! Start reading at [`Session::page`]; `queries.rs` is what is asked, `parse.rs` what the answers mean (pure).

mod parse;
mod queries;

use hyper::Method;
use hyper::header::{self, HeaderName};
use kit::Time;
use serde_json::{Value, json};

use super::feeds::{Page, ask, read};
use super::rules::{self, Cursor};
use super::theirs::{Change, Thing};
use super::{Feed, Link, Trouble};
use crate::prices::vat::BasisPoints;

pub use parse::plain;

/// Things in a page. Vendure gives at most 100 unless its owner allows more.
const PAGE_SIZE: i64 = 50;

/// Signed in as an administrator of theirs.
pub struct Session {
    url: String,
    token: String,
    /// The place whose stock is read and set.
    location: String,
    prices_include_tax: bool,
}

impl Session {
    pub async fn open(link: &Link) -> Result<Session, Trouble> {
        let secret = |name| link.secret(name).map_err(|error| Trouble::Refused(error.detail));
        let url = link.at("/admin-api");
        let who = json!({ "username": secret("username")?, "password": secret("password")? });
        let body = json!({ "query": queries::LOGIN, "variables": who });
        let (answer, headers) = ask(Method::POST, &url, &[], Some(&body)).await?;
        let token = headers.get("vendure-auth-token").and_then(|token| token.to_str().ok());
        let is_in = answer.pointer("/data/login/__typename") == Some(&json!("CurrentUser"));
        let Some(token) = token.filter(|_| is_in) else {
            let said = answer.pointer("/data/login/message").and_then(Value::as_str);
            let said = said.unwrap_or("Vendure gave no token: allow “bearer” in its tokenMethod.");
            return Err(Trouble::Refused(said.to_string()));
        };
        let mut session = Session {
            url,
            token: token.to_string(),
            location: link.settings.their_location.clone(),
            prices_include_tax: true,
        };
        let shop = session.query(queries::SHOP, &json!({})).await?;
        session.prices_include_tax = read(&shop, "/activeChannel/pricesIncludeTax")?;
        if session.location.is_empty() {
            session.location = read(&shop, "/stockLocations/items/0/id")?;
        }
        Ok(session)
    }

    async fn query(&self, query: &str, variables: &Value) -> Result<Value, Trouble> {
        let bearer: (HeaderName, String) =
            (header::AUTHORIZATION, format!("Bearer {}", self.token));
        let body = json!({ "query": query, "variables": variables });
        let (mut answer, _) = ask(Method::POST, &self.url, &[bearer], Some(&body)).await?;
        if let Some(error) = answer.pointer("/errors/0") {
            let said = error.get("message").and_then(Value::as_str).unwrap_or_default();
            let code = error.pointer("/extensions/code").and_then(Value::as_str);
            return Err(match code {
                Some("FORBIDDEN" | "UNAUTHENTICATED") => Trouble::Refused(said.to_string()),
                _ => Trouble::Odd(said.to_string()),
            });
        }
        Ok(answer["data"].take())
    }

    pub async fn page(&self, feed: Feed, cursor: &Cursor, now: Time) -> Result<Page, Trouble> {
        let (query, name) = match feed {
            Feed::Products => (queries::PRODUCTS, "products"),
            Feed::Variants => (queries::VARIANTS, "productVariants"),
            Feed::Customers => (queries::CUSTOMERS, "customers"),
            Feed::Orders => (queries::ORDERS, "orders"),
            Feed::Levels => (queries::LEVELS, "productVariants"),
        };
        let mut options = json!({ "take": PAGE_SIZE, "skip": cursor.skip });
        if feed == Feed::Levels {
            options["sort"] = json!({ "id": "ASC" });
        } else {
            options["sort"] = json!({ "updatedAt": "ASC", "id": "ASC" });
            options["filter"] =
                json!({ "updatedAt": { "after": cursor.just_before().to_string() } });
        }
        if feed == Feed::Orders {
            options["filter"]["active"] = json!({ "eq": false });
        }
        let answer = self.query(query, &json!({ "options": options })).await?;
        let items: Vec<Value> = read(&answer, &format!("/{name}/items"))?;
        let is_last = (items.len() as i64) < PAGE_SIZE;
        let mut things = Vec::new();
        let mut times = Vec::new();
        for item in &items {
            times.push(parse::time(item, "/updatedAt")?);
            things.extend(match feed {
                Feed::Products => Some(Thing::Product(parse::product(item)?)),
                Feed::Variants => Some(Thing::Product(parse::product_of_variant(item)?)),
                Feed::Customers => Some(Thing::Customer(parse::person(item)?)),
                Feed::Orders => parse::order(item)?.map(|order| Thing::Order(Box::new(order))),
                Feed::Levels => parse::level(item, &self.location, now)?.map(Thing::Level),
            });
        }
        let cursor = match feed {
            Feed::Levels if is_last => Cursor { since: now, ..Cursor::default() },
            Feed::Levels => Cursor { skip: cursor.skip + items.len() as i64, ..cursor.clone() },
            _ => cursor.after(&times, None, is_last),
        };
        Ok(Page { things, cursor, is_last })
    }

    pub async fn tell(&self, changes: &[Change]) -> Result<(), Trouble> {
        let input: Vec<Value> = changes.iter().map(|change| self.input(change)).collect();
        self.query(queries::TELL, &json!({ "input": input })).await.map(drop)
    }

    fn input(&self, change: &Change) -> Value {
        let mut input = json!({ "id": change.their_id });
        if let Some(stock) = change.stock {
            let level = json!({ "stockLocationId": self.location, "stockOnHand": stock });
            input["stockLevels"] = json!([level]);
        }
        if let Some(price) = change.price {
            let rate = BasisPoints(change.address.tax_rate);
            input["price"] = match self.prices_include_tax {
                true => json!(price.minor),
                false => json!(rules::net_for(price.minor, rate).0),
            };
        }
        input
    }
}
