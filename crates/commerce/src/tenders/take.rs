//! An order is paid with what is not money, as far as that goes.

use kit::{Result, Time, Tx};

use super::offer::{Part, offer};
use super::{Source, Tender, Tendered, store};
use crate::carts::{Actor, Reach};
use crate::loyalty;
use crate::orders::Order;
use crate::promotions::gift_cards;

/// Takes it for an order that is being made; the caller holds the customer. What is left of the total is paid in money.
///
/// # Errors
/// As [`offer`].
pub fn take(
    tx: &Tx,
    actor: &Actor,
    own: Reach,
    order: &Order,
    tendered: &Tendered,
    now: Time,
) -> Result<Vec<Tender>> {
    if tendered.is_empty() {
        return Ok(Vec::new());
    }
    // Whoever pays with the same card waits here, and is then offered what is left on it.
    gift_cards::hold_all(tx, &tendered.gift_cards)?;
    let offer = offer(tx, Some(own), order.total, tendered, now)?;
    let one = |(position, part): (i64, &Part)| {
        let tender = Tender {
            position,
            source: part.source,
            ending: part.ending.clone(),
            amount: part.amount,
            points: part.points,
            amount_back: 0,
            points_back: 0,
        };
        match part.source {
            Source::Card(_) => {
                let reference = format!("order:{}", order.id);
                gift_cards::spend(tx, &part.code, part.amount, &reference, now)?;
            }
            Source::Leaf(leaf) => loyalty::pay(tx, actor, order, leaf, part.points, now)?,
        }
        store::insert(tx, order, &tender)?;
        Ok(tender)
    };
    (1..).zip(&offer.parts).map(one).collect()
}
