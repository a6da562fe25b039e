//! What a promotion is, as data: what it gives, for which goods, to whom, beside which others.

use customers::channels::ChannelId;
use kit::money::Currency;
use kit::{Error, Result, Time};
use serde::{Deserialize, Serialize};

use super::PromotionId;
use crate::catalogue::{CategoryId, ProductId, VariantId};
use crate::prices::vat::BasisPoints;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Promotion {
    pub id: PromotionId,
    pub name: String,
    pub is_active: bool,
    pub starts_at: Option<Time>,
    /// The first moment at which it no longer holds.
    pub ends_at: Option<Time>,
    /// The higher goes first.
    pub priority: i64,
    #[serde(skip_serializing_if = "Budget::is_endless")]
    pub budget: Budget,
    #[serde(flatten)]
    pub rule: Rule,
}

impl Promotion {
    /// Where it stands by itself; whether anything is left of its budget is another matter.
    pub fn state(&self, now: Time) -> State {
        if self.ends_at.is_some_and(|end| end <= now) {
            State::Over
        } else if !self.is_active {
            State::Paused
        } else if self.starts_at.is_some_and(|start| now < start) {
            State::Coming
        } else {
            State::Runs
        }
    }
}

kit::words! {
    /// Of a promotion, at a moment.
    State: Runs "runs", Coming "coming", Paused "paused", Over "over"
}

/// How much it may give in all orders together. Nothing said: without end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Budget {
    /// So many orders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses_max: Option<i64>,
    /// So much, in minor units of [`Needs::currency`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_max: Option<i64>,
}

impl Budget {
    pub fn is_endless(&self) -> bool {
        *self == Budget::default()
    }
}

/// What is kept as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub gives: Gives,
    /// For which goods; all of them, when it says nothing.
    #[serde(default, skip_serializing_if = "Goods::is_all")]
    pub goods: Goods,
    #[serde(default)]
    pub needs: Needs,
    #[serde(default)]
    pub beside: Beside,
}

/// What a promotion gives. Amounts are minor units of [`Needs::currency`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Gives {
    /// So much of what the goods cost.
    Percentage { basis_points: i64 },
    /// So much off the goods together, but never more than they cost.
    Amount { amount: i64 },
    /// So much off each piece.
    AmountEach { amount: i64 },
    /// Each piece costs this, where it costs more.
    FixedPrice { amount: i64 },
    /// Of so many pieces bought, so many more come cheaper by so much (10000: free): the cheapest of all. As often as
    /// the goods make it, but `sets_max`.
    BuyGet {
        buy: i64,
        get: i64,
        basis_points: i64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sets_max: Option<i64>,
    },
    /// These together cost this, as often as the basket holds all of them; the dearest pieces go in first.
    Bundle { parts: Vec<Part>, amount: i64 },
    /// The way to the customer costs nothing, or so much less.
    FreeShipping {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        up_to: Option<i64>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub goods: Goods,
    pub quantity: i64,
}

/// Goods of which any list names them and `except` does not. No list at all: everything. Who names a category means also
/// those below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Goods {
    #[serde(skip_serializing_if = "Ids::is_empty")]
    pub variants: Ids<VariantId>,
    #[serde(skip_serializing_if = "Ids::is_empty")]
    pub products: Ids<ProductId>,
    #[serde(skip_serializing_if = "Ids::is_empty")]
    pub categories: Ids<CategoryId>,
    #[serde(skip_serializing_if = "Ids::is_empty")]
    pub except: Ids<VariantId>,
}

impl Goods {
    pub fn is_all(&self) -> bool {
        *self == Goods::default()
    }

    fn count(&self) -> usize {
        let (variants, products) = (self.variants.0.len(), self.products.0.len());
        variants + products + self.categories.0.len() + self.except.0.len()
    }
}

/// Ids in order, so that one is found at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<T>", bound(deserialize = "T: Deserialize<'de> + Ord"))]
pub struct Ids<T>(Vec<T>);

impl<T> Default for Ids<T> {
    fn default() -> Ids<T> {
        Ids(Vec::new())
    }
}

impl<T: Ord> From<Vec<T>> for Ids<T> {
    fn from(mut ids: Vec<T>) -> Ids<T> {
        ids.sort_unstable();
        ids.dedup();
        Ids(ids)
    }
}

impl<T> Ids<T> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T: Ord> Ids<T> {
    pub fn contains(&self, id: &T) -> bool {
        self.0.binary_search(id).is_ok()
    }
}

/// What must be so. Nothing said: always.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Needs {
    /// Of amounts; a basket in another currency gets nothing of a promotion that names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// So many pieces of the goods.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity_min: Option<i64>,
    /// The goods cost so much before anything is taken off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_min: Option<i64>,
    /// The customer is of one of these groups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// Or in one of these segments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<String>,
    /// Of one of these tiers of the loyalty programme.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<String>,
    pub first_order: bool,
    pub coupon: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_at: Option<OnlyAt>,
}

