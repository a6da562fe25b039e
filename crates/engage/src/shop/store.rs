//! The SQL of the shop's texts.

use kit::{Result, Time, Tx, params, sql};

use super::Name;

pub fn find_maybe(tx: &Tx, name: Name, lang: &str) -> Result<Option<String>> {
    tx.one(
        sql!("select body from shop_texts where name = $1 and lang = $2 and body <> ''"),
        params![name.as_str(), lang],
        |row| row.get(0),
    )
}

pub fn save(tx: &Tx, name: Name, lang: &str, body: &str, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into shop_texts (name, lang, body, changed_at) values ($1, $2, $3, $4)
             on conflict (name, lang) do update
               set body = excluded.body, changed_at = excluded.changed_at"
        ),
        params![name.as_str(), lang, body, now],
    )?;
    Ok(())
}
