//! The SQL of carts on their way to another door.

use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::{Result, Time, Tx, params, sql};

use super::Reach;

/// A code that is known.
pub struct CodeRow {
    pub reach: Reach,
    pub expires_at: Time,
    pub used_leaf: Option<CustomerId>,
}

pub fn insert(
    tx: &Tx,
    hash: &[u8; 32],
    reach: Reach,
    made_at: Time,
    expires_at: Time,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into cart_codes (code_hash, customer_id, is_whole, made_at, expires_at)
             values ($1, $2, $3, $4, $5)"
        ),
        params![hash.as_slice(), reach.leaf, reach.is_whole, made_at, expires_at],
    )?;
    Ok(())
}

/// How many were made for this leaf since then.
pub fn count_since(tx: &Tx, leaf: CustomerId, since: Time) -> Result<i64> {
    let count = tx.one(
        sql!("select count(*) from cart_codes where customer_id = $1 and made_at > $2"),
        params![leaf, since],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// Nobody else may use it until the end of the transaction.
pub fn lock_maybe(tx: &Tx, hash: &[u8; 32]) -> Result<Option<CodeRow>> {
    tx.one(
        sql!(
            "select customer_id, is_whole, expires_at, used_leaf from cart_codes
             where code_hash = $1{for_update}"
        ),
        params![hash.as_slice()],
        code,
    )
}

/// The same, for whoever only looks.
pub fn find_maybe(tx: &Tx, hash: &[u8; 32]) -> Result<Option<CodeRow>> {
    tx.one(
        sql!(
            "select customer_id, is_whole, expires_at, used_leaf from cart_codes
             where code_hash = $1"
        ),
        params![hash.as_slice()],
        code,
    )
}

fn code(row: &Row) -> Result<CodeRow> {
    let reach = Reach { leaf: row.get(0)?, is_whole: row.get(1)? };
    Ok(CodeRow { reach, expires_at: row.get(2)?, used_leaf: row.get(3)? })
}

pub fn set_used(tx: &Tx, hash: &[u8; 32], leaf: CustomerId) -> Result<()> {
    tx.exec(
        sql!("update cart_codes set used_leaf = $2 where code_hash = $1"),
        params![hash.as_slice(), leaf],
    )?;
    Ok(())
}

/// Codes made so long ago are of no use to anybody, and are not counted any more.
pub fn delete_made_before(tx: &Tx, leaf: CustomerId, before: Time) -> Result<()> {
    tx.exec(
        sql!("delete from cart_codes where customer_id = $1 and made_at <= $2"),
        params![leaf, before],
    )?;
    Ok(())
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    tx.exec(
        sql!("delete from cart_codes where customer_id in ($1) or used_leaf in ($1)"),
        params![List(leaves)],
    )?;
    Ok(())
}
