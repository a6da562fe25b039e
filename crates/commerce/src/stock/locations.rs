//! The places where goods lie, and what each is good for.

use customers::accounts::{Permit, audit, may};
use customers::channels::ChannelId;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::{LocationId, store};
use crate::Ctx;

const CODE_CHARS_MAX: usize = 32;
const NAME_CHARS_MAX: usize = 80;
/// More is a logistics company.
pub const COUNT_MAX: usize = 1_000;

kit::words! {
    LocationKind:
    Warehouse "warehouse",
    Store "store",
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    pub id: LocationId,
    /// What the shop's other systems call it.
    pub code: String,
    pub name: String,
    pub kind: LocationKind,
    /// ISO 3166, `PL`.
    pub country: String,
    pub city: String,
    pub street: String,
    /// The door of a store.
    pub channel: Option<ChannelId>,
    /// What lies here is promised to who orders elsewhere; or it is sold at the counter only.
    pub sells_online: bool,
    pub ships: bool,
    /// Customers come and fetch what they ordered.
    pub collects: bool,
    /// Who gives first where all else is equal.
    pub position: i64,
    pub made_at: Time,
    pub closed_at: Option<Time>,
}

impl Location {
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// Parcels leave from here for orders of any door.
    pub fn sends(&self) -> bool {
        self.is_open() && self.sells_online && self.ships
    }
}

/// A place as somebody describes it.
#[derive(Clone, Debug)]
pub struct NewLocation {
    pub code: String,
    pub name: String,
    pub kind: LocationKind,
    pub country: String,
    pub city: String,
    pub street: String,
    pub channel: Option<ChannelId>,
    pub sells_online: bool,
    pub ships: bool,
    pub collects: bool,
    pub position: i64,
}

/// Opens a place of this description.
pub fn make(tx: &Tx, new: &NewLocation, now: Time) -> Result<Location> {
    let location = checked(LocationId::new(now), new, now)?;
    if store::location_by_code(tx, &location.code)?.is_some() {
        return Err(code_taken(&location.code));
    }
    if store::locations(tx)?.len() >= COUNT_MAX {
        let detail = format!("There are {COUNT_MAX} locations already.");
        return Err(Error::conflict("too_many_locations", detail));
    }
    store::insert_location(tx, &location)?;
    Ok(location)
}

fn code_taken(code: &str) -> Error {
    Error::conflict("code_taken", format!("Another location is called “{code}”."))
}

fn checked(id: LocationId, new: &NewLocation, now: Time) -> Result<Location> {
    let (code, name) = (new.code.trim(), new.name.trim());
    let is_plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    if code.is_empty() || code.chars().count() > CODE_CHARS_MAX || !code.chars().all(is_plain) {
        let detail = format!("A code has 1 to {CODE_CHARS_MAX} letters, digits and dashes.");
        return Err(Error::bad_input("bad_location_code", detail));
    }
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
        let detail = format!("A name has 1 to {NAME_CHARS_MAX} characters.");
        return Err(Error::bad_input("bad_location_name", detail));
    }
    let country = new.country.trim().to_ascii_uppercase();
    if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let detail = "A country has two letters, as in ISO 3166: PL.";
        return Err(Error::bad_input("bad_country", detail));
    }
    Ok(Location {
        id,
        code: code.to_string(),
        name: name.to_string(),
        kind: new.kind,
        country,
        city: kit::text::clip(new.city.trim(), NAME_CHARS_MAX).into_owned(),
        street: kit::text::clip(new.street.trim(), NAME_CHARS_MAX).into_owned(),
        channel: new.channel,
        sells_online: new.sells_online,
        ships: new.ships,
        collects: new.collects,
        position: new.position,
        made_at: now,
        closed_at: None,
    })
}

/// Staff open a place.
pub async fn open(
    ctx: &Ctx,
    permit: &Permit<may::ManageStock>,
    new: &NewLocation,
) -> Result<Location> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let location = make(tx, new, now)?;
        let detail = json!({ "code": location.code, "name": location.name });
        let subject = location.id.to_string();
        audit::record(tx, now, permit.actor(), "location_opened", &subject, &detail)?;
        Ok(location)
    };
    ctx.customers.db.write(write).await
}

/// Staff describe a place anew.
pub async fn change(
    ctx: &Ctx,
    permit: &Permit<may::ManageStock>,
    id: LocationId,
    new: &NewLocation,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let before = store::location(tx, id)?;
        let after = Location {
            made_at: before.made_at,
            closed_at: before.closed_at,
            ..checked(id, new, now)?
        };
        if store::location_by_code(tx, &after.code)?.is_some_and(|other| other.id != id) {
            return Err(code_taken(&after.code));
        }
        store::update_location(tx, &after)?;
        let detail = json!({ "code": after.code, "name": after.name, "was": before.name });
        audit::record(tx, now, permit.actor(), "location_changed", &id.to_string(), &detail)
    };
    ctx.customers.db.write(write).await
}

/// Nothing is promised from there any more; what lies there stays in the books until it is moved or written off.
pub async fn close(ctx: &Ctx, permit: &Permit<may::ManageStock>, id: LocationId) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let before = store::location(tx, id)?;
        let closed_at = Some(before.closed_at.unwrap_or(now));
        store::update_location(tx, &Location { closed_at, ..before.clone() })?;
        let detail = json!({ "code": before.code });
        audit::record(tx, now, permit.actor(), "location_closed", &id.to_string(), &detail)
    };
    ctx.customers.db.write(write).await
}
