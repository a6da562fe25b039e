//! What is done with payments: begun, heard of, asked after, given back.

use customers::channels::{Door, store as channels};
use kit::money::Money;
use kit::{Error, Result, Tx};
use serde_json::json;

use super::provider::{Beginning, Provider, Session, Told, ToldKind};
use super::rules::{self, Balance};
use super::stripe::Stripe;
use super::{Kind, Payment, PaymentId, setup, store};
use crate::Ctx;
use crate::carts::{Actor, Role};
use crate::orders::list::numbered;
use crate::orders::{self, Means, Order, State, store as order_store};
use crate::tenders;

/// Begins to take the money for an order. Asked again while the order stands as it is, it is the same session.
///
/// # Errors
/// `not_by_provider`, `order_is_over`, `no_provider`, `provider_refused`, `provider_unreachable`.
pub async fn start(ctx: &Ctx, number: &str) -> Result<Session> {
    let read = |tx: &Tx| {
        let order = numbered(tx, number)?;
        let to_pay = tenders::to_pay(tx, &order)?;
        Ok((setup::stripe(tx, &ctx.customers.secrets)?, order, to_pay))
    };
    let (stripe, order, to_pay) = ctx.customers.db.read(read).await?;
    payable(&order)?;
    let beginning = Beginning {
        number: order.number.clone(),
        amount: to_pay,
        email: order.contact.email.clone(),
        key: format!("onedoor-{}-{}", order.id, order.version),
    };
    let session = stripe.start(&beginning).await?;
    let now = ctx.customers.clock.now();
    let row = Payment {
        id: PaymentId::new(now),
        kind: Kind::Started,
        provider: Stripe::NAME.into(),
        reference: session.reference.clone(),
        amount: to_pay,
        at: now,
    };
    let write = |tx: &Tx| {
        store::insert(tx, &order, &row)?;
        store::keep_reference(tx, &order, Stripe::NAME, &row.reference)
    };
    ctx.customers.db.write(write).await?;
    Ok(session)
}

fn payable(order: &Order) -> Result<()> {
    if order.means != Means::Provider {
        let detail = format!("Order {} is not paid by a provider.", order.number);
        return Err(Error::conflict("not_by_provider", detail));
    }
    if order.payment != orders::Payment::Awaited || order.state == State::Cancelled {
        let detail = format!("Order {} takes no money any more.", order.number);
        return Err(Error::conflict("order_is_over", detail));
    }
    Ok(())
}

/// Writes down what the provider tells, and what follows from it for the order. Told again, it changes nothing.
///
/// # Errors
/// `not_found`, where it is about no order of ours: perhaps it came before what it belongs to.
pub async fn hear(ctx: &Ctx, told: &Told) -> Result<()> {
    ctx.customers.db.write(|tx| heard(ctx, tx, told)).await
}

fn heard(ctx: &Ctx, tx: &Tx, told: &Told) -> Result<()> {
    let order = order_of(tx, told)?;
    let held = orders::hold(tx, &order)?;
    let now = ctx.customers.clock.now();
    let kind = match told.kind {
        ToldKind::Captured => Kind::Captured,
        ToldKind::Failed => Kind::Failed,
        ToldKind::Refunded => Kind::Refunded,
        ToldKind::RefundFailed => Kind::RefundFailed,
    };
    let row = Payment {
        id: PaymentId::new(now),
        kind,
        provider: Stripe::NAME.into(),
        reference: told.reference.clone(),
        amount: told.amount,
        at: now,
    };
    if !store::insert(tx, &held.order, &row)? {
        return Ok(());
    }
    store::keep_reference(tx, &held.order, Stripe::NAME, &told.payment)?;
    let currency = held.order.total.currency;
    let balance = Balance::of(&store::of_order(tx, &held.order)?, currency);
    let (actor, to_pay) = (provider_itself(tx, &held.order)?, tenders::to_pay(tx, &held.order)?);
    match kind {
        // Of an order that was cancelled meanwhile the money is in the ledger, to be given back.
        Kind::Captured if balance.covers(to_pay) && payable(&held.order).is_ok() => {
            orders::pay(tx, &actor, held, &told.reference, now)?;
        }
        Kind::Refunded => {
            let all = balance.is_all_back();
            let details = json!({ "amount": told.amount, "paid_by": told.reference });
            orders::pay_back(tx, &actor, held, &details, all, now)?;
        }
        Kind::Captured | Kind::Started | Kind::Failed | Kind::RefundFailed => {}
    }
    Ok(())
}

fn order_of(tx: &Tx, told: &Told) -> Result<Order> {
    if let Some(number) = &told.number {
        return numbered(tx, number);
    }
    let found = store::referred_maybe(tx, Stripe::NAME, &told.payment)?;
    let (leaf, id) = found.ok_or_else(|| Error::not_found("order of this payment"))?;
    order_store::find(tx, leaf, id)
}

/// The provider told it; it belongs to the door where the order was bought.
fn provider_itself(tx: &Tx, order: &Order) -> Result<Actor> {
    let channel = channels::find(tx, order.channel_id)?;
    let door = Door { channel: channel.into(), trusted: true };
    Ok(Actor { role: Role::Customer, name: Some("Stripe".into()), door })
}

/// Asks the provider how the newest session of an order stands, for when its call did not reach us.
pub async fn look(ctx: &Ctx, number: &str) -> Result<()> {
    let read = |tx: &Tx| {
        let order = numbered(tx, number)?;
        let payments = store::of_order(tx, &order)?;
        Ok((setup::stripe(tx, &ctx.customers.secrets)?, payments))
    };
    let (stripe, payments) = ctx.customers.db.read(read).await?;
    let started = payments.iter().rev().find(|one| one.kind == Kind::Started);
    let started = started
        .ok_or_else(|| Error::conflict("not_started", "No payment was begun for this order."))?;
    match stripe.look(&started.reference).await? {
        Some(told) => hear(ctx, &told).await,
        None => Ok(()),
    }
}

/// Gives so much back, by the way it came. `key` is new for each try that is meant as another one.
///
/// # Errors
/// `not_captured`, `more_than_paid`, `no_provider`, `provider_refused`, `provider_unreachable`.
pub async fn refund(ctx: &Ctx, number: &str, amount: Money, key: &str) -> Result<()> {
    let read = |tx: &Tx| {
        let order = numbered(tx, number)?;
        let payments = store::of_order(tx, &order)?;
        Ok((setup::stripe(tx, &ctx.customers.secrets)?, order, payments))
    };
    let (stripe, order, payments) = ctx.customers.db.read(read).await?;
    let captured = rules::captured(&payments)?;
    rules::refundable(Balance::of(&payments, order.total.currency), amount)?;
    let key = format!("onedoor-{}-{key}", order.id);
    let told = stripe.refund(&captured.reference, &order.number, amount, &key).await?;
    hear(ctx, &told).await
}
