//! What can be changed of a door.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::channels::{Channel, ChannelId, Passes, upkeep};
use kit::Result;
use kit::i18n::Arg;
use maud::{Markup, html};
use serde::Deserialize;

use super::new::{PassesSent, passes_fields};
use super::secret;
use super::show::{page, parse};
use crate::desk::reply::Go;
use crate::desk::ui::{Fault, Field, Tone, button, card, confirmed_form, form};
use crate::desk::who::Desk;

#[derive(Deserialize)]
pub struct NewName {
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
pub struct NewPasses {
    #[serde(flatten)]
    passes: PassesSent,
}

pub async fn rename_door(
    desk: Desk,
    Path(id): Path<String>,
    Form(new): Form<NewName>,
) -> Result<Response> {
    let (permit, id) = manage(&desk, &id)?;
    match upkeep::rename(&desk.app.ctx, &permit, id, &new.name).await {
        Ok(()) => Ok(back(id).saying("door-renamed").into_response()),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "name")?;
            Ok(page(&desk, id, None, Some(&fault), None).await?.with_status(status).into_response())
        }
    }
}

pub async fn change_passes(
    desk: Desk,
    Path(id): Path<String>,
    Form(new): Form<NewPasses>,
) -> Result<Go> {
    let (permit, id) = manage(&desk, &id)?;
    let passes = Passes::from(&new.passes);
    upkeep::set_passes(&desk.app.ctx, &permit, id, passes).await?;
    Ok(back(id).saying("door-changed"))
}

pub async fn replace_secret(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let (permit, id) = manage(&desk, &id)?;
    let key = upkeep::replace_secret(&desk.app.ctx, &permit, id).await?;
    Ok(back(id).saying("door-secret").with_cookie(secret::hand_over(&desk, id, &key)))
}

pub async fn shut_door(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let (permit, id) = manage(&desk, &id)?;
    upkeep::shut(&desk.app.ctx, &permit, id).await?;
    Ok(back(id).saying("door-shut"))
}

pub async fn reopen_door(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let (permit, id) = manage(&desk, &id)?;
    upkeep::reopen(&desk.app.ctx, &permit, id).await?;
    Ok(back(id).saying("door-opened"))
}

/// The right first: whoever has none does not learn which doors there are.
fn manage(desk: &Desk, id: &str) -> Result<(Permit<may::ManageDoors>, ChannelId)> {
    Ok((desk.staff.permit()?, parse(id)?))
}

fn back(id: ChannelId) -> Go {
    Go::to(&format!("/desk/doors/{id}"))
}

pub(super) fn show(desk: &Desk, door: &Channel, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let url = |verb: &str| format!("/desk/doors/{}/{verb}", door.id);
    let passes = Passes { track: door.track, talk: door.talk, sell: door.sell };
    html! {
        div.pair {
            (card("", form(desk, &url("passes"), html! {
                (passes_fields(desk, passes, html! { h2 { (tr.t("desk-doors-passes-title")) } }))
                (button(Tone::Plain, None, &tr.t("desk-save")))
            })))
            div {
                (card(&tr.t("desk-doors-rename"), form(desk, &url("name"), html! {
                    (Field::text("name", tr.t("desk-doors-name"), &door.name).show(fault))
                    (button(Tone::Plain, None, &tr.t("desk-save")))
                })))
                (open_or_shut(desk, door))
            }
        }
    }
}

fn open_or_shut(desk: &Desk, door: &Channel) -> Markup {
    let tr = &desk.tr;
    let name = || [("name", Arg::Text(door.name.clone()))];
    let is_open = door.disabled_at.is_none();
    let (title, text, verb, tone) = if is_open {
        ("desk-doors-shut-title", "desk-doors-shut-text", "shut", Tone::Bad)
    } else {
        ("desk-doors-open-title", "desk-doors-open-text", "open", Tone::Accent)
    };
    let question = tr.with(&format!("desk-doors-{verb}-ask"), &name());
    let action = format!("/desk/doors/{}/{verb}", door.id);
    let words = tr.t(&format!("desk-doors-{verb}-do"));
    card(
        &tr.t(title),
        html! {
            p.quiet { (tr.t(text)) }
            (confirmed_form(desk, &action, &question, tone, &words, html! {}))
        },
    )
}
