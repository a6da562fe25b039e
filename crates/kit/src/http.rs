//! Asking a provider's server over HTTP or HTTPS, with limits of time and size.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::sync::LazyLock;
use std::task::{Context, Poll};
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Request, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::dns::Name;
use hyper_util::client::legacy::connect::{Connect, HttpConnector};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::{Instant, timeout_at};

use crate::Error;

const CONNECT_MAX: Duration = Duration::from_secs(5);
/// Shorter than a job may take, so that the connector decides what a lost answer means.
const ANSWER_MAX: Duration = Duration::from_secs(20);
const IDLE_MAX: Duration = Duration::from_secs(30);
pub const ANSWER_BYTES_MAX: usize = 1024 * 1024;

type Connected = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// Keeps connections open between requests. Nothing is configured, so that one serves all doors.
static CLIENT: LazyLock<Connected> = LazyLock::new(|| client(HttpConnector::new()));

/// For addresses that others have chosen: whatever their names resolve to, it reaches the open internet only.
static OUTSIDE: LazyLock<Client<HttpsConnector<HttpConnector<PublicOnly>>, Full<Bytes>>> =
    LazyLock::new(|| client(HttpConnector::new_with_resolver(PublicOnly)));

fn client<R>(mut tcp: HttpConnector<R>) -> Client<HttpsConnector<HttpConnector<R>>, Full<Bytes>>
where
    HttpsConnector<HttpConnector<R>>: Connect + Clone,
{
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
        // Only what was never begun to be written, since the kept connection had closed, goes by a new one. A request of
        // which a byte went out may have been done: whoever asks decides what then.
        .retry_canceled_requests(true)
        .build(https)
}

/// Resolves names as the system does, and leaves out what is inside a network of its own. It is the resolved address
/// that is called, so a name that changes its mind gains nothing.
#[derive(Clone)]
struct PublicOnly;

impl tower::Service<Name> for PublicOnly {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = std::io::Error;
    type Future = Pin<Box<dyn Future<Output = std::io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        Box::pin(async move {
            let all = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = all.filter(|at| is_public(at.ip())).collect();
            if public.is_empty() {
                return Err(std::io::Error::other("the name leads to no address on the internet"));
            }
            Ok(public.into_iter())
        })
    }
}

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
        Some(crate::time::seconds(seconds.clamp(0, 3_600)))
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The request was not made: trying again is safe.
    NotSent(String),
    /// It was done: an answer that says so (2xx) began, and broke off.
    Taken { status: u16, error: String },
    /// It may have been done, or not.
    Unknown(String),
}

impl From<Failure> for String {
    fn from(failure: Failure) -> String {
        match failure {
            Failure::NotSent(reason) | Failure::Unknown(reason) => reason,
            Failure::Taken { error, .. } => format!("the answer broke off: {error}"),
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
    match send(Method::GET, url, &[], Vec::new()).await {
        Ok(_) | Err(Failure::Taken { .. }) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// Asks, and waits for the whole answer.
pub async fn send(
    method: Method,
    url: &str,
    headers: &[(HeaderName, String)],
    body: Vec<u8>,
) -> Result<Answer, Failure> {
    let request = request(method, url, headers, body)?;
    answer(&CLIENT, request, ANSWER_BYTES_MAX).await
}

/// The same, to the open internet only. An address that is written as numbers has to be looked at before.
pub async fn send_outside(
    method: Method,
    url: &str,
    headers: &[(HeaderName, String)],
    body: Vec<u8>,
) -> Result<Answer, Failure> {
    let request = request(method, url, headers, body)?;
    answer(&OUTSIDE, request, ANSWER_BYTES_MAX).await
}

/// Gets a file of at most so many bytes.
pub async fn download(
    url: &str,
    headers: &[(HeaderName, String)],
    bytes_max: usize,
) -> Result<Answer, Failure> {
    let request = request(Method::GET, url, headers, Vec::new())?;
    answer(&CLIENT, request, bytes_max).await
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

async fn answer<C>(
    client: &Client<C, Full<Bytes>>,
    request: Request<Full<Bytes>>,
    bytes_max: usize,
) -> Result<Answer, Failure>
where
    C: Connect + Clone + Send + Sync + 'static,
{
    let give_up_at = Instant::now() + ANSWER_MAX;
    let late = || format!("no answer in {} s", ANSWER_MAX.as_secs());
    let begun = timeout_at(give_up_at, client.request(request)).await;
    let begun = begun.map_err(|_| Failure::Unknown(late()))?.map_err(|error| {
        let reason = causes(&error);
        if error.is_connect() { Failure::NotSent(reason) } else { Failure::Unknown(reason) }
    })?;
    let (head, body) = begun.into_parts();
    let status = head.status.as_u16();
    let whole = timeout_at(give_up_at, Limited::new(body, bytes_max).collect()).await;
    let body = match whole.map_err(|_| late()) {
        Ok(Ok(body)) => body.to_bytes().to_vec(),
        Ok(Err(error)) if head.status.is_success() => {
            return Err(Failure::Taken { status, error: causes(&*error) });
        }
        Err(error) if head.status.is_success() => return Err(Failure::Taken { status, error }),
        // It was not done: the status says so, whatever else was to be said.
        Ok(Err(_)) | Err(_) => Vec::new(),
    };
    Ok(Answer { status, headers: head.headers, body })
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

/// An address on the open internet: none of this machine, of a private network, of a cloud's own services.
pub fn is_public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

/// By the registry of special addresses (RFC 6890 and what followed it).
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let is_special = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_broadcast()
        || ip.is_documentation()
        || ip.is_multicast()
        || a == 0
        || a >= 240
        // Shared by the customers of a carrier (RFC 6598), protocol assignments, benchmarks.
        || (a == 100 && (64..128).contains(&b))
        || (a, b, c) == (192, 0, 0)
        || (a == 198 && (b == 18 || b == 19));
    !is_special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let s = ip.segments();
    // Only what is given out (2000::/3), without documentation and what may hide an IPv4 address (Teredo, 6to4).
    let is_given_out = s[0] & 0xe000 == 0x2000;
    let is_special =
        (s[0] == 0x2001 && (s[1] < 0x200 || s[1] == 0xdb8)) || s[0] == 0x2002 || s[0] == 0x3fff;
    is_given_out && !is_special
}
