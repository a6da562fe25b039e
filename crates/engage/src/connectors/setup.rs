//! Connecting a door: what a connector asks for, what staff typed, and whether it works.
//!
//! A connector only declares its fields; the desk makes the form of them.

use std::collections::BTreeMap;

use customers::accounts::{Permit, audit, may};
use customers::channels::{ChannelId, ChannelKind, store as channels};
use kit::{Error, Result, Tx};
use serde_json::{Value, json};

use super::phone::{asterisk, twilio as voice};
use super::{Link, Provider, email, link, messenger, own, sms, telegram, whatsapp};
use crate::Ctx;

/// The longest value of a field.
const VALUE_BYTES_MAX: usize = 4_000;

/// One thing that a connector has to know.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub kind: FieldKind,
    pub is_optional: bool,
    /// What it is before anybody has typed.
    pub start: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    /// Several lines.
    Lines,
    Number,
    /// Sealed, and never shown again.
    Secret,
    Choice(&'static [&'static str]),
}

impl Field {
    const fn new(name: &'static str, kind: FieldKind, start: &'static str) -> Field {
        Field { name, kind, is_optional: false, start }
    }

    pub const fn text(name: &'static str) -> Field {
        Field::new(name, FieldKind::Text, "")
    }

    pub const fn lines(name: &'static str) -> Field {
        Field::new(name, FieldKind::Lines, "")
    }

    pub const fn number(name: &'static str, start: &'static str) -> Field {
        Field::new(name, FieldKind::Number, start)
    }

    pub const fn secret(name: &'static str) -> Field {
        Field::new(name, FieldKind::Secret, "")
    }

    /// The first is what it is before anybody has chosen.
    pub const fn choice(name: &'static str, choices: &'static [&'static str]) -> Field {
        Field::new(name, FieldKind::Choice(choices), choices[0])
    }

    /// What it usually is.
    pub const fn starting(self, start: &'static str) -> Field {
        Field { start, ..self }
    }

    pub const fn optional(self) -> Field {
        Field { is_optional: true, ..self }
    }
}

/// Which providers can carry such a door, the usual one first.
pub fn providers_of(kind: ChannelKind) -> &'static [Provider] {
    match kind {
        ChannelKind::Email => &[Provider::Email],
        ChannelKind::Sms => &[Provider::Smpp, Provider::Twilio, Provider::Kannel],
        ChannelKind::Whatsapp => &[Provider::Whatsapp],
        ChannelKind::Messenger => &[Provider::Messenger],
        ChannelKind::Instagram => &[Provider::Instagram],
        ChannelKind::Telegram => &[Provider::Telegram],
        ChannelKind::Phone => &[Provider::Asterisk, Provider::TwilioVoice],
        ChannelKind::Api
        | ChannelKind::Marketplace
        | ChannelKind::Viber
        | ChannelKind::Assistant
        | ChannelKind::Push => &[Provider::Own],
        _ => &[],
    }
}

/// What a provider asks for.
pub fn fields(provider: Provider) -> &'static [Field] {
    match provider {
        Provider::Email => email::FIELDS,
        Provider::Own => own::FIELDS,
        Provider::Smpp => sms::SMPP,
        Provider::Kannel => sms::KANNEL,
        Provider::Twilio => sms::TWILIO,
        Provider::Whatsapp => whatsapp::FIELDS,
        Provider::Messenger | Provider::Instagram => messenger::FIELDS,
        Provider::Telegram => telegram::FIELDS,
        Provider::Asterisk => asterisk::FIELDS,
        Provider::TwilioVoice => voice::FIELDS,
        Provider::Chat | Provider::Form | Provider::Store => &[],
    }
}

/// Whether the settings can be right, without asking anybody.
fn check(link: &Link) -> Result<()> {
    match link.provider {
        Provider::Email => email::Settings::of(link).map(drop),
        Provider::Own => own::check(link),
        Provider::Smpp => link.settings::<sms::smpp::Settings>().map(drop),
        Provider::Kannel => link.settings::<sms::kannel::Settings>().map(drop),
        Provider::Twilio => link.settings::<sms::twilio::Settings>().map(drop),
        Provider::Whatsapp => whatsapp::Settings::of(link).map(drop),
        Provider::Messenger | Provider::Instagram => messenger::Settings::of(link).map(drop),
        Provider::Telegram => telegram::Settings::of(link).map(drop),
        Provider::Asterisk => link.settings::<asterisk::Settings>().map(drop),
        Provider::TwilioVoice => link.settings::<voice::Settings>().map(drop),
        Provider::Chat | Provider::Form | Provider::Store => Ok(()),
    }
}

/// Whether the provider can be asked if it lets us in, without anything being sent.
pub fn can_be_tested(provider: Provider) -> bool {
    use Provider::{Asterisk, Email, Instagram, Messenger, Smpp, Telegram, Whatsapp};
    matches!(provider, Asterisk | Email | Smpp | Whatsapp | Messenger | Instagram | Telegram)
}

