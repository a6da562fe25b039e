//! The codes of a promotion as lists: those that were made together, one after the other, and what was used when.

use customers::identities::CustomerId;
use kit::{Result, Time, Tx, params, sql};

use super::PromotionId;
use super::coupons::{Coupon, coupon};
use crate::orders::OrderId;

/// Codes that were made in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    pub made_at: Time,
    pub codes: i64,
    pub uses: i64,
    /// One of them.
    pub first: String,
}

/// The newest first.
pub fn batches(tx: &Tx, promotion: PromotionId, limit: usize) -> Result<Vec<Batch>> {
    tx.rows(
        sql!(
            "select made_at, count(*), cast(sum(uses) as bigint), min(code) from coupons
             where promotion_id = $1 group by made_at order by made_at desc limit $2"
        ),
        params![promotion, limit as i64],
        |row| {
            Ok(Batch {
                made_at: row.get(0)?,
                codes: row.get(1)?,
                uses: row.get(2)?,
                first: row.get(3)?,
            })
        },
    )
}

/// In the order of their letters, after one of them; of one batch, or of all.
pub fn page(
    tx: &Tx,
    promotion: PromotionId,
    made_at: Option<Time>,
    after: &str,
    limit: usize,
) -> Result<Vec<Coupon>> {
    tx.rows(
        sql!(
            "select code, promotion_id, uses_max, uses_max_each, uses, ends_at, made_at, disabled_at
             from coupons
             where promotion_id = $1 and code > $3
               and (cast($2 as bigint) is null or made_at = $2)
             order by code limit $4"
        ),
        params![promotion, made_at, after, limit as i64],
        coupon,
    )
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    pub code: String,
    pub customer: CustomerId,
    pub order: OrderId,
    pub used_at: Time,
}

/// The newest first.
pub fn uses(tx: &Tx, promotion: PromotionId, limit: usize) -> Result<Vec<Use>> {
    tx.rows(
        sql!(
            "select u.code, u.customer_id, u.order_id, u.used_at
             from coupons c join coupon_uses u on u.code = c.code
             where c.promotion_id = $1 order by u.used_at desc, u.code limit $2"
        ),
        params![promotion, limit as i64],
        |row| {
            Ok(Use {
                code: row.get(0)?,
                customer: row.get(1)?,
                order: row.get(2)?,
                used_at: row.get(3)?,
            })
        },
    )
}
