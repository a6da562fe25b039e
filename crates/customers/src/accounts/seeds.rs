//! The seed that an account shares with its authenticator. Whoever has it makes the codes, so it lies sealed with the
//! server's key and bound to the account: a copy of the database opens no second factor, nor does a seed that was moved to
//! another account's row.
//!
//! Seeds of before lie as they are, and are told by their length. They are sealed when they are used next, if the server
//! has a key by then.

use kit::secrets::{Sealed, Secrets};
use kit::{Result, Tx};

use super::{AccountId, store};

pub const SEED_BYTES: usize = 20;

/// What is sealed along.
fn owner(id: AccountId) -> Vec<u8> {
    [b"second factor:".as_slice(), &id.0].concat()
}

pub fn seal(secrets: &Secrets, id: AccountId, seed: &[u8]) -> Result<Vec<u8>> {
    Ok(secrets.seal(seed, &owner(id))?.0)
}

/// The seed of what lies in the account's row.
pub fn open(secrets: &Secrets, id: AccountId, kept: Vec<u8>) -> Result<Vec<u8>> {
    if is_plain(&kept) { Ok(kept) } else { secrets.open(&Sealed(kept), &owner(id)) }
}

fn is_plain(kept: &[u8]) -> bool {
    kept.len() == SEED_BYTES
}

/// After a use: one that lies as it is, is sealed.
pub fn reseal(tx: &Tx, secrets: &Secrets, id: AccountId, kept: &[u8]) -> Result<()> {
    // Without a key it was usable before, and stays so.
    if !is_plain(kept) || !secrets.has_key() {
        return Ok(());
    }
    store::set_totp_secret(tx, id, &seal(secrets, id, kept)?)
}
