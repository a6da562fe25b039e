//! A return comes to its end: the money goes back, other pieces go out, or it is refused.

use customers::recording::Learned;
use kit::money::Money;
use kit::{Error, Result, Time, Tx};
use serde_json::{Value, json};

use super::law;
use super::receive::unshelve;
use super::steps::{Held, StepKind, go};
use super::tell::{self, Told};
use super::{Kind, Line, Return, State, rules, store};
use crate::Ctx;
use crate::carts::Actor;
use crate::orders::{self, Agreed, Delivery, Payment};
use crate::stock::{self, Holder, LocationId, Wanted};

const WHY_CHARS_MAX: usize = 500;

/// How the money goes back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refund {
    /// Kept in minor units, because the goods lost value (Directive 2011/83, art. 14(2)).
    pub deduction: i64,
    /// Why so much is kept.
    pub why: String,
    /// What whoever paid calls the payment.
    pub paid_by: String,
}

/// What a refund would be, or is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Of each line of the return, in its order.
    pub lines: Vec<i64>,
    /// For the way to the customer, as the cheapest one would have cost it.
    pub delivery: i64,
    /// Nothing of the order is left to pay back after it.
    pub is_all: bool,
}

impl Due {
    pub fn total(&self) -> i64 {
        self.lines.iter().sum::<i64>() + self.delivery
    }
}

/// What was paid for the pieces that came.
pub fn due(ctx: &Ctx, held: &Held) -> Result<Due> {
    let Held { order, back, lines, others } = held;
    let before = rules::refunded(&held.others_lines());
    let earlier = |position: i64| before.get(&position).copied().unwrap_or(0);
    let of = |line: &Line| {
        let bought = order.lines.iter().find(|one| one.position == line.position);
        let bought =
            bought.ok_or_else(|| Error::internal("a return of a line that is not there"))?;
        let (total, quantity) = (bought.total.minor, bought.quantity);
        Ok(rules::share(total, quantity, earlier(line.position), line.settled()))
    };
    let now = |position: i64| {
        lines.iter().filter(|line| line.position == position).map(Line::settled).sum::<i64>()
    };
    let is_back = |one: &orders::Line| {
        one.open() == 0 && earlier(one.position) + now(one.position) >= one.shipped
    };
    let country = match &order.order.delivery {
        Delivery::Address { country, .. } => country,
        Delivery::Collect { .. } | Delivery::Taken { .. } => &ctx.country,
    };
    let kinds: Vec<(Kind, State)> = others.iter().map(|(one, _)| (one.kind, one.state)).collect();
    let is_whole = order.lines.iter().all(is_back);
    let gives = rules::gives_delivery_back(&law::of(country), back.kind, &kinds, is_whole);
    let agreed = Agreed::of(&order.order)?;
    let delivery = if gives { agreed.standard_delivery() } else { 0 };
    let lines = lines.iter().map(of).collect::<Result<_>>()?;
    Ok(Due { lines, delivery, is_all: is_whole && delivery == agreed.delivery() })
}

/// The money goes back, as it was paid. Whoever pays says what they call the payment.
///
/// # Errors
/// `not_received`, `order_not_paid`, `bad_deduction`, `return_is_over`.
pub fn refund(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    held: Held,
    refund: &Refund,
    now: Time,
) -> Result<(Return, Vec<Line>, Learned)> {
    rules::may_go(held.back.state, State::Refunded)?;
    if held.order.order.payment == Payment::Awaited {
        let detail = format!(
            "Order {} is not paid: nothing can go back. Write down the payment first.",
            held.order.order.number
        );
        return Err(Error::conflict("order_not_paid", detail));
    }
    let due = due(ctx, &held)?;
    check(refund, due.total())?;
    let Held { order, mut back, mut lines, others } = held;
    for (line, amount) in lines.iter_mut().zip(&due.lines) {
        line.refund = *amount;
    }
    let money = |minor| Money::new(minor, order.order.total.currency);
    back.delivery = money(due.delivery);
    back.deduction = money(refund.deduction);
    back.refund = money(due.total() - refund.deduction);
    let details = json!({
        "amount": back.refund, "deduction": refund.deduction, "why": clipped(&refund.why),
        "paid_by": clipped(&refund.paid_by), "return": back.number,
    });
    go(tx, actor, (&mut back, &lines), (State::Refunded, &details), now)?;
    // Where something was kept, the order stays paid: a part of the money is the shop's.
    let kept = others.iter().any(|(one, _)| one.deduction.minor > 0) || refund.deduction > 0;
    orders::pay_back(tx, actor, order, &details, due.is_all && !kept, now)?;
    let told = Told { total: Some(back.refund), ..Told::new("Order Refunded", &lines) };
    let learned = tell::tell(ctx, tx, actor, &back, &told, now)?;
    Ok((back, lines, learned))
}

