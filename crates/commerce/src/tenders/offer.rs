//! What gift cards and points would pay: shown before somebody buys, and the plan by which it is then taken.

use std::collections::BTreeSet;

use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx};

use super::{GIFT_CARDS_MAX, Source, Tendered, rules};
use crate::carts::Reach;
use crate::loyalty;
use crate::promotions::code;
use crate::promotions::gift_cards::{self, GiftCard};

/// A part of the price that somebody does not pay in money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub source: Source,
    /// The code of the card as it was typed; of points nothing.
    pub(super) code: String,
    pub ending: String,
    pub amount: Money,
    pub points: i64,
    /// What stays on the card.
    pub left: Option<Money>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub total: Money,
    /// In the order in which they pay.
    pub parts: Vec<Part>,
    /// By the means of the order.
    pub to_pay: Money,
}

/// What of this total they pay now. Nothing is taken. `own` is none of a stranger at a counter.
///
/// # Errors
/// `gift_card_unknown`, `gift_card_over`, `gift_card_empty`, `other_currency`, `too_many_gift_cards`; `bad_points`,
/// `points_need_account`, `points_pay_nothing`, `too_few_points`; `to_pay_changed`.
pub fn offer(
    tx: &Tx,
    own: Option<Reach>,
    total: Money,
    tendered: &Tendered,
    now: Time,
) -> Result<Offer> {
    let mut parts = Vec::new();
    let mut left = total.minor;
    for (code, card) in cards(tx, tendered, total.currency, now)? {
        let amount = card.balance.minor.min(left);
        if amount == 0 {
            continue;
        }
        left -= amount;
        parts.push(Part {
            source: Source::Card(card.id),
            code,
            ending: card.ending,
            amount: Money::new(amount, total.currency),
            points: 0,
            left: Some(Money::new(card.balance.minor - amount, total.currency)),
        });
    }
    if tendered.points != 0 {
        let paid = points(tx, own, Money::new(left, total.currency), tendered.points, now)?;
        left -= paid.iter().map(|part| part.amount.minor).sum::<i64>();
        parts.extend(paid);
    }
    if let Some(expected) = tendered.expected_to_pay.filter(|expected| *expected != left) {
        let money = |minor| Money::new(minor, total.currency);
        let detail =
            format!("{} is left to pay now, not {}. Look again.", money(left), money(expected));
        return Err(Error::conflict("to_pay_changed", detail));
    }
    Ok(Offer { total, parts, to_pay: Money::new(left, total.currency) })
}

/// The cards of these codes, each once, if all of them can pay.
fn cards(
    tx: &Tx,
    tendered: &Tendered,
    currency: Currency,
    now: Time,
) -> Result<Vec<(String, GiftCard)>> {
    if tendered.gift_cards.len() > GIFT_CARDS_MAX {
        let detail = format!("At most {GIFT_CARDS_MAX} gift cards pay for an order.");
        return Err(Error::bad_input("too_many_gift_cards", detail));
    }
    let mut seen = BTreeSet::new();
    let codes = tendered.gift_cards.iter().filter(|typed| seen.insert(code::normal(typed)));
    let card = |typed: &String| {
        let card = gift_cards::find_maybe(tx, typed)?.ok_or_else(gift_cards::unknown)?;
        gift_cards::may_pay(&card, currency, now)?;
        if card.balance.minor == 0 {
            let detail = format!("Nothing is left on the gift card …{}.", card.ending);
            return Err(Error::conflict("gift_card_empty", detail));
        }
        Ok((typed.clone(), card))
    };
    codes.map(card).collect()
}

/// What points pay of what is left, and of which leaves they are taken.
fn points(tx: &Tx, own: Option<Reach>, left: Money, asked: i64, now: Time) -> Result<Vec<Part>> {
    if asked < 0 {
        return Err(Error::bad_input("bad_points", "Points are a whole number above zero."));
    }
    let own = own.filter(|own| own.is_whole).ok_or_else(|| {
        let detail = "Points pay for somebody who has shown who they are.";
        Error::forbidden("points_need_account", detail)
    })?;
    let rate = loyalty::store::program(tx)?.pays.get(&left.currency).copied();
    let rate = rate.ok_or_else(|| {
        let detail = format!("Points pay nothing in {}.", left.currency);
        Error::conflict("points_pay_nothing", detail)
    })?;
    let (needed, pays) = rules::of_points(rate, asked, left.minor);
    let mut parts = Vec::new();
    let (mut points_so_far, mut paid_so_far) = (0, 0);
    for (leaf, points) in loyalty::portions(tx, own.leaf, needed, now)? {
        points_so_far += points;
        // Shares by where each ends, so that they add up; points that would pay nothing stay.
        let paid = rules::points_back(pays, needed, points_so_far);
        if paid == paid_so_far {
            continue;
        }
        parts.push(Part {
            source: Source::Leaf(leaf),
            code: String::new(),
            ending: String::new(),
            amount: Money::new(paid - paid_so_far, left.currency),
            points,
            left: None,
        });
        paid_so_far = paid;
    }
    Ok(parts)
}

/// Points that somebody could pay with, and what all of them pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldPoints {
    pub points: i64,
    pub pays: Money,
}

/// Nothing, where it is not proven who is there, where points pay nothing, or where there are none.
pub fn held_points(
    tx: &Tx,
    own: Reach,
    currency: Currency,
    now: Time,
) -> Result<Option<HeldPoints>> {
    let rate = loyalty::store::program(tx)?.pays.get(&currency).copied();
    let Some(rate) = rate.filter(|_| own.is_whole) else { return Ok(None) };
    let there = loyalty::there(tx, own.leaf, now)?;
    let (points, pays) = rules::of_points(rate, there, i64::MAX);
    Ok((pays > 0).then_some(HeldPoints { points, pays: Money::new(pays, currency) }))
}
