//! Passwords are kept as Argon2id with OWASP's smallest parameters (19 MiB, 2 passes, 1 lane: the “Password
//! Storage Cheat Sheet”), and are hashed off the async threads, a few at a time.

use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use kit::{Error, Result};
use tokio::sync::{Semaphore, SemaphorePermit};

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Each takes 19 MiB and a core for some 20 ms: a flood of sign-ins must not take the machine.
static AT_ONCE: Semaphore = Semaphore::const_new(4);
const WAIT_MAX: Duration = Duration::from_secs(5);

/// The hash of nobody's password, for addresses that have no account: it takes as long to refuse them.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ibw$\
                      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn argon2id() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .expect("the constants above are within Argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The hash in PHC form, with a salt of its own.
pub(super) async fn hash(password: String) -> Result<String> {
    let _turn = turn().await?;
    tokio::task::spawn_blocking(move || {
        argon2id()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
            .map_err(|e| Error::internal(format!("argon2: {e}")))
    })
    .await
    .map_err(Error::internal)?
}

/// Whether `password` is the one behind `phc`. Without a `phc` the answer is no, after the same work.
pub(super) async fn verify(password: String, phc: Option<String>) -> Result<bool> {
    let _turn = turn().await?;
    tokio::task::spawn_blocking(move || {
        let is_somebody = phc.is_some();
        let phc = phc.as_deref().unwrap_or(NOBODY);
        let hash = PasswordHash::new(phc)
            .map_err(|e| Error::internal(format!("a stored password hash: {e}")))?;
        Ok(argon2id().verify_password(password.as_bytes(), &hash).is_ok() && is_somebody)
    })
    .await
    .map_err(Error::internal)?
}

/// # Errors
/// `busy`, where too many others are before us.
async fn turn() -> Result<SemaphorePermit<'static>> {
    match tokio::time::timeout(WAIT_MAX, AT_ONCE.acquire()).await {
        Ok(turn) => turn.map_err(Error::internal),
        Err(_) => Err(Error::too_many("busy", 5)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_proves_itself_and_nobody_has_none() {
        let phc = hash("trzy filiżanki kawy".into()).await.unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(verify("trzy filiżanki kawy".into(), Some(phc.clone())).await.unwrap());
        assert!(!verify("trzy filizanki kawy".into(), Some(phc)).await.unwrap());
        assert!(!verify("trzy filiżanki kawy".into(), None).await.unwrap());
    }
}
