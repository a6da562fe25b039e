//! A call in words, and in a conversation: what became of it, what there is to listen to, what was said.

use axum::Form;
use axum::extract::Path;
use customers::accounts::{Permission, Permit, may};
use engage::connectors::phone::api::is_link;
use engage::connectors::phone::{Call, CallState, Reason, Way, by_hand};
use engage::conversations::{ConversationId, Message};
use kit::i18n::Arg;
use kit::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use crate::desk::reply::Go;
use crate::desk::ui::forms::token;
use crate::desk::ui::{Icon, icon};
use crate::desk::who::Desk;

#[derive(Deserialize)]
pub struct Words {
    #[serde(default)]
    words: String,
}

/// Writes down what was said in a call.
pub async fn write_down(
    desk: Desk,
    Path((id, message)): Path<(String, String)>,
    Form(form): Form<Words>,
) -> Result<Go> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    let nowhere = |_| Error::not_found("call of this id");
    let (id, message) =
        (id.parse::<ConversationId>().map_err(nowhere)?, message.parse().map_err(nowhere)?);
    by_hand::note(&desk.app.engage, &permit, id, message, &form.words).await?;
    Ok(Go::to(&format!("/desk/inbox/{id}")).saying("call-words"))
}

/// “Incoming call · 3 min 12 s · answered by Ewa”
pub fn words(desk: &Desk, call: &Call) -> String {
    let tr = &desk.tr;
    let state = call.state_at(desk.now);
    let way = call.direction.as_str();
    let mut parts = vec![match (state, call.reason) {
        (CallState::Ringing, _) => tr.t(&format!("desk-calls-rings-{way}")),
        (CallState::Answered, _) => tr.t(&format!("desk-calls-talks-{way}")),
        (CallState::Ended, _) => tr.t(&format!("desk-calls-ended-{way}")),
        (CallState::Voicemail, _) => tr.t("desk-calls-voicemail"),
        (CallState::Missed, Some(Reason::Busy)) if call.direction == Way::Outbound => {
            tr.t("desk-calls-busy")
        }
        (CallState::Missed, Some(Reason::Failed)) if call.direction == Way::Outbound => {
            tr.t("desk-calls-failed")
        }
        (CallState::Missed, _) => tr.t(&format!("desk-calls-missed-{way}")),
    }];
    if state == CallState::Ended {
        parts.extend(call.duration_s.map(|seconds| length(desk, seconds)));
    }
    if call.direction == Way::Inbound && call.was_talked() {
        let agent = call.agent.as_ref().map(|agent| ("desk-calls-by", &agent.name));
        let extension = call.extension.as_ref().map(|one| ("desk-calls-at", one));
        let by = agent.filter(|_| !call.by_hand).or(extension);
        parts.extend(by.map(|(key, name)| tr.with(key, &[("name", Arg::Text(name.clone()))])));
    }
    if call.by_hand {
        parts.push(tr.t("desk-calls-by-hand"));
    }
    parts.join(" · ")
}

fn length(desk: &Desk, seconds: i64) -> String {
    let args = [("minutes", Arg::Int(seconds / 60)), ("seconds", Arg::Int(seconds % 60))];
    desk.tr.with("desk-calls-length", &args)
}

/// In the place of a message's text.
pub fn show(desk: &Desk, conversation: ConversationId, message: &Message, call: &Call) -> Markup {
    let is_missed = call.state_at(desk.now) == CallState::Missed;
    html! {
        p.call-line.is-missed[is_missed] {
            (icon(if is_missed { Icon::Warning } else { Icon::Phone }))
            strong { (words(desk, call)) }
            @if let Some(number) = call.number() { small { (number) } }
        }
        @if !message.body.is_empty() { div.said { (message.body) } }
        (recording(desk, call))
        @if desk.staff.can(Permission::Talk) { (to_write_down(desk, conversation, message)) }
    }
}

/// A way to where the recording lies, with the name of that host in sight. Nothing of it comes through this server.
fn recording(desk: &Desk, call: &Call) -> Markup {
    let Some(url) = call.recording_url.as_deref().filter(|url| is_link(url)) else {
        return html! {};
    };
    let host = url.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next());
    html! {
        p {
            a.file href=(url) target="_blank" rel="noopener noreferrer" {
                (icon(Icon::Phone))
                span { (desk.tr.t("desk-calls-recording")) }
                small { (host.unwrap_or_default()) }
            }
        }
    }
}

fn to_write_down(desk: &Desk, conversation: ConversationId, message: &Message) -> Markup {
    let id = format!("words-{}", message.id);
    let key = if message.body.is_empty() { "desk-calls-write" } else { "desk-calls-rewrite" };
    html! {
        details.call-words id=(id) {
            summary { (desk.tr.t(key)) }
            form.form method="post"
                action={ "/desk/inbox/" (conversation) "/calls/" (message.id) "/words" } {
                (token(desk))
                label.hidden for={ (id) "-text" } { (desk.tr.t("desk-calls-words")) }
                textarea id={ (id) "-text" } name="words" rows="3" { (message.body) }
                button.button.plain.small type="submit" { (desk.tr.t("desk-save")) }
            }
        }
    }
}
