//! The answer: by the door by which the customer came last, or by another; or a note that stays among staff.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permission, Permit, may};
use engage::connectors::window::Window;
use engage::conversations::{self, NewReply};
use engage::inbox::rules::Way;
use kit::i18n::Arg;
use kit::{Error, Result, Time};
use maud::{Markup, html};
use serde::Deserialize;

use super::page::{self, Found};
use super::{address, parse_id};
use crate::desk::reply::Go;
use crate::desk::ui::forms::{Fault, token};
use crate::desk::ui::{Icon, Tone, badge, icon, icons, note};
use crate::desk::who::Desk;

/// The longest key by which a form that comes twice is known.
const KEY_BYTES_MAX: usize = 64;

/// What somebody is writing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Draft {
    kind: String,
    /// The door and, where it has several, the address: `chn_… email:anna@example.com`.
    way: String,
    subject: String,
    body: String,
    key: String,
    #[serde(skip)]
    fault: Option<String>,
}

impl Draft {
    pub fn fresh(desk: &Desk) -> Draft {
        let key = kit::id::to_base32(kit::id::uuid_v7(desk.now));
        Draft { key, ..Draft::default() }
    }

    #[must_use]
    pub fn with_fault(self, fault: String) -> Draft {
        Draft { fault: Some(fault), ..self }
    }

    fn is_note(&self) -> bool {
        self.kind == "note"
    }

    fn reply(&self) -> Result<NewReply> {
        let (channel, address) = match self.way.split_once(' ') {
            Some((channel, address)) => (channel, Some(address.to_string())),
            None => (self.way.as_str(), None),
        };
        let given = |text: &str| Some(text.trim().to_string()).filter(|text| !text.is_empty());
        Ok(NewReply {
            channel_id: given(channel).map(|channel| channel.parse()).transpose()?,
            address,
            subject: given(&self.subject),
            body: self.body.clone(),
            key: given(&self.key),
            ..NewReply::default()
        })
    }
}

pub async fn create_message(
    desk: Desk,
    Path(id): Path<String>,
    Form(draft): Form<Draft>,
) -> Result<Response> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    if draft.key.len() > KEY_BYTES_MAX {
        return Err(Error::bad_input("bad_key", "The key of this form is too long."));
    }
    let ctx = &desk.app.engage;
    let written = if draft.is_note() {
        conversations::note_once(ctx, &permit, id, &draft.body, &draft.key).await
    } else {
        conversations::reply(ctx, &permit, id, &draft.reply()?).await
    };
    match written {
        // By this the script knows that the draft has become a message.
        Ok(_) => Ok(Go::to(&format!("{}#sent", address(id))).into_response()),
        Err(error) => {
            let fault = Fault::of(&desk, error, "body")?;
            let found = page::find(&desk, id, None).await?;
            let draft = Draft { fault: Some(fault.text), ..draft };
            let page = page::show(&desk, &found, false, &draft);
            Ok(page.with_status(StatusCode::BAD_REQUEST).into_response())
        }
    }
}

pub fn section(desk: &Desk, found: &Found, draft: &Draft) -> Markup {
    if !desk.staff.can(Permission::Talk) {
        return html! {};
    }
    let id = found.thread.conversation.id;
    let can_answer = !found.thread.ways.is_empty();
    html! {
        form.composer method="post" action={ (address(id)) "/messages" } data-draft=(id) {
            (token(desk))
            input type="hidden" name="key" value=(draft.key);
            (kinds(desk, draft.is_note() || !can_answer, can_answer))
            @if can_answer { (ways(desk, found, draft)) } @else {
                (note(Tone::Plain, html! { (desk.tr.t("desk-inbox-no-way")) }))
            }
            @if can_answer { (shut_ways(desk, found)) }
            @if let Some(fault) = &draft.fault {
                (note(Tone::Bad, html! { (fault) }))
            }
            div.shut-hides { (written(desk, found, draft)) }
            div.composer-foot.shut-hides {
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

/// The doors, the best chosen; each is one key away.
fn ways(desk: &Desk, found: &Found, draft: &Draft) -> Markup {
    let all = &found.thread.ways;
    let chosen = all.iter().position(|way| value(way) == draft.way).unwrap_or(0);
    html! {
        fieldset.ways {
            legend.hidden { (desk.tr.t("desk-inbox-by-door")) }
            @for (n, way) in all.iter().enumerate() {
                @let key = (n < 9).then(|| (n + 1).to_string());
                label.way {
                    input type="radio" name="way" value=(value(way)) data-hotkey=[key.as_deref()]
                        data-subject[way.has_subject()]
                        data-shut[!way.window.is_open_to(true)] checked[n == chosen];
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
    }
}

fn until_words(desk: &Desk, key: &str, until: Time) -> String {
    desk.tr.with(key, &[("at", Arg::Text(desk.tr.date_time(until)))])
}

/// Why nothing can be written freely by the door that is chosen, and what can be done instead. Style alone shows it when
/// such a door is chosen.
fn shut_ways(desk: &Desk, found: &Found) -> Markup {
    let ways = &found.thread.ways;
    let last = ways.iter().find_map(|way| match way.window {
        Window::Shut { last } => Some(last),
        _ => None,
    });
    let Some(last) = last else { return html! {} };
    let why = match last {
        Some(at) => until_words(desk, "desk-inbox-shut-since", at),
        None => desk.tr.t("desk-inbox-shut-never"),
    };
    let has_templates = ways.iter().any(|way| found.templates.contains_key(&way.channel_id));
    let instead = if has_templates { "desk-inbox-shut-template" } else { "desk-inbox-shut-door" };
    html! {
        div.shut-why { (note(Tone::Warn, html! { (why) " " (desk.tr.t(instead)) })) }
    }
}

fn written(desk: &Desk, found: &Found, draft: &Draft) -> Markup {
    let subject = match (draft.subject.as_str(), &found.thread.conversation.subject) {
        ("", Some(subject)) => subject,
        (typed, _) => typed,
    };
    html! {
        div.subject {
            label for="composer-subject" { (desk.tr.t("desk-inbox-subject")) }
            input #composer-subject name="subject" value=(subject) maxlength="200" autocomplete="off";
        }
        label.hidden for="composer-body" { (desk.tr.t("desk-inbox-text")) }
        textarea #composer-body name="body" rows="3" placeholder=(desk.tr.t("desk-inbox-hint")) {
            (draft.body)
        }
    }
}
