//! What staff do with goods, each with their right and in the audit log.

use customers::accounts::{Permit, audit, may};
use kit::{Error, Result, Time, Tx};
use serde_json::{Value, json};

use super::coming::{self, Transfer};
use super::counts::{Count, Counter, count};
use super::movements::{Movement, MovementKind, hold, record, take_away};
use super::{ComingId, LocationId, QUANTITY_MAX, check_quantity, store};
use crate::Ctx;
use crate::catalogue::VariantId;

const REFERENCE_CHARS_MAX: usize = 100;

/// Some pieces of a variant in a place, and what for.
#[derive(Clone, Debug)]
pub struct Pieces {
    pub variant: VariantId,
    pub location: LocationId,
    pub quantity: i64,
    pub reference: String,
}

impl Pieces {
    fn movement<'a>(
        &'a self,
        kind: MovementKind,
        quantity: i64,
        actor: &'a str,
        at: Time,
    ) -> Movement<'a> {
        let (variant, location) = (self.variant, self.location);
        Movement {
            variant,
            location,
            kind,
            quantity,
            reference: &self.reference,
            actor,
            key: None,
            at,
        }
    }
}

type MayManage = Permit<may::ManageStock>;

/// They have come.
pub async fn receive(ctx: &Ctx, permit: &MayManage, pieces: &Pieces) -> Result<()> {
    check_quantity(pieces.quantity)?;
    change(ctx, permit, "stock_received", pieces, |tx, pieces, now| {
        let name = &permit.actor().name;
        let came = pieces.movement(MovementKind::Received, pieces.quantity, name, now);
        record(tx, &[came], now).map(drop)
    })
    .await
}

/// They are broken, lost or stolen.
///
/// # Errors
/// `not_that_many`.
pub async fn write_off(ctx: &Ctx, permit: &MayManage, pieces: &Pieces) -> Result<()> {
    check_quantity(pieces.quantity)?;
    change(ctx, permit, "stock_written_off", pieces, |tx, pieces, now| {
        let name = &permit.actor().name;
        let gone = pieces.movement(MovementKind::WrittenOff, -pieces.quantity, name, now);
        take_away(tx, &gone, now)
    })
    .await
}

/// Somebody counted them just now.
pub async fn count_now(ctx: &Ctx, permit: &MayManage, pieces: &Pieces) -> Result<()> {
    change(ctx, permit, "stock_counted", pieces, |tx, pieces, now| {
        let counted = [(pieces.variant, pieces.quantity)];
        let told = Count {
            location: pieces.location,
            by: Counter::Hand,
            as_of: now,
            counted: &counted,
            reference: &pieces.reference,
            actor: &permit.actor().name,
        };
        count(tx, &told, now).map(drop)
    })
    .await
}

/// They go to another place.
///
/// # Errors
/// `not_that_many`, `same_location`.
pub async fn send(ctx: &Ctx, permit: &MayManage, pieces: &Pieces, to: LocationId) -> Result<()> {
    change(ctx, permit, "stock_sent", pieces, |tx, pieces, now| {
        let transfer = Transfer {
            variant: pieces.variant,
            from: pieces.location,
            to,
            quantity: pieces.quantity,
            reference: &pieces.reference,
            actor: &permit.actor().name,
        };
        coming::send(tx, &transfer, now).map(drop)
    })
    .await
}

/// So many are promised to nobody who does not stand before them.
pub async fn keep_back(ctx: &Ctx, permit: &MayManage, pieces: &Pieces) -> Result<()> {
    if !(0..=QUANTITY_MAX).contains(&pieces.quantity) {
        let detail = format!("A safety stock is 0 to {QUANTITY_MAX}.");
        return Err(Error::bad_input("bad_quantity", detail));
    }
    change(ctx, permit, "stock_kept_back", pieces, |tx, pieces, _| {
        let place = (pieces.variant, pieces.location);
        hold(tx, &[place].into())?;
        store::set_safety(tx, place, pieces.quantity)
    })
    .await
}

/// So many of what was on its way have come.
pub async fn arrive(ctx: &Ctx, permit: &MayManage, id: ComingId, quantity: i64) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let coming = coming::arrive(tx, id, quantity, &permit.actor().name, now)?;
        let detail = json!({ "quantity": quantity, "delivery": id });
        let subject = coming.variant.to_string();
        audit::record(tx, now, permit.actor(), "stock_arrived", &subject, &detail)
    };
    ctx.customers.db.write(write).await
}

async fn change(
    ctx: &Ctx,
    permit: &MayManage,
    action: &str,
    pieces: &Pieces,
    act: impl Fn(&Tx, &Pieces, Time) -> Result<()>,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let reference = kit::text::clip(pieces.reference.trim(), REFERENCE_CHARS_MAX).into_owned();
    let pieces = Pieces { reference, ..pieces.clone() };
    let write = |tx: &Tx| {
        let place = store::location(tx, pieces.location)?;
        act(tx, &pieces, now)?;
        let detail = said(&pieces, &place.code);
        audit::record(tx, now, permit.actor(), action, &pieces.variant.to_string(), &detail)
    };
    ctx.customers.db.write(write).await
}

fn said(pieces: &Pieces, code: &str) -> Value {
    json!({ "location": code, "quantity": pieces.quantity, "reference": pieces.reference })
}
