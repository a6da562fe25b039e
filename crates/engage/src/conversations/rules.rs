//! Which conversation a message belongs to, which conversations are one: pure.

use std::collections::BTreeMap;

use customers::identities::CustomerId;
use kit::Time;
use kit::time::MICROS_PER_SECOND;

use super::{ConversationId, Status};

/// A closed conversation goes on when its customer comes back so soon.
pub const REOPEN_WINDOW: i64 = kit::time::days(7);

/// A conversation as the rules see it: the root's row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub id: ConversationId,
    pub status: Status,
    pub last_at: Time,
}

/// What a message, and who sent it, tell of where it belongs.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Names the message or conversation that it answers: reply headers, our signed token, a thread's id.
    pub by_reference: Option<Candidate>,
    /// Brought along from another door.
    pub by_code: Option<Candidate>,
    /// All conversations of the customer, in any order.
    pub of_customer: Vec<Candidate>,
    /// Those of the customer whom an unproven sign (a caller's number) points to. Looked at only where staff answer in
    /// person, who see that it is unproven and show nothing to the caller.
    pub by_claim: Vec<Candidate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Reference,
    Code,
    Open,
    Claim,
    Reopened,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    In(ConversationId, Why),
    New,
}

/// When something was said, as well as that can be known. Many doors tell whole seconds, by clocks of others: it was said
/// before that second was over, after what it answers, and not in the future.
pub fn moment(told: Time, answered: Option<Time>, now: Time) -> Time {
    let is_whole = told.0 % MICROS_PER_SECOND == 0;
    let told = if is_whole { told.plus(MICROS_PER_SECOND - 1) } else { told };
    let after = answered.map_or(told, |answered| told.max(answered.plus(1)));
    after.min(now)
}

/// The first that holds: explicit reference, hand-over code, the open conversation, the open one of whom the sender may
/// be, one closed a short while ago, a new one. What is referred to goes on however long ago it was closed.
pub fn place(found: &Found, now: Time) -> Place {
    if let Some(named) = found.by_reference {
        return Place::In(named.id, Why::Reference);
    }
    if let Some(brought) = found.by_code {
        return Place::In(brought.id, Why::Code);
    }
    if let Some(open) = newest(&found.of_customer, false) {
        return Place::In(open.id, Why::Open);
    }
    if let Some(claimed) = newest(&found.by_claim, false) {
        return Place::In(claimed.id, Why::Claim);
    }
    match newest(&found.of_customer, true)
        .filter(|closed| now.since(closed.last_at) <= REOPEN_WINDOW)
    {
        Some(closed) => Place::In(closed.id, Why::Reopened),
        None => Place::New,
    }
}

fn newest(candidates: &[Candidate], closed: bool) -> Option<&Candidate> {
    let those = candidates.iter().filter(|c| (c.status == Status::Closed) == closed);
    those.max_by_key(|c| (c.last_at, c.id))
}

/// Why two conversations are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinReason {
    /// Their customers are one: undone when they are not.
    Identity,
    /// Somebody else wrote into it: a colleague who was in copy, a caller of whom only the number is known.
    Participant,
    Staff,
}

/// A part, and whose it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub id: ConversationId,
    pub root: ConversationId,
    pub customer: CustomerId,
    pub status: Status,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Join {
    pub a: ConversationId,
    pub b: ConversationId,
    pub reason: JoinReason,
}

/// What has to change so that conversations are one where their customers are, and only there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regrouping {
    /// These no longer hold: their customers are two.
    pub undone: Vec<Join>,
    /// These are new: the younger open conversation goes into the older.
    pub joined: Vec<Join>,
}

/// `parts` are all that customers who were merged or split have, `joins` all that stand between these; `apart` are
/// those that staff took apart, which no rule joins again.
pub fn regroup(parts: &[Part], joins: &[Join], apart: &[Join]) -> Regrouping {
    let customer: BTreeMap<ConversationId, CustomerId> =
        parts.iter().map(|part| (part.id, part.customer)).collect();
    let holds = |join: &&Join| {
        join.reason != JoinReason::Identity || customer.get(&join.a) == customer.get(&join.b)
    };
    let (standing, undone): (Vec<&Join>, Vec<&Join>) = joins.iter().partition(holds);
    let roots = components(parts.iter().map(|part| part.id), standing.into_iter());
    let mut open: BTreeMap<CustomerId, Vec<ConversationId>> = BTreeMap::new();
    for part in parts {
        let is_root = roots[&part.id] == part.id;
        if is_root && part.status != Status::Closed {
            open.entry(part.customer).or_default().push(part.id);
        }
    }
    let mut joined = Vec::new();
    let are_apart = |a: ConversationId, b: ConversationId| {
        let crosses = |join: &Join| {
            let (x, y) = (roots.get(&join.a), roots.get(&join.b));
            (x, y) == (Some(&a), Some(&b)) || (x, y) == (Some(&b), Some(&a))
        };
        apart.iter().any(crosses)
    };
    for mut conversations in open.into_values() {
        conversations.sort();
        for (n, &b) in conversations.iter().enumerate() {
            let older = conversations[..n].iter().copied().find(|&a| !are_apart(a, b));
            joined.extend(older.map(|a| Join { a, b, reason: JoinReason::Identity }));
        }
    }
    Regrouping { undone: undone.into_iter().copied().collect(), joined }
}

/// The root (the oldest) of each conversation, by the joins that stand.
pub fn components<'a>(
    ids: impl Iterator<Item = ConversationId>,
    joins: impl Iterator<Item = &'a Join>,
) -> BTreeMap<ConversationId, ConversationId> {
    let mut root: BTreeMap<ConversationId, ConversationId> = ids.map(|id| (id, id)).collect();
    for join in joins {
        let (Some(&a), Some(&b)) = (root.get(&join.a), root.get(&join.b)) else { continue };
        let (older, younger) = (a.min(b), a.max(b));
        root.values_mut().filter(|root| **root == younger).for_each(|root| *root = older);
    }
    root
}
