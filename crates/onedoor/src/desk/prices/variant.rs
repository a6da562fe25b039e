//! One variant: why it costs what it does for whom and when, at which doors other than elsewhere, and what it has cost.

use std::collections::HashMap;

use axum::extract::{Path, Query};
use commerce::catalogue::{self, Sellable, VariantId};
use commerce::prices::exceptions::{self, Exception};
use commerce::prices::history::Interval;
use commerce::prices::lowest::{self, Reduction, Steps};
use commerce::prices::{self, Ask, Lost, PassedOver, Price, PriceListId, store};
use commerce::promotions;
use customers::accounts::{Permit, may};
use customers::channels::{Channel, store as channels};
use kit::i18n::Arg;
use kit::money::Money;
use kit::{Error, Result, Time, Tx};
use maud::{Markup, html};

use super::lists::when;
use super::{LISTS, VARIANTS};
use crate::desk::reply::Page;
use crate::desk::typed::{Read, Typed};
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, badge, button, card, link_button, note, table, title_row,
};
use crate::desk::who::Desk;

struct Shown {
    sold: Sellable,
    ask: Ask,
    price: Option<Price>,
    lists: HashMap<PriceListId, String>,
    /// Where the price is another: the door, what it asks, by which exception.
    doors: Vec<(Channel, Money, Exception)>,
    history: Vec<Interval>,
    /// The lowest of the 30 days before that moment.
    low: Option<i64>,
    reduction: Option<Reduction>,
}

pub async fn show_why(
    desk: Desk,
    Path(id): Path<String>,
    Query(fields): Query<Vec<(String, String)>>,
) -> Result<Page> {
    let _: Permit<may::SeeCatalogue> = desk.staff.permit()?;
    let id: VariantId = id.parse().map_err(|_| Error::not_found("variant of this id"))?;
    let typed = Typed::new(fields);
    let (ask, fault) = match asked(&desk, id, &typed) {
        Ok(ask) => (ask, None),
        Err(wrong) => (plain(&desk, id), Some(wrong.fault(&desk)?)),
    };
    let shown = desk.app.ctx.db.scan(|tx| read(tx, ask.clone())).await?;
    let tr = &desk.tr;
    let body = html! {
        (title_row(&shown.sold.title, &shown.sold.sku, html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-prices"), LISTS))
        }))
        div.promo-columns {
            div {
                (card(&tr.t("desk-why"), why(&desk, &shown)))
                (card(&tr.t("desk-why-doors"), doors(&desk, &shown)))
                (card(&tr.t("desk-why-history"), history(&desk, &shown)))
            }
            div.promo-aside { (card(&tr.t("desk-why-ask"), asking(&desk, &shown, &typed, fault.as_ref()))) }
        }
    };
    Ok(desk.page(Nav::Prices, &shown.sold.title, body))
}

fn plain(desk: &Desk, variant: VariantId) -> Ask {
    let currency = desk.app.ctx.defaults.currency;
    Ask { variant, group: None, currency, quantity: 1, at: desk.now }
}

fn asked(desk: &Desk, variant: VariantId, typed: &Typed) -> Read<Ask> {
    let group = typed.get("group");
    Ok(Ask {
        variant,
        group: (!group.is_empty()).then(|| group.to_string()),
        currency: typed.currency(desk)?,
        quantity: typed.count("quantity")?.unwrap_or(1).max(1),
        at: typed.moment(desk, "at")?.unwrap_or(desk.now),
    })
}

fn read(tx: &Tx, ask: Ask) -> Result<Shown> {
    let variant = ask.variant;
    let sold = catalogue::store::sellables(tx, &[variant])?.pop();
    let sold = sold.ok_or_else(|| Error::not_found(format!("variant {variant}")))?;
    let price = prices::price(tx, &ask)?;
    let mut doors = Vec::new();
    if let Some(price) = &price {
        for door in channels::list(tx)?.into_iter().filter(|one| one.disabled_at.is_none()) {
            let mut declared = exceptions::at_door(tx, door.id, ask.at)?;
            if let Some((unit, id)) = exceptions::apply(price.unit, variant, &declared)
                && let Some(at) = declared.iter().position(|one| one.id == id)
            {
                doors.push((door, unit, declared.swap_remove(at)));
            }
        }
    }
    let group = ask.group.as_deref().unwrap_or_default();
    let past = store::intervals(tx, &[variant], ask.currency, group)?;
    let history: Vec<Interval> = past.into_iter().map(|(_, interval)| interval).collect();
    let low = lowest::prior(&history.iter().collect::<Vec<_>>(), ask.at);
    let (whose, steps) = (ask.group.as_deref(), Steps::default());
    let found = promotions::reductions(tx, &[variant], ask.currency, whose, steps, ask.at)?;
    let lists = store::lists(tx)?.into_iter().map(|list| (list.id, list.name)).collect();
    let reduction = found.into_iter().next().map(|(_, reduction)| reduction);
    Ok(Shown { sold, ask, price, lists, doors, history, low, reduction })
}

