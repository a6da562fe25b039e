//! All SQL of prices, price lists and what things have cost. Exceptions have their own beside their rules.

use kit::db::{List, Row, ToV as _, V};
use kit::money::Currency;
use kit::{Error, Result, Time, Tx, params, sql};

use super::history::{Interval, Whose};
use super::rules::Offer;
use super::{NewPrice, PriceList, PriceListId};
use crate::catalogue::VariantId;

pub(super) fn offers(tx: &Tx, variants: &[VariantId]) -> Result<Vec<Offer>> {
    tx.rows(
        sql!(
            "select p.variant_id, p.list_id, p.quantity_min, p.amount, l.currency, l.customer_group,
               l.priority, l.starts_at, l.ends_at, l.is_sale
             from prices p join price_lists l on l.id = p.list_id
             where p.variant_id in ($1)"
        ),
        params![List(variants)],
        |row| {
            Ok(Offer {
                variant: row.get(0)?,
                list: row.get(1)?,
                quantity_min: row.get(2)?,
                amount: row.get(3)?,
                currency: currency(row, 4)?,
                group: row.get(5)?,
                priority: row.get(6)?,
                starts_at: row.get(7)?,
                ends_at: row.get(8)?,
                is_sale: row.get(9)?,
            })
        },
    )
}

fn currency(row: &Row, column: usize) -> Result<Currency> {
    row.text(column)?.parse()
}

pub fn list_by_code(tx: &Tx, code: &str) -> Result<Option<PriceList>> {
    tx.one(
        sql!(
            "select id, code, name, currency, customer_group, priority, starts_at, ends_at, is_sale
             from price_lists where code = $1"
        ),
        params![code],
        list,
    )
}

/// All there are, those that win first.
pub fn lists(tx: &Tx) -> Result<Vec<PriceList>> {
    tx.rows(
        sql!(
            "select id, code, name, currency, customer_group, priority, starts_at, ends_at, is_sale
             from price_lists order by priority desc, id"
        ),
        params![],
        list,
    )
}

fn list(row: &Row) -> Result<PriceList> {
    Ok(PriceList {
        id: row.get(0)?,
        code: row.get(1)?,
        name: row.get(2)?,
        currency: currency(row, 3)?,
        group: row.get(4)?,
        priority: row.get(5)?,
        starts_at: row.get(6)?,
        ends_at: row.get(7)?,
        is_sale: row.get(8)?,
    })
}

pub(super) fn save_list(tx: &Tx, list: &PriceList, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into price_lists
               (id, code, name, currency, customer_group, priority, starts_at, ends_at, is_sale,
                updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             on conflict (id) do update set name = excluded.name, currency = excluded.currency,
               customer_group = excluded.customer_group, priority = excluded.priority,
               starts_at = excluded.starts_at, ends_at = excluded.ends_at,
               is_sale = excluded.is_sale, updated_at = excluded.updated_at"
        ),
        params![
            list.id,
            list.code,
            list.name,
            list.currency.code(),
            list.group,
            list.priority,
            list.starts_at,
            list.ends_at,
            list.is_sale,
            now
        ],
    )?;
    Ok(())
}

pub(super) fn variants_of_list(tx: &Tx, list: PriceListId) -> Result<Vec<VariantId>> {
    tx.rows(
        sql!("select distinct variant_id from prices where list_id = $1 order by variant_id"),
        params![list],
        |row| row.get(0),
    )
}

/// Holds these variants until the end of the transaction, so that two writers of prices see each other's; gives those
/// that there are.
pub(super) fn lock_variants(tx: &Tx, variants: &[VariantId]) -> Result<Vec<VariantId>> {
    tx.rows(
        sql!("select id from variants where id in ($1) order by id{for_update}"),
        params![List(variants)],
        |row| row.get(0),
    )
}

pub(super) fn set_prices(tx: &Tx, list: PriceListId, new: &[NewPrice], now: Time) -> Result<()> {
    let set: Vec<_> = new
        .iter()
        .filter_map(|price| Some((price, price.amount?)))
        .map(|(price, amount)| {
            let quantity = V::Int(price.quantity_min);
            [price.variant.to_v(), list.to_v(), quantity, V::Int(amount), V::Int(now.0)]
        })
        .collect();
    tx.many(
        sql!(
            "insert into prices (variant_id, list_id, quantity_min, amount, updated_at)
             values ($1, $2, $3, $4, $5)
             on conflict (variant_id, list_id, quantity_min) do update
               set amount = excluded.amount, updated_at = excluded.updated_at"
        ),
        &set,
    )?;
    let gone: Vec<_> = new
        .iter()
        .filter(|price| price.amount.is_none())
        .map(|price| [price.variant.to_v(), list.to_v(), price.quantity_min.to_v()])
        .collect();
    tx.many(
        sql!("delete from prices where variant_id = $1 and list_id = $2 and quantity_min = $3"),
        &gone,
    )?;
    Ok(())
}

