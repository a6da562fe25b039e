//! Teams: who answers together, when they are there, what they promise, what customers hear meanwhile.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `list.rs` | all teams; a new one |
//! | `show.rs` | one team: its name, members and doors |
//! | `promises.rs` | its hours, what it promises, what it says when nobody is there, the question at the end |
//! | `agents.rs` | what each of the staff knows; whether one is there |
//! | `sent.rs` | forms whose fields come several times |

mod agents;
mod list;
mod promises;
mod sent;
mod show;
#[cfg(test)]
mod tests;

use axum::routing::{get, post};
use engage::teams::TeamId;
use kit::web::{Access, Routes};
use kit::{Error, Result};

use crate::app::App;

const LIST: &str = "/desk/teams";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route(LIST, get(list::list_teams).post(list::create_team))
        .route("/desk/teams/{id}", get(show::show_team))
        .route("/desk/teams/{id}/name", post(show::rename_team))
        .route("/desk/teams/{id}/members", post(show::set_members))
        .route("/desk/teams/{id}/doors", post(show::set_doors))
        .route("/desk/teams/{id}/removal", post(show::remove_team))
        .route("/desk/teams/{id}/hours", post(promises::set_hours))
        .route("/desk/teams/{id}/targets", post(promises::set_targets))
        .route("/desk/teams/{id}/away", post(promises::set_away))
        .route("/desk/teams/{id}/survey", post(promises::set_survey))
        .route("/desk/agents/{id}", post(agents::set_agent))
        .route("/desk/availability", post(agents::set_availability))
}

/// An id in an address. What is no id leads nowhere, as an id that nobody has.
fn parse_id(text: &str) -> Result<TeamId> {
    text.parse().map_err(|_| Error::not_found("team of this id"))
}

fn address(id: TeamId) -> String {
    format!("{LIST}/{id}")
}
