//! What is known of them besides: traits with who said so, the doors they come in by, the households they belong to.

use customers::context::about::{About, Household};
use customers::profiles::Trait;
use kit::i18n::Arg;
use kit::money::Money;
use kit::text::clip;
use maud::{Markup, html};
use serde_json::Value;

use super::naming;
use super::page::{part, source};
use crate::desk::ui::Tone;
use crate::desk::ui::{Icon, badge, icon, time};
use crate::desk::who::{Desk, Guest};

const VALUE_CHARS_MAX: usize = 200;
const SHOWN_AT_ONCE: usize = 8;

/// “1 200 zł + 40 €”; a dash for nothing.
pub fn money(guest: &Guest, amounts: &[Money]) -> String {
    let amounts: Vec<String> = amounts.iter().map(|amount| guest.tr.money(*amount)).collect();
    if amounts.is_empty() { "–".into() } else { amounts.join(" + ") }
}

pub fn traits(desk: &Desk, about: &About) -> Markup {
    let tr = &desk.tr;
    let said = about.traits.0.iter().filter(|(_, said)| said.value != "");
    let mut all: Vec<(&String, &Trait)> = said.collect();
    all.sort_by_key(|(name, _)| naming::trait_rank(name));
    let (first, rest) = all.split_at(all.len().min(SHOWN_AT_ONCE));
    let list = |some: &[(&String, &Trait)]| {
        html! {
            dl.traits { @for (name, said) in some { (one_trait(desk, about, name, said)) } }
        }
    };
    let body = html! {
        @if all.is_empty() { p.quiet { (tr.t("desk-customers-no-traits")) } }
        @if !first.is_empty() { (list(first)) }
        @if !rest.is_empty() {
            details #more-traits {
                summary { (tr.with("desk-customers-more", &[("count", Arg::Int(rest.len() as i64))])) }
                (list(rest))
            }
        }
    };
    part("traits", &tr.t("desk-customers-traits"), body)
}

fn one_trait(desk: &Desk, about: &About, name: &str, said: &Trait) -> Markup {
    html! {
        div {
            dt { (naming::trait_name(desk, name)) }
            dd {
                span.trait-value {
                    (shown(desk, &said.value))
                    @if said.verified {
                        @let mark = html! { span.mark-good { (icon(Icon::Verified)) span.hidden { (desk.tr.t("desk-customers-verified")) } } };
                        (naming::explained(&mark, &desk.tr.t("desk-customers-trait-verified")))
                    }
                }
                (source(desk, &about.doors, said.channel_id, said.at))
                @for other in &said.others {
                    p.other-word {
                        "‘" (shown(desk, &other.value)) "’ "
                        (source(desk, &about.doors, other.channel_id, other.at))
                    }
                }
            }
        }
    }
}

/// A value in words: of an address the parts, of a list the items.
fn shown(desk: &Desk, value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => desk.tr.t("desk-customers-yes"),
        Value::Bool(false) => desk.tr.t("desk-customers-no"),
        Value::Array(items) => join(desk, items.iter()),
        Value::Object(fields) => join(desk, fields.values()),
        Value::Number(number) => number.to_string(),
        Value::Null => String::new(),
    };
    clip(&text, VALUE_CHARS_MAX).into_owned()
}

fn join<'a>(desk: &Desk, values: impl Iterator<Item = &'a Value>) -> String {
    let parts: Vec<String> = values.take(12).map(|value| shown(desk, value)).collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

pub fn doors(desk: &Desk, about: &About) -> Markup {
    let tr = &desk.tr;
    let most = about.doors_used.first().map_or(1, |door| door.events.max(1));
    let body = html! {
        @if about.doors_used.is_empty() { p.quiet { (tr.t("desk-customers-no-events")) } }
        ul.doors-used {
            @for used in &about.doors_used {
                li {
                    (naming::door(desk, &about.doors, used.channel_id))
                    meter min="0" max=(most) value=(used.events) aria-hidden="true" {}
                    span.number {
                        (tr.with("desk-customers-events", &[("count", Arg::Int(used.events))]))
                    }
                    (time(desk, used.last_at))
                }
            }
        }
    };
    part("doors-used", &tr.t("desk-customers-doors-used"), body)
}

pub fn households(desk: &Desk, about: &About) -> Markup {
    if about.groups.is_empty() {
        return html! {};
    }
    let body = html! {
        @for household in &about.groups { (one_household(desk, about, household)) }
    };
    part("households", &desk.tr.t("desk-customers-households"), body)
}

fn one_household(desk: &Desk, about: &About, household: &Household) -> Markup {
    let group = &household.group;
    let name = group.name.as_deref().unwrap_or(&group.id);
    let kind = group.traits.get("type").or(group.traits.get("kind")).and_then(Value::as_str);
    html! {
        div.household {
            strong { (clip(name, VALUE_CHARS_MAX)) }
            @if let Some(kind) = kind { (badge(Tone::Plain, None, &clip(kind, 40))) }
            @if household.members.is_empty() {
                p.hint { (desk.tr.t("desk-customers-alone")) }
            } @else {
                ul.people {
                    @for member in &household.members {
                        li { (naming::person(desk, member, &about.doors)) }
                    }
                }
            }
        }
    }
}
