//! What something has cost and, as far as its lists say, will cost: pure.
//!
//! Lists begin and end by time alone, with nobody there to write it down. So every change writes the whole future: from
//! now on, through each beginning and end that the lists have ([`plan`]). What lay in the future before is taken back.

use kit::Time;
use kit::money::Currency;

use super::rules::{self, Offer};
use super::{Ask, PriceListId};
use crate::catalogue::VariantId;

/// What one piece cost for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    pub from: Time,
    /// The first moment at which it no longer did. None: until somebody changes it.
    pub until: Option<Time>,
    pub amount: i64,
    /// It was announced as a reduction.
    pub is_sale: bool,
    pub list: PriceListId,
    pub why: String,
}

impl Interval {
    pub fn holds_at(&self, at: Time) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    fn is_same_price(&self, other: &Interval) -> bool {
        (self.amount, self.is_sale, self.list) == (other.amount, other.is_sale, other.list)
    }
}

/// Whose history.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whose {
    pub variant: VariantId,
    pub currency: Currency,
    /// `None`: everybody.
    pub group: Option<String>,
}

/// What one piece will cost from `now` on, if nobody changes anything.
pub fn plan(whose: &Whose, offers: &[Offer], why: &str, now: Time) -> Vec<Interval> {
    let concerns = |offer: &&Offer| {
        offer.currency == whose.currency
            && offer.quantity_min <= 1
            && (offer.group.is_none() || offer.group == whose.group)
    };
    let offers: Vec<Offer> = offers.iter().filter(concerns).cloned().collect();
    let ends = offers.iter().flat_map(|offer| [offer.starts_at, offer.ends_at]);
    let mut changes: Vec<Time> = ends.flatten().filter(|at| *at > now).collect();
    changes.push(now);
    changes.sort_unstable();
    changes.dedup();
    let mut planned: Vec<Interval> = Vec::new();
    for (i, &from) in changes.iter().enumerate() {
        let ask = Ask {
            variant: whose.variant,
            group: whose.group.clone(),
            currency: whose.currency,
            quantity: 1,
            at: from,
        };
        let Some(price) = rules::price(&ask, &offers) else { continue };
        let is_sale = offers.iter().any(|offer| offer.list == price.list && offer.is_sale);
        let interval = Interval {
            from,
            until: changes.get(i + 1).copied(),
            amount: price.unit.minor,
            is_sale,
            list: price.list,
            why: why.to_string(),
        };
        match planned.last_mut() {
            Some(last) if last.until == Some(from) && last.is_same_price(&interval) => {
                last.until = interval.until;
            }
            _ => planned.push(interval),
        }
    }
    planned
}

/// What must be written so that the future is as planned.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The interval that holds now ends then: (its beginning, its end).
    pub ends: Option<(Time, Option<Time>)>,
    pub new: Vec<Interval>,
}

/// `current` holds now, if any does. What was planned for later is gone already.
pub fn change(current: Option<&Interval>, mut planned: Vec<Interval>, now: Time) -> Change {
    let Some(current) = current else { return Change { ends: None, new: planned } };
    let goes_on = planned.first().filter(|next| next.from == now && next.is_same_price(current));
    let until = goes_on.map_or(Some(now), |next| next.until);
    if goes_on.is_some() {
        planned.remove(0);
    }
    Change { ends: Some((current.from, until)), new: planned }
}
