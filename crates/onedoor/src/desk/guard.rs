//! What stands between the network and every page of the desk.
//!
//! - A form of another site is refused by where the browser says it comes from, and once more, for whoever is
//!   signed in, by a token that only our pages carry.
//! - Nothing but our own files is loaded or run (CSP), nobody frames us, no page stays in a cache.
//! - An error is shown to people as a page, to programs as problem+json.

use axum::body::{Body, to_bytes};
use axum::extract::{Form, FromRequest, Multipart, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, Token};
use kit::{Error, Result};
use serde::Deserialize;

use super::error_page;
use super::who::Guest;
use crate::app::App;

/// The longest form of the desk: a long article in Cyrillic, of which each letter takes six bytes; …
const FORM_BYTES_MAX: usize = 384 * 1024;
/// … and of those that carry files.
pub const FILES_BYTES_MAX: usize = engage::conversations::FILES_BYTES_MAX + 1024 * 1024;

/// In a form with files the token is the first field: it ends within this.
const HEAD_BYTES: usize = 4 * 1024;

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; \
                   connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Around everything of the desk.
pub async fn protect(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let guest = Guest::of(&app, &parts);
    let wants_page = accepts_page(&parts.headers);
    let response = match check_origin(&parts.method, &parts.headers) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(error) => error.into_response(),
    };
    let mut response = match response.extensions().get::<Error>() {
        Some(error) if wants_page => error_page::show(&guest, error),
        _ => response,
    };
    add_headers(response.headers_mut(), app.https);
    response
}

/// Around everything that needs signing in: the second lock of forms.
pub async fn check_form_token(State(app): State<App>, request: Request, next: Next) -> Response {
    if is_safe(request.method()) {
        return next.run(request).await;
    }
    match with_good_token(&app, request).await {
        Ok(request) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

#[derive(Deserialize)]
struct Tokened {
    #[serde(rename = "_token")]
    token: Option<String>,
}

async fn with_good_token(app: &App, request: Request) -> Result<Request> {
    let (parts, body) = request.into_parts();
    let session = Guest::of(app, &parts).token;
    // Nobody is signed in: the handler will say so.
    let Some(session) = session else { return Ok(Request::from_parts(parts, body)) };
    let has_files = has_files(&parts.headers);
    if has_files && !is_signed_in(app, &parts, &session).await? {
        // Nobody reads the files of a stranger; the handler will say so.
        return Ok(Request::from_parts(parts, body));
    }
    let bytes = to_bytes(body, if has_files { FILES_BYTES_MAX } else { FORM_BYTES_MAX })
        .await
        .map_err(|_| Error::too_large("form_too_large", "This form is too large."))?;
    let read = if has_files { bytes.slice(..bytes.len().min(HEAD_BYTES)) } else { bytes.clone() };
    let copy = Request::from_parts(parts.clone(), Body::from(read));
    let token = if has_files { first_field(copy).await } else { of_form(copy).await };
    if !token.is_some_and(|token| session.is_form_token(&token)) {
        return Err(Error::forbidden(
            "stale_form",
            "This form is from an older session: go back, reload the page and send it again.",
        ));
    }
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

fn has_files(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

async fn is_signed_in(app: &App, parts: &Parts, session: &Token) -> Result<bool> {
    let guest = Guest::of(app, parts);
    let known = accounts::recognise(&app.ctx, session, &guest.visit.request_id).await?;
    Ok(guest.is_open_desk || known.is_some())
}

async fn of_form(request: Request) -> Option<String> {
    Form::<Tokened>::from_request(request, &()).await.ok()?.0.token
}

/// In a form with files the token comes first, before all that is long.
async fn first_field(request: Request) -> Option<String> {
    let mut fields = Multipart::from_request(request, &()).await.ok()?;
    let first = fields.next_field().await.ok()??;
    if first.name() == Some("_token") { first.text().await.ok() } else { None }
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Every browser of today says where a form comes from: `Sec-Fetch-Site` over https and on localhost, `Origin`
/// with every POST. (So the referrer policy must not be `no-referrer`: it turns `Origin` into `null`.)
pub fn check_origin(method: &Method, headers: &HeaderMap) -> Result<()> {
    if is_safe(method) {
        return Ok(());
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let is_ours = match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => {
            let authority = origin.split_once("://").map(|(_, authority)| authority);
            authority.is_some() && authority == text("host")
        }
        (None, None) => false,
    };
    if is_ours {
        return Ok(());
    }
    Err(Error::forbidden("foreign_form", "This form was not sent from a page of this desk."))
}

fn accepts_page(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

fn add_headers(headers: &mut HeaderMap, https: bool) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if https {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    // A file that a customer sent is shut in more strictly.
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(CSP));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_send_forms() {
        let check = |pairs: &[(&'static str, &'static str)]| {
            let headers = pairs
                .iter()
                .map(|(name, value)| {
                    (HeaderName::from_static(name), HeaderValue::from_static(value))
                })
                .collect();
            check_origin(&Method::POST, &headers).is_ok()
        };
        assert!(check(&[("sec-fetch-site", "same-origin")]));
        assert!(check(&[("origin", "https://shop.example"), ("host", "shop.example")]));
        assert!(check(&[("origin", "http://10.0.0.5:7700"), ("host", "10.0.0.5:7700")]));
        assert!(!check(&[("sec-fetch-site", "cross-site")]));
        assert!(!check(&[("sec-fetch-site", "same-site"), ("origin", "https://a.shop.example")]));
        assert!(!check(&[("origin", "https://evil.example"), ("host", "shop.example")]));
        assert!(!check(&[("origin", "null"), ("host", "shop.example")]));
        assert!(!check(&[("host", "shop.example")]));
        assert!(check_origin(&Method::GET, &HeaderMap::new()).is_ok());
    }
}
