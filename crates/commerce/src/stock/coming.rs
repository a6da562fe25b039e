//! What is on its way: a delivery from a supplier, or a transfer from another place of ours. What is sent lies nowhere until
//! it arrives, and can be promised to nobody.
//!
//! ```text
//! announced (a supplier) ─┐
//!                         ├─► on its way ── arrives, in one or several parts ──► closed
//! sent (a place of ours) ─┘        └── the rest will not come ──► closed
//! ```

use kit::{Error, Result, Time, Tx};

use super::movements::{Movement, MovementKind, record, take_away};
use super::{ComingId, LocationId, check_quantity, store, store_coming as rows};
use crate::catalogue::VariantId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    pub variant: VariantId,
    pub id: ComingId,
    pub to: LocationId,
    /// `None`: from outside.
    pub from: Option<LocationId>,
    pub quantity: i64,
    pub arrived: i64,
    pub expected_at: Option<Time>,
    pub reference: String,
    pub made_at: Time,
    pub closed_at: Option<Time>,
}

/// What is expected from a supplier.
#[derive(Clone, Debug)]
pub struct Announced<'a> {
    pub variant: VariantId,
    pub to: LocationId,
    pub quantity: i64,
    pub expected_at: Option<Time>,
    pub reference: &'a str,
}

pub fn announce(tx: &Tx, what: &Announced, now: Time) -> Result<Coming> {
    insert(tx, what, None, now)
}

fn insert(tx: &Tx, what: &Announced, from: Option<LocationId>, now: Time) -> Result<Coming> {
    check_quantity(what.quantity)?;
    store::location(tx, what.to)?;
    let coming = Coming {
        variant: what.variant,
        id: ComingId::new(now),
        to: what.to,
        from,
        quantity: what.quantity,
        arrived: 0,
        expected_at: what.expected_at,
        reference: what.reference.to_string(),
        made_at: now,
        closed_at: None,
    };
    rows::insert(tx, &coming)?;
    Ok(coming)
}

/// What goes from one place of ours to another.
#[derive(Clone, Debug)]
pub struct Transfer<'a> {
    pub variant: VariantId,
    pub from: LocationId,
    pub to: LocationId,
    pub quantity: i64,
    pub reference: &'a str,
    pub actor: &'a str,
}

/// It leaves the one place.
///
/// # Errors
/// `not_that_many`: what is promised to somebody stays.
pub fn send(tx: &Tx, transfer: &Transfer, now: Time) -> Result<Coming> {
    check_quantity(transfer.quantity)?;
    if transfer.from == transfer.to {
        return Err(Error::bad_input("same_location", "It lies there already."));
    }
    store::location(tx, transfer.from)?;
    let announced = Announced {
        variant: transfer.variant,
        to: transfer.to,
        quantity: transfer.quantity,
        expected_at: None,
        reference: transfer.reference,
    };
    let gone = Movement {
        variant: transfer.variant,
        location: transfer.from,
        kind: MovementKind::TransferredOut,
        quantity: -transfer.quantity,
        reference: transfer.reference,
        actor: transfer.actor,
        key: None,
        at: now,
    };
    take_away(tx, &gone, now)?;
    insert(tx, &announced, Some(transfer.from), now)
}

/// So many have come. A supplier may send more than was expected, a transfer not more than was sent.
///
/// # Errors
/// `more_than_sent`, `nothing_coming` where it is closed.
pub fn arrive(tx: &Tx, id: ComingId, quantity: i64, actor: &str, now: Time) -> Result<Coming> {
    check_quantity(quantity)?;
    let coming = open(tx, id)?;
    let arrived = coming.arrived + quantity;
    if coming.from.is_some() && arrived > coming.quantity {
        let left = coming.quantity - coming.arrived;
        let detail = format!("Of this transfer {left} are on their way.");
        return Err(Error::conflict("more_than_sent", detail));
    }
    let kind = match coming.from {
        Some(_) => MovementKind::TransferredIn,
        None => MovementKind::Received,
    };
    let came = Movement {
        variant: coming.variant,
        location: coming.to,
        kind,
        quantity,
        reference: &coming.reference,
        actor,
        key: None,
        at: now,
    };
    record(tx, &[came], now)?;
    let closed_at = (arrived >= coming.quantity).then_some(now);
    let coming = Coming { arrived, closed_at, ..coming };
    rows::set_arrived(tx, &coming)?;
    Ok(coming)
}

/// The rest will not come. What was sent and did not arrive is lost: it left the books of its place when it was sent.
pub fn close(tx: &Tx, id: ComingId, now: Time) -> Result<()> {
    let coming = open(tx, id)?;
    rows::set_arrived(tx, &Coming { closed_at: Some(now), ..coming })
}

fn open(tx: &Tx, id: ComingId) -> Result<Coming> {
    let coming = rows::hold(tx, id)?.ok_or_else(|| Error::not_found(format!("delivery {id}")))?;
    if coming.closed_at.is_some() {
        return Err(Error::conflict("nothing_coming", "Nothing more of this is on its way."));
    }
    Ok(coming)
}

/// What is on its way of these, the earliest first.
pub fn expected(tx: &Tx, variants: &[VariantId]) -> Result<Vec<Coming>> {
    rows::open_of(tx, variants)
}
