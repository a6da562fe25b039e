//! The shop's server says who sits at the browser: a JSON Web Token (RFC 7519) signed with HS256 (RFC 7515) and the
//! door's chat secret. No other algorithm is known here, so none can be asked for.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use customers::identities::normal::normalise;
use customers::identities::{Identity, Kind};
use hmac::{Hmac, KeyInit as _, Mac as _};
use kit::time::{hours, minutes, seconds};
use kit::{Error, Result, Time};
use serde::Deserialize;
use sha2::Sha256;

/// A token that lives longer than this is refused: what leaks must not be good for ever.
pub const LIFE_MAX: i64 = hours(24);
/// How far the clocks of two servers may be apart.
const SKEW: i64 = minutes(1);
const BYTES_MAX: usize = 4_096;

/// Somebody for whom the shop's server vouches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched {
    /// The shop's own id of the account.
    pub account: String,
    pub name: Option<String>,
    /// The e-mail and the telephone, if the server told them.
    pub proven: Vec<Identity>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
}

#[derive(Deserialize)]
struct Claims {
    sub: String,
    /// Seconds since 1970.
    exp: i64,
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
}

fn refused(why: &str) -> Error {
    Error::unauthorized("bad_token", format!("The token of the shop's server is refused: {why}."))
}

/// Reads a token, or says what is wrong with it. Nothing in it is looked at before its signature was.
pub fn read(token: &str, secret: &str, region: Option<&str>, now: Time) -> Result<Vouched> {
    if token.len() > BYTES_MAX {
        return Err(refused("it is longer than 4 KB"));
    }
    let (signed, signature) = token.rsplit_once('.').ok_or_else(|| refused("it is no JWT"))?;
    let (header, claims) = signed.split_once('.').ok_or_else(|| refused("it is no JWT"))?;
    let header: Header = part(header)?;
    if header.alg != "HS256" {
        return Err(refused("its algorithm is not HS256"));
    }
    let signature = BASE64.decode(signature).map_err(|_| refused("it is not base64url"))?;
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(Error::internal)?;
    mac.update(signed.as_bytes());
    mac.verify_slice(&signature).map_err(|_| refused("it was signed with another secret"))?;
    vouched(part(claims)?, region, now)
}

fn part<T: for<'a> Deserialize<'a>>(text: &str) -> Result<T> {
    let bytes = BASE64.decode(text).map_err(|_| refused("it is not base64url"))?;
    serde_json::from_slice(&bytes).map_err(|_| refused("it lacks `alg`, `sub` or `exp`"))
}

fn vouched(claims: Claims, region: Option<&str>, now: Time) -> Result<Vouched> {
    let until = Time(claims.exp.saturating_mul(seconds(1)));
    if until < now.minus(SKEW) {
        return Err(refused("it has expired"));
    }
    if until > now.plus(LIFE_MAX + SKEW) {
        return Err(refused("it may be good for 24 hours at most"));
    }
    let account = normalise(&Kind::USER_ID, &claims.sub, region)
        .map_err(|why| refused(&format!("`sub` is no account: {why}")))?;
    let told = [(Kind::EMAIL, &claims.email), (Kind::PHONE, &claims.phone)];
    // A value that is none is left out, as an SDK's would be: the account is what counts.
    let proven = told.into_iter().filter_map(|(kind, value)| {
        let value = normalise(&kind, value.as_deref()?, region).ok()?.into_owned();
        Some(Identity::new(kind, value))
    });
    Ok(Vouched { account: account.into_owned(), name: claims.name, proven: proven.collect() })
}
