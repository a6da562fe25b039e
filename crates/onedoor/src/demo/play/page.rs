//! The page around the customer's pages.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, SET_COOKIE,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kit::Error;
use kit::i18n::Arg;
use maud::{Markup, html};

use super::caller::Caller;
use crate::desk::cookies;
use crate::document::{any_scheme, document};

const CSS: &str = include_str!("../../../../../web/shop/play.css");
const JS: &str = include_str!("../../../../../web/shop/play.js");
/// Pictures that came along in a letter are not shown: nothing is fetched for a letter.
const CSP: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    Start,
    Mail,
    Phone,
}

pub async fn show_style(_: Caller) -> Response {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], CSS).into_response()
}

pub async fn show_script(_: Caller) -> Response {
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], JS).into_response()
}

pub fn page(caller: &Caller, here: Here, title: &str, body: Markup) -> Response {
    let markup = whole(caller, here, title, body);
    let headers = [
        (CONTENT_SECURITY_POLICY, CSP),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        // As the desk has it: so a link of the walk finds the window of the desk that is open already.
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            HeaderValue::from_static("same-origin"),
        ),
    ];
    let mut response = (headers, markup).into_response();
    if let Some(lang) = caller.chosen {
        response.headers_mut().append(SET_COOKIE, cookies::preference(cookies::LANG, lang.code()));
    }
    response
}

/// Something that the customer did was refused: the page they were on says so.
pub fn refused(caller: &Caller, here: Here, error: &Error) -> Response {
    let status = StatusCode::from_u16(error.status().as_u16()).unwrap_or(StatusCode::BAD_REQUEST);
    let back = if here == Here::Mail { "/demo/mail" } else { "/demo/phone" };
    let body = html! {
        main.narrow {
            h1 { (caller.tr.t("demo-refused")) }
            p role="alert" { (error.public_detail()) }
            p { a.button href=(back) { (caller.tr.t("demo-back")) } }
        }
    };
    let mut response = page(caller, here, &caller.tr.t("demo-refused"), body);
    *response.status_mut() = status;
    response
}

pub fn go(to: &str) -> Response {
    Redirect::to(to).into_response()
}

fn whole(caller: &Caller, here: Here, title: &str, body: Markup) -> Markup {
    let tr = &caller.tr;
    let head = html! {
        (any_scheme())
        link rel="stylesheet" href="/demo/play.css";
        script type="module" src="/demo/play.js" {}
    };
    let body = html! {
        a.skip href="#main" { (tr.t("demo-skip")) }
        (bar(caller, here))
        (body)
    };
    document(tr.lang(), &format!("{title} · {}", crate::demo::shop::NAME), head, body)
}

fn bar(caller: &Caller, here: Here) -> Markup {
    let (tr, play) = (&caller.tr, &caller.play);
    let place = |href: &str, key: &str, is_here: bool, new: usize| {
        html! {
            a href=(href) aria-current=[is_here.then_some("page")] {
                (tr.t(key))
                @if new > 0 {
                    " " span.new { (tr.with("demo-new", &[("count", Arg::Int(new as i64))])) }
                }
            }
        }
    };
    let player = &play.player;
    html! {
        header.bar {
            strong { (player.name()) }
            nav aria-label=(tr.t("demo-nav")) {
                (place("/demo", "demo-nav-start", here == Here::Start, 0))
                (place("/shop", "demo-nav-shop", false, 0))
                (place("/demo/mail", "demo-nav-mail", here == Here::Mail, play.post.unread(&player.email)))
                (place("/demo/phone", "demo-nav-phone", here == Here::Phone, play.gateway.unread(&player.phone) + play.whatsapp.unread()))
            }
        }
    }
}
