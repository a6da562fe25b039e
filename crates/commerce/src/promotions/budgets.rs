//! What promotions have given, and the budgets of those that may give only so much.
//!
//! A budget holds by the means by which a coupon's limit does: what an order gets and its count are one conditional update
//! (`… where uses < uses_max and amount + $n <= amount_max`). A promotion without a budget has no such row, so that orders
//! do not wait for one another. A basket is shown what is left a moment before; where others were quicker, the order is
//! refused and the buyer sees the new total.

use std::collections::HashMap;

use customers::identities::CustomerId;
use kit::db::{List, ToV, V};
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Outcome, Promotion, PromotionId, Quote, Trace};
use crate::orders::OrderId;

/// Keeps what a promotion may give. One that gets its first budget has used of it what it gave before; the orders that are
/// placed in that very moment are not in the count.
pub(super) fn save(tx: &Tx, one: &Promotion) -> Result<()> {
    if one.budget.is_endless() {
        tx.exec(sql!("delete from promotion_budgets where promotion_id = $1"), params![one.id])?;
        return Ok(());
    }
    tx.exec(
        sql!(
            "insert into promotion_budgets (promotion_id, uses_max, amount_max, uses, amount)
             select $1, $2, $3, count(*), cast(coalesce(sum(amount), 0) as bigint)
             from promotion_uses where promotion_id = $1
             on conflict (promotion_id) do update
               set uses_max = excluded.uses_max, amount_max = excluded.amount_max"
        ),
        params![one.id, one.budget.uses_max, one.budget.amount_max],
    )?;
    Ok(())
}

/// How much those of these that have a budget may still give; 0 where nothing is left.
pub fn left(tx: &Tx, promotions: &[Promotion]) -> Result<HashMap<PromotionId, i64>> {
    let limited = promotions.iter().filter(|one| !one.budget.is_endless());
    let limited: Vec<PromotionId> = limited.map(|one| one.id).collect();
    if limited.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = tx.rows(
        sql!(
            "select promotion_id, uses_max, amount_max, uses, amount from promotion_budgets
             where promotion_id in ($1)"
        ),
        params![List(&limited)],
        |row| {
            let (uses_max, amount_max): (Option<i64>, Option<i64>) = (row.get(1)?, row.get(2)?);
            let (uses, amount): (i64, i64) = (row.get(3)?, row.get(4)?);
            let left = match uses_max {
                Some(max) if uses >= max => 0,
                _ => amount_max.map_or(i64::MAX, |max| (max - amount).max(0)),
            };
            Ok((row.get(0)?, left))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// Writes down what an order gets, and takes it from the budgets. Call it near the end of the order's transaction: whoever
/// gets the same waits for it.
///
/// # Errors
/// `promotion_spent`, where less is left by now than the order was to get.
pub fn spend(
    tx: &Tx,
    quote: &Quote,
    customer: CustomerId,
    order: OrderId,
    now: Time,
) -> Result<()> {
    let mut given: Vec<(PromotionId, i64, &Trace)> = quote.given().collect();
    if given.is_empty() {
        return Ok(());
    }
    // In one order, so that no two buyers wait for each other.
    given.sort_unstable_by_key(|(promotion, ..)| *promotion);
    let ids: Vec<PromotionId> = given.iter().map(|(promotion, ..)| *promotion).collect();
    let limited: Vec<PromotionId> = tx.rows(
        sql!("select promotion_id from promotion_budgets where promotion_id in ($1)"),
        params![List(&ids)],
        |row| row.get(0),
    )?;
    let uses: Vec<[V; 6]> = given
        .iter()
        .map(|(promotion, amount, _)| {
            let currency = V::Text(quote.currency.code());
            [customer.to_v(), order.to_v(), promotion.to_v(), currency, amount.to_v(), now.to_v()]
        })
        .collect();
    tx.many(
        sql!(
            "insert into promotion_uses
               (customer_id, order_id, promotion_id, currency, amount, used_at)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        &uses,
    )?;
    for (promotion, amount, trace) in given {
        if limited.contains(&promotion) && !take(tx, promotion, amount)? {
            let detail = format!("“{}” has just been used up. Look at the new total.", trace.name);
            return Err(Error::conflict("promotion_spent", detail));
        }
    }
    Ok(())
}

fn take(tx: &Tx, promotion: PromotionId, amount: i64) -> Result<bool> {
    let taken = tx.exec(
        sql!(
            "update promotion_budgets set uses = uses + 1, amount = amount + $2
             where promotion_id = $1 and (uses_max is null or uses < uses_max)
               and (amount_max is null or amount + $2 <= amount_max)"
        ),
        params![promotion, amount],
    )?;
    Ok(taken > 0)
}

/// The order came to nothing: others may have what it got. Twice is once.
pub fn give_back(tx: &Tx, customer: CustomerId, order: OrderId) -> Result<()> {
    let given: Vec<(PromotionId, i64)> = tx.rows(
        sql!(
            "select promotion_id, amount from promotion_uses
             where customer_id = $1 and order_id = $2 order by promotion_id{for_update}"
        ),
        params![customer, order],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    tx.exec(
        sql!("delete from promotion_uses where customer_id = $1 and order_id = $2"),
        params![customer, order],
    )?;
    for (promotion, amount) in given {
        tx.exec(
            sql!(
                "update promotion_budgets set uses = uses - 1, amount = amount - $2
                 where promotion_id = $1"
            ),
            params![promotion, amount],
        )?;
    }
    Ok(())
}

/// How many orders got something of each promotion, and how much together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    pub uses: i64,
    /// By currency.
    pub amounts: Vec<Money>,
}

pub fn gone(tx: &Tx, promotions: &[PromotionId]) -> Result<HashMap<PromotionId, Gone>> {
    let mut all: HashMap<PromotionId, Gone> = HashMap::new();
    if promotions.is_empty() {
        return Ok(all);
    }
    let rows = tx.rows(
        sql!(
            "select promotion_id, currency, count(*), cast(sum(amount) as bigint)
             from promotion_uses where promotion_id in ($1)
             group by promotion_id, currency order by promotion_id, currency"
        ),
        params![List(promotions)],
        |row| {
            let currency: Currency = row.text(1)?.parse()?;
            let amount = Money::new(row.get(3)?, currency);
            Ok((row.get::<PromotionId>(0)?, row.get::<i64>(2)?, amount))
        },
    )?;
    for (promotion, uses, amount) in rows {
        let gone = all.entry(promotion).or_default();
        gone.uses += uses;
        gone.amounts.push(amount);
    }
    Ok(all)
}

impl Quote {
    /// What each promotion takes off, those that take something off.
    fn given(&self) -> impl Iterator<Item = (PromotionId, i64, &Trace)> {
        self.promotions.iter().filter_map(|trace| match trace.outcome {
            Outcome::Applied { amount, shipping } => {
                Some((trace.promotion, amount + shipping, trace))
            }
            _ => None,
        })
    }
}
