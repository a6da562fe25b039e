//! Rates of value added tax, as data.
//!
//! Of a country's several lower rates, `Reduced` is the higher and `SuperReduced` the lower of the two that shops of goods
//! meet most. A rate's beginning is midnight in the country. Those with [`Rate::is_checked`] were compared with a published
//! source when they were written down; the others are as commonly known and wait for that. Whoever sells to a country
//! confirms its rates with an accountant: which goods have which class is theirs to say anyway.

use kit::Time;
use kit::time::{days, hours};

use super::BasisPoints;
use crate::catalogue::TaxClass::{self, Reduced, Standard, SuperReduced};

#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// ISO 3166.
    pub country: &'static str,
    pub class: TaxClass,
    pub rate: BasisPoints,
    pub since: Time,
    pub is_checked: bool,
}

/// What has held since before anybody kept orders here.
const EARLIER: Time = Time::MIN;

const fn rate(country: &'static str, class: TaxClass, points: i64, since: Time) -> Rate {
    Rate { country, class, rate: BasisPoints(points), since, is_checked: false }
}

const fn checked(country: &'static str, class: TaxClass, points: i64, since: Time) -> Rate {
    Rate { is_checked: true, ..rate(country, class, points, since) }
}

/// Midnight where clocks are so many hours ahead of UTC.
const fn midnight(year: i64, month: i64, day: i64, ahead: i64) -> Time {
    // Days since 1970-01-01 of the proleptic Gregorian calendar, counted in years that begin in March.
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let since_1970 = 365 * year + year / 4 - year / 100 + year / 400 + of_year - 719_468;
    Time(days(since_1970) - hours(ahead))
}

