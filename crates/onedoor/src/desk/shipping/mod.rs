//! Delivery methods in the desk: how goods get to customers and what that costs.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `list.rs` | all methods, with what each costs |
//! | `form.rs` | one method: the page and its fields |
//! | `sent.rs` | what the form says, read |

mod form;
mod list;
mod sent;
#[cfg(test)]
mod tests;

use axum::routing::get;
use kit::web::{Access, Routes};

use crate::app::App;

pub const PATH: &str = "/desk/shipping";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/shipping", get(list::list_methods).post(form::save_method))
        .route("/desk/shipping/new", get(form::show_new_method))
        .route("/desk/shipping/{code}", get(form::show_method))
}
