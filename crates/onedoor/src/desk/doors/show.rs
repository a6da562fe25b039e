//! The page of one door.

use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use customers::accounts::{Permission, Permit, may};
use customers::channels::{Channel, ChannelId, SecretKey, upkeep};
use kit::{Error, Result};
use maud::{Markup, html};

use super::connection::{self, Attempt};
use super::{abilities, arriving, connect, kinds, list, reach, secret, settings};
use crate::desk::live;
use crate::desk::reply::Page;
use crate::desk::ui::{Fault, Icon, Nav, icon};
use crate::desk::who::Desk;

pub async fn show_door(desk: Desk, Path(id): Path<String>, headers: HeaderMap) -> Result<Page> {
    let _: Permit<may::SeeDoors> = desk.staff.permit()?;
    let id = parse(&id)?;
    let found = secret::take(&desk, id, &headers);
    let (key, gone) = found.map_or((None, None), |(key, gone)| (Some(key), Some(gone)));
    let shown = page(&desk, id, key.as_ref(), None, None).await?;
    Ok(match gone {
        Some(gone) => shown.with_cookie(gone),
        None => shown,
    })
}

/// The upper part, whenever something comes in.
pub async fn live_door(desk: Desk, Path(id): Path<String>) -> Result<impl IntoResponse> {
    let _: Permit<may::SeeDoors> = desk.staff.permit()?;
    let id = parse(&id)?;
    let db = desk.app.ctx.db.clone();
    Ok(live::state(&db, move || {
        let desk = desk.clone();
        async move {
            let desk = desk.renewed().await?;
            let door = upkeep::find(&desk.app.ctx, &desk.staff.permit()?, id).await?;
            arriving::show(&desk, &door).await
        }
    }))
}

pub(super) fn parse(id: &str) -> Result<ChannelId> {
    id.parse().map_err(|_| Error::not_found("door of this address"))
}

pub(super) async fn page(
    desk: &Desk,
    id: ChannelId,
    key: Option<&SecretKey>,
    fault: Option<&Fault>,
    attempt: Option<&Attempt>,
) -> Result<Page> {
    let door = upkeep::find(&desk.app.ctx, &desk.staff.permit()?, id).await?;
    let arriving = arriving::show(desk, &door).await?;
    let may_manage = desk.staff.can(Permission::ManageDoors);
    let (connection, reach) = if may_manage {
        (connection::show(desk, &door, attempt).await?, reach::show(desk, &door).await?)
    } else {
        (html! {}, html! {})
    };
    let body = html! {
        (heading(desk, &door))
        @if may_manage && key.is_some() { (connect::keys(desk, &door, key)) }
        div.door-live data-live={ "/desk/doors/" (door.id) "/live" } { (arriving) }
        p #said.hidden role="status" {}
        @if may_manage {
            (connection)
            (reach)
            (connect::snippets(desk, &door))
            @if key.is_none() { (connect::keys(desk, &door, None)) }
            (settings::show(desk, &door, fault))
        }
        (abilities::show(desk, door.kind))
    };
    Ok(desk.page(Nav::Doors, &door.name, body))
}

fn heading(desk: &Desk, door: &Channel) -> Markup {
    html! {
        p.back { a href="/desk/doors" { (icon(Icon::Left)) (desk.tr.t("desk-nav-doors")) } }
        header.title-row {
            div.person.headline {
                (kinds::tile(door.kind))
                div {
                    h1 { (door.name) }
                    div.actions {
                        span.quiet { (kinds::name(desk, door.kind)) }
                        (list::state(desk, door.disabled_at))
                    }
                }
            }
        }
    }
}
