//! What one piece of something costs whoever stands before the shelf: the price list, what a door has of its own, and what
//! everybody gets off.

use std::collections::BTreeMap;

use customers::channels::ChannelId;
use kit::money::Currency;
use kit::{Result, Time, Tx};

use super::announced::reductions;
use crate::catalogue::VariantId;
use crate::prices::lowest::{Reduction, Steps};
use crate::prices::{self, Ask, exceptions};

/// Before which shelf.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    pub door: ChannelId,
    /// Whose prices hold.
    pub group: Option<&'a str>,
    pub currency: Currency,
    pub at: Time,
}

/// What one piece costs, in minor units.
#[derive(Clone, Debug)]
pub struct Offer {
    pub unit: i64,
    /// What may be announced.
    pub reduction: Option<Reduction>,
}

/// What is on offer of these; what has no price is left out.
pub fn offers(
    tx: &Tx,
    shelf: &Shelf,
    variants: &[VariantId],
) -> Result<BTreeMap<VariantId, Offer>> {
    let Shelf { door, group, currency, at } = *shelf;
    let ask = |variant: &VariantId| Ask {
        variant: *variant,
        group: group.map(str::to_owned),
        currency,
        quantity: 1,
        at,
    };
    let asks: Vec<Ask> = variants.iter().map(ask).collect();
    let declared = exceptions::at_door(tx, door, at)?;
    let reduced = reductions(tx, variants, currency, group, Steps::default(), at)?;
    let reduced: BTreeMap<VariantId, Reduction> = reduced.into_iter().collect();
    let offer = |(variant, price): (&VariantId, Option<prices::Price>)| {
        let price = price?;
        let offer = match exceptions::apply(price.unit, *variant, &declared) {
            Some((unit, _)) => Offer { unit: unit.minor, reduction: None },
            None => {
                let reduction = reduced.get(variant).cloned();
                let unit = reduction.as_ref().map_or(price.unit.minor, |one| one.amount);
                Offer { unit, reduction }
            }
        };
        Some((*variant, offer))
    };
    Ok(variants.iter().zip(prices::of(tx, &asks)?).filter_map(offer).collect())
}
