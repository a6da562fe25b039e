//! Which ways there are for a parcel, what each costs and why: pure.

use kit::Time;
use kit::money::Currency;
use kit::{Error, Result};
use serde::Serialize;

use super::{Kind, Method, Tier};

/// What is on the way, as far as its cost goes.
#[derive(Clone, Debug)]
pub struct Parcel {
    pub kind: Kind,
    /// ISO 3166. Of what is fetched, the shop's own.
    pub country: String,
    pub currency: Currency,
    /// What all goods of the order cost before anything is taken off, in minor units.
    pub amount: i64,
    /// What is known to weigh nothing counts as nothing.
    pub weight_g: i64,
    pub at: Time,
}

/// Why it costs so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Why {
    /// This line of the table of costs.
    Tier { amount_min: i64, weight_max_g: Option<i64> },
    /// The goods cost as much as makes it free.
    FreeFrom { amount: i64 },
}

/// What became of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Outcome {
    /// It is possible for so much.
    Offered {
        cost: i64,
        #[serde(flatten)]
        why: Why,
    },
    Inactive,
    NotYet {
        starts_at: Time,
    },
    Over {
        ended_at: Time,
    },
    OtherKind,
    OtherCountry,
    OtherCurrency {
        needed: Currency,
    },
    /// It begins with goods of so much.
    AmountTooLow {
        is: i64,
        needed: i64,
    },
    TooHeavy {
        is_g: i64,
        max_g: i64,
    },
}

impl Outcome {
    pub fn cost(&self) -> Option<i64> {
        match self {
            Outcome::Offered { cost, .. } => Some(*cost),
            _ => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    pub method: String,
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// The way that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen<'a> {
    pub method: &'a Method,
    pub cost: i64,
    pub why: Why,
    /// What the cheapest way of this kind costs.
    pub cheapest: i64,
    /// Each method of the shop: what it would cost, or why it cannot be.
    pub told: Vec<Told>,
}

/// What a method costs for a parcel, or why it is not possible.
pub fn cost(method: &Method, parcel: &Parcel) -> Outcome {
    match (method.starts_at, method.ends_at) {
        _ if method.kind != parcel.kind => return Outcome::OtherKind,
        _ if !method.is_active => return Outcome::Inactive,
        (Some(starts_at), _) if parcel.at < starts_at => return Outcome::NotYet { starts_at },
        (_, Some(ended_at)) if parcel.at >= ended_at => return Outcome::Over { ended_at },
        _ => {}
    }
    if method.currency != parcel.currency {
        return Outcome::OtherCurrency { needed: method.currency };
    }
    if !method.countries.is_empty() && !method.countries.contains(&parcel.country) {
        return Outcome::OtherCountry;
    }
    match tier(&method.tiers, parcel) {
        Ok(tier) => match method.free_from.filter(|from| parcel.amount >= *from) {
            Some(amount) => Outcome::Offered { cost: 0, why: Why::FreeFrom { amount } },
            None => {
                let Tier { amount_min, weight_max_g, cost } = tier;
                Outcome::Offered { cost, why: Why::Tier { amount_min, weight_max_g } }
            }
        },
        Err(refusal) => refusal,
    }
}

/// Of those that hold, the one for the greatest amount; of these, the one for the least weight.
fn tier(tiers: &[Tier], parcel: &Parcel) -> std::result::Result<Tier, Outcome> {
    let is_reached = |tier: &&Tier| tier.amount_min <= parcel.amount;
    let carries = |tier: &&Tier| tier.weight_max_g.is_none_or(|max| parcel.weight_g <= max);
    let weight = |tier: &Tier| tier.weight_max_g.unwrap_or(i64::MAX);
    let fitting = tiers.iter().filter(is_reached).filter(carries);
    let best = fitting.max_by_key(|tier| (tier.amount_min, std::cmp::Reverse(weight(tier))));
    if let Some(best) = best {
        return Ok(*best);
    }
    let heaviest = tiers.iter().filter(is_reached).map(weight).max();
    Err(match heaviest {
        Some(max_g) => Outcome::TooHeavy { is_g: parcel.weight_g, max_g },
        None => {
            let needed = tiers.iter().map(|tier| tier.amount_min).min().unwrap_or(0);
            Outcome::AmountTooLow { is: parcel.amount, needed }
        }
    })
}

/// The way for a parcel: the one that is named, or the cheapest. None where the shop never had a method of its kind: then
/// it costs nothing.
///
/// # Errors
/// `shipping_not_possible` where the named method cannot be, `not_sent_there` where none can.
pub fn choose<'a>(
    methods: &'a [Method],
    parcel: &Parcel,
    named: Option<&str>,
) -> Result<Option<Chosen<'a>>> {
    if named.is_none() && !methods.iter().any(|method| method.kind == parcel.kind) {
        return Ok(None);
    }
    let told =
        |method: &Method| Told { method: method.code.clone(), outcome: cost(method, parcel) };
    let told: Vec<Told> = methods.iter().map(told).collect();
    let mut offered: Vec<(&Method, i64, Why)> = methods
        .iter()
        .zip(&told)
        .filter_map(|(method, told)| match told.outcome {
            Outcome::Offered { cost, why } => Some((method, cost, why)),
            _ => None,
        })
        .collect();
    offered.sort_by_key(|(method, cost, _)| (*cost, method.position, &method.code));
    let is_named = |method: &Method| named.is_none_or(|code| code == method.code);
    let found = offered.iter().find(|(method, ..)| is_named(method));
    let Some((method, cost, why)) = found.copied() else { return Err(refusal(parcel, named)) };
    let cheapest = offered.first().map_or(cost, |(_, cheapest, _)| *cheapest);
    Ok(Some(Chosen { method, cost, why, cheapest, told }))
}

fn refusal(parcel: &Parcel, named: Option<&str>) -> Error {
    match (named, parcel.kind) {
        (Some(code), _) => {
            let code = kit::text::clip(code, 40);
            let detail = format!("“{code}” is not possible for this order. Choose another way.");
            Error::conflict("shipping_not_possible", detail)
        }
        (None, Kind::Address) => {
            let detail = format!("There is no way for these goods to {}.", parcel.country);
            Error::conflict("not_sent_there", detail)
        }
        (None, Kind::Collect) => {
            Error::conflict("not_sent_there", "These goods cannot be fetched.")
        }
    }
}
