//! The form of a basket on trial. It is asked for by GET: each button sends all of it.

use maud::{Markup, html};

use super::TRIAL;
use super::form_parts::{moment, optional};
use super::trial::Trial;
use crate::desk::typed::Typed;
use crate::desk::ui::forms::check;
use crate::desk::ui::{Fault, Icon, Tone, button, icon, note};
use crate::desk::who::Desk;

pub fn form(desk: &Desk, typed: &Typed, trial: &Trial, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    html! {
        form.form.card method="get" action=(TRIAL) {
            h2 { (tr.t("desk-trial-basket")) }
            @if let Some(fault) = fault.filter(|fault| ["", "find"].contains(&fault.field)) {
                (note(Tone::Bad, html! { (fault.text) }))
            }
            (lines(desk, trial))
            (finding(desk, typed, trial))
            (optional(desk, "coupons", "codes", typed).hint(tr.t("desk-trial-codes-hint")).show(fault))
            (optional(desk, "shipping", "shipping", typed).show(fault))
            (who(desk, typed, fault))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-trial-do")))
        }
    }
}

fn lines(desk: &Desk, trial: &Trial) -> Markup {
    let tr = &desk.tr;
    html! {
        @if trial.rows.is_empty() { p.quiet { (tr.t("desk-trial-empty")) } }
        ul.rows {
            @for row in &trial.rows {
                li {
                    div.grow { strong { (row.title) } small { (row.sku) } }
                    input type="hidden" name="sku" value=(row.sku);
                    input.pieces type="number" name="quantity" min="0" inputmode="numeric"
                        value=(row.quantity) title=(tr.t("desk-trial-zero"))
                        aria-label={ (tr.t("desk-trial-quantity")) ": " (row.title) };
                }
            }
        }
    }
}

fn finding(desk: &Desk, typed: &Typed, trial: &Trial) -> Markup {
    let tr = &desk.tr;
    let text = typed.get("find");
    html! {
        div.field {
            label for="field-find" { (tr.t("desk-trial-find")) }
            div.inline {
                input #field-find name="find" type="search" autocomplete="off" spellcheck="false"
                    value=(text) placeholder=(tr.t("desk-trial-find-hint"));
                button.button.plain type="submit" { (icon(Icon::Search)) (tr.t("desk-trial-search")) }
            }
        }
        @if !text.is_empty() && trial.found.is_empty() { p.quiet { (tr.t("desk-trial-no-hit")) } }
        @if !trial.found.is_empty() {
            ul.rows.trial-found {
                @for one in &trial.found {
                    li {
                        div.grow { span { (one.title) } small { (one.sku) } }
                        button.button.plain.small type="submit" name="add" value=(one.sku)
                            aria-label={ (tr.t("desk-trial-add")) ": " (one.title) } {
                            (icon(Icon::Plus)) (tr.t("desk-trial-add"))
                        }
                    }
                }
            }
        }
    }
}

fn who(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let names =
        ["customer", "group", "tier", "segments", "at", "country", "first_order", "as_if_on"];
    html! {
        details open[names.iter().any(|name| typed.is_on(name)) || fault.is_some()] {
            summary { (tr.t("desk-trial-who")) }
            div.form {
                (moment(desk, "at", "at", typed).hint(tr.t("desk-trial-at-hint")).show(fault))
                (optional(desk, "customer", "customer", typed).hint(tr.t("desk-trial-customer-hint")).show(fault))
                div.field-pair {
                    (optional(desk, "group", "customer-group", typed).show(fault))
                    (optional(desk, "tier", "tier", typed).show(fault))
                    (optional(desk, "segments", "segments", typed).show(fault))
                    (optional(desk, "country", "country", typed).show(fault))
                    (optional(desk, "currency", "currency", typed).show(fault))
                }
                (check("first_order", &tr.t("desk-promo-first-order"), "", typed.is_on("first_order")))
                (check("as_if_on", &tr.t("desk-trial-as-if-on"), &tr.t("desk-trial-as-if-on-hint"), typed.is_on("as_if_on")))
            }
        }
    }
}
