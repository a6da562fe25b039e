//! What is done with teams, by those who manage the staff, and by each with themselves.

use customers::accounts::authority::{Actor, Permit, may};
use customers::accounts::{AccountId, audit};
use customers::channels::ChannelId;
use kit::{Error, Result, Time, Tx};
use serde_json::{Value, json};

use super::{
    Agent, MEMBERS_MAX, NAME_CHARS_MAX, Settings, TEAMS_MAX, Team, TeamId, WORD_CHARS_MAX,
    WORDS_MAX, store,
};
use crate::Ctx;
use crate::conversations::store as conversations;

/// # Errors
/// `bad_team_name`; `team_name_taken`; `too_many_teams`.
pub async fn create(ctx: &Ctx, by: &Permit<may::ManageTeam>, name: &str) -> Result<TeamId> {
    let (name, now) = (checked_name(name)?, ctx.customers.clock.now());
    let create = |tx: &Tx| {
        let present = store::list_present(tx)?;
        if present.len() >= TEAMS_MAX {
            let detail = format!("There are {TEAMS_MAX} teams already.");
            return Err(Error::conflict("too_many_teams", detail));
        }
        is_free(&present, &name, None)?;
        let id = TeamId::new(now);
        let settings = Settings::default();
        let team = Team { id, name: name.clone(), settings, created_at: now, removed_at: None };
        store::insert(tx, &team)?;
        note(tx, now, by.actor(), "team_created", &team, json!({}))?;
        Ok(id)
    };
    ctx.customers.db.write(create).await
}

/// # Errors
/// `bad_team_name`; `team_name_taken`.
pub async fn rename(ctx: &Ctx, by: &Permit<may::ManageTeam>, id: TeamId, name: &str) -> Result<()> {
    let name = checked_name(name)?;
    change(ctx, by, id, "team_renamed", |tx, team| {
        is_free(&store::list_present(tx)?, &name, Some(id))?;
        let was = std::mem::replace(&mut team.name, name.clone());
        Ok(json!({ "was": was }))
    })
    .await
}

/// Its open conversations belong to no team from now on; what is over keeps its name.
pub async fn remove(ctx: &Ctx, by: &Permit<may::ManageTeam>, id: TeamId) -> Result<()> {
    let now = ctx.customers.clock.now();
    change(ctx, by, id, "team_removed", |tx, team| {
        team.removed_at = Some(now);
        store::delete_doors(tx, id)?;
        for (account, _) in store::members(tx, id)? {
            store::delete_member(tx, id, account)?;
        }
        for open in conversations::open_of_team(tx, id)? {
            let mut conversation = conversations::lock(tx, open)?;
            conversation.team_id = None;
            crate::conversations::save(tx, &mut conversation, now)?;
        }
        Ok(json!({}))
    })
    .await
}

/// Exactly these from now on.
///
/// # Errors
/// `too_many_members`.
pub async fn set_members(
    ctx: &Ctx,
    by: &Permit<may::ManageTeam>,
    id: TeamId,
    members: &[AccountId],
) -> Result<()> {
    if members.len() > MEMBERS_MAX {
        let detail = format!("A team has at most {MEMBERS_MAX} members.");
        return Err(Error::bad_input("too_many_members", detail));
    }
    change(ctx, by, id, "team_members_set", |tx, _| {
        for (account, _) in store::members(tx, id)? {
            if !members.contains(&account) {
                store::delete_member(tx, id, account)?;
            }
        }
        for account in members {
            store::insert_member(tx, id, *account)?;
        }
        Ok(json!({ "members": members }))
    })
    .await
}

/// Exactly these doors lead to it from now on; one that led to another team leads here.
pub async fn set_doors(
    ctx: &Ctx,
    by: &Permit<may::ManageTeam>,
    id: TeamId,
    doors: &[ChannelId],
) -> Result<()> {
    change(ctx, by, id, "team_doors_set", |tx, _| {
        store::delete_doors(tx, id)?;
        for door in doors {
            customers::channels::store::find(tx, *door)?;
            store::lead(tx, *door, id)?;
        }
        Ok(json!({ "doors": doors }))
    })
    .await
}

