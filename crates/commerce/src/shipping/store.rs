//! The SQL of delivery methods.

use kit::db::Row;
use kit::{Error, Result, Time, Tx, params, sql};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Method, MethodId};

pub fn save(tx: &Tx, id: MethodId, one: &Method, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into shipping_methods (id, code, title, titles, kind, countries, currency, tiers,
               free_from, tax_class, position, is_active, starts_at, ends_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
             on conflict (id) do update set title = excluded.title, titles = excluded.titles,
               kind = excluded.kind, countries = excluded.countries,
               currency = excluded.currency, tiers = excluded.tiers,
               free_from = excluded.free_from, tax_class = excluded.tax_class,
               position = excluded.position, is_active = excluded.is_active,
               starts_at = excluded.starts_at, ends_at = excluded.ends_at,
               updated_at = excluded.updated_at"
        ),
        params![
            id,
            one.code,
            one.title.trim(),
            text(&one.titles)?,
            one.kind.as_str(),
            text(&one.countries)?,
            one.currency.code(),
            text(&one.tiers)?,
            one.free_from,
            one.tax_class.as_str(),
            one.position,
            one.is_active,
            one.starts_at,
            one.ends_at,
            now
        ],
    )?;
    Ok(())
}

pub fn id_maybe(tx: &Tx, code: &str) -> Result<Option<MethodId>> {
    let select = sql!("select id from shipping_methods where code = $1");
    tx.one(select, params![code], |row| row.get(0))
}

/// All of them, in the order in which they are shown.
pub fn list(tx: &Tx) -> Result<Vec<Method>> {
    tx.rows(
        sql!(
            "select code, title, titles, kind, countries, currency, tiers, free_from, tax_class,
               position, is_active, starts_at, ends_at
             from shipping_methods order by position, code"
        ),
        params![],
        method,
    )
}

pub fn find_maybe(tx: &Tx, code: &str) -> Result<Option<Method>> {
    tx.one(
        sql!(
            "select code, title, titles, kind, countries, currency, tiers, free_from, tax_class,
               position, is_active, starts_at, ends_at
             from shipping_methods where code = $1"
        ),
        params![code],
        method,
    )
}

fn method(row: &Row) -> Result<Method> {
    Ok(Method {
        code: row.get(0)?,
        title: row.get(1)?,
        titles: json(row.text(2)?)?,
        kind: row.text(3)?.parse()?,
        countries: json(row.text(4)?)?,
        currency: row.text(5)?.parse()?,
        tiers: json(row.text(6)?)?,
        free_from: row.get(7)?,
        tax_class: row.text(8)?.parse()?,
        position: row.get(9)?,
        is_active: row.get(10)?,
        starts_at: row.get(11)?,
        ends_at: row.get(12)?,
    })
}

fn json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(Error::internal)
}

fn text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}
