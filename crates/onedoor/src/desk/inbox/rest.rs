//! Until when a conversation may rest, in the shop's time: pure.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use kit::Time;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    Evening,
    Tomorrow,
    Monday,
}

const EVENING_HOUR: i8 = 18;
const MORNING_HOUR: i8 = 9;

impl Rest {
    pub const ALL: [Rest; 3] = [Rest::Evening, Rest::Tomorrow, Rest::Monday];

    pub fn code(self) -> &'static str {
        match self {
            Rest::Evening => "evening",
            Rest::Tomorrow => "tomorrow",
            Rest::Monday => "monday",
        }
    }

    pub fn parse(code: &str) -> Option<Rest> {
        Rest::ALL.into_iter().find(|rest| rest.code() == code)
    }

    /// The moment; none when the evening has begun already.
    pub fn until(self, now: Time, zone: &TimeZone) -> Option<Time> {
        let today = now.timestamp().to_zoned(zone.clone()).date();
        let (day, hour) = match self {
            Rest::Evening => (today, EVENING_HOUR),
            Rest::Tomorrow => (today.tomorrow().ok()?, MORNING_HOUR),
            Rest::Monday => (today.nth_weekday(1, Weekday::Monday).ok()?, MORNING_HOUR),
        };
        moment(day, hour, zone).filter(|until| *until > now)
    }
}

fn moment(day: Date, hour: i8, zone: &TimeZone) -> Option<Time> {
    let at = day.at(hour, 0, 0, 0).to_zoned(zone.clone()).ok()?;
    Some(Time(at.timestamp().as_microsecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_evening_tomorrow_and_monday_are_those_of_the_shop() {
        let warsaw = TimeZone::get("Europe/Warsaw").unwrap();
        let check = |now: &str, rest: Rest, expected: Option<&str>| {
            let until = rest.until(Time::parse(now).unwrap(), &warsaw);
            assert_eq!(until, expected.map(|text| Time::parse(text).unwrap()), "{rest:?} at {now}");
        };
        // A Saturday noon in winter; Warsaw is an hour ahead.
        let saturday = "2026-11-21T12:00:00Z";
        check(saturday, Rest::Evening, Some("2026-11-21T17:00:00Z"));
        check(saturday, Rest::Tomorrow, Some("2026-11-22T08:00:00Z"));
        check(saturday, Rest::Monday, Some("2026-11-23T08:00:00Z"));
        check("2026-11-21T17:30:00Z", Rest::Evening, None);
        // After midnight in Warsaw, though not in London.
        check("2026-11-21T23:30:00Z", Rest::Tomorrow, Some("2026-11-23T08:00:00Z"));
        // On a Monday it is the next one.
        check("2026-11-23T10:00:00Z", Rest::Monday, Some("2026-11-30T08:00:00Z"));
        // The night in which clocks go forward.
        check("2026-03-28T12:00:00Z", Rest::Tomorrow, Some("2026-03-29T07:00:00Z"));
    }
}
