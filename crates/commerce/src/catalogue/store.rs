//! Reading products and variants. What is written stands in `store_write.rs`, what is searched in `store_search.rs`.

use std::collections::{BTreeMap, HashMap};

use customers::channels::ChannelId;
use kit::db::{List, Row};
use kit::i18n::Lang;
use kit::{Error, Result, Tx, params, sql};

use super::{Choice, Product, ProductId, Sellable, Status, Text, Variant, VariantId};

/// Values in one list of a statement.
const LIST_MAX: usize = 4_096;

/// Those of these that there are, in no order.
pub fn sellables(tx: &Tx, variants: &[VariantId]) -> Result<Vec<Sellable>> {
    tx.rows(
        sql!(
            "select v.id, v.product_id, p.category_id, v.sku, p.title, v.options, p.tax_class,
               p.status, v.archived_at, v.weight_g
             from variants v join products p on p.id = v.product_id where v.id in ($1)"
        ),
        params![List(variants)],
        sellable,
    )
}

fn sellable(row: &Row) -> Result<Sellable> {
    let title: String = row.get(4)?;
    let values = choices(row.text(5)?)?.into_iter().map(|choice| choice.value);
    let status = row.text(7)?;
    let archived_at: Option<kit::Time> = row.get(8)?;
    Ok(Sellable {
        id: row.get(0)?,
        product_id: row.get(1)?,
        category_id: row.get(2)?,
        sku: row.get(3)?,
        title: std::iter::once(title).chain(values).collect::<Vec<_>>().join(", "),
        tax_class: row.text(6)?.parse()?,
        weight_g: row.get(9)?,
        is_sold: status == "active" && archived_at.is_none(),
    })
}

fn choices(json: &str) -> Result<Vec<Choice>> {
    let pairs: Vec<(String, String)> = serde_json::from_str(json).map_err(Error::internal)?;
    Ok(pairs.into_iter().map(|(name, value)| Choice { name, value }).collect())
}