/// What was promised before stays as it was promised; what is promised from now on follows these.
///
/// # Errors
/// Those of [`Settings::check`].
pub async fn set_settings(
    ctx: &Ctx,
    by: &Permit<may::ManageTeam>,
    id: TeamId,
    settings: &Settings,
) -> Result<()> {
    settings.check()?;
    change(ctx, by, id, "team_settings_changed", |_, team| {
        team.settings = settings.clone();
        serde_json::to_value(settings).map_err(Error::internal)
    })
    .await
}

/// What somebody knows: skills and languages.
///
/// # Errors
/// `too_many_words`.
pub async fn set_agent(ctx: &Ctx, by: &Permit<may::ManageTeam>, agent: &Agent) -> Result<()> {
    let is_long = agent.skills.iter().any(|skill| skill.chars().count() > WORD_CHARS_MAX);
    if agent.skills.len() > WORDS_MAX || is_long {
        let detail = format!("At most {WORDS_MAX} skills of {WORD_CHARS_MAX} characters.");
        return Err(Error::bad_input("too_many_words", detail));
    }
    let now = ctx.customers.clock.now();
    let mut agent = agent.clone();
    for skill in &mut agent.skills {
        *skill = skill.trim().to_lowercase();
    }
    agent.skills.retain(|skill| !skill.is_empty());
    agent.skills.sort();
    agent.skills.dedup();
    let save = |tx: &Tx| {
        store::save_agent(tx, &agent, now)?;
        let detail = json!({ "skills": agent.skills, "languages": agent.languages });
        let about = agent.account_id.to_string();
        audit::record(tx, now, by.actor(), "agent_changed", &about, &detail)
    };
    ctx.customers.db.write(save).await
}

/// Comes, or goes away: the rules give nothing to whoever is away.
///
/// # Errors
/// `no_account` at the open desk of the demo.
pub async fn set_on(ctx: &Ctx, by: &Permit<may::Talk>, is_on: bool) -> Result<()> {
    let account = by.actor().account_id.ok_or_else(|| {
        Error::forbidden("no_account", "The demo's desk has no account of its own.")
    })?;
    let now = ctx.customers.clock.now();
    let save = |tx: &Tx| {
        let agent = store::agents(tx, &[account])?.remove(0);
        store::save_agent(tx, &Agent { is_on, ..agent }, now)
    };
    ctx.customers.db.write(save).await
}

/// Changes a team that is there; `act` says what the audit log notes of it.
async fn change(
    ctx: &Ctx,
    by: &Permit<may::ManageTeam>,
    id: TeamId,
    what: &str,
    act: impl Fn(&Tx, &mut Team) -> Result<Value>,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let mut team = store::lock(tx, id)?;
        if team.removed_at.is_some() {
            return Err(Error::not_found(format!("team {id}")));
        }
        let detail = act(tx, &mut team)?;
        store::save(tx, &team)?;
        note(tx, now, by.actor(), what, &team, detail)
    };
    ctx.customers.db.write(write).await
}

fn note(tx: &Tx, now: Time, by: &Actor, what: &str, team: &Team, detail: Value) -> Result<()> {
    let mut detail = detail;
    if let Value::Object(detail) = &mut detail {
        detail.insert("name".into(), json!(team.name));
    }
    audit::record(tx, now, by, what, &team.id.to_string(), &detail)
}

fn checked_name(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
        let detail = format!("A team's name has 1 to {NAME_CHARS_MAX} characters.");
        return Err(Error::bad_input("bad_team_name", detail));
    }
    Ok(name.to_string())
}

fn is_free(teams: &[Team], name: &str, but: Option<TeamId>) -> Result<()> {
    let folded = name.to_lowercase();
    if teams.iter().any(|team| Some(team.id) != but && team.name.to_lowercase() == folded) {
        let detail = format!("There is a team “{name}” already.");
        return Err(Error::conflict("team_name_taken", detail));
    }
    Ok(())
}
