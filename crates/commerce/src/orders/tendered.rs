//! What is not paid in money: taken as an order is made, given back as it comes to be worth less; and how both stand in the
//! order.

use kit::{Error, Result, Time, Tx};
use serde_json::{Value, json};

use super::steps::{self, StepKind};
use super::{Line, Means, NewOrder, Order, Payment};
use crate::carts::{Actor, Reach};
use crate::promotions::TotalType;
use crate::tenders::{self, Kind, Tender, WentBack};

/// Takes gift cards and points for an order that is being made, and marks it as paid where nothing is left to pay.
///
/// # Errors
/// `not_covered`, and what the tenders refuse.
pub fn take(
    tx: &Tx,
    actor: &Actor,
    own: Reach,
    order: &mut Order,
    new: &NewOrder,
    now: Time,
) -> Result<Vec<Tender>> {
    let tenders = tenders::take(tx, actor, own, order, &new.tendered, now)?;
    let is_meant = !tenders.is_empty() || new.means == Means::Tenders;
    match to_pay(order, &tenders) {
        0 if is_meant => (order.means, order.payment) = (Means::Tenders, Payment::Paid),
        left if new.means == Means::Tenders => {
            let left = kit::money::Money::new(left, order.total.currency);
            let detail = format!("{left} is left to pay: say by what means.");
            return Err(Error::conflict("not_covered", detail));
        }
        _ => {}
    }
    note(order, &tenders)?;
    Ok(tenders)
}

/// Gives back what an order that is worth less does not need any more. The caller saves the order after it.
pub fn follow(
    tx: &Tx,
    actor: &Actor,
    order: &mut Order,
    lines: &[Line],
    now: Time,
) -> Result<WentBack> {
    let followed = tenders::follow(tx, actor, order, lines, now)?;
    match order.payment {
        Payment::Awaited if followed.is_covered => {
            (order.means, order.payment) = (Means::Tenders, Payment::Paid);
            steps::note(tx, order, actor, StepKind::Paid, &json!({ "by": "tenders" }), now)?;
        }
        // No money was taken for it, so none is to be given back.
        Payment::Paid if order.means == Means::Tenders && followed.is_all_back => {
            order.payment = Payment::Refunded;
        }
        Payment::Awaited | Payment::Paid | Payment::Refunded => {}
    }
    Ok(followed.back)
}

/// After another total was agreed: what pays for it now.
pub fn note_again(tx: &Tx, order: &mut Order) -> Result<()> {
    let tenders = tenders::of_order(tx, order)?;
    note(order, &tenders)
}

fn to_pay(order: &Order, tenders: &[Tender]) -> i64 {
    order.total.minor - tenders.iter().map(Tender::pays).sum::<i64>()
}

/// Writes below the total what each kind of tender pays, and what is left.
fn note(order: &mut Order, tenders: &[Tender]) -> Result<()> {
    if tenders.is_empty() {
        return Ok(());
    }
    let of = |kind: Kind| -> i64 {
        let meant = tenders.iter().filter(|one| one.source.kind() == kind);
        meant.map(Tender::pays).sum()
    };
    let sums = [
        (TotalType::GiftCard, of(Kind::GiftCard)),
        (TotalType::Points, of(Kind::Points)),
        (TotalType::ToPay, to_pay(order, tenders)),
    ];
    let total = |(kind, amount): (TotalType, i64)| json!({ "type": kind, "display_key": kind.key(), "amount": amount });
    let mut quote: Value = serde_json::from_str(&order.quote).map_err(Error::internal)?;
    if let Some(totals) = quote["totals"].as_array_mut() {
        totals.extend(sums.into_iter().filter(is_said).map(total));
    }
    order.quote = quote.to_string();
    Ok(())
}

/// What pays nothing is not there; what is left to pay is said also where it is nothing.
fn is_said((kind, amount): &(TotalType, i64)) -> bool {
    *kind == TotalType::ToPay || *amount > 0
}
