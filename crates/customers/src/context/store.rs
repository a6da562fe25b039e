//! SQL that reads across leaves: the customer as one, and the names of doors.

use std::collections::{BTreeMap, BTreeSet};

use kit::db::List;
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Customer, Door};
use crate::channels::ChannelId;
use crate::identities::CustomerId;

/// A leaf's row.
struct Leaf {
    id: CustomerId,
    created_at: Time,
    last_seen_at: Time,
    last_channel_id: ChannelId,
    restricted_at: Option<Time>,
    objected_at: Option<Time>,
    erased_at: Option<Time>,
}

/// The leaves of a root as one customer; without a name, which is among the traits.
pub fn customer(tx: &Tx, root: CustomerId) -> Result<Customer> {
    let leaves = tx.rows(
        sql!(
            "select id, created_at, last_seen_at, last_channel_id, restricted_at, objected_at, erased_at
             from customers where root_id = $1 order by id"
        ),
        params![root],
        |row| {
            Ok(Leaf {
                id: row.get(0)?,
                created_at: row.get(1)?,
                last_seen_at: row.get(2)?,
                last_channel_id: row.get(3)?,
                restricted_at: row.get(4)?,
                objected_at: row.get(5)?,
                erased_at: row.get(6)?,
            })
        },
    )?;
    let alive = || leaves.iter().filter(|leaf| leaf.erased_at.is_none());
    let Some(last) = alive().max_by_key(|leaf| (leaf.last_seen_at, leaf.id)) else {
        return Err(Error::not_found(format!("customer {root}")));
    };
    Ok(Customer {
        id: root,
        name: None,
        known: false,
        created_at: alive().map(|leaf| leaf.created_at).min().unwrap_or(last.created_at),
        last_seen_at: last.last_seen_at,
        last_channel_id: last.last_channel_id,
        // The stricter side decides.
        restricted_at: alive().filter_map(|leaf| leaf.restricted_at).min(),
        objected_at: alive().filter_map(|leaf| leaf.objected_at).min(),
        leaves: alive().map(|leaf| leaf.id).collect(),
    })
}

pub fn doors(tx: &Tx, wanted: BTreeSet<ChannelId>) -> Result<BTreeMap<ChannelId, Door>> {
    let wanted: Vec<ChannelId> = wanted.into_iter().collect();
    let select = sql!("select id, kind, name from channels where id in ($1)");
    let rows = tx.rows(select, params![List(&wanted)], |row| {
        Ok((row.get(0)?, Door { kind: row.get(1)?, name: row.get(2)? }))
    })?;
    Ok(rows.into_iter().collect())
}
