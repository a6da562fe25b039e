//! Who is who: the identities by which a customer is known (account, device, e-mail, telephone, card), and
//! why two of them are one person.
//!
//! A customer is a set of *leaves*. A leaf is made when an account, a device or a proven identity is seen
//! first; every row of history hangs on the leaf whose identity brought it, and stays there for ever. An
//! *edge* says that two leaves are one person: by which rule, on what evidence, by whom, when. The smallest
//! leaf id of a set is its *root* and the customer's id; it stands on every leaf's row, so that finding it is
//! one read. Undoing an edge computes the sets anew, so both sides stand as if they had never met.
//!
//! Kept here, whatever the order and however many at once:
//! - An identity is *verified* (a server that holds the secret key vouches for it) or *claimed* (somebody typed
//!   it). A claim is shown to staff; it joins nobody.
//! - Two known customers are joined on verified evidence only, and never when both have an account. A device is
//!   no such evidence, whoever reports it: a till has seen many people.
//! - A device (or any identity) that would join two such people is *shared* from then on: it links nobody, and
//!   what it linked by itself is undone.
//! - So that this can be undone, what a server proves of whoever stands at a device (a card, an e-mail) never
//!   hangs on the device's leaf: it has a leaf of its own.
//! - What staff took apart, no rule joins again, neither directly nor by way of a third.
//!
//! Start reading at [`rules::may_join`] (pure), then `graph.rs` (join and split), then `link.rs` (what an
//! event's identities do) and `by_hand.rs` (what staff do). Addresses to which letters do not get are in [`bounces`].

pub mod bounces;
pub mod by_hand;
pub mod carried;
pub mod erasure;
pub mod graph;
pub mod link;
pub mod normal;
pub mod proposals;
pub mod rules;
pub mod store;
#[cfg(test)]
mod tests;
pub mod watch;

use kit::Time;
use serde::{Deserialize, Serialize};

use crate::channels::ChannelId;
pub use normal::{Blocklist, Kind};

kit::id_type!(CustomerId, "cus");
kit::id_type!(EdgeId, "edg");

/// An identity as an event brings it, in its one spelling.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Identity {
    pub kind: Kind,
    pub value: String,
}

impl Identity {
    pub fn new(kind: Kind, value: impl Into<String>) -> Identity {
        Identity { kind, value: value.into() }
    }
}

impl std::fmt::Display for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.kind, self.value)
    }
}

/// An identity as it is held.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Held {
    pub kind: Kind,
    pub value: String,
    /// The leaf that brought it.
    pub customer_id: CustomerId,
    pub verified: bool,
    /// Where it was seen first.
    pub channel_id: ChannelId,
    pub first_seen_at: Time,
    pub verified_at: Option<Time>,
    /// Seen with two people: links nobody any more.
    pub shared_at: Option<Time>,
}

impl Held {
    /// Makes its holder a person that the shop knows. A device never does, nor what is shared.
    pub fn makes_known(&self) -> bool {
        let names_a_person =
            self.kind == Kind::USER_ID || (self.verified && self.kind != Kind::DEVICE);
        names_a_person && self.shared_at.is_none()
    }
}

/// Somebody said that this is theirs, and it is held by another or not proven.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Claim {
    pub kind: Kind,
    pub value: String,
    pub customer_id: CustomerId,
    pub channel_id: ChannelId,
    pub claimed_at: Time,
}

/// By what two leaves were joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// An account was used on a device.
    Login,
    /// The same proven e-mail, telephone, card …
    SameIdentity,
    /// A Segment `alias` call.
    Alias,
    /// A member of staff, or the command line, said so.
    Staff,
}

impl Rule {
    pub const ALL: [Rule; 4] = [Rule::Login, Rule::SameIdentity, Rule::Alias, Rule::Staff];

    pub fn as_str(self) -> &'static str {
        match self {
            Rule::Login => "login",
            Rule::SameIdentity => "same_identity",
            Rule::Alias => "alias",
            Rule::Staff => "staff",
        }
    }
}

impl std::str::FromStr for Rule {
    type Err = kit::Error;

    fn from_str(text: &str) -> kit::Result<Rule> {
        let found = Rule::ALL.into_iter().find(|rule| rule.as_str() == text);
        found.ok_or_else(|| kit::Error::internal(format!("“{text}” is no rule")))
    }
}

/// Why two leaves are one customer, or were.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Edge {
    pub id: EdgeId,
    pub a: CustomerId,
    pub b: CustomerId,
    pub rule: Rule,
    /// The identity that both had.
    pub evidence: Option<Identity>,
    pub reason: String,
    pub actor: String,
    pub joined_at: Time,
    pub undone: Option<Undone>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Undone {
    pub at: Time,
    pub by: String,
    pub reason: String,
}

/// Who does something to a customer: staff, the command line, or a rule.
pub const ACTOR_RULE: &str = "rule";
