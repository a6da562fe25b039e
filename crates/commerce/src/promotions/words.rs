//! What became of a promotion, and why a price is what it is, as sentences in the reader's language.

use kit::i18n::{Arg, Sentence};
use kit::money::{Currency, Money};

use super::basket::Outcome;
use super::{PromotionId, Quote, TotalType};
use crate::prices::Won;

impl Outcome {
    /// What to say of it. `name` tells what another promotion is called.
    pub fn sentence(&self, currency: Currency, name: impl Fn(PromotionId) -> String) -> Sentence {
        let money = |minor| Arg::Money(Money::new(minor, currency));
        let by = |by: &PromotionId| vec![("by", Arg::Text(name(*by)))];
        let (key, args) = match self {
            Outcome::Applied { amount: 0, shipping } => {
                ("promotion-applied-shipping", vec![("amount", money(*shipping))])
            }
            Outcome::Applied { amount, .. } => {
                ("promotion-applied", vec![("amount", money(*amount))])
            }
            Outcome::GivesNothing => ("promotion-gives-nothing", Vec::new()),
            Outcome::Inactive => ("promotion-inactive", Vec::new()),
            Outcome::NotYet { starts_at } => {
                ("promotion-not-yet", vec![("at", Arg::Time(*starts_at))])
            }
            Outcome::Over { ended_at } => ("promotion-over", vec![("at", Arg::Time(*ended_at))]),
            Outcome::OtherCurrency { needed } => {
                let needed = Arg::Text(needed.code().to_string());
                ("promotion-other-currency", vec![("currency", needed)])
            }
            Outcome::OtherDoor => ("promotion-other-door", Vec::new()),
            Outcome::BudgetSpent => ("promotion-budget-spent", Vec::new()),
            Outcome::CouponNeeded => ("promotion-coupon-needed", Vec::new()),
            Outcome::OtherGroup => ("promotion-other-group", Vec::new()),
            Outcome::OtherSegment => ("promotion-other-segment", Vec::new()),
            Outcome::OtherTier => ("promotion-other-tier", Vec::new()),
            Outcome::NotFirstOrder => ("promotion-not-first-order", Vec::new()),
            Outcome::NoGoods => ("promotion-no-goods", Vec::new()),
            Outcome::QuantityTooLow { is, needed } => {
                ("promotion-quantity-too-low", vec![("missing", Arg::Int(needed - is))])
            }
            Outcome::AmountTooLow { is, needed } => {
                ("promotion-amount-too-low", vec![("missing", money(needed - is))])
            }
            Outcome::BetterInGroup { by: other } => ("promotion-better-in-group", by(other)),
            Outcome::BetterAlone { by: other } => ("promotion-better-alone", by(other)),
            Outcome::BetterTogether { amount } => {
                ("promotion-better-together", vec![("amount", money(*amount))])
            }
        };
        Sentence { key, args }
    }
}

impl Quote {
    /// What became of each promotion, with its name.
    pub fn sentences(&self) -> Vec<(&str, Sentence)> {
        let name = |id: PromotionId| {
            let found = self.promotions.iter().find(|trace| trace.promotion == id);
            found.map_or_else(|| id.to_string(), |trace| trace.name.clone())
        };
        let sentence = |trace: &super::Trace| trace.outcome.sentence(self.currency, name);
        self.promotions.iter().map(|trace| (trace.name.as_str(), sentence(trace))).collect()
    }
}

impl TotalType {
    /// Of the catalogue of words.
    pub fn key(self) -> &'static str {
        match self {
            TotalType::ItemsBaseAmount => "quote-items-base-amount",
            TotalType::ItemsDiscount => "quote-items-discount",
            TotalType::Subtotal => "quote-subtotal",
            TotalType::Discount => "quote-discount",
            TotalType::Fulfillment => "quote-fulfillment",
            TotalType::Tax => "quote-tax",
            TotalType::Total => "quote-total",
            TotalType::GiftCard => "quote-gift-card",
            TotalType::Points => "quote-points",
            TotalType::ToPay => "quote-to-pay",
        }
    }
}

impl Won {
    /// Of the catalogue of words.
    pub fn key(self) -> &'static str {
        match self {
            Won::NoOther => "price-no-other",
            Won::Priority => "price-priority",
            Won::OwnGroup => "price-own-group",
            Won::LowerPrice => "price-lower-price",
            Won::OlderList => "price-older-list",
        }
    }
}