/// All that are known, a country after the other.
pub const RATES: &[Rate] = &[
    checked("PL", Standard, 2300, EARLIER),
    checked("PL", Reduced, 800, EARLIER),
    checked("PL", SuperReduced, 500, EARLIER),
    // Romania, Law 141/2025: 19, 9 and 5 % became 21 and 11 %.
    checked("RO", Standard, 1900, EARLIER),
    checked("RO", Standard, 2100, midnight(2025, 8, 1, 3)),
    checked("RO", Reduced, 900, EARLIER),
    checked("RO", Reduced, 1100, midnight(2025, 8, 1, 3)),
    checked("RO", SuperReduced, 500, EARLIER),
    checked("RO", SuperReduced, 1100, midnight(2025, 8, 1, 3)),
    rate("AT", Standard, 2000, EARLIER),
    rate("AT", Reduced, 1300, EARLIER),
    rate("AT", SuperReduced, 1000, EARLIER),
    rate("BE", Standard, 2100, EARLIER),
    rate("BE", Reduced, 1200, EARLIER),
    rate("BE", SuperReduced, 600, EARLIER),
    rate("BG", Standard, 2000, EARLIER),
    rate("BG", Reduced, 900, EARLIER),
    rate("CY", Standard, 1900, EARLIER),
    rate("CY", Reduced, 900, EARLIER),
    rate("CY", SuperReduced, 500, EARLIER),
    // Czechia: 15 and 10 % became 12 %.
    rate("CZ", Standard, 2100, EARLIER),
    rate("CZ", Reduced, 1500, EARLIER),
    rate("CZ", Reduced, 1200, midnight(2024, 1, 1, 1)),
    rate("CZ", SuperReduced, 1000, EARLIER),
    rate("CZ", SuperReduced, 1200, midnight(2024, 1, 1, 1)),
    rate("DE", Standard, 1900, EARLIER),
    rate("DE", Standard, 1600, midnight(2020, 7, 1, 2)),
    rate("DE", Standard, 1900, midnight(2021, 1, 1, 1)),
    rate("DE", Reduced, 700, EARLIER),
    rate("DE", Reduced, 500, midnight(2020, 7, 1, 2)),
    rate("DE", Reduced, 700, midnight(2021, 1, 1, 1)),
    rate("DK", Standard, 2500, EARLIER),
    rate("EE", Standard, 2000, EARLIER),
    rate("EE", Standard, 2200, midnight(2024, 1, 1, 2)),
    rate("EE", Standard, 2400, midnight(2025, 7, 1, 3)),
    rate("EE", Reduced, 900, EARLIER),
    rate("ES", Standard, 2100, EARLIER),
    rate("ES", Reduced, 1000, EARLIER),
    rate("ES", SuperReduced, 400, EARLIER),
    rate("FI", Standard, 2400, EARLIER),
    rate("FI", Standard, 2550, midnight(2024, 9, 1, 3)),
    rate("FI", Reduced, 1400, EARLIER),
    rate("FI", Reduced, 1350, midnight(2026, 1, 1, 2)),
    rate("FI", SuperReduced, 1000, EARLIER),
    rate("FR", Standard, 2000, EARLIER),
    rate("FR", Reduced, 1000, EARLIER),
    rate("FR", SuperReduced, 550, EARLIER),
    rate("GR", Standard, 2400, EARLIER),
    rate("GR", Reduced, 1300, EARLIER),
    rate("GR", SuperReduced, 600, EARLIER),
    rate("HR", Standard, 2500, EARLIER),
    rate("HR", Reduced, 1300, EARLIER),
    rate("HR", SuperReduced, 500, EARLIER),
    rate("HU", Standard, 2700, EARLIER),
    rate("HU", Reduced, 1800, EARLIER),
    rate("HU", SuperReduced, 500, EARLIER),
    rate("IE", Standard, 2300, EARLIER),
    rate("IE", Reduced, 1350, EARLIER),
    rate("IE", SuperReduced, 900, EARLIER),
    rate("IT", Standard, 2200, EARLIER),
    rate("IT", Reduced, 1000, EARLIER),
    rate("IT", SuperReduced, 400, EARLIER),
    rate("LT", Standard, 2100, EARLIER),
    rate("LT", Reduced, 900, EARLIER),
    rate("LT", Reduced, 1200, midnight(2026, 1, 1, 2)),
    rate("LT", SuperReduced, 500, EARLIER),
    rate("LU", Standard, 1700, EARLIER),
    rate("LU", Standard, 1600, midnight(2023, 1, 1, 1)),
    rate("LU", Standard, 1700, midnight(2024, 1, 1, 1)),
    rate("LU", Reduced, 800, EARLIER),
    rate("LU", Reduced, 700, midnight(2023, 1, 1, 1)),
    rate("LU", Reduced, 800, midnight(2024, 1, 1, 1)),
    rate("LU", SuperReduced, 300, EARLIER),
    rate("LV", Standard, 2100, EARLIER),
    rate("LV", Reduced, 1200, EARLIER),
    rate("LV", SuperReduced, 500, EARLIER),
    rate("MT", Standard, 1800, EARLIER),
    rate("MT", Reduced, 700, EARLIER),
    rate("MT", SuperReduced, 500, EARLIER),
    rate("NL", Standard, 2100, EARLIER),
    rate("NL", Reduced, 900, EARLIER),
    rate("PT", Standard, 2300, EARLIER),
    rate("PT", Reduced, 1300, EARLIER),
    rate("PT", SuperReduced, 600, EARLIER),
    rate("SE", Standard, 2500, EARLIER),
    rate("SE", Reduced, 1200, EARLIER),
    rate("SE", SuperReduced, 600, EARLIER),
    rate("SI", Standard, 2200, EARLIER),
    rate("SI", Reduced, 950, EARLIER),
    rate("SI", SuperReduced, 500, EARLIER),
    // Slovakia: 20 and 10 % became 23 and 19 %, with 5 % below.
    rate("SK", Standard, 2000, EARLIER),
    rate("SK", Standard, 2300, midnight(2025, 1, 1, 1)),
    rate("SK", Reduced, 1000, EARLIER),
    rate("SK", Reduced, 1900, midnight(2025, 1, 1, 1)),
    rate("SK", SuperReduced, 500, midnight(2025, 1, 1, 1)),
];
