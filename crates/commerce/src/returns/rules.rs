//! What may come back, until when, and how much money goes with it: pure.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use kit::{Error, Result, Time};

use super::law::Law;
use super::policy::{Policy, Why};
use super::{Kind, Line, State};
use crate::catalogue::VariantId;
use crate::orders;

/// Pieces that the customer has, by the order's line and by what they are (an exchange makes them something else).
pub type AtHand = BTreeMap<(i64, VariantId), i64>;

/// What was sent and has not come back, nor is on its way.
pub fn at_hand(sent: &[orders::Line], returns: &[(State, Vec<Line>)]) -> AtHand {
    let mut there: AtHand =
        sent.iter().map(|line| ((line.position, line.variant), line.shipped)).collect();
    let standing = returns.iter().filter(|(state, _)| *state != State::Refused);
    for (state, lines) in standing {
        for line in lines {
            let gone = if *state == State::Asked { line.quantity } else { line.settled() };
            *there.entry((line.position, line.variant)).or_default() -= gone;
            if let (State::Exchanged, Some(wanted)) = (state, line.wanted) {
                *there.entry((line.position, wanted)).or_default() += gone;
            }
        }
    }
    there.retain(|_, pieces| *pieces > 0);
    there
}

/// Pieces of each line for which the money went back.
pub fn refunded(returns: &[(State, Vec<Line>)]) -> BTreeMap<i64, i64> {
    let mut pieces = BTreeMap::new();
    for (_, lines) in returns.iter().filter(|(state, _)| *state == State::Refunded) {
        for line in lines {
            *pieces.entry(line.position).or_default() += line.settled();
        }
    }
    pieces
}

/// What of a total of `quantity` pieces belongs to the next `pieces`, where `before` went before them. All shares of a
/// line add up to its total, however it is taken apart: each is the difference of two roundings of the whole.
pub fn share(total: i64, quantity: i64, before: i64, pieces: i64) -> i64 {
    let upto = |n: i64| {
        let exact = i128::from(total) * i128::from(n.clamp(0, quantity));
        i64::try_from(exact / i128::from(quantity.max(1))).unwrap_or(total)
    };
    upto(before + pieces) - upto(before)
}

/// Whether the delivery outward goes back with this one: the contract as a whole is undone, and by right.
pub fn gives_delivery_back(
    law: &Law,
    kind: Kind,
    earlier: &[(Kind, State)],
    is_all_back: bool,
) -> bool {
    let by_right = |kind: Kind| match kind {
        Kind::Withdrawal => law.refunds_delivery,
        Kind::Complaint => true,
        Kind::Return | Kind::Exchange => false,
    };
    let of_money = |(_, state): &&(Kind, State)| *state == State::Refunded;
    is_all_back
        && by_right(kind)
        && earlier.iter().filter(of_money).all(|(kind, _)| by_right(*kind))
}

/// When a number of days has passed: the day of the event does not count, the last one counts to its end, and where it is
/// no working day, to the end of the next one (Regulation 1182/71, art. 3). Public holidays are not known here.
pub fn end_of(from: Time, span: Span, zone: &TimeZone, skips_weekends: bool) -> Time {
    let day = zone.to_datetime(from.timestamp()).date();
    let mut last = day.saturating_add(span);
    while skips_weekends && matches!(last.weekday(), Weekday::Saturday | Weekday::Sunday) {
        last = next(last);
    }
    let midnight = next(last).to_zoned(zone.clone());
    midnight.map_or(Time::MAX, |at| Time(at.timestamp().as_microsecond()))
}

fn next(day: Date) -> Date {
    day.saturating_add(Span::new().days(1))
}

/// Until when each kind of return is taken; of an order that nobody has got yet, it has not begun to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// None for what was taken along at a counter: there the law gives no such right.
    pub withdrawal: Option<Time>,
    pub shop: Time,
    pub complaint: Time,
}

impl Deadlines {
    /// `came`: when the customer had the last of it.
    pub fn of(law: &Law, policy: &Policy, came: Time, from_afar: bool) -> Deadlines {
        let zone = TimeZone::get(law.zone).unwrap_or(TimeZone::UTC);
        let days = |n: i64| end_of(came, Span::new().days(n), &zone, law.skips_weekends);
        let months = Span::new().months(policy.complaint_months);
        let withdrawal = from_afar.then(|| days(policy.withdrawal_days));
        let shop = days(policy.return_days);
        Deadlines {
            withdrawal,
            shop: withdrawal.map_or(shop, |withdrawal| shop.max(withdrawal)),
            complaint: end_of(came, months, &zone, law.skips_weekends),
        }
    }

    pub fn until(&self, kind: Kind) -> Option<Time> {
        match kind {
            Kind::Withdrawal => self.withdrawal,
            Kind::Return | Kind::Exchange => Some(self.shop),
            Kind::Complaint => Some(self.complaint),
        }
    }
}

/// Whether pieces of a line may come back so. Faults are no matter of exclusions.
///
/// # Errors
/// `bought_at_counter`, `too_late`, `does_not_come_back`.
pub fn may_come(kind: Kind, deadlines: &Deadlines, excluded: Option<Why>, now: Time) -> Result<()> {
    let Some(until) = deadlines.until(kind) else {
        let detail = "Who bought at a counter has no right of withdrawal: ask for a return.";
        return Err(Error::conflict("bought_at_counter", detail));
    };
    if now >= until {
        let detail = format!("The time for a {} ended at {until}.", kind.as_str());
        return Err(Error::conflict("too_late", detail));
    }
    match excluded {
        Some(why) if kind != Kind::Complaint => {
            let detail = format!("These goods do not come back: {}.", why.as_str());
            Err(Error::conflict("does_not_come_back", detail))
        }
        _ => Ok(()),
    }
}

/// There are not so many pieces with the customer.
pub fn not_so_many(position: i64, there: i64, asked: i64) -> Error {
    let detail = format!("Of line {position} {there} can come back, not {asked}.");
    Error::conflict("not_so_many_to_return", detail)
}

/// Where a return may go from a state.
///
/// # Errors
/// `return_is_over`, `not_received`.
pub fn may_go(from: State, to: State) -> Result<()> {
    match (from, to) {
        (State::Asked, State::Received | State::Refused)
        | (State::Received, State::Refunded | State::Exchanged | State::Refused) => Ok(()),
        (State::Asked, State::Refunded | State::Exchanged) => {
            let detail = "Write down first what came back.";
            Err(Error::conflict("not_received", detail))
        }
        _ => {
            let detail = format!("This return is {}: it cannot be {}.", from.as_str(), to.as_str());
            Err(Error::conflict("return_is_over", detail))
        }
    }
}
