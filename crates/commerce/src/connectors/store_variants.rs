//! The SQL of what each variant is there, and what we told of it.

use customers::channels::ChannelId;
use kit::db::Row;
use kit::{Error, Result, Time, Tx, params, sql};

use super::store::text;
use super::theirs::Address;
use crate::catalogue::VariantId;

/// What a variant of ours is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    pub variant: VariantId,
    pub their_id: String,
    pub address: Address,
    /// Ordered there and not yet sent, as far as we heard.
    pub open: i64,
    pub counted_at: Option<Time>,
    /// What it says there, as far as we know.
    pub stock: Option<i64>,
    pub price: Option<i64>,
}

/// A variant is found there, under this id.
pub fn put(
    tx: &Tx,
    channel: ChannelId,
    variant: VariantId,
    their_id: &str,
    address: &Address,
    price: Option<i64>,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into shop_link_variants (channel_id, variant_id, their_id, address, open, price)
             values ($1, $2, $3, $4, 0, $5)
             on conflict (channel_id, variant_id) do update set their_id = excluded.their_id,
               address = excluded.address, price = coalesce(excluded.price, shop_link_variants.price)"
        ),
        params![channel, variant, their_id, text(address)?, price],
    )?;
    Ok(())
}

pub fn find(tx: &Tx, channel: ChannelId, variant: VariantId) -> Result<Option<Linked>> {
    tx.one(
        sql!(
            "select variant_id, their_id, address, open, counted_at, stock, price
             from shop_link_variants where channel_id = $1 and variant_id = $2"
        ),
        params![channel, variant],
        linked,
    )
}

/// It is not there any more: it is told nothing. Our books keep what was counted in of it.
pub fn delete(tx: &Tx, channel: ChannelId, variant: VariantId) -> Result<()> {
    tx.exec(
        sql!("delete from shop_link_variants where channel_id = $1 and variant_id = $2"),
        params![channel, variant],
    )?;
    Ok(())
}

/// Those after this one, in the order of their ids.
pub fn page(tx: &Tx, channel: ChannelId, after: VariantId, limit: i64) -> Result<Vec<Linked>> {
    tx.rows(
        sql!(
            "select variant_id, their_id, address, open, counted_at, stock, price
             from shop_link_variants where channel_id = $1 and variant_id > $2
             order by variant_id limit $3"
        ),
        params![channel, after, limit],
        linked,
    )
}

/// So many more (or fewer) are ordered there and not yet sent. A variant that is sold there only since a moment ago, and was
/// not told of as a product, has no row: it will be counted with the product.
pub fn add_open(tx: &Tx, channel: ChannelId, variant: VariantId, more: i64) -> Result<()> {
    tx.exec(
        sql!(
            "update shop_link_variants set open = open + $3
             where channel_id = $1 and variant_id = $2"
        ),
        params![channel, variant, more],
    )?;
    Ok(())
}

/// It says so many fewer by itself, since they were ordered there.
pub fn lower_said(tx: &Tx, channel: ChannelId, variant: VariantId, fewer: i64) -> Result<()> {
    tx.exec(
        sql!(
            "update shop_link_variants set stock = case when stock > $3 then stock - $3 else 0 end
             where channel_id = $1 and variant_id = $2 and stock is not null"
        ),
        params![channel, variant, fewer],
    )?;
    Ok(())
}

/// Their pieces are in our books from now on.
pub fn set_counted(tx: &Tx, channel: ChannelId, variant: VariantId, at: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update shop_link_variants set counted_at = $3
             where channel_id = $1 and variant_id = $2"
        ),
        params![channel, variant, at],
    )?;
    Ok(())
}

/// What it says there.
pub fn set_said(
    tx: &Tx,
    channel: ChannelId,
    variant: VariantId,
    stock: Option<i64>,
    price: Option<i64>,
    told_at: Option<Time>,
) -> Result<()> {
    tx.exec(
        sql!(
            "update shop_link_variants set stock = coalesce($3, stock), price = coalesce($4, price),
               told_at = coalesce($5, told_at)
             where channel_id = $1 and variant_id = $2"
        ),
        params![channel, variant, stock, price, told_at],
    )?;
    Ok(())
}

fn linked(row: &Row) -> Result<Linked> {
    Ok(Linked {
        variant: row.get(0)?,
        their_id: row.get(1)?,
        address: serde_json::from_str(row.text(2)?).map_err(Error::internal)?,
        open: row.get(3)?,
        counted_at: row.get(4)?,
        stock: row.get(5)?,
        price: row.get(6)?,
    })
}
