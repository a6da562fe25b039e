//! The SQL of payments.

use customers::identities::CustomerId;
use kit::db::Row;
use kit::money::{Currency, Money};
use kit::secrets::Sealed;
use kit::{Result, Time, Tx, params, sql};

use super::Payment;
use crate::orders::{Order, OrderId};

pub fn set_provider(
    tx: &Tx,
    name: &str,
    settings: &str,
    secrets: &Sealed,
    now: Time,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into payment_providers (name, settings, secrets, changed_at)
             values ($1, $2, $3, $4)
             on conflict (name) do update set settings = excluded.settings,
               secrets = excluded.secrets, changed_at = excluded.changed_at"
        ),
        params![name, settings, secrets.0, now],
    )?;
    Ok(())
}

/// Settings and sealed secrets.
pub fn provider_maybe(tx: &Tx, name: &str) -> Result<Option<(String, Sealed)>> {
    tx.one(
        sql!("select settings, secrets from payment_providers where name = $1"),
        params![name],
        |row| Ok((row.get(0)?, Sealed(row.get(1)?))),
    )
}

pub fn delete_provider(tx: &Tx, name: &str) -> Result<()> {
    tx.exec(sql!("delete from payment_providers where name = $1"), params![name])?;
    Ok(())
}

/// False if this was told before.
pub fn insert(tx: &Tx, order: &Order, one: &Payment) -> Result<bool> {
    let added = tx.exec(
        sql!(
            "insert into payments (customer_id, order_id, kind, reference, id, provider, amount,
               currency, at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (customer_id, order_id, kind, reference) do nothing"
        ),
        params![
            order.customer_id,
            order.id,
            one.kind.as_str(),
            one.reference,
            one.id,
            one.provider,
            one.amount.minor,
            one.amount.currency.code(),
            one.at
        ],
    )?;
    Ok(added == 1)
}

pub fn keep_reference(tx: &Tx, order: &Order, provider: &str, reference: &str) -> Result<()> {
    tx.exec(
        sql!(
            "insert into payment_references (provider, reference, customer_id, order_id)
             values ($1, $2, $3, $4) on conflict (provider, reference) do nothing"
        ),
        params![provider, reference, order.customer_id, order.id],
    )?;
    Ok(())
}

pub fn referred_maybe(
    tx: &Tx,
    provider: &str,
    reference: &str,
) -> Result<Option<(CustomerId, OrderId)>> {
    tx.one(
        sql!(
            "select customer_id, order_id from payment_references
             where provider = $1 and reference = $2"
        ),
        params![provider, reference],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The ledger of an order, in the order in which it was told.
pub fn of_order(tx: &Tx, order: &Order) -> Result<Vec<Payment>> {
    tx.rows(
        sql!(
            "select id, kind, provider, reference, amount, currency, at from payments
             where customer_id = $1 and order_id = $2 order by at, id"
        ),
        params![order.customer_id, order.id],
        payment,
    )
}

fn payment(row: &Row) -> Result<Payment> {
    let currency: Currency = row.text(5)?.parse()?;
    Ok(Payment {
        id: row.get(0)?,
        kind: row.text(1)?.parse()?,
        provider: row.get(2)?,
        reference: row.get(3)?,
        amount: Money::new(row.get(4)?, currency),
        at: row.get(6)?,
    })
}
