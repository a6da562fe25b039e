//! What the ledger of an order adds up to: pure.

use kit::money::{Currency, Money};
use kit::{Error, Result};

use super::{Kind, Payment};

/// Minor units of one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    pub captured: i64,
    /// What went back, without what did not arrive.
    pub refunded: i64,
}

impl Balance {
    pub fn of(payments: &[Payment], currency: Currency) -> Balance {
        let sum = |kind: Kind| -> i64 {
            let rows = payments.iter().filter(|one| one.kind == kind);
            rows.filter(|one| one.amount.currency == currency).map(|one| one.amount.minor).sum()
        };
        Balance {
            captured: sum(Kind::Captured),
            refunded: sum(Kind::Refunded) - sum(Kind::RefundFailed),
        }
    }

    /// What can still be given back.
    pub fn left(&self) -> i64 {
        (self.captured - self.refunded).max(0)
    }

    pub fn covers(&self, total: Money) -> bool {
        self.captured >= total.minor
    }

    pub fn is_all_back(&self) -> bool {
        self.captured > 0 && self.refunded >= self.captured
    }
}

/// So much can be given back, or it says how much can.
pub fn refundable(balance: Balance, amount: Money) -> Result<()> {
    if amount.minor < 1 {
        return Err(Error::bad_input("bad_amount", "An amount is more than nothing."));
    }
    if amount.minor > balance.left() {
        let left = Money::new(balance.left(), amount.currency);
        let detail = format!("Of this payment {left} can be given back.");
        return Err(Error::conflict("more_than_paid", detail));
    }
    Ok(())
}

/// Which payment this is taken from: the newest capture of the order.
pub fn captured(payments: &[Payment]) -> Result<&Payment> {
    let found = payments.iter().rev().find(|one| one.kind == Kind::Captured);
    found.ok_or_else(|| Error::conflict("not_captured", "No provider took money for this order."))
}

#[cfg(test)]
mod tests {
    use kit::testing::NOON;

    use super::*;
    use crate::payments::PaymentId;

    fn row(kind: Kind, minor: i64) -> Payment {
        let amount = Money::new(minor, Currency::PLN);
        let id = PaymentId([0; 16]);
        Payment { id, kind, provider: "stripe".into(), reference: String::new(), amount, at: NOON }
    }

    #[test]
    fn what_came_what_went_back_and_what_did_not_arrive() {
        let rows = [
            row(Kind::Started, 10_000),
            row(Kind::Captured, 10_000),
            row(Kind::Refunded, 30_00),
            row(Kind::Refunded, 70_00),
            row(Kind::RefundFailed, 70_00),
        ];
        let balance = Balance::of(&rows, Currency::PLN);
        assert_eq!(balance, Balance { captured: 10_000, refunded: 30_00 });
        assert_eq!(balance.left(), 70_00);
        let ask = |minor| refundable(balance, Money::new(minor, Currency::PLN));
        assert!(ask(70_00).is_ok());
        assert_eq!(ask(70_01).unwrap_err().code, "more_than_paid");
        assert_eq!(ask(0).unwrap_err().code, "bad_amount");
        assert_eq!(Balance::of(&rows, Currency::EUR), Balance::default());
    }
}
