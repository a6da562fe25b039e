//! What happened with a conversation by itself, a line in the transcript: “given to Ewa by the rule Polish speakers”.

use engage::conversations::{Message, Trace};
use kit::i18n::Arg;
use maud::{Markup, html};

use super::page::Found;
use crate::desk::customers::timeline;
use crate::desk::ui::{Icon, icon};
use crate::desk::who::Desk;

pub fn show(desk: &Desk, found: &Found, message: &Message, what: &Trace) -> Markup {
    html! {
        li.trace id=(message.id) {
            (icon(picture(what)))
            span { (words(desk, found, what)) }
            time datetime=(message.at) title=(desk.tr.date_time(message.at)) {
                (timeline::clock(desk, message.at))
            }
        }
    }
}

fn picture(what: &Trace) -> Icon {
    match what {
        Trace::Given { .. } | Trace::Team { .. } => Icon::User,
        Trace::Priority { .. } => Icon::Warning,
        Trace::Closed { .. } => Icon::Check,
        Trace::Rated { .. } => Icon::Chat,
        Trace::NotSent { .. } => Icon::Close,
    }
}

fn words(desk: &Desk, found: &Found, what: &Trace) -> String {
    let tr = &desk.tr;
    let text = |text: &str| Arg::Text(text.to_string());
    match what {
        Trace::Given { to, rule } => {
            let name = found.colleagues.iter().find(|one| one.id == *to).map(|one| &*one.name);
            let args = [("name", text(name.unwrap_or("?"))), ("rule", text(rule))];
            tr.with("desk-trace-given", &args)
        }
        Trace::Team { team, rule } => {
            let name = found.teams.iter().find(|one| one.id == *team).map(|one| &*one.name);
            let args = [("name", text(name.unwrap_or("?"))), ("rule", text(rule))];
            tr.with("desk-trace-team", &args)
        }
        Trace::Priority { priority, rule } => {
            let priority = tr.t(&format!("desk-inbox-priority-{}", priority.as_str()));
            tr.with(
                "desk-trace-priority",
                &[("priority", Arg::Text(priority)), ("rule", text(rule))],
            )
        }
        Trace::Closed { days, rule } => {
            tr.with("desk-trace-closed", &[("days", Arg::Int(*days)), ("rule", text(rule))])
        }
        Trace::Rated { score, comment } => {
            let score = ("score", Arg::Text(score.to_string()));
            match comment.as_str() {
                "" => tr.with("desk-trace-rated", &[score]),
                comment => tr.with("desk-trace-rated-why", &[score, ("comment", text(comment))]),
            }
        }
        Trace::NotSent { purpose } => tr.t(&format!("desk-trace-not-sent-{purpose}")),
    }
}
