//! All teams.

use axum::extract::Form;
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, Colleague, Permission, Permit, may};
use engage::teams::{self, Agent, Team, TeamId, store};
use kit::i18n::Arg;
use kit::{Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;

use super::{LIST, address, agents};
use crate::desk::reply::{Go, Page};
use crate::desk::settings::settings_tabs;
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, empty, form, icon, narrow, title_row,
};
use crate::desk::who::Desk;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct NewTeam {
    name: String,
}

/// What the page shows.
struct Found {
    teams: Vec<Team>,
    members: Vec<(TeamId, accounts::AccountId)>,
    /// Everybody who answers customers, and what they know.
    agents: Vec<(Colleague, Agent)>,
}

pub async fn list_teams(desk: Desk) -> Result<Page> {
    page(&desk, "", None).await
}

pub async fn create_team(desk: Desk, Form(new): Form<NewTeam>) -> Result<Response> {
    match teams::create(&desk.app.engage, &desk.staff.permit()?, &new.name).await {
        Ok(id) => Ok(Go::to(&address(id)).saying("team-made").into_response()),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "name")?;
            Ok(page(&desk, &new.name, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

async fn page(desk: &Desk, name: &str, fault: Option<&Fault>) -> Result<Page> {
    let _: Permit<may::SeeTeam> = desk.staff.permit()?;
    let see: Permit<may::SeeConversations> = desk.staff.permit()?;
    let found = desk.app.ctx.db.read(|tx| find(tx, &see)).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-teams");
    let body = html! {
        (title_row(&title, &tr.t("desk-teams-lead"), html! {}))
        (settings_tabs(desk, "teams"))
        (narrow(html! {
            @if found.teams.is_empty() {
                (empty(Icon::Team, &tr.t("desk-teams-none"), &tr.t("desk-teams-none-text"), html! {}))
            } @else {
                (card("", list(desk, &found)))
            }
            @if desk.staff.can(Permission::ManageTeam) {
                (card(&tr.t("desk-teams-new"), form(desk, LIST, html! {
                    (Field::text("name", tr.t("desk-teams-name"), name).show(fault))
                    (button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-teams-make")))
                })))
                @if !found.agents.is_empty() {
                    (card(&tr.t("desk-teams-agents"), agents::list(desk, &found.agents)))
                }
            }
        }))
    };
    Ok(desk.page(Nav::Settings, &title, body))
}

fn find(tx: &Tx, see: &Permit<may::SeeConversations>) -> Result<Found> {
    let colleagues: Vec<Colleague> =
        accounts::colleagues(tx, see)?.into_iter().filter(|one| one.can_talk).collect();
    let ids: Vec<_> = colleagues.iter().map(|one| one.id).collect();
    let agents = store::agents(tx, &ids)?;
    Ok(Found {
        teams: store::list_present(tx)?,
        members: store::all_members(tx)?,
        agents: colleagues.into_iter().zip(agents).collect(),
    })
}

fn list(desk: &Desk, found: &Found) -> Markup {
    let count = |team: &Team| found.members.iter().filter(|(id, _)| *id == team.id).count() as i64;
    html! {
        ul.rows data-list {
            @for team in &found.teams {
                li {
                    (icon(Icon::Team))
                    div.grow {
                        a href=(address(team.id)) { strong { (team.name) } }
                        small { (desk.tr.with("desk-teams-members-count", &[("count", Arg::Int(count(team)))])) }
                    }
                }
            }
        }
    }
}
