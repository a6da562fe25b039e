//! The page that a link in a letter opens, without script; and the POST of a mail program (RFC 8058).

use axum::body::Bytes;
use axum::extract::{Path, State as With};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kit::Result;
use kit::error::Kind;
use kit::i18n::Arg;
use kit::web::{Access, Routes};

use super::{message_of, withdraw};
use crate::Ctx;
use crate::small_page::{self, Page};

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::Everybody)
        .route("/u/{token}", get(show_refusal).post(create_refusal))
        .with_state(ctx)
}

/// Asks. Nothing has changed yet.
async fn show_refusal(
    With(ctx): With<Ctx>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    let found = ctx.customers.db.read(|tx| message_of(&ctx, tx, &token)).await?;
    let tr = small_page::reader(&ctx, &headers);
    let Some(message) = found else { return Ok(small_page::gone(&tr)) };
    let address = message.address.unwrap_or_default();
    let address = address.split_once(':').map_or("", |(_, value)| value).to_string();
    let body = format!(
        "<p>{}</p><form method=\"post\"><button type=\"submit\">{}</button></form>",
        small_page::escaped(&tr.with("unsubscribe-text", &[("address", Arg::Text(address))])),
        small_page::escaped(&tr.t("unsubscribe-do")),
    );
    let page = Page { title: tr.t("unsubscribe-title"), body };
    Ok(page.show(&tr, StatusCode::OK))
}

/// By a mail program's one click, whose body is `List-Unsubscribe=One-Click`, or by the button of the page.
async fn create_refusal(
    With(ctx): With<Ctx>,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let one_click = String::from_utf8_lossy(&body).contains("One-Click");
    let how = if one_click { "one click (RFC 8058)" } else { "page" };
    let tr = small_page::reader(&ctx, &headers);
    let refused = match withdraw(&ctx, &token, how).await {
        Ok(refused) => refused,
        Err(error) if error.kind == Kind::NotFound => return Ok(small_page::gone(&tr)),
        Err(error) => return Err(error),
    };
    let text = tr.with("unsubscribe-done-text", &[("address", Arg::Text(refused.address))]);
    let body = format!("<p>{}</p>", small_page::escaped(&text));
    let page = Page { title: tr.t("unsubscribe-done"), body };
    Ok(page.show(&tr, StatusCode::OK).into_response())
}
