//! How it was, by door: how many were asked, how many answered what.

use customers::accounts::{Permit, may};
use customers::channels::{ChannelId, store as channels};
use engage::surveys::{self, Result5};
use kit::i18n::Arg;
use kit::time::days;
use kit::{Result, Tx};
use maud::{Markup, html};

use super::reply::Page;
use super::settings::settings_tabs;
use super::ui::{Cell, Icon, Nav, empty, table, title_row};
use super::who::Desk;

/// What is longer ago says little of today.
const SHOWN: i64 = days(90);

pub async fn show_satisfaction(desk: Desk) -> Result<Page> {
    let permit: Permit<may::SeeConversations> = desk.staff.permit()?;
    let since = desk.now.minus(SHOWN);
    let look = |tx: &Tx| Ok((surveys::report(tx, &permit, since)?, channels::list(tx)?));
    let (results, doors) = desk.app.ctx.db.scan(look).await?;
    let tr = &desk.tr;
    let name = |id: ChannelId| doors.iter().find(|one| one.id == id).map(|one| one.name.clone());
    let headings: Vec<String> = [
        "desk-inbox-door",
        "desk-csat-asked",
        "desk-csat-answered",
        "desk-csat-average",
        "desk-csat-scores",
    ]
    .map(|key| tr.t(key))
    .into();
    let rows: Vec<Vec<Cell>> = results
        .iter()
        .map(|result| row(&desk, result, &name(result.channel_id).unwrap_or_default()))
        .collect();
    let title = tr.t("desk-csat");
    let body = html! {
        (title_row(&title, &tr.t("desk-csat-lead"), html! {}))
        (settings_tabs(&desk, "satisfaction"))
        @if rows.is_empty() {
            (empty(Icon::Chat, &tr.t("desk-csat-none"), &tr.t("desk-csat-none-text"), html! {}))
        } @else {
            (table(&title, &headings, &rows, None))
        }
    };
    Ok(desk.page(Nav::Settings, &title, body))
}

fn row(desk: &Desk, result: &Result5, door: &str) -> Vec<Cell> {
    let tr = &desk.tr;
    vec![
        html! { strong { (door) } },
        html! { (tr.number(result.asked)) },
        html! { (tr.number(result.answered())) },
        html! { @match result.average() {
            Some(hundredths) => (average(desk, hundredths)),
            None => span.quiet { "–" },
        } },
        bars(desk, result),
    ]
}

/// `4.25`, with the comma of the reader's language.
fn average(desk: &Desk, hundredths: i64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    desk.tr.with(
        "desk-csat-number",
        &[("whole", Arg::Text(whole.to_string())), ("rest", Arg::Text(format!("{rest:02}")))],
    )
}

/// How many gave each score, from 1 to 5.
fn bars(desk: &Desk, result: &Result5) -> Markup {
    let most = result.scores.iter().copied().max().unwrap_or_default().max(1);
    html! {
        ol.scores {
            @for (score, count) in (1..).zip(result.scores) {
                @let args = [("score", Arg::Text(score.to_string())), ("count", Arg::Int(count))];
                li {
                    meter min="0" max=(most) value=(count) aria-label=(desk.tr.with("desk-csat-score", &args)) {}
                    small { (score) ": " (desk.tr.number(count)) }
                }
            }
        }
    }
}
