//! All promotions: what runs and what will, what was switched off; and on another page what is over.

use std::collections::HashMap;

use commerce::promotions::budgets::{self, Gone};
use commerce::promotions::{PROMOTIONS_MAX, Promotion, PromotionId, State, store};
use customers::accounts::{Permission, Permit, may};
use kit::i18n::Arg;
use kit::money::Money;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::kinds::in_short;
use super::{CARDS, LIST, TRIAL};
use crate::desk::reply::Page;
use crate::desk::ui::layout::tabs;
use crate::desk::ui::{Cell, Icon, Nav, Tone, badge, empty, link_button, more, table, title_row};
use crate::desk::who::Desk;

const PAGE_SIZE: usize = 50;
const OVER: &str = "/desk/promotions?over=yes";

struct Found {
    promotions: Vec<Promotion>,
    gone: HashMap<PromotionId, Gone>,
    next: Option<PromotionId>,
}

pub async fn list_promotions(desk: Desk) -> Result<Page> {
    let _: Permit<may::SeeCatalogue> = desk.staff.permit()?;
    let is_over = desk.query("over").is_some();
    let before = desk.query("before").map(|text| parse_id(&text)).transpose()?;
    let found = desk.app.ctx.db.scan(|tx| find(tx, &desk, is_over, before)).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-nav-promotions");
    let next = found.next.map(|id| format!("{OVER}&before={id}"));
    let body = html! {
        (title_row(&title, &tr.t("desk-promo-lead"), actions(&desk)))
        (tabs(&title, &[
            (LIST, tr.t("desk-promo-current"), !is_over),
            (OVER, tr.t("desk-promo-state-over"), is_over),
        ]))
        @if found.promotions.is_empty() {
            (nothing(&desk, is_over))
        } @else {
            (rows(&desk, &title, &found))
        }
        (more(&desk, next.as_deref(), before.map(|_| OVER)))
    };
    Ok(desk.page(Nav::Promotions, &title, body))
}

pub fn parse_id(text: &str) -> Result<PromotionId> {
    text.parse().map_err(|_| Error::not_found("promotion of this id"))
}

fn find(tx: &Tx, desk: &Desk, is_over: bool, before: Option<PromotionId>) -> Result<Found> {
    let mut promotions = if is_over {
        store::over(tx, desk.now, before, PAGE_SIZE + 1)?
    } else {
        store::current(tx, desk.now, PROMOTIONS_MAX)?
    };
    let is_more = is_over && promotions.len() > PAGE_SIZE;
    promotions.truncate(if is_over { PAGE_SIZE } else { PROMOTIONS_MAX });
    let ids: Vec<PromotionId> = promotions.iter().map(|one| one.id).collect();
    let next = ids.last().copied().filter(|_| is_more);
    Ok(Found { gone: budgets::gone(tx, &ids)?, promotions, next })
}

