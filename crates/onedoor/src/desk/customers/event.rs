//! One event as it came, for whoever connects doors: the raw properties and where they came from.

use axum::extract::Path;
use customers::accounts::{Permission, Permit, may};
use customers::context::api::parse_cursor;
use customers::context::{store, timeline};
use customers::events::Event;
use customers::identities::store as identities;
use kit::{Error, Result};
use maud::{Markup, html};
use serde_json::value::RawValue;

use super::naming::{self, Doors};
use super::{address, parse_id, root_of};
use crate::desk::reply::Page;
use crate::desk::ui::{Icon, Nav, Tone, facts, link_button, title_row};
use crate::desk::who::Desk;

/// Raw properties are for those who connect the doors.
pub fn may_see(desk: &Desk) -> bool {
    desk.staff.can(Permission::ManageDoors)
}

pub async fn show_event(desk: Desk, Path((id, place)): Path<(String, String)>) -> Result<Page> {
    let _: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let _: Permit<may::ManageDoors> = desk.staff.permit()?;
    let root = root_of(&desk, parse_id(&id)?).await?;
    let place = parse_cursor(&place)?;
    let log = &desk.app.ctx.recorder.log;
    let (event, doors) = desk
        .app
        .ctx
        .db
        .read(|tx| {
            let found = timeline::find(tx, log, &identities::leaves(tx, root)?, place)?;
            let event = found.ok_or_else(|| Error::not_found("event of this customer"))?;
            let doors = store::doors(tx, [event.channel_id].into())?;
            Ok((event, doors))
        })
        .await?;
    let tr = &desk.tr;
    let title = if event.name.is_empty() { event.kind.as_str() } else { &event.name };
    let back =
        link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-customers-back"), &address(root));
    let body = html! {
        (title_row(title, "", back))
        div #event.card { (raw(&desk, &event, &doors)) }
    };
    Ok(desk.page(Nav::Customers, title, body))
}

fn raw(desk: &Desk, event: &Event, doors: &Doors) -> Markup {
    let tr = &desk.tr;
    let name = |key: &str| tr.t(&format!("desk-customers-raw-{key}"));
    let mut rows = vec![
        (name("call"), html! { code { (event.kind.as_str()) " · " (event.name) } }),
        (name("door"), naming::door(desk, doors, event.channel_id)),
        (name("occurred"), html! { code { (event.occurred_at) } }),
        (name("received"), html! { code { (event.received_at) } }),
        (name("id"), html! { code { (event.id) } }),
        (name("leaf"), html! { code { (event.customer_id) } }),
    ];
    if let Some(device) = &event.device {
        rows.push((name("device"), html! { code { (device) } }));
    }
    html! {
        (facts(&rows))
        pre { code { (pretty(&event.properties)) } }
        @if let Some(context) = &event.context {
            p.hint { (name("context")) }
            pre { code { (pretty(context)) } }
        }
    }
}

/// Indented; as it is, where it cannot be read (which the recorder would have refused).
fn pretty(raw: &RawValue) -> String {
    serde_json::from_str::<serde_json::Value>(raw.get())
        .and_then(|value| serde_json::to_string_pretty(&value))
        .unwrap_or_else(|_| raw.get().to_owned())
}
