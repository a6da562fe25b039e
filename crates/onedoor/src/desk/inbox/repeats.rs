//! “Made to repeat”: how often customers had to say something twice because the door or the one who answered changed.

use customers::accounts::{Permit, may};
use customers::channels::store as channels;
use customers::context::Door;
use engage::facts::{self, RepeatRow, Repeats};
use kit::Result;
use kit::i18n::Arg;
use kit::time::days;
use maud::{Markup, html};

use super::LIST;
use crate::desk::customers::naming::{self, Doors};
use crate::desk::reply::Page;
use crate::desk::ui::{Icon, Nav, Tone, empty, link_button, table, title_row};
use crate::desk::who::Desk;

/// What the report looks back on.
const DAYS: i64 = 30;

pub async fn show_repeats(desk: Desk) -> Result<Page> {
    let permit: Permit<may::SeeConversations> = desk.staff.permit()?;
    let since = desk.now.minus(days(DAYS));
    let (report, doors) = desk
        .app
        .ctx
        .db
        .scan(|tx| Ok((facts::report(tx, &permit, since)?, channels::list(tx)?)))
        .await?;
    let door = |name: &str, kind: &str| Door { kind: kind.into(), name: name.into() };
    let doors: Doors =
        doors.iter().map(|one| (one.id, door(&one.name, one.kind.as_str()))).collect();
    let title = desk.tr.t("desk-repeats");
    let back = link_button(Tone::Plain, Some(Icon::Left), &desk.tr.t("desk-nav-inbox"), LIST);
    let body = html! {
        (title_row(&title, &desk.tr.t("desk-repeats-lead"), back))
        @if report.rows.is_empty() {
            (empty(
                Icon::Check,
                &desk.tr.t("desk-repeats-none"),
                &desk.tr.t("desk-repeats-none-text"),
                html! {},
            ))
        } @else {
            p.lead { (share(&desk, &report)) }
            (rows(&desk, &title, &report, &doors))
        }
    };
    Ok(desk.page(Nav::Inbox, &title, body))
}

fn share(desk: &Desk, report: &Repeats) -> String {
    let (repeated, all) = (report.repeated(), report.conversations.max(report.repeated()));
    let percent = if all == 0 { 0 } else { (repeated * 100 + all / 2) / all };
    let args =
        [("repeated", Arg::Int(repeated)), ("all", Arg::Int(all)), ("percent", Arg::Int(percent))];
    desk.tr.with("desk-repeats-share", &args)
}

fn rows(desk: &Desk, title: &str, report: &Repeats, doors: &Doors) -> Markup {
    let tr = &desk.tr;
    let headings = [
        "desk-repeats-what",
        "desk-repeats-from",
        "desk-repeats-to",
        "desk-repeats-why",
        "desk-repeats-times",
    ];
    let headings = headings.map(|key| tr.t(key));
    let row = |row: &RepeatRow| {
        vec![
            html! { (tr.t(&format!("desk-told-{}", row.entity.as_str()))) },
            naming::door(desk, doors, row.from),
            naming::door(desk, doors, row.to),
            html! { (tr.t(&format!("desk-repeats-because-{}", row.because.as_str()))) },
            html! { (tr.number(row.times)) },
        ]
    };
    let rows: Vec<_> = report.rows.iter().map(row).collect();
    table(title, &headings, &rows, None)
}
