//! Which events are here already.
//!
//! An event's id is made of the client's own time and the message id, so a repeat has the same one. Its *place*
//! may differ: when the client's clock was wrong, or the first try took long, each try is corrected by another
//! amount. PostgreSQL's key is the id without the place. SQLite's index goes by place, so a repeat is looked for
//! around it, and all over the customer's timeline where the place was corrected.

use std::collections::HashSet;

use kit::db::Engine;
use kit::{Result, Time, Tx};

use super::incoming::Incoming;
use crate::events::log::{Known, Log};
use crate::events::store as events;
use crate::events::{EventId, store::Sought};
use crate::identities::CustomerId;

/// The first try may have been corrected by as much as it took to arrive.
const MISPLACED_MAX: i64 = kit::time::minutes(10);

/// For each event: is it a repeat, of one recorded before or of one earlier in the list?
pub fn find(tx: &Tx, log: &Log, items: &[Incoming], leaves: &[CustomerId]) -> Result<Vec<bool>> {
    let pairs = items.iter().zip(leaves);
    if tx.engine() == Engine::Sqlite {
        return pairs.map(|(item, &leaf)| is_known(tx, log, item, leaf)).collect();
    }
    let sought: Vec<Sought> = pairs.map(|(item, &leaf)| sought(item, leaf)).collect();
    let mut seen: HashSet<(CustomerId, EventId)> = HashSet::new();
    let mut repeated = events::exist(tx, &sought)?;
    for (item, repeated) in sought.iter().zip(&mut repeated) {
        *repeated |= !seen.insert((item.customer_id, item.id));
    }
    Ok(repeated)
}

/// On SQLite the newest ids are in memory; only what is older than these is looked up.
fn is_known(tx: &Tx, log: &Log, item: &Incoming, leaf: CustomerId) -> Result<bool> {
    let client_at = item.client_at.filter(|_| item.place_is_sure);
    match log.remember(item.id, client_at, item.received_at) {
        Known::Yes => Ok(true),
        Known::No => Ok(false),
        // The index may lag behind by more than is remembered.
        Known::Unsure if log.holds(leaf, item.id) => Ok(true),
        Known::Unsure => Ok(events::exist(tx, &[sought(item, leaf)])?[0]),
    }
}

fn sought(item: &Incoming, leaf: CustomerId) -> Sought {
    let (from, to) = if item.place_is_sure {
        (item.occurred_at.minus(MISPLACED_MAX), item.occurred_at.plus(MISPLACED_MAX))
    } else {
        (Time::MIN, Time::MAX)
    };
    Sought { customer_id: leaf, id: item.id, from, to }
}
