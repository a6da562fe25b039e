//! The loyalty programme in the desk: how points come and go, what they pay, and all that came and went for one customer.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `program.rs` | the programme: shown to whoever sees prices, set by whoever may set them |
//! | `sent.rs` | what its form sends, as a programme |
//! | `ledger.rs` | the points of one customer, and their correction by hand |

mod ledger;
mod program;
mod sent;
#[cfg(test)]
mod tests;

use axum::routing::{get, post};
use customers::identities::CustomerId;
use kit::i18n::Lang;
use kit::web::{Access, Routes};

use crate::app::App;

/// The words of these pages, and of gift cards and points as ways to pay.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../../locales/loyalty/en.ftl")),
    (Lang::Pl, include_str!("../../../locales/loyalty/pl.ftl")),
    (Lang::Ro, include_str!("../../../locales/loyalty/ro.ftl")),
    (Lang::Ru, include_str!("../../../locales/loyalty/ru.ftl")),
];

const PATH: &str = "/desk/loyalty";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/loyalty", get(program::show_program).post(program::set_program))
        .route("/desk/loyalty/customers/{id}", get(ledger::show_ledger))
        .route("/desk/loyalty/customers/{id}/corrections", post(ledger::correct_points))
}

/// Of a customer's ledger.
pub fn address(customer: CustomerId) -> String {
    format!("{PATH}/customers/{customer}")
}
