//! What came and went, written once; the levels follow in the same transaction.

use std::collections::{BTreeMap, BTreeSet};

use kit::{Error, Result, Time, Tx};

use super::rules::{Level, check_there, is_right_way};
use super::{LocationId, MovementId, QUANTITY_MAX, store, store_bundles};
use crate::catalogue::VariantId;
use crate::wishes::{self, WishKind};

kit::words! {
    MovementKind:
    Received "received",
    Sold "sold",
    Returned "returned",
    /// A count found more or less than the books said.
    Counted "counted",
    TransferredOut "transferred_out",
    TransferredIn "transferred_in",
    /// Broken, lost, stolen.
    WrittenOff "written_off",
    /// The merchant's other system says so.
    Erp "erp",
}

/// Goods that came (above zero) or went (below).
#[derive(Clone, Copy, Debug)]
pub struct Movement<'a> {
    pub variant: VariantId,
    pub location: LocationId,
    pub kind: MovementKind,
    pub quantity: i64,
    /// What for: an order, a delivery, a count.
    pub reference: &'a str,
    pub actor: &'a str,
    /// The same movement told twice has the same; `None` for one that is told once.
    pub key: Option<&'a str>,
    /// When it happened.
    pub at: Time,
}

/// As it stands in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub variant: VariantId,
    pub id: MovementId,
    pub location: LocationId,
    pub kind: MovementKind,
    pub quantity: i64,
    pub reference: String,
    pub actor: String,
    pub at: Time,
    pub recorded_at: Time,
}

/// Where a variant lies.
pub(super) type Place = (VariantId, LocationId);

/// Writes movements down and changes the levels. Tells of each whether it was new: one whose key is known for its
/// variant and location moves nothing. What is told has happened, whatever the books say: a level may fall below zero.
pub fn record(tx: &Tx, movements: &[Movement], now: Time) -> Result<Vec<bool>> {
    for movement in movements {
        let is_size = movement.quantity.unsigned_abs() <= QUANTITY_MAX.unsigned_abs();
        if !is_size || !is_right_way(movement.kind, movement.quantity) {
            let detail = format!("“{}” cannot be {}.", movement.kind.as_str(), movement.quantity);
            return Err(Error::bad_input("bad_quantity", detail));
        }
    }
    let places: BTreeSet<Place> = movements.iter().map(|m| (m.variant, m.location)).collect();
    hold(tx, &places)?;
    let mut known = known_keys(tx, movements)?;
    let (mut rows, mut news) = (Vec::new(), Vec::new());
    let mut moved: BTreeMap<Place, i64> = BTreeMap::new();
    for movement in movements {
        let place = (movement.variant, movement.location);
        let is_new = movement.key.is_none_or(|key| known.insert((place, key.to_string())));
        news.push(is_new);
        if !is_new {
            continue;
        }
        *moved.entry(place).or_default() += movement.quantity;
        rows.push((MovementId::new(now), movement));
    }
    store::insert_movements(tx, &rows, now)?;
    store::add_on_hand(tx, &moved)?;
    let more: BTreeSet<VariantId> =
        moved.iter().filter(|(_, moved)| **moved > 0).map(|(place, _)| place.0).collect();
    if !more.is_empty() {
        wishes::stir(tx, &more, WishKind::Back, now)?;
    }
    Ok(news)
}

/// Somebody takes goods away who sees what is there.
///
/// # Errors
/// `not_that_many`.
pub fn take_away(tx: &Tx, movement: &Movement, now: Time) -> Result<()> {
    let place = (movement.variant, movement.location);
    let levels = hold(tx, &BTreeSet::from([place]))?;
    let level = levels.get(&place).ok_or_else(|| Error::internal("no level is held"))?;
    check_there(movement.kind, level, movement.quantity)?;
    record(tx, std::slice::from_ref(movement), now)?;
    Ok(())
}

/// The levels of these places, made where there are none, and held until the end of the transaction.
pub(super) fn hold(tx: &Tx, places: &BTreeSet<Place>) -> Result<BTreeMap<Place, Level>> {
    let variants: BTreeSet<VariantId> = places.iter().map(|place| place.0).collect();
    let variants: Vec<VariantId> = variants.into_iter().collect();
    let read = || -> Result<BTreeMap<Place, Level>> {
        let levels = store::hold_levels(tx, &variants)?.into_iter();
        Ok(levels.map(|level| ((level.variant, level.location), level)).collect())
    };
    let levels = read()?;
    let missing: Vec<Place> =
        places.iter().filter(|place| !levels.contains_key(place)).copied().collect();
    if missing.is_empty() {
        return Ok(levels);
    }
    store::insert_levels(tx, &missing)?;
    read()
}

/// Asked when the levels are held: whoever tells the same at the same moment waits for us.
fn known_keys(tx: &Tx, movements: &[Movement]) -> Result<BTreeSet<(Place, String)>> {
    let keyed: Vec<(VariantId, &str)> =
        movements.iter().filter_map(|m| Some((m.variant, m.key?))).collect();
    if keyed.is_empty() {
        return Ok(BTreeSet::new());
    }
    let (variants, keys): (Vec<VariantId>, Vec<&str>) = keyed.into_iter().unzip();
    store::known_keys(tx, &variants, &keys)
}

/// A place whose books do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    pub variant: VariantId,
    pub location: LocationId,
    /// On the level, and by the sum of the movements.
    pub on_hand: (i64, i64),
    /// On the level, and by the sum of the reservations.
    pub reserved: (i64, i64),
}

/// Compares all levels with the sums of what they are made of. Empty when all is well.
pub fn audit(tx: &Tx) -> Result<Vec<Disagreement>> {
    let sums = store_bundles::sums(tx)?;
    Ok(sums
        .into_iter()
        .filter(|sum| sum.on_hand.0 != sum.on_hand.1 || sum.reserved.0 != sum.reserved.1)
        .collect())
}
