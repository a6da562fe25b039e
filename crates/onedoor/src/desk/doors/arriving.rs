//! What comes in by a door, as it comes: waiting for the first event, the newest ones, the calls that were refused.

use std::collections::HashMap;

use customers::accounts::{Permission, Permit, may};
use customers::channels::Channel;
use customers::channels::activity::{self, Activity};
use customers::context::list::{self, Line};
use customers::events::log::Log;
use customers::events::{Event, sentences, store as events};
use customers::identities::{CustomerId, Kind, graph};
use customers::recording::rejections::{self, Rejection};
use engage::connectors::setup;
use kit::error;
use kit::i18n::Arg;
use kit::{Result, Time, Tx};
use maud::{Markup, html};

use super::list::spark;
use super::trial;
use crate::desk::ui::icons::of_event;
use crate::desk::ui::{Icon, Tone, icon, note, time};
use crate::desk::who::Desk;

/// Refused calls on the page; the newest say enough.
const REFUSED_SHOWN: usize = 5;
const LATEST_SHOWN: usize = 8;

/// An event and whom it belongs to.
struct Arrived {
    event: Event,
    customer: CustomerId,
    name: Option<String>,
}

struct Arriving {
    activity: Activity,
    /// The newest first.
    latest: Vec<Arrived>,
    refused: Vec<Rejection>,
}

/// The part of the page that changes by itself.
pub async fn show(desk: &Desk, door: &Channel) -> Result<Markup> {
    let _: Permit<may::SeeDoors> = desk.staff.permit()?;
    let _: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let now = desk.now;
    let arriving =
        desk.app.ctx.db.scan(|tx| load(tx, &desk.app.ctx.recorder.log, door, now)).await?;
    Ok(html! {
        (state(desk, door, &arriving))
        (trial::back(desk, door).await?)
        @if !arriving.refused.is_empty() { (refused_calls(desk, &arriving.refused)) }
    })
}

fn load(tx: &Tx, log: &Log, door: &Channel, now: Time) -> Result<Arriving> {
    let mut names: HashMap<CustomerId, Option<String>> = HashMap::new();
    let mut latest = Vec::new();
    for arrival in activity::latest(tx, door.id)? {
        let found = events::find_maybe(
            tx,
            log,
            arrival.customer_id,
            arrival.occurred_at,
            arrival.event_id,
        )?;
        // Erased meanwhile.
        let Some(event) = found else { continue };
        let customer = graph::root(tx, event.customer_id)?;
        let name = match names.get(&customer) {
            Some(name) => name.clone(),
            None => match list::line(tx, customer) {
                Ok(line) => names.entry(customer).or_insert(name_of(line)).clone(),
                Err(error) if error.kind == error::Kind::NotFound => continue,
                Err(error) => return Err(error),
            },
        };
        latest.push(Arrived { event, customer, name });
    }
    let mut refused = rejections::list(tx, door.id)?;
    refused.truncate(REFUSED_SHOWN);
    Ok(Arriving { activity: activity::find(tx, door.id, now)?, latest, refused })
}

/// The name, or else what a person would say in its place.
fn name_of(line: Line) -> Option<String> {
    let speaking = [Kind::EMAIL, Kind::PHONE, Kind::LOYALTY_CARD];
    let said = || speaking.iter().find_map(|kind| line.identities.iter().find(|h| h.kind == *kind));
    line.customer.name.clone().or_else(|| said().map(|held| held.value.clone()))
}

fn state(desk: &Desk, door: &Channel, arriving: &Arriving) -> Markup {
    let tr = &desk.tr;
    let is_waiting = arriving.activity.events == 0;
    let off = match (door.disabled_at, door.track) {
        (Some(at), _) => {
            Some(tr.with("desk-doors-is-shut", &[("day", Arg::Text(tr.date_time(at)))]))
        }
        (None, false) => Some(tr.t("desk-doors-no-track")),
        (None, true) => None,
    };
    html! {
        @if let Some(off) = &off { (note(Tone::Warn, html! { (off) })) }
        @if is_waiting && off.is_none() { (waiting(desk, door)) }
        @if !is_waiting { (working(desk, arriving)) }
    }
}

/// By a door that talks a message comes first, and nothing has to be pasted anywhere for that.
fn waiting(desk: &Desk, door: &Channel) -> Markup {
    let is_talk = door.talk && !setup::providers_of(door.kind).is_empty();
    let (title, text) = if is_talk {
        ("desk-doors-waiting-message-title", "desk-doors-waiting-message-text")
    } else {
        ("desk-doors-waiting-title", "desk-doors-waiting-text")
    };
    let title = desk.tr.t(title);
    html! {
        section.card.waiting data-say=(title) {
            span.beacon { (icon(Icon::Door)) }
            div {
                h2 { (title) }
                p.quiet { (desk.tr.t(text)) }
            }
        }
    }
}

