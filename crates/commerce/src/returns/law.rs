//! What the law of a country gives to whoever bought from afar, as data: the shop may promise more, never less.
//!
//! - Withdrawal: Directive 2011/83, art. 9 (14 days from receipt), 13 (money back within 14 days, with the delivery
//!   outward), 14 (goods back within 14 days; the way back is the customer's where they were told so).
//! - Conformity: Directive 2019/771, art. 10 (two years), with the longer terms of some countries.
//! - Poland: ustawa o prawach konsumenta, art. 7a (an answer to a complaint within 14 days). Romania: OUG 34/2014, OUG
//!   140/2021 (brought into conformity within 15 days). Russia: law 2300-1, art. 26.1 (seven days, ten for the money).
//!
//! As of November 2026. Deadlines are counted as Regulation 1182/71 says: see [`super::rules::end_of`].

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Law {
    /// ISO 3166.
    pub country: &'static str,
    /// Days are counted by the calendar of this zone (IANA).
    pub zone: &'static str,
    /// From the day after the goods came.
    pub withdrawal_days: i64,
    /// In which the money must be back, from the statement.
    pub refund_days: i64,
    /// For goods that are not as agreed, from delivery.
    pub complaint_months: i64,
    /// In which a complaint must be answered.
    pub answer_days: i64,
    /// A whole withdrawal gives the delivery outward back.
    pub refunds_delivery: bool,
    /// A deadline that ends on a Saturday or Sunday ends with the next working day.
    pub skips_weekends: bool,
}

const fn union(country: &'static str, zone: &'static str, complaint_months: i64) -> Law {
    Law {
        country,
        zone,
        withdrawal_days: 14,
        refund_days: 14,
        complaint_months,
        answer_days: 30,
        refunds_delivery: true,
        skips_weekends: true,
    }
}

pub const LAWS: &[Law] = &[
    union("AT", "Europe/Vienna", 24),
    union("BE", "Europe/Brussels", 24),
    union("BG", "Europe/Sofia", 24),
    union("CY", "Asia/Nicosia", 24),
    union("CZ", "Europe/Prague", 24),
    union("DE", "Europe/Berlin", 24),
    union("DK", "Europe/Copenhagen", 24),
    union("EE", "Europe/Tallinn", 24),
    union("ES", "Europe/Madrid", 36),
    union("FI", "Europe/Helsinki", 24),
    union("FR", "Europe/Paris", 24),
    union("GR", "Europe/Athens", 24),
    union("HR", "Europe/Zagreb", 24),
    union("HU", "Europe/Budapest", 24),
    union("IE", "Europe/Dublin", 24),
    union("IT", "Europe/Rome", 24),
    union("LT", "Europe/Vilnius", 24),
    union("LU", "Europe/Luxembourg", 24),
    union("LV", "Europe/Riga", 24),
    union("MT", "Europe/Malta", 24),
    union("NL", "Europe/Amsterdam", 24),
    Law { answer_days: 14, ..union("PL", "Europe/Warsaw", 24) },
    union("PT", "Europe/Lisbon", 36),
    Law { answer_days: 15, ..union("RO", "Europe/Bucharest", 24) },
    Law {
        withdrawal_days: 7,
        refund_days: 10,
        answer_days: 10,
        skips_weekends: false,
        ..union("RU", "Europe/Moscow", 24)
    },
    union("SE", "Europe/Stockholm", 36),
    union("SI", "Europe/Ljubljana", 24),
    union("SK", "Europe/Bratislava", 24),
];

/// Of a country of which nothing is known here: what the Union gives.
const ELSEWHERE: Law = union("", "UTC", 24);

pub fn of(country: &str) -> Law {
    let known = LAWS.iter().find(|law| law.country == country);
    known.copied().unwrap_or(ELSEWHERE)
}
