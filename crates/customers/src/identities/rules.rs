//! What may be joined: values in, a verdict out.

use std::collections::BTreeMap;

use super::{Kind, Rule};

/// What one side of a join is known by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Its accounts (`user_id`).
    pub accounts: Vec<String>,
    /// Holds an account or a proven identity: a person that the shop knows, not just a visitor.
    pub is_known: bool,
    /// How many identities of each kind.
    pub counts: BTreeMap<Kind, u32>,
}

/// The evidence for a join.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    pub rule: Rule,
    /// Vouched for by a server with the secret key, or by staff.
    pub verified: bool,
}

impl Evidence {
    /// Enough to join two people that the shop knows. That somebody used a device never is: even a server
    /// that vouches for it cannot know that nobody else has.
    fn is_proof(self) -> bool {
        self.verified && self.rule != Rule::Login
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Join,
    /// The evidence belongs to two people: it is shared, and links nobody from now on.
    Share,
    Refuse(Refusal),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Each has an account of its own.
    TwoAccounts,
    /// Both are known and nothing is proven.
    Unproven,
    /// Together they would have more of a kind than one person has.
    Limit(Kind),
}

impl Refusal {
    pub fn code(&self) -> String {
        match self {
            Refusal::TwoAccounts => "two_accounts".into(),
            Refusal::Unproven => "unproven".into(),
            Refusal::Limit(kind) => format!("limit:{kind}"),
        }
    }
}

/// May these two sides become one customer on this evidence?
pub fn may_join(a: &Side, b: &Side, evidence: Evidence) -> Verdict {
    if evidence.rule == Rule::Staff {
        return Verdict::Join;
    }
    let refusal = if have_two_accounts(a, b) {
        Some(Refusal::TwoAccounts)
    } else if a.is_known && b.is_known && !evidence.is_proof() {
        Some(Refusal::Unproven)
    } else {
        over_limit(a, b).map(Refusal::Limit)
    };
    match refusal {
        None => Verdict::Join,
        Some(Refusal::TwoAccounts | Refusal::Unproven) if evidence.rule != Rule::Alias => {
            Verdict::Share
        }
        Some(refusal) => Verdict::Refuse(refusal),
    }
}

fn have_two_accounts(a: &Side, b: &Side) -> bool {
    a.accounts.iter().any(|account| !b.accounts.contains(account)) && !b.accounts.is_empty()
}

fn over_limit(a: &Side, b: &Side) -> Option<Kind> {
    let together =
        |kind: &Kind| a.counts.get(kind).unwrap_or(&0) + b.counts.get(kind).unwrap_or(&0);
    a.counts
        .keys()
        .chain(b.counts.keys())
        .find(|kind| together(kind) > kind.max_per_customer())
        .cloned()
}

/// The sets that remain when these edges join these leaves. Each set is sorted; its first is the root.
pub fn components<T: Copy + Ord>(leaves: &[T], edges: &[(T, T)]) -> Vec<Vec<T>> {
    let mut root: BTreeMap<T, T> = leaves.iter().map(|&leaf| (leaf, leaf)).collect();
    fn find<T: Copy + Ord>(root: &mut BTreeMap<T, T>, leaf: T) -> T {
        let up = root.get(&leaf).copied().unwrap_or(leaf);
        if up == leaf {
            return leaf;
        }
        let top = find(root, up);
        root.insert(leaf, top);
        top
    }
    for &(a, b) in edges {
        let (a, b) = (find(&mut root, a), find(&mut root, b));
        root.insert(a.max(b), a.min(b));
    }
    let mut sets: BTreeMap<T, Vec<T>> = BTreeMap::new();
    for &leaf in leaves {
        let top = find(&mut root, leaf);
        sets.entry(top).or_default().push(leaf);
    }
    sets.into_values()
        .map(|mut set| {
            set.sort();
            set
        })
        .collect()
}
