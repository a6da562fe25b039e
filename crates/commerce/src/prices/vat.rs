//! What of a price is value added tax: by country, by what it is, and by when. Pure.
//!
//! Prices are with tax. [`split`] takes the tax out of an amount: `gross × rate ÷ (1 + rate)`, rounded to the minor unit,
//! half away from zero. An invoice can be made in two ways, which differ by a cent now and then, and both are allowed:
//!
//! - [`by_rate`]: the lines of a rate are added first and split once. The sums are exact; this is what the shop does.
//! - [`by_line`]: each line is split, and the parts are added. What a till does that prints the tax beside each line.
//!
//! The rates are data (`rates.rs`), each with the moment from which it holds.

mod rates;

use std::collections::BTreeMap;
use std::fmt;

use kit::Time;
use serde::Serialize;

use crate::catalogue::TaxClass;
pub use rates::{RATES, Rate};

/// Hundredths of a percent: 2300 is 23 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct BasisPoints(pub i64);

impl fmt::Display for BasisPoints {
    /// `23 %`, `5.5 %`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        let fraction = format!("{rest:02}");
        match fraction.trim_end_matches('0') {
            "" => write!(f, "{whole} %"),
            fraction => write!(f, "{whole}.{fraction} %"),
        }
    }
}

/// The rate that held in a country at a time; none for a country or a time of which nothing is known.
///
/// A country that has no lower rate of a class takes the next higher one: nobody pays too little.
pub fn rate(country: &str, class: TaxClass, at: Time) -> Option<BasisPoints> {
    let known = |class: TaxClass| {
        let of_class = RATES
            .iter()
            .filter(|rate| rate.country == country && rate.class == class && rate.since <= at);
        of_class.max_by_key(|rate| rate.since)
    };
    let standard = known(TaxClass::Standard)?;
    let reduced = || known(TaxClass::Reduced).unwrap_or(standard);
    match class {
        TaxClass::Zero => Some(BasisPoints(0)),
        TaxClass::Standard => Some(standard.rate),
        TaxClass::Reduced => Some(reduced().rate),
        TaxClass::SuperReduced => Some(known(TaxClass::SuperReduced).unwrap_or_else(reduced).rate),
    }
}

/// An amount taken apart; `net + tax` is the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Split {
    pub net: i64,
    pub tax: i64,
}

/// The tax in an amount.
pub fn split(gross: i64, rate: BasisPoints) -> Split {
    let whole = 10_000 + i128::from(rate.0);
    let twice = 2 * i128::from(gross.unsigned_abs()) * i128::from(rate.0);
    // (2x + d) / 2d is x / d rounded, half up; the sign is put back afterwards.
    let rounded = (twice + whole) / (2 * whole);
    // The tax is a part of an amount that fits.
    let tax = i64::try_from(rounded).unwrap_or(i64::MAX) * gross.signum();
    Split { net: gross - tax, tax }
}

/// What of an invoice has this rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OfRate {
    pub rate: BasisPoints,
    pub gross: i64,
    pub net: i64,
    pub tax: i64,
}

/// The lines of each rate added, then split; the highest rate first.
pub fn by_rate(lines: &[(i64, BasisPoints)]) -> Vec<OfRate> {
    let mut sums: BTreeMap<BasisPoints, i64> = BTreeMap::new();
    for (gross, rate) in lines {
        *sums.entry(*rate).or_default() += gross;
    }
    let of = |(rate, gross): (BasisPoints, i64)| {
        let Split { net, tax } = split(gross, rate);
        OfRate { rate, gross, net, tax }
    };
    sums.into_iter().rev().map(of).collect()
}

/// Each line split, then the parts of each rate added; the highest rate first.
pub fn by_line(lines: &[(i64, BasisPoints)]) -> Vec<OfRate> {
    let mut sums: BTreeMap<BasisPoints, OfRate> = BTreeMap::new();
    for (gross, rate) in lines {
        let Split { net, tax } = split(*gross, *rate);
        let sum = sums.entry(*rate).or_insert(OfRate { rate: *rate, gross: 0, net: 0, tax: 0 });
        sum.gross += gross;
        sum.net += net;
        sum.tax += tax;
    }
    sums.into_values().rev().collect()
}
