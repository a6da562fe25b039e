//! By what they are known: identities with how sure each is, what they say and nobody has proven, and who may
//! be the same person.

use customers::accounts::Permission;
use customers::context::about::{About, Claimed, Known, MaybeSame};
use customers::identities::{Held, Kind};
use kit::i18n::Arg;
use maud::{Markup, html};

use super::page::{part, source};
use super::{address, naming};
use crate::desk::bouncing;
use crate::desk::ui::forms::token;
use crate::desk::ui::{Icon, Tone, badge, icon, link_button};
use crate::desk::who::Desk;

/// A kiosk may have been on a hundred devices; the rest is a click away.
const SHOWN_AT_ONCE: usize = 6;

pub fn identities(desk: &Desk, about: &About) -> Markup {
    let tr = &desk.tr;
    let mut all: Vec<&Known> = about.identities.iter().collect();
    all.sort_by_key(|known| naming::kind_rank(&known.held.kind));
    let (first, rest) = all.split_at(all.len().min(SHOWN_AT_ONCE));
    let list = |some: &[&Known]| {
        html! { ul.identities { @for known in some { (identity(desk, about, known)) } } }
    };
    let body = html! {
        @if all.is_empty() { p.quiet { (tr.t("desk-customers-no-identities")) } }
        @if !first.is_empty() { (list(first)) }
        @if !rest.is_empty() {
            details #more-identities {
                summary { (tr.with("desk-customers-more", &[("count", Arg::Int(rest.len() as i64))])) }
                (list(rest))
            }
        }
    };
    part("identities", &tr.t("desk-customers-identities"), body)
}

fn identity(desk: &Desk, about: &About, known: &Known) -> Markup {
    let held = &known.held;
    html! {
        li {
            (icon(naming::kind_icon(&held.kind)))
            div.grow {
                span.identity {
                    span.hidden { (naming::kind_name(desk, &held.kind)) ": " }
                    strong title=(title(desk, held)) { (value(held)) }
                    (mark(desk, held))
                    (bounced(desk, about, &held.kind, &held.value))
                }
                small.source {
                    (naming::kind_name(desk, &held.kind)) " · "
                    (naming::door(desk, &about.doors, held.channel_id))
                    time datetime=(held.first_seen_at) title=(desk.tr.date_time(held.first_seen_at)) {
                        (desk.tr.date(held.first_seen_at))
                    }
                }
                @for (claim, line) in &known.claimants {
                    p.claimant {
                        (icon(Icon::Claimed))
                        span {
                            (desk.tr.t("desk-customers-also-said")) " "
                            (naming::person(desk, line, &about.doors))
                            " · " (desk.tr.date(claim.claimed_at))
                        }
                    }
                }
            }
        }
    }
}

fn title(desk: &Desk, held: &Held) -> String {
    format!("{}: {}", naming::kind_name(desk, &held.kind), held.value)
}

/// An address or a number that can be used at once.
fn value(held: &Held) -> Markup {
    match held.kind.as_str() {
        "email" => html! { a href={ "mailto:" (held.value) } { (held.value) } },
        "phone" => html! { a href={ "tel:" (held.value) } { (held.value) } },
        _ => html! { (naming::identity_value(&held.kind, &held.value)) },
    }
}

/// How sure it is. An account and a device are what they are: only that they are shared is worth a mark.
fn mark(desk: &Desk, held: &Held) -> Markup {
    let is_plain = [Kind::USER_ID, Kind::DEVICE].contains(&held.kind);
    let (tone, picture, word) = match (held.shared_at, held.verified) {
        (Some(_), _) => (Tone::Warn, Icon::Team, "shared"),
        (None, true) if held.kind != Kind::DEVICE => (Tone::Good, Icon::Verified, "verified"),
        (None, _) if is_plain => return html! {},
        (None, _) => (Tone::Plain, Icon::Claimed, "unproven"),
    };
    let text = |ending: &str, args: &[(&str, Arg)]| {
        desk.tr.with(&format!("desk-customers-{word}{ending}"), args)
    };
    let at = held.shared_at.or(held.verified_at).unwrap_or(held.first_seen_at);
    let day = [("day", Arg::Text(desk.tr.date(at)))];
    naming::explained(&badge(tone, Some(picture), &text("", &[])), &text("-why", &day))
}

