//! The SQL of the search.

use std::collections::HashSet;

use customers::channels::ChannelId;
use kit::db::List;
use kit::{Result, Tx, params, sql};

use super::ProductId;

/// Rows looked at for one word.
const ROWS_MAX: i64 = 50_000;
/// Words that may be meant by one.
const WORDS_MAX: i64 = 400;
/// Values in one list of a statement.
const LIST_MAX: usize = 4_096;

/// A word, a product that has it, and what it says there.
type Row = (String, ProductId, i64);

/// The first text after all that begin with this one, by bytes.
fn end_of_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

pub fn beginning_with(tx: &Tx, prefix: &str, is_sold: bool) -> Result<Vec<Row>> {
    tx.rows(
        sql!(
            "select term, product_id, weight from product_terms
             where term >= $1 and term < $2 and is_sold >= $3 limit $4"
        ),
        params![prefix, end_of_prefix(prefix), is_sold, ROWS_MAX],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

pub fn with_terms(tx: &Tx, terms: &[&str], is_sold: bool) -> Result<Vec<Row>> {
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    tx.rows(
        sql!(
            "select term, product_id, weight from product_terms
             where term in ($1) and is_sold >= $2 limit $3"
        ),
        params![List(terms), is_sold, ROWS_MAX],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// The words that share at least so many of the grams, the most first.
pub fn words_with_grams(tx: &Tx, grams: &[String], shared_min: i64) -> Result<Vec<String>> {
    tx.rows(
        sql!(
            "select word from product_grams where gram in ($1)
             group by word having count(*) >= $2 order by count(*) desc, word limit $3"
        ),
        params![List(grams), shared_min, WORDS_MAX],
        |row| row.get(0),
    )
}

pub fn with_facet(tx: &Tx, kind: &str, values: &[String]) -> Result<HashSet<ProductId>> {
    let mut found = HashSet::new();
    for values in values.chunks(LIST_MAX) {
        found.extend(tx.rows(
            sql!("select product_id from product_facets where kind = $1 and value in ($2)"),
            params![kind, List(values)],
            |row| row.get::<ProductId>(0),
        )?);
    }
    Ok(found)
}

/// What is sold at other doors only.
pub fn hidden_at(tx: &Tx, channel: ChannelId) -> Result<HashSet<ProductId>> {
    let found = tx.rows(
        sql!(
            "select product_id from product_channels group by product_id
             having sum(case when channel_id = $1 then 1 else 0 end) = 0"
        ),
        params![channel],
        |row| row.get(0),
    )?;
    Ok(found.into_iter().collect())
}

/// How many of these products have what: kind, value, count.
pub fn count_facets(tx: &Tx, ids: &[ProductId]) -> Result<Vec<(String, String, i64)>> {
    let mut found = Vec::new();
    for ids in ids.chunks(LIST_MAX) {
        found.extend(tx.rows(
            sql!(
                "select kind, value, count(*) from product_facets where product_id in ($1)
                 group by kind, value"
            ),
            params![List(ids)],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?);
    }
    Ok(found)
}

pub fn count_all_facets(tx: &Tx) -> Result<Vec<(String, String, i64)>> {
    tx.rows(
        sql!("select kind, value, count(*) from product_facets group by kind, value"),
        params![],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// What a door sells, the newest first.
pub fn window(
    tx: &Tx,
    channel: Option<ChannelId>,
    after: Option<ProductId>,
    size: usize,
) -> Result<Vec<ProductId>> {
    let before = after.unwrap_or(ProductId([0xff; 16]));
    tx.rows(
        sql!(
            "select p.id from products p
             where p.is_sold = 1 and p.id < $1
               and (cast($2 as {blob}) is null
                 or not exists (select 1 from product_channels c where c.product_id = p.id)
                 or exists (select 1 from product_channels c
                      where c.product_id = p.id and c.channel_id = $2))
             order by p.id desc limit $3"
        ),
        params![before, channel, size as i64],
        |row| row.get(0),
    )
}

/// How many are sold at any door.
pub fn count_sold(tx: &Tx) -> Result<i64> {
    let select = sql!("select count(*) from products where is_sold = 1");
    Ok(tx.one(select, params![], |row| row.get(0))?.unwrap_or(0))
}

/// How many of these are in the window.
pub fn count_sold_of(tx: &Tx, ids: &HashSet<ProductId>) -> Result<i64> {
    let ids: Vec<ProductId> = ids.iter().copied().collect();
    let mut count = 0;
    for ids in ids.chunks(LIST_MAX) {
        let select = sql!("select count(*) from products where id in ($1) and is_sold = 1");
        count += tx.one(select, params![List(ids)], |row| row.get::<i64>(0))?.unwrap_or(0);
    }
    Ok(count)
}
