//! Households and companies: people who belong together and stay themselves. A Segment `group` call makes a
//! member; nothing is ever merged because of a group.

use std::collections::BTreeMap;

use kit::db::{List, Row};
use kit::{Error, Result, Time, Tx, params, sql};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::channels::ChannelId;
use crate::identities::CustomerId;

pub const GROUP_ID_BYTES_MAX: usize = 255;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    pub id: String,
    pub name: Option<String>,
    pub traits: BTreeMap<String, Value>,
}

/// That a person belongs to a group: who, and which door said so first.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Membership {
    pub customer_id: CustomerId,
    pub group_id: String,
    pub channel_id: ChannelId,
    pub joined_at: Time,
}

/// Takes in a group call: the group's traits, and that this person belongs to it.
pub fn learn(
    tx: &Tx,
    leaf: CustomerId,
    id: &str,
    traits: &str,
    channel: ChannelId,
    now: Time,
) -> Result<()> {
    let mut group = lock(tx, id, now)?;
    let said: BTreeMap<String, Value> = serde_json::from_str(traits).unwrap_or_default();
    group.traits.extend(said);
    group.name = group.traits.get("name").and_then(Value::as_str).map(str::to_string);
    save(tx, &group, now)?;
    let (group_id, channel_id) = (id.to_string(), channel);
    join(tx, &Membership { customer_id: leaf, group_id, channel_id, joined_at: now })
}

/// Makes a member; who is one already joined when they did.
pub fn join(tx: &Tx, membership: &Membership) -> Result<()> {
    tx.exec(
        sql!(
            "insert into memberships (customer_id, group_id, channel_id, joined_at)
             values ($1, $2, $3, $4) on conflict (customer_id, group_id) do nothing"
        ),
        params![
            membership.customer_id,
            membership.group_id,
            membership.channel_id,
            membership.joined_at
        ],
    )?;
    Ok(())
}

/// The group, made if it is new; nobody else changes it until the end of the transaction.
fn lock(tx: &Tx, id: &str, now: Time) -> Result<Group> {
    tx.exec(
        sql!(
            "insert into groups (id, traits, updated_at) values ($1, '{}', $2)
             on conflict (id) do nothing"
        ),
        params![id, now],
    )?;
    let select = sql!("select id, name, traits from groups where id = $1{for_update}");
    let found = tx.one(select, params![id], group)?;
    found.ok_or_else(|| Error::internal("a group went away while it was held"))
}

/// The groups after this one, by their ids.
pub fn list_after(tx: &Tx, id: &str, limit: usize) -> Result<Vec<Group>> {
    let select = sql!("select id from groups where id > $1 order by id limit $2");
    let ids: Vec<String> = tx.rows(select, params![id, limit as i64], |row| row.get(0))?;
    ids.iter().map(|id| find_maybe(tx, id)).filter_map(Result::transpose).collect()
}

/// Writes down a group as it was elsewhere, unless it is there.
pub fn restore(tx: &Tx, group: &Group, now: Time) -> Result<()> {
    if find_maybe(tx, &group.id)?.is_some() {
        return Ok(());
    }
    lock(tx, &group.id, now)?;
    save(tx, group, now)
}

fn save(tx: &Tx, group: &Group, now: Time) -> Result<()> {
    let traits = serde_json::to_string(&group.traits).map_err(Error::internal)?;
    tx.exec(
        sql!("update groups set name = $2, traits = $3, updated_at = $4 where id = $1"),
        params![group.id, group.name, traits, now],
    )?;
    Ok(())
}

fn find_maybe(tx: &Tx, id: &str) -> Result<Option<Group>> {
    tx.one(sql!("select id, name, traits from groups where id = $1"), params![id], group)
}

fn group(row: &Row) -> Result<Group> {
    Ok(Group {
        id: row.get(0)?,
        name: row.get(1)?,
        traits: serde_json::from_str(row.text(2)?).map_err(Error::internal)?,
    })
}

/// The groups that these leaves belong to.
pub fn of(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Group>> {
    let ids: Vec<String> = tx.rows(
        sql!(
            "select distinct group_id from memberships where customer_id in ($1) order by group_id"
        ),
        params![List(leaves)],
        |row| row.get(0),
    )?;
    ids.iter().map(|id| find_maybe(tx, id)).filter_map(Result::transpose).collect()
}

/// The leaves of a group's members.
pub fn members(tx: &Tx, id: &str, limit: usize) -> Result<Vec<CustomerId>> {
    tx.rows(
        sql!(
            "select customer_id from memberships where group_id = $1 order by joined_at, customer_id
             limit $2"
        ),
        params![id, limit as i64],
        |row| row.get(0),
    )
}

/// Takes these leaves out of their groups; a group that nobody is left in goes too.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    let theirs = of(tx, leaves)?;
    let delete = sql!("delete from memberships where customer_id in ($1)");
    let gone = tx.exec(delete, params![List(leaves)])?;
    for group in theirs {
        tx.exec(
            sql!(
                "delete from groups where id = $1
                   and not exists (select 1 from memberships where group_id = $1)"
            ),
            params![group.id],
        )?;
    }
    Ok(gone)
}

/// When and where these leaves joined their groups.
pub fn memberships(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Membership>> {
    tx.rows(
        sql!(
            "select customer_id, group_id, channel_id, joined_at from memberships
             where customer_id in ($1) order by joined_at, group_id, customer_id"
        ),
        params![List(leaves)],
        |row| {
            Ok(Membership {
                customer_id: row.get(0)?,
                group_id: row.get(1)?,
                channel_id: row.get(2)?,
                joined_at: row.get(3)?,
            })
        },
    )
}
