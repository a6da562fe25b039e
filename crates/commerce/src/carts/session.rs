//! What a browser holds to show that it is the one that filled this cart.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::secrets::Secrets;
use kit::{Error, Result, Time};

use super::Reach;

const PURPOSE: &str = "cart session";

/// A cart that was handed over by a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handed {
    pub reach: Reach,
    pub until: Time,
}

/// What a session stands for, once its signature was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// The leaf of the browser's device.
    pub own: CustomerId,
    pub handed: Option<Handed>,
}

impl Session {
    /// The text and its signature, both as base64url, with a point between. Good at this door only.
    pub fn reveal(&self, keys: &Secrets, door: ChannelId) -> Result<String> {
        let plain = self.plain();
        let signature = keys.signer(PURPOSE)?.sign(&signed(door, plain.as_bytes()));
        Ok(format!("{}.{}", BASE64.encode(plain), BASE64.encode(signature)))
    }

    pub fn read(keys: &Secrets, door: ChannelId, text: &str) -> Result<Session> {
        let (plain, signature) = text.split_once('.').ok_or_else(refused)?;
        let (Ok(plain), Ok(signature)) = (BASE64.decode(plain), BASE64.decode(signature)) else {
            return Err(refused());
        };
        if !keys.signer(PURPOSE)?.is_signed(&signed(door, &plain), &signature) {
            return Err(refused());
        }
        std::str::from_utf8(&plain).ok().and_then(Session::of_plain).ok_or_else(refused)
    }

    fn plain(&self) -> String {
        match self.handed {
            None => self.own.to_string(),
            Some(Handed { reach, until }) => {
                format!("{} {} {} {}", self.own, reach.leaf, u8::from(reach.is_whole), until.0)
            }
        }
    }

    fn of_plain(plain: &str) -> Option<Session> {
        let words: Vec<&str> = plain.split(' ').collect();
        let own = words.first()?.parse().ok()?;
        let handed = match words[1..] {
            [] => None,
            [leaf, is_whole, until] => {
                let reach = Reach { leaf: leaf.parse().ok()?, is_whole: is_whole == "1" };
                Some(Handed { reach, until: Time(until.parse().ok()?) })
            }
            _ => return None,
        };
        Some(Session { own, handed })
    }
}

fn signed(door: ChannelId, plain: &[u8]) -> Vec<u8> {
    [door.0.as_slice(), plain].concat()
}

fn refused() -> Error {
    Error::unauthorized(
        "bad_session",
        "Send the session that was given with the first change, in the header Onedoor-Cart.",
    )
}
