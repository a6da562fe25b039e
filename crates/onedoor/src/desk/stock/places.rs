//! The places where goods lie.

use axum::Form;
use axum::response::{IntoResponse, Response};
use commerce::stock::{Location, LocationKind, NewLocation, locations, store};
use customers::accounts::{Permit, may};
use kit::Result;
use maud::{Markup, html};
use serde::Deserialize;

use super::PATH;
use crate::desk::reply::{Go, Page};
use crate::desk::ui::forms::check;
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, badge, button, card, empty, form, narrow, select, title_row,
};
use crate::desk::who::Desk;

/// The form, as it was typed. A box that is not ticked is not sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    code: String,
    name: String,
    kind: String,
    country: String,
    city: String,
    street: String,
    sells_online: String,
    ships: String,
    collects: String,
}

impl Typed {
    fn asked(&self) -> Result<NewLocation> {
        let is_on = |text: &str| text == "on";
        Ok(NewLocation {
            code: self.code.clone(),
            name: self.name.clone(),
            kind: self.kind.parse()?,
            country: self.country.clone(),
            city: self.city.clone(),
            street: self.street.clone(),
            channel: None,
            sells_online: is_on(&self.sells_online),
            ships: is_on(&self.ships),
            collects: is_on(&self.collects),
            position: 0,
        })
    }
}

pub async fn list_places(desk: Desk) -> Result<Page> {
    let _: Permit<may::ManageStock> = desk.staff.permit()?;
    let (on, country) = ("on".to_string(), desk.app.commerce.country.clone());
    let fresh = Typed { sells_online: on.clone(), ships: on, country, ..Typed::default() };
    page(&desk, &fresh, None).await
}

pub async fn create_place(desk: Desk, Form(typed): Form<Typed>) -> Result<Response> {
    let permit: Permit<may::ManageStock> = desk.staff.permit()?;
    let made = match typed.asked() {
        Ok(new) => locations::open(&desk.app.commerce, &permit, &new).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(_) => Ok(Go::to(&format!("{PATH}/places")).saying("stock-place-made").into_response()),
        Err(error) => {
            let field = match error.code {
                "bad_location_name" => "name",
                "bad_country" => "country",
                "unknown_word" => "kind",
                _ => "code",
            };
            let status = error.status();
            let fault = Fault::of(&desk, error, field)?;
            Ok(page(&desk, &typed, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

async fn page(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Result<Page> {
    let all = desk.app.ctx.db.read(store::locations).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-stock-places");
    let body = html! {
        (title_row(&title, &tr.t("desk-stock-places-lead"), html! {}))
        (narrow(html! {
            @if all.is_empty() {
                (empty(Icon::Store, &tr.t("desk-stock-no-places"), &tr.t("desk-stock-no-places-text"), html! {}))
            } @else {
                (card(&title, rows(desk, &all)))
            }
            (card(&tr.t("desk-stock-place-new"), fields(desk, typed, fault)))
        }))
    };
    Ok(desk.page(Nav::Stock, &title, body))
}

fn rows(desk: &Desk, all: &[Location]) -> Markup {
    let tr = &desk.tr;
    html! {
        ul.rows {
            @for one in all {
                li {
                    div.grow {
                        strong { (one.name) }
                        small { (one.code) " · " (one.city) ", " (one.country) }
                    }
                    (badge(Tone::Plain, None, &tr.t(&format!("desk-stock-kind-of-{}", one.kind.as_str()))))
                    @if !one.is_open() { (badge(Tone::Warn, None, &tr.t("desk-stock-closed"))) }
                }
            }
        }
    }
}

fn fields(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let kinds: Vec<(String, String)> = LocationKind::ALL
        .iter()
        .map(|kind| (kind.as_str().into(), tr.t(&format!("desk-stock-kind-of-{}", kind.as_str()))))
        .collect();
    let text = |name, key: &str, value| Field::text(name, tr.t(key), value);
    let maybe = |name, key: &str, value| Field { is_required: false, ..text(name, key, value) };
    let box_of = |name: &str, value: &str| {
        let (label, hint) = (format!("desk-stock-{name}"), format!("desk-stock-{name}-hint"));
        check(&name.replace('-', "_"), &tr.t(&label), &tr.t(&hint), value == "on")
    };
    form(
        desk,
        &format!("{PATH}/places"),
        html! {
            (text("name", "desk-stock-place-name", &typed.name).show(fault))
            (text("code", "desk-stock-place-code", &typed.code)
                .hint(tr.t("desk-stock-place-code-hint")).show(fault))
            (select("kind", &tr.t("desk-stock-place-kind"), &kinds, &typed.kind, fault))
            (text("country", "desk-stock-place-country", &typed.country)
                .hint(tr.t("desk-stock-place-country-hint")).show(fault))
            (maybe("city", "desk-stock-place-city", &typed.city).show(fault))
            (maybe("street", "desk-stock-place-street", &typed.street).show(fault))
            (box_of("sells-online", &typed.sells_online))
            (box_of("ships", &typed.ships))
            (box_of("collects", &typed.collects))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-save")))
        },
    )
}
