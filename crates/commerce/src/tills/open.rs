//! A till is opened, given its quota, and closed.

use std::collections::BTreeMap;

use customers::accounts::{Permit, audit, may};
use customers::channels::{ChannelId, store as channels};
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::{QUOTA_EACH_MAX, QUOTA_VARIANTS_MAX, Till, TillId, store};
use crate::Ctx;
use crate::catalogue::VariantId;
use crate::stock::{self, LocationId, quotas};

const NAME_CHARS_MAX: usize = 40;
const KEY_LENGTH_MAX: usize = 64;
/// Reserved in one go.
const GRANTED_AT_ONCE: usize = 200;

/// A till as a clerk describes it.
#[derive(Clone, Debug)]
pub struct NewTill {
    /// Made by the browser, new for each opening: sent again, it is the same till.
    pub key: String,
    pub location: LocationId,
    /// The door of the store.
    pub channel: ChannelId,
    pub name: String,
}

/// Opens a till with its quota.
pub async fn open(ctx: &Ctx, by: &Permit<may::SellAtTill>, new: &NewTill) -> Result<Till> {
    let now = ctx.customers.clock.now();
    ctx.customers.db.write(|tx| opened(tx, by, new, now)).await
}

fn opened(tx: &Tx, by: &Permit<may::SellAtTill>, new: &NewTill, now: Time) -> Result<Till> {
    let is_key = new.key.bytes().all(|byte| byte.is_ascii_graphic());
    if new.key.is_empty() || new.key.len() > KEY_LENGTH_MAX || !is_key {
        let detail = format!("Send a key of 1 to {KEY_LENGTH_MAX} letters, digits and signs.");
        return Err(Error::bad_input("bad_key", detail));
    }
    if let Some(till) = store::keyed_maybe(tx, &new.key)? {
        return Ok(till);
    }
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
        let detail = format!("A till has a name of 1 to {NAME_CHARS_MAX} characters.");
        return Err(Error::bad_input("bad_till_name", detail));
    }
    let location = stock::store::location(tx, new.location)?;
    let door = channels::find_maybe(tx, new.channel)?
        .filter(|door| door.disabled_at.is_none())
        .ok_or_else(|| Error::not_found("store of this id"))?;
    if !door.sell {
        let detail =
            "Sales do not pass through this door. The page Doors of the desk can change that.";
        return Err(Error::forbidden("door_does_not_sell", detail));
    }
    if !location.is_open() {
        return Err(Error::conflict(
            "location_closed",
            "Nothing is sold from this place any more.",
        ));
    }
    let till = Till {
        id: TillId::new(now),
        location: location.id,
        channel: door.id,
        name: name.to_string(),
        opened_at: now,
        opened_by: by.actor().name.clone(),
        seen_at: now,
        closed_at: None,
    };
    store::insert(tx, &till, &new.key)?;
    let detail = json!({ "name": till.name, "location": location.code });
    audit::record(tx, now, by.actor(), "till_opened", &till.id.to_string(), &detail)?;
    grant(tx, &till, now)?;
    Ok(till)
}

/// Fills the quota up again; what the till holds then. Asked when the till has sent all its sales: it takes nothing away that a
/// sale on its way might need.
///
/// # Errors
/// `till_closed`.
pub async fn renew(
    ctx: &Ctx,
    _: &Permit<may::SellAtTill>,
    id: TillId,
) -> Result<(Till, BTreeMap<VariantId, i64>)> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let till = store::hold(tx, id)?;
        if till.closed_at.is_some() {
            return Err(Error::conflict("till_closed", "This till was closed. Open one anew."));
        }
        store::set_seen(tx, id, now)?;
        grant(tx, &till, now)?;
        let held = quotas::all_held(tx, &till.holder())?;
        Ok((till, held))
    };
    ctx.customers.db.write(write).await
}

/// Promises the till its share of what lies in its store.
fn grant(tx: &Tx, till: &Till, now: Time) -> Result<()> {
    let holder = till.holder();
    let held = quotas::all_held(tx, &holder)?;
    let missing = |level: &stock::Level| {
        let has = held.get(&level.variant).copied().unwrap_or(0);
        (level.variant, quotas::share(level, has, QUOTA_EACH_MAX) - has)
    };
    let levels = stock::store::levels_at(tx, till.location)?;
    let wanted: Vec<(VariantId, i64)> = levels
        .iter()
        .take(QUOTA_VARIANTS_MAX)
        .map(missing)
        .filter(|(_, missing)| *missing > 0)
        .collect();
    for some in wanted.chunks(GRANTED_AT_ONCE) {
        match quotas::grant_quota(tx, &holder, till.location, some, now) {
            Ok(_) => {}
            // Somebody was quicker with one of them: the till goes without these until it asks again.
            Err(error) if error.code == "out_of_stock" => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The till sells no more, and others can have what it held. Closing a closed one changes nothing.
pub async fn close(ctx: &Ctx, by: &Permit<may::SellAtTill>, id: TillId) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let till = store::hold(tx, id)?;
        if till.closed_at.is_some() {
            return Ok(());
        }
        store::set_closed(tx, id, &by.actor().name, now)?;
        stock::release(tx, &till.holder(), now)?;
        let detail = json!({ "name": till.name });
        audit::record(tx, now, by.actor(), "till_closed", &id.to_string(), &detail)
    };
    ctx.customers.db.write(write).await
}
