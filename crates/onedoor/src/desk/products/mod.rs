//! What the shop sells, on the desk: found, looked at, written and taken out of the shop.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `list.rs` | all products, and those that fit a search |
//! | `form.rs` | one product with its variants, to look at or to change |
//! | `sent.rs` | what such a form sends, as a wish to the catalogue |

mod form;
mod list;
mod sent;
#[cfg(test)]
mod tests;

use axum::routing::{get, post};
use kit::web::{Access, Routes};

use crate::app::App;

const LIST: &str = "/desk/products";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route(LIST, get(list::list_products).post(form::create_product))
        .route("/desk/products/new", get(form::show_new_product))
        .route("/desk/products/{id}", get(form::show_product).post(form::change_product))
        .route("/desk/products/{id}/archive", post(form::archive_product))
}
