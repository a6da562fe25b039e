//! What a browser holds to show that it is the one that talked here, and what it hands to another of the same person.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use customers::channels::ChannelId;
use kit::secrets::Secrets;
use kit::time::{minutes, seconds};
use kit::{Error, Result, Time};

use crate::proofs::ProofId;

/// How long a link for another device can be opened.
pub const LINK_LIFE: i64 = minutes(15);

const SESSION: &str = "chat session";
const LINK: &str = "chat link";

/// What a session stands for, once its signature was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The id of its first message, which the browser made: the shop's answers go there, and nobody else has it.
    pub visit: String,
    /// Whose timeline it is.
    pub device: String,
    /// By which it was shown who sits there.
    pub proof: Option<ProofId>,
}

impl Session {
    pub fn reveal(&self, keys: &Secrets, door: ChannelId) -> Result<String> {
        sign(keys, SESSION, door, self.plain().as_bytes())
    }

    fn plain(&self) -> String {
        let proof = self.proof.map(|proof| format!("\n{proof}")).unwrap_or_default();
        format!("{} {}{proof}", self.visit, self.device)
    }

    fn of_plain(plain: &[u8]) -> Option<Session> {
        let (visit, rest) = std::str::from_utf8(plain).ok()?.split_once(' ')?;
        let (device, proof) = match rest.split_once('\n') {
            Some((device, proof)) => (device, Some(proof.parse().ok()?)),
            None => (rest, None),
        };
        Some(Session { visit: visit.into(), device: device.into(), proof })
    }

    pub fn read(keys: &Secrets, door: ChannelId, text: &str) -> Result<Session> {
        let plain = verify(keys, SESSION, door, text)?.ok_or_else(refused)?;
        Session::of_plain(&plain).ok_or_else(refused)
    }

    /// For another device, for [`LINK_LIFE`]. What was proven here is proven there anew.
    pub fn link(&self, keys: &Secrets, door: ChannelId, now: Time) -> Result<String> {
        let until = now.plus(LINK_LIFE).0.to_be_bytes();
        let plain = Session { proof: None, ..self.clone() }.plain();
        sign(keys, LINK, door, &[until.as_slice(), plain.as_bytes()].concat())
    }

    pub fn of_link(keys: &Secrets, door: ChannelId, text: &str, now: Time) -> Result<Session> {
        let refused = || {
            let minutes = LINK_LIFE / seconds(60);
            let detail = format!("A link is good for {minutes} minutes. Make another in the chat.");
            Error::unauthorized("bad_link", detail)
        };
        let plain = verify(keys, LINK, door, text)?.ok_or_else(refused)?;
        let (until, plain) = plain.split_first_chunk::<8>().ok_or_else(refused)?;
        if Time(i64::from_be_bytes(*until)) < now {
            return Err(refused());
        }
        Session::of_plain(plain).ok_or_else(refused)
    }
}

fn refused() -> Error {
    Error::unauthorized(
        "bad_session",
        "Send the session that was given with the first message, in the header Onedoor-Session.",
    )
}

/// The text and its signature, both as base64url, with a point between.
fn sign(keys: &Secrets, purpose: &str, door: ChannelId, plain: &[u8]) -> Result<String> {
    let signature = keys.signer(purpose)?.sign(&[door.0.as_slice(), plain].concat());
    Ok(format!("{}.{}", BASE64.encode(plain), BASE64.encode(signature)))
}

fn verify(keys: &Secrets, purpose: &str, door: ChannelId, text: &str) -> Result<Option<Vec<u8>>> {
    let Some((plain, signature)) = text.split_once('.') else { return Ok(None) };
    let (Ok(plain), Ok(signature)) = (BASE64.decode(plain), BASE64.decode(signature)) else {
        return Ok(None);
    };
    let signed = [door.0.as_slice(), &plain].concat();
    Ok(keys.signer(purpose)?.is_signed(&signed, &signature).then_some(plain))
}
