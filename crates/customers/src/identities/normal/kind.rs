//! What sort of thing an identity is: an account, a device, an e-mail …

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A lower-case slug of at most 32 letters, digits and underscores (`email`, `ios_idfa`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Kind(Cow<'static, str>);

/// The kinds that we know, each with the most a customer may have of it. One that has more is no
/// customer but a call centre's telephone, a kiosk, or a test script.
const KNOWN: [(Kind, u32); 5] = [
    (Kind::USER_ID, 1),
    (Kind::DEVICE, 100),
    (Kind::EMAIL, 10),
    (Kind::PHONE, 10),
    (Kind::LOYALTY_CARD, 5),
];
const OTHERS_PER_CUSTOMER_MAX: u32 = 20;

impl Kind {
    /// The merchant's own id of the account.
    pub const USER_ID: Kind = Kind(Cow::Borrowed("user_id"));
    /// What the SDKs call `anonymousId`.
    pub const DEVICE: Kind = Kind(Cow::Borrowed("device"));
    pub const EMAIL: Kind = Kind(Cow::Borrowed("email"));
    pub const PHONE: Kind = Kind(Cow::Borrowed("phone"));
    pub const LOYALTY_CARD: Kind = Kind(Cow::Borrowed("loyalty_card"));
    /// WhatsApp's business-scoped id (`PL.13491208655302741918`): of one person, for one merchant.
    pub const WHATSAPP_ID: Kind = Kind(Cow::Borrowed("whatsapp_id"));
    /// Messenger's page-scoped id.
    pub const MESSENGER_ID: Kind = Kind(Cow::Borrowed("messenger_id"));
    /// Instagram's id of a person for one business account.
    pub const INSTAGRAM_ID: Kind = Kind(Cow::Borrowed("instagram_id"));
    /// Telegram's id of an account, the same for every bot.
    pub const TELEGRAM_ID: Kind = Kind(Cow::Borrowed("telegram_id"));

    pub const LENGTH_MAX: usize = 32;

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many identities of this kind one customer may have.
    pub fn max_per_customer(&self) -> u32 {
        let known = KNOWN.iter().find(|(kind, _)| kind == self);
        known.map_or(OTHERS_PER_CUSTOMER_MAX, |(_, max)| *max)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Kind, D::Error> {
        Cow::<str>::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Reads what SDKs and merchants write: `loyaltyCard`, `loyalty-card` and `loyalty_card` are one kind,
/// `ios.idfa` is `ios_idfa`.
impl FromStr for Kind {
    type Err = kit::Error;

    fn from_str(text: &str) -> kit::Result<Kind> {
        if let Some((kind, _)) = KNOWN.iter().find(|(kind, _)| kind.as_str() == text) {
            return Ok(kind.clone());
        }
        let slug = slug(text).ok_or_else(|| {
            kit::Error::bad_input(
                "bad_identity_kind",
                "A kind of identity starts with a letter and has at most 32 letters, digits and underscores.",
            )
        })?;
        if slug == "anonymous_id" {
            return Ok(Kind::DEVICE);
        }
        let known = KNOWN.iter().find(|(kind, _)| kind.as_str() == slug);
        Ok(known.map_or(Kind(Cow::Owned(slug)), |(kind, _)| kind.clone()))
    }
}

fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    let mut after_lower = false;
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'A'..='Z' => {
                if after_lower {
                    slug.push('_');
                }
                slug.push(c.to_ascii_lowercase());
            }
            '_' | '-' | '.' | ' ' => slug.push('_'),
            _ => return None,
        }
        if slug.len() > Kind::LENGTH_MAX {
            return None;
        }
        after_lower = c.is_ascii_lowercase();
    }
    slug.starts_with(|c: char| c.is_ascii_lowercase()).then_some(slug)
}
