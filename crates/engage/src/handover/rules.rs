//! Who may go on with a code, and what is told before anybody has proven who they are: pure.

use customers::identities::CustomerId;
use kit::Time;
use kit::time::hours;

use super::{HandOver, MadeBy};

/// How long a code can be used first, and again by whoever used it first.
pub const LIFE: i64 = hours(24);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    First,
    /// The same one comes with it once more.
    Again,
    Refused(Refusal),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Expired,
    UsedByAnother,
}

/// May this leaf go on with it now?
pub fn may_use(hand_over: &HandOver, by: CustomerId, now: Time) -> Use {
    if now >= hand_over.expires_at {
        return Use::Refused(Refusal::Expired);
    }
    match hand_over.used_leaf {
        None => Use::First,
        Some(leaf) if leaf == by => Use::Again,
        Some(_) => Use::Refused(Refusal::UsedByAnother),
    }
}

/// How much the receiving door says of what it knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// What the customer had asked, in their own words, and where and when.
    Topic,
    /// Only where and when: the link may lie in a stranger's mailbox.
    Place,
}

/// What was asked is said to whoever brings a code that the customer was given in their own talk, or that went to an
/// address which is proven to be theirs. It is the customer's own question, never an answer of the shop.
pub fn told(hand_over: &HandOver) -> Told {
    match (&hand_over.address, hand_over.made_by) {
        (Some(_), _) if hand_over.is_address_proven => Told::Topic,
        (Some(_), _) => Told::Place,
        (None, MadeBy::Customer | MadeBy::Staff | MadeBy::Server) => Told::Topic,
    }
}
