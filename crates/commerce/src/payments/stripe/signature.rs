//! How Stripe signs its calls: `Stripe-Signature: t=…,v1=…`, HMAC-SHA-256 over `t.body` with the address's secret. Pure.

use hmac::{Hmac, KeyInit, Mac};
use kit::http::not_signed;
use kit::{Error, Result, Time};
use sha2::Sha256;

/// An older one may have been recorded and sent again by somebody else; clocks differ in both directions.
const TOLERANCE_SECONDS: i64 = 300;

/// # Errors
/// `bad_signature`
pub fn check(header: &str, body: &[u8], secret: &str, now: Time) -> Result<()> {
    let mut at: Option<&str> = None;
    let mut signatures = Vec::new();
    for part in header.split(',') {
        match part.trim().split_once('=') {
            Some(("t", value)) => at = Some(value),
            Some(("v1", value)) => signatures.extend(bytes(value)),
            _ => {}
        }
    }
    let at = at.ok_or_else(not_signed)?;
    let seconds: i64 = at.parse().map_err(|_| not_signed())?;
    if (now.0 / 1_000_000).saturating_sub(seconds).saturating_abs() > TOLERANCE_SECONDS {
        return Err(not_signed());
    }
    let mut mac = mac(secret)?;
    mac.update(at.as_bytes());
    mac.update(b".");
    mac.update(body);
    // While a secret is replaced, Stripe signs with the old one and the new.
    let is_signed = signatures.iter().any(|one| mac.clone().verify_slice(one).is_ok());
    if is_signed { Ok(()) } else { Err(not_signed()) }
}

fn mac(secret: &str) -> Result<Hmac<Sha256>> {
    <Hmac<Sha256> as KeyInit>::new_from_slice(secret.as_bytes()).map_err(Error::internal)
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digit = |i: usize| u8::from_str_radix(hex.get(2 * i..2 * i + 2)?, 16).ok();
    (hex.len() == 64).then(|| (0..32).map(digit).collect()).flatten()
}

/// As Stripe would sign it, for tests.
#[cfg(test)]
pub fn sign(body: &str, secret: &str, at: Time) -> String {
    let seconds = at.0 / 1_000_000;
    let mut mac = mac(secret).unwrap();
    mac.update(format!("{seconds}.{body}").as_bytes());
    let hex: String =
        mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("t={seconds},v1={hex},v0=00")
}

#[cfg(test)]
mod tests {
    use kit::testing::NOON;
    use kit::time::minutes;

    use super::*;

    #[test]
    fn only_what_is_signed_now_and_by_stripe() {
        let signed = sign("{}", "whsec_1", NOON);
        check(&signed, b"{}", "whsec_1", NOON).unwrap();
        let two = format!("t={},v1={},{}", NOON.0 / 1_000_000, "00".repeat(32), &signed[13..]);
        check(&two, b"{}", "whsec_1", NOON).unwrap();
        let later = Time(NOON.0 + minutes(6));
        for (header, body, secret, now) in [
            (signed.as_str(), "{ }", "whsec_1", NOON),
            (&signed, "{}", "whsec_2", NOON),
            (&signed, "{}", "whsec_1", later),
            ("", "{}", "whsec_1", NOON),
            ("t=x,v1=00", "{}", "whsec_1", NOON),
        ] {
            let refused = check(header, body.as_bytes(), secret, now).unwrap_err();
            assert_eq!(refused.code, "bad_signature");
        }
    }
}
