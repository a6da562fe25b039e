//! One link: how it stands, how far it was read, what is wrong, and how it is connected.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use commerce::connectors::{Progress, Shown, State, desk as links};
use commerce::stock::store;
use customers::accounts::{Permission, Permit, may};
use customers::channels::ChannelId;
use kit::Result;
use kit::i18n::Arg;
use maud::{Markup, html};
use serde::Deserialize;

use super::form::{self, Typed};
use super::{PATH, id_of};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::{
    Fault, Icon, Nav, Tone, badge, button, card, confirmed_form, copyable, facts, form as form_of,
    link_button, note, time, title_row,
};
use crate::desk::who::Desk;

fn permit(desk: &Desk) -> Result<Permit<may::ManageDoors>> {
    desk.staff.permit()
}

fn address(id: ChannelId) -> String {
    format!("{PATH}/{id}")
}

/// How a link stands, in a word.
pub fn standing(desk: &Desk, one: &Shown) -> Markup {
    let tr = &desk.tr;
    let (tone, picture, key) = match (one.link.state, &one.link.error) {
        (State::Paused, Some(_)) => (Tone::Bad, Some(Icon::Warning), "desk-links-refused"),
        (State::Paused, None) => (Tone::Plain, None, "desk-links-paused"),
        (_, Some(_)) => (Tone::Warn, Some(Icon::Warning), "desk-links-failing"),
        (State::Importing, None) => (Tone::Accent, None, "desk-links-importing"),
        (State::Running, None) => (Tone::Good, Some(Icon::Check), "desk-links-running"),
    };
    badge(tone, picture, &tr.t(key))
}

pub async fn show_link(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::SeeDoors> = desk.staff.permit()?;
    page(&desk, id_of(&id)?, None, None).await
}

async fn page(
    desk: &Desk,
    id: ChannelId,
    typed: Option<&Typed>,
    fault: Option<&Fault>,
) -> Result<Page> {
    let permit: Permit<may::SeeDoors> = desk.staff.permit()?;
    let shown = links::show(&desk.app.commerce, &permit, id).await?;
    let may_manage = desk.staff.can(Permission::ManageDoors);
    let known = Typed::of(&shown.link);
    let places = desk.app.ctx.db.read(store::locations).await?;
    let tr = &desk.tr;
    let title = shown.link.channel.name.clone();
    let body = html! {
        (title_row(&title, shown.link.system.name(), html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-links"), PATH))
        }))
        div.narrow {
            @if let Some(error) = &shown.link.error { (wrong(desk, &shown, error)) }
            (card(&tr.t("desk-links-standing"), state(desk, &shown)))
            @if may_manage { (card(&tr.t("desk-links-deeds"), deeds(desk, &shown))) }
            @if !shown.problems.is_empty() {
                (card(&tr.t("desk-links-problems"), problems(desk, &shown, may_manage)))
            }
            @if may_manage && shown.link.system.has_webhooks() {
                (card(&tr.t("desk-links-webhooks"), webhooks(desk, &shown)))
            }
            @if may_manage {
                (card(&tr.t("desk-links-connection"),
                    form::show(desk, &address(id), typed.unwrap_or(&known), false, &places, fault)))
            }
        }
    };
    Ok(desk.page(Nav::Doors, &title, body))
}

/// What the other side said, and what to do.
fn wrong(desk: &Desk, shown: &Shown, error: &str) -> Markup {
    let tr = &desk.tr;
    let (tone, key) = match shown.link.state {
        State::Paused => (Tone::Bad, "desk-links-refused-text"),
        State::Importing | State::Running => (Tone::Warn, "desk-links-failing-text"),
    };
    note(
        tone,
        html! {
            p { (tr.t(key)) }
            p { code { (error) } }
            @if let Some(at) = shown.link.failed_at { p.hint { (time(desk, at)) } }
        },
    )
}

fn state(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    let never = tr.t("desk-links-not-yet");
    let read = |one: &Progress| -> (String, Markup) {
        let name = tr.t(&format!("desk-links-feed-{}", one.feed.as_str()));
        let taken = tr.with("desk-links-taken", &[("count", Arg::Int(one.taken))]);
        let value = html! {
            (taken)
            @match one.done_at {
                Some(_) => { " " (badge(Tone::Good, Some(Icon::Check), &tr.t("desk-links-complete"))) }
                None => { " " (badge(Tone::Plain, None, &never)) }
            }
        };
        (name, value)
    };
    let mut rows = vec![
        (tr.t("desk-state"), standing(desk, shown)),
        (
            tr.t("desk-links-read-last"),
            match shown.link.synced_at {
                Some(at) => time(desk, at),
                None => html! { (never) },
            },
        ),
    ];
    rows.extend(shown.progress.iter().map(read));
    facts(&rows)
}

