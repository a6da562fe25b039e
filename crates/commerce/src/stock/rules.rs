//! From where to send what somebody wants, and what may move: pure.

use std::collections::BTreeMap;

use kit::{Error, Result};

use super::bundles::Parts;
use super::{Location, LocationId, LocationKind, MovementKind, Wanted};
use crate::catalogue::VariantId;

/// What lies in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub variant: VariantId,
    pub location: LocationId,
    pub on_hand: i64,
    pub reserved: i64,
    pub safety: i64,
}

impl Level {
    /// What can be promised to somebody who is not there.
    pub fn free(&self) -> i64 {
        (self.on_hand - self.reserved - self.safety).max(0)
    }

    /// What can be given to somebody who stands before it.
    pub fn free_at_counter(&self) -> i64 {
        (self.on_hand - self.reserved).max(0)
    }
}

/// How it gets to who wants it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A parcel to this country (ISO 3166), or to anywhere.
    Parcel(Option<String>),
    /// They come to this place and fetch it.
    Collect(LocationId),
    /// They stand at the counter of this place.
    Counter(LocationId),
}

impl Source {
    /// Only who stands before the last pieces gets those that are kept back.
    pub fn keeps_safety(&self) -> bool {
        !matches!(self, Source::Counter(_))
    }
}

/// So many of a variant that lies somewhere, for what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub variant: VariantId,
    pub asked: VariantId,
    /// How many of it are in one of what was asked.
    pub per_one: i64,
    pub from: Source,
    pub quantity: i64,
}

/// So many from one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub variant: VariantId,
    pub location: LocationId,
    pub asked: VariantId,
    pub quantity: i64,
    pub keeps_safety: bool,
}

/// There are not enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// What was asked for: a variant, perhaps a bundle.
    pub asked: VariantId,
    /// How many of it could be had.
    pub left: i64,
}

/// What is wanted, with bundles taken apart.
pub fn needs(wanted: &[Wanted], parts: &Parts) -> Vec<Need> {
    let mut needs = Vec::new();
    for one in wanted {
        let whole = [(one.variant, 1)];
        let parts = parts.get(&one.variant).map_or(&whole[..], Vec::as_slice);
        needs.extend(parts.iter().map(|&(variant, per_one)| Need {
            variant,
            asked: one.variant,
            per_one,
            from: one.from.clone(),
            quantity: one.quantity.saturating_mul(per_one),
        }));
    }
    needs
}

/// From where everything comes, in the order in which levels are taken; or what is short.
///
/// A parcel comes from one place if one has all of it: of the country first, a warehouse before a store. Else from as few
/// as will do.
pub fn plan(needs: &[Need], sites: &[Location], levels: &[Level]) -> Result<Vec<Line>, Shortage> {
    let mut shelves = Shelves::of(levels);
    let mut lines = Vec::new();
    let mut parcels: BTreeMap<Option<&str>, Vec<&Need>> = BTreeMap::new();
    for need in needs {
        let (place, fits) = match &need.from {
            Source::Parcel(country) => {
                parcels.entry(country.as_deref()).or_default().push(need);
                continue;
            }
            Source::Collect(place) => (place, site(sites, *place).is_some_and(|s| s.collects)),
            Source::Counter(place) => (place, site(sites, *place).is_some()),
        };
        let free = if fits { shelves.free(need, *place) } else { 0 };
        if free < need.quantity {
            return Err(Shortage { asked: need.asked, left: free / need.per_one });
        }
        lines.push(shelves.take(need, *place, need.quantity));
    }
    for (country, needs) in parcels {
        lines.extend(parcel(&needs, &ranked(sites, country), &mut shelves)?);
    }
    lines.sort_by_key(|line| (line.variant, line.location));
    Ok(lines)
}

fn site(sites: &[Location], id: LocationId) -> Option<&Location> {
    sites.iter().find(|site| site.id == id && site.is_open())
}

