//! The SQL of wishes.

use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::{Result, Tx, params, sql};

use super::wishes::{Wish, WishKind};
use crate::catalogue::VariantId;

pub fn insert(tx: &Tx, new: &Wish) -> Result<()> {
    tx.exec(
        sql!(
            "insert into wishes (customer_id, variant_id, kind, channel_id, made_at)
             values ($1, $2, $3, $4, $5) on conflict (customer_id, variant_id, kind) do nothing"
        ),
        params![new.customer, new.variant, new.kind.as_str(), new.channel, new.made_at],
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

/// Some who wish for it, held until the end of the transaction.
pub fn hold_some(tx: &Tx, variant: VariantId, kind: WishKind, limit: i64) -> Result<Vec<Wish>> {
    tx.rows(
        sql!(
            "select customer_id, variant_id, kind, channel_id, made_at from wishes
             where variant_id = $1 and kind = $2 order by customer_id limit $3{for_update}"
        ),
        params![variant, kind.as_str(), limit],
        wish,
    )
}

fn wish(row: &Row) -> Result<Wish> {
    Ok(Wish {
        customer: row.get(0)?,
        variant: row.get(1)?,
        kind: row.text(2)?.parse()?,
        channel: row.get(3)?,
        made_at: row.get(4)?,
    })
}
