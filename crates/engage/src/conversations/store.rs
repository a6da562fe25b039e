//! The SQL of conversations and how they are joined; those of messages and their files are in `store/`, and
//! what takes them away.

mod attachments;
mod erasing;
mod messages;

use customers::accounts::AccountId;
use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::{Error, Result, Time, Tx, params, sql};

use super::rules::{Candidate, Join, JoinReason};
use super::{Author, Conversation, ConversationId, Priority, Status, TeamId};
use crate::sla::Kind;

pub use attachments::*;
pub use erasing::{Gone, erase, ids_of};
pub use messages::*;

kit::id_type!(JoinId, "jon");

pub fn insert(tx: &Tx, c: &Conversation) -> Result<()> {
    tx.exec(
        sql!(
            "insert into conversations (customer_id, id, root_id, status, subject, priority,
               assignee_id, team_id, opened_at, last_at, last_channel_id, last_author, last_text,
               waiting_since, snoozed_until, closed_at, due_at, due_for, changed_at, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
               $18, $9, 1)"
        ),
        params![
            c.customer_id,
            c.id,
            c.root_id,
            c.status.as_str(),
            c.subject,
            c.priority as i64,
            c.assignee_id,
            c.team_id,
            c.opened_at,
            c.last_at,
            c.last_channel_id,
            c.last_author.as_str(),
            c.last_text,
            c.waiting_since,
            c.snoozed_until,
            c.closed_at,
            c.due_at,
            c.due_for.map(Kind::as_str)
        ],
    )?;
    Ok(())
}

/// Everything that changes of a conversation while it goes on. Called by [`super::save`] only, which sees to what follows.
pub(super) fn update(tx: &Tx, c: &Conversation, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update conversations set status = $3, subject = $4, priority = $5, assignee_id = $6,
               team_id = $7, last_at = $8, last_channel_id = $9, last_author = $10, last_text = $11,
               waiting_since = $12, snoozed_until = $13, closed_at = $14, due_at = $15,
               due_for = $16, changed_at = $17, version = version + 1
             where customer_id = $1 and id = $2"
        ),
        params![
            c.customer_id,
            c.id,
            c.status.as_str(),
            c.subject,
            c.priority as i64,
            c.assignee_id,
            c.team_id,
            c.last_at,
            c.last_channel_id,
            c.last_author.as_str(),
            c.last_text,
            c.waiting_since,
            c.snoozed_until,
            c.closed_at,
            c.due_at,
            c.due_for.map(Kind::as_str),
            now
        ],
    )?;
    Ok(())
}

/// Something changed of what is said in it: whoever looks at it hears of that.
pub fn touch(tx: &Tx, id: ConversationId, now: Time) -> Result<()> {
    tx.exec(
        sql!("update conversations set changed_at = $2, version = version + 1 where id = $1"),
        params![id, now],
    )?;
    Ok(())
}

/// The conversations of a team that are not over.
pub fn open_of_team(tx: &Tx, team: TeamId) -> Result<Vec<ConversationId>> {
    tx.rows(
        sql!(
            "select id from conversations
             where team_id = $1 and status in ('open', 'pending', 'snoozed') order by id"
        ),
        params![team],
        |row| row.get(0),
    )
}

/// A conversation or a part, as it stands in its row; nobody else may change it until the end of the transaction.
pub fn lock(tx: &Tx, id: ConversationId) -> Result<Conversation> {
    let found = lock_maybe(tx, id)?;
    found.ok_or_else(|| Error::not_found(format!("conversation {id}")))
}

pub fn lock_maybe(tx: &Tx, id: ConversationId) -> Result<Option<Conversation>> {
    tx.one(
        sql!(
            "select customer_id, id, root_id, status, subject, priority, assignee_id, team_id,
               opened_at, last_at, last_channel_id, last_author, last_text, waiting_since,
               snoozed_until, closed_at, due_at, due_for
             from conversations where id = $1{for_update}"
        ),
        params![id],
        conversation,
    )
}

pub fn find(tx: &Tx, id: ConversationId) -> Result<Conversation> {
    let found = find_maybe(tx, id)?;
    found.ok_or_else(|| Error::not_found(format!("conversation {id}")))
}

pub fn find_maybe(tx: &Tx, id: ConversationId) -> Result<Option<Conversation>> {
    tx.one(
        sql!(
            "select customer_id, id, root_id, status, subject, priority, assignee_id, team_id,
               opened_at, last_at, last_channel_id, last_author, last_text, waiting_since,
               snoozed_until, closed_at, due_at, due_for
             from conversations where id = $1"
        ),
        params![id],
        conversation,
    )
}

/// Those of these ids, in any order.
pub fn list(tx: &Tx, ids: &[ConversationId]) -> Result<Vec<Conversation>> {
    tx.rows(
        sql!(
            "select customer_id, id, root_id, status, subject, priority, assignee_id, team_id,
               opened_at, last_at, last_channel_id, last_author, last_text, waiting_since,
               snoozed_until, closed_at, due_at, due_for
             from conversations where id in ($1) order by id"
        ),
        params![List(ids)],
        conversation,
    )
}

/// All parts of one conversation.
pub fn parts(tx: &Tx, root: ConversationId) -> Result<Vec<Conversation>> {
    tx.rows(
        sql!(
            "select customer_id, id, root_id, status, subject, priority, assignee_id, team_id,
               opened_at, last_at, last_channel_id, last_author, last_text, waiting_since,
               snoozed_until, closed_at, due_at, due_for
             from conversations where root_id = $1 order by id"
        ),
        params![root],
        conversation,
    )
}

