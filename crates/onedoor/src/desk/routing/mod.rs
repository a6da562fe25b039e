//! Rules of the inbox: what happens with conversations by itself, in which order, edited by forms.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `list.rs` | all rules in their order, each with its form |
//! | `form.rs` | the fields of a rule |
//! | `sent.rs` | what such a form sends, as a rule |

mod form;
mod list;
mod sent;
#[cfg(test)]
mod tests;

use axum::routing::{get, post};
use kit::web::{Access, Routes};

use crate::app::App;

const LIST: &str = "/desk/rules";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route(LIST, get(list::list_rules).post(list::create_rule))
        .route("/desk/rules/{id}", post(list::change_rule))
        .route("/desk/rules/{id}/up", post(list::move_rule_up))
        .route("/desk/rules/{id}/removal", post(list::remove_rule))
}
