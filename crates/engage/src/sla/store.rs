//! The SQL of promises.

use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::{Result, Time, Tx, params, sql};

use super::{Kind, Promise, PromiseId};
use crate::conversations::ConversationId;

pub fn insert(tx: &Tx, p: &Promise) -> Result<()> {
    tx.exec(
        sql!(
            "insert into promises (customer_id, conversation_id, id, kind, team_id, channel_id,
               target, spent, runs_since, due_at, began_at, broken_at, ended_at, outcome, watch_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        ),
        params![
            p.customer_id,
            p.conversation_id,
            p.id,
            p.kind.as_str(),
            p.team_id,
            p.channel_id,
            p.target,
            p.spent,
            p.runs_since,
            p.due_at,
            p.began_at,
            p.broken_at,
            p.ended_at,
            p.outcome.map(super::Outcome::as_str),
            watch_at(p)
        ],
    )?;
    Ok(())
}

pub fn save(tx: &Tx, p: &Promise) -> Result<()> {
    tx.exec(
        sql!(
            "update promises set team_id = $4, target = $5, spent = $6, runs_since = $7,
               due_at = $8, broken_at = $9, ended_at = $10, outcome = $11, watch_at = $12
             where customer_id = $1 and conversation_id = $2 and id = $3"
        ),
        params![
            p.customer_id,
            p.conversation_id,
            p.id,
            p.team_id,
            p.target,
            p.spent,
            p.runs_since,
            p.due_at,
            p.broken_at,
            p.ended_at,
            p.outcome.map(super::Outcome::as_str),
            watch_at(p)
        ],
    )?;
    Ok(())
}

/// When somebody has to look whether it was kept.
fn watch_at(p: &Promise) -> Option<Time> {
    p.due_at.filter(|_| p.ended_at.is_none() && p.broken_at.is_none())
}

/// What is promised in a conversation now.
pub fn open(tx: &Tx, conversation: ConversationId) -> Result<Vec<Promise>> {
    tx.rows(
        sql!(
            "select customer_id, conversation_id, id, kind, team_id, channel_id, target, spent,
               runs_since, due_at, began_at, broken_at, ended_at, outcome
             from promises where conversation_id = $1 and ended_at is null order by id"
        ),
        params![conversation],
        promise,
    )
}

pub fn find_open(tx: &Tx, conversation: ConversationId, id: PromiseId) -> Result<Option<Promise>> {
    Ok(open(tx, conversation)?.into_iter().find(|promise| promise.id == id))
}

/// Everything that ever was, the oldest first.
pub fn all(tx: &Tx, conversation: ConversationId) -> Result<Vec<Promise>> {
    tx.rows(
        sql!(
            "select customer_id, conversation_id, id, kind, team_id, channel_id, target, spent,
               runs_since, due_at, began_at, broken_at, ended_at, outcome
             from promises where conversation_id = $1 order by id"
        ),
        params![conversation],
        promise,
    )
}

/// Whether one of this kind has come to its end, in time or not.
pub fn has_ended(tx: &Tx, conversation: ConversationId, kind: Kind) -> Result<bool> {
    let found = tx.one(
        sql!(
            "select 1 from promises
             where conversation_id = $1 and ended_at is not null and kind = $2
               and outcome <> 'dropped' limit 1"
        ),
        params![conversation, kind.as_str()],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// Those whose time has come.
pub fn due(tx: &Tx, now: Time) -> Result<Vec<(ConversationId, PromiseId)>> {
    tx.rows(
        sql!(
            "select conversation_id, id from promises
             where watch_at <= $1 order by watch_at limit 500"
        ),
        params![now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    tx.exec(sql!("delete from promises where customer_id in ($1)"), params![List(leaves)])?;
    Ok(())
}

fn promise(row: &Row) -> Result<Promise> {
    let outcome = row.get::<Option<String>>(13)?;
    Ok(Promise {
        customer_id: row.get(0)?,
        conversation_id: row.get(1)?,
        id: row.get(2)?,
        kind: row.text(3)?.parse()?,
        team_id: row.get(4)?,
        channel_id: row.get(5)?,
        target: row.get(6)?,
        spent: row.get(7)?,
        runs_since: row.get(8)?,
        due_at: row.get(9)?,
        began_at: row.get(10)?,
        broken_at: row.get(11)?,
        ended_at: row.get(12)?,
        outcome: outcome.map(|word| word.parse()).transpose()?,
    })
}
