//! What the merchant's other system says, row by row, by SKU and code: rows that name nothing known are set aside with
//! their number and why, the others are taken.

use std::collections::{BTreeMap, BTreeSet};

use kit::{Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::counts::{Count, Counter, Outcome, count, count_rest};
use super::movements::{Movement, MovementKind, record};
use super::rules::is_right_way;
use super::{Location, LocationId, QUANTITY_MAX, store, store_skus};
use crate::catalogue::VariantId;

const WORD_CHARS_MAX: usize = 200;

/// A movement as it is told.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub sku: String,
    /// The code of a location.
    pub location: String,
    pub kind: MovementKind,
    /// Below zero, where it went.
    pub quantity: i64,
    /// Names it: told twice, it is one.
    pub key: String,
    #[serde(default)]
    pub reference: String,
    #[serde(default)]
    pub at: Option<Time>,
}

/// So many lie there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lying {
    pub sku: String,
    pub quantity: i64,
}

/// A row that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// From 0.
    pub row: usize,
    pub code: &'static str,
    pub detail: String,
}

/// Takes movements; of those that were understood, whether each was new.
pub fn record_rows(
    tx: &Tx,
    rows: &[Row],
    actor: &str,
    now: Time,
) -> Result<(Vec<bool>, Vec<Refused>)> {
    let skus: Vec<&str> = rows.iter().map(|row| row.sku.as_str()).collect();
    let variants = store_skus::variants(tx, &skus)?;
    let places = places(tx)?;
    let (mut movements, mut refused) = (Vec::new(), Vec::new());
    for (number, row) in rows.iter().enumerate() {
        match understood(row, &variants, &places, actor, now) {
            Ok(movement) => movements.push(movement),
            Err((code, detail)) => refused.push(Refused { row: number, code, detail }),
        }
    }
    Ok((record(tx, &movements, now)?, refused))
}

type Why = (&'static str, String);

fn understood<'a>(
    row: &'a Row,
    variants: &BTreeMap<String, VariantId>,
    places: &BTreeMap<String, LocationId>,
    actor: &'a str,
    now: Time,
) -> Result<Movement<'a>, Why> {
    let variant = variants.get(&row.sku);
    let variant =
        variant.ok_or_else(|| ("unknown_sku", format!("There is no variant “{}”.", row.sku)))?;
    let place = places.get(&row.location);
    let location =
        place.ok_or_else(|| ("unknown_location", format!("There is no “{}”.", row.location)))?;
    let is_size = row.quantity != 0 && row.quantity.unsigned_abs() <= QUANTITY_MAX.unsigned_abs();
    if !is_size || !is_right_way(row.kind, row.quantity) {
        let detail = format!("“{}” cannot be {}.", row.kind.as_str(), row.quantity);
        return Err(("bad_quantity", detail));
    }
    if row.key.is_empty() || row.key.len() > WORD_CHARS_MAX {
        return Err(("bad_key", format!("A key has 1 to {WORD_CHARS_MAX} bytes.")));
    }
    if row.reference.len() > WORD_CHARS_MAX {
        return Err(("bad_reference", format!("A reference has at most {WORD_CHARS_MAX} bytes.")));
    }
    Ok(Movement {
        variant: *variant,
        location: *location,
        kind: row.kind,
        quantity: row.quantity,
        reference: &row.reference,
        actor,
        key: Some(&row.key),
        at: row.at.unwrap_or(now).min(now),
    })
}

fn places(tx: &Tx) -> Result<BTreeMap<String, LocationId>> {
    let codes = store::locations(tx)?.into_iter().map(|place: Location| (place.code, place.id));
    Ok(codes.collect())
}

/// What lies in a place, as somebody else's books have it.
#[derive(Clone, Debug)]
pub struct Snapshot<'a> {
    /// The code of a location.
    pub location: &'a str,
    pub as_of: Time,
    pub levels: &'a [Lying],
    pub reference: &'a str,
    pub actor: &'a str,
}

impl Snapshot<'_> {
    fn told<'a>(&'a self, location: LocationId, counted: &'a [(VariantId, i64)]) -> Count<'a> {
        let (as_of, reference, actor) = (self.as_of, self.reference, self.actor);
        Count { location, by: Counter::Erp, as_of, counted, reference, actor }
    }
}

/// What became of a snapshot.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    pub outcome: Outcome,
    pub refused: Vec<Refused>,
    /// What it names, also where the number could not be understood: that is not taken for gone.
    pub named: BTreeSet<VariantId>,
}

/// Corrects our books by a snapshot. What it does not name stays as it is; below zero is none.
///
/// # Errors
/// `not_found` where the location is unknown.
pub fn compare(tx: &Tx, snapshot: &Snapshot, now: Time) -> Result<Compared> {
    let place = place(tx, snapshot.location)?;
    let skus: Vec<&str> = snapshot.levels.iter().map(|row| row.sku.as_str()).collect();
    let variants = store_skus::variants(tx, &skus)?;
    let (mut counted, mut compared) = (Vec::new(), Compared::default());
    for (number, row) in snapshot.levels.iter().enumerate() {
        let Some(&variant) = variants.get(&row.sku) else {
            let detail = format!("There is no variant “{}”.", row.sku);
            compared.refused.push(Refused { row: number, code: "unknown_sku", detail });
            continue;
        };
        compared.named.insert(variant);
        if row.quantity > QUANTITY_MAX {
            let detail = format!("A level is at most {QUANTITY_MAX}.");
            compared.refused.push(Refused { row: number, code: "bad_quantity", detail });
        } else {
            counted.push((variant, row.quantity.max(0)));
        }
    }
    compared.outcome = count(tx, &snapshot.told(place, &counted), now)?;
    Ok(compared)
}

/// A snapshot was full: whatever else lies in its place is gone.
pub fn compare_rest(
    tx: &Tx,
    snapshot: &Snapshot,
    named: &BTreeSet<VariantId>,
    now: Time,
) -> Result<Outcome> {
    let place = place(tx, snapshot.location)?;
    count_rest(tx, &snapshot.told(place, &[]), named, now)
}

fn place(tx: &Tx, code: &str) -> Result<LocationId> {
    let place = store::location_by_code(tx, code)?;
    Ok(place.ok_or_else(|| kit::Error::not_found(format!("location “{code}”")))?.id)
}
