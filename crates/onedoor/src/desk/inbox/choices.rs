//! What a message offers to choose from: written in the composer, shown in the transcript.

use engage::choices::{Choices, Chosen};
use engage::conversations::Message;
use kit::i18n::Arg;
use maud::{Markup, html};

use crate::desk::ui::{Icon, icon};
use crate::desk::who::Desk;

/// A line for each. Closed until somebody wants it, or a ready answer brings some.
pub fn field(desk: &Desk, typed: &str) -> Markup {
    let tr = &desk.tr;
    html! {
        details.offer open[!typed.trim().is_empty()] {
            summary { (tr.t("desk-choices")) }
            label.hidden for="composer-choices" { (tr.t("desk-choices")) }
            textarea #composer-choices name="choices" rows="3" aria-describedby="composer-choices-hint" {
                (typed)
            }
            p.hint #composer-choices-hint { (tr.t("desk-choices-hint")) }
        }
    }
}

/// Below a message: what it offers, or how somebody chose.
pub fn show(desk: &Desk, message: &Message) -> Markup {
    if let Some(choices) = Choices::of(message) {
        return html! {
            ul.offered aria-label=(desk.tr.t("desk-choices-offered")) {
                @for choice in &choices.of { li { (choice.title) } }
            }
        };
    }
    let Some(chosen) = Chosen::of(message) else { return html! {} };
    let words = match chosen.typed {
        Some(typed) => desk.tr.with("desk-choices-typed", &[("typed", Arg::Text(typed))]),
        None => desk.tr.t("desk-choices-pressed"),
    };
    html! { p.state { (icon(Icon::Check)) span { (words) } } }
}
