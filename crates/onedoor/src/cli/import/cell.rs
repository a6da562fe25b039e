//! From a cell to a JSON value, and from cells to a moment.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::TimeZone;
use kit::{Error, Result};

use super::decimal::Decimal;
use super::mapping::{self, Kind};

/// Longer ones are clipped where they are shown.
const SHOWN_LENGTH_MAX: usize = 60;

/// Appends a text in quotes.
pub fn push_text(out: &mut String, text: &str) {
    if text.bytes().all(|b| b >= 0x20 && b != b'"' && b != b'\\') {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        out.push_str(&serde_json::Value::from(text).to_string());
    }
}

/// Appends a cell that is not empty as JSON; `Err` says what is wrong with it.
pub fn push_cell(out: &mut String, text: &str, kind: Kind, mark: char) -> Result<(), String> {
    match kind {
        Kind::Text => push_text(out, text),
        Kind::Number | Kind::Money => out.push_str(&number(text, kind, mark)?.to_string()),
        Kind::Bool => match text.to_ascii_lowercase().as_str() {
            "true" | "t" | "yes" | "y" | "1" => out.push_str("true"),
            "false" | "f" | "no" | "n" | "0" => out.push_str("false"),
            _ => return Err(format!("{} is neither true nor false.", shown(text))),
        },
    }
    Ok(())
}

pub fn number(text: &str, kind: Kind, mark: char) -> Result<Decimal, String> {
    if kind == Kind::Number {
        return Decimal::parse(text, mark).ok_or_else(|| format!("{} is no number.", shown(text)));
    }
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '−' | '.' | ',');
    let stripped = text.trim_matches(|c: char| !is_part(c));
    let digits: String = stripped.chars().filter(|c| !c.is_whitespace()).collect();
    Decimal::parse(&digits, mark).ok_or_else(|| format!("{} is no amount.", shown(text)))
}

/// A cell as a complaint names it.
pub fn shown(text: &str) -> String {
    format!("“{}”", kit::text::clip(text, SHOWN_LENGTH_MAX))
}

/// How the times of a file are written.
pub struct TimeFormat {
    format: Format,
    zone: TimeZone,
}

enum Format {
    Iso,
    UnixSeconds,
    UnixMilliseconds,
    Pattern(String),
}

impl TimeFormat {
    pub fn of(time: &mapping::Time) -> Result<TimeFormat> {
        let zone = match time.zone.as_deref() {
            None => TimeZone::UTC,
            Some(name) => TimeZone::get(name).map_err(|_| {
                let detail = format!("This machine knows no time zone {}.", shown(name));
                Error::bad_input("bad_mapping", detail)
            })?,
        };
        let format = match time.format.as_deref() {
            None => Format::Iso,
            Some("unix") => Format::UnixSeconds,
            Some("unix_ms") => Format::UnixMilliseconds,
            Some(pattern) => Format::Pattern(pattern.to_string()),
        };
        Ok(TimeFormat { format, zone })
    }

    /// The moment that a text tells; `Err` says what was expected.
    pub fn read(&self, text: &str) -> Result<Timestamp, String> {
        self.read_maybe(text).ok_or_else(|| match &self.format {
            Format::Iso => format!("{} is no time of ISO 8601.", shown(text)),
            Format::UnixSeconds => format!("{} is no number of seconds.", shown(text)),
            Format::UnixMilliseconds => format!("{} is no number of milliseconds.", shown(text)),
            Format::Pattern(pattern) => format!("{} is no time like {pattern}.", shown(text)),
        })
    }

    fn read_maybe(&self, text: &str) -> Option<Timestamp> {
        match &self.format {
            Format::Iso => match text.parse::<Timestamp>() {
                Ok(at) => Some(at),
                Err(_) => self.at_home(text.parse::<DateTime>().ok()?),
            },
            Format::UnixSeconds => Timestamp::from_second(text.parse().ok()?).ok(),
            Format::UnixMilliseconds => Timestamp::from_millisecond(text.parse().ok()?).ok(),
            Format::Pattern(pattern) => {
                let parts = BrokenDownTime::parse(pattern, text).ok()?;
                match parts.to_timestamp() {
                    Ok(at) => Some(at),
                    Err(_) => self.at_home(match parts.to_datetime() {
                        Ok(at) => at,
                        Err(_) => parts.to_date().ok()?.at(0, 0, 0, 0),
                    }),
                }
            }
        }
    }

    /// A clock's time in the zone. One that the change of clocks skipped is an hour later, one that came twice
    /// is the first.
    fn at_home(&self, at: DateTime) -> Option<Timestamp> {
        self.zone.to_ambiguous_timestamp(at).compatible().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_become_json() {
        let check = |text: &str, kind: Kind, mark: char, expected: &str| {
            let mut out = String::new();
            let read = push_cell(&mut out, text, kind, mark);
            assert_eq!(read.map_or_else(|problem| problem, |()| out), expected);
        };
        check("Kubek \"Łódź\"\n", Kind::Text, '.', r#""Kubek \"Łódź\"\n""#);
        check("1,50", Kind::Number, ',', "1.50");
        check("1.50", Kind::Number, ',', "“1.50” is no number.");
        check("1 299,00 zł", Kind::Money, ',', "1299.00");
        check("$-3.5", Kind::Money, '.', "-3.5");
        check("free", Kind::Money, '.', "“free” is no amount.");
        check("Yes", Kind::Bool, '.', "true");
        check("0", Kind::Bool, '.', "false");
        check("maybe", Kind::Bool, '.', "“maybe” is neither true nor false.");
    }

    #[test]
    fn times_are_read_as_the_mapping_says() {
        let check = |format: Option<&str>, zone: &str, text: &str, expected: &str| {
            let time = mapping::Time {
                columns: Vec::new(),
                value: None,
                format: format.map(str::to_string),
                zone: Some(zone.into()),
            };
            let read = TimeFormat::of(&time).unwrap().read(text);
            assert_eq!(read.map_or_else(|problem| problem, |at| at.to_string()), expected);
        };
        let warsaw = "Europe/Warsaw";
        check(None, warsaw, "2026-11-21T13:00:00+01:00", "2026-11-21T12:00:00Z");
        check(None, warsaw, "2026-11-21 13:00", "2026-11-21T12:00:00Z");
        check(None, warsaw, "2026-07-01", "2026-06-30T22:00:00Z");
        check(None, warsaw, "yesterday", "“yesterday” is no time of ISO 8601.");
        check(Some("unix"), warsaw, "1795262400", "2026-11-21T12:00:00Z");
        check(Some("unix_ms"), warsaw, "1795262400000", "2026-11-21T12:00:00Z");
        check(Some("%d.%m.%Y %H:%M"), warsaw, "21.11.2026 13:00", "2026-11-21T12:00:00Z");
        check(Some("%d.%m.%Y"), warsaw, "21.11.2026", "2026-11-20T23:00:00Z");
        check(Some("%d.%m.%Y"), warsaw, "31.02.2026", "“31.02.2026” is no time like %d.%m.%Y.");
        check(Some("%d/%b/%Y %T %z"), warsaw, "21/Nov/2026 07:00:00 -0500", "2026-11-21T12:00:00Z");
    }
}
