//! Codes that open a promotion: one for everybody, or thousands, each for somebody; with limits that hold.
//!
//! A use is counted by a conditional update (`… set uses = uses + 1 where … and uses < uses_max`), so that of any number
//! of buyers on any number of servers no more get it than may. The limit of one customer is counted under the customer's
//! lock over all their leaves, so that it holds for a person whom the shop learned to be one.

use customers::accounts::{Permit, audit, may};
use customers::identities::{CustomerId, graph, store as identities};
use kit::db::{List, Row, ToV as _, V};
use kit::{Error, Result, Time, Tx, params, sql};
use serde::Serialize;
use serde_json::json;

use super::{PromotionId, code, store};
use crate::Ctx;
use crate::orders::OrderId;

/// In one call.
pub const CODES_MAX: usize = 10_000;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coupon {
    pub code: String,
    pub promotion: PromotionId,
    /// None: as often as anybody wants.
    pub uses_max: Option<i64>,
    pub uses_max_each: Option<i64>,
    pub uses: i64,
    pub ends_at: Option<Time>,
    pub made_at: Time,
    pub disabled_at: Option<Time>,
}

impl Coupon {
    /// Why nobody can use it now; per customer it may be used up all the same.
    pub fn refusal(&self, now: Time) -> Option<Error> {
        if self.disabled_at.is_some() {
            return Some(Error::conflict("coupon_disabled", "This code is no longer valid."));
        }
        if self.ends_at.is_some_and(|end| now >= end) {
            return Some(Error::conflict("coupon_over", "This code was valid until a while ago."));
        }
        self.uses_max.is_some_and(|max| self.uses >= max).then(used_up)
    }
}

fn used_up() -> Error {
    Error::conflict("coupon_used_up", "This code has been used as often as it may be.")
}

/// Which codes to make.
#[derive(Clone, Debug)]
pub enum Codes {
    /// The shop's own word.
    Own(String),
    /// So many that nobody guesses.
    Letters(usize),
    /// So many for paper with bars.
    Ean13(usize),
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    pub uses_max: Option<i64>,
    pub uses_max_each: Option<i64>,
    pub ends_at: Option<Time>,
}

/// Makes codes for a promotion that needs one.
pub async fn make(
    ctx: &Ctx,
    permit: &Permit<may::SetPrices>,
    promotion: PromotionId,
    codes: &Codes,
    limits: Limits,
) -> Result<Vec<String>> {
    check(codes, limits)?;
    let ctx = &ctx.customers;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            let found = store::find_maybe(tx, promotion)?;
            let found = found.ok_or_else(|| Error::not_found(format!("promotion {promotion}")))?;
            if !found.rule.needs.coupon {
                let detail = "This promotion is given without a code. Set needs.coupon first.";
                return Err(Error::conflict("no_coupon_needed", detail));
            }
            let codes = new_codes(codes)?;
            insert(tx, promotion, &codes, limits, now)?;
            let (subject, detail) = (promotion.to_string(), json!({ "codes": codes.len() }));
            audit::record(tx, now, permit.actor(), "coupons_made", &subject, &detail)?;
            Ok(codes)
        })
        .await
}

fn check(codes: &Codes, limits: Limits) -> Result<()> {
    if let Codes::Letters(count) | Codes::Ean13(count) = codes
        && !(1..=CODES_MAX).contains(count)
    {
        let detail = format!("Between 1 and {CODES_MAX} codes are made at a time.");
        return Err(Error::bad_input("bad_count", detail));
    }
    let is_count = |max: Option<i64>| max.is_none_or(|max| (1..=1_000_000_000).contains(&max));
    if !is_count(limits.uses_max) || !is_count(limits.uses_max_each) {
        return Err(Error::bad_input("bad_limit", "A code can be used at least once."));
    }
    Ok(())
}

fn new_codes(codes: &Codes) -> Result<Vec<String>> {
    match codes {
        Codes::Own(word) => Ok(vec![code::check_own(word)?]),
        Codes::Letters(count) => (0..*count).map(|_| code::letters()).collect(),
        Codes::Ean13(count) => (0..*count).map(|_| code::ean_13()).collect(),
    }
}

fn insert(
    tx: &Tx,
    promotion: PromotionId,
    codes: &[String],
    limits: Limits,
    now: Time,
) -> Result<()> {
    let rows: Vec<_> = codes
        .iter()
        .map(|code| {
            [
                V::Text(code),
                promotion.to_v(),
                limits.uses_max.to_v(),
                limits.uses_max_each.to_v(),
                limits.ends_at.to_v(),
                now.to_v(),
            ]
        })
        .collect();
    let made = tx.many(
        sql!(
            "insert into coupons
               (code, promotion_id, uses_max, uses_max_each, uses, ends_at, made_at)
             values ($1, $2, $3, $4, 0, $5, $6) on conflict (code) do nothing"
        ),
        &rows,
    )?;
    if made != codes.len() as u64 {
        let detail = "Such a code exists already. Choose another, or try again.";
        return Err(Error::conflict("code_exists", detail));
    }
    Ok(())
}

