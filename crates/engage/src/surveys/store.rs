//! The SQL of surveys.

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::{Result, Time, Tx, params, sql};

use super::{Survey, SurveyId};
use crate::conversations::ConversationId;

pub fn insert(tx: &Tx, s: &Survey) -> Result<()> {
    tx.exec(
        sql!(
            "insert into surveys
               (customer_id, id, conversation_id, channel_id, team_id, account_id, asked_at)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            s.customer_id,
            s.id,
            s.conversation_id,
            s.channel_id,
            s.team_id,
            s.account_id,
            s.asked_at
        ],
    )?;
    Ok(())
}

/// The answer.
pub fn save(tx: &Tx, s: &Survey) -> Result<()> {
    tx.exec(
        sql!(
            "update surveys set score = $3, comment = $4, answered_at = $5
             where customer_id = $1 and id = $2"
        ),
        params![s.customer_id, s.id, s.score, s.comment, s.answered_at],
    )?;
    Ok(())
}

pub fn find_maybe(tx: &Tx, id: SurveyId) -> Result<Option<Survey>> {
    tx.one(
        sql!(
            "select customer_id, id, conversation_id, channel_id, team_id, account_id, asked_at,
               score, comment, answered_at
             from surveys where id = $1"
        ),
        params![id],
        survey,
    )
}

pub fn of_conversation(tx: &Tx, conversation: ConversationId) -> Result<Option<Survey>> {
    tx.one(
        sql!(
            "select customer_id, id, conversation_id, channel_id, team_id, account_id, asked_at,
               score, comment, answered_at
             from surveys where conversation_id = $1 order by id limit 1"
        ),
        params![conversation],
        survey,
    )
}

pub fn was_asked_since(tx: &Tx, leaves: &[CustomerId], since: Time) -> Result<bool> {
    let found = tx.one(
        sql!("select 1 from surveys where customer_id in ($1) and asked_at > $2 limit 1"),
        params![List(leaves), since],
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// How many gave which score at each door; no score: not answered.
pub fn counts(tx: &Tx, since: Time) -> Result<Vec<(ChannelId, Option<i64>, i64)>> {
    tx.rows(
        sql!(
            "select channel_id, score, count(*) from surveys where asked_at >= $1
             group by channel_id, score order by channel_id, score nulls first"
        ),
        params![since],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    tx.exec(sql!("delete from surveys where customer_id in ($1)"), params![List(leaves)])?;
    Ok(())
}

fn survey(row: &Row) -> Result<Survey> {
    Ok(Survey {
        customer_id: row.get(0)?,
        id: row.get(1)?,
        conversation_id: row.get(2)?,
        channel_id: row.get(3)?,
        team_id: row.get(4)?,
        account_id: row.get(5)?,
        asked_at: row.get(6)?,
        score: row.get(7)?,
        comment: row.get(8)?,
        answered_at: row.get(9)?,
    })
}
