//! Prices in the desk: the lists, what stands in them, what something has cost and why it costs what it does, and the
//! doors that declared to ask for something else.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `lists.rs` | the price lists; one is made or changed |
//! | `entries.rs` | the prices of a list, changed in place |
//! | `variant.rs` | one variant: why this price, what it has cost, the 30-day low |
//! | `exceptions.rs` | doors where something costs other than elsewhere, with a reason and an end |

mod entries;
mod exceptions;
mod lists;
#[cfg(test)]
mod tests;
mod variant;

use axum::routing::{get, post};
use kit::web::{Access, Routes};

use crate::app::App;

const LISTS: &str = "/desk/prices";
const VARIANTS: &str = "/desk/prices/variants";
const EXCEPTIONS: &str = "/desk/prices/exceptions";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/prices", get(lists::list_price_lists).post(lists::save_price_list))
        .route("/desk/prices/new", get(lists::show_new_price_list))
        .route("/desk/prices/lists/{id}", get(entries::show_prices).post(entries::change_prices))
        .route("/desk/prices/lists/{id}/settings", get(lists::show_price_list))
        .route("/desk/prices/variants/{id}", get(variant::show_why))
        .route(
            "/desk/prices/exceptions",
            get(exceptions::list_exceptions).post(exceptions::declare_exception),
        )
        .route("/desk/prices/exceptions/{id}/end", post(exceptions::end_exception))
}
