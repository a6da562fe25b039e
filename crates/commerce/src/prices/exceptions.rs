//! A door where something costs other than elsewhere (the marketplace that takes its share): declared, with a reason and an
//! end.
//!
//! An exception is not asked for by [`super::price`], which knows no door. Whoever sells at a door applies it to the price
//! beside ([`at_door`], then [`apply`]), and says so; the list of exceptions is what the parity report shows.

use customers::accounts::{Permit, audit, may};
use customers::channels::ChannelId;
use kit::db::Row;
use kit::money::{Currency, Money};
use kit::time::days;
use kit::{Error, Result, Time, Tx, params, sql};
use serde::Serialize;
use serde_json::json;

use crate::Ctx;
use crate::catalogue::VariantId;

kit::id_type!(ExceptionId, "pex");

/// A year: whoever needs longer says why again.
pub const DURATION_MAX: i64 = days(366);
/// From a tenth of the price to twice the price.
const BASIS_POINTS: std::ops::RangeInclusive<i64> = -9_000..=10_000;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exception {
    pub id: ExceptionId,
    pub channel: ChannelId,
    /// None: everything at this door.
    pub variant: Option<VariantId>,
    pub change: Change,
    pub reason: String,
    pub starts_at: Time,
    pub ends_at: Time,
    pub declared_by: String,
    pub declared_at: Time,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It costs this.
    Amount(Money),
    /// Of the price: 500 is 5 % more, -500 is 5 % less.
    BasisPoints(i64),
}

#[derive(Clone, Debug)]
pub struct NewException {
    pub channel: ChannelId,
    pub variant: Option<VariantId>,
    pub change: Change,
    pub reason: String,
    pub starts_at: Time,
    pub ends_at: Time,
}

/// What one piece costs at a door with these exceptions, and by which; none where none applies.
///
/// One for the variant goes before one for everything, the last declared before earlier ones.
pub fn apply(
    unit: Money,
    variant: VariantId,
    exceptions: &[Exception],
) -> Option<(Money, ExceptionId)> {
    let concerns = |one: &&Exception| {
        one.variant.is_none_or(|its| its == variant)
            && match one.change {
                Change::Amount(amount) => amount.currency == unit.currency,
                Change::BasisPoints(_) => true,
            }
    };
    let found = exceptions
        .iter()
        .filter(concerns)
        .max_by_key(|one| (one.variant.is_some(), one.declared_at, one.id))?;
    let unit = match found.change {
        Change::Amount(amount) => amount,
        Change::BasisPoints(points) => {
            // Rounded half up; neither factor is negative.
            let minor = (i128::from(unit.minor) * i128::from(10_000 + points) + 5_000) / 10_000;
            Money::new(i64::try_from(minor).map_err(Error::internal).ok()?, unit.currency)
        }
    };
    Some((unit, found.id))
}

pub async fn declare(
    ctx: &Ctx,
    permit: &Permit<may::SetPrices>,
    new: &NewException,
) -> Result<Exception> {
    check(new)?;
    let ctx = &ctx.customers;
    let now = ctx.clock.now();
    let exception = Exception {
        id: ExceptionId::new(now),
        channel: new.channel,
        variant: new.variant,
        change: new.change,
        reason: new.reason.trim().to_string(),
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        declared_by: permit.actor().name.clone(),
        declared_at: now,
    };
    ctx.db
        .write(|tx| {
            insert(tx, &exception)?;
            let (subject, detail) = (exception.id.to_string(), json!({ "reason": new.reason }));
            audit::record(tx, now, permit.actor(), "price_exception_declared", &subject, &detail)
        })
        .await?;
    Ok(exception)
}

/// Ends one now. What has not begun yet never will.
pub async fn end(ctx: &Ctx, permit: &Permit<may::SetPrices>, id: ExceptionId) -> Result<()> {
    let ctx = &ctx.customers;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            let ended = tx.exec(
                sql!("update price_exceptions set ends_at = $2 where id = $1 and ends_at > $2"),
                params![id, now],
            )?;
            if ended == 0 {
                return Err(Error::not_found(format!("price exception {id} that still holds")));
            }
            let subject = id.to_string();
            audit::record(tx, now, permit.actor(), "price_exception_ended", &subject, &json!({}))
        })
        .await
}

fn check(new: &NewException) -> Result<()> {
    let refused = |detail: &str| Err(Error::bad_input("bad_price_exception", detail));
    if new.reason.trim().is_empty() || new.reason.chars().count() > 500 {
        return refused("An exception has a reason, of up to 500 letters.");
    }
    let duration = new.ends_at.since(new.starts_at);
    if duration <= 0 || duration > DURATION_MAX {
        return refused("An exception ends after it has begun, within a year.");
    }
    match new.change {
        Change::Amount(amount) if amount.minor < 0 => refused("A price is not below zero."),
        Change::BasisPoints(points) if !BASIS_POINTS.contains(&points) => {
            refused("An exception changes a price by -90 % to +100 %.")
        }
        Change::Amount(_) | Change::BasisPoints(_) => Ok(()),
    }
}

fn insert(tx: &Tx, one: &Exception) -> Result<()> {
    let (amount, points) = match one.change {
        Change::Amount(amount) => (Some(amount), None),
        Change::BasisPoints(points) => (None, Some(points)),
    };
    tx.exec(
        sql!(
            "insert into price_exceptions
               (id, channel_id, variant_id, currency, amount, basis_points, reason, starts_at, ends_at,
                declared_by, declared_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        params![
            one.id,
            one.channel,
            one.variant,
            amount.as_ref().map(|amount| amount.currency.code()),
            amount.map(|amount| amount.minor),
            points,
            one.reason,
            one.starts_at,
            one.ends_at,
            one.declared_by,
            one.declared_at
        ],
    )?;
    Ok(())
}

/// Those that hold at a door.
pub fn at_door(tx: &Tx, channel: ChannelId, at: Time) -> Result<Vec<Exception>> {
    tx.rows(
        sql!(
            "select id, channel_id, variant_id, currency, amount, basis_points, reason, starts_at,
               ends_at, declared_by, declared_at
             from price_exceptions
             where channel_id = $1 and ends_at > $2 and starts_at <= $2 order by id"
        ),
        params![channel, at],
        exception,
    )
}

/// All that hold or will.
pub fn list(tx: &Tx, at: Time) -> Result<Vec<Exception>> {
    tx.rows(
        sql!(
            "select id, channel_id, variant_id, currency, amount, basis_points, reason, starts_at,
               ends_at, declared_by, declared_at
             from price_exceptions where ends_at > $1 order by channel_id, id"
        ),
        params![at],
        exception,
    )
}

fn exception(row: &Row) -> Result<Exception> {
    let currency: Option<Currency> = row.text_maybe(3)?.map(str::parse).transpose()?;
    let (amount, points): (Option<i64>, Option<i64>) = (row.get(4)?, row.get(5)?);
    let change = match (currency, amount, points) {
        (Some(currency), Some(amount), None) => Change::Amount(Money::new(amount, currency)),
        (None, None, Some(points)) => Change::BasisPoints(points),
        _ => return Err(Error::internal("a price exception with neither amount nor share")),
    };
    Ok(Exception {
        id: row.get(0)?,
        channel: row.get(1)?,
        variant: row.get(2)?,
        change,
        reason: row.get(6)?,
        starts_at: row.get(7)?,
        ends_at: row.get(8)?,
        declared_by: row.get(9)?,
        declared_at: row.get(10)?,
    })
}
