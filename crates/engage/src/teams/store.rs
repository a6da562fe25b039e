//! The SQL of teams, their members and their doors.

use customers::accounts::AccountId;
use customers::channels::ChannelId;
use kit::db::{List, Row};
use kit::{Error, Result, Time, Tx, params, sql};
use serde::de::DeserializeOwned;

use super::{Agent, Team, TeamId};

pub fn insert(tx: &Tx, team: &Team) -> Result<()> {
    let settings = serde_json::to_string(&team.settings).map_err(Error::internal)?;
    tx.exec(
        sql!("insert into teams (id, name, settings, created_at) values ($1, $2, $3, $4)"),
        params![team.id, team.name, settings, team.created_at],
    )?;
    Ok(())
}

/// Name, settings and whether it is there.
pub fn save(tx: &Tx, team: &Team) -> Result<()> {
    let settings = serde_json::to_string(&team.settings).map_err(Error::internal)?;
    tx.exec(
        sql!("update teams set name = $2, settings = $3, removed_at = $4 where id = $1"),
        params![team.id, team.name, settings, team.removed_at],
    )?;
    Ok(())
}

/// All that ever were, in the order in which they came: what is over names them too.
pub fn list(tx: &Tx) -> Result<Vec<Team>> {
    tx.rows(
        sql!(
            "select id, name, settings, created_at, removed_at from teams order by created_at, id"
        ),
        params![],
        team,
    )
}

/// Those that are there.
pub fn list_present(tx: &Tx) -> Result<Vec<Team>> {
    Ok(list(tx)?.into_iter().filter(|team| team.removed_at.is_none()).collect())
}

pub fn find(tx: &Tx, id: TeamId) -> Result<Team> {
    find_maybe(tx, id)?.ok_or_else(|| Error::not_found(format!("team {id}")))
}

pub fn find_maybe(tx: &Tx, id: TeamId) -> Result<Option<Team>> {
    tx.one(
        sql!("select id, name, settings, created_at, removed_at from teams where id = $1"),
        params![id],
        team,
    )
}

/// The same; until the end of the transaction nobody else changes it, or gives a turn in it.
pub fn lock(tx: &Tx, id: TeamId) -> Result<Team> {
    let found = tx.one(
        sql!(
            "select id, name, settings, created_at, removed_at from teams
             where id = $1{for_update}"
        ),
        params![id],
        team,
    )?;
    found.ok_or_else(|| Error::not_found(format!("team {id}")))
}

fn team(row: &Row) -> Result<Team> {
    Ok(Team {
        id: row.get(0)?,
        name: row.get(1)?,
        settings: json(row.text(2)?)?,
        created_at: row.get(3)?,
        removed_at: row.get(4)?,
    })
}

fn json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(Error::internal)
}

/// The members, and the number of the last turn of each.
pub fn members(tx: &Tx, team: TeamId) -> Result<Vec<(AccountId, i64)>> {
    tx.rows(
        sql!("select account_id, turn from team_members where team_id = $1 order by account_id"),
        params![team],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Whose teams these are: (team, member).
pub fn all_members(tx: &Tx) -> Result<Vec<(TeamId, AccountId)>> {
    tx.rows(
        sql!("select team_id, account_id from team_members order by team_id, account_id"),
        params![],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub fn teams_of(tx: &Tx, account: AccountId) -> Result<Vec<TeamId>> {
    tx.rows(
        sql!("select team_id from team_members where account_id = $1 order by team_id"),
        params![account],
        |row| row.get(0),
    )
}

pub fn insert_member(tx: &Tx, team: TeamId, account: AccountId) -> Result<()> {
    tx.exec(
        sql!(
            "insert into team_members (team_id, account_id, turn) values ($1, $2, 0)
             on conflict (team_id, account_id) do nothing"
        ),
        params![team, account],
    )?;
    Ok(())
}

pub fn delete_member(tx: &Tx, team: TeamId, account: AccountId) -> Result<()> {
    tx.exec(
        sql!("delete from team_members where team_id = $1 and account_id = $2"),
        params![team, account],
    )?;
    Ok(())
}

pub fn set_turn(tx: &Tx, team: TeamId, account: AccountId, turn: i64) -> Result<()> {
    tx.exec(
        sql!("update team_members set turn = $3 where team_id = $1 and account_id = $2"),
        params![team, account, turn],
    )?;
    Ok(())
}

pub fn doors(tx: &Tx, team: TeamId) -> Result<Vec<ChannelId>> {
    tx.rows(
        sql!("select channel_id from team_doors where team_id = $1 order by channel_id"),
        params![team],
        |row| row.get(0),
    )
}

/// The team to which a door leads.
pub fn of_door(tx: &Tx, channel: ChannelId) -> Result<Option<TeamId>> {
    tx.one(sql!("select team_id from team_doors where channel_id = $1"), params![channel], |row| {
        row.get(0)
    })
}

pub fn lead(tx: &Tx, channel: ChannelId, team: TeamId) -> Result<()> {
    tx.exec(
        sql!(
            "insert into team_doors (channel_id, team_id) values ($1, $2)
             on conflict (channel_id) do update set team_id = excluded.team_id"
        ),
        params![channel, team],
    )?;
    Ok(())
}

pub fn delete_doors(tx: &Tx, team: TeamId) -> Result<()> {
    tx.exec(sql!("delete from team_doors where team_id = $1"), params![team])?;
    Ok(())
}

/// These as agents; of whom nothing was said, what holds for everybody.
pub fn agents(tx: &Tx, accounts: &[AccountId]) -> Result<Vec<Agent>> {
    let known = tx.rows(
        sql!(
            "select account_id, is_on, skills, languages from agents
             where account_id in ($1) order by account_id"
        ),
        params![List(accounts)],
        |row| {
            Ok(Agent {
                account_id: row.get(0)?,
                is_on: row.get::<i64>(1)? != 0,
                skills: json(row.text(2)?)?,
                languages: json(row.text(3)?)?,
            })
        },
    )?;
    let agent = |id: &AccountId| {
        let said = known.iter().find(|agent| agent.account_id == *id).cloned();
        said.unwrap_or_else(|| Agent::plain(*id))
    };
    Ok(accounts.iter().map(agent).collect())
}

pub fn save_agent(tx: &Tx, agent: &Agent, now: Time) -> Result<()> {
    let skills = serde_json::to_string(&agent.skills).map_err(Error::internal)?;
    let languages = serde_json::to_string(&agent.languages).map_err(Error::internal)?;
    tx.exec(
        sql!(
            "insert into agents (account_id, is_on, skills, languages, changed_at)
             values ($1, $2, $3, $4, $5)
             on conflict (account_id) do update set is_on = excluded.is_on,
               skills = excluded.skills, languages = excluded.languages,
               changed_at = excluded.changed_at"
        ),
        params![agent.account_id, agent.is_on, skills, languages, now],
    )?;
    Ok(())
}
