//! The answer: by the door by which the customer came last, or by another; or a note that stays among staff.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permission, Permit, may};
use engage::connectors::window::Window;
use engage::conversations::{self, ConversationId};
use engage::drafts;
use engage::inbox::rules::Way;
use engage::ready::rules::left_over;
use kit::i18n::Arg;
use kit::{Error, Result, Time};
use maud::{Markup, html};

use super::page::{self, Found};
use super::written::Written;
use super::{address, attach, choices, follow, parse_id, ready, sms_count};
use crate::desk::bouncing;
use crate::desk::reply::Go;
use crate::desk::ui::forms::{Fault, token};
use crate::desk::ui::{Icon, Tone, badge, icon, icons, note};
use crate::desk::who::Desk;

/// What somebody is writing, and what was wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    written: Written,
    fault: Option<String>,
}

impl Draft {
    /// What was kept of it on the server, or nothing yet.
    pub fn fresh(desk: &Desk, kept: Option<drafts::Draft>) -> Draft {
        let key = kit::id::to_base32(kit::id::uuid_v7(desk.now));
        let drafts::Draft { kind, way, subject, body, choices } = kept.unwrap_or_default();
        let written = Written { kind, way, subject, body, choices, key, ..Written::default() };
        Draft { written, fault: None }
    }

    #[must_use]
    pub fn with_fault(self, fault: String) -> Draft {
        Draft { fault: Some(fault), ..self }
    }
}

pub async fn create_message(
    desk: Desk,
    Path(id): Path<String>,
    written: Written,
) -> Result<Response> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    match send(&desk, &permit, id, &written).await {
        // By this the script knows that the draft has become a message.
        Ok(()) => Ok(Go::to(&format!("{}#sent", address(id))).into_response()),
        Err(error) => {
            let fault = Fault::of(&desk, error, "body")?;
            let found = page::find(&desk, id, None).await?;
            // A browser gives no file twice: those that were chosen have to be chosen again.
            let draft = Draft { written, fault: Some(fault.text) };
            let page = page::show(&desk, &found, false, &draft);
            Ok(page.with_status(StatusCode::BAD_REQUEST).into_response())
        }
    }
}

async fn send(
    desk: &Desk,
    permit: &Permit<may::Talk>,
    id: ConversationId,
    written: &Written,
) -> Result<()> {
    let ctx = &desk.app.engage;
    if written.is_note() {
        if !written.files.is_empty() {
            let detail = "A note has no files. Send them with an answer.";
            return Err(Error::bad_input("note_with_files", detail));
        }
        conversations::note_once(ctx, permit, id, &written.body, &written.key).await?;
    } else {
        if let Some(variable) = left_over(&written.body) {
            let detail = format!("Put something in the place of {variable}, or take it out.");
            return Err(Error::bad_input("variable_left", detail));
        }
        conversations::reply(ctx, permit, id, &written.reply(desk.own_url())?).await?;
    }
    drafts::keep(ctx, permit, id, &drafts::Draft::default()).await
}

pub fn section(desk: &Desk, found: &Found, draft: &Draft) -> Markup {
    if !desk.staff.can(Permission::Talk) {
        return html! {};
    }
    let id = found.thread.conversation.id;
    let can_answer = !found.thread.ways.is_empty();
    html! {
        form.composer method="post" action={ (address(id)) "/messages" } enctype="multipart/form-data"
            data-draft=(id) data-draft-to={ (address(id)) "/draft" } data-drop {
            // First, so that the guard need not read the files to find it.
            (token(desk))
            input type="hidden" name="key" value=(draft.written.key);
            @let newest = found.thread.messages.last().map(|newest| newest.id.to_string());
            input type="hidden" name="after" value=(newest.unwrap_or_default());
            (kinds(desk, draft.written.is_note() || !can_answer, can_answer))
            div.doors-now #composer-ways data-none[!can_answer]
                data-suggested=[found.thread.ways.first().map(value)]
                data-ends-ms=[follow::next_end_ms(&found.thread.ways, desk.now)] {
                @if can_answer { (ways(desk, found, draft)) } @else {
                    (note(Tone::Plain, html! { (desk.tr.t("desk-inbox-no-way")) }))
                }
                @if can_answer { (shut_ways(desk, found)) }
                @for bounced in &found.thread.bounced {
                    (note(Tone::Warn, html! { (bouncing::why(desk, bounced)) }))
                }
                (follow::offer(desk, found))
            }
            @if let Some(fault) = &draft.fault {
                (note(Tone::Bad, html! { (fault) }))
            }
            (ready::list(desk, &ready::inserts(desk, found)))
            div.shut-hides { (fields(desk, found, &draft.written)) }
            div.composer-foot.shut-hides {
                @if can_answer { (attach::field(desk, chosen(found, draft))) }
                (sms_count::place(desk))
                small.quiet { kbd { "Ctrl" } " " kbd { "Enter" } }
                button.button.accent type="submit" {
                    (icon(Icon::Plane))
                    span.to-answer { (desk.tr.t("desk-inbox-send")) }
                    span.to-note { (desk.tr.t("desk-inbox-note-do")) }
                }
            }
        }
    }
}

fn kinds(desk: &Desk, is_note: bool, can_answer: bool) -> Markup {
    let kinds = [("answer", "desk-inbox-answer", "r"), ("note", "desk-inbox-note", "n")];
    html! {
        fieldset.kinds {
            legend.hidden { (desk.tr.t("desk-inbox-kind")) }
            @for (kind, words, key) in kinds {
                @if kind == "note" || can_answer {
                    label {
                        input type="radio" name="kind" value=(kind) data-hotkey=(key)
                            data-focus="composer-body" checked[is_note == (kind == "note")];
                        span { (desk.tr.t(words)) kbd aria-hidden="true" { (key) } }
                    }
                }
            }
        }
    }
}

