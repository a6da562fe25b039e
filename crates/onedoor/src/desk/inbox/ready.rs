//! The ready answers beside the composer: filled in for this customer, chosen with `/` and the first letters.

use customers::dealings::DealingKind;
use engage::conversations::Direction;
use engage::facts::Entity;
use engage::language::language_of;
use engage::ready::Ready;
use engage::ready::rules::{Filled, Values, fill};
use kit::i18n::{Arg, Lang};
use maud::{Markup, html};

use super::page::Found;
use crate::desk::who::Desk;

/// Something that can be put into an answer.
pub struct Insert {
    pub shortcut: String,
    pub title: String,
    pub lang: Lang,
    pub text: String,
    pub choices: Vec<String>,
    pub missing: Vec<String>,
}

/// What is known of this conversation.
pub fn values(desk: &Desk, found: &Found) -> Values {
    let about = found.person.as_ref().map(|person| &person.about);
    let name = about.and_then(|about| about.traits.name()).unwrap_or_default();
    let first = about.and_then(|about| about.traits.text(&["firstName", "first_name"]));
    let first = first.or(name.split_whitespace().next()).unwrap_or_default().to_string();
    let told = found.thread.told.iter().find(|told| told.entity == Entity::Order);
    let order = told.map(|told| told.value.clone()).or_else(|| found.last_order.clone());
    vec![
        ("customer.first_name", first),
        ("customer.name", name.clone()),
        ("agent.name", desk.staff.actor().name.clone()),
        ("order.number", order.unwrap_or_default()),
    ]
}

/// The ready answers, those in the customer's language first.
pub fn inserts(desk: &Desk, found: &Found) -> Vec<Insert> {
    let values = values(desk, found);
    let theirs = language(desk, found);
    let insert = |one: &Ready| {
        let Filled { text, missing } = fill(&one.body, &values);
        let (shortcut, title) = (one.shortcut.clone(), one.title.clone());
        let choices = one.choices.clone();
        Insert { shortcut, title, lang: one.lang, text, choices, missing }
    };
    let mut inserts: Vec<Insert> = found.ready.iter().map(insert).collect();
    inserts.extend(found.articles.iter().map(|one| Insert {
        shortcut: one.slug.clone(),
        title: one.title.clone(),
        lang: one.lang,
        text: format!("{}/help/{}", desk.own_url(), one.slug),
        choices: Vec::new(),
        missing: Vec::new(),
    }));
    inserts.sort_by_key(|one| one.lang != theirs);
    inserts
}

/// In which the customer wrote last; else that of whoever answers.
fn language(desk: &Desk, found: &Found) -> Lang {
    let mut theirs =
        found.thread.messages.iter().rev().filter(|one| one.direction == Direction::In);
    theirs.find_map(|message| language_of(&message.body)).unwrap_or(desk.tr.lang())
}

/// Hidden until somebody types `/`; without script a list to copy from.
pub fn list(desk: &Desk, inserts: &[Insert]) -> Markup {
    let tr = &desk.tr;
    if inserts.is_empty() {
        return html! {};
    }
    html! {
        details.ready {
            summary { (tr.t("desk-ready")) " " kbd aria-hidden="true" { "/" } }
            ul #ready.ready-list role="listbox" aria-label=(tr.t("desk-ready")) {
                @for (n, one) in inserts.iter().enumerate() {
                    li id={ "ready-" (n) } role="option" aria-selected="false" lang=(one.lang.code())
                        data-shortcut=(one.shortcut) data-text=(one.text)
                        data-choices=[(!one.choices.is_empty()).then(|| one.choices.join("\n"))]
                        data-missing=[(!one.missing.is_empty()).then(|| missing(desk, &one.missing))] {
                        strong { "/" (one.shortcut) }
                        span { (one.title) }
                        small { (one.lang.code()) }
                        p { (kit::text::clip(&one.text, 160)) }
                    }
                }
            }
        }
        p #ready-missing.fault role="status" aria-live="polite" hidden {}
    }
}

fn missing(desk: &Desk, names: &[String]) -> String {
    desk.tr.with("desk-ready-missing", &[("names", Arg::Text(names.join(", ")))])
}

/// The number of the newest order that the timeline tells of.
pub fn newest_order(dealings: &[customers::dealings::Dealing]) -> Option<String> {
    let orders = dealings.iter().filter(|one| one.kind == DealingKind::Order);
    orders.max_by_key(|one| one.at).map(|one| one.reference.clone())
}
