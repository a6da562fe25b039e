//! Secrets that are handed out once and kept only as a hash: session cookies, links, recovery codes.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use kit::{Error, Result};
use sha2::{Digest, Sha256};

/// 32 random bytes; 43 letters of base64url outside.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    pub fn random() -> Result<Token> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(Error::internal)?;
        Ok(Token(bytes))
    }

    /// None for what cannot be a token.
    pub fn parse(text: &str) -> Option<Token> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        Some(Token(bytes.try_into().ok()?))
    }

    /// The text for the one who owns it.
    pub fn reveal(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What the database keeps. A plain hash is enough for a value that nobody can guess.
    pub(super) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// What every form of this session carries: known to our pages, not to another site's.
    pub fn form_token(&self) -> String {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(b"form");
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    }

    /// Compares in constant time.
    pub fn is_form_token(&self, text: &str) -> bool {
        let Ok(bytes) = URL_SAFE_NO_PAD.decode(text) else { return false };
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(b"form");
        mac.verify_slice(&bytes).is_ok()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_and_knows_its_forms() {
        let (mine, other) = (Token::random().unwrap(), Token::random().unwrap());
        assert_eq!(Token::parse(&mine.reveal()), Some(mine.clone()));
        assert_eq!(Token::parse("abc"), None);
        assert!(mine.is_form_token(&mine.form_token()));
        assert!(!mine.is_form_token(&other.form_token()));
        assert!(!mine.is_form_token(""));
        assert_eq!(format!("{mine:?}"), "Token(…)");
    }
}
