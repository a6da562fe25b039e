//! What they allow: purposes down, ways across; and the ledger of every word about it, as proof.

use std::collections::BTreeSet;

use customers::consents::{Consent, Standing, State};
use customers::context::about::About;
use kit::i18n::Arg;
use maud::{Markup, html};
use serde_json::Value;

use super::naming;
use super::page::{part, source};
use crate::desk::ui::{Icon, Tone, badge, icon};
use crate::desk::who::Desk;

pub fn section(desk: &Desk, about: &About) -> Markup {
    let tr = &desk.tr;
    let body = if about.consents.is_empty() {
        html! { p.quiet { (tr.t("desk-customers-no-consent")) } }
    } else {
        html! {
            (grid(desk, &about.consents))
            details #proof {
                summary { (tr.t("desk-customers-proof")) }
                ol.ledger {
                    @for line in about.ledger.iter().rev() { (proof(desk, about, line)) }
                }
            }
        }
    };
    part("consent", &tr.t("desk-customers-consent"), body)
}

fn grid(desk: &Desk, consents: &[Standing]) -> Markup {
    let purposes: BTreeSet<&str> =
        consents.iter().map(|one| one.subject.purpose.as_str()).collect();
    let ways: BTreeSet<&str> = consents.iter().map(|one| one.subject.channel.as_str()).collect();
    html! {
        div.grid-box {
            table.consents aria-label=(desk.tr.t("desk-customers-consent")) {
                thead {
                    tr {
                        th scope="col" { (desk.tr.t("desk-customers-purpose")) }
                        @for way in &ways { th scope="col" { (naming::way_name(desk, way)) } }
                    }
                }
                tbody {
                    @for purpose in &purposes {
                        tr {
                            th scope="row" { (naming::purpose_name(desk, purpose)) }
                            @for way in &ways { td { (cell(desk, consents, purpose, way)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Mostly one word; several where it depends on the address or the number.
fn cell(desk: &Desk, consents: &[Standing], purpose: &str, way: &str) -> Markup {
    let here: Vec<&Standing> = consents
        .iter()
        .filter(|one| one.subject.purpose == purpose && one.subject.channel == way)
        .collect();
    if here.is_empty() {
        return html! { span.quiet title=(desk.tr.t("desk-customers-not-asked")) { "–" } };
    }
    let is_one = here.len() == 1;
    html! {
        @for one in here {
            @let value = one.subject.identity.as_ref().map(|identity| identity.value.as_str());
            div {
                (naming::explained(&state_badge(desk, one.state), &since(desk, one, value)))
                @if let Some(value) = value.filter(|_| !is_one) { small.block { (value) } }
            }
        }
    }
}

/// “Since 3 Nov 2026 · anna@example.com”
fn since(desk: &Desk, one: &Standing, value: Option<&str>) -> String {
    let day = [("day", Arg::Text(desk.tr.date(one.since)))];
    let since = desk.tr.with("desk-customers-state-since", &day);
    value.map_or_else(|| since.clone(), |value| format!("{since} · {value}"))
}

pub fn state_badge(desk: &Desk, state: State) -> Markup {
    let (tone, picture) = match state {
        State::Granted => (Tone::Good, Icon::Check),
        State::Pending => (Tone::Warn, Icon::Clock),
        State::Denied | State::Withdrawn => (Tone::Bad, Icon::Close),
    };
    badge(tone, Some(picture), &state_name(desk, state))
}

pub fn state_name(desk: &Desk, state: State) -> String {
    desk.tr.t(&format!("desk-customers-state-{}", state.as_str()))
}

fn proof(desk: &Desk, about: &About, line: &Consent) -> Markup {
    let tr = &desk.tr;
    let basis = match line.basis.as_str() {
        "consent" | "soft_opt_in" | "contract" | "legitimate_interest" => {
            tr.t(&format!("desk-customers-basis-{}", line.basis.replace('_', "-")))
        }
        other => other.to_owned(),
    };
    let by = match line.actor.as_str() {
        "customer" | "server" => tr.t(&format!("desk-customers-by-{}", line.actor)),
        other => other.to_owned(),
    };
    html! {
        li {
            span.identity {
                (state_badge(desk, line.state))
                strong {
                    (naming::purpose_name(desk, &line.subject.purpose)) " · "
                    (naming::way_name(desk, &line.subject.channel))
                }
            }
            @if let Some(identity) = &line.subject.identity { small { (identity.value) } }
            (source(desk, &about.doors, line.source_channel_id, line.at))
            small {
                (by) " · " (basis)
                @if let Some(wording) = &line.wording {
                    " · " (tr.with("desk-customers-wording", &[("wording", Arg::Text(wording.clone()))]))
                }
            }
            @if let Some(page) = shown_at(&line.evidence) {
                small.source { (icon(Icon::Eye)) span.url { (page) } }
            }
        }
    }
}

/// Where it was shown: the page of the event's context.
fn shown_at(evidence: &Value) -> Option<&str> {
    let page = evidence.get("context")?.get("page")?;
    page.get("url").or(page.get("path"))?.as_str()
}