impl Shown {
    fn list(&self, id: PriceListId) -> &str {
        self.lists.get(&id).map_or("", String::as_str)
    }

    fn money(&self, desk: &Desk, minor: i64) -> String {
        desk.tr.money(Money::new(minor, self.ask.currency))
    }
}

fn asking(desk: &Desk, shown: &Shown, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let field = |name: &'static str, key: &str| {
        let field = Field::text(name, tr.t(key), typed.get(name));
        Field { is_required: false, ..field }
    };
    html! {
        form.form method="get" action={ (VARIANTS) "/" (shown.sold.id) } {
            (field("quantity", "desk-trial-quantity").show(fault))
            (field("group", "desk-promo-customer-group").show(fault))
            (field("currency", "desk-promo-currency").show(fault))
            (Field { kind: "datetime-local", ..field("at", "desk-promo-at") }.show(fault))
            (button(Tone::Plain, Some(Icon::Search), &tr.t("desk-why-do")))
        }
    }
}

fn why(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    let Some(price) = &shown.price else {
        let currency = ("currency", Arg::Text(shown.ask.currency.to_string()));
        return note(Tone::Warn, html! { (tr.with("desk-why-no-price", &[currency])) });
    };
    let list = ("list", Arg::Text(shown.list(price.list).to_string()));
    html! {
        p.price-now { (tr.money(price.unit)) }
        p { (tr.with("desk-why-list", &[list])) " " (tr.t(price.derivation.why.key())) }
        @if let Some(reduction) = &shown.reduction { (announced(desk, shown, reduction)) }
        @if let Some(low) = shown.low {
            p { (tr.with("desk-why-low", &[("amount", Arg::Text(shown.money(desk, low)))])) }
        }
        @if !price.derivation.passed_over.is_empty() { (passed_over(desk, shown, &price.derivation.passed_over)) }
    }
}

fn announced(desk: &Desk, shown: &Shown, reduction: &Reduction) -> Markup {
    let args = [
        ("percent", Arg::Int(reduction.percent)),
        ("prior", Arg::Text(shown.money(desk, reduction.prior))),
    ];
    note(Tone::Good, html! { (desk.tr.with("desk-why-announced", &args)) })
}

fn passed_over(desk: &Desk, shown: &Shown, all: &[PassedOver]) -> Markup {
    let tr = &desk.tr;
    let headings = ["desk-prices-list", "desk-prices-from", "desk-prices-price", "desk-why-not"]
        .map(|key| tr.t(key));
    let row = |one: &PassedOver| {
        vec![
            html! { (shown.list(one.list)) },
            html! { (tr.number(one.quantity_min)) },
            html! { (shown.money(desk, one.amount)) },
            html! { (tr.t(&format!("desk-why-lost-{}", lost(one.why)))) },
        ]
    };
    let rows: Vec<_> = all.iter().map(row).collect();
    table(&tr.t("desk-why-others"), &headings, &rows, None)
}

fn lost(why: Lost) -> &'static str {
    match why {
        Lost::LowerPriority => "lower-priority",
        Lost::ForEverybody => "for-everybody",
        Lost::HigherPrice => "higher-price",
        Lost::NewerList => "newer-list",
        Lost::OtherQuantity => "other-quantity",
        Lost::QuantityTooLow => "quantity-too-low",
        Lost::OtherGroup => "other-group",
        Lost::NotYet => "not-yet",
        Lost::Over => "over",
    }
}

fn doors(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    if shown.doors.is_empty() {
        return html! { p { (tr.t("desk-why-same")) } };
    }
    html! {
        ul.rows {
            @for (door, unit, exception) in &shown.doors {
                li {
                    div.grow {
                        strong { (door.name) ": " (tr.money(*unit)) }
                        span { (exception.reason) }
                        small { (when(desk, Some(exception.starts_at), Some(exception.ends_at))) " · " (exception.declared_by) }
                    }
                }
            }
        }
    }
}

fn history(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    if shown.history.is_empty() {
        return html! { p { (tr.t("desk-why-no-history")) } };
    }
    let headings = ["from", "until", "price", "list", "why"]
        .map(|key| tr.t(&format!("desk-why-history-{key}")));
    let row = |one: &Interval| {
        vec![
            html! {
                (tr.date_time(one.from))
                @if one.holds_at(shown.ask.at) { " " (badge(Tone::Good, None, &tr.t("desk-prices-holds"))) }
            },
            html! { (one.until.map_or("–".to_string(), |until: Time| tr.date_time(until))) },
            html! {
                (shown.money(desk, one.amount))
                @if one.is_sale { " " (badge(Tone::Accent, None, &tr.t("desk-prices-sale"))) }
            },
            html! { (shown.list(one.list)) },
            html! { (one.why) },
        ]
    };
    let rows: Vec<_> = shown.history.iter().rev().map(row).collect();
    table(&tr.t("desk-why-history"), &headings, &rows, None)
}