/// By which door it goes: as it was chosen, or the best.
fn chosen<'a>(found: &'a Found, draft: &Draft) -> Option<&'a Way> {
    let all = &found.thread.ways;
    all.iter().find(|way| value(way) == draft.written.way).or(all.first())
}

/// The doors, the best chosen; each is one key away.
fn ways(desk: &Desk, found: &Found, draft: &Draft) -> Markup {
    let all = &found.thread.ways;
    let chosen = chosen(found, draft).map(value);
    html! {
        fieldset.ways {
            legend.hidden { (desk.tr.t("desk-inbox-by-door")) }
            @for (n, way) in all.iter().enumerate() {
                @let key = (n < 9).then(|| (n + 1).to_string());
                label.way {
                    input type="radio" name="way" value=(value(way)) data-hotkey=[key.as_deref()]
                        data-subject[way.has_subject()] data-files=(attach::limits(desk, way))
                        data-shut[!way.is_open()] data-letters=[sms_count::letters(&found.sms, way)]
                        checked[Some(value(way)) == chosen];
                    span { (way_words(desk, found, way)) }
                }
            }
        }
    }
}

fn value(way: &Way) -> String {
    match &way.address {
        Some(address) => format!("{} {address}", way.channel_id),
        None => way.channel_id.to_string(),
    }
}

fn way_words(desk: &Desk, found: &Found, way: &Way) -> Markup {
    let name = found.thread.doors.get(&way.channel_id).map(|door| door.name.as_str());
    let to = way.address.as_deref().and_then(|address| address.split_once(':'));
    html! {
        (icon(icons::of_door(way.kind.as_str())))
        strong { (name.unwrap_or_default()) }
        // What is for machines says nothing to people.
        @if let Some((_, to)) = to.filter(|(kind, _)| ["email", "phone"].contains(kind)) {
            small { (to) }
        }
        @if !way.is_sure {
            (badge(Tone::Warn, Some(Icon::Claimed), &desk.tr.t("desk-customers-not-proven")))
        }
        @if let Some(bounced) = found.thread.bounced(way) {
            @let (tone, words) = bouncing::words(desk, bounced);
            (badge(tone, Some(Icon::Warning), &words))
        }
        @match way.window {
            Window::Always => {}
            Window::Open { until } => small { (until_words(desk, "desk-inbox-window-until", until)) }
            Window::Person { until } => {
                small { (until_words(desk, "desk-inbox-window-person", until)) }
            }
            Window::Shut { .. } => {
                (badge(Tone::Warn, Some(Icon::Clock), &desk.tr.t("desk-inbox-window-shut")))
            }
        }
        @if way.stopped_at.is_some() {
            (badge(Tone::Warn, Some(Icon::Warning), &desk.tr.t("desk-inbox-stopped")))
        }
    }
}

fn until_words(desk: &Desk, key: &str, until: Time) -> String {
    desk.tr.with(key, &[("at", Arg::Text(desk.tr.date_time(until)))])
}

/// Why nothing can be written freely by a door, and what can be done instead. Style shows it when such a door is chosen, and
/// the script only that of the one that is.
fn shut_ways(desk: &Desk, found: &Found) -> Markup {
    html! {
        @for way in found.thread.ways.iter().filter(|way| !way.is_open()) {
            div.shut-why data-way=(value(way)) {
                (note(Tone::Warn, html! { (why_shut(desk, way)) " " (instead(desk, found, way)) }))
            }
        }
    }
}

fn why_shut(desk: &Desk, way: &Way) -> String {
    match (way.stopped_at, way.window) {
        (Some(at), _) => until_words(desk, "desk-inbox-stopped-since", at),
        (None, Window::Shut { last: Some(at) }) => until_words(desk, "desk-inbox-shut-since", at),
        (None, _) => desk.tr.t("desk-inbox-shut-never"),
    }
}

fn instead(desk: &Desk, found: &Found, way: &Way) -> String {
    let has_templates = found.templates.contains_key(&way.channel_id);
    desk.tr.t(if has_templates { "desk-inbox-shut-template" } else { "desk-inbox-shut-door" })
}

fn fields(desk: &Desk, found: &Found, written: &Written) -> Markup {
    let subject = match (written.subject.as_str(), &found.thread.conversation.subject) {
        ("", Some(subject)) => subject,
        (typed, _) => typed,
    };
    html! {
        div.subject {
            label for="composer-subject" { (desk.tr.t("desk-inbox-subject")) }
            input #composer-subject name="subject" value=(subject) maxlength="200" autocomplete="off";
        }
        label.hidden for="composer-body" { (desk.tr.t("desk-inbox-text")) }
        textarea #composer-body name="body" rows="3" placeholder=(desk.tr.t("desk-inbox-hint"))
            data-mentions=(mentionable(found)) aria-controls="ready" aria-autocomplete="list" {
            (written.body)
        }
        (choices::field(desk, &written.choices))
    }
}

/// Whom a note can call, for the script: names, a line each.
fn mentionable(found: &Found) -> String {
    let names = found.colleagues.iter().filter(|one| one.can_talk).map(|one| one.name.as_str());
    names.collect::<Vec<_>>().join("\n")
}
