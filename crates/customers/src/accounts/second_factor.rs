//! The second factor: codes of an authenticator app (RFC 6238) and recovery codes for the day it is lost.

use kit::db::Tx;
use kit::secrets::Secrets;
use kit::{Error, Result, Time};
use qrcode::QrCode;
use qrcode::render::svg;
use serde_json::json;
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Secret, Totp};

use super::authority::Staff;
use super::seeds::SEED_BYTES;
use super::sign_in::{Visit, prove_password};
use super::{AccountId, audit, seeds, store, store_sessions};
use crate::Ctx;

const RECOVERY_CODES: usize = 10;
/// 50 bits each: with the growing wait that is more than anybody can guess.
const RECOVERY_CODE_LETTERS: usize = 10;
/// No 0, 1, l, o: a code is copied from paper.
const RECOVERY_ALPHABET: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";
const ISSUER: &str = "Onedoor";

/// What the authenticator app needs, until a code proves that it has it.
#[derive(Clone, Debug)]
pub struct SecondFactorOffer {
    /// An SVG picture of `uri`.
    pub qr_svg: String,
    /// `otpauth://totp/…`
    pub uri: String,
    /// The secret to type in by hand.
    pub secret: String,
}

/// The offer that is open, or a new one.
///
/// # Errors
/// `second_factor_on`, where it is on already; `no_server_key`, where the server could not keep the secret.
pub async fn find_second_factor_offer(ctx: &Ctx, staff: &Staff) -> Result<SecondFactorOffer> {
    let account_id = staff.account_id()?;
    let mut fresh = [0; SEED_BYTES];
    getrandom::fill(&mut fresh).map_err(Error::internal)?;
    let sealed = seeds::seal(&ctx.secrets, account_id, &fresh)?;
    let (email, secret) = ctx
        .db
        .write(|tx| {
            let account = store::find(tx, account_id)?;
            let proofs = store::find_proofs(tx, account_id)?;
            if let (Some(secret), None) = (proofs.totp_secret, proofs.totp_on_at) {
                return Ok((account.email, seeds::open(&ctx.secrets, account_id, secret)?));
            }
            if !store::offer_totp(tx, account_id, &sealed)? {
                return Err(Error::conflict("second_factor_on", "The second factor is on."));
            }
            Ok((account.email, fresh.to_vec()))
        })
        .await?;
    offer(&email, &secret)
}

fn offer(email: &str, secret: &[u8]) -> Result<SecondFactorOffer> {
    let secret = Secret::from(secret).to_base32();
    let label = percent_encoded(email);
    let uri = format!("otpauth://totp/{ISSUER}:{label}?secret={secret}&issuer={ISSUER}");
    let code = QrCode::new(uri.as_bytes()).map_err(Error::internal)?;
    let picture = code.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
    // Without the XML declaration the picture can stand inside a page.
    let start = picture.find("<svg").unwrap_or(0);
    Ok(SecondFactorOffer { qr_svg: picture[start..].to_owned(), uri, secret })
}

fn percent_encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// Turns the second factor on, once a code proves that the app has the secret. Returns the recovery codes,
/// which are shown this once.
///
/// # Errors
/// `wrong_code`.
pub async fn confirm_second_factor(ctx: &Ctx, staff: &Staff, code: &str) -> Result<Vec<String>> {
    let account_id = staff.account_id()?;
    let now = ctx.clock.now();
    let codes = random_codes()?;
    ctx.db
        .write(|tx| {
            let proofs = store::find_proofs(tx, account_id)?;
            if proofs.totp_on_at.is_some() {
                return Err(Error::conflict("second_factor_on", "The second factor is on."));
            }
            if !accept_totp(tx, &ctx.secrets, now, account_id, code)? {
                return Err(Error::bad_input("wrong_code", "This code is wrong or used up."));
            }
            store::turn_totp_on(tx, account_id, now)?;
            store::replace_recovery_codes(tx, account_id, &hashes(&codes))?;
            store_sessions::delete_others(tx, account_id, staff.session_id)?;
            let subject = account_id.to_string();
            audit::record(tx, now, &staff.actor, "second_factor_on", &subject, &json!({}))
        })
        .await?;
    Ok(codes)
}

/// # Errors
/// `wrong_password`; `too_many`.
pub async fn turn_second_factor_off(
    ctx: &Ctx,
    staff: &Staff,
    password: String,
    visit: &Visit,
) -> Result<()> {
    let account = prove_password(ctx, staff, password, visit).await?;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            store::turn_totp_off(tx, account.id)?;
            let subject = account.id.to_string();
            audit::record(tx, now, &staff.actor, "second_factor_off", &subject, &json!({}))
        })
        .await
}

