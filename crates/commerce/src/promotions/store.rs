//! The SQL of promotions. Coupons and gift cards have their own beside what they do.

use kit::db::Row;
use kit::{Result, Time, Tx, params, sql};

use super::rule::{Budget, Rule};
use super::{Promotion, PromotionId, budgets};

/// Changes whenever a promotion does. Made of a time and random bits, so that none comes twice, also not after a
/// transaction that was undone.
pub type Mark = [u8; 16];

pub fn save(tx: &Tx, one: &Promotion, now: Time) -> Result<()> {
    let rule = serde_json::to_string(&one.rule).map_err(kit::Error::internal)?;
    tx.exec(
        sql!(
            "insert into promotions
               (id, name, is_active, starts_at, ends_at, priority, needs_coupon, rule, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (id) do update set name = excluded.name, is_active = excluded.is_active,
               starts_at = excluded.starts_at, ends_at = excluded.ends_at,
               priority = excluded.priority, needs_coupon = excluded.needs_coupon,
               rule = excluded.rule, updated_at = excluded.updated_at"
        ),
        params![
            one.id,
            one.name.trim(),
            one.is_active,
            one.starts_at,
            one.ends_at,
            one.priority,
            one.rule.needs.coupon,
            &rule,
            now
        ],
    )?;
    tx.exec(
        sql!(
            "insert into promotions_mark (id, mark) values (1, $1)
             on conflict (id) do update set mark = excluded.mark"
        ),
        params![kit::id::uuid_v7(now)],
    )?;
    budgets::save(tx, one)?;
    write_run(tx, one, &rule, now)
}

/// Writes when it holds from now on, for whoever comes. What was planned before goes, what holds ends.
fn write_run(tx: &Tx, one: &Promotion, rule: &str, now: Time) -> Result<()> {
    tx.exec(
        sql!("delete from promotion_runs where promotion_id = $1 and starts_at >= $2"),
        params![one.id, now],
    )?;
    tx.exec(
        sql!(
            "update promotion_runs set ends_at = $2
             where promotion_id = $1 and (ends_at is null or ends_at > $2)"
        ),
        params![one.id, now],
    )?;
    let starts_at = one.starts_at.map_or(now, |start| start.max(now));
    let is_over = one.ends_at.is_some_and(|end| end <= starts_at);
    if !one.is_active || is_over || !one.rule.needs.is_for_everybody() {
        return Ok(());
    }
    tx.exec(
        sql!(
            "insert into promotion_runs (promotion_id, starts_at, ends_at, priority, rule)
             values ($1, $2, $3, $4, $5)"
        ),
        params![one.id, starts_at, one.ends_at, one.priority, rule],
    )?;
    Ok(())
}

/// The promotions that everybody got, each for the time that it held as it was; none that is to come.
pub fn runs(tx: &Tx, now: Time) -> Result<Vec<Promotion>> {
    tx.rows(
        sql!(
            "select promotion_id, starts_at, ends_at, priority, rule
             from promotion_runs where starts_at <= $1 order by promotion_id, starts_at"
        ),
        params![now],
        |row| {
            Ok(Promotion {
                id: row.get(0)?,
                name: String::new(),
                is_active: true,
                starts_at: row.get(1)?,
                ends_at: row.get(2)?,
                priority: row.get(3)?,
                budget: Budget::default(),
                rule: Rule::parse(row.text(4)?)?,
            })
        },
    )
}

/// None while there was never a promotion.
pub fn mark(tx: &Tx) -> Result<Option<Mark>> {
    tx.one(sql!("select mark from promotions_mark where id = 1"), params![], |row| row.get(0))
}

pub fn active(tx: &Tx, now: Time) -> Result<Vec<Promotion>> {
    tx.rows(
        sql!(
            "select p.id, p.name, p.is_active, p.starts_at, p.ends_at, p.priority, p.rule,
               b.uses_max, b.amount_max
             from promotions p left join promotion_budgets b on b.promotion_id = p.id
             where p.is_active = 1 and (p.ends_at is null or p.ends_at > $1)
             order by p.priority desc, p.id"
        ),
        params![now],
        promotion,
    )
}

/// Those that are not over, also those that were switched off; the first to go first.
pub fn current(tx: &Tx, now: Time, limit: usize) -> Result<Vec<Promotion>> {
    tx.rows(
        sql!(
            "select p.id, p.name, p.is_active, p.starts_at, p.ends_at, p.priority, p.rule,
               b.uses_max, b.amount_max
             from promotions p left join promotion_budgets b on b.promotion_id = p.id
             where p.ends_at is null or p.ends_at > $1
             order by p.is_active desc, p.priority desc, p.id limit $2"
        ),
        params![now, limit as i64],
        promotion,
    )
}

/// Those that are over, page by page, the newest first.
pub fn over(
    tx: &Tx,
    now: Time,
    before: Option<PromotionId>,
    limit: usize,
) -> Result<Vec<Promotion>> {
    tx.rows(
        sql!(
            "select p.id, p.name, p.is_active, p.starts_at, p.ends_at, p.priority, p.rule,
               b.uses_max, b.amount_max
             from promotions p left join promotion_budgets b on b.promotion_id = p.id
             where p.ends_at <= $1 and (cast($2 as {blob}) is null or p.id < $2)
             order by p.id desc limit $3"
        ),
        params![now, before, limit as i64],
        promotion,
    )
}

pub fn find_maybe(tx: &Tx, id: PromotionId) -> Result<Option<Promotion>> {
    tx.one(
        sql!(
            "select p.id, p.name, p.is_active, p.starts_at, p.ends_at, p.priority, p.rule,
               b.uses_max, b.amount_max
             from promotions p left join promotion_budgets b on b.promotion_id = p.id
             where p.id = $1"
        ),
        params![id],
        promotion,
    )
}

fn promotion(row: &Row) -> Result<Promotion> {
    Ok(Promotion {
        id: row.get(0)?,
        name: row.get(1)?,
        is_active: row.get(2)?,
        starts_at: row.get(3)?,
        ends_at: row.get(4)?,
        priority: row.get(5)?,
        rule: Rule::parse(row.text(6)?)?,
        budget: Budget { uses_max: row.get(7)?, amount_max: row.get(8)? },
    })
}
