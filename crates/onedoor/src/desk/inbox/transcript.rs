//! What was said, the newest at the bottom: each word with its door, its author and how far it got.

use engage::connectors::phone::call_of;
use engage::conversations::{Attachment, Author, Direction, Message, State, Trace, is_taken_back};
use kit::i18n::Arg;
use maud::{Markup, html};

use super::files::PICTURES;
use super::page::{Found, place_text};
use super::{LIST, address, choices, told, trace};
use crate::desk::calls;
use crate::desk::customers::{naming, timeline};
use crate::desk::ui::{Icon, Tone, avatar, badge, icon};
use crate::desk::who::Desk;

pub fn section(desk: &Desk, found: &Found) -> Markup {
    let thread = &found.thread;
    let mut last_day = None;
    let name = desk.tr.t("desk-inbox-transcript");
    html! {
        // It scrolls by itself, and stays while the list in it is fetched again.
        div.transcript-box #transcript tabindex="0" role="region" aria-label=(name) {
            ol.transcript #thread data-grows {
                @if let Some(earlier) = thread.earlier {
                    li.earlier {
                        a.button.plain.small data-earlier
                            href={ (address(thread.conversation.id)) "?before=" (place_text(earlier)) } {
                            (desk.tr.t("desk-inbox-earlier"))
                        }
                    }
                }
                @for message in &thread.messages {
                    @let day = timeline::day_of(desk, message.at);
                    @if last_day.replace(day) != Some(day) {
                        li.day data-day=(day) { h2 { (timeline::day_name(desk, day, message.at)) } }
                    }
                    @match Trace::of(message) {
                        Some(what) => (trace::show(desk, found, message, &what)),
                        None => (show(desk, found, message)),
                    }
                }
            }
        }
    }
}

fn show(desk: &Desk, found: &Found, message: &Message) -> Markup {
    let thread = &found.thread;
    let author = author(desk, found, message);
    let files = thread.attachments.iter().filter(|file| file.message_id == message.id);
    let files: Vec<&Attachment> = files.collect();
    let has_own_subject =
        message.subject.is_some() && message.subject != thread.conversation.subject;
    html! {
        li class={ "message is-" (message.direction.as_str()) } id=(message.id) {
            (avatar(&author))
            div.bubble {
                div.message-top {
                    strong { (author) }
                    @if message.direction == Direction::Note {
                        (badge(Tone::Warn, Some(Icon::Log), &desk.tr.t("desk-inbox-note")))
                    } @else {
                        (naming::door(desk, &thread.doors, message.channel_id))
                    }
                    @if !thread.is_proven(message.conversation_id) { (not_proven(desk)) }
                    @if let Some(clerk) = noted_by(message) {
                        small.quiet { (desk.tr.with("desk-store-noted-by", &[("name", Arg::Text(clerk))])) }
                    }
                    time datetime=(message.at) title=(desk.tr.date_time(message.at)) {
                        (timeline::clock(desk, message.at))
                    }
                }
                @if has_own_subject {
                    p.conversation-subject { (message.subject.as_deref().unwrap_or_default()) }
                }
                @if let Some(call) = call_of(message) {
                    (calls::line::show(desk, thread.conversation.id, message, &call))
                } @else if is_taken_back(message) {
                    p.quiet { (desk.tr.t("desk-inbox-taken-back")) }
                } @else if !message.body.is_empty() { div.said { (message.body) } }
                @if !files.is_empty() {
                    ul.files { @for file in files { li { (attached(desk, file)) } } }
                }
                (on_a_map(desk, message))
                (choices::show(desk, message))
                @if is_edited(message) { p.state { span { (desk.tr.t("desk-inbox-edited")) } } }
                (told::again(desk, found, message))
                @if message.direction == Direction::Out && call_of(message).is_none() {
                    (how_far(desk, message))
                }
                @else if let Some(error) = &message.error {
                    p.state.failed { (icon(Icon::Warning)) span { (error) } }
                }
            }
        }
    }
}

fn author(desk: &Desk, found: &Found, message: &Message) -> String {
    let named = message.author_name.clone().filter(|name| !name.is_empty());
    match message.author {
        Author::Bot => desk.tr.t("desk-inbox-bot"),
        Author::System => desk.tr.t("desk-inbox-system"),
        Author::Agent => named.unwrap_or_else(|| desk.tr.t("desk-inbox-agent")),
        Author::Customer if found.thread.is_proven(message.conversation_id) => found.name(desk),
        Author::Customer => named.unwrap_or_else(|| desk.tr.t("desk-inbox-somebody")),
    }
}

