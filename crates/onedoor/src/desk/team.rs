//! Who works here.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, Account, AccountId, NewAccount, Permission, Role, Status, Token};
use kit::Result;
use kit::i18n::Arg;
use maud::{Markup, html};
use serde::Deserialize;

use super::reply::{Go, Page};
use super::settings::settings_tabs;
use super::ui::{
    Cell, Fault, Field, Icon, Nav, Tone, avatar, badge, button, card, confirmed_form, copyable,
    form, narrow, note, select, table, time, title_row,
};
use super::who::Desk;

#[derive(Deserialize, Default)]
pub struct Invitation {
    name: String,
    email: String,
    role: String,
}

#[derive(Deserialize)]
pub struct NewRole {
    role: String,
}

pub async fn list_team(desk: Desk) -> Result<Page> {
    page(&desk, &Invitation::default(), None).await
}

pub async fn invite_member(desk: Desk, Form(sent): Form<Invitation>) -> Result<Response> {
    match invite(&desk, &sent).await {
        Ok((account, link)) => Ok(link_page(&desk, &account.name, &link).into_response()),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "email")?;
            let page = page(&desk, &sent, Some(&fault)).await?;
            Ok(page.with_status(status).into_response())
        }
    }
}

async fn invite(desk: &Desk, sent: &Invitation) -> Result<(Account, Token)> {
    let new = NewAccount::checked(&sent.name, &sent.email, Role::parse(&sent.role)?)?;
    accounts::invite(&desk.app.ctx, &desk.staff.permit()?, new).await
}

pub async fn change_role(
    desk: Desk,
    Path(id): Path<String>,
    Form(new): Form<NewRole>,
) -> Result<Go> {
    let (id, role): (AccountId, Role) = (id.parse()?, Role::parse(&new.role)?);
    accounts::change_role(&desk.app.ctx, &desk.staff.permit()?, id, role).await?;
    Ok(Go::to("/desk/team").saying("role-changed"))
}

pub async fn reset_member(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let id: AccountId = id.parse()?;
    let account = accounts::find(&desk.app.ctx, &desk.staff.permit()?, id).await?;
    let link = accounts::reset(&desk.app.ctx, &desk.staff.permit()?, id).await?;
    Ok(link_page(&desk, &account.name, &link))
}

pub async fn disable_member(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let id: AccountId = id.parse()?;
    accounts::disable(&desk.app.ctx, &desk.staff.permit()?, id).await?;
    Ok(Go::to("/desk/team").saying("account-disabled"))
}

pub async fn enable_member(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let id: AccountId = id.parse()?;
    accounts::enable(&desk.app.ctx, &desk.staff.permit()?, id).await?;
    Ok(Go::to("/desk/team").saying("account-enabled"))
}

async fn page(desk: &Desk, sent: &Invitation, fault: Option<&Fault>) -> Result<Page> {
    let tr = &desk.tr;
    let team = accounts::list(&desk.app.ctx, &desk.staff.permit()?).await?;
    let headings: Vec<String> =
        ["desk-name", "desk-role", "desk-state", "desk-seen-last", "desk-actions"]
            .map(|key| tr.t(key))
            .into();
    let rows: Vec<Vec<Cell>> = team.iter().map(|account| row(desk, account)).collect();
    let title = tr.t("desk-team");
    let body = html! {
        (title_row(&title, &tr.t("desk-team-lead"), html! {}))
        (settings_tabs(desk, "team"))
        @if !team.is_empty() { (table(&title, &headings, &rows, None)) }
        @if desk.staff.can(Permission::ManageTeam) {
            (narrow(card(&tr.t("desk-invite"), invitation_form(desk, sent, fault))))
        }
    };
    Ok(desk.page(Nav::Settings, &title, body))
}

