//! What people type into longer forms: the fields as they were sent, and amounts, shares and moments read from them.

use jiff::civil::DateTime;
use kit::money::{Currency, Money};
use kit::{Error, Result, Time};

use super::ui::Fault;
use super::who::Desk;

/// The fields in their order; one name may come several times.
#[derive(Clone, Debug, Default)]
pub struct Typed(Vec<(String, String)>);

/// What cannot be read, and in which field.
#[derive(Debug)]
pub struct Wrong {
    pub field: &'static str,
    pub error: Error,
    /// What of the field: one of several lines.
    part: Option<String>,
}

pub type Read<T> = Result<T, Wrong>;

impl From<Error> for Wrong {
    /// Not one field's: said above the form.
    fn from(error: Error) -> Wrong {
        Wrong::of("", error)
    }
}

impl Wrong {
    pub fn new(field: &'static str, code: &'static str, detail: &str) -> Wrong {
        Wrong::of(field, Error::bad_input(code, detail))
    }

    pub fn of(field: &'static str, error: Error) -> Wrong {
        Wrong { field, error, part: None }
    }

    #[must_use]
    pub fn part(self, part: &str) -> Wrong {
        Wrong { part: Some(part.to_string()), ..self }
    }

    /// As words beside the field; an error that nobody can mend there is passed on.
    pub fn fault(self, desk: &Desk) -> Result<Fault> {
        let mut fault = Fault::of(desk, self.error, self.field)?;
        if let Some(part) = self.part {
            fault.text = format!("{part}: {}", fault.text);
        }
        Ok(fault)
    }
}

impl Typed {
    pub fn new(fields: Vec<(String, String)>) -> Typed {
        Typed(fields)
    }

    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value.trim())
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
    }

    pub fn is_on(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    pub fn add(&mut self, name: &str, value: impl ToString) {
        self.0.push((name.to_string(), value.to_string()));
    }

    /// Names between commas or line ends.
    pub fn words(&self, name: &str) -> Vec<String> {
        let words = self.get(name).split([',', '\n']).map(str::trim);
        words.filter(|word| !word.is_empty()).map(str::to_string).collect()
    }

    pub fn count(&self, name: &'static str) -> Read<Option<i64>> {
        match self.get(name) {
            "" => Ok(None),
            text => {
                let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                let bad = |_| Wrong::new(name, "bad_whole_number", "Write a whole number.");
                plain.parse().map(Some).map_err(bad)
            }
        }
    }

    /// Minor units.
    pub fn amount(&self, name: &'static str, currency: Currency) -> Read<Option<i64>> {
        match self.get(name) {
            "" => Ok(None),
            text => amount(text, currency)
                .map(Some)
                .ok_or_else(|| Wrong::new(name, "bad_price", "Write an amount like 12.50.")),
        }
    }

    /// Hundredths of a percent.
    pub fn percent(&self, name: &'static str) -> Read<Option<i64>> {
        // A percentage has two decimals, as this currency does.
        match self.get(name).trim_end_matches(['%', ' ']) {
            "" => Ok(None),
            text => amount(text, Currency::EUR)
                .map(Some)
                .ok_or_else(|| Wrong::new(name, "bad_percent", "Write a percentage like 12.5.")),
        }
    }

    /// As `input type=datetime-local` or `type=date` sends it, in the desk's zone.
    pub fn moment(&self, desk: &Desk, name: &'static str) -> Read<Option<Time>> {
        let text = self.get(name);
        if text.is_empty() {
            return Ok(None);
        }
        let whole = if text.contains('T') { text.to_string() } else { format!("{text}T00:00") };
        let local = whole.parse::<DateTime>().ok();
        let local = local.and_then(|local| local.to_zoned(desk.tr.zone().clone()).ok());
        let at = local.map(|local| Time(local.timestamp().as_microsecond()));
        at.map(Some).ok_or_else(|| Wrong::new(name, "bad_moment", "Write a day and a time."))
    }

    pub fn currency(&self, desk: &Desk) -> Read<Currency> {
        match self.get("currency") {
            "" => Ok(desk.app.ctx.defaults.currency),
            code => code.parse().map_err(|error| Wrong::of("currency", error)),
        }
    }
}

/// `1 234,50` and `1234.50` alike: no thousands are told apart by points.
fn amount(text: &str, currency: Currency) -> Option<i64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_plain = |c: char| c.is_ascii_digit() || [',', '.', '-'].contains(&c);
    if !plain.chars().all(is_plain) {
        return None;
    }
    Money::from_decimal(&plain.replace(',', "."), currency).ok().map(|money| money.minor)
}

/// `12.50`, as an amount is typed.
pub fn amount_text(minor: i64, currency: Currency) -> String {
    Money::new(minor, currency).to_decimal()
}

/// `12.5`, as a percentage is typed.
pub fn percent_text(points: i64) -> String {
    let text = Money::new(points, Currency::EUR).to_decimal();
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// As `input type=datetime-local` holds it.
pub fn moment_text(desk: &Desk, at: Time) -> String {
    let local = at.timestamp().to_zoned(desk.tr.zone().clone());
    local.strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let check = |text: &str, expected: Option<i64>| {
            assert_eq!(amount(text, Currency::PLN), expected, "{text}");
        };
        check("12", Some(12_00));
        check("12,5", Some(12_50));
        check("1 234.50", Some(123_450));
        check("-3", Some(-3_00));
        check("1.234,50", None);
        check("12 zł", None);
        assert_eq!(percent_text(1_250), "12.5");
        assert_eq!(percent_text(1_000), "10");
    }
}
