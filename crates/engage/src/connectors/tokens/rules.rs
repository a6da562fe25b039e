//! When a token is renewed, and when people must know: pure.

use kit::Time;
use kit::time::{days, hours};

/// As far as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Not known before the first renewal.
    pub ends_at: Option<Time>,
    pub renewed_at: Option<Time>,
    pub tried_at: Time,
    pub error: Option<String>,
}

/// What a person must see to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worry {
    /// It could not be renewed. When it ends, where that is known.
    Refused { error: String, ends_at: Option<Time> },
    /// It has ended: nothing comes or goes.
    Over { ended_at: Time },
}

/// Half of its life: a month of failures is time enough for people.
const BEFORE_END: i64 = days(30);
/// Meta renews what is a day old; and after a refusal it is asked once a day.
const AGAIN: i64 = hours(25);

pub fn due_at(standing: Option<&Standing>, put_in_at: Time) -> Time {
    let Some(standing) = standing else { return put_in_at };
    let again = standing.tried_at.plus(AGAIN);
    match (standing.ends_at, &standing.error) {
        (Some(ends_at), None) => ends_at.minus(BEFORE_END).max(again),
        _ => again,
    }
}

/// A refusal that says nothing but that the token was just made.
pub fn is_too_young(standing: Option<&Standing>, put_in_at: Time, now: Time) -> bool {
    standing.is_none_or(|standing| standing.ends_at.is_none()) && now.since(put_in_at) < AGAIN
}

pub fn worry(standing: &Standing, now: Time) -> Option<Worry> {
    match (standing.ends_at, &standing.error) {
        (Some(ended_at), _) if ended_at <= now => Some(Worry::Over { ended_at }),
        (ends_at, Some(error)) => Some(Worry::Refused { error: error.clone(), ends_at }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Time = Time(1_795_262_400_000_000);

    fn standing(ends_in: Option<i64>, error: Option<&str>) -> Standing {
        Standing {
            ends_at: ends_in.map(|after| NOON.plus(after)),
            renewed_at: None,
            tried_at: NOON,
            error: error.map(str::to_string),
        }
    }

    #[test]
    fn it_is_renewed_at_half_of_its_life_and_after_a_refusal_each_day() {
        let due = |standing: &Standing| due_at(Some(standing), NOON).since(NOON);
        assert_eq!(due_at(None, NOON), NOON);
        assert_eq!(due(&standing(None, None)), hours(25));
        assert_eq!(due(&standing(Some(days(60)), None)), days(30));
        assert_eq!(due(&standing(Some(days(60)), Some("no"))), hours(25));
        assert_eq!(due(&standing(Some(days(10)), None)), hours(25), "and never more often");
    }

    #[test]
    fn people_are_told_of_a_refusal_but_not_of_one_for_its_youth() {
        let until = Some(NOON.plus(days(9)));
        let error = "no".to_string();
        assert_eq!(worry(&standing(Some(days(60)), None), NOON), None);
        let refused = standing(Some(days(9)), Some("no"));
        assert_eq!(worry(&refused, NOON), Some(Worry::Refused { error, ends_at: until }));
        let over = Worry::Over { ended_at: NOON.plus(days(9)) };
        assert_eq!(worry(&refused, NOON.plus(days(9))), Some(over));
        assert!(is_too_young(None, NOON, NOON.plus(hours(24))));
        assert!(is_too_young(Some(&standing(None, None)), NOON, NOON));
        assert!(!is_too_young(Some(&standing(None, None)), NOON, NOON.plus(hours(25))));
        assert!(!is_too_young(Some(&refused), NOON, NOON));
    }
}
