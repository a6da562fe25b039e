//! How the chat of a door is set, and the secret with which the shop's server signs who somebody is.

use customers::channels::{Channel, ChannelKind, Passes, store as channels};
use kit::secrets::Secrets;
use kit::time::minutes;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::store;
use crate::connectors::{Provider, link};

const SIGNING: &str = "signing";
/// Whoever of the staff did anything this long ago is taken to be there.
const STAFF_SEEN: i64 = minutes(15);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Somebody is there while somebody of the staff uses the desk.
    #[default]
    Staff,
    Always,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChatSettings {
    pub presence: Presence,
}

impl ChatSettings {
    pub fn is_somebody_there(&self, tx: &Tx, now: Time) -> Result<bool> {
        match self.presence {
            Presence::Always => Ok(true),
            Presence::Staff => store::is_staff_seen(tx, now.minus(STAFF_SEEN)),
        }
    }
}

pub fn is_chat(kind: ChannelKind) -> bool {
    matches!(kind, ChannelKind::Chat | ChannelKind::Web | ChannelKind::App)
}

/// Opens the chat of a door: talk passes through it from now on. Returns the secret that signs tokens, which is made
/// when first asked for and stays.
pub fn open(
    tx: &Tx,
    keys: &Secrets,
    channel: &Channel,
    settings: Option<ChatSettings>,
    now: Time,
) -> Result<String> {
    if !is_chat(channel.kind) {
        let detail = format!("“{}” is no page or app; it has no chat.", channel.name);
        return Err(Error::bad_input("not_a_chat", detail));
    }
    if !channel.talk {
        let Channel { track, sell, .. } = *channel;
        channels::set_passes(tx, channel.id, Passes { track, talk: true, sell })?;
    }
    let known = link::find_maybe(tx, keys, channel.id)?;
    let secret = known.as_ref().and_then(|link| link.secret(SIGNING).ok().map(str::to_string));
    if let (Some(secret), None) = (&secret, &settings) {
        return Ok(secret.clone());
    }
    let secret = secret.map_or_else(Secrets::random_hex, Ok)?;
    let settings = match (settings, &known) {
        (Some(settings), _) => settings,
        (None, Some(link)) => link.settings()?,
        (None, None) => ChatSettings::default(),
    };
    let secrets = json!({ SIGNING: secret });
    link::save(tx, keys, channel.id, Provider::Chat, &settings, &secrets, now)?;
    Ok(secret)
}

/// The secret and the settings, as far as they are set.
pub fn read(tx: &Tx, keys: &Secrets, channel: &Channel) -> Result<(Option<String>, ChatSettings)> {
    match link::find_maybe(tx, keys, channel.id)? {
        Some(link) => Ok((link.secret(SIGNING).ok().map(str::to_string), link.settings()?)),
        None => Ok((None, ChatSettings::default())),
    }
}
