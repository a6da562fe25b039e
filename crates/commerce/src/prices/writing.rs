//! Prices are written: the lists, what stands in them, and what things have cost, in one transaction.

use std::collections::BTreeSet;

use customers::accounts::{Permit, audit, may};
use kit::money::Currency;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::history::{self, Whose};
use super::{PriceList, PriceListId, store};
use crate::Ctx;
use crate::catalogue::VariantId;

/// More than a shop has in a file's page, less than holds others up for long.
pub const PRICES_MAX: usize = 5_000;
const CODE_CHARS_MAX: usize = 60;
const WHY_CHARS_MAX: usize = 500;
/// A thousand million in a currency with cents.
pub const AMOUNT_MAX: i64 = 100_000_000_000;
pub const QUANTITY_MAX: i64 = 1_000_000;
/// How many variants are written at a time when a whole list changes.
const AT_A_TIME: usize = 1_000;

/// A price list as it shall be.
#[derive(Clone, Debug)]
pub struct ListFields {
    pub code: String,
    pub name: String,
    pub currency: Currency,
    pub group: Option<String>,
    pub priority: i64,
    pub starts_at: Option<Time>,
    pub ends_at: Option<Time>,
    pub is_sale: bool,
}

#[derive(Clone, Debug)]
pub struct NewPrice {
    pub variant: VariantId,
    pub quantity_min: i64,
    /// None takes the price out of the list.
    pub amount: Option<i64>,
}

/// Saves a list and prices in it, all or nothing. `why` stands in the history of each price.
pub async fn put(
    ctx: &Ctx,
    permit: &Permit<may::SetPrices>,
    list: &ListFields,
    new: &[NewPrice],
    why: &str,
) -> Result<PriceListId> {
    let ctx = &ctx.customers;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            let id = save_list(tx, list, why, now)?;
            set(tx, id, new, why, now)?;
            let detail = json!({ "list": list.code, "prices": new.len(), "why": why });
            audit::record(tx, now, permit.actor(), "prices_set", &id.to_string(), &detail)?;
            Ok(id)
        })
        .await
}

/// Makes the list of this code, or changes it and with it the history of all that stands in it.
pub fn save_list(tx: &Tx, new: &ListFields, why: &str, now: Time) -> Result<PriceListId> {
    check_list(new)?;
    check_why(why)?;
    let before = store::list_by_code(tx, &new.code)?;
    let list = PriceList {
        id: before.as_ref().map_or_else(|| PriceListId::new(now), |before| before.id),
        code: new.code.clone(),
        name: new.name.trim().to_string(),
        currency: new.currency,
        group: new.group.clone(),
        priority: new.priority,
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        is_sale: new.is_sale,
    };
    if before.as_ref() == Some(&list) {
        return Ok(list.id);
    }
    let variants = match &before {
        Some(before) => store::variants_of_list(tx, before.id)?,
        None => Vec::new(),
    };
    let is_other_currency = before.is_some_and(|before| before.currency != list.currency);
    if is_other_currency && !variants.is_empty() {
        let detail =
            "The list has prices in another currency. Make a list of its own for this one.";
        return Err(Error::conflict("other_currency", detail));
    }
    store::save_list(tx, &list, now)?;
    for variants in variants.chunks(AT_A_TIME) {
        store::lock_variants(tx, variants)?;
        write_history(tx, variants, why, now)?;
    }
    Ok(list.id)
}

/// Sets prices of a list, or takes them out.
pub fn set(tx: &Tx, list: PriceListId, new: &[NewPrice], why: &str, now: Time) -> Result<()> {
    check_prices(new)?;
    check_why(why)?;
    if new.is_empty() {
        return Ok(());
    }
    store::find_list(tx, list)?;
    let variants: BTreeSet<VariantId> = new.iter().map(|price| price.variant).collect();
    let variants: Vec<VariantId> = variants.into_iter().collect();
    let known = store::lock_variants(tx, &variants)?;
    if let Some(missing) = variants.iter().find(|variant| !known.contains(variant)) {
        return Err(Error::not_found(format!("variant {missing}")));
    }
    store::set_prices(tx, list, new, now)?;
    for variants in variants.chunks(AT_A_TIME) {
        write_history(tx, variants, why, now)?;
    }
    Ok(())
}

