//! Rates of value added tax, as data.
//!
//! Of a country's several lower rates, `Reduced` is the higher and `SuperReduced` the lower of the two that shops of goods
//! meet most. A rate's beginning is midnight in the country. Those with [`Rate::is_checked`] were compared with a published
//! source; the others, lower rates that hold no more, are as commonly known. Whoever sells to a country confirms its rates
//! with an accountant: which goods have which class is theirs to say anyway.
//!
//! Sources, all of the European Commission:
//! - Standard rates with their days: *VAT rates applied in the Member States of the European Union*, section VIII (edition
//!   of June 2021, <https://taxation-customs.ec.europa.eu/system/files/2021-06/vat_rates_en.pdf>); since 2021 the *Taxes in
//!   Europe Database* (TEDB, <https://ec.europa.eu/taxation_customs/tedb/>) as it was in September 2026. Germany's cut of
//!   2020 is in neither: Zweites Corona-Steuerhilfegesetz, article 3.
//! - The lower rates of today: TEDB as it was in April 2026.
//! - Romania since August 2025: Law 141/2025, and TEDB.

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
    checked("AT", Standard, 2000, EARLIER),
    checked("AT", Reduced, 1300, EARLIER),
    checked("AT", SuperReduced, 1000, EARLIER),
    checked("BE", Standard, 2100, EARLIER),
    checked("BE", Reduced, 1200, EARLIER),
    checked("BE", SuperReduced, 600, EARLIER),
    checked("BG", Standard, 2000, EARLIER),
    checked("BG", Reduced, 900, EARLIER),
    checked("CY", Standard, 1900, EARLIER),
    checked("CY", Reduced, 900, EARLIER),
    checked("CY", SuperReduced, 500, EARLIER),
    // Czechia: 15 and 10 % became 12 %.
    checked("CZ", Standard, 2100, EARLIER),
    rate("CZ", Reduced, 1500, EARLIER),
    checked("CZ", Reduced, 1200, midnight(2024, 1, 1, 1)),
    rate("CZ", SuperReduced, 1000, EARLIER),
    checked("CZ", SuperReduced, 1200, midnight(2024, 1, 1, 1)),
    checked("DE", Standard, 1900, EARLIER),
    checked("DE", Standard, 1600, midnight(2020, 7, 1, 2)),
    checked("DE", Standard, 1900, midnight(2021, 1, 1, 1)),
    rate("DE", Reduced, 700, EARLIER),
    rate("DE", Reduced, 500, midnight(2020, 7, 1, 2)),
    checked("DE", Reduced, 700, midnight(2021, 1, 1, 1)),
    checked("DK", Standard, 2500, EARLIER),
    checked("EE", Standard, 2000, EARLIER),
    checked("EE", Standard, 2200, midnight(2024, 1, 1, 2)),
    checked("EE", Standard, 2400, midnight(2025, 7, 1, 3)),
    checked("EE", Reduced, 900, EARLIER),
    checked("ES", Standard, 2100, EARLIER),
    checked("ES", Reduced, 1000, EARLIER),
    checked("ES", SuperReduced, 400, EARLIER),
    checked("FI", Standard, 2400, EARLIER),
    checked("FI", Standard, 2550, midnight(2024, 9, 1, 3)),
    rate("FI", Reduced, 1400, EARLIER),
    checked("FI", Reduced, 1350, midnight(2026, 1, 1, 2)),
    checked("FI", SuperReduced, 1000, EARLIER),
    checked("FR", Standard, 2000, EARLIER),
    checked("FR", Reduced, 1000, EARLIER),
    checked("FR", SuperReduced, 550, EARLIER),
    checked("GR", Standard, 2400, EARLIER),
    checked("GR", Reduced, 1300, EARLIER),
    checked("GR", SuperReduced, 600, EARLIER),
    checked("HR", Standard, 2500, EARLIER),
    checked("HR", Reduced, 1300, EARLIER),
    checked("HR", SuperReduced, 500, EARLIER),
    checked("HU", Standard, 2700, EARLIER),
    checked("HU", Reduced, 1800, EARLIER),
    checked("HU", SuperReduced, 500, EARLIER),
    // Ireland: 21 % for half a year.
    checked("IE", Standard, 2300, EARLIER),
    checked("IE", Standard, 2100, midnight(2020, 9, 1, 1)),
    checked("IE", Standard, 2300, midnight(2021, 3, 1, 0)),
    checked("IE", Reduced, 1350, EARLIER),
    checked("IE", SuperReduced, 900, EARLIER),
    checked("IT", Standard, 2200, EARLIER),
    checked("IT", Reduced, 1000, EARLIER),
    checked("IT", SuperReduced, 400, EARLIER),
    checked("LT", Standard, 2100, EARLIER),
    rate("LT", Reduced, 900, EARLIER),
    checked("LT", Reduced, 1200, midnight(2026, 1, 1, 2)),
    checked("LT", SuperReduced, 500, EARLIER),
    checked("LU", Standard, 1700, EARLIER),
    checked("LU", Standard, 1600, midnight(2023, 1, 1, 1)),
    checked("LU", Standard, 1700, midnight(2024, 1, 1, 1)),
    rate("LU", Reduced, 800, EARLIER),
    rate("LU", Reduced, 700, midnight(2023, 1, 1, 1)),
    checked("LU", Reduced, 800, midnight(2024, 1, 1, 1)),
    checked("LU", SuperReduced, 300, EARLIER),
    checked("LV", Standard, 2100, EARLIER),
    checked("LV", Reduced, 1200, EARLIER),
    checked("LV", SuperReduced, 500, EARLIER),
    checked("MT", Standard, 1800, EARLIER),
    checked("MT", Reduced, 700, EARLIER),
    checked("MT", SuperReduced, 500, EARLIER),
    checked("NL", Standard, 2100, EARLIER),
    checked("NL", Reduced, 900, EARLIER),
    checked("PT", Standard, 2300, EARLIER),
    checked("PT", Reduced, 1300, EARLIER),
    checked("PT", SuperReduced, 600, EARLIER),
    checked("SE", Standard, 2500, EARLIER),
    checked("SE", Reduced, 1200, EARLIER),
    checked("SE", SuperReduced, 600, EARLIER),
    checked("SI", Standard, 2200, EARLIER),
    checked("SI", Reduced, 950, EARLIER),
    checked("SI", SuperReduced, 500, EARLIER),
    // Slovakia: 20 and 10 % became 23 and 19 %, with 5 % below.
    checked("SK", Standard, 2000, EARLIER),
    checked("SK", Standard, 2300, midnight(2025, 1, 1, 1)),
    rate("SK", Reduced, 1000, EARLIER),
    checked("SK", Reduced, 1900, midnight(2025, 1, 1, 1)),
    checked("SK", SuperReduced, 500, midnight(2025, 1, 1, 1)),
];
