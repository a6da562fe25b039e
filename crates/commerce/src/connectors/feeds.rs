//! All of them behind one face: a page of a feed in, changes out.

use std::time::Duration;

use hyper::Method;
use hyper::header::HeaderName;
use kit::http::{self, Answer, Failure};
use kit::time::seconds;
use kit::{Result, Time};
use serde_json::Value;
use tokio::time::Instant;

use super::rules::Cursor;
use super::theirs::{Change, Counted, Sent, Thing};
use super::{Feed, Link, System, Trouble, medusa, shopify, vendure, woocommerce};

/// A server that takes longer is slow, not gone.
const CLOSED_AT_ONCE: Duration = Duration::from_secs(2);

/// What a reading of a feed gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub things: Vec<Thing>,
    /// From where to read on.
    pub cursor: Cursor,
    /// There is nothing behind it now.
    pub is_last: bool,
}

impl Page {
    /// Of a feed that this system does not have: what it would tell stands in another.
    pub fn nothing(cursor: &Cursor) -> Page {
        Page { things: Vec::new(), cursor: cursor.clone(), is_last: true }
    }
}

/// A system that has let us in.
pub enum Session {
    Vendure(vendure::Session),
    Medusa(medusa::Session),
    Shopify(shopify::Session),
    Woocommerce(woocommerce::Session),
}

impl Session {
    pub async fn open(link: &Link) -> Result<Session, Trouble> {
        Ok(match link.system {
            System::Vendure => Session::Vendure(vendure::Session::open(link).await?),
            System::Medusa => Session::Medusa(medusa::Session::open(link).await?),
            System::Shopify => Session::Shopify(shopify::Session::open(link).await?),
            System::Woocommerce => Session::Woocommerce(woocommerce::Session::open(link).await?),
        })
    }

    pub async fn page(&self, feed: Feed, cursor: &Cursor, now: Time) -> Result<Page, Trouble> {
        match self {
            Session::Vendure(session) => session.page(feed, cursor, now).await,
            Session::Medusa(session) => session.page(feed, cursor, now).await,
            Session::Shopify(session) => session.page(feed, cursor, now).await,
            Session::Woocommerce(session) => session.page(feed, cursor, now).await,
        }
    }

    /// Tells them. All of it was done, or is told again: each change says how it shall be. What they count otherwise than we
    /// believed was left as it is, and is told: who bought there in the meantime is heard of first.
    pub async fn tell(&self, changes: &[Change]) -> Result<Vec<Counted>, Trouble> {
        let told = match self {
            Session::Shopify(session) => return session.tell(changes).await,
            Session::Vendure(session) => session.tell(changes).await,
            Session::Medusa(session) => session.tell(changes).await,
            Session::Woocommerce(session) => session.tell(changes).await,
        };
        told.map(|()| Vec::new())
    }

    /// Tells them that these pieces were sent. What they know of already is not told twice.
    pub async fn tell_sent(&self, sent: &Sent) -> Result<(), Trouble> {
        match self {
            Session::Medusa(session) => session.tell_sent(sent).await,
            Session::Shopify(session) => session.tell_sent(sent).await,
            Session::Woocommerce(session) => session.tell_sent(sent).await,
            // It hears of no parcels (`System::hears_of_parcels`).
            Session::Vendure(_) => Ok(()),
        }
    }
}

/// Asks, and reads the answer as JSON; in words what is the matter where there is none. Addresses and keys are in no words.
/// What is asked may be asked twice: it reads, or it says how a thing shall be.
pub async fn ask(
    method: Method,
    url: &str,
    headers: &[(HeaderName, String)],
    body: Option<&Value>,
) -> Result<(Value, hyper::HeaderMap), Trouble> {
    let asked_at = Instant::now();
    let mut answer = send(method.clone(), url, headers, body).await;
    // A kept connection was closed as we wrote.
    if matches!(answer, Err(Failure::Unknown(_))) && asked_at.elapsed() < CLOSED_AT_ONCE {
        answer = send(method, url, headers, body).await;
    }
    understood(answer)
}

/// The same for what must not be done twice.
pub async fn ask_once(
    method: Method,
    url: &str,
    headers: &[(HeaderName, String)],
    body: Option<&Value>,
) -> Result<(Value, hyper::HeaderMap), Trouble> {
    understood(send(method, url, headers, body).await)
}

async fn send(
    method: Method,
    url: &str,
    headers: &[(HeaderName, String)],
    body: Option<&Value>,
) -> Result<Answer, Failure> {
    let kind = (hyper::header::CONTENT_TYPE, "application/json".to_string());
    let accept = (hyper::header::ACCEPT, "application/json".to_string());
    let headers: Vec<_> = headers.iter().cloned().chain([kind, accept]).collect();
    let body = body.map(|body| body.to_string().into_bytes()).unwrap_or_default();
    http::send(method, url, &headers, body).await
}

fn understood(answer: Result<Answer, Failure>) -> Result<(Value, hyper::HeaderMap), Trouble> {
    let answer = answer.map_err(|failure| match failure {
        Failure::NotSent(why) | Failure::Unknown(why) => Trouble::Away(why),
        Failure::Taken { error, .. } => Trouble::Away(error),
    })?;
    let shown = || kit::text::clip(&answer.text(), 300).into_owned();
    match answer.status {
        200..300 => {}
        401 | 403 => return Err(Trouble::Refused(format!("{}: {}", answer.status, shown()))),
        408 | 425 | 429 | 500.. => {
            return Err(Trouble::Away(format!("{}: {}", answer.status, shown())));
        }
        status => return Err(Trouble::Odd(format!("{status}: {}", shown()))),
    }
    let read = serde_json::from_slice(&answer.body);
    let value = read.map_err(|error| Trouble::Odd(format!("The answer is no JSON: {error}.")))?;
    Ok((value, answer.headers))
}

/// Reads a part of an answer as what it should be.
pub fn read<T: serde::de::DeserializeOwned>(value: &Value, at: &str) -> Result<T, Trouble> {
    let part = value.pointer(at).unwrap_or(&Value::Null);
    T::deserialize(part).map_err(|error| Trouble::Odd(format!("The answer at {at}: {error}.")))
}

/// Looks at the clock of a job: it ends well before it would count as hanging.
pub fn is_long(since: Time, now: Time) -> bool {
    now.since(since) > seconds(15)
}
