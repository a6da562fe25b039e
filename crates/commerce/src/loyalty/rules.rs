//! How points are counted: pure.

use std::collections::BTreeMap;

use kit::money::Currency;
use kit::time::days;
use kit::{Error, Result, Time};
use serde::{Deserialize, Serialize};

use super::{Kind, Posting};
use crate::orders::OrderId;

/// In which the points of a tier must have been earned.
const TIER_DAYS: i64 = 365;
const TIERS_MAX: usize = 10;
const POINTS_MAX: i64 = 1_000_000_000;

/// So many points for each full `per` minor units; or so many minor units for so many points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    pub points: i64,
    pub per: i64,
}

/// Whoever earned `from` points within a year, earns `percent` of the usual from then on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    pub name: String,
    pub from: i64,
    pub percent: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Program {
    /// By currency; in one that is not named nothing is earned.
    pub earns: BTreeMap<Currency, Rate>,
    /// So many points pay so many minor units of an order's price; in a currency that is not named they pay nothing.
    pub pays: BTreeMap<Currency, Rate>,
    /// Points are lost so long after they came; none: never.
    pub expire_days: Option<i64>,
    pub tiers: Vec<Tier>,
}

impl Program {
    /// # Errors
    /// `bad_program`.
    pub fn check(&self) -> Result<()> {
        let refused = |detail: &str| Err(Error::bad_input("bad_program", detail));
        let is_size = |n: i64| (1..=POINTS_MAX).contains(&n);
        let mut rates = self.earns.values().chain(self.pays.values());
        if rates.any(|rate| !is_size(rate.points) || !is_size(rate.per)) {
            return refused("`points` and `per` are whole numbers above zero.");
        }
        if self.expire_days.is_some_and(|days| !(1..=36_500).contains(&days)) {
            return refused("Points expire after 1 to 36500 days, or never.");
        }
        let is_tier = |tier: &Tier| {
            let name = tier.name.trim();
            !name.is_empty()
                && name.len() <= 80
                && (0..=POINTS_MAX).contains(&tier.from)
                && (100..=1_000).contains(&tier.percent)
        };
        if self.tiers.len() > TIERS_MAX || !self.tiers.iter().all(is_tier) {
            return refused(
                "A tier has a name, `from` points, and 100 to 1000 percent; 10 at most.",
            );
        }
        Ok(())
    }

    /// Where a year's earnings lead.
    pub fn tier(&self, earned: i64) -> Option<&Tier> {
        let reached = self.tiers.iter().filter(|tier| tier.from <= earned);
        reached.max_by_key(|tier| tier.from)
    }

    /// What is to be reached next.
    pub fn next_tier(&self, earned: i64) -> Option<&Tier> {
        let ahead = self.tiers.iter().filter(|tier| tier.from > earned);
        ahead.min_by_key(|tier| tier.from)
    }
}

/// How an order's points are counted: written with its first posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    pub rate: Rate,
    pub percent: i64,
}

impl Counted {
    /// Points for an amount in minor units.
    pub fn points(&self, amount: i64) -> i64 {
        let full = i128::from(amount.max(0) / self.rate.per.max(1));
        let points = full * i128::from(self.rate.points) * i128::from(self.percent) / 100;
        i64::try_from(points).unwrap_or(i64::MAX)
    }
}

/// What postings come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Below zero where points were spent and then taken back.
    pub points: i64,
    /// Earned within the last year, less what was taken back.
    pub earned: i64,
    /// The points that are lost next, and when.
    pub expiring: Option<(Time, i64)>,
}

/// Points that came together.
struct Lot {
    order: Option<OrderId>,
    left: i64,
    /// Lost by time, and so not taken back a second time.
    lost: i64,
    expires_at: Option<Time>,
}

/// Of the postings of all leaves of a customer, in any order.
pub fn balance(postings: &[Posting], now: Time) -> Balance {
    let mut ordered: Vec<&Posting> = postings.iter().collect();
    ordered.sort_by_key(|one| (one.at, one.id));
    let (mut lots, mut debt) = (Vec::new(), 0);
    for one in ordered {
        expire(&mut lots, one.at);
        if one.points > 0 {
            let owed = one.points.min(debt);
            debt -= owed;
            let (left, expires_at) = (one.points - owed, one.expires_at);
            let order = one.order_id.filter(|_| one.kind == Kind::Earned);
            lots.push(Lot { order, left, lost: 0, expires_at });
        } else {
            let mut missing = -one.points;
            if one.kind == Kind::TakenBack {
                missing = take_back(&mut lots, one.order_id, missing);
            }
            debt += take(&mut lots, missing);
        }
    }
    expire(&mut lots, now);
    let since = now.minus(days(TIER_DAYS));
    let is_bought = |one: &&Posting| matches!(one.kind, Kind::Earned | Kind::TakenBack);
    let of_year = postings.iter().filter(is_bought).filter(|one| one.at > since);
    let live = || lots.iter().filter(|lot| lot.left > 0);
    let first = live().filter_map(|lot| lot.expires_at).min();
    let expiring = first.map(|first| {
        let then = live().filter(|lot| lot.expires_at == Some(first));
        (first, then.map(|lot| lot.left).sum())
    });
    Balance {
        points: lots.iter().map(|lot| lot.left).sum::<i64>() - debt,
        earned: of_year.map(|one| one.points).sum::<i64>().max(0),
        expiring,
    }
}

fn expire(lots: &mut [Lot], at: Time) {
    for lot in lots.iter_mut().filter(|lot| lot.expires_at.is_some_and(|end| end <= at)) {
        lot.lost += lot.left;
        lot.left = 0;
    }
}

/// From the points of the order itself, also those that time took; gives what is still missing.
fn take_back(lots: &mut [Lot], order: Option<OrderId>, mut missing: i64) -> i64 {
    for lot in lots.iter_mut().filter(|lot| lot.order.is_some() && lot.order == order) {
        let taken = lot.left.min(missing);
        lot.left -= taken;
        missing -= taken;
        let lost = lot.lost.min(missing);
        lot.lost -= lost;
        missing -= lost;
    }
    missing
}

/// From those that would be lost first; gives what nobody has.
fn take(lots: &mut [Lot], mut missing: i64) -> i64 {
    let mut order: Vec<usize> = (0..lots.len()).collect();
    order.sort_by_key(|i| (lots[*i].expires_at.unwrap_or(Time::MAX), *i));
    for i in order {
        let taken = lots[i].left.min(missing);
        lots[i].left -= taken;
        missing -= taken;
    }
    missing
}
