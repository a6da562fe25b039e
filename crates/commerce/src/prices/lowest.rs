//! What may be announced as a reduction: the lowest price of the 30 days before it began. Pure.
//!
//! Directive 98/6/EC, article 6a (put in by Directive (EU) 2019/2161): an announced reduction shows the *prior price*, the
//! lowest that was applied during at least the 30 days before the reduction. Court of Justice, C-330/23 (*Aldi Süd*, 26
//! September 2024): a percentage, or a word such as “offer”, is measured from that price too. So:
//!
//! 1. The reduction began when the sale price that holds now began, without a pause. After a pause it begins anew.
//! 2. The prior price is the lowest of the 30 days before, other sales of that time among them. Something sold for less
//!    than 30 days: the lowest since it was first sold. Something that was not sold in them at all: there is none.
//! 3. What does not lie below the prior price is announced as nothing. The percentage is rounded down.
//!
//! Member states may let a reduction that grows step by step be measured from the price before the first step
//! ([`Steps::FromTheFirst`]). Nothing here knows of perishable goods.

use kit::Time;
use kit::time::{days, hours};
use serde::Serialize;

use super::history::Interval;

/// “Not shorter than 30 days”: with the hour that such a month gains where clocks go back in it.
pub const WINDOW: i64 = days(30) + hours(1);

/// From when a reduction counts that grew without a pause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Steps {
    /// Each step is a reduction of its own, against the 30 days before it.
    #[default]
    EachAnew,
    /// Where national law allows it: all steps against the 30 days before the first.
    FromTheFirst,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reduction {
    /// The lowest of the 30 days before, in minor units.
    pub prior: i64,
    pub amount: i64,
    /// Whole percent, rounded down: never more than it is. 0 where it is less than one.
    pub percent: i64,
    pub began_at: Time,
}

/// What may be announced at this moment, from what something has cost; `past` has no order.
pub fn reduction(past: &[Interval], now: Time, steps: Steps) -> Option<Reduction> {
    let mut past: Vec<&Interval> = past.iter().filter(|one| one.from <= now).collect();
    past.sort_unstable_by_key(|one| one.from);
    let current = *past.last()?;
    if !current.is_sale || !current.holds_at(now) {
        return None;
    }
    against(&past, began(&past, steps)?, current.amount)
}

/// The same where the beginning is known otherwise: of a promotion.
pub fn against(past: &[&Interval], began_at: Time, amount: i64) -> Option<Reduction> {
    let prior = prior(past, began_at)?;
    (amount < prior).then(|| {
        let percent = i128::from(prior - amount) * 100 / i128::from(prior);
        let percent = i64::try_from(percent).unwrap_or(100);
        Reduction { prior, amount, percent, began_at }
    })
}

/// The lowest price that was applied in the 30 days before this moment.
pub fn prior(past: &[&Interval], began_at: Time) -> Option<i64> {
    let opens = began_at.minus(WINDOW);
    let applied = past.iter().filter(|one| {
        one.from < began_at && one.until.is_none_or(|until| until > opens && until > one.from)
    });
    applied.map(|one| one.amount).min()
}

/// When the reduction that the last interval belongs to began.
fn began(past: &[&Interval], steps: Steps) -> Option<Time> {
    let (first, earlier) = past.split_last()?;
    let mut began = *first;
    for before in earlier.iter().rev() {
        let without_pause = before.is_sale && before.until == Some(began.from);
        let is_one = match steps {
            Steps::EachAnew => before.amount == began.amount,
            Steps::FromTheFirst => before.amount >= began.amount,
        };
        if !without_pause || !is_one {
            break;
        }
        began = before;
    }
    Some(began.from)
}
