//! `/withdraw`: where anybody withdraws from a contract that they made with the shop from afar, without an account
//! (Directive 2011/83, art. 11a). Two steps, as the directive has them: the statement, and “confirm withdrawal”; then the
//! receipt with its content, day and hour, on the page and by e-mail.
//!
//! Every step is a plain form. Nothing is said of any order: whether the number and the address fit is for the shop to
//! know. Start reading at [`routes`]; the pages are in `pages.rs`, what follows from a statement is in
//! `commerce::returns::withdraw`.

mod pages;
#[cfg(test)]
mod tests;

use axum::extract::{DefaultBodyLimit, Form, Query, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use commerce::returns::withdraw::{self, Statement, WithdrawalId};
use engage::connectors::chat;
use engage::letters;
use kit::i18n::{Lang, Tr};
use kit::limits::{self, Limiter};
use kit::time::minutes;
use kit::web::{Access, Routes};
use kit::{Error, Result, Time, Tx};
use maud::Markup;
use serde::Deserialize;

use crate::app::App;

const CSS: &str = include_str!("../../../../web/shop/withdraw.css");
const BODY_BYTES_MAX: usize = 16 * 1024;

/// What is counted: statements of one address of the network, and letters to one address of the post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Deed {
    Declare,
    Write,
}

impl limits::Deed for Deed {
    const REFUSED: &'static str = "too_many_withdrawals";

    fn limit(self) -> (u32, i64) {
        match self {
            Deed::Declare => (20, minutes(60)),
            Deed::Write => (5, minutes(60)),
        }
    }
}

#[derive(Clone)]
struct Desk {
    app: App,
    limits: Limiter<Deed>,
}

pub fn routes(app: App) -> Routes {
    Routes::of(Access::Everybody)
        .route("/withdraw", get(show_form).post(check_statement))
        .route("/withdraw/confirmation", post(confirm_withdrawal))
        .route("/withdraw.css", get(show_style))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(Desk { app, limits: Limiter::default() })
}

async fn show_style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "public, max-age=3600")], CSS)
}

/// The fields, as they were typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    key: String,
    name: String,
    order: String,
    email: String,
    goods: String,
    lang: String,
    /// Somebody goes back to change something.
    change: Option<String>,
}

impl Typed {
    fn statement(&self) -> Statement {
        Statement {
            key: self.key.clone(),
            name: self.name.clone(),
            order_number: self.order.clone(),
            email: self.email.clone(),
            goods: self.goods.clone(),
        }
    }
}

fn reader(app: &App, headers: &HeaderMap, typed: &Typed) -> Tr {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let asked = asked.and_then(Lang::from_accept_language);
    let lang = Lang::parse(&typed.lang).or(asked).unwrap_or_default();
    Tr::new(&app.catalogue, lang, app.zone.clone())
}

fn answer(status: StatusCode, page: Markup) -> Response {
    let policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; \
                  frame-ancestors 'none'";
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (CONTENT_SECURITY_POLICY, policy),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
    ];
    (status, headers, page.into_string()).into_response()
}

/// `?order=7KX4-M2QD` fills the number in: the link beside an order.
async fn show_form(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Query(typed): Query<Typed>,
) -> Response {
    let tr = reader(&desk.app, &headers, &typed);
    answer(StatusCode::OK, pages::form(&tr, &typed, None))
}

/// The first step: is that what you declare?
async fn check_statement(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Form(mut typed): Form<Typed>,
) -> Response {
    let tr = reader(&desk.app, &headers, &typed);
    if typed.key.is_empty() {
        typed.key = WithdrawalId::new(desk.app.ctx.clock.now()).to_string();
    }
    if typed.change.is_some() {
        return answer(StatusCode::OK, pages::form(&tr, &typed, None));
    }
    match withdraw::checked(&typed.statement()) {
        Ok(statement) => answer(StatusCode::OK, pages::review(&tr, &statement)),
        Err(error) => answer(error.status(), pages::form(&tr, &typed, Some(&error))),
    }
}

/// The second step: the button was pressed.
async fn confirm_withdrawal(
    State(desk): State<Desk>,
    parts: Parts,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let tr = reader(&desk.app, &parts.headers, &typed);
    let now = desk.app.ctx.clock.now();
    match declare(&desk, &parts, &tr, &typed, now).await {
        Ok((taken, is_sent)) => {
            Ok(answer(StatusCode::OK, pages::receipt(&tr, &taken.statement, taken.at, is_sent)))
        }
        Err(error) if error.status().is_client_error() => {
            Ok(answer(error.status(), pages::form(&tr, &typed, Some(&error))))
        }
        Err(error) => Err(error),
    }
}

/// The statement and the letter that acknowledges it: in one transaction, so that there is never one without the other.
async fn declare(
    desk: &Desk,
    parts: &Parts,
    tr: &Tr,
    typed: &Typed,
    now: Time,
) -> Result<(withdraw::Withdrawal, bool), Error> {
    let app = &desk.app;
    let statement = withdraw::checked(&typed.statement())?;
    let from = chat::address(parts).map_or("somewhere".into(), |from| from.to_string());
    desk.limits.take(Deed::Declare, &from, now)?;
    desk.limits.take(Deed::Write, &statement.email.to_lowercase(), now)?;
    let write = |tx: &Tx| {
        let declared = withdraw::declare(&app.commerce, tx, &statement, now)?;
        let letter = pages::letter(tr, &declared.withdrawal.statement, declared.withdrawal.at);
        // It was acknowledged when it came first.
        let is_sent = declared.is_repeated || letters::put(&app.engage, tx, &letter, now)?;
        Ok((declared, is_sent))
    };
    let (declared, is_sent) = app.ctx.db.write(write).await?;
    Ok((declared.learn(&app.commerce), is_sent))
}
