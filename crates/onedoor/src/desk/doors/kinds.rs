//! Kinds of doors in pictures and words.

use customers::channels::{ChannelKind, Passes};
use kit::i18n::Arg;
use maud::{Markup, html};

use crate::desk::ui::icons::of_door;
use crate::desk::ui::{Icon, Tone, badge, icon};
use crate::desk::who::Guest;

use ChannelKind::{
    Ads, Api, App, Assistant, Chat, Email, Event, Form, Import, Instagram, Marketplace, Messenger,
    Partner, Phone, Print, Push, Sms, Store, Telegram, Viber, Web, Whatsapp,
};

/// The gallery: headings and the kinds below each. Every kind stands there once.
pub const GALLERY: [(&str, &[ChannelKind]); 4] = [
    ("desk-doors-group-sell", &[Web, App, Store, Marketplace, Phone, Event]),
    (
        "desk-doors-group-talk",
        &[Email, Sms, Whatsapp, Messenger, Instagram, Telegram, Viber, Chat, Form, Push],
    ),
    ("desk-doors-group-found", &[Ads, Print, Partner]),
    ("desk-doors-group-machines", &[Assistant, Api, Import]),
];

/// With which most shops begin.
pub const FIRST: [ChannelKind; 4] = [Web, App, Store, Api];

/// “Web shop”
pub fn name(guest: &Guest, kind: ChannelKind) -> String {
    guest.tr.t(&format!("desk-doors-kind-{kind}"))
}

/// What comes in by it, in a line.
pub fn description(guest: &Guest, kind: ChannelKind) -> String {
    match kind {
        Whatsapp | Messenger | Instagram | Telegram | Viber => {
            guest.tr.with("desk-doors-about-talk", &[("name", Arg::Text(name(guest, kind)))])
        }
        _ => guest.tr.t(&format!("desk-doors-about-{kind}")),
    }
}

/// The kind's picture in a tile.
pub fn tile(kind: ChannelKind) -> Markup {
    html! { span.tile { (icon(of_door(kind.as_str()))) } }
}

/// What passes through a door, as badges.
pub fn passes(guest: &Guest, passes: Passes) -> Markup {
    let all = [
        (passes.track, Icon::Eye, "desk-doors-track"),
        (passes.talk, Icon::Chat, "desk-doors-talk"),
        (passes.sell, Icon::Bag, "desk-doors-sell"),
    ];
    html! {
        div.actions {
            @for (passes, picture, key) in all {
                @if passes { (badge(Tone::Plain, Some(picture), &guest.tr.t(key))) }
            }
            @if !all.iter().any(|(passes, ..)| *passes) {
                span.quiet { (guest.tr.t("desk-doors-nothing-passes")) }
            }
        }
    }
}

/// Kinds to choose from, as cards that lead to the form.
pub fn choices(guest: &Guest, kinds: &[ChannelKind]) -> Markup {
    html! {
        ul.choices data-list {
            @for kind in kinds {
                li {
                    a.choice href={ "/desk/doors/new?kind=" (kind) } {
                        (tile(*kind))
                        span.grow {
                            strong { (name(guest, *kind)) }
                            small { (description(guest, *kind)) }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_in_the_gallery_once() {
        let mut shown: Vec<ChannelKind> =
            GALLERY.iter().flat_map(|(_, kinds)| *kinds).copied().collect();
        shown.sort();
        let mut all = ChannelKind::ALL.to_vec();
        all.sort();
        assert_eq!(shown, all);
    }
}
