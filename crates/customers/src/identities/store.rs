//! All SQL of identities, claims, leaves and edges.

use kit::db::{Engine, List, Row, ToV, V};
use kit::{Result, Time, Tx, params, sql};

use super::{Claim, CustomerId, Edge, Held, Identity, Kind, Undone};
use crate::channels::ChannelId;

pub fn find_maybe(tx: &Tx, identity: &Identity) -> Result<Option<Held>> {
    tx.one(
        sql!(
            "select kind, value, customer_id, verified, channel_id, first_seen_at, verified_at, shared_at
             from identities where kind = $1 and value = $2"
        ),
        params![identity.kind.as_str(), identity.value],
        held,
    )
}

/// Like [`find_maybe`], and nobody else may change it until the end of the transaction.
pub fn lock_maybe(tx: &Tx, identity: &Identity) -> Result<Option<Held>> {
    tx.one(
        sql!(
            "select kind, value, customer_id, verified, channel_id, first_seen_at, verified_at, shared_at
             from identities where kind = $1 and value = $2{for_update}"
        ),
        params![identity.kind.as_str(), identity.value],
        held,
    )
}

/// The leaves that hold these identities, in their order.
pub fn leaves_of<'a>(
    tx: &Tx,
    identities: impl ExactSizeIterator<Item = &'a Identity>,
) -> Result<Vec<Option<CustomerId>>> {
    if tx.engine() == Engine::Sqlite {
        return identities.map(|identity| leaf_maybe(tx, identity)).collect();
    }
    let (kinds, values): (Vec<&str>, Vec<&str>) =
        identities.map(|identity| (identity.kind.as_str(), identity.value.as_str())).unzip();
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    tx.rows(
        sql!(
            sqlite: "select 1",
            postgres: "select i.customer_id
                       from unnest($1::text[], $2::text[]) with ordinality as w(kind, value, n)
                       left join identities i on i.kind = w.kind and i.value = w.value order by w.n"
        ),
        params![List(&kinds), List(&values)],
        |row| row.get(0),
    )
}

pub fn leaf_maybe(tx: &Tx, identity: &Identity) -> Result<Option<CustomerId>> {
    tx.one(
        sql!("select customer_id from identities where kind = $1 and value = $2"),
        params![identity.kind.as_str(), identity.value],
        |row| row.get(0),
    )
}

/// All that hang on these leaves.
pub fn list(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Held>> {
    tx.rows(
        sql!(
            "select kind, value, customer_id, verified, channel_id, first_seen_at, verified_at, shared_at
             from identities where customer_id in ($1) order by first_seen_at, kind, value"
        ),
        params![List(leaves)],
        held,
    )
}

/// How many identities of a kind, not counting shared ones, the customer of this leaf holds.
pub fn count_of_kind(tx: &Tx, leaf: CustomerId, kind: &Kind) -> Result<i64> {
    let count = tx.one(
        // Counted and not filtered: with the kind in the `where`, SQLite walks through all identities of the kind.
        sql!(
            "select cast(coalesce(sum(case when i.kind = $2 and i.shared_at is null then 1 else 0 end), 0)
                      as bigint)
             from customers c
             join customers l on l.root_id = c.root_id
             join identities i on i.customer_id = l.id
             where c.id = $1"
        ),
        params![leaf, kind.as_str()],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// Inserts identities that nobody holds; one that another transaction has just inserted is left to it.
pub fn insert_new(
    tx: &Tx,
    rows: &[(&Identity, CustomerId)],
    verified: bool,
    channel: ChannelId,
    now: Time,
) -> Result<u64> {
    let verified_at = verified.then_some(now);
    let rows: Vec<[V; 7]> = rows
        .iter()
        .map(|(identity, leaf)| {
            [
                V::Text(identity.kind.as_str()),
                V::Text(&identity.value),
                leaf.to_v(),
                V::Int(i64::from(verified)),
                channel.to_v(),
                now.to_v(),
                verified_at.as_ref().map_or(V::Null, ToV::to_v),
            ]
        })
        .collect();
    tx.many(
        sql!(
            "insert into identities (kind, value, customer_id, verified, channel_id, first_seen_at, verified_at)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (kind, value) do nothing"
        ),
        &rows,
    )
}

/// The value was proven of this leaf.
pub fn set_holder(tx: &Tx, identity: &Identity, leaf: CustomerId, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update identities set customer_id = $3, verified = 1, verified_at = $4
             where kind = $1 and value = $2"
        ),
        params![identity.kind.as_str(), identity.value, leaf, now],
    )?;
    Ok(())
}

