//! When things happen: shops have opening hours, people have evenings, and the year has a November.

use jiff::civil::{DateTime, Weekday, date};
use jiff::tz::Offset;
use kit::Time;
use kit::time::{MICROS_PER_MS, days, hours};

use super::random::Random;
use super::shop::Country;

/// The rhythm that a door lives in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// On the sofa in the evening, and a little on the way to work.
    Online,
    /// While the store of the country is open.
    Store,
    /// While somebody answers the telephone: working days, nine to five.
    Office,
}

/// A stretch of time, the end excluded.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub from: Time,
    pub to: Time,
}

impl Span {
    pub fn new(from: Time, to: Time) -> Span {
        Span { from, to }
    }

    /// Whole days.
    pub fn days(self) -> u64 {
        (self.to.since(self.from).max(0) / days(1)) as u64
    }

    /// Any moment of the span, to the millisecond; its start if the span is empty.
    pub fn any(self, random: &mut Random) -> Time {
        let ms = self.to.since(self.from) / MICROS_PER_MS;
        self.from.plus(random.between(0, (ms - 1).max(0)) * MICROS_PER_MS)
    }

    /// A moment of the span that fits the rhythm, or nothing where none was found (a night in a shop).
    pub fn moment(self, random: &mut Random, country: Country, rhythm: Rhythm) -> Option<Time> {
        (self.to > self.from).then_some(())?;
        (0..300).find_map(|_| {
            let at = self.any(random);
            let weight = weight(local(at, country), country, rhythm);
            (random.below(HEAVIEST) < weight).then_some(at)
        })
    }
}

/// What the clock on the wall shows. Both countries keep the summer time of the European Union, so the demo
/// does not ask the machine for a time-zone database that it may not have.
pub fn local(at: Time, country: Country) -> DateTime {
    let winter = match country {
        Country::Poland => 1,
        Country::Romania => 2,
    };
    let utc = Offset::UTC.to_datetime(at.timestamp());
    let summer = match utc.month() {
        3 => utc >= last_sunday(utc.year(), 3),
        10 => utc < last_sunday(utc.year(), 10),
        month => (4..10).contains(&month),
    };
    let shifted = at.plus(hours(winter + i64::from(summer)));
    Offset::UTC.to_datetime(shifted.timestamp())
}

/// One in the morning, UTC, of the last Sunday of a month of 31 days: when the clocks change.
fn last_sunday(year: i16, month: i8) -> DateTime {
    let days_before_the_end = date(year, month, 31).weekday().to_sunday_zero_offset();
    date(year, month, 31 - days_before_the_end).at(1, 0, 0, 0)
}

#[cfg(test)]
pub fn is_open(at: Time, country: Country) -> bool {
    weight(local(at, country), country, Rhythm::Store) > 0
}

/// The product of the three greatest factors below.
const HEAVIEST: u64 = 10 * 14 * 20;

fn weight(at: DateTime, country: Country, rhythm: Rhythm) -> u64 {
    hour_weight(at, country, rhythm) * weekday_weight(at.weekday(), rhythm) * season_weight(at)
}

/// 0 to 10.
fn hour_weight(at: DateTime, country: Country, rhythm: Rhythm) -> u64 {
    let sunday = at.weekday() == Weekday::Sunday;
    match (rhythm, at.hour()) {
        (Rhythm::Online, 0..=5) => u64::from(at.hour() == 0),
        (Rhythm::Online, 6 | 9..=11) => 3,
        (Rhythm::Online, 7 | 8 | 13..=16) => 4,
        (Rhythm::Online, 12) => 6,
        (Rhythm::Online, 17..=18) => 5,
        (Rhythm::Online, 19 | 22) => 8,
        (Rhythm::Online, 20..=21) => 10,
        (Rhythm::Online, _) => 3,
        // Polish law keeps most shops shut on Sundays; in Cluj one opens later and closes earlier.
        (Rhythm::Store, _) if sunday && country == Country::Poland => 0,
        (Rhythm::Store, 10..=17) => [4, 5, 6, 6, 5, 6, 8, 10][at.hour() as usize - 10],
        (Rhythm::Store, 9 | 18 | 19) if !sunday => 5,
        (Rhythm::Store, _) => 0,
        (Rhythm::Office, 9..=16) if !matches!(at.weekday(), Weekday::Saturday) && !sunday => 8,
        (Rhythm::Office, _) => 0,
    }
}

/// 6 to 14.
fn weekday_weight(day: Weekday, rhythm: Rhythm) -> u64 {
    match (rhythm, day) {
        (Rhythm::Online, Weekday::Sunday) => 13,
        (Rhythm::Online, Weekday::Monday) => 11,
        (Rhythm::Online, Weekday::Friday) => 8,
        (Rhythm::Online, Weekday::Saturday) => 9,
        (Rhythm::Online, _) => 10,
        (Rhythm::Store, Weekday::Saturday) => 14,
        (Rhythm::Store, Weekday::Friday) => 11,
        (Rhythm::Store, _) => 7,
        (Rhythm::Office, Weekday::Monday) => 12,
        (Rhythm::Office, _) => 8,
    }
}

/// 6 to 20: presents before Christmas, sales at the end of November, quiet Julys.
fn season_weight(at: DateTime) -> u64 {
    match (at.month(), at.day()) {
        (11, 20..=30) => 20,
        (12, 1..=19) => 18,
        (12, 20..=23) => 12,
        (11, _) => 12,
        (3, 1..=8) | (5, 20..=26) => 13,
        (12, _) | (7, _) => 6,
        (1 | 8, _) => 7,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local_text(utc: &str, country: Country) -> String {
        local(Time::parse(utc).unwrap(), country).to_string()
    }

    #[test]
    fn the_wall_clock_knows_summer_time() {
        let check = |utc, country, wall| assert_eq!(local_text(utc, country), wall);
        check("2026-10-25T00:59:59Z", Country::Poland, "2026-10-25T02:59:59");
        check("2026-10-25T01:00:00Z", Country::Poland, "2026-10-25T02:00:00");
        check("2026-03-29T00:59:59Z", Country::Romania, "2026-03-29T02:59:59");
        check("2026-03-29T01:00:00Z", Country::Romania, "2026-03-29T04:00:00");
        check("2026-12-31T23:30:00Z", Country::Poland, "2027-01-01T00:30:00");
    }

    #[test]
    fn nobody_shops_in_krakow_on_a_sunday_or_in_cluj_at_night() {
        let open = |utc, country| is_open(Time::parse(utc).unwrap(), country);
        assert!(!open("2026-11-22T12:00:00Z", Country::Poland));
        assert!(open("2026-11-22T12:00:00Z", Country::Romania));
        assert!(!open("2026-11-20T22:00:00Z", Country::Romania));
        assert!(open("2026-11-20T12:00:00Z", Country::Poland));
    }

    #[test]
    fn a_night_has_no_moment_for_a_store() {
        let at = |text| Time::parse(text).unwrap();
        let night = Span::new(at("2026-11-20T21:00:00Z"), at("2026-11-21T05:00:00Z"));
        assert_eq!(night.moment(&mut Random::new(1), Country::Poland, Rhythm::Store), None);
    }
}
