//! The till: a page on a telephone or tablet behind the counter. A clerk scans goods and people, takes money, hands over what
//! was ordered, and goes on while the store has no network.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `page.rs` | the page, in which the script of `web/till` works; which store and which till |
//! | `open.rs` | a till is opened, its goods and its quota, closed |
//! | `scan.rs` | what was scanned: goods, an order, a cart's code, a gift card, a customer |
//! | `customer.rs` | who stands there: what they looked at, have in the cart, asked |
//! | `sale.rs` | what a basket costs; a sale |
//! | `collect.rs` | what was ordered is handed over |
//! | `receipt.rs` | the receipt, to print and as bytes for its printer |
//! | `assets.rs`, `words.rs` | what the browser keeps for the time without a network |
//!
//! Without a script there is no till: it could not go on without a network. The desk's own pages do the rest.

mod assets;
mod collect;
mod customer;
mod open;
mod page;
mod receipt;
mod sale;
mod scan;
#[cfg(test)]
mod tests;
mod words;

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use commerce::tills::TillId;
use kit::i18n::Lang;
use kit::web::{Access, Routes};
use kit::{Error, Result};
use serde::Serialize;
use serde_json::json;

use crate::app::App;
use crate::desk::ui::forms;
use crate::desk::{Desk, guard};

/// The words of the till.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../locales/till/en.ftl")),
    (Lang::Pl, include_str!("../../locales/till/pl.ftl")),
    (Lang::Ro, include_str!("../../locales/till/ro.ftl")),
    (Lang::Ru, include_str!("../../locales/till/ru.ftl")),
];

pub fn routes(app: App) -> Routes {
    let outside = Routes::of(Access::Everybody)
        .route("/till/worker.js", get(assets::show_worker))
        .route("/till/assets/{version}/{file}", get(assets::show_asset));
    let inside = Routes::of(Access::Staff)
        .route("/till", get(page::show_till))
        .route("/till/session", get(open::show_session))
        .route("/till/tills", post(open::open_till))
        .route("/till/{till}/goods", get(open::list_goods))
        .route("/till/{till}/quota", post(open::renew_quota))
        .route("/till/{till}/closing", post(open::close_till))
        .route("/till/{till}/scans", get(scan::read_scan))
        .route("/till/{till}/customers/{customer}", get(customer::show_customer))
        .route("/till/{till}/quotes", post(sale::quote_basket))
        .route("/till/{till}/sales", post(sale::make_sale))
        .route("/till/{till}/collections/{number}", get(collect::show_order))
        .route("/till/{till}/collections/{number}/handing-over", post(collect::hand_over))
        .route("/till/receipts/{number}", get(receipt::show_receipt))
        .route("/till/receipts/{number}/bytes", get(receipt::show_bytes))
        .layer(from_fn_with_state(app.clone(), guard::check_form_token));
    outside.merge(inside).layer(from_fn_with_state(app.clone(), guard::protect)).with_state(app)
}

/// A till in an address.
fn till_of(id: &str) -> Result<TillId> {
    id.parse().map_err(|_| Error::not_found("till of this id"))
}

/// What the script is told: what it asked for, or in the clerk's language why not.
fn answer(desk: &Desk, result: Result<impl Serialize>) -> Response {
    let told = result.and_then(|found| serde_json::to_string(&found).map_err(Error::internal));
    let (status, body) = match told {
        Ok(body) => (StatusCode::OK, body),
        Err(error) if error.status().is_server_error() => return error.into_response(),
        Err(error) => {
            let said = forms::error_text(desk, &error);
            (error.status(), json!({ "code": error.code, "said": said }).to_string())
        }
    };
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}

/// A part of a page, which the script puts in its place.
struct Fragment(maud::Markup);

impl IntoResponse for Fragment {
    fn into_response(self) -> Response {
        ([(CONTENT_TYPE, "text/html; charset=utf-8")], self.0.into_string()).into_response()
    }
}
