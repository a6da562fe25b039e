//! The prices of a list, changed in place. Every variant stands here, also one that has no price yet.

use std::collections::BTreeMap;

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::catalogue::{self, VariantId};
use commerce::prices::store_entries::{self, Entry};
use commerce::prices::{self, ListFields, NewPrice, PriceList, PriceListId, store};
use commerce::stock::store_skus::{self, Named};
use customers::accounts::{Permission, Permit, may};
use kit::{Result, Tx};
use maud::{Markup, html};

use super::lists::{parse_id, when};
use super::{LISTS, VARIANTS};
use crate::desk::reply::{Go, Page};
use crate::desk::typed::{Read, Typed, Wrong, amount_text};
use crate::desk::ui::forms::token;
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, empty, icon, link_button, more, note, table, title_row,
};
use crate::desk::who::Desk;

const PAGE_SIZE: i64 = 50;

struct Shown {
    list: PriceList,
    variants: Vec<Named>,
    entries: BTreeMap<VariantId, Vec<Entry>>,
}

fn read(tx: &Tx, id: PriceListId, text: Option<&str>, after: &str) -> Result<Shown> {
    let list = store::find_list(tx, id)?;
    let mut variants = store_skus::page(tx, text, after, PAGE_SIZE)?;
    let ids: Vec<VariantId> = variants.iter().map(|one| one.id).collect();
    for whole in catalogue::store::sellables(tx, &ids)? {
        if let Some(one) = variants.iter_mut().find(|one| one.id == whole.id) {
            one.title = whole.title;
        }
    }
    let mut entries: BTreeMap<VariantId, Vec<Entry>> = BTreeMap::new();
    for entry in store_entries::entries(tx, id, &ids)? {
        entries.entry(entry.variant).or_default().push(entry);
    }
    Ok(Shown { list, variants, entries })
}

pub async fn show_prices(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::SeeCatalogue> = desk.staff.permit()?;
    page(&desk, parse_id(&id)?, &Typed::default(), None).await
}