/// Those who send, the best first.
fn ranked(sites: &[Location], country: Option<&str>) -> Vec<LocationId> {
    let mut sites: Vec<&Location> = sites.iter().filter(|site| site.sends()).collect();
    sites.sort_by_key(|site| {
        let is_far = country.is_some_and(|country| site.country != country);
        (is_far, site.kind == LocationKind::Store, site.position, site.id)
    });
    sites.into_iter().map(|site| site.id).collect()
}

fn parcel(
    needs: &[&Need],
    sites: &[LocationId],
    shelves: &mut Shelves,
) -> Result<Vec<Line>, Shortage> {
    let mut totals: BTreeMap<VariantId, i64> = BTreeMap::new();
    for need in needs {
        *totals.entry(need.variant).or_default() += need.quantity;
    }
    for need in needs {
        let free: i64 = sites.iter().map(|site| shelves.free(need, *site)).sum();
        if free < totals[&need.variant] {
            return Err(Shortage { asked: need.asked, left: free / need.per_one });
        }
    }
    let mut left: Vec<(&Need, i64)> = needs.iter().map(|need| (*need, need.quantity)).collect();
    let mut lines = Vec::new();
    while left.iter().any(|(_, quantity)| *quantity > 0) {
        let Some(site) = fullest(&left, sites, shelves) else {
            return Err(Shortage { asked: needs[0].asked, left: 0 });
        };
        for (need, quantity) in &mut left {
            let taken = shelves.free(need, site).min(*quantity);
            if taken > 0 {
                lines.push(shelves.take(need, site, taken));
                *quantity -= taken;
            }
        }
    }
    Ok(lines)
}

/// Who has most of what is left; of equals the first. Whoever has all of it has most.
fn fullest(left: &[(&Need, i64)], sites: &[LocationId], shelves: &Shelves) -> Option<LocationId> {
    let mut wanted: BTreeMap<VariantId, (&Need, i64)> = BTreeMap::new();
    for (need, quantity) in left {
        wanted.entry(need.variant).or_insert((*need, 0)).1 += quantity;
    }
    let has = |site: LocationId| -> i64 {
        wanted.values().map(|(need, quantity)| shelves.free(need, site).min(*quantity)).sum()
    };
    let best = sites.iter().enumerate().max_by_key(|(rank, site)| (has(**site), usize::MAX - rank));
    best.map(|(_, site)| *site).filter(|site| has(*site) > 0)
}

/// What is still free while a plan is made.
struct Shelves(BTreeMap<(VariantId, LocationId), Level>);

impl Shelves {
    fn of(levels: &[Level]) -> Shelves {
        let placed = levels.iter().map(|level| ((level.variant, level.location), level.clone()));
        Shelves(placed.collect())
    }

    fn free(&self, need: &Need, location: LocationId) -> i64 {
        let level = self.0.get(&(need.variant, location));
        let free = if need.from.keeps_safety() { Level::free } else { Level::free_at_counter };
        level.map_or(0, free)
    }

    fn take(&mut self, need: &Need, location: LocationId, quantity: i64) -> Line {
        if let Some(level) = self.0.get_mut(&(need.variant, location)) {
            level.reserved += quantity;
        }
        let (variant, asked, keeps_safety) = (need.variant, need.asked, need.from.keeps_safety());
        Line { variant, location, asked, quantity, keeps_safety }
    }
}

/// Whether what is told to have come has come, and what is told to have gone has gone.
pub fn is_right_way(kind: MovementKind, quantity: i64) -> bool {
    use MovementKind::{
        Counted, Erp, Received, Returned, Sold, TransferredIn, TransferredOut, WrittenOff,
    };
    match kind {
        Received | Returned | TransferredIn => quantity > 0,
        Sold | TransferredOut | WrittenOff => quantity < 0,
        Counted | Erp => quantity != 0,
    }
}

/// Whether somebody may take so many away: what is promised stays, unless it is broken.
///
/// # Errors
/// `not_that_many`.
pub fn check_there(kind: MovementKind, level: &Level, quantity: i64) -> Result<()> {
    let there = match kind {
        MovementKind::WrittenOff => level.on_hand.max(0),
        _ => level.free_at_counter(),
    };
    if there + quantity >= 0 {
        return Ok(());
    }
    Err(Error::conflict("not_that_many", format!("There are {there} that could go.")))
}