fn actions(desk: &Desk) -> Markup {
    let tr = &desk.tr;
    let may_change = desk.staff.can(Permission::SetPrices);
    html! {
        (link_button(Tone::Plain, Some(Icon::Cart), &tr.t("desk-promo-try"), TRIAL))
        @if may_change {
            (link_button(Tone::Plain, Some(Icon::Heart), &tr.t("desk-gift-cards"), CARDS))
            (link_button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-promo-new"), "/desk/promotions/new"))
        }
    }
}

fn nothing(desk: &Desk, is_over: bool) -> Markup {
    let tr = &desk.tr;
    if is_over {
        let text = tr.t("desk-promo-none-over-text");
        return empty(Icon::Percent, &tr.t("desk-promo-none-over"), &text, html! {});
    }
    let new = html! {
        @if desk.staff.can(Permission::SetPrices) {
            (link_button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-promo-new"), "/desk/promotions/new"))
        }
    };
    empty(Icon::Percent, &tr.t("desk-promo-none"), &tr.t("desk-promo-none-text"), new)
}

fn rows(desk: &Desk, title: &str, found: &Found) -> Markup {
    let headings = ["promotion", "state", "when", "used", "budget"]
        .map(|key| desk.tr.t(&format!("desk-promo-{key}")));
    let none = Gone::default();
    let row = |one: &Promotion| row(desk, one, found.gone.get(&one.id).unwrap_or(&none));
    let rows: Vec<Vec<Cell>> = found.promotions.iter().map(row).collect();
    table(title, &headings, &rows, None)
}

fn row(desk: &Desk, one: &Promotion, gone: &Gone) -> Vec<Cell> {
    vec![
        html! {
            @if desk.staff.can(Permission::SetPrices) {
                a.row-link href={ (LIST) "/" (one.id) } { (one.name) }
            } @else {
                strong { (one.name) }
            }
            br;
            small {
                (in_short(desk, &one.rule))
                @if one.rule.needs.coupon { " · " (desk.tr.t("desk-promo-with-code")) }
            }
        },
        state_badge(desk, one, gone),
        html! { (when(desk, one)) },
        html! { (used(desk, gone)) },
        html! { (budget(desk, one, gone)) },
    ]
}

/// Runs, coming, paused, over; or its budget is gone.
pub fn state_badge(desk: &Desk, one: &Promotion, gone: &Gone) -> Markup {
    let state = one.state(desk.now);
    if state == State::Runs && is_spent(one, gone) {
        return badge(Tone::Bad, Some(Icon::Warning), &desk.tr.t("desk-promo-state-spent"));
    }
    let words = desk.tr.t(&format!("desk-promo-state-{}", state.as_str()));
    match state {
        State::Runs => badge(Tone::Good, Some(Icon::Check), &words),
        State::Coming => badge(Tone::Accent, Some(Icon::Clock), &words),
        State::Paused => badge(Tone::Warn, None, &words),
        State::Over => badge(Tone::Plain, None, &words),
    }
}

fn is_spent(one: &Promotion, gone: &Gone) -> bool {
    one.budget.uses_max.is_some_and(|max| gone.uses >= max)
        || one.budget.amount_max.is_some_and(|max| amount_gone(gone) >= max)
}

fn amount_gone(gone: &Gone) -> i64 {
    gone.amounts.iter().map(|money| money.minor).sum()
}

/// “until 30 Nov”, “1 Nov – 30 Nov”, “always”.
pub fn when(desk: &Desk, one: &Promotion) -> String {
    let tr = &desk.tr;
    let day = |at| Arg::Text(tr.date_time(at));
    match (one.starts_at, one.ends_at) {
        (None, None) => tr.t("desk-promo-always"),
        (Some(start), None) => tr.with("desk-promo-from", &[("start", day(start))]),
        (None, Some(end)) => tr.with("desk-promo-until", &[("end", day(end))]),
        (Some(start), Some(end)) => {
            tr.with("desk-promo-from-until", &[("start", day(start)), ("end", day(end))])
        }
    }
}

/// “12 orders, 340.00 zł”
pub fn used(desk: &Desk, gone: &Gone) -> String {
    let mut words = vec![desk.tr.with("desk-promo-orders", &[("count", Arg::Int(gone.uses))])];
    words.extend(gone.amounts.iter().map(|money| desk.tr.money(*money)));
    words.join(", ")
}

/// What is left of it.
pub fn budget(desk: &Desk, one: &Promotion, gone: &Gone) -> String {
    let tr = &desk.tr;
    let mut words = Vec::new();
    if let Some(max) = one.budget.uses_max {
        let left = (max - gone.uses).max(0);
        words.push(
            tr.with("desk-promo-left-uses", &[("left", Arg::Int(left)), ("of", Arg::Int(max))]),
        );
    }
    if let Some((max, currency)) = one.budget.amount_max.zip(one.rule.needs.currency) {
        let money = |minor| Arg::Money(Money::new(minor, currency));
        let left = money((max - amount_gone(gone)).max(0));
        words.push(tr.with("desk-promo-left-amount", &[("left", left), ("of", money(max))]));
    }
    if words.is_empty() { tr.t("desk-promo-no-budget") } else { words.join("; ") }
}
