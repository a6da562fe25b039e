//! The parts of the form that all kinds have: when and for whom, how much in all, beside which others, at which doors.

use customers::channels::Channel;
use maud::{Markup, html};

use super::kinds::Kind;
use crate::desk::typed::Typed;
use crate::desk::ui::forms::check;
use crate::desk::ui::{Fault, Field, select};
use crate::desk::who::Desk;

pub fn number<'a>(desk: &Desk, name: &'static str, key: &str, typed: &'a Typed) -> Field<'a> {
    Field::text(name, desk.tr.t(&format!("desk-promo-{key}")), typed.get(name))
}

pub fn optional<'a>(desk: &Desk, name: &'static str, key: &str, typed: &'a Typed) -> Field<'a> {
    Field { is_required: false, ..number(desk, name, key, typed) }
}

/// Room for a few lines.
pub fn area(name: &str, label: &str, hint: &str, value: &str, fault: Option<&Fault>) -> Markup {
    let id = format!("field-{name}");
    let fault = fault.filter(|fault| fault.field == name);
    html! {
        div.field {
            label for=(id) { (label) }
            textarea id=(id) name=(name) rows="3" spellcheck="false" autocomplete="off"
                aria-describedby={ (id) "-hint" } aria-invalid=[fault.map(|_| "true")] { (value) }
            @if let Some(fault) = fault {
                p.fault id={ (id) "-hint" } { (fault.text) }
            } @else {
                p.hint id={ (id) "-hint" } { (hint) }
            }
        }
    }
}

pub fn moment<'a>(desk: &Desk, name: &'static str, key: &str, typed: &'a Typed) -> Field<'a> {
    Field { kind: "datetime-local", ..optional(desk, name, key, typed) }
}

pub fn conditions(desk: &Desk, kind: Kind, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let label = |key: &str| tr.t(&format!("desk-promo-{key}"));
    let is_narrow = ["quantity_min", "groups", "segments", "tiers"].iter().any(|n| typed.is_on(n))
        || kind != Kind::Threshold && typed.is_on("amount_min");
    html! {
        div.form {
            div.field-pair {
                (moment(desk, "starts_at", "starts", typed).hint(label("starts-hint")).show(fault))
                (moment(desk, "ends_at", "ends", typed).hint(label("ends-hint")).show(fault))
            }
            (check("coupon", &label("needs-code"), &label("needs-code-hint"), typed.is_on("coupon")))
            (check("first_order", &label("first-order"), &label("first-order-hint"), typed.is_on("first_order")))
            details open[is_narrow] {
                summary { (label("more-conditions")) }
                div.form {
                    div.field-pair {
                        @if kind != Kind::Threshold {
                            (optional(desk, "amount_min", "amount-min", typed)
                                .hint(label("amount-min-hint")).show(fault))
                        }
                        (optional(desk, "quantity_min", "quantity-min", typed)
                            .hint(label("quantity-min-hint")).show(fault))
                    }
                    (optional(desk, "groups", "groups", typed).hint(label("groups-hint")).show(fault))
                    (optional(desk, "segments", "segments", typed).hint(label("words-hint")).show(fault))
                    (optional(desk, "tiers", "tiers", typed).hint(label("words-hint")).show(fault))
                }
            }
        }
    }
}

pub fn limits(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    html! {
        section.card {
            h2 { (tr.t("desk-promo-budget")) }
            p.hint { (tr.t("desk-promo-budget-hint")) }
            div.field-pair {
                (optional(desk, "uses_max", "uses-max", typed).show(fault))
                (optional(desk, "amount_max", "amount-max", typed).show(fault))
            }
        }
    }
}

pub fn together(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let ways = ["others", "best_of", "none"].map(|way| {
        let key = format!("desk-promo-beside-{}", way.replace('_', "-"));
        (way.to_string(), tr.t(&key))
    });
    html! {
        section.card {
            h2 { (tr.t("desk-promo-together")) }
            (select("beside", &tr.t("desk-promo-beside"), &ways, typed.get("beside"), fault))
            div.field-pair {
                (optional(desk, "group", "group", typed).hint(tr.t("desk-promo-group-hint")).show(fault))
                (optional(desk, "priority", "priority", typed)
                    .hint(tr.t("desk-promo-priority-hint")).show(fault))
            }
        }
    }
}

pub fn doors(desk: &Desk, doors: &[Channel], typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let is_faulty = fault.is_some_and(|fault| fault.field == "reason");
    html! {
        section.card {
            h2 { (tr.t("desk-promo-doors")) }
            p.hint { (tr.t("desk-promo-doors-hint")) }
            details open[typed.is_on("door") || is_faulty] {
                summary { (tr.t("desk-promo-doors-some")) }
                div.form {
                    @for door in doors {
                        @let id = door.id.to_string();
                        label.check-line {
                            input type="checkbox" name="door" value=(id) checked[typed.all("door").any(|one| one == id)];
                            span { (door.name) }
                        }
                    }
                    (optional(desk, "reason", "doors-reason", typed)
                        .hint(tr.t("desk-promo-doors-reason-hint")).show(fault))
                }
            }
        }
    }
}
