//! A basket on trial: what it costs at every door, on any day, for anybody, and why. Nothing is kept; all of it stands in
//! the address, so that it can be sent to a colleague.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use commerce::carts::Scope;
use commerce::catalogue::categories::Tree;
use commerce::catalogue::search::{self, Asked as Search};
use commerce::catalogue::{self, VariantId};
use commerce::orders;
use commerce::prices::Buyer;
use commerce::prices::exceptions::{self, Exception, ExceptionId};
use commerce::promotions::{
    Asked, AskedLine, PROMOTIONS_MAX, Promotion, Quote, Shopper, Way, quote_at, store,
};
use commerce::stock::store_skus;
use customers::accounts::{Permit, may};
use customers::channels::{Channel, store as channels};
use customers::identities::{CustomerId, Identity, Kind as IdentityKind, store as identities};
use kit::money::Currency;
use kit::{Result, Time, Tx};

use super::{trial_form, trial_shown};
use crate::desk::reply::Page;
use crate::desk::typed::{Read, Typed, Wrong};
use crate::desk::ui::{Fault, Nav, title_row};
use crate::desk::who::Desk;
use maud::html;

const FOUND_MAX: usize = 8;

/// A line of the form: what was typed, and what it is.
pub struct Row {
    pub sku: String,
    pub title: String,
    pub quantity: String,
}

/// Something that could be put in.
pub struct Found {
    pub sku: String,
    pub title: String,
}

/// What came of it.
pub struct Tried {
    pub at: Time,
    /// At no door in particular: what all doors should be like.
    pub plain: Quote,
    pub doors: Vec<(Channel, Quote)>,
    pub promotions: Vec<Promotion>,
    pub exceptions: BTreeMap<ExceptionId, Exception>,
}

/// The form with what it names.
pub struct Trial {
    pub rows: Vec<Row>,
    pub found: Vec<Found>,
    pub tried: Option<Tried>,
}

pub async fn try_basket(
    desk: Desk,
    Query(fields): Query<Vec<(String, String)>>,
) -> Result<Response> {
    let _: Permit<may::SeeCatalogue> = desk.staff.permit()?;
    let typed = Typed::new(fields);
    let look = |tx: &Tx| {
        let rows = rows(tx, &typed)?;
        let tried =
            if rows.is_empty() { Ok(None) } else { run(tx, &desk, &typed, &rows).map(Some) };
        Ok((rows, found(tx, &typed)?, tried))
    };
    let (rows, found, tried) = desk.app.ctx.db.scan(look).await?;
    let (tried, fault) = match tried {
        Ok(tried) => (tried, None),
        Err(wrong) => (None, Some(wrong.fault(&desk)?)),
    };
    let trial = Trial { rows, found, tried };
    Ok(page(&desk, &typed, &trial, fault.as_ref()).into_response())
}

fn page(desk: &Desk, typed: &Typed, trial: &Trial, fault: Option<&Fault>) -> Page {
    let tr = &desk.tr;
    let title = tr.t("desk-promo-try");
    let body = html! {
        (title_row(&title, &tr.t("desk-promo-try-lead"), html! {}))
        div.trial {
            (trial_form::form(desk, typed, trial, fault))
            div.trial-shown {
                @match &trial.tried {
                    Some(tried) => (trial_shown::all(desk, tried)),
                    None => (trial_shown::nothing(desk, fault)),
                }
            }
        }
    };
    desk.page(Nav::Promotions, &title, body)
}

/// The lines as they are typed, with what was just added.
fn rows(tx: &Tx, typed: &Typed) -> Result<Vec<Row>> {
    let mut lines: Vec<(String, String)> = typed
        .all("sku")
        .zip(typed.all("quantity"))
        .filter(|(sku, quantity)| !sku.is_empty() && *quantity != "0")
        .map(|(sku, quantity)| (sku.to_string(), quantity.to_string()))
        .collect();
    let added = typed.get("add");
    if !added.is_empty() {
        match lines.iter_mut().find(|(sku, _)| sku == added) {
            Some((_, quantity)) => {
                *quantity = (quantity.parse::<i64>().unwrap_or(0) + 1).to_string();
            }
            None => lines.push((added.to_string(), "1".into())),
        }
    }
    let skus: Vec<&str> = lines.iter().map(|(sku, _)| sku.as_str()).collect();
    let known = store_skus::variants(tx, &skus)?;
    let ids: Vec<VariantId> = known.values().copied().collect();
    let sold = catalogue::store::sellables(tx, &ids)?;
    let title = |sku: &str| {
        let found = sold.iter().find(|one| one.sku == sku);
        found.map_or(String::new(), |one| one.title.clone())
    };
    let row = |(sku, quantity): (String, String)| Row { title: title(&sku), sku, quantity };
    Ok(lines.into_iter().map(row).collect())
}

