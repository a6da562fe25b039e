//! A first message of the shop's, to see whether a new door really carries one. It stands in no conversation.

use customers::accounts::{Permit, may};
use customers::channels::{ChannelId, ChannelKind, store as channels};
use customers::identities::normal::normalise;
use customers::identities::{CustomerId, Identity, Kind};
use kit::time::hours;
use kit::{Error, Result, Time, Tx, params, sql};

use super::{Outgoing, Sent, link};
use crate::Ctx;
use crate::conversations::{Message, MessageId, beside};

/// Whoever wrote longer ago is a customer, and nobody who tries a door.
const JUST_NOW: i64 = hours(1);

/// To whom a trial can go by a sort of door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// To an address of this kind, which staff type.
    Typed(Kind),
    /// To whoever wrote last, just now; nobody yet if none.
    Last(Option<Last>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// `kind:value`
    pub address: String,
    pub name: Option<String>,
    pub at: Time,
}

/// None where nothing can be tried: no messages go there.
pub fn to(tx: &Tx, channel: ChannelId, kind: ChannelKind, now: Time) -> Result<Option<To>> {
    match kind {
        ChannelKind::Email => Ok(Some(To::Typed(Kind::EMAIL))),
        ChannelKind::Sms => Ok(Some(To::Typed(Kind::PHONE))),
        ChannelKind::Whatsapp
        | ChannelKind::Messenger
        | ChannelKind::Instagram
        | ChannelKind::Telegram => last(tx, channel, now).map(|last| Some(To::Last(last))),
        _ => Ok(None),
    }
}

fn last(tx: &Tx, channel: ChannelId, now: Time) -> Result<Option<Last>> {
    let found = tx.one(
        sql!(
            "select m.address, m.author_name, m.at from messages m
               join conversations c on c.id = m.conversation_id
             where c.last_channel_id = $1 and c.last_at > $2 and m.channel_id = $1
               and m.direction = 'in' and m.at > $2
             order by m.at desc, m.id desc limit 1"
        ),
        params![channel, now.minus(JUST_NOW)],
        |row| Ok((row.get::<Option<String>>(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok(found.and_then(|(address, name, at)| Some(Last { address: address?, name, at })))
}

/// Sends it now; an error says in the provider's words why it does not go.
pub async fn send(
    ctx: &Ctx,
    _: &Permit<may::ManageDoors>,
    channel: ChannelId,
    typed: &str,
    text: String,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let region = ctx.customers.defaults.region.as_deref();
    let load = |tx: &Tx| {
        let door = channels::find(tx, channel)?;
        let link = link::find_maybe(tx, &ctx.secrets, channel)?.ok_or_else(|| {
            Error::conflict("door_not_connected", "The door is not connected yet.")
        })?;
        let address = match to(tx, channel, door.kind, now)? {
            Some(To::Typed(kind)) => {
                let value = normalise(&kind, typed, region).map_err(|why| {
                    Error::bad_input("bad_trial_address", format!("“{typed}”: {why}."))
                })?;
                Identity::new(kind, value.into_owned()).to_string()
            }
            Some(To::Last(Some(last))) => last.address,
            Some(To::Last(None)) | None => {
                let detail =
                    "Nobody has written here in the last hour. Write first, then try again.";
                return Err(Error::conflict("nobody_wrote", detail));
            }
        };
        Ok((door, link, address))
    };
    let (door, link, address) = ctx.customers.db.read(load).await?;
    let message = Message {
        address: Some(address),
        subject: Some(text.lines().next().unwrap_or_default().to_string()),
        body: text,
        ..beside(CustomerId([0; 16]), MessageId::new(now), channel, now)
    };
    let out = Outgoing::new(door, link, message);
    match super::send(ctx, &out).await {
        Sent::Accepted { .. } => Ok(()),
        Sent::Later { error, .. }
        | Sent::Down { error }
        | Sent::Unanswered { error }
        | Sent::Refused { error } => Err(Error::conflict("trial_not_sent", error)),
    }
}
