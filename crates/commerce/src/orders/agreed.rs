//! What was agreed about the money, read again from the order: totals, tax by rate, and what each promotion did.

use kit::money::{Currency, Money};
use kit::{Error, Result};
use serde::Deserialize;

use super::Order;

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Agreed {
    pub totals: Vec<AgreedTotal>,
    pub taxes: Vec<AgreedTax>,
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

    /// The promotions that took something off, by name, and how much.
    pub fn given(&self) -> Vec<(&str, i64)> {
        let applied = self.promotions.iter().filter(|trace| trace.code == "applied");
        let given = applied.map(|trace| (trace.name.as_str(), trace.amount + trace.shipping));
        given.filter(|(_, amount)| *amount > 0).collect()
    }
}
