//! Views that are kept under a name, with how many conversations each has now.

use axum::extract::{Form, Path};
use customers::accounts::{Permit, may};
use engage::inbox::COUNTED_MAX;
use engage::teams::{Team, TeamId};
use engage::views::{self, Saved};
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;

use super::LIST;
use super::filter::Filter;
use super::list::hotkey;
use crate::desk::reply::Go;
use crate::desk::ui::forms::token;
use crate::desk::ui::parts::counted;
use crate::desk::ui::{Icon, Tone, button, icon, icon_named};
use crate::desk::who::Desk;

/// A view and how many conversations it has.
pub struct Counted {
    pub saved: Saved,
    pub count: i64,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct NewView {
    name: String,
    query: String,
    team: String,
}

pub async fn create_view(desk: Desk, Form(new): Form<NewView>) -> Result<Go> {
    let permit: Permit<may::SeeConversations> = desk.staff.permit()?;
    // What cannot be read is no view.
    let query = Filter::of_query(&new.query)?.query(None);
    let team = Some(new.team.as_str()).filter(|team| !team.is_empty());
    let team = team.map(|team| team.parse::<TeamId>()).transpose()?;
    views::create(&desk.app.engage, &permit, &new.name, team, &query).await?;
    Ok(Go::to(&format!("{LIST}?{query}")).saying("view-saved"))
}

pub async fn remove_view(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let permit: Permit<may::SeeConversations> = desk.staff.permit()?;
    let id = id.parse().map_err(|_| Error::not_found("view of this id"))?;
    views::remove(&desk.app.engage, &permit, id).await?;
    Ok(Go::to(LIST).saying("view-removed"))
}

pub fn find(tx: &Tx, permit: &Permit<may::SeeConversations>) -> Result<Vec<Counted>> {
    let counted = views::counted(tx, permit)?;
    Ok(counted.into_iter().map(|(saved, count)| Counted { saved, count }).collect())
}

/// `before`: so many tabs stand before these.
pub fn tabs(desk: &Desk, filter: &Filter, all: &[Counted], before: usize) -> Markup {
    let here = filter.query(None);
    html! {
        @for (n, Counted { saved, count }) in all.iter().enumerate() {
            a.saved href={ (LIST) "?" (saved.query) } aria-current=[(saved.query == here).then_some("page")]
                data-hotkey=[hotkey(before + n)]
                title=[saved.team_id.map(|_| desk.tr.t("desk-inbox-view-of-team"))] {
                (icon(if saved.team_id.is_some() { Icon::Team } else { Icon::Search }))
                (saved.name)
                @if *count > 0 { span.count { (counted(*count, COUNTED_MAX)) } }
            }
        }
    }
}

/// Keeps what is shown now, or takes away the view that it is.
pub fn keeper(desk: &Desk, filter: &Filter, all: &[Counted], teams: &[Team]) -> Markup {
    let Some(me) = desk.staff.actor().account_id else { return html! {} };
    let tr = &desk.tr;
    let here = filter.query(None);
    let mine = all.iter().find(|one| one.saved.query == here && one.saved.account_id == me);
    html! {
        @if let Some(Counted { saved, .. }) = mine {
            form method="post" action={ "/desk/inbox/views/" (saved.id) "/removal" } {
                (token(desk))
                button.icon-button type="submit" title=(tr.t("desk-inbox-view-remove")) {
                    (icon_named(Icon::Close, &tr.t("desk-inbox-view-remove")))
                }
            }
        } @else {
            details.menu #keep-view {
                summary.button.plain.small { (icon(Icon::Plus)) (tr.t("desk-inbox-view-keep")) }
                form.menu-box.keep-view method="post" action="/desk/inbox/views" {
                    (token(desk))
                    input type="hidden" name="query" value=(here);
                    label for="view-name" { (tr.t("desk-inbox-view-name")) }
                    input #view-name name="name" required maxlength="40" autocomplete="off";
                    @let present: Vec<&Team> = teams.iter().filter(|team| team.removed_at.is_none()).collect();
                    @if !present.is_empty() {
                        label for="view-team" { (tr.t("desk-inbox-view-for")) }
                        select #view-team name="team" {
                            option value="" { (tr.t("desk-inbox-view-for-me")) }
                            @for team in present { option value=(team.id) { (team.name) } }
                        }
                    }
                    (button(Tone::Accent, None, &tr.t("desk-save")))
                }
            }
        }
    }
}