pub fn set_shared(tx: &Tx, identity: &Identity, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update identities set shared_at = $3
             where kind = $1 and value = $2 and shared_at is null"
        ),
        params![identity.kind.as_str(), identity.value, now],
    )?;
    Ok(())
}

pub fn insert_claim(
    tx: &Tx,
    leaf: CustomerId,
    identity: &Identity,
    channel: ChannelId,
    now: Time,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into claims (customer_id, kind, value, channel_id, claimed_at)
             values ($1, $2, $3, $4, $5) on conflict (customer_id, kind, value) do nothing"
        ),
        params![leaf, identity.kind.as_str(), identity.value, channel, now],
    )?;
    Ok(())
}

pub fn claims(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Claim>> {
    tx.rows(
        sql!(
            "select kind, value, customer_id, channel_id, claimed_at
             from claims where customer_id in ($1) order by claimed_at, kind, value"
        ),
        params![List(leaves)],
        claim,
    )
}

/// Who else says that these values are theirs.
pub fn claimants(tx: &Tx, identity: &Identity) -> Result<Vec<Claim>> {
    tx.rows(
        sql!(
            "select kind, value, customer_id, channel_id, claimed_at
             from claims where kind = $1 and value = $2 order by claimed_at"
        ),
        params![identity.kind.as_str(), identity.value],
        claim,
    )
}

pub fn insert_leaves(tx: &Tx, leaves: &[CustomerId], channel: ChannelId, now: Time) -> Result<()> {
    let rows: Vec<[V; 3]> =
        leaves.iter().map(|leaf| [leaf.to_v(), now.to_v(), channel.to_v()]).collect();
    tx.many(
        sql!(
            "insert into customers (id, root_id, created_at, last_seen_at, last_channel_id)
             values ($1, $1, $2, $2, $3)"
        ),
        &rows,
    )?;
    Ok(())
}

/// Notes when and where leaves were last seen; an older moment changes nothing.
pub fn set_seen(tx: &Tx, seen: &[(CustomerId, Time, ChannelId)]) -> Result<()> {
    let rows: Vec<[V; 3]> =
        seen.iter().map(|(leaf, at, channel)| [leaf.to_v(), at.to_v(), channel.to_v()]).collect();
    tx.many(
        // Never an insert: what was noted of a transaction that failed, or of an erased leaf, is nobody.
        sql!(
            sqlite: "update customers set last_seen_at = $2, last_channel_id = $3
                     where id = $1 and last_seen_at < $2 and erased_at is null",
            postgres: "update customers c set last_seen_at = v.at, last_channel_id = v.channel_id
                       from (values ($1::bytea, $2::bigint, $3::bytea)) as v(id, at, channel_id)
                       where c.id = v.id and c.last_seen_at < v.at and c.erased_at is null"
        ),
        &rows,
    )?;
    Ok(())
}

/// The root of a leaf; `None` when there is no such leaf.
pub fn root_maybe(tx: &Tx, leaf: CustomerId) -> Result<Option<CustomerId>> {
    let select = sql!("select root_id from customers where id = $1");
    tx.one(select, params![leaf], |row| row.get(0))
}

/// Holds a leaf's row until the end of the transaction. Whoever holds the row of a root holds the set.
pub fn lock_leaf(tx: &Tx, leaf: CustomerId) -> Result<()> {
    let select = sql!("select 1 from customers where id = $1{for_update}");
    tx.one(select, params![leaf], |_| Ok(())).map(drop)
}

/// The leaves of a customer, the root first.
pub fn leaves(tx: &Tx, root: CustomerId) -> Result<Vec<CustomerId>> {
    let select = sql!("select id from customers where root_id = $1 order by id");
    tx.rows(select, params![root], |row| row.get(0))
}

/// The leaves of the customer to whom a leaf belongs, the root first; none, when there is no such leaf.
pub fn leaves_with(tx: &Tx, leaf: CustomerId) -> Result<Vec<CustomerId>> {
    let select = sql!(
        "select id from customers where root_id = (select root_id from customers where id = $1)
         order by id"
    );
    tx.rows(select, params![leaf], |row| row.get(0))
}

/// Moves a whole set under another root.
pub fn set_root(tx: &Tx, from: CustomerId, to: CustomerId) -> Result<()> {
    // Leaf by leaf: for a statement of many rows SQLite keeps a journal, which costs more than the change.
    let leaves = leaves(tx, from)?;
    let rows: Vec<[V; 2]> = leaves.iter().map(|leaf| [to.to_v(), leaf.to_v()]).collect();
    tx.many(sql!("update customers set root_id = $1 where id = $2"), &rows)?;
    Ok(())
}

/// See [`super::watch`].
pub fn set_watched(tx: &Tx, leaf: CustomerId) -> Result<()> {
    tx.exec(sql!("update customers set watched = 1 where id = $1 and watched = 0"), params![leaf])?;
    Ok(())
}

pub fn is_watched(tx: &Tx, root: CustomerId) -> Result<bool> {
    let watched = tx.one(
        sql!("select coalesce(max(watched), 0) from customers where root_id = $1"),
        params![root],
        |row| row.get::<i64>(0),
    )?;
    Ok(watched == Some(1))
}

pub fn insert_listener(tx: &Tx, name: &str) -> Result<()> {
    let insert = sql!("insert into listeners (name) values ($1) on conflict (name) do nothing");
    tx.exec(insert, params![name])?;
    Ok(())
}

pub fn delete_listener(tx: &Tx, name: &str) -> Result<()> {
    tx.exec(sql!("delete from listeners where name = $1"), params![name])?;
    Ok(())
}

pub fn has_listener(tx: &Tx) -> Result<bool> {
    let select = sql!("select 1 from listeners limit 1");
    Ok(tx.one(select, params![], |_| Ok(()))?.is_some())
}

pub fn set_root_of(tx: &Tx, leaves: &[CustomerId], root: CustomerId) -> Result<()> {
    let update = sql!("update customers set root_id = $1 where id in ($2) and root_id <> $1");
    tx.exec(update, params![root, List(leaves)])?;
    Ok(())
}

pub fn insert_edge(tx: &Tx, edge: &Edge) -> Result<()> {
    let evidence = edge.evidence.as_ref();
    tx.exec(
        sql!(
            "insert into edges
               (customer_id, other_id, id, rule, kind, value, reason, actor, joined_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        params![
            edge.a,
            edge.b,
            edge.id,
            edge.rule.as_str(),
            evidence.map(|identity| identity.kind.as_str()),
            evidence.map(|identity| identity.value.as_str()),
            edge.reason,
            edge.actor,
            edge.joined_at
        ],
    )?;
    Ok(())
}

/// Every edge, standing or undone, that touches one of these leaves.
pub fn edges(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Edge>> {
    let mut edges = tx.rows(
        sql!(
            "select id, customer_id, other_id, rule, kind, value, reason, actor, joined_at,
                    undone_at, undone_by, undone_reason
             from edges where customer_id in ($1)"
        ),
        params![List(leaves)],
        edge,
    )?;
    edges.extend(tx.rows(
        sql!(
            "select id, customer_id, other_id, rule, kind, value, reason, actor, joined_at,
                    undone_at, undone_by, undone_reason
             from edges where other_id in ($1)"
        ),
        params![List(leaves)],
        edge,
    )?);
    edges.sort_by_key(|edge| (edge.joined_at, edge.id));
    edges.dedup_by_key(|edge| edge.id);
    Ok(edges)
}

pub fn set_undone(tx: &Tx, edge: &Edge, undone: &Undone) -> Result<()> {
    tx.exec(
        sql!(
            "update edges set undone_at = $4, undone_by = $5, undone_reason = $6
             where customer_id = $1 and other_id = $2 and id = $3"
        ),
        params![edge.a, edge.b, edge.id, undone.at, undone.by, undone.reason],
    )?;
    Ok(())
}

fn held(row: &Row) -> Result<Held> {
    Ok(Held {
        kind: row.text(0)?.parse()?,
        value: row.get(1)?,
        customer_id: row.get(2)?,
        verified: row.get(3)?,
        channel_id: row.get(4)?,
        first_seen_at: row.get(5)?,
        verified_at: row.get(6)?,
        shared_at: row.get(7)?,
    })
}

fn claim(row: &Row) -> Result<Claim> {
    Ok(Claim {
        kind: row.text(0)?.parse()?,
        value: row.get(1)?,
        customer_id: row.get(2)?,
        channel_id: row.get(3)?,
        claimed_at: row.get(4)?,
    })
}

fn edge(row: &Row) -> Result<Edge> {
    let evidence = match (row.text_maybe(4)?, row.text_maybe(5)?) {
        (Some(kind), Some(value)) => Some(Identity::new(kind.parse()?, value)),
        _ => None,
    };
    let undone = match row.get::<Option<Time>>(9)? {
        Some(at) => Some(Undone {
            at,
            by: row.get::<Option<String>>(10)?.unwrap_or_default(),
            reason: row.get::<Option<String>>(11)?.unwrap_or_default(),
        }),
        None => None,
    };
    Ok(Edge {
        id: row.get(0)?,
        a: row.get(1)?,
        b: row.get(2)?,
        rule: row.text(3)?.parse()?,
        evidence,
        reason: row.get(6)?,
        actor: row.get(7)?,
        joined_at: row.get(8)?,
        undone,
    })
}
