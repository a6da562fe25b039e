//! What a conversation is about, how it stands, and what can be done with it.

use customers::accounts::Permission;
use engage::conversations::{Conversation, Priority, Status};
use engage::teams::Team;
use kit::Time;
use maud::{Markup, html};

use super::page::Found;
use super::rest::Rest;
use super::{address, due, elsewhere, line};
use crate::desk::calls;
use crate::desk::customers::{address as customer_address, naming};
use crate::desk::ui::forms::token;
use crate::desk::ui::{Icon, icon};
use crate::desk::who::Desk;

pub fn section(desk: &Desk, found: &Found) -> Markup {
    let it = &found.thread.conversation;
    let about = found.person.as_ref().map(|person| &person.about);
    html! {
        header.thread-head #thread-head data-due=(due::patterns(desk)) {
            div.person {
                (naming::portrait(about.and_then(|about| about.traits.name()).as_deref()))
                div {
                    h1 {
                        @match about {
                            Some(about) => a href=(customer_address(about.customer.id)) { (found.name(desk)) },
                            None => (found.name(desk)),
                        }
                    }
                    @if let Some(subject) = &it.subject { p.conversation-subject { (subject) } }
                }
            }
            div.marks { (line::marks(desk, it)) }
            @if desk.staff.can(Permission::Talk) { div.actions { (actions(desk, found, it)) } }
        }
    }
}

fn actions(desk: &Desk, found: &Found, it: &Conversation) -> Markup {
    html! {
        (team(desk, found, it))
        @if let Some(person) = &found.person {
            @let to = calls::address(person.about.customer.id, Some(it.id));
            a.button.plain.small href=(to) { (icon(Icon::Phone)) (desk.tr.t("desk-calls-call")) }
        }
        (assignee(desk, found, it))
        (priority(desk, it))
        @if it.status != Status::Closed { (rest(desk, it)) }
        (elsewhere::menu(desk, found))
        @if it.status == Status::Closed || it.status == Status::Snoozed {
            (deed(desk, it, "opening", Icon::Return, "desk-inbox-reopen", None))
        }
        @if it.status != Status::Closed {
            (deed(desk, it, "closure", Icon::Check, "desk-inbox-close", Some("e")))
        }
    }
}

/// A button that does one thing.
fn deed(
    desk: &Desk,
    it: &Conversation,
    to: &str,
    picture: Icon,
    words: &str,
    key: Option<&str>,
) -> Markup {
    html! {
        form method="post" action={ (address(it.id)) "/" (to) } {
            (token(desk))
            button.button.plain.small type="submit" data-hotkey=[key] {
                (icon(picture)) (desk.tr.t(words))
            }
        }
    }
}

/// To which team it belongs, where there are any.
fn team(desk: &Desk, found: &Found, it: &Conversation) -> Markup {
    let tr = &desk.tr;
    let is_shown = |team: &&Team| team.removed_at.is_none() || it.team_id == Some(team.id);
    let teams: Vec<&Team> = found.teams.iter().filter(is_shown).collect();
    if teams.is_empty() {
        return html! {};
    }
    html! {
        form.inline method="post" action={ (address(it.id)) "/team" } {
            (token(desk))
            label.hidden for="team" { (tr.t("desk-inbox-team")) }
            span.select-box {
                select #team name="to" data-submit {
                    option value="" selected[it.team_id.is_none()] { (tr.t("desk-inbox-no-team")) }
                    @for team in teams {
                        option value=(team.id) selected[it.team_id == Some(team.id)] { (team.name) }
                    }
                }
            }
            noscript { button.button.small.plain type="submit" { (tr.t("desk-save")) } }
        }
    }
}

fn assignee(desk: &Desk, found: &Found, it: &Conversation) -> Markup {
    let tr = &desk.tr;
    let me = desk.staff.actor().account_id;
    let is_listed = |id| found.colleagues.iter().any(|one| one.id == id && one.can_talk);
    html! {
        form.inline method="post" action={ (address(it.id)) "/assignee" } {
            (token(desk))
            label.hidden for="assignee" { (tr.t("desk-inbox-assignee")) }
            span.select-box {
                select #assignee name="to" data-submit {
                    option value="" selected[it.assignee_id.is_none()] { (tr.t("desk-inbox-nobody")) }
                    @for one in &found.colleagues {
                        @if one.can_talk || it.assignee_id == Some(one.id) {
                            option value=(one.id) selected[it.assignee_id == Some(one.id)] { (one.name) }
                        }
                    }
                }
            }
            noscript { button.button.small.plain type="submit" { (tr.t("desk-save")) } }
        }
        @if let Some(me) = me.filter(|me| it.assignee_id != Some(*me) && is_listed(*me)) {
            form method="post" action={ (address(it.id)) "/assignee" } {
                (token(desk))
                input type="hidden" name="to" value=(me);
                button.button.plain.small type="submit" data-hotkey="a" {
                    (icon(Icon::User)) (tr.t("desk-inbox-take"))
                }
            }
        }
    }
}

fn priority(desk: &Desk, it: &Conversation) -> Markup {
    let tr = &desk.tr;
    html! {
        form.inline method="post" action={ (address(it.id)) "/priority" } {
            (token(desk))
            label.hidden for="priority" { (tr.t("desk-inbox-priority")) }
            span.select-box {
                select #priority name="priority" data-submit {
                    @for priority in Priority::ALL.iter().rev() {
                        option value=(priority.as_str()) selected[*priority == it.priority] {
                            (tr.t(&format!("desk-inbox-priority-{}", priority.as_str())))
                        }
                    }
                }
            }
            noscript { button.button.small.plain type="submit" { (tr.t("desk-save")) } }
        }
    }
}

fn rest(desk: &Desk, it: &Conversation) -> Markup {
    let tr = &desk.tr;
    let until = |rest: Rest| rest.until(desk.now, tr.zone());
    let offered = Rest::ALL.into_iter().filter_map(|rest| Some((rest, until(rest)?)));
    // On a Sunday tomorrow is Monday: once is enough.
    let mut offered: Vec<(Rest, Time)> = offered.collect();
    offered.dedup_by_key(|(_, until)| *until);
    html! {
        details.menu #rest {
            summary.button.plain.small data-hotkey="s" { (icon(Icon::Clock)) (tr.t("desk-inbox-rest")) }
            form.menu-box method="post" action={ (address(it.id)) "/rest" } {
                (token(desk))
                @for (rest, until) in offered {
                    button type="submit" name="until" value=(rest.code()) {
                        (tr.t(&format!("desk-inbox-rest-{}", rest.code())))
                        small { (tr.date_time(until)) }
                    }
                }
            }
        }
    }
}
