//! Why this is one customer: every merge in words, with the way to undo it; and those that were undone.

use customers::accounts::Permission;
use customers::context::about::About;
use customers::identities::{ACTOR_RULE, CustomerId, Edge, EdgeId, Kind, Rule};
use kit::i18n::Arg;
use maud::{Markup, html};

use super::page::part;
use super::{address, naming};
use crate::desk::ui::{Icon, Tone, icon, link_button, note, time};
use crate::desk::who::Desk;

const SHOWN_AT_ONCE: usize = 5;

pub fn section(desk: &Desk, about: &About) -> Markup {
    let tr = &desk.tr;
    let standing: Vec<&Edge> = about.edges.iter().filter(|edge| edge.undone.is_none()).collect();
    let undone: Vec<&Edge> = about.edges.iter().filter(|edge| edge.undone.is_some()).collect();
    let (first, rest) = standing.split_at(standing.len().min(SHOWN_AT_ONCE));
    let list = |edges: &[&Edge]| {
        html! { ol.edges { @for edge in edges { li { (one_edge(desk, about, edge)) } } } }
    };
    let body = html! {
        @if standing.is_empty() { p.quiet { (tr.t("desk-customers-never-merged")) } }
        (list(first))
        @if !rest.is_empty() {
            details #more-merges {
                summary { (tr.with("desk-customers-more", &[("count", Arg::Int(rest.len() as i64))])) }
                (list(rest))
            }
        }
        @if !undone.is_empty() {
            details #undone {
                summary {
                    (tr.with("desk-customers-undone", &[("count", Arg::Int(undone.len() as i64))]))
                }
                ol.edges {
                    @for edge in undone.iter().rev() { li { (undone_edge(desk, about, edge)) } }
                }
            }
        }
    };
    part("merges", &tr.t("desk-customers-merges"), body)
}

fn one_edge(desk: &Desk, about: &About, edge: &Edge) -> Markup {
    let way = format!("{}/splits/{}", address(about.customer.id), edge.id);
    html! {
        (said(desk, edge))
        @if desk.staff.can(Permission::MergeCustomers) {
            a.button.small.plain href=(way) {
                (icon(Icon::Unlink)) (desk.tr.t("desk-customers-undo"))
            }
        }
    }
}

/// “Anna signed in on a device · …3f2a · automatically · 3 Nov 2026”
pub fn said(desk: &Desk, edge: &Edge) -> Markup {
    html! {
        (icon(if edge.rule == Rule::Staff { Icon::User } else { Icon::Link }))
        div.grow {
            span { (words(desk, edge)) }
            small { (who(desk, &edge.actor)) " · " (time(desk, edge.joined_at)) }
        }
    }
}

fn words(desk: &Desk, edge: &Edge) -> String {
    let tr = &desk.tr;
    let (kind, value) = match &edge.evidence {
        Some(identity) => (
            naming::kind_name(desk, &identity.kind),
            naming::identity_value(&identity.kind, &identity.value),
        ),
        None => (String::new(), String::new()),
    };
    let is_device = edge.evidence.as_ref().is_some_and(|identity| identity.kind == Kind::DEVICE);
    let value = Arg::Text(value);
    match edge.rule {
        Rule::Login if is_device => tr.with("desk-customers-rule-login", &[("value", value)]),
        Rule::Login => tr.t("desk-customers-rule-login-plain"),
        Rule::SameIdentity => {
            tr.with("desk-customers-rule-same", &[("kind", Arg::Text(kind)), ("value", value)])
        }
        Rule::Alias => tr.with("desk-customers-rule-alias", &[("value", value)]),
        Rule::Staff => {
            tr.with("desk-customers-rule-staff", &[("reason", Arg::Text(edge.reason.clone()))])
        }
    }
}

fn who(desk: &Desk, actor: &str) -> String {
    match actor.strip_prefix("staff:") {
        Some(name) => name.to_owned(),
        None if actor == ACTOR_RULE => desk.tr.t("desk-customers-by-rule"),
        None => actor.to_owned(),
    }
}

fn undone_edge(desk: &Desk, about: &About, edge: &Edge) -> Markup {
    html! {
        (said(desk, edge))
        @if let Some(undone) = &edge.undone {
            div.undone-by {
                (icon(Icon::Unlink))
                div.grow {
                    span {
                        @if undone.by == ACTOR_RULE { (desk.tr.t("desk-customers-undone-shared")) }
                        @else { "‘" (undone.reason) "’" }
                    }
                    small { (who(desk, &undone.by)) " · " (time(desk, undone.at)) }
                }
            }
            (again(desk, about, edge))
        }
    }
}

/// The leaf of an edge that is not of this customer (any more).
fn other_leaf(about: &About, edge: &Edge) -> Option<CustomerId> {
    [edge.a, edge.b].into_iter().find(|leaf| !about.customer.leaves.contains(leaf))
}

fn again(desk: &Desk, about: &About, edge: &Edge) -> Markup {
    let tr = &desk.tr;
    html! {
        @if let Some(other) = other_leaf(about, edge) {
            div.actions {
                a.button.small.plain href=(address(other)) { (tr.t("desk-customers-other-side")) }
                @if desk.staff.can(Permission::MergeCustomers) {
                    (link_button(
                        Tone::Plain,
                        Some(Icon::Link),
                        &tr.t("desk-customers-merge-again"),
                        &format!("{}/merge?with={other}", address(about.customer.id)),
                    ))
                }
            }
        }
    }
}

/// Right after an undoing: what there is now, and the way back.
pub fn just_undone(desk: &Desk, about: &About, edge: Option<EdgeId>) -> Markup {
    let undone = about.edges.iter().find(|one| Some(one.id) == edge && one.undone.is_some());
    html! {
        @if let Some(edge) = undone {
            (note(Tone::Good, html! {
                p { (desk.tr.t("desk-customers-just-undone")) }
                (again(desk, about, edge))
            }))
        }
    }
}
