//! A shop that has let us in is asked, as fast as it allows.

use std::time::Duration;

use hyper::Method;
use hyper::header::HeaderName;
use kit::Time;
use kit::money::Currency;
use kit::time::minutes;
use serde_json::{Value, json};

use super::super::feeds::{Page, ask, ask_once, read};
use super::super::rules::Cursor;
use super::super::theirs::Thing;
use super::super::{Feed, Link, Trouble};
use super::{parse, queries};

/// Changes are found by its search, which may hear of them so much later than they were made: so much is read again.
const SEARCH_IS_LATE: i64 = minutes(5);
/// So often, and at most so long each time, a query waits until it may be run.
const WAITS_MAX: usize = 3;
const WAIT_MAX: Duration = Duration::from_secs(5);

pub struct Session {
    url: String,
    token: (HeaderName, String),
    pub(super) currency: Currency,
    /// The place whose stock is read and set.
    pub(super) location: String,
}

impl Session {
    pub async fn open(link: &Link) -> Result<Session, Trouble> {
        let name = HeaderName::from_static("x-shopify-access-token");
        let mut session = Session {
            url: link.at(&format!("/admin/api/{}/graphql.json", queries::VERSION)),
            token: (name, token(link).await?),
            currency: Currency::EUR,
            location: String::new(),
        };
        let own = link.settings.their_location.trim();
        let own = (!own.is_empty()).then(|| gid("Location", own));
        // Without an id it is the shop's first place.
        let shop = session.query(queries::SHOP, json!({ "location": own })).await?;
        session.currency = read(&shop, "/shop/currencyCode")?;
        let Some(location) = shop.pointer("/location/id").and_then(Value::as_str) else {
            let words = format!("Shopify knows no location {}.", own.unwrap_or_default());
            return Err(Trouble::Refused(words));
        };
        session.location = location.to_string();
        Ok(session)
    }

    /// Runs a query that may be run twice, as soon as its points are there.
    pub(super) async fn query(&self, query: &str, variables: Value) -> Result<Value, Trouble> {
        self.run(query, variables, true).await
    }

    /// Runs one that must not be.
    pub(super) async fn once(&self, query: &str, variables: Value) -> Result<Value, Trouble> {
        self.run(query, variables, false).await
    }

    async fn run(&self, query: &str, variables: Value, again: bool) -> Result<Value, Trouble> {
        let body = json!({ "query": query, "variables": variables });
        let token = std::slice::from_ref(&self.token);
        for _ in 0..WAITS_MAX {
            let answer = match again {
                true => ask(Method::POST, &self.url, token, Some(&body)).await,
                false => ask_once(Method::POST, &self.url, token, Some(&body)).await,
            };
            let (mut answer, _) = answer?;
            match trouble(&answer) {
                None => return Ok(answer["data"].take()),
                // What was refused for its points was not run.
                Some(Refusal::Wait(wait)) => tokio::time::sleep(wait.min(WAIT_MAX)).await,
                Some(Refusal::Trouble(trouble)) => return Err(trouble),
            }
        }
        Err(Trouble::Away("Shopify is busy: too many of its points are spent.".into()))
    }

    pub async fn page(&self, feed: Feed, cursor: &Cursor, now: Time) -> Result<Page, Trouble> {
        match feed {
            Feed::Products => self.products(cursor).await,
            Feed::Customers => self.customers(cursor).await,
            Feed::Orders => self.orders(cursor).await,
            Feed::Levels => self.levels(cursor, now).await,
            // They come with their products.
            Feed::Variants => Ok(Page::nothing(cursor)),
        }
    }

    async fn products(&self, cursor: &Cursor) -> Result<Page, Trouble> {
        let [page, rest] = queries::products();
        let (nodes, next) = self.changed(&page, cursor).await?;
        let (mut things, mut times) = (Vec::new(), Vec::new());
        for mut node in nodes {
            self.fill(&mut node, "variants", &rest).await?;
            let product = parse::product(&node, Some(self.currency))?;
            times.push(product.at);
            let left = parse::left(&node, &product);
            things.push(Thing::Product(product));
            things.extend(left.map(Thing::Left));
        }
        Ok(Page { things, is_last: next.is_none(), cursor: after(cursor, &times, next) })
    }

    async fn orders(&self, cursor: &Cursor) -> Result<Page, Trouble> {
        let [page, rest] = queries::orders();
        let (nodes, next) = self.changed(&page, cursor).await?;
        let (mut things, mut times) = (Vec::new(), Vec::new());
        for mut node in nodes {
            self.fill(&mut node, "line_items", &rest).await?;
            let order = parse::order(&node)?;
            times.push(order.at);
            things.push(Thing::Order(Box::new(order)));
        }
        Ok(Page { things, is_last: next.is_none(), cursor: after(cursor, &times, next) })
    }

    /// From the newest back to where the last reading began. While this goes on the cursor's token holds that newest time,
    /// and their own.
    async fn customers(&self, cursor: &Cursor) -> Result<Page, Trouble> {
        let token = cursor.token.as_deref().and_then(|token| token.split_once(' '));
        let (began, token) = token.unzip();
        let query = queries::customers();
        let answer = self.query(&query, json!({ "after": token })).await?;
        let (nodes, next) = page(&answer["page"])?;
        let people = nodes.iter().map(parse::person).collect::<Result<Vec<_>, _>>()?;
        let began = began.and_then(|began| began.parse().ok()).map(Time);
        let newest = began.or(people.first().map(|one| one.at)).unwrap_or(cursor.since);
        let is_known = people.last().is_some_and(|one| one.at < cursor.since);
        let next = next.filter(|_| !is_known);
        let is_last = next.is_none();
        let token = next.map(|next| format!("{} {next}", newest.0));
        let since = if is_last { newest } else { cursor.since };
        // A page reaches back to people who are known.
        let new = people.into_iter().filter(|one| one.at >= cursor.since);
        let things = new.map(Thing::Customer).collect();
        Ok(Page { things, cursor: Cursor { since, skip: 0, token }, is_last })
    }

