//! All doors: what passes through each, and whether it works.

use std::collections::BTreeMap;

use axum::response::IntoResponse;
use customers::accounts::{Permission, Permit, may};
use customers::channels::activity::{self, Activity};
use customers::channels::{Channel, ChannelId, Passes, upkeep};
use engage::connectors::tokens::{self, Standing};
use kit::i18n::Arg;
use kit::{Result, Time, Tx};
use maud::{Markup, html};

use super::{kinds, token};
use crate::desk::live;
use crate::desk::reply::Page;
use crate::desk::ui::{Cell, Icon, Nav, Tone, badge, link_button, table, time, title_row};
use crate::desk::who::Desk;

pub async fn list_doors(desk: Desk) -> Result<Page> {
    let tr = &desk.tr;
    let loaded = load(&desk).await?;
    let doors = &loaded.doors;
    let title = tr.t("desk-nav-doors");
    let may_make = desk.staff.can(Permission::ManageDoors);
    let add = html! {
        (link_button(Tone::Plain, Some(Icon::Marketplace), &tr.t("desk-links"), "/desk/links"))
        @if may_make {
            (link_button(Tone::Plain, Some(Icon::Code), &tr.t("desk-webhooks"), "/desk/webhooks"))
        }
        @if may_make && !doors.is_empty() {
            (link_button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-doors-add"), "/desk/doors/new"))
        }
    };
    let body = html! {
        (title_row(&title, &tr.t("desk-doors-lead"), add))
        @if doors.is_empty() {
            (one_door_first(&desk, may_make))
        } @else {
            div data-live="/desk/doors/live" { (doors_table(&desk, &loaded)) }
        }
    };
    Ok(desk.page(Nav::Doors, &title, body))
}

/// The same table whenever it changes.
pub async fn live_doors(desk: Desk) -> Result<impl IntoResponse> {
    let _: Permit<may::SeeDoors> = desk.staff.permit()?;
    let db = desk.app.ctx.db.clone();
    Ok(live::state(&db, move || {
        let desk = desk.clone();
        async move {
            let desk = desk.renewed().await?;
            Ok(doors_table(&desk, &load(&desk).await?))
        }
    }))
}

struct Loaded {
    doors: Vec<Channel>,
    activity: BTreeMap<ChannelId, Activity>,
    /// Of doors whose access token ends.
    tokens: BTreeMap<ChannelId, Standing>,
}

async fn load(desk: &Desk) -> Result<Loaded> {
    let doors = upkeep::list(&desk.app.ctx, &desk.staff.permit()?).await?;
    let read = |tx: &Tx| Ok((activity::list(tx, desk.now)?, tokens::list(tx)?));
    let (activity, tokens) = desk.app.ctx.db.read(read).await?;
    Ok(Loaded { doors, activity, tokens: tokens.into_iter().collect() })
}

fn doors_table(desk: &Desk, loaded: &Loaded) -> Markup {
    let tr = &desk.tr;
    let headings: Vec<String> = [
        "desk-doors-door",
        "desk-doors-passes",
        "desk-doors-last-day",
        "desk-doors-last-event",
        "desk-state",
    ]
    .map(|key| tr.t(key))
    .into();
    let rows: Vec<Vec<Cell>> = loaded.doors.iter().map(|door| row(desk, door, loaded)).collect();
    table(&tr.t("desk-nav-doors"), &headings, &rows, None)
}

fn row(desk: &Desk, door: &Channel, loaded: &Loaded) -> Vec<Cell> {
    let quiet = Activity::default();
    let activity = loaded.activity.get(&door.id).unwrap_or(&quiet);
    let passes = Passes { track: door.track, talk: door.talk, sell: door.sell };
    vec![
        html! {
            div.person data-key=(door.id) {
                (kinds::tile(door.kind))
                div {
                    a.strong href={ "/desk/doors/" (door.id) } { (door.name) }
                    small { (kinds::name(desk, door.kind)) }
                }
            }
        },
        kinds::passes(desk, passes),
        html! {
            @if activity.events > 0 {
                div.busy {
                    (spark(activity))
                    div { (counts(desk, activity)) }
                }
            }
        },
        last_event(desk, door, activity.last_at),
        html! {
            (state(desk, door.disabled_at)) " "
            (token::mark(desk, loaded.tokens.get(&door.id)))
        },
    ]
}

fn counts(desk: &Desk, activity: &Activity) -> Markup {
    let in_hour = desk.tr.with("desk-doors-in-hour", &[("count", Arg::Int(activity.last_hour))]);
    html! {
        strong { (desk.tr.number(activity.last_day())) }
        small.block { (in_hour) }
    }
}

fn last_event(desk: &Desk, door: &Channel, at: Option<Time>) -> Markup {
    match at {
        Some(at) => time(desk, at),
        None if door.disabled_at.is_some() || !door.track => {
            html! { span.quiet { (desk.tr.t("desk-never")) } }
        }
        None => html! {
            span.badge.accent {
                span.pulse {}
                (desk.tr.t("desk-doors-waiting"))
            }
        },
    }
}

pub(super) fn state(desk: &Desk, disabled_at: Option<Time>) -> Markup {
    match disabled_at {
        None => badge(Tone::Good, None, &desk.tr.t("desk-doors-open")),
        Some(_) => badge(Tone::Bad, None, &desk.tr.t("desk-doors-shut")),
    }
}

/// The last day in bars of an hour. The numbers stand beside it, so nobody has to see it.
pub(super) fn spark(activity: &Activity) -> Markup {
    const HEIGHT: i64 = 28;
    let most = activity.by_hour.iter().copied().max().unwrap_or(0).max(1);
    html! {
        svg.spark viewBox="0 0 119 28" aria-hidden="true" focusable="false" {
            @for (hour, events) in activity.by_hour.iter().enumerate() {
                // An hour with one event shows too.
                @let height = if *events > 0 { (events * HEIGHT / most).max(3) } else { 1 };
                rect x=(hour * 5) y=(HEIGHT - height) width="4" height=(height) rx="1"
                    class=[(*events == 0).then_some("none")] {}
            }
        }
    }
}

/// Before there is any: what a door is, and the four that most shops begin with.
fn one_door_first(desk: &Desk, may_make: bool) -> Markup {
    let tr = &desk.tr;
    html! {
        section.card.start {
            div.start-head {
                span.empty-picture { (crate::desk::ui::icon(Icon::Door)) }
                div {
                    h2 { (tr.t("desk-doors-first")) }
                    p.quiet { (tr.t("desk-doors-first-text")) }
                }
            }
            @if may_make {
                (kinds::choices(desk, &kinds::FIRST))
                p { a href="/desk/doors/new" { (tr.t("desk-doors-all-kinds")) } }
            } @else {
                p { (tr.t("desk-doors-ask-admin")) }
            }
        }
    }
}
