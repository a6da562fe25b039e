//! What was agreed about the money, read again from the order: totals, tax by rate, and what each promotion did.

use std::collections::BTreeMap;

use kit::i18n::Lang;
use kit::money::{Currency, Money};
use kit::{Error, Result};
use serde::Deserialize;

use super::Order;
use crate::shipping;

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Agreed {
    pub totals: Vec<AgreedTotal>,
    pub taxes: Vec<AgreedTax>,
    /// None: no method of the shop was agreed on.
    pub shipping: Option<AgreedShipping>,
    /// How another shop system calls the order that was placed there.
    number_there: Option<String>,
    promotions: Vec<Trace>,
}

/// Minor units of the order's currency.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AgreedTotal {
    #[serde(rename = "type")]
    pub kind: String,
    pub amount: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AgreedTax {
    /// Hundredths of a percent.
    pub rate: i64,
    pub gross: i64,
    pub net: i64,
    pub tax: i64,
}

/// How the goods go. Amounts are minor units, with tax.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AgreedShipping {
    /// Its code.
    pub method: String,
    title: String,
    #[serde(default)]
    titles: BTreeMap<Lang, String>,
    /// What is paid for it.
    pub total: i64,
    /// What the cheapest way would have cost.
    pub standard: i64,
}

impl AgreedShipping {
    pub fn title_in(&self, lang: Lang) -> &str {
        shipping::title_in(&self.title, &self.titles, lang)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Trace {
    name: String,
    code: String,
    #[serde(default)]
    amount: i64,
    #[serde(default)]
    shipping: i64,
}

impl AgreedTotal {
    /// Of the catalogue of words.
    pub fn key(&self) -> String {
        format!("quote-{}", self.kind.replace('_', "-"))
    }

    pub fn is_delivery(&self) -> bool {
        self.kind == "fulfillment"
    }

    pub fn money(&self, currency: Currency) -> Money {
        Money::new(self.amount, currency)
    }
}

impl Agreed {
    pub fn of(order: &Order) -> Result<Agreed> {
        serde_json::from_str(&order.quote).map_err(Error::internal)
    }

    /// The totals that say something: a discount of nothing does not.
    pub fn shown(&self) -> impl Iterator<Item = &AgreedTotal> {
        let last = ["tax", "total", "to_pay"];
        self.totals.iter().filter(move |one| one.amount != 0 || last.contains(&one.kind.as_str()))
    }

    /// It was placed in another shop system.
    pub fn is_from_elsewhere(&self) -> bool {
        self.number_there.is_some()
    }

    fn total(&self, kind: &str) -> i64 {
        self.totals.iter().find(|total| total.kind == kind).map_or(0, |total| total.amount)
    }

    /// What gift cards and points left to pay in money, of an order with this total.
    pub fn to_pay(&self, total: Money) -> Money {
        let left = self.totals.iter().find(|one| one.kind == "to_pay");
        left.map_or(total, |left| left.money(total.currency))
    }

    /// What is paid for the way to the customer.
    pub fn delivery(&self) -> i64 {
        self.total("fulfillment")
    }

    /// What a whole withdrawal gives back of it: no more than the cheapest way that was offered (Directive 2011/83,
    /// art. 13(2)).
    pub fn standard_delivery(&self) -> i64 {
        self.shipping.as_ref().map_or(self.delivery(), |way| way.standard)
    }

    /// The promotions that took something off, by name, and how much.
    pub fn given(&self) -> Vec<(&str, i64)> {
        let applied = self.promotions.iter().filter(|trace| trace.code == "applied");
        let given = applied.map(|trace| (trace.name.as_str(), trace.amount + trace.shipping));
        given.filter(|(_, amount)| *amount > 0).collect()
    }
}