fn working(desk: &Desk, arriving: &Arriving) -> Markup {
    let tr = &desk.tr;
    let Activity { events, last_hour, .. } = arriving.activity;
    let figures = [
        ("desk-doors-figure-hour", last_hour),
        ("desk-doors-figure-day", arriving.activity.last_day()),
        ("desk-doors-figure-all", events),
    ];
    html! {
        section.card {
            div.works {
                (headline(desk, arriving))
                div.numbers {
                    (spark(&arriving.activity))
                    dl {
                        @for (key, number) in figures {
                            div { dt { (tr.t(key)) } dd { (tr.number(number)) } }
                        }
                    }
                }
            }
            (latest_events(desk, &arriving.latest))
        }
    }
}

/// “First event: … by … 3 s ago”, as long as the first is among the newest; then the last one.
fn headline(desk: &Desk, arriving: &Arriving) -> Markup {
    let is_new_here = usize::try_from(arriving.activity.events) == Ok(arriving.latest.len());
    let (key, told) = match (is_new_here, arriving.latest.first(), arriving.latest.last()) {
        (true, _, Some(first)) => ("desk-doors-first-event", Some(first)),
        (_, last, _) => ("desk-doors-works", last),
    };
    let title = desk.tr.t(key);
    let Some(Arrived { event, .. }) = told else {
        return html! { div.person { span.tile.good { (icon(Icon::Check)) } h2 { (title) } } };
    };
    html! {
        div.person {
            span.tile.good { (icon(Icon::Check)) }
            div {
                h2 data-say={ (title) ": " (sentence(desk, event)) } { (title) }
                @if let Some(arrived) = told {
                    p {
                        (sentence(desk, event)) " · " (who(desk, arrived)) " · "
                        (time(desk, event.received_at))
                    }
                }
            }
        }
    }
}

fn latest_events(desk: &Desk, latest: &[Arrived]) -> Markup {
    html! {
        h3.hidden { (desk.tr.t("desk-doors-latest")) }
        ul.rows.compact data-list {
            @for arrived in latest.iter().take(LATEST_SHOWN) {
                @let event = &arrived.event;
                li data-key=(event.id) {
                    (icon(of_event(sentences::icon(event.kind, &event.name))))
                    span.grow { (sentence(desk, event)) }
                    span.aside { (who(desk, arrived)) (time(desk, event.received_at)) }
                }
            }
        }
    }
}

fn sentence(desk: &Desk, event: &Event) -> String {
    let currency = Some(desk.app.ctx.defaults.currency);
    let properties = event.properties.get();
    desk.tr.sentence(&sentences::sentence(event.kind, &event.name, properties, currency))
}

fn who(desk: &Desk, arrived: &Arrived) -> Markup {
    let name = match &arrived.name {
        Some(name) => name.clone(),
        None => desk.tr.t("desk-doors-visitor"),
    };
    html! { a href={ "/desk/customers/" (arrived.customer) } { (name) } }
}

/// Why calls were not taken. What they said is for those who may connect doors: it can hold personal data.
fn refused_calls(desk: &Desk, refused: &[Rejection]) -> Markup {
    let tr = &desk.tr;
    let may_see_body = desk.staff.can(Permission::ManageDoors);
    html! {
        section.card {
            h2 { (tr.t("desk-doors-refused")) }
            p.quiet { (tr.t("desk-doors-refused-text")) }
            ul.rows {
                @for call in refused {
                    li data-key=(call.id) {
                        (icon(Icon::Warning))
                        div.grow {
                            strong { (reason(desk, call)) }
                            small { code { (call.code) } " · " (time(desk, call.at)) }
                            @if may_see_body && !call.body.is_empty() {
                                details data-key={ "body-" (call.id) } {
                                    summary { (tr.t("desk-doors-refused-call")) }
                                    pre.code { (call.body) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// In the reader's words where the catalogue has them; else what the sender was told.
fn reason(desk: &Desk, call: &Rejection) -> String {
    match call.code.as_str() {
        "no_identity" | "bad_json" | "no_type" | "no_event" | "call_too_large" => {
            desk.tr.t(&format!("desk-doors-refused-{}", call.code.replace('_', "-")))
        }
        _ => call.detail.clone(),
    }
}
