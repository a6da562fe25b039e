//! All SQL of the dealings.

use std::collections::BTreeMap;

use kit::db::{List, ToV, V};
use kit::{Result, Tx, params, sql};

use super::Dealing;
use crate::events::amount;
use crate::identities::CustomerId;

/// Notes dealings; a newer word about the same number replaces the older.
pub fn note(tx: &Tx, dealings: Vec<Dealing>) -> Result<()> {
    // One row a key: no statement may meet the same conflict twice.
    let newest: BTreeMap<_, Dealing> = dealings
        .into_iter()
        .map(|dealing| ((dealing.customer_id, dealing.kind, dealing.reference.clone()), dealing))
        .collect();
    let rows: Vec<[V; 6]> = newest
        .values()
        .map(|dealing| {
            let amount = dealing.amount.as_ref();
            [
                dealing.customer_id.to_v(),
                V::Text(dealing.kind.as_str()),
                V::Text(&dealing.reference),
                dealing.at.to_v(),
                amount.map_or(V::Null, |amount| V::Int(amount.minor)),
                amount.map_or(V::Null, |amount| V::Text(amount.currency.code())),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into dealings (customer_id, kind, ref, at, minor, currency)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (customer_id, kind, ref) do update
               set at = excluded.at, minor = excluded.minor, currency = excluded.currency
               where dealings.at < excluded.at"
        ),
        &rows,
    )?;
    Ok(())
}

pub fn list(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Dealing>> {
    tx.rows(
        sql!(
            "select customer_id, kind, ref, at, minor, currency from dealings
             where customer_id in ($1) order by at, kind, ref"
        ),
        params![List(leaves)],
        |row| {
            Ok(Dealing {
                customer_id: row.get(0)?,
                kind: row.text(1)?.parse()?,
                reference: row.get(2)?,
                at: row.get(3)?,
                amount: amount(row.get(4)?, row.text_maybe(5)?),
            })
        },
    )
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    tx.exec(sql!("delete from dealings where customer_id in ($1)"), params![List(leaves)])
}
