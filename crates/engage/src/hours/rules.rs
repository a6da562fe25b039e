//! How much of a time counts, and when so much of it will have passed: pure.

use jiff::civil::Date;
use kit::Time;

use super::{Hours, MINUTES_OF_DAY, Span};

/// Farther than this nobody looks: who is never there has no due time.
const DAYS_MAX: i64 = 3 * 366;

impl Hours {
    /// The open stretches of a day, in order.
    fn open_on(&self, day: Date) -> Vec<(Time, Time)> {
        let is_holiday = self.holidays.is_some_and(|country| country.is_holiday(day));
        if is_holiday || self.closed.contains(&day) {
            return Vec::new();
        }
        let weekday = day.weekday().to_monday_zero_offset() as usize;
        let moments =
            |span: &Span| Some((self.moment(day, span.from)?, self.moment(day, span.to)?));
        let stretches = self.week[weekday].iter().filter_map(moments);
        // An hour that the clocks leave out is none.
        stretches.filter(|(from, to)| from < to).collect()
    }

    fn moment(&self, day: Date, minute: i16) -> Option<Time> {
        let (day, minute) =
            if minute == MINUTES_OF_DAY { (day.tomorrow().ok()?, 0) } else { (day, minute) };
        let at = day.at((minute / 60) as i8, (minute % 60) as i8, 0, 0);
        let at = at.to_zoned(self.zone.clone()).ok()?;
        Some(Time(at.timestamp().as_microsecond()))
    }

    fn day_of(&self, at: Time) -> Date {
        self.zone.to_datetime(at.timestamp()).date()
    }

    /// The days from that of a moment on, and their stretches.
    fn from(&self, at: Time) -> impl Iterator<Item = (Time, Time)> {
        let days = self.day_of(at).series(jiff::Span::new().days(1)).take(DAYS_MAX as usize);
        days.flat_map(|day| self.open_on(day))
    }

    pub fn is_open(&self, at: Time) -> bool {
        self.open_on(self.day_of(at)).iter().any(|(from, to)| *from <= at && at < *to)
    }

    /// How much of the time between two moments somebody was there, in microseconds.
    pub fn between(&self, from: Time, to: Time) -> i64 {
        let stretches = self.from(from).take_while(|(open, _)| *open < to);
        stretches.map(|(open, close)| close.min(to).since(open.max(from)).max(0)).sum()
    }

    /// When so much time will have passed in which somebody is there. None where nobody ever is.
    pub fn after(&self, from: Time, micros: i64) -> Option<Time> {
        if micros <= 0 {
            return Some(from);
        }
        let mut left = micros;
        for (open, close) in self.from(from) {
            let begin = open.max(from);
            let length = close.since(begin).max(0);
            if length >= left {
                return Some(begin.plus(left));
            }
            left -= length;
        }
        None
    }

    /// When the door opens next; now, where it is open.
    pub fn opens_at(&self, now: Time) -> Option<Time> {
        let next = self.from(now).find(|(_, close)| *close > now);
        next.map(|(open, _)| open.max(now))
    }

    /// Since when it has been closed: the name of this closed period. None where it is open.
    pub fn closed_since(&self, now: Time) -> Option<Time> {
        if self.is_open(now) {
            return None;
        }
        let back = self.day_of(now).series(jiff::Span::new().days(-1)).take(DAYS_MAX as usize);
        let closings = back.flat_map(|day| self.open_on(day).into_iter().rev());
        Some(closings.map(|(_, close)| close).find(|close| *close <= now).unwrap_or(Time::MIN))
    }
}
