//! What may become of an order: pure.

use std::collections::BTreeMap;

use kit::{Error, Result};

use super::{Line, State};

/// So many pieces of each of these lines, by the line's place. Empty: all that are left.
pub type Parts = BTreeMap<i64, i64>;

/// What of these lines is neither shipped nor cancelled.
pub fn left(lines: &[Line]) -> Parts {
    let open = lines.iter().map(|line| (line.position, line.open()));
    open.filter(|(_, pieces)| *pieces > 0).collect()
}

/// The parts that are meant, if all of them are still there.
pub fn meant(lines: &[Line], asked: &Parts) -> Result<Parts> {
    let left = left(lines);
    if asked.is_empty() {
        return Ok(left);
    }
    for (position, pieces) in asked {
        let there = left.get(position).copied().unwrap_or(0);
        if *pieces < 1 || *pieces > there {
            let detail = format!("Of line {position} there are {there} left, not {pieces}.");
            return Err(Error::conflict("not_so_many_left", detail));
        }
    }
    Ok(asked.clone())
}

/// The state that follows from how far the lines got.
pub fn state(lines: &[Line]) -> State {
    let sum = |of: fn(&Line) -> i64| lines.iter().map(of).sum::<i64>();
    let (shipped, open) = (sum(|line| line.shipped), sum(Line::open));
    match (shipped, open) {
        (0, 0) => State::Cancelled,
        (_, 0) => State::Fulfilled,
        (0, _) => State::Placed,
        (_, _) => State::PartlyFulfilled,
    }
}

#[cfg(test)]
mod tests {
    use kit::money::{Currency, Money};

    use super::*;
    use crate::catalogue::VariantId;

    fn line(position: i64, quantity: i64, shipped: i64, cancelled: i64) -> Line {
        let zero = Money::new(0, Currency::PLN);
        Line {
            position,
            variant: VariantId([position as u8; 16]),
            sku: "MUG".into(),
            title: "Mug".into(),
            quantity,
            unit: zero,
            discount: zero,
            total: zero,
            tax_rate: 2_300,
            tax: zero,
            shipped,
            cancelled,
        }
    }

    #[test]
    fn states_follow_from_the_lines() {
        for (lines, expected) in [
            (vec![line(1, 2, 0, 0)], State::Placed),
            (vec![line(1, 2, 1, 0)], State::PartlyFulfilled),
            (vec![line(1, 2, 2, 0), line(2, 1, 0, 0)], State::PartlyFulfilled),
            (vec![line(1, 2, 1, 1), line(2, 1, 1, 0)], State::Fulfilled),
            (vec![line(1, 2, 0, 2), line(2, 1, 0, 1)], State::Cancelled),
            (vec![line(1, 2, 0, 2), line(2, 1, 0, 0)], State::Placed),
        ] {
            assert_eq!(state(&lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn nothing_is_sent_or_cancelled_twice() {
        let lines = [line(1, 3, 1, 1), line(2, 1, 1, 0)];
        assert_eq!(meant(&lines, &Parts::new()).unwrap(), Parts::from([(1, 1)]));
        assert_eq!(meant(&lines, &Parts::from([(1, 1)])).unwrap(), Parts::from([(1, 1)]));
        for asked in [[(1, 2)], [(2, 1)], [(3, 1)], [(1, 0)], [(1, -1)]] {
            let refused = meant(&lines, &Parts::from(asked)).unwrap_err();
            assert_eq!(refused.code, "not_so_many_left");
        }
    }
}