/// Only what was changed is written: what somebody else changed meanwhile stays.
pub async fn change_prices(
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let (id, typed) = (parse_id(&id)?, Typed::new(fields));
    let list = desk.app.ctx.db.read(|tx| store::find_list(tx, id)).await?;
    let saved = match changed(&typed, &list) {
        Ok(new) => {
            let (fields, why) = (fields_of(&list), typed.get("why"));
            let put = prices::put(&desk.app.commerce, &permit, &fields, &new, why);
            put.await.map_err(Wrong::from)
        }
        Err(wrong) => Err(wrong),
    };
    match saved {
        Ok(_) => Ok(Go::to(&desk.path).saying("prices-saved").into_response()),
        Err(wrong) => {
            let status = wrong.error.status();
            let fault = wrong.fault(&desk)?;
            Ok(page(&desk, id, &typed, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

fn fields_of(list: &PriceList) -> ListFields {
    ListFields {
        code: list.code.clone(),
        name: list.name.clone(),
        currency: list.currency,
        group: list.group.clone(),
        priority: list.priority,
        starts_at: list.starts_at,
        ends_at: list.ends_at,
        is_sale: list.is_sale,
    }
}

/// The rows of the form: `variant`, `from` (a quantity), `was` and `amount`, as often as there are rows.
fn changed(typed: &Typed, list: &PriceList) -> Read<Vec<NewPrice>> {
    let mut new = Vec::new();
    let rows =
        typed.all("variant").zip(typed.all("from")).zip(typed.all("was")).zip(typed.all("amount"));
    for (((variant, from), was), amount) in rows {
        if was == amount || from.is_empty() && amount.is_empty() {
            continue;
        }
        let mut one = Typed::default();
        one.add("amount", amount);
        one.add("from", if from.is_empty() { "1" } else { from });
        let amount = one.amount("amount", list.currency).map_err(|wrong| wrong.part(amount))?;
        let quantity_min = one.count("from").map_err(|wrong| wrong.part(from))?.unwrap_or(1);
        new.push(NewPrice { variant: variant.parse()?, quantity_min, amount });
    }
    Ok(new)
}

async fn page(desk: &Desk, id: PriceListId, typed: &Typed, fault: Option<&Fault>) -> Result<Page> {
    let text = desk.query("q").map(|text| text.trim().to_string()).filter(|text| !text.is_empty());
    let after = desk.query("after").unwrap_or_default();
    let shown = desk.app.ctx.db.scan(|tx| read(tx, id, text.as_deref(), &after)).await?;
    let tr = &desk.tr;
    let may_change = desk.staff.can(Permission::SetPrices);
    let address = format!("{LISTS}/lists/{id}");
    let list = &shown.list;
    let lead = format!("{} · {}", list.currency, when(desk, list.starts_at, list.ends_at));
    let last = shown.variants.last().filter(|_| shown.variants.len() as i64 == PAGE_SIZE);
    let next = last.map(|last| {
        let pairs = [("q", text.as_deref().unwrap_or_default()), ("after", last.sku.as_str())];
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("{address}?{query}")
    });
    let body = html! {
        (title_row(&list.name, &lead, html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-prices"), LISTS))
            @if may_change {
                (link_button(Tone::Plain, Some(Icon::Settings), &tr.t("desk-prices-settings"), &format!("{address}/settings")))
            }
        }))
        (search(desk, &address, text.as_deref()))
        @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
        @if shown.variants.is_empty() {
            (empty(Icon::Tag, &tr.t("desk-prices-no-hit"), &tr.t("desk-prices-no-hit-text"), html! {}))
        } @else {
            form.price-rows method="post" action=(desk.path) {
                (token(desk))
                fieldset.locked disabled[!may_change] {
                    (rows(desk, &shown))
                    @if may_change { (saving(desk, typed)) }
                }
            }
            (more(desk, next.as_deref(), (!after.is_empty()).then_some(address.as_str())))
        }
    };
    Ok(desk.page(Nav::Prices, &list.name, body))
}

fn saving(desk: &Desk, typed: &Typed) -> Markup {
    let why = Field::text("why", desk.tr.t("desk-prices-why"), typed.get("why"));
    let why = Field { is_required: false, ..why }.hint(desk.tr.t("desk-prices-why-hint"));
    html! {
        div.field-pair { (why.show(None)) }
        (button(Tone::Accent, Some(Icon::Check), &desk.tr.t("desk-save")))
    }
}

fn search(desk: &Desk, address: &str, text: Option<&str>) -> Markup {
    let name = desk.tr.t("desk-stock-search");
    html! {
        form.search.wide role="search" aria-label=(name) method="get" action=(address) {
            (icon(Icon::Search))
            label.hidden for="field-q" { (name) }
            input #field-q name="q" type="search" autocomplete="off" spellcheck="false"
                value=(text.unwrap_or_default()) placeholder=(name);
        }
    }
}

fn rows(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    let headings = ["variant", "price", "breaks"].map(|key| tr.t(&format!("desk-prices-{key}")));
    let row = |one: &Named| {
        let entries = shown.entries.get(&one.id).map_or(&[][..], Vec::as_slice);
        let single = entries.iter().find(|entry| entry.quantity_min == 1);
        let breaks = entries.iter().filter(|entry| entry.quantity_min > 1);
        vec![
            html! {
                a href={ (VARIANTS) "/" (one.id) "?currency=" (shown.list.currency) } { (one.title) }
                " " small { (one.sku) }
            },
            price(desk, shown, one, Some(1), single),
            html! {
                @for entry in breaks { (price(desk, shown, one, Some(entry.quantity_min), Some(entry))) }
                details { summary { (tr.t("desk-prices-break-new")) } (price(desk, shown, one, None, None)) }
            },
        ]
    };
    let rows: Vec<_> = shown.variants.iter().map(row).collect();
    table(&shown.list.name, &headings, &rows, None)
}

/// One price to type over; without a quantity, one for a quantity that is typed too.
fn price(
    desk: &Desk,
    shown: &Shown,
    one: &Named,
    from: Option<i64>,
    entry: Option<&Entry>,
) -> Markup {
    let tr = &desk.tr;
    let was = entry.map_or(String::new(), |entry| amount_text(entry.amount, shown.list.currency));
    html! {
        span.price-row {
            input type="hidden" name="variant" value=(one.id);
            @match from {
                Some(from) => {
                    input type="hidden" name="from" value=(from);
                    @if from > 1 { span.nowrap { (from) "+" } }
                }
                None => {
                    input name="from" inputmode="numeric" autocomplete="off" placeholder="10"
                        aria-label={ (tr.t("desk-prices-from")) ": " (one.title) };
                }
            }
            input type="hidden" name="was" value=(was);
            input name="amount" inputmode="decimal" autocomplete="off" value=(was)
                aria-label={ (tr.t("desk-prices-price")) ": " (one.title) };
        }
    }
}