/// What fits the words that were searched for.
fn found(tx: &Tx, typed: &Typed) -> Result<Vec<Found>> {
    let text = typed.get("find");
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let tree = Tree::load(tx)?;
    let asked =
        Search { text, filters: &[], channel: None, is_sold: true, after: None, limit: FOUND_MAX };
    let products = catalogue::store::products(tx, &search::find(tx, &tree, &asked)?.products)?;
    let variants: Vec<VariantId> =
        products.iter().flat_map(|product| product.live().map(|one| one.id)).collect();
    let sold = catalogue::store::sellables(tx, &variants)?;
    let mut found: Vec<Found> =
        sold.into_iter().map(|one| Found { sku: one.sku, title: one.title }).collect();
    found.sort_by(|a, b| (&a.title, &a.sku).cmp(&(&b.title, &b.sku)));
    found.truncate(3 * FOUND_MAX);
    Ok(found)
}

fn run(tx: &Tx, desk: &Desk, typed: &Typed, rows: &[Row]) -> Read<Tried> {
    let at = typed.moment(desk, "at")?.unwrap_or(desk.now);
    let asked = asked(tx, desk, typed, rows, at)?;
    let mut promotions = store::current(tx, at.min(desk.now), PROMOTIONS_MAX)?;
    if typed.is_on("as_if_on") {
        promotions.iter_mut().for_each(|one| one.is_active = true);
    }
    let quote = |door| quote_at(tx, &Asked { door, ..asked.clone() }, &promotions, at);
    let mut doors = channels::list(tx)?;
    doors.retain(|door| door.sell && door.disabled_at.is_none());
    let doors = doors.into_iter().map(|door| {
        let quote = quote(Some(door.id))?;
        Ok((door, quote))
    });
    let exceptions = exceptions::list(tx, at)?;
    Ok(Tried {
        at,
        plain: quote(None)?,
        doors: doors.collect::<Result<_>>()?,
        exceptions: exceptions.into_iter().map(|one| (one.id, one)).collect(),
        promotions,
    })
}

fn asked(tx: &Tx, desk: &Desk, typed: &Typed, rows: &[Row], at: Time) -> Read<Asked> {
    let skus: Vec<&str> = rows.iter().map(|row| row.sku.as_str()).collect();
    let known = store_skus::variants(tx, &skus)?;
    let line = |row: &Row| {
        let unknown =
            || Wrong::new("find", "sku_unknown", "There is no variant of this SKU.").part(&row.sku);
        let variant = *known.get(&row.sku).ok_or_else(unknown)?;
        let bad = |_| Wrong::new("find", "bad_whole_number", "Write a whole number.");
        Ok(AskedLine { variant, quantity: row.quantity.parse().map_err(bad)? })
    };
    let lines = rows.iter().map(line).collect::<Read<Vec<_>>>()?;
    let currency = typed.currency(desk)?;
    let customer = customer(tx, typed.get("customer"))?;
    let word = |name: &str| Some(typed.get(name).to_string()).filter(|word| !word.is_empty());
    let country = word("country").unwrap_or_else(|| desk.app.commerce.country.clone());
    let buyer = Buyer { customer, group: None, country: country.to_ascii_uppercase() };
    Ok(Asked {
        coupons: typed.words("coupons"),
        way: Way::Costs(shipping(typed, currency)?),
        ..Asked::new(lines, buyer, currency).by(shopper(tx, typed, customer, at)?)
    })
}

/// What is known of the customer then, and what was typed, which stands for it.
fn shopper(tx: &Tx, typed: &Typed, customer: Option<CustomerId>, at: Time) -> Result<Shopper> {
    let known = match customer {
        Some(customer) => orders::shopper(tx, Scope::whole(customer).own, at)?,
        None => Shopper { is_first_order: typed.is_on("first_order"), ..Shopper::default() },
    };
    let word = |name: &str| Some(typed.get(name).to_string()).filter(|word| !word.is_empty());
    let segments = Some(typed.words("segments")).filter(|words| !words.is_empty());
    Ok(Shopper {
        group: word("group").or(known.group),
        tier: word("tier").or(known.tier),
        segments: segments.unwrap_or(known.segments),
        ..known
    })
}

fn shipping(typed: &Typed, currency: Currency) -> Read<i64> {
    Ok(typed.amount("shipping", currency)?.unwrap_or(0))
}

/// By the id of the customer, or by their address.
fn customer(tx: &Tx, text: &str) -> Read<Option<CustomerId>> {
    if text.is_empty() {
        return Ok(None);
    }
    if let Ok(id) = text.parse() {
        return Ok(Some(id));
    }
    let email = Identity::new(IdentityKind::EMAIL, text.to_lowercase());
    let unknown = || Wrong::new("customer", "customer_unknown", "Nobody has this address or id.");
    identities::leaf_maybe(tx, &email)?.map(Some).ok_or_else(unknown)
}
