//! Who else has this conversation open, and who of them is writing: a line that changes by itself.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use customers::accounts::{Permit, may};
use engage::conversations::ConversationId;
use engage::presence::{self, store};
use kit::Result;
use kit::i18n::Arg;
use maud::{Markup, html};
use serde::Deserialize;

use super::parse_id;
use crate::desk::ui::{Tone, badge};
use crate::desk::who::Desk;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typing {
    on: String,
}

/// The page says that somebody writes in it, or has stopped.
pub async fn show_typing(
    desk: Desk,
    Path(id): Path<String>,
    Form(typing): Form<Typing>,
) -> Result<StatusCode> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    presence::types(&desk.app.engage, &permit, parse_id(&id)?, typing.on == "on").await?;
    Ok(StatusCode::NO_CONTENT)
}

/// “Ewa is here”, “Ewa is writing”; nothing for oneself, in however many windows.
pub async fn line(desk: &Desk, id: ConversationId) -> Result<Markup> {
    let now = desk.app.ctx.clock.now();
    let viewers = desk.app.ctx.db.read(|tx| store::list(tx, id)).await?;
    let me = desk.staff.actor().account_id;
    let mut others: Vec<(String, bool)> = Vec::new();
    for viewer in viewers.into_iter().filter(|viewer| viewer.account_id != me) {
        let types = viewer.types(now);
        match others.iter_mut().find(|(name, _)| *name == viewer.name) {
            Some((_, known)) => *known |= types,
            None => others.push((viewer.name, types)),
        }
    }
    Ok(html! {
        @for (name, types) in &others {
            @let key = if *types { "desk-inbox-writes" } else { "desk-inbox-looks" };
            @let words = desk.tr.with(key, &[("name", Arg::Text(name.clone()))]);
            (badge(if *types { Tone::Warn } else { Tone::Accent }, None, &words))
        }
        @if !others.is_empty() { span data-say=(said(desk, &others)) {} }
        span.live-dot {} (desk.tr.t("desk-customers-live"))
    })
}

/// What is read out to whoever does not see it.
fn said(desk: &Desk, others: &[(String, bool)]) -> String {
    let words = others.iter().map(|(name, types)| {
        let key = if *types { "desk-inbox-writes" } else { "desk-inbox-looks" };
        desk.tr.with(key, &[("name", Arg::Text(name.clone()))])
    });
    words.collect::<Vec<_>>().join(". ")
}