/// Asks the provider whether it lets us in.
pub async fn test(ctx: &Ctx, _: &Permit<may::ManageDoors>, channel: ChannelId) -> Result<()> {
    let found = ctx.customers.db.read(|tx| link::find_maybe(tx, &ctx.secrets, channel)).await?;
    let link = found.ok_or_else(not_connected)?;
    match link.provider {
        Provider::Email => email::test(&link).await,
        // A second session might push the first one out: the one that stands is asked.
        Provider::Smpp if ctx.smpp.is_bound(channel) => Ok(()),
        Provider::Smpp => {
            let detail = "The message centre has not let us in yet. The log says why.";
            Err(Error::conflict("not_bound", detail))
        }
        Provider::Whatsapp => whatsapp::test(&link).await,
        Provider::Messenger | Provider::Instagram => messenger::test(&link).await,
        Provider::Telegram => telegram::test(&link).await,
        Provider::Asterisk => asterisk::test(&link).await,
        Provider::Own
        | Provider::Kannel
        | Provider::Twilio
        | Provider::TwilioVoice
        | Provider::Chat
        | Provider::Form
        | Provider::Store => Ok(()),
    }
}

/// Where the provider brings what customers write, behind this server's own address; none where nobody must be told.
pub fn hook_of(provider: Provider, channel: ChannelId) -> Option<String> {
    let name = match provider {
        Provider::Whatsapp => "whatsapp",
        Provider::Messenger | Provider::Instagram => "messenger",
        _ => return None,
    };
    Some(format!("/hooks/{channel}/{name}"))
}

fn not_connected() -> Error {
    Error::conflict("door_not_connected", "The door is not connected yet.")
}

/// How a door is connected, for its page: the settings, and which secrets there are.
pub async fn find_maybe(
    ctx: &Ctx,
    _: &Permit<may::ManageDoors>,
    channel: ChannelId,
) -> Result<Option<Link>> {
    ctx.customers.db.read(|tx| link::find_maybe(tx, &ctx.secrets, channel)).await
}

/// What was wrong, and in which field if it was one.
#[derive(Debug)]
pub struct Wrong {
    pub field: &'static str,
    pub error: Error,
}

impl From<Error> for Wrong {
    fn from(error: Error) -> Wrong {
        Wrong { field: "", error }
    }
}

/// Connects a door as staff typed it. A secret that was left empty stays as it is.
pub async fn connect(
    ctx: &Ctx,
    permit: &Permit<may::ManageDoors>,
    channel: ChannelId,
    provider: Provider,
    typed: &BTreeMap<String, String>,
) -> Result<(), Wrong> {
    let find = |tx: &Tx| {
        let door = channels::find(tx, channel)?;
        if !providers_of(door.kind).contains(&provider) {
            let detail = format!("“{}” does not carry this door.", provider.as_str());
            return Err(Error::bad_input("wrong_provider", detail));
        }
        Ok((door.name, link::find_maybe(tx, &ctx.secrets, channel)?))
    };
    let (name, before) = ctx.customers.db.read(find).await?;
    let kept = before.filter(|link| link.provider == provider).map(|link| link.secrets);
    let new = link_of(channel, provider, typed, kept.as_ref())?;
    check(&new)?;
    let now = ctx.customers.clock.now();
    // What was typed stays out of the audit log.
    let detail = json!({ "name": name, "provider": provider });
    let write = |tx: &Tx| {
        link::save(tx, &ctx.secrets, channel, provider, &new.settings, &new.secrets, now)?;
        audit::record(tx, now, permit.actor(), "door_connected", &channel.to_string(), &detail)
    };
    Ok(ctx.customers.db.write(write).await?)
}

fn link_of(
    channel: ChannelId,
    provider: Provider,
    typed: &BTreeMap<String, String>,
    kept: Option<&Value>,
) -> Result<Link, Wrong> {
    let mut link = Link::plain(channel, provider);
    for field in fields(provider) {
        let value = typed.get(field.name).map_or("", |value| value.trim());
        let old = kept.and_then(|kept| kept.get(field.name));
        let is_secret = field.kind == FieldKind::Secret;
        let target = if is_secret { &mut link.secrets } else { &mut link.settings };
        match (value.is_empty(), old) {
            (true, Some(old)) if is_secret => target[field.name] = old.clone(),
            (true, _) if field.is_optional => {}
            (true, _) => {
                let detail = format!("The field “{}” is empty.", field.name);
                let error = Error::bad_input("missing_field", detail);
                return Err(Wrong { field: field.name, error });
            }
            (false, _) => {
                let value = value_of(field, value);
                target[field.name] = value.map_err(|error| Wrong { field: field.name, error })?;
            }
        }
    }
    Ok(link)
}

fn value_of(field: &Field, value: &str) -> Result<Value> {
    let wrong = || {
        let detail = format!("This cannot be the field “{}”.", field.name);
        Error::bad_input("bad_field", detail)
    };
    if value.len() > VALUE_BYTES_MAX {
        return Err(wrong());
    }
    match field.kind {
        FieldKind::Text | FieldKind::Lines | FieldKind::Secret => Ok(json!(value)),
        FieldKind::Number => Ok(json!(value.parse::<i64>().map_err(|_| wrong())?)),
        FieldKind::Choice(choices) if choices.contains(&value) => Ok(json!(value)),
        FieldKind::Choice(_) => Err(wrong()),
    }
}
