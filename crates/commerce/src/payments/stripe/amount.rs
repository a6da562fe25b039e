//! Amounts as Stripe counts them: the minor unit of ISO 4217, but for a few currencies. Pure.
//!
//! <https://docs.stripe.com/currencies>: ISK and UGX are counted in hundredths, though they have none; of currencies with
//! three digits the last must be zero.

use kit::money::{Currency, Money};
use kit::{Error, Result};

fn has_false_hundredths(currency: Currency) -> bool {
    ["ISK", "UGX"].contains(&currency.code()) && currency.digits() == 0
}

pub fn to_stripe(money: Money) -> Result<i64> {
    if has_false_hundredths(money.currency) {
        return money.minor.checked_mul(100).ok_or_else(|| Error::internal("too much money"));
    }
    if money.currency.digits() == 3 && money.minor % 10 != 0 {
        let detail = format!("Stripe takes {} with two digits only.", money.currency.code());
        return Err(Error::conflict("bad_amount", detail));
    }
    Ok(money.minor)
}

pub fn from_stripe(units: i64, currency: &str) -> Result<Money> {
    let currency: Currency = currency.to_uppercase().parse()?;
    let minor = if has_false_hundredths(currency) { units / 100 } else { units };
    Ok(Money::new(minor, currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for (code, minor, units) in
            [("PLN", 49_90, 4990), ("JPY", 500, 500), ("ISK", 500, 50_000), ("KWD", 1230, 1230)]
        {
            let money = Money::new(minor, code.parse().unwrap());
            assert_eq!(to_stripe(money).unwrap(), units, "{code}");
            assert_eq!(from_stripe(units, &code.to_lowercase()).unwrap(), money);
        }
        let odd = Money::new(1234, "KWD".parse().unwrap());
        assert_eq!(to_stripe(odd).unwrap_err().code, "bad_amount");
    }
}
