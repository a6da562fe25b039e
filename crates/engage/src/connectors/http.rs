//! Asking a provider's server over HTTP or HTTPS, with limits of time and size.

use std::sync::LazyLock;
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Request, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use kit::Error;

const CONNECT_MAX: Duration = Duration::from_secs(5);
/// Shorter than a job may take, so that the connector decides what a lost answer means.
const ANSWER_MAX: Duration = Duration::from_secs(20);
const IDLE_MAX: Duration = Duration::from_secs(30);
pub const ANSWER_BYTES_MAX: usize = 1024 * 1024;

type Connected = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// Keeps connections open between requests. Nothing is configured, so that one serves all doors.
static CLIENT: LazyLock<Connected> = LazyLock::new(|| {
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_connect_timeout(Some(CONNECT_MAX));
    tcp.set_nodelay(true);
    let https = HttpsConnectorBuilder::new()
        .with_webpki_roots()
        .https_or_http()
        .enable_http1()
        .wrap_connector(tcp);
    Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(IDLE_MAX)
        // A request that a closed connection swallowed may have been done: whoever asks decides what then.
        .retry_canceled_requests(false)
        .build(https)
});

/// What a server answered.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// When the server wants to be asked again, in microseconds.
    pub fn retry_after(&self) -> Option<i64> {
        let seconds = self.headers.get(header::RETRY_AFTER)?.to_str().ok()?.parse::<i64>().ok()?;
        Some(kit::time::seconds(seconds.clamp(0, 3_600)))
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The request was not made: trying again is safe.
    NotSent(String),
    /// It may have been done, or not.
    Unknown(String),
}

impl From<Failure> for String {
    fn from(failure: Failure) -> String {
        match failure {
            Failure::NotSent(reason) | Failure::Unknown(reason) => reason,
        }
    }
}

/// Sends a form.
pub async fn post_form(
    url: &str,
    headers: &[(HeaderName, String)],
    fields: &[(&str, &str)],
) -> Result<Answer, Failure> {
    let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let kind = (header::CONTENT_TYPE, "application/x-www-form-urlencoded".to_string());
    let headers: Vec<_> = headers.iter().cloned().chain([kind]).collect();
    send(Method::POST, url, &headers, form.into_bytes()).await
}

/// Whether anybody answers there, whatever they say: asked before something is sent a second time.
pub async fn answers(url: &str) -> Result<(), Failure> {
    send(Method::GET, url, &[], Vec::new()).await.map(drop)
}

/// Asks, and waits for the whole answer.
pub async fn send(
    method: Method,
    url: &str,
    headers: &[(HeaderName, String)],
    body: Vec<u8>,
) -> Result<Answer, Failure> {
    let request = request(method, url, headers, body)?;
    within_time(answer(request, ANSWER_BYTES_MAX)).await
}

/// Gets a file of at most so many bytes.
pub async fn download(
    url: &str,
    headers: &[(HeaderName, String)],
    bytes_max: usize,
) -> Result<Answer, Failure> {
    let request = request(Method::GET, url, headers, Vec::new())?;
    within_time(answer(request, bytes_max)).await
}

/// Sends JSON.
pub async fn post_json(
    url: &str,
    headers: &[(HeaderName, String)],
    body: &serde_json::Value,
) -> Result<Answer, Failure> {
    let kind = (header::CONTENT_TYPE, "application/json".to_string());
    let headers: Vec<_> = headers.iter().cloned().chain([kind]).collect();
    send(Method::POST, url, &headers, body.to_string().into_bytes()).await
}

async fn within_time(
    answer: impl Future<Output = Result<Answer, Failure>>,
) -> Result<Answer, Failure> {
    let answered = tokio::time::timeout(ANSWER_MAX, answer).await;
    answered.unwrap_or_else(|_| {
        Err(Failure::Unknown(format!("no answer in {} s", ANSWER_MAX.as_secs())))
    })
}

fn request(
    method: Method,
    url: &str,
    headers: &[(HeaderName, String)],
    body: Vec<u8>,
) -> Result<Request<Full<Bytes>>, Failure> {
    // Without the address: it may hold a password.
    let bad = |error: &dyn std::fmt::Display| Failure::NotSent(error.to_string());
    let uri: Uri = url.parse().map_err(|error: hyper::http::uri::InvalidUri| bad(&error))?;
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        let value = HeaderValue::from_str(value).map_err(|error| bad(&error))?;
        request = request.header(name, value);
    }
    request.body(Full::from(body)).map_err(|error| bad(&error))
}

async fn answer(request: Request<Full<Bytes>>, bytes_max: usize) -> Result<Answer, Failure> {
    let answer = CLIENT.request(request).await.map_err(|error| {
        let reason = causes(&error);
        if error.is_connect() { Failure::NotSent(reason) } else { Failure::Unknown(reason) }
    })?;
    let (head, body) = answer.into_parts();
    let body = Limited::new(body, bytes_max)
        .collect()
        .await
        .map_err(|error| Failure::Unknown(error.to_string()))?;
    let body = body.to_bytes().to_vec();
    Ok(Answer { status: head.status.as_u16(), headers: head.headers, body })
}

/// An error with the errors that caused it: “client error (Connect)” alone helps nobody.
fn causes(error: &(dyn std::error::Error + 'static)) -> String {
    let all = std::iter::successors(Some(error), |error| error.source());
    all.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// A token as a header (RFC 6750).
pub fn bearer(token: &str) -> (HeaderName, String) {
    (header::AUTHORIZATION, format!("Bearer {token}"))
}

/// `name` and `password` as a header (RFC 7617).
pub fn basic(name: &str, password: &str) -> (HeaderName, String) {
    use base64::Engine;
    let text = base64::engine::general_purpose::STANDARD.encode(format!("{name}:{password}"));
    (header::AUTHORIZATION, format!("Basic {text}"))
}

/// Compares without telling by its time where two secrets differ.
pub fn is_same_secret(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

/// For a webhook whose signature or secret is wrong.
pub fn not_signed() -> Error {
    Error::unauthorized("bad_signature", "This is not signed as this door's provider signs.")
}
