//! What somebody counted, or the merchant's other system says: it holds for its own moment, and what came and went since
//! then stays.
//!
//! A sale that was heard of late (a till without a network) and happened before the moment: whoever counted by hand has not
//! counted it; the other system cannot have known of it, and it is taken off once more.

use std::collections::{BTreeMap, BTreeSet};

use kit::{Error, Result, Time, Tx};

use super::movements::{Movement, MovementKind, hold, record};
use super::{LocationId, QUANTITY_MAX, store};
use crate::catalogue::VariantId;

/// Looked at together.
const PART: usize = 2_000;

/// Who counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counter {
    /// Somebody before the shelf.
    Hand,
    /// The merchant's other system.
    Erp,
}

#[derive(Clone, Debug)]
pub struct Count<'a> {
    pub location: LocationId,
    pub by: Counter,
    /// The moment for which it holds.
    pub as_of: Time,
    /// How many of each lie there.
    pub counted: &'a [(VariantId, i64)],
    pub reference: &'a str,
    pub actor: &'a str,
}

/// What became of a count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub corrected: usize,
    pub as_before: usize,
    /// A newer count holds.
    pub outdated: usize,
}

impl Outcome {
    pub fn add(&mut self, more: Outcome) {
        self.corrected += more.corrected;
        self.as_before += more.as_before;
        self.outdated += more.outdated;
    }
}

/// Corrects the books by what was counted.
///
/// # Errors
/// `counted_later`: the moment has not come yet.
pub fn count(tx: &Tx, count: &Count, now: Time) -> Result<Outcome> {
    if count.as_of > now {
        return Err(Error::bad_input("counted_later", "The moment of a count is not to come."));
    }
    let counted: Vec<(VariantId, i64)> = numbers(count)?.into_iter().collect();
    let mut outcome = Outcome::default();
    for part in counted.chunks(PART) {
        outcome.add(count_part(tx, count, part, now)?);
    }
    Ok(outcome)
}

fn count_part(tx: &Tx, count: &Count, counted: &[(VariantId, i64)], now: Time) -> Result<Outcome> {
    let variants: Vec<VariantId> = counted.iter().map(|(variant, _)| *variant).collect();
    let places: BTreeSet<_> = variants.iter().map(|variant| (*variant, count.location)).collect();
    let levels = hold(tx, &places)?;
    let before = store::counted_at(tx, count.location, &variants)?;
    let is_erp = count.by == Counter::Erp;
    let since = store::moved_after(tx, count.location, &variants, count.as_of, is_erp)?;
    let (mut outcome, mut holding, mut differences) = (Outcome::default(), Vec::new(), Vec::new());
    for &(variant, number) in counted {
        if before.get(&variant).is_some_and(|before| *before >= count.as_of) {
            outcome.outdated += 1;
            continue;
        }
        holding.push(variant);
        let on_hand = levels.get(&(variant, count.location)).map_or(0, |level| level.on_hand);
        let then = on_hand - since.get(&variant).copied().unwrap_or(0);
        match number - then {
            0 => outcome.as_before += 1,
            difference => differences.push((variant, difference)),
        }
    }
    outcome.corrected = differences.len();
    correct(tx, count, &differences, now)?;
    store::set_counted_at(tx, count.location, &holding, count.as_of)?;
    Ok(outcome)
}

/// The other half of a full count, after what it names was counted: what it does not name is not there.
pub fn count_rest(
    tx: &Tx,
    told: &Count,
    named: &BTreeSet<VariantId>,
    now: Time,
) -> Result<Outcome> {
    let lying = store::lying_at(tx, told.location)?.into_iter();
    let gone: Vec<_> = lying.filter(|variant| !named.contains(variant)).map(|v| (v, 0)).collect();
    count(tx, &Count { counted: &gone, ..told.clone() }, now)
}

/// How many of each; the last number that was told of it.
fn numbers(count: &Count) -> Result<BTreeMap<VariantId, i64>> {
    let is_number = |number: &i64| (0..=QUANTITY_MAX).contains(number);
    if !count.counted.iter().all(|(_, number)| is_number(number)) {
        let detail = format!("A counted number is 0 to {QUANTITY_MAX}.");
        return Err(Error::bad_input("bad_quantity", detail));
    }
    Ok(count.counted.iter().copied().collect())
}

fn correct(
    tx: &Tx,
    count: &Count,
    differences: &[(VariantId, i64)],
    now: Time,
) -> Result<Vec<bool>> {
    let kind = match count.by {
        Counter::Hand => MovementKind::Counted,
        Counter::Erp => MovementKind::Erp,
    };
    let movements: Vec<Movement> = differences
        .iter()
        .map(|&(variant, quantity)| Movement {
            variant,
            location: count.location,
            kind,
            quantity,
            reference: count.reference,
            actor: count.actor,
            key: None,
            at: count.as_of,
        })
        .collect();
    record(tx, &movements, now)
}