/// Writes what these cost from now on. The variants are held by the caller.
fn write_history(tx: &Tx, variants: &[VariantId], why: &str, now: Time) -> Result<()> {
    let mut offers = store::offers(tx, variants)?;
    offers.sort_unstable_by_key(|offer| offer.variant);
    let open = store::open_intervals(tx, variants, now)?;
    // Whoever had a price, or may have one now.
    let mut all: BTreeSet<Whose> = open.iter().map(|(whose, _)| whose.clone()).collect();
    for offer in &offers {
        let (variant, currency) = (offer.variant, offer.currency);
        all.insert(Whose { variant, currency, group: None });
        all.insert(Whose { variant, currency, group: offer.group.clone() });
    }
    let mut changes = Vec::with_capacity(all.len());
    for whose in &all {
        let start = offers.partition_point(|offer| offer.variant < whose.variant);
        let end = offers.partition_point(|offer| offer.variant <= whose.variant);
        let planned = history::plan(whose, &offers[start..end], why, now);
        let current = open
            .binary_search_by(|(other, interval)| (other, interval.from).cmp(&(whose, now)))
            .unwrap_or_else(|after| after.wrapping_sub(1));
        let current = open.get(current).filter(|(other, interval)| {
            other == whose && interval.from < now && interval.holds_at(now)
        });
        let current = current.map(|(_, interval)| interval);
        changes.push((whose, history::change(current, planned, now)));
    }
    store::delete_planned(tx, variants, now)?;
    let ends = changes.iter().filter_map(|(whose, change)| {
        let (from, until) = change.ends?;
        Some((*whose, from, until))
    });
    store::end_intervals(tx, &ends.collect::<Vec<_>>())?;
    let new = changes
        .iter()
        .flat_map(|(whose, change)| change.new.iter().map(|interval| (*whose, interval)));
    store::insert_intervals(tx, &new.collect::<Vec<_>>())
}

fn check_list(list: &ListFields) -> Result<()> {
    let refused = |detail: &str| Err(Error::bad_input("bad_price_list", detail));
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    if list.code.is_empty() || list.code.len() > CODE_CHARS_MAX || !list.code.chars().all(is_plain)
    {
        return refused("A list's code has 1 to 60 of a–z, 0–9, - and _.");
    }
    if list.name.trim().is_empty() || list.name.chars().count() > 100 {
        return refused("A list has a name, of up to 100 letters.");
    }
    if list.group.as_ref().is_some_and(|group| group.is_empty() || group.len() > CODE_CHARS_MAX) {
        return refused("A customer group has 1 to 60 letters.");
    }
    if list.starts_at.zip(list.ends_at).is_some_and(|(start, end)| start >= end) {
        return refused("The list must begin before it ends.");
    }
    if list.priority.abs() > 1_000_000 {
        return refused("A priority lies between -1000000 and 1000000.");
    }
    Ok(())
}

fn check_prices(new: &[NewPrice]) -> Result<()> {
    if new.len() > PRICES_MAX {
        let detail = format!("At most {PRICES_MAX} prices are set at a time.");
        return Err(Error::too_large("too_many_prices", detail));
    }
    let mut seen = BTreeSet::new();
    for price in new {
        if price.amount.is_some_and(|amount| !(0..=AMOUNT_MAX).contains(&amount)) {
            let detail = format!("A price lies between 0 and {AMOUNT_MAX} minor units.");
            return Err(Error::bad_input("bad_amount", detail));
        }
        if !(1..=QUANTITY_MAX).contains(&price.quantity_min) {
            let detail = format!("A price holds from a quantity between 1 and {QUANTITY_MAX} on.");
            return Err(Error::bad_input("bad_quantity", detail));
        }
        if !seen.insert((price.variant, price.quantity_min)) {
            let detail = format!("Two prices are given for {}.", price.variant);
            return Err(Error::bad_input("price_given_twice", detail));
        }
    }
    Ok(())
}

fn check_why(why: &str) -> Result<()> {
    if why.chars().count() > WHY_CHARS_MAX {
        let detail = format!("The reason has at most {WHY_CHARS_MAX} letters.");
        return Err(Error::bad_input("why_too_long", detail));
    }
    Ok(())
}
