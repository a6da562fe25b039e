//! Rules: who gets a conversation, how urgent it is, when silence ends it; without anybody's doing.
//!
//! A rule is data: *when* (a conversation begins, or has been silent for days), *conditions* (all must hold), *actions*. The
//! rules are read in their order. For each thing that can be settled (the team, the person, the priority) the first rule
//! that settles it counts, and later ones fill in what is still open. What a rule did stands in the conversation, with the
//! rule's name.
//!
//! Kept here:
//! - The same rules on the same facts decide the same: no chance, no clock but the one given.
//! - Two conversations that begin at the same moment, on whatever servers, are two turns: a turn is given under the lock of
//!   its team.
//! - Nobody gets anything who is away, or may not answer customers.
//! - What somebody was given by hand, no rule takes from them.
//!
//! Start reading at [`rules`] (pure), then [`begin`].

mod actions;
mod customer;
pub mod rules;
mod silence;
pub mod store;
#[cfg(test)]
mod tests;

use customers::accounts::AccountId;
use customers::accounts::authority::{Permit, may};
use customers::channels::ChannelId;
use kit::i18n::Lang;
use kit::{Result, Time, Tx};
use serde::{Deserialize, Serialize};

use crate::conversations::{Conversation, Priority, TeamId, Trace, store as conversations, trace};
use crate::teams;

pub use actions::{create, move_up, remove, set};
pub use customer::language;
pub use silence::close_silent;

kit::id_type!(RuleId, "rul");

pub const RULES_MAX: usize = 100;
/// How many conversations of somebody are counted: beyond it they are busy.
const LOAD_MAX: i64 = 500;

/// A rule with its place in the order.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub id: RuleId,
    pub name: String,
    pub is_on: bool,
    pub what: What,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct What {
    pub when: When,
    pub conditions: Conditions,
    pub actions: Actions,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// A conversation begins, or opens again.
    #[default]
    Begins,
    /// Nobody has said anything for so many days.
    Silent { days: i64 },
}

/// All that are set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conditions {
    pub door: Option<ChannelId>,
    pub team: Option<TeamId>,
    pub language: Option<Lang>,
    /// One of these stands in what was said, or in its subject.
    pub words: Vec<String>,
    /// Of silence only: it is the customer's turn.
    pub is_their_turn: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Actions {
    pub team: Option<TeamId>,
    pub give: Option<Give>,
    pub priority: Option<Priority>,
    pub close: Option<Close>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Give {
    To(AccountId),
    /// To one of the conversation's team.
    OneOf {
        how: How,
        skill: Option<String>,
        same_language: bool,
    },
}

kit::words! {
    How:
    /// Whose last turn is longest ago.
    Turns "turns",
    /// Who has the fewest conversations.
    Load "load",
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Close {
    /// The customer is told.
    pub says_so: bool,
}

/// A conversation begins, or opened again: what the rules make of it. It is saved by the caller.
pub fn begin(
    tx: &Tx,
    conversation: &mut Conversation,
    text: &str,
    language: Option<Lang>,
    now: Time,
) -> Result<()> {
    let all = store::list(tx)?;
    let subject = conversation.subject.clone().unwrap_or_default();
    let seen = rules::Seen {
        door: conversation.last_channel_id,
        team: conversation.team_id,
        language,
        text: format!("{subject}\n{text}"),
        status: conversation.status,
    };
    let decision = rules::decide(&all, When::Begins, &seen);
    if let Some((team, rule)) = &decision.team
        && Some(*team) != conversation.team_id
        && teams::store::find_maybe(tx, *team)?.is_some_and(|team| team.removed_at.is_none())
    {
        conversation.team_id = Some(*team);
        trace(tx, conversation, &Trace::Team { team: *team, rule: rule.clone() }, now)?;
    }
    if let Some((priority, rule)) = &decision.priority {
        conversation.priority = *priority;
        trace(tx, conversation, &Trace::Priority { priority: *priority, rule: rule.clone() }, now)?;
    }
    if conversation.assignee_id.is_none() {
        for (give, rule) in &decision.give {
            let Some(to) = choose(tx, conversation, give, language)? else { continue };
            conversation.assignee_id = Some(to);
            return trace(tx, conversation, &Trace::Given { to, rule: rule.clone() }, now);
        }
    }
    Ok(())
}

/// Somebody who is there and fits, and whose turn it is; nobody if there is none.
fn choose(
    tx: &Tx,
    conversation: &Conversation,
    give: &Give,
    language: Option<Lang>,
) -> Result<Option<AccountId>> {
    // The server's own hand does this.
    let see: Permit<may::SeeConversations> = Permit::console();
    let colleagues = customers::accounts::colleagues(tx, &see)?;
    let can_talk = |id: AccountId| colleagues.iter().any(|one| one.id == id && one.can_talk);
    let (how, skill, same_language) = match give {
        Give::To(account) => {
            let is_on = teams::store::agents(tx, &[*account])?.first().is_some_and(|one| one.is_on);
            return Ok(Some(*account).filter(|id| is_on && can_talk(*id)));
        }
        Give::OneOf { how, skill, same_language } => (*how, skill.as_deref(), *same_language),
    };
    let Some(team) = conversation.team_id else { return Ok(None) };
    // Whoever comes after us sees the turn that we give.
    teams::store::lock(tx, team)?;
    let members = teams::store::members(tx, team)?;
    let ids: Vec<AccountId> = members.iter().map(|(account, _)| *account).collect();
    let agents = teams::store::agents(tx, &ids)?;
    let mut candidates = Vec::new();
    for (agent, (account_id, turn)) in agents.into_iter().zip(&members) {
        if can_talk(*account_id) {
            let load = match how {
                How::Load => conversations::load_of(tx, *account_id, LOAD_MAX)?,
                How::Turns => 0,
            };
            candidates.push(rules::Candidate { agent, turn: *turn, load });
        }
    }
    let wanted =
        rules::Wanted { how, skill, language: language.filter(|_| same_language), same_language };
    let Some(chosen) = rules::choose(&candidates, &wanted) else { return Ok(None) };
    let last = members.iter().map(|(_, turn)| *turn).max().unwrap_or_default();
    teams::store::set_turn(tx, team, chosen, last + 1)?;
    Ok(Some(chosen))
}
