//! A return is begun from an order: what the customer has of it, until when it may come back, and the form that asks.

use std::collections::BTreeMap;

use axum::extract::Form;
use axum::response::{IntoResponse, Response};
use commerce::catalogue::{self, Sellable, VariantId};
use commerce::orders::{self, Order};
use commerce::returns::rules::Deadlines;
use commerce::returns::{self, Chance, Chances, Kind, NewReturn, Part, ReturnId};
use customers::accounts::{Permit, may};
use kit::i18n::Arg;
use kit::{Error, Result, Time, Tx};
use maud::{Markup, html};

use super::{PATH, actor, address, field, pieces, word};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, badge, button, card, empty, facts, form, lines, link_button,
    narrow, note, select, table, title_row,
};
use crate::desk::who::Desk;

struct Shown {
    order: Order,
    chances: Chances,
    /// What each could be exchanged for: others of the same product.
    others: BTreeMap<VariantId, Vec<Sellable>>,
}

fn order(tx: &Tx, text: &str) -> Result<Order> {
    let number = orders::number::parse(text)?;
    let found = orders::store::numbered_maybe(tx, &number)?;
    let (leaf, id) = found.ok_or_else(|| Error::not_found(format!("order {number}")))?;
    orders::store::find(tx, leaf, id)
}

fn read(desk: &Desk, tx: &Tx, text: &str) -> Result<Shown> {
    let order = order(tx, text)?;
    let chances = returns::chances(&desk.app.commerce, tx, &order)?;
    let mut others = BTreeMap::new();
    for chance in &chances.goods {
        let product = catalogue::store::find(tx, chance.goods.product_id)?;
        let ids: Vec<VariantId> = product.variants.iter().map(|variant| variant.id).collect();
        let mut all = catalogue::store::sellables(tx, &ids)?;
        all.retain(|one| one.is_sold);
        others.insert(chance.goods.id, all);
    }
    Ok(Shown { order, chances, others })
}

pub async fn show_new_return(desk: Desk) -> Result<Page> {
    let _: Permit<may::ManageReturns> = desk.staff.permit()?;
    page(&desk, &desk.query("order").unwrap_or_default(), &[], None).await
}

pub async fn create_return(
    desk: Desk,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit: Permit<may::ManageReturns> = desk.staff.permit()?;
    let number = field(&pairs, "order");
    let asked = match wanted(&pairs) {
        Ok(new) => {
            let (ctx, now) = (&desk.app.commerce, desk.now);
            let write = |tx: &Tx| {
                let order = order(tx, &number)?;
                let actor = actor(tx, &permit, order.channel_id)?;
                returns::ask(ctx, tx, &actor, &order, &new, now)
            };
            ctx.customers.db.write(write).await
        }
        Err(error) => Err(error),
    };
    match asked {
        Ok(asked) => {
            let back = asked.learn(&desk.app.commerce);
            Ok(Go::to(&address(&back.number)).saying("return-begun").into_response())
        }
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "")?;
            let page = page(&desk, &number, &pairs, Some(&fault)).await?;
            Ok(page.with_status(status).into_response())
        }
    }
}

/// `quantity_1_var_…=2`, `wanted_1_var_…=var_…`.
fn wanted(pairs: &[(String, String)]) -> Result<NewReturn> {
    let mut parts = Vec::new();
    for (name, _) in pairs {
        let Some((position, variant)) =
            name.strip_prefix("quantity_").and_then(|rest| rest.split_once('_'))
        else {
            continue;
        };
        let quantity = pieces(pairs, name)?;
        let bad = || Error::bad_input("bad_form", "This form is not ours.");
        let position = position.parse().map_err(|_| bad())?;
        let wanted = field(pairs, &format!("wanted_{position}_{variant}"));
        if quantity != 0 {
            parts.push(Part {
                position,
                quantity,
                variant: Some(variant.parse()?),
                wanted: if wanted.is_empty() { None } else { Some(wanted.parse()?) },
            });
        }
    }
    if parts.is_empty() {
        let detail = "Say how many pieces come back.";
        return Err(Error::bad_input("no_pieces_chosen", detail));
    }
    let kind: Kind = field(pairs, "kind").parse()?;
    if kind != Kind::Exchange {
        parts.iter_mut().for_each(|part| part.wanted = None);
    }
    let goodwill = field(pairs, "goodwill");
    Ok(NewReturn {
        key: field(pairs, "key"),
        kind,
        parts,
        reason: field(pairs, "reason"),
        goodwill: if goodwill.is_empty() { None } else { Some(goodwill) },
    })
}

