//! How long a door's access token lives, and what a person must see to.

use customers::channels::Channel;
use engage::connectors::tokens::{self, Standing, Worry, rules};
use kit::i18n::Arg;
use kit::{Result, Time};
use maud::{Markup, html};

use crate::desk::ui::{Icon, Tone, badge, note};
use crate::desk::who::Desk;

/// On the door's page; nothing of tokens that have no end.
pub async fn show(desk: &Desk, door: &Channel) -> Result<Markup> {
    let id = door.id;
    let Some(standing) = desk.app.ctx.db.read(|tx| tokens::find_maybe(tx, id)).await? else {
        return Ok(html! {});
    };
    Ok(match rules::worry(&standing, desk.now) {
        Some(worry) => note(Tone::Bad, html! { (words(desk, &worry)) }),
        None => html! { p.quiet { (well(desk, &standing)) } },
    })
}

fn well(desk: &Desk, standing: &Standing) -> String {
    match standing.ends_at {
        Some(ends_at) => {
            desk.tr.with("desk-doors-token-until", &[("day", Arg::Text(desk.tr.date(ends_at)))])
        }
        None => desk.tr.t("desk-doors-token-new"),
    }
}

fn words(desk: &Desk, worry: &Worry) -> String {
    let day = |at: Time| ("day", Arg::Text(desk.tr.date(at)));
    match worry {
        Worry::Over { ended_at } => desk.tr.with("desk-doors-token-over", &[day(*ended_at)]),
        Worry::Refused { error, ends_at: Some(ends_at) } => {
            let said = ("said", Arg::Text(error.clone()));
            desk.tr.with("desk-doors-token-refused-until", &[day(*ends_at), said])
        }
        Worry::Refused { error, ends_at: None } => {
            desk.tr.with("desk-doors-token-refused", &[("said", Arg::Text(error.clone()))])
        }
    }
}

/// Beside a door in the list.
pub fn mark(desk: &Desk, standing: Option<&Standing>) -> Markup {
    match standing.and_then(|standing| rules::worry(standing, desk.now)) {
        Some(_) => badge(Tone::Bad, Some(Icon::Warning), &desk.tr.t("desk-doors-token-mark")),
        None => html! {},
    }
}
