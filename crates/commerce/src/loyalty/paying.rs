//! Points pay for an order, and come back when it comes to be worth less.

use customers::identities::CustomerId;
use kit::time::days;
use kit::{Error, Result, Time, Tx};

use super::act::posting;
use super::rules::balance;
use super::{Kind, Posting, store};
use crate::carts::{Actor, Scope};
use crate::orders::Order;

/// What a customer could pay with, at whatever door it came.
pub fn there(tx: &Tx, leaf: CustomerId, now: Time) -> Result<i64> {
    let all = store::of_leaves(tx, &Scope::whole(leaf).leaves(tx)?)?;
    Ok(balance(&all, now).points.max(0))
}

/// Of which leaves of the customer so many points are taken: the own one's first.
///
/// # Errors
/// `too_few_points`.
pub fn portions(
    tx: &Tx,
    leaf: CustomerId,
    points: i64,
    now: Time,
) -> Result<Vec<(CustomerId, i64)>> {
    if points == 0 {
        return Ok(Vec::new());
    }
    let leaves = Scope::whole(leaf).leaves(tx)?;
    let all = store::of_leaves(tx, &leaves)?;
    let there = balance(&all, now).points;
    if there < points {
        return Err(too_few(there, points));
    }
    Ok(split(&all, &leaves, points, now))
}

pub(super) fn too_few(there: i64, wanted: i64) -> Error {
    let detail = format!("There are {there} points, not {wanted}.");
    Error::conflict("too_few_points", detail)
}

/// How much of a spending falls on which leaf: no leaf goes below zero while another has some.
pub(super) fn split(
    all: &[Posting],
    leaves: &[CustomerId],
    points: i64,
    now: Time,
) -> Vec<(CustomerId, i64)> {
    let mut missing = points;
    let mut parts = Vec::new();
    for leaf in leaves {
        let own: Vec<Posting> =
            all.iter().filter(|one| one.customer_id == *leaf).cloned().collect();
        let taken = balance(&own, now).points.clamp(0, missing);
        missing -= taken;
        if taken > 0 {
            parts.push((*leaf, taken));
        }
    }
    match (missing, parts.first_mut(), leaves.first()) {
        (0, ..) => {}
        (_, Some((_, part)), _) => *part += missing,
        (_, None, Some(leaf)) => parts.push((*leaf, missing)),
        (_, None, None) => {}
    }
    parts
}

/// Points of this leaf pay for an order. The caller holds the customer and knows that there are so many.
pub fn pay(
    tx: &Tx,
    actor: &Actor,
    order: &Order,
    leaf: CustomerId,
    points: i64,
    now: Time,
) -> Result<()> {
    let key = format!("order:{}", order.id);
    let (order_id, reference) = (Some(order.id), order.number.clone());
    store::insert(
        tx,
        &Posting {
            key,
            kind: Kind::Spent,
            points: -points,
            order_id,
            reference,
            ..posting(actor, leaf, now)
        },
    )
}

/// They paid for an order that is worth less now. They live as long as points that come new.
pub fn give_back(
    tx: &Tx,
    actor: &Actor,
    order: &Order,
    leaf: CustomerId,
    points: i64,
    now: Time,
) -> Result<()> {
    let key = format!("back:{}:{}", order.id, order.version);
    let (order_id, reference) = (Some(order.id), order.number.clone());
    let expires_at = store::program(tx)?.expire_days.map(|n| now.plus(days(n)));
    store::insert(
        tx,
        &Posting {
            key,
            kind: Kind::GivenBack,
            points,
            expires_at,
            order_id,
            reference,
            ..posting(actor, leaf, now)
        },
    )
}