fn row(desk: &Desk, account: &Account) -> Vec<Cell> {
    let tr = &desk.tr;
    let (tone, key) = match account.status {
        Status::Active => (Tone::Good, "desk-state-active"),
        Status::Invited => (Tone::Warn, "desk-state-invited"),
        Status::Disabled => (Tone::Plain, "desk-state-disabled"),
    };
    let may_change = desk.staff.can(Permission::ManageTeam)
        && (account.role != Role::Owner || desk.staff.can(Permission::ManageOwners));
    vec![
        html! {
            div.person {
                (avatar(&account.name))
                div { strong { (account.name) } small { (account.email) } }
            }
        },
        html! {
            @if may_change { (role_form(desk, account)) } @else { (role_name(desk, account.role)) }
        },
        html! {
            (badge(tone, None, &tr.t(key)))
            @if account.totp_on_at.is_some() {
                " " (badge(Tone::Plain, Some(Icon::Verified), &tr.t("desk-second-factor-short")))
            }
        },
        html! {
            @match account.signed_in_at {
                Some(at) => (time(desk, at)),
                None => span.quiet { (tr.t("desk-never")) },
            }
        },
        html! { @if may_change { (actions(desk, account)) } },
    ]
}

fn role_name(desk: &Desk, role: Role) -> String {
    desk.tr.t(&format!("desk-role-{}", role.code()))
}

/// The roles that this person may give.
fn role_options(desk: &Desk) -> Vec<(String, String)> {
    let may_give = |role: &Role| *role != Role::Owner || desk.staff.can(Permission::ManageOwners);
    let roles = Role::ALL.into_iter().filter(may_give);
    roles.map(|role| (role.code().to_owned(), role_name(desk, role))).collect()
}

fn role_form(desk: &Desk, account: &Account) -> Markup {
    let label = desk.tr.with("desk-role-of", &[("name", Arg::Text(account.name.clone()))]);
    html! {
        form.inline method="post" action={ "/desk/team/" (account.id) "/role" } {
            (super::ui::forms::token(desk))
            select name="role" data-submit aria-label=(label) {
                @for (value, text) in role_options(desk) {
                    option value=(value) selected[value == account.role.code()] { (text) }
                }
            }
            noscript { button.button.small.plain type="submit" { (desk.tr.t("desk-save")) } }
        }
    }
}

fn actions(desk: &Desk, account: &Account) -> Markup {
    let tr = &desk.tr;
    let ask = |action: &str, question: &str, tone, verb: &str| {
        let name = Arg::Text(account.name.clone());
        let url = format!("/desk/team/{}/{action}", account.id);
        confirmed_form(
            desk,
            &url,
            &tr.with(question, &[("name", name)]),
            tone,
            &tr.t(verb),
            html! {},
        )
    };
    html! {
        div.actions {
            @if account.status == Status::Disabled {
                (ask("enable", "desk-enable-ask", Tone::Plain, "desk-enable"))
            } @else {
                (ask("reset", "desk-reset-ask", Tone::Plain, "desk-reset"))
                (ask("disable", "desk-disable-ask", Tone::Bad, "desk-disable"))
            }
        }
    }
}

fn invitation_form(desk: &Desk, sent: &Invitation, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let chosen = if sent.role.is_empty() { Role::Agent.code() } else { &sent.role };
    let mut email = Field::email(tr.t("desk-email"), &sent.email);
    email.autocomplete = "off";
    form(
        desk,
        "/desk/team",
        html! {
            (Field::text("name", tr.t("desk-name"), &sent.name).show(fault))
            (email.show(fault))
            (select("role", &tr.t("desk-role"), &role_options(desk), chosen, fault))
            (button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-invite-do")))
        },
    )
}

/// The link is shown once: we keep only its hash.
fn link_page(desk: &Desk, name: &str, link: &Token) -> Page {
    let tr = &desk.tr;
    let title = tr.with("desk-link-for", &[("name", Arg::Text(name.to_owned()))]);
    let url = format!("{}/desk/password/{}", desk.own_url(), link.reveal());
    let body = html! {
        (title_row(&title, "", html! {}))
        (narrow(card("", html! {
            (note(Tone::Warn, html! { (tr.t("desk-link-once")) }))
            (copyable(desk, &url))
            div.actions {
                (super::ui::link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-team"), "/desk/team"))
            }
        })))
    };
    desk.page(Nav::Settings, &title, body)
}
