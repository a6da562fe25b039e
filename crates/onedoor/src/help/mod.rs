//! The public help page: `/help` and `/help/<slug>`, for customers and for search engines.
//!
//! Made on the server, without a script, in the reader's language; each text names its other languages (`hreflang`). What
//! is shown was cleaned when it was rendered, and the page runs nothing in any case (CSP).
//!
//! Start reading at [`routes`]; the pages are in `pages.rs`.

mod pages;
#[cfg(test)]
mod tests;

use axum::extract::{Form, Path, Query, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST, LOCATION,
    SET_COOKIE, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use engage::articles::{self, State as ArticleState, rank};
use kit::i18n::{Lang, Tr};
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};
use maud::Markup;
use serde::Deserialize;

use crate::app::App;
use pages::Reader;

const CSS: &str = include_str!("../../../../web/help/help.css");
const CSP: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src 'self' https: data:; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'",
);
/// Fresh within minutes, and not asked for at each click.
const CACHED: HeaderValue = HeaderValue::from_static("public, max-age=60");
const FOUND_MAX: usize = 20;

pub fn routes(app: App) -> Routes {
    Routes::of(Access::Everybody)
        .route("/help", get(list_articles))
        .route("/help/help.css", get(show_style))
        .route("/help/{slug}", get(show_article))
        .route("/help/{slug}/vote", post(create_vote))
        .with_state(app)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    lang: String,
    /// Somebody has just said whether it helped.
    thanks: Option<String>,
}

fn reader(app: &App, headers: &HeaderMap, lang: Option<Lang>) -> Reader {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let asked = text(&ACCEPT_LANGUAGE).and_then(Lang::from_accept_language);
    let lang = lang.or(asked).unwrap_or_default();
    let scheme = if app.https { "https" } else { "http" };
    Reader {
        tr: Tr::new(&app.catalogue, lang, app.zone.clone()),
        own_url: format!("{scheme}://{}", text(&HOST).unwrap_or_default()),
    }
}

async fn list_articles(
    State(app): State<App>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let reader = reader(&app, &headers, Lang::parse(&asked.lang));
    let all = app.ctx.db.scan(|tx| articles::published(tx, reader.tr.lang())).await?;
    let typed = asked.q.trim();
    let page = if typed.is_empty() {
        pages::all(&reader, &all)
    } else {
        let mut found = rank::best(typed, &all);
        found.truncate(FOUND_MAX);
        let found: Vec<_> = found.into_iter().map(|(_, article)| article).collect();
        pages::found(&reader, typed, &found)
    };
    Ok(answer(StatusCode::OK, page))
}

async fn show_article(
    State(app): State<App>,
    headers: HeaderMap,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let read = |tx: &Tx| match articles::find_by_slug(tx, &slug)? {
        Some(article) if article.state == ArticleState::Published => {
            let texts = articles::of_article(tx, article.id)?;
            Ok(Some((article, texts)))
        }
        _ => Ok(None),
    };
    let Some((article, mut texts)) = app.ctx.db.read(read).await? else {
        let reader = reader(&app, &headers, Lang::parse(&asked.lang));
        return Ok(answer(StatusCode::NOT_FOUND, pages::nothing(&reader)));
    };
    texts.retain(|text| text.state == ArticleState::Published);
    let reader = reader(&app, &headers, Some(article.lang));
    Ok(answer(StatusCode::OK, pages::one(&reader, &article, &texts, asked.thanks.is_some())))
}

#[derive(Deserialize)]
struct Vote {
    helped: String,
}

/// One browser counts once for each article.
async fn create_vote(
    State(app): State<App>,
    headers: HeaderMap,
    Path(slug): Path<String>,
    Form(vote): Form<Vote>,
) -> Result<Response> {
    let site = headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
    if site.is_some_and(|site| site != "same-origin") {
        return Err(Error::forbidden("foreign_form", "This was not sent from our page."));
    }
    let cookie = format!("helped-{slug}=1");
    let cookies = headers.get(COOKIE).and_then(|cookies| cookies.to_str().ok()).unwrap_or_default();
    let has_voted = cookies.split(';').any(|one| one.trim() == cookie);
    if !has_voted {
        articles::vote(&app.engage, &slug, vote.helped == "yes").await?;
    }
    let header = |text: String| HeaderValue::from_str(&text).map_err(Error::internal);
    let kept = header(format!("{cookie}; Path=/help; Max-Age=31536000; SameSite=Lax; HttpOnly"))?;
    let back = header(format!("/help/{slug}?thanks=1"))?;
    Ok((StatusCode::SEE_OTHER, [(LOCATION, back), (SET_COOKIE, kept)]).into_response())
}

async fn show_style() -> Response {
    let headers =
        [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "public, max-age=3600")];
    (headers, CSS).into_response()
}

fn answer(status: StatusCode, page: Markup) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (CONTENT_SECURITY_POLICY, CSP),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (CACHE_CONTROL, CACHED),
        (VARY, HeaderValue::from_static("accept-language")),
    ];
    (status, headers, page.into_string()).into_response()
}
