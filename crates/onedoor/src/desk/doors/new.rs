//! A new door: first its kind, then its name and what passes through it.

use axum::Form;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::channels::{ChannelKind, NewChannel, Passes, upkeep};
use kit::Result;
use maud::{Markup, html};
use serde::Deserialize;

use super::{kinds, secret};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::forms::check;
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, form, link_button, narrow, title_row,
};
use crate::desk::who::Desk;

#[derive(Deserialize)]
pub struct NewDoor {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    name: String,
    #[serde(flatten)]
    passes: PassesSent,
}

/// Boxes that are not ticked are not sent.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct PassesSent {
    track: Option<String>,
    talk: Option<String>,
    sell: Option<String>,
}

impl From<&PassesSent> for Passes {
    fn from(sent: &PassesSent) -> Passes {
        Passes { track: sent.track.is_some(), talk: sent.talk.is_some(), sell: sent.sell.is_some() }
    }
}

/// The gallery, or, with `?kind=`, the form.
pub async fn show_new_door(desk: Desk) -> Result<Page> {
    let _: Permit<may::ManageDoors> = desk.staff.permit()?;
    match desk.query("kind") {
        None => Ok(gallery(&desk)),
        Some(kind) => {
            let kind: ChannelKind = kind.parse()?;
            Ok(form_page(&desk, kind, &kinds::name(&desk, kind), kind.into(), None))
        }
    }
}

pub async fn create_door(desk: Desk, Form(sent): Form<NewDoor>) -> Result<Response> {
    let permit = desk.staff.permit()?;
    let kind: ChannelKind = sent.kind.parse()?;
    let passes = Passes::from(&sent.passes);
    let new = NewChannel { kind, name: sent.name.clone() };
    match upkeep::open_new(&desk.app.ctx, &permit, &new, passes).await {
        Ok((door, key)) => {
            let go = Go::to(&format!("/desk/doors/{}", door.id)).saying("door-made");
            Ok(go.with_cookie(secret::hand_over(&desk, door.id, &key)).into_response())
        }
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "name")?;
            let page = form_page(&desk, kind, &sent.name, passes, Some(&fault));
            Ok(page.with_status(status).into_response())
        }
    }
}

fn gallery(desk: &Desk) -> Page {
    let tr = &desk.tr;
    let title = tr.t("desk-doors-new");
    let body = html! {
        (title_row(&title, &tr.t("desk-doors-new-lead"), html! {}))
        @for (heading, kinds) in kinds::GALLERY {
            section.group {
                h2 { (tr.t(heading)) }
                (kinds::choices(desk, kinds))
            }
        }
    };
    desk.page(Nav::Doors, &title, body)
}

fn form_page(
    desk: &Desk,
    kind: ChannelKind,
    name: &str,
    passes: Passes,
    fault: Option<&Fault>,
) -> Page {
    let tr = &desk.tr;
    let title = tr.t("desk-doors-new");
    let name = Field::text("name", tr.t("desk-doors-name"), name)
        .hint(tr.t("desk-doors-name-hint"))
        .focused();
    let sheet = html! {
        div.person {
            (kinds::tile(kind))
            div {
                strong { (kinds::name(desk, kind)) }
                small { (kinds::description(desk, kind)) }
            }
        }
        (form(desk, "/desk/doors", html! {
            input type="hidden" name="kind" value=(kind);
            (name.show(fault))
            (passes_fields(desk, passes, html! { (tr.t("desk-doors-passes")) }))
            div.actions {
                (button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-doors-make")))
                (link_button(Tone::Plain, None, &tr.t("desk-doors-other-kind"), "/desk/doors/new"))
            }
        }))
    };
    let body = html! {
        (title_row(&title, "", html! {}))
        (narrow(card("", sheet)))
    };
    desk.page(Nav::Doors, &title, body)
}

pub(super) fn passes_fields(desk: &Desk, passes: Passes, heading: Markup) -> Markup {
    let tr = &desk.tr;
    let one = |name: &'static str, is_on: bool| {
        let label = tr.t(&format!("desk-doors-{name}"));
        check(name, &label, &tr.t(&format!("desk-doors-{name}-hint")), is_on)
    };
    html! {
        fieldset.field {
            legend { (heading) }
            (one("track", passes.track))
            (one("talk", passes.talk))
            (one("sell", passes.sell))
        }
    }
}
