//! What happened, in sentences, the newest first, a heading for each day.

use customers::context::about::About;
use customers::context::timeline::Page;
use customers::events::families::Family;
use customers::events::{Event, sentences};
use customers::identities::CustomerId;
use jiff::civil::Date;
use kit::Time;
use kit::i18n::Arg;
use kit::time::{hours, minutes};
use maud::{Markup, html};
use serde_json::Value;

use super::filter::{Filter, place_of, place_text};
use super::naming::{self, Doors};
use super::{address, event};
use crate::desk::ui::Tone;
use crate::desk::ui::{Icon, empty, icon, icons, link_button, more};
use crate::desk::who::Desk;

pub const PAGE_SIZE: usize = 50;

pub fn section(desk: &Desk, about: &About, filter: &Filter, page: &Page) -> Markup {
    let tr = &desk.tr;
    let next = page.next.map(|place| filter.address(about, Some(&place_text(place))));
    let newest = filter.before.map(|_| filter.address(about, None));
    // Only at its newest end does a timeline grow.
    let live = filter.before.is_none().then(|| live_address(about, filter, page));
    html! {
        section.card.timeline-card #timeline {
            div.section-title {
                h2 { (tr.t("desk-customers-timeline")) }
                @if live.is_some() {
                    span.live { span.live-dot {} (tr.t("desk-customers-live")) }
                }
            }
            (filter.form(desk, about))
            ol.timeline data-list data-live=[live]
                data-ago-now=(tr.t("ago-now"))
                data-ago-minutes=(tr.with("ago-minutes", &[("count", Arg::Text("#".into()))])) {
                (rows(desk, about.customer.id, &page.events, &about.doors))
            }
            @if page.events.is_empty() { (nothing(desk, about, filter)) }
            (more(desk, next.as_deref(), newest.as_deref()))
        }
    }
}

/// Where the page hears what comes after its newest event.
fn live_address(about: &About, filter: &Filter, page: &Page) -> String {
    let since = page.events.first().map(|event| format!("since={}", place_of(event)));
    let query = [Some(filter.query()), since].into_iter().flatten();
    let query: Vec<String> = query.filter(|part| !part.is_empty()).collect();
    format!("{}/live?{}", address(about.customer.id), query.join("&"))
}

fn nothing(desk: &Desk, about: &About, filter: &Filter) -> Markup {
    let tr = &desk.tr;
    if filter.is_empty() {
        return empty(
            Icon::Clock,
            &tr.t("desk-customers-no-events"),
            &tr.t("desk-customers-no-events-text"),
            html! {},
        );
    }
    let all = format!("{}#timeline", address(about.customer.id));
    empty(
        Icon::Search,
        &tr.t("desk-customers-no-such-events"),
        &tr.t("desk-customers-no-such-events-text"),
        link_button(Tone::Plain, None, &tr.t("desk-customers-show-all"), &all),
    )
}

/// Events with headings of days between. A heading carries its day, so that the script drops the second of two.
pub fn rows(desk: &Desk, customer: CustomerId, events: &[Event], doors: &Doors) -> Markup {
    let mut last = None;
    html! {
        @for event in events {
            @let day = day_of(desk, event.occurred_at);
            @if last.replace(day) != Some(day) {
                li.day data-day=(day) { h3 { (day_name(desk, day, event.occurred_at)) } }
            }
            (row(desk, customer, event, doors))
        }
    }
}

fn row(desk: &Desk, customer: CustomerId, event: &Event, doors: &Doors) -> Markup {
    let currency = Some(desk.app.ctx.defaults.currency);
    let said = sentences::sentence(event.kind, &event.name, event.properties.get(), currency);
    let picture = icons::of_event(sentences::icon(event.kind, &event.name));
    let family = Family::of(event.kind, &event.name).code();
    html! {
        li.event id={ "event-" (event.id) } {
            span class={ "event-picture " (family) } { (icon(picture)) }
            div.grow {
                p { (desk.tr.sentence(&said)) }
                small.event-place {
                    (naming::door(desk, doors, event.channel_id))
                    @if let Some(name) = done_by(event) { span.by { (name) } }
                    (moment(desk, event.occurred_at))
                }
                @if event::may_see(desk) {
                    details.raw data-load={ (address(customer)) "/events/" (place_of(event)) } {
                        summary title=(desk.tr.t("desk-customers-details")) {
                            (icon(Icon::Code))
                            span.hidden { (desk.tr.t("desk-customers-details")) }
                        }
                        a href={ (address(customer)) "/events/" (place_of(event)) } {
                            (desk.tr.t("desk-customers-details"))
                        }
                    }
                }
            }
        }
    }
}

/// Who of the shop did it in their stead.
fn done_by(event: &Event) -> Option<String> {
    let text = event.properties.get();
    // Few events tell of this: a search in the text is cheaper than reading them all.
    if !text.contains("\"changed_by_name\"") {
        return None;
    }
    let properties: Value = serde_json::from_str(text).ok()?;
    properties["changed_by_name"].as_str().map(str::to_owned)
}

/// Of the last hour “3 min ago”, which the script keeps true; before that the time of day.
fn moment(desk: &Desk, at: Time) -> Markup {
    let clock = clock(desk, at);
    let passed = desk.now.since(at);
    let is_fresh = (minutes(-1)..hours(1)).contains(&passed);
    html! {
        time datetime=(at) title=(desk.tr.date_time(at)) data-clock=[is_fresh.then_some(&clock)] {
            @if is_fresh { (desk.tr.ago(desk.now, at)) } @else { (clock) }
        }
    }
}

pub fn clock(desk: &Desk, at: Time) -> String {
    let local = at.timestamp().to_zoned(desk.tr.zone().clone());
    format!("{:02}:{:02}", local.hour(), local.minute())
}

pub fn day_of(desk: &Desk, at: Time) -> Date {
    at.timestamp().to_zoned(desk.tr.zone().clone()).date()
}

pub fn day_name(desk: &Desk, day: Date, at: Time) -> String {
    let today = day_of(desk, desk.now);
    if day == today {
        return desk.tr.t("desk-customers-today");
    }
    if today.yesterday().is_ok_and(|yesterday| day == yesterday) {
        return desk.tr.t("desk-customers-yesterday");
    }
    desk.tr.date(at)
}
