//! Goods that the buyer takes along at the counter: out of what the till holds, then off the shelf, and gone at once.

use std::collections::BTreeMap;

use kit::{Error, Result, Time, Tx};

use super::rules::Parts;
use super::{Line, Order};
use crate::carts::Actor;
use crate::catalogue::VariantId;
use crate::stock::{self, Holder, LocationId, Wanted, quotas};

/// What is taken along.
#[derive(Clone, Debug)]
pub struct Taken {
    pub location: LocationId,
    /// So many of each line's variant.
    pub pieces: BTreeMap<VariantId, i64>,
    /// Whose quota is used before the shelf.
    pub till: Option<Holder>,
}

impl Taken {
    /// Counts what is taken as gone out; by line, how much that is.
    pub(super) fn mark(&self, lines: &mut [Line]) -> Result<Parts> {
        let mut parts = Parts::new();
        for (variant, pieces) in &self.pieces {
            let line = lines.iter_mut().find(|line| line.variant == *variant);
            let line = line.filter(|line| (1..=line.quantity).contains(pieces));
            let line = line.ok_or_else(|| {
                Error::bad_input("bad_taken", format!("{pieces} of {variant} are not bought here."))
            })?;
            line.shipped = *pieces;
            parts.insert(line.position, *pieces);
        }
        Ok(parts)
    }

    /// They leave the store.
    ///
    /// # Errors
    /// `out_of_stock`.
    pub(super) fn hand_over(&self, tx: &Tx, order: &Order, actor: &Actor, now: Time) -> Result<()> {
        let holder = Holder::order(order.id);
        let mut from_shelf = Vec::new();
        for (&variant, &pieces) in &self.pieces {
            let held = match &self.till {
                Some(till) => quotas::held(tx, till, variant)?.min(pieces),
                None => 0,
            };
            if let Some(till) = self.till.as_ref().filter(|_| held > 0) {
                let sale = quotas::TillSale {
                    variant,
                    quantity: held,
                    key: &order.id.to_string(),
                    reference: holder.as_str(),
                    actor: actor.name.as_deref().unwrap_or(till.as_str()),
                    at: now,
                };
                stock::use_quota(tx, till, &sale, now)?;
            }
            if pieces > held {
                from_shelf.push(Wanted::at_counter(variant, pieces - held, self.location));
            }
        }
        if from_shelf.is_empty() {
            return Ok(());
        }
        for one in stock::reserve(tx, &holder, &from_shelf, None, now)? {
            stock::ship(tx, one.id, one.quantity, now)?;
        }
        Ok(())
    }
}
