//! What the rules decide, and whose turn it is: pure.

use customers::accounts::AccountId;
use customers::channels::ChannelId;
use kit::i18n::Lang;
use kit::text::fold;

use super::{Close, Conditions, Give, How, Rule, When};
use crate::conversations::{Priority, Status, TeamId};
use crate::teams::Agent;

/// A conversation as the rules see it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub door: ChannelId,
    pub team: Option<TeamId>,
    pub language: Option<Lang>,
    pub text: String,
    pub status: Status,
}

/// What is to be done, each with the name of the rule that wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    pub team: Option<(TeamId, String)>,
    pub priority: Option<(Priority, String)>,
    /// The first that leads to somebody counts.
    pub give: Vec<(Give, String)>,
    pub close: Option<(Close, String)>,
}

/// The rules of this moment, in their order. A rule that settles the team changes what the later ones see.
pub fn decide(rules: &[Rule], when: When, seen: &Seen) -> Decision {
    let mut decision = Decision::default();
    let mut seen = seen.clone();
    for rule in rules.iter().filter(|rule| rule.is_on && fires(rule.what.when, when)) {
        if !holds(&rule.what.conditions, &seen) {
            continue;
        }
        let actions = &rule.what.actions;
        let name = || rule.name.clone();
        if let (None, Some(team)) = (&decision.team, actions.team) {
            decision.team = Some((team, name()));
            seen.team = Some(team);
        }
        if let (None, Some(priority)) = (&decision.priority, actions.priority) {
            decision.priority = Some((priority, name()));
        }
        if let (None, Some(close)) = (&decision.close, actions.close) {
            decision.close = Some((close, name()));
        }
        decision.give.extend(actions.give.clone().map(|give| (give, name())));
    }
    decision
}

/// Whoever was silent for a week was silent for three days.
fn fires(rule: When, now: When) -> bool {
    match (rule, now) {
        (When::Begins, When::Begins) => true,
        (When::Silent { days }, When::Silent { days: passed }) => passed >= days,
        _ => false,
    }
}

fn holds(conditions: &Conditions, seen: &Seen) -> bool {
    let Conditions { door, team, language, words, is_their_turn } = conditions;
    door.is_none_or(|door| door == seen.door)
        && team.is_none_or(|team| Some(team) == seen.team)
        && language.is_none_or(|language| Some(language) == seen.language)
        && (words.is_empty() || has_word(words, &seen.text))
        && (!is_their_turn || seen.status == Status::Pending)
}

/// One of the words (or a few in a row) stands in the text: as words, whatever their case and accents.
fn has_word(words: &[String], text: &str) -> bool {
    let plain = |text: &str| {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        format!(" {} ", words.collect::<Vec<_>>().join(" "))
    };
    let text = plain(text);
    words.iter().map(|word| plain(word)).any(|word| word != "  " && text.contains(&word))
}

/// Somebody who could get it.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub agent: Agent,
    /// The number of their last turn.
    pub turn: i64,
    /// How many conversations they have.
    pub load: i64,
}

/// Who is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    pub how: How,
    pub skill: Option<&'a str>,
    /// The customer's, as far as it is known.
    pub language: Option<Lang>,
    /// Only somebody who speaks it.
    pub same_language: bool,
}

/// Of those who are there and fit, the one whose last turn is longest ago, or who has the fewest conversations (of several
/// such, whose turn is longest ago); then by id, so that it is always the same.
pub fn choose(candidates: &[Candidate], wanted: &Wanted) -> Option<AccountId> {
    let skill = wanted.skill.map(|skill| skill.trim().to_lowercase());
    let fits = |one: &&Candidate| {
        let speaks = match wanted.language {
            Some(language) => one.agent.languages.contains(&language),
            None => false,
        };
        one.agent.is_on
            && skill.as_ref().is_none_or(|skill| one.agent.skills.contains(skill))
            && (!wanted.same_language || speaks)
    };
    let order = |one: &&Candidate| {
        let load = if wanted.how == How::Load { one.load } else { 0 };
        (load, one.turn, one.agent.account_id)
    };
    candidates.iter().filter(fits).min_by_key(order).map(|one| one.agent.account_id)
}