    async fn levels(&self, cursor: &Cursor, now: Time) -> Result<Page, Trouble> {
        let asked = json!({ "location": self.location, "after": cursor.token });
        let answer = self.query(queries::LEVELS, asked).await?;
        let (nodes, token) = page(&answer["location"]["page"])?;
        let things = nodes.iter().filter_map(|node| {
            parse::level(&node["item"]["id"], &node["quantities"], now).map(Thing::Level)
        });
        let is_last = token.is_none();
        let since = if is_last { now } else { cursor.since };
        let cursor = Cursor { since, skip: 0, token };
        Ok(Page { things: things.collect(), cursor, is_last })
    }

    /// A page of what changed since, the oldest first.
    async fn changed(
        &self,
        query: &str,
        cursor: &Cursor,
    ) -> Result<(Vec<Value>, Option<String>), Trouble> {
        let since = Time((cursor.since.0 - SEARCH_IS_LATE).max(0));
        let asked = json!({ "query": format!("updated_at:>='{since}'"), "after": cursor.token });
        let answer = self.query(query, asked).await?;
        page(&answer["page"])
    }

    /// Reads the rest of a list that did not fit.
    pub(super) async fn fill(
        &self,
        node: &mut Value,
        list: &str,
        query: &str,
    ) -> Result<(), Trouble> {
        let mut next = page(&node[list])?.1;
        while let Some(after) = next {
            let asked = json!({ "id": node["id"], "after": after });
            let mut answer = self.query(query, asked).await?;
            let (more, token) = page(&answer["whole"][list].take())?;
            if let Some(nodes) = node[list]["nodes"].as_array_mut() {
                nodes.extend(more);
            }
            next = token;
        }
        Ok(())
    }
}

/// A token for this reading: one that was made for ever, else one for a day (RFC 6749, section 4.4).
async fn token(link: &Link) -> Result<String, Trouble> {
    if let Ok(token) = link.secret("access_token") {
        return Ok(token.to_string());
    }
    let secret = |name| link.secret(name).map_err(|error| Trouble::Refused(error.detail));
    let asked = json!({
        "grant_type": "client_credentials",
        "client_id": secret("client_id")?,
        "client_secret": secret("client_secret")?,
    });
    let url = link.at("/admin/oauth/access_token");
    let answer = ask(Method::POST, &url, &[], Some(&asked)).await;
    // Wrong keys are a wrong request to it.
    let (said, _) = answer.map_err(|trouble| match trouble {
        Trouble::Odd(said) => Trouble::Refused(said),
        other => other,
    })?;
    read(&said, "/access_token")
}

/// The nodes of a connection, and from where it goes on.
pub(super) fn page(connection: &Value) -> Result<(Vec<Value>, Option<String>), Trouble> {
    let nodes: Vec<Value> = read(connection, "/nodes")?;
    let goes_on = connection.pointer("/pageInfo/hasNextPage") == Some(&json!(true));
    let end = connection.pointer("/pageInfo/endCursor").and_then(Value::as_str);
    Ok((nodes, end.filter(|_| goes_on).map(str::to_string)))
}

fn after(cursor: &Cursor, times: &[Time], next: Option<String>) -> Cursor {
    let is_last = next.is_none();
    cursor.after(times, next, is_last)
}

/// Their global id of a thing whose number we keep, as deliveries say it.
pub(super) fn gid(kind: &str, id: &str) -> String {
    match id.starts_with("gid://") {
        true => id.to_string(),
        false => format!("gid://shopify/{kind}/{id}"),
    }
}

enum Refusal {
    /// Its points are spent; so long it takes until they are there again.
    Wait(Duration),
    Trouble(Trouble),
}

/// Why it did not do it. All are answered with 200.
fn trouble(answer: &Value) -> Option<Refusal> {
    let error = match answer.get("errors")? {
        Value::Array(errors) => errors.first()?.clone(),
        words => json!({ "message": words }),
    };
    let said = error["message"].as_str().unwrap_or("an error without words").to_string();
    Some(match error.pointer("/extensions/code").and_then(Value::as_str) {
        Some("THROTTLED") => {
            let cost = &answer["extensions"]["cost"];
            let points = |at: &str| cost.pointer(at).and_then(Value::as_f64);
            let missing = points("/requestedQueryCost").unwrap_or(0.0)
                - points("/throttleStatus/currentlyAvailable").unwrap_or(0.0);
            let rate = points("/throttleStatus/restoreRate").unwrap_or(50.0).max(1.0);
            Refusal::Wait(Duration::from_secs_f64((missing / rate).clamp(0.1, 60.0)))
        }
        Some("ACCESS_DENIED" | "UNAUTHORIZED" | "SHOP_INACTIVE") => {
            Refusal::Trouble(Trouble::Refused(said))
        }
        Some("INTERNAL_SERVER_ERROR" | "TIMEOUT") => Refusal::Trouble(Trouble::Away(said)),
        _ => Refusal::Trouble(Trouble::Odd(said)),
    })
}
