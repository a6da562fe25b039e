//! `/go/…`: where a link or a QR code of a hand-over leads. It says in one line what is known, and offers the doors by which
//! the conversation can go on. Opening it changes nothing: mail programs and messengers open links too.

use axum::extract::{Path, State as With};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use engage::handover::ways::{self, Elsewhere};
use engage::handover::{self, Code, Peeked};
use kit::Result;
use kit::i18n::{Lang, Tr};
use kit::web::{Access, Routes};
use maud::{Markup, html};

use crate::app::App;
use crate::document::{any_scheme, document};

const CSS: &str = include_str!("../../../web/shop/go.css");
/// What the widget looks for in the address of its page.
const MARK: &str = "onedoor-go=";

pub fn routes(app: App) -> Routes {
    Routes::of(Access::Everybody)
        .route("/go/{code}", get(show_doors))
        .route("/go.css", get(show_css))
        .with_state(app)
}

async fn show_css() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "public, max-age=3600")], CSS)
}

async fn show_doors(
    With(app): With<App>,
    Path(signed): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let asked = asked.and_then(Lang::from_accept_language);
    let peeked = match handover::peek(&app.engage, &signed).await {
        Ok(peeked) => peeked,
        Err(error) if error.code == "bad_link" => None,
        Err(error) => return Err(error),
    };
    let lang = asked.or(peeked.as_ref().map(|one| one.hand_over.lang)).unwrap_or_default();
    let tr = Tr::new(&app.catalogue, lang, app.zone.clone());
    let (status, body) = match peeked {
        Some(peeked) => {
            let code = Code::of_signed(&app.engage.secrets, &signed)?;
            let ways = app.ctx.db.read(|tx| ways::all(&app.engage, tx, &code)).await?;
            (StatusCode::OK, doors(&tr, &peeked, &signed, &code, &ways))
        }
        None => (StatusCode::NOT_FOUND, over(&tr)),
    };
    let policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        // The address is a key: it must not travel on to the doors.
        (REFERRER_POLICY, "no-referrer"),
        (CONTENT_SECURITY_POLICY, policy),
        (header::HeaderName::from_static("x-robots-tag"), "noindex"),
    ];
    Ok((status, headers, page(&tr, body).into_string()).into_response())
}

fn page(tr: &Tr, body: Markup) -> Markup {
    let head = html! { (any_scheme()) link rel="stylesheet" href="/go.css"; };
    document(tr.lang(), &tr.t("go-title"), head, html! { main { (body) } })
}

fn doors(tr: &Tr, peeked: &Peeked, signed: &str, code: &Code, ways: &[Elsewhere]) -> Markup {
    let (by_link, said): (Vec<&Elsewhere>, Vec<&Elsewhere>) =
        ways.iter().partition(|way| way.href.is_some());
    let page = peeked.hand_over.page.as_deref().and_then(|page| page.split('#').next());
    html! {
        h1 { (tr.t("go-title")) }
        p.line { (handover::say(tr.lang(), &peeked.known)) }
        ul.doors {
            @if let Some(page) = page {
                li { a href={ (page) "#" (MARK) (signed) } rel="noreferrer" { (tr.t("go-chat")) } }
            }
            @for way in by_link {
                li { a href=[way.href.as_deref()] rel="noreferrer" { (words(tr, way)) small { (way.name) } } }
            }
        }
        section {
            h2 { (tr.t("go-say")) }
            p.code { (code) }
            @if !said.is_empty() {
                p.quiet { @for (n, way) in said.iter().enumerate() { @if n > 0 { " · " } (way.name) } }
            }
        }
        p.quiet { (tr.t("go-hint")) }
    }
}

fn words(tr: &Tr, way: &Elsewhere) -> String {
    let key = format!("go-by-{}", way.kind.as_str());
    let text = tr.t(&key);
    if text == key { way.name.clone() } else { text }
}

fn over(tr: &Tr) -> Markup {
    html! {
        h1 { (tr.t("go-over")) }
        p { (tr.t("go-over-text")) }
    }
}
