//! What must be kept but not be read from a stolen database: sealed with a key that lies elsewhere.
//!
//! XChaCha20-Poly1305 (RFC 8439 with the nonce of draft-irtf-cfrg-xchacha): a random nonce of 24 bytes, then the sealed
//! bytes with their tag. What a secret belongs to is sealed along: moved to another row it does not open.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::{Error, Result};

const NONCE_BYTES: usize = 24;

/// The server's key, if it has one.
#[derive(Clone)]
pub struct Secrets(Option<Keys>);

#[derive(Clone)]
struct Keys {
    cipher: XChaCha20Poly1305,
    /// From which a key for each purpose of signing is made.
    root: Hmac<Sha256>,
}

/// Signs for one purpose what goes out and may come back: HMAC-SHA-256 (RFC 2104) with a key of its own.
#[derive(Clone)]
pub struct Signer(Hmac<Sha256>);

impl Signer {
    pub fn sign(&self, bytes: &[u8]) -> [u8; 32] {
        let mut mac = self.0.clone();
        mac.update(bytes);
        mac.finalize().into_bytes().into()
    }

    /// Whether a signature is ours; the comparison takes the same time for any.
    pub fn is_signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        let mut mac = self.0.clone();
        mac.update(bytes);
        mac.verify_slice(signature).is_ok()
    }
}

/// Bytes as they lie in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed(pub Vec<u8>);

impl Secrets {
    /// `key` is 32 bytes; as text, 64 hexadecimal digits.
    pub fn of_hex(key: &str) -> Result<Secrets> {
        let key = key.trim();
        let digit = |i: usize| u8::from_str_radix(key.get(2 * i..2 * i + 2)?, 16).ok();
        let bytes: Option<Vec<u8>> = (0..32).map(digit).collect();
        match bytes.filter(|_| key.len() == 64) {
            Some(bytes) => Secrets::new(&bytes),
            None => Err(Error::bad_input("bad_key", "The server's key is 64 hexadecimal digits.")),
        }
    }

    fn new(key: &[u8]) -> Result<Secrets> {
        let cipher = XChaCha20Poly1305::new_from_slice(key).map_err(Error::internal)?;
        let root = <Hmac<Sha256> as KeyInit>::new_from_slice(key).map_err(Error::internal)?;
        Ok(Secrets(Some(Keys { cipher, root })))
    }

    /// A server without a key: it can keep no secrets, and says so.
    pub fn missing() -> Secrets {
        Secrets(None)
    }

    pub fn has_key(&self) -> bool {
        self.0.is_some()
    }

    /// Signs for this purpose; what is signed for one never passes for another.
    pub fn signer(&self, purpose: &str) -> Result<Signer> {
        let mut root = self.keys()?.root.clone();
        root.update(purpose.as_bytes());
        let key = root.finalize().into_bytes();
        let signer = <Hmac<Sha256> as KeyInit>::new_from_slice(&key).map_err(Error::internal)?;
        Ok(Signer(signer))
    }

    fn keys(&self) -> Result<&Keys> {
        self.0.as_ref().ok_or_else(|| {
            Error::conflict(
                "no_server_key",
                "The server has no key to keep secrets with. Set ONEDOOR_KEY to 64 hexadecimal \
                 digits, the same for each server of this database.",
            )
        })
    }

    /// A key that was never used, as text for a file.
    pub fn random_hex() -> Result<String> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(Error::internal)?;
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    pub fn seal(&self, plain: &[u8], belongs_to: &[u8]) -> Result<Sealed> {
        let mut nonce = [0_u8; NONCE_BYTES];
        getrandom::fill(&mut nonce).map_err(Error::internal)?;
        let payload = Payload { msg: plain, aad: belongs_to };
        let sealed =
            self.keys()?.cipher.encrypt(&XNonce::from(nonce), payload).map_err(Error::internal)?;
        Ok(Sealed([nonce.as_slice(), &sealed].concat()))
    }

    pub fn open(&self, sealed: &Sealed, belongs_to: &[u8]) -> Result<Vec<u8>> {
        let other_key =
            || Error::internal("a secret does not open: it was sealed with another server's key");
        let (nonce, body) = sealed.0.split_at_checked(NONCE_BYTES).ok_or_else(other_key)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().map_err(|_| other_key())?;
        let payload = Payload { msg: body, aad: belongs_to };
        self.keys()?.cipher.decrypt(&XNonce::from(nonce), payload).map_err(|_| other_key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_the_same_again_and_another_for_another_purpose_or_key() {
        let key = Secrets::random_hex().unwrap();
        let sign = |key: &str, purpose: &str, text: &[u8]| {
            Secrets::of_hex(key).unwrap().signer(purpose).unwrap().sign(text)
        };
        assert_eq!(sign(&key, "mail", b"1"), sign(&key, "mail", b"1"));
        assert_ne!(sign(&key, "mail", b"1"), sign(&key, "mail", b"2"));
        assert_ne!(sign(&key, "mail", b"1"), sign(&key, "chat", b"1"));
        let other = Secrets::random_hex().unwrap();
        assert_ne!(sign(&key, "mail", b"1"), sign(&other, "mail", b"1"));
        assert_eq!(Secrets::missing().signer("mail").err().unwrap().code, "no_server_key");
    }

    #[test]
    fn opens_only_where_it_was_sealed() {
        let secrets = Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap();
        let sealed = secrets.seal(b"token", b"door 1").unwrap();
        assert_eq!(secrets.open(&sealed, b"door 1").unwrap(), b"token");
        assert!(secrets.open(&sealed, b"door 2").is_err());
        let other = Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap();
        assert!(other.open(&sealed, b"door 1").is_err());
        assert!(secrets.open(&Sealed(vec![1, 2, 3]), b"door 1").is_err());
        assert_ne!(secrets.seal(b"token", b"").unwrap(), secrets.seal(b"token", b"").unwrap());
        let signature = secrets.signer("link").unwrap().sign(b"text");
        let is_signed = |secrets: &Secrets, purpose| {
            secrets.signer(purpose).unwrap().is_signed(b"text", &signature)
        };
        assert!(is_signed(&secrets, "link"));
        assert!(!is_signed(&secrets, "session"));
        assert!(!is_signed(&other, "link"));
        assert!(!secrets.signer("link").unwrap().is_signed(b"text", &signature[..31]));
        assert_eq!(Secrets::missing().seal(b"", b"").unwrap_err().code, "no_server_key");
        assert_eq!(Secrets::of_hex("abc").err().unwrap().code, "bad_key");
    }
}
