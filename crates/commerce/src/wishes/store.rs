//! The SQL of wishes.

use std::collections::BTreeMap;

use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::i18n::Lang;
use kit::{Result, Tx, params, sql};

use super::{Tell, Wish, WishKind};
use crate::catalogue::VariantId;

pub fn insert(tx: &Tx, new: &Wish) -> Result<()> {
    let lang = new.lang.map(Lang::code);
    tx.exec(
        sql!(
            "insert into wishes (customer_id, variant_id, kind, channel_id, made_at, email, lang, price)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (customer_id, variant_id, kind) do update
             set email = coalesce(excluded.email, wishes.email), lang = coalesce(excluded.lang, wishes.lang),
               price = excluded.price"
        ),
        params![
            new.customer, new.variant, new.kind.as_str(), new.channel, new.made_at, new.email, lang,
            new.price
        ],
    )?;
    Ok(())
}

pub fn delete(tx: &Tx, leaves: &[CustomerId], variant: VariantId, kind: WishKind) -> Result<()> {
    tx.exec(
        sql!("delete from wishes where customer_id in ($1) and variant_id = $2 and kind = $3"),
        params![List(leaves), variant, kind.as_str()],
    )?;
    Ok(())
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    tx.exec(sql!("delete from wishes where customer_id in ($1)"), params![List(leaves)])
}

/// Those of these variants, and of the bundles made of them, that somebody wishes for.
pub fn wished(tx: &Tx, variants: &[VariantId], kind: WishKind) -> Result<Vec<VariantId>> {
    tx.rows(
        sql!(
            "select distinct variant_id from wishes
             where kind = $1 and (variant_id in ($2) or variant_id in
               (select bundle_id from bundle_parts where variant_id in ($3)))
             order by variant_id"
        ),
        params![kind.as_str(), List(variants), List(variants)],
        |row| row.get(0),
    )
}

/// How many wait for each of these to come back.
pub fn counts(tx: &Tx, variants: &[VariantId]) -> Result<BTreeMap<VariantId, i64>> {
    let counted = tx.rows(
        sql!(
            "select variant_id, count(*) from wishes
             where variant_id in ($1) and kind = $2 group by variant_id"
        ),
        params![List(variants), WishKind::Back.as_str()],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(counted.into_iter().collect())
}

/// Some who wish for it, or the one whom it concerns, held until the end of the transaction.
pub(super) fn hold_some(tx: &Tx, tell: &Tell, limit: i64) -> Result<Vec<Wish>> {
    tx.rows(
        sql!(
            "select customer_id, variant_id, kind, channel_id, made_at, email, lang, price from wishes
             where variant_id = $1 and kind = $2 and customer_id = coalesce($3, customer_id)
             order by customer_id limit $4{for_update}"
        ),
        params![tell.variant, tell.kind.as_str(), tell.customer, limit],
        wish,
    )
}

/// Who waits for this, of those after this one.
pub fn waiting(
    tx: &Tx,
    kind: WishKind,
    after: Option<(CustomerId, VariantId)>,
    limit: usize,
) -> Result<Vec<Wish>> {
    let (customer, variant) = after.unwrap_or((CustomerId([0; 16]), VariantId([0; 16])));
    tx.rows(
        sql!(
            "select customer_id, variant_id, kind, channel_id, made_at, email, lang, price from wishes
             where kind = $1 and (customer_id, variant_id) > ($2, $3)
             order by customer_id, variant_id limit $4"
        ),
        params![kind.as_str(), customer, variant, limit as i64],
        wish,
    )
}

/// What a leaf wishes, of some variants after this one.
pub fn after(tx: &Tx, leaf: CustomerId, after: VariantId, limit: usize) -> Result<Vec<Wish>> {
    tx.rows(
        sql!(
            "select customer_id, variant_id, kind, channel_id, made_at, email, lang, price from wishes
             where customer_id = $1 and variant_id in
               (select distinct variant_id from wishes where customer_id = $2 and variant_id > $3
                order by variant_id limit $4)
             order by variant_id, kind"
        ),
        params![leaf, leaf, after, limit as i64],
        wish,
    )
}

fn wish(row: &Row) -> Result<Wish> {
    let lang: Option<String> = row.get(6)?;
    Ok(Wish {
        customer: row.get(0)?,
        variant: row.get(1)?,
        kind: row.text(2)?.parse()?,
        channel: row.get(3)?,
        made_at: row.get(4)?,
        email: row.get(5)?,
        lang: lang.and_then(|code| Lang::parse(&code)),
        price: row.get(7)?,
    })
}
