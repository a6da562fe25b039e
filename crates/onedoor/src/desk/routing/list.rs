//! All rules, in the order in which they are read.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, Permit, may};
use customers::channels::store as channels;
use engage::routing::{self, Rule, RuleId, store};
use engage::teams::store as teams;
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::LIST;
use super::form::{Offered, fields};
use super::sent::Sent;
use crate::desk::reply::{Go, Page};
use crate::desk::settings::settings_tabs;
use crate::desk::ui::forms::token;
use crate::desk::ui::{
    Fault, Icon, Nav, Tone, badge, button, card, confirmed_form, empty, form, icon_named, narrow,
    note, title_row,
};
use crate::desk::who::Desk;

/// A form that was refused: of which rule (none: the new one), as it was sent, why.
struct Refused {
    of: Option<RuleId>,
    sent: Sent,
    fault: Fault,
}

pub async fn list_rules(desk: Desk) -> Result<Page> {
    let _: Permit<may::SeeTeam> = desk.staff.permit()?;
    page(&desk, None).await
}

pub async fn create_rule(desk: Desk, Form(sent): Form<Sent>) -> Result<Response> {
    let permit: Permit<may::ManageTeam> = desk.staff.permit()?;
    let made = async {
        let what = sent.what()?;
        routing::create(&desk.app.engage, &permit, &sent.name, &what).await
    };
    answer(&desk, None, &sent, made.await.map(drop)).await
}

pub async fn change_rule(
    desk: Desk,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    let (permit, id) = asked(&desk, &id)?;
    let changed = async {
        let (name, is_on) = (sent.name.clone(), !sent.is_on.is_empty());
        let rule = Rule { id, name, is_on, what: sent.what()? };
        routing::set(&desk.app.engage, &permit, &rule).await
    };
    answer(&desk, Some(id), &sent, changed.await).await
}

pub async fn move_rule_up(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    routing::move_up(&desk.app.engage, &permit, id).await?;
    Ok(Go::to(LIST).saying("rule-changed"))
}

pub async fn remove_rule(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    routing::remove(&desk.app.engage, &permit, id).await?;
    Ok(Go::to(LIST).saying("rule-removed"))
}

fn asked(desk: &Desk, id: &str) -> Result<(Permit<may::ManageTeam>, RuleId)> {
    Ok((desk.staff.permit()?, id.parse().map_err(|_| Error::not_found("rule of this id"))?))
}

async fn answer(
    desk: &Desk,
    of: Option<RuleId>,
    sent: &Sent,
    done: Result<()>,
) -> Result<Response> {
    match done {
        Ok(()) => Ok(Go::to(LIST).saying("rule-changed").into_response()),
        Err(error) => {
            let status = error.status();
            let refused =
                Refused { of, sent: sent.clone(), fault: Fault::of(desk, error, "name")? };
            Ok(page(desk, Some(&refused)).await?.with_status(status).into_response())
        }
    }
}

async fn page(desk: &Desk, refused: Option<&Refused>) -> Result<Page> {
    let see: Permit<may::SeeConversations> = desk.staff.permit()?;
    let look = |tx: &Tx| {
        let doors = channels::list(tx)?.into_iter().filter(|door| door.talk).collect();
        let colleagues = accounts::colleagues(tx, &see)?;
        let offered = Offered { doors, teams: teams::list_present(tx)?, colleagues };
        Ok((store::list(tx)?, offered))
    };
    let (rules, offered) = desk.app.ctx.db.read(look).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-rules");
    let of_new = refused.filter(|refused| refused.of.is_none());
    let sent = of_new.map(|refused| refused.sent.clone()).unwrap_or_default();
    let body = html! {
        (title_row(&title, &tr.t("desk-rules-lead"), html! {}))
        (settings_tabs(desk, "rules"))
        (narrow(html! {
            @if rules.is_empty() {
                (empty(Icon::Settings, &tr.t("desk-rules-none"), &tr.t("desk-rules-none-text"), html! {}))
            }
            ol.rules {
                @for (n, rule) in rules.iter().enumerate() {
                    li.card { (one(desk, n, rule, &offered, refused)) }
                }
            }
            (card(&tr.t("desk-rules-new"), form(desk, LIST, html! {
                @if let Some(refused) = of_new { (note(Tone::Bad, html! { (refused.fault.text) })) }
                (fields(desk, "new", &sent, &offered))
                (button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-rules-make")))
            })))
        }))
    };
    Ok(desk.page(Nav::Settings, &title, body))
}

fn one(desk: &Desk, n: usize, rule: &Rule, offered: &Offered, refused: Option<&Refused>) -> Markup {
    let tr = &desk.tr;
    let url = |verb: &str| format!("{LIST}/{}{verb}", rule.id);
    let refused = refused.filter(|refused| refused.of == Some(rule.id));
    let shown = Sent::of(&rule.name, rule.is_on, &rule.what);
    let sent = refused.map_or(&shown, |refused| &refused.sent);
    let name = [("name", Arg::Text(rule.name.clone()))];
    html! {
        details id=(rule.id) open[refused.is_some()] {
            summary {
                strong { (n + 1) ". " (rule.name) }
                @if !rule.is_on { " " (badge(Tone::Plain, None, &tr.t("desk-rules-off"))) }
            }
            (form(desk, &url(""), html! {
                @if let Some(refused) = refused { (note(Tone::Bad, html! { (refused.fault.text) })) }
                (fields(desk, &rule.id.to_string(), sent, offered))
                label.check-line {
                    input type="checkbox" name="is_on" value="on" checked[!sent.is_on.is_empty()];
                    span { (tr.t("desk-rules-on")) }
                }
                (button(Tone::Plain, None, &tr.t("desk-save")))
            }))
            (confirmed_form(
                desk,
                &url("/removal"),
                &tr.with("desk-rules-remove-ask", &name),
                Tone::Bad,
                &tr.t("desk-rules-remove"),
                html! {},
            ))
        }
        @if n > 0 {
            form.rule-up method="post" action=(url("/up")) {
                (token(desk))
                button.icon-button type="submit" title=(tr.t("desk-rules-up")) {
                    (icon_named(Icon::Left, &tr.t("desk-rules-up")))
                }
            }
        }
    }
}
