//! What people, doors, identities and traits are called on the page.

use std::collections::BTreeMap;

use customers::channels::ChannelId;
use customers::context::Door;
use customers::context::list::Line;
use customers::identities::{Held, Kind};
use kit::i18n::Arg;
use maud::{Markup, html};

use super::address;
use crate::desk::ui::{Icon, avatar, icon, icons};
use crate::desk::who::Guest;

pub type Doors = BTreeMap<ChannelId, Door>;

/// By what somebody without a name is called, the best first.
const SPOKEN: [Kind; 3] = [Kind::EMAIL, Kind::PHONE, Kind::LOYALTY_CARD];

/// The name; else an address or an account; else “Visitor on Web shop · …3f2a”.
pub fn name(guest: &Guest, name: Option<&str>, held: &[Held], door: Option<&Door>) -> String {
    if let Some(name) = name {
        return name.to_owned();
    }
    let own = |kind: &Kind| held.iter().find(|held| held.kind == *kind && held.shared_at.is_none());
    if let Some(spoken) = SPOKEN.iter().find_map(own) {
        return spoken.value.clone();
    }
    if let Some(account) = own(&Kind::USER_ID) {
        return format!("{} {}", kind_name(guest, &Kind::USER_ID), account.value);
    }
    let visitor = match door {
        Some(door) => {
            guest.tr.with("desk-customers-visitor-on", &[("door", Arg::Text(door.name.clone()))])
        }
        None => guest.tr.t("desk-customers-visitor"),
    };
    match held.iter().find(|held| held.kind == Kind::DEVICE) {
        Some(device) => format!("{visitor} · {}", short(&device.value)),
        None => visitor,
    }
}

pub fn line_name(guest: &Guest, line: &Line, doors: &Doors) -> String {
    let door = doors.get(&line.customer.last_channel_id);
    name(guest, line.customer.name.as_deref(), &line.identities, door)
}

/// Letters of a name, or the figure of a visitor.
pub fn portrait(name: Option<&str>) -> Markup {
    match name {
        Some(name) => avatar(name),
        None => html! { span.avatar.nobody aria-hidden="true" { (icon(Icon::User)) } },
    }
}

/// Somebody else, as a link to their page.
pub fn person(guest: &Guest, line: &Line, doors: &Doors) -> Markup {
    html! {
        a.person-link href=(address(line.customer.id)) {
            (portrait(line.customer.name.as_deref()))
            span { (line_name(guest, line, doors)) }
        }
    }
}

/// The door with its picture.
pub fn door(guest: &Guest, doors: &Doors, id: ChannelId) -> Markup {
    match doors.get(&id) {
        Some(door) => html! {
            span.door { (icon(icons::of_door(&door.kind))) (door.name) }
        },
        None => html! { span.door { (icon(Icon::Door)) (guest.tr.t("desk-customers-a-door")) } },
    }
}

/// The end of a value that is for machines: enough to tell two apart.
pub fn short(value: &str) -> String {
    let count = value.chars().count();
    if count <= 14 {
        return value.to_owned();
    }
    let end: String = value.chars().skip(count - 6).collect();
    format!("…{end}")
}

pub fn identity_value(held: &Kind, value: &str) -> String {
    if *held == Kind::DEVICE { short(value) } else { value.to_owned() }
}

pub fn kind_name(guest: &Guest, kind: &Kind) -> String {
    match kind.as_str() {
        "user_id" | "device" | "email" | "phone" | "loyalty_card" | "whatsapp_id"
        | "messenger_id" | "instagram_id" | "telegram_id" => {
            guest.tr.t(&format!("desk-customers-kind-{}", kind.as_str().replace('_', "-")))
        }
        other => other.replace('_', " "),
    }
}

/// Identities as people would name them: addresses before accounts before devices.
pub fn best_first(held: &[Held]) -> Vec<&Held> {
    let mut sorted: Vec<&Held> = held.iter().collect();
    sorted.sort_by_key(|held| (kind_rank(&held.kind), !held.verified));
    sorted
}

pub fn kind_rank(kind: &Kind) -> usize {
    let order = [Kind::EMAIL, Kind::PHONE, Kind::LOYALTY_CARD, Kind::USER_ID];
    let last = usize::from(*kind == Kind::DEVICE);
    order.iter().position(|one| one == kind).unwrap_or(order.len() + last)
}

pub fn kind_icon(kind: &Kind) -> Icon {
    match kind.as_str() {
        "user_id" => Icon::Key,
        "device" => Icon::Laptop,
        "email" => Icon::Mail,
        "phone" => Icon::Phone,
        "loyalty_card" => Icon::Tag,
        _ => Icon::Link,
    }
}

/// The names that doors give to traits, and ours.
const TRAITS: [(&str, &[&str]); 16] = [
    ("first-name", &["firstName", "first_name"]),
    ("last-name", &["lastName", "last_name"]),
    ("name", &["name", "fullName", "full_name"]),
    ("email", &["email"]),
    ("phone", &["phone"]),
    ("card", &["loyalty_card", "loyaltyCard"]),
    ("birthday", &["birthday", "birthDate", "birth_date"]),
    ("gender", &["gender"]),
    ("language", &["language", "locale"]),
    ("address", &["address"]),
    ("city", &["city"]),
    ("country", &["country"]),
    ("company", &["company"]),
    ("username", &["username"]),
    ("created", &["createdAt", "created_at"]),
    ("tier", &["loyalty_tier", "loyaltyTier", "tier"]),
];

pub fn trait_name(guest: &Guest, name: &str) -> String {
    match TRAITS.iter().find(|(_, names)| names.contains(&name)) {
        Some((key, _)) => guest.tr.t(&format!("desk-customers-trait-{key}")),
        None => name.replace('_', " "),
    }
}

/// Where a trait stands among the others: those that we know in our order, then the rest.
pub fn trait_rank(name: &str) -> usize {
    TRAITS.iter().position(|(_, names)| names.contains(&name)).unwrap_or(TRAITS.len())
}

const PURPOSES: [&str; 5] = ["marketing", "profiling", "analytics", "service", "ads"];
const WAYS: [&str; 9] =
    ["email", "sms", "whatsapp", "push", "phone", "post", "web", "app", "messenger"];

pub fn purpose_name(guest: &Guest, purpose: &str) -> String {
    if PURPOSES.contains(&purpose) {
        return guest.tr.t(&format!("desk-customers-purpose-{purpose}"));
    }
    purpose.replace('_', " ")
}

/// The way by which somebody is reached.
pub fn way_name(guest: &Guest, way: &str) -> String {
    if WAYS.contains(&way) {
        return guest.tr.t(&format!("desk-customers-way-{way}"));
    }
    way.replace('_', " ")
}

/// A badge with more to say: on hover, on focus, and to screen readers.
pub fn explained(badge: &Markup, explanation: &str) -> Markup {
    html! {
        span.explained tabindex="0" {
            (badge)
            span.explanation role="tooltip" { (explanation) }
        }
    }
}
