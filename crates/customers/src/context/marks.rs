//! By which number two states of a customer are told apart: for whoever shows people and must know when one of them is
//! not what they were. However many are asked for, it is a handful of short reads.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use kit::db::List;
use kit::{Result, Time, Tx, params, sql};

use crate::events::EventId;
use crate::events::log::Log;
use crate::identities::CustomerId;

/// Of each of these leaves a number that changes whenever its customer does: who they are, what they allow, order and did.
/// A late event alone, further down on the timeline, is no change.
pub fn marks(tx: &Tx, log: &Log, leaves: &[CustomerId]) -> Result<BTreeMap<CustomerId, u64>> {
    let (people, mut deeds) = (people(tx, leaves)?, deeds(tx, leaves)?);
    let (indexed, fresh) = (newest_indexed(tx, leaves)?, newest_fresh(tx, log, &people)?);
    for (asked, leaf, newest) in indexed {
        let newest = newest.max(fresh.get(&leaf).copied());
        deeds.entry(asked).or_default().push(newest.map(|at| at.0));
    }
    Ok(people
        .into_iter()
        .map(|(asked, rows)| (asked, number(&(rows, deeds.get(&asked)))))
        .collect())
}

/// As [`marks`], of who they are only: names, addresses, flags, of which leaves they are made.
pub fn names(tx: &Tx, leaves: &[CustomerId]) -> Result<BTreeMap<CustomerId, u64>> {
    let people = people(tx, leaves)?;
    Ok(people.into_iter().map(|(asked, rows)| (asked, number(&rows))).collect())
}

/// What stands in the rows, in no unit: it is only compared.
type Traces = Vec<Option<i64>>;

/// By a leaf that was asked for, each leaf of its customer.
type People = BTreeMap<CustomerId, Vec<(CustomerId, Traces)>>;

fn people(tx: &Tx, leaves: &[CustomerId]) -> Result<People> {
    let rows = tx.rows(
        sql!(
            "select a.id, l.id, l.restricted_at, l.objected_at, l.erased_at,
               (select max(i.first_seen_at) from identities i where i.customer_id = l.id),
               (select cast(sum(1 + 1000 * i.verified
                  + case when i.shared_at is null then 0 else 1000000 end) as bigint)
                from identities i where i.customer_id = l.id),
               (select count(*) from claims c where c.customer_id = l.id),
               (select max(t.updated_at) from traits t where t.customer_id = l.id),
               (select cast(sum(length(t.doc)) as bigint) from traits t where t.customer_id = l.id)
             from customers a join customers l on l.root_id = a.root_id
             where a.id in ($1) order by a.id, l.id"
        ),
        params![List(leaves)],
        |row| {
            let traces = (2..10).map(|n| row.get(n)).collect::<Result<Traces>>()?;
            Ok((row.get::<CustomerId>(0)?, (row.get::<CustomerId>(1)?, traces)))
        },
    )?;
    let mut people = People::new();
    for (asked, leaf) in rows {
        people.entry(asked).or_default().push(leaf);
    }
    Ok(people)
}

/// Consents, orders, carts and returns of all leaves of each.
fn deeds(tx: &Tx, leaves: &[CustomerId]) -> Result<BTreeMap<CustomerId, Traces>> {
    let rows = tx.rows(
        sql!(
            "select a.id,
               (select count(*) from consents s where s.customer_id = l.id),
               (select count(*) from dealings d where d.customer_id = l.id),
               (select max(d.at) from dealings d where d.customer_id = l.id),
               (select cast(sum(d.minor) as bigint) from dealings d where d.customer_id = l.id)
             from customers a join customers l on l.root_id = a.root_id
             where a.id in ($1) order by a.id, l.id"
        ),
        params![List(leaves)],
        |row| {
            let traces = (1..5).map(|n| row.get(n)).collect::<Result<Traces>>()?;
            Ok((row.get::<CustomerId>(0)?, traces))
        },
    )?;
    let mut deeds: BTreeMap<CustomerId, Traces> = BTreeMap::new();
    for (asked, traces) in rows {
        deeds.entry(asked).or_default().extend(traces);
    }
    Ok(deeds)
}

/// When something happened last with each leaf of each, as far as the index tells.
fn newest_indexed(
    tx: &Tx,
    leaves: &[CustomerId],
) -> Result<Vec<(CustomerId, CustomerId, Option<Time>)>> {
    tx.rows(
        sql!(
            sqlite: "select a.id, l.id,
                       (select max(t.occurred_at) from timeline t where t.customer_id = l.id)
                     from customers a join customers l on l.root_id = a.root_id
                     where a.id in ($1) order by a.id, l.id",
            postgres: "select a.id, l.id,
                         (select max(e.occurred_at) from events e where e.customer_id = l.id)
                       from customers a join customers l on l.root_id = a.root_id
                       where a.id in ($1) order by a.id, l.id"
        ),
        params![List(leaves)],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// The same, of what the index of SQLite does not show yet. Asked of the database: the memory also knows what is not
/// committed, and whoever was told of that would look too early.
fn newest_fresh(tx: &Tx, log: &Log, people: &People) -> Result<BTreeMap<CustomerId, Time>> {
    let leaves: Vec<CustomerId> = people.values().flatten().map(|(leaf, _)| *leaf).collect();
    let mut newest: BTreeMap<CustomerId, Time> = BTreeMap::new();
    for seqs in log.seqs_of(&leaves, (Time::MAX, EventId([0xff; 16]))).chunks(512) {
        let rows: Vec<(CustomerId, Time)> = tx.rows(
            sql!(
                sqlite: "select customer_id, occurred_at from events where seq in ($1)",
                postgres: "select 1 where 1 in ($1)"
            ),
            params![List(seqs)],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        for (leaf, at) in rows {
            let known = newest.entry(leaf).or_insert(at);
            *known = at.max(*known);
        }
    }
    Ok(newest)
}

fn number(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
