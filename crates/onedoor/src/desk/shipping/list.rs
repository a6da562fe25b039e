//! All delivery methods: where they go, what they cost, whether they hold.

use commerce::shipping::{Kind, Method, Tier, store};
use customers::accounts::{Permission, Permit, may};
use kit::Result;
use kit::i18n::Arg;
use kit::money::Money;
use maud::{Markup, html};

use super::PATH;
use super::sent::kilos;
use crate::desk::reply::Page;
use crate::desk::ui::{Icon, Nav, Tone, badge, empty, link_button, table, title_row};
use crate::desk::who::Desk;

pub async fn list_methods(desk: Desk) -> Result<Page> {
    let _: Permit<may::SeeCatalogue> = desk.staff.permit()?;
    let methods = desk.app.ctx.db.read(store::list).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-shipping");
    let new = html! {
        @if desk.staff.can(Permission::SetPrices) {
            (link_button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-shipping-new"), "/desk/shipping/new"))
        }
    };
    let body = html! {
        (title_row(&title, &tr.t("desk-shipping-lead"), html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-prices"), "/desk/prices"))
            @if !methods.is_empty() { (new) }
        }))
        @if methods.is_empty() {
            (empty(Icon::Bag, &tr.t("desk-shipping-none"), &tr.t("desk-shipping-none-text"), new))
        } @else {
            (rows(&desk, &title, &methods))
            p.hint { (tr.t("desk-shipping-which")) }
        }
    };
    Ok(desk.page(Nav::Prices, &title, body))
}

fn rows(desk: &Desk, title: &str, methods: &[Method]) -> Markup {
    let tr = &desk.tr;
    let headings = ["method", "kind", "countries", "costs", "state"]
        .map(|key| tr.t(&format!("desk-shipping-{key}")));
    let may_set = desk.staff.can(Permission::SetPrices);
    let row = |one: &Method| {
        vec![
            html! {
                @if may_set {
                    a.row-link href={ (PATH) "/" (one.code) } { (one.title_in(tr.lang())) }
                } @else { strong { (one.title_in(tr.lang())) } }
                " " small { (one.code) }
            },
            html! { (kind(desk, one.kind)) },
            html! {
                @if one.countries.is_empty() { (tr.t("desk-shipping-everywhere")) }
                @else { (one.countries.join(", ")) }
            },
            costs(desk, one),
            state(desk, one),
        ]
    };
    let rows: Vec<_> = methods.iter().map(row).collect();
    table(title, &headings, &rows, None)
}

pub fn kind(desk: &Desk, kind: Kind) -> String {
    desk.tr.t(&format!("desk-shipping-kind-{}", kind.as_str()))
}

/// A line for each step of the table: “PLN 12.99 · from PLN 100.00 · up to 5 kg”.
fn costs(desk: &Desk, one: &Method) -> Markup {
    let tr = &desk.tr;
    let money = |minor| tr.money(Money::new(minor, one.currency));
    let amount = |minor| [("amount", Arg::Text(money(minor)))];
    let line = |tier: &Tier| {
        let mut said = vec![match tier.cost {
            0 => tr.t("desk-shipping-free"),
            cost => money(cost),
        }];
        if tier.amount_min > 0 {
            said.push(tr.with("desk-shipping-from", &amount(tier.amount_min)));
        }
        if let Some(grams) = tier.weight_max_g {
            let weight = [("kilos", Arg::Text(kilos(grams)))];
            said.push(tr.with("desk-shipping-up-to", &weight));
        }
        said.join(" · ")
    };
    html! {
        @for tier in &one.tiers { div { (line(tier)) } }
        @if let Some(from) = one.free_from {
            div { (tr.with("desk-shipping-free-from", &amount(from))) }
        }
    }
}

fn state(desk: &Desk, one: &Method) -> Markup {
    let tr = &desk.tr;
    if !one.is_active {
        badge(Tone::Plain, None, &tr.t("desk-shipping-off"))
    } else if one.ends_at.is_some_and(|end| end <= desk.now) {
        badge(Tone::Plain, None, &tr.t("desk-promo-state-over"))
    } else if one.starts_at.is_some_and(|start| desk.now < start) {
        badge(Tone::Accent, Some(Icon::Clock), &tr.t("desk-promo-state-coming"))
    } else {
        badge(Tone::Good, Some(Icon::Check), &tr.t("desk-shipping-offered"))
    }
}