/// No longer valid from now on; what was used stays used.
pub async fn disable(ctx: &Ctx, permit: &Permit<may::SetPrices>, text: &str) -> Result<()> {
    let ctx = &ctx.customers;
    let (now, code) = (ctx.clock.now(), code::normal(text));
    ctx.db
        .write(|tx| {
            let done = tx.exec(
                sql!("update coupons set disabled_at = $2 where code = $1 and disabled_at is null"),
                params![code, now],
            )?;
            if done == 0 {
                return Err(unknown());
            }
            audit::record(tx, now, permit.actor(), "coupon_disabled", &code, &json!({}))
        })
        .await
}

pub(super) fn unknown() -> Error {
    Error::bad_input("coupon_unknown", "There is no such code. Look whether it is typed right.")
}

/// Those of these codes that there are, however they are typed.
pub fn find(tx: &Tx, codes: &[String]) -> Result<Vec<Coupon>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let codes: Vec<String> = codes.iter().map(|text| code::normal(text)).collect();
    tx.rows(
        sql!(
            "select code, promotion_id, uses_max, uses_max_each, uses, ends_at, made_at, disabled_at
             from coupons where code in ($1) order by code"
        ),
        params![List(&codes)],
        coupon,
    )
}

/// Uses a code for an order; the same order again changes nothing. Fails where it may not be used (any more): then the
/// caller's transaction is undone, and the order is not made with it.
pub fn redeem(
    tx: &Tx,
    text: &str,
    customer: CustomerId,
    order: OrderId,
    now: Time,
) -> Result<PromotionId> {
    let code = code::normal(text);
    let coupon = find(tx, std::slice::from_ref(&code))?.pop().ok_or_else(unknown)?;
    if let Some(max) = coupon.uses_max_each {
        let [root] = graph::lock(tx, [customer])?;
        let orders = orders_of(tx, &code, root)?;
        if orders.contains(&order) {
            return Ok(coupon.promotion);
        }
        if orders.len() as i64 >= max {
            return Err(used_by_you());
        }
    }
    let new = tx.exec(
        sql!(
            "insert into coupon_uses (customer_id, code, order_id, used_at) values ($1, $2, $3, $4)
             on conflict (customer_id, code, order_id) do nothing"
        ),
        params![customer, code, order, now],
    )?;
    if new == 0 {
        return Ok(coupon.promotion);
    }
    let counted = tx.exec(
        sql!(
            "update coupons set uses = uses + 1
             where code = $1 and disabled_at is null and (ends_at is null or ends_at > $2)
               and (uses_max is null or uses < uses_max)"
        ),
        params![code, now],
    )?;
    if counted == 0 {
        return Err(coupon.refusal(now).unwrap_or_else(used_up));
    }
    Ok(coupon.promotion)
}

/// The orders for which somebody has used a code, under whatever name they had then.
fn orders_of(tx: &Tx, code: &str, root: CustomerId) -> Result<Vec<OrderId>> {
    let leaves = identities::leaves(tx, root)?;
    tx.rows(
        sql!("select order_id from coupon_uses where customer_id in ($1) and code = $2"),
        params![List(&leaves), code],
        |row| row.get(0),
    )
}

/// Why a customer cannot use a code now; none: they can.
pub fn refusal(
    tx: &Tx,
    coupon: &Coupon,
    customer: Option<CustomerId>,
    now: Time,
) -> Result<Option<Error>> {
    if let Some(refusal) = coupon.refusal(now) {
        return Ok(Some(refusal));
    }
    let (Some(max), Some(customer)) = (coupon.uses_max_each, customer) else { return Ok(None) };
    let orders = orders_of(tx, &coupon.code, graph::root(tx, customer)?)?;
    Ok((orders.len() as i64 >= max).then(used_by_you))
}

fn used_by_you() -> Error {
    let detail = "You have used this code as often as one customer may.";
    Error::conflict("coupon_used_by_you", detail)
}

/// The order came to nothing: somebody else may use the code. Twice is once.
pub fn give_back(tx: &Tx, text: &str, customer: CustomerId, order: OrderId) -> Result<()> {
    let code = code::normal(text);
    let gone = tx.exec(
        sql!("delete from coupon_uses where customer_id = $1 and code = $2 and order_id = $3"),
        params![customer, code, order],
    )?;
    if gone > 0 {
        tx.exec(sql!("update coupons set uses = uses - 1 where code = $1"), params![code])?;
    }
    Ok(())
}

pub(super) fn coupon(row: &Row) -> Result<Coupon> {
    Ok(Coupon {
        code: row.get(0)?,
        promotion: row.get(1)?,
        uses_max: row.get(2)?,
        uses_max_each: row.get(3)?,
        uses: row.get(4)?,
        ends_at: row.get(5)?,
        made_at: row.get(6)?,
        disabled_at: row.get(7)?,
    })
}