/// Some doors alone: an exception from “the same at every door”, so it says why. The promotion must have an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlyAt {
    pub channels: Ids<ChannelId>,
    pub reason: String,
}

/// How it goes with others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beside {
    #[default]
    Others,
    /// Of those that name the same group, the one that gives most.
    BestOf(String),
    /// With no other. Given where it gives more than the others together.
    None,
}

const IDS_MAX: usize = 5_000;
const WORDS_MAX: usize = 100;
const AMOUNT_MAX: i64 = crate::prices::AMOUNT_MAX;
const QUANTITY_MAX: i64 = crate::prices::QUANTITY_MAX;
/// The whole price.
pub const WHOLE: BasisPoints = BasisPoints(10_000);

impl Rule {
    /// Reads what is kept.
    pub fn parse(json: &str) -> Result<Rule> {
        serde_json::from_str(json).map_err(Error::internal)
    }

    /// Whether it can be kept.
    pub fn check(&self) -> Result<()> {
        let refused = |detail: &str| Err(Error::bad_input("bad_promotion", detail));
        let is_share = |points: i64| (1..=WHOLE.0).contains(&points);
        let is_amount = |amount: i64| (0..=AMOUNT_MAX).contains(&amount);
        let is_count = |count: i64| (1..=QUANTITY_MAX).contains(&count);
        let is_given_well = match &self.gives {
            Gives::Percentage { basis_points } => is_share(*basis_points),
            Gives::Amount { amount } | Gives::AmountEach { amount } => {
                is_amount(*amount) && *amount > 0
            }
            Gives::FixedPrice { amount } => is_amount(*amount),
            Gives::BuyGet { buy, get, basis_points, sets_max } => {
                is_count(*buy)
                    && is_count(*get)
                    && is_share(*basis_points)
                    && sets_max.is_none_or(is_count)
            }
            Gives::Bundle { parts, amount } => {
                let is_part = |part: &Part| is_count(part.quantity) && part.goods.count() <= 100;
                is_amount(*amount) && (1..=10).contains(&parts.len()) && parts.iter().all(is_part)
            }
            Gives::FreeShipping { up_to } => {
                up_to.is_none_or(|up_to| is_amount(up_to) && up_to > 0)
            }
        };
        if !is_given_well {
            return refused(
                "A share is 1 to 10000 hundredths of a percent, an amount is not below zero, a quantity is at least 1, \
                 a bundle has 1 to 10 parts.",
            );
        }
        if self.speaks_of_money() && self.needs.currency.is_none() {
            return refused("Say in which currency the amounts are: needs.currency.");
        }
        if self.goods.count() > IDS_MAX {
            return refused(
                "A promotion names at most 5000 products and variants; use a category.",
            );
        }
        self.needs.check()
    }

    /// Some of its goods are named by a category.
    pub fn names_categories(&self) -> bool {
        let in_parts = match &self.gives {
            Gives::Bundle { parts, .. } => {
                parts.iter().any(|part| !part.goods.categories.is_empty())
            }
            _ => false,
        };
        in_parts || !self.goods.categories.is_empty()
    }

    fn speaks_of_money(&self) -> bool {
        let gives = match self.gives {
            Gives::Percentage { .. } | Gives::BuyGet { .. } => false,
            Gives::FreeShipping { up_to } => up_to.is_some(),
            _ => true,
        };
        gives || self.needs.amount_min.is_some()
    }
}

impl Needs {
    /// Whoever comes gets it, if they buy enough.
    pub fn is_for_everybody(&self) -> bool {
        let names_some = [&self.groups, &self.segments, &self.tiers].iter().any(|w| !w.is_empty());
        !names_some && !self.first_order && !self.coupon && self.only_at.is_none()
    }

    fn check(&self) -> Result<()> {
        let refused = |detail: &str| Err(Error::bad_input("bad_promotion", detail));
        let words = [&self.groups, &self.segments, &self.tiers];
        if words.iter().any(|words| words.len() > WORDS_MAX) {
            return refused("A promotion names at most 100 groups, segments or tiers.");
        }
        if words
            .iter()
            .flat_map(|words| words.iter())
            .any(|word| word.is_empty() || word.len() > 200)
        {
            return refused("The name of a group, segment or tier has 1 to 200 letters.");
        }
        if self.quantity_min.is_some_and(|least| !(1..=QUANTITY_MAX).contains(&least))
            || self.amount_min.is_some_and(|least| !(1..=AMOUNT_MAX).contains(&least))
        {
            return refused("A least quantity or amount is above zero.");
        }
        if let Some(only) = &self.only_at {
            let reason = only.reason.trim().chars().count();
            if only.channels.is_empty() || !(1..=500).contains(&reason) {
                return refused("Name the doors, and the reason why it holds at them alone.");
            }
        }
        Ok(())
    }
}
