//! What is bought by whom, as far as promotions ask; and what they make of it.

use std::collections::HashMap;

use customers::channels::ChannelId;
use kit::Time;
use kit::money::Currency;
use serde::Serialize;

use super::PromotionId;
use crate::catalogue::{CategoryId, ProductId, VariantId};

#[derive(Clone, Debug)]
pub struct Basket {
    pub currency: Currency,
    pub lines: Vec<Line>,
    /// What the way to the customer costs, in minor units.
    pub shipping: i64,
    pub shopper: Shopper,
    /// The promotions that a coupon in the basket opens.
    pub opened: Vec<PromotionId>,
    /// For promotions that hold at some doors alone; no price asks for it.
    pub door: Option<ChannelId>,
    /// How much those that have a budget may still give, in minor units; 0: nothing.
    pub left: HashMap<PromotionId, i64>,
    pub at: Time,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub variant: VariantId,
    pub product: ProductId,
    /// Its own and those above.
    pub categories: Vec<CategoryId>,
    /// What a piece costs, in minor units; not below zero.
    pub unit: i64,
    /// At least 1.
    pub quantity: i64,
}

impl Line {
    pub fn gross(&self) -> i64 {
        self.unit.saturating_mul(self.quantity)
    }
}

/// What is known of the customer. A stranger is of no group and no tier.
#[derive(Clone, Debug, Default)]
pub struct Shopper {
    pub group: Option<String>,
    pub segments: Vec<String>,
    pub tier: Option<String>,
    /// Nothing was ordered before. Of a stranger nobody knows: false.
    pub is_first_order: bool,
}

/// What the promotions make of a basket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// As in the basket.
    pub lines: Vec<AppliedLine>,
    /// What is taken off the way.
    pub shipping: Vec<Share>,
    /// Each promotion, the first to go first: what it did, or why it did nothing.
    pub told: Vec<Told>,
}

impl Applied {
    /// All that is taken off the goods.
    pub fn discount(&self) -> i64 {
        self.lines.iter().flat_map(|line| &line.shares).map(|share| share.amount).sum()
    }

    pub fn shipping_off(&self) -> i64 {
        self.shipping.iter().map(|share| share.amount).sum()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppliedLine {
    /// What is left to be paid for the line.
    pub total: i64,
    pub shares: Vec<Share>,
}

/// What a promotion takes off something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Share {
    pub promotion: PromotionId,
    pub amount: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    pub promotion: PromotionId,
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of a promotion: a code for programs and for the words of each language, with its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Outcome {
    /// So much off the goods, and so much off the way.
    Applied {
        amount: i64,
        shipping: i64,
    },
    /// It would, but there is nothing (left) to take it off.
    GivesNothing,
    Inactive,
    NotYet {
        starts_at: Time,
    },
    Over {
        ended_at: Time,
    },
    OtherCurrency {
        needed: Currency,
    },
    /// It is declared for other doors.
    OtherDoor,
    /// Less is left of its budget than it would give.
    BudgetSpent,
    CouponNeeded,
    OtherGroup,
    OtherSegment,
    OtherTier,
    NotFirstOrder,
    /// None of its goods is in the basket.
    NoGoods,
    QuantityTooLow {
        is: i64,
        needed: i64,
    },
    AmountTooLow {
        is: i64,
        needed: i64,
    },
    /// Another of its group gives more.
    BetterInGroup {
        by: PromotionId,
    },
    /// One that goes with no other gives more than all that go together.
    BetterAlone {
        by: PromotionId,
    },
    /// It goes with no other, and the others together give this, which is not less.
    BetterTogether {
        amount: i64,
    },
}

impl Outcome {
    /// It gave something, or would have but for another or its budget.
    pub fn came_near(&self) -> bool {
        use Outcome::*;
        matches!(
            self,
            Applied { .. }
                | BudgetSpent
                | BetterInGroup { .. }
                | BetterAlone { .. }
                | BetterTogether { .. }
        )
    }
}
