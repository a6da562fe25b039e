//! The SQL of the inbox: reads only.

use customers::accounts::AccountId;
use customers::channels::ChannelId;
use customers::context::Door;
use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::{Result, Time, Tx, params, sql};

use super::{Asked, Order, View};
use crate::conversations::{Conversation, ConversationId, Status, TeamId, store};

/// The first conversations of one status from a place on; in what order they come out is no matter.
pub fn stretch(tx: &Tx, asked: &Asked, status: Status, size: usize) -> Result<Vec<Conversation>> {
    store::list(tx, &stretch_ids(tx, asked, status, size)?)
}

pub fn stretch_ids(
    tx: &Tx,
    asked: &Asked,
    status: Status,
    size: usize,
) -> Result<Vec<ConversationId>> {
    match (asked.order, asked.view, asked.team, asked.channel) {
        (Order::Waiting, ..) => longest_waiting(tx, asked, status, size),
        (Order::Due, ..) => due_next(tx, asked, status, size),
        (Order::Newest, View::Mine, ..) => newest_of(tx, asked, status, size),
        (Order::Newest, _, Some(team), _) => newest_of_team(tx, asked, team, status, size),
        (Order::Newest, _, None, Some(channel)) => newest_by_door(tx, asked, channel, status, size),
        (Order::Newest, _, None, None) => newest(tx, asked, status, size),
    }
}

/// Before all, where the newest stand first.
const NEWEST_FIRST: (Time, ConversationId) = (Time::MAX, ConversationId([0xff; 16]));
const LONGEST_FIRST: (Time, ConversationId) = (Time::MIN, ConversationId([0; 16]));

fn id(row: &Row) -> Result<ConversationId> {
    row.get(0)
}

fn newest(tx: &Tx, asked: &Asked, status: Status, size: usize) -> Result<Vec<ConversationId>> {
    let (at, after) = asked.after.unwrap_or(NEWEST_FIRST);
    let only_unassigned = asked.view == View::Unassigned;
    tx.rows(
        sql!(
            "select id from conversations
             where status = $1 and (last_at, id) < ($2, $3) and id = root_id
               and (cast($4 as bigint) = 0 or assignee_id is null)
             order by last_at desc, id desc limit $5"
        ),
        params![status.as_str(), at, after, only_unassigned, size as i64],
        id,
    )
}

fn newest_of(tx: &Tx, asked: &Asked, status: Status, size: usize) -> Result<Vec<ConversationId>> {
    let (at, after) = asked.after.unwrap_or(NEWEST_FIRST);
    tx.rows(
        sql!(
            "select id from conversations
             where assignee_id = $1 and status = $2 and (last_at, id) < ($3, $4) and id = root_id
               and (cast($5 as {blob}) is null or last_channel_id = $5)
               and (cast($6 as {blob}) is null or team_id = $6)
             order by last_at desc, id desc limit $7"
        ),
        params![asked.me, status.as_str(), at, after, asked.channel, asked.team, size as i64],
        id,
    )
}

fn newest_of_team(
    tx: &Tx,
    asked: &Asked,
    team: TeamId,
    status: Status,
    size: usize,
) -> Result<Vec<ConversationId>> {
    let (at, after) = asked.after.unwrap_or(NEWEST_FIRST);
    let only_unassigned = asked.view == View::Unassigned;
    tx.rows(
        sql!(
            "select id from conversations
             where team_id = $1 and status = $2 and (last_at, id) < ($3, $4) and id = root_id
               and (cast($5 as bigint) = 0 or assignee_id is null)
               and (cast($6 as {blob}) is null or last_channel_id = $6)
             order by last_at desc, id desc limit $7"
        ),
        params![team, status.as_str(), at, after, only_unassigned, asked.channel, size as i64],
        id,
    )
}

fn newest_by_door(
    tx: &Tx,
    asked: &Asked,
    channel: ChannelId,
    status: Status,
    size: usize,
) -> Result<Vec<ConversationId>> {
    let (at, after) = asked.after.unwrap_or(NEWEST_FIRST);
    let only_unassigned = asked.view == View::Unassigned;
    tx.rows(
        sql!(
            "select id from conversations
             where last_channel_id = $1 and status = $2 and (last_at, id) < ($3, $4)
               and id = root_id and (cast($5 as bigint) = 0 or assignee_id is null)
             order by last_at desc, id desc limit $6"
        ),
        params![channel, status.as_str(), at, after, only_unassigned, size as i64],
        id,
    )
}

