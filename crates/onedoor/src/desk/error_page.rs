//! An error as a page that says what to do next.

use axum::http::HeaderValue;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use kit::Error;
use kit::error::Kind;
use maud::html;

use super::ui::{Icon, Tone, forms, link_button};
use super::who::Guest;

pub fn show(guest: &Guest, error: &Error) -> Response {
    let status = error.status();
    let tr = &guest.tr;
    let name = match error.kind {
        Kind::NotFound => "not-found",
        Kind::Forbidden => "forbidden",
        Kind::Unauthorized => "unauthorized",
        Kind::TooMany { .. } => "too-many",
        Kind::Internal => "internal",
        Kind::BadInput | Kind::Conflict | Kind::TooLarge | Kind::Refused(_) => "refused",
    };
    let said = match error.kind {
        // The page's own words say it better than the general detail.
        Kind::NotFound | Kind::Internal => String::new(),
        _ => forms::error_text(guest, error),
    };
    let page = guest
        .door_page(
            &tr.t(&format!("desk-page-{name}")),
            html! {
                div.error-page {
                    @if !said.is_empty() { p { (said) } }
                    p.hint { (tr.t(&format!("desk-page-{name}-do"))) }
                    p.error-code {
                        (status.as_u16()) " · " (error.code) " · " (guest.visit.request_id)
                    }
                    (link_button(Tone::Accent, Some(Icon::Home), &tr.t("desk-home"), "/desk"))
                }
            },
        )
        .with_status(status);
    let mut response = page.into_response();
    if let Kind::TooMany { retry_after_seconds } = error.kind {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(retry_after_seconds));
    }
    response
}
