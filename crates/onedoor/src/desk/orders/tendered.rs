//! The gift cards and points that paid for an order, and what of them went back.

use commerce::promotions::gift_cards::GiftCardId;
use commerce::tenders::{Source, Tender};
use customers::accounts::Permission;
use kit::i18n::Arg;
use kit::money::Money;
use maud::{Markup, html};
use serde_json::Value;

use super::show::Shown;
use crate::desk::ui::card;
use crate::desk::who::Desk;

/// Nothing, where all is paid in money.
pub fn section(desk: &Desk, shown: &Shown) -> Markup {
    if shown.tenders.is_empty() {
        return html! {};
    }
    let body = html! {
        ul.rows { @for one in &shown.tenders { (row(desk, one)) } }
        @if shown.to_pay.minor > 0 {
            p { (desk.tr.with("desk-tenders-left", &[("amount", Arg::Text(desk.tr.money(shown.to_pay)))])) }
        }
    };
    card(&desk.tr.t("desk-tenders"), body)
}

fn row(desk: &Desk, one: &Tender) -> Markup {
    let tr = &desk.tr;
    let back = Money::new(one.amount_back, one.amount.currency);
    html! {
        li {
            div.grow {
                strong {
                    @match one.source {
                        Source::Card(card) => (named_card(desk, card, &one.ending)),
                        Source::Leaf(_) => (tr.with("desk-points-count", &[("n", Arg::Int(one.points))])),
                    }
                }
                @if back.minor > 0 {
                    small { (tr.with("desk-tenders-back", &[("amount", Arg::Text(tr.money(back)))])) }
                }
            }
            span { (tr.money(one.amount)) }
        }
    }
}

fn named_card(desk: &Desk, card: GiftCardId, ending: &str) -> Markup {
    let words = ending_in(desk, ending);
    html! {
        @if desk.staff.can(Permission::SetPrices) {
            a href={ "/desk/promotions/gift-cards/" (card) } { (words) }
        } @else { (words) }
    }
}

fn ending_in(desk: &Desk, ending: &str) -> String {
    desk.tr.with("desk-tenders-gift-card", &[("ending", Arg::Text(ending.into()))])
}

/// What a step gave back: “onto gift card …K7QD: 20,00 zł”.
pub fn went_back(desk: &Desk, back: &Value) -> Vec<String> {
    let tr = &desk.tr;
    let one = |one: &Value| {
        let amount: Money = serde_json::from_value(one["amount"].clone()).ok()?;
        let what = match one["ending"].as_str() {
            Some(ending) => ending_in(desk, ending),
            None => {
                let points = one["points"].as_i64().unwrap_or(0);
                tr.with("desk-points-count", &[("n", Arg::Int(points))])
            }
        };
        let args = [("what", Arg::Text(what)), ("amount", Arg::Text(tr.money(amount)))];
        Some(tr.with("desk-tenders-went-back", &args))
    };
    back.as_array().into_iter().flatten().filter_map(one).collect()
}