/// What holds now or is planned, of every currency and group.
pub(super) fn open_intervals(
    tx: &Tx,
    variants: &[VariantId],
    now: Time,
) -> Result<Vec<(Whose, Interval)>> {
    tx.rows(
        sql!(
            "select starts_at, ends_at, amount, is_sale, list_id, why, variant_id, currency,
               customer_group
             from price_intervals
             where variant_id in ($1) and (ends_at is null or ends_at > $2)
             order by variant_id, currency, customer_group, starts_at"
        ),
        params![List(variants), now],
        |row| {
            let group = row.text(8)?;
            let group = (!group.is_empty()).then(|| group.to_string());
            let whose = Whose { variant: row.get(6)?, currency: currency(row, 7)?, group };
            Ok((whose, interval(row)?))
        },
    )
}

/// What these have cost and will, oldest first; `group` is empty for everybody. A group without a history of its own has
/// everybody's.
pub fn intervals(
    tx: &Tx,
    variants: &[VariantId],
    currency: Currency,
    group: &str,
) -> Result<Vec<(VariantId, Interval)>> {
    let mut found = tx.rows(
        sql!(
            "select starts_at, ends_at, amount, is_sale, list_id, why, variant_id, customer_group
             from price_intervals
             where variant_id in ($1) and currency = $2 and (customer_group = $3 or customer_group = '')
             order by variant_id, starts_at"
        ),
        params![List(variants), currency.code(), group],
        |row| Ok((row.get::<VariantId>(6)?, interval(row)?, !row.text(7)?.is_empty())),
    )?;
    let own: Vec<VariantId> =
        found.iter().filter(|(_, _, is_own)| *is_own).map(|(variant, ..)| *variant).collect();
    found.retain(|(variant, _, is_own)| *is_own || !own.contains(variant));
    Ok(found.into_iter().map(|(variant, interval, _)| (variant, interval)).collect())
}

fn interval(row: &Row) -> Result<Interval> {
    Ok(Interval {
        from: row.get(0)?,
        until: row.get(1)?,
        amount: row.get(2)?,
        is_sale: row.get(3)?,
        list: row.get(4)?,
        why: row.get(5)?,
    })
}

/// Takes back what was planned.
pub(super) fn delete_planned(tx: &Tx, variants: &[VariantId], now: Time) -> Result<()> {
    tx.exec(
        sql!("delete from price_intervals where variant_id in ($1) and starts_at >= $2"),
        params![List(variants), now],
    )?;
    Ok(())
}

pub(super) fn end_intervals(tx: &Tx, ends: &[(&Whose, Time, Option<Time>)]) -> Result<()> {
    let rows: Vec<_> = ends
        .iter()
        .map(|(whose, from, until)| {
            [
                whose.variant.to_v(),
                V::Text(whose.currency.code()),
                group(whose),
                from.to_v(),
                until.to_v(),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "update price_intervals set ends_at = $5
             where variant_id = $1 and currency = $2 and customer_group = $3 and starts_at = $4"
        ),
        &rows,
    )?;
    Ok(())
}

pub(super) fn insert_intervals(tx: &Tx, new: &[(&Whose, &Interval)]) -> Result<()> {
    let rows: Vec<_> = new
        .iter()
        .map(|(whose, one)| {
            [
                whose.variant.to_v(),
                V::Text(whose.currency.code()),
                group(whose),
                one.from.to_v(),
                one.until.to_v(),
                one.amount.to_v(),
                V::Int(i64::from(one.is_sale)),
                one.list.to_v(),
                one.why.to_v(),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into price_intervals
               (variant_id, currency, customer_group, starts_at, ends_at, amount, is_sale, list_id,
                why)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &rows,
    )?;
    Ok(())
}

fn group(whose: &Whose) -> V<'_> {
    V::Text(whose.group.as_deref().unwrap_or(""))
}

/// By the shop's own numbers; those that there are.
pub(super) fn variants_by_sku(tx: &Tx, skus: &[&str]) -> Result<Vec<(String, VariantId)>> {
    tx.rows(sql!("select sku, id from variants where sku in ($1)"), params![List(skus)], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

pub fn find_list(tx: &Tx, id: PriceListId) -> Result<PriceList> {
    let found = tx.one(
        sql!(
            "select id, code, name, currency, customer_group, priority, starts_at, ends_at, is_sale
             from price_lists where id = $1"
        ),
        params![id],
        list,
    )?;
    found.ok_or_else(|| Error::not_found(format!("price list {id}")))
}
