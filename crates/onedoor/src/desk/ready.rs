//! The ready answers of the shop, in the settings: all who answer share them.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use engage::ready::rules::VARIABLES;
use engage::ready::{self, New, Ready, ReadyId};
use kit::i18n::Lang;
use kit::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::reply::{Go, Page};
use super::settings::settings_tabs;
use super::ui::forms::select;
use super::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, confirmed_form, empty, form, narrow, title_row,
};
use super::who::Desk;

pub const PATH: &str = "/desk/settings/ready";

/// The form, as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    shortcut: String,
    language: String,
    title: String,
    body: String,
    choices: String,
}

impl Typed {
    fn of(ready: &Ready) -> Typed {
        Typed {
            shortcut: ready.shortcut.clone(),
            language: ready.lang.code().into(),
            title: ready.title.clone(),
            body: ready.body.clone(),
            choices: ready.choices.join("\n"),
        }
    }

    fn asked(&self, desk: &Desk) -> New {
        New {
            shortcut: self.shortcut.clone(),
            lang: Lang::parse(&self.language).unwrap_or(desk.tr.lang()),
            title: self.title.clone(),
            body: self.body.clone(),
            choices: self.choices.clone(),
        }
    }
}

fn parse_id(text: &str) -> Result<ReadyId> {
    text.parse().map_err(|_| Error::not_found("ready answer of this id"))
}

pub async fn list_ready(desk: Desk) -> Result<Page> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let all = desk.app.ctx.db.read(ready::list).await?;
    let body = html! {
        (narrow(html! {
            (card(&desk.tr.t("desk-ready-new"), fields(&desk, PATH, &Typed::default(), None)))
            @if all.is_empty() {
                (empty(Icon::Bolt, &desk.tr.t("desk-ready-none"), &desk.tr.t("desk-ready-none-text"), html! {}))
            } @else {
                (card(&desk.tr.t("desk-ready"), rows(&desk, &all)))
            }
        }))
    };
    Ok(page(&desk, body))
}

pub async fn create_ready(desk: Desk, Form(typed): Form<Typed>) -> Result<Response> {
    save(desk, None, typed).await
}

pub async fn show_ready(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    let ready = desk.app.ctx.db.read(|tx| ready::find(tx, id)).await?;
    Ok(editor(&desk, Some(id), &Typed::of(&ready), None))
}

pub async fn change_ready(
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    save(desk, Some(id), typed).await
}

pub async fn delete_ready(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    ready::delete(&desk.app.engage, &permit, parse_id(&id)?).await?;
    Ok(Go::to(PATH).saying("ready-deleted"))
}

async fn save(desk: Desk, id: Option<ReadyId>, typed: Typed) -> Result<Response> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    match ready::save(&desk.app.engage, &permit, id, &typed.asked(&desk)).await {
        Ok(_) => Ok(Go::to(PATH).saying("ready-saved").into_response()),
        Err(error) => {
            let field = if error.code.starts_with("bad_shortcut") || error.code == "shortcut_taken"
            {
                "shortcut"
            } else if error.code == "bad_choices" {
                "choices"
            } else {
                "body"
            };
            let status = error.status();
            let fault = Fault::of(&desk, error, field)?;
            Ok(editor(&desk, id, &typed, Some(&fault)).with_status(status).into_response())
        }
    }
}

fn page(desk: &Desk, body: Markup) -> Page {
    let title = desk.tr.t("desk-ready");
    let body = html! {
        (title_row(&title, &desk.tr.t("desk-ready-lead"), html! {}))
        (settings_tabs(desk, "ready"))
        (body)
    };
    desk.page(Nav::Settings, &title, body)
}

fn editor(desk: &Desk, id: Option<ReadyId>, typed: &Typed, fault: Option<&Fault>) -> Page {
    let to = id.map_or(PATH.to_string(), |id| format!("{PATH}/{id}"));
    let title = if id.is_some() { "desk-ready-change" } else { "desk-ready-new" };
    page(desk, narrow(card(&desk.tr.t(title), fields(desk, &to, typed, fault))))
}

fn fields(desk: &Desk, to: &str, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let languages = Lang::ALL.map(|lang| (lang.code().to_string(), lang.own_name().to_string()));
    let chosen = if typed.language.is_empty() { tr.lang().code() } else { &typed.language };
    let shortcut = Field::text("shortcut", tr.t("desk-ready-shortcut"), &typed.shortcut);
    let title = Field {
        is_required: false,
        ..Field::text("title", tr.t("desk-ready-title"), &typed.title)
    };
    let body_fault = fault.filter(|fault| fault.field == "body");
    form(
        desk,
        to,
        html! {
            (shortcut.hint(tr.t("desk-ready-shortcut-hint")).show(fault))
            (select("language", &tr.t("desk-language"), &languages, chosen, fault))
            (title.show(fault))
            div.field {
                label for="field-body" { (tr.t("desk-ready-body")) }
                textarea #field-body name="body" rows="5" required aria-describedby="field-body-hint"
                    aria-invalid=[body_fault.map(|_| "true")] { (typed.body) }
                @if let Some(fault) = body_fault {
                    p.fault #field-body-hint { (fault.text) }
                } @else {
                    p.hint #field-body-hint {
                        (tr.t("desk-ready-body-hint")) " "
                        @for variable in VARIABLES { code { "{" (variable) "}" } " " }
                    }
                }
            }
            (choices(desk, &typed.choices, fault.filter(|fault| fault.field == "choices")))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-save")))
        },
    )
}

fn choices(desk: &Desk, typed: &str, fault: Option<&Fault>) -> Markup {
    html! {
        div.field {
            label for="field-choices" { (desk.tr.t("desk-ready-choices")) }
            textarea #field-choices name="choices" rows="3" aria-describedby="field-choices-hint"
                aria-invalid=[fault.map(|_| "true")] { (typed) }
            @if let Some(fault) = fault {
                p.fault #field-choices-hint { (fault.text) }
            } @else {
                p.hint #field-choices-hint { (desk.tr.t("desk-choices-hint")) }
            }
        }
    }
}

fn rows(desk: &Desk, all: &[Ready]) -> Markup {
    html! {
        ul.rows data-list {
            @for one in all {
                li {
                    div.grow {
                        a href={ (PATH) "/" (one.id) } { "/" (one.shortcut) " · " (one.lang.own_name()) }
                        strong { (one.title) }
                        small { (kit::text::clip(&one.body, 120)) }
                        @if !one.choices.is_empty() { small { (one.choices.join(" · ")) } }
                    }
                    (confirmed_form(
                        desk,
                        &format!("{PATH}/{}/removal", one.id),
                        &desk.tr.t("desk-ready-delete-ask"),
                        Tone::Bad,
                        &desk.tr.t("desk-ready-delete"),
                        html! {},
                    ))
                }
            }
        }
    }
}
