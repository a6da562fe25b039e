//! How soon somebody was promised an answer: “12 min left”, “overdue by 1 h”. The script keeps it true as time goes by.

use engage::sla::Kind;
use kit::Time;
use kit::i18n::Arg;
use kit::time::{hours, minutes};
use maud::{Markup, html};

use crate::desk::ui::{Icon, icon};
use crate::desk::who::Desk;

/// What is due within this time is urgent.
const SOON: i64 = minutes(15);

pub fn badge(desk: &Desk, due: Time, kind: Kind) -> Markup {
    let left = due.since(desk.now);
    let tone = match left {
        i64::MIN..0 => "badge bad",
        0..SOON => "badge warn",
        _ => "badge plain",
    };
    let what = desk.tr.t(&format!("desk-inbox-due-{}", kind.as_str()));
    let title = format!("{what}: {}", desk.tr.date_time(due));
    html! {
        span class=(tone) title=(title) {
            (icon(Icon::Clock))
            span.hidden { (what) ": " }
            time datetime=(due) data-due-at { (words(desk, left)) }
        }
    }
}

fn words(desk: &Desk, left: i64) -> String {
    let key = if left < 0 { "desk-inbox-overdue" } else { "desk-inbox-due" };
    desk.tr.with(key, &[("time", Arg::Text(length(desk, left.abs())))])
}

/// As short as it stays clear: `12 min`, `1 h 5 min`, `3 d`.
fn length(desk: &Desk, micros: i64) -> String {
    let part = |key: &str, n: i64| desk.tr.with(key, &[("count", Arg::Text(n.to_string()))]);
    let (all_minutes, all_hours) = (micros / minutes(1), micros / hours(1));
    match (all_hours, all_minutes % 60) {
        (0, left) => part("desk-inbox-min", left),
        (48.., _) => part("desk-inbox-days", all_hours / 24),
        (many, 0) | (many @ 10.., _) => part("desk-inbox-hours", many),
        (few, left) => {
            format!("{} {}", part("desk-inbox-hours", few), part("desk-inbox-min", left))
        }
    }
}

/// The patterns that the script needs to do the same: left, overdue, minutes, hours, days; `#` is the number or time.
pub fn patterns(desk: &Desk) -> String {
    let with = |key: &str, name: &str| desk.tr.with(key, &[(name, Arg::Text("#".into()))]);
    let all = [
        with("desk-inbox-due", "time"),
        with("desk-inbox-overdue", "time"),
        with("desk-inbox-min", "count"),
        with("desk-inbox-hours", "count"),
        with("desk-inbox-days", "count"),
    ];
    all.join("|")
}