/// Letters do not get there.
fn bounced(desk: &Desk, about: &About, kind: &Kind, value: &str) -> Markup {
    let found = about.bounces.iter().find(|one| (&one.kind, one.value.as_str()) == (kind, value));
    let Some(bounced) = found else { return html! {} };
    let (tone, words) = bouncing::words(desk, bounced);
    naming::explained(&badge(tone, Some(Icon::Warning), &words), &bouncing::why(desk, bounced))
}

pub fn claims(desk: &Desk, about: &About) -> Markup {
    if about.claims.is_empty() {
        return html! {};
    }
    let tr = &desk.tr;
    let body = html! {
        p.hint { (tr.t("desk-customers-claims-why")) }
        ul.identities { @for claimed in &about.claims { (claim(desk, about, claimed)) } }
    };
    part("claims", &tr.t("desk-customers-claims"), body)
}

fn claim(desk: &Desk, about: &About, claimed: &Claimed) -> Markup {
    let claim = &claimed.claim;
    html! {
        li {
            (icon(naming::kind_icon(&claim.kind)))
            div.grow {
                span.identity {
                    strong { (naming::identity_value(&claim.kind, &claim.value)) }
                    (badge(Tone::Warn, Some(Icon::Claimed), &desk.tr.t("desk-customers-not-proven")))
                    (bounced(desk, about, &claim.kind, &claim.value))
                }
                (source(desk, &about.doors, claim.channel_id, claim.claimed_at))
                @if let Some(holder) = &claimed.holder {
                    p.claimant {
                        (icon(Icon::User))
                        span {
                            (desk.tr.t("desk-customers-belongs-to")) " "
                            (naming::person(desk, holder, &about.doors))
                        }
                    }
                }
            }
        }
    }
}

pub fn maybe_same(desk: &Desk, about: &About) -> Markup {
    if about.maybe_same.is_empty() {
        return html! {};
    }
    let tr = &desk.tr;
    let body = html! {
        p.hint { (tr.t("desk-customers-maybe-why")) }
        ul.maybes { @for maybe in &about.maybe_same { (maybe_one(desk, about, maybe)) } }
    };
    part("maybe", &tr.t("desk-customers-maybe"), body)
}

fn maybe_one(desk: &Desk, about: &About, maybe: &MaybeSame) -> Markup {
    let tr = &desk.tr;
    let evidence = &maybe.proposal.evidence;
    let refusal = maybe.proposal.refusal.split(':').next().unwrap_or_default();
    let refusal = match refusal {
        "two_accounts" => "two-accounts",
        "unproven" => "both-known",
        "limit" => "too-many",
        _ => "seen-with-both",
    };
    let here = address(about.customer.id);
    let other = maybe.other.customer.id;
    html! {
        li {
            (naming::person(desk, &maybe.other, &about.doors))
            p.hint {
                (naming::kind_name(desk, &evidence.kind)) " "
                (naming::identity_value(&evidence.kind, &evidence.value)) ". "
                (tr.t(&format!("desk-customers-refused-{refusal}")))
            }
            @if desk.staff.can(Permission::MergeCustomers) {
                div.actions {
                    (link_button(Tone::Plain, None, &tr.t("desk-customers-compare"), &format!("{here}/merge?with={other}")))
                    form.inline method="post" action={ (here) "/dismissals/" (other) } {
                        (token(desk))
                        button.button.plain type="submit" { (tr.t("desk-customers-are-two")) }
                    }
                }
            }
        }
    }
}