async fn page(
    desk: &Desk,
    number: &str,
    typed: &[(String, String)],
    fault: Option<&Fault>,
) -> Result<Page> {
    let shown = desk.app.ctx.db.scan(|tx| read(desk, tx, number)).await?;
    let tr = &desk.tr;
    let order = ("order", Arg::Text(shown.order.number.clone()));
    let title = tr.with("desk-returns-of-order", &[order]);
    let back = link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-returns"), PATH);
    let body = html! {
        (title_row(&title, &tr.money(shown.order.total), back))
        @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
        @if shown.chances.goods.is_empty() {
            (empty(Icon::Bag, &tr.t("desk-returns-nothing"), &tr.t("desk-returns-nothing-text"), html! {}))
        } @else {
            @if let Some(deadlines) = &shown.chances.deadlines {
                (card(&tr.t("desk-returns-until"), until(desk, deadlines)))
            }
            (card(&tr.t("desk-returns-what"), asking(desk, &shown, typed)))
        }
    };
    Ok(desk.page(Nav::Returns, &title, body))
}

fn until(desk: &Desk, deadlines: &Deadlines) -> Markup {
    let tr = &desk.tr;
    let one = |kind: Kind| {
        let value = match deadlines.until(kind) {
            // The last moment that counts, not the first that does not.
            Some(end) if desk.now < end => html! { (tr.date_time(Time(end.0 - 1))) },
            Some(end) => html! {
                (tr.date_time(Time(end.0 - 1))) " "
                (badge(Tone::Warn, Some(Icon::Clock), &tr.t("desk-returns-over")))
            },
            None => html! { (tr.t("desk-returns-no-right")) },
        };
        (word(desk, "kind", kind.as_str()), value)
    };
    facts(&[Kind::Withdrawal, Kind::Return, Kind::Exchange, Kind::Complaint].map(one))
}

fn asking(desk: &Desk, shown: &Shown, typed: &[(String, String)]) -> Markup {
    let tr = &desk.tr;
    let kinds: Vec<(String, String)> = Kind::ALL
        .iter()
        .map(|kind| (kind.as_str().into(), word(desk, "kind", kind.as_str())))
        .collect();
    let key = match field(typed, "key") {
        known if !known.is_empty() => known,
        _ => format!("desk:{}", ReturnId::new(desk.now)),
    };
    let (reason, goodwill) = (field(typed, "reason"), field(typed, "goodwill"));
    form(
        desk,
        &format!("{PATH}/new"),
        html! {
            input type="hidden" name="order" value=(shown.order.number);
            input type="hidden" name="key" value=(key);
            (goods(desk, shown, typed))
            (narrow(html! {
                (select("kind", &tr.t("desk-returns-kind"), &kinds, &field(typed, "kind"), None))
                (lines("reason", &tr.t("desk-returns-reason"), &tr.t("desk-returns-reason-hint"), &reason))
                (Field { is_required: false, ..Field::text("goodwill", tr.t("desk-returns-goodwill"), &goodwill) }
                    .hint(tr.t("desk-returns-goodwill-hint")).show(None))
                (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-returns-begin")))
            }))
        },
    )
}

fn goods(desk: &Desk, shown: &Shown, typed: &[(String, String)]) -> Markup {
    let tr = &desk.tr;
    let headings = [
        "desk-returns-goods",
        "desk-returns-with-customer",
        "desk-returns-pieces-back",
        "desk-returns-instead",
    ]
    .map(|key| tr.t(key));
    let row = |chance: &Chance| {
        let at = format!("{}_{}", chance.position, chance.goods.id);
        let others = shown.others.get(&chance.goods.id).map_or(&[][..], Vec::as_slice);
        let chosen = field(typed, &format!("wanted_{at}"));
        vec![
            html! {
                strong { (chance.goods.title) } " " small { (chance.goods.sku) }
                @if let Some(why) = chance.excluded {
                    " " (badge(Tone::Warn, Some(Icon::Warning), &word(desk, "why", why.as_str())))
                }
            },
            html! { (tr.number(chance.quantity)) },
            html! {
                input.pieces type="number" name={ "quantity_" (at) } min="0" max=(chance.quantity)
                    inputmode="numeric" value=(field(typed, &format!("quantity_{at}")))
                    aria-label={ (tr.t("desk-returns-pieces-back")) ": " (chance.goods.title) };
            },
            html! {
                select name={ "wanted_" (at) }
                    aria-label={ (tr.t("desk-returns-instead")) ": " (chance.goods.title) } {
                    option value="" { "–" }
                    @for other in others {
                        option value=(other.id) selected[other.id.to_string() == chosen] { (other.title) }
                    }
                }
            },
        ]
    };
    let rows: Vec<_> = shown.chances.goods.iter().map(row).collect();
    table(&tr.t("desk-returns-what"), &headings, &rows, None)
}