/// These products whole, in the order in which they are named. Those that there are not are left out.
pub fn products(tx: &Tx, ids: &[ProductId]) -> Result<Vec<Product>> {
    let mut found: HashMap<ProductId, Product> = HashMap::new();
    for ids in ids.chunks(LIST_MAX) {
        let rows = tx.rows(
            sql!(
                "select id, handle, status, title, description, brand, category_id, tax_class,
                   media, created_at, updated_at
                 from products where id in ($1)"
            ),
            params![List(ids)],
            product,
        )?;
        found.extend(rows.into_iter().map(|product| (product.id, product)));
        for (id, variant) in variants(tx, ids)? {
            if let Some(product) = found.get_mut(&id) {
                product.variants.push(variant);
            }
        }
        for (id, lang, text) in texts(tx, ids)? {
            if let Some(product) = found.get_mut(&id) {
                product.texts.insert(lang, text);
            }
        }
        for (id, channel) in channels(tx, ids)? {
            if let Some(product) = found.get_mut(&id) {
                product.channels.insert(channel);
            }
        }
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

pub fn find(tx: &Tx, id: ProductId) -> Result<Product> {
    let missing = || Error::not_found(format!("product {id}"));
    products(tx, &[id])?.into_iter().next().ok_or_else(missing)
}

fn product(row: &Row) -> Result<Product> {
    Ok(Product {
        id: row.get(0)?,
        handle: row.get(1)?,
        status: row.text(2)?.parse()?,
        title: row.get(3)?,
        description: row.get(4)?,
        brand: row.get(5)?,
        category_id: row.get(6)?,
        tax_class: row.text(7)?.parse()?,
        media: serde_json::from_str(row.text(8)?).map_err(Error::internal)?,
        texts: BTreeMap::new(),
        channels: Default::default(),
        created_at: row.get(9)?,
        updated_at: row.get(10)?,
        variants: Vec::new(),
    })
}

/// In the order in which they are shown.
fn variants(tx: &Tx, ids: &[ProductId]) -> Result<Vec<(ProductId, Variant)>> {
    let mut rows = tx.rows(
        sql!(
            "select product_id, position, id, sku, gtin, options, weight_g, archived_at
             from variants where product_id in ($1)"
        ),
        params![List(ids)],
        |row| {
            let position: i64 = row.get(1)?;
            let variant = Variant {
                id: row.get(2)?,
                sku: row.get(3)?,
                gtin: row.get(4)?,
                options: choices(row.text(5)?)?,
                weight_g: row.get(6)?,
                archived_at: row.get(7)?,
            };
            Ok((row.get::<ProductId>(0)?, position, variant))
        },
    )?;
    rows.sort_by_key(|(_, position, _)| *position);
    Ok(rows.into_iter().map(|(id, _, variant)| (id, variant)).collect())
}

fn texts(tx: &Tx, ids: &[ProductId]) -> Result<Vec<(ProductId, Lang, Text)>> {
    let rows = tx.rows(
        sql!(
            "select product_id, lang, title, description from product_texts
             where product_id in ($1)"
        ),
        params![List(ids)],
        |row| {
            let text = Text { title: row.get(2)?, description: row.get(3)? };
            Ok((row.get::<ProductId>(0)?, Lang::parse(row.text(1)?), text))
        },
    )?;
    // A language that a newer server knows is none that this one could show.
    Ok(rows.into_iter().filter_map(|(id, lang, text)| Some((id, lang?, text))).collect())
}

fn channels(tx: &Tx, ids: &[ProductId]) -> Result<Vec<(ProductId, ChannelId)>> {
    tx.rows(
        sql!("select product_id, channel_id from product_channels where product_id in ($1)"),
        params![List(ids)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Whose these SKUs are.
pub fn owners(tx: &Tx, skus: &[&str]) -> Result<Vec<(String, ProductId)>> {
    in_lists(skus, |skus| {
        tx.rows(
            sql!("select sku, product_id from variants where sku in ($1)"),
            params![List(skus)],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    })
}

/// The live variants that bear these GTINs.
pub fn gtin_owners(tx: &Tx, gtins: &[&str]) -> Result<Vec<(String, VariantId, String)>> {
    in_lists(gtins, |gtins| {
        tx.rows(
            sql!(
                "select gtin, id, sku from variants where gtin in ($1) and archived_at is null
                 order by id"
            ),
            params![List(gtins)],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
    })
}

/// Whose these addresses are.
pub fn handle_owners(tx: &Tx, handles: &[&str]) -> Result<Vec<(String, ProductId)>> {
    in_lists(handles, |handles| {
        tx.rows(
            sql!("select handle, id from products where handle in ($1)"),
            params![List(handles)],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    })
}

fn in_lists<T>(all: &[&str], ask: impl Fn(&[&str]) -> Result<Vec<T>>) -> Result<Vec<T>> {
    let mut found = Vec::new();
    for part in all.chunks(LIST_MAX) {
        found.extend(ask(part)?);
    }
    Ok(found)
}

pub fn by_handle_maybe(tx: &Tx, handle: &str) -> Result<Option<ProductId>> {
    Ok(handle_owners(tx, &[handle])?.into_iter().next().map(|(_, id)| id))
}

/// As it is typed, or else in capitals.
pub fn by_sku_maybe(tx: &Tx, sku: &str) -> Result<Option<VariantId>> {
    let capitals = sku.to_uppercase();
    let mut found: Vec<(String, VariantId)> = tx.rows(
        sql!("select sku, id from variants where sku in ($1)"),
        params![List(&[sku, &capitals])],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    found.sort_by_key(|(found, _)| found != sku);
    Ok(found.into_iter().next().map(|(_, id)| id))
}

/// The live one, or else the newest that was archived.
pub fn by_gtin_maybe(tx: &Tx, gtin: &str) -> Result<Option<VariantId>> {
    tx.one(
        sql!(
            "select id from variants where gtin = $1
             order by archived_at desc nulls first, id limit 1"
        ),
        params![gtin],
        |row| row.get(0),
    )
}

pub fn product_of(tx: &Tx, variant: VariantId) -> Result<Option<ProductId>> {
    let select = sql!("select product_id from variants where id = $1");
    tx.one(select, params![variant], |row| row.get(0))
}

/// Ids of products, the newest first. All states, where none is named.
pub fn page(
    tx: &Tx,
    status: Option<Status>,
    before: Option<ProductId>,
    size: usize,
) -> Result<Vec<ProductId>> {
    let before = before.unwrap_or(ProductId([0xff; 16]));
    match status {
        None => tx.rows(
            sql!("select id from products where id < $1 order by id desc limit $2"),
            params![before, size as i64],
            |row| row.get(0),
        ),
        Some(status) => tx.rows(
            sql!("select id from products where status = $1 and id < $2 order by id desc limit $3"),
            params![status.as_str(), before, size as i64],
            |row| row.get(0),
        ),
    }
}

/// Ids of products, the oldest first: how all of them are read.
pub fn page_after(tx: &Tx, after: ProductId, size: usize) -> Result<Vec<ProductId>> {
    tx.rows(
        sql!("select id from products where id > $1 order by id limit $2"),
        params![after, size as i64],
        |row| row.get(0),
    )
}

/// How many there are, counted no further than `max`.
pub fn count(tx: &Tx, max: i64) -> Result<i64> {
    let select = sql!("select count(*) from (select 1 from products limit $1) p");
    Ok(tx.one(select, params![max], |row| row.get(0))?.unwrap_or(0))
}
