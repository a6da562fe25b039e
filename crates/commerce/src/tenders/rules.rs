//! How much pays what, and what goes back: pure. Amounts are minor units of one currency.

use crate::loyalty::Rate;
use crate::orders::{Line, Order};
use crate::returns::rules::share;

/// What each of these amounts pays of what an order is worth: in turn, as far as it goes. As the order comes to be worth
/// less, so does what the last ones pay; and before them, what is paid in money.
pub fn pays(worth: i64, amounts: &[i64]) -> Vec<i64> {
    let mut left = worth.max(0);
    let one = |amount: &i64| {
        let pays = left.min(*amount);
        left -= pays;
        pays
    };
    amounts.iter().map(one).collect()
}

/// What so many points pay of at most this amount, and how many of them are needed for it: (points, amount).
pub fn of_points(rate: Rate, points: i64, amount: i64) -> (i64, i64) {
    let (each, per) = (i128::from(rate.points.max(1)), i128::from(rate.per.max(1)));
    let pays = (i128::from(points.max(0)) * per / each).min(i128::from(amount.max(0)));
    let needed = (pays * each + per - 1) / per;
    // Neither is above what was asked for, which fits.
    (i64::try_from(needed).unwrap_or(points), i64::try_from(pays).unwrap_or(amount))
}

/// How many of a tender's points have gone back in all, once so much of its amount has: whole points, and all of them with
/// all of the amount.
pub fn points_back(points: i64, amount: i64, back: i64) -> i64 {
    let back = i128::from(points) * i128::from(back) / i128::from(amount.max(1));
    i64::try_from(back).unwrap_or(points)
}

/// What of an order's total stands: without what was cancelled and what money went back for. Of an order of which all was
/// cancelled nothing stands, not even the way.
pub fn worth(order: &Order, lines: &[Line], refunded: i64) -> i64 {
    if lines.iter().all(|line| line.cancelled == line.quantity) {
        return 0;
    }
    let kept =
        |line: &Line| share(line.total.minor, line.quantity, 0, line.quantity - line.cancelled);
    let cancelled: i64 = lines.iter().map(|line| line.total.minor - kept(line)).sum();
    (order.total.minor - cancelled - refunded).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_paid_last_goes_back_first() {
        // Two cards and points; the rest of a hundred is money.
        let amounts = [30, 20, 10];
        for (worth, expected) in [
            (100, [30, 20, 10]),
            (60, [30, 20, 10]),
            (55, [30, 20, 5]),
            (45, [30, 15, 0]),
            (1, [1, 0, 0]),
            (0, [0, 0, 0]),
            (-5, [0, 0, 0]),
        ] {
            assert_eq!(pays(worth, &amounts), expected, "{worth}");
        }
    }

    #[test]
    fn no_more_points_are_taken_than_are_needed() {
        let rate = |points, per| Rate { points, per };
        for (rate, points, amount, expected) in [
            (rate(1, 1), 500, 49_90, (500, 500)),
            (rate(1, 1), 9_000, 49_90, (4_990, 4_990)),
            (rate(1, 10), 500, 49_95, (500, 4_995)),
            (rate(10, 100), 7, 49_90, (7, 70)),
            // Three points pay a zloty: the last ones that pay nothing stay.
            (rate(3, 100), 5, 49_90, (5, 166)),
            (rate(300, 1), 299, 49_90, (0, 0)),
            (rate(300, 1), 899, 49_90, (600, 2)),
            (rate(1, 1), i64::MAX, 1, (1, 1)),
            (rate(1, 1), 0, 49_90, (0, 0)),
            (rate(1, 1), -3, 49_90, (0, 0)),
        ] {
            assert_eq!(of_points(rate, points, amount), expected, "{points} for {amount}");
        }
    }

    #[test]
    fn points_come_back_whole_and_all_of_them_in_the_end() {
        for (back, expected) in [(0, 0), (1, 0), (55, 3), (165, 9), (166, 10)] {
            assert_eq!(points_back(10, 166, back), expected, "{back}");
        }
    }
}
