//! Promises: so many pieces, of this variant, from this place, for this cart, order or till.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use kit::db::Engine;
use kit::{Error, Result, Time, Tx};

use super::movements::{Movement, MovementKind, Place, record};
use super::rules::{self, Level, Line, Need, Shortage, Source};
use super::{
    LocationId, ReservationId, bundles, check_quantity, store, store_reservations as rows,
};
use crate::catalogue::{self, VariantId};
use crate::wishes::{self, WishKind};

/// Lines of one call.
pub const LINES_MAX: usize = 500;
/// Reservations whose time is over, freed in one transaction.
const FREED_AT_ONCE: i64 = 500;

/// Who holds a promise: `cart:crt_…`, `order:ord_…`, `till:…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holder(String);

impl Holder {
    pub fn cart(id: impl fmt::Display) -> Holder {
        Holder(format!("cart:{id}"))
    }

    pub fn order(id: impl fmt::Display) -> Holder {
        Holder(format!("order:{id}"))
    }

    pub fn till(id: impl fmt::Display) -> Holder {
        Holder(format!("till:{id}"))
    }

    /// For another shop system, of one variant.
    pub fn link(id: impl fmt::Display, variant: VariantId) -> Holder {
        Holder(format!("link:{id}:{variant}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Holder {
    type Err = Error;

    fn from_str(text: &str) -> Result<Holder> {
        let is_known =
            ["cart:", "order:", "till:", "link:"].iter().any(|kind| text.starts_with(kind));
        if is_known && text.len() <= 100 {
            return Ok(Holder(text.to_string()));
        }
        Err(Error::bad_input("bad_holder", "A holder is “cart:…”, “order:…” or “till:…”."))
    }
}

/// What somebody wants to be promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub variant: VariantId,
    pub quantity: i64,
    pub from: Source,
}

impl Wanted {
    /// In a parcel, from wherever.
    pub fn new(variant: VariantId, quantity: i64) -> Wanted {
        Wanted { variant, quantity, from: Source::Parcel(None) }
    }

    pub fn to_country(variant: VariantId, quantity: i64, country: &str) -> Wanted {
        Wanted { variant, quantity, from: Source::Parcel(Some(country.to_string())) }
    }

    pub fn collected_at(variant: VariantId, quantity: i64, location: LocationId) -> Wanted {
        Wanted { variant, quantity, from: Source::Collect(location) }
    }

    pub fn at_counter(variant: VariantId, quantity: i64, location: LocationId) -> Wanted {
        Wanted { variant, quantity, from: Source::Counter(location) }
    }
}

/// A promise of some pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    pub variant: VariantId,
    pub id: ReservationId,
    pub location: LocationId,
    /// What was asked for: the variant itself, or the bundle of which it is a part.
    pub asked: VariantId,
    pub holder: Holder,
    pub quantity: i64,
    /// `None`: until it is shipped or released.
    pub expires_at: Option<Time>,
    pub made_at: Time,
}

/// How many of each could be ordered now, over all places that sell to who is not there; of a bundle, as many as its parts
/// allow. In the order asked.
pub fn available(tx: &Tx, variants: &[VariantId]) -> Result<Vec<(VariantId, i64)>> {
    let parts = bundles::parts_of(tx, variants)?;
    let own = variants.iter().filter(|variant| !parts.contains_key(variant)).copied();
    let of_bundles = parts.values().flatten().map(|(variant, _)| *variant);
    let lying: BTreeSet<VariantId> = own.chain(of_bundles).collect();
    let free: BTreeMap<VariantId, i64> =
        store::free(tx, &lying.into_iter().collect::<Vec<_>>())?.into_iter().collect();
    let free_of = |variant: &VariantId| free.get(variant).copied().unwrap_or(0);
    let of = |variant: &VariantId| match parts.get(variant) {
        Some(parts) => {
            let bundles = parts.iter().map(|(part, quantity)| free_of(part) / quantity);
            bundles.min().unwrap_or(0)
        }
        None => free_of(variant),
    };
    Ok(variants.iter().map(|variant| (*variant, of(variant))).collect())
}

/// Promises all of this or nothing, until `expires_at` (`None`: until it is shipped or released).
///
/// On PostgreSQL one line takes one conditional update; several are planned on levels that are held, in one order.
///
/// # Errors
/// `out_of_stock`, which says of what and how many there are.
pub fn reserve(
    tx: &Tx,
    holder: &Holder,
    wanted: &[Wanted],
    expires_at: Option<Time>,
    now: Time,
) -> Result<Vec<Reservation>> {
    let (needs, lying) = needs(tx, wanted)?;
    let sites = store::locations(tx)?;
    let mut is_held = needs.len() > 1 || tx.engine() == Engine::Sqlite;
    let mut is_freed = false;
    loop {
        let levels =
            if is_held { store::hold_levels(tx, &lying) } else { store::levels(tx, &lying) }?;
        match rules::plan(&needs, &sites, &levels) {
            Ok(lines) if (is_held || lines.len() == 1) && store::take(tx, &lines)? => {
                run_low(tx, &levels, &lines, now)?;
                return promise(tx, holder, &lines, expires_at, now);
            }
            // Somebody was quicker, or it takes several places: look again, and hold what is seen.
            Ok(_) | Err(_) if !is_held => is_held = true,
            Ok(_) => return Err(Error::internal("what is held was taken by another")),
            Err(shortage) => {
                if is_freed || free(tx, rows::delete_due_of(tx, &lying, now)?, now)? == 0 {
                    return Err(out_of_stock(tx, &shortage)?);
                }
                is_freed = true;
            }
        }
    }
}

/// Whether [`reserve`] would find enough at this moment. For who would do much before that is in vain: nothing is held.
///
/// # Errors
/// As [`reserve`].
pub fn look_for(tx: &Tx, wanted: &[Wanted], now: Time) -> Result<()> {
    let (needs, lying) = needs(tx, wanted)?;
    let (sites, mut levels) = (store::locations(tx)?, store::levels(tx, &lying)?);
    if rules::plan(&needs, &sites, &levels).is_ok() {
        return Ok(());
    }
    for ((variant, location), quantity) in rows::due_of(tx, &lying, now)? {
        let is_it = |level: &&mut Level| (level.variant, level.location) == (variant, location);
        levels.iter_mut().filter(is_it).for_each(|level| level.reserved -= quantity);
    }
    match rules::plan(&needs, &sites, &levels) {
        Ok(_) => Ok(()),
        Err(shortage) => Err(out_of_stock(tx, &shortage)?),
    }
}

/// What is needed, and the variants that lie somewhere, in the order in which their levels are held.
fn needs(tx: &Tx, wanted: &[Wanted]) -> Result<(Vec<Need>, Vec<VariantId>)> {
    if wanted.len() > LINES_MAX {
        let detail = format!("At most {LINES_MAX} lines are promised at once.");
        return Err(Error::bad_input("too_many_lines", detail));
    }
    wanted.iter().try_for_each(|one| check_quantity(one.quantity))?;
    let asked: Vec<VariantId> = wanted.iter().map(|one| one.variant).collect();
    let needs = rules::needs(wanted, &bundles::parts_of(tx, &asked)?);
    let lying: BTreeSet<VariantId> = needs.iter().map(|need| need.variant).collect();
    Ok((needs, lying.into_iter().collect()))
}

fn promise(
    tx: &Tx,
    holder: &Holder,
    lines: &[Line],
    expires_at: Option<Time>,
    made_at: Time,
) -> Result<Vec<Reservation>> {
    let one = |line: &Line| Reservation {
        variant: line.variant,
        id: ReservationId::new(made_at),
        location: line.location,
        asked: line.asked,
        holder: holder.clone(),
        quantity: line.quantity,
        expires_at,
        made_at,
    };
    let promised: Vec<Reservation> = lines.iter().map(one).collect();
    rows::insert(tx, &promised)?;
    Ok(promised)
}

fn out_of_stock(tx: &Tx, shortage: &Shortage) -> Result<Error> {
    let Shortage { asked, left } = shortage;
    let found = catalogue::store::sellables(tx, &[*asked])?;
    let name =
        found.first().map_or_else(|| asked.to_string(), |one| format!("{} ({asked})", one.sku));
    let detail = format!("Of {name} there are {left}.");
    Ok(Error::conflict("out_of_stock", detail))
}

/// Tells those who wait for it that few are left, if these lines make few of many.
fn run_low(tx: &Tx, levels: &[Level], lines: &[Line], now: Time) -> Result<()> {
    let mut low = BTreeSet::new();
    for line in lines {
        let of_variant = levels.iter().filter(|level| level.variant == line.variant);
        let before: i64 = of_variant.map(Level::free).sum();
        let taken = lines.iter().filter(|other| other.variant == line.variant);
        let after = before - taken.map(|line| line.quantity).sum::<i64>();
        if before > wishes::FEW && after <= wishes::FEW {
            low.insert(line.variant);
        }
    }
    if low.is_empty() { Ok(()) } else { wishes::stir(tx, &low, WishKind::Low, now) }
}

/// Gives back to the levels what these reservations held, and tells those who wait for it; how many there were.
pub(super) fn free(tx: &Tx, gone: Vec<(Place, i64)>, now: Time) -> Result<usize> {
    let mut given: BTreeMap<Place, i64> = BTreeMap::new();
    for &(place, quantity) in &gone {
        *given.entry(place).or_default() += quantity;
    }
    give_back(tx, &given, now)?;
    Ok(gone.len())
}

pub(super) fn give_back(tx: &Tx, given: &BTreeMap<Place, i64>, now: Time) -> Result<()> {
    if given.is_empty() {
        return Ok(());
    }
    store::give_back(tx, given)?;
    let variants = given.keys().map(|place| place.0).collect();
    wishes::stir(tx, &variants, WishKind::Back, now)
}

/// Frees what is promised to this holder.
pub fn release(tx: &Tx, holder: &Holder, now: Time) -> Result<()> {
    free(tx, rows::delete_of(tx, holder)?, now)?;
    Ok(())
}

/// It is paid: what is promised to this holder stays promised until it is shipped or released. Returns all of it; what had
/// expired and was freed is not in it.
pub fn keep(tx: &Tx, holder: &Holder) -> Result<Vec<Reservation>> {
    rows::set_kept(tx, holder)?;
    rows::of_holder(tx, holder)
}

/// What is promised to this holder.
pub fn of_holder(tx: &Tx, holder: &Holder) -> Result<Vec<Reservation>> {
    rows::of_holder(tx, holder)
}

/// So many pieces of a reservation go out; the rest stays promised.
///
/// # Errors
/// `more_than_reserved`.
pub fn ship(tx: &Tx, id: ReservationId, quantity: i64, now: Time) -> Result<()> {
    check_quantity(quantity)?;
    let held = rows::hold(tx, id)?;
    let held = held.ok_or_else(|| Error::not_found(format!("reservation {id}")))?;
    if quantity > held.quantity {
        let detail = format!("Of this reservation {} are left.", held.quantity);
        return Err(Error::conflict("more_than_reserved", detail));
    }
    let sold = Movement {
        variant: held.variant,
        location: held.location,
        kind: MovementKind::Sold,
        quantity: -quantity,
        reference: held.holder.as_str(),
        actor: held.holder.as_str(),
        key: None,
        at: now,
    };
    record(tx, &[sold], now)?;
    rows::set_quantity(tx, &held, held.quantity - quantity)?;
    store::give_back(tx, &BTreeMap::from([((held.variant, held.location), quantity)]))
}

/// Frees some of what was promised until now at the latest; whether there may be more. Called again and again, by any
/// number of processes: each row is freed once.
pub fn free_expired(tx: &Tx, now: Time) -> Result<bool> {
    let freed = free(tx, rows::delete_due(tx, now, FREED_AT_ONCE)?, now)?;
    Ok(freed as i64 == FREED_AT_ONCE)
}
