//! What is taken off a basket, and why: promotions, coupons and gift cards, the same at every door.
//!
//! A promotion is data ([`rule`]): what it gives, for which goods, to whom, beside which others. What all of them make of a
//! basket is a pure function ([`apply`]) with a trace that says of each whether it was applied, and if not, why. A gift
//! card is no promotion but money ([`gift_cards`]).
//!
//! ```text
//! promotion:  inactive ◄──staff──► active;  to come ──starts_at──► holds ──ends_at──► over
//! coupon:     unused ──redeem──► used n times ──redeem──► used up;  give_back takes one use back
//! gift card:  balance = what was put on − what was spent, never below zero
//! ```
//!
//! Kept here:
//! - Discounts are whole minor units; those of the lines add up to the promotion's to the cent, and no line goes below zero.
//! - The order of lines and of promotions makes no difference.
//! - A code's limits hold whatever the number of buyers and of servers: the use and its count are one conditional update
//!   ([`coupons::redeem`]). So do the budgets of promotions ([`budgets`]).
//! - The door is asked by none, but by a promotion that is declared for some doors alone, with a reason and an end.
//! - A promotion that everybody gets is a price that was asked: the 30-day low of what is announced next counts it
//!   ([`reductions`]).
//! - Of a gift card's code only a hash is kept.
//!
//! Start reading at [`rule`] and [`apply`], then [`quote`], which puts prices, promotions and tax together.

mod announced;
pub mod api;
mod apply;
pub mod basket;
pub mod budgets;
pub mod code;
pub mod coupons;
pub mod coupons_listed;
mod deals;
pub mod gift_cards;
pub mod gift_cards_api;
pub mod gift_cards_by_hand;
mod lineage;
mod quote;
pub mod rule;
mod shelf;
pub mod store;
mod sums;
#[cfg(test)]
mod tests;
mod way;
mod words;

use std::sync::{Arc, Mutex, PoisonError};

use customers::accounts::{Permit, audit, may};
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use crate::Ctx;
pub use announced::reductions;
pub use apply::apply;
pub use basket::{Applied, Basket, Line, Outcome, Shopper, Told};
pub use deals::spread;
pub use lineage::lineages;
pub use quote::{
    Asked, AskedLine, LINES_MAX, Quote, QuotedCoupon, QuotedLine, Total, TotalType, Trace, quote,
    quote_at,
};
pub use rule::{Budget, Promotion, Rule, State};
pub use shelf::{Offer, Shelf, offers};
pub use way::{QuotedShipping, Way};

kit::id_type!(PromotionId, "prm");

/// How many there may be at a time that are not over.
pub const PROMOTIONS_MAX: usize = 1_000;

/// Makes a promotion, or changes it.
pub async fn save(ctx: &Ctx, permit: &Permit<may::SetPrices>, new: &Promotion) -> Result<()> {
    check(new)?;
    let ctx = &ctx.customers;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            store::save(tx, new, now)?;
            if store::active(tx, now)?.len() > PROMOTIONS_MAX {
                let detail = format!("At most {PROMOTIONS_MAX} promotions are active at a time.");
                return Err(Error::conflict("too_many_promotions", detail));
            }
            let detail = json!({ "name": new.name, "active": new.is_active });
            let subject = new.id.to_string();
            audit::record(tx, now, permit.actor(), "promotion_saved", &subject, &detail)
        })
        .await
}

fn check(new: &Promotion) -> Result<()> {
    let refused = |detail: &str| Err(Error::bad_input("bad_promotion", detail));
    if new.name.trim().is_empty() || new.name.chars().count() > 200 {
        return refused("A promotion has a name, of up to 200 letters.");
    }
    if new.starts_at.zip(new.ends_at).is_some_and(|(start, end)| start >= end) {
        return refused("The promotion must begin before it ends.");
    }
    if new.priority.abs() > 1_000_000 {
        return refused("A priority lies between -1000000 and 1000000.");
    }
    let is_budget = |max: Option<i64>| max.is_none_or(|max| max > 0);
    if !is_budget(new.budget.uses_max) || !is_budget(new.budget.amount_max) {
        return refused("A budget is above zero.");
    }
    if new.budget.amount_max.is_some() && new.rule.needs.currency.is_none() {
        return refused("Say in which currency the budget is: needs.currency.");
    }
    if new.rule.needs.only_at.is_some() && new.ends_at.is_none() {
        return refused("What holds at some doors alone has an end.");
    }
    new.rule.check()
}

/// Those that are active and not over, also those that are to come: a trace can say that they are.
pub fn active(tx: &Tx, now: Time) -> Result<Vec<Promotion>> {
    store::active(tx, now)
}

/// The promotions, read once and then remembered until somebody changes one, on whatever server.
#[derive(Debug, Default)]
pub struct Remembered(Mutex<Option<(store::Mark, Arc<Vec<Promotion>>)>>);

impl Remembered {
    pub fn active(&self, tx: &Tx, now: Time) -> Result<Arc<Vec<Promotion>>> {
        let mark = store::mark(tx)?;
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, promotions)) = known.filter(|(its, _)| Some(*its) == mark) {
            return Ok(promotions);
        }
        let promotions = Arc::new(store::active(tx, now)?);
        if let Some(mark) = mark {
            let known = (mark, promotions.clone());
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(known);
        }
        Ok(promotions)
    }
}
