//! Around every page of the shop: forms of other sites are refused, nothing but our own files is run, an error is a page that
//! says what to do.

use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, RETRY_AFTER, SET_COOKIE, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kit::Error;
use kit::error::Kind;
use kit::i18n::{Lang, Tr};
use maud::{Markup, html};

use super::{Front, around, shopper};
use crate::desk::cookies;
use crate::desk::guard::check_origin;

/// Pictures of goods may lie elsewhere.
const CSP: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; media-src 'self'; \
     img-src 'self' https: data: blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

pub async fn protect(State(front): State<Front>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let chosen = parts.uri.query().and_then(chosen_lang);
    let tr = shopper::tr(&front, &parts);
    let wants_page = parts.headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
    let wants_page = wants_page.is_some_and(|accept| accept.contains("text/html"));
    let response = match check_origin(&parts.method, &parts.headers) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(error) => error.into_response(),
    };
    let mut response = match response.extensions().get::<Error>() {
        Some(error) if wants_page => error_page(&tr, error),
        _ => response,
    };
    let headers = response.headers_mut();
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(CSP);
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.insert(VARY, HeaderValue::from_static("accept-language, cookie"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    // As the desk has it: so a link of the demo's walk finds the window that is open already.
    let opener = HeaderName::from_static("cross-origin-opener-policy");
    headers.insert(opener, HeaderValue::from_static("same-origin"));
    if let Some(lang) = chosen {
        headers.append(SET_COOKIE, cookies::preference(cookies::LANG, lang.code()));
    }
    response
}

/// `?lang=pl`
pub fn chosen_lang(query: &str) -> Option<Lang> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, code) = pairs.find(|(name, _)| name == "lang")?;
    Lang::parse(&code)
}

fn error_page(tr: &Tr, error: &Error) -> Response {
    let what = match error.kind {
        Kind::NotFound => "not-found",
        Kind::Internal => "internal",
        Kind::TooMany { .. } => "too-many",
        _ => "refused",
    };
    let title = tr.t(&format!("shop-error-{what}"));
    let said = said(tr, error);
    let body: Markup = html! {
        section.error {
            h1 { (title) }
            p { (said.unwrap_or_else(|| tr.t(&format!("shop-error-{what}-do")))) }
            p { a.button href="/shop" { (tr.t("shop-to-front")) } " " a href="/shop/cart" { (tr.t("shop-cart")) } }
            p.quiet { (error.status().as_u16()) " · " (error.code) }
        }
    };
    let mut response = (error.status(), around::bare(tr, &title, body)).into_response();
    if let Kind::TooMany { retry_after_seconds } = error.kind {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(retry_after_seconds));
    }
    response
}

/// What is wrong, in the reader's words, if there are any.
pub fn said(tr: &Tr, error: &Error) -> Option<String> {
    tr.maybe(&format!("shop-refused-{}", error.code.replace('_', "-")))
}
