//! One side of a merge or a split, as a card: who it is, by what it is known, what it brings.

use customers::context::sides::Side;
use kit::i18n::Arg;
use maud::{Markup, html};

use super::naming::{self, Doors};
use super::{consent, facts};
use crate::desk::ui::{Icon, Tone, badge, icon};
use crate::desk::who::Desk;

const IDENTITIES_SHOWN: usize = 8;

pub fn side_name(desk: &Desk, side: &Side, doors: &Doors) -> String {
    let door = doors.get(&side.last_channel_id);
    naming::name(desk, side.name().as_deref(), &side.identities, door)
}

pub fn card(desk: &Desk, side: &Side, doors: &Doors, link: Option<&str>) -> Markup {
    let tr = &desk.tr;
    let name = side_name(desk, side, doors);
    let others = side.identities.len().saturating_sub(IDENTITIES_SHOWN);
    html! {
        section.card.side {
            div.person {
                (naming::portrait(side.name().as_deref()))
                div {
                    h2 { @if let Some(href) = link { a href=(href) { (name) } } @else { (name) } }
                    span.marks {
                        @if side.is_known() {
                            (badge(Tone::Good, Some(Icon::Verified), &tr.t("desk-customers-known-one")))
                        } @else {
                            (badge(Tone::Plain, Some(Icon::User), &tr.t("desk-customers-visitor")))
                        }
                    }
                }
            }
            (brings(desk, side))
            ul.identities {
                @for held in naming::best_first(&side.identities).iter().take(IDENTITIES_SHOWN) {
                    li {
                        (icon(naming::kind_icon(&held.kind)))
                        div.grow {
                            span { (naming::identity_value(&held.kind, &held.value)) }
                            small { (naming::kind_name(desk, &held.kind)) }
                        }
                    }
                }
            }
            @if others > 0 {
                p.hint { (tr.with("desk-customers-more", &[("count", Arg::Int(others as i64))])) }
            }
            (allows(desk, side))
        }
    }
}

fn brings(desk: &Desk, side: &Side) -> Markup {
    let tr = &desk.tr;
    let orders = Arg::Int(side.facts.orders as i64);
    html! {
        p.brings {
            span { (tr.with("desk-customers-events", &[("count", Arg::Int(side.events))])) }
            span { (tr.with("desk-customers-orders-count", &[("count", orders)])) }
            @if !side.facts.spent.is_empty() { span { (facts::money(desk, &side.facts.spent)) } }
        }
    }
}

fn allows(desk: &Desk, side: &Side) -> Markup {
    html! {
        @if !side.consents.is_empty() {
            ul.allows aria-label=(desk.tr.t("desk-customers-consent")) {
                @for one in &side.consents {
                    li {
                        (consent::state_badge(desk, one.state))
                        span {
                            (naming::purpose_name(desk, &one.subject.purpose)) " · "
                            (naming::way_name(desk, &one.subject.channel))
                        }
                    }
                }
            }
        }
    }
}
