//! The doors: every place where a customer comes in, as data. A new door is a row, not a release.
//!
//! A door has a kind (what it is), a name (what the shop calls it), what passes through it (tracking, talk,
//! sales) and two keys: the *write key* stands in public pages and apps and can only record; the *secret key*
//! stays on the merchant's servers, can read, and is believed when it says that an identity is verified.
//! Of the secret key we keep a hash: it is shown once.
//!
//! Start reading at [`create`] and [`Doors::open`]; [`upkeep`] is what the staff does with doors, [`activity`] what comes
//! in by them.

pub mod activity;
pub mod api;
mod kind;
pub mod store;
mod store_activity;
#[cfg(test)]
mod tests;
pub mod upkeep;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kit::{Clock, Db, Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use kind::ChannelKind;

kit::id_type!(ChannelId, "chn");

pub const NAME_LENGTH_MAX: usize = 80;
/// How long another process may go on with a key that was taken away here.
const KEY_REMEMBERED_MAX: i64 = kit::time::seconds(2);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Channel {
    pub id: ChannelId,
    pub kind: ChannelKind,
    pub name: String,
    pub track: bool,
    pub talk: bool,
    pub sell: bool,
    pub write_key: String,
    pub created_at: Time,
    pub disabled_at: Option<Time>,
}

/// A door as its maker asks for it.
#[derive(Clone, Debug)]
pub struct NewChannel {
    pub kind: ChannelKind,
    pub name: String,
}

/// What passes through a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passes {
    /// What customers do is recorded.
    pub track: bool,
    pub talk: bool,
    pub sell: bool,
}

impl From<ChannelKind> for Passes {
    fn from(kind: ChannelKind) -> Passes {
        let (track, talk, sell) = kind.passes();
        Passes { track, talk, sell }
    }
}

/// The secret key in the clear: exists only in the answer to its making.
pub struct SecretKey(pub String);

/// Makes a door with its two keys.
pub fn create(tx: &Tx, new: &NewChannel, now: Time) -> Result<(Channel, SecretKey)> {
    let name = valid_name(&new.name)?;
    let (track, talk, sell) = new.kind.passes();
    let channel = Channel {
        id: ChannelId::new(now),
        kind: new.kind,
        name,
        track,
        talk,
        sell,
        write_key: random_key("wk")?,
        created_at: now,
        disabled_at: None,
    };
    let secret = random_key("sk")?;
    store::insert(tx, &channel, &hash(&secret))?;
    Ok((channel, SecretKey(secret)))
}

/// Makes a door as it was elsewhere: the same id and write key, a secret key that nobody knows yet (see
/// [`rotate_secret`]). A door that is there stays as it is.
pub fn restore(tx: &Tx, channel: &Channel) -> Result<()> {
    if store::find_maybe(tx, channel.id)?.is_some() {
        return Ok(());
    }
    store::insert(tx, channel, &hash(&random_key("sk")?))?;
    store::set_disabled(tx, channel.id, channel.disabled_at)
}

/// Gives the door a new secret key; the old one stops working.
pub fn rotate_secret(tx: &Tx, id: ChannelId) -> Result<SecretKey> {
    let secret = random_key("sk")?;
    store::set_secret_hash(tx, id, &hash(&secret))?;
    Ok(SecretKey(secret))
}

pub fn rename(tx: &Tx, id: ChannelId, name: &str) -> Result<()> {
    store::set_name(tx, id, &valid_name(name)?)
}

fn valid_name(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_LENGTH_MAX {
        return Err(Error::bad_input(
            "bad_channel_name",
            format!("A door needs a name of 1 to {NAME_LENGTH_MAX} characters."),
        ));
    }
    Ok(name.to_string())
}

fn random_key(prefix: &str) -> Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    let (a, b) = bytes.split_at(16);
    let letters = |half: &[u8]| half.try_into().map(kit::id::to_base32).unwrap_or_default();
    Ok(format!("{prefix}_{}{}", letters(a), letters(b)))
}

fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Proof that somebody came in through a door with one of its keys.
#[derive(Clone, Debug)]
pub struct Door {
    pub channel: Arc<Channel>,
    /// Came with the secret key: is believed, and may read.
    pub trusted: bool,
}

impl Door {
    /// A door through which tracking does not pass records nothing.
    pub fn may_record(&self) -> Result<()> {
        if self.channel.track {
            return Ok(());
        }
        Err(Error::forbidden(
            "door_does_not_track",
            "Tracking does not pass through this door. The page Doors of the desk can change that.",
        ))
    }

    /// Reading needs the secret key.
    pub fn may_read(&self) -> Result<()> {
        if self.trusted {
            return Ok(());
        }
        Err(Error::forbidden(
            "write_key_cannot_read",
            "A write key can only record. Use the secret key of the door, from a server.",
        ))
    }
}

/// Opens doors by key, remembering the keys of the last seconds.
#[derive(Default)]
pub struct Doors {
    remembered: Mutex<HashMap<String, (Time, Option<Door>)>>,
}

impl Doors {
    /// The door of this key; `unauthorized` when there is none or it was shut.
    pub async fn open(&self, db: &Db, clock: &Clock, key: &str) -> Result<Door> {
        const REMEMBERED_MAX: usize = 10_000;
        let now = clock.now();
        let remembered = self.lock().get(key).cloned();
        let door = match remembered {
            Some((since, door)) if now.since(since) < KEY_REMEMBERED_MAX => door,
            _ => {
                let door = db.read(|tx| find_door(tx, key)).await?;
                let mut remembered = self.lock();
                if remembered.len() >= REMEMBERED_MAX {
                    remembered.clear();
                }
                remembered.insert(key.to_string(), (now, door.clone()));
                door
            }
        };
        door.ok_or_else(|| {
            Error::unauthorized(
                "unknown_key",
                "No open door has this key. Copy the key from the page Doors of the desk.",
            )
        })
    }

    /// After keys or doors changed in this process.
    pub fn forget(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, (Time, Option<Door>)>> {
        self.remembered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn find_door(tx: &Tx, key: &str) -> Result<Option<Door>> {
    let trusted = key.starts_with("sk_");
    let found = if trusted {
        store::find_by_secret_maybe(tx, &hash(key))?
    } else {
        store::find_by_write_key_maybe(tx, key)?
    };
    let open = found.filter(|channel| channel.disabled_at.is_none());
    Ok(open.map(|channel| Door { channel: Arc::new(channel), trusted }))
}
