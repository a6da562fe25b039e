//! When a team is there, what it promises, what it says when nobody is there, and the question at the end.

use axum::extract::Path;
use axum::response::Response;
use engage::hours::{Country, Hours, Written};
use engage::teams::settings::{Away, Survey, Targets};
use engage::teams::{self, Settings, Team, store};
use kit::Result;
use kit::i18n::Lang;
use maud::{Markup, html};

use super::address;
use super::sent::{Sent, is_ticked, number, value};
use super::show::{after, asked};
use crate::desk::ui::forms::check;
use crate::desk::ui::{Fault, Field, Tone, button, card, form, select};
use crate::desk::who::Desk;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Changes a part of the settings, and leads back to the page.
async fn change(
    desk: &Desk,
    id: &str,
    field: &'static str,
    change: impl FnOnce(&mut Settings) -> Result<()>,
) -> Result<Response> {
    let (permit, id) = asked(desk, id)?;
    let mut settings = desk.app.ctx.db.read(|tx| store::find(tx, id)).await?.settings;
    let done = match change(&mut settings) {
        Ok(()) => teams::set_settings(&desk.app.engage, &permit, id, &settings).await,
        Err(error) => Err(error),
    };
    after(desk, id, done, field).await
}

pub async fn set_hours(desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response> {
    change(&desk, &id, "week", |settings| {
        let text = |name: &str| value(&sent, name).to_string();
        settings.hours = match is_ticked(&sent, "has_hours") {
            true => Some(Hours::try_from(Written {
                zone: text("zone"),
                week: DAYS.map(text),
                holidays: text("holidays"),
                closed: text("closed"),
            })?),
            false => None,
        };
        Ok(())
    })
    .await
}

pub async fn set_targets(desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response> {
    change(&desk, &id, "first", |settings| {
        settings.targets = Targets {
            first: number(&sent, "first")?,
            next: number(&sent, "next")?,
            resolution: number(&sent, "resolution")?,
            stands_pending: is_ticked(&sent, "stands_pending"),
            stands_snoozed: is_ticked(&sent, "stands_snoozed"),
        };
        Ok(())
    })
    .await
}

pub async fn set_away(desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response> {
    change(&desk, &id, "away", |settings| {
        let texts = Lang::ALL.into_iter().map(|lang| (lang, value(&sent, lang.code()).to_string()));
        let texts = texts.filter(|(_, text)| !text.is_empty()).collect();
        settings.away = Away { is_on: is_ticked(&sent, "away_on"), texts };
        Ok(())
    })
    .await
}

pub async fn set_survey(desk: Desk, Path(id): Path<String>, sent: Sent) -> Result<Response> {
    change(&desk, &id, "quiet_days", |settings| {
        let quiet_days = number(&sent, "quiet_days")?.unwrap_or_default();
        settings.survey = Survey { is_on: is_ticked(&sent, "survey_on"), quiet_days };
        Ok(())
    })
    .await
}

pub fn cards(desk: &Desk, team: &Team, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let url = |verb: &str| format!("{}/{verb}", address(team.id));
    html! {
        (card(&tr.t("desk-teams-hours"), form(desk, &url("hours"), hours(desk, team, fault))))
        (card(&tr.t("desk-teams-targets"), form(desk, &url("targets"), targets(desk, team, fault))))
        (card(&tr.t("desk-teams-away"), form(desk, &url("away"), away(desk, team, fault))))
        (card(&tr.t("desk-teams-survey"), form(desk, &url("survey"), survey(desk, team, fault))))
    }
}

/// What the form offers to a team that was always there until now.
fn office_hours(desk: &Desk) -> Written {
    let day = |n: usize| if n < 5 { "9-17" } else { "" }.to_string();
    let zone = desk.app.zone.iana_name().unwrap_or("Europe/Warsaw").to_string();
    Written { zone, week: std::array::from_fn(day), ..Written::default() }
}

fn hours(desk: &Desk, team: &Team, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let has_hours = team.settings.hours.is_some();
    let written = team.settings.hours.clone().map_or_else(|| office_hours(desk), Written::from);
    let none = (String::new(), tr.t("desk-teams-holidays-none"));
    let countries = Country::ALL.iter().map(|country| {
        let code = country.as_str();
        (code.to_string(), tr.t(&format!("desk-country-{}", code.to_lowercase())))
    });
    let countries: Vec<_> = std::iter::once(none).chain(countries).collect();
    html! {
        (check("has_hours", &tr.t("desk-teams-has-hours"), &tr.t("desk-teams-has-hours-hint"), has_hours))
        (Field::text("zone", tr.t("desk-teams-zone"), &written.zone).show(fault))
        @if let Some(fault) = fault.filter(|fault| fault.field == "week") {
            p.fault role="alert" { (fault.text) }
        }
        div.week {
            @for (n, name) in DAYS.iter().enumerate() {
                div.field {
                    label for={ "field-" (name) } { (weekday(desk, n)) }
                    input id={ "field-" (name) } name=(name) value=(written.week[n])
                        autocomplete="off" placeholder=(tr.t("desk-teams-day-off"));
                }
            }
        }
        p.hint { (tr.t("desk-teams-week-hint")) }
        (select("holidays", &tr.t("desk-teams-holidays"), &countries, &written.holidays, fault))
        div.field {
            label for="field-closed" { (tr.t("desk-teams-closed")) }
            textarea #field-closed name="closed" rows="2" placeholder="2026-12-24" { (written.closed) }
            p.hint { (tr.t("desk-teams-closed-hint")) }
        }
        (button(Tone::Plain, None, &tr.t("desk-save")))
    }
}

/// The name of a day, as the reader's language writes it in a list.
fn weekday(desk: &Desk, n: usize) -> String {
    desk.tr.t(&format!("desk-weekday-{}", DAYS[n]))
}

fn targets(desk: &Desk, team: &Team, fault: Option<&Fault>) -> Markup {
    let (tr, targets) = (&desk.tr, &team.settings.targets);
    let text = |minutes: Option<i64>| minutes.map(|n| n.to_string()).unwrap_or_default();
    let fields = [
        ("first", "desk-teams-target-first", text(targets.first)),
        ("next", "desk-teams-target-next", text(targets.next)),
        ("resolution", "desk-teams-target-resolution", text(targets.resolution)),
    ];
    html! {
        p.quiet { (tr.t("desk-teams-targets-why")) }
        @for (name, label, value) in &fields {
            @let field = Field { kind: "number", is_required: false, ..Field::text(name, tr.t(label), value) };
            (field.show(fault))
        }
        (check("stands_pending", &tr.t("desk-teams-stands-pending"), "", targets.stands_pending))
        (check("stands_snoozed", &tr.t("desk-teams-stands-snoozed"), "", targets.stands_snoozed))
        (button(Tone::Plain, None, &tr.t("desk-save")))
    }
}

fn away(desk: &Desk, team: &Team, fault: Option<&Fault>) -> Markup {
    let (tr, away) = (&desk.tr, &team.settings.away);
    html! {
        (check("away_on", &tr.t("desk-teams-away-on"), &tr.t("desk-teams-away-why"), away.is_on))
        @if let Some(fault) = fault.filter(|fault| fault.field == "away") {
            p.fault role="alert" { (fault.text) }
        }
        @for lang in Lang::ALL {
            @let id = format!("away-{}", lang.code());
            div.field {
                label for=(id) lang=(lang.code()) { (lang.own_name()) }
                textarea id=(id) name=(lang.code()) rows="2" maxlength="1000" lang=(lang.code())
                    placeholder=(engage::words::in_language(lang, "away-text", &[])) {
                    (away.texts.get(&lang).map(String::as_str).unwrap_or_default())
                }
            }
        }
        (button(Tone::Plain, None, &tr.t("desk-save")))
    }
}

fn survey(desk: &Desk, team: &Team, fault: Option<&Fault>) -> Markup {
    let (tr, survey) = (&desk.tr, &team.settings.survey);
    let days = survey.quiet_days.to_string();
    let days =
        Field { kind: "number", ..Field::text("quiet_days", tr.t("desk-teams-quiet-days"), &days) };
    html! {
        (check("survey_on", &tr.t("desk-teams-survey-on"), &tr.t("desk-teams-survey-why"), survey.is_on))
        (days.show(fault))
        (button(Tone::Plain, None, &tr.t("desk-save")))
    }
}
