//! Files that go along with an answer: chosen, dropped or pasted; each can be taken out again before it is sent.

use engage::files::rules::of_door;
use engage::inbox::rules::Way;
use kit::i18n::Arg;
use maud::{Markup, html};

use crate::desk::ui::{Icon, icon};
use crate::desk::who::Desk;

const MB: usize = 1024 * 1024;

pub fn field(desk: &Desk, first: Option<&Way>) -> Markup {
    let tr = &desk.tr;
    html! {
        div.attach {
            label.button.plain.small for="composer-files" { (icon(Icon::Plus)) (tr.t("desk-attach")) }
            input #composer-files.attach-input name="files" type="file" multiple;
            @if let Some(way) = first { small #composer-limits.quiet { (limits(desk, way)) } }
            ul #composer-chosen.files data-remove=(tr.t("desk-attach-remove")) aria-live="polite" {}
        }
    }
}

/// What a door does with files, said where it is chosen: how much it carries, or that they go as links.
pub fn limits(desk: &Desk, way: &Way) -> String {
    match of_door(way.kind) {
        Some(files) => {
            let size = [("count", Arg::Text(desk.tr.number((files.bytes_max / MB) as i64)))];
            desk.tr.with("desk-attach-up-to", &size)
        }
        None => desk.tr.t("desk-attach-as-link"),
    }
}