/// The clerk who wrote down what was said in the store.
fn noted_by(message: &Message) -> Option<String> {
    let details: serde_json::Value = serde_json::from_str(&message.details).ok()?;
    details.get("noted_by")?.as_str().map(str::to_owned)
}

/// A provider's refusal in the reader's words where the catalogue has them, by the number that stands in it (`#131047`).
fn refusal(desk: &Desk, error: &str) -> String {
    let number = error.split_once("(#").map(|(_, rest)| rest);
    let number = number.and_then(|rest| rest.split([':', ')']).next());
    let Some(number) = number.filter(|number| !number.is_empty()) else { return error.to_string() };
    let known = desk.tr.maybe(&format!("desk-inbox-refused-{number}"));
    known.map_or_else(|| error.to_string(), |text| format!("{text} (#{number})"))
}

/// The customer changed it after they had sent it.
fn is_edited(message: &Message) -> bool {
    message.direction == Direction::In
        && message.details.contains("\"edited_at\":")
        && !is_taken_back(message)
}

fn not_proven(desk: &Desk) -> Markup {
    let badge = badge(Tone::Warn, Some(Icon::Claimed), &desk.tr.t("desk-customers-not-proven"));
    naming::explained(&badge, &desk.tr.t("desk-inbox-not-proven-why"))
}

/// A picture is shown, anything else is a link that saves it.
fn attached(desk: &Desk, file: &Attachment) -> Markup {
    let href = format!("{LIST}/files/{}", file.id);
    let is_picture = PICTURES.contains(&file.media_type.as_str());
    html! {
        (played(file, &href))
        a.file href=(href) download=(file.name) {
            @if is_picture {
                img src=(href) alt=(file.name) loading="lazy";
            } @else {
                (icon(Icon::Log))
                span { (file.name) }
            }
            small { (size(desk, file.size)) }
        }
    }
}

/// What can be heard or seen without saving it first.
fn played(file: &Attachment, href: &str) -> Markup {
    match file.media_type.split('/').next().unwrap_or_default() {
        "audio" => html! { audio controls preload="none" src=(href) aria-label=(file.name) {} },
        "video" => html! { video controls preload="none" src=(href) aria-label=(file.name) {} },
        _ => html! {},
    }
}

/// A place that somebody sent, on a map.
fn on_a_map(desk: &Desk, message: &Message) -> Markup {
    let details: serde_json::Value = serde_json::from_str(&message.details).unwrap_or_default();
    let at = |axis: &str| details["location"][axis].as_f64();
    let Some((latitude, longitude)) = at("latitude").zip(at("longitude")) else {
        return html! {};
    };
    let place = format!("mlat={latitude}&mlon={longitude}#map=16/{latitude}/{longitude}");
    html! {
        a href={ "https://www.openstreetmap.org/?" (place) } target="_blank" rel="noopener noreferrer" {
            (desk.tr.t("desk-inbox-on-a-map"))
        }
    }
}

fn size(desk: &Desk, bytes: i64) -> String {
    const KB: i64 = 1024;
    let (key, count) = if bytes < KB * KB {
        ("desk-inbox-kb", (bytes + KB - 1) / KB)
    } else {
        ("desk-inbox-mb", (bytes + KB * KB - 1) / (KB * KB))
    };
    desk.tr.with(key, &[("count", Arg::Text(desk.tr.number(count)))])
}

/// Delivery in words; a failure says why.
fn how_far(desk: &Desk, message: &Message) -> Markup {
    let (picture, tone) = match message.state {
        State::Failed => (Icon::Warning, "state bad"),
        State::Queued => (Icon::Clock, "state"),
        State::Read => (Icon::Eye, "state"),
        State::Sent | State::Delivered | State::Received => (Icon::Check, "state"),
    };
    html! {
        p class=(tone) {
            (icon(picture))
            span {
                (desk.tr.t(&format!("desk-inbox-state-{}", message.state.as_str())))
                @if let Some(error) = &message.error {
                    ": " span title=(error) { (refusal(desk, error)) }
                }
            }
        }
    }
}