fn deeds(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    let id = shown.link.id();
    let is_paused = shown.link.state == State::Paused;
    let (word, verb) = match is_paused {
        true => ("on", tr.t("desk-links-resume")),
        false => ("off", tr.t("desk-links-pause")),
    };
    html! {
        div.actions {
            @if !is_paused {
                (form_of(desk, &format!("{}/reading", address(id)),
                    button(Tone::Accent, None, &tr.t("desk-links-read-now"))))
            }
            (form_of(desk, &format!("{}/test", address(id)),
                button(Tone::Plain, None, &tr.t("desk-links-test"))))
            (form_of(desk, &format!("{}/pause", address(id)), html! {
                input type="hidden" name="turn" value=(word);
                (button(Tone::Plain, None, &verb))
            }))
            @if !is_paused {
                (confirmed_form(desk, &format!("{}/reading", address(id)),
                    &tr.t("desk-links-read-all-sure"), Tone::Accent, &tr.t("desk-links-read-all"),
                    html! { input type="hidden" name="all" value="on"; }))
            }
        }
    }
}

fn problems(desk: &Desk, shown: &Shown, may_manage: bool) -> Markup {
    let tr = &desk.tr;
    let words = |problem: &str| match problem.split_once(':') {
        Some(("short", skus)) => {
            tr.with("desk-links-problem-short", &[("skus", Arg::Text(skus.to_string()))])
        }
        Some(("refused", why)) => {
            tr.with("desk-links-problem-refused", &[("why", Arg::Text(why.to_string()))])
        }
        _ => tr.t("desk-links-problem-edited"),
    };
    html! {
        ul.rows {
            @for (number, problem) in &shown.problems {
                li { div.grow { strong { (number) } small { (words(problem)) } } }
            }
        }
        @if may_manage {
            (form_of(desk, &format!("{}/problems", address(shown.link.id())),
                button(Tone::Plain, Some(Icon::Check), &tr.t("desk-links-problems-seen"))))
        }
    }
}

/// Where they shall bring what happens there.
fn webhooks(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    let system = shown.link.system.as_str();
    html! {
        p { (tr.t(&format!("desk-links-webhooks-{system}"))) }
        (copyable(desk, &format!("/hooks/{}/{system}", shown.link.id())))
    }
}

pub async fn change_link(
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let (permit, id) = (permit(&desk)?, id_of(&id)?);
    let changed = match typed.asked() {
        Ok(new) => links::change(&desk.app.commerce, &permit, id, &new).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(()) => Ok(Go::to(&address(id)).saying("links-saved").into_response()),
        Err(error) => {
            let (status, field) = (error.status(), form::field_of(error.code));
            let fault = Fault::of(&desk, error, field)?;
            let page = page(&desk, id, Some(&typed), Some(&fault)).await?;
            Ok(page.with_status(status).into_response())
        }
    }
}

pub async fn test_link(desk: Desk, Path(id): Path<String>) -> Result<Response> {
    let (permit, id) = (permit(&desk)?, id_of(&id)?);
    match links::test(&desk.app.commerce, &permit, id).await {
        Ok(()) => Ok(Go::to(&address(id)).saying("links-works").into_response()),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "url")?;
            Ok(page(&desk, id, None, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Reading {
    all: String,
}

pub async fn read_link(
    desk: Desk,
    Path(id): Path<String>,
    Form(asked): Form<Reading>,
) -> Result<Go> {
    let (permit, id) = (permit(&desk)?, id_of(&id)?);
    links::read_now(&desk.app.commerce, &permit, id, asked.all == "on").await?;
    Ok(Go::to(&address(id)).saying("links-reading"))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Pause {
    turn: String,
}

pub async fn pause_link(
    desk: Desk,
    Path(id): Path<String>,
    Form(asked): Form<Pause>,
) -> Result<Go> {
    let (permit, id) = (permit(&desk)?, id_of(&id)?);
    links::pause(&desk.app.commerce, &permit, id, asked.turn != "on").await?;
    Ok(Go::to(&address(id)).saying(if asked.turn == "on" {
        "links-resumed"
    } else {
        "links-paused"
    }))
}

pub async fn clear_problems(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let (permit, id) = (permit(&desk)?, id_of(&id)?);
    links::clear_problems(&desk.app.commerce, &permit, id).await?;
    Ok(Go::to(&address(id)).saying("links-seen"))
}
