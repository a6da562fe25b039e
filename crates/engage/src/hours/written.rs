//! Hours as people write them: `9-12, 13-17:30` for a day, `2026-12-24` for a date.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kit::{Error, Result};
use serde::{Deserialize, Serialize};

use super::{Country, Hours, MINUTES_OF_DAY, Span};

/// More stretches of one day than this nobody works.
const SPANS_MAX: usize = 6;
const CLOSED_MAX: usize = 400;

/// As a form sends it and the database keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Written {
    /// By its IANA name: `Europe/Warsaw`.
    pub zone: String,
    /// From Monday to Sunday; empty where nobody is there.
    pub week: [String; 7],
    /// ISO 3166; empty for none.
    pub holidays: String,
    /// Dates, separated by blanks, commas or lines.
    pub closed: String,
}

impl TryFrom<Written> for Hours {
    type Error = Error;

    fn try_from(written: Written) -> Result<Hours> {
        let zone = TimeZone::get(written.zone.trim()).map_err(|_| {
            let detail = format!("“{}” is no time zone, such as Europe/Warsaw.", written.zone);
            Error::bad_input("bad_zone", detail)
        })?;
        let mut week: [Vec<Span>; 7] = Default::default();
        for (day, text) in week.iter_mut().zip(&written.week) {
            *day = parse_day(text)?;
        }
        let holidays = match written.holidays.trim() {
            "" => None,
            code => Some(code.parse::<Country>()?),
        };
        Ok(Hours { zone, week, holidays, closed: parse_dates(&written.closed)? })
    }
}

impl From<Hours> for Written {
    fn from(hours: Hours) -> Written {
        let dates: Vec<String> = hours.closed.iter().map(Date::to_string).collect();
        Written {
            zone: hours.zone.iana_name().unwrap_or("UTC").to_string(),
            week: hours.week.map(|day| write_day(&day)),
            holidays: hours
                .holidays
                .map(|country| country.as_str().to_string())
                .unwrap_or_default(),
            closed: dates.join(" "),
        }
    }
}

fn parse_day(text: &str) -> Result<Vec<Span>> {
    let bad = || {
        let detail = format!("“{text}” are no hours of a day, such as 9-12, 13-17:30.");
        Error::bad_input("bad_hours", detail)
    };
    let pieces = text.split([',', ';']).map(str::trim).filter(|piece| !piece.is_empty());
    let mut spans = Vec::new();
    for piece in pieces {
        let (from, to) = piece.split_once(['-', '–', '—']).ok_or_else(bad)?;
        let (from, to) = (parse_minute(from).ok_or_else(bad)?, parse_minute(to).ok_or_else(bad)?);
        spans.push(Span { from, to });
    }
    spans.sort();
    let is_long = spans.len() > SPANS_MAX;
    let is_turned = spans.iter().any(|span| span.from >= span.to);
    let overlaps = spans.windows(2).any(|two| two[1].from < two[0].to);
    if is_long || is_turned || overlaps { Err(bad()) } else { Ok(spans) }
}

/// `9`, `9:30`, `24:00`.
fn parse_minute(text: &str) -> Option<i16> {
    let (hour, minute) = text.trim().split_once([':', '.']).unwrap_or((text.trim(), "0"));
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    let minutes = i16::from(hour) * 60 + i16::from(minute);
    (minute < 60 && minutes <= MINUTES_OF_DAY).then_some(minutes)
}

fn write_day(spans: &[Span]) -> String {
    let minute = |n: i16| format!("{}:{:02}", n / 60, n % 60);
    let spans = spans.iter().map(|span| format!("{}-{}", minute(span.from), minute(span.to)));
    spans.collect::<Vec<_>>().join(", ")
}

fn parse_dates(text: &str) -> Result<BTreeSet<Date>> {
    let pieces = text.split(|c: char| c.is_whitespace() || c == ',' || c == ';');
    let dates = pieces.filter(|piece| !piece.is_empty()).map(|piece| {
        piece.parse::<Date>().map_err(|_| {
            let detail = format!("“{piece}” is no date, such as 2026-12-24.");
            Error::bad_input("bad_closed_day", detail)
        })
    });
    let dates: BTreeSet<Date> = dates.collect::<Result<_>>()?;
    if dates.len() > CLOSED_MAX {
        let detail = format!("At most {CLOSED_MAX} dates.");
        return Err(Error::bad_input("too_many_dates", detail));
    }
    Ok(dates)
}
