//! The SQL of rules.

use kit::db::Row;
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Rule, RuleId};
use crate::conversations::{ConversationId, Status};

/// In their order.
pub fn list(tx: &Tx) -> Result<Vec<Rule>> {
    tx.rows(
        sql!("select id, name, is_on, rule from routing_rules order by place, id"),
        params![],
        rule,
    )
}

/// The last in the order.
pub fn insert(tx: &Tx, rule: &Rule, now: Time) -> Result<()> {
    let what = serde_json::to_string(&rule.what).map_err(Error::internal)?;
    tx.exec(
        sql!(
            "insert into routing_rules (id, place, name, is_on, rule, changed_at)
             select $1, coalesce(max(place), 0) + 1, $2, $3, $4, $5 from routing_rules"
        ),
        params![rule.id, rule.name, rule.is_on, what, now],
    )?;
    Ok(())
}

pub fn save(tx: &Tx, rule: &Rule, now: Time) -> Result<()> {
    let what = serde_json::to_string(&rule.what).map_err(Error::internal)?;
    tx.exec(
        sql!(
            "update routing_rules set name = $2, is_on = $3, rule = $4, changed_at = $5
             where id = $1"
        ),
        params![rule.id, rule.name, rule.is_on, what, now],
    )?;
    Ok(())
}

pub fn set_place(tx: &Tx, id: RuleId, place: i64) -> Result<()> {
    tx.exec(sql!("update routing_rules set place = $2 where id = $1"), params![id, place])?;
    Ok(())
}

pub fn delete(tx: &Tx, id: RuleId) -> Result<()> {
    tx.exec(sql!("delete from routing_rules where id = $1"), params![id])?;
    Ok(())
}

fn rule(row: &Row) -> Result<Rule> {
    Ok(Rule {
        id: row.get(0)?,
        name: row.get(1)?,
        is_on: row.get::<i64>(2)? != 0,
        what: serde_json::from_str(row.text(3)?).map_err(Error::internal)?,
    })
}

/// Conversations of one status whose last word is older, the oldest first, from a place on.
pub fn silent(
    tx: &Tx,
    status: Status,
    before: Time,
    after: (Time, ConversationId),
    size: usize,
) -> Result<Vec<(Time, ConversationId)>> {
    tx.rows(
        sql!(
            "select last_at, id from conversations
             where status = $1 and last_at <= $2 and (last_at, id) > ($3, $4) and id = root_id
             order by last_at, id limit $5"
        ),
        params![status.as_str(), before, after.0, after.1, size as i64],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
