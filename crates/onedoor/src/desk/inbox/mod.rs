//! The inbox: who waits for an answer, and everything that was said, by whichever door.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `list.rs`, `filter.rs`, `line.rs` | the conversations one after another; which; a line of them |
//! | `page.rs` | one conversation: puts together the parts that follow |
//! | `due.rs` | how soon somebody was promised an answer |
//! | `head.rs` | what it is about, how it stands, what can be done with it |
//! | `transcript.rs`, `files.rs` | what was said, and the files that came along |
//! | `composer.rs` | the answer: by which door, or a note among staff |
//! | `follow.rs` | the doors of the answer, as they change while somebody writes |
//! | `sms_count.rs` | how many SMS it becomes |
//! | `templates.rs` | what may be sent by a door that takes nothing else now |
//! | `written.rs`, `attach.rs`, `drafts.rs` | what was written, with its files; what is not sent yet |
//! | `choices.rs` | what the customer can choose from, and what they chose |
//! | `ready.rs` | answers and articles that are put in by a short word |
//! | `elsewhere.rs` | it goes on by another door: a code, a link |
//! | `beside.rs` | who it is, what is open, what they did last, the parts |
//! | `others.rs` | who else looks at it, and who writes |
//! | `trace.rs` | what happened with it by itself |
//! | `saved.rs` | views that are kept under a name |
//! | `actions.rs`, `rest.rs` | close, reopen, rest, give to somebody, join, take apart |
//! | `live.rs` | both pages as they go on |
//! | `told.rs`, `repeats.rs` | what the customer told already; how often they had to say it twice |
//! | `search.rs` | what was said, looked for by its words |

mod actions;
mod attach;
mod beside;
mod choices;
mod composer;
mod drafts;
mod due;
mod elsewhere;
mod files;
mod filter;
mod follow;
#[cfg(test)]
mod follow_tests;
mod head;
#[cfg(test)]
mod help_tests;
mod line;
mod list;
mod live;
mod others;
mod page;
mod ready;
mod repeats;
mod rest;
mod saved;
mod search;
mod sms_count;
mod templates;
#[cfg(test)]
mod templates_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_together;
mod told;
mod trace;
mod transcript;
mod written;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use engage::conversations::ConversationId;
use kit::web::{Access, Routes};
use kit::{Error, Result};

use crate::app::App;
use crate::desk::guard;

pub use page::{Found, find};
pub use transcript::section as transcript;

const LIST: &str = "/desk/inbox";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route(LIST, get(list::list_conversations))
        .route("/desk/inbox/live", get(live::follow_list))
        .route("/desk/inbox/views", post(saved::create_view))
        .route("/desk/inbox/views/{id}/removal", post(saved::remove_view))
        .route("/desk/inbox/files/{id}", get(files::show_file))
        .route("/desk/inbox/repeats", get(repeats::show_repeats))
        .route("/desk/inbox/search", get(search::search_messages))
        .route("/desk/inbox/{id}", get(page::show_conversation))
        .route("/desk/inbox/{id}/live", get(live::follow_conversation))
        .route("/desk/inbox/{id}/templates", post(templates::send_template))
        .route(
            "/desk/inbox/{id}/messages",
            post(composer::create_message).layer(DefaultBodyLimit::max(guard::FILES_BYTES_MAX)),
        )
        .route("/desk/inbox/{id}/draft", post(drafts::keep_draft))
        .route("/desk/inbox/{id}/typing", post(others::show_typing))
        .route("/desk/inbox/{id}/closure", post(actions::close_conversation))
        .route("/desk/inbox/{id}/opening", post(actions::reopen_conversation))
        .route("/desk/inbox/{id}/rest", post(actions::snooze_conversation))
        .route("/desk/inbox/{id}/assignee", post(actions::assign_conversation))
        .route("/desk/inbox/{id}/team", post(actions::hand_to_team))
        .route("/desk/inbox/{id}/priority", post(actions::prioritise_conversation))
        .route("/desk/inbox/{id}/hand-overs", post(elsewhere::create_hand_over))
        .route("/desk/inbox/{id}/joins", post(actions::merge_conversations))
        .route("/desk/inbox/{id}/parts/{part}/removal", post(actions::split_conversation))
}

/// An id in an address. What is no id leads nowhere, as an id that nobody has.
fn parse_id(text: &str) -> Result<ConversationId> {
    text.parse().map_err(|_| Error::not_found("conversation of this id"))
}

pub fn address(id: ConversationId) -> String {
    format!("{LIST}/{id}")
}
