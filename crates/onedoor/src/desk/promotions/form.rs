//! The page of one promotion: what it gives, for which goods, when and to whom; and what it has done so far.

use commerce::promotions::{PromotionId, State};
use maud::{Markup, html};

use super::LIST;
use super::change::Beside;
use super::form_parts::{area, conditions, doors, limits, number, optional, together};
use super::kinds::{Kind, in_short};
use super::list::{budget, state_badge, used, when};
use crate::desk::reply::Page;
use crate::desk::typed::Typed;
use crate::desk::ui::forms::token;
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, confirmed_form, facts, form as sent_form,
    link_button, note, title_row,
};
use crate::desk::who::Desk;

/// A new one of a kind, as it is offered.
pub fn fresh(desk: &Desk, kind: Kind) -> Typed {
    let mut typed = Typed::default();
    typed.add("id", PromotionId::new(desk.now));
    match kind {
        Kind::Percentage => typed.add("percent", "10"),
        Kind::BuyGet => {
            typed.add("buy", "2");
            typed.add("get", "1");
            typed.add("percent", "100");
        }
        _ => typed.add("currency", desk.app.ctx.defaults.currency),
    }
    typed
}

pub fn page(
    desk: &Desk,
    kind: Kind,
    beside: &Beside,
    typed: &Typed,
    fault: Option<&Fault>,
) -> Page {
    let tr = &desk.tr;
    let promotion = beside.promotion.as_ref();
    let kind_name = tr.t(&format!("desk-promo-kind-{}", kind.as_str()));
    let title = promotion.map_or(tr.t("desk-promo-new"), |one| one.name.clone());
    let to = promotion.map_or(LIST.to_string(), |one| format!("{LIST}/{}", one.id));
    let body = html! {
        (title_row(&title, &kind_name, html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-promotions"), LIST))
        }))
        div.promo-columns {
            form.form method="post" action=(to) {
                (token(desk))
                input type="hidden" name="kind" value=(kind.as_str());
                input type="hidden" name="id" value=(typed.get("id"));
                @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
                (card(&tr.t("desk-promo-what"), what(desk, kind, typed, fault)))
                (card(&tr.t("desk-promo-who"), conditions(desk, kind, typed, fault)))
                (limits(desk, typed, fault))
                (together(desk, typed, fault))
                (doors(desk, &beside.doors, typed, fault))
                (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-save")))
            }
            @if promotion.is_some() { (aside(desk, beside)) }
        }
    };
    desk.page(Nav::Promotions, &title, body)
}

/// Only the fields of its kind.
fn what(desk: &Desk, kind: Kind, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let label = |key: &str| tr.t(&format!("desk-promo-{key}"));
    let name = Field::text("name", label("name"), typed.get("name"));
    let money = |name, key: &str| Field::text(name, label(key), typed.get(name));
    html! {
        div.form {
            (name.hint(label("name-hint")).show(fault))
            @match kind {
                Kind::Percentage => (number(desk, "percent", "percent", typed).show(fault)),
                Kind::Amount => (money("amount", "amount-off").show(fault)),
                Kind::Threshold => {
                    div.field-pair {
                        (money("amount_min", "threshold-from").show(fault))
                        (money("amount", "amount-off").show(fault))
                    }
                }
                Kind::AmountEach => (money("amount", "amount-each").show(fault)),
                Kind::FixedPrice => (money("amount", "price-each").show(fault)),
                Kind::BuyGet => {
                    div.field-pair {
                        (number(desk, "buy", "buy", typed).show(fault))
                        (number(desk, "get", "get", typed).show(fault))
                        (number(desk, "percent", "percent-cheaper", typed).show(fault))
                        (optional(desk, "sets_max", "sets-max", typed).show(fault))
                    }
                }
                Kind::Bundle => {
                    (bundle(desk, typed, fault))
                    (money("amount", "price-set").show(fault))
                }
                Kind::FreeShipping => (optional(desk, "amount", "shipping-up-to", typed).show(fault)),
            }
            @if !matches!(kind, Kind::Percentage | Kind::BuyGet) {
                (money("currency", "currency").show(fault))
            } @else {
                input type="hidden" name="currency" value=(typed.get("currency"));
            }
            @if kind != Kind::Bundle {
                (area("goods", &label("goods"), &label("goods-hint"), typed.get("goods"), fault))
                details open[typed.is_on("except")] {
                    summary { (label("except")) }
                    (area("except", &label("except"), &label("except-hint"), typed.get("except"), fault))
                }
            }
        }
    }
}

/// What belongs to a set, a row each; there is always room for one more.
fn bundle(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let parts: Vec<(&str, &str)> = typed.all("part").zip(typed.all("part_count")).collect();
    let filled = parts.iter().filter(|(text, _)| !text.is_empty()).count();
    let rows = parts.into_iter().filter(|(text, _)| !text.is_empty());
    let empty = if filled == 0 { 2 } else { 1 };
    let rows = rows.chain(std::iter::repeat_n(("", ""), empty));
    let fault = fault.filter(|fault| fault.field == "part");
    html! {
        fieldset.field {
            legend { (tr.t("desk-promo-parts")) }
            p.hint { (tr.t("desk-promo-parts-hint")) }
            @if let Some(fault) = fault { p.fault { (fault.text) } }
            @for (n, (text, count)) in rows.enumerate() {
                div.set-part {
                    textarea name="part" rows="2" spellcheck="false"
                        aria-label={ (tr.t("desk-promo-part")) " " (n + 1) } { (text) }
                    input name="part_count" inputmode="numeric" value=(count) placeholder="1"
                        aria-label={ (tr.t("desk-promo-part-count")) " " (n + 1) };
                }
            }
        }
    }
}

/// What it has done, and what can be done with it.
fn aside(desk: &Desk, beside: &Beside) -> Markup {
    let Some(one) = &beside.promotion else { return html! {} };
    let tr = &desk.tr;
    let state = one.state(desk.now);
    let at = |verb: &str| format!("{LIST}/{}/{verb}", one.id);
    let text = |text: String| html! { (text) };
    html! {
        div.promo-aside {
            section.card {
                p { (state_badge(desk, one, &beside.gone)) }
                (facts(&[
                    (tr.t("desk-promo-gives"), text(in_short(desk, &one.rule))),
                    (tr.t("desk-promo-when"), text(when(desk, one))),
                    (tr.t("desk-promo-used"), text(used(desk, &beside.gone))),
                    (tr.t("desk-promo-budget"), text(budget(desk, one, &beside.gone))),
                ]))
                div.actions {
                    @if one.rule.needs.coupon {
                        (link_button(Tone::Plain, Some(Icon::Tag), &tr.t("desk-coupons"), &at("coupons")))
                    }
                    (link_button(Tone::Plain, Some(Icon::Copy), &tr.t("desk-promo-copy"),
                        &format!("{LIST}/new?copy={}", one.id)))
                    @if state == State::Paused {
                        (sent_form(desk, &at("resume"), button(Tone::Plain, Some(Icon::Check), &tr.t("desk-promo-resume"))))
                    } @else if state != State::Over {
                        (sent_form(desk, &at("pause"), button(Tone::Plain, None, &tr.t("desk-promo-pause"))))
                    }
                    @if state != State::Over {
                        (confirmed_form(desk, &at("end"), &tr.t("desk-promo-end-ask"), Tone::Bad,
                            &tr.t("desk-promo-end"), html! {}))
                    }
                }
            }
        }
    }
}
