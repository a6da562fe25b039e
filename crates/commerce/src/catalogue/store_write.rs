//! Writing products: many at once, in as many statements as one takes.

use std::collections::BTreeSet;

use kit::db::{List, ToV, V};
use kit::{Error, Result, Tx, params, sql};

use super::search::indexing;
use super::{Category, Product, ProductId};

/// Whoever changes the catalogue goes alone: what it looks at before it writes stays so until it has written.
pub fn take_turn(tx: &Tx) -> Result<()> {
    tx.exec(sql!("update catalogue_turns set turn = turn + 1 where id = 1"), params![])?;
    Ok(())
}

/// The products as they are now. `known` are those of them that were there before.
pub fn put(tx: &Tx, products: &[&Product], known: &[ProductId]) -> Result<()> {
    put_heads(tx, products)?;
    put_variants(tx, products)?;
    for known in known.chunks(1_000) {
        let old = List(known);
        tx.exec(sql!("delete from product_texts where product_id in ($1)"), params![old])?;
        tx.exec(sql!("delete from product_channels where product_id in ($1)"), params![old])?;
        tx.exec(sql!("delete from product_terms where product_id in ($1)"), params![old])?;
        tx.exec(sql!("delete from product_facets where product_id in ($1)"), params![old])?;
    }
    insert_texts(tx, products)?;
    insert_channels(tx, products)?;
    insert_facets(tx, products)?;
    insert_terms(tx, products)
}

