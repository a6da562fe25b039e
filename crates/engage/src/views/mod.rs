//! Ways of looking at the inbox that somebody keeps under a name: for themselves, or for a team.
//!
//! Kept here:
//! - A private view is seen by its maker only; that of a team by its members. Whoever made it, and nobody else, takes it
//!   away.
//!
//! Start reading at [`create`].

pub mod store;

use customers::accounts::AccountId;
use customers::accounts::authority::{Permit, may};
use kit::{Error, Result, Tx};

use crate::conversations::TeamId;
use crate::inbox::{self, Asked};
use crate::{Ctx, teams};

kit::id_type!(ViewId, "vie");

pub const VIEWS_MAX: usize = 30;
const NAME_CHARS_MAX: usize = 40;
const QUERY_BYTES_MAX: usize = 500;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    pub id: ViewId,
    /// Who made it.
    pub account_id: AccountId,
    /// None: private.
    pub team_id: Option<TeamId>,
    pub name: String,
    pub query: String,
}

/// # Errors
/// `bad_view_name`; `too_many_views`; `not_in_team`; `no_account` at the open desk of the demo.
pub async fn create(
    ctx: &Ctx,
    by: &Permit<may::SeeConversations>,
    name: &str,
    team: Option<TeamId>,
    query: &str,
) -> Result<ViewId> {
    let me = account(by)?;
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX || query.len() > QUERY_BYTES_MAX {
        let detail = format!("A view's name has 1 to {NAME_CHARS_MAX} characters.");
        return Err(Error::bad_input("bad_view_name", detail));
    }
    let now = ctx.customers.clock.now();
    let create = |tx: &Tx| {
        let my_teams = teams::store::teams_of(tx, me)?;
        if team.is_some_and(|team| !my_teams.contains(&team)) {
            let detail = "Only members of a team save views for it.";
            return Err(Error::bad_input("not_in_team", detail));
        }
        if store::of_account(tx, me)?.len() >= VIEWS_MAX {
            let detail = format!("You have {VIEWS_MAX} views already.");
            return Err(Error::conflict("too_many_views", detail));
        }
        let id = ViewId::new(now);
        let (name, query) = (name.to_string(), query.to_string());
        let saved = Saved { id, account_id: me, team_id: team, name, query };
        store::insert(tx, &saved, now)?;
        Ok(id)
    };
    ctx.customers.db.write(create).await
}

/// # Errors
/// Not found, where it is not one's own.
pub async fn remove(ctx: &Ctx, by: &Permit<may::SeeConversations>, id: ViewId) -> Result<()> {
    let me = account(by)?;
    let remove = |tx: &Tx| match store::delete(tx, me, id)? {
        true => Ok(()),
        false => Err(Error::not_found(format!("view {id}"))),
    };
    ctx.customers.db.write(remove).await
}

/// One's own, and those of one's teams; none at the open desk.
pub fn seen_by(tx: &Tx, by: &Permit<may::SeeConversations>) -> Result<Vec<Saved>> {
    let Some(me) = by.actor().account_id else { return Ok(Vec::new()) };
    let mut all = store::of_account(tx, me)?;
    for team in teams::store::teams_of(tx, me)? {
        let others = store::of_team(tx, team)?.into_iter().filter(|view| view.account_id != me);
        all.extend(others);
    }
    all.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(all)
}

/// How many conversations each of these has now. One that an older version wrote and this one cannot read is left out.
pub fn counted(tx: &Tx, by: &Permit<may::SeeConversations>) -> Result<Vec<(Saved, i64)>> {
    let mut all = Vec::new();
    for saved in seen_by(tx, by)? {
        let Ok(asked) = Asked::of_query(&saved.query, by.actor().account_id) else { continue };
        let count = inbox::count(tx, by, &asked)?;
        all.push((saved, count));
    }
    Ok(all)
}

fn account(by: &Permit<may::SeeConversations>) -> Result<AccountId> {
    by.actor()
        .account_id
        .ok_or_else(|| Error::forbidden("no_account", "The demo's desk has no account of its own."))
}