/// New recovery codes in place of the old ones; shown this once.
///
/// # Errors
/// `wrong_password`; `too_many`; `second_factor_off`.
pub async fn renew_recovery_codes(
    ctx: &Ctx,
    staff: &Staff,
    password: String,
    visit: &Visit,
) -> Result<Vec<String>> {
    let account = prove_password(ctx, staff, password, visit).await?;
    let now = ctx.clock.now();
    let codes = random_codes()?;
    ctx.db
        .write(|tx| {
            if store::find(tx, account.id)?.totp_on_at.is_none() {
                return Err(Error::conflict("second_factor_off", "The second factor is off."));
            }
            store::replace_recovery_codes(tx, account.id, &hashes(&codes))?;
            let subject = account.id.to_string();
            audit::record(tx, now, &staff.actor, "recovery_codes_renewed", &subject, &json!({}))
        })
        .await?;
    Ok(codes)
}

/// How many recovery codes are left.
pub async fn count_recovery_codes(ctx: &Ctx, staff: &Staff) -> Result<i64> {
    let account_id = staff.account_id()?;
    ctx.db.read(|tx| store::count_recovery_codes(tx, account_id)).await
}

/// Uses up a code of either kind; whether it was good.
pub(super) fn accept(
    tx: &Tx,
    secrets: &Secrets,
    now: Time,
    id: AccountId,
    code: &str,
) -> Result<bool> {
    let letters = normalised(code);
    if letters.len() == RECOVERY_CODE_LETTERS {
        // Needs no seed, so it also opens where the server's key was lost.
        return store::use_recovery_code(tx, id, &hash(&letters), now);
    }
    accept_totp(tx, secrets, now, id, code)
}

fn accept_totp(tx: &Tx, secrets: &Secrets, now: Time, id: AccountId, code: &str) -> Result<bool> {
    let Some(kept) = store::find_proofs(tx, id)?.totp_secret else { return Ok(false) };
    let secret = seeds::open(secrets, id, kept.clone())?;
    let seconds = u64::try_from(now.as_ms() / 1000).unwrap_or(0);
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(step) = totp(&secret)?.check(&code, seconds) else { return Ok(false) };
    seeds::reseal(tx, secrets, id, &kept)?;
    store::use_totp_step(tx, id, i64::try_from(step).map_err(Error::internal)?)
}

fn totp(secret: &[u8]) -> Result<Totp> {
    Builder::new().with_secret(Secret::from(secret)).build().map_err(Error::internal)
}

/// The code that an authenticator shows now: for the tests, which hold the other end.
#[cfg(test)]
pub(super) fn code_at(secret_base32: &str, now: Time) -> String {
    let secret = Secret::try_from_base32(secret_base32).unwrap();
    totp(secret.as_ref()).unwrap().generate(u64::try_from(now.as_ms()).unwrap() / 1000).to_string()
}

/// What a secret that is typed in by hand stands for.
#[cfg(test)]
pub(super) fn seed_of(secret_base32: &str) -> Vec<u8> {
    Secret::try_from_base32(secret_base32).unwrap().as_ref().to_vec()
}

fn random_codes() -> Result<Vec<String>> {
    (0..RECOVERY_CODES).map(|_| random_code()).collect()
}

/// `abcde-fghjk`
fn random_code() -> Result<String> {
    let mut bytes = [0; RECOVERY_CODE_LETTERS];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    let mut code: String =
        bytes.iter().map(|byte| char::from(RECOVERY_ALPHABET[usize::from(byte & 31)])).collect();
    code.insert(RECOVERY_CODE_LETTERS / 2, '-');
    Ok(code)
}

/// As it was typed from paper: any case, with or without the dash.
fn normalised(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_lowercase).collect()
}

fn hashes(codes: &[String]) -> Vec<[u8; 32]> {
    codes.iter().map(|code| hash(&normalised(code))).collect()
}

fn hash(code: &str) -> [u8; 32] {
    Sha256::digest(code).into()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn the_offer_is_what_authenticators_read() {
        let offer = offer("anna+desk@kubek.pl", b"12345678901234567890").unwrap();
        expect!["otpauth://totp/Onedoor:anna%2Bdesk%40kubek.pl?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Onedoor"]
            .assert_eq(&offer.uri);
        assert!(offer.qr_svg.starts_with("<svg "));
    }

    #[test]
    fn codes_are_those_of_the_rfc() {
        // RFC 6238, appendix B, the last six digits.
        let code = |seconds: i64| {
            code_at("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Time(kit::time::seconds(seconds)))
        };
        assert_eq!(code(59), "287082");
        assert_eq!(code(1_111_111_109), "081804");
    }

    #[test]
    fn recovery_codes_forgive_the_hand_that_copies_them() {
        assert_eq!(normalised(" ABCDE-fghjk "), "abcdefghjk");
        let codes = random_codes().unwrap();
        assert_eq!((codes.len(), codes[0].len()), (10, 11));
    }
}
