//! What each of the staff knows, and whether one is there: by this the rules choose.

use axum::extract::{Form, Path};
use customers::accounts::{AccountId, Colleague};
use engage::teams::{self, Agent};
use kit::i18n::{Arg, Lang};
use kit::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::LIST;
use super::sent::{Sent, value};
use crate::desk::reply::Go;
use crate::desk::ui::forms::token;
use crate::desk::ui::{Tone, avatar, badge};
use crate::desk::who::Desk;

pub async fn set_agent(desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Go> {
    let permit = desk.staff.permit()?;
    let account_id: AccountId = id.parse().map_err(|_| Error::not_found("colleague of this id"))?;
    let see = desk.staff.permit()?;
    let colleagues = |tx: &kit::Tx| customers::accounts::colleagues(tx, &see);
    let colleagues = desk.app.ctx.db.read(colleagues).await?;
    if !colleagues.iter().any(|one| one.id == account_id) {
        return Err(Error::not_found("colleague of this id"));
    }
    let read = |tx: &kit::Tx| teams::store::agents(tx, &[account_id]);
    let known = desk.app.ctx.db.read(read).await?;
    let skills = value(&sent, "skills").split(',').map(|skill| skill.trim().to_string());
    let ticked =
        |lang: &Lang| sent.0.iter().any(|(name, code)| name == "lang" && code == lang.code());
    let agent = Agent {
        account_id,
        is_on: known.first().is_none_or(|agent| agent.is_on),
        skills: skills.filter(|skill| !skill.is_empty()).collect(),
        languages: Lang::ALL.into_iter().filter(ticked).collect(),
    };
    teams::set_agent(&desk.app.engage, &permit, &agent).await?;
    Ok(Go::to(LIST).saying("agent-changed"))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Availability {
    on: String,
}

/// Comes, or goes away; then the inbox is as it was.
pub async fn set_availability(desk: Desk, Form(sent): Form<Availability>) -> Result<Go> {
    let is_on = sent.on == "on";
    teams::set_on(&desk.app.engage, &desk.staff.permit()?, is_on).await?;
    Ok(Go::to("/desk/inbox").saying(if is_on { "agent-on" } else { "agent-away" }))
}

pub fn list(desk: &Desk, agents: &[(Colleague, Agent)]) -> Markup {
    html! {
        p.quiet { (desk.tr.t("desk-teams-agents-why")) }
        ul.rows {
            @for (colleague, agent) in agents { li.agent { (row(desk, colleague, agent)) } }
        }
    }
}

fn row(desk: &Desk, colleague: &Colleague, agent: &Agent) -> Markup {
    let tr = &desk.tr;
    let name = || [("name", Arg::Text(colleague.name.clone()))];
    let skills = agent.skills.join(", ");
    html! {
        (avatar(&colleague.name))
        div.grow {
            strong { (colleague.name) }
            @if !agent.is_on { (badge(Tone::Warn, None, &tr.t("desk-agent-away"))) }
            form.agent-form method="post" action={ "/desk/agents/" (colleague.id) } {
                (token(desk))
                input name="skills" value=(skills) autocomplete="off" maxlength="900"
                    aria-label=(tr.with("desk-teams-skills-of", &name()))
                    placeholder=(tr.t("desk-teams-skills-hint"));
                fieldset.langs {
                    legend.hidden { (tr.with("desk-teams-langs-of", &name())) }
                    @for lang in Lang::ALL {
                        label {
                            input type="checkbox" name="lang" value=(lang.code())
                                checked[agent.languages.contains(&lang)];
                            span title=(lang.own_name()) { (lang.code()) }
                        }
                    }
                }
                button.button.plain.small type="submit" { (tr.t("desk-save")) }
            }
        }
    }
}
