//! A test message by a new door: to an address that is typed, or back to whoever has just written.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permission, Permit, may};
use customers::channels::Channel;
use engage::connectors::trial::{self, To};
use engage::connectors::{Provider, setup};
use kit::Result;
use kit::i18n::Arg;
use maud::{Markup, html};
use serde::Deserialize;

use super::connection::failed;
use super::show::parse;
use crate::desk::reply::Go;
use crate::desk::ui::{Field, Icon, Tone, button, form, time};
use crate::desk::who::Desk;

#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    to: String,
}

pub async fn try_door(
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let permit: Permit<may::ManageDoors> = desk.staff.permit()?;
    let id = parse(&id)?;
    let door = customers::channels::upkeep::find(&desk.app.ctx, &desk.staff.permit()?, id).await?;
    let text = desk.tr.with("desk-doors-trial-text", &[("name", Arg::Text(door.name))]);
    match trial::send(&desk.app.engage, &permit, id, &typed.to, text).await {
        Ok(()) => Ok(Go::to(&format!("/desk/doors/{id}")).saying("door-tried").into_response()),
        Err(error) => failed(&desk, id, error).await,
    }
}

/// Where an address is typed: below the connection.
pub async fn typed(desk: &Desk, door: &Channel) -> Result<Markup> {
    let Some(To::Typed(_)) = to(desk, door).await? else { return Ok(html! {}) };
    let tr = &desk.tr;
    let label = tr.t(&format!("desk-doors-trial-to-{}", door.kind));
    Ok(html! {
        (form(desk, &format!("/desk/doors/{}/connection/trial", door.id), html! {
            (Field { kind: "text", ..Field::text("to", label, "") }.show(None))
            (button(Tone::Plain, Some(Icon::Plane), &tr.t("desk-doors-trial")))
        }))
    })
}

/// Where it goes back to whoever wrote: in the part of the page that changes by itself.
pub async fn back(desk: &Desk, door: &Channel) -> Result<Markup> {
    if !desk.staff.can(Permission::ManageDoors) || !is_connected(desk, door).await? {
        return Ok(html! {});
    }
    let Some(To::Last(last)) = to(desk, door).await? else { return Ok(html! {}) };
    let tr = &desk.tr;
    Ok(html! {
        section.card {
            h2 { (tr.t("desk-doors-trial")) }
            @match last {
                None => p.quiet { (tr.t("desk-doors-trial-nobody")) },
                Some(last) => {
                    @let name = last.name.unwrap_or_else(|| tr.t("desk-doors-visitor"));
                    p { (tr.with("desk-doors-trial-back", &[("name", Arg::Text(name))])) " · " (time(desk, last.at)) }
                    (form(desk, &format!("/desk/doors/{}/connection/trial", door.id), html! {
                        (button(Tone::Plain, Some(Icon::Plane), &tr.t("desk-doors-trial-do")))
                    }))
                }
            }
        }
    })
}

async fn to(desk: &Desk, door: &Channel) -> Result<Option<To>> {
    let (id, kind, now) = (door.id, door.kind, desk.now);
    desk.app.ctx.db.read(|tx| trial::to(tx, id, kind, now)).await
}

async fn is_connected(desk: &Desk, door: &Channel) -> Result<bool> {
    let link = setup::find_maybe(&desk.app.engage, &desk.staff.permit()?, door.id).await?;
    Ok(link.is_some_and(|link| Provider::default_of(door.kind) != Some(link.provider)))
}
