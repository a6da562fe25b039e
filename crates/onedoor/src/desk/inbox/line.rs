//! A line of the inbox.

use customers::context::list::Line;
use engage::conversations::{Author, Conversation, Priority, Status};
use kit::i18n::Arg;
use maud::{Markup, html};

use super::list::Found;
use super::{address, due};
use crate::desk::customers::naming;
use crate::desk::ui::{Icon, Tone, avatar, badge, time};
use crate::desk::who::Desk;

pub fn show(desk: &Desk, it: &Conversation, person: Option<&Line>, found: &Found) -> Markup {
    let doors = found.doors_by_id();
    let waits = it.status == Status::Open && it.waiting_since.is_some();
    let assignee = found.colleagues.iter().find(|one| Some(one.id) == it.assignee_id);
    html! {
        li.conversation.is-waiting[waits].is-unread[found.unseen.contains(&it.id)] {
            (naming::portrait(person.and_then(|line| line.customer.name.as_deref())))
            div.grow {
                div.conversation-top {
                    a.row-link href=(address(it.id)) {
                        @match person {
                            Some(line) => (naming::line_name(desk, line, &doors)),
                            None => (desk.tr.t("desk-inbox-erased")),
                        }
                    }
                    (naming::door(desk, &doors, it.last_channel_id))
                    (time(desk, it.last_at))
                }
                @if let Some(subject) = &it.subject { p.conversation-subject { (subject) } }
                p.conversation-text {
                    @if it.last_author != Author::Customer {
                        span.quiet { (desk.tr.t("desk-inbox-we")) " " }
                    }
                    @if is_call(it, &doors) { (desk.tr.t(call_words(it))) } @else { (it.last_text) }
                }
                div.marks {
                    @if found.unseen.contains(&it.id) {
                        (badge(Tone::Accent, Some(Icon::Chat), &desk.tr.t("desk-inbox-called")))
                    }
                    (marks(desk, it))
                    @let team = found.teams.iter().find(|team| Some(team.id) == it.team_id);
                    @if let Some(team) = team { (badge(Tone::Plain, None, &team.name)) }
                }
            }
            @if let Some(assignee) = assignee {
                @let title = desk.tr.with("desk-inbox-of", &[("name", Arg::Text(assignee.name.clone()))]);
                span.assignee title=(title) {
                    (avatar(&assignee.name))
                    span.hidden { (title) }
                }
            }
        }
    }
}

/// A call of which nobody has written down a word.
fn is_call(it: &Conversation, doors: &naming::Doors) -> bool {
    let is_phone = doors.get(&it.last_channel_id).is_some_and(|door| door.kind == "phone");
    is_phone && it.last_text.is_empty()
}

fn call_words(it: &Conversation) -> &'static str {
    let waits = it.last_author == Author::Customer && it.waiting_since.is_some();
    if waits { "desk-calls-unanswered" } else { "desk-calls-a-call" }
}

/// What one should know before opening it.
pub fn marks(desk: &Desk, it: &Conversation) -> Markup {
    let tr = &desk.tr;
    let ago = |key: &str, at| tr.with(key, &[("ago", Arg::Text(tr.ago(desk.now, at)))]);
    html! {
        @match it.priority {
            Priority::Urgent => (badge(Tone::Bad, Some(Icon::Warning), &tr.t("desk-inbox-priority-urgent"))),
            Priority::High => (badge(Tone::Warn, Some(Icon::Warning), &tr.t("desk-inbox-priority-high"))),
            Priority::Low => (badge(Tone::Plain, None, &tr.t("desk-inbox-priority-low"))),
            Priority::Normal => {},
        }
        @if let (Status::Open, Some(since)) = (it.status, it.waiting_since) {
            (badge(Tone::Accent, Some(Icon::Clock), &ago("desk-inbox-waits", since)))
        }
        @if let (Some(at), Some(kind)) = (it.due_at, it.due_for) { (due::badge(desk, at, kind)) }
        @if let (Status::Snoozed, Some(until)) = (it.status, it.snoozed_until) {
            @let until = [("moment", Arg::Text(tr.date_time(until)))];
            (badge(Tone::Plain, Some(Icon::Moon), &tr.with("desk-inbox-rests", &until)))
        }
        @if it.status == Status::Pending {
            (badge(Tone::Plain, None, &tr.t("desk-inbox-status-pending")))
        }
        @if it.status == Status::Closed {
            (badge(Tone::Good, Some(Icon::Check), &tr.t("desk-inbox-status-closed")))
        }
    }
}
