//! What staff hear of although they look elsewhere: a count in the title of the window, and, where this browser was asked
//! to, a notice and a sound (`web/desk/notices.js`). They come by the stream that every page of the desk has.

use axum::response::sse::Event;
use engage::notices::{Live, Notice, Why};
use kit::Result;
use kit::text::clip;
use maud::{Markup, html};
use serde_json::json;

use crate::desk::ui::{Icon, icon};
use crate::desk::who::Desk;

/// Of what was said, a glance.
const TEXT_BYTES_MAX: usize = 140;

/// As the script gets it; none where it is not for this desk.
pub async fn event(desk: &Desk, live: &Live, notice: &Notice) -> Result<Option<Event>> {
    if !live.is_for_me(notice).await? {
        return Ok(None);
    }
    let tr = &desk.tr;
    let name = notice.name.clone().unwrap_or_else(|| tr.t("desk-notices-somebody"));
    let (title, text) = match notice.why {
        Why::Called => (tr.t("desk-inbox-called"), name),
        Why::Mine | Why::Nobodys => (name, clip(&notice.text, TEXT_BYTES_MAX).into_owned()),
    };
    let told = json!({
        // The same message has the same, in whichever window.
        "id": format!("{}.{}.{}", notice.conversation_id, notice.at.0, notice.why.as_str()),
        "why": notice.why.as_str(),
        "url": format!("/desk/inbox/{}", notice.conversation_id),
        "title": title,
        "text": text,
    });
    Ok(Some(Event::default().event("notice").data(told.to_string())))
}

/// What this browser does when something comes: kept in the browser, so only the script can show it.
pub fn menu(desk: &Desk) -> Markup {
    let tr = &desk.tr;
    let choices = [
        ("show", "desk-notices-show"),
        ("sound", "desk-notices-sound"),
        ("nobodys", "desk-notices-nobodys"),
    ];
    html! {
        details.menu #notices hidden {
            summary.button.plain.small { (icon(Icon::Bell)) (tr.t("desk-notices")) }
            div.menu-box.notices-box {
                @for (name, words) in choices {
                    label { input type="checkbox" data-notice=(name); span { (tr.t(words)) } }
                }
                p.hint data-notices-denied hidden { (tr.t("desk-notices-denied")) }
                p.hint data-notices-insecure hidden { (tr.t("desk-notices-insecure")) }
                p.hint { (tr.t("desk-notices-away")) }
            }
        }
    }
}
