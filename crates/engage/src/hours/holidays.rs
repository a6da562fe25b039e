//! Public holidays, as a table: a country is a few lines, and a law that changes is one of them.
//!
//! Only what holds in the whole country. Each line says since (or until) which year it holds, where that is within living
//! memory of the product. Compared day by day with the table of the Python package `holidays` 0.109 for 2025–2035.

use jiff::civil::{Date, date};

kit::words! {
    /// A country whose public holidays we know (ISO 3166).
    Country:
    CzechRepublic "CZ",
    Germany "DE",
    Moldova "MD",
    Poland "PL",
    Romania "RO",
    Slovakia "SK",
}

/// A day of each year.
#[derive(Clone, Copy, Debug)]
enum Day {
    /// Month and day.
    Fixed(i8, i8),
    /// Since this year.
    Since(i16, i8, i8),
    /// Until this year.
    Until(i16, i8, i8),
    /// Not in this year.
    Except(i16, i8, i8),
    /// So many days after Easter Sunday of the western churches.
    Easter(i32),
    /// So many days after Easter Sunday of the eastern churches.
    Pascha(i32),
}
use Day::{Easter, Except, Fixed, Pascha, Since, Until};

const CZECH_REPUBLIC: &[Day] = &[
    Fixed(1, 1),
    Easter(-2),
    Easter(1),
    Fixed(5, 1),
    Fixed(5, 8),
    Fixed(7, 5),
    Fixed(7, 6),
    Fixed(9, 28),
    Fixed(10, 28),
    Fixed(11, 17),
    Fixed(12, 24),
    Fixed(12, 25),
    Fixed(12, 26),
];

const GERMANY: &[Day] = &[
    Fixed(1, 1),
    Easter(-2),
    Easter(1),
    Fixed(5, 1),
    Easter(39),
    Easter(50),
    Fixed(10, 3),
    Fixed(12, 25),
    Fixed(12, 26),
];

const MOLDOVA: &[Day] = &[
    Fixed(1, 1),
    Fixed(1, 7),
    Fixed(1, 8),
    Fixed(3, 8),
    Pascha(0),
    Pascha(1),
    // Remembrance of the dead.
    Pascha(8),
    Fixed(5, 1),
    Fixed(5, 9),
    Fixed(6, 1),
    Fixed(8, 27),
    Fixed(8, 31),
    Fixed(12, 25),
];

const POLAND: &[Day] = &[
    Fixed(1, 1),
    Fixed(1, 6),
    Easter(0),
    Easter(1),
    Fixed(5, 1),
    Fixed(5, 3),
    Easter(49),
    Easter(60),
    Fixed(8, 15),
    Fixed(11, 1),
    Fixed(11, 11),
    // Christmas Eve, by the act of 6 December 2024.
    Since(2025, 12, 24),
    Fixed(12, 25),
    Fixed(12, 26),
];

const ROMANIA: &[Day] = &[
    Fixed(1, 1),
    Fixed(1, 2),
    // Epiphany and Saint John, by act 52/2023.
    Since(2024, 1, 6),
    Since(2024, 1, 7),
    Fixed(1, 24),
    Pascha(-2),
    Pascha(0),
    Pascha(1),
    Fixed(5, 1),
    Fixed(6, 1),
    Pascha(49),
    Pascha(50),
    Fixed(8, 15),
    Fixed(11, 30),
    Fixed(12, 1),
    Fixed(12, 25),
    Fixed(12, 26),
];

const SLOVAKIA: &[Day] = &[
    Fixed(1, 1),
    Fixed(1, 6),
    Easter(-2),
    Easter(1),
    Fixed(5, 1),
    // Of these two the year 2026 was spared, to mend the budget.
    Except(2026, 5, 8),
    Fixed(7, 5),
    Fixed(8, 29),
    // A working day since 2024.
    Until(2023, 9, 1),
    Except(2026, 9, 15),
    Fixed(11, 1),
    Until(2024, 11, 17),
    Fixed(12, 24),
    Fixed(12, 25),
    Fixed(12, 26),
];

impl Country {
    fn days(self) -> &'static [Day] {
        match self {
            Country::CzechRepublic => CZECH_REPUBLIC,
            Country::Germany => GERMANY,
            Country::Moldova => MOLDOVA,
            Country::Poland => POLAND,
            Country::Romania => ROMANIA,
            Country::Slovakia => SLOVAKIA,
        }
    }

    pub fn is_holiday(self, day: Date) -> bool {
        let (year, is_date) = (day.year(), |month, of| day.month() == month && day.day() == of);
        let days_after =
            |easter: Option<Date>| easter.map(|easter| easter.duration_until(day).as_hours() / 24);
        self.days().iter().any(|holiday| match *holiday {
            Fixed(month, of) => is_date(month, of),
            Since(first, month, of) => year >= first && is_date(month, of),
            Until(last, month, of) => year <= last && is_date(month, of),
            Except(other, month, of) => year != other && is_date(month, of),
            Easter(offset) => days_after(easter(year)) == Some(i64::from(offset)),
            Pascha(offset) => days_after(pascha(year)) == Some(i64::from(offset)),
        })
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, of_century) = (y % 19, y / 100, y % 100);
    let skipped = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - skipped + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    Date::new(year, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

/// Easter Sunday of the Julian calendar (Meeus), as a date of the Gregorian one; right from 1900 to 2099, in which years
/// they are 13 days apart.
fn pascha(year: i16) -> Option<Date> {
    if !(1900..=2099).contains(&year) {
        return None;
    }
    let y = i32::from(year);
    let moon = (19 * (y % 19) + 15) % 30;
    let weekday = (2 * (y % 4) + 4 * (y % 7) - moon + 34) % 7;
    let days = moon + weekday + 114;
    let julian = date(year, (days / 31) as i8, (days % 31 + 1) as i8);
    julian.checked_add(jiff::Span::new().days(13)).ok()
}
