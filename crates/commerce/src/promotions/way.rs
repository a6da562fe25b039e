//! How the goods of a basket get to the buyer, and what is to be paid for it.

use std::collections::BTreeMap;

use kit::i18n::Lang;
use kit::{Error, Result, Time, Tx};
use serde::Serialize;

use super::basket::{Applied, Share};
use super::quote::Asked;
use crate::catalogue::{Sellable, TaxClass};
use crate::prices;
use crate::prices::vat::BasisPoints;
use crate::shipping::{self, Kind, Parcel, Told, Why, Wish, rules};

/// How the goods get to the buyer, as far as that costs something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Whoever asks says what it costs, in minor units with tax.
    Costs(i64),
    /// By one of the shop's methods.
    By(Wish),
}

impl Default for Way {
    /// Taken along, or nobody has said yet how.
    fn default() -> Way {
        Way::Costs(0)
    }
}

impl Way {
    pub(super) fn check(&self) -> Result<()> {
        match self {
            Way::Costs(cost) if !(0..=prices::AMOUNT_MAX).contains(cost) => {
                Err(Error::bad_input("bad_amount", "What the way costs is not below zero."))
            }
            Way::Costs(_) | Way::By(_) => Ok(()),
        }
    }
}

/// The way that is taken. Amounts are minor units, with tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotedShipping {
    /// Of the method.
    pub method: String,
    pub kind: Kind,
    pub title: String,
    pub titles: BTreeMap<Lang, String>,
    /// By the table of costs.
    pub base_amount: i64,
    pub discounts: Vec<Share>,
    /// What is to be paid for it.
    pub total: i64,
    /// What would be to be paid for the cheapest way of its kind: what a whole withdrawal gives back.
    pub standard: i64,
    pub tax_rate: BasisPoints,
    /// Why it costs that.
    pub why: Why,
    /// Each method of the shop: what it would cost, or why it cannot be.
    pub methods: Vec<Told>,
}

impl QuotedShipping {
    pub fn title_in(&self, lang: Lang) -> &str {
        shipping::title_in(&self.title, &self.titles, lang)
    }
}

/// The way before promotions.
pub(super) struct Found {
    pub cost: i64,
    pub tax_class: TaxClass,
    by: Option<By>,
}

struct By {
    method: shipping::Method,
    why: Why,
    cheapest: i64,
    told: Vec<Told>,
}

/// What the way costs for goods of this amount. One that is told has the standard rate of tax.
pub(super) fn find(
    tx: &Tx,
    asked: &Asked,
    goods: &[Sellable],
    amount: i64,
    now: Time,
) -> Result<Found> {
    let free = Found { cost: 0, tax_class: TaxClass::Standard, by: None };
    let wish = match &asked.way {
        Way::Costs(cost) => return Ok(Found { cost: *cost, ..free }),
        Way::By(wish) => wish,
    };
    let parcel = Parcel {
        kind: wish.kind,
        country: asked.buyer.country.clone(),
        currency: asked.currency,
        amount,
        weight_g: weight(asked, goods, wish),
        at: now,
    };
    let methods = shipping::store::list(tx)?;
    Ok(match rules::choose(&methods, &parcel, wish.method.as_deref())? {
        None => free,
        Some(chosen) => Found {
            cost: chosen.cost,
            tax_class: chosen.method.tax_class,
            by: Some(By {
                method: chosen.method.clone(),
                why: chosen.why,
                cheapest: chosen.cheapest,
                told: chosen.told,
            }),
        },
    })
}

/// Of what is not taken along, in grams. What nobody has weighed counts as nothing.
fn weight(asked: &Asked, goods: &[Sellable], wish: &Wish) -> i64 {
    let line = |(line, one): (&super::AskedLine, &Sellable)| {
        let taken = wish.taken.get(&line.variant).copied().unwrap_or(0);
        one.weight_g.unwrap_or(0).saturating_mul((line.quantity - taken).max(0))
    };
    asked.lines.iter().zip(goods).map(line).fold(0, i64::saturating_add)
}

impl Found {
    /// With what promotions took off.
    pub fn quoted(
        self,
        applied: &Applied,
        rate: impl Fn(TaxClass) -> BasisPoints,
    ) -> Option<QuotedShipping> {
        let By { method, why, cheapest, told } = self.by?;
        let off = applied.shipping_off();
        let total = self.cost - off;
        Some(QuotedShipping {
            method: method.code,
            kind: method.kind,
            title: method.title,
            titles: method.titles,
            base_amount: self.cost,
            discounts: applied.shipping.clone(),
            total,
            standard: total.min((cheapest - off).max(0)),
            tax_rate: rate(method.tax_class),
            why,
            methods: told,
        })
    }
}
