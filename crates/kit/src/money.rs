//! Money is whole minor units (grosze, bani, cents) and a currency of ISO 4217, never a float.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// A currency that one can pay in: three letters of ISO 4217, of those that have a minor unit or
/// none, but not the “no currency” and precious-metal codes (XXX, XAU) for which the question is void.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    pub const EUR: Currency = Currency(*b"EUR");
    pub const GBP: Currency = Currency(*b"GBP");
    pub const PLN: Currency = Currency(*b"PLN");
    pub const RON: Currency = Currency(*b"RON");
    pub const RUB: Currency = Currency(*b"RUB");
    pub const USD: Currency = Currency(*b"USD");

    /// Reads a code in either case: senders write `usd` as often as `USD`.
    pub fn parse(code: &str) -> Option<Currency> {
        let letters = <[u8; 3]>::try_from(code.as_bytes()).ok()?.map(|b| b.to_ascii_uppercase());
        let currency = Currency(letters);
        currency.exponent().map(|_| currency)
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("only ASCII letters pass Currency::parse")
    }

    /// How many decimals the minor unit is away from the major one: 2 for PLN, 0 for JPY, 3 for KWD.
    pub fn digits(self) -> u8 {
        self.exponent().expect("only currencies with an exponent pass Currency::parse")
    }

    fn exponent(self) -> Option<u8> {
        let code = std::str::from_utf8(&self.0).ok()?;
        let exponent = iso_currency::Currency::from_code(code)?.exponent()?;
        u8::try_from(exponent).ok()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(code: &str) -> Result<Currency> {
        Currency::parse(code).ok_or_else(|| {
            Error::bad_input(
                "unknown_currency",
                format!("“{}” is not a currency of ISO 4217.", crate::text::clip(code, 20)),
            )
        })
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Currency, D::Error> {
        let code = std::borrow::Cow::<str>::deserialize(d)?;
        code.parse().map_err(serde::de::Error::custom)
    }
}

/// An amount in minor units. In JSON `{"amount":1950,"currency":"GBP"}` is £19.50.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    #[serde(rename = "amount")]
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    pub const fn new(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// Reads major units written as a decimal or as a JSON number: `19.5`, `-3`, `.5`, `1e2`.
    ///
    /// Exact whatever the length. More decimals than the currency has are rounded half away from
    /// zero. The decimal mark is a point: whoever reads `1.234,50` from a file knows its convention,
    /// this function must not guess.
    pub fn from_decimal(text: &str, currency: Currency) -> Result<Money> {
        let shown = || crate::text::clip(text, 40);
        let decimal = Decimal::parse(text).ok_or_else(|| {
            let detail = format!("“{}” is not an amount. Write it like 1234.50.", shown());
            Error::bad_input("bad_amount", detail)
        })?;
        let minor = decimal.times_power_of_ten(currency.digits()).ok_or_else(|| {
            Error::bad_input("amount_too_large", format!("{} {currency} is too much.", shown()))
        })?;
        Ok(Money { minor, currency })
    }

    /// Fails on different currencies and on overflow.
    pub fn checked_add(self, other: Money) -> Result<Money> {
        if self.currency != other.currency {
            let detail = format!("{self} and {other} cannot be added.");
            return Err(Error::bad_input("currency_mismatch", detail));
        }
        let minor = self.minor.checked_add(other.minor).ok_or_else(|| {
            Error::bad_input("amount_too_large", format!("{self} and {other} are too much."))
        })?;
        Ok(Money { minor, ..self })
    }

    /// Major units with a point, as programs read them: `-1234.50`.
    pub fn to_decimal(self) -> String {
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = usize::from(self.currency.digits());
        let padded = format!("{:0width$}", self.minor.unsigned_abs(), width = digits + 1);
        let (whole, fraction) = padded.split_at(padded.len() - digits);
        let point = if digits == 0 { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }
}

/// For logs and files, not for people: [`crate::i18n::Tr::money`] writes what people read.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.to_decimal(), self.currency)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A decimal number taken apart: ±whole.fraction × 10^exponent.
struct Decimal<'a> {
    negative: bool,
    whole: &'a str,
    fraction: &'a str,
    exponent: i64,
}

impl Decimal<'_> {
    fn parse(text: &str) -> Option<Decimal<'_>> {
        let (negative, rest) = split_sign(text);
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let empty = whole.is_empty() && fraction.is_empty();
        let number = !empty && is_digits(whole) && is_digits(fraction);
        number.then_some(Decimal { negative, whole, fraction, exponent })
    }

    /// The number × 10^`power` as a whole number, rounded half away from zero; `None` when it does not fit.
    fn times_power_of_ten(&self, power: u8) -> Option<i64> {
        // How many digits, from the first, stand before the point after the multiplication.
        let kept = self.whole.len() as i64 + self.exponent + i64::from(power);
        if kept < 0 {
            return Some(0); // 0.0…
        }
        // Signed digits, because i64::MIN has no positive twin.
        let sign = if self.negative { -1 } else { 1 };
        let mut digits =
            self.whole.bytes().chain(self.fraction.bytes()).map(|b| sign * i64::from(b - b'0'));
        let mut minor: i64 = 0;
        for _ in 0..kept {
            let digit = match digits.next() {
                Some(digit) => digit,
                None if minor == 0 => break, // zero stays zero, however large the exponent
                None => 0,
            };
            minor = minor.checked_mul(10)?.checked_add(digit)?;
        }
        let rounds_away = digits.next().is_some_and(|dropped| dropped.abs() >= 5);
        minor.checked_add(if rounds_away { sign } else { 0 })
    }
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Exponents beyond any amount are all the same to us: clamped, so that arithmetic on them is safe.
fn parse_exponent(text: &str) -> Option<i64> {
    let (negative, digits) = split_sign(text);
    if digits.is_empty() || !is_digits(digits) {
        return None;
    }
    let size = digits.parse::<i64>().unwrap_or(i64::MAX).min(i64::from(i32::MAX));
    Some(if negative { -size } else { size })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn currency(code: &str) -> Currency {
        code.parse().unwrap()
    }

    #[test]
    fn currencies_know_their_minor_unit() {
        for (code, digits) in [
            ("PLN", 2),
            ("ron", 2),
            ("Eur", 2),
            ("RUB", 2),
            ("HUF", 2),
            ("JPY", 0),
            ("KRW", 0),
            ("KWD", 3),
            ("CLF", 4),
        ] {
            assert_eq!(currency(code).digits(), digits, "{code}");
        }
        for constant in [Currency::EUR, Currency::GBP, Currency::PLN, Currency::RON, Currency::RUB]
        {
            assert_eq!(Currency::parse(constant.code()), Some(constant));
        }
        for not_a_currency in ["", "PL", "PLNN", "ZZZ", "zł", "XXX", "XAU", "€"] {
            assert_eq!(Currency::parse(not_a_currency), None, "{not_a_currency}");
        }
    }

    #[test]
    fn reads_decimals_exactly() {
        let check = |text: &str, code: &str, minor: i64| {
            assert_eq!(Money::from_decimal(text, currency(code)).unwrap().minor, minor, "{text}");
        };
        check("19.5", "GBP", 1950);
        check("19.50", "GBP", 1950);
        check("-19.5", "GBP", -1950);
        check("+19.5", "GBP", 1950);
        check("0019", "GBP", 1900);
        check(".5", "GBP", 50);
        check("5.", "GBP", 500);
        check("1e2", "GBP", 10_000);
        check("1.25E+1", "GBP", 1250);
        check("125e-1", "GBP", 1250);
        check("-0", "GBP", 0);
        check("0e999999999999999999999", "GBP", 0);
        check("7e-999999999999999999999", "GBP", 0);
        // What the famous binary fraction prints as, and amounts that no f64 can hold.
        check("0.1000000000000000055511151231257827", "PLN", 10);
        check("92233720368547758.07", "PLN", i64::MAX);
        check("-92233720368547758.08", "PLN", i64::MIN);
        check("9007199254740993", "JPY", 9_007_199_254_740_993);
        // More decimals than the currency has: half goes away from zero.
        check("0.004999", "PLN", 0);
        check("0.005", "PLN", 1);
        check("-0.005", "PLN", -1);
        check("1.005", "PLN", 101);
        check("2.5", "JPY", 3);
        check("-2.5", "JPY", -3);
        check("0.5", "JPY", 1);
        check("0.05", "JPY", 0);
        check("1.2345", "KWD", 1235);
    }

    #[test]
    fn refuses_what_is_not_an_amount_or_too_large() {
        let check = |text: &str, code: &str| {
            assert_eq!(Money::from_decimal(text, Currency::PLN).unwrap_err().code, code, "{text}");
        };
        for text in
            ["", "-", ".", "e5", "1e", "1e+", "1,5", "1 000", "0x10", "NaN", "--1", "1.2.3", "٣"]
        {
            check(text, "bad_amount");
        }
        for text in ["92233720368547758.08", "92233720368547758.075", "1e17", "-1e300"] {
            check(text, "amount_too_large");
        }
    }

    #[test]
    fn adds_only_what_belongs_together() {
        let one = Money::new(1, Currency::PLN);
        assert_eq!(one.checked_add(one).unwrap().to_string(), "0.02 PLN");
        let mixed = one.checked_add(Money::new(1, Currency::EUR)).unwrap_err();
        assert_eq!(mixed.to_string(), "0.01 PLN and 0.01 EUR cannot be added. (currency_mismatch)");
        let too_much = one.checked_add(Money::new(i64::MAX, Currency::PLN)).unwrap_err();
        assert_eq!(too_much.code, "amount_too_large");
    }

    #[test]
    fn json_is_minor_units_and_a_code() {
        let price = Money::new(1950, Currency::GBP);
        let json = r#"{"amount":1950,"currency":"GBP"}"#;
        assert_eq!(serde_json::to_string(&price).unwrap(), json);
        assert_eq!(serde_json::from_str::<Money>(json).unwrap(), price);
        let unknown = serde_json::from_str::<Money>(r#"{"amount":1,"currency":"ZZZ"}"#);
        assert!(unknown.unwrap_err().to_string().contains("“ZZZ” is not a currency of ISO 4217."));
    }

    #[test]
    fn writes_decimals_with_the_digits_of_the_currency() {
        let check = |minor: i64, code: &str, text: &str| {
            assert_eq!(Money::new(minor, currency(code)).to_decimal(), text);
        };
        check(123_450, "PLN", "1234.50");
        check(-5, "PLN", "-0.05");
        check(0, "PLN", "0.00");
        check(1234, "JPY", "1234");
        check(1, "KWD", "0.001");
        check(i64::MIN, "PLN", "-92233720368547758.08");
    }

    fn any_currency() -> impl Strategy<Value = Currency> {
        prop::sample::select(vec!["PLN", "JPY", "KWD", "CLF"]).prop_map(currency)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(minor: i64, currency in any_currency()) {
            let money = Money::new(minor, currency);
            prop_assert_eq!(Money::from_decimal(&money.to_decimal(), currency).unwrap(), money);
        }

        /// Against wide whole-number arithmetic: n × 10^e, rounded half away from zero.
        #[test]
        fn agrees_with_wide_arithmetic(n in -1_000_000_000_000_i64..1_000_000_000_000,
                                       e in -20_i32..20, currency in any_currency()) {
            let shift = e + i32::from(currency.digits());
            let scale = 10_i128.pow(shift.unsigned_abs());
            let wide = if shift >= 0 {
                i128::from(n) * scale
            } else {
                let n = i128::from(n);
                (n.abs() + scale / 2) / scale * n.signum()
            };
            let read = Money::from_decimal(&format!("{n}e{e}"), currency).ok();
            prop_assert_eq!(read.map(|money| money.minor), i64::try_from(wide).ok());
        }

        #[test]
        fn no_text_makes_it_panic(text in "[-+]?[0-9.eE+-]{0,24}") {
            let _ = Money::from_decimal(&text, Currency::PLN);
        }
    }
}
