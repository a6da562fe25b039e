//! What is promised of a conversation as it stands, and when that is due: pure.

use kit::Time;

use super::{Kind, Outcome, Promise, PromiseId};
use crate::conversations::{Author, Conversation, Status};
use crate::hours::Hours;
use crate::teams::Team;

/// What came before.
#[derive(Clone, Copy, Debug, Default)]
pub struct History {
    pub was_answered: bool,
    pub was_resolved: bool,
}

/// The open promises of a conversation after a change: those that were open, as they are now (perhaps ended), and new ones.
pub fn follow(
    open: &[Promise],
    it: &Conversation,
    team: Option<&Team>,
    history: History,
    now: Time,
) -> Vec<Promise> {
    let mut all: Vec<Promise> = open.to_vec();
    for promise in &mut all {
        match (ending(promise, it), team) {
            (Some(outcome), _) => end(promise, outcome, now),
            (None, Some(team)) if team.id == promise.team_id => {}
            (None, team) => hand_over(promise, team, now),
        }
    }
    if let Some(team) = team {
        let waits = it.status != Status::Closed && it.waiting_since.is_some();
        // Who promises nothing special for the first answer owes it as any other.
        let is_first = !history.was_answered && team.settings.targets.first.is_some();
        let answer = if is_first { Kind::First } else { Kind::Next };
        let is_open = |kinds: &[Kind]| {
            all.iter().any(|one| one.ended_at.is_none() && kinds.contains(&one.kind))
        };
        let mut new = Vec::new();
        if waits && !is_open(&[Kind::First, Kind::Next]) {
            let began = it.waiting_since.unwrap_or(now);
            new.extend(begin(answer, it, team, began, now));
        }
        if it.status != Status::Closed && !is_open(&[Kind::Resolution]) {
            // One that opened again has until then been over.
            let began = if history.was_resolved { now } else { it.opened_at };
            new.extend(begin(Kind::Resolution, it, team, began, now));
        }
        all.extend(new);
    }
    for promise in all.iter_mut().filter(|promise| promise.ended_at.is_none()) {
        if let Some(team) = team {
            run(promise, it, team, now);
        }
    }
    all
}

/// When the next is due, and which it is. One that is broken already stays the next until it has ended.
pub fn next_due(promises: &[Promise]) -> Option<(Time, Kind)> {
    let open = promises.iter().filter(|promise| promise.ended_at.is_none());
    open.filter_map(|promise| Some((promise.due_at?, promise.kind))).min()
}

/// How it ends with the conversation as it stands now; none while it goes on.
fn ending(promise: &Promise, it: &Conversation) -> Option<Outcome> {
    let is_closed = it.status == Status::Closed;
    match promise.kind {
        Kind::Resolution => is_closed.then_some(Outcome::Kept),
        Kind::First | Kind::Next if it.waiting_since.is_some() && !is_closed => None,
        // Nobody said anything: it was closed without a word.
        Kind::First | Kind::Next if it.last_author == Author::Customer => Some(Outcome::Dropped),
        Kind::First | Kind::Next => Some(Outcome::Kept),
    }
}

fn end(promise: &mut Promise, outcome: Outcome, now: Time) {
    note_time(promise, now);
    let is_late = promise.broken_at.is_some() && outcome == Outcome::Kept;
    promise.outcome = Some(if is_late { Outcome::Broken } else { outcome });
    promise.ended_at = Some(now);
}

/// What the clock has said until now.
fn note_time(promise: &mut Promise, now: Time) {
    if let Some(due) = promise.due_at.filter(|due| *due < now) {
        promise.broken_at = promise.broken_at.or(Some(due));
    }
}

/// The conversation went to another team, which promises something else or nothing.
fn hand_over(promise: &mut Promise, team: Option<&Team>, now: Time) {
    let target = team.and_then(|team| Some((team, team.settings.targets.of(promise.kind)?)));
    let Some((team, target)) = target else { return end(promise, Outcome::Dropped, now) };
    note_time(promise, now);
    promise.team_id = team.id;
    promise.target = target;
    if let Some(since) = promise.runs_since {
        promise.due_at = after(team.settings.hours.as_ref(), since, target - promise.spent);
    }
}

fn begin(kind: Kind, it: &Conversation, team: &Team, began: Time, now: Time) -> Option<Promise> {
    let target = team.settings.targets.of(kind)?;
    Some(Promise {
        customer_id: it.customer_id,
        conversation_id: it.id,
        id: PromiseId::new(now),
        kind,
        team_id: team.id,
        channel_id: it.last_channel_id,
        target,
        spent: 0,
        runs_since: Some(began),
        due_at: after(team.settings.hours.as_ref(), began, target),
        began_at: began,
        broken_at: None,
        ended_at: None,
        outcome: None,
    })
}

/// Stands still or goes on, as the conversation does.
fn run(promise: &mut Promise, it: &Conversation, team: &Team, now: Time) {
    let targets = &team.settings.targets;
    let rests = it.status == Status::Snoozed && targets.stands_snoozed;
    let is_theirs = it.status == Status::Pending && targets.stands_pending;
    let stands = rests || is_theirs && promise.kind == Kind::Resolution;
    let hours = team.settings.hours.as_ref();
    match (stands, promise.runs_since) {
        (true, Some(since)) => {
            note_time(promise, now);
            promise.spent += between(hours, since, now);
            promise.runs_since = None;
            promise.due_at = None;
        }
        (false, None) => {
            promise.runs_since = Some(now);
            promise.due_at = after(hours, now, promise.target - promise.spent);
        }
        _ => {}
    }
}

/// Whoever has no hours is always there.
fn between(hours: Option<&Hours>, from: Time, to: Time) -> i64 {
    hours.map_or_else(|| to.since(from).max(0), |hours| hours.between(from, to))
}

fn after(hours: Option<&Hours>, from: Time, micros: i64) -> Option<Time> {
    hours.map_or_else(|| Some(from.plus(micros.max(0))), |hours| hours.after(from, micros))
}
