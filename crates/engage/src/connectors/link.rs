//! How a door is connected: which connector, its settings, and its secrets, which lie sealed in the database.

use customers::channels::{ChannelId, ChannelKind};
use kit::secrets::{Sealed, Secrets};
use kit::{Error, Result, Time, Tx, params, sql};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

kit::words! {
    /// Who carries a door's messages.
    Provider:
    /// Our own widget in the shop's pages.
    Chat "chat",
    /// A form in the shop's pages; it cannot be answered through.
    Form "form",
    /// Face to face.
    Store "store",
    /// A server of the shop's own.
    Own "own",
    /// A mailbox (IMAP) and a sending server (SMTP).
    Email "email",
    /// SMS by a session with an operator's message centre.
    Smpp "smpp",
    /// SMS by the merchant's own gateway.
    Kannel "kannel",
    /// SMS by Twilio.
    Twilio "twilio",
    /// WhatsApp by Meta's Cloud API.
    Whatsapp "whatsapp",
    /// Messenger, for a page.
    Messenger "messenger",
    /// Instagram's direct messages, for a business account.
    Instagram "instagram",
    /// A bot of Telegram.
    Telegram "telegram",
    /// Calls by the merchant's own Asterisk.
    Asterisk "asterisk",
    /// Calls by Twilio.
    TwilioVoice "twilio_voice",
}

impl Provider {
    /// The one that needs no settings, for doors which are ours alone.
    pub fn default_of(kind: ChannelKind) -> Option<Provider> {
        match kind {
            ChannelKind::Chat | ChannelKind::Web | ChannelKind::App => Some(Provider::Chat),
            ChannelKind::Form => Some(Provider::Form),
            ChannelKind::Store | ChannelKind::Event => Some(Provider::Store),
            _ => None,
        }
    }

    /// Says later, by our own name for it, what it took over: docs/sending.md.
    pub fn reports(self) -> bool {
        use Provider::{Kannel, Messenger, Twilio, Whatsapp};
        matches!(self, Whatsapp | Messenger | Twilio | Kannel)
    }
}

/// A door's connection.
#[derive(Clone, Debug)]
pub struct Link {
    pub channel_id: ChannelId,
    pub provider: Provider,
    /// A JSON object; each connector has a type of its own for it.
    pub settings: Value,
    /// A JSON object of texts, opened.
    pub secrets: Value,
    pub changed_at: Time,
}

impl Link {
    /// A link of a door that needs none.
    pub fn plain(channel_id: ChannelId, provider: Provider) -> Link {
        let empty = || Value::Object(serde_json::Map::new());
        Link { channel_id, provider, settings: empty(), secrets: empty(), changed_at: Time(0) }
    }

    /// The settings, as this connector reads them.
    pub fn settings<T: DeserializeOwned>(&self) -> Result<T> {
        T::deserialize(&self.settings).map_err(|error| {
            Error::bad_input("bad_settings", format!("The settings of the door: {error}."))
        })
    }

    pub fn secret(&self, name: &str) -> Result<&str> {
        self.secrets.get(name).and_then(Value::as_str).ok_or_else(|| {
            Error::bad_input("no_secret", format!("The door has no “{name}”. Set it on its page."))
        })
    }
}

/// Connects a door, or changes how it is connected.
pub fn save(
    tx: &Tx,
    keys: &Secrets,
    channel: ChannelId,
    provider: Provider,
    settings: &impl Serialize,
    secrets: &impl Serialize,
    now: Time,
) -> Result<()> {
    let settings = serde_json::to_string(settings).map_err(Error::internal)?;
    let secrets = serde_json::to_vec(secrets).map_err(Error::internal)?;
    let sealed = keys.seal(&secrets, &channel.0)?;
    tx.exec(
        sql!(
            "insert into links (channel_id, provider, settings, secrets, changed_at)
             values ($1, $2, $3, $4, $5)
             on conflict (channel_id) do update set provider = excluded.provider,
               settings = excluded.settings, secrets = excluded.secrets,
               changed_at = excluded.changed_at"
        ),
        params![channel, provider.as_str(), settings, sealed.0.as_slice(), now],
    )?;
    Ok(())
}

/// Other secrets, which the provider gave in the place of the old ones. To staff nothing has changed.
pub(super) fn set_secrets(
    tx: &Tx,
    keys: &Secrets,
    channel: ChannelId,
    secrets: &Value,
) -> Result<()> {
    let secrets = serde_json::to_vec(secrets).map_err(Error::internal)?;
    let sealed = keys.seal(&secrets, &channel.0)?;
    tx.exec(
        sql!("update links set secrets = $2 where channel_id = $1"),
        params![channel, sealed.0.as_slice()],
    )?;
    Ok(())
}

/// What the provider told of itself stands among the settings. To staff nothing has changed.
pub(super) fn set_settings(tx: &Tx, channel: ChannelId, settings: &Value) -> Result<()> {
    let settings = serde_json::to_string(settings).map_err(Error::internal)?;
    tx.exec(
        sql!("update links set settings = $2 where channel_id = $1"),
        params![channel, settings],
    )?;
    Ok(())
}

pub fn find_maybe(tx: &Tx, keys: &Secrets, channel: ChannelId) -> Result<Option<Link>> {
    let row = tx.one(
        sql!("select provider, settings, secrets, changed_at from links where channel_id = $1"),
        params![channel],
        |row| {
            let provider: Provider = row.text(0)?.parse()?;
            Ok((provider, row.get::<String>(1)?, Sealed(row.get(2)?), row.get(3)?))
        },
    )?;
    let Some((provider, settings, sealed, changed_at)) = row else { return Ok(None) };
    let settings = serde_json::from_str(&settings).map_err(Error::internal)?;
    let secrets = keys.open(&sealed, &channel.0)?;
    let secrets = serde_json::from_slice(&secrets).map_err(Error::internal)?;
    Ok(Some(Link { channel_id: channel, provider, settings, secrets, changed_at }))
}

/// All doors that are connected: who carries them, and since when so.
pub fn list(tx: &Tx) -> Result<Vec<(ChannelId, Provider, Time)>> {
    tx.rows(
        sql!("select channel_id, provider, changed_at from links order by channel_id"),
        params![],
        |row| Ok((row.get(0)?, row.text(1)?.parse()?, row.get(2)?)),
    )
}

/// The doors that these providers carry.
pub fn of_provider(tx: &Tx, provider: Provider) -> Result<Vec<ChannelId>> {
    tx.rows(
        sql!("select channel_id from links where provider = $1 order by channel_id"),
        params![provider.as_str()],
        |row| row.get(0),
    )
}

/// One setting of a door that is a text; it is no secret.
pub fn setting_maybe(tx: &Tx, channel: ChannelId, name: &str) -> Result<Option<String>> {
    let settings: Option<String> = tx.one(
        sql!("select settings from links where channel_id = $1"),
        params![channel],
        |row| row.get(0),
    )?;
    let settings: Value = settings
        .map_or(Ok(Value::Null), |text| serde_json::from_str(&text))
        .map_err(Error::internal)?;
    Ok(settings.get(name).and_then(Value::as_str).map(str::to_string))
}
