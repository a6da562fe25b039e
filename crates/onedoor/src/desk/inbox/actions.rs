//! What staff do with a conversation besides answering. Each is a form that leads back.

use axum::extract::{Form, Path};
use customers::accounts::{self, AccountId, Permit, may};
use engage::conversations::{self, ConversationId, Priority, store};
use engage::teams::{self, TeamId};
use kit::{Error, Result, Tx};
use serde::Deserialize;

use super::rest::Rest;
use super::{LIST, address, parse_id};
use crate::desk::reply::Go;
use crate::desk::who::Desk;

/// What the forms of a conversation say; each says a part of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    to: String,
    until: String,
    priority: String,
    other: String,
}

/// The proof of the right, and which conversation.
fn asked(desk: &Desk, id: &str) -> Result<(Permit<may::Talk>, ConversationId)> {
    Ok((desk.staff.permit()?, parse_id(id)?))
}

/// Done with: the next one waits in the list.
pub async fn close_conversation(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    conversations::close(&desk.app.engage, &permit, id).await?;
    Ok(Go::to(LIST).saying("inbox-closed"))
}

pub async fn reopen_conversation(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    conversations::reopen(&desk.app.engage, &permit, id).await?;
    Ok(Go::to(&address(id)).saying("inbox-reopened"))
}

pub async fn snooze_conversation(
    desk: Desk,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    let until = Rest::parse(&wanted.until).and_then(|rest| rest.until(desk.now, desk.tr.zone()));
    let until = until.ok_or_else(|| {
        Error::bad_input("snooze_in_the_past", "Choose a moment that is still to come.")
    })?;
    conversations::snooze(&desk.app.engage, &permit, id, until).await?;
    Ok(Go::to(LIST).saying("inbox-rests"))
}

pub async fn assign_conversation(
    desk: Desk,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    let see: Permit<may::SeeConversations> = desk.staff.permit()?;
    let to = Some(wanted.to.as_str()).filter(|to| !to.is_empty());
    let to = to.map(|to| to.parse::<AccountId>()).transpose()?;
    let (team, colleagues) = desk
        .app
        .ctx
        .db
        .read(|tx| Ok((store::find(tx, id)?.team_id, accounts::colleagues(tx, &see)?)))
        .await?;
    if to.is_some_and(|to| !colleagues.iter().any(|one| one.id == to && one.can_talk)) {
        let detail = "This colleague does not answer customers.";
        return Err(Error::bad_input("not_a_talker", detail));
    }
    conversations::assign(&desk.app.engage, &permit, id, to, team).await?;
    Ok(Go::to(&address(id)).saying("inbox-assigned"))
}

/// The person stays: they may belong to several teams.
pub async fn hand_to_team(
    desk: Desk,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    let to = Some(wanted.to.as_str()).filter(|to| !to.is_empty());
    let to = to.map(|to| to.parse::<TeamId>()).transpose()?;
    let look = |tx: &Tx| {
        let is_there = |team: &teams::Team| team.removed_at.is_none();
        let team = to.map(|team| teams::store::find(tx, team)).transpose()?;
        if team.as_ref().is_some_and(|team| !is_there(team)) {
            return Err(Error::bad_input("no_such_team", "This team is no longer there."));
        }
        Ok(store::find(tx, store::find(tx, id)?.root_id)?.assignee_id)
    };
    let assignee = desk.app.ctx.db.read(look).await?;
    conversations::assign(&desk.app.engage, &permit, id, assignee, to).await?;
    Ok(Go::to(&address(id)).saying("inbox-assigned"))
}

pub async fn prioritise_conversation(
    desk: Desk,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    let priority = Priority::ALL.into_iter().find(|one| one.as_str() == wanted.priority);
    let priority =
        priority.ok_or_else(|| Error::bad_input("bad_priority", "This is not a priority."))?;
    conversations::set_priority(&desk.app.engage, &permit, id, priority).await?;
    Ok(Go::to(&address(id)).saying("inbox-prioritised"))
}

pub async fn merge_conversations(
    desk: Desk,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    let other = parse_id(&wanted.other)?;
    let whole = conversations::merge(&desk.app.engage, &permit, id, other).await?;
    Ok(Go::to(&address(whole)).saying("inbox-joined"))
}

pub async fn split_conversation(
    desk: Desk,
    Path((id, part)): Path<(String, String)>,
) -> Result<Go> {
    let (permit, id) = asked(&desk, &id)?;
    conversations::split(&desk.app.engage, &permit, parse_id(&part)?).await?;
    Ok(Go::to(&address(id)).saying("inbox-taken-out"))
}
