//! Around every route: limits on what may come, a number for each request, its line in the log and its time in
//! the metrics, and errors in words even where only HTTP itself refused.

mod body;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt as _;
use kit::id::{to_base32, uuid_v7};
use kit::web::{Access, Routes};
use kit::{Clock, Error};
use tracing::Instrument as _;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const REQUEST_ID_LENGTH_MAX: usize = 64;
/// Of a refusal that is not ours: axum's own are a sentence.
const DETAIL_BYTES_MAX: usize = 1_024;

/// What a client may ask of us before anybody looks at what it wants.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// From the connection, or the last answer, to the end of the headers.
    pub head_time_max: Duration,
    /// From the headers to the end of the body.
    pub body_time_max: Duration,
    /// Names and values together. (Above 100 headers or 400 KB it is hyper that answers 431.)
    pub header_bytes_max: usize,
    pub uri_bytes_max: usize,
    pub connections_max: u32,
}

impl Limits {
    pub const DEFAULT: Limits = Limits {
        head_time_max: Duration::from_secs(30),
        body_time_max: Duration::from_secs(60),
        header_bytes_max: 16 * 1024,
        uri_bytes_max: 8 * 1024,
        connections_max: 20_000,
    };
}

struct Web {
    clock: Clock,
    limits: Limits,
    /// Where doors record: thousands of times a second. What goes well there is counted, not told.
    busy: HashSet<String>,
}

/// The routes, with all this around them.
pub fn around(routes: Routes, clock: Clock, limits: Limits) -> Router {
    let busy = routes.listed().iter().filter(|route| route.access == Access::AnyKey);
    let busy = busy.map(|route| route.path.clone()).collect();
    let web = Arc::new(Web { clock, limits, busy });
    routes.into_router().layer(from_fn_with_state(web, attend))
}

/// The whole way of one request.
async fn attend(State(web): State<Arc<Web>>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let id = given_id(request.headers()).unwrap_or_else(|| new_id(web.clock.now()));
    let id_text = HeaderValue::from_str(&id).unwrap_or(HeaderValue::from_static("none"));
    // What notes who did a thing (the audit log) finds the number here.
    request.headers_mut().insert(REQUEST_ID, id_text.clone());
    let span = tracing::info_span!("request", request_id = id);
    let answered = AssertUnwindSafe(answer(&web.limits, request, next).instrument(span.clone()));
    let response = answered.catch_unwind().await.unwrap_or_else(|_| {
        // The panic itself has already written where it happened.
        span.in_scope(|| Error::internal("a request handler panicked").into_response())
    });
    let mut response = in_words(response).await;
    response.headers_mut().insert(REQUEST_ID, id_text);
    note(&web, &method, route.as_ref(), response.status(), began.elapsed(), &id);
    response
}

async fn answer(limits: &Limits, request: Request, next: Next) -> Response {
    match refuse(limits, &request) {
        Some(error) => error.into_response(),
        None => next.run(request.map(|body| body::within(body, limits.body_time_max))).await,
    }
}

fn refuse(limits: &Limits, request: &Request) -> Option<Error> {
    let uri = request.uri();
    let uri_bytes = uri.path().len() + uri.query().map_or(0, str::len);
    if uri_bytes > limits.uri_bytes_max {
        let detail = format!("An address may have {} KB.", limits.uri_bytes_max / 1024);
        return Some(Error::refused(StatusCode::URI_TOO_LONG, "address_too_long", detail));
    }
    let headers = request.headers();
    let bytes: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    if bytes > limits.header_bytes_max {
        let detail =
            format!("All headers together may have {} KB.", limits.header_bytes_max / 1024);
        let status = StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE;
        return Some(Error::refused(status, "headers_too_large", detail));
    }
    None
}

/// The number that a proxy in front of us has given already, if it is one that a log can bear.
fn given_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(REQUEST_ID)?.to_str().ok()?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let fits = (1..=REQUEST_ID_LENGTH_MAX).contains(&id.len()) && id.bytes().all(is_plain);
    fits.then(|| id.to_string())
}

fn new_id(now: kit::Time) -> String {
    to_base32(uuid_v7(now))
}

/// Gives a refusal of axum's own (no such route, a wrong method, a query that cannot be read) the form of all
/// other errors.
async fn in_words(response: Response) -> Response {
    let status = response.status();
    let is_refusal = status.is_client_error() || status.is_server_error();
    if !is_refusal || response.extensions().get::<Error>().is_some() {
        return response;
    }
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain")) {
        return response;
    }
    let (parts, body) = response.into_parts();
    let said = axum::body::to_bytes(body, DETAIL_BYTES_MAX).await.unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let (code, otherwise) = match status {
        StatusCode::NOT_FOUND => ("not_found", "There is nothing at this address."),
        StatusCode::METHOD_NOT_ALLOWED => {
            ("wrong_method", "This address does not take this method; `Allow` says which it takes.")
        }
        _ => ("bad_request", status.canonical_reason().unwrap_or("The request was refused.")),
    };
    let detail = if said.is_empty() { otherwise } else { &said };
    let mut response = Error::refused(status, code, detail).into_response();
    for (name, value) in &parts.headers {
        if *name != header::CONTENT_TYPE && *name != header::CONTENT_LENGTH {
            response.headers_mut().append(name, value.clone());
        }
    }
    response
}

/// One line in the log, one measurement.
fn note(
    web: &Web,
    method: &Method,
    route: Option<&MatchedPath>,
    status: StatusCode,
    took: Duration,
    request_id: &str,
) {
    let route = route.map_or("none", MatchedPath::as_str);
    let (status, ms) = (status.as_u16(), took.as_secs_f64() * 1_000.0);
    metrics::histogram!("onedoor_http_seconds", "route" => route.to_owned(), "status" => class(status))
        .record(took.as_secs_f64());
    let ms = (ms * 1_000.0).round() / 1_000.0;
    if status < 400 && web.busy.contains(route) {
        tracing::debug!(%method, route, status, ms, request_id, "answered");
    } else {
        tracing::info!(%method, route, status, ms, request_id, "answered");
    }
}

fn class(status: u16) -> &'static str {
    match status {
        ..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        _ => "5xx",
    }
}
