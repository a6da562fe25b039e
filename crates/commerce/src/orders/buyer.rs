//! What is known of whoever buys, as far as promotions ask: the same at every door, and where a basket is only tried.

use customers::identities::graph;
use customers::profiles::{self, Standing};
use kit::{Result, Time, Tx};

use super::{OrderId, store};
use crate::carts::Reach;
use crate::loyalty;
use crate::promotions::Shopper;

/// The buyer of an order that is made now.
///
/// # Errors
/// `not_found`, where nobody is known by this leaf.
pub fn shopper(tx: &Tx, buyer: Reach, at: Time) -> Result<Shopper> {
    shopper_of(tx, buyer, OrderId([0xff; 16]), at)
}

/// The same, of an order that was made already. The group, segments and the tier are those of who is *proven* to be there: a browser
/// that only says who it is learns nothing of the account by its prices, and gets nothing by a name. Whether it is a first
/// order is asked of the whole customer, also of what this browser may not see.
pub(super) fn shopper_of(tx: &Tx, buyer: Reach, order: OrderId, at: Time) -> Result<Shopper> {
    let all = graph::leaves(tx, buyer.leaf)?;
    let is_first_order = !store::bought_before(tx, &all, order)?;
    let proven = if buyer.is_whole { all } else { vec![buyer.leaf] };
    let Standing { group, segments } = profiles::standing(tx, &proven)?;
    Ok(Shopper {
        group,
        segments,
        tier: loyalty::tier(tx, &proven, at)?.map(|tier| tier.name),
        is_first_order,
    })
}

/// The group whose prices somebody sees, by the same rule.
///
/// # Errors
/// `not_found`, where nobody is known by this leaf.
pub fn group(tx: &Tx, buyer: Reach) -> Result<Option<String>> {
    let proven = if buyer.is_whole { graph::leaves(tx, buyer.leaf)? } else { vec![buyer.leaf] };
    Ok(profiles::standing(tx, &proven)?.group)
}
