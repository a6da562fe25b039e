//! All links, and a new one.

use axum::Form;
use axum::response::{IntoResponse, Response};
use commerce::connectors::{Shown, System, desk as links};
use commerce::stock::store;
use customers::accounts::{Permission, Permit, may};
use kit::Result;
use maud::{Markup, html};

use super::PATH;
use super::form::{self, Typed};
use super::show::standing;
use crate::desk::reply::{Go, Page};
use crate::desk::ui::{
    Cell, Fault, Icon, Nav, Tone, card, empty, link_button, narrow, table, time, title_row,
};
use crate::desk::who::Desk;

pub async fn list_links(desk: Desk) -> Result<Page> {
    let permit: Permit<may::SeeDoors> = desk.staff.permit()?;
    let all = links::list(&desk.app.commerce, &permit).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-links");
    let headings = ["desk-links-name", "desk-links-system", "desk-state", "desk-links-read-last"];
    let headings = headings.map(|key| tr.t(key));
    let rows: Vec<Vec<Cell>> = all.iter().map(|one| row(&desk, one)).collect();
    let new = link_button(
        Tone::Accent,
        Some(Icon::Marketplace),
        &tr.t("desk-links-new"),
        &format!("{PATH}/new"),
    );
    let may_manage = desk.staff.can(Permission::ManageDoors);
    let body = html! {
        (title_row(&title, &tr.t("desk-links-lead"), html! {
            @if may_manage && !all.is_empty() { (new) }
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-doors"), "/desk/doors"))
        }))
        @if all.is_empty() {
            (empty(Icon::Marketplace, &tr.t("desk-links-none"), &tr.t("desk-links-none-text"), html! {
                @if may_manage { (new) }
            }))
        } @else {
            (table(&title, &headings, &rows, None))
        }
    };
    Ok(desk.page(Nav::Doors, &title, body))
}

fn row(desk: &Desk, one: &Shown) -> Vec<Cell> {
    let link = &one.link;
    vec![
        html! { a.strong href={ (PATH) "/" (link.id()) } { (link.channel.name) } },
        html! { (link.system.name()) },
        standing(desk, one),
        html! { @if let Some(at) = link.synced_at { (time(desk, at)) } @else { "–" } },
    ]
}

pub async fn show_new_link(desk: Desk) -> Result<Page> {
    let _: Permit<may::ManageDoors> = desk.staff.permit()?;
    let system = desk.query("system").and_then(|word| word.parse::<System>().ok());
    match system {
        Some(system) => new(&desk, &Typed::fresh(&desk, system), None).await,
        None => Ok(choose(&desk)),
    }
}

/// Which system: each with what it can.
fn choose(desk: &Desk) -> Page {
    let tr = &desk.tr;
    let title = tr.t("desk-links-new");
    let one = |system: &System| -> Markup {
        let address = format!("{PATH}/new?system={}", system.as_str());
        html! {
            li {
                div.grow {
                    strong { (system.name()) }
                    small { (tr.t(&format!("desk-links-about-{}", system.as_str()))) }
                }
                (link_button(Tone::Plain, None, &tr.t("desk-links-choose"), &address))
            }
        }
    };
    let body = html! {
        (title_row(&title, &tr.t("desk-links-lead"), html! {}))
        (narrow(card(&tr.t("desk-links-which"), html! {
            ul.rows { @for system in System::ALL { (one(system)) } }
        })))
    };
    desk.page(Nav::Doors, &title, body)
}

async fn new(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Result<Page> {
    let places = desk.app.ctx.db.read(store::locations).await?;
    let title = desk.tr.t("desk-links-new");
    let body = html! {
        (title_row(&title, &desk.tr.t("desk-links-lead"), html! {}))
        (narrow(card("", form::show(desk, PATH, typed, true, &places, fault))))
    };
    Ok(desk.page(Nav::Doors, &title, body))
}

pub async fn create_link(desk: Desk, Form(typed): Form<Typed>) -> Result<Response> {
    let permit: Permit<may::ManageDoors> = desk.staff.permit()?;
    let made = match typed.asked() {
        Ok(new) => links::connect(&desk.app.commerce, &permit, &new).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(id) => Ok(Go::to(&format!("{PATH}/{id}")).saying("links-made").into_response()),
        Err(error) => {
            let (status, field) = (error.status(), form::field_of(error.code));
            let fault = Fault::of(&desk, error, field)?;
            Ok(new(&desk, &typed, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}
