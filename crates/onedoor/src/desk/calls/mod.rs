//! The telephone on the desk.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `pop.rs` | who calls: a card on every page, while it rings |
//! | `live.rs` | the stream that brings the cards |
//! | `line.rs` | a call in words, and in a conversation |
//! | `person.rs`, `out.rs`, `log.rs` | calls with one customer: call them, write down a call |
//! | `extensions.rs` | whose telephone is whose |

mod extensions;
pub mod line;
mod live;
mod log;
mod out;
mod person;
pub mod pop;
#[cfg(test)]
mod tests;

use axum::routing::{get, post};
use customers::identities::CustomerId;
use engage::conversations::ConversationId;
use kit::web::{Access, Routes};

use crate::app::App;

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/calls/live", get(live::follow_calls))
        .route("/desk/customers/{id}/calls", get(person::show_calls).post(log::log_call))
        .route("/desk/customers/{id}/calls/out", post(out::call_customer))
        .route("/desk/inbox/{id}/calls/{message}/words", post(line::write_down))
        .route(
            "/desk/settings/telephone",
            get(extensions::show_extensions).post(extensions::set_extension),
        )
}

/// Where calls with somebody are made and written down; from a conversation, for that.
pub fn address(customer: CustomerId, conversation: Option<ConversationId>) -> String {
    let query = conversation.map(|id| format!("?conversation={id}")).unwrap_or_default();
    format!("/desk/customers/{customer}/calls{query}")
}
