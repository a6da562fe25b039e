//! What complaints say of an address: pure.

use kit::Time;

use super::{Bounced, Trouble};
use crate::identities::Kind;

/// So many letters in a row that were late are worth a word: servers ask any stranger to come again later, and most do so
/// once.
pub const LATE_MIN: usize = 3;

/// A complaint that nothing has cleared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    pub value: String,
    pub is_final: bool,
    pub reason: String,
    pub at: Time,
}

/// How addresses stand; those with too little against them are left out. The complaints of one address come together.
pub fn judge(kind: &Kind, complaints: &[Open]) -> Vec<Bounced> {
    let by_address = complaints.chunk_by(|a, b| a.value == b.value);
    by_address.filter_map(|of_one| judge_one(kind, of_one)).collect()
}

fn judge_one(kind: &Kind, complaints: &[Open]) -> Option<Bounced> {
    let newest = |is_final| {
        let such = complaints.iter().filter(move |one| one.is_final == is_final);
        such.max_by_key(|one| one.at)
    };
    let (state, why) = match (newest(true), newest(false)) {
        (Some(why), _) => (Trouble::Undeliverable, why),
        (None, Some(why)) if complaints.len() >= LATE_MIN => (Trouble::Delayed, why),
        _ => return None,
    };
    Some(Bounced {
        kind: kind.clone(),
        value: why.value.clone(),
        state,
        reason: why.reason.clone(),
        at: why.at,
        letters: complaints.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn late(at: i64) -> Open {
        let reason = format!("4.2.1 at {at}");
        Open { value: "anna@example.com".into(), is_final: false, reason, at: Time(at) }
    }

    fn back(at: i64) -> Open {
        Open { is_final: true, reason: format!("5.1.1 at {at}"), ..late(at) }
    }

    #[track_caller]
    fn check(complaints: &[Open], expected: &[(Trouble, &str, usize)]) {
        let judged = judge(&Kind::EMAIL, complaints);
        let told: Vec<_> =
            judged.iter().map(|one| (one.state, one.reason.as_str(), one.letters)).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn one_that_came_back_is_enough_and_three_that_were_late() {
        check(&[], &[]);
        check(&[late(1), late(2)], &[]);
        check(&[late(1), late(3), late(2)], &[(Trouble::Delayed, "4.2.1 at 3", 3)]);
        check(&[back(1)], &[(Trouble::Undeliverable, "5.1.1 at 1", 1)]);
        check(&[back(1), late(2), back(3)], &[(Trouble::Undeliverable, "5.1.1 at 3", 3)]);
        let other = Open { value: "bogdan@example.com".into(), ..back(4) };
        check(&[late(1), other, late(2)], &[(Trouble::Undeliverable, "5.1.1 at 4", 1)]);
    }
}