/// All conversations and parts of these leaves.
pub fn of_leaves(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Conversation>> {
    tx.rows(
        sql!(
            "select customer_id, id, root_id, status, subject, priority, assignee_id, team_id,
               opened_at, last_at, last_channel_id, last_author, last_text, waiting_since,
               snoozed_until, closed_at, due_at, due_for
             from conversations where customer_id in ($1) order by id"
        ),
        params![List(leaves)],
        conversation,
    )
}

/// As the rules see the conversations of these ids (roots).
pub fn candidates(tx: &Tx, roots: &[ConversationId]) -> Result<Vec<Candidate>> {
    tx.rows(
        sql!("select id, status, last_at from conversations where id in ($1) order by id"),
        params![List(roots)],
        |row| {
            let status = row.text(1)?.parse()?;
            Ok(Candidate { id: row.get(0)?, status, last_at: row.get(2)? })
        },
    )
}

pub fn set_root(tx: &Tx, id: ConversationId, root: ConversationId, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update conversations set root_id = $2, changed_at = $3, version = version + 1
             where id = $1 and root_id <> $2"
        ),
        params![id, root, now],
    )?;
    Ok(())
}

/// Conversations whose rest is over.
pub fn due_to_wake(tx: &Tx, now: Time) -> Result<Vec<ConversationId>> {
    tx.rows(
        sql!(
            "select id from conversations
             where status = 'snoozed' and snoozed_until <= $1 order by id limit 500"
        ),
        params![now],
        |row| row.get(0),
    )
}

pub fn insert_join(tx: &Tx, join: &Join, actor: &str, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into conversation_joins (conversation_id, other_id, id, why, actor, joined_at)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        params![join.a, join.b, JoinId::new(now), reason_word(join.reason), actor, now],
    )?;
    Ok(())
}

pub fn undo_join(tx: &Tx, join: &Join, now: Time) -> Result<u64> {
    tx.exec(
        sql!(
            "update conversation_joins set undone_at = $3
             where conversation_id = $1 and other_id = $2 and undone_at is null"
        ),
        params![join.a, join.b, now],
    )
}

/// Notes that staff took two apart, which no rule joins again.
pub fn insert_apart(tx: &Tx, join: &Join, actor: &str, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into conversation_joins
               (conversation_id, other_id, id, why, actor, joined_at, undone_at)
             values ($1, $2, $3, 'apart', $4, $5, $5)"
        ),
        params![join.a, join.b, JoinId::new(now), actor, now],
    )?;
    Ok(())
}

/// What stands between any of these, and what staff took apart.
pub fn joins(tx: &Tx, ids: &[ConversationId]) -> Result<(Vec<Join>, Vec<Join>)> {
    let rows = tx.rows(
        sql!(
            "select conversation_id, other_id, why, undone_at from conversation_joins
             where (conversation_id in ($1) or other_id in ($1))
               and (undone_at is null or why = 'apart')
             order by id"
        ),
        params![List(ids)],
        |row| {
            let reason = reason_of(row.text(2)?);
            let is_apart = row.text(2)? == "apart";
            Ok((is_apart, Join { a: row.get(0)?, b: row.get(1)?, reason }))
        },
    )?;
    let (apart, standing): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(is_apart, _)| *is_apart);
    let joins = |rows: Vec<(bool, Join)>| rows.into_iter().map(|(_, join)| join).collect();
    Ok((joins(standing), joins(apart)))
}

fn reason_word(reason: JoinReason) -> &'static str {
    match reason {
        JoinReason::Identity => "identity",
        JoinReason::Participant => "participant",
        JoinReason::Staff => "staff",
    }
}

fn reason_of(word: &str) -> JoinReason {
    match word {
        "participant" => JoinReason::Participant,
        "staff" => JoinReason::Staff,
        _ => JoinReason::Identity,
    }
}

fn conversation(row: &Row) -> Result<Conversation> {
    Ok(Conversation {
        customer_id: row.get(0)?,
        id: row.get(1)?,
        root_id: row.get(2)?,
        status: row.text(3)?.parse::<Status>()?,
        subject: row.get(4)?,
        priority: Priority::of(row.get(5)?),
        assignee_id: row.get::<Option<AccountId>>(6)?,
        team_id: row.get(7)?,
        opened_at: row.get(8)?,
        last_at: row.get(9)?,
        last_channel_id: row.get::<ChannelId>(10)?,
        last_author: row.text(11)?.parse::<Author>()?,
        last_text: row.get(12)?,
        waiting_since: row.get(13)?,
        snoozed_until: row.get(14)?,
        closed_at: row.get(15)?,
        due_at: row.get(16)?,
        due_for: row.get::<Option<String>>(17)?.map(|word| word.parse()).transpose()?,
    })
}

/// How many conversations somebody has that are not over or at rest, at most so many.
pub fn load_of(tx: &Tx, account: AccountId, max: i64) -> Result<i64> {
    let select = sql!(
        "select count(*) from (
           select 1 from conversations
           where assignee_id = $1 and status in ('open', 'pending') and id = root_id limit $2) c"
    );
    Ok(tx.one(select, params![account, max], |row| row.get(0))?.unwrap_or(0))
}
