//! Who this is, in one look: name, marks, figures, what is open, and what one can do.

use customers::accounts::Permission;
use customers::context::Customer;
use customers::context::about::About;
use customers::dealings::{Dealing, DealingKind};
use customers::identities::Held;
use kit::i18n::Arg;
use maud::{Markup, html};

use super::{address, facts, naming};
use crate::desk::calls;
use crate::desk::ui::{Icon, Tone, badge, icon, link_button, time};
use crate::desk::who::Desk;

pub fn name(desk: &Desk, about: &About) -> String {
    let held: Vec<Held> = about.identities.iter().map(|known| known.held.clone()).collect();
    let customer = &about.customer;
    let door = about.doors.get(&customer.last_channel_id);
    naming::name(desk, about.traits.name().as_deref(), &held, door)
}

pub fn section(desk: &Desk, about: &About) -> Markup {
    let customer = &about.customer;
    let id = customer.id.to_string();
    html! {
        header.card.customer-head #head {
            div.customer-title {
                div.person.large {
                    (naming::portrait(about.traits.name().as_deref()))
                    div {
                        h1 { (name(desk, about)) }
                        div.marks {
                            (known(desk, customer))
                            (flags(desk, customer))
                            button.id-copy type="button" data-copy=(id) title=(id)
                                data-done=(desk.tr.t("desk-copied")) {
                                (icon(Icon::Copy)) span { (desk.tr.t("desk-customers-copy-id")) }
                            }
                        }
                    }
                }
                div.actions { (actions(desk, about)) }
            }
            (figures(desk, about))
            (open_matters(desk, about))
        }
    }
}

fn known(desk: &Desk, customer: &Customer) -> Markup {
    let tr = &desk.tr;
    let (tone, picture, word, why) = if customer.known {
        (Tone::Good, Icon::Verified, "known-one", "known-why")
    } else {
        (Tone::Plain, Icon::User, "visitor", "visitor-why")
    };
    let badge = badge(tone, Some(picture), &tr.t(&format!("desk-customers-{word}")));
    naming::explained(&badge, &tr.t(&format!("desk-customers-{why}")))
}

/// What the law makes us mind.
pub fn flags(desk: &Desk, customer: &Customer) -> Markup {
    let tr = &desk.tr;
    let flags = [("restricted", customer.restricted_at), ("objected", customer.objected_at)];
    html! {
        @for (flag, at) in flags {
            @if let Some(at) = at {
                @let badge = badge(Tone::Warn, Some(Icon::Warning), &tr.t(&format!("desk-customers-{flag}")));
                @let args = [("day", Arg::Text(tr.date(at)))];
                (naming::explained(&badge, &tr.with(&format!("desk-customers-{flag}-why"), &args)))
            }
        }
    }
}

fn actions(desk: &Desk, about: &About) -> Markup {
    html! {
        @if desk.staff.can(Permission::Talk) {
            (link_button(
                Tone::Plain,
                Some(Icon::Phone),
                &desk.tr.t("desk-calls-call"),
                &calls::address(about.customer.id, None),
            ))
        }
        @if desk.staff.can(Permission::MergeCustomers) {
            (link_button(
                Tone::Plain,
                Some(Icon::Link),
                &desk.tr.t("desk-customers-merge-with"),
                &format!("{}/merge", address(about.customer.id)),
            ))
        }
    }
}

pub fn figures(desk: &Desk, about: &About) -> Markup {
    let tr = &desk.tr;
    let customer = &about.customer;
    let since = if customer.known { "since" } else { "first-seen" };
    html! {
        dl.figures {
            div {
                dt { (tr.t("desk-customers-orders")) }
                dd {
                    (tr.number(about.facts.orders as i64))
                    @if let Some(at) = about.facts.last_order_at {
                        @let ago = [("ago", Arg::Text(tr.ago(desk.now, at)))];
                        small title=(tr.date_time(at)) { (tr.with("desk-customers-last-order", &ago)) }
                    }
                }
            }
            div {
                dt { (tr.t("desk-customers-spent")) }
                dd { (facts::money(desk, &about.facts.spent)) }
            }
            div {
                dt { (tr.t("desk-customers-last-seen")) }
                dd {
                    (naming::door(desk, &about.doors, customer.last_channel_id))
                    small { (time(desk, customer.last_seen_at)) }
                }
            }
            div {
                dt { (tr.t(&format!("desk-customers-{since}"))) }
                dd { time datetime=(customer.created_at) { (tr.date(customer.created_at)) } }
            }
        }
    }
}

pub fn open_matters(desk: &Desk, about: &About) -> Markup {
    html! {
        @if !about.facts.open.is_empty() {
            ul.open-matters aria-label=(desk.tr.t("desk-customers-open")) {
                @for dealing in &about.facts.open { li { (open_matter(desk, dealing)) } }
            }
        }
    }
}

fn open_matter(desk: &Desk, dealing: &Dealing) -> Markup {
    let tr = &desk.tr;
    let (picture, key) = match dealing.kind {
        DealingKind::Return => (Icon::Return, "desk-customers-open-return"),
        _ => (Icon::Cart, "desk-customers-open-cart"),
    };
    // A long reference is for machines.
    let number = Some(dealing.order()).filter(|text| (1..=19).contains(&text.len()));
    html! {
        (icon(picture))
        strong { (tr.t(key)) }
        @if dealing.kind == DealingKind::Return {
            @if let Some(number) = number { span { (number) } }
        }
        @if let Some(amount) = dealing.amount { span { (tr.money(amount)) } }
        (time(desk, dealing.at))
    }
}
