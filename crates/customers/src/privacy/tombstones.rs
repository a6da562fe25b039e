//! Salted hashes of erased identities, so that an import cannot bring an erased person back. The person may
//! come back by themselves: only imports ask here.

use std::collections::BTreeSet;

use kit::{Error, Result, Time, Tx, params, sql};
use sha2::{Digest, Sha256};

use crate::identities::{Identity, Kind};
use crate::recording::incoming::Incoming;

const SALT: &str = "tombstone_salt";

/// Sets a stone for each identity.
pub fn set(tx: &Tx, identities: &[Identity], now: Time) -> Result<()> {
    let salt = salt(tx)?;
    for identity in identities {
        tx.exec(
            sql!(
                "insert into tombstones (hash, erased_at) values ($1, $2)
                 on conflict (hash) do update set erased_at = excluded.erased_at"
            ),
            params![hash(&salt, identity), now],
        )?;
    }
    Ok(())
}

/// What stands for identities once they are erased: the same identity gives the same mark, and the mark alone
/// does not give the identity.
pub struct Marks {
    salt: String,
}

impl Marks {
    pub const KIND: &str = "erased";

    pub fn open(tx: &Tx) -> Result<Marks> {
        Ok(Marks { salt: salt(tx)? })
    }

    /// None where nobody was ever marked. For who may only read.
    pub fn open_maybe(tx: &Tx) -> Result<Option<Marks>> {
        Ok(salt_maybe(tx)?.map(|salt| Marks { salt }))
    }

    pub fn mark(&self, identity: &Identity) -> Result<Identity> {
        let hash = hash(&self.salt, identity);
        let half: [u8; 16] = std::array::from_fn(|i| hash[i]);
        Ok(Identity::new(Marks::KIND.parse()?, kit::id::to_base32(half)))
    }
}

/// What an erased person was known by, for whoever keeps something by an address: what was theirs is recognised, and
/// nothing here tells what it was.
pub struct Theirs {
    marks: Marks,
    known: BTreeSet<String>,
}

impl Theirs {
    /// `known` are the values of their [`Marks`].
    pub fn open(tx: &Tx, known: &[String]) -> Result<Theirs> {
        Ok(Theirs { marks: Marks::open(tx)?, known: known.iter().cloned().collect() })
    }

    pub fn has(&self, identity: &Identity) -> Result<bool> {
        Ok(!self.known.is_empty() && self.known.contains(&self.marks.mark(identity)?.value))
    }

    /// `email:anna@example.com`; what is none of that is nobody's.
    pub fn has_address(&self, address: &str) -> Result<bool> {
        let Some((kind, value)) = address.split_once(':') else { return Ok(false) };
        match kind.parse::<Kind>() {
            Ok(kind) => self.has(&Identity::new(kind, value)),
            Err(_) => Ok(false),
        }
    }
}

fn salt(tx: &Tx) -> Result<String> {
    salt_maybe(tx)?.map_or_else(|| make_salt(tx), Ok)
}

/// For each event: does it speak of somebody who was erased?
pub fn buried(tx: &Tx, items: &[Incoming]) -> Result<Vec<bool>> {
    let Some(salt) = salt_maybe(tx)? else { return Ok(vec![false; items.len()]) };
    items.iter().map(|item| is_buried(tx, &salt, item)).collect()
}

fn is_buried(tx: &Tx, salt: &str, item: &Incoming) -> Result<bool> {
    let account = item.account.as_deref().map(|value| Identity::new(Kind::USER_ID, value));
    let device = item.device.as_deref().map(|value| Identity::new(Kind::DEVICE, value));
    let others = item.proven.iter().chain(&item.claimed);
    for identity in account.iter().chain(&device).chain(others) {
        let stone = tx.one(
            sql!("select 1 from tombstones where hash = $1"),
            params![hash(salt, identity)],
            |_| Ok(()),
        )?;
        if stone.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn salt_maybe(tx: &Tx) -> Result<Option<String>> {
    tx.one(sql!("select value from settings where name = $1"), params![SALT], |row| row.get(0))
}

fn make_salt(tx: &Tx) -> Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    let salt = kit::id::to_base32(bytes);
    tx.exec(
        sql!("insert into settings (name, value) values ($1, $2) on conflict (name) do nothing"),
        params![SALT, salt],
    )?;
    salt_maybe(tx)?.ok_or_else(|| Error::internal("the salt was not kept"))
}

fn hash(salt: &str, identity: &Identity) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(identity.kind.as_str());
    hash.update([0]);
    hash.update(&identity.value);
    hash.finalize().into()
}
