//! The signature of Standard Webhooks: `v1,` and the HMAC-SHA-256 of `id.timestamp.body`, as base64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use hyper::header::{CONTENT_TYPE, HeaderName, USER_AGENT};
use kit::secrets::Secrets;
use kit::time::{MICROS_PER_SECOND, hours};
use kit::{Error, Result, Time};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

const PREFIX: &str = "whsec_";
const KEY_BYTES: usize = 32;
/// How long the secret before the newest one still signs too.
pub const OVERLAP: i64 = hours(24);

/// What an endpoint's calls are signed with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keys {
    pub current: String,
    pub previous: Option<Previous>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Previous {
    pub secret: String,
    pub until: Time,
}

impl Keys {
    pub fn new() -> Result<Keys> {
        Ok(Keys { current: random_secret()?, previous: None })
    }

    /// A new secret; the one that was there signs beside it for a day, so that receivers can change over.
    pub fn rotated(&self, now: Time) -> Result<Keys> {
        let previous = Previous { secret: self.current.clone(), until: now.plus(OVERLAP) };
        Ok(Keys { current: random_secret()?, previous: Some(previous) })
    }

    /// All secrets that are good now, the newest first.
    pub fn good(&self, now: Time) -> Vec<&str> {
        let previous = self.previous.iter().filter(|previous| now < previous.until);
        let previous = previous.map(|previous| previous.secret.as_str());
        std::iter::once(self.current.as_str()).chain(previous).collect()
    }
}

pub fn random_secret() -> Result<String> {
    let hex = Secrets::random_hex()?;
    let digit = |i: usize| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).map_err(Error::internal);
    let bytes: Vec<u8> = (0..KEY_BYTES).map(digit).collect::<Result<_>>()?;
    Ok(format!("{PREFIX}{}", BASE64.encode(bytes)))
}

/// The headers of a signed call; each secret makes a signature, with a blank between.
pub fn headers(
    secrets: &[&str],
    id: &str,
    now: Time,
    body: &str,
) -> Result<Vec<(HeaderName, String)>> {
    let timestamp = now.0.div_euclid(MICROS_PER_SECOND);
    let signed = format!("{id}.{timestamp}.{body}");
    let signatures: Vec<String> =
        secrets.iter().map(|secret| sign(secret, signed.as_bytes())).collect::<Result<_>>()?;
    Ok(vec![
        (HeaderName::from_static("webhook-id"), id.to_string()),
        (HeaderName::from_static("webhook-timestamp"), timestamp.to_string()),
        (HeaderName::from_static("webhook-signature"), signatures.join(" ")),
        (CONTENT_TYPE, "application/json".into()),
        (USER_AGENT, concat!("Onedoor/", env!("CARGO_PKG_VERSION")).into()),
    ])
}

fn sign(secret: &str, bytes: &[u8]) -> Result<String> {
    let key = BASE64.decode(secret.trim_start_matches(PREFIX)).map_err(|_| {
        Error::bad_input("bad_settings", "The secret is `whsec_` and base64 of 24 to 64 bytes.")
    })?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(Error::internal)?;
    mac.update(bytes);
    Ok(format!("v1,{}", BASE64.encode(mac.finalize().into_bytes())))
}