fn put_heads(tx: &Tx, products: &[&Product]) -> Result<()> {
    let media = products.iter().map(|product| serde_json::to_string(&product.media));
    let media: Vec<String> = media.collect::<Result<_, _>>().map_err(Error::internal)?;
    let rows: Vec<[V; 12]> = products
        .iter()
        .zip(&media)
        .map(|(product, media)| {
            [
                product.id.to_v(),
                product.handle.to_v(),
                V::Text(product.status.as_str()),
                product.title.to_v(),
                product.description.to_v(),
                product.brand.to_v(),
                product.category_id.to_v(),
                V::Text(product.tax_class.as_str()),
                media.to_v(),
                V::Int(product.is_sold().into()),
                product.created_at.to_v(),
                product.updated_at.to_v(),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into products
               (id, handle, status, title, description, brand, category_id, tax_class, media,
                is_sold, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             on conflict (id) do update
               set handle = excluded.handle, status = excluded.status, title = excluded.title,
                 description = excluded.description, brand = excluded.brand,
                 category_id = excluded.category_id, tax_class = excluded.tax_class,
                 media = excluded.media, is_sold = excluded.is_sold,
                 updated_at = excluded.updated_at"
        ),
        &rows,
    )?;
    Ok(())
}

fn put_variants(tx: &Tx, products: &[&Product]) -> Result<()> {
    let all = || products.iter().flat_map(|product| (0..).zip(&product.variants));
    let as_pairs = |variant: &super::Variant| {
        let pairs: Vec<_> =
            variant.options.iter().map(|choice| (&choice.name, &choice.value)).collect();
        serde_json::to_string(&pairs).map_err(Error::internal)
    };
    let options: Vec<String> =
        all().map(|(_, variant)| as_pairs(variant)).collect::<Result<_>>()?;
    let owners = products.iter().flat_map(|product| product.variants.iter().map(move |_| product));
    let rows: Vec<[V; 9]> = all()
        .zip(owners)
        .zip(&options)
        .map(|(((position, variant), product), options)| {
            [
                variant.id.to_v(),
                product.id.to_v(),
                variant.sku.to_v(),
                variant.gtin.to_v(),
                options.to_v(),
                V::Int(position),
                variant.weight_g.to_v(),
                product.updated_at.to_v(),
                variant.archived_at.to_v(),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into variants
               (id, product_id, sku, gtin, options, position, weight_g, updated_at, archived_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (id) do update
               set sku = excluded.sku, gtin = excluded.gtin, options = excluded.options,
                 position = excluded.position, weight_g = excluded.weight_g,
                 updated_at = excluded.updated_at, archived_at = excluded.archived_at"
        ),
        &rows,
    )?;
    Ok(())
}

fn insert_texts(tx: &Tx, products: &[&Product]) -> Result<()> {
    let rows: Vec<[V; 4]> = products
        .iter()
        .flat_map(|product| {
            product.texts.iter().map(|(lang, text)| {
                let (title, description) = (text.title.to_v(), text.description.to_v());
                [product.id.to_v(), V::Text(lang.code()), title, description]
            })
        })
        .collect();
    tx.many(
        sql!(
            "insert into product_texts (product_id, lang, title, description)
             values ($1, $2, $3, $4)"
        ),
        &rows,
    )?;
    Ok(())
}

fn insert_channels(tx: &Tx, products: &[&Product]) -> Result<()> {
    let rows: Vec<[V; 2]> = products
        .iter()
        .flat_map(|product| {
            product.channels.iter().map(|channel| [product.id.to_v(), channel.to_v()])
        })
        .collect();
    tx.many(sql!("insert into product_channels (product_id, channel_id) values ($1, $2)"), &rows)?;
    Ok(())
}

fn insert_facets(tx: &Tx, products: &[&Product]) -> Result<()> {
    let facets: Vec<(ProductId, String, String)> = products
        .iter()
        .flat_map(|product| {
            indexing::facets(product).into_iter().map(|(kind, value)| (product.id, kind, value))
        })
        .collect();
    let rows: Vec<[V; 3]> =
        facets.iter().map(|(id, kind, value)| [id.to_v(), kind.to_v(), value.to_v()]).collect();
    tx.many(
        sql!("insert into product_facets (product_id, kind, value) values ($1, $2, $3)"),
        &rows,
    )?;
    Ok(())
}

fn insert_terms(tx: &Tx, products: &[&Product]) -> Result<()> {
    let terms: Vec<(&Product, String, i64)> = products
        .iter()
        .flat_map(|product| {
            let terms = indexing::terms(product).into_iter();
            terms.map(|(term, weight)| (*product, term, weight))
        })
        .collect();
    let rows: Vec<[V; 4]> = terms
        .iter()
        .map(|(product, term, weight)| {
            [term.to_v(), product.id.to_v(), weight.to_v(), V::Int(product.is_sold().into())]
        })
        .collect();
    tx.many(
        sql!(
            "insert into product_terms (term, product_id, weight, is_sold)
             values ($1, $2, $3, $4)"
        ),
        &rows,
    )?;
    let words: BTreeSet<&str> = terms.iter().map(|(_, term, _)| term.as_str()).collect();
    learn_words(tx, words.into_iter().filter(|word| indexing::is_word(word)).collect())
}

/// The grams of words that are new. Words that no product has any more stay: they lead nowhere, and may come again.
fn learn_words(tx: &Tx, words: Vec<&str>) -> Result<()> {
    let mut known: BTreeSet<String> = BTreeSet::new();
    // The first gram of a word tells that the others are there.
    for part in words.chunks(2_000) {
        known.extend(tx.rows(
            sql!("select word from product_grams where gram = '' and word in ($1)"),
            params![List(part)],
            |row| row.get::<String>(0),
        )?);
    }
    let new = words.into_iter().filter(|word| !known.contains(*word));
    let grams: Vec<(&str, String)> = new
        .flat_map(|word| {
            let grams = super::rules::typos::grams(word).into_iter();
            grams.chain([String::new()]).map(move |gram| (word, gram))
        })
        .collect();
    let rows: Vec<[V; 2]> = grams.iter().map(|(word, gram)| [gram.to_v(), V::Text(word)]).collect();
    tx.many(
        sql!(
            "insert into product_grams (gram, word) values ($1, $2)
             on conflict (gram, word) do nothing"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn put_category(tx: &Tx, category: &Category) -> Result<()> {
    let texts = serde_json::to_string(&category.texts).map_err(Error::internal)?;
    tx.exec(
        sql!(
            "insert into categories (id, parent_id, handle, title, texts, position)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (id) do update
               set parent_id = excluded.parent_id, handle = excluded.handle,
                 title = excluded.title, texts = excluded.texts, position = excluded.position"
        ),
        params![
            category.id,
            category.parent_id,
            category.handle,
            category.title,
            texts,
            category.position
        ],
    )?;
    Ok(())
}
