//! What an event changes beside the timeline: who is joined, what is known of them, what they allow.

use kit::{Result, Time, Tx};

use super::incoming::Incoming;
use crate::channels::Door;
use crate::consents;
use crate::events::EventType;
use crate::groups;
use crate::identities::link::{self, Brought};
use crate::identities::normal::normalise;
use crate::identities::{CustomerId, Held, Identity, Kind, store as identities};
use crate::profiles;

fn brought(door: &Door, now: Time) -> Brought {
    Brought { channel: door.channel.id, trusted: door.trusted, now }
}

/// A person was seen on a device.
pub fn login(tx: &Tx, door: &Door, person: CustomerId, device: &str, now: Time) -> Result<()> {
    link::login(tx, person, &Identity::new(Kind::DEVICE, device), brought(door, now))
}

/// What the event says to be theirs: e-mails, telephones, cards.
pub fn attach(tx: &Tx, door: &Door, item: &Incoming, leaf: CustomerId, now: Time) -> Result<()> {
    for (identities, verified) in [(&item.proven, true), (&item.claimed, false)] {
        for identity in identities {
            link::attach(tx, leaf, identity, verified, brought(door, now))?;
            profiles::search::note_identity(tx, leaf, identity)?;
        }
    }
    Ok(())
}

pub fn changes_consent(item: &Incoming) -> bool {
    item.kind == EventType::Track && consents::State::of_event(&item.name).is_some()
}

/// Is there something for [`others`]?
pub fn has_others(item: &Incoming) -> bool {
    matches!(item.kind, EventType::Alias | EventType::Group) || changes_consent(item)
}

/// Aliases, groups and consents.
pub fn others(tx: &Tx, door: &Door, item: &Incoming, leaf: CustomerId, now: Time) -> Result<()> {
    match item.kind {
        EventType::Alias => alias(tx, door, item, leaf, now),
        EventType::Group => match &item.group {
            Some(group) => groups::learn(tx, leaf, group, item.properties, door.channel.id, now),
            None => Ok(()),
        },
        _ if changes_consent(item) => consents::learn(tx, door, item, leaf),
        _ => Ok(()),
    }
}

/// The ids of an alias are one person's: an older account, or (what the libraries send) a device.
fn alias(tx: &Tx, door: &Door, item: &Incoming, leaf: CustomerId, now: Time) -> Result<()> {
    let (Some(_), Some(previous)) = (&item.account, &item.previous) else { return Ok(()) };
    let Ok(value) = normalise(&Kind::DEVICE, previous, None) else { return Ok(()) };
    let account = Identity::new(Kind::USER_ID, value.as_ref());
    let device = Identity::new(Kind::DEVICE, value.as_ref());
    if identities::leaf_maybe(tx, &account)?.is_some() {
        return link::alias(tx, leaf, &account, brought(door, now));
    }
    if identities::leaf_maybe(tx, &device)?.is_none() {
        make_holder(tx, door, &device, door.trusted, now)?;
    }
    link::alias(tx, leaf, &device, brought(door, now))
}

/// An event of no account but with a proven e-mail, card …: whoever holds it; else a new customer.
pub fn leaf_of_proven(tx: &Tx, door: &Door, item: &Incoming, now: Time) -> Result<CustomerId> {
    let strength = |identity: &&Identity| match identity.kind.as_str() {
        "loyalty_card" => 0,
        "phone" => 1,
        "email" => 2,
        _ => 3,
    };
    let mut proven: Vec<&Identity> = item.proven.iter().collect();
    proven.sort_by_key(strength);
    let mut shared = None;
    for identity in proven {
        match identities::lock_maybe(tx, identity)? {
            // Two people have it: another that comes along may tell which of them this is.
            Some(held) if held.shared_at.is_some() => shared = shared.or(Some(held.customer_id)),
            Some(held) if held.verified => return Ok(held.customer_id),
            Some(held) => return take_over(tx, door, identity, &held, now),
            None => return make_holder(tx, door, identity, true, now),
        }
    }
    shared.ok_or_else(|| kit::Error::internal("an event of nobody came as far as the recorder"))
}

/// Its holder had only said so.
fn take_over(
    tx: &Tx,
    door: &Door,
    identity: &Identity,
    held: &Held,
    now: Time,
) -> Result<CustomerId> {
    let leaf = CustomerId::new(now);
    identities::insert_leaves(tx, &[leaf], door.channel.id, now)?;
    identities::insert_claim(tx, held.customer_id, identity, held.channel_id, now)?;
    identities::set_holder(tx, identity, leaf, now)?;
    Ok(leaf)
}

fn make_holder(
    tx: &Tx,
    door: &Door,
    identity: &Identity,
    verified: bool,
    now: Time,
) -> Result<CustomerId> {
    let leaf = CustomerId::new(now);
    if identities::insert_new(tx, &[(identity, leaf)], verified, door.channel.id, now)? == 1 {
        identities::insert_leaves(tx, &[leaf], door.channel.id, now)?;
        return Ok(leaf);
    }
    // Another server met it at the same moment.
    let holder = identities::leaf_maybe(tx, identity)?;
    holder.ok_or_else(|| kit::Error::internal("an identity went away while it was read"))
}
