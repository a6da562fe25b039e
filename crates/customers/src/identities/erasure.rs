//! SQL that ends a customer: identities, claims and edges go; the leaves stay as empty rows, so that nobody
//! else ever gets their ids and nothing new is hung on them.

use kit::db::List;
use kit::{Result, Time, Tx, params, sql};
use serde::Serialize;

use super::{CustomerId, Identity};

/// How many rows of each kind went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    pub identities: u64,
    pub claims: u64,
    pub edges: u64,
    pub proposals: u64,
}

/// Takes away what these leaves were known by and joined with.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<Gone> {
    let delete = |sql| tx.exec(sql, params![List(leaves)]);
    Ok(Gone {
        identities: delete(sql!("delete from identities where customer_id in ($1)"))?,
        claims: delete(sql!("delete from claims where customer_id in ($1)"))?,
        edges: delete(sql!("delete from edges where customer_id in ($1)"))?
            + delete(sql!("delete from edges where other_id in ($1)"))?,
        proposals: delete(sql!("delete from proposals where customer_id in ($1)"))?
            + delete(sql!("delete from proposals where other_id in ($1)"))?,
    })
}

/// Takes away what others say to be theirs and was the erased person's.
pub fn erase_claims_of(tx: &Tx, identities: &[Identity]) -> Result<u64> {
    let mut gone = 0;
    for identity in identities {
        let delete = sql!("delete from claims where kind = $1 and value = $2");
        gone += tx.exec(delete, params![identity.kind.as_str(), identity.value])?;
    }
    Ok(gone)
}

/// Leaves the leaves as empty rows, each its own.
pub fn set_erased(tx: &Tx, leaves: &[CustomerId], now: Time) -> Result<u64> {
    tx.exec(
        sql!(
            "update customers set root_id = id, last_seen_at = created_at, restricted_at = null,
               objected_at = null, erased_at = $2
             where id in ($1) and erased_at is null"
        ),
        params![List(leaves), now],
    )
}

pub fn is_erased(tx: &Tx, leaf: CustomerId) -> Result<bool> {
    let select = sql!("select 1 from customers where id = $1 and erased_at is not null");
    Ok(tx.one(select, params![leaf], |_| Ok(()))?.is_some())
}

/// Keep, but do not process (GDPR art. 18); `None` lifts it. Returns how many leaves it changed.
pub fn set_restricted(tx: &Tx, leaves: &[CustomerId], at: Option<Time>) -> Result<u64> {
    tx.exec(
        sql!(
            "update customers set restricted_at = $2
             where id in ($1) and (restricted_at is null) <> (cast($2 as bigint) is null)"
        ),
        params![List(leaves), at],
    )
}

/// No direct marketing (GDPR art. 21); `None` lifts it. Returns how many leaves it changed.
pub fn set_objected(tx: &Tx, leaves: &[CustomerId], at: Option<Time>) -> Result<u64> {
    tx.exec(
        sql!(
            "update customers set objected_at = $2
             where id in ($1) and (objected_at is null) <> (cast($2 as bigint) is null)"
        ),
        params![List(leaves), at],
    )
}

/// A leaf as it lies in its row.
#[derive(Clone, Debug, Serialize)]
pub struct Leaf {
    pub id: CustomerId,
    pub created_at: Time,
    pub last_seen_at: Time,
    pub restricted_at: Option<Time>,
    pub objected_at: Option<Time>,
}

pub fn leaf_rows(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Leaf>> {
    tx.rows(
        sql!(
            "select id, created_at, last_seen_at, restricted_at, objected_at from customers
             where id in ($1) order by id"
        ),
        params![List(leaves)],
        |row| {
            Ok(Leaf {
                id: row.get(0)?,
                created_at: row.get(1)?,
                last_seen_at: row.get(2)?,
                restricted_at: row.get(3)?,
                objected_at: row.get(4)?,
            })
        },
    )
}