fn check(refund: &Refund, due: i64) -> Result<()> {
    if !(0..=due).contains(&refund.deduction) {
        let detail = format!("Between 0 and {due} minor units can be kept.");
        return Err(Error::bad_input("bad_deduction", detail));
    }
    if refund.deduction > 0 && refund.why.trim().is_empty() {
        return Err(Error::bad_input("no_reason_given", "Say why so much is kept."));
    }
    Ok(())
}

fn clipped(text: &str) -> String {
    kit::text::clip(text.trim(), WHY_CHARS_MAX).into_owned()
}

/// Other pieces go out from a place, one for one; no money moves.
///
/// # Errors
/// `no_exchange`, `not_received`, `nothing_to_exchange`.
pub fn exchange(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    held: Held,
    from: LocationId,
    now: Time,
) -> Result<(Return, Vec<Line>, Learned)> {
    let Held { mut back, lines, .. } = held;
    if back.kind != Kind::Exchange {
        let detail = format!("Return {} is a {}, no exchange.", back.number, back.kind.as_str());
        return Err(Error::conflict("no_exchange", detail));
    }
    let place = stock::store::location(tx, from)?;
    let details = json!({ "location": place.id, "place": place.name });
    go(tx, actor, (&mut back, &lines), (State::Exchanged, &details), now)?;
    let holder = Holder::order(back.order_id);
    let pieces: Vec<_> = lines
        .iter()
        .filter_map(|line| Some((line.wanted?, line.settled())))
        .filter(|(_, quantity)| *quantity > 0)
        .collect();
    let wanted = |(variant, quantity): &(_, i64)| Wanted::at_counter(*variant, *quantity, from);
    let wanted: Vec<Wanted> = pieces.iter().map(wanted).collect();
    let promised = stock::reserve(tx, &holder, &wanted, None, now);
    let promised = promised.map_err(|error| match error.code {
        "out_of_stock" => {
            let detail = format!("{} has none to give out instead.", place.name);
            Error::conflict("nothing_to_exchange", detail)
        }
        _ => error,
    })?;
    for one in promised {
        stock::ship(tx, one.id, one.quantity, now)?;
    }
    let learned = tell::tell(ctx, tx, actor, &back, &Told::new("Return Exchanged", &lines), now)?;
    Ok((back, lines, learned))
}

/// It is not taken. What lay on the shelf already goes back to the customer.
///
/// # Errors
/// `no_reason_given`, `return_is_over`.
pub fn refuse(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    held: Held,
    why: &str,
    now: Time,
) -> Result<(Return, Vec<Line>, Learned)> {
    let Held { mut back, lines, .. } = held;
    if why.trim().is_empty() {
        return Err(Error::bad_input(
            "no_reason_given",
            "Say why it is refused: the customer is told.",
        ));
    }
    let lay = match back.state {
        State::Received => place_of(tx, &back)?,
        _ => None,
    };
    let details = json!({ "why": clipped(why) });
    go(tx, actor, (&mut back, &lines), (State::Refused, &details), now)?;
    if let Some(place) = lay {
        let who = actor.name.clone().unwrap_or_else(|| actor.role.as_str().into());
        unshelve(tx, &back, &lines, place, &who, now)?;
    }
    let learned = tell::tell(ctx, tx, actor, &back, &Told::new("Return Refused", &lines), now)?;
    Ok((back, lines, learned))
}

/// Where it was received.
fn place_of(tx: &Tx, back: &Return) -> Result<Option<LocationId>> {
    let steps = store::steps(tx, back)?;
    let Some(step) = steps.iter().find(|step| step.kind == StepKind::Received) else {
        return Ok(None);
    };
    let details: Value = serde_json::from_str(&step.details).map_err(Error::internal)?;
    details["location"].as_str().map(str::parse).transpose()
}
