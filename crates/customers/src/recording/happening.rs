//! What the product itself sees happen at a door (a message, a call, a sale), recorded in the transaction of the change
//! that it stands for.

use std::borrow::Cow;

use kit::{Error, Result, Time, Tx, id};
use sha2::{Digest, Sha256};

use super::incoming::Incoming;
use super::recorder::{Learned, Recorder};
use crate::channels::Door;
use crate::dealings;
use crate::events::{EventId, EventType, commerce};
use crate::identities::{CustomerId, Identity};

/// Something that happened, with the name of a track call.
#[derive(Clone, Debug)]
pub struct Happening<'a> {
    pub name: &'a str,
    /// Names it at its door: the same is recorded once.
    pub key: &'a str,
    pub at: Time,
    pub by: By<'a>,
    /// A JSON object.
    pub properties: &'a str,
}

/// Who it was.
#[derive(Clone, Debug)]
pub enum By<'a> {
    /// Somebody who is known here.
    Leaf(CustomerId),
    /// As an event of a server that vouches for the account and for what is proven. It names somebody.
    Somebody {
        account: Option<&'a str>,
        device: Option<&'a str>,
        proven: &'a [Identity],
        claimed: &'a [Identity],
    },
}

/// Whose it is, and what is to be learned after the commit ([`Recorder::learn`]).
#[must_use]
pub struct Noted {
    pub leaf: CustomerId,
    pub is_new: bool,
    pub learned: Learned,
}

impl Recorder {
    pub fn note(&self, tx: &Tx, door: &Door, what: &Happening, now: Time) -> Result<Noted> {
        let item = incoming(door, what, now);
        let (recorded, leaf) = match what.by {
            By::Leaf(leaf) => (self.restore(tx, door, &[item], &[leaf])?, Some(leaf)),
            By::Somebody { .. } => {
                let recorded = self.record(tx, door, &[item], now)?;
                let leaf = recorded.leaves.first().copied();
                (recorded, leaf)
            }
        };
        let leaf = leaf.ok_or_else(|| Error::internal("an event hangs on nobody"))?;
        Ok(Noted { leaf, is_new: recorded.new == 1, learned: recorded.learned })
    }
}

fn incoming<'a>(door: &Door, what: &'a Happening<'a>, now: Time) -> Incoming<'a> {
    let mut hash = Sha256::new();
    hash.update(door.channel.id.0);
    hash.update(what.key.as_bytes());
    let bits: [u8; 32] = hash.finalize().into();
    let bits = u128::from_be_bytes(std::array::from_fn(|i| bits[i]));
    let (account, device, proven, claimed) = match &what.by {
        By::Leaf(_) => (None, None, &[][..], &[][..]),
        By::Somebody { account, device, proven, claimed } => (*account, *device, *proven, *claimed),
    };
    let id = EventId(id::stamp(what.at.as_ms(), bits));
    // An order that we took counts as one of which we were told.
    let event = commerce::parse(what.name, what.properties, None);
    Incoming {
        id,
        kind: EventType::Track,
        name: Cow::Borrowed(what.name),
        account: account.map(Cow::Borrowed),
        device: device.map(Cow::Borrowed),
        proven: proven.to_vec(),
        claimed: claimed.to_vec(),
        previous: None,
        group: None,
        traits: None,
        properties: what.properties,
        context: None,
        occurred_at: what.at.min(now),
        client_at: Some(what.at),
        received_at: now,
        place_is_sure: what.at <= now,
        amount: event.as_ref().and_then(|event| event.value()),
        dealing: event.as_ref().and_then(|event| dealings::of(event, id)),
    }
}
