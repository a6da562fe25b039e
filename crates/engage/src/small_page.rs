//! A page for customers that is one sentence or one form: it needs no script, no sign-in and nothing from elsewhere.

use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use jiff::tz::TimeZone;
use kit::i18n::{Lang, Tr};

use crate::{Ctx, words};

pub struct Page {
    pub title: String,
    /// HTML.
    pub body: String,
}

const STYLE: &str = "\
:root{color-scheme:light dark;font:1.0625rem/1.6 system-ui,sans-serif}\
body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f4f6f4,#151a18)}\
main{box-sizing:border-box;width:min(30rem,100%);padding:2rem 1.5rem;background:light-dark(#fff,#1e2522);\
border-radius:1rem;box-shadow:0 .5rem 2rem rgb(0 0 0/.08)}\
h1{margin:0 0 1rem;font-size:1.5rem;line-height:1.25}\
button{font:inherit;font-weight:600;padding:.625rem 1.25rem;border:0;border-radius:.625rem;\
background:#0b6b52;color:#fff;cursor:pointer}\
button:focus-visible,input:focus-visible+span,textarea:focus-visible{outline:3px solid #0b6b52;outline-offset:2px}\
fieldset{border:0;margin:0 0 1rem;padding:0;display:grid;grid-template-columns:repeat(5,1fr);gap:.375rem}\
legend{margin-bottom:.5rem;padding:0}\
label.score{position:relative;text-align:center}\
label.score input{position:absolute;inset:0;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}\
label.score span{display:grid;gap:.125rem;padding:.625rem .125rem;border:1px solid light-dark(#c9d2cc,#46524c);border-radius:.625rem;\
font-size:.75rem;line-height:1.25;min-height:4.5rem;align-content:center;overflow-wrap:anywhere}\
label.score b{font-size:1.25rem}\
label.score input:checked+span{background:light-dark(#d9efe6,#1f4a3c);border-color:#0b6b52}\
textarea{box-sizing:border-box;width:100%;font:inherit;padding:.5rem .75rem;border-radius:.625rem;\
border:1px solid light-dark(#8b978f,#67756d);background:transparent;color:inherit;margin:.25rem 0 1rem}";

/// The reader's language by their browser, else the shop's.
pub fn reader(ctx: &Ctx, headers: &HeaderMap) -> Tr {
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = asked.and_then(Lang::from_accept_language).unwrap_or_else(|| words::usual(ctx));
    words::reader(lang, TimeZone::UTC)
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The link leads nowhere.
pub fn gone(tr: &Tr) -> Response {
    let body = format!("<p>{}</p>", escaped(&tr.t("link-gone-text")));
    Page { title: tr.t("link-gone"), body }.show(tr, StatusCode::NOT_FOUND)
}

impl Page {
    pub fn show(&self, tr: &Tr, status: StatusCode) -> Response {
        let (lang, title, body) = (tr.lang().code(), escaped(&self.title), &self.body);
        let html = format!(
            "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"robots\" content=\"noindex\"><title>{title}</title>\
             <style>{STYLE}</style></head><body><main><h1>{title}</h1>{body}</main></body></html>"
        );
        let policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";
        let headers = [
            (header::CONTENT_SECURITY_POLICY, policy),
            (header::CACHE_CONTROL, "no-store"),
            (header::REFERRER_POLICY, "no-referrer"),
            (HeaderName::from_static("x-robots-tag"), "noindex"),
        ];
        (status, headers, Html(html)).into_response()
    }
}
