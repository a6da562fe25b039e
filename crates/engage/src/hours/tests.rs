//! Hours as tables: what counts, over weekends, holidays and the days on which clocks change.

use expect_test::{Expect, expect};
use jiff::civil::Date;
use kit::Time;
use kit::time::{hours, minutes};

use super::{Country, Hours, Written};

/// Kraków: weekdays from nine to five, Saturday until noon, Poland's holidays and Christmas closed a day longer.
fn krakow() -> Hours {
    let mut week: [String; 7] = std::array::from_fn(|_| "9-17".to_string());
    week[5] = "9-12".into();
    week[6] = String::new();
    let zone = "Europe/Warsaw".to_string();
    let written = Written { zone, week, holidays: "PL".into(), closed: "2026-12-28".into() };
    Hours::try_from(written).unwrap()
}

fn every_day(zone: &str, day: &str) -> Hours {
    let week = std::array::from_fn(|_| day.to_string());
    Hours::try_from(Written { zone: zone.into(), week, ..Written::default() }).unwrap()
}

fn at(text: &str) -> Time {
    Time::parse(text).unwrap_or_else(|| panic!("{text} is no moment"))
}

fn shown(hours: &Hours, at: Option<Time>) -> String {
    let at = at.map(|at| at.timestamp().to_zoned(hours.zone.clone()));
    at.map_or("never".into(), |at| at.strftime("%a %Y-%m-%d %H:%M %z").to_string())
}

/// When so much will have passed, from this moment on.
fn check_after(hours: &Hours, from: &str, micros: i64, expected: Expect) {
    expected.assert_eq(&shown(hours, hours.after(at(from), micros)));
}

#[test]
fn an_hour_goes_on_when_somebody_is_there_again() {
    let krakow = krakow();
    // Friday noon, by a clock that is an hour ahead of UTC in winter.
    check_after(&krakow, "2026-11-20T11:00:00Z", hours(1), expect!["Fri 2026-11-20 13:00 +0100"]);
    check_after(&krakow, "2026-11-20T15:30:00Z", hours(1), expect!["Sat 2026-11-21 09:30 +0100"]);
    check_after(&krakow, "2026-11-21T10:30:00Z", hours(1), expect!["Mon 2026-11-23 09:30 +0100"]);
    // What is due at closing time is due then, not the next morning.
    check_after(&krakow, "2026-11-20T15:00:00Z", hours(1), expect!["Fri 2026-11-20 17:00 +0100"]);
    check_after(&krakow, "2026-11-22T03:00:00Z", minutes(5), expect!["Mon 2026-11-23 09:05 +0100"]);
    check_after(&krakow, "2026-11-22T03:00:00Z", 0, expect!["Sun 2026-11-22 04:00 +0100"]);
}

#[test]
fn holidays_do_not_count() {
    let krakow = krakow();
    // From the 23rd: Christmas Eve and both days of Christmas, a Sunday, and the Monday that they take off.
    check_after(&krakow, "2026-12-23T15:30:00Z", hours(1), expect!["Tue 2026-12-29 09:30 +0100"]);
    check_after(&krakow, "2026-11-10T15:30:00Z", hours(1), expect!["Thu 2026-11-12 09:30 +0100"]);
    // Corpus Christi moves with Easter.
    check_after(&krakow, "2027-05-26T14:30:00Z", hours(1), expect!["Fri 2027-05-28 09:30 +0200"]);
    assert_eq!(krakow.between(at("2026-12-23T16:00:00Z"), at("2026-12-29T08:00:00Z")), 0);
}

