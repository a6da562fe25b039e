//! Until when things come back, country by country: counted by hand with a calendar.

use expect_test::expect;
use kit::Time;

use super::super::Kind;
use super::super::law::{self, LAWS};
use super::super::policy::{Payer, Policy, Why};
use super::super::rules::{Deadlines, may_come};

fn at(text: &str) -> Time {
    Time::parse(text).unwrap()
}

/// The last moment at which it can be declared, in UTC.
fn told(country: &str, came: &str) -> String {
    let law = law::of(country);
    let all = Deadlines::of(&law, &Policy::of_law(&law), at(came), true);
    let withdrawal = all.withdrawal.unwrap();
    format!("{country} {came}: {withdrawal} | {}", all.complaint)
}

#[test]
fn deadlines_by_country() {
    let table: Vec<String> = [
        // Thursday: the 14th day is a Thursday, and counts to its end in Warsaw.
        ("PL", "2026-11-05T10:00:00Z"),
        // The evening of the 4th in UTC is the 5th in Bucharest.
        ("RO", "2026-11-04T22:30:00Z"),
        // Saturday: the 14th day is a Saturday, so it ends with Monday.
        ("PL", "2026-11-07T10:00:00Z"),
        // Over the change of the clocks: midnight is an hour earlier in summer.
        ("PL", "2026-03-20T10:00:00Z"),
        // Seven days, weekends count.
        ("RU", "2026-11-07T10:00:00Z"),
        // Three years against faults.
        ("ES", "2026-11-05T10:00:00Z"),
        // The last day of February.
        ("DE", "2028-02-29T10:00:00Z"),
        ("CH", "2026-11-05T10:00:00Z"),
    ]
    .map(|(country, came)| told(country, came))
    .to_vec();
    expect![[r#"
        PL 2026-11-05T10:00:00Z: 2026-11-19T23:00:00Z | 2028-11-06T23:00:00Z
        RO 2026-11-04T22:30:00Z: 2026-11-19T22:00:00Z | 2028-11-06T22:00:00Z
        PL 2026-11-07T10:00:00Z: 2026-11-23T23:00:00Z | 2028-11-07T23:00:00Z
        PL 2026-03-20T10:00:00Z: 2026-04-03T22:00:00Z | 2028-03-20T23:00:00Z
        RU 2026-11-07T10:00:00Z: 2026-11-14T21:00:00Z | 2028-11-07T21:00:00Z
        ES 2026-11-05T10:00:00Z: 2026-11-19T23:00:00Z | 2029-11-05T23:00:00Z
        DE 2028-02-29T10:00:00Z: 2028-03-14T23:00:00Z | 2030-02-28T23:00:00Z
        CH 2026-11-05T10:00:00Z: 2026-11-20T00:00:00Z | 2028-11-07T00:00:00Z"#]]
    .assert_eq(&table.join("\n"));
}

#[test]
fn every_zone_is_known_and_every_law_holds_for_itself() {
    for law in LAWS {
        jiff::tz::TimeZone::get(law.zone).unwrap();
        Policy::of_law(law).check(law).unwrap();
        assert_eq!(law::of(law.country), *law);
    }
    assert_eq!(LAWS.len(), 28, "the Union and Russia");
}

#[test]
fn a_shop_promises_more_than_the_law_and_never_less() {
    let poland = law::of("PL");
    let own = Policy::of_law(&poland);
    Policy { return_days: 100, withdrawal_days: 30, way_back: Payer::Shop, ..own.clone() }
        .check(&poland)
        .unwrap();
    for less in [
        Policy { withdrawal_days: 13, ..own.clone() },
        Policy { complaint_months: 12, ..own.clone() },
        Policy { refund_days: 15, ..own.clone() },
        Policy { answer_days: 15, ..own.clone() },
    ] {
        assert_eq!(less.check(&poland).unwrap_err().code, "less_than_the_law", "{less:?}");
    }
    let absurd = Policy { return_days: 10_000, ..own };
    assert_eq!(absurd.check(&poland).unwrap_err().code, "bad_policy");
}

#[test]
fn what_is_too_late_or_does_not_come_back() {
    let poland = law::of("PL");
    let shop = Policy { return_days: 30, ..Policy::of_law(&poland) };
    let came = at("2026-11-05T10:00:00Z");
    let web = Deadlines::of(&poland, &shop, came, true);
    let counter = Deadlines::of(&poland, &shop, came, false);
    let check = |deadlines: &Deadlines, kind, excluded, when: &str, expected: &str| {
        let code = may_come(kind, deadlines, excluded, at(when)).err().map_or("", |e| e.code);
        assert_eq!(code, expected, "{kind:?} {when}");
    };
    let hygiene = Some(Why::Hygiene);
    check(&web, Kind::Withdrawal, None, "2026-11-19T22:59:59Z", "");
    check(&web, Kind::Withdrawal, None, "2026-11-19T23:00:00Z", "too_late");
    check(&web, Kind::Return, None, "2026-12-01T10:00:00Z", "");
    check(&web, Kind::Exchange, None, "2026-12-08T10:00:00Z", "too_late");
    check(&web, Kind::Complaint, None, "2028-11-01T10:00:00Z", "");
    check(&web, Kind::Complaint, None, "2028-11-07T10:00:00Z", "too_late");
    check(&web, Kind::Withdrawal, hygiene, "2026-11-06T10:00:00Z", "does_not_come_back");
    check(&web, Kind::Complaint, hygiene, "2026-11-06T10:00:00Z", "");
    check(&counter, Kind::Withdrawal, None, "2026-11-06T10:00:00Z", "bought_at_counter");
    check(&counter, Kind::Return, None, "2026-11-06T10:00:00Z", "");
}
