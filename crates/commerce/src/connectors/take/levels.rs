//! How many of a variant they say there are.

use kit::{Result, Time, Tx};

use super::super::store_records::{self as records, Kind};
use super::super::theirs::Level;
use super::super::{Link, rules, store_variants as variants};
use crate::catalogue::VariantId;
use crate::stock::{self, Movement, MovementKind, QUANTITY_MAX};

/// The first time their pieces are counted in, if a place is set for them. Later it is remembered what they say, so that the
/// next telling sets right what was changed there.
pub fn take(tx: &Tx, link: &Link, told: &Level, now: Time) -> Result<()> {
    let kind = if told.variant_id.starts_with("item:") { Kind::Item } else { Kind::Variant };
    let ours = records::find::<VariantId>(tx, link.id(), kind, &told.variant_id)?;
    let Some(variant) = ours.map(|record| record.our_id) else { return Ok(()) };
    let Some(linked) = variants::find(tx, link.id(), variant)? else { return Ok(()) };
    variants::set_said(tx, link.id(), variant, Some(told.quantity), None, None)?;
    let Some(code) = link.settings.location.as_deref().filter(|_| linked.counted_at.is_none())
    else {
        return Ok(());
    };
    let place = stock::store::location_by_code(tx, code)?;
    let Some(place) = place.filter(stock::Location::is_open) else { return Ok(()) };
    let quantity = rules::on_hand(link.system, told.quantity, linked.open).min(QUANTITY_MAX);
    if quantity > 0 {
        let counted = Movement {
            variant,
            location: place.id,
            kind: MovementKind::Received,
            quantity,
            reference: link.system.name(),
            actor: &link.channel.name,
            // Whatever happens to the link, they are counted in once.
            key: Some(&format!("link:{}", link.id())),
            at: now,
        };
        stock::record(tx, &[counted], now)?;
    }
    variants::set_counted(tx, link.id(), variant, now)
}