#[test]
fn the_clock_on_the_wall_counts_when_clocks_change() {
    let krakow = krakow();
    // The night to 29 March 2026 has 23 hours: between two noons there are as many open hours as ever.
    let days = |from: &str, to: &str| krakow.between(at(from), at(to)) / minutes(1);
    assert_eq!(days("2026-03-27T11:00:00Z", "2026-03-30T10:00:00Z"), (5 + 3 + 3) * 60);
    assert_eq!(days("2026-10-23T10:00:00Z", "2026-10-26T11:00:00Z"), (5 + 3 + 3) * 60);
    check_after(&krakow, "2026-03-28T10:30:00Z", hours(1), expect!["Mon 2026-03-30 09:30 +0200"]);
    check_after(&krakow, "2026-10-24T09:30:00Z", hours(1), expect!["Mon 2026-10-26 09:30 +0100"]);
    // Who is always there has 23 and 25 hours on these days.
    let always = every_day("Europe/Warsaw", "0-24");
    let length = |day: &str, next: &str| always.between(at(day), at(next)) / hours(1);
    assert_eq!(length("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"), 23);
    assert_eq!(length("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"), 25);
    check_after(&always, "2026-03-28T23:00:00Z", hours(24), expect!["Mon 2026-03-30 01:00 +0200"]);
    // Hours that fall into the hour which is left out are none that day.
    let night = every_day("Europe/Warsaw", "2-3");
    assert_eq!(night.between(at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")), 0);
    assert_eq!(night.between(at("2026-03-29T22:00:00Z"), at("2026-03-30T22:00:00Z")), hours(1));
}

#[test]
fn time_that_passed_and_time_to_come_agree() {
    let krakow = krakow();
    let start = at("2026-03-20T00:17:00Z");
    for step in 0..400 {
        let from = start.plus(step * minutes(173));
        let micros = minutes(1 + step * 7);
        let end = krakow.after(from, micros).unwrap();
        assert_eq!(krakow.between(from, end), micros, "from {from} to {end}");
        assert_eq!(krakow.between(from, end.minus(1)), micros - 1, "it is the first such moment");
    }
}

#[test]
fn a_closed_period_has_one_name_and_an_end() {
    let krakow = krakow();
    let check = |now: &str, expected: Expect| {
        let since = krakow.closed_since(at(now)).map(|since| shown(&krakow, Some(since)));
        let opens = shown(&krakow, krakow.opens_at(at(now)));
        expected.assert_eq(&format!("{} to {opens}", since.as_deref().unwrap_or("open")));
    };
    check(
        "2026-11-21T12:00:00Z",
        expect!["Sat 2026-11-21 12:00 +0100 to Mon 2026-11-23 09:00 +0100"],
    );
    check(
        "2026-11-23T07:59:59Z",
        expect!["Sat 2026-11-21 12:00 +0100 to Mon 2026-11-23 09:00 +0100"],
    );
    check("2026-11-23T08:00:00Z", expect!["open to Mon 2026-11-23 09:00 +0100"]);
    check(
        "2026-11-23T16:00:00Z",
        expect!["Mon 2026-11-23 17:00 +0100 to Tue 2026-11-24 09:00 +0100"],
    );
}

#[test]
fn who_is_never_there_is_never_due() {
    let never = every_day("UTC", "");
    check_after(&never, "2026-11-20T11:00:00Z", 1, expect!["never"]);
    assert_eq!(never.opens_at(at("2026-11-20T11:00:00Z")), None);
    assert_eq!(never.closed_since(at("2026-11-20T11:00:00Z")), Some(Time::MIN));
}

#[test]
fn what_cannot_be_hours_is_refused_by_name() {
    let check = |day: &str, code: Option<&str>| {
        let week = std::array::from_fn(|_| day.to_string());
        let written = Written { zone: "UTC".into(), week, ..Written::default() };
        assert_eq!(Hours::try_from(written).err().map(|error| error.code), code, "{day}");
    };
    check("9-12, 13-17:30", None);
    check("9–24", None);
    check("17-9", Some("bad_hours"));
    check("9-13, 12-17", Some("bad_hours"));
    check("9-25", Some("bad_hours"));
    check("9", Some("bad_hours"));
    check("9:60-10", Some("bad_hours"));
    let nowhere = Written { zone: "Europe/Krakow".into(), ..Written::default() };
    assert_eq!(Hours::try_from(nowhere).unwrap_err().code, "bad_zone");
    let written = Written::from(krakow());
    assert_eq!(written.week[0], "9:00-17:00");
    assert_eq!(Hours::try_from(written).unwrap(), krakow());
}

#[test]
fn public_holidays_of_2027() {
    let check = |country: Country, expected: Expect| {
        let year = Date::constant(2027, 1, 1).series(jiff::Span::new().days(1)).take(365);
        let days = year.filter(|day| country.is_holiday(*day));
        let days: Vec<String> = days.map(|day| day.strftime("%-d.%-m").to_string()).collect();
        expected.assert_eq(&days.join(" "));
    };
    check(
        Country::Poland,
        expect!["1.1 6.1 28.3 29.3 1.5 3.5 16.5 27.5 15.8 1.11 11.11 24.12 25.12 26.12"],
    );
    check(
        Country::Romania,
        expect!["1.1 2.1 6.1 7.1 24.1 30.4 1.5 2.5 3.5 1.6 20.6 21.6 15.8 30.11 1.12 25.12 26.12"],
    );
    check(Country::Moldova, expect!["1.1 7.1 8.1 8.3 1.5 2.5 3.5 9.5 10.5 1.6 27.8 31.8 25.12"]);
    check(Country::Germany, expect!["1.1 26.3 29.3 1.5 6.5 17.5 3.10 25.12 26.12"]);
}
