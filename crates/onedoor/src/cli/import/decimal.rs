//! Decimal numbers as they stand in files, exact: `1 299,00`, `-0.50`. Never through a float.

use std::fmt;

/// More digits than any price has.
const DIGITS_MAX: usize = 30;

/// units × 10^−scale
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    units: i128,
    scale: u32,
}

impl Decimal {
    pub const ZERO: Decimal = Decimal { units: 0, scale: 0 };

    /// Digits with at most one decimal `mark`, a sign before them.
    pub fn parse(text: &str, mark: char) -> Option<Decimal> {
        let (is_negative, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mut units, mut scale, mut count) = (0_i128, 0, 0);
        let mut after_mark = false;
        for c in digits.chars() {
            match c.to_digit(10) {
                Some(digit) => {
                    units = units * 10 + i128::from(digit);
                    scale += u32::from(after_mark);
                    count += 1;
                }
                None if c == mark && !after_mark => after_mark = true,
                None => return None,
            }
            if count > DIGITS_MAX {
                return None;
            }
        }
        let units = if is_negative { -units } else { units };
        (count > 0).then_some(Decimal { units, scale })
    }

    /// `None` when the sum has too many digits.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale.max(other.scale);
        let at_scale = |d: Decimal| d.units.checked_mul(10_i128.checked_pow(scale - d.scale)?);
        Some(Decimal { units: at_scale(self)?.checked_add(at_scale(other)?)?, scale })
    }
}

/// As JSON writes it: `-0.50`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let scale = self.scale as usize;
        let digits = format!("{:0width$}", self.units.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let point = if scale == 0 { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_files_hold_and_writes_what_json_takes() {
        let check = |text: &str, mark: char, expected: &str| {
            let read = Decimal::parse(text, mark).map_or("none".into(), |d| d.to_string());
            assert_eq!(read, expected, "{text}");
        };
        check("0.50", '.', "0.50");
        check("007", '.', "7");
        check(".5", '.', "0.5");
        check("5.", '.', "5");
        check("-12,345", ',', "-12.345");
        check("−3", '.', "-3");
        for text in ["", "-", ".", "1.2.3", "1e5", "12a", "1,5", &"9".repeat(31)] {
            check(text, '.', "none");
        }
    }

    #[test]
    fn sums_are_exact() {
        let sum = ["0.1", "0.2", "-0.05", "10"]
            .iter()
            .map(|text| Decimal::parse(text, '.').unwrap())
            .fold(Decimal::ZERO, |sum, d| sum.checked_add(d).unwrap());
        assert_eq!(sum.to_string(), "10.25");
    }
}
