//! One's own account: password, second factor, browsers.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, Permission, Session, SessionId};
use kit::i18n::Arg;
use kit::{Result, Time};
use maud::{Markup, html};
use serde::Deserialize;

use super::reply::{Go, Page};
use super::ui::layout::tabs;
use super::ui::{
    Fault, Field, Icon, Nav, Tone, badge, button, card, confirmed_form, facts, form, icon, narrow,
    note, time, title_row,
};
use super::who::Desk;
use super::{articles, orders, ready, second_factor, shop};

#[derive(Deserialize)]
pub struct ChangedPassword {
    old: String,
    new: String,
}

/// The tabs of this part of the desk.
pub(super) fn settings_tabs(desk: &Desk, here: &str) -> Markup {
    let mut entries = vec![("/desk/settings", desk.tr.t("desk-my-account"), here == "settings")];
    if desk.staff.can(Permission::Talk) {
        entries.push((ready::PATH, desk.tr.t("desk-ready"), here == "ready"));
        entries.push((articles::PATH, desk.tr.t("desk-articles"), here == "articles"));
        let telephone = desk.tr.t("desk-calls-telephone");
        entries.push(("/desk/settings/telephone", telephone, here == "telephone"));
    }
    if desk.staff.can(Permission::ManageDoors) {
        entries.push((shop::PATH, desk.tr.t("desk-shop"), here == "shop"));
        entries.push((orders::PROVIDER, desk.tr.t("desk-payments"), here == "payments"));
    }
    if desk.staff.can(Permission::SeeTeam) {
        entries.push(("/desk/team", desk.tr.t("desk-team"), here == "team"));
        entries.push(("/desk/teams", desk.tr.t("desk-teams"), here == "teams"));
        entries.push(("/desk/rules", desk.tr.t("desk-rules"), here == "rules"));
    }
    if desk.staff.can(Permission::SeeConversations) {
        let words = desk.tr.t("desk-csat");
        entries.push(("/desk/satisfaction", words, here == "satisfaction"));
    }
    tabs(&desk.tr.t("desk-nav-settings"), &entries)
}

pub async fn show_settings(desk: Desk) -> Result<Page> {
    page(&desk, None).await
}

pub async fn change_password(desk: Desk, Form(form): Form<ChangedPassword>) -> Result<Response> {
    let ctx = &desk.app.ctx;
    let changed =
        accounts::change_password(ctx, &desk.staff, form.old, form.new, &desk.visit).await;
    match changed {
        Ok(()) => Ok(Go::to("/desk/settings").saying("password-changed").into_response()),
        Err(error) => {
            let status = error.status();
            let field = if error.code.starts_with("password_") { "new" } else { "old" };
            let fault = Fault::of(&desk, error, field)?;
            Ok(page(&desk, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

pub async fn end_session(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let id: SessionId = id.parse()?;
    accounts::end_session(&desk.app.ctx, &desk.staff, id).await?;
    Ok(Go::to("/desk/settings").saying("session-ended"))
}

pub async fn end_other_sessions(desk: Desk) -> Result<Go> {
    accounts::end_other_sessions(&desk.app.ctx, &desk.staff).await?;
    Ok(Go::to("/desk/settings").saying("session-ended"))
}

async fn page(desk: &Desk, fault: Option<&Fault>) -> Result<Page> {
    let tr = &desk.tr;
    let title = tr.t("desk-nav-settings");
    let Some(account) = &desk.account else {
        let body = html! {
            (title_row(&title, "", html! {}))
            (settings_tabs(desk, "settings"))
            (narrow(note(Tone::Accent, html! { (tr.t("desk-demo-note")) })))
        };
        return Ok(desk.page(Nav::Settings, &title, body));
    };
    let (sessions, this) = accounts::list_sessions(&desk.app.ctx, &desk.staff).await?;
    let codes_left = accounts::count_recovery_codes(&desk.app.ctx, &desk.staff).await?;
    let rows = [
        (tr.t("desk-name"), html! { (account.name) }),
        (tr.t("desk-email"), html! { (account.email) }),
        (tr.t("desk-role"), html! { (tr.t(&format!("desk-role-{}", account.role.code()))) }),
    ];
    let body = html! {
        (title_row(&title, "", html! {}))
        (settings_tabs(desk, "settings"))
        (narrow(html! {
            (card(&tr.t("desk-my-account"), html! { (facts(&rows)) (sign_out_form(desk)) }))
            (card(&tr.t("desk-password"), password_form(desk, fault)))
            (card(
                &tr.t("desk-second-factor"),
                second_factor::state(desk, account.totp_on_at, codes_left),
            ))
            (card(&tr.t("desk-sessions"), session_list(desk, &sessions, this)))
        }))
    };
    Ok(desk.page(Nav::Settings, &title, body))
}

/// On a phone the navigation has no room for it.
fn sign_out_form(desk: &Desk) -> Markup {
    let verb = button(Tone::Plain, Some(Icon::SignOut), &desk.tr.t("desk-sign-out"));
    form(desk, "/desk/sign-out", verb)
}

fn password_form(desk: &Desk, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let old = Field::password("old", tr.t("desk-old-password"), "current-password");
    let new = Field::password("new", tr.t("desk-new-password"), "new-password");
    form(
        desk,
        "/desk/settings/password",
        html! {
            (old.show(fault))
            (new.hint(tr.t("desk-password-hint")).show(fault))
            (button(Tone::Plain, None, &tr.t("desk-change-password")))
        },
    )
}

fn session_list(desk: &Desk, sessions: &[Session], this: Option<SessionId>) -> Markup {
    let tr = &desk.tr;
    html! {
        ul.rows {
            @for session in sessions {
                li {
                    (icon(Icon::Laptop))
                    div.grow {
                        strong { (browser_name(&session.user_agent)) }
                        small { (session.ip) " · " (seen(desk, session.seen_at)) }
                    }
                    @if Some(session.id) == this {
                        (badge(Tone::Good, Some(Icon::Check), &tr.t("desk-this-browser")))
                    } @else {
                        (confirmed_form(
                            desk,
                            &format!("/desk/settings/sessions/{}/end", session.id),
                            &tr.t("desk-end-session-ask"),
                            Tone::Bad,
                            &tr.t("desk-sign-out"),
                            html! {},
                        ))
                    }
                }
            }
        }
        @if sessions.len() > 1 {
            (confirmed_form(
                desk,
                "/desk/settings/sessions/end-others",
                &tr.t("desk-end-others-ask"),
                Tone::Bad,
                &tr.with("desk-end-others", &[("count", Arg::Int(sessions.len() as i64 - 1))]),
                html! {},
            ))
        }
    }
}

fn seen(desk: &Desk, at: Time) -> Markup {
    html! { (desk.tr.t("desk-seen")) " " (time(desk, at)) }
}

/// “Firefox · Windows”: enough to know one's own browsers apart.
fn browser_name(user_agent: &str) -> String {
    let first = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    // The order matters: each of these also claims to be those below it.
    let browser = first(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser} · {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "?".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_known_by_their_own_name() {
        let check = |agent: &str, name: &str| assert_eq!(browser_name(agent), name);
        let edge =
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/155.0 Safari/537.36 Edg/155.0";
        check(edge, "Edge · Windows");
        check(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 20_0 like Mac OS X) Safari/604.1",
            "Safari · iPhone",
        );
        check("curl/8.5.0", "curl");
        check("", "?");
    }
}
