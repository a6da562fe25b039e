//! One team.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, AccountId, Colleague, Permit, may};
use customers::channels::{Channel, ChannelId, store as channels};
use engage::teams::{self, Team, TeamId, store};
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;

use super::sent::{Sent, values};
use super::{LIST, address, parse_id, promises};
use crate::desk::reply::{Go, Page};
use crate::desk::settings::settings_tabs;
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, confirmed_form, form, icon, narrow, title_row,
};
use crate::desk::who::Desk;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct NewName {
    name: String,
}

/// A team with all that its page offers.
pub struct Found {
    pub team: Team,
    members: Vec<AccountId>,
    colleagues: Vec<Colleague>,
    /// Doors that talk, and to which team each leads.
    doors: Vec<(Channel, Option<TeamId>)>,
}

/// The proof of the right, and which team.
pub fn asked(desk: &Desk, id: &str) -> Result<(Permit<may::ManageTeam>, TeamId)> {
    Ok((desk.staff.permit()?, parse_id(id)?))
}

pub async fn show_team(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::SeeTeam> = desk.staff.permit()?;
    page(&desk, parse_id(&id)?, None).await
}

pub async fn rename_team(
    desk: Desk,
    Path(id): Path<String>,
    Form(new): Form<NewName>,
) -> Result<Response> {
    let (permit, id) = asked(&desk, &id)?;
    let done = teams::rename(&desk.app.engage, &permit, id, &new.name).await;
    after(&desk, id, done, "name").await
}

pub async fn set_members(desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response> {
    let (permit, id) = asked(&desk, &id)?;
    let members: Vec<AccountId> = values(&sent, "member")?;
    let see = desk.staff.permit()?;
    let colleagues = desk.app.ctx.db.read(|tx| accounts::colleagues(tx, &see)).await?;
    if members.iter().any(|id| !colleagues.iter().any(|one| one.id == *id && one.can_talk)) {
        let detail = "This colleague does not answer customers.";
        return Err(Error::bad_input("not_a_talker", detail));
    }
    let done = teams::set_members(&desk.app.engage, &permit, id, &members).await;
    after(&desk, id, done, "member").await
}

pub async fn set_doors(desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response> {
    let (permit, id) = asked(&desk, &id)?;
    let doors: Vec<ChannelId> = values(&sent, "door")?;
    let done = teams::set_doors(&desk.app.engage, &permit, id, &doors).await;
    after(&desk, id, done, "door").await
}

pub async fn remove_team(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    teams::remove(&desk.app.engage, &permit, id).await?;
    Ok(Go::to(LIST).saying("team-removed"))
}

/// Back to the page of the team: saved, or what is to be mended.
pub async fn after(
    desk: &Desk,
    id: TeamId,
    done: Result<()>,
    field: &'static str,
) -> Result<Response> {
    match done {
        Ok(()) => Ok(Go::to(&address(id)).saying("team-changed").into_response()),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(desk, error, field)?;
            Ok(page(desk, id, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

async fn page(desk: &Desk, id: TeamId, fault: Option<&Fault>) -> Result<Page> {
    let see: Permit<may::SeeConversations> = desk.staff.permit()?;
    let found = desk.app.ctx.db.read(|tx| find(tx, &see, id)).await?;
    let tr = &desk.tr;
    let url = |verb: &str| format!("{}/{verb}", address(id));
    let body = html! {
        p.back { a href=(LIST) { (icon(Icon::Left)) (tr.t("desk-teams")) } }
        (title_row(&found.team.name, "", html! {}))
        (settings_tabs(desk, "teams"))
        (narrow(html! {
            (card(&tr.t("desk-teams-members"), form(desk, &url("members"), members(desk, &found))))
            (card(&tr.t("desk-teams-doors"), form(desk, &url("doors"), doors(desk, &found))))
            (promises::cards(desk, &found.team, fault))
            (card(&tr.t("desk-teams-rename"), form(desk, &url("name"), html! {
                (Field::text("name", tr.t("desk-teams-name"), &found.team.name).show(fault))
                (button(Tone::Plain, None, &tr.t("desk-save")))
            })))
            (card(&tr.t("desk-teams-remove"), removal(desk, &found.team, &url("removal"))))
        }))
    };
    Ok(desk.page(Nav::Settings, &found.team.name, body))
}

fn find(tx: &Tx, see: &Permit<may::SeeConversations>, id: TeamId) -> Result<Found> {
    let team = store::find(tx, id)?;
    if team.removed_at.is_some() {
        return Err(Error::not_found(format!("team {id}")));
    }
    let mut doors = Vec::new();
    for door in channels::list(tx)?.into_iter().filter(|door| door.talk) {
        let leads_to = store::of_door(tx, door.id)?;
        doors.push((door, leads_to));
    }
    Ok(Found {
        team,
        members: store::members(tx, id)?.into_iter().map(|(account, _)| account).collect(),
        colleagues: accounts::colleagues(tx, see)?,
        doors,
    })
}

/// Boxes to tick, a line each.
fn boxes(name: &str, legend: &str, rows: Vec<(String, String, bool)>) -> Markup {
    html! {
        fieldset.boxes {
            legend.hidden { (legend) }
            @for (value, text, is_on) in rows {
                label.check-line {
                    input type="checkbox" name=(name) value=(value) checked[is_on];
                    span { (text) }
                }
            }
        }
    }
}

fn members(desk: &Desk, found: &Found) -> Markup {
    let shown = found.colleagues.iter().filter(|one| one.can_talk);
    let rows =
        shown.map(|one| (one.id.to_string(), one.name.clone(), found.members.contains(&one.id)));
    html! {
        (boxes("member", &desk.tr.t("desk-teams-members"), rows.collect()))
        (button(Tone::Plain, None, &desk.tr.t("desk-save")))
    }
}

fn doors(desk: &Desk, found: &Found) -> Markup {
    let rows = found.doors.iter().map(|(door, leads_to)| {
        (door.id.to_string(), door.name.clone(), *leads_to == Some(found.team.id))
    });
    html! {
        p.quiet { (desk.tr.t("desk-teams-doors-why")) }
        (boxes("door", &desk.tr.t("desk-teams-doors"), rows.collect()))
        (button(Tone::Plain, None, &desk.tr.t("desk-save")))
    }
}

fn removal(desk: &Desk, team: &Team, url: &str) -> Markup {
    let name = [("name", Arg::Text(team.name.clone()))];
    html! {
        p.quiet { (desk.tr.t("desk-teams-remove-why")) }
        (confirmed_form(
            desk,
            url,
            &desk.tr.with("desk-teams-remove-ask", &name),
            Tone::Bad,
            &desk.tr.t("desk-teams-remove-do"),
            html! {},
        ))
    }
}