/// The bound that seems to be said twice is the one by which SQLite finds the place in the index.
fn longest_waiting(
    tx: &Tx,
    asked: &Asked,
    status: Status,
    size: usize,
) -> Result<Vec<ConversationId>> {
    let (at, after) = asked.after.unwrap_or(LONGEST_FIRST);
    let mine = asked.me.filter(|_| asked.view == View::Mine);
    let only_unassigned = asked.view == View::Unassigned;
    tx.rows(
        sql!(
            "select id from conversations
             where status = $1 and coalesce(waiting_since, last_at) >= $2
               and (coalesce(waiting_since, last_at), id) > ($2, $3)
               and id = root_id
               and (cast($4 as {blob}) is null or assignee_id = $4)
               and (cast($5 as bigint) = 0 or assignee_id is null)
               and (cast($6 as {blob}) is null or last_channel_id = $6)
               and (cast($7 as {blob}) is null or team_id = $7)
             order by coalesce(waiting_since, last_at), id limit $8"
        ),
        params![
            status.as_str(),
            at,
            after,
            mine,
            only_unassigned,
            asked.channel,
            asked.team,
            size as i64
        ],
        id,
    )
}

/// What is due soonest; of what nothing is promised, the end of all times.
fn due_next(tx: &Tx, asked: &Asked, status: Status, size: usize) -> Result<Vec<ConversationId>> {
    let (at, after) = asked.after.unwrap_or(LONGEST_FIRST);
    let mine = asked.me.filter(|_| asked.view == View::Mine);
    let only_unassigned = asked.view == View::Unassigned;
    tx.rows(
        sql!(
            "select id from conversations
             where status = $1 and coalesce(due_at, 9223372036854775807) >= $2
               and (coalesce(due_at, 9223372036854775807), id) > ($2, $3)
               and id = root_id
               and (cast($4 as {blob}) is null or assignee_id = $4)
               and (cast($5 as bigint) = 0 or assignee_id is null)
               and (cast($6 as {blob}) is null or last_channel_id = $6)
               and (cast($7 as {blob}) is null or team_id = $7)
             order by coalesce(due_at, 9223372036854775807), id limit $8"
        ),
        params![
            status.as_str(),
            at,
            after,
            mine,
            only_unassigned,
            asked.channel,
            asked.team,
            size as i64
        ],
        id,
    )
}

pub fn count(tx: &Tx, status: Status, max: i64) -> Result<i64> {
    let select = sql!(
        "select count(*) from (
           select 1 from conversations where status = $1 and id = root_id limit $2) c"
    );
    Ok(tx.one(select, params![status.as_str(), max], |row| row.get(0))?.unwrap_or(0))
}

pub fn count_of(tx: &Tx, status: Status, assignee: AccountId, max: i64) -> Result<i64> {
    let select = sql!(
        "select count(*) from (
           select 1 from conversations
           where assignee_id = $1 and status = $2 and id = root_id limit $3) c"
    );
    Ok(tx.one(select, params![assignee, status.as_str(), max], |row| row.get(0))?.unwrap_or(0))
}

pub fn count_unassigned(tx: &Tx, status: Status, max: i64) -> Result<i64> {
    let select = sql!(
        "select count(*) from (
           select 1 from conversations
           where assignee_id is null and status = $1 and id = root_id limit $2) c"
    );
    Ok(tx.one(select, params![status.as_str(), max], |row| row.get(0))?.unwrap_or(0))
}

/// The doors by which the customer wrote in these parts, and when last.
pub fn doors_written_by(tx: &Tx, parts: &[ConversationId]) -> Result<Vec<(ChannelId, Time)>> {
    tx.rows(
        sql!(
            "select channel_id, max(at) from messages
             where conversation_id in ($1) and direction = 'in'
             group by channel_id order by max(at) desc, channel_id"
        ),
        params![List(parts)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// A door as a page names it.
pub fn door(channel: &customers::channels::Channel) -> Door {
    Door { kind: channel.kind.as_str().into(), name: channel.name.clone() }
}

/// On whom each of these conversations (roots) hangs, and on whom their parts.
pub fn speakers(tx: &Tx, roots: &[ConversationId]) -> Result<Vec<(ConversationId, CustomerId)>> {
    tx.rows(
        sql!(
            "select root_id, customer_id from conversations
             where root_id in ($1) order by root_id, id"
        ),
        params![List(roots)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// A conversation or a part that changed of late.
#[derive(Clone, Copy, Debug)]
pub struct Changed {
    pub id: ConversationId,
    pub root_id: ConversationId,
    pub version: i64,
}

pub fn changed_since(tx: &Tx, since: Time, size: usize) -> Result<Vec<Changed>> {
    tx.rows(
        sql!(
            "select id, root_id, version from conversations
             where changed_at > $1 order by changed_at desc limit $2"
        ),
        params![since, size as i64],
        |row| Ok(Changed { id: row.get(0)?, root_id: row.get(1)?, version: row.get(2)? }),
    )
}
